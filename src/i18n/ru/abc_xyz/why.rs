use super::DAYS;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::{AbcClass, Boundary};
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzClass;
use crate::i18n::explain::{
    Bounds, QuietReason, RegularityReason, ValueReason, basis_percent, half_days, measure_percent,
};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::why::WhyMessages;
use crate::i18n::ru::value::VALUE;

pub const WHY: WhyMessages = WhyMessages {
    by_value: "Сколько приносит",
    by_regularity: "Как регулярно покупает",
    by_silence: "Покупает ли ещё",
    value,
    regularity,
    quiet,
    place: |by| match by {
        ValueBy::Amount => "Место по продажам".to_owned(),
        by => format!("Место {}", (VALUE.rule)(by).unwrap_or_default()),
    },
    share: |by| format!("Доля {}", (VALUE.of)(by)),
    orders: "Заказы",
    average_order: "На один заказ",
    first: "Первая покупка",
    last: "Последняя покупка",
    usual_interval: "Обычный перерыв",
    days_of_twice: |format, twice| {
        // After a fraction the noun stands as after two: "14,5 дня".
        let noun = if twice.is_multiple_of(2) { format.plural(u64::from(twice / 2), DAYS) } else { DAYS.few };
        format!("{}\u{a0}{noun}", half_days(format, twice))
    },
    variation: "Вариация",
    none: "–",
};

/// Forms of a period in the genitive, after "of".
const fn of_periods(grain: Grain) -> Plural<'static> {
    match grain {
        Grain::Week => Plural::new("недели", "недель", "недель"),
        Grain::Month => Plural::new("месяца", "месяцев", "месяцев"),
        Grain::Quarter => Plural::new("квартала", "кварталов", "кварталов"),
    }
}

/// Forms of a period that has passed.
const fn passed_periods(grain: Grain) -> Plural<'static> {
    match grain {
        Grain::Week => Plural::new("прошла 1 неделя", "прошло 2 недели", ""),
        Grain::Month => Plural::new("прошёл 1 месяц", "прошло 2 месяца", ""),
        Grain::Quarter => Plural::new("прошёл 1 квартал", "прошло 2 квартала", ""),
    }
}

const fn letter(class: AbcClass) -> &'static str {
    match class {
        AbcClass::A => "A",
        AbcClass::B => "B",
        AbcClass::C => "C",
    }
}

const fn xyz_letter(class: XyzClass) -> &'static str {
    match class {
        XyzClass::X => "X",
        XyzClass::Y => "Y",
        XyzClass::Z => "Z",
    }
}

