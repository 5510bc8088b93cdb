use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::explain::{basis_percent, half_days};
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::abc_xyz::rules::{RuleMessages, Topic};

/// Forms of "day" after "up to".
const UP_TO_DAYS: Plural<'_> = Plural::new("дня", "дней", "дней");
/// Forms of "client" as the subject of a change.
const MOVE: Plural<'_> = Plural::new("клиент сменит класс", "клиента сменят класс", "клиентов сменят класс");

pub const RULES: RuleMessages = RuleMessages {
    title: "Правила и пороги",
    lead: "Фирмы и учебники проводят эти границы по-разному. Под каждым вариантом видно, сколько клиентов он переместит.",
    thresholds: Topic {
        title: "Где кончаются A и B",
        explain: "Клиенты идут от самого крупного вниз, то, что они приносят, складывается. A кончается на первом пороге от всего, B на втором, остальные в C.",
    },
    a_ends: "A до",
    b_ends: "B до",
    from_the_curve: |format, a, b| {
        format!("По форме кривой: {} и {}", basis_percent(format, a), basis_percent(format, b))
    },
    curve_explain: "Вычисленный ABC (Ультш и Лётш): A кончается там, где кривая ближе всего к точке «всё ни от кого» или где следующий клиент даёт уже меньше среднего, смотря что раньше; B — там, где остальные перестают окупать усилия.",
    boundary: Topic {
        title: "Клиент на пороге",
        explain: "Почти всегда находится клиент, который начинается до порога и кончается за ним. Правило говорит, какой класс он получит.",
    },
    boundary_name: |rule| match rule {
        Boundary::Crossing => "Остаётся в лучшем классе",
        Boundary::Inclusive => "Опускается, если не ровно на пороге",
        Boundary::Strict => "Опускается, даже если ровно на пороге",
    },
    boundary_words: |rule| match rule {
        Boundary::Crossing => "Считаются клиенты перед ним, поэтому A никогда не бывает пустой.",
        Boundary::Inclusive => "Считается вместе с ним: накопленная доля не больше порога.",
        Boundary::Strict => "Считается вместе с ним: накопленная доля меньше порога.",
    },
    method: Topic {
        title: "Что считать регулярностью",
        explain: "В учебниках чаще берут вариацию: она придумана для товаров на складе. Клиенты покупают реже, чем продаются товары, и по ней почти все попадают в Z. Доля периодов с покупкой их различает.",
    },
    method_name: |method| match method {
        XyzMethod::Frequency => "Доля периодов с покупкой",
        XyzMethod::Variation => "Коэффициент вариации",
    },
    method_words: |method| match method {
        XyzMethod::Frequency => "В скольких периодах с первой покупки клиент что-то купил.",
        XyzMethod::Variation => "Насколько суммы по периодам отклоняются от средней. Пустые периоды считаются нулями.",
    },
    x_threshold: |method| match method {
        XyzMethod::Frequency => "X от",
        XyzMethod::Variation => "X до",
    },
    y_threshold: |method| match method {
        XyzMethod::Frequency => "Y от",
        XyzMethod::Variation => "Y до",
    },
    grain: Topic {
        title: "Длина периода",
        explain: "Если период намного короче обычного перерыва между покупками, нерегулярными покажутся все; если намного длиннее, все покажутся постоянными.",
    },
    grain_name: |grain| match grain {
        Grain::Week => "Недели",
        Grain::Month => "Месяцы",
        Grain::Quarter => "Кварталы",
    },
    grain_proposal,
    take_proposal: |grain| match grain {
        Grain::Week => "Считать по неделям",
        Grain::Month => "Считать по месяцам",
        Grain::Quarter => "Считать по кварталам",
    },
    deviation: Topic {
        title: "Вид отклонения",
        explain: "Стандартное отклонение внутри коэффициента вариации. В электронных таблицах есть оба вида; когда периодов мало, разница заметна.",
    },
    deviation_name: |deviation| match deviation {
        Deviation::Sample => "По выборке",
        Deviation::Population => "По совокупности",
    },
    deviation_words: |deviation| match deviation {
        Deviation::Sample => "Делится на число периодов без одного, как СТАНДОТКЛОН.В.",
        Deviation::Population => "Делится на число периодов, как СТАНДОТКЛОН.Г.",
    },
    default_mark: "по умолчанию",
    would_move: |format, clients| match clients {
        0 => "Ни один клиент не сменит класс".to_owned(),
        _ => format.counted(clients, MOVE),
    },
    counting: "Считается",
    in_force: "Действует сейчас",
    reset: "Вернуть как было сначала",
    percent: "%",
};

/// What happens to the client on the threshold, as part of a longer line.
pub(in crate::i18n) const fn boundary_clause(rule: Boundary) -> &'static str {
    match rule {
        Boundary::Crossing => "клиент на пороге остаётся в лучшем классе",
        Boundary::Inclusive => "клиент за порогом опускается",
        Boundary::Strict => "клиент на пороге и за ним опускается",
    }
}

fn grain_proposal(format: Format, grain: Grain, median_gap_days_twice: Option<u32>) -> String {
    let periods = match grain {
        Grain::Week => "недели",
        Grain::Month => "месяцы",
        Grain::Quarter => "кварталы",
    };
    match median_gap_days_twice {
        Some(twice) => {
            let days = half_days(format, twice);
            // After a fraction the noun stands as after two: "до 14,5 дня".
            let noun =
                if twice.is_multiple_of(2) { format.plural(u64::from(twice / 2), UP_TO_DAYS) } else { UP_TO_DAYS.one };
            format!("Половина перерывов между покупками не длиннее {days} {noun}, поэтому подходят {periods}.")
        }
        None => format!("Никто ещё не покупал в два разных дня, поэтому {periods} подходят не хуже прочих."),
    }
}
