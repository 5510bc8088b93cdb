//! The core on the command line: reads files, prints one JSON object.
//!
//! ```text
//! analyze FILE… [--table sales|pivot|daily|deals|events|clients|sources|answers] [--sheet NAME] [--map field=header]…
//!     [--set option=value]… [--only import,abc_xyz]
//! ```
//!
//! Of workbooks (XLSX, XLSB, XLS, ODS, tables of web pages) the first sheet with a table is read, or the one named.
//! Exit code 0 when a result exists, 2 with one clear line on standard error when not. Decimals travel as strings with
//! four places. Options of `--set`:
//!
//! | option | values |
//! |---|---|
//! | `boundary` | `crossing`, `inclusive`, `strict` |
//! | `abc` | two percentages: `80,95` |
//! | `xyz` | `frequency`, `variation` |
//! | `grain` | `week`, `month`, `quarter` |
//! | `deviation` | `sample`, `population` |
//! | `frequency`, `variation` | two percentages: `75,25`, `10,25` |
//! | `from`, `to` | first and last day counted: `2026-01-31` |
//! | `encoding` | `utf-8`, `utf-16le`, `utf-16be`, `windows-1251`, `cp866`, `koi8-r` |
//! | `separator` | `;` `,` `\|` or `tab` |
//! | `header_line` | line of the header, from 1 |
//! | `date_order` | `dmy`, `mdy`, `ymd` |
//! | `decimal` | `,` or `.` |
//! | `escape` | `backslash`, `none` |
//! | `total_rows` | `keep`, `set_aside` |
//! | `measure` | of a pivot table with several: `Сумма` |
//! | `currency` | code of the one that counts where the file has several: `RUB`; `none` for rows that name none |
//! | `duplicates` | `keep`, `drop` |
//! | `returns` | `net`, `drop` |
//! | `future` | `keep`, or the last day that is not the future: `2026-01-31` |
//! | `without_client` | `leave_out`, `one_line` |
//! | `merge` | two names, the one that stays first: `ООО Ромашка=Ромашка`; may be given again |
//!
//! `--only quality` gives what each of the last five would move, and spellings that may be one client; `today` is then
//! the last day of the table, unless `future` names one.

use std::env;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::process::ExitCode;

use clientfolio::analytics::dataset::{
    CurrencyCode, CurrencyShare, DateOrder, DecimalMark, Encoding, Field, ImportReport, Inspection, LeftOut, ReadError,
    ReadOptions, Separator, TableKind, TakenCurrency,
};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::quality::refinement::{Duplicates, Future, Returns, WithoutClient};
use clientfolio::analytics::quality::{Count, Refinement};
use clientfolio::analytics::segmentation::abc::{AbcThresholds, Boundary};
use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, ClientRow, Label};
use clientfolio::analytics::segmentation::xyz::{FrequencyThresholds, VariationThresholds, XyzMethod};
use clientfolio::analytics::stats::variation::Deviation;
use clientfolio::analytics::workbook::{self, Pick, SIGN_BYTES};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{ClientQuery, JobError, Request, Response};
use clientfolio::jobs::source::{Bytes, PIECE_BYTES, Source, SourceError};
use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(result) => {
            let mut out = std::io::stdout().lock();
            // A reader that has gone away (as `head` does) is no fault of the result.
            let _ =
                serde_json::to_writer_pretty(&mut out, &result).map_err(Into::into).and_then(|()| out.write_all(b"\n"));
            ExitCode::SUCCESS
        }
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "analyze: {message}");
            ExitCode::from(2)
        }
    }
}

/// What the command line says.
#[derive(Default)]
struct Arguments {
    files: Vec<String>,
    /// Fields and the headers that stand for them.
    map: Vec<(Field, String)>,
    read: ReadOptions,
    /// Which sheet of a workbook is read.
    sheet: Pick,
    abc_xyz: AbcXyzOptions,
    refine: Refinement,
    only: Option<Vec<String>>,
}

