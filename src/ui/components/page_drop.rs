//! Files dropped anywhere on the page.
//!
//! Without this, a browser leaves the page for a file dropped beside the zone, and what was in the page is lost.

use leptos::prelude::*;
use web_sys::File;

use crate::platform::file_access;

/// Who takes a dropped file: the drop zone that came to the page last, else the page itself.
#[derive(Clone, Copy, Debug)]
pub struct PageDrop {
    takers: StoredValue<Vec<(u32, Callback<Vec<File>>)>>,
    next: StoredValue<u32>,
    over: RwSignal<bool>,
}

impl PageDrop {
    /// Listens to the page and provides the context to everything below. `otherwise` takes a file when no zone is there.
    pub fn provide(otherwise: Callback<Vec<File>>) -> Self {
        let drop = Self {
            takers: StoredValue::new(vec![(0, otherwise)]),
            next: StoredValue::new(1),
            over: RwSignal::new(false),
        };
        let listeners = file_access::listen_for_drops(
            move |over| {
                if drop.over.get_untracked() != over {
                    drop.over.set(over);
                }
            },
            move |files| drop.hand_over(files),
        );
        let listeners = StoredValue::new_local(listeners);
        on_cleanup(move || listeners.set_value(None));
        provide_context(drop);
        drop
    }

    /// Whether a file is being held over the page.
    #[must_use]
    pub fn over(self) -> Signal<bool> {
        self.over.into()
    }

    /// Takes dropped files until the calling component goes.
    pub fn take(self, taker: Callback<Vec<File>>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.takers.update_value(|takers| takers.push((id, taker)));
        on_cleanup(move || {
            self.takers.try_update_value(|takers| takers.retain(|(other, _)| *other != id));
        });
    }

    fn hand_over(self, files: Vec<File>) {
        let taker = self.takers.with_value(|takers| takers.last().map(|(_, taker)| *taker));
        if let Some(taker) = taker {
            taker.run(files);
        }
    }
}

/// Files dropped on the page.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_page_drop() -> PageDrop {
    expect_context()
}
