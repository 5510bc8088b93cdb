//! What the user chose on this screen. It outlives a visit to another screen.

use leptos::prelude::*;
use serde_json::Value;

use super::filters::Names;
use crate::analytics::dataset::Family;
use crate::analytics::segmentation::migration::MigrationOptions;
use crate::analytics::segmentation::rfm::RfmOptions;
use crate::jobs::protocol::{Beside, ClientQuery};
use crate::profile::client_views::ClientView;
use crate::profile::flow::{FlowBoard, FlowKind};
use crate::ui::state::client_views::ClientViewsState;
use crate::ui::state::flow::use_flow;
use crate::ui::state::of_table::OfTable;
use crate::ui::state::priority::use_priority_rules;
use crate::ui::state::shared::shared;
use crate::ui::state::workspace::{Edition, use_link_number, use_workspace};
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::client_list::{Column, ListKey};
use crate::ui::tools::rfm::use_rfm;

/// Columns to begin with.
const COLUMNS: [Column; 8] = [
    Column::Rank,
    Column::Name,
    Column::Class,
    Column::Segment,
    Column::Group,
    Column::Value,
    Column::Orders,
    Column::Last,
];

/// What the user chose. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClientsState {
    pub views: ClientViewsState,
    query: OfTable<ClientQuery>,
    columns: Memo<Vec<Column>>,
    /// The view chosen last, by name.
    view: RwSignal<Option<String>>,
}

impl ClientsState {
    fn new() -> Self {
        let views = ClientViewsState::open();
        let value = views.value();
        Self {
            views,
            query: OfTable::new(Family::Sales, ClientQuery::default()),
            columns: Memo::new(move |_| value.with(|views| columns_of(&views.columns))),
            view: RwSignal::new(None),
        }
    }

    /// Which clients, in what order.
    pub const fn query(self) -> OfTable<ClientQuery> {
        self.query
    }

    /// Columns in sight, left to right; the name is always among them.
    pub const fn columns(self) -> Memo<Vec<Column>> {
        self.columns
    }

    /// Shows other columns; `None` for those that the list begins with.
    pub fn set_columns(self, columns: Option<Vec<Column>>) {
        let value = columns.and_then(|columns| serde_json::to_value(columns).ok()).unwrap_or_default();
        self.views.edit(move |views| views.columns = value.clone());
    }

    /// The view chosen.
    pub fn view(self) -> Signal<Option<String>> {
        self.view.into()
    }

    /// Shows a view; `None` leaves what is in sight.
    pub fn choose_view(self, name: Option<String>) {
        let wanted = self.views.value().with_untracked(|views| {
            let view = views.views.iter().find(|view| Some(&view.name) == name.as_ref())?;
            Some((serde_json::from_value::<ClientQuery>(view.query.clone()).ok()?, view.columns.clone()))
        });
        if let Some((query, columns)) = wanted {
            self.query.set(query);
            self.views.edit(move |views| views.columns = columns.clone());
        }
        self.view.set(name);
    }

    /// What is in sight as a view.
    pub fn as_view(self, name: String) -> ClientView {
        let query = untrack(|| self.query.with(|query| serde_json::to_value(query).unwrap_or_default()));
        let columns = self.views.value().with_untracked(|views| views.columns.clone());
        ClientView { name, query, columns, ..ClientView::default() }
    }
}

fn columns_of(kept: &Value) -> Vec<Column> {
    let mut columns: Vec<Column> = serde_json::from_value(kept.clone()).unwrap_or_else(|_| COLUMNS.to_vec());
    if !columns.contains(&Column::Name) {
        columns.insert(0, Column::Name);
    }
    columns
}

/// What the user chose on this screen.
pub(super) fn use_clients() -> ClientsState {
    shared(ClientsState::new)
}

/// What the list is asked with: the rules of every screen, on the days of the matrix. What has days or a document of its
/// own is asked for only where it is shown, or decides who is.
pub(super) fn use_list_key() -> Memo<Option<ListKey>> {
    let state = use_clients();
    let edition = use_workspace().edition_of(Family::Sales);
    let (matrix, rfm, priority) = (use_abc_xyz(), use_rfm(), use_priority_rules().options());
    let link = use_link_number();
    let leads = use_flow().board_of(FlowKind::Leads);
    let columns = state.columns();
    let wants = move |column: Column| columns.with(|columns| columns.contains(&column));
    Memo::new(move |_| {
        let Edition { generation, .. } = edition.get()?;
        let (options, query) = (matrix.options().get(), state.query().in_force().get());
        let rfm = Some(RfmOptions { window: options.window, ..rfm.options().get() });
        let moves = wants(Column::Moved) || query.moved.is_some();
        let migration = moves.then(|| MigrationOptions { rules: options, ..MigrationOptions::default() });
        let flows = wants(Column::Flow) || query.flow.is_some();
        let flow = if flows { leads.with(FlowBoard::cells_of_clients) } else { Vec::new() };
        let beside = Box::new(Beside { rfm, priority: Some(priority.get()), migration, flow });
        Some(ListKey { generation, link: link.get(), options, beside, query })
    })
}

/// Names of what filters and rows refer to.
pub(super) fn use_names() -> Memo<Names> {
    let (rfm, priority) = (use_rfm(), use_priority_rules().options());
    Memo::new(move |_| Names {
        segments: rfm.options().with(RfmOptions::map),
        groups: priority.with(|priority| priority.groups.clone()),
    })
}
