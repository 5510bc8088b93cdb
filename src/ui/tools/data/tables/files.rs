//! The files that a table is made of; each can be taken out and put back.

use leptos::prelude::*;

use super::act::use_acts;
use crate::platform::clock;
use crate::profile::KeptImport;
use crate::ui::components::{Button, ButtonKind, Disclosure};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::tables::Listed;

/// The files; nothing where there was never more than one.
#[component]
pub fn Files(listed: Memo<Listed>) -> impl IntoView {
    let i18n = use_i18n();
    let is_several = Memo::new(move |_| listed.with(|listed| listed.table.imports.len() > 1));
    let summary = Signal::derive(move || {
        let files = listed.with(|listed| listed.table.imports.len());
        (i18n.text().tables().list.files)(i18n.format(), files as u64)
    });
    let rows = move || {
        let table = listed.with(|listed| listed.table.clone());
        let is_only = table.active().count() < 2;
        let id = StoredValue::new(table.id);
        let row = move |import| view! { <FileRow table=id import=import is_only=is_only /> };
        table.imports.into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || is_several.get()>
            <div class="kept-table__files">
                <Disclosure summary=summary>
                    <ul class="kept-files">{rows}</ul>
                </Disclosure>
            </div>
        </Show>
    }
}

/// A file, and the one thing that can be done with it.
#[component]
fn FileRow(table: StoredValue<String>, import: KeptImport, is_only: bool) -> impl IntoView {
    let i18n = use_i18n();
    let acts = use_acts();
    let is_active = import.is_active();
    let (rows, day) = (import.rows, clock::day_of(import.imported_ms));
    let facts = move || (i18n.text().tables().list.file_facts)(i18n.format(), rows, day);
    let name = import.file_name.clone();
    let label = Signal::derive(move || {
        let texts = &i18n.text().tables().list;
        (texts.act_on)(if is_active { texts.take_out } else { texts.put_back }, &name)
    });
    let file_name = import.file_name.clone();
    let press = move |()| {
        if is_active {
            acts.take_out(table.get_value(), import.id.clone(), &import.file_name);
        } else {
            acts.put_back(table.get_value(), import.id.clone());
        }
    };
    view! {
        <li class="kept-file" data-testid="kept-file" class:is-removed=!is_active>
            <span class="kept-file__name">{file_name}</span>
            <span class="kept-file__facts">{facts}</span>
            {(!is_active)
                .then(|| view! { <span class="kept-table__mark">{i18n.phrase(|text| text.tables().list.file_removed)}</span> })}
            <Button
                kind=ButtonKind::Quiet
                testid="file-toggle"
                label=label
                disabled=Signal::stored(is_only && is_active)
                on_press=press
            />
        </li>
    }
}
