//! The table of sources: conversions with their ranges drawn, costs typed in place.
//!
//! A row lives as long as its source is there, whatever its figures become: a cost is typed in it while they change.

use leptos::prelude::*;

use super::page::Report;
use super::state::use_sources;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::sources::{SourceLabel, SourceRow};
use crate::charts::sources::{Figures, figures, label_of};
use crate::ui::components::{Explain, NumberField};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::field_numbers::{AMOUNT_MAX, amount_of, typed_amount};
use crate::ui::tools::section::Section;

/// The least that the drawing of ranges reaches to.
const REACH_MIN: f64 = 0.01;

/// The table.
#[component]
pub(super) fn Rows(report: Report) -> impl IntoView {
    let i18n = use_i18n();
    let text = move || i18n.text().sources();
    let has_leads = Memo::new(move |_| report.with(|report| report.has_leads));
    let reach = Memo::new(move |_| {
        let ends = report.with(|report| {
            report.rows.iter().filter_map(|row| row.conversion).map(|share| share.high).fold(0.0, f64::max)
        });
        ends.max(REACH_MIN)
    });
    let headers = move || {
        let [source, leads, won, conversion, range, revenue, average, days, cost, lead, buyer, romi] = text().headers;
        let names = if has_leads.get() {
            vec![source, leads, won, conversion, range, revenue, average, days, cost, lead, buyer, romi]
        } else {
            vec![source, text().client_column, revenue, average, cost, buyer, romi]
        };
        names
            .into_iter()
            .enumerate()
            .map(|(index, name)| {
                let is_by_cost = [lead, buyer, romi].contains(&name);
                view! { <th scope="col" class:is-number=index != 0 && name != range class:sources__by-cost=is_by_cost>{name}</th> }
            })
            .collect_view()
    };
    let sources = move || {
        report.with(|report| report.rows.iter().map(|row| (row.source.clone(), report.has_leads)).collect::<Vec<_>>())
    };
    let row = move |(source, has_leads): (SourceLabel, bool)| {
        let known = source.clone();
        let own = Memo::new(move |before: Option<&Option<SourceRow>>| {
            let found = report.with(|report| report.rows.iter().find(|row| row.source == known).cloned());
            // A row that has gone keeps its last look until it goes as well.
            found.or_else(|| before.cloned().flatten())
        });
        view! { <Row source=source row=own reach=reach has_leads=has_leads /> }
    };
    let total = move || {
        let report = report.get();
        let figures = figures(&report.total, i18n.format());
        let cost = figures.cost.clone();
        let cells = cells_of(Signal::stored(figures), report.has_leads, ().into_any(), cost.into_any());
        view! {
            <tr>
                <th scope="row">{text().total}</th>
                {cells}
            </tr>
        }
    };
    let is_costless = Memo::new(move |_| report.with(|report| report.total.cost.is_none()));
    let costs = use_workspace().loaded_of(Family::Sources);
    let hint = move || {
        costs.with(|costs| match costs {
            Some(loaded) => (text().cost_table)(&loaded.name),
            None => text().cost_hint.to_owned(),
        })
    };
    view! {
        <Section
            id="sources-title"
            title=|text| text.sources().rows
            explain=i18n.label(|text| text.sources().range_explain)
        >
            <div
                class="table-scroll"
                tabindex="0"
                role="region"
                aria-labelledby="sources-title"
                data-testid="chart-sources"
            >
                <table
                    class="table sources__table"
                    class:sources__table--costless=move || is_costless.get()
                    data-testid="chart-table-sources"
                >
                    <thead>
                        <tr>{headers}</tr>
                    </thead>
                    <tbody>
                        <For each=sources key=|key| key.clone() children=row />
                    </tbody>
                    <tfoot>{total}</tfoot>
                </table>
            </div>
            <div class="section__heading">
                <p class="hint">{hint}</p>
                <Explain
                    text=i18n.label(|text| text.sources().romi_explain)
                    label=Signal::derive(move || text().headers.last().copied().unwrap_or_default().to_owned())
                />
            </div>
        </Section>
    }
}

