//! Tables in which days or clients stand once above what they sum up, as a pivot table of a spreadsheet or a report of 1C
//! has them: nothing counts twice, and whose row it is is known.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Field, ReadOptions, Reason, TableKind, read_all};

use crate::support::{read_whole, sales, set_aside, without_client};

const DAYS_OF_CLIENTS: [&str; 4] = [
    "Ромашка | 2024-01-01 | 10.0000",
    "Вега | 2024-01-01 | 5.0000",
    "Ромашка | 2024-01-02 | 7.0000",
    "Луна | 2024-01-02 | 2.0000",
];

#[test]
fn dates_above_clients_in_two_columns() {
    // Each form, and the lines of its sums.
    let cases: [(&str, &[u64]); 3] = [
        ("Дата;Клиент;Сумма\n01.01.2024;Ромашка;10\n;Вега;5\n02.01.2024;Ромашка;7\n;Луна;2\n", &[]),
        // Sums below, as a spreadsheet writes them in tabular form.
        (
            "Дата;Клиент;Сумма\n01.01.2024;Ромашка;10\n;Вега;5\n01.01.2024 Итог;;15\n02.01.2024;Ромашка;7\n;Луна;2\n02.01.2024 Итог;;9\nОбщий итог;;24\n",
            &[4, 7, 8],
        ),
        // Sums above, as it writes them in outline form.
        (
            "Дата;Клиент;Сумма\n01.01.2024;;15\n;Ромашка;10\n;Вега;5\n02.01.2024;;9\n;Ромашка;7\n;Луна;2\nОбщий итог;;24\n",
            &[2, 5, 8],
        ),
    ];
    for (text, totals) in cases {
        let ingested = read_whole(text);
        assert_eq!(sales(&ingested), DAYS_OF_CLIENTS, "{text}");
        let expected = if totals.is_empty() { vec![] } else { vec![(Reason::TotalRow, totals.to_vec())] };
        assert_eq!(set_aside(&ingested), expected, "{text}");
        assert_eq!(without_client(&ingested).0, 0, "{text}");
        assert_eq!(ingested.report.details.count(Finding::DatesAbove), 1, "{text}");
    }
}

#[test]
fn a_date_that_is_missing_stays_so() {
    let cases = [
        // A date goes back.
        "Дата;Клиент;Сумма\n02.01.2024;Ромашка;10\n;Вега;5\n01.01.2024;Ромашка;7\n;Луна;2\n03.01.2024;Вега;7\n;Луна;2\n",
        // A date stands twice.
        "Дата;Клиент;Сумма\n01.01.2024;Ромашка;10\n;Вега;5\n01.01.2024;Ромашка;7\n;Луна;2\n",
        // The rows with dates are no sums of the others.
        "Дата;Клиент;Сумма\n01.01.2024;;1\n;Ромашка;10\n;Вега;5\n02.01.2024;;9\n;Ромашка;7\n;Луна;2\n",
    ];
    for text in cases {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.details.count(Finding::DatesAbove), 0, "{text}");
        let dates = set_aside(&ingested).into_iter().find(|(reason, _)| *reason == Reason::BadDate);
        assert!(dates.is_some(), "{text}");
    }
}

#[test]
fn dates_above_clients_in_one_column() {
    let compact = "Названия строк;Сумма по полю Сумма\n01.01.2024;15\nРомашка;10\nВега;5\n02.01.2024;9\nРомашка;7\nЛуна;2\nОбщий итог;24\n";
    let ingested = read_whole(compact);
    assert_eq!(sales(&ingested), DAYS_OF_CLIENTS);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5, 8])]);
    assert_eq!(ingested.report.headers.last().map(String::as_str), Some("↑ Названия строк"));

    // As 1C writes it: a row of the header for each level.
    let ingested = read_whole(
        "Период, месяц;Выручка\nКонтрагент;\nЯнварь 2024 г.;15\nРомашка;10\nВега;5\nФевраль 2024 г.;9\nРомашка;7\nЛуна;2\nИтого;24\n",
    );
    let months = DAYS_OF_CLIENTS.map(|sale| sale.replace("2024-01-02", "2024-02-01"));
    assert_eq!(sales(&ingested), months);

    // Years and months by themselves.
    let ingested = read_whole(
        "Названия строк;Сумма\n2023;12\nдек;12\nРомашка;7\nВега;5\n2024;12\nянв;3\nЛуна;3\nфев;9\nРомашка;7\nЛуна;2\nОбщий итог;24\n",
    );
    let expected = [
        "Ромашка | 2023-12-01 | 7.0000",
        "Вега | 2023-12-01 | 5.0000",
        "Луна | 2024-01-01 | 3.0000",
        "Ромашка | 2024-02-01 | 7.0000",
        "Луна | 2024-02-01 | 2.0000",
    ];
    assert_eq!(sales(&ingested), expected);
}

