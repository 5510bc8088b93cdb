//! Under the staircase: time, reasons of loss, comparison, cohorts, the check.

use leptos::prelude::*;

use super::page::{Report, computed_from};
use super::state::use_funnel;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::SplitBy;
use crate::analytics::stats::spread::{DAYS_UP_TO, Spread};
use crate::charts::funnel::{check, cohorts, loss_bars, losses, picture, splits, step_name, time};
use crate::charts::{Palette, TableTwin};
use crate::i18n::Format;
use crate::ui::components::chart::TwinTable;
use crate::ui::components::{Disclosure, SaveDrawn, Select, none_or};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::section::Section;

fn twin(report: Report, make: fn(&crate::analytics::funnel::FunnelReport, Format) -> TableTwin) -> Signal<TableTwin> {
    let i18n = use_i18n();
    Signal::derive(move || report.with(|report| make(report, i18n.format())))
}

/// Time between stages, with how it spreads.
#[component]
pub(super) fn Time(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let has_days = Memo::new(move |_| report.with(|report| report.steps.iter().any(|step| step.days.is_some())));
    let table = twin(report, time);
    let pictures = move || {
        let format = i18n.format();
        let report = report.get();
        let steps: Vec<_> = report
            .steps
            .iter()
            .filter_map(|step| Some((step_name(step, format), step.days.clone()?)))
            .map(|(name, days)| view! { <Histogram name=name days=days /> })
            .collect();
        steps
    };
    view! {
        <Show when=move || has_days.get()>
            <Section
                id="time-title"
                title=|text| text.funnel().screen.time
                explain=i18n.label(|text| text.funnel().screen.time_explain)
            >
                <TwinTable name="funnel-time" table=table />
                <div class="histograms" data-testid="chart-funnel-time">{pictures}</div>
            </Section>
        </Show>
    }
}

