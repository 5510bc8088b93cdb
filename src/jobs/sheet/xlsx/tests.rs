//! Workbooks are read back by another library.

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, ExcelDateTimeType, Reader, Xlsx};

use super::*;
use crate::analytics::amount::Sum;
use crate::i18n::{Currency, Format as Figures, Locale};
use crate::jobs::sheet::pack::pack;
use crate::jobs::sheet::{Basis, Export, LeftOutLine, Sheet};

const EN: Figures = Figures { locale: Locale::En, currency: Currency::None };

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn rows(workbook: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
    workbook.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// Any row of a sheet of two columns.
fn two(name: &str, row: [Cell; 2]) -> Sheet<'static> {
    Sheet::new(name, ["a", "b"], [row.to_vec()])
}

fn packed(sheets: Vec<Sheet<'_>>) -> Vec<u8> {
    pack(Export { sheets, basis: Basis::default() }, EN)
}

#[test]
fn cells_keep_their_kind() {
    let day = |year, month, day| Cell::from(Day::from_ymd(year, month, day));
    let date = |serial| Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false));
    // Serial numbers as LibreOffice gives them for these days.
    for (cell, read) in [
        (Cell::text("=1+1"), text("=1+1")),
        (Cell::text("+7 900 123-45-67"), text("+7 900 123-45-67")),
        (Cell::text("https://example.org"), text("https://example.org")),
        (Cell::text("00012"), text("00012")),
        (Cell::text("ООО «Ёлка» <img onerror=x> & \u{1F600}"), text("ООО «Ёлка» <img onerror=x> & \u{1F600}")),
        (Cell::Count(1_234_567), Data::Float(1_234_567.0)),
        (Cell::Amount(Sum(-12_345_678)), Data::Float(-1_234.567_8)),
        (Cell::Share(0.125), Data::Float(0.125)),
        (Cell::Ratio(2.5), Data::Float(2.5)),
        (Cell::Ratio(f64::INFINITY), Data::Empty),
        (day(2025, 12, 31), date(46_022.0)),
        (day(1900, 3, 1), date(61.0)),
        (day(1899, 12, 31), text("1899-12-31")),
    ] {
        let bytes = write(&packed(vec![two("Sheet", [Cell::text("x"), cell.clone()])])).unwrap();
        let mut workbook = open(bytes);
        let read_rows = rows(&mut workbook, "Sheet");
        assert_eq!(read_rows[0], [text("a"), text("b")]);
        assert_eq!(read_rows[1].get(1).cloned().unwrap_or_default(), read, "{cell:?}");
        let formulas = workbook.worksheet_formula("Sheet").unwrap();
        assert!(formulas.is_empty(), "nothing is a formula: {cell:?}");
    }
}

#[test]
fn what_it_was_computed_from_has_sheets_of_its_own() {
    let basis = Basis {
        settings: vec![("File".to_owned(), "=a.csv".to_owned())],
        left_out: vec![
            LeftOutLine { what: "without a client".to_owned(), rows: 21, sum: Some(Sum(20_000)) },
            LeftOutLine { what: "blank".to_owned(), rows: 3, sum: None },
        ],
    };
    let sheets = vec![two("Clients", [Cell::text("A"), Cell::Count(1)])];
    let mut workbook = open(write(&pack(Export { sheets, basis }, EN)).unwrap());
    assert_eq!(workbook.sheet_names(), ["Clients", "Settings", "Left out"]);
    assert_eq!(rows(&mut workbook, "Settings")[1..], [[text("File"), text("=a.csv")]]);
    assert_eq!(
        rows(&mut workbook, "Left out")[1..],
        [
            [text("without a client"), Data::Float(21.0), Data::Float(2.0)],
            [text("blank"), Data::Float(3.0), Data::Empty]
        ]
    );
}

#[test]
fn names_of_sheets_are_taken_by_every_workbook() {
    let mut taken = Vec::new();
    for (wanted, name) in [
        ("A/B: [C]", "A B   C"),
        ("'quoted'", "quoted"),
        ("", "1"),
        ("Clients of the very long name of a region", "Clients of the very long name o"),
        ("CLIENTS OF THE VERY LONG NAME OF A TOWN", "CLIENTS OF THE VERY LONG NA (2)"),
    ] {
        assert_eq!(unique_name(wanted, &mut taken), name);
    }
}

#[test]
fn rows_that_do_not_fit_go_on_on_the_next_sheet() {
    let sheet = Sheet::new("Long", ["n"], (1..=5_u64).map(|number| vec![Cell::Count(number)]));
    let mut workbook = open(write_in_sheets_of(&packed(vec![sheet]), 3).unwrap());
    assert_eq!(workbook.sheet_names()[..3], ["Long", "Long (2)", "Long (3)"]);
    assert_eq!(rows(&mut workbook, "Long (2)"), [[text("n")], [Data::Float(3.0)], [Data::Float(4.0)]]);
    assert_eq!(rows(&mut workbook, "Long (3)"), [[text("n")], [Data::Float(5.0)]]);
}

#[test]
fn an_empty_table_is_a_sheet_with_headers() {
    let mut workbook = open(write(&packed(vec![Sheet::new("None", ["a", "b"], [])])).unwrap());
    assert_eq!(rows(&mut workbook, "None"), [[text("a"), text("b")]]);
}

#[test]
fn strange_bytes_are_refused() {
    let good = packed(vec![two("Sheet", [Cell::text("x"), Cell::Count(1)])]);
    for (bytes, what) in [(&[][..], "nothing"), (&[7, 7, 7][..], "noise"), (&good[..good.len() - 1], "cut short")] {
        assert_eq!(write(bytes), Err(XlsxWriteError::NotPacked), "{what}");
    }
    // A row before any sheet.
    assert_eq!(write(&postcard::to_stdvec(&Piece::Row(Vec::new())).unwrap()), Err(XlsxWriteError::NotPacked));
}
