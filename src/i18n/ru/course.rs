use crate::analytics::amount::Sum;
use crate::analytics::date::Grain;
use crate::i18n::course::{Ago, Bought};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::course::CourseMessages;

const DAYS: Plural<'_> = Plural::new("день", "дня", "дней");
const MONTHS: Plural<'_> = Plural::new("месяц", "месяца", "месяцев");

pub const COURSE: CourseMessages = CourseMessages {
    title: |grain| match grain {
        Grain::Week => "Продажи по неделям",
        Grain::Month => "Продажи по месяцам",
        Grain::Quarter => "Продажи по кварталам",
    },
    words,
    bar: |format, grain, name, sum, returned| {
        let name = if grain == Grain::Week { format!("Неделя с {name}") } else { name.to_owned() };
        format!("{name}: {}", with_returns(format, sum, returned))
    },
    most: |format, grain, name, sum, returned| {
        let week = if grain == Grain::Week { "неделю с " } else { "" };
        format!("Больше всего за {week}{name}: {}", with_returns(format, sum, returned))
    },
    returned: |format, sum| format!("Возвраты на {} вычтены из сумм.", format.money(sum)),
    last_left_out: |format, grain, day| {
        let day = format.date(day);
        match grain {
            Grain::Week => format!(
                "Последняя неделя охвачена датами только по {day}: её столбик бледный, и в счёт недель она не входит."
            ),
            Grain::Month => format!(
                "Последний месяц охвачен датами только по {day}: его столбик бледный, и в счёт месяцев он не входит."
            ),
            Grain::Quarter => format!(
                "Последний квартал охвачен датами только по {day}: его столбик бледный, и в счёт кварталов он не входит."
            ),
        }
    },
    first_cut: |format, grain, day| {
        let period = match grain {
            Grain::Week => "Первая неделя охвачена",
            Grain::Month => "Первый месяц охвачен",
            Grain::Quarter => "Первый квартал охвачен",
        };
        format!("{period} датами только с {}.", format.date(day))
    },
    earlier: |format, grain, periods, sum| {
        let periods = format.counted(periods.into(), periods_of(grain));
        format!("До первого столбика ещё {periods} на {}: они не нарисованы.", format.money(sum))
    },
    headers: |grain, sign| {
        let period = match grain {
            Grain::Week => "Неделя с",
            Grain::Month => "Месяц",
            Grain::Quarter => "Квартал",
        };
        let money = |name: &str| if sign.is_empty() { name.to_owned() } else { format!("{name},\u{a0}{sign}") };
        [period.to_owned(), money("Продажи"), money("Вычтено возвратов")]
    },
    before: |name| format!("до {name}"),
    total: "Всего",
    loading: "Считаем продажи по периодам",
};

fn with_returns(format: Format, sum: Sum, returned: Sum) -> String {
    let sum = format.money_exact(sum);
    match returned.is_positive() {
        true => format!("{sum}, возвраты на {} вычтены", format.money_exact(returned)),
        false => sum,
    }
}

/// Forms of a period.
const fn periods_of(grain: Grain) -> Plural<'static> {
    match grain {
        Grain::Week => Plural::new("неделя", "недели", "недель"),
        Grain::Month => MONTHS,
        Grain::Quarter => Plural::new("квартал", "квартала", "кварталов"),
    }
}

fn ago(format: Format, ago: Ago) -> String {
    match ago {
        Ago::Days(days) => format!("{} назад", format.counted(days.into(), DAYS)),
        Ago::Months(months) => format!("{} назад", format.counted(months.into(), MONTHS)),
    }
}

fn words(format: Format, bought: Bought) -> String {
    match bought {
        Bought::Never => "В эти даты покупок нет, только возвраты или нулевые суммы.".to_owned(),
        Bought::Once { day, ago: passed } => {
            format!("Всего один заказ, {}, {}.", ago(format, passed), format.date(day))
        }
        Bought::Lately { grain } => {
            let last = match grain {
                Grain::Week => "в последней неделе, а она охвачена датами не до конца",
                Grain::Month => "в последнем месяце, а он охвачен датами не до конца",
                Grain::Quarter => "в последнем квартале, а он охвачен датами не до конца",
            };
            format!("Покупал только {last}.")
        }
        Bought::Often { active, periods, grain, is_since_first, last, ago: passed } => {
            let of_periods = match grain {
                Grain::Week => Plural::new("недели", "недель", "недель"),
                Grain::Month => Plural::new("месяца", "месяцев", "месяцев"),
                Grain::Quarter => Plural::new("квартала", "кварталов", "кварталов"),
            };
            let preposition = if active == 2 { "во" } else { "в" };
            let since = if is_since_first { " с первой покупки" } else { "" };
            format!(
                "Покупал {preposition} {} из {}{since}, последний раз {}, {}.",
                format.count(active.into()),
                format.counted(periods.into(), of_periods),
                ago(format, passed),
                format.date(last),
            )
        }
    }
}
