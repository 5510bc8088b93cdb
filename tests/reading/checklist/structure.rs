//! Points 6–13: from text to rows under a header.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{Field, ReadError, ReadOptions, Reason, Separator, inspect, read_all};

use super::{bytes, read, read_bytes, read_with};
use crate::support::{sales, set_aside};

use Reason::{BadAmount, BadDate, BlankRow, RaggedRow, TitleRow, TotalRow};

#[test]
fn point_06_separators() {
    // PapaParse #600: three commas in the header beat three semicolons of every row.
    let ingested = read("06_commas_in_header.csv");
    assert_eq!(ingested.report.separator, Separator::Semicolon);
    assert_eq!(sales(&ingested), ["Nord | 2026-02-01 | 10.5000", "Sud | 2026-02-15 | 20.0000"]);

    // PapaParse #1005: decimal commas beat the tab.
    let ingested = read("06_decimal_commas_and_tabs.tsv");
    assert_eq!(ingested.report.separator, Separator::Tab);
    assert_eq!(ingested.report.total.to_string(), "7.5000");

    // DuckDB #17291: a bank's file in Latin-1 with decimal commas and a block of text after the rows, its headers in
    // a language that the dictionary does not know.
    let mapping = vec![(Field::Date, Some(0)), (Field::Client, Some(1)), (Field::Amount, Some(3))];
    let ingested = read_with("06_bank_description_block.csv", &ReadOptions { mapping, ..ReadOptions::default() });
    assert_eq!((ingested.report.separator, ingested.report.header_line), (Separator::Semicolon, Some(1)));
    assert_eq!(
        sales(&ingested),
        [
            "Sklep \"U Jana\" | 2026-02-01 | -110.5000",
            "Firma ABC Sp. z o.o. | 2026-02-03 | 2000.0000",
            "Zabka | 2026-02-15 | -20.2500",
        ]
    );
    assert_eq!(set_aside(&ingested), [(BlankRow, vec![5]), (RaggedRow, vec![6, 7, 8])]);

    // Any sign can be named, by the line for Excel or by the user; the usual ones then are text.
    let ingested = read("06_custom_separator.csv");
    assert_eq!(ingested.report.separator, Separator::from_sign("^").expect("a sign"));
    assert_eq!(sales(&ingested), ["Ромашка; Вега, Лира | 2026-02-01 | 10.5000", "Маяк| | 2026-02-15 | 20.0000"]);
    let tildes = "Дата~Клиент~Сумма\n01.02.2026~Вега~5\n02.02.2026~Лира~6\n";
    let options = ReadOptions { separator: Separator::from_sign("~"), ..ReadOptions::default() };
    assert_eq!(read_bytes("tildes", tildes.as_bytes(), &options).report.total.to_string(), "11.0000");
    // Letters, digits, quotes and line ends part nothing, nor do several signs.
    for sign in ["a", "7", "\"", "\n", "", "^^", "№"] {
        assert_eq!(Separator::from_sign(sign), None, "{sign:?}");
    }

    // A line for Excel decides; so does the user.
    let declared = "sep=|\na,b|Client|Date|Amount\n1,2|Nord|2026-02-01|3\n";
    assert_eq!(read_bytes("sep", declared.as_bytes(), &ReadOptions::default()).report.separator, Separator::Pipe);
    let options = ReadOptions { separator: Some(Separator::Comma), ..ReadOptions::default() };
    let refused = read_all(&bytes("06_decimal_commas_and_tabs.tsv"), &options);
    assert!(matches!(refused, Err(ReadError::MissingFields { .. })), "{:?}", refused.map(|read| read.report));
}

#[test]
fn point_06_rows_of_wrong_lengths_are_many() {
    // Commas that stand in cells without quotes: two rows of twenty, one in a name, one in an amount. Neither is read
    // as something that it is not, and so many of them put the separator in doubt.
    let ingested = read("06_commas_in_cells.csv");
    assert_eq!(set_aside(&ingested), [(RaggedRow, vec![6, 11])]);
    assert_eq!(ingested.report.details.count(Finding::RaggedRows), 2);
    assert_eq!(ingested.report.total.to_string(), "195.0000", "the sum of 1 to 20 without 5 and 10");
    // One in twenty and fewer are told and no more than that.
    let rows: String = (1..=20).map(|day| format!("{day:02}.02.2026;Вега;10;Тула\n")).collect();
    let text = format!("Дата;Клиент;Сумма;Город\n{rows}").replacen(";Тула\n", "\n", 1);
    let details = read_bytes("one short row", text.as_bytes(), &ReadOptions::default()).report.details;
    assert_eq!((details.count(Finding::ShortRows), details.count(Finding::RaggedRows)), (1, 0));
}

#[test]
fn point_07_quotes() {
    let ingested = read("07_quotes.csv");
    assert_eq!(
        sales(&ingested),
        [
            "ООО \"Ромашка\" | 2026-02-01 | 10.5000",
            "Вега;\nотдел опта | 2026-02-02 | 20.0000",
            "Кафе \"Лира\" | 2026-02-03 | 30.0000",
            "Доска 2\" | 2026-02-04 | 40.0000",
        ]
    );
    // A quote that is never closed swallows the rest of the file; the line to mend is where it opened.
    let refused = read_all(&bytes("07_unclosed_quote.csv"), &ReadOptions::default());
    assert_eq!(refused, Err(ReadError::UnclosedQuote { line: 3 }));
}

