//! The user's board of the client flow: leads, and own tasks, each with its limits.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::amount::Amount;
use crate::analytics::segmentation::flow::deals::DaysBy;
use crate::analytics::segmentation::flow::{FlowCell, Limits, by_service};

/// Things on a board at the most.
pub const ITEMS_MAX: usize = 500;

/// What a board is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlowKind {
    /// Enquiries of clients.
    #[default]
    Leads,
    /// One's own tasks.
    Tasks,
}

/// How far something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FlowState {
    /// It waits for its turn.
    #[default]
    Waiting,
    /// It was put off.
    Postponed,
    /// It is done.
    Done,
}

/// What the estimates of something stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Estimate {
    /// Won deals.
    Deals(DaysBy),
    /// What the client has bought so far.
    History,
}

/// A lead or a task.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowItem {
    /// Tells it from others of its board.
    pub id: u64,
    /// What it is.
    pub name: String,
    /// How much it brings.
    pub amount: Amount,
    /// Days until it brings it.
    pub days: u32,
    /// Whether the days are an estimate.
    pub days_estimated: bool,
    /// Whether the amount is an estimate.
    pub amount_estimated: bool,
    /// What the estimates stand on.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// The deal of a table that it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal: Option<String>,
    /// The client, as the sales or the deals name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// The cell that the user moved it to, whatever its figures say.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Option::is_none")]
    pub moved: Option<FlowCell>,
    /// How far it is.
    #[serde(deserialize_with = "known_or_default")]
    pub state: FlowState,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A board.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowBoard {
    /// Everything on it, in the order of its coming.
    pub items: Vec<FlowItem>,
    /// Whether the limits below hold; else the medians of all items.
    pub by_hand: bool,
    /// The most days that are fast.
    pub fast_days: u32,
    /// The most money that is little.
    pub much: Amount,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What limits a board goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLimits {
    by_hand: bool,
    fast_days: u32,
    much: Amount,
}

impl BoardLimits {
    /// Those of a board. Limits by hand do not count where medians are in force.
    #[must_use]
    pub fn of(board: &FlowBoard) -> Self {
        let FlowBoard { by_hand, fast_days, much, .. } = *board;
        if by_hand { Self { by_hand, fast_days, much } } else { Self::default() }
    }

    /// Makes them those of a board.
    pub const fn set(self, board: &mut FlowBoard) {
        board.by_hand = self.by_hand;
        if self.by_hand {
            board.fast_days = self.fast_days;
            board.much = self.much;
        }
    }
}

/// Both boards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FlowBoards {
    /// Which is shown.
    #[serde(deserialize_with = "known_or_default")]
    pub shown: FlowKind,
    /// Enquiries of clients.
    pub leads: FlowBoard,
    /// One's own tasks.
    pub tasks: FlowBoard,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl FlowBoards {
    /// A board.
    #[must_use]
    pub const fn board(&self, kind: FlowKind) -> &FlowBoard {
        match kind {
            FlowKind::Leads => &self.leads,
            FlowKind::Tasks => &self.tasks,
        }
    }

    /// A board, to be changed.
    pub const fn board_mut(&mut self, kind: FlowKind) -> &mut FlowBoard {
        match kind {
            FlowKind::Leads => &mut self.leads,
            FlowKind::Tasks => &mut self.tasks,
        }
    }
}

impl FlowBoard {
    /// Limits in force; `None` while there is nothing to take medians of. What is done counts too, so that nothing
    /// changes its cell because something else was done.
    #[must_use]
    pub fn limits(&self) -> Option<Limits> {
        if self.by_hand {
            return Some(Limits::new(self.fast_days, self.much));
        }
        Limits::medians(self.items.iter().map(|item| (item.days, item.amount)))
    }

    /// Adds something with an id of its own.
    pub fn add(&mut self, item: FlowItem) {
        if self.items.len() < ITEMS_MAX {
            let id = self.items.iter().map(|item| item.id).max().unwrap_or_default() + 1;
            self.items.push(FlowItem { id, ..item });
        }
    }

    /// Adds what is not there yet; how many that were. The same deal is one thing, and so is one client that waits without
    /// a deal.
    pub fn add_new(&mut self, items: impl IntoIterator<Item = FlowItem>) -> usize {
        let before = self.items.len();
        for item in items {
            let is_same = |other: &FlowItem| match (&item.deal, &item.client) {
                (Some(_), _) => other.deal == item.deal,
                (None, Some(_)) => {
                    other.deal.is_none() && other.client == item.client && other.state != FlowState::Done
                }
                (None, None) => false,
            };
            if !self.items.iter().any(is_same) {
                self.add(item);
            }
        }
        self.items.len() - before
    }

    /// The cells of the clients that wait, by name.
    #[must_use]
    pub fn cells_of_clients(&self) -> Vec<(String, FlowCell)> {
        self.in_order().into_iter().filter_map(|(cell, item)| Some((item.client.clone()?, cell))).collect()
    }

    /// Changes something, if it is there.
    pub fn change(&mut self, id: u64, change: impl FnOnce(&mut FlowItem)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            change(item);
        }
    }

    /// The cell of something: the one it was moved to, else the one of its figures.
    #[must_use]
    pub fn cell_of(&self, item: &FlowItem) -> FlowCell {
        let by_figures = || self.limits().unwrap_or_default().cell(item.days, item.amount);
        item.moved.unwrap_or_else(by_figures)
    }

    /// What waits, in the order of service: by cell, inside a cell by the amount per day, then in the order of its coming.
    #[must_use]
    pub fn in_order(&self) -> Vec<(FlowCell, &FlowItem)> {
        let limits = self.limits().unwrap_or_default();
        let cell = |item: &FlowItem| item.moved.unwrap_or_else(|| limits.cell(item.days, item.amount));
        let waiting = self.items.iter().filter(|item| item.state == FlowState::Waiting);
        let mut waiting: Vec<(FlowCell, &FlowItem)> = waiting.map(|item| (cell(item), item)).collect();
        waiting.sort_by(|(left_cell, left), (right_cell, right)| {
            let by_figures = || by_service((left.days, left.amount), (right.days, right.amount));
            left_cell.cmp(right_cell).then_with(by_figures)
        });
        waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::UNIT;

    fn board(items: &[(&str, u32, i64)]) -> FlowBoard {
        let mut board = FlowBoard::default();
        for &(name, days, amount) in items {
            board.add(FlowItem { name: name.to_owned(), days, amount: Amount(amount * UNIT), ..FlowItem::default() });
        }
        board
    }

    fn names(board: &FlowBoard) -> Vec<&str> {
        board.in_order().into_iter().map(|(_, item)| item.name.as_str()).collect()
    }

    /// Days 1 2 3 90, amounts 5 10 80 100: the medians are 2.5 and 45.
    fn four() -> FlowBoard {
        board(&[("tender", 90, 100), ("small", 1, 5), ("urgent", 2, 80), ("paper", 3, 10)])
    }

    #[test]
    fn fast_and_much_is_served_first() {
        let mut board = four();
        assert_eq!(names(&board), ["urgent", "small", "tender", "paper"]);
        board.by_hand = true;
        board.fast_days = 5;
        board.much = Amount(80 * UNIT);
        // Urgent lies on the limit and is little now: 40 a day, small 5 a day, paper 3.3 a day.
        assert_eq!(names(&board), ["urgent", "small", "paper", "tender"]);
    }

    #[test]
    fn what_is_moved_stays_where_it_was_put() {
        let mut board = four();
        board.change(4, |item| item.moved = Some(FlowCell::FastMuch));
        assert_eq!(names(&board), ["urgent", "paper", "small", "tender"]);
        board.change(4, |item| item.days = 100);
        assert_eq!(board.cell_of(&board.items[3]), FlowCell::FastMuch);
    }

    #[test]
    fn what_is_done_leaves_the_rest_where_it_is() {
        let mut board = four();
        let before = board.limits();
        board.change(3, |item| item.state = FlowState::Done);
        board.change(2, |item| item.state = FlowState::Postponed);
        assert_eq!((names(&board), board.limits()), (vec!["tender", "paper"], before));
        assert_eq!(FlowBoard::default().limits(), None);
    }

    #[test]
    fn what_is_there_does_not_come_twice() {
        let lead = |client: &str, deal: Option<&str>| FlowItem {
            client: Some(client.into()),
            deal: deal.map(str::to_owned),
            days: 1,
            ..FlowItem::default()
        };
        let mut board = FlowBoard::default();
        assert_eq!(board.add_new([lead("Ann", None), lead("Ann", None), lead("Ann", Some("D1"))]), 2);
        assert_eq!(board.add_new([lead("Bob", Some("D1")), lead("Bob", Some("D2"))]), 1);
        // All have one day and nothing: fast and little.
        let cells = board.cells_of_clients();
        assert_eq!(cells.len(), 3);
        assert_eq!(cells[2], ("Bob".to_owned(), FlowCell::FastLittle));
        // Who has been served may come again.
        board.change(1, |item| item.state = FlowState::Done);
        assert_eq!(board.add_new([lead("Ann", None)]), 1);
    }

    #[test]
    fn ids_are_not_given_twice() {
        let mut board = four();
        board.items.remove(1);
        board.add(FlowItem::default());
        assert_eq!(board.items.iter().map(|item| item.id).collect::<Vec<_>>(), [1, 3, 4, 5]);
    }

    #[test]
    fn what_is_not_known_is_kept() {
        let text = r#"{"shown":"dreams","leads":{"items":[{"id":7,"name":"a","state":"asleep","moved":"nowhere","mood":1}],"colour":2},"wind":3}"#;
        let boards: FlowBoards = serde_json::from_str(text).unwrap();
        assert_eq!((boards.shown, boards.leads.items[0].state), (FlowKind::Leads, FlowState::Waiting));
        let saved = serde_json::to_value(&boards).unwrap();
        assert_eq!((&saved["wind"], &saved["leads"]["colour"]), (&Value::from(3), &Value::from(2)));
        assert_eq!(saved["leads"]["items"][0]["mood"], 1);
    }
}
