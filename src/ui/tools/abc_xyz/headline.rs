//! The sentence above the matrix, and the quiet lines that say what it was computed from.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::dataset::LeftOutReason;
use crate::analytics::quality::RefinedAccount;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::i18n::headline::MatrixSentence;
use crate::i18n::messages::abc_xyz::AbcXyzMessages;
use crate::i18n::{Format, Messages};
use crate::ui::components::Headline;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::part::source_facts;

/// What one would say first about these clients, and from what it was computed.
#[component]
pub(super) fn MatrixHeadline(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let sentence = Signal::derive(move || {
        summary.with(|summary| {
            (i18n.text().abc_xyz().headline)(i18n.format(), summary.options.value, MatrixSentence::of(summary))
        })
    });
    let computed_from = computed_from(summary);
    // The curve is computed from the same, and says nothing of those who have gone quiet.
    let lines = Signal::derive(move || {
        let is_any = summary.with(|summary| summary.labelled(None, Label::Lost) > 0);
        let rule = is_any.then(|| i18n.text().abc_xyz().quiet_rule.to_owned());
        computed_from.get().into_iter().chain(rule).collect::<Vec<_>>()
    });
    view! { <Headline sentence lines /> }
}

/// What the result was computed from: a line of facts, a line of rules.
pub(super) fn computed_from(summary: Signal<Arc<AbcXyzSummary>>) -> Signal<Vec<String>> {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let lines = move |_: Option<&Vec<String>>| {
        let source = source_facts(workspace, i18n);
        let (format, text) = (i18n.format(), i18n.text());
        let switched_off = workspace.sales().with(|loaded| {
            let account = loaded.as_ref().and_then(|loaded| loaded.decided.account.as_ref());
            account.and_then(|account| switched_off(format, text.abc_xyz(), account))
        });
        summary.with(|summary| {
            let facts = facts(format, text, summary);
            let source: Vec<String> = source.iter().cloned().chain(facts).chain(switched_off).collect();
            vec![source.join(" · "), (text.abc_xyz().rules_in_force)(format, summary.options)]
        })
    };
    Memo::new(lines).into()
}

/// What the result was computed from, and what was left out of it with its sum.
fn facts(format: Format, messages: &Messages, summary: &AbcXyzSummary) -> Vec<String> {
    let (text, measures) = (messages.abc_xyz(), messages.value());
    let mut facts: Vec<String> = summary.window.map(|window| (text.window)(format, window)).into_iter().collect();
    let by = summary.options.value;
    facts.push((measures.whole)(format, by, summary.clients, &format.by(by).money(summary.total)));
    if summary.unknown_value.0 > 0 {
        let (rows, sum) = summary.unknown_value;
        facts.push((measures.unknown)(format, by, rows, &format.money(sum)));
    }
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

/// Rows that the user's own switches took out of the table, with their sum.
fn switched_off(format: Format, text: &AbcXyzMessages, account: &RefinedAccount) -> Option<String> {
    let excluded = account.left_out.iter().find(|left_out| left_out.reason == LeftOutReason::ExcludedBySwitch);
    excluded
        .filter(|excluded| excluded.rows > 0)
        .map(|excluded| (text.switched_off)(format, excluded.rows, &format.money(excluded.amount)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::dataset::LeftOut;
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
                    "последний месяц охвачен датами не до конца, в регулярности он не учтён",
                ],
            ),
            (
                Locale::En,
                [
                    "9 Jan 2025 – 9 Dec 2025",
                    "3 clients for 100 ₽",
                    "left out: 21 rows without a client, 2 ₽",
                    "the dates end before the last month does, so regularity does not count it",
                ],
            ),
        ] {
            let format = Format { locale, currency: Currency::Rub };
            let said = facts(format, messages(locale), &summary);
            assert_eq!(said.iter().map(|line| line.replace('\u{a0}', " ")).collect::<Vec<_>>(), lines);
        }
    }

    #[test]
    fn names_what_the_user_switched_off() {
        let format = Format { locale: Locale::En, currency: Currency::Rub };
        let text = messages(Locale::En).abc_xyz();
        let left_out = |reason, rows| LeftOut { reason, rows, amount: Sum(-70_000) };
        let account = |rows| RefinedAccount {
            left_out: vec![left_out(LeftOutReason::WithoutClient, 9), left_out(LeftOutReason::ExcludedBySwitch, rows)],
            ..RefinedAccount::default()
        };
        let said = switched_off(format, text, &account(3)).map(|line| line.replace('\u{a0}', " "));
        assert_eq!(said.as_deref(), Some("left out by your choice: 3 rows, \u{2212}7 ₽"));
        assert_eq!(switched_off(format, text, &account(0)), None);
    }
}
