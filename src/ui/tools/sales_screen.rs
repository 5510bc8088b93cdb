//! The frame of screens that analyse sales: what stands there while there are none.

use leptos::prelude::*;

use crate::analytics::dataset::{Family, TableKind};
use crate::ui::components::{EmptyState, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Loaded, use_workspace};
use crate::ui::tools::table_screen::TableScreen;
use crate::ui::tools::templates::Templates;
use crate::ui::tools::way_in::WayIn;

/// What such screens are made of.
const KINDS: [TableKind; 3] = [TableKind::Sales, TableKind::Pivot, TableKind::Daily];

/// Shows `analysis` once a table of sales is loaded; until then what will be here and how to get it.
#[component]
pub fn SalesScreen(
    /// Heading of the screen.
    title: Signal<String>,
    /// Drawn in the empty screen.
    icon: Icon,
    /// Empty screen: title.
    empty_title: Signal<String>,
    /// Empty screen: what will be here and how to get it.
    empty_text: Signal<String>,
    /// The screen with a table.
    analysis: fn() -> AnyView,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    // Without sales it says what the table at hand is instead.
    let kind_of = |loaded: &Option<Loaded>| loaded.as_ref().map(|loaded| loaded.report.table);
    let table = Memo::new(move |_| workspace.current().with(kind_of));
    let empty = move || {
        let (title, text) = match table.get() {
            None => (empty_title, empty_text),
            Some(table) => (
                i18n.label(|text| text.kinds().needs_sales),
                Signal::derive(move || (i18n.text().kinds().needs_sales_text)(table)),
            ),
        };
        view! {
            <EmptyState icon title text>
                <WayIn compact=true />
                <Templates kinds=&KINDS />
            </EmptyState>
        }
        .into_any()
    };
    view! {
        <TableScreen
            title
            is_there=Memo::new(move |_| workspace.sales().with(Option::is_some))
            opening=workspace.opening_of(Family::Sales)
            empty
            analysis
        />
    }
}
