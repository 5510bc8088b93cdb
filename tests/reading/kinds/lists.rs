//! Deals, events, clients, sources, answers: typed tables of their own.

use clientfolio::analytics::dataset::kinds::column::{DayColumn, DecimalColumn, TextColumn};
use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{
    Encoding, Field, Ingested, OtherTable, ReadError, ReadOptions, Reason, TableKind, read_all,
};

use super::{findings, forced, read, read_with};
use crate::support::{encode, read_whole, set_aside};

fn texts(column: &TextColumn) -> Vec<&str> {
    column.iter().map(|text| text.unwrap_or("-")).collect()
}

fn days(column: &DayColumn) -> Vec<String> {
    column.iter().map(|day| day.map_or("-".to_owned(), |day| day.to_string())).collect()
}

fn decimals(column: &DecimalColumn) -> Vec<String> {
    column.iter().map(|amount| amount.map_or("-".to_owned(), |amount| amount.to_string())).collect()
}

macro_rules! table {
    ($ingested:expr, $kind:ident) => {{
        let Some(OtherTable::$kind(table)) = &$ingested.other else { panic!("{:?}", $ingested.other) };
        table
    }};
}

#[test]
fn deals_with_a_stage() {
    let ingested = read("deals.csv");
    let report = &ingested.report;
    assert_eq!((report.table, report.rows_read, report.rows_used), (TableKind::Deals, 6, 3));
    assert_eq!(
        set_aside(&ingested),
        [(Reason::BadDate, vec![6]), (Reason::TotalRow, vec![7]), (Reason::EmptyCell, vec![5])]
    );
    let table = table!(ingested, Deals);
    let text = |column: &Option<TextColumn>| texts(column.as_ref().unwrap()).join(" ");
    assert_eq!(text(&table.deal), "1 2 3");
    assert_eq!(text(&table.client), "Ромашка Вега Лира");
    assert_eq!(text(&table.stage), "Успешно Отказ Переговоры");
    assert_eq!(text(&table.outcome), "Выиграна Проиграна -");
    assert_eq!(text(&table.reason), "- Дорого -");
    assert_eq!(text(&table.source), "Сайт Сайт -");
    assert_eq!(text(&table.manager), "Аня Боря Аня");
    assert_eq!(days(table.created.as_ref().unwrap()), ["2026-02-01", "2026-02-05", "-"]);
    assert_eq!(days(table.closed.as_ref().unwrap()), ["2026-02-15", "2026-02-01", "-"]);
    assert_eq!(decimals(table.amount.as_ref().unwrap()), ["1000.5000", "-", "-"]);
    assert!(table.stage_days.is_empty(), "a day of editing is no stage");
    assert_eq!(findings(&ingested), [(Finding::ClosedBeforeCreated, 1), (Finding::WithoutCreated, 1)]);
    assert_eq!((report.details.cells_unread, report.details.unread[0].text.as_str()), (1, "много"));
    assert_eq!((report.total.to_string(), report.first), ("1000.5000".to_owned(), None));
}

#[test]
fn deals_with_a_day_for_each_stage() {
    let ingested = read_with("deals_stage_days.csv", &forced(TableKind::Deals));
    let table = table!(ingested, Deals);
    let stages: Vec<_> = table.stage_days.iter().map(|stage| (stage.stage.as_str(), days(&stage.days))).collect();
    let expected = [
        ("New lead", vec!["2026-01-01", "2026-01-02"]),
        ("Offer", vec!["2026-01-05", "-"]),
        ("Contract", vec!["2026-01-30", "-"]),
    ];
    assert_eq!(stages, expected.map(|(stage, days)| (stage, days.into_iter().map(str::to_owned).collect::<Vec<_>>())));
    assert_eq!(ingested.report.details.free_columns, [2, 3, 4]);
}

#[test]
fn moves() {
    let ingested = read("events.csv");
    assert_eq!(ingested.report.table, TableKind::Events);
    let table = table!(ingested, Events);
    assert_eq!((texts(&table.who), texts(&table.stage)), (vec!["1", "1", "2"], vec!["new", "offer", "new"]));
    assert_eq!(
        table.day.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2026-01-01", "2026-01-05", "2026-01-02"]
    );
    assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![7]), (Reason::EmptyCell, vec![5, 6])]);
}