#[test]
fn clients_above_their_years_and_months() {
    let ingested = read_whole(
        "Названия строк;Сумма\nРомашка;17\n2023;10\nдек;10\n2024;7\nянв;3\nфев;4\nВега;5\n2024;5\nянв;5\nОбщий итог;22\n",
    );
    let expected = [
        "Ромашка | 2023-12-01 | 10.0000",
        "Ромашка | 2024-01-01 | 3.0000",
        "Ромашка | 2024-02-01 | 4.0000",
        "Вега | 2024-01-01 | 5.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 3, 5, 8, 9, 11])]);
}

#[test]
fn days_above_clients_above_documents() {
    let ingested = read_whole(
        "Период, день;Выручка\nКонтрагент;\nРегистратор;\n01.01.2024;15\nРомашка;10\nРеализация 1 от 01.01.2024;6\nРеализация 2 от 01.01.2024;4\nВега;5\nРеализация 3 от 01.01.2024;5\n02.01.2024;9\nРомашка;7\nРеализация 4 от 02.01.2024;7\nЛуна;2\nРеализация 5 от 02.01.2024;2\nИтого;24\n",
    );
    let expected = [
        "Ромашка | 2024-01-01 | 6.0000",
        "Ромашка | 2024-01-01 | 4.0000",
        "Вега | 2024-01-01 | 5.0000",
        "Ромашка | 2024-01-02 | 7.0000",
        "Луна | 2024-01-02 | 2.0000",
    ];
    assert_eq!(sales(&ingested), expected);
}

const CLIENTS: [&str; 4] = [
    "Ромашка | 2024-01-01 | 10.0000",
    "Ромашка | 2024-02-01 | 5.0000",
    "Вега | 2024-01-01 | 7.0000",
    "Вега | 2024-02-01 | 3.0000",
];

#[test]
fn clients_above_their_products_with_months_across() {
    let months = "янв 2024;фев 2024;Итого";
    let cases: [(String, &[u64]); 4] = [
        // Written once.
        (format!("Клиент;Товар;{months}\nРомашка;Чай;10;;10\n;Кофе;;5;5\nВега;Чай;7;;7\n;Сок;;3;3\n"), &[]),
        // With their sums in the same row.
        (
            format!(
                "Клиент;Товар;{months}\nРомашка;;10;5;15\n;Чай;10;;10\n;Кофе;;5;5\nВега;;7;3;10\n;Чай;7;;7\n;Сок;;3;3\nОбщий итог;;17;8;25\n"
            ),
            &[2, 5, 8],
        ),
        // In one column with their products.
        (
            format!(
                "Названия строк;{months}\nРомашка;10;5;15\nЧай;10;;10\nКофе;;5;5\nВега;7;3;10\nЧай;7;;7\nСок;;3;3\nОбщий итог;17;8;25\n"
            ),
            &[2, 5, 8],
        ),
        // As 1C heads it.
        (
            format!(
                "Контрагент;{months}\nНоменклатура;;;\nРомашка;10;5;15\nЧай;10;;10\nКофе;;5;5\nВега;7;3;10\nЧай;7;;7\nСок;;3;3\nИтого;17;8;25\n"
            ),
            &[3, 6, 9],
        ),
    ];
    for (text, totals) in cases {
        let ingested = read_whole(&text);
        assert_eq!(ingested.report.table, TableKind::Pivot, "{text}");
        assert_eq!(sales(&ingested), CLIENTS, "{text}");
        let expected = if totals.is_empty() { vec![] } else { vec![(Reason::TotalRow, totals.to_vec())] };
        assert_eq!(set_aside(&ingested), expected, "{text}");
        let products: Vec<_> = ingested.table.extras.product.as_ref().expect("products").iter().collect();
        assert_eq!(products, [Some("Чай"), Some("Кофе"), Some("Чай"), Some("Сок")], "{text}");
        assert_eq!(ingested.report.details.count(Finding::NamesAbove), 1, "{text}");
        assert_eq!(ingested.report.details.count(Finding::SumsDiffer), 0, "{text}");
    }
}

#[test]
fn managers_above_clients_with_months_across() {
    // No client stands twice below the managers, so that they are the inner ones.
    let ingested = read_whole(
        "Названия строк;янв 2024;фев 2024\nАнна;10;5\nРомашка;10;\nВега;;5\nПётр;7;3\nЛуна;7;\nМаяк;;3\nОбщий итог;17;8\n",
    );
    let expected = [
        "Ромашка | 2024-01-01 | 10.0000",
        "Вега | 2024-02-01 | 5.0000",
        "Луна | 2024-01-01 | 7.0000",
        "Маяк | 2024-02-01 | 3.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5, 8])]);
    assert!(ingested.table.extras.product.is_none());

    // Managers in a column of their own, written once.
    let ingested =
        read_whole("Менеджер;Клиент;янв 2024;фев 2024\nАнна;Ромашка;10;\n;Вега;;5\nПётр;Луна;7;\n;Маяк;;3\n");
    assert_eq!(sales(&ingested), expected);
    let managers: Vec<_> = ingested.table.extras.manager.as_ref().expect("managers").iter().collect();
    assert_eq!(managers, [Some("Анна"), Some("Анна"), Some("Пётр"), Some("Пётр")]);
}

#[test]
fn three_levels_in_one_column() {
    let ingested = read_whole(
        "Менеджер;янв 2024;фев 2024\nКонтрагент;;\nНоменклатура;;\nАнна;15;5\nРомашка;10;\nЧай;6;\nСок;4;\nВега;5;5\nЧай;5;5\nПётр;7;3\nЛуна;7;3\nЧай;7;3\n",
    );
    let expected = [
        "Ромашка | 2024-01-01 | 6.0000",
        "Ромашка | 2024-01-01 | 4.0000",
        "Вега | 2024-01-01 | 5.0000",
        "Вега | 2024-02-01 | 5.0000",
        "Луна | 2024-01-01 | 7.0000",
        "Луна | 2024-02-01 | 3.0000",
    ];
    assert_eq!(sales(&ingested), expected);
}

#[test]
fn rows_of_nothing_stay_with_their_client() {
    let ingested = read_whole(
        "Названия строк;янв 2024;фев 2024\nРомашка;10;5\nЧай;10;\nКофе;;5\nСок;0;0\nВега;7;3\nСок;0;0\nЧай;7;\nКофе;;3\nОбщий итог;17;8\n",
    );
    let zero = |client: &str, month: &str| format!("{client} | 2024-{month}-01 | 0.0000");
    let sales = sales(&ingested);
    assert_eq!(sales[2..4], [zero("Ромашка", "01"), zero("Ромашка", "02")]);
    assert_eq!(sales[4..6], [zero("Вега", "01"), zero("Вега", "02")]);
    assert_eq!((sales.len(), ingested.report.total.to_string()), (8, "25.0000".to_owned()));
}

#[test]
fn rows_that_make_no_groups_are_clients() {
    // The first row happens to be the sum of the two below it, and no other is.
    let ingested = read_whole("Клиент;янв 2024;фев 2024\nРомашка;3;3\nВега;1;2\nЛуна;2;1\nМаяк;5;5\nЗаря;4;4\n");
    assert_eq!((ingested.report.rows_used, ingested.report.clients), (5, 5));
    assert!(ingested.report.mapping.column(Field::Product).is_none());
}

#[test]
fn what_further_down_makes_no_sums_is_told() {
    // More rows than the layout is told from, the last group of them without its sum.
    let mut text = "Названия строк;янв 2024;фев 2024\n".to_owned();
    for client in 0..700 {
        text.push_str(&format!("Клиент {client};3;3\nЧай;1;2\nСок;2;1\n"));
    }
    let ingested = read_whole(&text);
    assert_eq!((ingested.report.clients, ingested.report.details.count(Finding::SumsDiffer)), (700, 0));
    text.push_str("Клиент 700;9;9\nЧай;1;2\n");
    let ingested = read_whole(&text);
    assert_eq!((ingested.report.clients, ingested.report.details.count(Finding::SumsDiffer)), (701, 1));
}

/// As 1C writes its report of sales in full: only sums tell what was sold from whom it was sold to.
#[test]
fn clients_above_documents_above_products() {
    let ingested = read_whole(
        "Контрагент;Сумма\nДокумент;\nНоменклатура;\nРомашка;16\nРеализация 1 от 01.02.2026;10\nШкаф;6\nПолка;4\nРеализация 2 от 05.02.2026;6\nПолка;6\nВега;7\nРеализация 3 от 09.02.2026;7\nШкаф;7\nИтого;23\n",
    );
    let expected = [
        "Ромашка | 2026-02-01 | 6.0000",
        "Ромашка | 2026-02-01 | 4.0000",
        "Ромашка | 2026-02-05 | 6.0000",
        "Вега | 2026-02-09 | 7.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![4, 5, 8, 10, 11, 13])]);
    let products: Vec<_> = ingested.table.extras.product.as_ref().unwrap().iter().flatten().collect();
    assert_eq!(products, ["Шкаф", "Полка", "Полка", "Шкаф"]);
}

/// The date of a contract is no day of a sale.
#[test]
fn clients_above_contracts_with_dates_above_documents() {
    for contract in ["Договор № 5 от 15.03.2023", "№ 1/25 от 15.01.2024"] {
        let ingested = read_whole(&format!(
            "Контрагент;Сумма\nДоговор;\nДокумент;\nРомашка;16\n{contract};16\nАкт 1 от 01.02.2026;10\nАкт 2 от 05.02.2026;6\nВега;7\n{contract};7\nАкт 3 от 09.02.2026;7\n"
        ));
        let expected =
            ["Ромашка | 2026-02-01 | 10.0000", "Ромашка | 2026-02-05 | 6.0000", "Вега | 2026-02-09 | 7.0000"];
        assert_eq!(sales(&ingested), expected, "{contract}");
    }
}

#[test]
fn the_firm_itself_above_its_clients() {
    let ingested = read_whole(
        "Организация;Выручка\nКонтрагент;\nДокумент;\nНаша фирма;17\nРомашка;10\nРеализация 1 от 01.02.2026;6\nРеализация 2 от 03.02.2026;4\nВега;7\nРеализация 3 от 02.02.2026;7\n",
    );
    let expected = ["Ромашка | 2026-02-01 | 6.0000", "Ромашка | 2026-02-03 | 4.0000", "Вега | 2026-02-02 | 7.0000"];
    assert_eq!(sales(&ingested), expected);
}

#[test]
fn days_above_clients_by_any_name() {
    for header in ["Дата;Сумма\nПокупатель;", "По дням;Сумма\nКонтрагент;", "Date;Amount\nCustomer;"]
    {
        let ingested = read_whole(&format!(
            "Отчёт;\n{header}\n01.01.2024;15\nРомашка;10\nВега;5\n02.01.2024;9\nРомашка;7\nЛуна;2\n"
        ));
        assert_eq!(sales(&ingested), DAYS_OF_CLIENTS, "{header}");
    }
}

/// Orders with their sums above what was ordered, each with its own: both together count twice.
#[test]
fn orders_above_what_was_ordered() {
    let open = "1;05.01.2026;Ромашка;;;30\n;;;Шкаф;2;20\n;;;Полка;1;10\n2;06.01.2026;Вега;;;7\n;;;Полка;1;7\n";
    let filled = "1;05.01.2026;Ромашка;;;30\n1;05.01.2026;Ромашка;Шкаф;2;20\n1;05.01.2026;Ромашка;Полка;1;10\n2;06.01.2026;Вега;;;7\n2;06.01.2026;Вега;Полка;1;7\n";
    let expected = ["Ромашка | 2026-01-05 | 20.0000", "Ромашка | 2026-01-05 | 10.0000", "Вега | 2026-01-06 | 7.0000"];
    for rows in [open, filled] {
        let ingested = read_whole(&format!("Номер;Дата;Клиент;Товар;Количество;Сумма\n{rows}"));
        assert_eq!(sales(&ingested), expected, "{rows}");
        assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5])], "{rows}");
    }
    // Rows without a product that sum up nothing are sales.
    let other = read_whole(
        "Номер;Дата;Клиент;Товар;Количество;Сумма\n1;05.01.2026;Ромашка;;;30\n1;05.01.2026;Ромашка;Шкаф;2;20\n2;06.01.2026;Вега;;;7\n2;06.01.2026;Вега;Полка;1;9\n",
    );
    assert_eq!(other.report.total.to_string(), "66.0000");
}

