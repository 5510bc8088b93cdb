//! Workbooks and tables of web pages, from their bytes to the table that the importer makes of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where something is wrong"
)]

use std::path::PathBuf;

use clientfolio::analytics::dataset::{Ingested, ReadOptions, Reason, SalesTable, read_all};
use clientfolio::analytics::workbook::{Book, BookFormat, Pick, WorkbookError, convert, is_workbook, read_options};

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from("tests/fixtures/workbooks").join(name)).unwrap()
}

fn text_of(bytes: Vec<u8>, pick: &Pick) -> Result<(Book, String), WorkbookError> {
    let mut text = Vec::new();
    let book = convert(bytes, pick, &mut |piece| text.extend_from_slice(piece))?;
    Ok((book, String::from_utf8(text).unwrap()))
}

fn sheet(name: &str, sheet: &str) -> String {
    text_of(bytes(name), &Pick::Named(sheet.to_owned())).unwrap().1
}

fn ingested(text: &str) -> Ingested {
    read_all(text.as_bytes(), &read_options()).unwrap()
}

/// Sums are formatted as roubles, which is known of XLSX and ODS; in the latter so are quantities.
fn without_currency(name: &str, text: &str) -> String {
    match name.rsplit('.').next() {
        Some("xls") => text.to_owned(),
        Some("ods") => text.replace(" RUB", ""),
        _ => text.replace(" RUB\n", "\n"),
    }
}

/// The same sales, whatever program saved them.
#[test]
fn every_kind_of_file_gives_the_same_text() {
    let expected = String::from_utf8(bytes("sales.tsv")).unwrap();
    for (name, format, place, sheets) in [
        (
            "sales.xlsx",
            BookFormat::Xlsx,
            2,
            vec![("Обложка", false), ("Скрытый", true), ("Продажи", false), ("Свод", false)],
        ),
        (
            "sales_1904.xlsx",
            BookFormat::Xlsx,
            2,
            vec![("Обложка", false), ("Скрытый", true), ("Продажи", false), ("Свод", false)],
        ),
        (
            "renamed.csv",
            BookFormat::Xlsx,
            2,
            vec![("Обложка", false), ("Скрытый", true), ("Продажи", false), ("Свод", false)],
        ),
        ("sales.xls", BookFormat::Xls, 0, vec![("Продажи", false)]),
        ("sales.ods", BookFormat::Ods, 1, vec![("Скрытый", true), ("Продажи", false)]),
        ("sales_xml.xls", BookFormat::Xml2003, 0, vec![("Продажи", false)]),
    ] {
        assert!(is_workbook(&bytes(name)), "{name}");
        let (book, text) = text_of(bytes(name), &Pick::First).unwrap();
        assert_eq!(without_currency(name, &text), expected, "{name}");
        assert_eq!((book.format, book.sheet), (format, place), "{name}");
        let found: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect();
        assert_eq!(found, sheets, "{name}");
        assert_eq!((book.rows, book.columns), (11, 5), "{name}");
    }
}

#[test]
fn the_same_sales_make_the_same_table() {
    let expected = ingested(&String::from_utf8(bytes("sales.tsv")).unwrap());
    // Six sales; two titles, a blank row, a total. The header is no row.
    assert_eq!((expected.report.rows_used, expected.report.rows_set_aside), (6, 4));
    // 1500.5 + 0.3 + 300 + 617.25 − 49.03 + 1234567.89
    assert_eq!(expected.report.total.to_string(), "1236936.9100");
    assert!(!expected.report.decimal_ambiguous && !expected.report.date_order_ambiguous);
    for name in ["sales.xlsx", "sales_1904.xlsx", "sales.xls", "sales.ods", "sales_xml.xls"] {
        let found = ingested(&without_currency(name, &text_of(bytes(name), &Pick::First).unwrap().1));
        assert_eq!(found.table, expected.table, "{name}");
        assert_eq!(found.report, expected.report, "{name}");
    }
    // A page holds text: days and amounts as they are shown, and so its rows have fingerprints of their own.
    let (book, text) = text_of(bytes("sales_html.xls"), &Pick::First).unwrap();
    assert_eq!(book.format, BookFormat::Html);
    assert!(text.contains("16.01.2026\t\"ООО \"\"Вега\"\"\"\t0002\t2,500\t0,30\n"), "{text}");
    let page = ingested(&text);
    assert_eq!(page.table, SalesTable { fingerprint: page.table.fingerprint.clone(), ..expected.table.clone() });
    let counts = |ingested: &Ingested| {
        let groups = ingested.report.set_aside.iter();
        groups.map(|group| (group.reason, group.rows, group.lines.clone())).collect::<Vec<_>>()
    };
    assert_eq!(counts(&page), counts(&expected));
    let total = expected.report.set_aside.iter().find(|group| group.reason == Reason::TotalRow).unwrap();
    assert_eq!(total.lines, [11], "lines are rows of the sheet");
}

