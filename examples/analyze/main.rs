//! The core on the command line: reads files, prints one JSON object.
//!
//! ```text
//! analyze FILE… [--table sales|pivot|daily|deals|events|clients|sources|answers] [--sheet NAME | --sheets-together] [--map field=header]…
//!     [--set option=value]… [--only import,abc_xyz,rfm,migration,funnel,sources]
//! ```
//!
//! Several files of one kind are one table: sales one after another, deals met by their id. Tables of what sources cost
//! go with either; sales beside deals say of what class clients are.
//!
//! Of workbooks (XLSX, XLSB, XLS, ODS, tables of web pages) the first sheet with a table is read, or the one named.
//! Exit code 0 when a result exists, 2 with one clear line on standard error when not. Decimals travel as strings with
//! four places. Options of `--set`:
//!
//! | option | values |
//! |---|---|
//! | `value` | what clients are measured by: `amount`, `margin`, `quantity`, `orders` |
//! | `boundary` | `crossing`, `inclusive`, `strict` |
//! | `abc` | two percentages: `80,95`; `computed` is the same as `limits=computed` |
//! | `limits` | `given`, or `computed`: `abc` is then what the shape of the curve gives |
//! | `xyz` | `frequency`, `variation` |
//! | `grain` | `week`, `month`, `quarter` |
//! | `deviation` | `sample`, `population` |
//! | `frequency`, `variation` | two percentages: `75,25`, `10,25` |
//! | `method` (or `rfm`) | `quantile`, `r-rfm`, `ntile`, `equal-width`, `custom` |
//! | `bins` | scores of RFM: 3, 4 or 5 |
//! | `analysis_date` | day from which recency is counted back: `2026-01-31`; else the day after the last day counted |
//! | `frequency` | of RFM: `orders`, `rows`; else rows with `r-rfm`, orders with the others |
//! | `recency_days`, `orders`, `monetary` | borders of `method=custom`, rising: `30,90,180,365`, `2,5,8,15`, `100,250.5,600,1000` |
//! | `from`, `to` | first and last day counted: `2026-01-31` |
//! | `before`, `after` | windows that `--only migration` compares: `2025-01-01..2025-12-31`; else the latest two years or halves |
//! | `count` | of the funnel: `ordered`, `reached`, `touched`, `entries` |
//! | `stages` | the order of stages: `Call > Offer > Paid`; those that are not named stand aside |
//! | `won`, `lost` | a stage that is won or lost, in place of those proposed; may be given again |
//! | `within_days` | days from the first stage within which a stage counts, with `count=ordered` |
//! | `as_of` | the day up to which deals are told of: `2026-01-31`; else the last day in the table |
//! | `split` | `source`, `manager`, `group`, `product`; `class` where there are sales beside the deals |
//! | `touch` | which source a deal belongs to: `first`, `last` |
//! | `unknown` | labels that say that the source is not known: `apart`, `together` |
//! | `merge_source` | two labels, the one that stays first: `Google=google`; may be given again |
//! | `cost` | what a source cost: `Google=1200.50`; may be given again |
//! | `encoding` | `utf-8`, `utf-16le`, `utf-16be`, `windows-1251`, `cp866`, `koi8-r` |
//! | `separator` | `;` `,` `\|` `tab`, or any other sign that is no letter, digit or quote |
//! | `header_line` | line of the header, from 1 |
//! | `date_order` | `dmy`, `mdy`, `ymd` |
//! | `decimal` | `,` or `.` |
//! | `escape` | `backslash`, `none` |
//! | `total_rows` | `keep`, `set_aside` |
//! | `measure` | of a pivot table with several: `Сумма` |
//! | `year` | of the first period of a pivot table whose headers name none: `2025` |
//! | `leave_out` | header of a column that is not read: a period, an attribute, a question; may be given again |
//! | `bad_rows` | `set_aside`, or `refuse`: a file with rows that cannot be read gives no result |
//! | `currency` | code of the one that counts where the file has several: `RUB`; `none` for rows that name none |
//! | `duplicates` | `keep`, `drop` |
//! | `returns` | `net`, `drop` |
//! | `future` | `keep`, or the last day that is not the future: `2026-01-31` |
//! | `group`, `source`, `manager` | only sales of this group of products, source, manager, as the file names it |
//! | `fast_days`, `much` | limits of the client flow: the most days that are fast, the most money that is little; else medians |
//! | `without_client` | `leave_out`, `one_line` |
//! | `merge` | two names, the one that stays first: `ООО Ромашка=Ромашка`; may be given again |
//!
//! `--only quality` gives what each of the last five would move, and spellings that may be one client; `today` is then
//! the last day of the table, unless `future` names one.

mod abc_xyz;
mod arguments;
mod arguments_funnel;
mod arguments_rfm;
mod files;
mod flow;
mod funnel;
mod import;
mod migration;
mod quality;
mod read;
mod rfm;

use std::env;
use std::io::Write;
use std::process::ExitCode;

