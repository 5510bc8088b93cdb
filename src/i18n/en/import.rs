use crate::analytics::dataset::{ColumnKind, DateOrder, DecimalMark, Encoding, Field, Reason, Separator};
use crate::i18n::format::Plural;
use crate::i18n::messages::import::{
    BarTexts, ColumnTexts, EmptyTexts, FileTexts, ImportMessages, LoadedTexts, PreviewTexts, ProgressTexts,
    QuestionTexts, ReportTexts,
};

pub const IMPORT: ImportMessages = ImportMessages {
    title: "Data",
    check_title: "Check how the file was read",
    check_lead: "Columns, dates and amounts were recognised for you. If something is wrong, change it and the rows follow at once.",
    unsettled_lead: "Not everything in this file could be recognised. Settle it below, and the rows follow at once.",
    failed_title: "The file was not read",
    failed_lead: "Below is what happened and what can be done.",
    empty: EmptyTexts {
        heading: "Your sales will be here",
        text: "What is needed is a table that shows who bought, when and for how much: an export from your accounting program, CRM, online shop or Excel.",
        privacy: "The file is read here, in your browser, and is not sent anywhere.",
    },
    loaded: LoadedTexts {
        file: |name| format!("File “{name}”"),
        to_matrix: "Show the matrix",
        another: "Load another file",
        another_hint: "Your current data stay until you confirm the new ones.",
    },
    file: FileTexts {
        heading: "File",
        encoding: "Encoding",
        encoding_name: |encoding| match encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Windows1251 => "Windows-1251",
            Encoding::Cp866 => "CP866 (DOS)",
            Encoding::Koi8R => "KOI8-R",
            Encoding::Windows1252 => "Windows-1252",
            Encoding::Utf16Le => "UTF-16 LE",
            Encoding::Utf16Be => "UTF-16 BE",
        },
        encoding_uncertain: "The encoding was guessed from the letters. If the rows show odd signs in place of words, choose another one.",
        separator: "Column separator",
        separator_name: |separator| {
            let name = match separator {
                Separator::Semicolon => "semicolon ;",
                Separator::Comma => "comma ,",
                Separator::Tab => "tab",
                Separator::Pipe => "vertical bar |",
                Separator::Other(_) if separator.byte() == b' ' => "space",
                Separator::Other(_) => return format!("the sign {}", char::from(separator.byte())),
            };
            name.to_owned()
        },
        other_separator: "Another sign between columns",
        other_separator_hint: "One sign: ^, ~, a colon. No letter, digit or quote.",
        header: "Column names",
        line: |format, line| format!("line\u{a0}{}", format.count(line)),
        no_header: "the file has none",
        date_order: "Order in dates",
        date_order_name: |order| match order {
            DateOrder::Dmy => "day, month, year",
            DateOrder::Mdy => "month, day, year",
            DateOrder::Ymd => "year, month, day",
        },
        decimal: "Decimal mark",
        decimal_name: |mark| match mark {
            DecimalMark::Comma => "comma: 1234,50",
            DecimalMark::Point => "point: 1234.50",
        },
        found: |value| format!("{value} (auto)"),
        find_out: "Find out",
        more: "Advanced",
        backslash: "A quote inside a cell is written as \\\"",
        backslash_hint: "Some databases write so. Mostly such a quote is doubled and this switch is not needed.",
        keep_totals: "Count “Total” rows as sales",
        keep_totals_hint: "Turn this on if a real client or product has such a name.",
    },
    columns: ColumnTexts {
        heading: "Columns",
        lead: "Three are needed: client, date and amount. Quantity and price will do in place of the amount.",
        field: field_name,
        not_used: "Not used",
        meaning: |name| format!("What is in the column “{name}”"),
        kind: |kind| match kind {
            ColumnKind::Text => "text",
            ColumnKind::Number => "numbers",
            ColumnKind::Date => "dates",
            ColumnKind::Identifier => "codes",
            ColumnKind::Empty => "empty",
        },
        unnamed: |format, place| format!("Column\u{a0}{}", format.count(place as u64)),
        samples: "For example:",
        misfit: |format, line, text| format!("Line\u{a0}{} does not fit: “{text}”", format.count(line)),
        missing: |field| match field {
            Field::Client => "Client: the column with the names of the buyers.",
            Field::Date => "Date: the column with the day of the sale or of its document.",
            Field::Amount => {
                "Amount: the column with the sum of the row. Two columns will do in its place: quantity and price."
            }
            other => field_name(other),
        },
    },
    questions: QuestionTexts {
        dates_heading: "Which comes first in the dates, day or month?",
        dates_text: "Every date in this file can be read in two ways. Which one is right?",
        numbers_heading: |mark| match mark {
            DecimalMark::Comma => "What does the comma in the numbers mean?",
            DecimalMark::Point => "What does the point in the numbers mean?",
        },
        numbers_text: "The numbers in this file can be read in two ways, and sums will differ a thousand times. Which one is right?",
        numbers_choice: |mark, fraction| match (mark, fraction) {
            (DecimalMark::Comma, true) => "The comma is the decimal mark",
            (DecimalMark::Comma, false) => "The comma parts thousands",
            (DecimalMark::Point, true) => "The point is the decimal mark",
            (DecimalMark::Point, false) => "The point parts thousands",
        },
        day: |day| {
            const MONTHS: [&str; 12] = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            let (year, month, day) = day.to_ymd();
            let name = MONTHS.get(month as usize - 1).copied().unwrap_or_default();
            format!("{day}\u{a0}{name} {year}")
        },
        keep: "That is right",
        change: "Read it so",
    },
    preview: PreviewTexts {
        heading: "First rows",
        lead: "In large: as read. In small below: as written in the file, where that differs.",
        table: "First rows of the file: as read and as written",
        line: "Line",
        reason: |reason| match reason {
            Reason::BadDate => "no date",
            Reason::BadAmount => "no amount",
            Reason::TotalRow => "total row",
            Reason::TitleRow => "title of the report",
            Reason::BlankRow => "blank row",
            Reason::RepeatedHeader => "column names again",
            Reason::RaggedRow => "wrong number of cells",
            Reason::OtherCurrency => "another currency",
            Reason::EmptyCell => "a needed cell is empty",
        },
        set_aside: "row set aside: ",
        in_file: "in the file: ",
    },
    progress: ProgressTexts {
        inspecting: "Looking at the beginning of the file",
        reading: "Reading the file",
        bytes: |format, done, all| format!("{} of {}", format.bytes(done), format.bytes(all)),
        rows: |format, rows| format.counted(rows, ROWS),
        left: |format, seconds| match seconds {
            0..2 => "almost done".to_owned(),
            2..60 => format!("about {}\u{a0}s left", format.count(seconds)),
            _ => format!("about {}\u{a0}min left", format.count(seconds.div_ceil(60))),
        },
        done: |format, read, used, set_aside| {
            format!(
                "The file has been read: {}. Used: {}, set aside: {}.",
                format.counted(read, ROWS),
                format.count(used),
                format.count(set_aside)
            )
        },
    },
    report: ReportTexts {
        heading: "What came out",
        total: "Sum of sales",
        clients: "Clients",
        period: "Period",
        from_to: |format, first, last| format!("{} – {}", format.date(first), format.date(last)),
        set_aside: "Rows set aside",
        set_aside_text: "They take no part in any figure. Here is how many there are, why, and what they add up to.",
        nothing_set_aside: "All rows were read; none was set aside.",
        reason: |reason| match reason {
            Reason::BadDate => "The date is empty, cannot be read, or is no day of the calendar",
            Reason::BadAmount => "The amount, quantity or price is empty or not a number",
            Reason::TotalRow => "Total rows: not sales but their sum",
            Reason::TitleRow => "Title of the report above the table",
            Reason::BlankRow => "Blank rows",
            Reason::RepeatedHeader => "Column names repeated inside the table",
            Reason::RaggedRow => "Fewer cells than needed, or some too many",
            Reason::OtherCurrency => "The amount is in another currency than the chosen one",
            Reason::EmptyCell => "Empty where the row says nothing without it: a name, a stage, all amounts",
        },
        why: "Why",
        rows: "Rows",
        amount: "Sum",
        lines: "Where in the file",
        first_lines: |format, lines, more| {
            let list = format.list(lines);
            let word = if lines.len() == 1 && more == 0 { "line" } else { "lines" };
            match more {
                0 => format!("{word}\u{a0}{list}"),
                _ => format!("{word}\u{a0}{list} and {}\u{a0}more", format.count(more)),
            }
        },
        whole_only: "All or nothing",
        whole_only_hint: "Do not accept the file while it has rows that could not be read.",
        download: "Download the rows set aside",
        download_first: |format, rows| format!("The file will hold the first {}.", format.counted(rows, ROWS)),
        download_name: |stem| format!("{stem} - rows set aside.csv"),
        download_failed: "The browser could not save the file. Free some space or memory and try again.",
        notes: "Worth knowing",
        without_client: |format, rows, sum| {
            format!(
                "Without a client: {}, {} in all. They count towards the sum of sales but take no part in the analysis of clients.",
                format.counted(rows, ROWS),
                format.money(sum)
            )
        },
        future: |format, last| {
            format!(
                "The last day is {}, which is still to come. Check it: how long clients have been silent is counted from the last day.",
                format.date(last)
            )
        },
        own_total: |format, own, difference| {
            format!(
                "The file’s own total is {}. The rows taken add up to another sum: {} apart.",
                format.money(own),
                format.money(difference)
            )
        },
        returns: |format, rows, sum| {
            format!(
                "Returns and other amounts below zero: {}, {} in all. They lower the sum of their client.",
                format.counted(rows, ROWS),
                format.money(sum)
            )
        },
        rounded: |format, rows| {
            let amounts = format.counted(rows, Plural::two("amount", "amounts"));
            format!("With more than four decimals: {amounts}. They were rounded to four.")
        },
        undecodable: |format, bytes, lines| {
            let marks = format.counted(bytes, Plural::two("character", "characters"));
            let place =
                if lines.is_empty() { String::new() } else { format!(" First on lines {}.", format.list(lines)) };
            format!("Could not be read: {marks}, shown as “\u{fffd}”.{place} Check that the right encoding is chosen.")
        },
    },
    bar: BarTexts {
        label: "Result of the reading",
        read: "Rows read",
        used: "Used",
        set_aside: "Set aside",
        unknown: "…",
        confirm: "Use the rows",
        confirm_rows: |format, rows| format!("Use {}", format.counted(rows, ROWS)),
        refused: |format, rows| {
            format!(
                "The file is not accepted: {} could not be read. Mend them or turn off “All or nothing”.",
                format.counted(rows, ROWS)
            )
        },
        stop: "Stop",
        cancel: "Cancel",
    },
};

const ROWS: Plural<'_> = Plural::two("row", "rows");

/// The name of a field, as lists show it.
pub const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Client => "Client",
        Field::Date => "Date",
        Field::Amount => "Amount",
        Field::Quantity => "Quantity",
        Field::Price => "Price",
        Field::Order => "Order number",
        Field::Product => "Product",
        Field::Group => "Product group",
        Field::Cost => "Cost of goods",
        Field::Margin => "Profit",
        Field::Source => "Source",
        Field::Manager => "Manager",
        Field::Currency => "Currency",
        Field::Deal => "Deal",
        Field::Stage => "Stage",
        Field::Created => "Created",
        Field::Closed => "Closed",
        Field::Outcome => "Outcome",
        Field::Reason => "Reason",
        Field::Sales => "Sales of the day",
        Field::Returns => "Returns of the day",
        Field::Orders => "Orders of the day",
        Field::Period => "Period",
        Field::Name => "Name",
        Field::Respondent => "Respondent",
    }
}
