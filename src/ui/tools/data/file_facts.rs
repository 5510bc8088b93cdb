//! How the file as a whole is read: encoding, separator, header, dates, decimal mark.

use std::sync::Arc;

use leptos::prelude::*;

use super::book_facts::BookFacts;
use super::decision::Decision;
use super::decisions::{with_header_line, with_separator};
use super::kind::KindChoice;
use super::state::DraftState;
use crate::analytics::dataset::{DateOrder, DecimalMark, Encoding, ImportReport, Inspection, ReadOptions, Separator};
use crate::ui::components::{Disclosure, Icon, IconView, Switch, TextField};
use crate::ui::state::i18n::use_i18n;

const DATE_ORDERS: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];
const DECIMAL_MARKS: [DecimalMark; 2] = [DecimalMark::Comma, DecimalMark::Point];
/// Lines that are offered as header: titles above a table are shorter than that.
const HEADER_LINES_MAX: usize = 20;

/// What was found about the file, each changeable in place.
#[component]
pub fn FileFacts(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    let header_lines = Memo::new(move |_| state.inspection.get().as_deref().map(offered_lines).unwrap_or_default());
    let is_book = Memo::new(move |_| state.book.with(Option::is_some));
    view! {
        <section class="import-facts" aria-labelledby="import-facts-title">
            <h2 id="import-facts-title">{i18n.phrase(|text| text.import().file.heading)}</h2>
            <KindChoice state=state />
            <div class="import-facts__grid">
                {move || match is_book.get() {
                    true => view! { <BookFacts state=state /> }.into_any(),
                    false => view! { <TextFacts state=state /> }.into_any(),
                }}
                <Decision
                    label=i18n.label(|text| text.import().file.header)
                    all=header_lines
                    chosen=decided(state, |options| options.header_line)
                    found=found(state.inspection, |found| found.header_line)
                    name=|line, i18n| (i18n.text().import().file.line)(i18n.format(), line)
                    on_change=move |line| state.decide(|options| with_header_line(options, line))
                    testid="import-header"
                />
                <Decision
                    label=i18n.label(|text| text.import().file.date_order)
                    all=Signal::stored(DATE_ORDERS.to_vec())
                    chosen=decided(state, |options| options.date_order)
                    found=found_twice(state, |found| found.date_order, |report| report.date_order)
                    name=|order, i18n| (i18n.text().import().file.date_order_name)(order).to_owned()
                    on_change=move |date_order| {
                        state.decide(|options| ReadOptions { date_order, ..options.clone() });
                    }
                    testid="import-date-order"
                />
                <Decision
                    label=i18n.label(|text| text.import().file.decimal)
                    all=Signal::stored(DECIMAL_MARKS.to_vec())
                    chosen=decided(state, |options| options.decimal)
                    found=found_twice(state, |found| found.decimal, |report| report.decimal)
                    name=|mark, i18n| (i18n.text().import().file.decimal_name)(mark).to_owned()
                    on_change=move |decimal| state.decide(|options| ReadOptions { decimal, ..options.clone() })
                    testid="import-decimal"
                />
            </div>
            <Disclosure summary=i18n.label(|text| text.import().file.more)>
                <div class="import-facts__more">
                    <Switch
                        label=i18n.label(|text| text.import().file.keep_totals)
                        hint=i18n.label(|text| text.import().file.keep_totals_hint)
                        checked=Signal::derive(move || state.options.with(|options| options.keep_total_rows))
                        on_change=move |keep_total_rows| {
                            state.decide(|options| ReadOptions { keep_total_rows, ..options.clone() });
                        }
                    />
                    <Show when=move || !is_book.get()>
                        <OtherSeparator state=state />
                        <Switch
                            label=i18n.label(|text| text.import().file.backslash)
                            hint=i18n.label(|text| text.import().file.backslash_hint)
                            checked=Signal::derive(move || state.options.with(|options| options.backslash_escapes))
                            on_change=move |backslash_escapes| {
                                state.decide(|options| ReadOptions { backslash_escapes, ..options.clone() });
                            }
                        />
                    </Show>
                </div>
            </Disclosure>
        </section>
    }
}

