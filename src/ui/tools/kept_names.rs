//! What the user keeps under names, in one row: chosen, saved, renamed, deleted with an undo.

use leptos::prelude::*;

use super::named_choices::NamedChoices;
use crate::i18n::Messages;
use crate::i18n::messages::clients::ViewMessages;
use crate::profile::named::{NAMED_MAX, Named, Renamed, Saved};
use crate::storage::Document;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::named::NamedList;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// The row. What is chosen and what is saved is the screen's business.
#[component]
pub fn KeptNames<D, T>(
    /// The list.
    list: NamedList<D, T>,
    /// Its words.
    text: fn(&'static Messages) -> &'static ViewMessages,
    /// The one in force, by name.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// Told the one chosen, or that none is.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    /// What is saved under a name: what is in sight now.
    #[prop(into)]
    make: Callback<String, T>,
    /// Whether there is something to save now.
    #[prop(default = Signal::stored(true), into)]
    can_save: Signal<bool>,
    /// Whether things are only saved here and chosen elsewhere.
    #[prop(optional)]
    only_saves: bool,
) -> impl IntoView
where
    D: Document + Clone + PartialEq + Send + Sync + 'static,
    T: Named + Clone + PartialEq + Send + Sync + 'static,
{
    let i18n = use_i18n();
    let toasts = use_toasts();
    let words = move || text(i18n.text());
    let save = move |name: String| {
        let saved = list.save(make.run(name.clone()));
        let (texts, said) = untrack(|| (i18n.text(), (words().saved)(&name)));
        match saved {
            Saved::New => toasts.show(ToastKind::Good, said),
            Saved::Replaced(before) => {
                let said = (texts.saving().replaced)(&said);
                toasts.show_with_action(ToastKind::Good, said, texts.shell().undo, list.bringing_back(before));
            }
            Saved::Full => {
                let said = untrack(|| (texts.saving().names_full)(i18n.format(), NAMED_MAX as u64));
                return toasts.show(ToastKind::Bad, said);
            }
        }
        on_choose.run(Some(name));
    };
    let rename = move |(from, to): (String, String)| match list.rename(from, to.clone()) {
        Renamed::Done => on_choose.run(Some(to)),
        Renamed::Taken => toasts.show(ToastKind::Bad, untrack(|| (i18n.text().saving().name_taken)(&to))),
        Renamed::Nothing => {}
    };
    let remove = move |name: String| {
        let Some(bring_back) = list.remove(&name) else { return };
        on_choose.run(None);
        let (removed, undo) = untrack(|| ((words().removed)(&name), i18n.text().shell().undo));
        toasts.show_with_action(ToastKind::Good, removed, undo, bring_back);
    };
    view! {
        <NamedChoices
            text=Signal::derive(words)
            names=list.names()
            selected
            on_choose
            on_save=save
            on_rename=rename
            on_remove=remove
            can_save
            only_saves
        />
    }
}
