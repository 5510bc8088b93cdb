//! What stands around the rows of a table: titles, blank rows, headers, totals, and how lines are counted.

use clientfolio::analytics::dataset::{ReadOptions, Reason, read_all};

use crate::support::{check_account, read, sales, set_aside};

use Reason::{BadAmount, BadDate, BlankRow, RaggedRow, RepeatedHeader, TitleRow, TotalRow};

/// A text, and what must come of it.
struct Case {
    name: &'static str,
    text: &'static str,
    header_line: Option<u64>,
    /// `client | day | amount`.
    sales: &'static [&'static str],
    set_aside: &'static [(Reason, &'static [u64])],
}

/// The rows of most cases.
const TWO: &[&str] = &["Ромашка | 2026-02-01 | 10.5000", "Вега | 2026-02-15 | 20.0000"];

fn check(cases: &[Case]) {
    for case in cases {
        let name = case.name;
        let ingested = read(case.text).unwrap_or_else(|error| panic!("{name}: {error}"));
        check_account(&ingested, name);
        assert_eq!(sales(&ingested), case.sales, "{name}");
        let expected: Vec<_> = case.set_aside.iter().map(|(reason, lines)| (*reason, lines.to_vec())).collect();
        assert_eq!(set_aside(&ingested), expected, "{name}");
        assert_eq!(ingested.report.header_line, case.header_line, "{name}");
    }
}

#[test]
fn around_the_header() {
    check(&[
        Case {
            name: "titles of one cell",
            text: "Отчёт по продажам\nза февраль 2026 года\n\nДата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(4),
            sales: TWO,
            set_aside: &[(TitleRow, &[1, 2]), (BlankRow, &[3])],
        },
        Case {
            name: "titles padded with separators",
            text: "Отчёт;;\nПериод: 01.02.2026 - 28.02.2026;;\n;;\nДата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(4),
            sales: TWO,
            set_aside: &[(TitleRow, &[1, 2]), (BlankRow, &[3])],
        },
        Case {
            name: "parameters of a report in pairs",
            text: "Организация:;Наша фирма;;;\nПериод:;февраль;;;\nДата;Клиент;Город;Склад;Сумма\n01.02.2026;Ромашка;Тверь;1;10,50\n15.02.2026;Вега;Тула;1;20\n",
            header_line: Some(3),
            sales: TWO,
            set_aside: &[(TitleRow, &[1, 2])],
        },
        Case {
            name: "a title in quotes over two lines",
            text: "\"Отчёт\nпо продажам\"\nДата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(3),
            sales: TWO,
            set_aside: &[(TitleRow, &[1])],
        },
        Case {
            name: "blank lines at the beginning",
            text: "\n\nДата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(3),
            sales: TWO,
            set_aside: &[(BlankRow, &[1, 2])],
        },
        Case {
            name: "a mark and quotes before the header",
            text: "\u{feff}\"Дата\";\"Клиент\";\"Сумма\"\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "a header of several lines",
            text: "Дата;Клиент;\"Сумма\nс НДС,\nруб.\"\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "no header",
            text: "2026-02-01;Ромашка;10.50\n2026-02-15;Вега;20.00\n",
            header_line: None,
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "a separator declared",
            text: "sep=;\nДата;Клиент, он же покупатель;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n",
            header_line: Some(2),
            sales: TWO,
            set_aside: &[(TitleRow, &[1])],
        },
        Case {
            name: "commas",
            text: "date,client,amount\n2026-02-01,Ромашка,10.50\n2026-02-15,Вега,20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "pipes",
            text: "date|client|amount\n2026-02-01|Ромашка|10.50\n2026-02-15|Вега|20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "tabs beside decimal commas",
            text: "Дата\tКлиент\tСумма\n01.02.2026\tРомашка\t10,50\n15.02.2026\tВега\t20,00\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "commas in the header only",
            text: "Дата, день;Клиент, имя;Сумма, руб.\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20,00\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
    ]);
}

#[test]
fn among_the_rows() {
    check(&[
        Case {
            name: "blank rows in between and at the end",
            text: "Дата;Клиент;Сумма\n\n01.02.2026;Ромашка;10,50\n;;\n  \n15.02.2026;Вега;20\n\n\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(BlankRow, &[2, 4, 5, 7, 8])],
        },
        Case {
            name: "the header once more",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\nДата;Клиент;Сумма\n15.02.2026;Вега;20\nДата; Клиент ;Сумма;\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(RepeatedHeader, &[3, 5])],
        },
        Case {
            name: "rows too short and too long",
            text: "Дата;Клиент;Сумма;Город\n01.02.2026;Ромашка;10,50\n03.02.2026;Лира\n04.02.2026;Лира;5;Тула;лишнее\n15.02.2026;Вега;20;;;\n",
            header_line: Some(1),
            sales: &["Ромашка | 2026-02-01 | 10.5000", "Лира | 2026-02-04 | 5.0000", "Вега | 2026-02-15 | 20.0000"],
            set_aside: &[(RaggedRow, &[3])],
        },
        Case {
            name: "rows too long because a separator in a cell has moved the others",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n04.02.2026;Лира; опт;5\n15.02.2026;Вега;20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(RaggedRow, &[3])],
        },
        Case {
            name: "separators at the end of every row",
            text: "Дата;Клиент;Сумма;;\n01.02.2026;Ромашка;10,50;;\n15.02.2026;Вега;20;;\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "a separator at the end of rows and not of the header",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50;\n15.02.2026;Вега;20;\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[],
        },
        Case {
            name: "dates and amounts that are none",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n31.02.2026;Лира;5\n;Лира;5\n10.02.2026;Лира;много\n11.02.2026;Лира;\n15.02.2026;Вега;20\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(BadDate, &[3, 4]), (BadAmount, &[5, 6])],
        },
        Case {
            name: "rows without client are used",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n02.02.2026;;5\n03.02.2026;  ;7\n15.02.2026;Вега;20\n",
            header_line: Some(1),
            sales: &[
                "Ромашка | 2026-02-01 | 10.5000",
                "- | 2026-02-02 | 5.0000",
                "- | 2026-02-03 | 7.0000",
                "Вега | 2026-02-15 | 20.0000",
            ],
            set_aside: &[],
        },
    ]);
}

