//! The segments in a table: who they are, how many, what they bring; a press chooses one.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::use_rfm;
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::rfm::{Group, RfmSummary};
use crate::jobs::protocol::RfmFilter;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::segment_chip::SegmentChip;

/// `id` of the title.
const TITLE_ID: &str = "rfm-segments-title";

/// The table, and what to do with the segment chosen.
#[component]
pub(super) fn Segments(
    /// The result.
    summary: Signal<Arc<RfmSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let text = move || &i18n.text().rfm().map;
    let heads = move || {
        let head =
            |(index, name): (usize, &'static str)| view! { <th scope="col" class:is-number=index != 0>{name}</th> };
        text().columns.into_iter().enumerate().map(head).collect_view()
    };
    let rows = move || {
        let shown = summary.get();
        let last = shown.segments.len().saturating_sub(1);
        let is_shown = |&(index, group): &(usize, &Group)| index != last || group.clients > 0;
        let segments = shown.segments.iter().enumerate().filter(is_shown);
        let mut rows: Vec<Row> = segments.map(|(index, group)| Row { segment: Some(index), group: *group }).collect();
        if shown.apart.clients > 0 {
            rows.push(Row { segment: None, group: shown.apart });
        }
        rows.into_iter().map(|row| view! { <SegmentRow row summary=Arc::clone(&shown) /> }).collect_view()
    };
    let advice = move || {
        let text = &i18n.text().rfm().segments;
        let Some(RfmFilter::Segment(segment)) = state.chosen().get() else { return None };
        summary.with(|summary| text.advice(summary.map.name(segment.into())))
    };
    view! {
        <div class="rfm-segments">
            <h2 class="matrix-box__title" id=TITLE_ID>{move || text().segments_title}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby=TITLE_ID>
                <table class="table rfm-segments__table" data-testid="rfm-segments">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="rfm-segments__advice" role="status" data-testid="rfm-advice">{advice}</p>
        </div>
    }
}

/// A line of the table.
#[derive(Clone, Copy)]
struct Row {
    /// Position in the map; `None` for clients who stand apart.
    segment: Option<usize>,
    group: Group,
}

#[component]
fn SegmentRow(row: Row, summary: Arc<RfmSummary>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_rfm();
    let Row { segment, group } = row;
    let name = segment.map(|segment| summary.map.name(segment).to_owned());
    let key = name.clone().unwrap_or_default();
    let filter =
        segment.map_or(RfmFilter::Apart, |segment| RfmFilter::Segment(u16::try_from(segment).unwrap_or(u16::MAX)));
    let all = summary.all;
    let format = i18n.format();
    let clients_share = Sum(group.clients.into()).share_of(Sum(all.clients.into()));
    let share = |share: f64| if segment.is_some() { format.percent(share, 1) } else { String::new() };
    view! {
        <tr class="rfm-segments__row" data-testid="rfm-segment" data-segment=key data-clients=group.clients.to_string()>
            <th scope="row">
                <button
                    type="button"
                    class="rfm-segments__choose"
                    aria-pressed=Signal::derive(move || (state.chosen().get() == Some(filter)).to_string())
                    on:click=move |_| state.toggle(filter)
                >
                    <SegmentChip segment name />
                </button>
            </th>
            <td class="is-number">{format.count(group.clients)}</td>
            <td class="is-number">{share(clients_share)}</td>
            <td class="is-number">{format.money(group.value)}</td>
            <td class="is-number">
                {if all.value.is_positive() { share(group.value.share_of(all.value)) } else { "–".to_owned() }}
            </td>
        </tr>
    }
}
