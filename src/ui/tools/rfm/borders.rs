//! What each score means: the borders in force in a table, and fields for borders of one's own.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{RfmState, use_rfm};
use crate::analytics::amount::{Amount, UNIT};
use crate::analytics::segmentation::rfm::{Binning, Measure, Method, OwnCuts, RfmSummary};
use crate::i18n::scores::{Range, ranges};
use crate::ui::components::{Button, Explain, Icon, NumberField};
use crate::ui::state::i18n::use_i18n;

const TITLE_ID: &str = "rfm-borders-title";
/// More days, orders or money than anybody means; sums of this size are still exact in a field.
const BORDER_MAX: f64 = 1e12;

/// The table, and the fields where borders are one's own.
#[component]
pub(super) fn Borders(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let text = move || &i18n.text().rfm().rules;
    let heads = move || {
        let best = summary.with(|summary| summary.bins().get());
        let head = |score: u8| view! { <th scope="col" class="is-number">{(text().score)(score)}</th> };
        (1..=best).rev().map(head).collect_view()
    };
    let rows = move || {
        let shown = summary.get();
        let row = |measure: Measure| {
            let cell = |range: Range| {
                let said = if range == Range::Empty {
                    text().nothing.to_owned()
                } else {
                    (text().range)(i18n.format(), &range)
                };
                view! { <td class="is-number">{said}</td> }
            };
            view! {
                <tr>
                    <th scope="row">{(text().measured)(measure, shown.options.counted())}</th>
                    {ranges(&shown, measure).into_iter().rev().map(cell).collect_view()}
                </tr>
            }
        };
        Measure::ALL.map(row).collect_view()
    };
    let is_own = Memo::new(move |_| state.options().with(|options| options.binning.method() == Method::Custom));
    view! {
        <div class="rfm-borders">
            <div class="abc-xyz__heading">
                <h2 class="matrix-box__title" id=TITLE_ID>{move || text().borders.title}</h2>
                <Explain
                    text=i18n.label(|text| text.rfm().rules.borders.explain)
                    label=i18n.label(|text| text.rfm().rules.borders.title)
                />
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby=TITLE_ID>
                <table class="table" data-testid="rfm-borders">
                    <thead><tr><td>{None::<&str>}</td>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show
                when=move || is_own.get()
                fallback=move || {
                    view! {
                        <div class="no-print">
                            <Button
                                icon=Icon::Pencil
                                testid="rfm-own-borders"
                                label=i18n.label(|text| text.rfm().rules.edit)
                                on_press=move || begin_own(state, summary)
                            />
                        </div>
                    }
                }
            >
                <OwnBorders />
            </Show>
        </div>
    }
}

/// Takes the borders in force as one's own.
pub(super) fn begin_own(state: RfmState, summary: Signal<Arc<RfmSummary>>) {
    if let Some(cuts) = summary.with_untracked(|summary| own_cuts(summary)) {
        state.change_options(|options| options.binning = Binning::Custom(cuts));
    }
}

/// The borders in force as whole days, orders and hundredths of money, each the least value of the bin above it: so nobody
/// changes place where sums have no more than two decimals.
fn own_cuts(summary: &RfmSummary) -> Option<OwnCuts> {
    let whole = |measure: Measure| {
        let step = if measure == Measure::Monetary { i128::from(UNIT) / 100 } else { 1 };
        let bins = u8::try_from(summary.cuts_of(measure).borders.len()).unwrap_or_default();
        let cuts = summary.cuts_of(measure);
        (1..=bins).map(|bin| cuts.least_of(bin, step)).collect::<Vec<i128>>()
    };
    let counts =
        |measure| whole(measure).into_iter().map(|value| u32::try_from(value.max(0)).ok()).collect::<Option<_>>();
    let money: Option<Vec<Amount>> =
        whole(Measure::Monetary).into_iter().map(|value| i64::try_from(value).ok().map(Amount)).collect();
    OwnCuts::new(counts(Measure::Recency)?, counts(Measure::Frequency)?, money?)
}

