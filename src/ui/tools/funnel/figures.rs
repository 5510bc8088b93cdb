//! The whole in figures: win rates, the usual time, the average deal, velocity.

use leptos::prelude::*;

use super::page::Report;
use crate::analytics::funnel::FunnelReport;
use crate::analytics::stats::spread::Spread;
use crate::ui::components::Explain;
use crate::ui::state::i18n::use_i18n;

/// A figure: its name, its value, how it is made.
struct Figure {
    name: &'static str,
    value: String,
    explain: Option<&'static str>,
}

/// The figures.
#[component]
pub(super) fn Whole(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let figures = move || {
        let (text, format) = (&i18n.text().funnel().screen, i18n.format());
        report.with(|report| figures(report, text, format)).into_iter().map(figure).collect_view()
    };
    view! {
        <section class="section">
            <h2 id="whole-title">{i18n.phrase(|text| text.funnel().screen.whole)}</h2>
            <dl class="funnel-figures" data-testid="funnel-figures">{figures}</dl>
        </section>
    }
}

fn figures(
    report: &FunnelReport,
    text: &'static crate::i18n::messages::funnel::screen::FunnelScreenMessages,
    format: crate::i18n::Format,
) -> Vec<Figure> {
    let rates = [report.won_of_closed(), report.won_of_engaged(), report.won_of_all()];
    let named = text.win_rates.into_iter().zip(text.win_rates_explain).zip(rates);
    let mut figures: Vec<Figure> = named
        .filter_map(|((name, explain), rate)| {
            Some(Figure { name, value: format.percent(rate?, 1), explain: Some(explain) })
        })
        .collect();
    let cycle = report.won_days.as_ref();
    figures.extend(cycle.map(|days: &Spread| Figure {
        name: text.cycle,
        value: (text.cycle_text)(format, days.median(), days.mean(), days.p90()),
        explain: Some(text.cycle_explain),
    }));
    let average = report.won_average().filter(|sum| sum.is_positive());
    figures.extend(average.map(|sum| Figure {
        name: text.average,
        value: format.money(sum),
        explain: Some(text.average_explain),
    }));
    let velocity = report.velocity().filter(|sum| sum.is_positive());
    figures.push(Figure {
        name: text.velocity,
        value: velocity.map_or_else(|| "—".to_owned(), |sum| (text.a_day)(&format.money(sum))),
        explain: Some(if velocity.is_some() { text.velocity_explain } else { text.velocity_none }),
    });
    figures
}

fn figure(figure: Figure) -> impl IntoView {
    let Figure { name, value, explain } = figure;
    let explain = explain
        .map(|text| view! { <Explain text=Signal::stored(text.to_owned()) label=Signal::stored(name.to_owned()) /> });
    view! {
        <div class="funnel-figures__one">
            <dt>{name}{explain}</dt>
            <dd>{value}</dd>
        </div>
    }
}