#[test]
fn values_are_those_that_were_saved() {
    assert_eq!(
        sheet("formulas.xlsx", "Лист1"),
        "Клиент\tСумма\tДата\nВега\t2\t2026-01-15 18:00:00\nTRUE\t#DIV/0!\t2026-01-15\n"
    );
}

#[test]
fn sheets_are_chosen_by_name_and_place() {
    assert_eq!(sheet("sales.xlsx", "Скрытый"), "Клиент\t\n\tне для чтения\n");
    assert_eq!(
        sheet("sales.xlsx", "Свод"),
        "Клиент\t2025\t2025\t2026\t2026\n\tЯнварь\tФевраль\tЯнварь\tФевраль\nВега\t1\t2\t3\t4\n"
    );
    let (book, text) = text_of(bytes("sales.xlsx"), &Pick::At(0)).unwrap();
    assert_eq!((book.sheet, text.as_str()), (0, "\n\tВыгрузка для отдела продаж\n"));
    for pick in [Pick::At(4), Pick::Named("Лист 9".to_owned())] {
        assert_eq!(text_of(bytes("sales.xlsx"), &pick), Err(WorkbookError::NoSuchSheet));
    }
    assert_eq!(text_of(bytes("sales.ods"), &Pick::At(2)), Err(WorkbookError::NoSuchSheet));
}

/// A workbook of Excel 2003 with sheets of these names and rows of cells.
fn xml_book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let cell = |text: &&str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
    let row = |cells: &&[&str]| format!("<Row>{}</Row>", cells.iter().map(cell).collect::<String>());
    let sheet = |(name, rows): &(&str, &[&[&str]])| {
        let rows: String = rows.iter().map(row).collect();
        format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>")
    };
    let sheets: String = sheets.iter().map(sheet).collect();
    format!(
        "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
    )
    .into_bytes()
}

#[test]
fn a_sheet_with_all_that_is_needed_comes_before_covers() {
    let cover: (&str, &[&[&str]]) =
        ("Параметры", &[&["Отчёт", "Продажи"], &["Период", "Январь 2026"], &["Составил", "Иванова"]]);
    let sales: (&str, &[&[&str]]) =
        ("Лист1", &[&["Дата", "Клиент", "Сумма"], &["01.02.2026", "Ромашка", "10"], &["02.02.2026", "Вега", "20"]]);
    let other: (&str, &[&[&str]]) =
        ("Лист2", &[&["Дата", "Клиент", "Сумма"], &["01.02.2026", "Ромашка", "30"], &["02.02.2026", "Вега", "40"]]);
    for (sheets, taken) in [(vec![cover, sales, other], 1), (vec![sales, cover], 0), (vec![cover], 0)] {
        let (book, _) = text_of(xml_book(&sheets), &Pick::First).unwrap();
        assert_eq!(book.sheet, taken);
    }
}

