//! What the matrix shows of a summary: shades, totals, steps of the keyboard. Pure.

use crate::analytics::segmentation::migration::{MigrationSummary, Move, Place, Tally};
use crate::ui::tools::grid_keys;

/// Steps of shade, from the lightest (1) to the deepest.
const SHADE_MAX: u8 = 4;

/// A cell of the matrix: where its clients stood, where they stand.
pub(super) type Pair = (Place, Place);

/// Whether there can be clients: nobody was never there at all.
pub(super) fn is_possible(pair: Pair) -> bool {
    pair != (Place::Absent, Place::Absent)
}

/// All clients of a row: where they stood.
pub(super) fn row_total(summary: &MigrationSummary, before: Place) -> Tally {
    total(Place::ALL.map(|after| summary.cell(before, after)))
}

/// All clients of a column: where they stand.
pub(super) fn column_total(summary: &MigrationSummary, after: Place) -> Tally {
    total(Place::ALL.map(|before| summary.cell(before, after)))
}

fn total(cells: [Tally; Place::ALL.len()]) -> Tally {
    let add = |sum: Tally, cell: Tally| Tally {
        clients: sum.clients + cell.clients,
        before: sum.before + cell.before,
        after: sum.after + cell.after,
    };
    cells.into_iter().fold(Tally::default(), add)
}

/// The modifier that carries the shade of a cell: more than before in one colour, less in the other, by the root of the
/// change against the largest one, since changes differ by orders of magnitude. A cell has none where the move and the
/// change go different ways: who left after having returned goods is no gain.
pub(super) fn shade_class(summary: &MigrationSummary, pair: Pair) -> String {
    let size = |pair: Pair| summary.cell(pair.0, pair.1).change().0.unsigned_abs();
    let largest = pairs().map(size).max().unwrap_or_default();
    let change = summary.cell(pair.0, pair.1).change().0;
    let goes_against = match Move::between(pair.0, pair.1) {
        Move::Rose | Move::Came => change < 0,
        Move::Fell | Move::Left => change > 0,
        Move::Stayed => false,
    };
    if change == 0 || largest == 0 || goes_against {
        return String::new();
    }
    #[expect(clippy::cast_precision_loss, reason = "a shade for the eye")]
    let share = change.unsigned_abs() as f64 / largest as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and SHADE_MAX")]
    let shade = ((share.sqrt() * f64::from(SHADE_MAX)).ceil() as u8).clamp(1, SHADE_MAX);
    let way = if change > 0 { "up" } else { "down" };
    format!("moves__cell--{way}-{shade}")
}

/// Every cell, row by row.
pub(super) fn pairs() -> impl Iterator<Item = Pair> {
    Place::ALL.into_iter().flat_map(|before| Place::ALL.into_iter().map(move |after| (before, after)))
}

/// The cell that a key leads to, or `None` for a key that leads nowhere.
pub(super) fn step(from: Pair, key: &str, control: bool) -> Option<Pair> {
    let size = Place::ALL.len();
    let (row, column) = grid_keys::step((from.0.index(), from.1.index()), (size, size), key, control)?;
    let at = |column: usize| Some((*Place::ALL.get(row)?, *Place::ALL.get(column)?));
    let pair = at(column)?;
    match is_possible(pair) {
        true => Some(pair),
        // The last cell of the last row is none: its row ends before it.
        false if key == "End" => at(column - 1),
        false => Some(from),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::segmentation::migration::MigrationOptions;

    pub(in crate::ui::tools::migration) fn place(code: char) -> Place {
        Place::ALL.into_iter().find(|place| place.code() == code).unwrap()
    }

    /// A summary of cells: code of both places, clients, value before and after.
    fn summary(cells: &[(&str, u64, i128, i128)]) -> MigrationSummary {
        let tally = |pair: Pair| {
            let code: String = [pair.0.code(), pair.1.code()].iter().collect();
            let found = cells.iter().find(|cell| cell.0 == code);
            found.map_or_else(Tally::default, |cell| Tally { clients: cell.1, before: Sum(cell.2), after: Sum(cell.3) })
        };
        MigrationSummary {
            options: MigrationOptions::default(),
            windows: None,
            proposed: None,
            cells: pairs().map(tally).collect(),
            moves: Vec::new(),
            all: Tally::default(),
            without_client: (0, Sum::ZERO),
            outside_windows: (0, Sum::ZERO),
        }
    }

    #[test]
    fn keys_move_stop_at_the_edges_and_pass_by_what_cannot_be() {
        for (from, key, control, to) in [
            ("AA", "ArrowRight", false, Some("AB")),
            ("AA", "ArrowLeft", false, Some("AA")),
            ("-A", "ArrowDown", false, Some("0A")),
            ("0-", "ArrowRight", false, Some("0-")),
            ("-0", "ArrowDown", false, Some("-0")),
            ("BB", "End", false, Some("B0")),
            ("0A", "End", false, Some("0-")),
            ("BB", "Home", true, Some("AA")),
            ("BB", "End", true, Some("0-")),
            ("BB", "b", false, None),
        ] {
            let pair = |code: &str| {
                let mut places = code.chars().map(place);
                (places.next().unwrap(), places.next().unwrap())
            };
            assert_eq!(step(pair(from), key, control), to.map(pair), "{from} {key}");
        }
    }

    #[test]
    fn shades_rise_with_the_change_either_way() {
        // Of the largest change, 1600: AB all of it, BA a quarter, CA a sixteenth, AA none.
        let summary = summary(&[
            ("AB", 2, 2000, 400),
            ("BA", 1, 100, 500),
            ("CA", 1, 0, 100),
            ("AA", 3, 900, 900),
            ("-0", 1, -50, 0),
            ("BC", 1, 50, 60),
        ]);
        for (before, after, class) in [
            ('A', 'B', "moves__cell--down-4"),
            ('B', 'A', "moves__cell--up-2"),
            ('C', 'A', "moves__cell--up-1"),
            ('A', 'A', ""),
            ('-', '0', ""),
            ('B', 'C', ""),
            ('C', 'C', ""),
        ] {
            assert_eq!(shade_class(&summary, (place(before), place(after))), class, "{before}{after}");
        }
        assert_eq!(row_total(&summary, place('A')), Tally { clients: 5, before: Sum(2900), after: Sum(1300) });
        assert_eq!(column_total(&summary, place('A')), Tally { clients: 5, before: Sum(1000), after: Sum(1500) });
    }
}
