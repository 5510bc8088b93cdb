//! Why a client stands where it stands in each of the two windows.

use std::sync::Arc;

use leptos::prelude::*;

use super::list::Classes;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use crate::analytics::segmentation::migration::{Days, MovementRow};
use crate::i18n::explain::explain;
use crate::jobs::protocol::{ClientPage, ClientQuery, JobError, Request};
use crate::ui::components::SideSheet;
use crate::ui::state::computed::Computed;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{Workspace, use_workspace};

/// A client, the windows and the rules.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moved {
    /// The client.
    pub row: Arc<MovementRow>,
    /// The windows compared.
    pub windows: (Days, Days),
    /// Rules of classes.
    pub rules: AbcXyzOptions,
}

/// The client in each window; `None` where it has no rows.
type Sides = [Option<ClientRow>; 2];

/// The sheet.
#[component]
pub(super) fn WhySheet(
    /// Whom it is about; `None` closes it.
    #[prop(into)]
    moved: Signal<Option<Moved>>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    // While the sheet slides away it still says what it said.
    let last = Memo::new(move |previous: Option<&Option<Moved>>| moved.get().or_else(|| previous.cloned().flatten()));
    let title = Signal::derive(move || last.get().map(|moved| moved.row.client.clone()).unwrap_or_default());
    let sides = Computed::keep(last, move |moved: Moved| async move {
        let (before, after) = moved.windows;
        Ok([side(workspace, &moved, before).await?, side(workspace, &moved, after).await?])
    })
    .latest();
    let told = move || {
        let moved = last.get()?;
        Some(view! { <Why moved sides=sides.get() /> })
    };
    view! { <SideSheet title open=Signal::derive(move || moved.with(Option::is_some)) on_close>{told}</SideSheet> }
}

/// The client as the matrix of a window shows it.
async fn side(workspace: Workspace, moved: &Moved, window: Days) -> Result<Option<ClientRow>, JobError> {
    let query = ClientQuery { only: Some(vec![moved.row.client.clone()]), ..ClientQuery::default() };
    let options = AbcXyzOptions { window: Some(window), ..moved.rules };
    // Names that differ only in how they are written are found together.
    let request = Request::Clients { options, beside: Box::default(), query, from: 0, count: SPELLINGS };
    let ClientPage { rows, .. } = workspace.ask_sales(request).await?.try_unwrap_clients()?;
    Ok(rows.into_iter().find(|row| row.client == moved.row.client))
}

/// More spellings of one name than a file has.
const SPELLINGS: u64 = 100;

#[component]
fn Why(moved: Moved, sides: Option<Arc<Sides>>) -> impl IntoView {
    let i18n = use_i18n();
    let (format, text) = (i18n.format(), i18n.text());
    let measured = format.by(moved.rules.value);
    let own = text.migration();
    let row = &moved.row;
    let windows = [(own.earlier, moved.windows.0, row.value_before), (own.later, moved.windows.1, row.value_after)];
    let side = |(index, (name, (first, last), value)): (usize, (&'static str, Days, _))| {
        let reason = sides.as_ref().map(|sides| match sides.get(index).and_then(Option::as_ref) {
            Some(client) => explain(format, client, &moved.rules).value,
            None => own.no_rows.to_owned(),
        });
        view! {
            <div class="why__reason">
                <h3 class="why__heading">
                    {name} " · " {format.date(first)} " – " {format.date(last)}
                </h3>
                <p class="migration__sum">{measured.money_exact(value)}</p>
                <p>{reason.unwrap_or_else(|| own.computing.to_owned())}</p>
            </div>
        }
    };
    view! {
        <div class="why" data-testid="why">
            <p class="why__class"><Classes before=row.before after=row.after /></p>
            {windows.into_iter().enumerate().map(side).collect_view()}
            <dl class="why__figures">
                <div class="why__figure">
                    <dt>{own.table.change}</dt>
                    <dd>{format.change(row.change(), 2)}</dd>
                </div>
            </dl>
        </div>
    }
}