/// "меньше 80 %", "не меньше 80 %, но меньше 95 %": the interval, with equality on the side that the rule gives it.
fn between(format: Format, bounds: Bounds, floor_word: &str, ceiling_word: &str) -> String {
    let floor = bounds.floor.map(|basis| format!("{floor_word} {}", basis_percent(format, basis)));
    let ceiling = bounds.ceiling.map(|basis| format!("{ceiling_word} {}", basis_percent(format, basis)));
    match (floor, ceiling) {
        (Some(floor), Some(ceiling)) => format!("{floor}, но {ceiling}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    }
}

fn value(format: Format, by: ValueBy, reason: ValueReason) -> String {
    let of = (VALUE.of)(by);
    match reason {
        ValueReason::Apart { total } if by != ValueBy::Amount => format!(
            "Класса нет: {} здесь {}. Такие клиенты стоят отдельно и в долях не участвуют.",
            (VALUE.of)(by),
            format.by(by).money_exact(total)
        ),
        ValueReason::Apart { total } => format!(
            "Класса нет: покупки за вычетом возвратов дают {}. Такие клиенты стоят отдельно и в долях не участвуют.",
            format.money_exact(total)
        ),
        ValueReason::Largest { share, tied } => {
            let who = if tied {
                "один из самых крупных клиентов"
            } else {
                "самый крупный клиент"
            };
            format!("A: {who}, {} {of}. Перед ним никого нет, поэтому он в A.", format.percent(share, 1))
        }
        ValueReason::Cumulative { class, rule, share, bounds, tied } => {
            let measured = measure_percent(format, share, bounds);
            let letter = letter(class);
            let text = match rule {
                Boundary::Crossing => {
                    let interval = between(format, bounds, "не меньше", "меньше");
                    format!("{letter}: клиенты перед ним приносят {measured} {of}, {interval}, поэтому он в {letter}.")
                }
                Boundary::Inclusive => {
                    let interval = between(format, bounds, "больше", "не больше");
                    format!(
                        "{letter}: от самого крупного клиента до этого включительно набирается {measured} {of}, {interval}."
                    )
                }
                Boundary::Strict => {
                    let interval = between(format, bounds, "не меньше", "меньше");
                    format!(
                        "{letter}: от самого крупного клиента до этого включительно набирается {measured} {of}, {interval}."
                    )
                }
            };
            if tied {
                format!("{text} Клиенты с равными суммами оцениваются вместе.")
            } else {
                text
            }
        }
    }
}

fn regularity(format: Format, reason: RegularityReason) -> String {
    match reason {
        RegularityReason::NoPurchase => {
            "Класса нет: в этих датах нет покупок, только возвраты или нулевые суммы.".to_owned()
        }
        RegularityReason::TooEarly { periods: 0, grain } => {
            let last = match grain {
                Grain::Week => "в последней неделе, а она охвачена датами не до конца",
                Grain::Month => "в последнем месяце, а он охвачен датами не до конца",
                Grain::Quarter => "в последнем квартале, а он охвачен датами не до конца",
            };
            format!("Судить рано: первая покупка была {last}. Нужно хотя бы три полных периода.")
        }
        RegularityReason::TooEarly { periods, grain } => format!(
            "Судить рано: с первой покупки {}, а нужно хотя бы три.",
            format.plural(periods.into(), passed_periods(grain))
        ),
        RegularityReason::OneOrder { day } => match day {
            Some(day) => format!("Z: всего один заказ, {}.", format.date(day)),
            None => "Z: всего один заказ.".to_owned(),
        },
        RegularityReason::Frequency { class, active, periods, grain, bounds } => {
            let ratio = f64::from(active) / f64::from(periods.max(1));
            // "в 1 из 17", "во 2 из 17": the preposition follows the sound of the number.
            let preposition = if active == 2 { "во" } else { "в" };
            format!(
                "{}: покупал {preposition} {} из {} с первой покупки ({}), {}.",
                xyz_letter(class),
                format.count(active.into()),
                format.counted(periods.into(), of_periods(grain)),
                measure_percent(format, ratio, bounds),
                between(format, bounds, "не меньше", "меньше"),
            )
        }
        RegularityReason::Variation { class, cv, periods, grain, bounds } => format!(
            "{}: на протяжении {} суммы отклоняются от средней на {} (коэффициент вариации), {}.",
            xyz_letter(class),
            format.counted(periods.into(), of_periods(grain)),
            measure_percent(format, cv, bounds),
            between(format, bounds, "больше", "не больше"),
        ),
        RegularityReason::NoMean { grain } => {
            let mean = match grain {
                Grain::Week => "средняя сумма за неделю",
                Grain::Month => "средняя сумма за месяц",
                Grain::Quarter => "средняя сумма за квартал",
            };
            format!("Класса нет: {mean} не больше нуля, вариацию посчитать нельзя.")
        }
    }
}

fn quiet(format: Format, reason: QuietReason) -> String {
    match reason {
        QuietReason::OwnInterval { recency_days, gap_days_twice } => format!(
            "Затих: с последней покупки прошло {}, больше чем втрое дольше обычного перерыва ({}).",
            format.counted(recency_days.into(), DAYS),
            (WHY.days_of_twice)(format, gap_days_twice),
        ),
        QuietReason::AllIntervals { recency_days } => format!(
            "Затих: с последней покупки прошло {}, дольше девяти из десяти перерывов между покупками у всех клиентов.",
            format.counted(recency_days.into(), DAYS)
        ),
    }
}
