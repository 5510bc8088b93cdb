//! Files that are no table of sales: what is said of each.

use clientfolio::analytics::dataset::records::{CELL_BYTES_MAX, COLUMNS_MAX};
use clientfolio::analytics::dataset::report::ForeignKind;
use clientfolio::analytics::dataset::{
    Encoding, Field, HEAD_BYTES, Inspection, ReadError, ReadOptions, Reason, inspect, read_all,
};

use crate::support::{encode, read};

fn not_text(kind: ForeignKind) -> ReadError {
    ReadError::NotText { kind }
}

/// A ZIP archive that begins with an empty file of the given name.
fn zip(name: &str) -> Vec<u8> {
    let length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
    let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0!\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    bytes.extend(length);
    bytes.extend([0, 0]);
    bytes.extend(name.as_bytes());
    bytes.extend(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    bytes
}

/// Checks that a whole reading fails so, and that a look at the beginning agrees where it sees the cause.
fn check(name: &str, bytes: &[u8], expected: &ReadError) {
    let options = ReadOptions::default();
    assert_eq!(read_all(bytes, &options).map(|ingested| ingested.report), Err(expected.clone()), "{name}");
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    match (inspect(head, bytes.len() as u64, &options), expected) {
        (Err(seen), _) => assert_eq!(seen, *expected, "{name}, looked at"),
        (Ok(Inspection { missing, .. }), ReadError::MissingFields { fields, .. }) => {
            assert_eq!(missing, *fields, "{name}, looked at");
        }
        (Ok(_), ReadError::NoUsableRows { .. } | ReadError::CellTooLong { .. } | ReadError::UnclosedQuote { .. }) => {}
        (Ok(_), _) => panic!("{name}: a look finds nothing wrong"),
    }
}

#[test]
fn nothing_in_it() {
    let texts = ["", " ", "\n", " \r\n\t\r\n", "\u{feff}", "\u{feff}\r\n  \r\n"];
    for text in texts {
        check(&format!("{text:?}"), text.as_bytes(), &ReadError::Empty);
    }
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        check(encoding.name(), &encode("\u{feff}", encoding), &ReadError::Empty);
        check(encoding.name(), &encode("\u{feff} \r\n", encoding), &ReadError::Empty);
    }
}

#[test]
fn a_header_and_nothing_else() {
    let cases = [
        ("Дата;Клиент;Сумма\n", 1),
        ("Дата;Клиент;Сумма", 1),
        ("\u{feff}\"Дата\";\"Клиент\";\"Сумма\"\r\n", 1),
        ("Дата;Клиент;Сумма\n\n;;\n", 1),
        ("Отчёт по продажам\n\nДата;Клиент;Сумма\n", 3),
        ("client,date,amount\n", 1),
    ];
    for (text, header_line) in cases {
        check(text, text.as_bytes(), &ReadError::HeaderOnly { header_line });
    }
}

