//! The list as a file: exactly what is shown.

use leptos::prelude::*;

use super::columns::Column;
use super::listing::{ListKey, Listing};
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::jobs::protocol::{ClientQuery, ExportTable};
use crate::jobs::sheet::FileKind;
use crate::ui::components::SaveTable;
use crate::ui::saving::use_saver;
use crate::ui::state::i18n::use_i18n;

/// Saves the clients of the list, in its order.
#[component]
pub(super) fn SaveList(
    /// The list.
    listing: Listing,
    /// Its columns.
    columns: Signal<Vec<Column>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let saver = use_saver();
    let save = move |kind: FileKind| {
        let Some(key) = listing.shown() else { return };
        let stem = file_stem(untrack(|| i18n.text().abc_xyz().list.export_file), &key.query);
        saver.table(table_of(key, columns.get_untracked()), stem, kind);
    };
    let disabled = Signal::derive(move || saver.busy().get() || !listing.is_ready().get());
    view! { <SaveTable disabled on_save=save /> }
}

/// What the engine makes of a list.
pub(super) fn table_of(key: ListKey, columns: Vec<Column>) -> ExportTable {
    let ListKey { options, beside, query, .. } = key;
    ExportTable::List { options, beside, query, columns }
}

/// A name that says what is in the file and that every system takes: `clients-AX-lost`.
fn file_stem(stem: &str, query: &ClientQuery) -> String {
    let cell = query.cell.map(|cell: Cell| match (cell.abc.is_some(), cell.xyz.is_some()) {
        (true, true) => format!("-{}", cell.code()),
        (true, false) => format!("-{}-new", cell.code().trim_end_matches('-')),
        (false, _) => "-no-value".to_owned(),
    });
    let label = query.label.map(|label| format!("-{}", label.key()));
    format!("{stem}{}{}", cell.unwrap_or_default(), label.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc_xyz::Label;

    #[test]
    fn names_say_what_is_in_the_file() {
        for (cell, label, name) in [
            (None, None, "clients"),
            (Some("AX"), None, "clients-AX"),
            (Some("B-"), None, "clients-B-new"),
            (Some("-Z"), None, "clients-no-value"),
            (Some("CY"), Some(Label::Lost), "clients-CY-lost"),
            (None, Some(Label::OneOff), "clients-one-off"),
        ] {
            let cell = cell.map(|code| Cell::from_code(code).unwrap());
            assert_eq!(file_stem("clients", &ClientQuery { cell, label, ..ClientQuery::default() }), name);
        }
    }
}
