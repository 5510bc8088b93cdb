//! Settings kept under names: chosen, saved, renamed, deleted. What they are settings of, it does not know.

use leptos::{html, prelude::*};

use crate::i18n::messages::clients::ViewMessages;
use crate::profile::named::free_name;
use crate::ui::components::{Button, ButtonKind, Icon, Select, TextField, none_or};

/// What the name field is open for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Naming {
    /// A new one.
    New,
    /// Another name for this one.
    Rename(String),
}

/// A choice of saved settings, and what can be done to them. Deleting is undone by whoever is told of it.
#[component]
pub fn NamedChoices(
    /// Its words.
    #[prop(into)]
    text: Signal<&'static ViewMessages>,
    /// Names, in their order.
    #[prop(into)]
    names: Signal<Vec<String>>,
    /// The one chosen last.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// Told the one chosen, or that none is.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    /// Told the name to save under.
    #[prop(into)]
    on_save: Callback<String>,
    /// Told the old and the new name.
    #[prop(into)]
    on_rename: Callback<(String, String)>,
    /// Told the name of what is deleted.
    #[prop(into)]
    on_remove: Callback<String>,
    /// Whether there is something to save now.
    #[prop(default = Signal::stored(true), into)]
    can_save: Signal<bool>,
    /// Whether settings are only saved here and chosen elsewhere.
    #[prop(optional)]
    only_saves: bool,
) -> impl IntoView {
    let (naming, set_naming) = signal(None::<Naming>);
    let (typed, set_typed) = signal(String::new());
    let begin = move |what: Naming| {
        set_typed.set(match &what {
            Naming::New => names.with_untracked(|names| free_name(names, text.get_untracked().new_name)),
            Naming::Rename(name) => name.clone(),
        });
        set_naming.set(Some(what));
    };
    // The field goes, and the focus must not go with it.
    let group = NodeRef::<html::Div>::new();
    let close = move || {
        set_naming.set(None);
        if let Some(group) = group.get_untracked() {
            let _ = group.focus();
        }
    };
    let commit = move || {
        let name = typed.get_untracked().trim().to_owned();
        if let (Some(what), false) = (naming.get_untracked(), name.is_empty()) {
            match what {
                Naming::New => on_save.run(name),
                Naming::Rename(from) => on_rename.run((from, name)),
            }
        }
        close();
    };
    let has_any = Memo::new(move |_| !only_saves && names.with(|names| !names.is_empty()));
    let acts = move || {
        let name = selected.get()?;
        let (renamed, removed) = (name.clone(), name);
        Some(view! {
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Pencil
                hide_label=true
                label=Signal::derive(move || text.get().rename.to_owned())
                on_press=move || begin(Naming::Rename(renamed.clone()))
                testid="view-rename"
            />
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Trash
                hide_label=true
                label=Signal::derive(move || text.get().remove.to_owned())
                on_press=move || on_remove.run(removed.clone())
                testid="view-remove"
            />
        })
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => commit(),
        "Escape" => close(),
        _ => {}
    };
    view! {
        <div
            class="named no-print"
            role="group"
            tabindex="-1"
            node_ref=group
            aria-label=move || text.get().choose
        >
            <Show when=move || has_any.get()>
                <Select
                    label=Signal::derive(move || text.get().choose.to_owned())
                    all=move || none_or(names.get())
                    name=move |name| name.unwrap_or_else(|| text.get().none.to_owned())
                    chosen=move || selected.get()
                    on_change=move |name| on_choose.run(name)
                    testid="view-choice"
                />
                {acts}
            </Show>
            {move || match naming.get() {
                Some(_) => view! {
                    <div class="named__name" on:keydown=pressed>
                        <TextField
                            label=Signal::derive(move || text.get().name.to_owned())
                            value=typed
                            takes_focus=true
                            on_input=move |name| set_typed.set(name)
                            testid="view-name"
                        />
                        <Button
                            label=Signal::derive(move || text.get().save.to_owned())
                            on_press=commit
                            testid="view-commit"
                        />
                    </div>
                }
                .into_any(),
                None => view! {
                    <Show when=move || can_save.get()>
                        <Button
                            kind=ButtonKind::Quiet
                            icon=Icon::Plus
                            label=Signal::derive(move || text.get().save.to_owned())
                            on_press=move || begin(Naming::New)
                            testid="view-save"
                        />
                    </Show>
                }
                .into_any(),
            }}
        </div>
    }
}
