//! The sheet in which filters are set.

use leptos::prelude::*;

use super::state::{ClientsState, use_clients, use_names};
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc_xyz::{Cell, Label};
use crate::analytics::segmentation::flow::FlowCell;
use crate::analytics::segmentation::migration::Move;
use crate::i18n::Messages;
use crate::jobs::protocol::{ClientQuery, RfmFilter};
use crate::ui::components::{Select, SideSheet, TextField};
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
    view! {
        <div class="filters">
            <CellField />
            <LabelField />
            <SegmentField />
            <GroupField />
            <MovedField />
            <FlowField />
            <Ranges />
        </div>
    }
}

/// Position in a list that begins with "all".
fn after_all(position: Option<usize>) -> usize {
    position.map_or(0, |position| position + 1)
}

#[component]
fn CellField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let options = Signal::derive(move || {
        let all = i18n.text().clients().any.to_owned();
        [all].into_iter().chain(Cell::all().map(shown_code)).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || after_all(state.query().with(|query| query.cell.map(Cell::index))));
    let choose = move |position: usize| {
        let cell = position.checked_sub(1).and_then(|position| Cell::all().nth(position));
        state.query().change(|query| query.cell = cell);
    };
    view! {
        <Select
            label=i18n.label(|text| text.clients().cell)
            options
            selected
            on_change=choose
            testid="filter-cell"
        />
    }
}

#[component]
fn LabelField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let options = Signal::derive(move || {
        let text = i18n.text();
        let names = Label::ALL.map(|label| (text.abc_xyz().list.label_name)(label).to_owned());
        [text.clients().any.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let label = state.query().with(|query| query.label);
        after_all(Label::ALL.iter().position(|&one| Some(one) == label))
    });
    let choose = move |position: usize| {
        let label = position.checked_sub(1).and_then(|position| Label::ALL.get(position).copied());
        state.query().change(|query| query.label = label);
    };
    view! { <Select label=i18n.label(|text| text.clients().label) options selected on_change=choose testid="filter-label" /> }
}

#[component]
fn SegmentField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let names = use_names();
    let count = Memo::new(move |_| names.with(|names| names.segments.rules().len()));
    let options = Signal::derive(move || {
        let text = i18n.text();
        let segments = names.with(|names| {
            let name = |segment| text.rfm().segments.name_at(&names.segments, segment).to_owned();
            (0..=count.get()).map(name).collect::<Vec<_>>()
        });
        let apart = text.rfm().segments.apart.to_owned();
        [text.clients().any.to_owned()].into_iter().chain(segments).chain([apart]).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        after_all(state.query().with(|query| query.rfm).map(|filter| match filter {
            RfmFilter::Segment(segment) => segment.into(),
            RfmFilter::Scores { .. } | RfmFilter::Apart => count.get() + 1,
        }))
    });
    let choose = move |position: usize| {
        let filter = position.checked_sub(1).map(|segment| {
            let number = u16::try_from(segment).unwrap_or(u16::MAX);
            if segment > count.get_untracked() { RfmFilter::Apart } else { RfmFilter::Segment(number) }
        });
        state.query().change(|query| query.rfm = filter);
    };
    view! {
        <Select
            label=i18n.label(|text| text.clients().segment)
            options
            selected
            on_change=choose
            testid="filter-segment"
        />
    }
}

#[component]
fn GroupField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let names = use_names();
    let options = Signal::derive(move || {
        let text = i18n.text();
        let groups = names.with(|names| {
            let name = |group| text.priority().name_of(&names.groups, group);
            (0..=names.groups.len()).map(name).collect::<Vec<_>>()
        });
        [text.clients().any.to_owned()].into_iter().chain(groups).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || after_all(state.query().with(|query| query.group.map(usize::from))));
    let choose = move |position: usize| {
        let group = position.checked_sub(1).and_then(|group| u16::try_from(group).ok());
        state.query().change(|query| query.group = group);
    };
    view! { <Select label=i18n.label(|text| text.clients().group) options selected on_change=choose testid="filter-group" /> }
}

#[component]
fn MovedField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let options = Signal::derive(move || {
        let text = i18n.text();
        let names = Move::ALL.map(|one| (text.migration().table.move_name)(one).to_owned());
        [text.clients().any.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let moved = state.query().with(|query| query.moved);
        after_all(Move::ALL.iter().position(|&one| Some(one) == moved))
    });
    let choose = move |position: usize| {
        let moved = position.checked_sub(1).and_then(|position| Move::ALL.get(position).copied());
        state.query().change(|query| query.moved = moved);
    };
    view! { <Select label=i18n.label(|text| text.clients().moved) options selected on_change=choose testid="filter-moved" /> }
}

#[component]
fn FlowField() -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let options = Signal::derive(move || {
        let text = i18n.text();
        let names = FlowCell::ALL.map(|cell| (text.flow().cell)(cell).to_owned());
        [text.clients().any.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let flow = state.query().with(|query| query.flow);
        after_all(FlowCell::ALL.iter().position(|&cell| Some(cell) == flow))
    });
    let choose = move |position: usize| {
        let flow = position.checked_sub(1).and_then(|position| FlowCell::ALL.get(position).copied());
        state.query().change(|query| query.flow = flow);
    };
    view! { <Select label=i18n.label(|text| text.clients().flow) options selected on_change=choose testid="filter-flow" /> }
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