/// A sheet for each month, with a title of its own and columns named in other letters; others stand between them.
#[test]
fn sheets_with_the_same_columns_are_read_together() {
    let header: &[&str] = &["Дата", "Клиент", "Сумма"];
    let other_case: &[&str] = &["дата", "КЛИЕНТ", "Сумма"];
    let january: (&str, &[&[&str]]) = (
        "Январь",
        &[header, &["10.01.2026", "Вега", "10"], &["11.01.2026", "Ромашка", "20.5"], &["Итого", "", "30.5"]],
    );
    let february: (&str, &[&[&str]]) =
        ("Февраль", &[&["Продажи за февраль"], &[], other_case, &["10.02.2026", "Вега", "40"], &["Итого", "", "40"]]);
    let march: (&str, &[&[&str]]) = ("Март", &[header, &["10.03.2026", "Астра", "5"], &["12.03.2026", "Вега", "1"]]);
    let notes: (&str, &[&[&str]]) = ("Заметки", &[&["Что", "Кому"], &["Позвонить", "Веге"]]);
    let wider: (&str, &[&[&str]]) =
        ("Шире", &[&["Дата", "Клиент", "Сумма", "Товар"], &["10.04.2026", "Вега", "7", "Гайка"]]);

    let book = xml_book(&[notes, january, wider, february, march]);
    let (read, text) = text_of(book.clone(), &Pick::First).unwrap();
    assert_eq!((read.sheet, read.together, read.rows), (1, false, 4));
    assert_eq!(read.alike, [1, 3, 4]);
    assert_eq!(ingested(&text).report.total.to_string(), "30.5000");

    let (read, text) = text_of(book.clone(), &Pick::Together(None)).unwrap();
    assert_eq!((read.sheet, read.together, read.rows), (1, true, 4 + 2 + 2));
    let all = ingested(&text);
    // 10 + 20.5 + 40 + 5 + 1; the titles and headers of the others are no rows, their totals are.
    assert_eq!(all.report.total.to_string(), "76.5000");
    assert_eq!((all.report.rows_used, all.report.rows_set_aside, all.report.clients), (5, 2, 3));
    assert_eq!(all.report.set_aside.iter().map(|group| group.reason).collect::<Vec<_>>(), [Reason::TotalRow]);

    let (read, text) = text_of(book, &Pick::Together(Some(2))).unwrap();
    assert_eq!((read.sheet, read.together, read.alike), (2, false, Vec::new()), "nothing is like it");
    assert_eq!(ingested(&text).report.total.to_string(), "7.0000");

    let year = |name| -> (&str, &[&[&str]]) {
        (name, &[&["Клиент", "Январь", "Февраль"], &["Вега", "1", "2"]])
    };
    let (read, _) = text_of(xml_book(&[year("2025"), year("2026")]), &Pick::Together(None)).unwrap();
    assert!(read.alike.is_empty() && !read.together, "the same names, other months");
}

/// A sheet of the whole year beside those of its months would count every sale twice.
#[test]
fn a_sheet_that_sums_up_the_others_is_not_read_with_them() {
    let sales: &[&[&str]] = &[&["Дата", "Клиент", "Сумма"], &["10.01.2026", "Вега", "10"]];
    let alike = |names: [&'static str; 4], pick: Pick| {
        let sheets = names.map(|name| (name, sales));
        text_of(xml_book(&sheets), &pick).unwrap().0.alike
    };
    for whole in ["Год", "Год 2026", "ИТОГО", "Итого за 2026", "Свод", "Все", "Year", "All"] {
        assert_eq!(alike(["Январь", "Февраль", "Март", whole], Pick::First), [0, 1, 2], "{whole}");
        assert!(alike([whole, "Январь", "Февраль", "Март"], Pick::First).is_empty(), "{whole} has them all");
        let chosen = alike([whole, "Январь", "Февраль", "Март"], Pick::Together(Some(2)));
        assert_eq!(chosen, [1, 2, 3], "{whole}");
    }
    assert_eq!(alike(["2023", "2024", "2025", "2026"], Pick::First), [0, 1, 2, 3]);
    assert_eq!(alike(["Год 2023", "Год 2024", "Год 2025", "Год 2026"], Pick::First), [0, 1, 2, 3]);
    assert_eq!(alike(["Январь", "Февраль", "Март", "2026"], Pick::First), [0, 1, 2]);
    assert_eq!(alike(["2023", "Январь 2024", "Февраль 2024", "Март 2024"], Pick::First), [0, 1, 2, 3]);
    assert_eq!(alike(["2022", "2023", "Январь", "Февраль"], Pick::First), [0, 1, 2, 3]);
    assert_eq!(alike(["Север", "Юг", "Всеволожск", "Годунов"], Pick::First), [0, 1, 2, 3]);
}

/// A client merged over its sales is the client of each of them, in every kind of file that has merged cells.
#[test]
fn merged_names_stand_for_all_rows_beside_them() {
    let page = "<table><tr><th>Клиент</th><th>Дата</th><th>Сумма</th></tr><tr><td rowspan=2>Вега</td><td>10.01.2026</td><td>5</td></tr><tr><td>11.01.2026</td><td>7</td></tr><tr><td>Луна</td><td>12.01.2026</td><td>9</td></tr></table>";
    let xml = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"1\"><Table><Row><Cell><Data>Клиент</Data></Cell><Cell><Data>Дата</Data></Cell><Cell><Data>Сумма</Data></Cell></Row><Row><Cell ss:MergeDown=\"1\"><Data>Вега</Data></Cell><Cell><Data>10.01.2026</Data></Cell><Cell><Data>5</Data></Cell></Row><Row><Cell ss:Index=\"2\"><Data>11.01.2026</Data></Cell><Cell><Data>7</Data></Cell></Row><Row><Cell><Data>Луна</Data></Cell><Cell><Data>12.01.2026</Data></Cell><Cell><Data>9</Data></Cell></Row></Table></Worksheet></Workbook>";
    for file in [page, xml] {
        let (_, text) = text_of(file.as_bytes().to_vec(), &Pick::First).unwrap();
        let report = ingested(&text).report;
        assert_eq!((report.rows_used, report.clients, report.left_out[0].rows), (3, 2, 0), "{text}");
    }
}

