//! Why a client has its scores: a sheet with sentences.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::rfm::{Measure, RfmSummary};
use crate::i18n::scores::reasons;
use crate::i18n::{Format, Messages};
use crate::ui::components::SideSheet;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::client_list::{ClassChip, ClientCourse, ListKey};
use crate::ui::tools::segment_chip::SegmentChip;

/// A client and the result that scored it.
#[derive(Clone, Debug)]
pub(super) struct Scored {
    /// The client.
    pub row: Arc<ClientRow>,
    /// The result.
    pub summary: Arc<RfmSummary>,
    /// The list that it stands in.
    pub key: ListKey,
}

impl PartialEq for Scored {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row && self.key == other.key && Arc::ptr_eq(&self.summary, &other.summary)
    }
}

/// The sheet.
#[component]
pub(super) fn WhySheet(
    /// Whom it is about; `None` closes it.
    #[prop(into)]
    scored: Signal<Option<Scored>>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    // While the sheet slides away it still says what it said.
    let last = Memo::new(move |previous: Option<&Option<Scored>>| scored.get().or_else(|| previous.cloned().flatten()));
    let title = Signal::derive(move || last.get().map(|scored| scored.row.client.clone()).unwrap_or_default());
    view! {
        <SideSheet title open=Signal::derive(move || scored.with(Option::is_some)) on_close>
            {move || last.get().map(|scored| why(&scored, i18n.format(), i18n.text()))}
        </SideSheet>
    }
}

fn why(scored: &Scored, format: Format, text: &'static Messages) -> impl IntoView + use<> {
    let Scored { row, summary, key } = scored;
    let own = &text.rfm().why;
    let segment = row.rfm.map(|mark| usize::from(mark.segment));
    let name = segment.map(|segment| summary.map.name(segment).to_owned());
    let reason = |heading: &'static str, sentence: String| {
        view! {
            <div class="why__reason">
                <h3 class="why__heading">{heading}</h3>
                <p>{sentence}</p>
            </div>
        }
    };
    let scores = reasons(summary, row).into_iter().flatten().map(|told| {
        let heading = match told.measure {
            Measure::Recency => own.by_recency,
            Measure::Frequency => own.by_frequency,
            Measure::Monetary => own.by_value,
        };
        reason(heading, (own.reason)(format, &told))
    });
    let place = match segment {
        None => own.apart.to_owned(),
        Some(segment) if segment < summary.map.rules().len() => {
            (own.segment)(text.rfm().segments.name_at(&summary.map, segment), segment + 1)
        }
        Some(_) => own.others.to_owned(),
    };
    let advice = segment.and_then(|segment| text.rfm().segments.advice(summary.map.name(segment)));
    let code = row.rfm.map(|mark| mark.scores.code());
    view! {
        <div class="why" data-testid="why">
            <p class="why__class">
                <SegmentChip segment name />
                {code}
            </p>
            <ClientCourse client=Signal::stored(Some((key.clone(), row.client.clone()))) />
            {scores.collect_view()}
            {reason(own.by_segment, place)}
            {advice.map(|advice| view! { <p class="rfm-segments__advice">{advice}</p> })}
            <dl class="why__figures">
                <div class="why__figure">
                    <dt>{own.class}</dt>
                    <dd><ClassChip cell=row.cell /></dd>
                </div>
            </dl>
        </div>
    }
}
