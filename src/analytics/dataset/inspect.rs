//! A look at the beginning of a file: how it would be read, laid before the user.

use super::columns;
use super::kinds::TableKind;
use super::kinds::report::Details;
use super::kinds::rows::Rows;
use super::layout::{self, Layout, Looked, Role};
use super::marks::Marks;
use super::number;
use super::plan::{ColumnKind, ColumnView, DateOrder, Inspection, PreviewRow, ReadOptions};
use super::report::{ReadError, Reason};
use super::row::{self, Row, RowReader};
use super::sample::{Sample, SampleRow};
use crate::analytics::amount::Sum;

/// Rows shown: what fits a screen and a little more.
const PREVIEW_ROWS: usize = 30;
const SAMPLES: usize = 3;
const MISFITS: usize = 5;

/// Looks at `head`, the beginning of a file of `file_bytes`.
///
/// # Errors
/// When the file is no table of text. Fields that are missing stand in [`Inspection::missing`].
pub fn inspect(head: &[u8], file_bytes: u64, options: &ReadOptions) -> Result<Inspection, ReadError> {
    look(head.to_vec(), file_bytes, options.clone()).map(|(inspection, _)| inspection)
}

/// [`inspect`], for who reads the file afterwards.
///
/// # Errors
/// Those of [`inspect`].
pub fn look(head: Vec<u8>, file_bytes: u64, options: ReadOptions) -> Result<(Inspection, Looked), ReadError> {
    let (layout, sample) = layout::find(&head, file_bytes, &options)?;
    let inspection = inspection(&layout, &sample);
    Ok((inspection, Looked::new(head, file_bytes, options, layout)))
}

fn inspection(layout: &Layout, sample: &Sample) -> Inspection {
    let columns = (0..layout.headers.len()).map(|column| view(layout, sample, column)).collect();
    let preview = preview(layout, sample);
    let details = Details {
        findings: layout.findings.clone(),
        free_columns: layout.free_columns.clone(),
        made_columns: layout.derived.len(),
        pivot: layout.pivot.as_ref().map(|plan| plan.view.clone()),
        ..Details::default()
    };
    Inspection {
        table: layout.table,
        table_certain: layout.table_certain,
        details: Box::new(details),
        encoding: layout.encoding,
        encoding_certain: layout.encoding_certain,
        separator: layout.separator,
        header_line: layout.header_line,
        columns,
        missing: layout.missing(),
        date_order: Some(layout.date_order).filter(|(_, certain)| *certain).map(|(order, _)| order),
        decimal: Some(layout.decimal).filter(|(_, certain)| *certain).map(|(mark, _)| mark),
        mapping: layout.mapping.clone(),
        preview,
    }
}

fn view(layout: &Layout, sample: &Sample, column: usize) -> ColumnView {
    let kind = layout.kinds.get(column).copied().unwrap_or(ColumnKind::Empty);
    let mut samples: Vec<String> = Vec::new();
    let mut misfits = Vec::new();
    for row in columns::data(sample, layout.header_line) {
        let cell = row.record().get(column).unwrap_or_default().trim();
        if cell.is_empty() {
            continue;
        }
        if !fits(cell, kind) {
            if misfits.len() < MISFITS {
                misfits.push((row.line, layout::shortened(cell)));
            }
        } else if samples.len() < SAMPLES && !samples.iter().any(|known| known == cell) {
            samples.push(layout::shortened(cell));
        }
    }
    ColumnView { name: layout.headers.get(column).cloned().unwrap_or_default(), kind, samples, misfits }
}

fn fits(cell: &str, kind: ColumnKind) -> bool {
    match kind {
        ColumnKind::Text | ColumnKind::Identifier | ColumnKind::Empty => true,
        ColumnKind::Number => number::looks_numeric(cell),
        ColumnKind::Date => {
            [DateOrder::Dmy, DateOrder::Mdy].into_iter().any(|order| row::day_of(cell, order).is_some())
        }
    }
}

/// The first rows as they will be read.
fn preview(layout: &Layout, sample: &Sample) -> Vec<PreviewRow> {
    let mut reader = RowReader::new(layout).filter(|_| layout.table == TableKind::Sales);
    let mut rows = Rows::new(layout);
    let mut total = Sum::ZERO;
    let mut show = |row: &SampleRow| {
        let record = row.record();
        let mut set_aside = None;
        match reader.as_mut().map(|reader| reader.read(&record, total)) {
            Some(Row::Sale(sale)) => total += sale.amount,
            // Names above their sales have the sums of those.
            Some(Row::SetAside { reason: Reason::BadDate, amount: Some(_), .. }) if layout.derived.is_in_groups() => {
                set_aside = Some((Reason::TotalRow, None));
            }
            Some(Row::SetAside { reason, column, .. }) => set_aside = Some((reason, column)),
            // Tables of other kinds have their own readers.
            None => {
                let taken = rows.as_mut().map(|rows| rows.take(&record));
                if let Some(Err(refusal)) = taken {
                    set_aside = Some((refusal.reason, refusal.column));
                }
            }
        }
        let is_data = !matches!(set_aside, Some((Reason::TitleRow | Reason::BlankRow | Reason::TotalRow, _)));
        let cells = record.iter().enumerate();
        let read = cells.map(|(column, cell)| as_read(layout, column, cell).filter(|_| is_data)).collect();
        PreviewRow { line: row.line, raw: record.iter().map(str::to_owned).collect(), read, set_aside }
    };
    let is_shown = |row: &&SampleRow| !layout.is_header(row.line);
    sample.rows.iter().filter(is_shown).take(PREVIEW_ROWS).map(&mut show).collect()
}

/// A cell as it will be read, where that differs from what stands in the file.
fn as_read(layout: &Layout, column: usize, cell: &str) -> Option<String> {
    let read = match layout.role(column) {
        Role::Day => row::day_of(cell, layout.date_order.0)?.to_string(),
        Role::Decimal => Marks::new(layout).parse(cell)?.to_string(),
        Role::Text | Role::None => return None,
    };
    Some(read).filter(|read| read != cell)
}
