//! Keys in a grid of cells with one tab stop: arrows move, Home and End go to the ends of a row, with Control to those of
//! the grid, Enter and Space choose, Escape takes the choice back.

use web_sys::KeyboardEvent;

/// A row and a column, from 0; or how many there are of them.
type Spot = (usize, usize);

/// What a key does in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKey<P> {
    /// The cell is chosen.
    Choose,
    /// Nothing is chosen any more.
    Clear,
    /// Another cell has the focus.
    Go(P),
}

/// What the key of an event does, `step` being where a key and Control lead; `None` for keys that do nothing here. Of those
/// that do something the browser makes nothing else.
pub fn cell_key<P>(event: &KeyboardEvent, step: impl FnOnce(&str, bool) -> Option<P>) -> Option<CellKey<P>> {
    let key = match event.key().as_str() {
        "Enter" | " " => CellKey::Choose,
        "Escape" => CellKey::Clear,
        key => CellKey::Go(step(key, event.ctrl_key() || event.meta_key())?),
    };
    event.prevent_default();
    Some(key)
}

/// Where a key leads in a grid of `rows` by `columns`; `None` for one that leads nowhere.
#[must_use]
pub fn step((row, column): Spot, (rows, columns): Spot, key: &str, control: bool) -> Option<Spot> {
    let (last_row, last_column) = (rows.saturating_sub(1), columns.saturating_sub(1));
    Some(match (key, control) {
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_and_stop_at_the_edges() {
        for (from, key, control, to) in [
            ((0, 0), "ArrowLeft", false, Some((0, 0))),
            ((0, 0), "ArrowUp", false, Some((0, 0))),
            ((0, 0), "ArrowRight", false, Some((0, 1))),
            ((0, 0), "ArrowDown", false, Some((1, 0))),
            ((2, 4), "ArrowDown", false, Some((2, 4))),
            ((2, 4), "ArrowRight", false, Some((2, 4))),
            ((1, 2), "Home", false, Some((1, 0))),
            ((1, 2), "End", false, Some((1, 4))),
            ((1, 2), "Home", true, Some((0, 0))),
            ((1, 2), "End", true, Some((2, 4))),
            ((1, 2), "ArrowDown", true, None),
            ((1, 2), "a", false, None),
        ] {
            assert_eq!(step(from, (3, 5), key, control), to, "{from:?} {key}");
        }
    }
}
