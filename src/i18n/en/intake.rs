use crate::analytics::workbook::{BookFormat, WorkbookError};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::errors::{ErrorText, FixedErrorText};
use crate::i18n::messages::intake::IntakeMessages;

pub const INTAKE: IntakeMessages = IntakeMessages {
    form: "Format",
    form_name: |format| match format {
        BookFormat::Xlsx => "Excel workbook (XLSX)",
        BookFormat::Xlsb => "Excel workbook (XLSB)",
        BookFormat::Xls => "Excel workbook (XLS)",
        BookFormat::Ods => "LibreOffice workbook (ODS)",
        BookFormat::Html => "Web page with a table (HTML)",
        BookFormat::Xml2003 => "Excel 2003 table (XML)",
    },
    sheet: "Sheet",
    sheet_name: |format, place, name, hidden| {
        let name =
            if name.is_empty() { format!("table\u{a0}{}", format.count(place)) } else { format!("“{name}”") };
        if hidden { format!("{name}, hidden") } else { name }
    },
    one_sheet: |format, sheets| {
        format!(
            "One sheet of {} is read. To add another one, give the file again, choose that sheet, and add it to the table.",
            format.count(sheets)
        )
    },
    alike_sheets: |format, others| {
        format!(
            "One sheet is read. {} the same columns.",
            if others == 1 {
                "One other sheet has".to_owned()
            } else {
                format!("{} other sheets have", format.count(others))
            }
        )
    },
    sheets_together: |format, sheets| format!("{} sheets with these columns together", format.count(sheets)),
    read_together: |format, sheets| format!("Read {} sheets together", format.count(sheets)),
    are_together: |format, sheets| {
        format!(
            "{} sheets were read one after another, as one table. Lines are counted through all of them.",
            format.count(sheets)
        )
    },
    workbook: workbook_error,
    workbook_unavailable: FixedErrorText {
        heading: "Workbooks cannot be read just now",
        text: "The part of the app that opens Excel and LibreOffice files did not load.",
        advice: "Check the connection, reload the page and choose the file again. Saved as CSV, the table can be read without that part.",
    },
    workbook_stopped: FixedErrorText {
        heading: "The workbook could not be opened to the end",
        text: "The part of the app that opens workbooks stopped halfway. Either the browser ran out of memory, or the file is built in an unusual way.",
        advice: "Open the file in Excel or LibreOffice, leave only the sheet with the sales and save it as CSV.",
    },
    paste: "Paste a table",
    pasted: "Pasted table",
    paste_by_key: "The browser does not let a button read what was copied. Press Ctrl+V on this page instead",
    nothing_to_paste: "What was copied is not a table: copy the cells together with their headings",
    paste_too_big: |format, bytes| {
        format!("Up to {} can be pasted. Save the table as a file and drop it here", format.bytes(bytes))
    },
    queue: |format, place, all| format!("File {} of {}", format.count(place), format.count(all)),
    next_file: "On to the next file",
    skip_file: "Skip this file",
    empty_folder: "There are no files in this folder that could be read",
};

fn workbook_error(error: WorkbookError, format: Format) -> ErrorText {
    match error {
        WorkbookError::Encrypted => ErrorText::new(
            "The workbook is protected by a password",
            "Without the password nothing in it can be read, not even the names of its sheets.",
            "Open it in Excel with the password, choose File → Info → Protect Workbook → Encrypt with Password, clear the password and save it under another name. Then drop that file here.",
        ),
        WorkbookError::Damaged => ErrorText::new(
            "The workbook is damaged",
            "It begins like a workbook, but a part of it is missing or cannot be read. Mostly the file was not downloaded or copied to its end.",
            "Download or copy it again. If Excel can open it, let it repair the file and save it under another name.",
        ),
        WorkbookError::NotAWorkbook => ErrorText::new(
            "There are no sheets in this file",
            "It is packed like a workbook, but there is something else inside: other files, a text document or a presentation.",
            "If this is an archive, unpack it and drop the table from it here. If it is a document with a table, copy the table and paste it on this page with Ctrl+V.",
        ),
        WorkbookError::NoTable => ErrorText::new(
            "There is no table in this file",
            "It opens, but no cell of it is filled. A page of a site that asks to sign in looks like this too.",
            "Open the file and see what is in it. If it is an export, make it again and check the period and the filters first.",
        ),
        WorkbookError::NoSuchSheet => ErrorText::new(
            "The sheet was not found",
            "The workbook has no such sheet: perhaps the file was changed after it had been chosen.",
            "Choose the file again.",
        ),
        WorkbookError::TooBig { bytes_max } => ErrorText::new(
            "The workbook is too large",
            format!("Workbooks of this kind can be read up to {}.", format.bytes(bytes_max)),
            "Save the sheet with the sales as CSV: files of that kind may be many times larger.",
        ),
        WorkbookError::UnpacksTooBig { bytes_max } => ErrorText::new(
            "The workbook unpacks to too much",
            format!(
                "Workbooks are packed. Unpacked, this one takes more than {}, and the browser’s memory would not be enough.",
                format.bytes(bytes_max)
            ),
            "Save the sheet with the sales as CSV: such a file is read in pieces, whatever its size.",
        ),
        WorkbookError::TooManyCells { cells_max } => ErrorText::new(
            "There are too many cells on the sheet",
            format!(
                "Sheets can be read up to {}.",
                format.counted(cells_max, Plural::two("filled cell", "filled cells"))
            ),
            "Leave only the columns that are needed (client, date, amount and order number), or save the sheet as CSV.",
        ),
        WorkbookError::TooManyColumns { columns_max } => ErrorText::new(
            "There are too many columns on the sheet",
            format!("A table may have up to {}.", format.counted(columns_max, Plural::two("column", "columns"))),
            "Leave only the columns that are needed: client, date, amount and order number.",
        ),
    }
}
