//! The list in sight: its pages, and the names that its rows refer to.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use crate::analytics::segmentation::priority::Groups;
use crate::analytics::segmentation::rfm::segments::ScoreMap;
use crate::analytics::segmentation::value::ValueBy;
use crate::jobs::protocol::{Beside, ClientPage, ClientQuery, JobError, Request, Response};
use crate::ui::tools::paged::{self, Page, Paged};

/// What decides the rows: the table, the rules and the query.
#[derive(Clone, Debug, PartialEq)]
pub struct ListKey {
    /// The table.
    pub generation: u32,
    /// The list of clients that criteria use columns of, see `Link`; 0 where none are used.
    pub link: u32,
    /// Rules of the matrix.
    pub options: AbcXyzOptions,
    /// What rows carry besides.
    pub beside: Box<Beside>,
    /// Which clients, in what order.
    pub query: ClientQuery,
}

impl paged::PageKey for ListKey {
    type Row = ClientRow;

    fn request(self, from: u64, count: u64) -> Request {
        let Self { options, beside, query, .. } = self;
        Request::Clients { options, beside, query, from, count }
    }

    fn page(answer: Response) -> Option<Page<ClientRow>> {
        let ClientPage { total, from, rows } = answer.try_unwrap_clients().ok()?;
        Some(Page { total, from, rows })
    }
}

/// The list in sight.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    paged: Paged<ListKey>,
    map: Memo<Option<Arc<ScoreMap>>>,
    groups: Memo<Option<Groups>>,
    by: Memo<ValueBy>,
}

impl Listing {
    /// The list of what `wanted` says.
    pub fn new(wanted: Memo<Option<ListKey>>) -> Self {
        Self {
            paged: Paged::new(wanted),
            map: Memo::new(move |_| {
                let map = |key: &ListKey| key.beside.rfm.as_ref().map(|rfm| Arc::new(rfm.map()));
                wanted.with(|key| key.as_ref().and_then(map))
            }),
            by: Memo::new(move |_| wanted.with(|key| key.as_ref().map(|key| key.options.value)).unwrap_or_default()),
            groups: Memo::new(move |_| {
                wanted.with(|key| key.as_ref()?.beside.priority.as_ref().map(|priority| priority.groups.clone()))
            }),
        }
    }

    /// The measure of value.
    pub fn by(self) -> Memo<ValueBy> {
        self.by
    }

    /// What the rows in sight were asked with.
    pub fn shown(self) -> Option<ListKey> {
        self.paged.shown()
    }

    /// The priority groups that rows refer to.
    pub fn groups(self) -> Signal<Option<Groups>> {
        self.groups.into()
    }

    /// The map of segments that rows refer to.
    pub fn map(self) -> Memo<Option<Arc<ScoreMap>>> {
        self.map
    }

    /// Rows of the list.
    pub fn total(self) -> Signal<u64> {
        self.paged.total()
    }

    /// Whether the first rows have come.
    pub fn is_ready(self) -> Signal<bool> {
        self.paged.is_ready()
    }

    /// Whether the rows in sight are those of an older question.
    pub fn is_stale(self) -> Signal<bool> {
        self.paged.is_stale()
    }

    /// Counts up when the list is another one and is to be read from its top.
    pub fn restarts(self) -> Signal<u32> {
        self.paged.restarts()
    }

    /// Why there are no newer rows.
    pub fn failure(self) -> Signal<Option<JobError>> {
        self.paged.failure()
    }

    /// Asks once more after an error.
    pub fn again(self) -> Callback<()> {
        self.paged.again()
    }

    /// A row, as soon as it is here.
    pub fn row(self, index: u64) -> Option<Arc<ClientRow>> {
        self.paged.row(index)
    }

    /// Other rows came in sight.
    pub fn look_at(self, rows: Range<u64>) {
        self.paged.look_at(rows);
    }
}
