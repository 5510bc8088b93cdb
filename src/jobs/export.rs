//! What screens save as files: tables of an analysis with what they were computed from, and the rows set aside.

mod deals;
pub mod funnel;
mod migration;
mod priority;

use super::columns::{NamesInForce, value_header};
use super::loaded::Loaded;
use super::protocol::{Beside, ExportRequest, ExportTable, JobError};
use super::sheet::csv::{Table, guarded_unless_number};
use super::sheet::{Basis, Cell, Export, LeftOutLine, Sheet};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::encode::encode;
use crate::analytics::dataset::{ImportReport, LeftOutReason};
use crate::analytics::date::Day;
use crate::analytics::segmentation::abc_xyz::{self, AbcXyzOptions, AbcXyzSummary, ClientRow};
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::stats::share::share;
use crate::i18n::{Format, messages};

/// The file of a request: CSV, or the packed sheets of a workbook.
///
/// # Errors
/// [`JobError::NoTable`] where the table is not of the kind that is to be saved.
pub(super) fn file(loaded: &mut Loaded, request: &ExportRequest) -> Result<Vec<u8>, JobError> {
    let ExportRequest { table, kind, source, format } = request;
    Ok(match table {
        ExportTable::List { .. } | ExportTable::Movements { .. } if !loaded.report().table.is_sales() => {
            return Err(JobError::NoTable);
        }
        ExportTable::Deals { options, query } => {
            let basis = deals::basis(source, loaded.report(), options.count, *format);
            let sheets = vec![deals::sheet(loaded.all_deals(options, query)?, *format)];
            Export { sheets, basis }.prepared(*kind, *format)
        }
        ExportTable::Movements { options, query } => {
            let summary = loaded.migration(*options);
            let basis = of_part(loaded, migration::basis(source, loaded.report(), &summary, *format), *format);
            let clients = migration::clients(loaded.all_movements(*options, query), *format);
            Export { sheets: vec![clients, migration::matrix(&summary, *format)], basis }.prepared(*kind, *format)
        }
        ExportTable::List { options, beside, query, columns } => {
            let (basis, names) = list_basis(loaded, request, *options, beside);
            // A list of the matrix alone has it on a sheet of its own.
            let matrix = (**beside == Beside::default()).then(|| matrix(&loaded.summary(*options), *format));
            let scored = beside.priority.as_ref().map(|priority| priority.in_window(options.window));
            let scored = scored.map(|priority| loaded.priority_summary(&priority));
            let found = loaded.find(*options, beside, query);
            let messages = messages(format.locale);
            let headers = columns.iter().map(|column| column.file_header(messages, options.value));
            let cells =
                |row: ClientRow| columns.iter().map(|column| column.file_cell(&row, &names, messages)).collect();
            let clients = Sheet::new(messages.export().clients_sheet, headers, found.rows().map(cells));
            let scores = scored.iter().flat_map(|it| [priority::groups(it, *format), priority::criteria(it, *format)]);
            let sheets = [clients].into_iter().chain(matrix).chain(scores).collect();
            Export { sheets, basis }.prepared(*kind, *format)
        }
    })
}

/// What a list was computed from, and the names in force of what its rows refer to.
fn list_basis(
    loaded: &mut Loaded,
    request: &ExportRequest,
    options: AbcXyzOptions,
    beside: &Beside,
) -> (Basis, NamesInForce) {
    let (source, format) = (request.source.as_str(), request.format);
    let text = messages(format.locale);
    let summary = loaded.summary(options);
    let mut basis = of_part(loaded, abc_xyz_basis(source, loaded.report(), &summary, format), format);
    let mut names = NamesInForce::default();
    if let Some(rfm) = &beside.rfm {
        let summary = loaded.rfm_summary(rfm);
        basis.settings.extend((text.rfm().export.settings)(format, &summary));
        names.segments = Some(summary.map);
    }
    if let Some(priority) = &beside.priority {
        let summary = loaded.priority_summary(&priority.in_window(options.window));
        basis.settings.extend((text.priority().settings)(format, &summary));
        names.groups = Some(summary.options.groups);
    }
    if let Some(migration) = beside.migration {
        let summary = loaded.migration(migration);
        // Rules of classes are those of the matrix, which stand above.
        let days = |(first, last)| (text.export().days)(format, (first, last));
        let table = &text.migration().table;
        let windows = summary.windows.map(|(before, after)| [(table.before, days(before)), (table.after, days(after))]);
        basis.settings.extend(windows.into_iter().flatten().map(|(name, days)| (name.to_owned(), days)));
    }
    (basis, names)
}

/// Which rows of a table of sales an analysis of clients counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// First and last day.
    window: Option<(Day, Day)>,
    /// Rows and sum without a client within those days.
    without_client: (u64, Sum),
    /// Rows and sum outside those days.
    outside_window: (u64, Sum),
}

