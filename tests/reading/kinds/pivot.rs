//! Pivot tables: a client a row, a period a column.

use clientfolio::analytics::dataset::kinds::period::Span;
use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Field, ReadError, ReadOptions, Reason, TableKind, read_all};
use clientfolio::analytics::date::Grain;
use clientfolio::analytics::segmentation::history::Histories;

use super::{findings, forced, read, read_with};
use crate::support::{read_whole, sales, set_aside};

#[test]
fn each_filled_cell_is_a_sale_on_the_first_day_of_its_period() {
    let ingested = read("pivot_months.csv");
    let report = &ingested.report;
    assert_eq!(report.table, TableKind::Pivot);
    assert_eq!(
        sales(&ingested),
        [
            "ООО «Ромашка» | 2020-01-01 | 1500.5000",
            "ООО «Ромашка» | 2020-03-01 | 300.0000",
            "ИП Ветров | 2020-02-01 | 200.0000",
            "Вега | 2020-01-01 | -50.0000",
            "Вега | 2020-02-01 | 0.0000",
            "Вега | 2020-03-01 | 10.0000",
        ]
    );
    // The title, the client without amounts and the total; a cell that is no number costs only itself.
    assert_eq!((report.rows_read, report.rows_used), (6, 3));
    assert_eq!(
        set_aside(&ingested),
        [(Reason::TotalRow, vec![7]), (Reason::TitleRow, vec![1]), (Reason::EmptyCell, vec![5])]
    );
    let unread: Vec<_> =
        report.details.unread.iter().map(|cell| (cell.line, cell.column, cell.text.as_str())).collect();
    assert_eq!((report.details.cells_unread, unread), (1, vec![(4, 4, "много")]));
    assert_eq!(findings(&ingested), [(Finding::TotalColumns, 1)]);
    assert_eq!((report.total.to_string(), report.clients), ("1960.5000".to_owned(), 3));
    assert_eq!((report.returns.0, report.returns.1.to_string()), (1, "-50.0000".to_owned()));
    assert_eq!([report.first, report.last].map(|day| day.unwrap().to_string()), ["2020-01-01", "2020-03-31"]);
}

#[test]
fn the_last_period_counts_as_whole() {
    let ingested = read("pivot_months.csv");
    let histories = Histories::new(&ingested.table, None, Grain::Month);
    assert_eq!(histories.window.map(|(_, last)| last.to_string()), Some("2020-03-31".to_owned()));
    assert_eq!((histories.periods, histories.last_period_left_out), (3, false));
    let of = |name: &str| {
        let number = ingested.table.client_names.iter().position(|known| known == name).unwrap();
        histories.clients.iter().find(|client| client.client as usize == number).unwrap()
    };
    let romashka = of("ООО «Ромашка»");
    assert_eq!((romashka.periods, romashka.active, romashka.orders), (3, 2, 2));
    assert_eq!((of("ИП Ветров").periods, of("Вега").active), (2, 1));
}

#[test]
fn years_over_months() {
    let ingested = read("pivot_two_rows.csv");
    assert_eq!(ingested.report.header_line, Some(2));
    assert_eq!(ingested.report.headers[..3], ["Клиент", "2019 / Ноябрь", "2019 / Декабрь"]);
    assert_eq!(
        sales(&ingested),
        [
            "Ромашка | 2019-11-01 | 10.0000",
            "Ромашка | 2019-12-01 | 20.0000",
            "Ромашка | 2020-01-01 | 30.0000",
            "Ромашка | 2020-02-01 | 40.0000",
            "Вега | 2019-12-01 | 5.0000",
            "Вега | 2020-02-01 | 5.0000",
        ]
    );
    assert_eq!((ingested.report.rows_read, findings(&ingested)), (2, vec![(Finding::TotalColumns, 1)]));
    assert_eq!(ingested.report.last.unwrap().to_string(), "2020-02-29");
}

