//! Tables whose rows do not say everything themselves: clients named once above their rows, dates in several
//! columns, sums of a whole order in each row.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Encoding, Field, Ingested, ReadOptions, Reason, read_all};

use crate::support::{encode, read_whole, sales, set_aside, without_client};

fn column_of(ingested: &Ingested, field: Field) -> &str {
    let column = ingested.report.mapping.column(field).expect("a column");
    &ingested.report.headers[column]
}

fn has(ingested: &Ingested, finding: Finding) -> bool {
    ingested.report.details.findings.iter().any(|(found, _)| *found == finding)
}

/// Two clients with two documents each, their sums above them.
const DOCUMENTS: &str = "Ведомость по продажам;;\nПериод: 2026 год;;\nКонтрагент;Количество;Сумма\nРегистратор;;\n\
    ООО Ромашка;3;30,50\n\
    Реализация товаров и услуг 0000-000001 от 01.02.2026 10:00:00;1;10,00\n\
    Реализация товаров и услуг 0000-000003 от 07.03.2026 12:30:00;2;20,50\n\
    АО Вега;2;7,00\n\
    Реализация товаров и услуг 0000-000002 от 15.02.2026 9:00:00;1;5,00\n\
    Реализация товаров и услуг 0000-000004 от 16.02.2026 9:00:00;1;2,00\n\
    Итого;5;37,50\n";

#[test]
fn clients_above_their_documents() {
    let ingested = read_whole(DOCUMENTS);
    let expected = [
        "ООО Ромашка | 2026-02-01 | 10.0000",
        "ООО Ромашка | 2026-03-07 | 20.5000",
        "АО Вега | 2026-02-15 | 5.0000",
        "АО Вега | 2026-02-16 | 2.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![5, 8, 11]), (Reason::TitleRow, vec![1, 2])]);
    assert_eq!(column_of(&ingested, Field::Client), "↑ Контрагент");
    assert_eq!(column_of(&ingested, Field::Date), "Контрагент / Регистратор");
    assert!(has(&ingested, Finding::NamesAbove));
    // As 1C saves it.
    let bytes = encode(DOCUMENTS, Encoding::Windows1251);
    assert_eq!(sales(&read_all(&bytes, &ReadOptions::default()).expect("a table")), expected);
}

#[test]
fn clients_above_their_documents_with_days_in_a_column_of_their_own() {
    let text = |header: &str, vega: &str| {
        format!(
            "Продажи за 2026 год;;\n{header};Дата;Сумма\n\
             ООО Ромашка;;30,50\n\
             Реализация 0001 от 01.02.2026 10:00:00;01.02.2026;10,00\n\
             Реализация 0003 от 07.03.2026 12:30:00;07.03.2026;20,50\n\
             АО Вега;;{vega}\n\
             Реализация 0002 от 15.02.2026 9:00:00;15.02.2026;5,00\n\
             Реализация 0004 от 16.02.2026 9:00:00;16.02.2026;2,00\n\
             ИП Лебедев;;1,00\n\
             Реализация 0005 от 17.02.2026 9:00:00;17.02.2026;1,00\n\
             Итого;;38,50\n"
        )
    };
    let expected = [
        "ООО Ромашка | 2026-02-01 | 10.0000",
        "ООО Ромашка | 2026-03-07 | 20.5000",
        "АО Вега | 2026-02-15 | 5.0000",
        "АО Вега | 2026-02-16 | 2.0000",
        "ИП Лебедев | 2026-02-17 | 1.0000",
    ];
    for header in ["Контрагент", "Контрагент / Регистратор"] {
        let ingested = read_whole(&text(header, "7,00"));
        assert_eq!(sales(&ingested), expected, "{header}");
        assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![3, 6, 9, 11]), (Reason::TitleRow, vec![1])]);
        assert_eq!(column_of(&ingested, Field::Client), "↑ Контрагент");
        assert_eq!(column_of(&ingested, Field::Order), header);
        assert!(has(&ingested, Finding::NamesAbove));
    }
    // A row that is no sum of those below it names nobody.
    assert!(!has(&read_whole(&text("Контрагент", "7,01")), Finding::NamesAbove));
}