fn run(arguments: impl Iterator<Item = String>) -> Result<Value, String> {
    let mut arguments = parse(arguments)?;
    let [path] = arguments.files.as_slice() else {
        return Err("exactly one file is wanted".to_owned());
    };
    let mut source = open(path, &arguments.sheet, &mut arguments.read).map_err(|error| format!("{path}: {error}"))?;
    let source = source.as_mut();
    let mut engine = Engine::new();
    arguments.read.mapping = resolve(&arguments.map, &mut engine, source, &arguments.read)?;
    let import = Request::Import(arguments.read.clone());
    let Response::Imported(report) = ask(&mut engine, import, Some(source))? else {
        return Err(UNEXPECTED.into());
    };
    if report.mixes_currencies() {
        return Err(mixed_currencies(&report));
    }
    let mut left_out = report.left_out.clone();
    if !arguments.refine.is_nothing() {
        let Response::Refined(account) = ask(&mut engine, Request::Refine(arguments.refine.clone()), None)? else {
            return Err(UNEXPECTED.into());
        };
        left_out = account.left_out;
    }

    let is_wanted = |part: &str| arguments.only.as_ref().is_none_or(|only| only.iter().any(|name| name == part));
    let mut result = Map::new();
    if is_wanted("import") {
        result.insert("import".into(), import_json(&report, &left_out));
    }
    // Only where it is asked for: it takes as long as the rest together.
    if arguments.only.as_ref().is_some_and(|only| only.iter().any(|name| name == "quality")) {
        result.insert("quality".into(), quality_json(&mut engine, &arguments.refine, &report)?);
    }
    let is_named = arguments.only.is_some();
    if is_wanted("abc_xyz") && !report.table.is_sales() && is_named {
        return Err(format!("a table of {} is not of sales", report.table.key()));
    }
    if is_wanted("abc_xyz") && report.table.is_sales() {
        result.insert("abc_xyz".into(), abc_xyz_json(&mut engine, arguments.abc_xyz)?);
    }
    Ok(Value::Object(result))
}

const UNEXPECTED: &str = "the engine gave an unexpected answer";

fn ask(engine: &mut Engine, request: Request, source: Option<&mut dyn Source>) -> Result<Response, String> {
    engine.handle(request, source, &mut |_| {}).map_err(|error| error.to_string())
}

/// The columns of the headers in `map`.
fn resolve(
    map: &[(Field, String)],
    engine: &mut Engine,
    source: &mut dyn Source,
    read: &ReadOptions,
) -> Result<Vec<(Field, Option<usize>)>, String> {
    if map.is_empty() {
        return Ok(Vec::new());
    }
    let Response::Inspected(Inspection { columns, .. }) = ask(engine, Request::Inspect(read.clone()), Some(source))?
    else {
        return Err(UNEXPECTED.into());
    };
    let column = |header: &str| columns.iter().position(|column| column.name.trim() == header.trim());
    map.iter()
        .map(|(field, header)| match column(header) {
            Some(column) => Ok((*field, Some(column))),
            None if header.is_empty() => Ok((*field, None)),
            None => Err(ReadError::UnknownColumn { name: header.clone() }.to_string()),
        })
        .collect()
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut parsed = Arguments::default();
    let mut window: (Option<Day>, Option<Day>) = (None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--table" => {
                let kind = value()?;
                let table = TableKind::from_key(&kind).ok_or_else(|| format!("unknown kind of table {kind:?}"))?;
                parsed.read.table = Some(table);
            }
            "--sheet" => parsed.sheet = Pick::Named(value()?),
            "--map" => {
                let (field, header) = pair(&value()?)?;
                let field = Field::from_key(&field).ok_or_else(|| format!("unknown field {field:?}"))?;
                parsed.map.push((field, header));
            }
            "--set" => {
                let (option, value) = pair(&value()?)?;
                set(&mut parsed, &mut window, &option, &value)?;
            }
            "--only" => {
                let parts: Vec<String> = value()?.split(',').map(str::to_owned).collect();
                if let Some(unknown) =
                    parts.iter().find(|part| !["import", "quality", "abc_xyz"].contains(&part.as_str()))
                {
                    return Err(format!("unknown part {unknown:?} of a result"));
                }
                parsed.only = Some(parts);
            }
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            _ => parsed.files.push(argument),
        }
    }
    if window != (None, None) {
        parsed.abc_xyz.window = Some((window.0.unwrap_or(Day(i32::MIN)), window.1.unwrap_or(Day(i32::MAX))));
    }
    Ok(parsed)
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or_else(|| format!("{text:?} is not NAME=VALUE"))?;
    Ok((name.to_owned(), value.to_owned()))
}

