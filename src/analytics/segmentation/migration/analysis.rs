//! From the analyses of two windows to the moves of clients.

use std::cmp::Ordering;

use super::{Days, MigrationOptions, MigrationSummary, Move, MovementRow, Place, Tally, default_windows};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::{Names, SalesTable};
use crate::analytics::segmentation::abc_xyz::analysis::{AbcXyzAnalysis, Classified};
use crate::analytics::segmentation::abc_xyz::groundwork::Groundwork;
use crate::analytics::segmentation::history::Histories;

/// One client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Number of the client in the table's names.
    pub client: u32,
    /// Where it stood.
    pub before: Place,
    /// Where it stands.
    pub after: Place,
    /// Value in the earlier window.
    pub value_before: Sum,
    /// Value in the later window.
    pub value_after: Sum,
}

/// Every client of two windows, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The options that it was computed with.
    pub options: MigrationOptions,
    /// The windows compared.
    pub windows: Option<(Days, Days)>,
    /// The windows that are proposed for this table.
    pub proposed: Option<(Days, Days)>,
    /// Clients by number.
    pub movements: Vec<Movement>,
    /// Rows without a client in either window, and their sum.
    pub without_client: (u64, Sum),
    /// Rows in neither window, and their sum.
    pub outside_windows: (u64, Sum),
}

/// A client of one window: number, place, value.
type Standing = (u32, Place, Sum);

impl Migration {
    /// Compares two windows of a table, those of `options` or the usual ones.
    #[must_use]
    pub fn new(table: &SalesTable, options: MigrationOptions) -> Self {
        let proposed = default_windows(table);
        let windows = options.windows(proposed);
        let side = |window: Days| {
            let histories = Histories::new(table, Some(window), options.rules.grain);
            standings(table, &histories, &options)
        };
        let movements = windows.map(|(before, after)| joined(side(before), side(after))).unwrap_or_default();
        let (without_client, outside_windows) = left_out(table, windows);
        Self { options, windows, proposed, movements, without_client, outside_windows }
    }

    /// What the screen shows.
    #[must_use]
    pub fn summary(&self) -> MigrationSummary {
        let places = Place::ALL.len();
        let mut cells = vec![Tally::default(); places * places];
        let mut moves = vec![Tally::default(); Move::ALL.len()];
        let mut all = Tally::default();
        for movement in &self.movements {
            let cell = cells.get_mut(movement.before.index() * places + movement.after.index());
            let kind = movement.kind();
            let of_move = Move::ALL.iter().position(|one| *one == kind).and_then(|index| moves.get_mut(index));
            for tally in cell.into_iter().chain(of_move).chain([&mut all]) {
                tally.clients += 1;
                tally.before += movement.value_before;
                tally.after += movement.value_after;
            }
        }
        let Self { options, windows, proposed, without_client, outside_windows, .. } = *self;
        MigrationSummary { options, windows, proposed, cells, moves, all, without_client, outside_windows }
    }

    /// Everything about the client at `index` of [`Migration::movements`].
    #[must_use]
    pub fn row(&self, index: usize, names: &Names) -> Option<MovementRow> {
        let Movement { client, before, after, value_before, value_after } = *self.movements.get(index)?;
        let client = names.get(client).unwrap_or_default().to_owned();
        Some(MovementRow { client, before, after, value_before, value_after })
    }
}

impl Movement {
    /// What became of the client.
    #[must_use]
    pub fn kind(&self) -> Move {
        Move::between(self.before, self.after)
    }

    /// What it brings more than before.
    #[must_use]
    pub fn change(&self) -> Sum {
        self.value_after - self.value_before
    }
}

/// Rows and their sum.
type Rows = (u64, Sum);

/// Rows of either window without a client, and rows of neither.
fn left_out(table: &SalesTable, windows: Option<(Days, Days)>) -> (Rows, Rows) {
    let (mut without_client, mut outside) = (Rows::default(), Rows::default());
    let is_in = |day, (first, last): Days| first <= day && day <= last;
    for ((&client, &day), &amount) in table.client.iter().zip(&table.day).zip(&table.amount) {
        let aside = if !windows.is_some_and(|(before, after)| is_in(day, before) || is_in(day, after)) {
            &mut outside
        } else if table.client_names.get(client).is_none() {
            &mut without_client
        } else {
            continue;
        };
        aside.0 += 1;
        aside.1 += amount;
    }
    (without_client, outside)
}

/// Where the clients of a window stand, by number.
fn standings(table: &SalesTable, histories: &Histories, options: &MigrationOptions) -> Vec<Standing> {
    let groundwork = Groundwork::new(table, histories, options.rules.value);
    let analysis = AbcXyzAnalysis::new(histories, &groundwork, options.rules);
    let standing = |classified: &Classified| {
        let client = histories.clients.get(classified.history)?;
        Some((client.client, classified.cell.abc.map_or(Place::NoValue, Place::Class), classified.value))
    };
    let mut standings: Vec<Standing> = analysis.clients.iter().filter_map(standing).collect();
    standings.sort_unstable_by_key(|(client, ..)| *client);
    standings
}

/// Both windows side by side.
fn joined(before: Vec<Standing>, after: Vec<Standing>) -> Vec<Movement> {
    let (mut before, mut after) = (before.into_iter().peekable(), after.into_iter().peekable());
    let mut joined = Vec::new();
    loop {
        let order = match (before.peek(), after.peek()) {
            (None, None) => return joined,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((left, ..)), Some((right, ..))) => left.cmp(right),
        };
        let was = if order.is_le() { before.next() } else { None };
        let is = if order.is_ge() { after.next() } else { None };
        let place = |side: Option<Standing>| side.map_or((Place::Absent, Sum::ZERO), |(_, place, sum)| (place, sum));
        let ((before, value_before), (after, value_after)) = (place(was), place(is));
        if let Some((client, ..)) = was.or(is) {
            joined.push(Movement { client, before, after, value_before, value_after });
        }
    }
}