/// What every table of clients was computed from; `settings` are those of the analysis.
fn basis(
    source: &str,
    report: &ImportReport,
    counted: Counted,
    settings: Vec<(String, String)>,
    format: Format,
) -> Basis {
    let text = messages(format.locale).export();
    let set_aside = report.set_aside.iter().map(|aside| LeftOutLine {
        what: (text.set_aside)(aside.reason),
        rows: aside.rows,
        sum: Some(aside.amount).filter(|sum| sum.0 != 0),
    });
    // Rows without a client are counted within the dates of the analysis.
    let left_out = report.left_out.iter().filter(|left_out| left_out.reason != LeftOutReason::WithoutClient);
    let left_out = left_out.map(|left_out| LeftOutLine {
        what: (text.left_out)(left_out.reason).to_owned(),
        rows: left_out.rows,
        sum: Some(left_out.amount),
    });
    let line = |reason, (rows, sum)| LeftOutLine { what: (text.left_out)(reason).to_owned(), rows, sum: Some(sum) };
    let own = [
        line(LeftOutReason::WithoutClient, counted.without_client),
        line(LeftOutReason::OutsideWindow, counted.outside_window),
    ];
    let own = own.into_iter().filter(|line| line.rows > 0);
    let source = (text.table.to_owned(), source.to_owned());
    let window = counted.window.map(|days| (text.window.to_owned(), (text.days)(format, days)));
    Basis {
        settings: [source].into_iter().chain(window).chain(settings).collect(),
        left_out: set_aside.chain(left_out).chain(own).collect(),
    }
}

/// `basis` with the part of the sales that is looked at, and the rows that are not of it.
fn of_part(loaded: &Loaded, mut basis: Basis, format: Format) -> Basis {
    let (narrowing, outside) = loaded.part();
    let text = messages(format.locale).parts();
    let names = (text.names)(narrowing).into_iter().map(|(kind, name)| (kind.to_owned(), name.to_owned()));
    basis.settings.extend(names);
    if outside.rows > 0 {
        let line = LeftOutLine { what: text.left_out.to_owned(), rows: outside.rows, sum: Some(outside.amount) };
        basis.left_out.push(line);
    }
    basis
}

/// What tables of the matrix were computed from.
fn abc_xyz_basis(source: &str, report: &ImportReport, summary: &AbcXyzSummary, format: Format) -> Basis {
    let messages = messages(format.locale);
    let mut settings = (messages.export().abc_xyz_settings)(format, summary);
    if summary.options.value != ValueBy::Amount {
        let measure = (messages.value().name)(summary.options.value).to_owned();
        settings.insert(0, (messages.value().topic.title.to_owned(), measure));
    }
    let counted = Counted {
        window: summary.window,
        without_client: summary.without_client,
        outside_window: summary.outside_window,
    };
    basis(source, report, counted, settings, format)
}

/// Where values stand in the sheet of the matrix.
const VALUE_COLUMN: usize = 3;

/// The cells of the matrix, one a row.
fn matrix(summary: &AbcXyzSummary, format: Format) -> Sheet<'static> {
    let text = messages(format.locale).export();
    let row = |cell: abc_xyz::Cell| {
        let shown = summary.cell(cell);
        let average = (shown.clients > 0).then(|| Sum(shown.value.0 / i128::from(shown.clients)));
        let value_share = cell.abc.map_or(Cell::Empty, |_| Cell::Share(shown.value.share_of(summary.positive_total)));
        vec![
            Cell::Text(cell.code()),
            shown.clients.into(),
            Cell::Share(share(shown.clients, summary.clients).unwrap_or_default()),
            shown.value.into(),
            value_share,
            average.into(),
            shown.labelled(abc_xyz::Label::Lost).into(),
        ]
    };
    let rows: Vec<_> = abc_xyz::Cell::all().map(row).collect();
    let mut headers = text.matrix_headers;
    if let Some(header) = headers.get_mut(VALUE_COLUMN) {
        *header = value_header(messages(format.locale), summary.options.value);
    }
    Sheet::new(text.matrix_sheet, headers, rows)
}

/// The rows set aside in the form of the file that they come from: its columns, separator and encoding, so that they can
/// be mended where it is mended. Line and reason stand in front, where rows of any length leave them in place.
///
/// Cells are those of the file, except that what a spreadsheet would take for a formula is disarmed here as everywhere:
/// this file is made to be opened in one.
#[must_use]
pub fn set_aside(report: &ImportReport, format: Format) -> Vec<u8> {
    let text = messages(format.locale).export();
    let mut table = Table::with_separator(format.locale, report.separator);
    table.line([text.line, text.reason].into_iter().chain(report.headers.iter().map(String::as_str)));
    for row in &report.set_aside_rows {
        let own = [row.line.to_string(), (text.reason_name)(row.reason).to_owned()];
        table.line(own.into_iter().chain(row.cells.iter().map(|cell| guarded_unless_number(cell))));
    }
    // Made of texts, so it is one.
    encode(&String::from_utf8(table.finish()).unwrap_or_default(), report.encoding)
}