/// Fields for all borders.
#[component]
fn OwnBorders() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let cuts = Memo::new(move |_| {
        state.options().with(|options| match &options.binning {
            Binning::Custom(cuts) => Some(cuts.clone()),
            _ => None,
        })
    });
    let count = Memo::new(move |_| cuts.get().map_or(0, |cuts| cuts.recency_days().len()));
    let field = move |measure: Measure, index: usize| {
        let value =
            Signal::derive(move || cuts.get().and_then(|cuts| border(&cuts, measure, index)).unwrap_or_default());
        let number = u8::try_from(index + 1).unwrap_or(u8::MAX);
        let change = move |value: f64| {
            if let Some(changed) = cuts.get_untracked().and_then(|cuts| with_border(&cuts, measure, index, value)) {
                state.change_options(|options| options.binning = Binning::Custom(changed));
            }
        };
        view! {
            <NumberField
                label=Signal::derive(move || (i18n.text().rfm().rules.border)(measure, number))
                value
                min=if measure == Measure::Monetary { -BORDER_MAX } else { 0.0 }
                max=if measure == Measure::Monetary { BORDER_MAX } else { 100_000.0 }
                step=1.0
                on_change=change
            />
        }
    };
    let rows = move || {
        let fields = |measure: Measure| (0..count.get()).map(|index| field(measure, index)).collect_view();
        Measure::ALL.map(|measure| view! { <div class="rfm-borders__row">{fields(measure)}</div> }).collect_view()
    };
    view! {
        <div class="rfm-borders__own no-print" data-testid="rfm-own-fields">
            {rows}
            <p class="hint">{i18n.phrase(|text| text.rfm().rules.border_hint)}</p>
        </div>
    }
}

/// A border as a field shows it.
fn border(cuts: &OwnCuts, measure: Measure, index: usize) -> Option<f64> {
    match measure {
        Measure::Recency => cuts.recency_days().get(index).copied().map(f64::from),
        Measure::Frequency => cuts.orders().get(index).copied().map(f64::from),
        #[expect(clippy::cast_precision_loss, reason = "fields hold sums under a million million")]
        Measure::Monetary => cuts.monetary().get(index).map(|amount| amount.0 as f64 / UNIT as f64),
    }
}

/// The borders with one changed; those that would be out of order follow it.
fn with_border(cuts: &OwnCuts, measure: Measure, index: usize, value: f64) -> Option<OwnCuts> {
    fn put<T: Copy + Ord>(list: &[T], index: usize, value: T) -> Vec<T> {
        let place = |(at, &old): (usize, &T)| match at.cmp(&index) {
            std::cmp::Ordering::Less => old.min(value),
            std::cmp::Ordering::Equal => value,
            std::cmp::Ordering::Greater => old.max(value),
        };
        list.iter().enumerate().map(place).collect()
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fields have limits")]
    let (count, amount) = (value.round().max(0.0) as u32, Amount((value * UNIT as f64).round() as i64));
    let (mut days, mut orders) = (cuts.recency_days().to_vec(), cuts.orders().to_vec());
    let mut monetary = cuts.monetary().to_vec();
    match measure {
        Measure::Recency => days = put(&days, index, count),
        Measure::Frequency => orders = put(&orders, index, count),
        Measure::Monetary => monetary = put(&monetary, index, amount),
    }
    OwnCuts::new(days, orders, monetary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_keep_their_order() {
        let money = vec![Amount(10_000), Amount(20_000), Amount(30_000)];
        let cuts = OwnCuts::new(vec![10, 20, 30], vec![1, 2, 3], money).unwrap();
        let days = |index, value| with_border(&cuts, Measure::Recency, index, value).unwrap().recency_days().to_vec();
        assert_eq!(days(1, 15.0), [10, 15, 30]);
        assert_eq!(days(0, 25.0), [25, 25, 30], "what it passes follows");
        assert_eq!(days(2, 5.0), [5, 5, 5]);
        let changed = with_border(&cuts, Measure::Monetary, 2, 4.5).unwrap();
        assert_eq!(border(&changed, Measure::Monetary, 2), Some(4.5));
    }
}
