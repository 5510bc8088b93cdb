//! The goal of a month: a number of sales, or money.

use serde::{Deserialize, Serialize};

use crate::analytics::amount::Amount;

/// What a month is to bring. Money and the average sale are above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// So many sales.
    Sales(u64),
    /// So much money, in sales of an average size.
    Money {
        /// What all sales together are to bring.
        amount: Amount,
        /// What one sale brings.
        average: Amount,
    },
}

impl Goal {
    /// How many sales it takes: money divided by the average sale, rounded up. None are needed for nothing; an average
    /// of zero or less counts as the smallest amount there is.
    #[must_use]
    pub fn sales(self) -> u64 {
        match self {
            Self::Sales(sales) => sales,
            Self::Money { amount, average } => {
                let amount = u64::try_from(amount.0).unwrap_or_default();
                amount.div_ceil(u64::try_from(average.0).unwrap_or_default().max(1))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::UNIT;

    #[test]
    fn money_is_divided_exactly() {
        // Amount and average in ten-thousandths.
        for (amount, average, sales) in [
            (1_000_000 * UNIT, 100_000 * UNIT, 10),
            (1_000_000 * UNIT + 1, 100_000 * UNIT, 11),
            // 0.3 / 0.1 is 2.999… in binary fractions, and 4 when that is rounded up elsewhere.
            (3_000, 1_000, 3),
            (1, 100_000 * UNIT, 1),
            (0, 100, 0),
            (-5, 100, 0),
        ] {
            let goal = Goal::Money { amount: Amount(amount), average: Amount(average) };
            assert_eq!(goal.sales(), sales, "{amount} by {average}");
        }
        assert_eq!(Goal::Sales(7).sales(), 7);
    }
}