#[test]
fn clients_above_their_products_with_days_in_a_column_of_their_own() {
    let text = |header: &str, products: [&str; 4]| {
        let [one, two, three, four] = products;
        format!(
            "{header}Ромашка;;\n{one};01.02.2026;10\n{two};07.03.2026;20\nВега;;\n{three};15.02.2026;5\n{four};16.02.2026;2\n"
        )
    };
    let expected = ["Ромашка | 2026-02-01", "Ромашка | 2026-03-07", "Вега | 2026-02-15", "Вега | 2026-02-16"];
    let clients_and_days = |ingested: &Ingested| {
        let cut = |sale: &String| sale.rsplit_once(" | ").map_or_else(String::new, |(start, _)| start.to_owned());
        sales(ingested).iter().map(cut).collect::<Vec<_>>()
    };
    // The same products below several clients, or a row of the header for each level.
    let shared = read_whole(&text("Контрагент;Дата;Сумма\n", ["Болт", "Гайка", "Болт", "Гайка"]));
    assert_eq!(clients_and_days(&shared), expected);
    assert_eq!(column_of(&shared, Field::Product), "Контрагент");
    let told = read_whole(&text("Контрагент;Дата;Сумма\nНоменклатура;;\n", ["Болт", "Гайка", "Винт", "Шуруп"]));
    assert_eq!(clients_and_days(&told), expected);
    // Managers above their clients.
    let ingested = read_whole(&text("Контрагент;Дата;Сумма\n", ["Альфа", "Бета", "Гамма", "Дельта"]));
    let expected = ["Альфа | 2026-02-01", "Бета | 2026-03-07", "Гамма | 2026-02-15", "Дельта | 2026-02-16"];
    assert_eq!(clients_and_days(&ingested), expected);
}

#[test]
fn numbers_of_documents_in_a_column_of_their_own_stay_the_orders() {
    let ingested = read_whole(
        "Контрагент;Дата;Номер заказа;Сумма\nРомашка;;;30\nРеализация № 1;01.02.2026;A-1;10\nРеализация № 2;07.03.2026;A-1;20\n\
         Вега;;;5\nРеализация № 3;15.02.2026;A-2;5\n",
    );
    assert_eq!(sales(&ingested).len(), 3);
    assert_eq!(
        [Field::Client, Field::Order].map(|field| column_of(&ingested, field)),
        ["↑ Контрагент", "Номер заказа"]
    );
}

#[test]
fn clients_above_their_months() {
    let ingested = read_whole(
        "Контрагент;Сумма\nПериод, месяц;\nООО Ромашка;30,50\nЯнварь 2026 г.;10\nФевраль 2026 г.;20,50\nАО Вега;5\nФевраль 2026 г.;5\nИтого;35,50\n",
    );
    let expected =
        ["ООО Ромашка | 2026-01-01 | 10.0000", "ООО Ромашка | 2026-02-01 | 20.5000", "АО Вега | 2026-02-01 | 5.0000"];
    assert_eq!(sales(&ingested), expected);
}

#[test]
fn contracts_between_clients_and_documents() {
    let text = |levels: &str| {
        format!(
            "{levels}ООО Ромашка;16\nДоговор № 1;15\nРеализация 1 от 01.02.2026;10\nРеализация 2 от 02.02.2026;5\nДоговор № 2;1\nРеализация 3 от 03.02.2026;1\nАО Вега;4\nДоговор № 1;4\nРеализация 4 от 04.02.2026;4\n"
        )
    };
    let clients = |levels: &str| -> Vec<String> {
        let ingested = read_whole(&text(levels));
        sales(&ingested).iter().map(|sale| sale.split(" | ").next().expect("a client").to_owned()).collect()
    };
    let levels = "Контрагент;Сумма\nДоговор;\nДокумент;\n";
    assert_eq!(clients(levels), ["ООО Ромашка", "ООО Ромашка", "ООО Ромашка", "АО Вега"]);
    // The header names the groups from the outermost, and clients may be the inner ones.
    let levels = "Менеджер;Сумма\nКонтрагент;\nДокумент;\n";
    assert_eq!(clients(levels), ["Договор № 1", "Договор № 1", "Договор № 2", "Договор № 1"]);
}

