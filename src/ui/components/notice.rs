//! Something that a user should know, in place.

use leptos::prelude::*;

use super::{Icon, IconView};

/// How a notice is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    #[default]
    Info,
    /// It worked.
    Good,
    /// Take care.
    Warn,
    /// It did not work.
    Bad,
}

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Good => "notice notice--good",
            Self::Warn => "notice notice--warn",
            Self::Bad => "notice notice--bad",
        }
    }

    /// The icon that stands for the kind, so that it does not hang on colour.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Good => Icon::CheckCircle,
            Self::Warn => Icon::Warning,
            Self::Bad => Icon::Error,
        }
    }
}

/// What happened, where, and what to do. Bad ones are read out at once.
#[component]
pub fn Notice(
    /// How it is meant.
    #[prop(optional)]
    kind: NoticeKind,
    /// What happened.
    #[prop(into)]
    title: Signal<String>,
    /// More about it.
    #[prop(optional, into)]
    text: Option<Signal<String>>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
    /// What to do: buttons, lists.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let role = if kind == NoticeKind::Bad { "alert" } else { "note" };
    view! {
        <div class=kind.class() role=role data-testid=testid>
            <IconView icon=kind.icon() />
            <div class="notice__body">
                <p class="notice__title">{title}</p>
                {text.map(|text| view! { <p class="notice__text">{text}</p> })}
                {children.map(|children| view! { <div class="notice__actions">{children()}</div> })}
            </div>
        </div>
    }
}
