//! What the matrix shows of a summary: figures written out, shades, steps of the keyboard. Pure.

use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Cell, Label};
use crate::analytics::segmentation::xyz::XyzClass;
use crate::i18n::Format;
use crate::i18n::messages::abc_xyz::matrix::CellFigures;
use crate::ui::tools::grid_keys;

/// Steps of shade, from the lightest (0) to the deepest.
pub(super) const SHADE_MAX: u8 = 6;

/// What the shade of a cell shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shading {
    /// Share of value.
    #[default]
    Value,
    /// Share of clients.
    Count,
}

impl Shading {
    /// Every shading, default first.
    pub const ALL: [Self; 2] = [Self::Value, Self::Count];

    /// The measure of a cell as a share of the whole; never below zero.
    pub fn share(self, summary: &AbcXyzSummary, cell: Cell) -> f64 {
        let shown = summary.cell(cell);
        let share = match self {
            Self::Value if cell.abc.is_none() => 0.0,
            Self::Value => shown.value.share_of(summary.positive_total),
            Self::Count => ratio(shown.clients, summary.clients),
        };
        share.max(0.0)
    }

    /// The shade of a cell: 0 for nothing, else by the root of its share of the largest cell's,
    /// since shares differ by orders of magnitude and the eye should still tell the small ones apart.
    pub fn shade(self, summary: &AbcXyzSummary, cell: Cell) -> u8 {
        let largest = Cell::all().map(|cell| self.share(summary, cell)).fold(0.0, f64::max);
        let share = self.share(summary, cell);
        if largest <= 0.0 || share <= 0.0 {
            return 0;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and SHADE_MAX")]
        let shade = ((share / largest).sqrt() * f64::from(SHADE_MAX)).ceil() as u8;
        shade.clamp(1, SHADE_MAX)
    }
}

/// The figures of a cell, written; `value` says how sums are written.
pub(super) fn cell_figures(
    format: Format,
    summary: &AbcXyzSummary,
    cell: Cell,
    value: fn(Format, Sum) -> String,
) -> CellFigures {
    let shown = summary.cell(cell);
    let by = summary.options.value;
    let format = format.by(by);
    let share_places = |share: f64| usize::from(share < 0.0995);
    let clients_share = ratio(shown.clients, summary.clients);
    let value_share = shown.value.share_of(summary.positive_total);
    CellFigures {
        cell,
        clients: shown.clients,
        clients_share: format.percent(clients_share, share_places(clients_share)),
        value: value(format, shown.value),
        by,
        value_share: cell.abc.map(|_| format.percent(value_share, share_places(value_share))),
        average: (shown.clients > 0).then(|| format.money(Sum(shown.value.0 / i128::from(shown.clients)))),
        quiet: shown.labelled(Label::Lost),
    }
}

/// Clients of a row of the matrix, and their share of value (`None` where they stand outside the shares).
pub(super) fn row_total(summary: &AbcXyzSummary, abc: Option<AbcClass>) -> (u64, Option<f64>) {
    let cells = || Cell::COLUMNS.into_iter().map(|xyz| summary.cell(Cell { abc, xyz }));
    let value: Sum = cells().map(|cell| cell.value).sum();
    (cells().map(|cell| cell.clients).sum(), abc.map(|_| value.share_of(summary.positive_total)))
}

/// Clients of a column of the matrix.
pub(super) fn column_total(summary: &AbcXyzSummary, xyz: Option<XyzClass>) -> u64 {
    Cell::ROWS.into_iter().map(|abc| summary.cell(Cell { abc, xyz }).clients).sum()
}

/// The cell that a key leads to, or `None` for a key that leads nowhere.
pub(super) fn step(from: Cell, key: &str, control: bool) -> Option<Cell> {
    let (rows, columns) = (Cell::ROWS.len(), Cell::COLUMNS.len());
    let place = (from.index() / columns, from.index() % columns);
    let (row, column) = grid_keys::step(place, (rows, columns), key, control)?;
    Some(Cell { abc: *Cell::ROWS.get(row)?, xyz: *Cell::COLUMNS.get(column)? })
}

fn ratio(part: u64, whole: u64) -> f64 {
    Sum(i128::from(part)).share_of(Sum(i128::from(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale};
    use crate::ui::tools::abc_xyz::testing::summary;

    fn cell(code: &str) -> Cell {
        Cell::from_code(code).unwrap()
    }

    #[test]
    fn keys_lead_to_cells() {
        for (from, key, control, to) in [
            ("AX", "ArrowRight", false, Some("AY")),
            ("BY", "ArrowDown", false, Some("CY")),
            ("C-", "ArrowRight", false, Some("C-")),
            ("BY", "End", true, Some("--")),
            ("BY", "a", false, None),
        ] {
            assert_eq!(step(cell(from), key, control), to.map(cell), "{from} {key}");
        }
    }

    #[test]
    fn shades_rise_with_the_share() {
        // Of the largest cell by value: AX 1, AY 1/4, CZ 1/100; BX is empty, -- is below zero.
        // By count CZ is the largest, and the rest are 1/300, 1/30 and 1/150 of it.
        let summary = summary(&[("AX", 1, 600), ("AY", 10, 150), ("CZ", 300, 6), ("--", 2, -9)]);
        for (code, by_value, by_count) in [("AX", 6, 1), ("AY", 3, 2), ("CZ", 1, 6), ("BX", 0, 0), ("--", 0, 1)] {
            assert_eq!(Shading::Value.shade(&summary, cell(code)), by_value, "{code} by value");
            assert_eq!(Shading::Count.shade(&summary, cell(code)), by_count, "{code} by count");
        }
    }

    #[test]
    fn writes_figures() {
        let format = Format { locale: Locale::En, currency: Currency::Usd };
        let summary = summary(&[("AX", 2, 900), ("CZ", 47, 100), ("--", 1, -30)]);
        let figures = cell_figures(format, &summary, cell("AX"), Format::money);
        assert_eq!(figures.clients_share, "4.0%");
        assert_eq!(figures.value, "$900");
        assert_eq!(figures.value_share.as_deref(), Some("90%"));
        assert_eq!(figures.average.as_deref(), Some("$450"));
        let apart = cell_figures(format, &summary, cell("--"), Format::money);
        assert_eq!(apart.value, "\u{2212}$30");
        assert_eq!(apart.value_share, None);
        assert_eq!(cell_figures(format, &summary, cell("BY"), Format::money).average, None);
        assert_eq!(row_total(&summary, Some(AbcClass::A)), (2, Some(0.9)));
        assert_eq!(row_total(&summary, None), (1, None));
        assert_eq!(column_total(&summary, Some(XyzClass::Z)), 47);
    }
}
