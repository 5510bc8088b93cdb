//! Text of a program, to be taken away.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{clipboard, download};
use crate::ui::components::{Button, ButtonKind, Icon, unique_id};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// A text that can be read, copied and, under a name, saved.
#[component]
pub fn Code(
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Name of the file; without one there is none to save.
    #[prop(optional)]
    file_name: Option<&'static str>,
    /// Name for automation.
    testid: &'static str,
) -> impl IntoView {
    let (i18n, toasts) = (use_i18n(), use_toasts());
    let id = unique_id("code");
    let copy = move |()| {
        let (text, texts) = (text.get_untracked(), i18n.text().beyond());
        spawn_local(async move {
            match clipboard::copy(&text).await {
                Ok(()) => toasts.show(ToastKind::Good, texts.copied),
                Err(_) => toasts.show(ToastKind::Bad, texts.copy_failed),
            }
        });
    };
    let save = move |file_name: &str| {
        let saved = text.with_untracked(|text| download::save(file_name, "application/sql", text.as_bytes()));
        if saved.is_err() {
            toasts.show(ToastKind::Bad, i18n.text().beyond().download_failed);
        }
    };
    view! {
        <div class="code">
            <div class="code__bar">
                <h3 class="code__title" id=id.clone()>{title}</h3>
                <Button kind=ButtonKind::Quiet label=i18n.label(|text| text.beyond().copy) on_press=copy />
                {file_name
                    .map(|file_name| {
                        view! {
                            <Button
                                kind=ButtonKind::Quiet
                                icon=Icon::Download
                                label=i18n.label(|text| text.beyond().download)
                                on_press=move |()| save(file_name)
                            />
                        }
                    })}
            </div>
            // Scrolls, and so must be reachable by keyboard.
            <pre class="code__text" tabindex="0" role="region" aria-labelledby=id data-testid=testid>
                <code>{text}</code>
            </pre>
        </div>
    }
}