#[test]
fn totals_in_the_column_of_products_or_with_the_names_of_clients() {
    let ingested = read_whole(
        "Номер;Дата;Клиент;Товар;Сумма\n1;05.01.2026;Ромашка;Шкаф;20\n1;05.01.2026;Ромашка;Полка;10\n1;05.01.2026;Ромашка;Итого по заказу;30\n2;06.01.2026;Вега;Полка;7\n2;06.01.2026;Вега;ИТОГО:;7\n",
    );
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![4, 6])]);
    let tabular = read_whole(
        "Клиент;Дата;Товар;Сумма\nРомашка;05.01.2026;Шкаф;20\n;;Полка;10\nРомашка Итог;;;30\nВега;06.01.2026;Шкаф;7\n;;Полка;3\nВега Итог;;;10\nОбщий итог;;;40\n",
    );
    let expected = [
        "Ромашка | 2026-01-05 | 20.0000",
        "Ромашка | 2026-01-05 | 10.0000",
        "Вега | 2026-01-06 | 7.0000",
        "Вега | 2026-01-06 | 3.0000",
    ];
    assert_eq!(sales(&tabular), expected);
    assert_eq!(set_aside(&tabular), [(Reason::TotalRow, vec![4, 7, 8])]);
}

/// Most days have one sale, so that few dates are left open.
#[test]
fn dates_that_are_left_open_now_and_then() {
    let ingested = read_whole(
        "Дата;Клиент;Сумма\n01.01.2026;А;1\n;Б;2\n02.01.2026;В;3\n05.01.2026;А;4\n07.01.2026;Б;5\n08.01.2026;В;6\n;А;7\n09.01.2026;Б;8\n",
    );
    assert_eq!(sales(&ingested)[1], "Б | 2026-01-01 | 2.0000");
    assert_eq!(sales(&ingested)[6], "А | 2026-01-08 | 7.0000");
}