/// How many deals took how long.
#[component]
fn Histogram(name: String, days: Spread) -> impl IntoView {
    let i18n = use_i18n();
    let highest = days.histogram.iter().copied().max().unwrap_or_default().max(1);
    // Dates that go backwards are mistakes; where there are none, the first bar is of the same day.
    let is_backwards = days.histogram.first().is_some_and(|&count| count > 0);
    let ends = move || {
        let over = DAYS_UP_TO.last().copied().unwrap_or_default();
        let [first, last] = (i18n.text().funnel().screen.bar_ends)(i18n.format(), is_backwards, over);
        view! {
            <p class="histogram__ends" aria-hidden="true">
                <span>{first}</span>
                <span>{last}</span>
            </p>
        }
    };
    let bars = move || {
        let text = &i18n.text().funnel().screen;
        let from = [None].into_iter().chain(DAYS_UP_TO.map(Some));
        let to = DAYS_UP_TO.map(Some).into_iter().chain([None]);
        from.zip(to)
            .zip(days.histogram)
            .skip(usize::from(!is_backwards))
            .map(|((from, to), count)| {
                #[expect(clippy::cast_precision_loss, reason = "a height of a picture")]
                let height = format!("{:.1}%", count as f64 * 100.0 / highest as f64);
                let words = (text.bar)(i18n.format(), from, to, count);
                view! {
                    <li class="histogram__bar">
                        <span class="histogram__fill" style:block-size=height title=words.clone()></span>
                        <span class="visually-hidden">{words}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <figure class="histogram">
            <figcaption>{name}</figcaption>
            <ol class="histogram__bars">{bars}</ol>
            {ends}
        </figure>
    }
}

/// Reasons of loss, the most frequent first.
#[component]
pub(super) fn Losses(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let is_lost = Memo::new(move |_| report.with(|report| report.tally.lost > 0));
    let is_told = Memo::new(move |_| report.with(|report| report.losses.iter().any(|loss| loss.reason.is_some())));
    let table = twin(report, losses);
    let bars = move || {
        let format = i18n.format();
        report
            .with(|report| loss_bars(report, format))
            .into_iter()
            .map(|bar| {
                view! {
                    <li class="losses__one">
                        <span class="losses__name">{bar.reason}</span>
                        <span class="losses__track" aria-hidden="true">
                            <span class="losses__fill" style:inline-size=format!("{:.1}%", bar.share * 100.0)></span>
                            <span class="losses__mark" style:inset-inline-start=format!("{:.1}%", bar.together * 100.0)></span>
                        </span>
                        <span class="losses__share">{format.percent(bar.share, 1)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let legend = move || {
        let [bar, mark] = i18n.text().funnel().screen.loss_legend;
        view! {
            <ul class="losses-legend" aria-hidden="true">
                <li class="losses-legend__bar">{bar}</li>
                <li class="losses-legend__mark">{mark}</li>
            </ul>
        }
    };
    view! {
        <Show when=move || is_lost.get()>
            <Section
                id="losses-title"
                title=|text| text.funnel().screen.losses
                explain=i18n.label(|text| text.funnel().screen.losses_explain)
            >
                <Show
                    when=move || is_told.get()
                    fallback=move || view! { <p class="section__text">{i18n.phrase(|text| text.funnel().screen.losses_none)}</p> }
                >
                    {legend}
                    <ol class="losses" data-testid="chart-losses">{bars}</ol>
                    <SaveDrawn
                        name="losses"
                        title=i18n.label(|text| text.funnel().screen.losses)
                        notes=computed_from(report)
                        draw=move |palette: Palette| {
                            report.with(|report| picture::losses(report, &palette, i18n.format()))
                        }
                    />
                    <Disclosure summary=i18n.label(|text| text.funnel().screen.as_table)>
                        <TwinTable name="losses" table=table />
                    </Disclosure>
                </Show>
            </Section>
        </Show>
    }
}

/// Deals by what tells them apart.
#[component]
pub(super) fn Splits(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_funnel();
    let table = twin(report, splits);
    // Classes come from sales; they are offered where these are at hand.
    let sales = use_workspace().loaded_of(Family::Sales);
    let has_sales = Memo::new(move |_| sales.with(Option::is_some));
    let has_clients = Memo::new(move |_| report.with(|report| report.splittable.contains(&SplitBy::Class)));
    let all = Memo::new(move |_| {
        let is_there = |by: &SplitBy| *by != SplitBy::Class || has_sales.get();
        report.with(|report| report.splittable.iter().copied().filter(is_there).collect::<Vec<_>>())
    });
    let name = move |by: Option<SplitBy>| {
        let text = &i18n.text().funnel().screen;
        by.map_or(text.split_none, text.split_name).to_owned()
    };
    view! {
        <Show when=move || report.with(|report| !report.splittable.is_empty())>
            <Section
                id="split-title"
                title=|text| text.funnel().screen.split
                explain=i18n.label(|text| text.funnel().screen.split_explain)
            >
                <Select
                    label=i18n.label(|text| text.funnel().screen.split)
                    all=move || none_or(all.get())
                    name=name
                    chosen=move || state.options().with(|options| options.split)
                    on_change=move |by| state.change(|options| options.split = by)
                    hide_label=true
                    testid="funnel-split"
                />
                <Show when=move || report.with(|report| report.split.is_some())>
                    <TwinTable name="funnel-split" table=table />
                </Show>
                <Show when=move || report.with(|report| report.split == Some(SplitBy::Source))>
                    <p class="hint">{i18n.phrase(|text| text.funnel().screen.split_sources)}</p>
                </Show>
                <Show when=move || has_clients.get() && !has_sales.get()>
                    <p class="hint">{i18n.phrase(|text| text.funnel().screen.split_classes)}</p>
                </Show>
            </Section>
        </Show>
    }
}

/// Deals by month of beginning.
#[component]
pub(super) fn Cohorts(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let table = twin(report, cohorts);
    let explain = Signal::derive(move || {
        let usual = report.with(|report| report.won_days.as_ref().map(Spread::median));
        (i18n.text().funnel().screen.cohorts_explain)(i18n.format(), usual)
    });
    let undated = move || {
        let count = report.with(|report| report.undated);
        (count > 0).then(|| {
            let words = (i18n.text().funnel().screen.undated)(i18n.format(), count);
            view! { <p class="hint">{words}</p> }
        })
    };
    view! {
        <Show when=move || report.with(|report| !report.cohorts.is_empty())>
            <Section id="cohorts-title" title=|text| text.funnel().screen.cohorts explain=explain>
                <TwinTable name="funnel-cohorts" table=table />
                {undated}
            </Section>
        </Show>
    }
}

/// The check.
#[component]
pub(super) fn Check(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let table = twin(report, check);
    let is_even = Memo::new(move |_| report.with(|report| report.steps.iter().all(|step| step.balance.is_even())));
    view! {
        <Section
            id="check-title"
            title=|text| text.funnel().screen.check
            explain=i18n.label(|text| text.funnel().screen.check_explain)
        >
            <p class="hint">{i18n.phrase(|text| text.funnel().screen.check_hint)}</p>
            <TwinTable name="funnel-check" table=table />
            <Show when=move || is_even.get()>
                <p class="funnel-check" data-testid="funnel-even">{i18n.phrase(|text| text.funnel().screen.check_even)}</p>
            </Show>
        </Section>
    }
}
