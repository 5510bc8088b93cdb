//! The ABC-XYZ matrix: every client in one cell, with the numbers that decided.
//!
//! This file holds what goes in and what comes out; [`analysis`] makes one from the other.

pub mod analysis;
pub mod groundwork;
mod pareto;

use serde::{Deserialize, Serialize};

use super::abc::{AbcClass, AbcThresholds, Boundary};
use super::flow::FlowCell;
use super::migration::Place;
use super::priority::PriorityMark;
use super::value::ValueBy;
use super::xyz::{FrequencyThresholds, VariationThresholds, XyzClass, XyzMethod, XyzRule};
use crate::analytics::amount::Sum;
use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::rfm::RfmMark;
use crate::analytics::stats::variation::Deviation;

/// A cell of the matrix: a class by value and one by regularity, either of which may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// Class by value; `None` is a value of zero or less.
    pub abc: Option<AbcClass>,
    /// Class by regularity; `None` is too early to tell, or undefined.
    pub xyz: Option<XyzClass>,
}

impl Cell {
    /// Rows of the matrix, best first.
    pub const ROWS: [Option<AbcClass>; 4] = [Some(AbcClass::A), Some(AbcClass::B), Some(AbcClass::C), None];
    /// Columns of the matrix, best first.
    pub const COLUMNS: [Option<XyzClass>; 4] = [Some(XyzClass::X), Some(XyzClass::Y), Some(XyzClass::Z), None];

    /// Every cell, row by row.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ROWS.into_iter().flat_map(|abc| Self::COLUMNS.into_iter().map(move |xyz| Self { abc, xyz }))
    }

    /// Position in [`Cell::all`].
    #[must_use]
    pub fn index(self) -> usize {
        let row = self.abc.map_or(3, |class| class as usize);
        let column = self.xyz.map_or(3, |class| class as usize);
        row * 4 + column
    }

    /// Two characters: `AX`, `B-`, `--`.
    #[must_use]
    pub fn code(self) -> String {
        let abc = self.abc.map_or('-', |class| match class {
            AbcClass::A => 'A',
            AbcClass::B => 'B',
            AbcClass::C => 'C',
        });
        let xyz = self.xyz.map_or('-', |class| match class {
            XyzClass::X => 'X',
            XyzClass::Y => 'Y',
            XyzClass::Z => 'Z',
        });
        [abc, xyz].iter().collect()
    }

    /// The cell of a [`Cell::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|cell| cell.code() == code)
    }
}

/// Everything that decides classes. The default is what the screen begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AbcXyzOptions {
    /// First and last day counted; `None` is all rows.
    pub window: Option<(Day, Day)>,
    /// What clients are worth by.
    #[serde(default)]
    pub value: ValueBy,
    /// Rule at the thresholds of ABC.
    pub boundary: Boundary,
    /// Thresholds of ABC.
    pub abc: AbcThresholds,
    /// Measure of regularity.
    pub method: XyzMethod,
    /// Periods.
    pub grain: Grain,
    /// Thresholds of the frequency method.
    pub frequency: FrequencyThresholds,
    /// Thresholds of the variation method.
    pub variation: VariationThresholds,
    /// Deviation of the variation method.
    pub deviation: Deviation,
}

impl AbcXyzOptions {
    /// The part that decides the class by regularity.
    #[must_use]
    pub const fn xyz_rule(&self) -> XyzRule {
        XyzRule { method: self.method, frequency: self.frequency, variation: self.variation, deviation: self.deviation }
    }

    /// The same options with one thing changed.
    #[must_use]
    pub const fn with(mut self, rival: Rival) -> Self {
        match rival {
            Rival::Value(value) => self.value = value,
            Rival::Boundary(boundary) => self.boundary = boundary,
            Rival::Method(method) => self.method = method,
            Rival::Grain(grain) => self.grain = grain,
            Rival::Deviation(deviation) => self.deviation = deviation,
        }
        self
    }
}

/// What stands beside the class, never instead of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Labels {
    /// Has bought, and fewer than three periods have passed since the first time.
    pub new: bool,
    /// One order in all.
    pub one_off: bool,
    /// Silent for much longer than usual.
    pub lost: bool,
}

/// One label of [`Labels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Label {
    /// See [`Labels::new`].
    New,
    /// See [`Labels::one_off`].
    OneOff,
    /// See [`Labels::lost`].
    Lost,
}

impl Label {
    /// Every label.
    pub const ALL: [Self; 3] = [Self::New, Self::OneOff, Self::Lost];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::OneOff => "one-off",
            Self::Lost => "lost",
        }
    }
}

impl Labels {
    /// Whether `label` is set.
    #[must_use]
    pub const fn has(self, label: Label) -> bool {
        match label {
            Label::New => self.new,
            Label::OneOff => self.one_off,
            Label::Lost => self.lost,
        }
    }
}

