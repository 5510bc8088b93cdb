//! What is to be known of the deals: that only present stages are known, what is assumed, what is odd.

use leptos::prelude::*;

use super::page::Report;
use super::state::use_behind;
use crate::analytics::funnel::deals::DealQuery;
use crate::analytics::funnel::{FunnelReport, History};
use crate::i18n::{Format, Messages};
use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::ui::state::i18n::use_i18n;

/// Says so where the file tells of present stages alone.
#[component]
pub(super) fn Snapshot(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let is_snapshot = Memo::new(move |_| report.with(|report| report.history == History::PresentStage));
    view! {
        <Show when=move || is_snapshot.get()>
            <Notice
                kind=NoticeKind::Info
                testid="funnel-snapshot"
                title=i18n.label(|text| text.funnel().screen.snapshot_title)
                text=i18n.label(|text| text.funnel().screen.snapshot_text)
            />
        </Show>
    }
}

/// Everything else that is to be known; nothing where there is nothing.
#[component]
pub(super) fn Remarks(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let behind = use_behind();
    let lines = Memo::new(move |_| report.with(|report| lines(report, i18n.text(), i18n.format())));
    let backwards = Memo::new(move |_| report.with(|report| report.remarks.closed_before_created));
    let items = move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let look = move |(): ()| {
        let title = untrack(|| (i18n.text().funnel().screen.backwards)(i18n.format(), backwards.get()));
        behind.open(title, DealQuery { backwards: true, ..DealQuery::default() });
    };
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <section class="section">
                <h2 id="remarks-title">{i18n.phrase(|text| text.funnel().screen.remarks)}</h2>
                <ul class="funnel-remarks" data-testid="funnel-remarks">{items}</ul>
                <Show when=move || backwards.get() != 0>
                    <Button
                        kind=ButtonKind::Quiet
                        label=i18n.label(|text| text.funnel().screen.look)
                        on_press=look
                    />
                </Show>
            </section>
        </Show>
    }
}

fn lines(report: &FunnelReport, text: &'static Messages, format: Format) -> Vec<String> {
    let (screen, deals) = (&text.funnel().screen, &text.funnel().deals);
    let remarks = report.remarks;
    let some = |count: u64, say: fn(Format, u64) -> String| (count > 0).then(|| say(format, count));
    let last = report.steps.last().filter(|_| report.won_assumed).map(|step| deals.stage_name(&step.stage.name));
    let unknown: Vec<&str> = report.unknown.iter().map(|name| deals.stage_name(name)).collect();
    let tally = report.tally;
    let is_lossless = tally.lost == 0 && tally.won > 0;
    let is_open = tally.open > 0 && tally.won + tally.lost == 0;
    let is_winless = tally.won == 0 && tally.lost > 0;
    [
        (report.steps.len() == 1).then(|| screen.one_stage.to_owned()),
        is_open.then(|| screen.all_open.to_owned()),
        is_winless.then(|| screen.nothing_won.to_owned()),
        last.map(screen.won_assumed),
        is_lossless.then(|| screen.nothing_lost.to_owned()),
        some(remarks.closed_as_won, screen.closed_as_won),
        (report.circles > 0).then(|| screen.circles.to_owned()),
        (!unknown.is_empty()).then(|| (screen.unknown)(&unknown.join(", "))),
        some(report.not_counted, screen.not_counted),
        some(report.outside, screen.outside),
        some(report.outside_window, screen.outside_window),
        some(remarks.without_stage, screen.without_stage),
        some(remarks.repeated_moves, screen.repeated_moves),
        some(remarks.stages_over, screen.stages_over),
        some(remarks.days_aside, screen.days_aside),
        some(remarks.repeated, screen.repeated),
        some(remarks.without_created, screen.without_created),
        some(remarks.closed_before_created, screen.backwards),
    ]
    .into_iter()
    .flatten()
    .collect()
}
