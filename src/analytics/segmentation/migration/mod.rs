//! Migration: who changed class between two windows, and what that cost or brought.
//!
//! Both windows are parted by the same rules. A client stands at a [`Place`] in each: in a class by value, without one,
//! or nowhere, without a row in that window. The two places are a cell of the matrix ([`MigrationSummary::cell`]) and
//! decide the [`Move`]. A client with a row in either window is counted once, so that the sums of all cells are the
//! totals of both windows.

pub mod analysis;
mod windows;

use serde::{Deserialize, Serialize};

use super::abc::AbcClass;
use super::abc_xyz::AbcXyzOptions;
use crate::analytics::amount::Sum;
use crate::analytics::date::Day;

pub use self::windows::default_windows;

/// First and last day.
pub type Days = (Day, Day);

/// Where a client stands in one window, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Place {
    /// In a class.
    Class(AbcClass),
    /// There, with a value of zero or less.
    NoValue,
    /// No row in this window.
    Absent,
}

impl Place {
    /// Every place, best first.
    pub const ALL: [Self; 5] =
        [Self::Class(AbcClass::A), Self::Class(AbcClass::B), Self::Class(AbcClass::C), Self::NoValue, Self::Absent];

    /// Position in [`Place::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Class(class) => class as usize,
            Self::NoValue => 3,
            Self::Absent => 4,
        }
    }

    /// One character: `A`, `B`, `C`, `-` without a class, `0` where the client is not there.
    #[must_use]
    pub const fn code(self) -> char {
        match self {
            Self::Class(AbcClass::A) => 'A',
            Self::Class(AbcClass::B) => 'B',
            Self::Class(AbcClass::C) => 'C',
            Self::NoValue => '-',
            Self::Absent => '0',
        }
    }
}

/// What became of a client from one window to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Move {
    /// To a better class.
    Rose,
    /// To a worse class, or out of all classes.
    Fell,
    /// Was not there before.
    Came,
    /// Is not there any more.
    Left,
    /// In the same class as before.
    Stayed,
}

impl Move {
    /// Every move.
    pub const ALL: [Self; 5] = [Self::Rose, Self::Fell, Self::Came, Self::Left, Self::Stayed];

    /// The move between two places.
    #[must_use]
    pub fn between(before: Place, after: Place) -> Self {
        match (before, after) {
            _ if before == after => Self::Stayed,
            (Place::Absent, _) => Self::Came,
            (_, Place::Absent) => Self::Left,
            _ if after < before => Self::Rose,
            _ => Self::Fell,
        }
    }

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rose => "rose",
            Self::Fell => "fell",
            Self::Came => "came",
            Self::Left => "left",
            Self::Stayed => "stayed",
        }
    }
}

/// The rules of both windows, and which windows. The default compares what [`default_windows`] gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MigrationOptions {
    /// Rules of classes; their own window is not looked at.
    pub rules: AbcXyzOptions,
    /// The earlier window, where it was chosen.
    pub before: Option<Days>,
    /// The later window, where it was chosen.
    pub after: Option<Days>,
}

impl MigrationOptions {
    /// The two windows, where others are `proposed` for those that were not chosen; `None` where there is nothing to
    /// compare.
    #[must_use]
    pub fn windows(&self, proposed: Option<(Days, Days)>) -> Option<(Days, Days)> {
        let (before, after) = proposed.unzip();
        self.before.or(before).zip(self.after.or(after))
    }
}

/// Clients, and what they brought in each window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Clients.
    pub clients: u64,
    /// Their value in the earlier window.
    pub before: Sum,
    /// Their value in the later window.
    pub after: Sum,
}

impl Tally {
    /// What they bring more than before.
    #[must_use]
    pub fn change(&self) -> Sum {
        self.after - self.before
    }
}