#[test]
fn clients_with_attributes() {
    let ingested = read("clients.csv");
    assert_eq!(ingested.report.table, TableKind::Clients);
    let table = table!(ingested, Clients);
    // There are firms called like totals; leading zeros stay.
    assert_eq!(texts(&table.name), ["ООО «Ромашка»", "ИП Ветров", "Total"]);
    let attributes: Vec<_> =
        table.attributes.iter().map(|attribute| (attribute.header.as_str(), texts(&attribute.texts)[0])).collect();
    assert_eq!(
        attributes,
        [
            ("ИНН", "007701234567"),
            ("Тип", "Опт"),
            ("Город", "Тверь"),
            ("Телефон", "+7 900 000-00-01"),
            ("Доход", "1 000")
        ]
    );
    assert_eq!(set_aside(&ingested), [(Reason::EmptyCell, vec![5])]);
}

/// Contacts as a CRM gives them: numbered, with the day on which they were written down, and names in parts.
#[test]
fn clients_whose_names_stand_in_parts() {
    let ingested = read_whole(
        "ID;Имя;Отчество;Фамилия;Телефон;Дата создания\n1;Иван;Петрович;Седов;+7900;01.02.2026\n\
         2;Пётр;;Иванов;+7901;02.02.2026\n3;Анна;;Иванова;;03.02.2026\n4;Иван;;Иванов;+7903;04.02.2026\n;;;;+7904;\n",
    );
    let table = table!(ingested, Clients);
    assert_eq!(texts(&table.name), ["Иван Петрович Седов", "Пётр Иванов", "Анна Иванова", "Иван Иванов"]);
    let headers: Vec<_> = table.attributes.iter().map(|attribute| attribute.header.as_str()).collect();
    assert_eq!(headers, ["ID", "Имя", "Отчество", "Фамилия", "Телефон", "Дата создания"]);
    assert_eq!(ingested.report.details.findings, [(Finding::NamesInParts, 1)]);
    assert_eq!(set_aside(&ingested), [(Reason::EmptyCell, vec![6])]);
}

/// Requests of people: the client is a whole name here too.
#[test]
fn deals_of_people_whose_names_stand_in_parts() {
    let ingested = read_whole(
        "ID лида;Имя;Фамилия;Стадия;Дата создания;Сумма\n1;Иван;Седов;Новый;01.02.2026;10\n\
         2;Пётр;Иванов;В работе;02.02.2026;20\n3;Анна;Иванова;Закрыт;03.02.2026;30\n",
    );
    let table = table!(ingested, Deals);
    assert_eq!(table.client.as_ref().map(texts), Some(vec!["Иван Седов", "Пётр Иванов", "Анна Иванова"]));
}

#[test]
fn nobody_in_a_list_of_clients_is_called_a_total_in_russian() {
    let ingested = read_whole("Клиент;ИНН;Телефон\nРомашка;7701234567;1\nВега;7701234568;2\nИтого:;;3\n");
    assert_eq!(texts(&table!(ingested, Clients).name), ["Ромашка", "Вега"]);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![4])]);
}

#[test]
fn sources_and_what_they_cost() {
    let ingested = read("sources.csv");
    assert_eq!(ingested.report.table, TableKind::Sources);
    let table = table!(ingested, Sources);
    assert_eq!(texts(&table.source), ["Сайт", "Выставка", "Почта"]);
    assert_eq!(texts(table.period.as_ref().unwrap()), ["Январь 2026", "Январь 2026", "Февраль 2026"]);
    assert_eq!(decimals(table.cost.as_ref().unwrap()), ["10000.5000", "-", "-"]);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![6]), (Reason::EmptyCell, vec![5])]);
    assert_eq!((ingested.report.details.cells_unread, ingested.report.details.unread[0].line), (1, 4));
}

#[test]
fn answers_to_questions() {
    let ingested = read("answers.csv");
    assert_eq!(ingested.report.table, TableKind::Answers);
    let table = table!(ingested, Answers);
    assert_eq!(texts(table.respondent.as_ref().unwrap()), ["Аня", "Боря", "-"]);
    let questions: Vec<_> = table.questions.iter().map(|question| question.header.as_str()).collect();
    assert_eq!(questions, ["Отметка времени", "Как вы о нас узнали?", "Что вам важно?", "Купите ещё?"]);
    assert_eq!(texts(&table.questions[2].texts), ["Цена", "Срок, качество", "-"]);
}

