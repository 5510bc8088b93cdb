//! Passing notices, as a context.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

/// Long enough to read two lines.
const STAYS: Duration = Duration::from_secs(6);
/// An undo needs time to be wanted.
const STAYS_WITH_ACTION: Duration = Duration::from_secs(20);
/// More at once would cover the screen; the oldest goes first, and those with an action or an error last.
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
    /// How long it stays while nobody is at it; `None` until it is closed.
    stays: Option<Duration>,
}

/// The context.
#[derive(Clone, Copy, Debug)]
pub struct Toasts {
    all: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    /// What ends notices, by their numbers.
    timers: StoredValue<Vec<(u32, TimeoutHandle)>>,
}

impl Toasts {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let toasts =
            Self { all: RwSignal::new(Vec::new()), next: StoredValue::new(1), timers: StoredValue::new(Vec::new()) };
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
        self.hold(id);
        // A timer may come after the page has gone.
        self.all.try_update(|all| all.retain(|toast| toast.id != id));
    }

    /// Somebody is at a notice: it stays until [`Toasts::let_go`].
    pub fn hold(self, id: u32) {
        self.timers.update_value(|timers| {
            timers.extract_if(.., |(of, _)| *of == id).for_each(|(_, timer)| timer.clear());
        });
    }

    /// Nobody is at a notice any more: its time begins anew.
    pub fn let_go(self, id: u32) {
        self.hold(id);
        let stays =
            self.all.with_untracked(|all| all.iter().find(|toast| toast.id == id).and_then(|toast| toast.stays));
        if let Some(stays) = stays
            && let Ok(timer) = set_timeout_with_handle(move || self.dismiss(id), stays)
        {
            self.timers.update_value(|timers| timers.push((id, timer)));
        }
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
                let passing = all.iter().position(|toast| toast.kind != ToastKind::Bad && toast.action.is_none());
                all.remove(passing.unwrap_or_default());
            }
            all.push(Toast { id, kind, text, action, stays });
        });
        self.let_go(id);
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
