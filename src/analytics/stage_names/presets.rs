//! The stages that CRM systems begin with, in their order.
//!
//! Where all steps of a table are of one such list, that list says more of their order than their words do: in Pipedrive a
//! demo comes before the proposal, in Bitrix24 the work between two invoices.

use super::folded;

/// Stages of a system on the way, first to last; words as [`folded`] gives them.
type Preset = &'static [&'static str];

const PRESETS: &[Preset] = &[
    // amoCRM
    &["неразобранное", "первичный контакт", "переговоры", "принимают решение", "согласование договора"],
    &["incoming leads", "initial contact", "discussions", "decision making", "contract discussion"],
    // Bitrix24
    &["новая", "подготовка документов", "счет на предоплату", "в работе", "финальный счет"],
    &["new", "prepare documents", "advance payment invoice", "in progress", "final invoice"],
    // HubSpot
    &[
        "appointment scheduled",
        "qualified to buy",
        "presentation scheduled",
        "decision maker bought in",
        "contract sent",
    ],
    // Pipedrive
    &["lead in", "qualified", "contact made", "demo scheduled", "proposal made", "negotiations started"],
    // Salesforce, Zoho
    &[
        "prospecting",
        "qualification",
        "needs analysis",
        "value proposition",
        "id decision makers",
        "identify decision makers",
        "perception analysis",
        "proposal price quote",
        "negotiation review",
    ],
    &[
        "квалификация",
        "требуется анализ",
        "ценностное предложение",
        "выявление лиц",
        "коммерческое предложение",
        "переговоры",
    ],
    // Pipedrive in Russian
    &["квалифицирован", "контакт", "демонстрация", "предложение", "переговоры"],
    // Creatio
    &["квалификация", "презентация", "коммерческое предложение", "переговоры", "контрактация"],
    // Microsoft Dynamics
    &["qualify", "develop", "propose", "close"],
];

/// For each name its place in the one list that has them all; `None` where no list does, or for less than two names.
#[must_use]
pub fn places(names: &[&str]) -> Option<Vec<usize>> {
    if names.len() < 2 {
        return None;
    }
    // A name may go on: "Contract Sent (Sales Pipeline)".
    let place = |preset: Preset, name: &str| {
        let name = look_alike(&folded(name));
        let is_it =
            |known: &&str| name.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        preset.iter().position(is_it)
    };
    PRESETS.iter().find_map(|preset| names.iter().map(|name| place(preset, name)).collect())
}

/// Bitrix24 writes «Cчёт» with a Latin C.
fn look_alike(name: &str) -> String {
    name.replacen("cчет", "счет", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_of_systems_have_their_order() {
        for (names, expected) in [
            (&["Demo Scheduled", "Proposal Made", "Qualified"][..], Some(vec![3, 4, 1])),
            (&["Финальный счёт", "Новая", "Cчёт на предоплату"], Some(vec![4, 0, 2])),
            (&["Contract Sent (Sales Pipeline)", "Qualified To Buy (Sales Pipeline)"], Some(vec![4, 1])),
            (&["Proposal/Price Quote", "Prospecting"], Some(vec![7, 0])),
            // Of two lists.
            (&["Новая", "Переговоры"], None),
            // Another stage that begins alike.
            (&["Новая", "Новаяя"], None),
            (&["Новая"], None),
            (&[], None),
        ] {
            assert_eq!(places(names), expected, "{names:?}");
        }
    }
}
