//! The list as a file: exactly what is shown.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::listing::{ListKey, Listing};
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::jobs::protocol::{ClientQuery, Request, Response};
use crate::platform::download;
use crate::ui::components::{Button, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// Saves the clients of the list, in its order, as CSV.
#[component]
pub(super) fn ExportButton(
    /// The list.
    listing: Listing,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let toasts = use_toasts();
    let (busy, set_busy) = signal(false);
    let export = move || {
        let Some(ListKey { options, query, .. }) = listing.shown() else { return };
        let (format, text) = untrack(|| (i18n.format(), &i18n.text().abc_xyz.list));
        set_busy.set(true);
        spawn_local(async move {
            let file_name = file_name(text.export_file, &query);
            let answer = workspace.ask(Request::ExportClients { options, query, format }).await;
            let is_saved = matches!(
                answer,
                Ok(Response::File(bytes)) if download::save(&file_name, "text/csv;charset=utf-8", &bytes).is_ok()
            );
            if !is_saved {
                toasts.show(ToastKind::Bad, text.export_failed);
            }
            set_busy.try_set(false);
        });
    };
    view! {
        <Button
            icon=Icon::FileCsv
            testid="export-csv"
            label=i18n.label(|text| text.abc_xyz.list.export)
            disabled=Signal::derive(move || busy.get() || !listing.is_ready().get())
            on_press=export
        />
    }
}

/// A name that says what is in the file and that every system takes: `clients-AX-lost.csv`.
fn file_name(stem: &str, query: &ClientQuery) -> String {
    let cell = query.cell.map(|cell: Cell| match (cell.abc.is_some(), cell.xyz.is_some()) {
        (true, true) => format!("-{}", cell.code()),
        (true, false) => format!("-{}-new", cell.code().trim_end_matches('-')),
        (false, _) => "-no-value".to_owned(),
    });
    let label = query.label.map(|label| format!("-{}", label.key()));
    format!("{stem}{}{}.csv", cell.unwrap_or_default(), label.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc_xyz::Label;

    #[test]
    fn names_say_what_is_in_the_file() {
        for (cell, label, name) in [
            (None, None, "clients.csv"),
            (Some("AX"), None, "clients-AX.csv"),
            (Some("B-"), None, "clients-B-new.csv"),
            (Some("-Z"), None, "clients-no-value.csv"),
            (Some("CY"), Some(Label::Lost), "clients-CY-lost.csv"),
            (None, Some(Label::OneOff), "clients-one-off.csv"),
        ] {
            let cell = cell.map(|code| Cell::from_code(code).unwrap());
            assert_eq!(file_name("clients", &ClientQuery { cell, label, ..ClientQuery::default() }), name);
        }
    }
}
