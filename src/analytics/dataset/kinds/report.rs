//! What a report says of a table of one kind, beside what it says of any.

use serde::{Deserialize, Serialize};

use super::period::Span;
use crate::analytics::date::Day;

/// A cell of a row in use that could not be read; the row is in the table without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadCell {
    /// Line on which its row begins.
    pub line: u64,
    /// Index of its column.
    pub column: usize,
    /// Its text, shortened.
    pub text: String,
}

/// Something about the rows in use that is no mistake and should be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Finding {
    /// Deals that end before they begin; kept as they are.
    ClosedBeforeCreated,
    /// Deals without a day of creation; kept.
    WithoutCreated,
    /// Deals without a stage; kept where a day tells how far they are.
    WithoutStage,
    /// Columns of a pivot table that hold totals of others; not read.
    TotalColumns,
    /// Columns of a pivot table that hold another measure than the one read.
    OtherMeasures,
    /// Cells with digits in scientific notation where something is named by them: a spreadsheet has rounded them.
    DamagedIdentifiers,
    /// Columns whose cells come from rows above: a client that is named once, above its sales or in the first of them.
    NamesAbove,
    /// Columns of names that are put together from their parts.
    NamesInParts,
    /// Columns of days that are put together from a year and a month.
    DatesInParts,
    /// Deals that several files speak of; each is one deal.
    InSeveralFiles,
    /// Rows in use that end before the last column.
    ShortRows,
    /// Rows in use with filled cells beyond the header.
    LongRows,
    /// Rows of either length and rows set aside for it, where they are so many that the separator is in doubt.
    RaggedRows,
    /// Columns with the sum of a whole order in each of its rows: what is sold counts several times.
    OrderTotals,
    /// The same, where what stands for the row was taken in its place.
    OrderTotalsPassedOver,
    /// Columns by which some rows are no sales, though their sums are above zero.
    NotOnlySales,
    /// Columns of days whose cells come from rows above: a date that is written once, above its sales or in the first.
    DatesAbove,
    /// Tables in which rows that were taken for sums of those below them turn out not to be.
    SumsDiffer,
    /// Columns of sums that are made of price, quantity and the share taken off.
    DiscountsTaken,
    /// Columns of days, or all of periods, whose year is named nowhere, so that it is a guess.
    YearAssumed,
    /// Columns of sums that are added up from those of their parts.
    SumsInParts,
    /// Columns of prices that are those of whole rows, and are read as sums.
    PricesOfRows,
    /// Columns of sums whose header says that they are in thousands or millions; they are read as they stand.
    InThousands,
    /// Columns of days of which a spreadsheet seems to have exchanged day and month in some.
    DatesSwapped,
    /// Further columns of days and sums with the same headers, of tables beside the one that is read or of instalments; not
    /// read.
    TablesBeside,
    /// Deals whose amount is in another currency than that of most; all are added up.
    OtherCurrencies,
}

impl Finding {
    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ClosedBeforeCreated => "closed_before_created",
            Self::WithoutCreated => "without_created",
            Self::WithoutStage => "without_stage",
            Self::TotalColumns => "total_columns",
            Self::OtherMeasures => "other_measures",
            Self::DamagedIdentifiers => "damaged_identifiers",
            Self::NamesAbove => "names_above",
            Self::NamesInParts => "names_in_parts",
            Self::DatesInParts => "dates_in_parts",
            Self::InSeveralFiles => "in_several_files",
            Self::ShortRows => "short_rows",
            Self::LongRows => "long_rows",
            Self::RaggedRows => "ragged_rows",
            Self::OrderTotals => "order_totals",
            Self::OrderTotalsPassedOver => "order_totals_passed_over",
            Self::NotOnlySales => "not_only_sales",
            Self::DatesAbove => "dates_above",
            Self::SumsDiffer => "sums_differ",
            Self::DiscountsTaken => "discounts_taken",
            Self::YearAssumed => "year_assumed",
            Self::SumsInParts => "sums_in_parts",
            Self::PricesOfRows => "prices_of_rows",
            Self::InThousands => "in_thousands",
            Self::DatesSwapped => "dates_swapped",
            Self::TablesBeside => "tables_beside",
            Self::OtherCurrencies => "other_currencies",
        }
    }
}

/// The periods of a pivot table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PivotView {
    /// How long each period is.
    pub span: Span,
    /// Columns that are read, one a period.
    pub columns: u64,
    /// First day of the first period.
    pub first: Day,
    /// Last day of the last one: the last period counts as whole.
    pub last: Day,
    /// Measures that stand side by side («Количество», «Сумма»), in file order; one or none where there is no choice.
    pub measures: Vec<String>,
    /// Index of the one that is read.
    pub measure: usize,
}

/// What a report says of a table of one kind.
// Kept tables have what there was to say when they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// Cells of rows in use that could not be read.
    pub cells_unread: u64,
    /// The first of them, at most [`Details::UNREAD_MAX`].
    pub unread: Vec<UnreadCell>,
    /// What else was found, with how many rows or columns it concerns; in the order of [`Finding`].
    pub findings: Vec<(Finding, u64)>,
    /// Periods, of a pivot table.
    pub pivot: Option<PivotView>,
    /// Columns that are kept as they are: attributes of clients, questions, days of stages.
    pub free_columns: Vec<usize>,
    /// Columns that the file does not have and that are made of its own; they stand after those.
    pub made_columns: usize,
}

impl Details {
    /// Unread cells kept: enough to look at.
    pub const UNREAD_MAX: usize = 200;

    /// Whether a column, of so many, is one of the file's own.
    #[must_use]
    pub const fn is_own(&self, column: usize, columns: usize) -> bool {
        column + self.made_columns < columns
    }

    /// How many rows or columns a finding concerns.
    #[must_use]
    pub fn count(&self, finding: Finding) -> u64 {
        self.findings.iter().find(|(found, _)| *found == finding).map_or(0, |(_, count)| *count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As tables were kept before columns were counted that are made, and while a pivot table said whether its year was
    /// assumed.
    #[test]
    fn what_was_kept_earlier_is_read() {
        let kept = r#"{"cells_unread":2,"unread":[],"findings":[["NamesAbove",1]],"free_columns":[3],"pivot":
            {"span":"Month","columns":2,"first":18262,"last":18321,"year_assumed":true,"measures":[],"measure":0}}"#;
        let details: Details = serde_json::from_str(kept).unwrap();
        assert_eq!((details.cells_unread, details.made_columns, details.count(Finding::NamesAbove)), (2, 0, 1));
        assert_eq!(details.pivot.map(|pivot| pivot.columns), Some(2));
    }
}