#[test]
fn totals() {
    check(&[
        Case {
            name: "a label in the first column",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\nИтого;;30,50\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(TotalRow, &[4])],
        },
        Case {
            name: "a label in the client column",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n;ВСЕГО:;30,50\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(TotalRow, &[4])],
        },
        Case {
            name: "labels that go on",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\nИтого по клиенту Ромашка;;10,50\n15.02.2026;Вега;20\nИтого по клиенту Вега;;20\nОбщий итог;;30,50\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(TotalRow, &[3, 5, 6])],
        },
        Case {
            name: "labels in English",
            text: "date,client,amount\n2026-02-01,Ромашка,10.50\nSubtotal,,10.50\n2026-02-15,Вега,20\nGrand Total,,30.50\nTotal:,,30.50\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(TotalRow, &[3, 5, 6])],
        },
        Case {
            name: "no label, but the sum of the rows above",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n;;30,50\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(TotalRow, &[4])],
        },
        Case {
            name: "no label, and not the sum of the rows above",
            text: "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n;;30,49\n",
            header_line: Some(1),
            sales: TWO,
            set_aside: &[(BadDate, &[4])],
        },
        Case {
            name: "clients that only begin like a total",
            text: "Дата;Клиент;Сумма\n01.02.2026;Total Trade;10,50\n15.02.2026;Итоговый магазин;20\n16.02.2026;Всего понемногу;5\n",
            header_line: Some(1),
            sales: &[
                "Total Trade | 2026-02-01 | 10.5000",
                "Итоговый магазин | 2026-02-15 | 20.0000",
                "Всего понемногу | 2026-02-16 | 5.0000",
            ],
            set_aside: &[],
        },
    ]);
}

#[test]
fn totals_are_rows_by_choice() {
    let text = "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n28.02.2026;Итого;20\n";
    assert_eq!(sales(&read(text).expect("a table")), ["Ромашка | 2026-02-01 | 10.5000"]);
    let kept = ReadOptions { keep_total_rows: true, ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &kept).expect("a table");
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000", "Итого | 2026-02-28 | 20.0000"]);
}

