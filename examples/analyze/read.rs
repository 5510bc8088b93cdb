//! Files as one table: of sales, or of deals told of in several files; costs of sources beside either, and sales beside
//! deals, which say of what class clients are.

use clientfolio::analytics::dataset::{Family, ImportReport, TableKind};
use clientfolio::analytics::funnel::sources::SourceCost;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use clientfolio::jobs::source::Bytes;

use crate::arguments::Arguments;
use crate::files::open;
use crate::import::{different_currencies, mixed_currencies, resolve};
use crate::{UNEXPECTED, ask};

/// What files come to.
pub struct Read {
    /// The engine that has the table.
    pub engine: Engine,
    /// The account of its rows.
    pub report: ImportReport,
    /// What sources cost, by tables of them.
    pub costs: Vec<SourceCost>,
    /// The engine that has the sales beside the deals.
    pub sales: Option<Engine>,
}

/// Reads the files of the command line.
pub fn read(arguments: &Arguments) -> Result<Read, String> {
    let mut read = Vec::new();
    let headers = arguments.map.iter().map(|(_, header)| header).filter(|header| !header.is_empty());
    let mut unfound: Vec<String> = headers.chain(&arguments.leave_out).cloned().collect();
    for path in &arguments.files {
        let (engine, report) = one(path, arguments, &mut unfound).map_err(|error| format!("{path}: {error}"))?;
        read.push((engine, report));
    }
    if let Some(header) = unfound.first() {
        return Err(format!("no column is called {header:?}"));
    }
    let mut costs = Vec::new();
    let has_main = read.iter().any(|(_, report)| report.table != TableKind::Sources);
    if has_main {
        for (engine, _) in read.iter_mut().filter(|(_, report)| report.table == TableKind::Sources) {
            match ask(engine, Request::SourceCosts, None)? {
                Response::SourceCosts(more) => costs.extend(more),
                _ => return Err(UNEXPECTED.into()),
            }
        }
        read.retain(|(_, report)| report.table != TableKind::Sources);
    }
    let has_deals = read.iter().any(|(_, report)| report.table.family() == Family::Deals);
    let (beside, main): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|(_, report)| has_deals && report.table.is_sales());
    let sales = if beside.is_empty() { None } else { Some(joined(beside)?.0) };
    let (engine, report) = joined(main)?;
    Ok(Read { engine, report, costs, sales })
}

/// Tables of one family as one.
fn joined(mut read: Vec<(Engine, ImportReport)>) -> Result<(Engine, ImportReport), String> {
    if read.len() < 2 {
        return read.pop().ok_or_else(|| "at least one file is wanted".to_owned());
    }
    let mut bytes = Vec::new();
    for (engine, _) in &read {
        engine.pack(&mut |block| bytes.extend_from_slice(block)).map_err(|error| error.to_string())?;
    }
    let mut engine = Engine::new();
    match ask(&mut engine, Request::Open, Some(&mut Bytes::new(bytes)))? {
        Response::Opened(report) if report.mixes_currencies() => Err(different_currencies(&report)),
        Response::Opened(report) => Ok((engine, report)),
        _ => Err(UNEXPECTED.into()),
    }
}

/// Reads one file; headers that it has are taken out of `unfound`.
fn one(path: &str, arguments: &Arguments, unfound: &mut Vec<String>) -> Result<(Engine, ImportReport), String> {
    let mut options = arguments.read.clone();
    let mut source = open(path, &arguments.sheet, &mut options)?;
    let source = source.as_mut();
    let mut engine = Engine::new();
    resolve(arguments, &mut engine, source, &mut options, unfound)?;
    let Response::Imported(report) = ask(&mut engine, Request::Import(options), Some(source))? else {
        return Err(UNEXPECTED.into());
    };
    if report.mixes_currencies() {
        return Err(mixed_currencies(&report));
    }
    if !arguments.read.accept(&report) {
        return Err(format!("{} of {} rows cannot be read", report.mistakes(), report.rows_read));
    }
    Ok((engine, report))
}
