//! Why a client stands in its class: the figures and the rule that decided, without words.
//!
//! The engine says *what* class a client has; this module says *by which comparison*, from the same row and the same
//! options. The sentences are made from it in each locale ([`crate::i18n::messages::abc_xyz::why`]), so that the two
//! languages cannot differ in their logic.

use crate::analytics::amount::Sum;
use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::abc::{AbcClass, BASIS, Boundary};
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use crate::analytics::segmentation::xyz::{PERIODS_MIN, XyzClass, XyzMethod};

use super::Format;

/// The interval between two thresholds (basis points) that a measure fell into; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Lower threshold.
    pub floor: Option<u32>,
    /// Upper threshold.
    pub ceiling: Option<u32>,
}

/// Why a client has its class by value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ValueReason {
    /// Value of zero or less: the client stands apart.
    Apart {
        /// Its value.
        total: Sum,
    },
    /// Nobody stands before this client, and the rule looks at those before.
    Largest {
        /// Its share of value.
        share: f64,
        /// Whether clients of equal value share the first place.
        tied: bool,
    },
    /// The cumulative share fell between two thresholds.
    Cumulative {
        /// The class.
        class: AbcClass,
        /// The rule.
        rule: Boundary,
        /// Share before the client ([`Boundary::Crossing`]) or up to and with it.
        share: f64,
        /// The thresholds.
        bounds: Bounds,
        /// Whether clients of equal value were judged together.
        tied: bool,
    },
}

impl ValueReason {
    /// The reason for a row computed with `options`.
    #[must_use]
    pub fn of(row: &ClientRow, options: &AbcXyzOptions) -> Self {
        let Some(class) = row.cell.abc else {
            return Self::Apart { total: row.total };
        };
        // A block of equal values is wider than one client. Half a share is far above any rounding of the ratios.
        let tied = row.share_with - row.share_before > 1.5 * row.share;
        let share = match options.boundary {
            Boundary::Crossing if row.share_before <= 0.0 => return Self::Largest { share: row.share, tied },
            Boundary::Crossing => row.share_before,
            Boundary::Inclusive | Boundary::Strict => row.share_with,
        };
        let (a, b) = (Some(options.abc.a()), Some(options.abc.b()));
        let bounds = match class {
            AbcClass::A => Bounds { floor: None, ceiling: a },
            AbcClass::B => Bounds { floor: a, ceiling: b },
            AbcClass::C => Bounds { floor: b, ceiling: None },
        };
        Self::Cumulative { class, rule: options.boundary, share, bounds, tied }
    }
}

/// Why a client has its class by regularity, or has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegularityReason {
    /// Returns only.
    NoPurchase,
    /// Fewer than [`PERIODS_MIN`] periods since the first purchase.
    TooEarly {
        /// Periods so far; 0 when the first purchase lies in the last, unfinished period.
        periods: u32,
        /// Their length.
        grain: Grain,
    },
    /// One order in all.
    OneOrder {
        /// Its day.
        day: Option<Day>,
    },
    /// The share of active periods fell between two thresholds.
    Frequency {
        /// The class.
        class: XyzClass,
        /// Periods with a purchase.
        active: u32,
        /// Periods since the first purchase.
        periods: u32,
        /// Their length.
        grain: Grain,
        /// The thresholds.
        bounds: Bounds,
    },
    /// The coefficient of variation fell between two thresholds.
    Variation {
        /// The class.
        class: XyzClass,
        /// The coefficient.
        cv: f64,
        /// Periods that it was computed over.
        periods: u32,
        /// Their length.
        grain: Grain,
        /// The thresholds.
        bounds: Bounds,
    },
    /// The mean of the period sums is not above zero, so that a coefficient of variation says nothing.
    NoMean {
        /// Length of the periods.
        grain: Grain,
    },
}

