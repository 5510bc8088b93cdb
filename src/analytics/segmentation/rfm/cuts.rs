//! Borders between bins, and which bin a value stands in. All comparisons are of integers.
//!
//! With the values sorted in rising order, `b` bins and `k` from 1 to `b − 1`:
//!
//! | method | border `k` | a value is over it when |
//! |---|---|---|
//! | `quantile` | quantile `k/b` of type 7 | value > border |
//! | `r-rfm` | the same plus one (a day, an order, a whole unit of money) | value ≥ border |
//! | `equal-width` | least + `k`·(greatest − least)/`b` | value ≥ border |
//! | `custom` | as given | value ≥ border |
//! | `ntile` | greatest value of the first `k` bins, for show | its place decides: see below |
//!
//! A value stands in the bin of as many borders as it is over. Few distinct values leave bins empty: equal values
//! always stand together, except by `ntile`, which fills all bins: clients by value, then by name; bins differ by one
//! client at the most, and the fuller ones come first (`NTILE` of SQL). Where all values are the same, `equal-width`
//! has but one bin, the lowest.

use serde::{Deserialize, Serialize};

use super::options::{Binning, Bins, Measure};
use crate::analytics::amount::{Sum, UNIT};

/// A border between two bins, exact: days, orders or ten-thousandths of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    numerator: i128,
    denominator: u32,
}

impl Cut {
    /// A whole number.
    #[must_use]
    pub const fn whole(value: i128) -> Self {
        Self { numerator: value, denominator: 1 }
    }

    /// The nearest binary fraction, for days and orders: to show, never to compare by.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "named approximate")]
    pub fn approximate(self) -> f64 {
        self.numerator as f64 / f64::from(self.denominator)
    }

    /// The border as money, rounded half to even to the places that amounts keep.
    #[must_use]
    pub const fn to_sum(self) -> Sum {
        let denominator = self.denominator as i128;
        let (whole, rest) = (self.numerator.div_euclid(denominator), self.numerator.rem_euclid(denominator));
        let up = rest * 2 > denominator || (rest * 2 == denominator && whole % 2 != 0);
        Sum(whole + up as i128)
    }

    /// The least whole number that is not under the border.
    #[must_use]
    pub const fn ceil(self) -> i128 {
        -(-self.numerator).div_euclid(self.denominator as i128)
    }

    /// The greatest whole number that is not over the border.
    #[must_use]
    pub const fn floor(self) -> i128 {
        self.numerator.div_euclid(self.denominator as i128)
    }
}

/// On which side of a border a value equal to it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edge {
    /// In the lower bin.
    Lower,
    /// In the upper bin.
    Upper,
}

/// The borders of one measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cuts {
    /// In rising order, one fewer than bins; empty where nobody bought.
    pub borders: Vec<Cut>,
    /// Where a value equal to a border stands.
    pub edge: Edge,
}

impl Cuts {
    /// The borders of `measure` among `sorted` values.
    #[must_use]
    pub fn new<T: Copy + Into<i128>>(sorted: &[T], measure: Measure, binning: &Binning) -> Self {
        let parts = u32::from(binning.bins().get());
        let borders = (1..parts).filter_map(|part| border(sorted, measure, binning, part)).collect();
        let edge = match binning {
            Binning::Quantile(_) | Binning::Ntile(_) => Edge::Lower,
            Binning::EqualWidth(_) if is_flat(sorted) => Edge::Lower,
            Binning::RRfm(_) | Binning::EqualWidth(_) | Binning::Custom(_) => Edge::Upper,
        };
        Self { borders, edge }
    }

    /// The least multiple of `step` that stands in `bin` or above it, where bins are counted from 0; 0 for the lowest.
    #[must_use]
    pub fn least_of(&self, bin: u8, step: i128) -> i128 {
        let Some(cut) = usize::from(bin).checked_sub(1).and_then(|index| self.borders.get(index)) else { return 0 };
        -(-self.least_over(*cut)).div_euclid(step) * step
    }

    /// The bins of values, from 0.
    #[must_use]
    pub fn bins<T: Copy + Into<i128>>(&self, values: &[T]) -> Vec<u8> {
        let least: Vec<i128> = self.borders.iter().map(|cut| self.least_over(*cut)).collect();
        let bin = |value: i128| least.iter().filter(|least| value >= **least).count();
        values.iter().map(|&value| u8::try_from(bin(value.into())).unwrap_or(u8::MAX)).collect()
    }