/// Who moved where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MigrationSummary {
    /// The options that it was computed with.
    pub options: MigrationOptions,
    /// The windows compared; `None` where there is nothing to compare, and then everything is zero.
    pub windows: Option<(Days, Days)>,
    /// The windows that are proposed for this table, see [`default_windows`].
    pub proposed: Option<(Days, Days)>,
    /// One entry a pair of places: those before row by row, each in the order of [`Place::ALL`].
    pub cells: Vec<Tally>,
    /// One entry a move, in the order of [`Move::ALL`].
    pub moves: Vec<Tally>,
    /// All clients of both windows.
    pub all: Tally,
    /// Rows without a client in either window, and their sum.
    pub without_client: (u64, Sum),
    /// Rows in neither window, and their sum.
    pub outside_windows: (u64, Sum),
}

impl MigrationSummary {
    /// The clients who stood at one place and stand at another.
    #[must_use]
    pub fn cell(&self, before: Place, after: Place) -> Tally {
        self.cells.get(before.index() * Place::ALL.len() + after.index()).copied().unwrap_or_default()
    }

    /// The fall that cost most: among pairs of classes whose clients fell and bring less than before.
    #[must_use]
    pub fn dearest(&self) -> Option<(Place, Place, Tally)> {
        let pairs = Place::ALL.into_iter().flat_map(|before| Place::ALL.map(|after| (before, after)));
        let falls = pairs.filter(|(before, after)| Move::between(*before, *after) == Move::Fell);
        let tallies = falls.map(|(before, after)| (before, after, self.cell(before, after)));
        tallies.filter(|(.., tally)| tally.change().0 < 0).min_by_key(|(.., tally)| tally.change())
    }

    /// Whether nobody has a class in either window, though all are in both.
    #[must_use]
    pub fn is_classless(&self) -> bool {
        self.all.clients > 0 && self.cell(Place::NoValue, Place::NoValue).clients == self.all.clients
    }

    /// The clients of a move.
    #[must_use]
    pub fn of(&self, wanted: Move) -> Tally {
        Move::ALL
            .into_iter()
            .zip(&self.moves)
            .find(|(one, _)| *one == wanted)
            .map(|(_, tally)| *tally)
            .unwrap_or_default()
    }
}

/// A client and how it moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementRow {
    /// Name.
    pub client: String,
    /// Where it stood.
    pub before: Place,
    /// Where it stands.
    pub after: Place,
    /// Value in the earlier window.
    pub value_before: Sum,
    /// Value in the later window.
    pub value_after: Sum,
}

impl MovementRow {
    /// What it brings more than before.
    #[must_use]
    pub fn change(&self) -> Sum {
        self.value_after - self.value_before
    }
}

/// Some of the clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MovementFilter {
    /// Everybody.
    #[default]
    All,
    /// Those of a move.
    Move(Move),
    /// Those who stood at the first place and stand at the second.
    Cell(Place, Place),
}

impl MovementFilter {
    /// Whether a client who moved so is one of them.
    #[must_use]
    pub fn takes(self, before: Place, after: Place) -> bool {
        match self {
            Self::All => true,
            Self::Move(wanted) => Move::between(before, after) == wanted,
            Self::Cell(from, to) => (from, to) == (before, after),
        }
    }
}

/// What clients are ordered by; ties by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MovementSort {
    /// The difference: the largest first, whether up or down.
    #[default]
    Change,
    /// Name, as dictionaries order it.
    Name,
    /// Value in the earlier window: the largest first.
    Before,
    /// Value in the later window: the largest first.
    After,
}

/// Which clients are listed, in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MovementQuery {
    /// Only these.
    pub filter: MovementFilter,
    /// Only names that contain this text; case and ё/е do not matter. Empty for all.
    pub search: String,
    /// Order.
    pub sort: MovementSort,
    /// Turns the order round.
    pub descending: bool,
}

impl MovementQuery {
    /// Orders by this; once more, the other way round.
    pub fn sort_by(&mut self, sort: MovementSort) {
        self.descending = self.sort == sort && !self.descending;
        self.sort = sort;
    }
}
