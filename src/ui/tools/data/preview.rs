//! The first rows as they will be read, beside how they are written.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::column_name;
use super::decisions::with_header_line;
use super::figures::{clipped, differs, shown};
use super::state::DraftState;
use crate::analytics::dataset::{ColumnKind, ColumnView, Field, Inspection, PreviewRow, Reason};
use crate::i18n::{Format, Messages};
use crate::ui::components::{Icon, IconView};
use crate::ui::state::deferred::deferred;
use crate::ui::state::i18n::use_i18n;

/// What a table of sales cannot do without.
const NEEDED: [Field; 3] = [Field::Client, Field::Date, Field::Amount];

/// A table of the first rows, scrollable inside itself.
#[component]
pub fn Preview(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    // The largest part of the screen: what was understood of the file comes before it.
    let inspection = deferred(state.inspection);
    view! {
        <Show when=move || inspection.with(Option::is_some)>
            <section class="import-preview" aria-labelledby="import-preview-title">
                <h2 id="import-preview-title">{i18n.phrase(|text| text.import().preview.heading)}</h2>
                <p class="import-preview__lead">{i18n.phrase(|text| text.import().preview.lead)}</p>
                // A region that scrolls must be reachable by keyboard.
                <div
                    class="table-scroll import-preview__scroll"
                    role="region"
                    tabindex="0"
                    aria-label=i18n.phrase(|text| text.import().preview.table)
                >
                    {move || inspection.get().map(|inspection| view! { <Rows inspection=inspection state=state /> })}
                </div>
            </section>
        </Show>
    }
}

/// The table. Its texts are of the language in force when it is drawn: it is drawn anew in another.
#[component]
fn Rows(inspection: Arc<Inspection>, state: DraftState) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let (text, format) = (i18n.text(), i18n.format());
        let headers = in_order(&inspection).map(|(place, column)| {
            let meaning = inspection.mapping.field(place);
            let meaning = meaning.map(|field| {
                view! { <span class="import-preview__field">{(text.import().columns.field)(field)}</span> }
            });
            view! {
                <th scope="col" class:is-number=column.kind == ColumnKind::Number class:is-unused=is_unused(&inspection, place)>
                    <span class="import-preview__header">{column_name(&column.name, place, i18n)}</span>
                    {meaning}
                </th>
            }
        });
        let headers = headers.collect_view();
        let rows = inspection.preview.iter().map(|row| row_view(row, &inspection, state, text, format)).collect_view();
        view! {
            <table class="table import-preview__table">
                <thead>
                    <tr>
                        <th scope="col" class="is-number">{text.import().preview.line}</th>
                        {headers}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    }
}

/// Columns with their places in the file: those that must be there first, so that they are in sight, then the others as
/// they stand in the file.
fn in_order(inspection: &Inspection) -> impl Iterator<Item = (usize, &ColumnView)> {
    let is_needed = |place: &usize| inspection.mapping.field(*place).is_some_and(|field| NEEDED.contains(&field));
    let needed = NEEDED.into_iter().filter_map(|field| inspection.mapping.column(field));
    let others = (0..inspection.columns.len()).filter(move |place| !is_needed(place));
    needed.chain(others).filter_map(|place| Some((place, inspection.columns.get(place)?)))
}

/// Whether nothing is read from a column.
fn is_unused(inspection: &Inspection, place: usize) -> bool {
    inspection.mapping.field(place).is_none() && !inspection.details.free_columns.contains(&place)
}

fn row_view(
    row: &PreviewRow,
    inspection: &Inspection,
    state: DraftState,
    text: &'static Messages,
    format: Format,
) -> impl IntoView + use<> {
    let line = row.line;
    let cells = match lone_cell(row) {
        Some((raw, reason)) => {
            let raw = clipped(raw);
            let columns = inspection.columns.len().max(1).to_string();
            view! {
                <td colspan=columns>
                    <span class="import-preview__title">{raw}</span>
                    <ReasonMark reason=reason text=text />
                </td>
            }
            .into_any()
        }
        None => cells_view(row, inspection, text, format).into_any(),
    };
    view! {
        <tr class:is-set-aside=row.set_aside.is_some()>
            <th scope="row" class="is-number">
                <button
                    type="button"
                    class="import-preview__line"
                    data-testid="import-header-here"
                    title=text.kinds().header_here
                    aria-label=(text.kinds().header_at)(format, line)
                    on:click=move |_| state.decide(|options| with_header_line(options, Some(line)))
                >
                    {format.count(line)}
                </button>
            </th>
            {cells}
        </tr>
    }
}

/// The text of a row that is set aside and has no more than its first cell: a title, or nothing at all.
/// It runs over all columns, so that a long title does not make the first of them wide.
fn lone_cell(row: &PreviewRow) -> Option<(&str, Reason)> {
    let (reason, _) = row.set_aside?;
    let is_alone = row.raw.iter().skip(1).all(|cell| cell.trim().is_empty());
    is_alone.then(|| (row.raw.first().map_or("", String::as_str), reason))
}

fn cells_view(
    row: &PreviewRow,
    inspection: &Inspection,
    text: &'static Messages,
    format: Format,
) -> impl IntoView + use<> {
    let first = in_order(inspection).next().map(|(place, _)| place).unwrap_or_default();
    let cells = in_order(inspection).map(|(place, column)| {
        let raw = row.raw.get(place).map(|raw| clipped(raw)).unwrap_or_default();
        let read = row.read.get(place).cloned().flatten();
        // The reason stands where it was found, else at the row's beginning.
        let reason = row.set_aside.filter(|(_, decided)| decided.unwrap_or(first) == place).map(|(reason, _)| reason);
        let is_deciding = row.set_aside.is_some_and(|(_, decided)| decided == Some(place));
        view! {
            <td
                class:is-number=column.kind == ColumnKind::Number
                class:is-unused=is_unused(inspection, place)
                class:is-deciding=is_deciding
            >
                {cell_view(&raw, read.as_deref(), text, format)}
                {reason.map(|reason| view! { <ReasonMark reason=reason text=text /> })}
            </td>
        }
    });
    cells.collect_view()
}

/// Why a row will be set aside, in a word or two.
#[component]
fn ReasonMark(reason: Reason, text: &'static Messages) -> impl IntoView {
    view! {
        <span class="import-preview__reason">
            <IconView icon=Icon::Prohibit />
            <span class="visually-hidden">{text.import().preview.set_aside}</span>
            {(text.import().preview.reason)(reason)}
        </span>
    }
}

/// A cell as read; below it, where that says more, as it stands in the file.
fn cell_view(raw: &str, read: Option<&str>, text: &'static Messages, format: Format) -> impl IntoView + use<> {
    let main = read.map_or_else(|| raw.to_owned(), |read| shown(read, raw, format));
    let below = differs(raw, &main).then(|| {
        view! {
            <span class="import-preview__raw">
                <span class="visually-hidden">{text.import().preview.in_file}</span>
                {raw.to_owned()}
            </span>
        }
    });
    view! {
        <span class="import-preview__cell">{main}</span>
        {below}
    }
}
