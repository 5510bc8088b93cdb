use super::import::field_name;
use crate::analytics::dataset::kinds::period;
use crate::analytics::dataset::report::ForeignKind;
use crate::analytics::dataset::{Field, ReadError, Reason};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::errors::{ErrorMessages, ErrorText, FixedErrorText};

pub const ERRORS: ErrorMessages = ErrorMessages {
    read: read_error,
    no_table: FixedErrorText {
        heading: "There are no data yet",
        text: "This screen needs a file with sales, and none has been loaded.",
        advice: "Go to “Data” and load a file, or try with sample data.",
    },
    file_unavailable: FixedErrorText {
        heading: "The file could not be opened",
        text: "The browser could not read it. Most likely it was moved, renamed or changed after you chose it, or it lies in a cloud folder and has not been downloaded to this computer yet.",
        advice: "Close the file in other programs and choose it again.",
    },
    kept_damaged: FixedErrorText {
        heading: "This saved table is damaged",
        text: "Its checksum does not match, so its figures could be wrong, and the app does not open it.",
        advice: "Read the file once more and remove the damaged table from the list.",
    },
    kept_newer: FixedErrorText {
        heading: "This table was saved by a newer version of the app",
        text: "This version does not know how it is written and has left it as it is.",
        advice: "Reload the page to get the newer version.",
    },
    cannot_join: FixedErrorText {
        heading: "This file cannot be added to the table",
        text: "It is a table of another kind, or one of the two gives numbers of orders a day and the other single orders.",
        advice: "Take it as a new table.",
    },
    kept_gone: FixedErrorText {
        heading: "The rows of this table are no longer in the browser",
        text: "The browser has cleared them to make room, or does not let the app read them now.",
        advice: "Reload the page. If that does not help, read the file once more.",
    },
    engine_stopped: FixedErrorText {
        heading: "Reading has stopped",
        text: "The part of the app that reads files came to a halt. Mostly this means that the browser ran out of memory.",
        advice: "Close other tabs and try again. If the file is very large, export it in parts, for example year by year.",
    },
    other_build: FixedErrorText {
        heading: "The app has been updated",
        text: "This page belongs to the earlier version and does not understand the new one.",
        advice: "Reload the page and choose the file again. Your settings will be kept.",
    },
    too_big_without_worker: |format, bytes_max| {
        ErrorText::new(
            "The file is too large for this browser",
            format!(
                "The browser did not allow reading in the background. Without that, files up to {} can be read.",
                format.bytes(bytes_max)
            ),
            "Open the app in a recent Chrome, Edge, Firefox or Safari, or export a shorter period.",
        )
    },
    still_loaded: |file| format!("“{file}”, which you loaded earlier, is still there and has not changed."),
    still_loaded_sample: "The sample that you loaded earlier is still there and has not changed.",
    what_to_do: "What to do",
};

const SAVE_AS_CSV: &str = "Open the file in Excel, choose File → Save As, pick the type “CSV UTF-8 (Comma delimited)” and drop the new file here. In LibreOffice the type is “Text CSV”.";