/// As accounting programs write invoices by contact, and people their books.
#[test]
fn clients_on_rows_of_their_own_above_their_sales() {
    let expected = [
        "ООО Ромашка | 2026-01-05 | 20.0000",
        "ООО Ромашка | 2026-01-06 | 10.0000",
        "Вега | 2026-01-07 | 7.0000",
        "Луна | 2026-01-08 | 5.0000",
    ];
    let rows = |head: fn(&str) -> String, names: [&str; 3]| {
        let [first, second, third] = names.map(head);
        format!(
            "{first}1;05.01.2026;Шкаф;20\n2;06.01.2026;Полка;10\nИтого;;;30\n{second}1;07.01.2026;Шкаф;7\nИтого;;;7\n{third}1;08.01.2026;Стол;5\n"
        )
    };
    let names = ["ООО Ромашка", "Вега", "Луна"];
    let sections: [(String, &str); 3] = [
        (format!("№;Дата;Товар;Сумма\n{}", rows(|name| format!("{name};;;\n"), names)), "names"),
        (format!("№;Дата;Товар;Сумма\n{}", rows(|name| format!("Клиент: {name};;;\n"), names)), "labelled"),
        (rows(|name| format!("Клиент:;{name};;\n№;Дата;Товар;Сумма\n"), names), "with the header in each"),
    ];
    for (text, what) in &sections {
        let ingested = read_whole(text);
        assert_eq!(sales(&ingested), expected, "{what}");
        assert!(ingested.report.details.count(Finding::NamesAbove) > 0, "{what}");
    }
    // Notes between sales of a table with clients are no clients.
    let ingested = read_whole(
        "Дата;Клиент;Сумма\nЯнварь;;\n05.01.2026;Ромашка;20\nФевраль;;\n06.02.2026;Вега;10\n07.02.2026;Вега;1\n",
    );
    assert_eq!(sales(&ingested)[0], "Ромашка | 2026-01-05 | 20.0000");
}