#[test]
fn clients_in_a_column_of_their_own_above_their_sales() {
    let ingested = read_whole(
        "Контрагент;Документ;Дата;Сумма\nРомашка;;;30,50\n;Р-1;01.02.2026;10\n;Р-2;07.03.2026;20,50\nВега;;;7\n;Р-3;15.02.2026;5\n;Р-4;16.02.2026;2\n",
    );
    let expected = [
        "Ромашка | 2026-02-01 | 10.0000",
        "Ромашка | 2026-03-07 | 20.5000",
        "Вега | 2026-02-15 | 5.0000",
        "Вега | 2026-02-16 | 2.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5])]);
}

#[test]
fn clients_without_a_header_above_their_sales_and_totals() {
    // Months come first, which one of the dates shows; read the other way the dates of a client would go to and fro.
    let ingested = read_whole(
        "Sales by Customer\n\n,Date,Num,Amount,Balance\nAcme,,,,\n,01/03/2025,7,10.00,10.00\n,01/15/2025,8,20.00,30.00\n,02/01/2025,9,1.00,31.00\n\
         Total for Acme,,,$31.00,\nBlue Sky,,,,\n,01/06/2025,7,5.00,5.00\n,01/20/2025,8,6.00,11.00\nTotal for Blue Sky,,,$11.00,\nTOTAL,,,$42.00,\n",
    );
    let expected = [
        "Acme | 2025-01-03 | 10.0000",
        "Acme | 2025-01-15 | 20.0000",
        "Acme | 2025-02-01 | 1.0000",
        "Blue Sky | 2025-01-06 | 5.0000",
        "Blue Sky | 2025-01-20 | 6.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    let reasons = [(Reason::TotalRow, vec![8, 12, 13]), (Reason::TitleRow, vec![1, 4, 9]), (Reason::BlankRow, vec![2])];
    assert_eq!(set_aside(&ingested), reasons);
}

#[test]
fn names_only_in_the_first_row_of_a_group() {
    // A pivot table of a spreadsheet, with a row of sums below each client.
    let ingested = read_whole(
        "Client;Date;Amount\nAcme;2026-01-05;10\n;2026-02-05;20\n;2026-03-05;30\nAcme Total;;60\nBolt;2026-01-15;5\n;2026-02-15;5\nBolt Total;;10\nGrand Total;;70\n",
    );
    let clients: Vec<String> = sales(&ingested).iter().map(|sale| sale[..4].to_owned()).collect();
    assert_eq!(clients, ["Acme", "Acme", "Acme", "Bolt", "Bolt"]);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![5, 8, 9])]);

    // Orders with several products: number, date and client stand in the first row of each.
    let ingested = read_whole(
        "Заказ;Дата;Клиент;Товар;Сумма\n1;01.02.2026;Ромашка;Чай;10\n;;;Кофе;20\n2;02.02.2026;Вега;Чай;5\n3;03.02.2026;Ромашка;Чай;1\n;;;Сок;2\n;;;Мёд;3\n",
    );
    let expected = [
        "Ромашка | 2026-02-01 | 10.0000",
        "Ромашка | 2026-02-01 | 20.0000",
        "Вега | 2026-02-02 | 5.0000",
        "Ромашка | 2026-02-03 | 1.0000",
        "Ромашка | 2026-02-03 | 2.0000",
        "Ромашка | 2026-02-03 | 3.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(column_of(&ingested, Field::Order), "↑ Заказ");
}

