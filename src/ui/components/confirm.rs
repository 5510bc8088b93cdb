//! A question before something is taken away.

use leptos::{html, prelude::*};

use super::{Button, ButtonKind, unique_id};
use crate::platform::dialog;
use crate::ui::state::i18n::use_i18n;

/// A modal question with two answers; Esc is a no. The focus begins on the harmless answer.
#[component]
pub fn ConfirmDialog(
    /// The question.
    #[prop(into)]
    title: Signal<String>,
    /// What will happen.
    #[prop(into)]
    text: Signal<String>,
    /// The verb of the harmful answer.
    #[prop(into)]
    confirm_label: Signal<String>,
    /// Whether it is there.
    #[prop(into)]
    open: Signal<bool>,
    /// Told the answer.
    #[prop(into)]
    on_answer: Callback<bool>,
    /// Name of the harmful answer for automation.
    #[prop(default = "confirm")]
    testid: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("confirm");
    let text_id = format!("{id}-text");
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            dialog::set_open(&element, open.get());
        }
    });
    view! {
        <dialog
            class="confirm"
            role="alertdialog"
            node_ref=element
            aria-labelledby=id
            aria-describedby=text_id
            on:close=move |_| {
                if open.get_untracked() {
                    on_answer.run(false);
                }
            }
        >
            <h2 class="confirm__title" id=id.clone()>{title}</h2>
            <p class="confirm__text" id=text_id.clone()>{text}</p>
            <div class="confirm__actions">
                <Button label=i18n.label(|text| text.shell().cancel) on_press=move || on_answer.run(false) />
                <Button
                    kind=ButtonKind::Danger
                    testid=testid
                    label=confirm_label
                    on_press=move || on_answer.run(true)
                />
            </div>
        </dialog>
    }
}
