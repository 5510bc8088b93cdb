//! The sheet in which columns are chosen.

use leptos::prelude::*;

use super::state::use_clients;
use crate::ui::components::{Button, Icon, SideSheet, Switch};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::client_list::Column;

/// Every column in its order; the name is always there.
const ALL: [Column; 19] = [
    Column::Rank,
    Column::Class,
    Column::Segment,
    Column::Scores,
    Column::Group,
    Column::Priority,
    Column::Coverage,
    Column::Moved,
    Column::Flow,
    Column::Value,
    Column::Share,
    Column::ShareWith,
    Column::Orders,
    Column::Frequency,
    Column::Regularity,
    Column::First,
    Column::Last,
    Column::Recency,
    Column::Labels,
];

/// The columns.
#[component]
pub(super) fn ColumnsSheet(
    /// Whether it is there.
    open: ReadSignal<bool>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_clients();
    let columns = state.columns();
    let matrix = use_abc_xyz().options();
    let toggle = move |column: Column, wanted: bool| {
        let shown = columns.get_untracked();
        let is_in = |one: &Column| if *one == column { wanted } else { shown.contains(one) };
        // One order, whatever the order of choosing; the name stands after the place.
        let mut chosen: Vec<Column> = ALL.into_iter().filter(is_in).collect();
        let place = usize::from(chosen.first() == Some(&Column::Rank));
        chosen.insert(place, Column::Name);
        state.set_columns(Some(chosen));
    };
    let switches = ALL.map(|column| {
        let label = Signal::derive(move || {
            column.header(i18n.text(), matrix.with(|options| options.value), i18n.format().currency.sign())
        });
        let checked = Signal::derive(move || columns.with(|columns| columns.contains(&column)));
        view! { <Switch label checked on_change=move |wanted| toggle(column, wanted) /> }
    });
    view! {
        <SideSheet title=i18n.label(|text| text.clients().columns) open=open on_close>
            <div class="filters" data-testid="columns">
                <p class="rules__lead">{i18n.phrase(|text| text.clients().columns_hint)}</p>
                {switches.into_iter().collect_view()}
                <Button
                    icon=Icon::Undo
                    label=i18n.label(|text| text.clients().columns_reset)
                    on_press=move || state.set_columns(None)
                />
            </div>
        </SideSheet>
    }
}
