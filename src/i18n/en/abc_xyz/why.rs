use super::DAYS;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::{AbcClass, Boundary};
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzClass;
use crate::i18n::en::value::VALUE;
use crate::i18n::explain::{
    Bounds, QuietReason, RegularityReason, ValueReason, basis_percent, half_days, measure_percent,
};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::why::WhyMessages;

pub const WHY: WhyMessages = WhyMessages {
    by_value: "How much",
    by_regularity: "How regularly",
    by_silence: "Is the client still there",
    value,
    regularity,
    quiet,
    place: |by| match by {
        ValueBy::Amount => "Place by sales".to_owned(),
        by => format!("Place {}", (VALUE.rule)(by).unwrap_or_default()),
    },
    share: |by| format!("Share of {}", (VALUE.of)(by)),
    orders: "Orders",
    average_order: "Per order",
    first: "First purchase",
    last: "Last purchase",
    usual_interval: "Usual interval",
    days_of_twice: |format, twice| {
        let noun = if twice == 2 { DAYS.one } else { DAYS.many };
        format!("{}\u{a0}{noun}", half_days(format, twice))
    },
    variation: "Variation",
    none: "–",
};

/// Forms of a period.
const fn periods_of(grain: Grain) -> Plural<'static> {
    match grain {
        Grain::Week => Plural::two("week", "weeks"),
        Grain::Month => Plural::two("month", "months"),
        Grain::Quarter => Plural::two("quarter", "quarters"),
    }
}

const fn letter(class: AbcClass) -> &'static str {
    match class {
        AbcClass::A => "A",
        AbcClass::B => "B",
        AbcClass::C => "C",
    }
}

/// "under 80%", "at least 80% and under 95%": the interval, with equality on the side that the rule gives it.
fn between(format: Format, bounds: Bounds, floor_word: &str, ceiling_word: &str) -> String {
    let floor = bounds.floor.map(|basis| format!("{floor_word} {}", basis_percent(format, basis)));
    let ceiling = bounds.ceiling.map(|basis| format!("{ceiling_word} {}", basis_percent(format, basis)));
    match (floor, ceiling) {
        (Some(floor), Some(ceiling)) => format!("{floor} and {ceiling}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}

fn value(format: Format, by: ValueBy, reason: ValueReason) -> String {
    let of = (VALUE.of)(by);
    match reason {
        ValueReason::Apart { total } if by != ValueBy::Amount => format!(
            "No class: {} here is {}. Such clients stand apart and take no part in the shares.",
            (VALUE.of)(by),
            format.by(by).money_exact(total)
        ),
        ValueReason::Apart { total } => format!(
            "No class: purchases less returns give {}. Such clients stand apart and take no part in the shares.",
            format.money_exact(total)
        ),
        ValueReason::Largest { share, tied } => {
            let who = if tied { "one of the largest clients" } else { "the largest client" };
            format!("A: {who}, with {} of {of}. Nobody stands before it, so it is in A.", format.percent(share, 1))
        }
        ValueReason::Cumulative { class, rule, share, bounds, tied } => {
            let measured = measure_percent(format, share, bounds);
            let letter = letter(class);
            let text = match rule {
                Boundary::Crossing => {
                    let interval = between(format, bounds, "at least", "under");
                    format!(
                        "{letter}: the clients before this one bring {measured} of {of}, {interval}, so this one is in {letter}."
                    )
                }
                Boundary::Inclusive => {
                    let interval = between(format, bounds, "over", "at most");
                    format!(
                        "{letter}: with this client, all from the largest down bring {measured} of {of}, {interval}."
                    )
                }
                Boundary::Strict => {
                    let interval = between(format, bounds, "at least", "under");
                    format!(
                        "{letter}: with this client, all from the largest down bring {measured} of {of}, {interval}."
                    )
                }
            };
            if tied { format!("{text} Clients with equal sums are judged together.") } else { text }
        }
    }
}

fn regularity(format: Format, reason: RegularityReason) -> String {
    match reason {
        RegularityReason::NoPurchase => {
            "No class: in these dates there are no purchases, only returns or sums of zero.".to_owned()
        }
        RegularityReason::TooEarly { periods: 0, grain } => format!(
            "Too early to tell: the first purchase was in the last {}, and the dates end before it does. At least three full ones are needed.",
            periods_of(grain).one
        ),
        RegularityReason::TooEarly { periods, grain } => format!(
            "Too early to tell: {} counted since the first purchase, and at least three are needed.",
            format.counted(periods.into(), periods_of(grain))
        ),
        RegularityReason::OneOrder { day } => match day {
            Some(day) => format!("Z: one order in all, on {}.", format.date(day)),
            None => "Z: one order in all.".to_owned(),
        },
        RegularityReason::Frequency { class, active, periods, grain, bounds } => {
            let letter = xyz_letter(class);
            let ratio = f64::from(active) / f64::from(periods.max(1));
            format!(
                "{letter}: bought in {} of {} since the first purchase ({}), {}.",
                format.count(active.into()),
                format.counted(periods.into(), periods_of(grain)),
                measure_percent(format, ratio, bounds),
                between(format, bounds, "at least", "under"),
            )
        }
        RegularityReason::Variation { class, cv, periods, grain, bounds } => {
            let letter = xyz_letter(class);
            format!(
                "{letter}: over {} the sums differ from their mean by {} (coefficient of variation), {}.",
                format.counted(periods.into(), periods_of(grain)),
                measure_percent(format, cv, bounds),
                between(format, bounds, "over", "at most"),
            )
        }
        RegularityReason::NoMean { grain } => format!(
            "No class: the mean sum of a {} is not above zero, so variation cannot be computed.",
            periods_of(grain).one
        ),
    }
}

const fn xyz_letter(class: XyzClass) -> &'static str {
    match class {
        XyzClass::X => "X",
        XyzClass::Y => "Y",
        XyzClass::Z => "Z",
    }
}

fn quiet(format: Format, reason: QuietReason) -> String {
    match reason {
        QuietReason::OwnInterval { recency_days, gap_days_twice } => format!(
            "Gone quiet: {} since the last purchase, more than three times the usual interval of {}.",
            format.counted(recency_days.into(), DAYS),
            (WHY.days_of_twice)(format, gap_days_twice)
        ),
        QuietReason::AllIntervals { recency_days } => format!(
            "Gone quiet: {} since the last purchase, longer than nine in ten intervals between purchases of all clients.",
            format.counted(recency_days.into(), DAYS)
        ),
    }
}
