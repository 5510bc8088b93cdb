//! An import as bytes, to be kept and opened again: the same columns, names and account, to the last bit.
//!
//! The bytes are a row of blocks. Each is at most [`PAYLOAD_MAX`] bytes and something over, so that writing and reading
//! never hold much more than the table itself. Integers are little-endian.
//!
//! ```text
//! block:  tag u8 · number u32, from 0 · length u32 · payload · CRC-32 of all before it u32
//! blocks: head, client, day, amount, [order], [fingerprint], names of clients, ids of orders, [further columns], report, end
//! head:   "CLFTABLE" · version u16 · kind u16 · rows u64 · what there is u8: 1 orders, 2 fingerprints
//! ```
//!
//! A column longer than a block goes on in the next. Columns that only some tables have, and tables that are not of
//! sales, are written as `postcard` writes them (`Further`, after which stands what moves say of their deals). The report is JSON: a field that comes later is given a default
//! there, and no version. Several imports may follow each other: each ends with its end block.
//!
//! Invariants:
//! - [`unpack`](Unpacker) of [`pack()`] is the import itself.
//! - Whatever the bytes are, reading them ends in that import or in a [`PackError`], without a panic, and with no more
//!   memory than the bytes that are really there account for.

mod reader;
mod writer;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::extras::Extras;
use super::kinds::OtherTable;
use crate::analytics::date::Day;

pub use reader::Unpacker;
pub use writer::pack;

/// The version that this build writes. Older ones are still read; each has an example in `tests/fixtures/storage`.
pub const VERSION: u16 = 1;

/// Largest payload of a block: small beside a table, large beside the cost of a call.
pub const PAYLOAD_MAX: usize = 4 << 20;

const MAGIC: &[u8; 8] = b"CLFTABLE";
/// The shape of the blocks: columns of sales. Which kind of table it is, the report says.
const KIND_SALES: u16 = 1;
/// Tag, number, length.
const BEFORE_PAYLOAD: usize = 9;
/// The checksum.
const AFTER_PAYLOAD: usize = 4;

/// Why bytes are no import that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum PackError {
    /// Changed since they were written, cut short, or never ours.
    #[error("the kept table is damaged")]
    Damaged,
    /// Written by a newer version of the app.
    #[error("the kept table is of version {found}, known are versions up to {known}")]
    Newer {
        /// Its version.
        found: u16,
        /// The version of this build.
        known: u16,
    },
}

/// What only some tables have: a table that is not of sales, further columns, orders by number, the last day spoken of.
type Further = (Option<OtherTable>, Extras, Option<Vec<u32>>, Option<Day>);

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tag {
    Head,
    Client,
    Day,
    Amount,
    Order,
    Fingerprint,
    ClientText,
    ClientEnds,
    OrderText,
    OrderEnds,
    Further,
    Report,
    End,
}

impl Tag {
    /// In the order in which blocks follow each other; the place is the number written.
    const ALL: [Self; 13] = [
        Self::Head,
        Self::Client,
        Self::Day,
        Self::Amount,
        Self::Order,
        Self::Fingerprint,
        Self::ClientText,
        Self::ClientEnds,
        Self::OrderText,
        Self::OrderEnds,
        Self::Further,
        Self::Report,
        Self::End,
    ];

    fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.get(usize::from(byte)).copied()
    }
}

#[cfg(test)]
mod tests;