use clientfolio::analytics::dataset::{LeftOut, LeftOutReason};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::funnel::{FunnelOptions, SplitBy};
use clientfolio::analytics::quality::{Count, Narrowing};
use clientfolio::analytics::segmentation::migration::MigrationOptions;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use clientfolio::jobs::source::Source;
use serde_json::{Map, Value};

use crate::abc_xyz::abc_xyz_json;
use crate::arguments::parse;
use crate::arguments_funnel::has_funnel;
use crate::flow::flow_json;
use crate::funnel::{client_classes, funnel_json, measured, source_classes_json, sources_json};
use crate::import::import_json;
use crate::migration::migration_json;
use crate::quality::quality_json;
use crate::read::{Read, read};
use crate::rfm::rfm_json;

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

fn run(arguments: impl Iterator<Item = String>) -> Result<Value, String> {
    let mut arguments = parse(arguments)?;
    let mut rfm = std::mem::take(&mut arguments.rfm).finish()?;
    let Read { mut engine, report, costs, mut sales } = read(&arguments)?;
    // An end that was not said is that of the table.
    let days = report.first.zip(report.last).unwrap_or_default();
    let window = arguments.window;
    arguments.abc_xyz.window =
        (window != (None, None)).then(|| (window.0.unwrap_or(days.0), window.1.unwrap_or(days.1)));
    rfm.window = arguments.abc_xyz.window;
    let migration = MigrationOptions { rules: arguments.abc_xyz, before: arguments.before, after: arguments.after };
    let mut left_out = report.left_out.clone();
    if !arguments.refine.is_nothing() {
        let Response::Refined(account) = ask(&mut engine, Request::Refine(arguments.refine.clone()), None)? else {
            return Err(UNEXPECTED.into());
        };
        left_out = account.left_out;
    }
    if !arguments.narrow.is_nothing() {
        left_out.push(narrow(&mut engine, &arguments.narrow)?);
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
    for part in ["abc_xyz", "rfm", "migration"].into_iter().filter(|part| is_wanted(part)) {
        // It compares two windows, which the other parts do not ask about.
        if part == "migration" && arguments.only.is_none() {
            continue;
        }
        if report.table.is_sales() {
            let value = match part {
                "abc_xyz" => abc_xyz_json(&mut engine, arguments.abc_xyz, arguments.computed_limits)?,
                "rfm" => rfm_json(&mut engine, &rfm)?,
                _ => migration_json(&mut engine, migration)?,
            };
            result.insert(part.into(), value);
        } else if arguments.only.is_some() {
            return Err(format!("a table of {} is not of sales", report.table.key()));
        }
    }
    let is_named = arguments.only.is_some();
    let has_funnel = has_funnel(report.table);
    let entered =
        (window != (None, None)).then(|| (window.0.unwrap_or(Day(i32::MIN)), window.1.unwrap_or(Day(i32::MAX))));
    if is_wanted("funnel") && is_named && !has_funnel {
        return Err(format!("a table of {} has no funnel", report.table.key()));
    }
    let stages = if has_funnel { measured(&mut engine, &FunnelOptions::default())?.proposed } else { Vec::new() };
    let (mut funnel, sources) = arguments.funnel.finish(&stages, entered, costs);
    if funnel.split == Some(SplitBy::Class) {
        let sales = sales.as_mut().ok_or("split=class wants a file of sales beside the deals")?;
        funnel.classes = client_classes(sales, arguments.abc_xyz)?;
    }
    if is_wanted("funnel") && has_funnel {
        result.insert("funnel".into(), funnel_json(&measured(&mut engine, &funnel)?));
    }
    if is_wanted("flow") && has_funnel {
        arguments.flow.as_of = funnel.as_of;
        result.insert("flow".into(), flow_json(&mut engine, &arguments.flow)?);
    } else if is_wanted("flow") && is_named {
        return Err(format!("a table of {} has no deals", report.table.key()));
    }
    if is_wanted("sources") && (has_funnel || report.table.is_sales()) {
        match sources_json(&mut engine, &sources)? {
            Some(value) => {
                result.insert("sources".into(), value);
                let rules = arguments.abc_xyz;
                if let Some(classes) = source_classes_json(&mut engine, sales.as_mut(), &sources, rules)? {
                    result.insert("source_classes".into(), classes);
                }
            }
            None if is_named => return Err("no column tells of sources".to_owned()),
            None => {}
        }
    } else if is_wanted("sources") && is_named {
        return Err(format!("a table of {} tells of no sources", report.table.key()));
    }
    Ok(Value::Object(result))
}

/// Looks at a part of the sales; what is not of it.
fn narrow(engine: &mut Engine, part: &Narrowing) -> Result<LeftOut, String> {
    let Response::Narrowed(outside) = ask(engine, Request::Narrow(part.clone()), None)? else {
        return Err(UNEXPECTED.into());
    };
    let Count { rows, amount } = outside;
    Ok(LeftOut { reason: LeftOutReason::OutsideWindow, rows, amount })
}

const UNEXPECTED: &str = "the engine gave an unexpected answer";

fn ask(engine: &mut Engine, request: Request, source: Option<&mut dyn Source>) -> Result<Response, String> {
    engine.handle(request, source, &mut |_| {}).map_err(|error| error.to_string())
}
