//! From the bytes of a file to typed columns, with every row accounted for.
//!
//! The pipeline, one module a step:
//!
//! ```text
//! bytes ─► encoding ─► records (with line numbers) ─► structure (titles, header, totals)
//!       ─► columns (numbers, dates: decided over the whole column) ─► mapping to fields ─► table + report
//! ```
//!
//! Two entrances: [`inspect`] looks at the beginning of a file and proposes how to read it;
//! an [`Importer`] takes the whole file in pieces of any size and gives [`Ingested`].
//!
//! A table need not be of sales: [`kinds`] has the others, each with its own fields, rows and account.
//!
//! Invariants:
//! - `rows_read = rows_used + rows_set_aside`, each row set aside has a line and a [`Reason`].
//! - How the file is cut into pieces never changes a bit of the result.
//! - The text of a file is never held whole.

mod account;
mod amount_column;
mod aside;
mod broken;
pub mod calendar;
mod columns;
mod currency;
mod derived;
pub mod dictionary;
pub mod encode;
pub mod encoding;
mod extras;
pub mod field;
mod fingerprint;
mod foreign;
mod header;
mod ingest;
mod inspect;
pub mod join;
pub mod kinds;
mod late_words;
mod layout;
mod line_prices;
mod marks;
mod names;
mod not_sales;
pub mod number;
mod order_totals;
mod orders;
pub mod pack;
mod placeholder;
pub mod plan;
pub mod practice;
mod recent_days;
pub mod records;
pub mod report;
mod row;
mod sample;
mod separator;
mod short_text;
mod subtotals;
pub mod table;
mod total_label;
mod widths;
mod yes_no;

pub use currency::{CurrencyCode, TakenCurrency, of_header as currency_of_header};
pub use extras::Extras;
pub use field::{Field, FieldMapping};
pub use foreign::recognise as foreign_kind;
pub use ingest::{Finished, Importer, read_all};
pub use inspect::{inspect, look};
pub use join::{JoinError, join};
pub use kinds::{Family, OtherTable, TableKind};
pub use layout::{HEAD_BYTES, Looked};
pub use plan::{
    ColumnKind, ColumnView, DateOrder, DecimalMark, Encoding, Inspection, OtherSign, PreviewRow, ReadOptions, Separator,
};
pub use report::{
    CurrencyShare, ImportReport, Ingested, LeftOut, LeftOutReason, ReadError, Reason, SetAside, SetAsideRow,
};
pub use table::{Names, SalesTable};
pub(super) use total_label::names_total;