#[test]
fn point_08_line_ends() {
    // CRLF, LF, CRLF inside quotes, CR, a blank line: the bad row is where an editor shows it.
    let ingested = read("08_mixed_line_ends.csv");
    assert_eq!(
        sales(&ingested),
        ["Ромашка | 2026-02-01 | 10.0000", "Вега\r\nи Ко | 2026-02-02 | 20.0000", "Лира | 2026-02-03 | 30.0000"]
    );
    assert_eq!(set_aside(&ingested), [(BadDate, vec![7]), (BlankRow, vec![6])]);
}

#[test]
fn point_09_titles() {
    // The report of 1C: titles in one cell and in pairs, down to the selection with quotes in it.
    let ingested = read("09_1c_report.csv");
    assert_eq!(ingested.report.header_line, Some(6));
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000", "Вега | 2026-02-15 | 20.0000"]);
    assert_eq!(set_aside(&ingested), [(TotalRow, vec![9]), (TitleRow, vec![1, 2, 3, 4]), (BlankRow, vec![5])]);

    // Aam #3385.
    let ingested = read("09_title_rows.csv");
    assert_eq!(ingested.report.header_line, Some(4));
    assert_eq!(sales(&ingested), ["Nord | 2026-02-01 | 10.5000", "Sud | 2026-02-15 | 20.0000"]);

    let ingested = read("09_two_header_rows.csv");
    assert_eq!(ingested.report.header_line, Some(2));
    assert_eq!(
        ingested.report.headers,
        ["Дата", "Клиент", "План / Сумма", "План / Количество", "Факт / Сумма", "Факт / Количество"]
    );
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000", "Вега | 2026-02-15 | 20.0000"]);

    // The header can be picked.
    let options = ReadOptions { header_line: Some(3), ..ReadOptions::default() };
    assert!(read_all(&bytes("09_title_rows.csv"), &options).is_err(), "a blank line names no columns");
}

#[test]
fn point_10_totals() {
    let ingested = read("10_labels.csv");
    assert_eq!(set_aside(&ingested), [(TotalRow, vec![3, 5, 6])]);
    assert_eq!(ingested.report.set_aside[0].amount.to_string(), "71.5000");
    assert_eq!(ingested.report.total.to_string(), "30.5000");

    // arlo #1233: no label, but the sum of the rows above.
    let ingested = read("10_sum_without_label.csv");
    assert_eq!(set_aside(&ingested), [(TotalRow, vec![4])]);
    // arlo #1474: where all is zero, a zero sums nothing up.
    let ingested = read("10_zeros.csv");
    assert_eq!(set_aside(&ingested), [(BadDate, vec![4])]);

    // One choice keeps them; a row without a day stays none.
    let options = ReadOptions { keep_total_rows: true, ..ReadOptions::default() };
    assert_eq!(set_aside(&read_with("10_labels.csv", &options)), [(BadDate, vec![3, 5, 6])]);
}

#[test]
fn point_11_ragged_rows() {
    let ingested = read("11_ragged.csv");
    // Shorter but with all that is needed is used; empty cells beyond the header are nothing.
    assert_eq!(
        sales(&ingested),
        [
            "Ромашка | 2026-02-01 | 10.5000",
            "Вега | 2026-02-02 | 20.0000",
            "Маяк | 2026-02-04 | 40.0000",
            "Маяк | 2026-02-05 | 50.0000"
        ]
    );
    // Too short to have an amount.
    assert_eq!(set_aside(&ingested), [(RaggedRow, vec![4])]);
    // A longer row is used as well, and what has no header is seen in the preview.
    let details = &ingested.report.details;
    let counts = [Finding::ShortRows, Finding::LongRows, Finding::RaggedRows].map(|finding| details.count(finding));
    assert_eq!(counts, [1, 1, 3]);
    let file = bytes("11_ragged.csv");
    let seen = inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table");
    assert_eq!(seen.preview[3].raw.last().map(String::as_str), Some("позвонить"));
    // Unless its cells do not stand under their headers.
    let moved = "Дата;Клиент;Количество;Сумма\n01.02.2026;Вега;1;10\n02.02.2026;Лира; опт;2;20\n";
    assert_eq!(set_aside(&read_bytes("moved", moved.as_bytes(), &ReadOptions::default())), [(RaggedRow, vec![3])]);
}

#[test]
fn point_12_headers_twice_and_none() {
    let ingested = read("12_headers.csv");
    assert_eq!(ingested.report.headers[..5], ["Дата", "Клиент", "", "Сумма", "Сумма (2)"]);
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.0000", "Вега | 2026-02-15 | 20.0000"]);
}

#[test]
fn point_13_empty_rows_and_columns() {
    let ingested = read("13_empty.csv");
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000", "Вега | 2026-02-15 | 20.0000"]);
    // Lines go on being counted.
    assert_eq!(set_aside(&ingested), [(BadDate, vec![7]), (BlankRow, vec![2, 4, 5, 8])]);
    assert!(!set_aside(&ingested).iter().any(|(reason, _)| *reason == BadAmount));
}
