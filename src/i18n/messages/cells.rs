//! Texts: what each cell of the matrix begins with.

use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::analytics::segmentation::xyz::XyzClass;

/// A type of client in words.
#[derive(Debug)]
pub struct CellText {
    /// What the type is, without its code: "Large and regular".
    pub name: &'static str,
    /// How to treat such clients.
    pub approach: &'static str,
    /// At what prices and on what terms.
    pub price: &'static str,
}

/// A class by value across the columns of the matrix.
#[derive(Debug)]
pub struct CellTextRow {
    /// Regular.
    pub x: CellText,
    /// From time to time.
    pub y: CellText,
    /// Rare or once.
    pub z: CellText,
    /// Too early to tell, or undefined.
    pub none: CellText,
}

/// What each cell of the matrix begins with; the user writes over it.
#[derive(Debug)]
pub struct CellMessages {
    /// Key clients.
    pub a: CellTextRow,
    /// The middle.
    pub b: CellTextRow,
    /// The many.
    pub c: CellTextRow,
    /// Value of zero or less, however regular.
    pub no_value: CellText,
}

impl CellMessages {
    /// The texts of a cell.
    #[must_use]
    pub const fn of(&self, cell: Cell) -> &CellText {
        let row = match cell.abc {
            Some(AbcClass::A) => &self.a,
            Some(AbcClass::B) => &self.b,
            Some(AbcClass::C) => &self.c,
            None => return &self.no_value,
        };
        match cell.xyz {
            Some(XyzClass::X) => &row.x,
            Some(XyzClass::Y) => &row.y,
            Some(XyzClass::Z) => &row.z,
            None => &row.none,
        }
    }
}