/// Totals among merged rows stay totals, and a sum in words that is merged counts once.
#[test]
fn merged_cells_repeat_neither_totals_nor_sums() {
    let page = "<table><tr><th>Дата</th><th>Клиент</th><th>Номер</th><th>Сумма</th></tr><tr><td rowspan=3>05.03.2024</td><td rowspan=3>Вега</td><td>А-1</td><td rowspan=2>1 500 ₽</td></tr><tr><td>А-2</td></tr><tr><td>Итого</td><td>1500</td></tr><tr><td>06.03.2024</td><td>Луна</td><td>А-3</td><td>9</td></tr></table>";
    let (_, text) = text_of(page.as_bytes().to_vec(), &Pick::First).unwrap();
    assert_eq!(ingested(&text).report.total.to_string(), "1509.0000", "{text}");
}

/// Formats of numbers name several currencies in a column, and one for some of the cells of two others.
#[test]
fn currencies_that_only_formats_name() {
    let (_, text) = text_of(bytes("currencies.xlsx"), &Pick::First).unwrap();
    assert_eq!(
        text,
        "Client\tDate\tAmount\tPaid\t2025\nVega\t2026-01-15\t100 USD\t90.5 GBP\t7 RUB\n\
         Lyra\t2026-01-16\t20.5 EUR\t0 GBP\t8 RUB\nVega\t2026-01-17\t5\tnone\t\nTotal\t\t125.5 USD\t90.5 GBP\t15 RUB\n"
    );
    let currencies = ingested(&text).report.currencies;
    let told: Vec<_> =
        currencies.iter().map(|share| (share.currency.map(|code| code.to_string()), share.rows)).collect();
    assert_eq!(told, [(Some("EUR".to_owned()), 1), (Some("USD".to_owned()), 1), (None, 1)]);
    for name in ["sales.ods", "sales.xlsx"] {
        let (_, text) = text_of(bytes(name), &Pick::First).unwrap();
        assert!(text.contains("\t1500.5 RUB\n"), "{name}: {text}");
    }
}

#[test]
fn sheets_of_months_are_read_together_from_xlsx() {
    let (book, text) = text_of(bytes("months.xlsx"), &Pick::First).unwrap();
    assert_eq!((book.sheet, book.alike.as_slice()), (1, [1, 2, 4].as_slice()));
    assert_eq!(ingested(&text).report.total.to_string(), "30.5000");
    let (book, text) = text_of(bytes("months.xlsx"), &Pick::Together(Some(2))).unwrap();
    assert_eq!((book.sheet, book.together), (2, true));
    let all = ingested(&text);
    // The title above the sheet that was chosen is a row: it stands as it is.
    assert_eq!((all.report.rows_used, all.report.total.to_string().as_str()), (5, "76.5000"));
}

/// A CSV file that was opened where another sign parts cells, and saved as a workbook.
#[test]
fn lines_of_csv_in_cells_are_parted() {
    let lines: (&str, &[&[&str]]) = (
        "sales",
        &[
            &["Клиент;Дата;Сумма;Товар"],
            &["\"ООО \"\"Вега; и Ко\"\"\";10.01.2026;1500,05;Гайка"],
            &[],
            &["Ромашка;11.01.2026;20;"],
        ],
    );
    let (book, text) = text_of(xml_book(&[lines]), &Pick::First).unwrap();
    assert_eq!((book.rows, book.columns), (4, 4));
    let sales = ingested(&text);
    assert_eq!((sales.report.rows_used, sales.report.total.to_string().as_str()), (2, "1520.0500"));
    assert_eq!(sales.table.client_names.iter().collect::<Vec<_>>(), ["ООО \"Вега; и Ко\"", "Ромашка"]);

    // What a comma has cut is not put together: a zero may be lost.
    let cut: (&str, &[&[&str]]) = ("sales", &[&["Клиент;Дата;Сумма"], &["Вега;10.01.2026;1500", "5"]]);
    assert_eq!(text_of(xml_book(&[cut]), &Pick::First).unwrap().0.columns, 2);
    let titled: (&str, &[&[&str]]) = ("sales", &[&["Клиенты, даты, суммы"], &["Вега"], &["Ромашка"]]);
    assert_eq!(text_of(xml_book(&[titled]), &Pick::First).unwrap().0.columns, 1);
}

