//! Questions that only the whole file answers: the deciding row may stand on the last line, far behind the beginning
//! from which the layout is told.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{
    DateOrder, DecimalMark, Encoding, HEAD_BYTES, Inspection, ReadOptions, inspect, read_all,
};
use clientfolio::analytics::workbook;

use crate::support::{check_account, encode, read_in_pieces, read_whole, sales, set_aside};

/// A header, one row many times over (more than any beginning holds), and last rows.
fn long(header: &str, row: &str, last: &str) -> String {
    let rows = (300 << 10) / row.len() + 1;
    format!("{header}\n{}{last}\n", format!("{row}\n").repeat(rows))
}

fn look(text: &str) -> Inspection {
    let bytes = text.as_bytes();
    inspect(&bytes[..HEAD_BYTES], bytes.len() as u64, &ReadOptions::default()).expect("a table")
}

#[test]
fn order_of_day_and_month() {
    use DateOrder::{Dmy, Mdy};
    let cases = [
        ("25/04/2026", Dmy, false, "2026-04-03", "2026-04-25"),
        ("04/25/2026", Mdy, false, "2026-03-04", "2026-04-25"),
        // With nothing to decide, the day is taken to come first, and that is said.
        ("05/06/2026", Dmy, true, "2026-04-03", "2026-06-05"),
    ];
    for (last, order, ambiguous, first_day, last_day) in cases {
        let text = long("date,client,amount", "03/04/2026,Acme,10.50", &format!("{last},Acme,1.25"));
        assert_eq!(look(&text).date_order, None, "{last}: the beginning tells nothing");
        for lengths in [[text.len()], [4_093]] {
            let ingested = read_in_pieces(text.as_bytes(), &lengths, &ReadOptions::default()).expect("a table");
            check_account(&ingested, last);
            let report = &ingested.report;
            assert_eq!((report.date_order, report.date_order_ambiguous), (order, ambiguous), "{last}");
            assert_eq!(report.rows_set_aside, 0, "{last}");
            let sales = sales(&ingested);
            assert_eq!(sales.first(), Some(&format!("Acme | {first_day} | 10.5000")), "{last}");
            assert_eq!(sales.last(), Some(&format!("Acme | {last_day} | 1.2500")), "{last}");
        }
    }
}

#[test]
fn an_order_decided_by_the_user_stands() {
    let text = long("date,client,amount", "03/04/2026,Acme,10.50", "25/04/2026,Acme,1.25");
    let options = ReadOptions { date_order: Some(DateOrder::Mdy), ..ReadOptions::default() };
    let ingested = read_all(text.as_bytes(), &options).expect("a table");
    assert_eq!((ingested.report.date_order, ingested.report.date_order_ambiguous), (DateOrder::Mdy, false));
    let last_line = text.lines().count() as u64;
    assert_eq!(set_aside(&ingested), [(clientfolio::analytics::dataset::Reason::BadDate, vec![last_line])]);
}

#[test]
fn decimal_mark() {
    use DecimalMark::{Comma, Point};
    let cases = [
        ("1,234", "1,5", Comma, "1.2340", "1.5000"),
        ("1,234", "1,234.5", Point, "1234.0000", "1234.5000"),
        ("1.234", "1.5", Point, "1.2340", "1.5000"),
        ("1.234", "1.234,5", Comma, "1234.0000", "1234.5000"),
    ];
    for (amount, last, mark, first_amount, last_amount) in cases {
        let row = format!("2026-02-01;Acme;{amount}");
        let text = long("date;client;amount", &row, &format!("2026-02-02;Acme;{last}"));
        let name = format!("{amount}, then {last}");
        assert_eq!(look(&text).decimal, None, "{name}: the beginning tells nothing");
        for lengths in [[text.len()], [4_093]] {
            let ingested = read_in_pieces(text.as_bytes(), &lengths, &ReadOptions::default()).expect("a table");
            check_account(&ingested, &name);
            let report = &ingested.report;
            assert_eq!((report.decimal, report.decimal_ambiguous), (mark, false), "{name}");
            assert_eq!(report.rows_set_aside, 0, "{name}");
            let sales = sales(&ingested);
            assert_eq!(sales.first(), Some(&format!("Acme | 2026-02-01 | {first_amount}")), "{name}");
            assert_eq!(sales.last(), Some(&format!("Acme | 2026-02-02 | {last_amount}")), "{name}");
        }
    }
}

#[test]
fn a_mark_that_nothing_decides_is_said_to_be_a_guess() {
    let text = long("date;client;amount", "2026-02-01;Acme;1,234", "2026-02-02;Acme;5,678");
    let report = read_all(text.as_bytes(), &ReadOptions::default()).expect("a table").report;
    assert!(report.decimal_ambiguous);
    let decided = ReadOptions { decimal: Some(report.decimal), ..ReadOptions::default() };
    let report = read_all(text.as_bytes(), &decided).expect("a table").report;
    assert!(!report.decimal_ambiguous);
}

