//! Passing notices, as a context.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::ui::components::{Icon, NoticeKind};

/// Long enough to read two lines.
const STAYS: Duration = Duration::from_secs(6);
/// An undo needs time to be wanted.
const STAYS_WITH_ACTION: Duration = Duration::from_secs(20);
/// More at once would cover the screen; the oldest goes first.
const TOASTS_MAX: usize = 3;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// Worth knowing.
    Info,
    /// It worked.
    Good,
    /// It did not work. Stays until it is closed.
    Bad,
}

impl ToastKind {
    /// The icon that stands for the kind.
    #[must_use]
    pub const fn icon(self) -> Icon {
        match self {
            Self::Info => NoticeKind::Info.icon(),
            Self::Good => NoticeKind::Good.icon(),
            Self::Bad => NoticeKind::Bad.icon(),
        }
    }
}

/// The one thing that can be done about a notice, mostly undo.
///
/// It outlives the screen that showed the notice, so it is no `Callback`, which would end with that screen.
#[derive(Clone)]
pub struct ToastAction {
    /// A verb.
    pub label: String,
    /// What a press does; the notice then goes.
    pub run: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for ToastAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToastAction").field("label", &self.label).finish_non_exhaustive()
    }
}

/// A passing notice.
#[derive(Clone, Debug)]
pub struct Toast {
    /// Tells notices apart.
    pub id: u32,
    /// How it is meant.
    pub kind: ToastKind,
    /// What it says.
    pub text: String,
    /// What can be done about it.
    pub action: Option<ToastAction>,
}

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    all: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let toasts = Self { all: RwSignal::new(Vec::new()), next: StoredValue::new(1) };
        provide_context(toasts);
        toasts
    }

    /// The notices there are, oldest first.
    #[must_use]
    pub fn all(self) -> Signal<Vec<Toast>> {
        self.all.into()
    }

    /// Says something in passing.
    pub fn show(self, kind: ToastKind, text: impl Into<String>) {
        self.push(kind, text.into(), None);
    }

    /// Says something in passing and offers a way to act on it.
    pub fn show_with_action(
        self,
        kind: ToastKind,
        text: impl Into<String>,
        label: impl Into<String>,
        run: impl Fn() + Send + Sync + 'static,
    ) {
        self.push(kind, text.into(), Some(ToastAction { label: label.into(), run: Arc::new(run) }));
    }

    /// Takes a notice away.
    pub fn dismiss(self, id: u32) {
        // A timer may come after the page has gone.
        self.all.try_update(|all| all.retain(|toast| toast.id != id));
    }

    fn push(self, kind: ToastKind, text: String, action: Option<ToastAction>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let stays = match (kind, &action) {
            (ToastKind::Bad, _) => None,
            (_, Some(_)) => Some(STAYS_WITH_ACTION),
            (_, None) => Some(STAYS),
        };
        self.all.update(|all| {
            // The same words twice are one notice.
            all.retain(|toast| toast.text != text);
            if all.len() >= TOASTS_MAX {
                all.remove(0);
            }
            all.push(Toast { id, kind, text, action });
        });
        if let Some(stays) = stays {
            set_timeout(move || self.dismiss(id), stays);
        }
    }
}

/// Passing notices.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_toasts() -> Toasts {
    expect_context()
}