#[test]
fn days_above_documents_whose_clients_stand_beside() {
    for (first, second) in [("Накладная № 1", "Накладная № 2"), ("Счёт 1 от 01.01.2024", "Счёт 2 от 01.01.2024")]
    {
        let ingested = read_whole(&format!(
            "Документ;Контрагент;Сумма\n01.01.2024;;15\n{first};Ромашка;10\n{second};Вега;5\n02.01.2024;;9\nНакладная № 3;Ромашка;7\nНакладная № 4;Луна;2\n"
        ));
        assert_eq!(sales(&ingested), DAYS_OF_CLIENTS, "{first}");
        assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5])], "{first}");
    }
}

/// Older programs of 1C put each level into a column of its own.
#[test]
fn clients_a_column_to_the_left_of_their_documents() {
    for header in ["Контрагент;Документ;Сумма", "Контрагент;;Сумма\n;Документ;"]
    {
        let ingested = read_whole(&format!(
            "{header}\nРомашка;;10\n;Акт 1 от 01.01.2024;6\n;Акт 2 от 02.01.2024;4\nВега;;7\n;Акт 3 от 03.01.2024;7\nИтого;;17\n"
        ));
        let expected = ["Ромашка | 2024-01-01 | 6.0000", "Ромашка | 2024-01-02 | 4.0000", "Вега | 2024-01-03 | 7.0000"];
        assert_eq!(sales(&ingested), expected, "{header}");
        assert_eq!(without_client(&ingested).0, 0);
    }
}