#[test]
fn a_client_that_is_not_named_stays_so() {
    let cases = [
        // A journal, day after day.
        "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n02.02.2026;;20\n03.02.2026;Вега;5\n04.02.2026;;1\n05.02.2026;;1\n",
        // The latest first.
        "Дата;Клиент;Сумма\n05.02.2026;Ромашка;10\n04.02.2026;;20\n03.02.2026;Вега;5\n02.02.2026;;1\n01.02.2026;;1\n",
        // In no order of days, and clients come again.
        "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n09.02.2026;;20\n03.02.2026;Вега;5\n08.02.2026;;1\n02.02.2026;Ромашка;1\n",
    ];
    for text in cases {
        let ingested = read_whole(text);
        assert_eq!(column_of(&ingested, Field::Client), "Клиент", "{text}");
        assert!(without_client(&ingested).0 > 0 && !has(&ingested, Finding::NamesAbove), "{text}");
    }
}

#[test]
fn whoever_knows_better_takes_the_column_of_the_file() {
    let text = "Client;Date;Amount\nAcme;2026-01-05;10\n;2026-02-05;20\nBolt;2026-01-15;5\n;2026-02-15;5\n";
    assert_eq!(without_client(&read_whole(text)).0, 0);
    let options = ReadOptions { mapping: vec![(Field::Client, Some(0))], ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &options).expect("a table");
    assert_eq!(without_client(&ingested), (2, "25.0000".to_owned()));
}

#[test]
fn dates_in_columns_of_their_own() {
    let cases = [
        ("Клиент;Год;Месяц;Сумма", "Ромашка;2026;3;10,50", "2026-03-01", "Год + Месяц"),
        ("Клиент;Год;Месяц;Сумма", "Ромашка;2026;Март;10,50", "2026-03-01", "Год + Месяц"),
        ("Клиент;Год;Месяц;Сумма", "Ромашка;2026;03 - март;10,50", "2026-03-01", "Год + Месяц"),
        ("Клиент;Год;Квартал;Сумма", "Ромашка;2026;II кв.;10,50", "2026-04-01", "Год + Квартал"),
        ("Customer,Year,Quarter,Revenue", "Ромашка,2026,Q4,10.50", "2026-10-01", "Year + Quarter"),
        ("Customer,Year,Month,Day,Revenue", "Ромашка,2026,Mar,17,10.50", "2026-03-17", "Year + Month + Day"),
        ("Customer,Month,Year,Revenue", "Ромашка,12,2026,10.50", "2026-12-01", "Year + Month"),
    ];
    for (header, row, day, name) in cases {
        let ingested = read_whole(&format!("{header}\n{row}\n{row}\n"));
        assert_eq!(sales(&ingested), [format!("Ромашка | {day} | 10.5000"), format!("Ромашка | {day} | 10.5000")]);
        assert_eq!(column_of(&ingested, Field::Date), name, "{header}");
        assert!(has(&ingested, Finding::DatesInParts));
    }
    // A day that does not exist is told with what stands in the file.
    let ingested = read_whole("Client,Year,Month,Day,Amount\nAcme,2026,2,30,5\nAcme,2026,2,28,5\n");
    assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![2])]);
    // Where there is a date, year and month beside it say nothing new.
    let ingested = read_whole("Client,Date,Year,Month,Amount\nAcme,2026-02-28,2026,2,5\nBolt,2026-03-01,2026,3,5\n");
    assert_eq!(column_of(&ingested, Field::Date), "Date");
}

