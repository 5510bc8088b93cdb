//! Points 22–32: what is asked, told, kept and refused.

use std::fs;
use std::path::Path;

use clientfolio::analytics::dataset::records::COLUMNS_MAX;
use clientfolio::analytics::dataset::report::ForeignKind;
use clientfolio::analytics::dataset::{
    Field, Finished, Importer, Inspection, ReadError, ReadOptions, Reason, TableKind, inspect, read_all,
};
use clientfolio::i18n::{Currency, Format, Locale, messages};
use clientfolio::jobs::{export, template};
use clientfolio::profile::readings::{Reading, Readings, key_of};

use super::{bytes, read, read_bytes};
use crate::support::{check_account, encode, sales};

fn look(name: &str) -> Inspection {
    let file = bytes(name);
    inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table")
}

#[test]
fn point_22_mapping() {
    let name = "22_marketplace.csv";
    let ingested = read(name);
    // No amount in it: price by quantity.
    assert_eq!(sales(&ingested), ["Иванова А. | 2026-02-01 | 21.0000", "Петров Б. | 2026-02-15 | 20.0000"]);
    assert_eq!(ingested.report.mapping.field(0), Some(Field::Order));

    // A decision is remembered for the next file with the same headers, in whatever order they stand.
    let names: Vec<String> = look(name).columns.into_iter().map(|column| column.name).collect();
    let options =
        ReadOptions { mapping: vec![(Field::Client, Some(2)), (Field::Product, None)], ..ReadOptions::default() };
    let mut readings = Readings::default();
    let key = key_of(names.iter().map(String::as_str));
    readings.remember(Reading::new(&key, &options, &names).expect("a decision"));
    let turned: Vec<String> = names.iter().rev().cloned().collect();
    let again = readings.get(&key_of(turned.iter().map(String::as_str))).expect("the same headers");
    assert_eq!(again.mapping(&turned), [(Field::Client, Some(3)), (Field::Product, None)]);
}

#[test]
fn point_23_preview() {
    let seen = look("11_ragged.csv");
    let row = |line: u64| seen.preview.iter().find(|row| row.line == line).expect("a row");
    assert_eq!((row(2).raw[2].as_str(), row(2).read[2].as_deref()), ("10,50", Some("10.5")));
    assert_eq!((row(2).raw[0].as_str(), row(2).read[0].as_deref()), ("01.02.2026", Some("2026-02-01")));
    assert_eq!(row(4).set_aside.map(|(reason, _)| reason), Some(Reason::RaggedRow));
    // Cells that do not fit their column stand beside it.
    let rows: String = (1..=28).map(|day| format!("{day:02}.02.2026;Вега;10\n")).collect();
    let text = format!("Дата;Клиент;Сумма\n{rows}01.03.2026;Лира;много\n");
    let seen = inspect(text.as_bytes(), text.len() as u64, &ReadOptions::default()).expect("a table");
    assert_eq!(seen.columns[2].misfits, [(30, "много".to_owned())]);
}

#[test]
fn point_24_report_and_rows_to_mend() {
    let ingested = read("24_cp1251_to_mend.csv");
    let report = &ingested.report;
    assert_eq!((report.rows_read, report.rows_used, report.rows_set_aside), (3, 1, 2));
    let format = Format { locale: Locale::Ru, currency: Currency::None };
    let text = messages(Locale::Ru).export();
    let expected = format!(
        "{line};{reason};Дата;Клиент;Сумма\r\n\
         3;{bad_date};вчера;\"ООО \"\"Вега\"\"; опт\";20\r\n\
         4;{bad_amount};03.02.2026;Лира;'=1+1\r\n",
        line = text.line,
        reason = text.reason,
        bad_date = (text.reason_name)(Reason::BadDate),
        bad_amount = (text.reason_name)(Reason::BadAmount),
    );
    // In the encoding and with the separator of the file that it came from.
    assert_eq!(export::set_aside(report, format), encode(&expected, report.encoding));
}

#[test]
fn point_25_a_part_is_taken_and_counted() {
    // Half of the rows are bad: the others are used, and no row is unaccounted for.
    let rows: String = (1..=28).map(|day| format!("{day:02}.02.2026;Вега;10\n{day:02}.14.2026;Вега;10\n")).collect();
    let text = format!("Дата;Клиент;Сумма\n{rows}");
    let report = read_bytes("half", text.as_bytes(), &ReadOptions::default()).report;
    assert_eq!((report.rows_read, report.rows_used, report.rows_set_aside), (56, 28, 28));
    assert_eq!(report.set_aside[0].amount.to_string(), "280.0000");
}

#[test]
fn point_25_all_or_nothing() {
    // A total row is no mistake: what is to be mended are two rows of four.
    let report = read("25_partly_bad.csv").report;
    assert_eq!((report.rows_used, report.mistakes(), report.rows_set_aside), (2, 2, 3));
    assert!(ReadOptions::default().accept(&report));
    let whole_only = ReadOptions { whole_only: true, ..ReadOptions::default() };
    assert!(!whole_only.accept(&report));
    // The wish does not change the reading itself, so that the rows to mend are known.
    assert_eq!(read_all(&bytes("25_partly_bad.csv"), &whole_only).expect("a table").report, report);
    assert!(whole_only.accept(&read("10_labels.csv").report));
}

