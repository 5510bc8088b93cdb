use crate::analytics::dataset::TableKind;
use crate::analytics::dataset::kinds::period::Span;
use crate::analytics::dataset::kinds::report::Finding;
use crate::i18n::format::Plural;
use crate::i18n::messages::kinds::KindMessages;

const ROWS: Plural<'_> = Plural::two("row", "rows");
const COLUMNS: Plural<'_> = Plural::new("column", "columns", "columns");
const DEALS: Plural<'_> = Plural::new("deal", "deals", "deals");
const CELLS: Plural<'_> = Plural::new("cell", "cells", "cells");

pub const KINDS: KindMessages = KindMessages {
    to_funnel: "See the funnel",
    to_sources: "See the sources",
    label: "What this table is",
    name,
    about: |kind| match kind {
        TableKind::Sales => "Each row is a sale: client, date, amount.",
        TableKind::Pivot => "Each row is a client, each column a month, quarter or year; the cells hold amounts.",
        TableKind::Daily => "Each row is one client on one day: sales, returns, number of orders.",
        TableKind::Deals => "Each row is a deal: stage, dates, amount, how it ended.",
        TableKind::Events => "Each row is a move of a deal to another stage.",
        TableKind::Clients => "Each row is a client and what is known of it.",
        TableKind::Sources => "Each row is a source of clients and what it cost.",
        TableKind::Answers => "Each row holds one person’s answers, each column is a question.",
    },
    uncertain: "This is a guess from the column names. If the table is about something else, choose what it is.",
    needed: |kind| match kind {
        TableKind::Sales => {
            "Three are needed: client, date and amount. Quantity and price will do in place of the amount."
        }
        TableKind::Pivot => "The client is needed. Columns of periods are known by their names.",
        TableKind::Daily => "Client, date and sales are needed; returns and number of orders, if there are any.",
        TableKind::Deals => "A stage or at least one date is needed; the rest, if it is there.",
        TableKind::Events => "A deal or client, a stage and the date of the move are needed.",
        TableKind::Clients => "A name is needed. The other columns become attributes of the client.",
        TableKind::Sources => "A source is needed; cost and period, if there are any.",
        TableKind::Answers => "Each column is a question. Mark the one with the name, if there is one.",
    },
    free_column: |kind| match kind {
        TableKind::Pivot => Some("Period"),
        TableKind::Deals => Some("Day of a stage"),
        TableKind::Clients => Some("Attribute"),
        TableKind::Answers => Some("Question"),
        TableKind::Sales | TableKind::Daily | TableKind::Events | TableKind::Sources => None,
    },
    measure: "Which figures to take",
    periods: |format, view| {
        let word = match view.span {
            Span::Day => Plural::new("day", "days", "days"),
            Span::Week => Plural::new("week", "weeks", "weeks"),
            Span::Month => Plural::new("month", "months", "months"),
            Span::Quarter => Plural::new("quarter", "quarters", "quarters"),
            Span::HalfYear => Plural::new("half-year", "half-years", "half-years"),
            Span::Year => Plural::new("year", "years", "years"),
        };
        format!(
            "Columns from {} to {}: {}. An amount counts as a sale on the first day of its period, and the last period counts as whole.",
            format.date(view.first),
            format.date(view.last),
            format.counted(view.columns, word)
        )
    },
    year: "First year",
    year_unknown: "not known",
    finding: |format, finding, count| {
        match finding {
        Finding::ShortRows => {
            format!("Shorter than the column names: {}. Their last cells are empty.", format.counted(count, ROWS))
        }
        Finding::LongRows => format!(
            "Longer than the column names: {}. The rows count, the extra cells do not.",
            format.counted(count, ROWS)
        ),
        Finding::RaggedRows => format!(
            "A wrong number of cells: {}. That is a lot: check whether the right sign parts the columns.",
            format.counted(count, ROWS)
        ),
        Finding::ClosedBeforeCreated => {
            format!("Closed before they were created: {}. They are kept as they are.", format.counted(count, DEALS))
        }
        Finding::WithoutCreated => {
            format!(
                "Without a date of creation: {}. They count, except where time matters.",
                format.counted(count, DEALS)
            )
        }
        Finding::WithoutStage => {
            format!("Without a stage: {}. Only dates tell how far they came.", format.counted(count, DEALS))
        }
        Finding::TotalColumns => {
            format!(
                "Totals of periods or of all time: {}. They were not read, so that nothing counts twice.",
                format.counted(count, COLUMNS)
            )
        }
        Finding::OtherMeasures => {
            format!("Other figures beside the chosen ones: {}. They were not read.", format.counted(count, COLUMNS))
        }
        Finding::DamagedIdentifiers => format!(
            "Numbers like 7.9E+10: {}. Excel has rounded them and their last digits are lost. Give the column the format “Text” before exporting.",
            format.counted(count, CELLS)
        ),
        Finding::NamesAbove => {
            "Clients are named once, above their sales or in the first of them: each row takes the name above it. The column with the arrow shows which.".to_owned()
        }
        Finding::NamesInParts => {
            "First and last name stand in columns of their own and are read as one name.".to_owned()
        }
        Finding::DatesInParts => {
            "Year and month stand in columns of their own and are read as one date; without a day it is the first of the month.".to_owned()
        }
        Finding::OrderTotals => {
            "The sum of the whole order stands in each of its rows, so that sales count several times: choose the column with the sum of the row as the amount.".to_owned()
        }
        Finding::OrderTotalsPassedOver => {
            "The sum of the whole order stands in each of its rows. So that it does not count several times, what stands for the row itself is read.".to_owned()
        }
        Finding::NotOnlySales => {
            "By one of the columns, some rows are returns, cancelled, failed or mere payments, yet their sums are above zero: they count as sales. Take these rows out of the file, or put a minus before their sums.".to_owned()
        }
        Finding::DatesAbove => {
            "Dates are written once, above their sales or in the first of them: each row takes the date above it. The column with the arrow shows which.".to_owned()
        }
        Finding::SumsDiffer => {
            "Rows that sum up those below them were told by their sums, and further down the sums no longer agree: compare the totals of clients with the file.".to_owned()
        }
        Finding::DiscountsTaken => {
            "The file has no sums: price, quantity and the share of the discount are put together in a column of their own.".to_owned()
        }
        Finding::YearAssumed => {
            "Nothing names the year, so one was assumed. Choose it below the kind of table: classes of clients do not depend on it, dates do.".to_owned()
        }
        Finding::SumsInParts => {
            "The file has each sum in parts: they are added up in a column of their own.".to_owned()
        }
        Finding::PricesOfRows => {
            "The price stands for the whole row, not for a piece: it is read as the amount and not multiplied by the quantity.".to_owned()
        }
        Finding::InThousands => {
            "The header says that sums are in thousands or millions. They are shown as they stand in the file: 1.5 is one and a half thousand or million.".to_owned()
        }
        Finding::DatesSwapped => {
            "Some dates seem to have day and month exchanged: those kept as dates are all of the first twelve days of a month, those kept as text of none. A spreadsheet does that where it expects another order. Export the file anew and open it without the spreadsheet.".to_owned()
        }
        Finding::TablesBeside => format!(
            "Day and amount stand again to the right (times: {}). Only the left columns are read: move the others below them, or give them as a file of their own.",
            format.count(count)
        ),
        Finding::OtherCurrencies => format!(
            "Amounts in several currencies are added up as they are: {} in another currency than most. For true sums of money load deals of one currency.",
            format.counted(count, DEALS)
        ),
        Finding::InSeveralFiles => format!(
            "{} stand in several files: each counts once, with what every file says of it.",
            format.counted(count, DEALS)
        ),
    }
    },
    unread: |format, count, line, column, text| {
        format!(
            "Not read in rows that are used: {}. First on line\u{a0}{}, column “{column}”: “{text}”.",
            format.counted(count, CELLS),
            format.count(line)
        )
    },
    rows: "Rows in the table",
    columns: "Columns read",
    purpose: |kind| match kind {
        TableKind::Sales | TableKind::Pivot | TableKind::Daily => {
            "Everything about clients is computed from this table."
        }
        TableKind::Deals => {
            "This table is for the funnel and the sources: how many deals reach each stage, and how fast. The ABC-XYZ matrix needs sales."
        }
        TableKind::Events => {
            "This table is for the funnel: moves show the way of each deal. The ABC-XYZ matrix needs sales."
        }
        TableKind::Clients => {
            "This table goes with sales: attributes of clients show in breakdowns and on client pages. The ABC-XYZ matrix needs sales."
        }
        TableKind::Sources => {
            "This table is for the sources: what a lead and a buyer cost. The ABC-XYZ matrix needs sales."
        }
        TableKind::Answers => {
            "This table is for comparing answers of groups of clients. The ABC-XYZ matrix needs sales."
        }
    },
    header_here: "Make this the column names",
    header_at: |format, line| format!("Line\u{a0}{}: make this the column names", format.count(line)),
    remembered: "Read as last time: that file had the same columns.",
    ask_again: "Find out anew",
    needs_sales: "This screen needs sales",
    needs_sales_text: |kind| {
        format!(
            "The loaded table is of another kind: {}. Load sales, a table that shows who bought, when and for how much.",
            name(kind).to_lowercase()
        )
    },
};

const fn name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Sales => "Sales",
        TableKind::Pivot => "Pivot by periods",
        TableKind::Daily => "Sales by day",
        TableKind::Deals => "Deals",
        TableKind::Events => "Moves between stages",
        TableKind::Clients => "Clients",
        TableKind::Sources => "Sources",
        TableKind::Answers => "Answers",
    }
}
