//! The side sheet of the map: the rules of segments in their order, each with the clients that it takes.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{RfmState, use_rfm};
use crate::analytics::segmentation::rfm::segments::{ScoreMap, ScoreRange, SegmentRule};
use crate::analytics::segmentation::rfm::{Measure, RfmSummary};
use crate::i18n::messages::rfm::map::MapMessages;
use crate::ui::components::{Button, ButtonKind, Icon, Notice, NoticeKind, Select, SideSheet, TextField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::tools::segment_chip::segment_class;

/// The sheet.
#[component]
pub(super) fn MapSheet(
    /// The result in force.
    summary: Signal<Arc<RfmSummary>>,
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let toasts = use_toasts();
    let text = move || &i18n.text().rfm().map;
    let count = Memo::new(move |_| state.options().with(|options| options.map().rules().len()));
    let rules = move || (0..count.get()).map(|index| view! { <Rule index summary /> }).collect_view();
    let uncovered = Memo::new(move |_| summary.with(|summary| summary.uncovered()));
    let coverage = move || {
        let (clients, combinations) = uncovered.get();
        let (kind, title) = match combinations {
            0 => (NoticeKind::Good, text().covered.to_owned()),
            _ => (NoticeKind::Warn, (text().uncovered)(i18n.format(), combinations, clients)),
        };
        view! { <div data-testid="rfm-coverage"><Notice kind title=Signal::stored(title) /></div> }
    };
    let add = move || {
        let words = untrack(text);
        change_map(state, |rules| {
            let full = ScoreRange::new(1, 5);
            let name = (rules.len() + 1..).map(words.new_name).find(|name| rules.iter().all(|rule| rule.name != *name));
            if let Some((full, name)) = full.zip(name) {
                rules.push(SegmentRule { name, r: full, f: full, m: full });
            }
        });
    };
    let is_own = Signal::derive(move || state.options().with(|options| options.own_map().is_some()));
    let reset = move || {
        let before = state.options().with_untracked(|options| options.own_map().cloned());
        state.change_options(|options| options.set_map(None));
        let words = untrack(text);
        toasts.show_with_action(ToastKind::Good, words.was_reset, words.undo, move || {
            state.change_options(|options| options.set_map(before.clone()));
        });
    };
    view! {
        <SideSheet title=i18n.label(|text| text.rfm().map.title) open on_close>
            <div class="rules" data-testid="rfm-map">
                <p class="rules__lead">{move || text().lead}</p>
                {coverage}
                <ol class="rfm-rules">{rules}</ol>
                <div class="rfm-rules__actions">
                    <Button
                        icon=Icon::Plus
                        testid="rfm-rule-add"
                        label=i18n.label(|text| text.rfm().map.add)
                        disabled=Signal::derive(move || count.get() >= ScoreMap::RULES_MAX)
                        on_press=add
                    />
                    <Button
                        icon=Icon::Undo
                        testid="rfm-map-reset"
                        label=i18n.label(|text| text.rfm().map.reset)
                        disabled=Signal::derive(move || !is_own.get())
                        on_press=reset
                    />
                </div>
            </div>
        </SideSheet>
    }
}

/// The rule at a position.
#[component]
fn Rule(index: usize, summary: Signal<Arc<RfmSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let text = move || &i18n.text().rfm().map;
    let rule = Memo::new(move |_| state.options().with(|options| options.map().rules().get(index).cloned()));
    let last = Memo::new(move |_| state.options().with(|options| options.map().rules().len()) == index + 1);
    let name = Signal::derive(move || {
        let names = &i18n.text().rfm().segments;
        rule.with(|rule| rule.as_ref().map(|rule| names.name(&rule.name).to_owned()).unwrap_or_default())
    });
    let (is_bad, set_bad) = signal(false);
    let rename = move |typed: String| {
        // A name that is the shown one of a known segment stays what it was.
        if typed != name.get_untracked() {
            let typed = typed.trim().to_owned();
            set_bad.set(!change_map(state, |rules| {
                if let Some(rule) = rules.get_mut(index) {
                    rule.name = typed;
                }
            }));
        }
    };
    let clients = move || {
        let shown = summary.get();
        // While a change is being computed the figures are those of another map.
        let is_known = state.options().with(|options| options.map() == shown.map);
        let group = shown.segments.get(index).filter(|_| is_known)?;
        let is_idle = shown.map.idle(shown.bins()).contains(&index);
        let idle = is_idle.then(|| view! { <span class="rfm-rule__idle">{text().idle}</span> });
        Some(view! { <p class="rfm-rule__clients">{(text().clients)(i18n.format(), group.clients)} " " {idle}</p> })
    };
    let swap = move |other: usize| {
        change_map(state, |rules| {
            if index.max(other) < rules.len() {
                rules.swap(index, other);
            }
        });
    };
    let remove = move || {
        change_map(state, |rules| {
            if index < rules.len() {
                rules.remove(index);
            }
        });
    };
    // There are as many buttons of each kind as rules.
    let act_on = move |verb: fn(&MapMessages) -> &'static str| {
        Signal::derive(move || (i18n.text().tables().list.act_on)(verb(text()), &name.get()))
    };
    view! {
        <li class="rfm-rule" data-testid="rfm-rule">
            <div class="rfm-rule__head">
                <span class=segment_class(Some(index)) aria-hidden="true">{(index + 1).to_string()}</span>
                <TextField label=i18n.label(|text| text.rfm().map.name) value=name on_input=rename />
                <div class="rfm-rule__moves">
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::CaretUp
                        hide_label=true
                        label=act_on(|text| text.up)
                        disabled=Signal::stored(index == 0)
                        on_press=move || swap(index.saturating_sub(1))
                    />
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::CaretDown
                        hide_label=true
                        label=act_on(|text| text.down)
                        disabled=last
                        on_press=move || swap(index + 1)
                    />
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Trash
                        hide_label=true
                        label=act_on(|text| text.remove)
                        disabled=Signal::derive(move || index == 0 && last.get())
                        on_press=remove
                    />
                </div>
            </div>
            <Show when=move || is_bad.get()>
                <p class="rfm-rule__bad" role="alert">{move || text().bad_name}</p>
            </Show>
            <div class="rfm-rule__ranges">
                {Measure::ALL.map(|measure| view! { <RangeFields index measure rule summary /> }).collect_view()}
            </div>
            {clients}
        </li>
    }
}

