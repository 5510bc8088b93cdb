//! Texts: tables that are too big for a browser tab.

use crate::analytics::dataset::{DateOrder, DecimalMark};
use crate::analytics::sql::Dialect;

/// SQL for the user's own engine.
#[derive(Debug)]
pub struct BeyondMessages {
    /// The line that opens to the rest.
    pub title: &'static str,
    /// What it is for, and what comes out.
    pub lead: &'static str,
    /// Whose SQL.
    pub engine: &'static str,
    /// Name of the table.
    pub table: &'static str,
    /// Column of the client.
    pub client: &'static str,
    /// Column of the date.
    pub date: &'static str,
    /// Column of the amount.
    pub amount: &'static str,
    /// Column of the quantity, used where there is no amount.
    pub quantity: &'static str,
    /// Column of the price, used where there is no amount.
    pub price: &'static str,
    /// Column of the order id, which may be left empty.
    pub order: &'static str,
    /// How names are to be written, and what may stay empty.
    pub names_hint: &'static str,
    /// How dates stand in text.
    pub dates: &'static str,
    /// One of those ways.
    pub dates_as: fn(DateOrder) -> &'static str,
    /// How amounts stand in text.
    pub amounts: &'static str,
    /// One of those ways.
    pub amounts_as: fn(DecimalMark) -> &'static str,
    /// In place of the SQL while a needed name is missing.
    pub incomplete: &'static str,
    /// The SQL that makes the table.
    pub query: &'static str,
    /// How it is run, and what comes of it.
    pub run: fn(Dialect) -> &'static str,
    /// The SQL that counts the rows.
    pub account: &'static str,
    /// What it is good for.
    pub account_hint: &'static str,
    /// Button: copy the SQL.
    pub copy: &'static str,
    /// After copying.
    pub copied: &'static str,
    /// The browser did not copy.
    pub copy_failed: &'static str,
    /// Button: save the SQL.
    pub download: &'static str,
    /// The browser did not save.
    pub download_failed: &'static str,
}
