//! The first rows as they will be read, beside how they are written.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::column_name;
use super::figures::{clipped, differs, shown};
use super::state::DraftState;
use crate::analytics::dataset::{ColumnKind, Inspection, PreviewRow};
use crate::ui::components::{Icon, IconView};
use crate::ui::state::i18n::{I18n, use_i18n};

/// A table of the first rows, scrollable inside itself.
#[component]
pub fn Preview(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Show when=move || state.inspection.with(Option::is_some)>
            <section class="import-preview" aria-labelledby="import-preview-title">
                <h2 id="import-preview-title">{move || i18n.text().import.preview.heading}</h2>
                <p class="import-preview__lead">{move || i18n.text().import.preview.lead}</p>
                // A region that scrolls must be reachable by keyboard.
                <div
                    class="table-scroll import-preview__scroll"
                    role="region"
                    tabindex="0"
                    aria-label=move || i18n.text().import.preview.table
                >
                    {move || state.inspection.get().map(|inspection| view! { <Rows inspection=inspection /> })}
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Rows(inspection: Arc<Inspection>) -> impl IntoView {
    let i18n = use_i18n();
    let marks_fate = inspection.preview.iter().any(|row| row.set_aside.is_some());
    let headers = inspection.columns.iter().enumerate().map(|(place, column)| {
        let name = column.name.clone();
        let field = inspection.mapping.field(place);
        view! {
            <th scope="col" class:is-number=column.kind == ColumnKind::Number class:is-unused=field.is_none()>
                <span class="import-preview__header">{move || column_name(&name, place, i18n)}</span>
                {field
                    .map(|field| {
                        view! {
                            <span class="import-preview__field">
                                {move || (i18n.text().import.columns.field)(field)}
                            </span>
                        }
                    })}
            </th>
        }
    });
    let headers = headers.collect_view();
    let rows = inspection.preview.iter().map(|row| row_view(row, &inspection, marks_fate, i18n)).collect_view();
    view! {
        <table class="table import-preview__table">
            <thead>
                <tr>
                    <th scope="col" class="is-number">{move || i18n.text().import.preview.line}</th>
                    {marks_fate
                        .then(|| view! { <th scope="col">{move || i18n.text().import.preview.fate}</th> })}
                    {headers}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row_view(row: &PreviewRow, inspection: &Inspection, marks_fate: bool, i18n: I18n) -> impl IntoView + use<> {
    let line = row.line;
    let reason = row.set_aside.map(|(reason, _)| reason);
    let deciding = row.set_aside.and_then(|(_, column)| column);
    let cells = inspection.columns.iter().enumerate().map(|(place, column)| {
        let raw = row.raw.get(place).map(|raw| clipped(raw)).unwrap_or_default();
        let read = row.read.get(place).cloned().flatten();
        view! {
            <td
                class:is-number=column.kind == ColumnKind::Number
                class:is-unused=inspection.mapping.field(place).is_none()
                class:is-deciding=deciding == Some(place)
            >
                {move || cell_view(&raw, read.as_deref(), i18n)}
            </td>
        }
    });
    let cells = cells.collect_view();
    let fate = move || match reason {
        Some(reason) => view! {
            <span class="import-preview__reason">
                <IconView icon=Icon::Prohibit />
                {(i18n.text().import.preview.reason)(reason)}
            </span>
        }
        .into_any(),
        None => view! { <span class="visually-hidden">{i18n.text().import.preview.used}</span> }.into_any(),
    };
    view! {
        <tr class:is-set-aside=reason.is_some()>
            <th scope="row" class="is-number">{move || i18n.format().count(line)}</th>
            {marks_fate.then(|| view! { <td class="import-preview__fate">{fate}</td> })}
            {cells}
        </tr>
    }
}

/// A cell as read; below it, where that says more, as it stands in the file.
fn cell_view(raw: &str, read: Option<&str>, i18n: I18n) -> impl IntoView + use<> {
    let main = read.map_or_else(|| raw.to_owned(), |read| shown(read, i18n.format()));
    let below = differs(raw, &main).then(|| {
        view! {
            <span class="import-preview__raw">
                <span class="visually-hidden">{i18n.text().import.preview.in_file}" "</span>
                {raw.to_owned()}
            </span>
        }
    });
    view! {
        <span class="import-preview__cell">{main}</span>
        {below}
    }
}
