//! Files given at once, as a context: the first is read, the others wait for their turn.

use std::collections::VecDeque;

use leptos::prelude::*;
use web_sys::File;

/// Which of the files given at once is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its place, from 1.
    pub place: u64,
    /// How many were given.
    pub all: u64,
}

impl Turn {
    /// Whether another one follows.
    #[must_use]
    pub const fn is_followed(self) -> bool {
        self.place < self.all
    }

    /// Whether others came before: what is accepted now goes with them.
    #[must_use]
    pub const fn follows(self) -> bool {
        self.place > 1
    }
}

/// The context. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct FileQueue {
    waiting: StoredValue<VecDeque<File>, LocalStorage>,
    turn: RwSignal<Option<Turn>>,
}

impl FileQueue {
    /// Provides the context to everything below.
    pub fn provide() -> Self {
        let queue = Self { waiting: StoredValue::new_local(VecDeque::new()), turn: RwSignal::new(None) };
        provide_context(queue);
        queue
    }

    /// Which file is being read; `None` when it came alone.
    #[must_use]
    pub fn turn(self) -> Signal<Option<Turn>> {
        self.turn.into()
    }

    /// Takes files in place of those that were still waiting, and gives the first.
    pub fn begin(self, files: Vec<File>) -> Option<File> {
        let all = files.len() as u64;
        self.turn.set((all > 1).then_some(Turn { place: 1, all }));
        let mut files = VecDeque::from(files);
        let first = files.pop_front();
        self.waiting.set_value(files);
        first
    }

    /// The file whose turn is next; after the last one the queue is over.
    #[must_use]
    pub fn advance(self) -> Option<File> {
        let next = self.waiting.try_update_value(VecDeque::pop_front).flatten();
        self.turn.update(|turn| {
            *turn = turn.filter(|_| next.is_some()).map(|turn| Turn { place: turn.place + 1, ..turn });
        });
        next
    }
}

/// Files given at once.
///
/// # Panics
/// Never in the app: the root provides it.
#[must_use]
pub fn use_file_queue() -> FileQueue {
    expect_context()
}
