//! Sheets as bytes, piece after piece, for the worker that writes workbooks: rows are never there as a whole twice.

use postcard::{Error, take_from_bytes, to_extend};
use serde::{Deserialize, Serialize};

use super::{Cell, Export, Sheet};
use crate::i18n::{Format, messages};

/// A part of packed sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Piece {
    /// A sheet begins.
    Sheet {
        /// Its name.
        name: String,
        /// Its headers.
        headers: Vec<String>,
    },
    /// A row of the sheet that began last.
    Row(Vec<Cell>),
}

/// All sheets, and behind them those that say what they were computed from.
#[must_use]
pub fn pack(export: Export<'_>, format: Format) -> Vec<u8> {
    let text = messages(format.locale).export();
    let Export { sheets, basis } = export;
    let settings = basis.settings.into_iter().map(|(name, value)| vec![Cell::Text(name), Cell::Text(value)]);
    let settings = Sheet::new(text.settings_sheet, text.settings_headers, settings);
    let left_out =
        basis.left_out.into_iter().map(|line| vec![Cell::Text(line.what), line.rows.into(), line.sum.into()]);
    let left_out = Sheet::new(text.left_out_sheet, text.left_out_headers, left_out);

    let mut bytes = Vec::new();
    for sheet in sheets.into_iter().chain([settings, left_out]) {
        put(&mut bytes, &Piece::Sheet { name: sheet.name, headers: sheet.headers });
        sheet.rows.for_each(|row| put(&mut bytes, &Piece::Row(row)));
    }
    bytes
}

fn put(bytes: &mut Vec<u8>, piece: &Piece) {
    // Memory takes everything, and every piece has a form in bytes.
    if let Ok(longer) = to_extend(piece, std::mem::take(bytes)) {
        *bytes = longer;
    }
}

/// The pieces of packed sheets.
#[derive(Debug)]
pub struct Unpack<'a>(&'a [u8]);

impl<'a> Unpack<'a> {
    /// Reads `bytes` that [`pack`] made.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }
}

impl Iterator for Unpack<'_> {
    type Item = Result<Piece, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let taken = take_from_bytes(self.0);
        self.0 = taken.as_ref().map_or(&[], |(_, rest)| rest);
        Some(taken.map(|(piece, _)| piece))
    }
}