/// SurveyMonkey puts what could be chosen in a second row, below the question.
#[test]
fn questions_over_what_could_be_answered() {
    let ingested = read_whole(
        "Respondent ID,Start Date,Would you recommend us?,What do you like?,,,Comments?\n\
         ,,Response,Price,Quality,Service,Open-Ended Response\n\
         118,01/25/2026,9,Price,,Service,Great\n119,01/26/2026,7,,Quality,,\n",
    );
    assert_eq!((ingested.report.rows_read, ingested.report.header_line), (2, Some(2)));
    let table = table!(ingested, Answers);
    let questions: Vec<_> = table.questions.iter().map(|question| question.header.as_str()).collect();
    assert_eq!(
        questions[questions.len() - 5..],
        [
            "Would you recommend us?",
            "What do you like? / Price",
            "What do you like? / Quality",
            "What do you like? / Service",
            "Comments?"
        ]
    );
    let texts_of = |place: usize| texts(&table.questions[questions.len() - 5 + place].texts);
    assert_eq!(texts_of(0), ["9", "7"]);
    assert_eq!(texts_of(4), ["Great", "-"]);
}

#[test]
fn what_is_missing_is_named() {
    let text = "a;b;c\nx;y;z\nu;v;w\n";
    let cases: [(TableKind, &[Field]); 4] = [
        (TableKind::Deals, &[Field::Stage, Field::Created]),
        (TableKind::Events, &[Field::Date, Field::Deal, Field::Stage]),
        (TableKind::Clients, &[Field::Name]),
        (TableKind::Sources, &[Field::Source]),
    ];
    for (kind, fields) in cases {
        let error = read_all(text.as_bytes(), &forced(kind)).map(|ingested| ingested.report);
        let headers = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(error, Err(ReadError::MissingFields { fields: fields.to_vec(), headers }), "{kind:?}");
    }
}

#[test]
fn nothing_usable_says_why() {
    let text = "deal_id;stage;date\n1;new;вчера\n2;new;завтра\n";
    let error = read_all(text.as_bytes(), &forced(TableKind::Events)).map(|ingested| ingested.report);
    let (sample, column) = ("вчера".to_owned(), "date".to_owned());
    assert_eq!(error, Err(ReadError::NoUsableRows { rows: 2, reason: Reason::BadDate, line: 2, sample, column }));
}

#[test]
fn columns_can_be_chosen() {
    let mapping = vec![(Field::Name, Some(3)), (Field::Client, Some(1))];
    let options = ReadOptions { mapping, ..forced(TableKind::Clients) };
    let ingested: Ingested = read_with("clients.csv", &options);
    assert_eq!(texts(&table!(ingested, Clients).name), ["Тверь", "Тула", "Тула"]);
    assert_eq!(
        ingested.report.mapping.iter().collect::<Vec<_>>(),
        [(Field::Name, 3)],
        "a client is no field of a list"
    );
}

#[test]
fn an_attribute_and_a_day_of_a_stage_can_be_left_out() {
    let options = ReadOptions { left_out_columns: vec![1], ..ReadOptions::default() };
    let all = read("clients.csv");
    let some = read_with("clients.csv", &ReadOptions { table: Some(TableKind::Clients), ..options.clone() });
    let headers = |ingested: &Ingested| -> Vec<String> {
        table!(ingested, Clients).attributes.iter().map(|attribute| attribute.header.clone()).collect()
    };
    let mut expected = headers(&all);
    expected.retain(|header| *header != all.report.headers[1]);
    assert!(expected.len() + 1 == headers(&all).len(), "the column is an attribute: {:?}", headers(&all));
    assert_eq!(headers(&some), expected);

    let all = read_with("deals_stage_days.csv", &forced(TableKind::Deals));
    let column = all.report.details.free_columns[0];
    let options = ReadOptions { left_out_columns: vec![column], ..forced(TableKind::Deals) };
    let some = read_with("deals_stage_days.csv", &options);
    assert_eq!(some.report.details.free_columns, all.report.details.free_columns[1..]);
}

#[test]
fn an_encoding_that_only_the_end_shows() {
    // More plain rows than a look at the beginning sees, then names in another encoding.
    let rows: String = (0..20_000).map(|row| format!("North {row};Oslo;shop\n")).collect();
    let text = format!("Name;City;Type\n{rows}Общество Ромашка;Тула;опт\n");
    let bytes = encode(&text, Encoding::Windows1251);
    let ingested = read_all(&bytes, &ReadOptions::default()).expect("a table");
    assert_eq!((ingested.report.encoding, ingested.report.undecodable), (Encoding::Windows1251, 0));
    assert_eq!(texts(&table!(ingested, Clients).name).last(), Some(&"Общество Ромашка"));
}
