//! What a table of deals tells: how the won ones came in, and the queue of the open ones on their way to the board.

use leptos::prelude::*;

use super::entry::Usual;
use super::figures::limits_line;
use crate::analytics::amount::Sum;
use crate::analytics::dataset::Family;
use crate::analytics::funnel::flow::{FlowOptions, FlowReport, OpenDeal};
use crate::analytics::segmentation::flow::FlowCell;
use crate::jobs::protocol::Request;
use crate::profile::flow::{Estimate, FlowItem, FlowKind};
use crate::ui::components::{Button, ButtonKind, Disclosure, Explain, Icon};
use crate::ui::state::computed::Computed;
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// Deals taken at once, and listed: what can be served in a week or two.
const TAKEN: usize = 20;

/// A question: the table, and limits by hand.
type Wanted = (u32, FlowOptions);

/// The flow of the loaded table of deals, kept up to date. Limits are those of the board where they are by hand, else
/// the medians of the won deals.
pub(super) fn keep_report() -> Computed<Wanted, FlowReport> {
    let workspace = use_workspace();
    let leads = use_flow().board_of(FlowKind::Leads);
    let loaded = workspace.loaded_of(Family::Deals);
    let wanted = Memo::new(move |_| {
        let generation = loaded.with(|loaded| loaded.as_ref().map(|loaded| loaded.generation))?;
        let by_hand = leads.with(|board| board.by_hand.then_some((board.fast_days, board.much)));
        let (fast_days, much) = by_hand.unzip();
        Some((generation, FlowOptions { fast_days, much, ..FlowOptions::default() }))
    });
    Computed::keep(wanted, move |(_, options)| async move {
        Ok(*workspace.ask_family(Family::Deals, Request::Flow(options)).await?.try_unwrap_flow()?)
    })
}

/// Days as they were with won deals, and how many these were.
pub(super) fn usual_of(report: Computed<Wanted, FlowReport>) -> Memo<Option<Usual>> {
    Memo::new(move |_| {
        let report = report.value().get()?;
        let won = report.won.iter().map(|cell| cell.deals).sum::<u64>();
        Some((report.usual_days?, u32::try_from(won).unwrap_or(u32::MAX)))
    })
}

/// What the loaded table tells, where it is of deals.
#[component]
pub(super) fn FromTable(report: Computed<Wanted, FlowReport>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let state = use_flow();
    let value = report.value();
    let name = workspace.loaded_of(Family::Deals);
    let open = Memo::new(move |_| value.with(|report| report.as_ref().map_or(0, |report| report.open_all)));
    let won = Memo::new(move |_| {
        value.with(|report| report.as_ref().map_or(0, |it| it.won.iter().map(|cell| cell.deals).sum::<u64>()))
    });
    let is_there = move || open.get() + won.get() > 0 && state.shown().get() == FlowKind::Leads;
    let said = move || {
        let name = name.with(|loaded| loaded.as_ref().map(|loaded| loaded.name.clone())).unwrap_or_default();
        (i18n.text().flow().from_table)(i18n.format(), &name, open.get())
    };
    let count = move || open.get().min(TAKEN as u64);
    let take = use_take();
    let take_all = move || {
        let first =
            value.with_untracked(|report| report.as_ref().map(|it| it.open.iter().take(TAKEN).cloned().collect()));
        take.run(first.unwrap_or_default());
    };
    let line = move || {
        let limits = value
            .with(|report| report.as_ref().map(|report| limits_line(i18n.format(), i18n.text().flow(), report.limits)));
        (i18n.text().flow().won_line)(i18n.format(), won.get(), &limits.unwrap_or_default())
    };
    let apart = move || {
        let apart = value.with(|report| report.as_ref().map_or(0, |report| report.won_apart));
        (apart > 0).then(|| view! { <p class="flow-hint">{(i18n.text().flow().won_apart)(i18n.format(), apart)}</p> })
    };
    let by_medians =
        Memo::new(move |_| value.with(|report| report.as_ref().is_some_and(|report| report.medians == (true, true))));
    let take_limits = move || {
        let Some(limits) = value.with_untracked(|report| report.as_ref().map(|report| report.limits)) else { return };
        let (fast_days, much) = limits.whole();
        state.change(move |board| {
            board.by_hand = true;
            board.fast_days = fast_days;
            board.much = much;
        });
    };
    view! {
        <Show when=is_there>
            <section class="flow-table" data-testid="flow-from-table" aria-label=i18n.phrase(|text| text.flow().won_title)>
                <div class="flow-table__head">
                    <div>
                        <h2 class="flow-table__title">{i18n.phrase(|text| text.flow().won_title)}</h2>
                        <p>{line}</p>
                        {apart}
                    </div>
                    <Show when=move || by_medians.get()>
                        <Button
                            kind=ButtonKind::Quiet
                            icon=Icon::ArrowRight
                            testid="flow-take-limits"
                            label=i18n.label(|text| text.flow().take_limits)
                            on_press=take_limits
                        />
                    </Show>
                </div>
                <WonTable value />
                <Show when=move || open.with(|open| *open > 0)>
                    <div class="flow-table__head no-print">
                        <p>
                            {said} " "
                            <Explain
                                text=i18n.label(|text| text.flow().estimates)
                                label=i18n.label(|text| text.flow().estimated)
                            />
                        </p>
                        <Button
                            icon=Icon::Plus
                            testid="flow-take"
                            label=Signal::derive(move || (i18n.text().flow().take)(i18n.format(), count()))
                            on_press=take_all
                        />
                    </div>
                    <div class="no-print">
                        <Disclosure summary=Signal::derive(move || {
                            (i18n.text().flow().queue)(i18n.format(), count())
                        })>
                            <Queue value take />
                        </Disclosure>
                    </div>
                </Show>
            </section>
        </Show>
    }
}