fn set(
    arguments: &mut Arguments,
    window: &mut (Option<Day>, Option<Day>),
    option: &str,
    value: &str,
) -> Result<(), String> {
    let wrong = || format!("{option} cannot be {value:?}");
    let (read, abc_xyz) = (&mut arguments.read, &mut arguments.abc_xyz);
    match option {
        "boundary" => abc_xyz.boundary = by_key(Boundary::ALL, Boundary::key, value).ok_or_else(wrong)?,
        "xyz" => abc_xyz.method = by_key(XyzMethod::ALL, XyzMethod::key, value).ok_or_else(wrong)?,
        "grain" => abc_xyz.grain = by_key(Grain::ALL, Grain::key, value).ok_or_else(wrong)?,
        "deviation" => abc_xyz.deviation = by_key(Deviation::ALL, Deviation::key, value).ok_or_else(wrong)?,
        "abc" => {
            let (a, b) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.abc = AbcThresholds::new(a, b).map_err(|error| error.to_string())?;
        }
        "frequency" => {
            let (x, y) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.frequency = FrequencyThresholds::new(x, y).ok_or_else(wrong)?;
        }
        "variation" => {
            let (x, y) = percentages(value).ok_or_else(wrong)?;
            abc_xyz.variation = VariationThresholds::new(x, y).ok_or_else(wrong)?;
        }
        "from" => window.0 = Some(day(value).ok_or_else(wrong)?),
        "to" => window.1 = Some(day(value).ok_or_else(wrong)?),
        "encoding" => read.encoding = Some(by_key(Encoding::ALL, Encoding::name, value).ok_or_else(wrong)?),
        "separator" => read.separator = Some(separator(value).ok_or_else(wrong)?),
        "header_line" => read.header_line = Some(value.parse().map_err(|_| wrong())?),
        "date_order" => read.date_order = Some(by_key(DateOrder::ALL, DateOrder::key, value).ok_or_else(wrong)?),
        "decimal" => read.decimal = Some(by_key(DecimalMark::ALL, DecimalMark::key, value).ok_or_else(wrong)?),
        "measure" => read.measure = Some(value.to_owned()),
        "escape" => {
            read.backslash_escapes = by_key([true, false], escape_key, value).ok_or_else(wrong)?;
        }
        "total_rows" => {
            read.keep_total_rows = by_key([true, false], total_rows_key, value).ok_or_else(wrong)?;
        }
        "currency" => {
            let currency = if value == "none" { None } else { Some(CurrencyCode::from_code(value).ok_or_else(wrong)?) };
            read.currency = Some(TakenCurrency { currency, unnamed: false });
        }
        "duplicates" | "returns" | "future" | "without_client" | "merge" => {
            set_refinement(&mut arguments.refine, option, value).ok_or_else(wrong)?;
        }
        _ => return Err(format!("unknown option {option:?} of --set")),
    }
    Ok(())
}

/// The client that stands for rows without one.
const NOBODY: &str = "(no client)";

fn set_refinement(refinement: &mut Refinement, option: &str, value: &str) -> Option<()> {
    match (option, value) {
        ("duplicates", "keep") => refinement.duplicates = Duplicates::Keep,
        ("duplicates", "drop") => refinement.duplicates = Duplicates::Drop,
        ("returns", "net") => refinement.returns = Returns::Net,
        ("returns", "drop") => refinement.returns = Returns::Drop,
        ("future", "keep") => refinement.future = Future::Keep,
        ("future", last) => refinement.future = Future::DropAfter(day(last)?),
        ("without_client", "leave_out") => refinement.without_client = WithoutClient::LeaveOut,
        ("without_client", "one_line") => refinement.without_client = WithoutClient::OneLine(NOBODY.to_owned()),
        ("merge", names) => {
            let (into, from) = names.split_once('=')?;
            refinement.merge(into, [from.to_owned()]);
        }
        _ => return None,
    }
    Some(())
}

/// Why amounts cannot be added up, and what to say so that they can.
fn mixed_currencies(report: &ImportReport) -> String {
    let name = |share: &CurrencyShare| share.currency.map_or_else(|| "none".to_owned(), |code| code.to_string());
    let shares: Vec<String> =
        report.currencies.iter().map(|share| format!("{} in {} rows", name(share), share.rows)).collect();
    format!("the amounts are in several currencies ({}); choose one by --set currency=CODE", shares.join(", "))
}

const fn escape_key(backslash: bool) -> &'static str {
    if backslash { "backslash" } else { "none" }
}

const fn total_rows_key(keep: bool) -> &'static str {
    if keep { "keep" } else { "set_aside" }
}

fn by_key<T: Copy, const N: usize>(all: [T; N], key: fn(T) -> &'static str, value: &str) -> Option<T> {
    all.into_iter().find(|&one| key(one) == value)
}

