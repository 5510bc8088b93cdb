//! What a workbook is, and which of its sheets is read.

use leptos::prelude::*;

use super::state::DraftState;
use crate::analytics::workbook::{Book, Pick};
use crate::i18n::Format;
use crate::i18n::messages::intake::IntakeMessages;
use crate::ui::components::{Button, Select};
use crate::ui::state::i18n::use_i18n;

/// The form of the workbook, and the choice of a sheet or of all that are alike.
#[component]
pub fn BookFacts(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = move || state.book.get().map(|book| (i18n.text().intake().form_name)(book.format));
    let name = move |pick| {
        let (text, format) = (i18n.text().intake(), i18n.format());
        state.book.with(|book| book.as_deref().map(|book| name_of(book, &pick, text, format)).unwrap_or_default())
    };
    let hint = Memo::new(move |_| {
        let (text, format) = (i18n.text().intake(), i18n.format());
        state.book.with(|book| hint(book.as_deref()?, text, format))
    });
    let offered = Memo::new(move |_| {
        let of = |book: &Book| (!book.alike.is_empty() && !book.together).then_some((book.alike.len(), book.sheet));
        state.book.with(|book| of(book.as_deref()?))
    });
    let read_together = move || {
        offered.get().map(|(sheets, sheet)| {
            let label = move || (i18n.text().intake().read_together)(i18n.format(), sheets as u64);
            let on_press = move || state.choose_sheets(Pick::Together(Some(sheet)));
            view! { <Button testid="import-together" label=Signal::derive(label) on_press=on_press /> }
        })
    };
    view! {
        <div class="field">
            <span class="field__label">{i18n.phrase(|text| text.intake().form)}</span>
            <span data-testid="import-form">{form}</span>
        </div>
        <Select
            label=i18n.label(|text| text.intake().sheet)
            all=move || state.book.with(|book| book.as_deref().map(choices).unwrap_or_default())
            name=name
            chosen=move || state.book.with(|book| book.as_deref().map(chosen).unwrap_or_default())
            on_change=move |pick| state.choose_sheets(pick)
            testid="import-sheet"
        />
        {move || hint.get().map(|text| view! { <p class="import-book__hint" data-testid="import-one-sheet">{text}</p> })}
        {read_together}
    }
}

/// The sheets, and behind them all that are alike.
fn choices(book: &Book) -> Vec<Pick> {
    let together = (!book.alike.is_empty()).then_some(Pick::Together(Some(book.sheet)));
    (0..book.sheets.len()).map(Pick::At).chain(together).collect()
}

/// What is read.
const fn chosen(book: &Book) -> Pick {
    if book.together { Pick::Together(Some(book.sheet)) } else { Pick::At(book.sheet) }
}

/// A choice in words.
fn name_of(book: &Book, pick: &Pick, text: &IntakeMessages, format: Format) -> String {
    match *pick {
        Pick::At(place) => {
            let sheet = book.sheets.get(place);
            sheet
                .map(|sheet| (text.sheet_name)(format, place as u64 + 1, &sheet.name, sheet.hidden))
                .unwrap_or_default()
        }
        _ => (text.sheets_together)(format, book.alike.len() as u64),
    }
}

/// What is read of several sheets, and what of the others.
fn hint(book: &Book, text: &IntakeMessages, format: Format) -> Option<String> {
    let all = book.sheets.len() as u64;
    match book.alike.len() as u64 {
        0 => (all > 1).then(|| (text.one_sheet)(format, all)),
        alike if book.together => Some((text.are_together)(format, alike)),
        alike => Some((text.alike_sheets)(format, alike - 1)),
    }
}
