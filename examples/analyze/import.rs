//! How a file was read.

use clientfolio::analytics::dataset::kinds::report::Finding;
use clientfolio::analytics::dataset::{
    CurrencyShare, Field, ImportReport, Inspection, LeftOut, ReadOptions, TableKind,
};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use clientfolio::jobs::source::Source;
use serde_json::{Map, Value, json};

use crate::arguments::Arguments;
use crate::{UNEXPECTED, ask};

/// What the command line says of columns by their headers, put into `options` by their places. Headers that are found are
/// taken out of `unfound`.
pub fn resolve(
    arguments: &Arguments,
    engine: &mut Engine,
    source: &mut dyn Source,
    options: &mut ReadOptions,
    unfound: &mut Vec<String>,
) -> Result<(), String> {
    let Arguments { map, leave_out, .. } = arguments;
    if map.is_empty() && leave_out.is_empty() {
        return Ok(());
    }
    let Response::Inspected(Inspection { columns, table, .. }) =
        ask(engine, Request::Inspect(options.clone()), Some(source))?
    else {
        return Err(UNEXPECTED.into());
    };
    let column = |header: &str| columns.iter().position(|column| column.name.trim() == header.trim());
    unfound.retain(|header| column(header).is_none());
    let found = |(field, header): &(Field, String)| match column(header) {
        Some(column) => Some((*field, Some(column))),
        None => header.is_empty().then_some((*field, None)),
    };
    options.mapping = map.iter().filter_map(found).collect();
    options.left_out_columns = leave_out.iter().filter_map(|header| column(header)).collect();
    // What is said of columns says what the table is about.
    if options.table.is_none() {
        let takes_all = |kind: &TableKind| options.mapping.iter().all(|(field, _)| kind.fields().contains(field));
        let kinds = [table].into_iter().chain(TableKind::ALL);
        options.table = kinds.into_iter().find(takes_all).filter(|&kind| kind != table);
    }
    Ok(())
}

/// Why amounts cannot be added up, and what to say so that they can.
pub fn mixed_currencies(report: &ImportReport) -> String {
    format!("the amounts are in several currencies ({}); choose one by --set currency=CODE", named(&report.currencies))
}

/// The same of several files.
pub fn different_currencies(report: &ImportReport) -> String {
    format!("the files are in several currencies ({}); give those of one", named(&report.currencies))
}

fn named(shares: &[CurrencyShare]) -> String {
    let name = |share: &CurrencyShare| share.currency.map_or_else(|| "none".to_owned(), |code| code.to_string());
    let shares: Vec<String> = shares.iter().map(|share| format!("{} in {} rows", name(share), share.rows)).collect();
    shares.join(", ")
}

pub fn import_json(report: &ImportReport, left_out: &[LeftOut]) -> Value {
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
        "year_assumed": details.count(Finding::YearAssumed) > 0,
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