/// Either part alone is shared by several clients.
#[test]
fn names_in_columns_of_their_own() {
    let text = "Имя;Фамилия;Дата;Сумма\nИван;Иванов;01.02.2026;1\nПётр;Иванов;02.02.2026;2\nИван;Седов;03.02.2026;4\n\
        Иван;Иванов;05.03.2026;8\n;Иванов;06.03.2026;16\n;;07.03.2026;32\n";
    let ingested = read_whole(text);
    let expected = [
        "Иван Иванов | 2026-02-01 | 1.0000",
        "Пётр Иванов | 2026-02-02 | 2.0000",
        "Иван Седов | 2026-02-03 | 4.0000",
        "Иван Иванов | 2026-03-05 | 8.0000",
        "Иванов | 2026-03-06 | 16.0000",
    ];
    assert_eq!(sales(&ingested)[..5], expected);
    assert_eq!(without_client(&ingested), (1, "32.0000".to_owned()));
    assert_eq!(column_of(&ingested, Field::Client), "Имя + Фамилия");
    assert!(has(&ingested, Finding::NamesInParts));
    let english = "Date,Billing Last Name,Billing First Name,Total\n2026-02-01,Doe,Jane,5\n2026-02-02,Doe,John,6\n";
    assert_eq!(sales(&read_whole(english)), ["Doe Jane | 2026-02-01 | 5.0000", "Doe John | 2026-02-02 | 6.0000"]);
    // A firm, an address or a full name tells clients apart better.
    for (header, better) in [
        ("Компания;Имя;Фамилия;Дата;Сумма", "Компания"),
        ("Имя;Фамилия;Email;Дата;Сумма", "Email"),
        ("Имя;Фамилия;Клиент;Дата;Сумма", "Клиент"),
    ] {
        let cell = |name: &str, day: u32| match name {
            "Дата" => format!("0{day}.02.2026"),
            "Сумма" => "7".to_owned(),
            name => format!("{name}{day}"),
        };
        let row = |day| header.split(';').map(|name| cell(name, day)).collect::<Vec<_>>().join(";");
        let ingested = read_whole(&format!("{header}\n{}\n{}\n", row(1), row(2)));
        assert_eq!(column_of(&ingested, Field::Client), better, "{header}");
        assert!(!has(&ingested, Finding::NamesInParts), "{header}");
    }
}

/// A span counts on its first day, as a month does.
#[test]
fn days_that_are_spans() {
    let ingested = read_whole(
        "Клиент;Период;Сумма\nРомашка;01.01.2026-31.01.2026;100\nВега;01.02.2026 0:00:00 - 28.02.2026 23:59:59;200\n",
    );
    assert_eq!(sales(&ingested), ["Ромашка | 2026-01-01 | 100.0000", "Вега | 2026-02-01 | 200.0000"]);
}

#[test]
fn rows_in_quotes_as_a_whole() {
    let ingested =
        read_whole("\"Client,Date,Amount\"\n\"\"\"Acme, Ltd\"\",2026-01-05,10.50\"\n\"Bolt,2026-02-05,20\"\n");
    assert_eq!(sales(&ingested), ["Acme, Ltd | 2026-01-05 | 10.5000", "Bolt | 2026-02-05 | 20.0000"]);
    // Separators that a sheet adds for its empty columns.
    let ingested = read_whole("\"Client,Date,Amount\"\n\"Acme,2026-01-05,10.50\"\n\"Bolt,2026-02-05,\"\n");
    assert_eq!(set_aside(&ingested), [(Reason::BadAmount, vec![3])]);
}

#[test]
fn the_sum_of_an_order_in_each_of_its_rows_counts_once() {
    let file = |amount: &str| {
        let rows = [
            (1, "Acme", 30, 10, 1),
            (1, "Acme", 30, 10, 2),
            (2, "Blue", 7, 7, 1),
            (3, "Acme", 9, 4, 1),
            (3, "Acme", 9, 5, 1),
            (4, "Blue", 8, 3, 2),
            (4, "Blue", 8, 2, 1),
        ];
        let line = |(order, client, total, price, quantity)| {
            format!("{order};{client};2026-01-0{order};{total};{price};{quantity}\n")
        };
        format!("Order Number;Customer Name;Order Date;{amount};Item Price;Quantity\n{}", rows.map(line).concat())
    };
    let woo = read_whole(&file("Order Total"));
    assert_eq!(woo.report.total.to_string(), "54.0000");
    assert_eq!(woo.report.mapping.column(Field::Amount), None);
    assert!(has(&woo, Finding::OrderTotalsPassedOver));
    // Whoever knows better takes the column all the same.
    let options = ReadOptions { mapping: vec![(Field::Amount, Some(3))], ..ReadOptions::default() };
    assert_eq!(read_all(file("Order Total").as_bytes(), &options).unwrap().report.total.to_string(), "101.0000");
    // Under any other header the items tell, as they add up to it.
    let plain = read_whole(&file("Total"));
    assert_eq!(plain.report.total.to_string(), "54.0000");
    assert!(has(&plain, Finding::OrderTotalsPassedOver));
    // Without them, a sum of the row may be the same in several of them.
    let no_items = file("Total").replace("Item Price", "Weight").replace("Quantity", "Volume");
    let tickets = read_whole(&no_items);
    assert_eq!(tickets.report.total.to_string(), "101.0000");
    assert!(!has(&tickets, Finding::OrderTotals) && !has(&tickets, Finding::OrderTotalsPassedOver));
    // Without items nothing takes its place, and it is said.
    let totals_only = file("Сумма документа").replace("Item Price", "Вес").replace("Quantity", "Объём");
    let documents = read_whole(&totals_only);
    assert_eq!(documents.report.total.to_string(), "101.0000");
    assert!(has(&documents, Finding::OrderTotals));
}

