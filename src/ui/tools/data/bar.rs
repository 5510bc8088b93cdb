//! The bar at the bottom: how far the reading is, what it came to, and the one button.

use leptos::prelude::*;

use super::counts::{Counts, RowCounts};
use super::destination::{DestinationChoice, OtherCurrencyQuestion, other_currency};
use super::state::{DraftState, Phase};
use super::time_left::{seconds_left, share_done};
use crate::jobs::protocol::Progress;
use crate::platform::clock;
use crate::ui::components::{Button, ButtonKind, Icon, IconView, ProgressBar};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::queue::{Turn, use_file_queue};
use crate::ui::state::workspace::{Destination, use_workspace};

/// The bar of a draft.
#[component]
pub fn Bar(
    /// The draft.
    state: DraftState,
    /// Where the file goes when it is accepted.
    destination: Signal<Destination>,
    /// Told where else it is to go.
    #[prop(into)]
    on_destination: Callback<Destination>,
    /// Accepts the reading.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// Ends the draft.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let is_accepting = use_workspace().is_accepting();
    let counts = Memo::new(move |_| match (state.phase.get(), state.report.get()) {
        (Phase::Ready, Some(report)) => Counts {
            read: Some(report.rows_read),
            used: Some(report.rows_used),
            set_aside: Some(report.rows_set_aside),
        },
        _ => Counts { read: state.progress.get().map(|progress| progress.rows), ..Counts::default() },
    });
    let turn = use_file_queue().turn();
    let is_followed = Memo::new(move |_| turn.get().is_some_and(Turn::is_followed));
    let conflict = other_currency(state, destination);
    let confirm_label = move || {
        let texts = i18n.text();
        let bar = &texts.import().bar;
        match counts.get().used {
            _ if is_followed.get() => texts.intake().next_file.to_owned(),
            Some(rows) => (bar.confirm_rows)(i18n.format(), rows),
            None => bar.confirm.to_owned(),
        }
    };
    // A reading that failed has counted nothing.
    let has_counts = Memo::new(move |_| state.phase.get() != Phase::Failed);
    // Of a file that is no table there are no rows to count or to take.
    let is_hopeless = Memo::new(move |_| state.is_hopeless());
    let cancel_label = move || {
        let texts = i18n.text();
        if is_followed.get() {
            texts.intake().skip_file
        } else if state.is_busy() {
            texts.import().bar.stop
        } else {
            texts.import().bar.cancel
        }
        .to_owned()
    };
    view! {
        <section class="import-bar" aria-label=i18n.phrase(|text| text.import().bar.label)>
            <Announcement state=state />
            <Show when=move || state.is_busy()>
                <Reading state=state />
            </Show>
            <Refused state=state />
            <OtherCurrencyQuestion conflict=conflict on_choose=on_destination />
            <div class="import-bar__row">
                <Show when=move || !is_hopeless.get()>
                    <Show when=move || has_counts.get()>
                        <RowCounts counts=counts />
                    </Show>
                    <DestinationChoice value=destination on_choose=on_destination />
                </Show>
                <div class="import-bar__buttons">
                    <Button testid="import-cancel" label=Signal::derive(cancel_label) on_press=on_cancel />
                    <Show when=move || !is_hopeless.get()>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Check
                        testid="import-confirm"
                        label=Signal::derive(confirm_label)
                        disabled=Signal::derive(move || {
                            !state.is_acceptable() || is_accepting.get() || conflict.with(Option::is_some)
                        })
                        on_press=on_confirm
                    />
                    </Show>
                </div>
            </div>
        </section>
    }
}

/// Why the file is not accepted, where the user wants all of it or nothing.
#[component]
fn Refused(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let refused = Memo::new(move |_| state.refused().filter(|_| state.phase.get() == Phase::Ready));
    move || {
        let rows = refused.get()?;
        let text = (i18n.text().import().bar.refused)(i18n.format(), rows);
        Some(view! {
            <p class="import-doubt import-bar__refused" role="alert" data-testid="import-refused">
                <IconView icon=Icon::Warning />
                <span>{text}</span>
            </p>
        })
    }
}

/// Bytes, rows and time left.
#[component]
fn Reading(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let left = seconds_left_signal(state.progress);
    let label = move || {
        let texts = &i18n.text().import().progress;
        let format = i18n.format();
        let Some(progress) = state.progress.get() else { return texts.inspecting.to_owned() };
        let mut parts = vec![
            texts.reading.to_owned(),
            (texts.bytes)(format, progress.bytes_done, progress.bytes_all),
            (texts.rows)(format, progress.rows),
        ];
        parts.extend(left.get().map(|seconds| (texts.left)(format, seconds)));
        parts.join(" · ")
    };
    view! {
        <ProgressBar
            value=Signal::derive(move || state.progress.get().map_or(0.0, share_done))
            label=Signal::derive(label)
        />
    }
}

/// Time left, from when the reading in sight began: it began anew when bytes done fall back.
fn seconds_left_signal(progress: Memo<Option<Progress>>) -> Signal<Option<u64>> {
    // When the reading in sight began, and how far it is.
    let reading = Memo::new(move |before: Option<&(f64, Progress)>| {
        let progress = progress.get().unwrap_or_default();
        let goes_on = |&&(_, before): &&(f64, Progress)| (1..=progress.bytes_done).contains(&before.bytes_done);
        (before.filter(goes_on).map_or_else(clock::now_ms, |(began_ms, _)| *began_ms), progress)
    });
    Signal::derive(move || {
        let (began_ms, progress) = reading.get();
        seconds_left(clock::now_ms() - began_ms, progress)
    })
}

/// Says to screen readers what a look at the bar says to others: once a phase, not with every tick.
#[component]
fn Announcement(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let words = Memo::new(move |_| {
        let texts = &i18n.text().import().progress;
        match (state.phase.get(), state.report.get()) {
            (Phase::Inspecting, _) => texts.inspecting.to_owned(),
            (Phase::Reading, _) => texts.reading.to_owned(),
            (Phase::Ready, Some(report)) => {
                (texts.done)(i18n.format(), report.rows_read, report.rows_used, report.rows_set_aside)
            }
            // A failure is an alert of its own.
            _ => String::new(),
        }
    });
    view! { <p class="visually-hidden" role="status">{words}</p> }
}
