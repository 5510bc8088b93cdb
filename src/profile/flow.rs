//! The user's board of the client flow: leads, and own tasks, each with its limits.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::amount::Amount;
use crate::analytics::funnel::flow::DaysBy;
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
pub enum ItemState {
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
    pub state: ItemState,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl FlowItem {
    /// Whether both are one thing, whatever was changed in it: an id alone may have been given away again.
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id && self.deal == other.deal && self.client == other.client
    }
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
        if self.room() > 0 {
            self.items.push(FlowItem { id: self.next_id(), ..item });
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
                    other.deal.is_none() && other.client == item.client && other.state != ItemState::Done
                }
                (None, None) => false,
            };
            if !self.items.iter().any(is_same) {
                self.add(item);
            }
        }
        self.items.len() - before
    }

    /// How many more things it holds.
    #[must_use]
    pub const fn room(&self) -> usize {
        ITEMS_MAX.saturating_sub(self.items.len())
    }

    /// Takes a step back that made `after` of `before`. What was done since stays.
    pub fn take_back(&mut self, before: &Self, after: &Self) {
        let has = |board: &Self, item: &FlowItem| board.items.iter().any(|other| other.is_same(item));
        // What the step added goes, however it was changed since.
        self.items.retain(|item| has(before, item) || !has(after, item));
        for (place, item) in before.items.iter().enumerate() {
            match after.items.iter().find(|other| other.is_same(item)) {
                // What it took away comes back.
                None if !has(self, item) => self.put_back(place, item.clone()),
                // What it changed is as before, unless it was changed again.
                Some(changed) if changed != item => {
                    self.items.iter_mut().filter(|now| *now == changed).for_each(|now| now.clone_from(item));
                }
                _ => {}
            }
        }
        let (limits, changed) = (BoardLimits::of(before), BoardLimits::of(after));
        if limits != changed && BoardLimits::of(self) == changed {
            limits.set(self);
        }
    }

    /// An id that nothing on the board has.
    fn next_id(&self) -> u64 {
        self.items.iter().map(|item| item.id).max().unwrap_or_default() + 1
    }

    /// Puts something back to its place, with another id where its own was given away meanwhile.
    fn put_back(&mut self, place: usize, mut item: FlowItem) {
        if self.items.iter().any(|other| other.id == item.id) {
            item.id = self.next_id();
        }
        self.items.insert(place.min(self.items.len()), item);
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
        let waiting = self.items.iter().filter(|item| item.state == ItemState::Waiting);
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
    fn a_step_is_taken_back_and_what_was_done_since_stays() {
        let before = four();
        let mut after = before.clone();
        after.items.remove(1);
        after.change(1, |item| item.moved = Some(FlowCell::ALL[0]));
        after.add(FlowItem { name: "added".into(), client: Some("Ann".into()), ..FlowItem::default() });
        let mut now = after.clone();
        now.take_back(&before, &after);
        assert_eq!(now, before, "nothing was done since");

        let mut now = after.clone();
        now.add(FlowItem { name: "later".into(), ..FlowItem::default() });
        now.change(3, |item| item.days = 7);
        now.change(1, |item| item.name = "tender, again".into());
        now.by_hand = true;
        now.take_back(&before, &after);
        let names: Vec<&str> = now.items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["tender, again", "small", "urgent", "paper", "later"]);
        assert_eq!((now.items[2].days, now.by_hand), (7, true));
    }

    #[test]
    fn an_id_that_was_given_away_is_not_given_twice() {
        let before = board(&[("one", 1, 1), ("two", 1, 1)]);
        let mut after = before.clone();
        after.items.pop();
        let mut now = after.clone();
        now.add(FlowItem { name: "three".into(), client: Some("Ann".into()), ..FlowItem::default() });
        assert_eq!(now.items[1].id, before.items[1].id);
        now.take_back(&before, &after);
        let found: Vec<(u64, &str)> = now.items.iter().map(|item| (item.id, item.name.as_str())).collect();
        assert_eq!(found, [(1, "one"), (3, "two"), (2, "three")]);
    }

    #[test]
    fn limits_are_taken_back_unless_they_were_moved_again() {
        let before = four();
        let by_hand = |days| FlowBoard { by_hand: true, fast_days: days, ..four() };
        for (now, expected) in [(by_hand(5), false), (by_hand(9), true)] {
            let mut now = now;
            now.take_back(&before, &by_hand(5));
            assert_eq!(now.by_hand, expected);
        }
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
        board.change(3, |item| item.state = ItemState::Done);
        board.change(2, |item| item.state = ItemState::Postponed);
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
        board.change(1, |item| item.state = ItemState::Done);
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
        assert_eq!((boards.shown, boards.leads.items[0].state), (FlowKind::Leads, ItemState::Waiting));
        let saved = serde_json::to_value(&boards).unwrap();
        assert_eq!((&saved["wind"], &saved["leads"]["colour"]), (&Value::from(3), &Value::from(2)));
        assert_eq!(saved["leads"]["items"][0]["mood"], 1);
    }
}
