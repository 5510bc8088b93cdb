//! SQL for files that are too big for a browser tab: the client × day table, made by the user's own engine.
//!
//! A table of kind `daily` has one row a client and day and holds all that the classes need:
//!
//! | column | is |
//! |---|---|
//! | `client` | name, outer white space taken off; empty for the rows that name nobody, so that they stay accounted for |
//! | `date` | the day |
//! | `sales` | sum of the amounts above zero |
//! | `returns` | sum of the amounts below zero: a negative number, or zero |
//! | `orders` | orders whose first day is this one, and one more if there are purchases without an order id |
//!
//! An order belongs to the client: one id at two clients is two orders. Only purchases make orders. Days with nothing
//! but zeros stay, as they bound the window. So what days add up to equals what [`crate::analytics::segmentation`] counts
//! row by row. What days cannot give is another window: an order that began before a window and goes on in it counts in
//! it when rows are read, and not when days are. Whoever wants a window sets it in the [`DailyQuery`].
//!
//! - Amounts are exact decimals, rounded half to even to four places, where engines round halves up or cut off;
//!   quantity and price are multiplied before that. Amounts may have 18 places, quantity and price 9 each.
//! - Every name of the user's is a quoted identifier; nothing of the user's gets into the text in another way.
//! - Rows with nothing in `date`, `amount`, `quantity` or `price`, and those of days outside 1900–2200 (the empty dates
//!   of programs), are left out, as they are when a file is read; [`DailyQuery::account`] counts them. A cell that is
//!   no date or no number stops the engine with a message of its own: better than a sum that lacks it.
//!
//! No text for people is made here.

mod dialect;
mod name;
mod query;

#[cfg(test)]
mod tests;

pub use dialect::Dialect;
pub use name::{Name, TableName};

use crate::analytics::dataset::{DateOrder, DecimalMark};
use crate::analytics::date::Day;

/// The file that the statement makes; with Spark a folder of that name with one file.
pub const FILE_NAME: &str = "daily.csv";

/// Columns of the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountFrom {
    /// A column of its own.
    Column(Name),
    /// Two columns, multiplied before rounding.
    Product {
        /// How many pieces.
        quantity: Name,
        /// Price of one piece.
        price: Name,
    },
}

/// What is to be asked, in the user's names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailyQuery {
    /// Whose SQL.
    pub dialect: Dialect,
    /// The table with the rows.
    pub table: TableName,
    /// Column of the client.
    pub client: Name,
    /// Column of the date: a date, a timestamp, or text.
    pub date: Name,
    /// Columns of the amount: numbers, or text.
    pub amount: AmountFrom,
    /// Column of the order id; without one, every day with a purchase is an order.
    pub order: Option<Name>,
    /// How dates stand in text. Dates, timestamps and text with the year first are read whatever this says.
    pub date_order: DateOrder,
    /// How numbers stand in text; white space among the digits is passed over.
    pub decimal: DecimalMark,
    /// First and last day wanted; `None` is all.
    pub window: Option<(Day, Day)>,
}