/// How text is parted into columns; what can only be asked of text.
#[component]
fn TextFacts(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let separators = Memo::new(move |_| {
        // A sign of the user's own is one of the choices once it is chosen.
        let own = state.options.with(|options| options.separator).filter(|own| !Separator::ALL.contains(own));
        Separator::ALL.into_iter().chain(own).collect::<Vec<_>>()
    });
    view! {
        <div class="import-facts__encoding">
            <Decision
                label=i18n.label(|text| text.import().file.encoding)
                all=Signal::stored(Encoding::ALL.to_vec())
                chosen=decided(state, |options| options.encoding)
                found=found(state.inspection, |found| Some(found.encoding))
                name=|encoding, i18n| (i18n.text().import().file.encoding_name)(encoding).to_owned()
                on_change=move |encoding| {
                    state.decide(|options| ReadOptions { encoding, ..options.clone() });
                }
                testid="import-encoding"
            />
            <EncodingDoubt state=state />
        </div>
        <Decision
            label=i18n.label(|text| text.import().file.separator)
            all=separators
            chosen=decided(state, |options| options.separator)
            found=found(state.inspection, |found| Some(found.separator))
            name=|separator, i18n| (i18n.text().import().file.separator_name)(separator)
            on_change=move |separator| state.decide(|options| with_separator(options, separator))
            testid="import-separator"
        />
    }
}

/// A field for a separator that is none of the usual ones.
#[component]
fn OtherSeparator(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let own = Memo::new(move |_| match state.options.with(|options| options.separator) {
        Some(separator @ Separator::Other(_)) => char::from(separator.byte()).to_string(),
        _ => String::new(),
    });
    let write = move |text: String| {
        let separator = Separator::from_sign(&text);
        // What parts nothing changes nothing, and an empty field takes the sign back.
        let is_change = state.options.with_untracked(|options| options.separator != separator);
        if is_change && (separator.is_some() || text.is_empty()) {
            state.decide(|options| with_separator(options, separator));
        }
    };
    view! {
        <div class="import-facts__sign">
            <TextField
                label=i18n.label(|text| text.import().file.other_separator)
                value=own
                on_input=write
                testid="import-other-separator"
            />
            <p class="import-facts__about">{i18n.phrase(|text| text.import().file.other_separator_hint)}</p>
        </div>
    }
}

/// A word beside an encoding that is a guess.
#[component]
fn EncodingDoubt(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let doubtful = Memo::new(move |_| {
        state.options.with(|options| options.encoding.is_none())
            && state.inspection.with(|found| found.as_ref().is_some_and(|found| !found.encoding_certain))
    });
    view! {
        <Show when=move || doubtful.get()>
            <p class="import-doubt">
                <IconView icon=Icon::Warning />
                <span>{i18n.phrase(|text| text.import().file.encoding_uncertain)}</span>
            </p>
        </Show>
    }
}

/// What the user decided.
fn decided<T>(state: DraftState, pick: fn(&ReadOptions) -> Option<T>) -> Signal<Option<T>>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    Memo::new(move |_| state.options.with(pick)).into()
}

/// What the look at the beginning of the file found.
fn found<T>(inspection: Memo<Option<Arc<Inspection>>>, pick: fn(&Inspection) -> Option<T>) -> Signal<Option<T>>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    Memo::new(move |_| inspection.get().as_deref().and_then(pick)).into()
}

/// What the look at the beginning found, or else the whole reading: some columns tell only late.
fn found_twice<T>(
    state: DraftState,
    early: fn(&Inspection) -> Option<T>,
    late: fn(&ImportReport) -> T,
) -> Signal<Option<T>>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let early = found(state.inspection, early);
    Memo::new(move |_| state.report.get().as_deref().map(late).or_else(|| early.get())).into()
}

/// Lines that may be the header: the first ones of the file, and the one in force.
fn offered_lines(inspection: &Inspection) -> Vec<u64> {
    let first = inspection.preview.iter().map(|row| row.line).take(HEADER_LINES_MAX);
    let mut lines: Vec<_> = first.chain(inspection.header_line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
