//! Texts: what a client bought over time.

use crate::analytics::amount::Sum;
use crate::analytics::date::{Day, Grain};
use crate::i18n::Format;
use crate::i18n::course::Bought;

/// What a client bought over time.
#[derive(Debug)]
pub struct CourseMessages {
    /// Heading, name of the picture and of its table.
    pub title: fn(Grain) -> &'static str,
    /// How often and when last.
    pub words: fn(Format, Bought) -> String,
    /// What one bar says: the name of the period, its sum, and the returns in it where there are some.
    pub bar: fn(Format, Grain, &str, Sum, Sum) -> String,
    /// The largest sum, as `bar`.
    pub most: fn(Format, Grain, &str, Sum, Sum) -> String,
    /// Returns are in the sums.
    pub returned: fn(Format, Sum) -> String,
    /// The last period is not over on this day.
    pub last_left_out: fn(Format, Grain, Day) -> String,
    /// The first period is looked at from this day on.
    pub first_cut: fn(Format, Grain, Day) -> String,
    /// So many periods before those of the picture, and what they come to.
    pub earlier: fn(Format, Grain, u32, Sum) -> String,
    /// Headers of the table: period, sum, returns; the last two with the sign of the currency, if there is one.
    pub headers: fn(Grain, &str) -> [String; 3],
    /// Table: all before the first period.
    pub before: fn(&str) -> String,
    /// Table: all together.
    pub total: &'static str,
    /// Until it is there.
    pub loading: &'static str,
}
