//! What a workbook is, and which of its sheets is read.

use leptos::prelude::*;

use super::state::DraftState;
use crate::ui::components::Select;
use crate::ui::state::i18n::use_i18n;

/// The form of the workbook, and the choice of a sheet.
#[component]
pub fn BookFacts(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = move || state.book.get().map(|book| (i18n.text().intake().form_name)(book.format));
    let sheets = Memo::new(move |_| {
        let (text, format) = (i18n.text().intake(), i18n.format());
        let book = state.book.get();
        let sheets = book.iter().flat_map(|book| &book.sheets).zip(1..);
        sheets.map(|(sheet, place)| (text.sheet_name)(format, place, &sheet.name, sheet.hidden)).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| state.book.get().map_or(0, |book| book.sheet));
    let one_of_several = move || {
        let all = sheets.with(Vec::len) as u64;
        let text = (i18n.text().intake().one_sheet)(i18n.format(), all);
        (all > 1).then(|| view! { <p class="import-book__hint" data-testid="import-one-sheet">{text}</p> })
    };
    view! {
        <div class="field">
            <span class="field__label">{i18n.phrase(|text| text.intake().form)}</span>
            <span data-testid="import-form">{form}</span>
        </div>
        <Select
            label=i18n.label(|text| text.intake().sheet)
            options=sheets
            selected=chosen
            on_change=move |index| state.choose_sheet(index)
            testid="import-sheet"
        />
        {one_of_several}
    }
}
