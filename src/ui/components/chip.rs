//! A word in a frame: a class, a label, a filter.

use leptos::prelude::*;

use super::{Icon, IconView};

/// Colour of a chip by role. Deep, middle and pale are the three steps of the class palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Says nothing by itself.
    #[default]
    Neutral,
    /// Look here.
    Accent,
    /// Good.
    Good,
    /// Take care.
    Warn,
    /// Bad.
    Bad,
    /// First class.
    Deep,
    /// Second class.
    Middle,
    /// Third class.
    Pale,
}

impl Tone {
    /// The modifier that carries the tone: `chip--deep`.
    #[must_use]
    pub const fn chip_class(self) -> &'static str {
        match self {
            Self::Neutral => "chip",
            Self::Accent => "chip chip--accent",
            Self::Good => "chip chip--good",
            Self::Warn => "chip chip--warn",
            Self::Bad => "chip chip--bad",
            Self::Deep => "chip chip--deep",
            Self::Middle => "chip chip--middle",
            Self::Pale => "chip chip--pale",
        }
    }
}

/// A chip; with `on_press` a toggle button whose state is `pressed`.
#[component]
pub fn Chip(
    /// The word.
    #[prop(into)]
    label: Signal<String>,
    /// Colour by role.
    #[prop(optional)]
    tone: Tone,
    /// Drawn before the word.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Makes it a toggle.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// State of the toggle.
    #[prop(optional, into)]
    pressed: Signal<bool>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let content = move || {
        view! {
            {icon.map(|icon| view! { <IconView icon=icon /> })}
            <span>{label}</span>
        }
    };
    match on_press {
        None => view! { <span class=tone.chip_class() data-testid=testid>{content()}</span> }.into_any(),
        Some(on_press) => view! {
            <button
                type="button"
                class=tone.chip_class()
                class:chip--toggle=true
                data-testid=testid
                aria-pressed=Signal::derive(move || pressed.get().to_string())
                on:click=move |_| on_press.run(())
            >
                {content()}
            </button>
        }
        .into_any(),
    }
}