#[test]
fn of_quantity_and_amount_the_amount_is_taken_unless_chosen() {
    let ingested = read("pivot_groups.csv");
    let view = ingested.report.details.pivot.clone().unwrap();
    assert_eq!(
        (view.measures.as_slice(), view.measure),
        (["Количество".to_owned(), "Сумма руб".to_owned()].as_slice(), 1)
    );
    assert_eq!((view.span, view.columns), (Span::Month, 3));
    assert_eq!(
        sales(&ingested),
        [
            "Ромашка | 2021-01-01 | 100.5000",
            "Ромашка | 2021-02-01 | 200.5000",
            "Вега | 2021-02-01 | 300.0000",
            "Вега | 2021-03-01 | 50.0000",
        ]
    );
    assert_eq!(findings(&ingested), [(Finding::OtherMeasures, 3)]);
    let managers: Vec<_> = ingested.table.extras.manager.as_ref().unwrap().iter().collect();
    assert_eq!(managers, [Some("Аня"), Some("Аня"), Some("Боря"), Some("Боря")]);

    let pieces = ReadOptions { measure: Some("Количество".to_owned()), ..ReadOptions::default() };
    let ingested = read_with("pivot_groups.csv", &pieces);
    assert_eq!(ingested.report.total.to_string(), "7.0000");
}

#[test]
fn quarters_and_years() {
    let ingested = read("pivot_quarters.csv");
    // The year sums the quarters up and is not read.
    assert_eq!(
        (ingested.report.total.to_string(), findings(&ingested)),
        ("37.0000".to_owned(), vec![(Finding::TotalColumns, 1)])
    );
    assert_eq!(ingested.report.details.pivot.as_ref().unwrap().span, Span::Quarter);
    assert_eq!(ingested.report.last.unwrap().to_string(), "2020-12-31");

    let ingested = read("pivot_years.csv");
    assert_eq!((ingested.report.header_line, ingested.report.total.to_string()), (Some(1), "6930.0000".to_owned()));
    assert_eq!(ingested.report.details.pivot.as_ref().unwrap().span, Span::Year);
}