fn read_error(error: &ReadError, format: Format) -> ErrorText {
    match error {
        ReadError::Empty => ErrorText::new(
            "The file is empty",
            "There is not a single filled row in it.",
            "Check that this is the right file. If it is an export, make it again and see that the table on the screen is not empty before you export.",
        ),
        ReadError::HeaderOnly { header_line } => ErrorText::new(
            "The file has column names but no rows",
            format!("The column names are on line\u{a0}{}. Nothing follows them.", format.count(*header_line)),
            "In the program that made the export, check the period and the filters: perhaps nothing matched them. Then export again.",
        ),
        ReadError::NotText { kind } => not_text(*kind),
        ReadError::OneColumn { first_line } => ErrorText::new(
            "Only one column was found",
            format!(
                "The first line is “{first_line}”. Neither semicolon nor comma, tab or vertical bar parts the lines into columns."
            ),
            "If there are columns in the file, choose another encoding or separator. If there is really only one, export again: at least client, date and amount are needed.",
        ),
        ReadError::MissingFields { fields, headers } => missing_fields(fields, headers),
        ReadError::NoUsableRows { rows, reason, line, sample, column } => ErrorText::new(
            match rows {
                1 => "The only row could not be used".to_owned(),
                _ => format!("None of the {} could be used", format.counted(*rows, Plural::two("row", "rows"))),
            },
            no_usable_rows(*reason, &format.count(*line), sample, column),
            no_usable_rows_advice(*reason, sample),
        ),
        ReadError::UnclosedQuote { line } => ErrorText::new(
            "A quotation mark is never closed",
            format!(
                "It opens on line\u{a0}{} and nothing closes it, so everything down to the end of the file looks like one cell.",
                format.count(*line)
            ),
            "Open the file in a text editor, go to that line, and remove the mark or add its pair. If quotes inside cells are written as \\\", turn that on under “Advanced”.",
        ),
        ReadError::CellTooLong { line, bytes_max } => ErrorText::new(
            "A cell is too long",
            format!(
                "The row that begins on line\u{a0}{} has a cell of more than {}. Mostly this comes from a quotation mark that was opened and never closed.",
                format.count(*line),
                format.bytes(*bytes_max)
            ),
            "Open the file in a text editor, go to that line and check its quotation marks. If the cell is really that long, leave its column out of the export.",
        ),
        ReadError::TooManyColumns { line, columns_max } => ErrorText::new(
            "There are too many columns",
            format!(
                "Line\u{a0}{} has more than {}. Most likely the columns are parted by another sign than the one chosen.",
                format.count(*line),
                format.counted(*columns_max, Plural::two("column", "columns"))
            ),
            "Choose another separator. If there are really so many columns, export only those you need: client, date, amount and order number.",
        ),
        ReadError::UnknownColumn { name } => ErrorText::new(
            "A column was not found",
            format!("The file has no column “{name}”."),
            "Check on which line the column names are, and mark the column again.",
        ),
    }
}

fn not_text(kind: ForeignKind) -> ErrorText {
    match kind {
        ForeignKind::Workbook => ErrorText::new(
            "This is an Excel workbook, not a CSV file",
            "Inside is a spreadsheet (XLSX or similar), whatever the file’s name ends with. The app reads tables that were saved as text.",
            SAVE_AS_CSV,
        ),
        ForeignKind::OldWorkbook => ErrorText::new(
            "This is an Excel workbook of the old kind",
            "Inside is a spreadsheet in the XLS format, whatever the file’s name ends with. The app reads tables that were saved as text.",
            SAVE_AS_CSV,
        ),
        ForeignKind::Archive => ErrorText::new(
            "This is an archive",
            "The file is a ZIP archive; the table lies inside it.",
            "Unpack it: right-click it and choose “Extract All”. Then drop the file with the table here.",
        ),
        ForeignKind::Image => ErrorText::new(
            "This is a picture",
            "In a screenshot or a scan the eye sees a table, but it has no rows that could be counted.",
            "In the program that shows the table, save it as Excel or CSV, often under “Export”, and drop that file here.",
        ),
        ForeignKind::Pdf => ErrorText::new(
            "This is a PDF document",
            "A PDF keeps the look of pages, not the rows of a table, so sales cannot be read from it reliably.",
            "In the program that made the PDF, save the same report as Excel or CSV and drop that file here.",
        ),
        ForeignKind::Html => ErrorText::new(
            "This is a web page",
            "Inside is an HTML page. Some programs save tables “for Excel” this way, and sometimes a site’s sign-in page is downloaded in place of the file.",
            "Open the file in Excel. If there is a table in it, save it as Excel or CSV and drop that file here. If it is a page of a site, sign in there and download the export again.",
        ),
        ForeignKind::Binary => ErrorText::new(
            "This is not a text file",
            "The file holds some program’s own data rather than text. No rows or columns can be seen in it.",
            "Open the file in the program that made it, save the table as Excel or CSV, and drop that file here. If it is a CSV file after all, choose another encoding.",
        ),
    }
}