/// One client with its classes and the numbers that decided them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClientRow {
    /// Name.
    pub client: String,
    /// Place by value, from 1.
    pub rank: u64,
    /// Value, by the measure asked for; by amount it is net: purchases less returns.
    pub total: Sum,
    /// Net sum of its amounts, whatever the measure.
    pub net: Sum,
    /// Share of the total of clients with a value above zero; approximate.
    pub share: f64,
    /// Share of all clients that stand before this one's block; approximate.
    pub share_before: f64,
    /// Share of all clients up to the end of this one's block; approximate.
    pub share_with: f64,
    /// Cell.
    pub cell: Cell,
    /// `n`: periods from the first purchase to the last period counted.
    pub periods: u32,
    /// `k`: those with a purchase.
    pub active: u32,
    /// Coefficient of variation by the deviation asked for, over `n ≥ 3` periods with a mean above zero; approximate.
    pub cv: Option<f64>,
    /// Orders.
    pub orders: u32,
    /// First purchase.
    pub first: Option<Day>,
    /// Last purchase.
    pub last: Option<Day>,
    /// Days from the last purchase to the day after the window.
    pub recency_days: Option<u32>,
    /// Usual interval between purchase days, doubled so that it is whole: twice the median; `None` under two intervals.
    pub median_gap_days_twice: Option<u32>,
    /// Labels.
    pub labels: Labels,
    /// Scores and segment, where the list was asked with an RFM analysis and the client has bought.
    pub rfm: Option<RfmMark>,
    /// Score and group, where the list was asked with priority groups.
    pub priority: Option<PriorityMark>,
    /// Where it stood and where it stands, where the list was asked with two windows and the client is in one of them.
    pub moved: Option<(Place, Place)>,
    /// Cell of the client flow, where the list was asked with it and the client stands there.
    pub flow: Option<FlowCell>,
}

/// What a cell of the matrix shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellSummary {
    /// Clients.
    pub clients: u64,
    /// Their net value.
    pub value: Sum,
    /// Those of them with each label, in the order of [`Label::ALL`].
    pub labels: [u64; Label::ALL.len()],
}

impl CellSummary {
    /// Clients with a label.
    #[must_use]
    pub fn labelled(&self, label: Label) -> u64 {
        Label::ALL.into_iter().zip(self.labels).find(|(other, _)| *other == label).map_or(0, |(_, clients)| clients)
    }
}

/// A point of the Pareto curve: after `clients` clients, `value` of the total has been reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParetoPoint {
    /// Clients so far, largest first.
    pub clients: u64,
    /// Their value.
    pub value: Sum,
}

/// A rival definition: the options with one thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rival {
    /// Another measure of value.
    Value(ValueBy),
    /// Another rule at the thresholds.
    Boundary(Boundary),
    /// Another measure of regularity.
    Method(XyzMethod),
    /// Other periods.
    Grain(Grain),
    /// The other deviation (shown with the variation method only).
    Deviation(Deviation),
}

impl Rival {
    /// Every definition that differs from `options` in one thing; `values` are the measures that the table allows.
    #[must_use]
    pub fn of(options: &AbcXyzOptions, values: &[ValueBy]) -> Vec<Self> {
        let deviations = Deviation::ALL.into_iter().filter(|_| options.method == XyzMethod::Variation);
        (values.iter().copied().map(Self::Value))
            .chain(Boundary::ALL.into_iter().map(Self::Boundary))
            .chain(XyzMethod::ALL.into_iter().map(Self::Method))
            .chain(Grain::ALL.into_iter().map(Self::Grain))
            .chain(deviations.map(Self::Deviation))
            .filter(|&rival| options.with(rival) != *options)
            .collect()
    }
}

/// What the screen shows of an ABC-XYZ analysis; clients themselves come in pages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbcXyzSummary {
    /// The options that it was computed with.
    pub options: AbcXyzOptions,
    /// First and last day counted; `None` when there are no rows.
    pub window: Option<(Day, Day)>,
    /// Value of all clients.
    pub total: Sum,
    /// Value of the clients whose value is above zero: the whole of the shares.
    pub positive_total: Sum,
    /// Clients on the matrix.
    pub clients: u64,
    /// Cells, in the order of [`Cell::all`].
    pub cells: Vec<CellSummary>,
    /// Rows and sum without a client.
    pub without_client: (u64, Sum),
    /// Rows and sum outside the window.
    pub outside_window: (u64, Sum),
    /// The curve from (0, 0) to (clients above zero, positive total); at most [`AbcXyzSummary::PARETO_POINTS_MAX`] points,
    /// thinned evenly, ends of classes always among them.
    pub pareto: Vec<ParetoPoint>,
    /// Clients in A, and in A and B together: where the classes end on the curve.
    pub class_ends: (u64, u64),
    /// Periods counted in all.
    pub periods: u32,
    /// Whether the last period was left out because the window does not reach its last day.
    pub last_period_left_out: bool,
    /// Thresholds of ABC that the curve's own shape gives; `None` where there are too few clients for one.
    pub computed_abc: Option<AbcThresholds>,
    /// Grain that suits the usual interval between purchases.
    pub proposed_grain: Grain,
    /// Median interval between purchase days over all clients, in days, doubled; `None` if nobody bought on two days.
    pub median_gap_days_twice: Option<u32>,
    /// Measures of value that the columns of the table allow.
    pub values: Vec<ValueBy>,
    /// Rows of clients whose value is not known, and the sum of their amounts.
    pub unknown_value: (u64, Sum),
}

impl AbcXyzSummary {
    /// Points that a curve needs to look smooth on a projector.
    pub const PARETO_POINTS_MAX: usize = 240;

    /// What `cell` shows.
    #[must_use]
    pub fn cell(&self, cell: Cell) -> CellSummary {
        self.cells.get(cell.index()).copied().unwrap_or_default()
    }

    /// Clients with a label in a cell, or in all.
    #[must_use]
    pub fn labelled(&self, cell: Option<Cell>, label: Label) -> u64 {
        match cell {
            Some(cell) => self.cell(cell).labelled(label),
            None => self.cells.iter().map(|cell| cell.labelled(label)).sum(),
        }
    }
}
