//! Over a result that the page has whole: which table it is of, and what saves it.

use leptos::prelude::*;

use crate::i18n::{Format, Messages};
use crate::jobs::sheet::{Basis, Export, FileKind};
use crate::ui::components::SaveTable;
use crate::ui::saving::use_saver;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::Loaded;

/// The name of the table, and the result saved as a file.
#[component]
pub fn ResultBar(
    /// The table.
    #[prop(into)]
    file: Signal<Option<Loaded>>,
    /// Makes what is saved.
    made: impl Fn(&Loaded, Format) -> Export<'static> + Send + Sync + 'static,
    /// Name of the saved file without its ending.
    stem: fn(&'static Messages) -> &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let saver = use_saver();
    let name = move || file.with(|file| file.as_ref().map(|file| file.name.clone()));
    let save = move |kind: FileKind| {
        let format = untrack(|| i18n.format());
        if let Some(made) = file.with_untracked(|file| file.as_ref().map(|file| made(file, format))) {
            saver.own_table(made, untrack(|| stem(i18n.text())).to_owned(), kind);
        }
    };
    view! {
        <div class="result-bar">
            <p class="result-bar__name">{name}</p>
            <SaveTable on_save=save disabled=saver.busy() />
        </div>
    }
}

/// What a result was computed from, for the pictures that are saved of it; nothing without a table.
pub fn basis_line(
    file: Signal<Option<Loaded>>,
    basis: impl Fn(&Loaded, Format) -> Basis + Send + Sync + 'static,
) -> Signal<Vec<String>> {
    let i18n = use_i18n();
    Signal::derive(move || {
        let format = i18n.format();
        file.with(|file| file.iter().map(|file| basis(file, format).line(format)).collect())
    })
}