type Report = Signal<Option<std::sync::Arc<FlowReport>>>;

/// Won and open deals by cell.
#[component]
fn WonTable(value: Report) -> impl IntoView {
    let i18n = use_i18n();
    let heads = move || {
        let head =
            |(index, name): (usize, &'static str)| view! { <th scope="col" class:is-number=index != 0>{name}</th> };
        i18n.text().flow().won_heads.into_iter().enumerate().map(head).collect_view()
    };
    let rows = move || {
        let (format, text) = (i18n.format(), i18n.text().flow());
        let report = value.get()?;
        let row = |cell: FlowCell| {
            let won = report.won.get(cell.index()).copied().unwrap_or_default();
            let open = report.open_cells.get(cell.index()).copied().unwrap_or_default();
            view! {
                <tr data-testid=format!("flow-won-{}", cell.key()) data-deals=won.deals.to_string()>
                    <th scope="row">{(text.cell)(cell)}</th>
                    <td class="is-number">{format.count(won.deals)}</td>
                    <td class="is-number">{format.money(won.amount)}</td>
                    <td class="is-number">{format.count(open)}</td>
                </tr>
            }
        };
        Some(FlowCell::ALL.into_iter().map(row).collect_view())
    };
    view! {
        <div class="table-scroll">
            <table class="table flow-won">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The first open deals in the order of service, each to be put on the board.
#[component]
fn Queue(value: Report, take: Callback<Vec<OpenDeal>>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = move || {
        let (format, text) = (i18n.format(), i18n.text().flow());
        let report = value.get()?;
        let row = |deal: &OpenDeal| {
            let name = item(deal).name;
            let amount = format.money(Sum::from(deal.amount));
            let amount = if deal.amount_estimated { (text.about)(&amount) } else { amount };
            let days = (text.about)(&(text.days)(format, deal.days));
            let words =
                [(text.cell)(deal.cell).to_owned(), amount, days, (text.days_by)(format, deal.days_by)].join(" · ");
            let (label, deal) = ((text.take_one)(&name), deal.clone());
            view! {
                <li class="flow-queue__row">
                    <span class="flow-queue__words">
                        <strong>{name}</strong>
                        <span class="flow-hint">{words}</span>
                    </span>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Plus
                        hide_label=true
                        label=Signal::stored(label)
                        on_press=move || take.run(vec![deal.clone()])
                        testid="flow-take-one"
                    />
                </li>
            }
        };
        Some(report.open.iter().take(TAKEN).map(row).collect_view())
    };
    view! { <ol class="flow-queue">{rows}</ol> }
}

/// Puts deals on the board, with an undo.
fn use_take() -> Callback<Vec<OpenDeal>> {
    let (i18n, state, toasts) = (use_i18n(), use_flow(), use_toasts());
    Callback::new(move |deals: Vec<OpenDeal>| {
        let (added, undo) = state.add_to(FlowKind::Leads, deals.iter().map(item).collect());
        let (text, format) = untrack(|| (i18n.text(), i18n.format()));
        toasts.show_with_action(ToastKind::Good, (text.flow().taken)(format, added as u64), text.shell().undo, undo);
    })
}

/// An open deal as the board has it.
fn item(deal: &OpenDeal) -> FlowItem {
    let parts = [deal.client.as_deref(), deal.product.as_deref(), deal.deal.as_deref()];
    FlowItem {
        name: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        amount: deal.amount,
        days: deal.days,
        days_estimated: true,
        amount_estimated: deal.amount_estimated,
        estimate: Some(Estimate::Deals(deal.days_by)),
        deal: deal.deal.clone(),
        client: deal.client.clone(),
        ..FlowItem::default()
    }
}