/// More names than this help nobody.
const HEADERS_SHOWN: usize = 8;

fn missing_fields(fields: &[Field], headers: &[String]) -> ErrorText {
    let heading = match fields {
        [Field::Client] => "It is not clear which column is the client",
        [Field::Date] => "It is not clear which column is the date",
        [Field::Amount] => "It is not clear which column is the amount",
        _ => "Needed columns are missing",
    };
    let missing = fields.iter().map(|field| field_name(*field).to_lowercase()).collect::<Vec<_>>().join(", ");
    let named = headers.iter().filter(|header| !header.trim().is_empty());
    let mut present: Vec<_> = named.map(|header| format!("“{header}”")).collect();
    if present.len() > HEADERS_SHOWN {
        present.truncate(HEADERS_SHOWN);
        present.push("…".to_owned());
    }
    let present = present.join(", ");
    let text = match present.as_str() {
        "" => format!("Not found: {missing}. The columns of this file have no names."),
        _ => format!("Not found: {missing}. The file has these columns: {present}."),
    };
    ErrorText::new(
        heading,
        text,
        "Mark this in the list of columns. If the file has no such column, add it to the export and load the file again.",
    )
}

fn no_usable_rows(reason: Reason, line: &str, sample: &str, column: &str) -> String {
    match reason {
        Reason::BadDate if sample.is_empty() => {
            format!("The column “{column}” should hold dates but is empty, first on line\u{a0}{line}.")
        }
        Reason::BadDate if period::lacks_year(sample) => {
            format!("The column “{column}” does not say the year: line\u{a0}{line} has “{sample}”.")
        }
        Reason::BadDate => format!("The column “{column}” should hold dates, but line\u{a0}{line} has “{sample}”."),
        Reason::BadAmount if sample.is_empty() => {
            format!("The column “{column}” should hold numbers but is empty, first on line\u{a0}{line}.")
        }
        Reason::BadAmount => {
            format!("The column “{column}” should hold numbers, but line\u{a0}{line} has “{sample}”.")
        }
        Reason::TotalRow => format!("Nearly all rows look like totals, first line\u{a0}{line}: “{sample}”."),
        Reason::RaggedRow => {
            format!("The rows do not have as many cells as there are column names, first on line\u{a0}{line}.")
        }
        Reason::OtherCurrency => format!("No row is in the chosen currency. Line\u{a0}{line} has “{sample}”."),
        Reason::EmptyCell => {
            format!("The column “{column}” is empty, and rows say nothing without it, first on line\u{a0}{line}.")
        }
        Reason::TitleRow | Reason::BlankRow | Reason::RepeatedHeader => {
            format!("There are no sales under the column names. The first row set aside is line\u{a0}{line}.")
        }
    }
}

fn no_usable_rows_advice(reason: Reason, sample: &str) -> &'static str {
    match reason {
        Reason::BadDate if period::lacks_year(sample) => {
            "Add a column named “Year”: year and month in two columns are read as one date. Or write the dates in full, as 2025-12-31."
        }
        Reason::BadDate => {
            "Mark another column as the date, or change the order of day and month. If the dates are there but written in an unusual way, save them as 2025-12-31."
        }
        Reason::BadAmount => {
            "Mark another column as the amount, or change the decimal mark. Two columns will do as well: quantity and price."
        }
        Reason::TotalRow => "If these are real sales, turn on “Count ‘Total’ rows as sales” under “Advanced”.",
        Reason::RaggedRow => "Choose another separator, or another line for the column names.",
        Reason::OtherCurrency => "Choose another currency.",
        Reason::EmptyCell => "Mark another column, or choose another kind of table.",
        Reason::TitleRow | Reason::BlankRow | Reason::RepeatedHeader => {
            "Check on which line the column names are, and that the right period was exported."
        }
    }
}