/// Three steps of a stair, whoever stands on the first of them: documents tell which are clients.
#[test]
fn three_levels_in_columns_of_their_own() {
    let products = read_whole(
        "Покупатель / Документ / Товар;;;Сумма\nРомашка;;;16\n;Акт 1 от 01.01.2024;;10\n;;Шкаф;6\n;;Полка;4\n\
         ;Акт 2 от 05.01.2024;;6\n;;Полка;6\nВега;;;7\n;Акт 3 от 09.01.2024;;7\n;;Шкаф;7\nИтого;;;23\n",
    );
    let expected = [
        "Ромашка | 2024-01-01 | 6.0000",
        "Ромашка | 2024-01-01 | 4.0000",
        "Ромашка | 2024-01-05 | 6.0000",
        "Вега | 2024-01-09 | 7.0000",
    ];
    assert_eq!(sales(&products), expected);
    let managers = read_whole(
        "Менеджер;Клиент;Документ;Сумма\nКим;;;10\n;Ромашка;;10\n;;Акт 1 от 01.01.2024;6\n;;Акт 2 от 02.01.2024;4\n\
         Ли;;;9\n;Вега;;7\n;;Акт 3 от 03.01.2024;7\n;Луна;;2\n;;Акт 4 от 04.01.2024;2\n",
    );
    let expected = [
        "Ромашка | 2024-01-01 | 6.0000",
        "Ромашка | 2024-01-02 | 4.0000",
        "Вега | 2024-01-03 | 7.0000",
        "Луна | 2024-01-04 | 2.0000",
    ];
    assert_eq!(sales(&managers), expected);
    // Where the steps are no sums of each other, nobody is known.
    let other = read_whole(
        "Контрагент;Документ;Сумма\nРомашка;;11\n;Акт 1 от 01.01.2024;6\n;Акт 2 от 02.01.2024;4\nВега;;8\n;Акт 3 от 03.01.2024;7\n",
    );
    assert_eq!(without_client(&other).0, 3);
}

/// Days stand beside the documents, in a column of their own.
#[test]
fn clients_above_documents_with_their_days_beside_them_above_products() {
    let text = "Контрагент;Дата;Сумма\nРомашка;;16\nАкт 1;01.01.2024;10\nШкаф;;6\nПолка;;4\nАкт 2;05.01.2024;6\n\
        Полка;;6\nВега;;7\nАкт 3;09.01.2024;7\nШкаф;;7\nИтого;;23\n";
    let ingested = read_whole(text);
    let expected = [
        "Ромашка | 2024-01-01 | 6.0000",
        "Ромашка | 2024-01-01 | 4.0000",
        "Ромашка | 2024-01-05 | 6.0000",
        "Вега | 2024-01-09 | 7.0000",
    ];
    assert_eq!(sales(&ingested), expected);
    assert_eq!(ingested.report.headers[3..], ["↑ Контрагент", "↑ Дата"]);
}

