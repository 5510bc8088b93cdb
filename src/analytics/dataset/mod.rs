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
//! Invariants:
//! - `rows_read = rows_used + rows_set_aside`, each row set aside has a line and a [`Reason`].
//! - How the file is cut into pieces never changes a bit of the result.
//! - The text of a file is never held whole.

pub mod calendar;
pub mod field;
pub mod number;
pub mod plan;
pub mod report;
pub mod table;

pub use field::{Field, FieldMapping};
pub use plan::{
    ColumnKind, ColumnView, DateOrder, DecimalMark, Encoding, Inspection, PreviewRow, ReadOptions, Separator,
};
pub use report::{ImportReport, Ingested, LeftOut, LeftOutReason, ReadError, Reason, SetAside, SetAsideRow};
pub use table::{Names, SalesTable};
pub mod encoding;
pub mod names;
pub mod records;
mod stub_tmp;
pub use stub_tmp::*;
