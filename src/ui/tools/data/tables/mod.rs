//! The kept tables: a list to open, rename and remove, with the files that each is made of.

mod act;
mod files;
mod rename;
mod row;

use leptos::prelude::*;

use self::row::TableRow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::tables::use_tables;

/// The list; nothing where there is nothing in it.
#[component]
pub fn TableList() -> impl IntoView {
    let i18n = use_i18n();
    let all = use_tables().all();
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|listed| listed.table.id.clone()).collect::<Vec<_>>()));
    view! {
        <Show when=move || is_any.get()>
            <section class="kept-tables" aria-labelledby="kept-tables-title">
                <h2 id="kept-tables-title">{i18n.phrase(|text| text.tables().list.heading)}</h2>
                <p class="kept-tables__text">{i18n.phrase(|text| text.tables().list.text)}</p>
                <ul class="kept-tables__list">
                    <For each=move || ids.get() key=String::clone let:id>
                        <TableRow id=id />
                    </For>
                </ul>
            </section>
        </Show>
    }
}
