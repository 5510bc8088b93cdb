//! One kept table.

use leptos::prelude::*;

use super::act::use_acts;
use super::files::Files;
use super::rename::Rename;
use crate::analytics::dataset::Family;
use crate::platform::clock;
use crate::ui::components::{Button, ButtonKind, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::tables::{Listed, use_tables};
use crate::ui::state::workspace::{Loaded, use_workspace};

/// A table by its id: what it is, and what can be done with it.
#[component]
pub fn TableRow(id: String) -> impl IntoView {
    let i18n = use_i18n();
    let acts = use_acts();
    let id = StoredValue::new(id);
    let all = use_tables().all();
    // A table that has gone keeps its last look until its row goes as well.
    let listed = Memo::new(move |before: Option<&Listed>| {
        let found = all.with(|all| all.iter().find(|listed| id.with_value(|id| *id == listed.table.id)).cloned());
        found.or_else(|| before.cloned()).unwrap_or_else(|| Listed { table: Default::default(), lasts: true })
    });
    let workspace = use_workspace();
    // One table of each family is in use; the one of this screen needs no button to come here.
    let is_table =
        move |loaded: &Option<Loaded>| loaded.as_ref().is_some_and(|loaded| id.with_value(|id| *id == loaded.table));
    let in_use: Vec<_> = Family::ALL.map(|family| workspace.loaded_of(family)).to_vec();
    let is_open = Memo::new(move |_| in_use.iter().any(|loaded| loaded.with(is_table)));
    let is_current = Memo::new(move |_| workspace.current().with(is_table));
    let name = Memo::new(move |_| {
        listed.with(|listed| match listed.table.sample {
            true => (i18n.text().tables().list.sample)(listed.table.kind.family()).to_owned(),
            false => listed.table.name.clone(),
        })
    });
    let renaming = RwSignal::new(false);
    let label = move |verb: fn(&crate::i18n::messages::tables::ListTexts) -> &'static str| {
        Signal::derive(move || {
            let texts = &i18n.text().tables().list;
            (texts.act_on)(verb(texts), &name.get())
        })
    };
    let head = move || {
        if renaming.get() {
            let save = move |new: Option<String>| {
                if let Some(new) = new {
                    id.with_value(|id| acts.rename(id, new));
                }
                renaming.set(false);
            };
            view! { <Rename name=name.get_untracked() on_done=save /> }.into_any()
        } else {
            view! {
                <h3 class="kept-table__name">{name}</h3>
                <Marks is_open=is_open lasts=Signal::derive(move || listed.with(|listed| listed.lasts)) />
            }
            .into_any()
        }
    };
    view! {
        <li class="kept-table" data-testid="kept-table" data-table=move || name.get() class:is-open=move || is_open.get()>
            <div class="kept-table__words">
                <div class="kept-table__head">{head}</div>
                <Facts listed=listed />
            </div>
            <div class="kept-table__actions">
                <Show when=move || !is_current.get()>
                    <Button
                        testid="table-open"
                        label=Signal::derive(move || {
                            let texts = &i18n.text().tables().list;
                            if is_open.get() { texts.show } else { texts.open }.to_owned()
                        })
                        on_press=move || acts.open(id.get_value())
                    />
                </Show>
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Pencil
                    hide_label=true
                    testid="table-rename"
                    label=label(|texts| texts.rename)
                    on_press=move || renaming.update(|renaming| *renaming = !*renaming)
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Trash
                    hide_label=true
                    testid="table-remove"
                    label=label(|texts| texts.remove)
                    on_press=move || acts.remove(id.get_value(), &name.get_untracked())
                />
            </div>
            <Files listed=listed />
        </li>
    }
}

/// What sets a table apart from the others.
#[component]
fn Marks(is_open: Memo<bool>, lasts: Signal<bool>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Show when=move || is_open.get()>
            <span class="kept-table__mark">{i18n.phrase(|text| text.tables().list.is_open)}</span>
        </Show>
        <Show when=move || !lasts.get()>
            <span class="kept-table__mark kept-table__mark--passing">{i18n.phrase(|text| text.tables().list.passing)}</span>
        </Show>
    }
}

/// Kind, rows, period, size.
#[component]
fn Facts(listed: Memo<Listed>) -> impl IntoView {
    let i18n = use_i18n();
    let facts = move || {
        let (texts, format) = (&i18n.text().tables().list, i18n.format());
        listed.with(|Listed { table, .. }| {
            let kind = (i18n.text().kinds().name)(table.kind);
            let mut facts = vec![kind.to_owned(), (texts.rows)(format, table.rows())];
            // Of deals and sources nobody counts the clients.
            facts.extend((table.clients > 0).then(|| (texts.clients)(format, table.clients)));
            facts.extend(table.period().map(|(first, last)| (texts.period)(format, first, last)));
            facts.push((texts.added)(format, clock::day_of(table.changed_ms()), table.bytes()));
            facts.join(" · ")
        })
    };
    view! { <p class="kept-table__facts">{facts}</p> }
}