#[test]
fn totals_below_what_stands_above() {
    let orders = "№ заказа;Дата;Клиент;Товар;Сумма\n1;01.02.2024;Анна;Мыло;200\n;;;Крем;500\n2;04.02.2024;Олег;Крем;500\n;;;Мыло;100\n";
    let expected = [
        "Анна | 2024-02-01 | 200.0000",
        "Анна | 2024-02-01 | 500.0000",
        "Олег | 2024-02-04 | 500.0000",
        "Олег | 2024-02-04 | 100.0000",
    ];
    for total in ["Итого;;;;1300", ";;;Итого;1300", ";;;;1300", "Всего по заказам;;;;1300"] {
        let ingested = read_whole(&format!("{orders}{total}\n"));
        assert_eq!(sales(&ingested), expected, "{total}");
        assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![6])], "{total}");
    }
    // Not the sum of what stands above: one more sale of the last client.
    let more = read_whole(&format!("{orders};;;;1200\n"));
    assert_eq!(sales(&more).last().map(String::as_str), Some("Олег | 2024-02-04 | 1200.0000"));
    // Dates alone come from above.
    let dates = read_whole(
        "№;Дата;Клиент;Сумма\n1;01.02.2024;Анна;700\n2;;Олег;600\n3;02.02.2024;Анна;50\n4;;Ия;20\nИтого;;;1370\n",
    );
    assert_eq!(sales(&dates).len(), 4);
    assert_eq!(set_aside(&dates), [(Reason::TotalRow, vec![6])]);
}