#[test]
fn notes_beside_cells_are_no_values() {
    let page = "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
        <Worksheet ss:Name=\"A\"><Table><Row><Cell><Data ss:Type=\"Number\">1</Data><Comment><ss:Data>7</ss:Data></Comment>\
        </Cell><Cell><Comment><ss:Data>8</ss:Data></Comment></Cell><Cell><Data ss:Type=\"Number\">2</Data></Cell></Row>\
        </Table></Worksheet></Workbook>";
    assert_eq!(text_of(page.as_bytes().to_vec(), &Pick::First).unwrap().1, "1\t\t2\n");
}

/// Two cells in opposite corners are two cells, and a line for each row between them.
#[test]
fn corners_of_a_sheet_do_not_fill_it() {
    let (book, text) = text_of(bytes("corners.xlsx"), &Pick::First).unwrap();
    assert_eq!((book.rows, book.columns), (1_048_576, 2));
    assert_eq!(text.len(), "1\t\n".len() + 1_048_574 + "\t2\n".len());
}

#[test]
fn what_is_no_workbook_says_why() {
    for (name, error) in [
        ("cut_off.xlsx", WorkbookError::Damaged),
        ("archive.zip", WorkbookError::NotAWorkbook),
        ("document.docx", WorkbookError::NotAWorkbook),
        ("locked.xlsx", WorkbookError::Encrypted),
        ("sales.tsv", WorkbookError::NotAWorkbook),
    ] {
        assert_eq!(text_of(bytes(name), &Pick::First), Err(error), "{name}");
    }
    let page = b"<!DOCTYPE html><html><p>Sign in</p></html>".to_vec();
    assert_eq!(text_of(page, &Pick::First), Err(WorkbookError::NoTable));
    let empty = b"<table><tr><td> &nbsp; </td></tr></table>".to_vec();
    assert_eq!(text_of(empty, &Pick::First), Err(WorkbookError::NoTable));
}

/// Wherever a file is cut off, and whatever byte is spoilt, reading it ends, with a table or with an error.
#[test]
fn damaged_files_are_errors_and_nothing_worse() {
    for name in ["sales.xlsx", "sales.xls", "sales.ods", "sales_html.xls", "sales_xml.xls", "formulas.xlsx"] {
        let whole = bytes(name);
        for end in (0..whole.len()).step_by(97) {
            let _ = text_of(whole[..end].to_vec(), &Pick::First);
        }
        for place in (0..whole.len()).step_by(61) {
            let mut spoilt = whole.clone();
            spoilt[place] ^= 0x55;
            let _ = text_of(spoilt, &Pick::First);
        }
    }
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_not_opened() {
    // The size that the archive states for a part, in its central directory, 24 bytes after the sign.
    let mut bomb = bytes("sales.xlsx");
    let signs: Vec<usize> = (0..bomb.len() - 4).filter(|&at| &bomb[at..at + 4] == b"PK\x01\x02").collect();
    assert!(signs.len() > 5);
    for at in signs {
        bomb[at + 24..at + 28].copy_from_slice(&1_000_000_000_u32.to_le_bytes());
    }
    let error = text_of(bomb, &Pick::First).unwrap_err();
    assert_eq!(error, WorkbookError::UnpacksTooBig { bytes_max: 2_000_000_000 });
}

/// A few bytes of an ODS can fill a sheet: they are an error before they do.
#[test]
fn repeated_cells_are_counted_before_they_are_filled() {
    let content = |rows: u32, columns: u32| {
        let cell = format!(
            "<table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell>"
        );
        let row = format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cell}</table:table-row>");
        format!(
            "<office:spreadsheet>{}</office:spreadsheet>",
            format!("<table:table table:name=\"a\">{row}</table:table>").repeat(3)
        )
    };
    let document = |content: &str| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut writer, text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let (book, text) = text_of(document(&content(3, 2)), &Pick::At(2)).unwrap();
    assert_eq!((book.sheets.len(), text.as_str()), (3, "x\tx\nx\tx\nx\tx\n"));
    let error = text_of(document(&content(1_000_000, 21)), &Pick::First).unwrap_err();
    assert_eq!(error, WorkbookError::TooManyCells { cells_max: 20_000_000 });
}

#[test]
fn the_text_of_a_sheet_is_read_as_it_is_written() {
    let options = read_options();
    assert_eq!((options.decimal, options.date_order), (None, None), "text cells still have to be looked at");
    assert_ne!(options, ReadOptions::default());
}