/// By hand one writes that it is the same once more.
#[test]
fn marks_for_the_same_as_above() {
    for mark in ["—//—", "\"\"\"\"", "-\"-", "то же"] {
        let ingested = read_whole(&format!(
            "Дата;Клиент;Сумма\n01.01.2024;Ромашка;6\n{mark};Вега;4\n02.01.2024;{mark};7\n{mark};{mark};2\n;Луна;1\n"
        ));
        let expected = [
            "Ромашка | 2024-01-01 | 6.0000",
            "Вега | 2024-01-01 | 4.0000",
            "Вега | 2024-01-02 | 7.0000",
            "Вега | 2024-01-02 | 2.0000",
        ];
        assert_eq!(sales(&ingested), expected, "{mark}");
        // A cell with nothing in it says nothing.
        assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![6])], "{mark}");
        assert_eq!(ingested.report.details.count(Finding::NamesAbove), 2, "{mark}");
    }
}

/// A client may stand below the header as the first section: it is no row of the header.
#[test]
fn a_section_right_below_the_header() {
    for label in ["Клиент: ", "Покупатель: ", "Организация "] {
        let ingested = read_whole(&format!(
            "Дата;Товар;Сумма\n{label}Ромашка;;\n05.01.2024;Стол;10\n{label}Лютик;;\n06.01.2024;Стул;5\n"
        ));
        assert_eq!((ingested.report.rows_used, ingested.report.clients), (2, 2), "{label}");
    }
}

/// Lines between sales of nobody knows whom.
#[test]
fn lines_that_name_no_clients() {
    for lines in [
        ["Неделя 1", "Неделя 2"],
        ["Страница 1", "Страница 2"],
        ["Молочные продукты", "Хлеб"],
        ["Менеджер: А", "Менеджер: Б"],
    ] {
        let text =
            format!("№;Дата;Товар;Сумма\n{};;;\n1;05.01.2024;Сыр;10\n{};;;\n2;06.01.2024;Хлеб;5\n", lines[0], lines[1]);
        assert!(read_all(text.as_bytes(), &ReadOptions::default()).is_err(), "{lines:?}");
    }
}

/// There is an oil called Total, and a firm called so.
#[test]
fn products_and_clients_that_are_called_like_totals() {
    let oils = read_whole(
        "Дата;Клиент;Товар;Сумма\n05.01.2024;А;Total;10\n06.01.2024;Б;Mobil;5\n07.01.2024;А;Total for Men;2\n08.01.2024;А;Итого аудит;1\n",
    );
    assert_eq!(oils.report.total.to_string(), "18.0000");
    let firm = read_whole(
        "Дата;Клиент;Товар;Сумма\n05.01.2024;А;Сыр;10\n;Б;Хлеб;5\n06.01.2024;В;Сыр;7\n;ООО Итог;Хлеб;1\n07.01.2024;Г;Сыр;2\n;Д;Хлеб;3\n",
    );
    assert_eq!(firm.report.total.to_string(), "28.0000");
}

/// What is not paid or shipped yet has no date; nor has what others than the client of the row above bought.
#[test]
fn dates_and_names_that_are_not_those_above() {
    let rows =
        "05.01.2026;А;1\n06.01.2026;Б;2\n;В;3\n08.01.2026;А;4\n09.01.2026;Б;5\n10.01.2026;Б;5\n11.01.2026;А;5\n;В;6\n";
    let ingested = read_whole(&format!("Дата отгрузки;Клиент;Сумма\n{rows}"));
    assert_eq!(set_aside(&ingested), [(Reason::BadDate, vec![4, 9])]);
    let others = read_whole(
        "Дата;Клиент;Товар;Сумма\n05.01.2026;Смит;;300\n06.01.2026;Джонс;Стол;100\n07.01.2026;Браун;Стул;200\n08.01.2026;Грин;;50\n09.01.2026;Блэк;Стол;50\n",
    );
    assert_eq!(others.report.total.to_string(), "700.0000");
}