#[test]
fn blocks_that_end_in_totals_with_their_names() {
    let ingested = read_whole(
        "Клиент;Дата;Сумма\nООО Альфа;01.02.2024;1000\n;05.02.2024;2000\nООО Альфа Итог;;3000\nООО Бета;07.02.2024;750\n;09.02.2024;250\nООО Бета Итог;;1000\nОбщий итог;;4000\n",
    );
    let expected = [
        "ООО Альфа | 2024-02-01 | 1000.0000",
        "ООО Альфа | 2024-02-05 | 2000.0000",
        "ООО Бета | 2024-02-07 | 750.0000",
        "ООО Бета | 2024-02-09 | 250.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert!(has(&ingested, Finding::NamesAbove));
    // Blank names alone are no reason: somebody bought without giving one.
    let open = read_whole(
        "Клиент;Дата;Сумма\nООО Альфа;01.02.2024;1000\n;05.02.2024;2000\nООО Бета;07.02.2024;750\n;09.02.2024;250\n",
    );
    assert_eq!(without_client(&open), (2, "2250.0000".to_owned()));
}

#[test]
fn a_sum_of_the_whole_order_beside_sums_of_its_rows() {
    // 360 is 200 and 100 with 60 of tax.
    let ingested = read_whole(
        "ContactName,InvoiceNumber,InvoiceDate,Total,Description,LineAmount,TaxAmount\nBay,INV-1,18/01/2024,360.00,Desks,200.00,40.00\nBay,INV-1,18/01/2024,360.00,Chairs,100.00,20.00\nCity,INV-2,18/01/2024,120.00,Training,100.00,20.00\n",
    );
    assert_eq!(column_of(&ingested, Field::Amount), "LineAmount");
    assert!(has(&ingested, Finding::OrderTotalsPassedOver));
    assert_eq!(ingested.report.total.to_string(), "400.0000");
}

#[test]
fn sums_in_thousands_are_told() {
    let said = |header: &str| {
        let ingested = read_whole(&format!("Дата;Клиент;{header}\n01.02.2024;Магнит;120,5\n03.02.2024;Лента;80,2\n"));
        has(&ingested, Finding::InThousands)
    };
    assert!(said("Выручка, тыс. руб."));
    assert!(!said("Выручка, руб."));
}

/// As spreadsheets show days of one year, and people write them.
#[test]
fn days_without_a_year_are_of_the_one_in_the_title() {
    let file = |title: &str, days: [&str; 4]| {
        let rows = days.map(|day| format!("{day};Ромашка;5\n")).concat();
        format!("{title};;\nДата;Клиент;Сумма\n{rows}")
    };
    let expected =
        |days: [&str; 4]| days.map(|day| format!("Ромашка | {day} | 5.0000")).into_iter().collect::<Vec<_>>();
    let of_2024 = expected(["2024-01-05", "2024-02-16", "2024-02-29", "2024-11-12"]);
    for days in [
        ["05.01", "16.02", "29.02", "12.11"],
        ["05.янв", "16.фев", "29.фев", "12.ноя"],
        ["5 января", "16 февраля", "29 февраля", "12 ноября"],
        ["5-Jan", "16-Feb", "29-Feb", "12-Nov"],
        ["1/5", "2/16", "2/29", "11/12"],
    ] {
        let ingested = read_whole(&file("Продажи за 2024 год", days));
        assert_eq!(sales(&ingested), of_2024, "{days:?}");
        assert_eq!(column_of(&ingested, Field::Date), "Дата + 2024");
        assert!(!has(&ingested, Finding::YearAssumed));
    }
    // After December comes the next year.
    let season = read_whole(&file("Сезон 2024-2025", ["05.11", "30.12", "09.01", "02.02"]));
    assert_eq!(sales(&season), expected(["2024-11-05", "2024-12-30", "2025-01-09", "2025-02-02"]));
    // Latest first, or in no order: one year.
    let latest_first = read_whole(&file("Продажи 2024", ["12.11", "01.06", "03.06", "05.01"]));
    assert_eq!(sales(&latest_first), expected(["2024-11-12", "2024-06-01", "2024-06-03", "2024-01-05"]));
}

#[test]
fn a_year_that_nothing_names_is_assumed_and_can_be_said() {
    let text = "Месяц;Клиент;Сумма\nЯнварь;Ромашка;5\nМарт;Вега;7\n";
    let ingested = read_whole(text);
    assert_eq!(ingested.report.rows_used, 2);
    assert!(has(&ingested, Finding::YearAssumed));
    let said = ReadOptions { year: Some(2026), ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &said).unwrap();
    assert_eq!(sales(&ingested), ["Ромашка | 2026-01-01 | 5.0000", "Вега | 2026-03-01 | 7.0000"]);
    assert!(!has(&ingested, Finding::YearAssumed));
    // The day on which a report was made, a number in a name and another column of days tell no year of these.
    for title in ["Сформирован 12.01.2026", "ООО \"Мебель-2000\"", "Тел. 123-2019"] {
        let ingested = read_whole(&format!("{title};;\nДата;Клиент;Сумма\n01.12;Ромашка;5\n27.12;Вега;7\n"));
        assert!(has(&ingested, Finding::YearAssumed), "{title}");
    }
    let other = "Дата;Клиент;Дата оплаты;Сумма\n05.03;Ромашка;10.03.2023;5\n06.03;Вега;11.03.2023;7\n";
    let read = read_all(other.as_bytes(), &ReadOptions::default());
    assert!(!read.is_ok_and(|read| has(&read, Finding::YearAssumed)));
    // One date with a year is a date: the others are set aside.
    let mixed = read_whole("Дата;Клиент;Сумма\n05.01.2026;Ромашка;5\n06.01;Вега;7\n");
    assert_eq!(sales(&mixed), ["Ромашка | 2026-01-05 | 5.0000"]);
}