#[test]
fn point_27_limits_and_an_end_at_any_time() {
    // A million empty cells in a row are a file that nobody has; it ends before it is held.
    let wide = format!("Дата;Клиент;Сумма\n01.02.2026;Вега;10\n{}", ";".repeat(1_000_000));
    let expected = ReadError::TooManyColumns { line: 3, columns_max: COLUMNS_MAX as u64 };
    assert_eq!(read_all(wide.as_bytes(), &ReadOptions::default()), Err(expected));
    // Cancelling is to stop feeding: what was read so far is told, and nothing is left behind.
    let text = format!("Дата;Клиент;Сумма\n{}", "01.02.2026;Вега;10\n".repeat(60_000));
    let mut importer = Importer::new(&ReadOptions::default(), text.len() as u64);
    importer.push(&text.as_bytes()[..text.len() / 2]).expect("half a table");
    assert!((29_000..=30_000).contains(&importer.rows()), "{}", importer.rows());
    drop(importer);
}

#[test]
fn point_29_what_a_spreadsheet_puts_on_the_clipboard() {
    // Tabs, quotes only where a cell has several lines, no line end after the last row.
    let pasted = "Дата\tКлиент\tСумма\r\n01.02.2026\tООО \"Ромашка\"\t1\u{a0}234,50\r\n15.02.2026\t\"Вега\nопт\"\t20";
    let ingested = read_bytes("pasted", pasted.as_bytes(), &ReadOptions::default());
    assert_eq!(sales(&ingested), ["ООО \"Ромашка\" | 2026-02-01 | 1234.5000", "Вега\nопт | 2026-02-15 | 20.0000"]);
}

#[test]
fn point_30_samples_need_no_question() {
    for name in ["sales-ru.csv", "sales-en.csv"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples").join(name);
        let Ok(file) = fs::read(&path) else { panic!("{} is missing", path.display()) };
        let report = read_bytes(name, &file, &ReadOptions::default()).report;
        assert!(report.rows_used > 0 && report.clients > 10, "{name}");
        assert_eq!((report.date_order_ambiguous, report.decimal_ambiguous, report.undecodable), (false, false, 0));
        for field in [Field::Client, Field::Date, Field::Amount] {
            assert!(report.mapping.column(field).is_some(), "{name}: {field:?}");
        }
    }
}

#[test]
fn point_30_tables_to_fill_in() {
    // Each kind in each language is read back without a question, as what it is.
    for kind in TableKind::ALL {
        for locale in [Locale::Ru, Locale::En] {
            let file = template::file(kind, locale);
            let name = format!("{} {locale:?}", kind.key());
            let seen = inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table");
            assert_eq!((seen.table, seen.missing), (kind, Vec::new()), "{name}");
            let report = read_bytes(&name, &file, &ReadOptions::default()).report;
            assert_eq!((report.rows_used, report.rows_set_aside), (2, 0), "{name}");
            assert!(!report.date_order_ambiguous && !report.decimal_ambiguous, "{name}");
            // Every column means something.
            let unread = (0..report.headers.len())
                .filter(|&column| report.mapping.field(column).is_none())
                .filter(|column| !report.details.free_columns.contains(column));
            let unread: Vec<&String> = unread.map(|column| &report.headers[column]).collect();
            assert!(unread.is_empty(), "{name}: {unread:?}");
        }
    }
}

#[test]
fn point_31_files_of_other_kinds_under_the_name_of_a_table() {
    let magic: [(&[u8], ForeignKind); 4] = [
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", ForeignKind::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0", ForeignKind::OldWorkbook),
        (b"%PDF-1.4\n1 0 obj\n", ForeignKind::Pdf),
        (b"<html><table><tr><td>1</td></tr></table></html>", ForeignKind::Html),
    ];
    for (bytes, kind) in magic {
        assert_eq!(read_all(bytes, &ReadOptions::default()), Err(ReadError::NotText { kind }));
    }
    assert_eq!(read_all(b"", &ReadOptions::default()), Err(ReadError::Empty));
    let header = "Дата;Клиент;Сумма\n".as_bytes();
    assert_eq!(read_all(header, &ReadOptions::default()), Err(ReadError::HeaderOnly { header_line: 1 }));
}

#[test]
fn point_32_the_promise_stands_beside_the_way_in() {
    assert_eq!(messages(Locale::Ru).start().promise_title, "Файл не покидает этот компьютер");
    assert_eq!(messages(Locale::En).start().promise_title, "The file never leaves this computer");
}

/// Reading in pieces is what a file of any size is read by; the whole of a small one must not depend on it.
#[test]
fn every_file_of_the_checklist_adds_up_in_pieces() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reading/checklist");
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let file = fs::read(&path).expect("a file");
        let mut options = ReadOptions::default();
        let whole = read_all(&file, &options);
        let in_pieces = loop {
            let mut importer = Importer::new(&options, file.len() as u64);
            let pushed = file.chunks(3).try_for_each(|piece| importer.push(piece));
            match pushed.and_then(|()| importer.finish()) {
                Ok(Finished::ReadAgain(corrected)) => options = *corrected,
                Ok(Finished::Ingested(ingested)) => break Ok(*ingested),
                Err(error) => break Err(error),
            }
        };
        if let Ok(ingested) = &whole {
            check_account(ingested, &path.display().to_string());
        }
        assert_eq!(in_pieces, whole, "{}", path.display());
    }
}