#[test]
fn both_questions_at_once() {
    let text = long("date;client;amount", "03/04/2026;Acme;1,234", "04/25/2026;Acme;5,6");
    let ingested = read_in_pieces(text.as_bytes(), &[10_007], &ReadOptions::default()).expect("a table");
    assert_eq!((ingested.report.date_order, ingested.report.decimal), (DateOrder::Mdy, DecimalMark::Comma));
    assert_eq!(ingested.report.rows_set_aside, 0);
    assert_eq!(sales(&ingested)[0], "Acme | 2026-03-04 | 1.2340");
}

#[test]
fn an_encoding_that_only_the_end_shows() {
    let ending = "2026-02-02;Общество с ограниченной ответственностью Ромашка;20\n".repeat(40);
    let text = long("date;client;amount", "2026-02-01;Acme;10.50", ending.trim_end());
    for encoding in [Encoding::Windows1251, Encoding::Cp866, Encoding::Koi8R, Encoding::Utf8] {
        let bytes = encode(&text, encoding);
        let mut results = Vec::new();
        for length in [bytes.len(), 1, 2, 3, 1_009, 65_536, 100_003] {
            let name = format!("{} in pieces of {length}", encoding.name());
            let ingested = read_in_pieces(&bytes, &[length], &ReadOptions::default()).expect("a table");
            assert_eq!(ingested.report.encoding, encoding, "{name}");
            assert_eq!(ingested.report.undecodable, 0, "{name}");
            let last = "Общество с ограниченной ответственностью Ромашка | 2026-02-02 | 20.0000";
            assert_eq!(sales(&ingested).last().map(String::as_str), Some(last), "{name}");
            results.push(ingested);
        }
        assert!(results.windows(2).all(|pair| pair[0] == pair[1]), "{}", encoding.name());
    }
}

#[test]
fn letters_apart_in_the_file_stay_apart_for_the_encoding() {
    // С and » are one byte each in windows-1251; side by side, the two bytes would be a character of UTF-8.
    let ending = "2026-02-02;С 1 »;20\n".repeat(40);
    let text = long("date;client;amount", "2026-02-01;Acme;10.50", ending.trim_end());
    let bytes = encode(&text, Encoding::Windows1251);
    for length in [bytes.len(), 1, 2, 3, 5] {
        let ingested = read_in_pieces(&bytes, &[length], &ReadOptions::default()).expect("a table");
        assert_eq!(ingested.report.encoding, Encoding::Windows1251, "in pieces of {length}");
    }
}

#[test]
fn numbers_and_texts_side_by_side_in_a_sheet() {
    // Two amounts were typed as text, two are numbers, one of them with three digits after the point.
    let text = "Клиент\tДата\tСумма\nА\t2026-02-01\t1 234,50\nБ\t2026-02-02\t2,5\nВ\t2026-02-03\t7.25\nГ\t2026-02-04\t1.2340\n";
    let report = read_all(text.as_bytes(), &workbook::read_options()).expect("a table").report;
    assert_eq!((report.total.to_string().as_str(), report.rows_set_aside), ("1245.4840", 0));
    // In a text file one column has one mark, and what does not fit is told.
    let report = read_all(text.as_bytes(), &ReadOptions::default()).expect("a table").report;
    assert_eq!(report.rows_set_aside, 2);
}

#[test]
fn an_order_that_is_open_is_told_by_other_days() {
    // The fourteenth month there is not.
    let text = |ship: &str| format!("Order Date,Ship Date,Client,Amount\n1/2/24,1/5/24,Ann,50\n3/4/24,{ship},Bob,90\n");
    let told = read_whole(&text("3/14/24"));
    assert_eq!((told.report.date_order, told.report.date_order_ambiguous), (DateOrder::Mdy, false));
    let open = read_whole(&text("3/7/24"));
    assert_eq!((open.report.date_order, open.report.date_order_ambiguous), (DateOrder::Dmy, true));
}

#[test]
fn days_that_a_spreadsheet_has_exchanged_are_told() {
    let said = |days: [&str; 10]| {
        let rows: String = days.iter().map(|day| format!("{day}\tБета\t1\n")).collect();
        let ingested = read_whole(&format!("Дата\tКлиент\tСумма\n{rows}"));
        ingested.report.details.findings.iter().any(|(finding, _)| *finding == Finding::DatesSwapped)
    };
    let taken = ["2026-05-01", "2026-12-02", "2026-01-11", "2026-03-04", "2026-07-08"];
    let left = ["13/01/2026", "25/02/2026", "31/03/2026", "14/04/2026", "20/05/2026"];
    let [a, b, c, d, e] = left;
    let [one, two, three, four, five] = taken;
    assert!(said([one, a, two, b, three, c, four, d, five, e]));
    // One day that could not have come of that, on either side.
    assert!(!said([one, a, two, b, "2026-02-13", c, four, d, five, e]));
    assert!(!said([one, a, two, b, three, "05/02/2026", four, d, five, e]));
    // All of one kind.
    assert!(!said([one, two, three, four, five, one, two, three, four, five]));
}
