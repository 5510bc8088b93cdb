//! Buttons.

use leptos::prelude::*;

use super::{Icon, IconView};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do next; one a screen.
    Primary,
    /// Anything else one may do.
    #[default]
    Secondary,
    /// Beside other things, without a frame.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button with a word, an icon, or both.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Drawn before the word; a signal where it changes.
    #[prop(optional, into)]
    icon: Option<Signal<Icon>>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The word, a verb.
    #[prop(into)]
    label: Signal<String>,
    /// Shows the icon only; the word goes to screen readers and to the hint on hover.
    #[prop(optional)]
    hide_label: bool,
    /// What a press does.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let hidden_label = move || hide_label.then(|| label.get());
    view! {
        <button
            type="button"
            class=kind.class()
            class:button--icon=hide_label
            data-testid=testid
            aria-label=hidden_label
            title=hidden_label
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {icon.map(|icon| view! { <IconView icon=icon /> })}
            {(!hide_label).then(|| view! { <span class="button__label">{label}</span> })}
        </button>
    }
}