#[test]
fn headers_in_many_forms() {
    let cases = [
        ("клиент;янв.20;фев.20;мар.20\nА;1;2;3\n", Span::Month, "2020-01-01", "2020-03-31"),
        ("клиент;2020-01;2020-02;2020-03\nА;1;2;3\n", Span::Month, "2020-01-01", "2020-03-31"),
        ("клиент;01.01.2020;01.02.2020;01.03.2020\nА;1;2;3\n", Span::Month, "2020-01-01", "2020-03-31"),
        ("клиент;06.01.2020;13.01.2020;20.01.2020\nА;1;2;3\n", Span::Week, "2020-01-06", "2020-01-26"),
        ("клиент;01.01.2020;02.01.2020;04.01.2020\nА;1;2;3\n", Span::Day, "2020-01-01", "2020-01-04"),
        ("client,2021-W01,2021-W02,2021-W03\nA,1,2,3\n", Span::Week, "2021-01-04", "2021-01-24"),
        ("Сумма за 2019 год;;;\nклиент;01.02;02.02;04.02\nА;1;2;3\n", Span::Day, "2019-02-01", "2019-02-04"),
        ("Сумма за 2019 год;;;\nклиент;Январь;Февраль;Март\nА;1;2;3\n", Span::Month, "2019-01-01", "2019-03-31"),
        ("клиент;I квартал 2020;II квартал 2020\nА;1;2\n", Span::Quarter, "2020-01-01", "2020-06-30"),
    ];
    for (text, span, first, last) in cases {
        let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap_or_else(|e| panic!("{text}: {e}"));
        let view = ingested.report.details.pivot.clone().unwrap_or_else(|| panic!("{text}: no pivot"));
        assert_eq!(
            (view.span, view.first.to_string(), view.last.to_string()),
            (span, first.into(), last.into()),
            "{text}"
        );
        assert_eq!(ingested.report.details.count(Finding::YearAssumed), 0, "{text}");
        let sum = ingested.report.total.to_string();
        assert_eq!(sum, if span == Span::Quarter { "3.0000" } else { "6.0000" }, "{text}");
    }
    let without_year = "клиент;Январь;Февраль;Март\nА;1;2;3\n";
    let ingested = read_all(without_year.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(findings(&ingested), [(Finding::YearAssumed, 1)]);
}

#[test]
fn months_that_name_no_year() {
    let season = "клиент;Ноябрь;Декабрь;Январь;Февраль\nА;1;2;3;4\n";
    let titled = |title: &str| format!("{title};;;;\n{season}");
    let ends = |text: &str, options: &ReadOptions| {
        let details = read_all(text.as_bytes(), options).unwrap().report.details;
        let view = details.pivot.as_ref().unwrap();
        (view.first.to_string(), view.last.to_string(), details.count(Finding::YearAssumed) > 0)
    };
    let expected = |first: &str, last: &str| (first.to_owned(), last.to_owned(), false);
    // The year can be said; January after December is of the next one.
    let said = ReadOptions { year: Some(2024), ..ReadOptions::default() };
    assert_eq!(ends(season, &said), expected("2024-11-01", "2025-02-28"));
    let one_year = "клиент;Январь;Февраль\nА;1;2\n";
    assert_eq!(ends(one_year, &said), expected("2024-01-01", "2024-02-29"));
    // A title says it as well: of two years the first.
    let title = titled("Период: 01.11.2023 - 29.02.2024");
    assert_eq!(ends(&title, &ReadOptions::default()), expected("2023-11-01", "2024-02-29"));
    // Where nothing says it, a guess is told as one, and the order of the months is kept.
    let (first, last, assumed) = ends(season, &ReadOptions::default());
    assert!(first < last && assumed, "{first} {last}");
}

/// Twelve numbers in a row over columns of sums are the months of the year in the title, or of one that can be said.
#[test]
fn months_that_are_numbered() {
    let numbers: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
    let sums: Vec<String> = (1..=12).map(|month| (month * 10).to_string()).collect();
    let table = format!("Клиент;{};Итого\nРомашка;{};780\n", numbers.join(";"), sums.join(";"));
    for (title, first, findings_of) in [
        ("Продажи за 2025 год\n", "2025-01-01", vec![(Finding::TotalColumns, 1)]),
        ("", "2001-01-01", vec![(Finding::TotalColumns, 1), (Finding::YearAssumed, 1)]),
    ] {
        let ingested = read_whole(&format!("{title}{table}"));
        assert_eq!(ingested.report.table, TableKind::Pivot);
        assert_eq!(sales(&ingested).first(), Some(&format!("Ромашка | {first} | 10.0000")));
        assert_eq!((ingested.report.total.to_string(), sales(&ingested).len()), ("780.0000".to_owned(), 12));
        assert_eq!(findings(&ingested), findings_of);
    }
    // Whose they are must be said.
    let questions = table.replace("Клиент", "Анкета");
    assert_ne!(read_all(questions.as_bytes(), &ReadOptions::default()).map(|it| it.report.table), Ok(TableKind::Pivot));
}

#[test]
fn a_period_can_be_left_out() {
    let text = "клиент;янв 2020;фев 2020;мар 2020\nА;1;2;4\nБ;8;16;32\n";
    let options = ReadOptions { left_out_columns: vec![2], ..ReadOptions::default() };
    let report = read_all(text.as_bytes(), &options).unwrap().report;
    assert_eq!((report.total.to_string(), report.details.free_columns), ("45.0000".to_owned(), vec![1, 3]));
}

#[test]
fn a_total_without_a_label_is_the_sum_of_the_rows_above() {
    let text = "клиент;янв 2020;фев 2020\nА;1;2\nБ;3;\n;4;2\n;9;9\n";
    let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![4])]);
    assert_eq!(ingested.report.left_out[0].rows, 1);
    assert_eq!(ingested.report.left_out[0].amount.to_string(), "18.0000");
    assert_eq!(ingested.report.rows_used, 3);
}

#[test]
fn a_pivot_table_without_periods_says_what_is_missing() {
    let text = "Клиент;Город;Сумма\nРомашка;Тверь;1\nВега;Тула;2\n";
    let result = read_all(text.as_bytes(), &forced(TableKind::Pivot));
    let headers = ["Клиент", "Город", "Сумма"].map(str::to_owned).to_vec();
    assert_eq!(result, Err(ReadError::MissingFields { fields: vec![Field::Period], headers }));
}