    /// The least whole number that is over a border.
    const fn least_over(&self, cut: Cut) -> i128 {
        match self.edge {
            Edge::Lower => cut.floor().saturating_add(1),
            Edge::Upper => cut.ceil(),
        }
    }
}

/// The score of a bin: 1 is worst, and few days are good.
#[must_use]
pub const fn score(measure: Measure, bin: u8, bins: Bins) -> u8 {
    match measure {
        Measure::Recency => bins.get().saturating_sub(bin),
        Measure::Frequency | Measure::Monetary => bin + 1,
    }
}

/// The place (from 0) of the first of the bin `part` (from 0) among `count`, by [`Binning::Ntile`]; `count` and more where
/// the bin is empty.
#[must_use]
pub fn ntile_first(part: u8, count: usize, bins: Bins) -> usize {
    let (part, bins) = (usize::from(part), usize::from(bins.get()));
    part * (count / bins) + part.min(count % bins)
}

fn is_flat<T: Copy + Into<i128>>(sorted: &[T]) -> bool {
    sorted.first().zip(sorted.last()).is_none_or(|(&first, &last)| first.into() == last.into())
}

fn border<T: Copy + Into<i128>>(sorted: &[T], measure: Measure, binning: &Binning, part: u32) -> Option<Cut> {
    let (first, last): (i128, i128) = ((*sorted.first()?).into(), (*sorted.last()?).into());
    let quantile = |bins: &Bins| {
        let (numerator, denominator) =
            crate::analytics::stats::quantile::quantile_type7(sorted, part, u32::from(bins.get()))?;
        Some(Cut { numerator, denominator })
    };
    match binning {
        Binning::Quantile(bins) => quantile(bins),
        Binning::RRfm(bins) => {
            let one = if measure == Measure::Monetary { i128::from(UNIT) } else { 1 };
            let Cut { numerator, denominator } = quantile(bins)?;
            Some(Cut { numerator: numerator.saturating_add(one * i128::from(denominator)), denominator })
        }
        Binning::EqualWidth(bins) => {
            let denominator = u32::from(bins.get());
            let width = last.saturating_sub(first).saturating_mul(part.into());
            Some(Cut { numerator: first.saturating_mul(denominator.into()).saturating_add(width), denominator })
        }
        Binning::Ntile(bins) => {
            let within = ntile_first(u8::try_from(part).ok()?, sorted.len(), *bins);
            sorted.get(within.saturating_sub(1)).map(|&value| Cut::whole(value.into()))
        }
        Binning::Custom(cuts) => {
            let index = part as usize - 1;
            let value = match measure {
                Measure::Recency => i128::from(*cuts.recency_days().get(index)?),
                Measure::Frequency => i128::from(*cuts.orders().get(index)?),
                Measure::Monetary => i128::from(cuts.monetary().get(index)?.0),
            };
            Some(Cut::whole(value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Amount;
    use crate::analytics::segmentation::rfm::OwnCuts;

    const FIVE: Bins = Bins::ALL[2];

    /// Bins of `values`, one digit each.
    fn bins(values: &[i128], measure: Measure, binning: &Binning) -> String {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        let cuts = Cuts::new(&sorted, measure, binning);
        cuts.bins(values).iter().map(u8::to_string).collect()
    }

    #[test]
    fn each_method_on_one_series() {
        // R: quantile(1:10, c(.2, .4, .6, .8)) = 2.8 4.6 6.4 8.2
        let one_to_ten: Vec<i128> = (1..=10).collect();
        for (binning, expected) in [
            (Binning::Quantile(FIVE), "0011223344"),
            // Borders 3.8 5.6 7.4 9.2.
            (Binning::RRfm(FIVE), "0001122334"),
            // Borders 2.8 4.6 6.4 8.2 once more: 1 + 1.8·k.
            (Binning::EqualWidth(FIVE), "0011223344"),
        ] {
            assert_eq!(bins(&one_to_ten, Measure::Frequency, &binning), expected, "{binning:?}");
        }
        // A long tail: quantiles part the many, equal widths the range.
        let tail = [1, 1, 1, 2, 3, 101];
        // R: quantile(c(1, 1, 1, 2, 3, 101), c(.2, .4, .6, .8)) = 1 1 2 3
        assert_eq!(bins(&tail, Measure::Frequency, &Binning::Quantile(FIVE)), "000234");
        assert_eq!(bins(&tail, Measure::Frequency, &Binning::EqualWidth(FIVE)), "000004");
    }

    #[test]
    fn a_value_on_a_border() {
        // Quantiles of 0, 5, …, 25 at fifths are 5, 10, 15, 20.
        let values = [0, 5, 10, 15, 20, 25];
        assert_eq!(bins(&values, Measure::Frequency, &Binning::Quantile(FIVE)), "001234");
        assert_eq!(bins(&values, Measure::Frequency, &Binning::EqualWidth(FIVE)), "012344");
        let own = OwnCuts::new(vec![5, 10], vec![5, 10], vec![Amount(5), Amount(10)]).unwrap();
        assert_eq!(bins(&values, Measure::Monetary, &Binning::Custom(own)), "012222");
    }

    #[test]
    fn equal_values_stand_together() {
        for binning in [Binning::Quantile(FIVE), Binning::RRfm(FIVE), Binning::EqualWidth(FIVE)] {
            assert_eq!(bins(&[7; 6], Measure::Recency, &binning), "000000", "{binning:?}");
            assert_eq!(bins(&[], Measure::Recency, &binning), "");
        }
    }

    #[test]
    fn ntile_fills_all_bins_the_first_more() {
        let bin = |place, count| (1..5).filter(|&part| ntile_first(part, count, FIVE) <= place).count();
        let bins_of = |count| (0..count).map(|place| bin(place, count).to_string()).collect::<String>();
        for (count, expected) in [(10, "0011223344"), (12, "000111223344"), (3, "012"), (6, "001234"), (0, "")] {
            assert_eq!(bins_of(count), expected);
        }
        let cuts = Cuts::new(&[1_u32, 1, 1, 2, 3, 101], Measure::Frequency, &Binning::Ntile(FIVE));
        assert_eq!(cuts.borders, [1, 1, 2, 3].map(Cut::whole));
    }

    #[test]
    fn borders_are_shown_rounded_and_compared_exactly() {
        for (numerator, denominator, sum, ceil) in
            [(7, 2, 4, 4), (5, 2, 2, 3), (10, 3, 3, 4), (-7, 2, -4, -3), (6, 3, 2, 2), (-1, 3, 0, 0)]
        {
            let cut = Cut { numerator, denominator };
            assert_eq!((cut.to_sum(), cut.ceil()), (Sum(sum), ceil), "{numerator}/{denominator}");
        }
        for edge in [Edge::Lower, Edge::Upper] {
            let cuts = Cuts { borders: vec![Cut { numerator: 10, denominator: 3 }], edge };
            assert_eq!(cuts.bins(&[3_u32, 4]), [0, 1], "{edge:?}");
        }
    }

    #[test]
    fn the_least_of_a_bin_stands_in_it() {
        let values = [100, 250, 251, 252, 400, 900];
        for binning in [Binning::Quantile(FIVE), Binning::RRfm(FIVE), Binning::EqualWidth(FIVE)] {
            let cuts = Cuts::new(&values, Measure::Recency, &binning);
            for bin in 1..5 {
                let least = cuts.least_of(bin, 1);
                let bins = cuts.bins(&[least - 1, least]);
                assert!(bins[1] >= bin && bins[0] < bin, "{binning:?} {bin}: {least}");
            }
        }
        let cuts = Cuts { borders: vec![Cut::whole(2_548_000)], edge: Edge::Lower };
        assert_eq!(cuts.least_of(1, 100), 2_548_100, "254.81 after 254.80");
    }

    #[test]
    fn few_days_are_good() {
        for (measure, bin, expected) in
            [(Measure::Recency, 0, 5), (Measure::Recency, 4, 1), (Measure::Frequency, 0, 1), (Measure::Monetary, 4, 5)]
        {
            assert_eq!(score(measure, bin, FIVE), expected);
        }
    }
}