impl RegularityReason {
    /// The reason for a row computed with `options`.
    #[must_use]
    pub fn of(row: &ClientRow, options: &AbcXyzOptions) -> Self {
        let (grain, periods) = (options.grain, row.periods);
        if row.first.is_none() {
            return Self::NoPurchase;
        }
        if periods < PERIODS_MIN {
            return Self::TooEarly { periods, grain };
        }
        let Some(class) = row.cell.xyz else {
            return Self::NoMean { grain };
        };
        match (options.method, row.cv) {
            (XyzMethod::Variation, None) => Self::NoMean { grain },
            (XyzMethod::Variation, Some(cv)) => {
                let (x, y) = (Some(options.variation.x()), Some(options.variation.y()));
                let bounds = match class {
                    XyzClass::X => Bounds { floor: None, ceiling: x },
                    XyzClass::Y => Bounds { floor: x, ceiling: y },
                    XyzClass::Z => Bounds { floor: y, ceiling: None },
                };
                Self::Variation { class, cv, periods, grain, bounds }
            }
            (XyzMethod::Frequency, _) if row.orders == 1 => Self::OneOrder { day: row.last },
            (XyzMethod::Frequency, _) => {
                let (x, y) = (Some(options.frequency.x()), Some(options.frequency.y()));
                let bounds = match class {
                    XyzClass::X => Bounds { floor: x, ceiling: None },
                    XyzClass::Y => Bounds { floor: y, ceiling: x },
                    XyzClass::Z => Bounds { floor: None, ceiling: y },
                };
                Self::Frequency { class, active: row.active, periods, grain, bounds }
            }
        }
    }
}

/// Why a client has gone quiet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuietReason {
    /// Silent for over three times the client's own usual interval.
    OwnInterval {
        /// Days since the last purchase.
        recency_days: u32,
        /// The usual interval in days, doubled.
        gap_days_twice: u32,
    },
    /// The client has too few intervals of its own: silent for longer than nine in ten intervals of all clients.
    AllIntervals {
        /// Days since the last purchase.
        recency_days: u32,
    },
}

impl QuietReason {
    /// The reason; `None` for a client that has not gone quiet.
    #[must_use]
    pub fn of(row: &ClientRow) -> Option<Self> {
        let recency_days = row.recency_days.filter(|_| row.labels.lost)?;
        Some(match row.median_gap_days_twice {
            Some(gap_days_twice) => Self::OwnInterval { recency_days, gap_days_twice },
            None => Self::AllIntervals { recency_days },
        })
    }
}

/// Why a client stands where it stands, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The class by value.
    pub value: String,
    /// The class by regularity.
    pub regularity: String,
    /// What else is known: gone quiet.
    pub quiet: Option<String>,
}

/// The explanation of a row computed with `options`, in the language of `format`.
#[must_use]
pub fn explain(format: Format, row: &ClientRow, options: &AbcXyzOptions) -> Explanation {
    let why = &super::messages(format.locale).abc_xyz().why;
    Explanation {
        value: (why.value)(format, options.value, ValueReason::of(row, options)),
        regularity: (why.regularity)(format, RegularityReason::of(row, options)),
        quiet: QuietReason::of(row).map(|reason| (why.quiet)(format, reason)),
    }
}

/// A threshold in percent, with no more decimals than it has: 8000 is `80 %`, 7550 is `75,5 %`.
#[must_use]
pub fn basis_percent(format: Format, basis: u32) -> String {
    let places = match basis {
        whole if whole.is_multiple_of(100) => 0,
        tenths if tenths.is_multiple_of(10) => 1,
        _ => 2,
    };
    format.percent(f64::from(basis) / f64::from(BASIS), places)
}

/// A measure in percent, with as many decimals as tell it apart from both thresholds, from nothing and from the whole
/// (1 to 6), so that no sentence says "80.0 %, under 80 %" or "100.0 %" where somebody is still missing.
#[must_use]
pub fn measure_percent(format: Format, ratio: f64, bounds: Bounds) -> String {
    let landmarks = [bounds.floor, bounds.ceiling, Some(0), Some(BASIS)];
    let reads_as_landmark = |places: usize| {
        let text = format!("{:.places$}", ratio * 100.0);
        landmarks.into_iter().flatten().any(|basis| text == format!("{:.places$}", f64::from(basis) / 100.0))
    };
    // What equals a landmark does so at any number of decimals, and is written with one.
    let places = (1..=6).find(|&places| !reads_as_landmark(places)).unwrap_or(1);
    format.percent(ratio, places)
}

