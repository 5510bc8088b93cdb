//! New leads or tasks, typed: one, or several lines at once.

use leptos::prelude::*;

use super::lines::read_lines;
use super::numbers::Numbers;
use crate::analytics::funnel::flow::{DaysBy, SimilarBy};
use crate::profile::flow::{Estimate, FlowItem, ITEMS_MAX};
use crate::ui::components::{Button, ButtonKind, Disclosure, Icon, TextArea, TextField};
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::tools::field_numbers::{amount_of, small_count_of};

/// What a new one begins with.
const DAYS: u32 = 7;
/// Lines of the field for several.
const LINES: u32 = 5;

/// Days as they were with won deals, and how many these were.
pub(super) type Usual = (u32, u32);

/// Three fields and a button, and below them a field for several.
#[component]
pub(super) fn Entry(
    /// Median days of won deals, where a table of deals is there.
    usual: Memo<Option<Usual>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let name = RwSignal::new(String::new());
    let days = RwSignal::new(f64::from(DAYS));
    let amount = RwSignal::new(0.0);
    // What the days were guessed as; typed over they are the user's own.
    let guessed = RwSignal::new(None::<Usual>);
    let tell_full = use_tell_full();
    let add = move || {
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        let days = small_count_of(days.get_untracked());
        let item = with_days(
            FlowItem { name: typed, amount: amount_of(amount.get_untracked()), ..FlowItem::default() },
            days,
            guessed.get_untracked().filter(|guess| guess.0 == days),
        );
        if state.add_all(vec![item]) == 0 {
            return tell_full.run(());
        }
        name.set(String::new());
        amount.set(0.0);
    };
    let guess = move || {
        let usual = usual.get_untracked();
        guessed.set(usual);
        if let Some((usual_days, _)) = usual {
            days.set(f64::from(usual_days));
        }
    };
    view! {
        <div class="flow-add no-print">
            <form
                class="flow-entry"
                aria-label=i18n.phrase(|text| text.flow().add_title)
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <div class="flow-entry__name">
                    <TextField
                        label=i18n.label(|text| text.flow().what)
                        value=name
                        on_input=move |typed| name.set(typed)
                        testid="flow-name"
                    />
                </div>
                <Numbers days=days amount=amount testids=["flow-days", "flow-amount"] />
                <Button
                    icon=Icon::Plus
                    testid="flow-add"
                    label=i18n.label(|text| text.flow().add)
                    disabled=Signal::derive(move || name.with(|name| name.trim().is_empty()))
                    on_press=add
                />
                <Show when=move || usual.with(Option::is_some)>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::History
                        testid="flow-guess"
                        label=Signal::derive(move || {
                            usual.get().map(|(days, _)| (i18n.text().flow().guess)(i18n.format(), days)).unwrap_or_default()
                        })
                        on_press=guess
                    />
                </Show>
            </form>
            <Disclosure summary=i18n.label(|text| text.flow().many)>
                <Several usual />
            </Disclosure>
        </div>
    }
}

/// Something with its days: the user's own, or a guess by won deals.
fn with_days(item: FlowItem, days: u32, guess: Option<Usual>) -> FlowItem {
    let estimate = guess.map(|(_, deals)| Estimate::Deals(DaysBy::Similar { by: SimilarBy::All, deals }));
    FlowItem { days, days_estimated: estimate.is_some(), estimate, ..item }
}

/// A line for each, typed or pasted.
#[component]
fn Several(usual: Memo<Option<Usual>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_flow();
    let tell_full = use_tell_full();
    let typed = RwSignal::new(String::new());
    let lines = Memo::new(move |_| typed.with(|typed| read_lines(typed)));
    let bad = move || {
        let numbers = lines.with(|(_, bad)| bad.clone());
        (!numbers.is_empty()).then(|| {
            view! { <p class="flow-hint" role="status">{(i18n.text().flow().many_bad)(i18n.format(), &numbers)}</p> }
        })
    };
    let count = move || lines.with(|(items, _)| items.len());
    let add = move || {
        let (items, bad) = lines.get_untracked();
        let guess = usual.get_untracked();
        let items: Vec<FlowItem> = items
            .into_iter()
            .map(|(item, days)| match days {
                Some(days) => with_days(item, days, None),
                None => with_days(item, guess.map_or(DAYS, |(days, _)| days), guess),
            })
            .collect();
        let all = items.len();
        let added = state.add_all(items);
        if added < all {
            tell_full.run(());
        }
        // What could not be read stays to be mended, and what there is no room for.
        typed.update(|typed| {
            let mut good = 0;
            let kept = typed.lines().zip(1..).filter(|(line, number)| {
                let is_bad = bad.contains(number);
                good += usize::from(!is_bad && !line.trim().is_empty());
                is_bad || good > added
            });
            *typed = kept.map(|(line, _)| line).collect::<Vec<_>>().join("\n");
        });
    };
    view! {
        <div class="flow-several">
            <TextArea
                label=i18n.label(|text| text.flow().many_label)
                value=typed
                rows=LINES
                testid="flow-several"
                on_input=move |text| typed.set(text)
            />
            {bad}
            <Button
                icon=Icon::Plus
                testid="flow-several-add"
                label=Signal::derive(move || (i18n.text().flow().many_add)(i18n.format(), count() as u64))
                disabled=Signal::derive(move || count() == 0)
                on_press=add
            />
        </div>
    }
}

/// Says that there is no more room on the board.
fn use_tell_full() -> Callback<()> {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    Callback::new(move |()| {
        let said = untrack(|| (i18n.text().flow().full)(i18n.format(), ITEMS_MAX as u64));
        toasts.show(ToastKind::Bad, said);
    })
}
