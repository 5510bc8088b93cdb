//! Deals behind a figure.

use crate::analytics::amount::Sum;
use crate::analytics::dataset::ImportReport;
use crate::analytics::funnel::Count;
use crate::analytics::funnel::deals::DealRow;
use crate::i18n::{Format, messages};
use crate::jobs::sheet::{Basis, Cell, LeftOutLine, Sheet};

/// The deals of a list, one a row.
pub(super) fn sheet(rows: Vec<DealRow>, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().deals;
    let headers = [
        text.deal,
        text.client,
        text.stage,
        text.outcome,
        text.entered,
        text.ended,
        text.amount,
        text.source,
        text.manager,
        text.reason,
    ];
    let cells = |row: DealRow| {
        let own = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        vec![
            own(row.deal),
            own(row.client),
            row.stage.as_ref().map_or(Cell::Empty, |stage| Cell::text(text.stage_name(stage))),
            Cell::text((text.outcome_name)(row.outcome)),
            row.entered.into(),
            row.ended.into(),
            row.amount.map(Sum::from).into(),
            own(row.source),
            own(row.manager),
            own(row.reason),
        ]
    };
    Sheet::new(text.sheet, headers, rows.into_iter().map(cells))
}

/// What deals were computed from.
pub(super) fn basis(source: &str, report: &ImportReport, count: Count, format: Format) -> Basis {
    let text = &messages(format.locale).funnel().deals;
    let mut basis = basis_of_rows(source, report, format);
    basis.settings.push((text.counted.to_owned(), (text.count_name)(count).to_owned()));
    basis
}

/// The table, and the rows that were set aside.
pub(super) fn basis_of_rows(source: &str, report: &ImportReport, format: Format) -> Basis {
    let text = messages(format.locale).export();
    let set_aside = report.set_aside.iter().map(|aside| LeftOutLine {
        what: (text.set_aside)(aside.reason),
        rows: aside.rows,
        sum: Some(aside.amount).filter(|sum| sum.0 != 0),
    });
    Basis { settings: vec![(text.table.to_owned(), source.to_owned())], left_out: set_aside.collect() }
}
