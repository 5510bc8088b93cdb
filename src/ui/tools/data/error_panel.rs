//! Why a file cannot be read: what happened, where, and what to do.

use leptos::prelude::*;

use crate::analytics::dataset::{Field, ReadError};
use crate::jobs::protocol::JobError;
use crate::ui::components::{Icon, IconView};
use crate::ui::error_text::error_text;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// The error in words. Read out as soon as it appears.
#[component]
pub fn ErrorPanel(
    /// The error.
    error: JobError,
) -> impl IntoView {
    let i18n = use_i18n();
    let missing = missing_fields(&error);
    let words = Memo::new(move |_| error_text(&error, i18n.format()));
    view! {
        <section class="notice notice--bad" role="alert" data-testid="error-panel">
            <IconView icon=Icon::Error />
            <div class="notice__body">
                <h2 class="notice__title">{move || words.get().heading}</h2>
                <p>{move || words.get().text}</p>
                <h3 class="import-error__todo">{i18n.phrase(|text| text.errors().what_to_do)}</h3>
                <MissingFields fields=missing />
                <p>{move || words.get().advice}</p>
                <StillLoaded />
            </div>
        </section>
    }
}

/// A line for each needed field that no column stands for.
#[component]
fn MissingFields(fields: Vec<Field>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |field| view! { <li>{move || (i18n.text().import().columns.missing)(field)}</li> };
    let is_any = !fields.is_empty();
    let lines = fields.into_iter().map(line).collect_view();
    is_any.then(|| view! { <ul class="import-error__fields">{lines}</ul> })
}

/// Bad input loses nothing, and says so.
#[component]
fn StillLoaded() -> impl IntoView {
    let i18n = use_i18n();
    let loaded = use_workspace().current();
    let words = move || {
        let texts = i18n.text().errors();
        loaded.with(|loaded| {
            loaded.as_ref().map(|loaded| match loaded.sample {
                true => texts.still_loaded_sample.to_owned(),
                false => (texts.still_loaded)(&loaded.name),
            })
        })
    };
    move || words().map(|words| view! { <p class="import-error__kept">{words}</p> })
}

fn missing_fields(error: &JobError) -> Vec<Field> {
    match error {
        JobError::Read(ReadError::MissingFields { fields, .. }) => fields.clone(),
        _ => Vec::new(),
    }
}
