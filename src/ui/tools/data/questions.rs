//! What only the user can tell: day or month first, comma before a fraction or between thousands, which currency.
//!
//! Asked once: an answer is a decision (or puts the question away), and decisions are not asked again.

use leptos::prelude::*;

use super::quality::CurrencyQuestion;
use super::readings::{Reading, date_readings, number_readings, other_mark, other_order};
use super::state::DraftState;
use crate::analytics::amount::{Sum, UNIT};
use crate::analytics::dataset::{DecimalMark, ReadOptions};
use crate::analytics::date::Day;
use crate::ui::components::{Button, unique_id};
use crate::ui::state::i18n::use_i18n;

/// The questions that this file needs; mostly none.
#[component]
pub fn Questions(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    view! {
        <DateQuestion state=state />
        <NumberQuestion state=state />
        <CurrencyQuestion state=state />
    }
}

#[component]
fn DateQuestion(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let answered = RwSignal::new(false);
    let question = Memo::new(move |_| {
        if answered.get() || state.options.with(|options| options.date_order.is_some()) {
            return None;
        }
        let report = state.report.get().filter(|report| report.date_order_ambiguous)?;
        let other = other_order(report.date_order)?;
        let readings = date_readings(state.inspection.get()?.as_ref());
        Some((report.date_order, other, readings))
    });
    let take = move |order| {
        answered.set(true);
        state.decide(|options| ReadOptions { date_order: Some(order), ..options.clone() });
    };
    move || {
        let (order, other, readings) = question.get()?;
        let name = move |order| Signal::derive(move || (i18n.text().import().file.date_order_name)(order).to_owned());
        let words = move |day: Day| (i18n.text().import().questions.day)(day);
        Some(view! {
            <Question
                heading=i18n.label(|text| text.import().questions.dates_heading)
                text=i18n.label(|text| text.import().questions.dates_text)
                now=name(order)
                now_samples=samples(&readings, |reading| reading.now, words)
                otherwise=name(other)
                otherwise_samples=samples(&readings, |reading| reading.otherwise, words)
                on_keep=move || answered.set(true)
                on_change=move || take(other)
            />
        })
    }
}

#[component]
fn NumberQuestion(state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    let answered = RwSignal::new(false);
    let question = Memo::new(move |_| {
        if answered.get() || state.options.with(|options| options.decimal.is_some()) {
            return None;
        }
        let report = state.report.get().filter(|report| report.decimal_ambiguous)?;
        let (mark, readings) = number_readings(state.inspection.get()?.as_ref(), report.decimal)?;
        Some((report.decimal, mark, readings))
    });
    let take = move |mark| {
        answered.set(true);
        state.decide(|options| ReadOptions { decimal: Some(mark), ..options.clone() });
    };
    move || {
        let (in_force, mark, readings) = question.get()?;
        let name = move |decimal: DecimalMark| {
            Signal::derive(move || (i18n.text().import().questions.numbers_choice)(mark, decimal == mark).to_owned())
        };
        let words = move |sum: Sum| {
            let fraction = sum.0 % i128::from(UNIT) != 0;
            i18n.format().decimal(sum, if fraction { 3 } else { 0 })
        };
        let other = other_mark(in_force);
        Some(view! {
            <Question
                heading=Signal::derive(move || (i18n.text().import().questions.numbers_heading)(mark).to_owned())
                text=i18n.label(|text| text.import().questions.numbers_text)
                now=name(in_force)
                now_samples=samples(&readings, |reading| reading.now, words)
                otherwise=name(other)
                otherwise_samples=samples(&readings, |reading| reading.otherwise, words)
                on_keep=move || answered.set(true)
                on_change=move || take(other)
            />
        })
    }
}

/// Cells and what they mean in one of the readings, written anew when the language changes.
fn samples<T: Copy + Send + Sync + 'static>(
    readings: &[Reading<T>],
    pick: fn(&Reading<T>) -> T,
    words: impl Fn(T) -> String + Send + Sync + 'static,
) -> Signal<Vec<(String, String)>> {
    let cells: Vec<_> = readings.iter().map(|reading| (reading.raw.clone(), pick(reading))).collect();
    Signal::derive(move || cells.iter().map(|(raw, value)| (raw.clone(), words(*value))).collect())
}

/// A question with two answers, each with the first cells read that way.
#[component]
fn Question(
    heading: Signal<String>,
    text: Signal<String>,
    now: Signal<String>,
    now_samples: Signal<Vec<(String, String)>>,
    otherwise: Signal<String>,
    otherwise_samples: Signal<Vec<(String, String)>>,
    #[prop(into)] on_keep: Callback<()>,
    #[prop(into)] on_change: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("question");
    view! {
        <section class="import-question" aria-labelledby=id.clone() data-testid="import-question">
            <h2 id=id.clone()>{heading}</h2>
            <p>{text}</p>
            <div class="import-question__answers">
                <Answer
                    name=now
                    samples=now_samples
                    button=i18n.label(|text| text.import().questions.keep)
                    on_press=on_keep
                />
                <Answer
                    name=otherwise
                    samples=otherwise_samples
                    button=i18n.label(|text| text.import().questions.change)
                    on_press=on_change
                />
            </div>
        </section>
    }
}

#[component]
fn Answer(
    name: Signal<String>,
    samples: Signal<Vec<(String, String)>>,
    button: Signal<String>,
    on_press: Callback<()>,
) -> impl IntoView {
    let id = unique_id("answer");
    let rows = move || {
        let row = |(raw, words)| view! { <div><dt>{raw}</dt><dd>{words}</dd></div> };
        samples.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="import-answer" role="group" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{name}</h3>
            <dl class="import-answer__samples">{rows}</dl>
            <Button label=button on_press=on_press />
        </div>
    }
}