fn separator(value: &str) -> Option<Separator> {
    Separator::ALL
        .into_iter()
        .find(|separator| value.as_bytes() == [separator.byte()])
        .or_else(|| (value == "tab").then_some(Separator::Tab))
}

/// Two percentages with up to two decimals as basis points.
fn percentages(text: &str) -> Option<(u32, u32)> {
    let (first, second) = text.split_once(',')?;
    let basis_points = |text: &str| {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let whole: u32 = whole.parse().ok()?;
        let fraction: u32 = (fraction.len() <= 2).then(|| format!("{fraction:0<2}").parse().ok())??;
        whole.checked_mul(100)?.checked_add(fraction)
    };
    Some((basis_points(first)?, basis_points(second)?))
}

fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let day = Day::from_ymd(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?;
    parts.next().is_none().then_some(day)
}

fn import_json(report: &ImportReport, left_out: &[LeftOut]) -> Value {
    let mapping: Map<String, Value> = report
        .mapping
        .iter()
        .filter_map(|(field, column)| Some((field.key().to_owned(), json!(report.headers.get(column)?))))
        .collect();
    let set_aside: Vec<Value> = report
        .set_aside
        .iter()
        .map(|group| {
            json!({"reason": group.reason.key(), "rows": group.rows, "amount": group.amount.to_string(), "lines": group.lines})
        })
        .collect();
    let left_out: Vec<Value> = left_out
        .iter()
        .map(|group| json!({"reason": group.reason.key(), "rows": group.rows, "amount": group.amount.to_string()}))
        .collect();
    let currencies: Vec<Value> = report
        .currencies
        .iter()
        .map(|share| {
            let code = share.currency.map(|code| code.to_string());
            json!({"currency": code, "rows": share.rows, "amount": share.amount.to_string()})
        })
        .collect();
    let details = &report.details;
    let findings: Map<String, Value> =
        details.findings.iter().map(|(finding, count)| (finding.key().to_owned(), json!(count))).collect();
    let header = |&column: &usize| report.headers.get(column);
    json!({
        "currencies": currencies,
        "table": report.table.key(),
        "columns": details.free_columns.iter().filter_map(header).collect::<Vec<_>>(),
        "cells_unread": details.cells_unread,
        "findings": findings,
        "rows_read": report.rows_read,
        "rows_used": report.rows_used,
        "rows_set_aside": report.rows_set_aside,
        "set_aside": set_aside,
        "left_out": left_out,
        "encoding": report.encoding.name(),
        "separator": char::from(report.separator.byte()).to_string(),
        "header_line": report.header_line,
        "mapping": mapping,
        "date_order": report.date_order.key(),
        "decimal": report.decimal.key(),
        "first": report.first.map(|day| day.to_string()),
        "last": report.last.map(|day| day.to_string()),
        "clients": report.clients,
        "total": report.total.to_string(),
        "returns": {"rows": report.returns.0, "amount": report.returns.1.to_string()},
        "amounts_rounded": report.amounts_rounded,
        "date_order_ambiguous": report.date_order_ambiguous,
        "decimal_ambiguous": report.decimal_ambiguous,
    })
}

fn quality_json(engine: &mut Engine, refinement: &Refinement, report: &ImportReport) -> Result<Value, String> {
    let today = match refinement.future {
        Future::DropAfter(day) => day,
        Future::Keep => report.last.unwrap_or(Day(i32::MAX)),
    };
    let Response::Quality(quality) = ask(engine, Request::Quality { today, spellings: true }, None)? else {
        return Err(UNEXPECTED.into());
    };
    let count = |count: Count| json!({"rows": count.rows, "amount": count.amount.to_string()});
    let groups: Vec<Value> = quality
        .groups
        .iter()
        .map(|group| {
            let spellings = group.spellings.iter().map(|spelling| {
                let differences: Vec<&str> = spelling.differences.iter().map(|difference| difference.key()).collect();
                json!({
                    "name": spelling.name,
                    "rows": spelling.rows,
                    "amount": spelling.amount.to_string(),
                    "confidence": spelling.confidence.key(),
                    "differences": differences,
                })
            });
            spellings.collect()
        })
        .collect();
    let findings = quality.findings;
    Ok(json!({
        "duplicates": count(findings.duplicates),
        "returns": count(findings.returns),
        "future": count(findings.future),
        "without_client": count(findings.without_client),
        "spellings": groups,
        "spelling_groups": quality.groups_all,
    }))
}