/// Lowest and highest score of a measure.
#[component]
fn RangeFields(
    index: usize,
    measure: Measure,
    rule: Memo<Option<SegmentRule>>,
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let best = Memo::new(move |_| summary.with(|summary| summary.bins().get()));
    let scores = move || 1..=best.get();
    let range = Memo::new(move |_| rule.with(|rule| rule.as_ref().map(|rule| of(rule, measure))));
    let chosen = move |end: fn(ScoreRange) -> u8| range.get().map_or(1, end).min(best.get());
    let set = move |change: &dyn Fn(ScoreRange) -> Option<ScoreRange>| {
        change_map(state, |rules| {
            if let Some(rule) = rules.get_mut(index)
                && let Some(changed) = change(of(rule, measure))
            {
                *of_mut(rule, measure) = changed;
            }
        });
    };
    view! {
        <Select
            label=Signal::derive(move || (i18n.text().rfm().map.from)(measure).to_owned())
            all=scores
            name=|score| score.to_string()
            chosen=move || chosen(ScoreRange::from)
            on_change=move |score| set(&|range| ScoreRange::new(score, range.to().max(score)))
        />
        <Select
            label=Signal::derive(move || (i18n.text().rfm().map.to)(measure).to_owned())
            all=scores
            name=|score| score.to_string()
            chosen=move || chosen(ScoreRange::to)
            on_change=move |score| set(&|range| ScoreRange::new(range.from().min(score), score))
        />
    }
}

const fn of(rule: &SegmentRule, measure: Measure) -> ScoreRange {
    match measure {
        Measure::Recency => rule.r,
        Measure::Frequency => rule.f,
        Measure::Monetary => rule.m,
    }
}

const fn of_mut(rule: &mut SegmentRule, measure: Measure) -> &mut ScoreRange {
    match measure {
        Measure::Recency => &mut rule.r,
        Measure::Frequency => &mut rule.f,
        Measure::Monetary => &mut rule.m,
    }
}

/// Changes the rules of the map in force; whether what came of it is a map. If not, nothing changes.
fn change_map(state: RfmState, change: impl FnOnce(&mut Vec<SegmentRule>)) -> bool {
    let mut rules = Vec::from(state.options().with_untracked(|options| options.map()));
    change(&mut rules);
    let Some(map) = ScoreMap::new(rules) else { return false };
    state.change_options(|options| options.set_map(Some(map)));
    true
}
