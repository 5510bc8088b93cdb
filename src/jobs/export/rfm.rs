//! Clients with their scores and segments.

use super::Counted;
use crate::analytics::dataset::ImportReport;
use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::rfm::{RfmMark, RfmSummary};
use crate::i18n::{Format, messages};
use crate::jobs::sheet::{Basis, Cell, Sheet};

/// The clients of a list, one a row.
pub(super) fn clients<'a>(
    rows: impl Iterator<Item = ClientRow> + 'a,
    summary: &'a RfmSummary,
    format: Format,
) -> Sheet<'a> {
    let messages = messages(format.locale);
    let (text, own, segments) = (messages.export(), &messages.rfm().export, &messages.rfm().segments);
    let headers = [
        text.rank,
        text.client,
        own.segment,
        own.score,
        own.r,
        own.f,
        own.m,
        text.recency,
        own.frequency,
        text.value,
        text.class,
        text.first,
        text.last,
    ];
    let cells = |row: ClientRow| {
        let mark = |of: fn(&RfmMark) -> Cell| row.rfm.as_ref().map_or(Cell::Empty, of);
        let segment = row.rfm.map_or(segments.apart, |mark| segments.name_at(&summary.map, mark.segment.into()));
        vec![
            row.rank.into(),
            Cell::text(row.client.as_str()),
            Cell::text(segment),
            mark(|mark| Cell::text(mark.scores.code())),
            mark(|mark| Cell::Count(mark.scores.r.into())),
            mark(|mark| Cell::Count(mark.scores.f.into())),
            mark(|mark| Cell::Count(mark.scores.m.into())),
            mark(|mark| mark.recency_days.into()),
            mark(|mark| mark.frequency.into()),
            row.net.into(),
            Cell::text(row.cell.code()),
            row.first.into(),
            row.last.into(),
        ]
    };
    Sheet::new(text.clients_sheet, headers, rows.map(cells))
}

/// What they were computed from.
pub(super) fn basis(source: &str, report: &ImportReport, summary: &RfmSummary, format: Format) -> Basis {
    let settings = (messages(format.locale).rfm().export.settings)(format, summary);
    let counted = Counted {
        window: summary.window,
        without_client: summary.without_client,
        outside_window: summary.outside_window,
    };
    super::basis(source, report, counted, settings, format)
}