#[test]
fn files_of_other_kinds() {
    let mut xls = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    xls.resize(1_024, 0);
    let noise: Vec<u8> = (0..4_096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let cases: [(&str, Vec<u8>, ForeignKind); 12] = [
        ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0".to_vec(), ForeignKind::Image),
        ("JPEG", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec(), ForeignKind::Image),
        ("GIF", b"GIF89a\x01\0\x01\0\x80\0\0".to_vec(), ForeignKind::Image),
        ("XLSX", zip("[Content_Types].xml"), ForeignKind::Workbook),
        ("XLSX, other order", zip("xl/workbook.xml"), ForeignKind::Workbook),
        ("XLS", xls, ForeignKind::OldWorkbook),
        ("ZIP", zip("sales.csv"), ForeignKind::Archive),
        ("GZIP", b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec(), ForeignKind::Archive),
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n".to_vec(), ForeignKind::Pdf),
        ("HTML", b"<!DOCTYPE html>\n<html><body>a;b;c</body></html>".to_vec(), ForeignKind::Html),
        (
            "HTML of 1C",
            "\u{feff}\r\n<html><table><tr><td>Сумма</td></tr></table></html>".as_bytes().to_vec(),
            ForeignKind::Html,
        ),
        ("noise", noise, ForeignKind::Binary),
    ];
    for (name, bytes, kind) in cases {
        check(name, &bytes, &not_text(kind));
    }
}

#[test]
fn one_column() {
    let cases = [
        ("Клиент\nРомашка\nВега\n", "Клиент"),
        ("\n\nпросто текст без всякой таблицы\nи ещё строка\n", "просто текст без всякой таблицы"),
        ("42", "42"),
    ];
    for (text, first_line) in cases {
        check(text, text.as_bytes(), &ReadError::OneColumn { first_line: first_line.to_owned() });
    }
}

#[test]
fn columns_that_are_not_there() {
    let cases: [(&str, &[Field], &[&str]); 4] = [
        ("Клиент;Сумма\nРомашка;10\nВега;20\n", &[Field::Date], &["Клиент", "Сумма"]),
        ("Дата;Клиент;Город\n01.02.2026;Ромашка;Тверь\n", &[Field::Amount], &["Дата", "Клиент", "Город"]),
        ("Дата;Город;Сумма\n01.02.2026;Тверь;10\n", &[Field::Client], &["Дата", "Город", "Сумма"]),
        ("a,b,c\nx,y,z\nu,v,w\n", &[Field::Client, Field::Date, Field::Amount], &["a", "b", "c"]),
    ];
    for (text, fields, headers) in cases {
        let headers = headers.iter().map(|&header| header.to_owned()).collect();
        check(text, text.as_bytes(), &ReadError::MissingFields { fields: fields.to_vec(), headers });
    }
}

#[test]
fn columns_without_what_they_are_called() {
    let cases = [
        ("Дата;Клиент;Сумма\nвчера;Ромашка;10\nпозавчера;Вега;20\n", 2, Reason::BadDate, 2, "вчера", "Дата"),
        ("Дата;Клиент;Сумма\n01.02.2026;Ромашка;много\n02.02.2026;Вега;-\n", 2, Reason::BadAmount, 2, "много", "Сумма"),
        (
            "Продажи\n\nДата;Клиент;Сумма\n\n31.02.2026;Ромашка;10\n30.02.2026;Вега;20\n",
            5,
            Reason::BadDate,
            5,
            "31.02.2026",
            "Дата",
        ),
    ];
    for (text, rows, reason, line, sample, column) in cases {
        let (sample, column) = (sample.to_owned(), column.to_owned());
        check(text, text.as_bytes(), &ReadError::NoUsableRows { rows, reason, line, sample, column });
    }
}

#[test]
fn cells_without_end() {
    let too_long = |line| ReadError::CellTooLong { line, bytes_max: CELL_BYTES_MAX as u64 };
    let long = "x".repeat(10 << 20);
    check("10 MB in quotes", format!("Дата;Клиент;Сумма\n01.02.2026;\"{long}\";10\n").as_bytes(), &too_long(2));
    check("10 MB without quotes", format!("Дата;Клиент;Сумма\n01.02.2026;{long};10\n").as_bytes(), &too_long(2));
    check("10 MB in quotes, without end", format!("Дата;Клиент;Сумма\n01.02.2026;\"{long}").as_bytes(), &too_long(2));
    let rows = "01.02.2026;Ромашка;10\n".repeat(60_000);
    let late = format!("Дата;Клиент;Сумма\n{rows}01.02.2026;\"Вега;10\n{rows}{rows}");
    check("a quote far inside, followed by 2 MB", late.as_bytes(), &too_long(60_002));
}

#[test]
fn quotes_without_end() {
    let cases = [
        ("Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n02.02.2026;\"Вега;20\n03.02.2026;Лира;30\n", 3),
        ("\"Дата;Клиент;Сумма\n01.02.2026;Ромашка;10\n", 1),
        ("Дата;Клиент;Сумма\n\"01.02.2026\n\";Ромашка;10\n02.02.2026;Вега;\"20", 4),
    ];
    for (text, line) in cases {
        check(text, text.as_bytes(), &ReadError::UnclosedQuote { line });
    }
    let rows = "01.02.2026;Ромашка;10\n".repeat(20_000);
    let late = format!("Дата;Клиент;Сумма\n{rows}01.02.2026;\"Вега;10\n");
    check("beyond the beginning", late.as_bytes(), &ReadError::UnclosedQuote { line: 20_002 });
}

#[test]
fn more_columns_than_any_table_has() {
    let wide = vec!["столбец"; COLUMNS_MAX + 1].join(";");
    let expected = ReadError::TooManyColumns { line: 1, columns_max: COLUMNS_MAX as u64 };
    check("wide", format!("{wide}\n{wide}\n").as_bytes(), &expected);
}

#[test]
fn a_client_may_be_called_anything() {
    // Signs that a spreadsheet or a browser would take for more than text.
    for client in ["=1+1", "<script>alert(1)</script>", "@SUM(A1)", "null", "\u{202e}abc", "a\u{0}b"] {
        let others = "02.02.2026;Вега;20\n".repeat(20);
        let text = format!("Дата;Клиент;Сумма\n01.02.2026;{client};10\n{others}");
        let ingested = read(&text).unwrap_or_else(|error| panic!("{client:?}: {error}"));
        assert_eq!(ingested.table.client_names.get(0), Some(client));
    }
}