/// Days that were kept doubled so as to be whole: 28 is `14`, 29 is `14,5`.
#[must_use]
pub fn half_days(format: Format, twice: u32) -> String {
    if twice.is_multiple_of(2) { format.count(u64::from(twice / 2)) } else { format.ratio(f64::from(twice) / 2.0, 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc_xyz::{Cell, Labels};
    use crate::i18n::{Currency, Locale};

    const RU: Format = Format { locale: Locale::Ru, currency: Currency::Rub };
    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    /// A client in the given cell: 10 % of value after 41.2 %, 11 of 17 periods.
    fn row(cell: &str) -> ClientRow {
        ClientRow {
            client: "Ромашка".to_owned(),
            rank: 3,
            total: Sum(1_000_000),
            net: Sum(1_000_000),
            share: 0.1,
            share_before: 0.412,
            share_with: 0.512,
            cell: Cell::from_code(cell).unwrap(),
            periods: 17,
            active: 11,
            cv: Some(0.183),
            orders: 40,
            first: Day::from_ymd(2025, 1, 9),
            last: Day::from_ymd(2026, 5, 28),
            recency_days: Some(4),
            median_gap_days_twice: Some(28),
            labels: Labels::default(),
            rfm: None,
            priority: None,
            moved: None,
            flow: None,
        }
    }

    fn options(change: impl FnOnce(&mut AbcXyzOptions)) -> AbcXyzOptions {
        let mut options = AbcXyzOptions::default();
        change(&mut options);
        options
    }

    /// No-break spaces make tables unreadable and are tested with the formats.
    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn check_value(row: &ClientRow, options: &AbcXyzOptions, ru: &str, en: &str) {
        assert_eq!(plain(&explain(RU, row, options).value), ru);
        assert_eq!(plain(&explain(EN, row, options).value), en);
    }

    fn check_regularity(row: &ClientRow, options: &AbcXyzOptions, ru: &str, en: &str) {
        assert_eq!(plain(&explain(RU, row, options).regularity), ru);
        assert_eq!(plain(&explain(EN, row, options).regularity), en);
    }

    #[test]
    fn by_what_stands_before() {
        let options = AbcXyzOptions::default();
        check_value(
            &row("AX"),
            &options,
            "A: клиенты перед ним приносят 41,2 % продаж, меньше 80 %, поэтому он в A.",
            "A: the clients before this one bring 41.2% of sales, under 80%, so this one is in A.",
        );
        check_value(
            &ClientRow { share_before: 0.8, share_with: 0.9, ..row("BX") },
            &options,
            "B: клиенты перед ним приносят 80,0 % продаж, не меньше 80 %, но меньше 95 %, поэтому он в B.",
            "B: the clients before this one bring 80.0% of sales, at least 80% and under 95%, so this one is in B.",
        );
        check_value(
            &ClientRow { share: 0.01, share_before: 0.961, share_with: 0.971, ..row("CX") },
            &options,
            "C: клиенты перед ним приносят 96,1 % продаж, не меньше 95 %, поэтому он в C.",
            "C: the clients before this one bring 96.1% of sales, at least 95%, so this one is in C.",
        );
    }

    #[test]
    fn the_largest_has_nobody_before_it() {
        let first = ClientRow { share: 0.9, share_before: 0.0, share_with: 0.9, ..row("AX") };
        check_value(
            &first,
            &AbcXyzOptions::default(),
            "A: самый крупный клиент, 90,0 % продаж. Перед ним никого нет, поэтому он в A.",
            "A: the largest client, with 90.0% of sales. Nobody stands before it, so it is in A.",
        );
        check_value(
            &ClientRow { share: 0.1, share_before: 0.0, share_with: 1.0, ..row("AX") },
            &AbcXyzOptions::default(),
            "A: один из самых крупных клиентов, 10,0 % продаж. Перед ним никого нет, поэтому он в A.",
            "A: one of the largest clients, with 10.0% of sales. Nobody stands before it, so it is in A.",
        );
        // Under the other rules even the largest is judged by its own share.
        check_value(
            &ClientRow { cell: Cell::from_code("BX").unwrap(), ..first },
            &options(|options| options.boundary = Boundary::Inclusive),
            "B: от самого крупного клиента до этого включительно набирается 90,0 % продаж, больше 80 %, но не больше 95 %.",
            "B: with this client, all from the largest down bring 90.0% of sales, over 80% and at most 95%.",
        );
    }

    #[test]
    fn by_what_is_reached_with_the_client() {
        check_value(
            &row("AX"),
            &options(|options| options.boundary = Boundary::Strict),
            "A: от самого крупного клиента до этого включительно набирается 51,2 % продаж, меньше 80 %.",
            "A: with this client, all from the largest down bring 51.2% of sales, under 80%.",
        );
        check_value(
            &ClientRow { share: 0.05, share_before: 0.95, share_with: 1.0, ..row("CX") },
            &options(|options| options.boundary = Boundary::Inclusive),
            "C: от самого крупного клиента до этого включительно набирается 100,0 % продаж, больше 95 %.",
            "C: with this client, all from the largest down bring 100.0% of sales, over 95%.",
        );
    }

    #[test]
    fn equal_sums_are_told_of() {
        check_value(
            &ClientRow { share: 0.1, share_before: 0.412, share_with: 0.712, ..row("AX") },
            &AbcXyzOptions::default(),
            "A: клиенты перед ним приносят 41,2 % продаж, меньше 80 %, поэтому он в A. Клиенты с равными суммами оцениваются вместе.",
            "A: the clients before this one bring 41.2% of sales, under 80%, so this one is in A. Clients with equal sums are judged together.",
        );
    }

    #[test]
    fn apart() {
        check_value(
            &ClientRow { total: Sum(-12_345_000), ..row("-X") },
            &AbcXyzOptions::default(),
            "Класса нет: покупки за вычетом возвратов дают \u{2212}1234,50 ₽. Такие клиенты стоят отдельно и в долях не участвуют.",
            "No class: purchases less returns give \u{2212}$1,234.50. Such clients stand apart and take no part in the shares.",
        );
    }

    #[test]
    fn by_share_of_periods() {
        let options = AbcXyzOptions::default();
        check_regularity(
            &row("AY"),
            &options,
            "Y: покупал в 11 из 17 месяцев с первой покупки (64,7 %), не меньше 25 %, но меньше 75 %.",
            "Y: bought in 11 of 17 months since the first purchase (64.7%), at least 25% and under 75%.",
        );
        check_regularity(
            &ClientRow { active: 3, periods: 4, ..row("AX") },
            &options,
            "X: покупал в 3 из 4 месяцев с первой покупки (75,0 %), не меньше 75 %.",
            "X: bought in 3 of 4 months since the first purchase (75.0%), at least 75%.",
        );
        check_regularity(
            &ClientRow { active: 2, periods: 21, orders: 2, ..row("AZ") },
            &AbcXyzOptions { grain: Grain::Week, ..options },
            "Z: покупал во 2 из 21 недели с первой покупки (9,5 %), меньше 25 %.",
            "Z: bought in 2 of 21 weeks since the first purchase (9.5%), under 25%.",
        );
        check_regularity(
            &ClientRow { active: 1, orders: 1, last: Day::from_ymd(2025, 3, 7), ..row("CZ") },
            &options,
            "Z: всего один заказ, 07.03.2025.",
            "Z: one order in all, on 7 Mar 2025.",
        );
    }

    #[test]
    fn by_variation() {
        let options = options(|options| options.method = XyzMethod::Variation);
        check_regularity(
            &row("AY"),
            &options,
            "Y: на протяжении 17 месяцев суммы отклоняются от средней на 18,3 % (коэффициент вариации), больше 10 %, но не больше 25 %.",
            "Y: over 17 months the sums differ from their mean by 18.3% (coefficient of variation), over 10% and at most 25%.",
        );
        check_regularity(
            &ClientRow { cv: Some(0.04), periods: 3, ..row("AX") },
            &AbcXyzOptions { grain: Grain::Quarter, ..options },
            "X: на протяжении 3 кварталов суммы отклоняются от средней на 4,0 % (коэффициент вариации), не больше 10 %.",
            "X: over 3 quarters the sums differ from their mean by 4.0% (coefficient of variation), at most 10%.",
        );
        // One order is nothing special to this measure: it speaks of sums.
        check_regularity(
            &ClientRow { cv: Some(3.3166), orders: 1, ..row("CZ") },
            &options,
            "Z: на протяжении 17 месяцев суммы отклоняются от средней на 331,7 % (коэффициент вариации), больше 25 %.",
            "Z: over 17 months the sums differ from their mean by 331.7% (coefficient of variation), over 25%.",
        );
        check_regularity(
            &ClientRow { cv: None, ..row("--") },
            &options,
            "Класса нет: средняя сумма за месяц не больше нуля, вариацию посчитать нельзя.",
            "No class: the mean sum of a month is not above zero, so variation cannot be computed.",
        );
    }

    #[test]
    fn too_early_or_never() {
        let options = AbcXyzOptions::default();
        check_regularity(
            &ClientRow { periods: 2, ..row("A-") },
            &options,
            "Судить рано: с первой покупки прошло 2 месяца, а нужно хотя бы три.",
            "Too early to tell: 2 months counted since the first purchase, and at least three are needed.",
        );
        check_regularity(
            &ClientRow { periods: 0, active: 0, ..row("C-") },
            &options,
            "Судить рано: первая покупка была в последнем месяце, а он охвачен датами не до конца. Нужно хотя бы три полных периода.",
            "Too early to tell: the first purchase was in the last month, and the dates end before it does. At least three full ones are needed.",
        );
        check_regularity(
            &ClientRow { first: None, last: None, periods: 0, ..row("--") },
            &options,
            "Класса нет: в этих датах нет покупок, только возвраты или нулевые суммы.",
            "No class: in these dates there are no purchases, only returns or sums of zero.",
        );
    }

    #[test]
    fn gone_quiet() {
        let lost = |recency_days, median_gap_days_twice| ClientRow {
            recency_days: Some(recency_days),
            median_gap_days_twice,
            labels: Labels { lost: true, ..Labels::default() },
            ..row("AY")
        };
        let cases = [
            (
                lost(120, Some(28)),
                "Затих: с последней покупки прошло 120 дней, больше чем втрое дольше обычного перерыва (14 дней).",
                "Gone quiet: 120 days since the last purchase, more than three times the usual interval of 14 days.",
            ),
            (
                lost(121, Some(29)),
                "Затих: с последней покупки прошло 121 день, больше чем втрое дольше обычного перерыва (14,5 дня).",
                "Gone quiet: 121 days since the last purchase, more than three times the usual interval of 14.5 days.",
            ),
            (
                lost(200, None),
                "Затих: с последней покупки прошло 200 дней, дольше девяти из десяти перерывов между покупками у всех клиентов.",
                "Gone quiet: 200 days since the last purchase, longer than nine in ten intervals between purchases of all clients.",
            ),
        ];
        for (row, ru, en) in cases {
            let options = AbcXyzOptions::default();
            assert_eq!(plain(&explain(RU, &row, &options).quiet.unwrap()), ru);
            assert_eq!(plain(&explain(EN, &row, &options).quiet.unwrap()), en);
        }
        assert_eq!(explain(RU, &row("AY"), &AbcXyzOptions::default()).quiet, None);
    }

    #[test]
    fn a_measure_never_reads_as_the_threshold_that_it_missed() {
        let bounds = Bounds { floor: None, ceiling: Some(8_000) };
        for (ratio, text) in [
            (0.7999, "79.99%"),
            (0.79999, "79.999%"),
            (0.412, "41.2%"),
            (0.8, "80.0%"),
            (0.99969, "99.97%"),
            (1.0, "100.0%"),
        ] {
            assert_eq!(measure_percent(EN, ratio, bounds), text);
        }
        for (basis, text) in [(8_000, "80%"), (7_550, "75.5%"), (3_333, "33.33%")] {
            assert_eq!(basis_percent(EN, basis), text);
        }
    }
}
