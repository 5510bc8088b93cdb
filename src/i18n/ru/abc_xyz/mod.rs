mod list;
mod matrix;
mod rules;
mod why;

pub(super) use rules::boundary_clause;

use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::i18n::explain::basis_percent;
use crate::i18n::format::{Format, Plural};
use crate::i18n::headline::MatrixSentence;
use crate::i18n::messages::abc_xyz::{AbcXyzMessages, DaysMessages};
use crate::i18n::ru::value::VALUE;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// Forms of "client" after "of" or "no".
const OF_CLIENTS: Plural<'_> = Plural::new("клиента", "клиентов", "клиентов");
/// Forms of "row".
const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");
/// Forms of "day".
const DAYS: Plural<'_> = Plural::new("день", "дня", "дней");

/// What screens of clients say where there are none.
pub const NOBODY: &str = "За эти даты нет ни одной строки с клиентом";

pub const ABC_XYZ: AbcXyzMessages = AbcXyzMessages {
    title: "ABC-XYZ: какие клиенты важны",
    headline,
    quiet_rule: "Затихли: не покупают втрое дольше своего обычного перерыва; если покупок мало, то дольше девяти из десяти перерывов всех клиентов",
    window: |format, (first, last)| format!("{} – {}", format.date(first), format.date(last)),
    whole: |format, clients, sum| format!("{} на {sum}", format.counted(clients, CLIENTS)),
    without_client: |format, rows, sum| format!("вне расчёта {} без клиента, {sum}", format.counted(rows, ROWS)),
    outside_window: |format, rows, sum| format!("вне этих дат {}, {sum}", format.counted(rows, ROWS)),
    switched_off: |format, rows, sum| format!("по вашему решению вне расчёта {}, {sum}", format.counted(rows, ROWS)),
    last_period_left_out: |_, options| {
        let period = match options.grain {
            Grain::Week => "последняя неделя охвачена датами не до конца, в регулярности она не учтена",
            Grain::Month => "последний месяц охвачен датами не до конца, в регулярности он не учтён",
            Grain::Quarter => "последний квартал охвачен датами не до конца, в регулярности он не учтён",
        };
        period.to_owned()
    },
    rules_in_force,
    open_rules: "Правила и пороги",
    computing: "Клиенты раскладываются по матрице",
    failed: "Матрицу не удалось посчитать",
    try_again: "Попробовать снова",
    empty_title: "Здесь клиенты разойдутся по девяти группам",
    empty_text: "Загрузите файл продаж с датами, клиентами и суммами. Вы увидите, кто приносит большую часть денег, кто покупает постоянно, а кто затих.",
    days: DaysMessages {
        title: "Период",
        all: |format, (first, last)| format!("Весь: {} – {}", format.date(first), format.date(last)),
        proposed: |format, (first, last)| format!("По умолчанию: {} – {}", format.date(first), format.date(last)),
        latest_year: "Последние 12 месяцев",
        year: |year| format!("{year} год"),
        own: "Свои даты",
        from: "С",
        to: "По",
    },
    matrix: matrix::MATRIX,
    rules: rules::RULES,
    list: list::LIST,
    why: why::WHY,
};

fn headline(format: Format, by: ValueBy, headline: MatrixSentence) -> String {
    let went_quiet = |count: u64| {
        let verb = format.plural(count, Plural::new("затих", "затихли", "затихли"));
        format!("; {} из них {verb}", format.count(count))
    };
    let quiet_of_them = |quiet: u64| match quiet {
        0 => "; все они продолжают покупать".to_owned(),
        some => went_quiet(some),
    };
    match headline {
        MatrixSentence::NoClients => NOBODY.to_owned(),
        MatrixSentence::NoValue { clients: 1 } => "Единственный клиент купил не больше, чем вернул".to_owned(),
        MatrixSentence::NoValue { clients } => {
            format!("Ни у одного из {} покупки не больше возвратов", format.counted(clients, OF_CLIENTS))
        }
        MatrixSentence::NobodyInA { valued: 1 } => "Клиент один, и по этому правилу он не попадает в A".to_owned(),
        MatrixSentence::NobodyInA { .. } => {
            "Самый крупный клиент один превышает порог A, поэтому по этому правилу группа A пуста".to_owned()
        }
        MatrixSentence::EverybodyInA { valued: 1, quiet } => {
            let quiet = if quiet == 0 { "" } else { ", и он затих" };
            format!("{} приносит один клиент{quiet}", (VALUE.all)(by))
        }
        MatrixSentence::EverybodyInA { valued, quiet } => {
            format!(
                "В группе A все {}: по объёму никто не выделяется{}",
                format.counted(valued, CLIENTS),
                quiet_of_them(quiet)
            )
        }
        MatrixSentence::FewBringMost { few, clients, share, quiet } => {
            let verb = format.plural(few, Plural::new("приносит", "приносят", "приносят"));
            let quiet = match (few, quiet) {
                (1, 0) => String::new(),
                (1, _) => " и затих".to_owned(),
                _ => quiet_of_them(quiet),
            };
            format!(
                "{} из {} {verb} {} {}{quiet}",
                format.count(few),
                format.counted(clients, OF_CLIENTS),
                format.percent(share, 0),
                (VALUE.of)(by),
            )
        }
    }
}

fn rules_in_force(format: Format, options: AbcXyzOptions) -> String {
    let percent = |basis| basis_percent(format, basis);
    let measure = (VALUE.rule)(options.value).map(|measure| format!("{measure}: ")).unwrap_or_default();
    let value = format!(
        "{measure}A до {}, B до {}, {}",
        percent(options.abc.a()),
        percent(options.abc.b()),
        rules::boundary_clause(options.boundary)
    );
    let regularity = match options.method {
        XyzMethod::Frequency => {
            let periods = match options.grain {
                Grain::Week => "недель",
                Grain::Month => "месяцев",
                Grain::Quarter => "кварталов",
            };
            format!(
                "X от {} {periods} с покупкой, Y от {}",
                percent(options.frequency.x()),
                percent(options.frequency.y())
            )
        }
        XyzMethod::Variation => {
            let periods = match options.grain {
                Grain::Week => "по неделям",
                Grain::Month => "по месяцам",
                Grain::Quarter => "по кварталам",
            };
            format!(
                "X при вариации {periods} до {}, Y до {}",
                percent(options.variation.x()),
                percent(options.variation.y())
            )
        }
    };
    format!("{value}; {regularity}")
}
