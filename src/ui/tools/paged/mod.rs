//! Long lists that come from the engine page by page, and are kept up to date.

mod pages;

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use self::pages::Page;
use self::pages::{PAGE_ROWS, Pages};
use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::workspace::{Workspace, use_workspace};

/// What decides the rows of a list: the table, the rules, the query.
pub trait PageKey: Clone + PartialEq + Send + Sync + 'static {
    /// A row.
    type Row: PartialEq + Send + Sync + 'static;

    /// The question for some of the rows.
    fn request(self, from: u64, count: u64) -> Request;
    /// The rows in an answer to it.
    fn page(answer: Response) -> Option<Page<Self::Row>>;
}

/// The list in sight. Rows are kept outside the signals; `version` tells that there are more of them.
///
/// One page is under way at a time, and always one that is in sight then. A list of another key replaces the
/// old one when its first page comes, so that nothing flickers; an answer that belongs to an older key is dropped.
/// After an error nothing more is asked for, until another list is wanted or the user asks again.
#[derive(Debug)]
pub struct Paged<K: PageKey> {
    workspace: Workspace,
    wanted: Memo<Option<K>>,
    shown: StoredValue<Option<K>>,
    pages: StoredValue<Pages<K::Row>>,
    in_sight: StoredValue<Range<u64>>,
    running: StoredValue<bool>,
    version: RwSignal<u32>,
    restarts: RwSignal<u32>,
    /// Of which list a page did not come, and why.
    failure: RwSignal<Option<(K, JobError)>>,
}

impl<K: PageKey> Clone for Paged<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: PageKey> Copy for Paged<K> {}

impl<K: PageKey> Paged<K> {
    /// The list of what `wanted` says.
    pub fn new(wanted: Memo<Option<K>>) -> Self {
        let paged = Self {
            workspace: use_workspace(),
            wanted,
            shown: StoredValue::new(None),
            pages: StoredValue::new(Pages::default()),
            in_sight: StoredValue::new(0..0),
            running: StoredValue::new(false),
            version: RwSignal::new(0),
            restarts: RwSignal::new(0),
            failure: RwSignal::new(None),
        };
        Effect::new(move |_| {
            wanted.track();
            paged.fetch();
        });
        paged
    }

    /// What the rows in sight were asked with.
    pub fn shown(self) -> Option<K> {
        self.shown.get_value()
    }

    /// Rows of the list.
    pub fn total(self) -> Signal<u64> {
        Signal::derive(move || {
            self.version.track();
            self.pages.with_value(Pages::total)
        })
    }

    /// Whether the first rows have come.
    pub fn is_ready(self) -> Signal<bool> {
        Signal::derive(move || self.version.get() > 0)
    }

    /// Whether the rows in sight are those of an older question.
    pub fn is_stale(self) -> Signal<bool> {
        Signal::derive(move || {
            self.version.track();
            let wanted = self.wanted.get();
            self.failure().with(Option::is_none) && self.shown.with_value(|shown| *shown != wanted)
        })
    }

    /// Counts up when the list is another one and is to be read from its top.
    pub fn restarts(self) -> Signal<u32> {
        self.restarts.into()
    }

    /// Why there are no newer rows.
    pub fn failure(self) -> Signal<Option<JobError>> {
        Signal::derive(move || {
            let wanted = self.wanted.get();
            let failure = self.failure.get().filter(|(of, _)| Some(of) == wanted.as_ref());
            failure.map(|(_, error)| error)
        })
    }

    /// Asks once more after an error.
    pub fn again(self) -> Callback<()> {
        Callback::new(move |()| {
            self.failure.set(None);
            self.fetch();
        })
    }

    /// A row, as soon as it is here.
    pub fn row(self, index: u64) -> Option<Arc<K::Row>> {
        self.version.track();
        self.pages.with_value(|pages| pages.row(index))
    }

    /// Other rows came in sight.
    pub fn look_at(self, rows: Range<u64>) {
        self.in_sight.set_value(rows);
        self.fetch();
    }

    fn fetch(self) {
        if self.running.get_value() {
            return;
        }
        self.running.set_value(true);
        spawn_local(async move {
            while let Some((key, from)) = self.next_page() {
                let answer = self.workspace.ask_sales(key.clone().request(from, PAGE_ROWS)).await;
                // Gone with the screen, or answers what is no longer asked.
                if self.wanted.try_get_untracked().is_none_or(|wanted| wanted.as_ref() != Some(&key)) {
                    continue;
                }
                match answer.map(K::page) {
                    Ok(Some(page)) => {
                        let restarts = self.shown.with_value(|shown| shown.as_ref() != Some(&key));
                        let in_sight = self.in_sight.get_value();
                        self.pages.update_value(|pages| {
                            if restarts {
                                *pages = Pages::default();
                            }
                            pages.insert(page, &in_sight);
                        });
                        self.shown.set_value(Some(key));
                        self.version.update(|version| *version = version.wrapping_add(1));
                        if restarts {
                            self.restarts.update(|restarts| *restarts = restarts.wrapping_add(1));
                        }
                    }
                    Ok(None) => self.failure.set(Some((key, JobError::OtherBuild))),
                    Err(error) => self.failure.set(Some((key, error))),
                }
            }
            self.running.try_update_value(|running| *running = false);
        });
    }

    /// The next page to ask for; `None` when all in sight is here, after an error, or when the screen has gone.
    fn next_page(self) -> Option<(K, u64)> {
        let key = self.wanted.try_get_untracked().flatten()?;
        if self.failure.try_with_untracked(|failure| failure.as_ref().is_some_and(|(of, _)| *of == key))? {
            return None;
        }
        let is_shown = self.shown.try_with_value(|shown| shown.as_ref() == Some(&key))?;
        let from = if is_shown {
            let in_sight = self.in_sight.try_get_value()?;
            self.pages.try_with_value(|pages| pages.missing(&in_sight))??
        } else {
            0
        };
        Some((key, from))
    }
}
