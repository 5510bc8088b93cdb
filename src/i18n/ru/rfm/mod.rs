mod chart;
mod export;
mod map;
mod rules;
mod segments;
mod why;

use crate::analytics::segmentation::rfm::RfmOptions;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::rfm::RfmMessages;
use crate::i18n::scores::RfmSentence;

/// Forms of "client".
const CLIENTS: Plural<'_> = Plural::new("клиент", "клиента", "клиентов");
/// Forms of "client" after "of".
const OF_CLIENTS: Plural<'_> = Plural::new("клиента", "клиентов", "клиентов");
/// Forms of "day".
const DAYS: Plural<'_> = Plural::new("день", "дня", "дней");

pub const RFM: RfmMessages = RfmMessages {
    title: "RFM: кому звонить первым",
    headline,
    slipping_rule: |bins| {
        let low = if bins == 3 { "1" } else { "1 или 2" };
        format!(
            "Теряете: {} или {bins} за частоту и за сумму, {low} за давность. Баллы сравнивают клиентов между собой, а «затих» на экране ABC-XYZ сравнивает клиента с его же обычным перерывом",
            bins - 1
        )
    },
    counted_on: |format, day| format!("давность на {}", format.date(day)),
    rules_in_force,
    apart: |format, clients| format!("без покупок, вне баллов: {}", format.counted(clients, CLIENTS)),
    analysis_date: "Давность на дату",
    open_rules: "Баллы и границы",
    open_map: "Правила сегментов",
    computing: "Клиенты получают баллы",
    few: |format, clients, bins| {
        format!(
            "{} на {}: при таком числе баллы раздаёт случай. Возьмите меньше баллов или смотрите на клиентов по одному.",
            format.counted(clients, CLIENTS),
            format.counted(bins.into(), Plural::new("балл", "балла", "баллов"))
        )
    },
    failed: "Баллы не удалось посчитать",
    empty_title: "Здесь клиенты разойдутся по десяти сегментам",
    empty_text: "Загрузите файл продаж с датами, клиентами и суммами. Вы увидите, кто покупает недавно, часто и на большие деньги, а кто из хороших клиентов уходит.",
    segments: segments::SEGMENTS,
    map: map::MAP,
    rules: rules::RULES,
    chart: chart::CHART,
    why: why::WHY,
    export: export::EXPORT,
};

fn headline(format: Format, headline: RfmSentence<'_>) -> String {
    let (best, clients, all, share, slipping, slipping_share) = match headline {
        RfmSentence::Nobody => return "За эти даты никто ничего не купил".to_owned(),
        RfmSentence::NoValue { all } => {
            return format!(
                "{}; возвраты перевесили покупки, поэтому доли продаж ничего не говорят",
                format.counted(all, CLIENTS)
            );
        }
        RfmSentence::Segments { best, clients, all, share, slipping, slipping_share } => {
            (best, clients, all, share, slipping, slipping_share)
        }
    };
    let bring = format.plural(clients, Plural::new("даёт", "дают", "дают"));
    let what = share.map_or_else(|| "больше всех".to_owned(), |share| format!("{} продаж", format.percent(share, 0)));
    let first = format!("«{best}»: {} из {} {bring} {what}", format.count(clients), format.counted(all, OF_CLIENTS));
    if slipping == 0 {
        return format!("{first}; из покупавших больше всех вы никого не теряете");
    }
    let losing = format!("{first}; из покупавших больше всех вы теряете {}", format.count(slipping));
    match slipping_share {
        Some(share) => {
            let with = if slipping == 1 { "ним" } else { "ними" };
            format!("{losing}, с {with} уходит {} продаж", format.percent(share, 0))
        }
        None => losing,
    }
}

fn rules_in_force(_: Format, options: &RfmOptions) -> String {
    let text = &RFM.rules;
    format!(
        "{}; {}; частота: {}",
        (text.method_name)(options.binning.method()).to_lowercase(),
        (text.bins_name)(options.binning.bins()).to_lowercase(),
        (text.frequency_name)(options.counted()).to_lowercase()
    )
}