#[test]
fn the_sum_of_a_total_row_is_told() {
    let text = "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\nИтого;;30,50\n";
    let report = read(text).expect("a table").report;
    assert_eq!(report.set_aside[0].amount.to_string(), "30.5000");
    assert_eq!(report.total.to_string(), "30.5000");
    let row = &report.set_aside_rows[0];
    assert_eq!((row.line, row.reason, row.cells.join(";")), (4, TotalRow, "Итого;;30,50".to_owned()));
}

#[test]
fn lines_are_those_of_an_editor() {
    // In each text, one row has a date that is none; its line is what an editor shows.
    let cases = [
        ("LF", "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n?;Вега;20\n", 3),
        ("CRLF", "Дата;Клиент;Сумма\r\n01.02.2026;Ромашка;10\r\n?;Вега;20\r\n", 3),
        ("CR", "Дата;Клиент;Сумма\r01.02.2026;Ромашка;10\r?;Вега;20\r", 3),
        ("mixed", "Дата;Клиент;Сумма\r\n01.02.2026;Ромашка;10\n01.02.2026;Ромашка;10\r?;Вега;20\r\n", 4),
        ("CRLF and blank lines", "Дата;Клиент;Сумма\r\n\r\n01.02.2026;Ромашка;10\r\n\r\n?;Вега;20", 5),
        ("LF in quotes", "Дата;Клиент;Сумма\n01.02.2026;\"Ромашка\nи Ко\";10\n?;Вега;20\n", 4),
        ("CRLF in quotes", "Дата;Клиент;Сумма\r\n01.02.2026;\"Ромашка\r\n\r\nи Ко\";10\r\n?;Вега;20\r\n", 5),
        ("CR in quotes", "Дата;Клиент;Сумма\r01.02.2026;\"Ромашка\rи Ко\";10\r?;Вега;20\r", 4),
        ("in the row itself", "Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n?;\"Вега\n\n\";20\n01.02.2026;Лира;10\n", 3),
    ];
    for (name, text, line) in cases {
        let ingested = read(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let bad: Vec<_> = set_aside(&ingested).into_iter().filter(|(reason, _)| *reason == BadDate).collect();
        assert_eq!(bad, [(BadDate, vec![line])], "{name}");
    }
}

#[test]
fn headers_are_made_unique_and_columns_without_one_stay() {
    let text = "Дата;Клиент;;Сумма;Сумма;;Сумма\n01.02.2026;Ромашка;x;10;11;y;12\n15.02.2026;Вега;x;20;21;;22\n";
    let ingested = read(text).expect("a table");
    assert_eq!(ingested.report.headers, ["Дата", "Клиент", "", "Сумма", "Сумма (2)", "", "Сумма (3)"]);
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.0000", "Вега | 2026-02-15 | 20.0000"]);
}

#[test]
fn a_header_by_choice() {
    let text = "Дата;Клиент;Сумма\nДень;Покупатель;Стоимость\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n";
    let options = ReadOptions { header_line: Some(2), ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &options).expect("a table");
    assert_eq!(ingested.report.headers, ["День", "Покупатель", "Стоимость"]);
    assert_eq!(sales(&ingested), TWO);
    assert_eq!(set_aside(&ingested), [(TitleRow, vec![1])]);
}

#[test]
fn backslashes_by_choice() {
    let text = "date,client,amount\n2026-02-01,\"ООО \\\"Ромашка\\\", Тверь\",10\n";
    let options = ReadOptions { backslash_escapes: true, ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &options).expect("a table");
    assert_eq!(sales(&ingested), ["ООО \"Ромашка\", Тверь | 2026-02-01 | 10.0000"]);
}

#[test]
fn quantity_by_price_where_no_amount_is() {
    let text = "Дата;Клиент;Количество;Цена\n01.02.2026;Ромашка;3;0,33335\n15.02.2026;Вега;-2;10,50\n";
    let ingested = read(text).expect("a table");
    // Multiplied first and rounded half to even then: 3 × 0.33335 = 1.00005.
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 1.0000", "Вега | 2026-02-15 | -21.0000"]);
    assert_eq!(ingested.report.amounts_rounded, 1);
}

#[test]
fn sums_above_their_groups() {
    // A report by clients: each client's row has the sum of the documents below it.
    let text = "Контрагент;Документ;Дата;Сумма\n\
        Ромашка;;;15\n\
        Ромашка;1;01.02.2026;5\n\
        Ромашка;2;02.02.2026;10\n\
        Вега;;;7\n\
        Вега;3;03.02.2026;7\n\
        Лира;4;;4\n\
        Итого;;;22\n";
    let ingested = read(text).expect("a table");
    check_account(&ingested, "sums above");
    assert_eq!(
        sales(&ingested),
        ["Ромашка | 2026-02-01 | 5.0000", "Ромашка | 2026-02-02 | 10.0000", "Вега | 2026-02-03 | 7.0000"]
    );
    // A row without a day that sums nothing up stays one to be mended.
    assert_eq!(set_aside(&ingested), [(BadDate, vec![7]), (TotalRow, vec![2, 5, 8])]);
    assert_eq!(ingested.report.set_aside[1].amount.to_string(), "44.0000", "15 + 7 + 22");
}

#[test]
fn a_header_in_two_rows_of_which_each_has_gaps() {
    let text = "Документ;;Клиент;Сумма\nНомер;Дата;;руб.\n1;01.02.2026;Ромашка;10,50\n2;15.02.2026;Вега;20\n";
    let ingested = read(text).expect("a table");
    assert_eq!(ingested.report.headers, ["Документ / Номер", "Документ / Дата", "Клиент", "Сумма / руб."]);
    assert_eq!(sales(&ingested), TWO);
    assert_eq!(ingested.report.header_line, Some(2));
}

/// Merged cells leave each row of the header narrower than the table.
#[test]
fn a_header_in_three_rows() {
    let below = "Ромашка;01.02.2026;9;10,50;Акт 1;Ким\nВега;15.02.2026;4;20;Акт 2;Ли\n";
    for header in [
        "Клиент;Продажи;;;;Менеджер\n;Дата;Товары;;Документ;\n;;Кол-во;Сумма;;\n",
        "Клиент;Продажи;Продажи;Продажи;Продажи;Менеджер\n;Дата;Товары;Товары;Документ;\n;;Кол-во;Сумма;;\n",
    ] {
        let ingested = read(&format!("Отчёт за февраль;;;;;\n{header}{below}")).unwrap();
        assert_eq!(sales(&ingested), TWO, "{header}");
        assert_eq!(ingested.report.header_line, Some(4), "{header}");
        assert_eq!(ingested.report.headers[3], "Продажи / Товары / Сумма", "{header}");
    }
    // Rows of names above a table without a header are none.
    let ingested = read("Отчёт;Февраль\nФирма;Вега\n01.02.2026;Ромашка;10,50;5\n15.02.2026;Вега;20;6\n");
    assert!(ingested.is_err());
}

#[test]
fn a_short_table_under_many_titles() {
    let titles: String = (1..=12).map(|number| format!("Параметр {number}: значение\n")).collect();
    let text = format!("{titles}Дата;Клиент;Сумма\n01.02.2026;Ромашка;10,50\n15.02.2026;Вега;20\n");
    let ingested = read(&text).expect("a table");
    assert_eq!(sales(&ingested), TWO);
    assert_eq!(ingested.report.header_line, Some(13));
}

#[test]
fn the_day_of_a_document_where_there_is_no_other() {
    let row = |number: u32, day: &str, client: &str| {
        format!("{client};Реализация товаров 00ЦБ-{number:06} от {day} 10:00:00;1\n")
    };
    let text =
        format!("Контрагент;Документ;Сумма\n{}{}", row(1, "01.02.2026", "Ромашка"), row(2, "15.02.2026", "Вега"));
    let ingested = read(&text).expect("a table");
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 1.0000", "Вега | 2026-02-15 | 1.0000"]);
}
