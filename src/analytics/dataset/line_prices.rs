//! Prices of whole rows, where the header speaks of a price and a quantity stands beside it: Amazon writes the price of a
//! row so. Multiplied by the quantity they would be too much.
//!
//! The same product at several quantities tells: the price of a piece stays, that of a row grows with them.

use super::names::Interner;
use super::number;
use super::plan::DecimalMark;
use super::records::Record;

/// Pairs of rows that must tell.
const PAIRS_MIN: u64 = 3;
/// Of ten pairs, how many must agree.
const OF_TEN: u64 = 9;
/// What prices may be rounded by: a hundredth, in ten-thousandths.
const ROUNDING: i128 = 100;

/// Columns of a row.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// What was sold.
    pub product: usize,
    /// How many.
    pub quantity: usize,
    /// The price in question.
    pub price: usize,
}

/// Whether the prices are those of rows, by the products that stand there at several quantities.
pub fn are_of_rows<'a>(rows: impl Iterator<Item = Record<'a>>, places: Places, mark: DecimalMark) -> bool {
    let mut products = Interner::default();
    // Of each product the latest quantity and price.
    let mut latest: Vec<Option<(i128, i128)>> = Vec::new();
    let (mut of_row, mut pairs) = (0, 0);
    for record in rows {
        let amount = |column: usize| {
            let (amount, _) = number::parse_amount(record.trimmed(column), mark)?;
            Some(i128::from(amount.0)).filter(|amount| *amount > 0)
        };
        let (Some(quantity), Some(price)) = (amount(places.quantity), amount(places.price)) else { continue };
        let product = record.trimmed(places.product);
        if product.is_empty() {
            continue;
        }
        let number = products.intern(product) as usize;
        latest.resize(products.count(), None);
        let Some(latest) = latest.get_mut(number) else { continue };
        if let Some((other_quantity, other_price)) = latest.replace((quantity, price))
            && other_quantity != quantity
        {
            let difference = (price * other_quantity - other_price * quantity).abs();
            let grows = price != other_price && difference <= ROUNDING * quantity.max(other_quantity);
            of_row += u64::from(grows);
            pairs += 1;
        }
    }
    of_row >= PAIRS_MIN && of_row * 10 >= pairs * OF_TEN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::plan::Separator;
    use crate::analytics::dataset::sample::{Sample, SampleRow};

    #[test]
    fn a_price_that_grows_with_the_quantity_is_that_of_the_row() {
        for (rows, expected) in [
            // 5.50 a piece, then 3.
            ("tea;1;5.50\ntea;2;11.00\ntea;4;22.00\nmug;2;6\nmug;1;3\n", true),
            // Thirds of 10, rounded.
            ("tea;3;10.00\ntea;1;3.33\ntea;2;6.67\ntea;3;10.00\n", true),
            ("tea;1;5.50\ntea;2;5.50\ntea;4;5.50\ntea;1;5.50\n", false),
            // Two pairs tell too little, and one quantity nothing.
            ("tea;1;5.50\ntea;2;11.00\ntea;4;22.00\n", false),
            ("tea;2;5\ntea;2;6\ntea;2;7\ntea;2;8\ntea;2;9\n", false),
            ("a;1;5\nb;2;7\nc;3;9\nd;4;11\n", false),
        ] {
            let sample = Sample::new(rows, true, Separator::Semicolon, false).unwrap();
            let records = sample.rows.iter().map(SampleRow::record);
            let places = Places { product: 0, quantity: 1, price: 2 };
            assert_eq!(are_of_rows(records, places, DecimalMark::Point), expected, "{rows}");
        }
    }
}
