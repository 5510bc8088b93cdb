//! The sheet in which filters are set.

use leptos::prelude::*;

use super::state::{ClientsState, use_clients, use_names};
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc_xyz::{Cell, Label};
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::migration::Move;
use crate::i18n::Messages;
use crate::jobs::protocol::{ClientQuery, RfmFilter};
use crate::ui::components::{Select, SideSheet, TextField, none_or};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::client_list::shown_code;
use crate::ui::tools::typed::{amount, whole};

/// The filters.
#[component]
pub(super) fn FilterSheet(
    /// Whether it is there.
    open: ReadSignal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <SideSheet title=i18n.label(|text| text.clients().filters) open=open on_close>
            // Drawn anew with each opening, so that fields show what is in force.
            {move || open.get().then(|| view! { <Fields /> })}
        </SideSheet>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let i18n = use_i18n();
    let names = use_names();
    let segments = Memo::new(move |_| names.with(|names| names.segments.rules().len()));
    let groups = Memo::new(move |_| names.with(|names| names.groups.len()));
    let segment = move |filter| {
        let text = &i18n.text().rfm().segments;
        match filter {
            RfmFilter::Segment(segment) => names.with(|names| text.name_at(&names.segments, segment.into()).to_owned()),
            RfmFilter::Scores { .. } | RfmFilter::Apart => text.apart.to_owned(),
        }
    };
    view! {
        <div class="filters">
            <OneOrAny
                label=|text| text.clients().cell
                all=Cell::all
                name=shown_code
                get=|query| query.cell
                set=|query, cell| query.cell = cell
                testid="filter-cell"
            />
            <OneOrAny
                label=|text| text.clients().label
                all=|| Label::ALL
                name=move |label| (i18n.text().abc_xyz().list.label_name)(label).to_owned()
                get=|query| query.label
                set=|query, label| query.label = label
                testid="filter-label"
            />
            <OneOrAny
                label=|text| text.clients().segment
                all=move || up_to(segments.get()).map(RfmFilter::Segment).chain([RfmFilter::Apart])
                name=segment
                get=|query| query.rfm.map(listed)
                set=|query, filter| query.rfm = filter
                testid="filter-segment"
            />
            <OneOrAny
                label=|text| text.clients().group
                all=move || up_to(groups.get())
                name=move |group| names.with(|names| i18n.text().priority().name_of(&names.groups, group.into()))
                get=|query| query.group
                set=|query, group| query.group = group
                testid="filter-group"
            />
            <OneOrAny
                label=|text| text.clients().moved
                all=|| Move::ALL
                name=move |moved| (i18n.text().migration().table.move_name)(moved).to_owned()
                get=|query| query.moved
                set=|query, moved| query.moved = moved
                testid="filter-moved"
            />
            <OneOrAny
                label=|text| text.clients().flow
                all=|| FlowCell::ALL
                name=move |cell| (i18n.text().flow().cell)(cell).to_owned()
                get=|query| query.flow
                set=|query, cell| query.flow = cell
                testid="filter-flow"
            />
            <Ranges />
        </div>
    }
}

/// Positions up to that behind the last, which is of those who are in none.
fn up_to(count: usize) -> impl Iterator<Item = u16> {
    0..=u16::try_from(count).unwrap_or(u16::MAX)
}

/// What the list shows of a filter that it does not offer.
const fn listed(filter: RfmFilter) -> RfmFilter {
    match filter {
        RfmFilter::Segment(_) => filter,
        RfmFilter::Scores { .. } | RfmFilter::Apart => RfmFilter::Apart,
    }
}

/// A choice of one, or of any.
#[component]
fn OneOrAny<A>(
    label: fn(&'static Messages) -> &'static str,
    all: impl Fn() -> A + Clone + Send + Sync + 'static,
    name: impl Fn(A::Item) -> String + Send + Sync + 'static,
    /// What the query asks for now.
    get: fn(&ClientQuery) -> Option<A::Item>,
    /// Lets it ask for another one.
    set: fn(&mut ClientQuery, Option<A::Item>),
    testid: &'static str,
) -> impl IntoView
where
    A: IntoIterator<Item: PartialEq + 'static> + 'static,
{
    let i18n = use_i18n();
    let query = use_clients().query();
    let any = move || i18n.text().clients().any.to_owned();
    view! {
        <Select
            label=i18n.label(label)
            all=move || none_or(all())
            name=move |one| one.map_or_else(any, &name)
            chosen=move || query.with(get)
            on_change=move |one| query.change(|query| set(query, one))
            testid
        />
    }
}

/// What a range field does with what was typed.
type Write = fn(&mut ClientQuery, &str);

/// A field: its label, its name for automation, its text to begin with, and what it does.
type RangeOf = (fn(&'static Messages) -> &'static str, &'static str, String, Write);

/// From and to of value, orders, days.
#[component]
fn Ranges() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let query = state.query().in_force().get_untracked();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let sum = |sum: Option<Sum>| {
        let format = untrack(|| i18n.format());
        sum.map(|sum| format.decimal(sum, if sum.0 % 10_000 == 0 { 0 } else { 2 })).unwrap_or_default()
    };
    let fields: [RangeOf; 6] = [
        (
            |text| text.clients().value[0],
            "value-from",
            sum(query.value.from),
            |query, typed| query.value.from = amount(typed),
        ),
        (
            |text| text.clients().value[1],
            "value-to",
            sum(query.value.to),
            |query, typed| query.value.to = amount(typed),
        ),
        (
            |text| text.clients().orders[0],
            "orders-from",
            count(query.orders.from),
            |query, typed| {
                query.orders.from = whole(typed);
            },
        ),
        (
            |text| text.clients().orders[1],
            "orders-to",
            count(query.orders.to),
            |query, typed| {
                query.orders.to = whole(typed);
            },
        ),
        (
            |text| text.clients().days[0],
            "days-from",
            count(query.recency_days.from),
            |query, typed| {
                query.recency_days.from = whole(typed);
            },
        ),
        (
            |text| text.clients().days[1],
            "days-to",
            count(query.recency_days.to),
            |query, typed| {
                query.recency_days.to = whole(typed);
            },
        ),
    ];
    let field = |(label, testid, begin, write)| view! { <RangeField label testid begin write state /> };
    view! { <div class="filters__ranges">{fields.into_iter().map(field).collect_view()}</div> }
}

#[component]
fn RangeField(
    label: fn(&'static Messages) -> &'static str,
    testid: &'static str,
    begin: String,
    write: Write,
    state: ClientsState,
) -> impl IntoView {
    let i18n = use_i18n();
    let (typed, set_typed) = signal(begin);
    let input = move |text: String| {
        state.query().change(|query| write(query, &text));
        set_typed.set(text);
    };
    view! { <TextField label=i18n.label(label) value=typed on_input=input testid /> }
}
