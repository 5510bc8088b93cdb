use crate::analytics::amount::Sum;
use crate::analytics::date::Grain;
use crate::i18n::course::{Ago, Bought};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::course::CourseMessages;

pub const COURSE: CourseMessages = CourseMessages {
    title: |grain| match grain {
        Grain::Week => "Sales by week",
        Grain::Month => "Sales by month",
        Grain::Quarter => "Sales by quarter",
    },
    words,
    bar: |format, grain, name, sum, returned| {
        let name = if grain == Grain::Week { format!("Week from {name}") } else { name.to_owned() };
        format!("{name}: {}", with_returns(format, sum, returned))
    },
    most: |format, grain, name, sum, returned| {
        let week = if grain == Grain::Week { "the week from " } else { "" };
        format!("Most in {week}{name}: {}", with_returns(format, sum, returned))
    },
    returned: |format, sum| format!("Returns of {} are taken off the sums.", format.money(sum)),
    last_left_out: |format, grain, day| {
        let (period, periods) = (periods_of(grain).one, periods_of(grain).many);
        format!(
            "The dates end within the last {period}, on {}: its bar is pale, and it is not among the {periods} counted.",
            format.date(day)
        )
    },
    first_cut: |format, grain, day| {
        format!("The dates begin within the first {}, on {}.", periods_of(grain).one, format.date(day))
    },
    earlier: |format, grain, periods, sum| {
        let periods = format.counted(periods.into(), periods_of(grain));
        format!("Before the first bar there are {periods} more, with {}: they are not drawn.", format.money(sum))
    },
    headers: |grain, sign| {
        let period = match grain {
            Grain::Week => "Week from",
            Grain::Month => "Month",
            Grain::Quarter => "Quarter",
        };
        let money = |name: &str| if sign.is_empty() { name.to_owned() } else { format!("{name},\u{a0}{sign}") };
        [period.to_owned(), money("Sales"), money("Returns taken off")]
    },
    before: |name| format!("before {name}"),
    total: "In all",
    loading: "Adding up the sales by period",
};

fn with_returns(format: Format, sum: Sum, returned: Sum) -> String {
    let sum = format.money_exact(sum);
    match returned.is_positive() {
        true => format!("{sum}, returns of {} taken off", format.money_exact(returned)),
        false => sum,
    }
}

/// Forms of a period.
const fn periods_of(grain: Grain) -> Plural<'static> {
    match grain {
        Grain::Week => Plural::two("week", "weeks"),
        Grain::Month => Plural::two("month", "months"),
        Grain::Quarter => Plural::two("quarter", "quarters"),
    }
}

fn ago(format: Format, ago: Ago) -> String {
    match ago {
        Ago::Days(days) => format!("{} ago", format.counted(days.into(), Plural::two("day", "days"))),
        Ago::Months(months) => format!("{} ago", format.counted(months.into(), Plural::two("month", "months"))),
    }
}

fn words(format: Format, bought: Bought) -> String {
    match bought {
        Bought::Never => "In these dates there are no purchases, only returns or sums of zero.".to_owned(),
        Bought::Once { day, ago: passed } => {
            format!("One order in all, {}, on {}.", ago(format, passed), format.date(day))
        }
        Bought::Lately { grain } => {
            format!("Bought only in the last {}, and the dates end before it does.", periods_of(grain).one)
        }
        Bought::Often { active, periods, grain, is_since_first, last, ago: passed } => {
            let since = if is_since_first { " since the first purchase" } else { "" };
            format!(
                "Bought in {} of {}{since}, last time {}, on {}.",
                format.count(active.into()),
                format.counted(periods.into(), periods_of(grain)),
                ago(format, passed),
                format.date(last),
            )
        }
    }
}
