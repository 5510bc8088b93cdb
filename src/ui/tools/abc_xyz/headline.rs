//! The sentence above the matrix, and the quiet lines that say what it was computed from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::abc_xyz::AbcXyzSummary;
use crate::i18n::Format;
use crate::i18n::headline::Headline as Sentence;
use crate::i18n::messages::abc_xyz::AbcXyzMessages;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// What one would say first about these clients, and from what it was computed.
#[component]
pub(super) fn Headline(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let sentence = move || summary.with(|summary| (i18n.text().abc_xyz.headline)(i18n.format(), Sentence::of(summary)));
    let source = move || {
        let file = workspace.loaded().with(|loaded| loaded.as_ref().map(|loaded| loaded.name.clone()));
        let facts = summary.with(|summary| facts(i18n.format(), &i18n.text().abc_xyz, summary));
        file.into_iter().chain(facts).collect::<Vec<_>>().join(" · ")
    };
    let rules = move || summary.with(|summary| (i18n.text().abc_xyz.rules_in_force)(i18n.format(), summary.options));
    view! {
        <div class="headline">
            <p class="headline__sentence" role="status">{sentence}</p>
            <p class="headline__quiet">{source}</p>
            <p class="headline__quiet">{rules}</p>
        </div>
    }
}

/// What the result was computed from, and what was left out of it with its sum.
fn facts(format: Format, text: &AbcXyzMessages, summary: &AbcXyzSummary) -> Vec<String> {
    let mut facts: Vec<String> = summary.window.map(|window| (text.window)(format, window)).into_iter().collect();
    facts.push((text.whole)(format, summary.clients, &format.money(summary.total)));
    if summary.without_client.0 > 0 {
        let (rows, sum) = summary.without_client;
        facts.push((text.without_client)(format, rows, &format.money(sum)));
    }
    if summary.outside_window.0 > 0 {
        let (rows, sum) = summary.outside_window;
        facts.push((text.outside_window)(format, rows, &format.money(sum)));
    }
    if summary.last_period_left_out {
        facts.push((text.last_period_left_out)(format, summary.options));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::date::Day;
    use crate::i18n::{Currency, Locale, messages};
    use crate::ui::tools::abc_xyz::testing::summary;

    #[test]
    fn names_everything_left_out() {
        let mut summary = summary(&[("AX", 3, 100)]);
        summary.window = Day::from_ymd(2025, 1, 9).zip(Day::from_ymd(2025, 12, 9));
        summary.without_client = (21, Sum(20_000));
        summary.last_period_left_out = true;
        for (locale, lines) in [
            (
                Locale::Ru,
                [
                    "09.01.2025 – 09.12.2025",
                    "3 клиента на 100 ₽",
                    "вне расчёта 21 строка без клиента, 2 ₽",
                    "последний месяц не закончен, в регулярности он не учтён",
                ],
            ),
            (
                Locale::En,
                [
                    "9 Jan 2025 – 9 Dec 2025",
                    "3 clients for 100 ₽",
                    "left out: 21 rows without a client, 2 ₽",
                    "the last month is not over, so regularity does not count it",
                ],
            ),
        ] {
            let format = Format { locale, currency: Currency::Rub };
            let said = facts(format, &messages(locale).abc_xyz, &summary);
            assert_eq!(said.iter().map(|line| line.replace('\u{a0}', " ")).collect::<Vec<_>>(), lines);
        }
    }
}
