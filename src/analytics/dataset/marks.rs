//! How the numbers of a table are read.

use super::layout::Layout;
use super::number::{self, Decimal};
use super::plan::DecimalMark;
use crate::analytics::amount::Amount;

/// The decimal mark of a table, and whether a cell that is no number with it may be one with the other.
///
/// In a workbook it may: numbers are written there with a point, whatever its texts have, and never so that they are
/// another number with a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    mark: DecimalMark,
    either: bool,
}

impl Marks {
    /// The marks of a layout.
    #[must_use]
    pub const fn new(layout: &Layout) -> Self {
        Self { mark: layout.decimal.0, either: layout.either_mark }
    }

    /// The same before there is a layout.
    #[must_use]
    pub const fn of(mark: DecimalMark, either: bool) -> Self {
        Self { mark, either }
    }

    /// Reads a cell as a decimal.
    #[must_use]
    pub fn parse(self, cell: &str) -> Option<Decimal> {
        number::parse(cell, self.mark).or_else(|| number::parse(cell, self.other()?))
    }

    /// Reads a cell as an amount, and whether it was rounded.
    #[must_use]
    pub fn parse_amount(self, cell: &str) -> Option<(Amount, bool)> {
        number::parse_amount(cell, self.mark).or_else(|| number::parse_amount(cell, self.other()?))
    }

    /// Reads a quantity and a price as their product, and whether it was rounded; multiplied before that.
    #[must_use]
    pub fn parse_product(self, quantity: &str, price: &str) -> Option<(Amount, bool)> {
        number::plain_product(quantity, price, self.mark)
            .map(|amount| (amount, false))
            .or_else(|| self.parse(quantity)?.checked_mul(self.parse(price)?)?.to_amount())
    }

    fn other(self) -> Option<DecimalMark> {
        self.either.then_some(match self.mark {
            DecimalMark::Comma => DecimalMark::Point,
            DecimalMark::Point => DecimalMark::Comma,
        })
    }
}