fn abc_xyz_json(engine: &mut Engine, options: AbcXyzOptions) -> Result<Value, String> {
    let Response::AbcXyz(summary) = ask(engine, Request::AbcXyz(options), None)? else { return Err(UNEXPECTED.into()) };
    let matrix: Map<String, Value> = Cell::all()
        .map(|cell| {
            let shown = summary.cell(cell);
            (cell.code(), json!({"clients": shown.clients, "value": shown.value.to_string()}))
        })
        .collect();
    Ok(json!({
        "options": options_json(&summary),
        "total": summary.total.to_string(),
        "matrix": matrix,
        "clients": clients(engine, options)?.iter().map(client_json).collect::<Vec<_>>(),
    }))
}

fn options_json(summary: &AbcXyzSummary) -> Value {
    let options = &summary.options;
    let window = summary.window.map(|(first, last)| json!([first.to_string(), last.to_string()]));
    let abc = [options.abc.a(), options.abc.b()].map(|basis_points| f64::from(basis_points) / 100.0);
    json!({
        "boundary": options.boundary.key(),
        "abc": abc,
        "xyz": options.method.key(),
        "grain": options.grain.key(),
        "deviation": options.deviation.key(),
        "window": window,
    })
}

/// All clients, page by page, as a screen would ask for them.
fn clients(engine: &mut Engine, options: AbcXyzOptions) -> Result<Vec<ClientRow>, String> {
    let mut all = Vec::new();
    loop {
        let request =
            Request::Clients { options, query: ClientQuery::default(), from: all.len() as u64, count: u64::MAX };
        match engine.handle(request, None, &mut |_| {}) {
            Ok(Response::Clients(page)) if page.rows.is_empty() => return Ok(all),
            Ok(Response::Clients(page)) => all.extend(page.rows),
            Ok(_) => return Err(UNEXPECTED.into()),
            Err(JobError::NoTable) => return Ok(all),
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn client_json(row: &ClientRow) -> Value {
    let code = row.cell.code();
    let (abc, xyz) = code.split_at_checked(1).unwrap_or_default();
    let labels: Vec<&str> = Label::ALL.into_iter().filter(|&label| row.labels.has(label)).map(Label::key).collect();
    json!({
        "client": row.client,
        "total": row.total.to_string(),
        "abc": abc,
        "xyz": xyz,
        "periods": row.periods,
        "active": row.active,
        "cv": row.cv,
        "orders": row.orders,
        "labels": labels,
        "first": row.first.map(|day| day.to_string()),
        "last": row.last.map(|day| day.to_string()),
        "recency_days": row.recency_days,
    })
}

/// A file, or the text of a sheet if it is a workbook; what is known of that text is put into `read`.
fn open(path: &str, sheet: &Pick, read: &mut ReadOptions) -> Result<Box<dyn Source>, String> {
    let mut file = FileSource::open(path).map_err(|error| error.to_string())?;
    let head = file.head().map_err(|error| error.to_string())?;
    if !workbook::is_workbook(&head) {
        return match sheet {
            Pick::Named(_) => Err("the file has no sheets".to_owned()),
            _ => Ok(Box::new(file)),
        };
    }
    if file.bytes > workbook::BYTES_MAX {
        return Err(workbook::WorkbookError::TooBig { bytes_max: workbook::BYTES_MAX }.to_string());
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut text = Vec::new();
    workbook::convert(bytes, sheet, &mut |piece| text.extend_from_slice(piece)).map_err(|error| error.to_string())?;
    let ReadOptions { encoding, separator, .. } = workbook::read_options();
    *read = ReadOptions { encoding, separator, ..read.clone() };
    Ok(Box::new(Bytes::new(text)))
}

/// A file on disk.
struct FileSource {
    file: File,
    bytes: u64,
}

impl FileSource {
    fn open(path: &str) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        Ok(Self { file, bytes })
    }

    /// The beginning of the file.
    fn head(&mut self) -> io::Result<Vec<u8>> {
        let mut head = Vec::new();
        Read::by_ref(&mut self.file).take(SIGN_BYTES as u64).read_to_end(&mut head)?;
        self.file.rewind()?;
        Ok(head)
    }
}

impl Source for FileSource {
    fn bytes(&self) -> u64 {
        self.bytes
    }

    fn rewind(&mut self) {
        // A failure shows at the next reading.
        let _ = self.file.seek(SeekFrom::Start(0));
    }

    fn next_piece(&mut self, piece: &mut Vec<u8>) -> Result<(), SourceError> {
        piece.clear();
        Read::by_ref(&mut self.file).take(PIECE_BYTES as u64).read_to_end(piece).map(drop).map_err(|_| SourceError)
    }
}
