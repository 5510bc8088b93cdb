//! Clients of two windows, and how many moved from where to where.

use super::Counted;
use crate::analytics::dataset::ImportReport;
use crate::analytics::segmentation::migration::{MigrationSummary, Move, MovementRow, Place};
use crate::i18n::{Format, messages};
use crate::jobs::sheet::{Basis, Cell, Sheet};

/// The clients of a list, one a row.
pub(super) fn clients(rows: Vec<MovementRow>, format: Format) -> Sheet<'static> {
    let messages = messages(format.locale);
    let text = &messages.migration().table;
    let headers = [
        messages.export().client,
        text.what,
        text.before,
        text.after,
        text.value_before,
        text.value_after,
        text.change,
    ];
    let cells = |row: MovementRow| {
        let change = row.change();
        vec![
            Cell::Text(row.client),
            Cell::text((text.move_name)(Move::between(row.before, row.after))),
            Cell::text((text.place_name)(row.before)),
            Cell::text((text.place_name)(row.after)),
            row.value_before.into(),
            row.value_after.into(),
            change.into(),
        ]
    };
    Sheet::new(messages.export().clients_sheet, headers, rows.into_iter().map(cells))
}

/// The cells of the matrix, one a row.
pub(super) fn matrix(summary: &MigrationSummary, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).migration().table;
    let headers = [text.before, text.after, text.how_many, text.value_before, text.value_after, text.change];
    let pairs = Place::ALL.into_iter().flat_map(|before| Place::ALL.map(|after| (before, after)));
    let filled = pairs.map(|(before, after)| (before, after, summary.cell(before, after)));
    let rows = filled.filter(|(.., tally)| tally.clients > 0).map(|(before, after, tally)| {
        vec![
            Cell::text((text.place_name)(before)),
            Cell::text((text.place_name)(after)),
            tally.clients.into(),
            tally.before.into(),
            tally.after.into(),
            tally.change().into(),
        ]
    });
    Sheet::new(text.sheet, headers, rows.collect::<Vec<_>>())
}

/// What they were computed from.
pub(super) fn basis(source: &str, report: &ImportReport, summary: &MigrationSummary, format: Format) -> Basis {
    let settings = (messages(format.locale).migration().settings)(format, summary);
    let counted =
        Counted { window: None, without_client: summary.without_client, outside_window: summary.outside_windows };
    super::basis(source, report, counted, settings, format)
}