#[test]
fn totals_of_groups() {
    let text =
        "клиент;янв 2020;фев 2020\nОпт;;\nА;1;2\nБ;3;\nИтого Опт;4;2\nРозница;;\nВ;3;4\nИтого Розница;3;4\nВсего;7;6\n";
    let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(
        set_aside(&ingested),
        [(Reason::TotalRow, vec![5, 8, 9]), (Reason::EmptyCell, vec![2, 6])],
        "headings of groups have no amounts"
    );
    assert_eq!(ingested.report.total.to_string(), "13.0000");
    // A name that begins like a total and sums nothing up is a client.
    let client = "клиент;янв 2020;фев 2020\nА;1;2\nВсего понемногу;5;5\n";
    let ingested = read_all(client.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!(ingested.report.rows_used, 2);
}

#[test]
fn totals_of_groups_whose_heads_have_no_sums() {
    // Clients before a group, a group within a group, a client without sales, and one who is called like a total.
    let ingested = read_whole(
        "Клиент;Январь 2026;Февраль 2026\nАльфа;1;2\nСевер;;\nБета;10;20\nЗапад;;\nГамма;100;200\nДельта;;\n\
         Эта;300;\nИтого Запад;400;200\nСевер Итог;410;220\nВега;5;5\nИтого Вега;7;7\nВсего;423;234\n",
    );
    assert_eq!(
        sales(&ingested),
        [
            "Альфа | 2026-01-01 | 1.0000",
            "Альфа | 2026-02-01 | 2.0000",
            "Бета | 2026-01-01 | 10.0000",
            "Бета | 2026-02-01 | 20.0000",
            "Гамма | 2026-01-01 | 100.0000",
            "Гамма | 2026-02-01 | 200.0000",
            "Эта | 2026-01-01 | 300.0000",
            "Вега | 2026-01-01 | 5.0000",
            "Вега | 2026-02-01 | 5.0000",
            "Итого Вега | 2026-01-01 | 7.0000",
            "Итого Вега | 2026-02-01 | 7.0000",
        ]
    );
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![9, 10, 13]), (Reason::EmptyCell, vec![3, 5, 7])]);
}

#[test]
fn merged_cells_that_a_workbook_has_repeated() {
    let cases = [
        ("Клиент\tПериод\tПериод\n\tЯнварь 2026\tФевраль 2026\nА\t1\t2\nБ\t3\t4\n", "10.0000"),
        (
            "Клиент\tЯнварь 2026\tЯнварь 2026\tФевраль 2026\tФевраль 2026\n\tСумма\tКол-во\tСумма\tКол-во\n\
             А\t100\t1\t200\t2\nБ\t50\t1\t60\t1\n",
            "410.0000",
        ),
    ];
    for (text, total) in cases {
        let ingested = read_all(text.as_bytes(), &ReadOptions::default()).unwrap();
        let report = &ingested.report;
        assert_eq!((report.table, report.header_line), (TableKind::Pivot, Some(2)), "{text}");
        assert_eq!((report.total.to_string().as_str(), report.rows_used), (total, 2), "{text}");
        assert_eq!(report.details.pivot.as_ref().unwrap().span, Span::Month, "{text}");
    }
}

#[test]
fn halves_of_years() {
    let text = "Клиент;I полугодие 2024;II полугодие 2024;2024 год\nРомашка;10;20;30\nВега;;40;40\n";
    let ingested = read_whole(text);
    let expected = ["Ромашка | 2024-01-01 | 10.0000", "Ромашка | 2024-07-01 | 20.0000", "Вега | 2024-07-01 | 40.0000"];
    assert_eq!(sales(&ingested), expected);
    // The last one counts as whole, and the year sums them up.
    assert_eq!(ingested.report.last.map(|day| day.to_string()).as_deref(), Some("2024-12-31"));
    assert_eq!(findings(&ingested), [(Finding::TotalColumns, 1)]);
}

/// The same months below each of two measures.
#[test]
fn months_that_stand_once_for_each_measure() {
    let ingested = read_whole(
        "Контрагент;Количество;;;Сумма;;\n;Январь 2024;Февраль 2024;Март 2024;Январь 2024;Февраль 2024;Март 2024\n\
         Ромашка;3;3;3;10,50;20;30\nВега;1;;2;5;;7\n",
    );
    assert_eq!(ingested.report.total.to_string(), "72.5000");
    assert_eq!((ingested.report.header_line, ingested.report.rows_used), (Some(2), 2));
    assert_eq!(findings(&ingested), [(Finding::OtherMeasures, 3)]);
}

#[test]
fn accounts_with_periods_across_have_no_clients() {
    for header in ["Статья", "Показатель", "Статья расходов", "Поставщик", "Expense"]
    {
        let text = format!("{header};Январь 2025;Февраль 2025\nВыручка;10;20\nАренда;5;7\n");
        assert!(read_all(text.as_bytes(), &ReadOptions::default()).is_err(), "{header}");
    }
}
