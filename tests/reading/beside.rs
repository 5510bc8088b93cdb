//! What programs write besides data: words for nothing, sums among the rows, rows that are no sales.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{OtherTable, Reason};

use crate::support::{read_whole, sales, set_aside, without_client};

#[test]
fn a_word_for_nobody_is_nobody() {
    for word in ["NULL", "NaN", "#N/A", "#Н/Д", "-", "—", "(пусто)", "<Не указан>", "(not set)", ""] {
        let text = format!("Дата;Клиент;Сумма\n01.02.2026;Вега;20\n02.02.2026;{word};5\n03.02.2026;Вега;7\n");
        let ingested = read_whole(&text);
        assert_eq!(ingested.report.clients, 1, "{word}");
        assert_eq!(without_client(&ingested), (1, "5.0000".to_owned()), "{word}");
    }
}

#[test]
fn nobody_in_a_table_by_days_or_periods() {
    for text in [
        "client,date,sales,returns,orders\nVega,2026-02-01,20.00,0.00,1\nNULL,2026-02-01,5.00,0.00,1\n",
        "Клиент;01.2026;02.2026;03.2026\nVega;20;;\n<Не указан>;5;;\n",
    ] {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.clients, 1, "{text}");
        assert_eq!(without_client(&ingested).1, "5.0000", "{text}");
    }
}

#[test]
fn a_word_for_nothing_does_not_make_a_column_of_words() {
    let text = "Дата;Клиент;Приход;Расход\n01.02.2026;Вега;20;-\n02.02.2026;Норд;-;5\n03.02.2026;Вега;7;-\n";
    let ingested = read_whole(text);
    assert_eq!(sales(&ingested), ["Вега | 2026-02-01 | 20.0000", "Вега | 2026-02-03 | 7.0000"]);
}

#[test]
fn a_total_with_a_day_is_a_total() {
    let text = "Дата;Клиент;Сумма\n01.02.2026;Вега;20\n01.02.2026;Норд;5\n01.02.2026;Итого за день;25\n\
        02.02.2026;Total Trade;7\n02.02.2026;Итого за день;7\n";
    let ingested = read_whole(text);
    assert_eq!(ingested.report.total.to_string(), "32.0000");
    assert_eq!(ingested.report.clients, 3);
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![4, 6])]);
}

#[test]
fn totals_of_advertising_reports_are_no_sources() {
    let text = "Campaign,Cost\nTotal: Campaigns,15\nSpring,10\nAutumn,5\nTotal: Account,15\n";
    let ingested = read_whole(text);
    let Some(OtherTable::Sources(table)) = &ingested.other else { panic!("not sources") };
    assert!(table.cost.is_some());
    assert_eq!((ingested.report.rows_used, ingested.report.total.to_string()), (2, "15.0000".to_owned()));
    assert_eq!(set_aside(&ingested), [(Reason::TotalRow, vec![2, 5])]);
}

#[test]
fn rows_that_a_column_calls_no_sales_are_spoken_of() {
    let till = |returned: &str| {
        format!(
            "Дата;Клиент;Тип операции;Сумма\n01.02.2026;Вега;Приход;20\n02.02.2026;Вега;Возврат прихода;{returned}\n"
        )
    };
    for (returned, is_said) in [("5", true), ("-5", false)] {
        let ingested = read_whole(&till(returned));
        let findings = &ingested.report.details.findings;
        assert_eq!(findings.iter().any(|(found, _)| *found == Finding::NotOnlySales), is_said, "{returned}");
    }
}

#[test]
fn tables_beside_the_first_are_told() {
    let blocks = "Январь;;;;Февраль;;\nДата;Клиент;Сумма;;Дата;Клиент;Сумма\n\
        05.01.2025;Альфа;1000;;03.02.2025;Альфа;700\n06.01.2025;Бета;500;;04.02.2025;Вега;300\n";
    for text in [blocks, &blocks["Январь;;;;Февраль;;\n".len()..]] {
        let ingested = read_whole(text);
        assert_eq!(ingested.report.total.to_string(), "1500.0000", "{text}");
        assert_eq!(ingested.report.details.count(Finding::TablesBeside), 1, "{text}");
    }
    let instalments = "Клиент;Дата оплаты 1;Сумма 1;Дата оплаты 2;Сумма 2\nАльфа;05.01.2025;1000;03.02.2025;500\n";
    assert_eq!(read_whole(instalments).report.details.count(Finding::TablesBeside), 1);
    let twice = read_whole("Дата;Клиент;Сумма;Сумма\n05.01.2025;Альфа;1000;7\n06.01.2025;Бета;500;8\n");
    assert_eq!(twice.report.details.count(Finding::TablesBeside), 0, "two sums are no two tables");
}

#[test]
fn currencies_of_deals_are_told() {
    let text = |sums: [&str; 3]| {
        let rows: String = sums.iter().zip(1..).map(|(sum, id)| format!("{id};Новая;{sum};01.02.2026\n")).collect();
        format!("ID сделки;Стадия;Сумма;Валюта;Дата создания\n{rows}")
    };
    let told = |sums| read_whole(&text(sums)).report.details.count(Finding::OtherCurrencies);
    assert_eq!(told(["100;RUB", "100;USD", "100;RUB"]), 1);
    assert_eq!(told(["100;RUB", "0;USD", "100;RUB"]), 0, "nothing is added");
    assert_eq!(told(["$100;", "$50;", "70 €;"]), 1);
    assert_eq!(told(["100;", "100;", "100;"]), 0);
}