#[component]
fn Row(source: SourceLabel, row: Memo<Option<SourceRow>>, reach: Memo<f64>, has_leads: bool) -> impl IntoView {
    let i18n = use_i18n();
    let source = StoredValue::new(source);
    let name = move || source.with_value(|source| label_of(source, i18n.format()));
    let figures =
        Signal::derive(move || row.with(|row| row.as_ref().map(|row| figures(row, i18n.format()))).unwrap_or_default());
    let range = move || {
        let share = row.with(|row| row.as_ref().and_then(|row| row.conversion))?;
        let at = move |share: f64| format!("{:.2}%", share / reach.get() * 100.0);
        Some(view! {
            <span class="sources__likely" aria-hidden="true">
                <span
                    class="sources__likely-span"
                    style:inset-inline-start=at(share.low)
                    style:inline-size=at(share.high - share.low)
                ></span>
                <span class="sources__likely-dot" style:inset-inline-start=at(share.share)></span>
            </span>
        })
    };
    let cost = match source.get_value() {
        SourceLabel::Named(source) => view! { <Cost source=source /> }.into_any(),
        SourceLabel::Empty | SourceLabel::NotKnown => (move || figures.get().cost).into_any(),
    };
    let leads = move || row.with(|row| row.as_ref().and_then(|row| row.leads)).unwrap_or_default().to_string();
    let won = move || row.with(|row| row.as_ref().map(|row| row.won)).unwrap_or_default().to_string();
    view! {
        <tr
            data-testid="source-row"
            data-source=source.with_value(|source| source.key().to_owned())
            data-leads=leads
            data-won=won
        >
            <th scope="row">{name}</th>
            {cells_of(figures, has_leads, range.into_any(), cost)}
        </tr>
    }
}

/// The cells beside the name of a source; a table of sales has fewer.
fn cells_of(figures: Signal<Figures>, has_leads: bool, range: AnyView, cost: AnyView) -> AnyView {
    let one = move |pick: fn(Figures) -> String| {
        let words = move || pick(figures.get());
        view! { <td class="is-number">{words}</td> }
    };
    let by_cost = move |pick: fn(Figures) -> String| {
        let words = move || pick(figures.get());
        view! { <td class="is-number sources__by-cost">{words}</td> }
    };
    let words = move || figures.get().range;
    if has_leads {
        view! {
            {one(|figures| figures.leads)}
            {one(|figures| figures.won)}
            {one(|figures| figures.conversion)}
            <td class="sources__range">{range}<span class="sources__range-words">{words}</span></td>
            {one(|figures| figures.revenue)}
            {one(|figures| figures.average)}
            {one(|figures| figures.days)}
            <td class="is-number">{cost}</td>
            {by_cost(|figures| figures.cost_per_lead)}
            {by_cost(|figures| figures.cost_per_won)}
            {by_cost(|figures| figures.romi)}
        }
        .into_any()
    } else {
        view! {
            {one(|figures| figures.won)}
            {one(|figures| figures.revenue)}
            {one(|figures| figures.average)}
            <td class="is-number">{cost}</td>
            {by_cost(|figures| figures.cost_per_won)}
            {by_cost(|figures| figures.romi)}
        }
        .into_any()
    }
}

/// What a source cost, typed.
#[component]
fn Cost(source: String) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_sources();
    let source = StoredValue::new(source);
    let label = Signal::derive(move || source.with_value(|source| (i18n.text().sources().cost_of)(source)));
    let value = Signal::derive(move || source.with_value(|source| state.cost_of(source)).map_or(0.0, typed_amount));
    let set = move |typed: f64| state.set_cost(source.get_value(), amount_of(typed));
    view! {
        <div class="sources__cost">
            <NumberField
                label=label
                hide_label=true
                value=value
                min=0.0
                max=AMOUNT_MAX
                step=100.0
                blank_at_zero=true
                on_change=set
                testid="source-cost"
            />
        </div>
    }
}
