//! The funnel, and what sources bring.

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::funnel::report::{SplitRow, Tally};
use clientfolio::analytics::funnel::sources::{SourceClasses, SourceRow, SourcesOptions};
use clientfolio::analytics::funnel::{FunnelOptions, FunnelReport, Stage};
use clientfolio::analytics::segmentation::abc_xyz::AbcXyzOptions;
use clientfolio::analytics::stats::spread::Spread;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use serde_json::{Map, Value, json};

use crate::{UNEXPECTED, ask};

/// The funnel of the loaded table.
pub fn measured(engine: &mut Engine, options: &FunnelOptions) -> Result<FunnelReport, String> {
    match ask(engine, Request::Funnel(options.clone()), None)? {
        Response::Funnel(report) => Ok(*report),
        _ => Err(UNEXPECTED.into()),
    }
}

pub fn funnel_json(report: &FunnelReport) -> Value {
    let steps = report.steps.iter().enumerate().map(|(place, step)| {
        let balance = step.balance;
        json!({
            "stage": step.stage.name.key(),
            "role": step.stage.role.key(),
            "reached": step.reached,
            "of_first": report.of_first(place),
            "of_previous": report.of_previous(place),
            "lost": step.lost,
            "open": step.open,
            "otherwise": step.otherwise,
            "joined": step.joined,
            "won": step.won,
            "unsure": step.unsure,
            "now": step.now,
            "now_amount": step.now_amount.to_string(),
            "median_days": step.days.as_ref().map(Spread::median),
            "p90_days": step.days.as_ref().map(Spread::p90),
            "balance": {
                "entered": balance.entered,
                "advanced": balance.advanced,
                "lost": balance.lost,
                "back": balance.back,
                "still": balance.still,
            },
        })
    });
    let stages: Vec<Value> =
        report.stages.iter().map(|stage| json!({"stage": stage.name.key(), "role": stage.role.key()})).collect();
    let counts: Map<String, Value> =
        report.counts.iter().map(|(count, reached)| (count.key().to_owned(), json!(reached))).collect();
    let cohorts = report.cohorts.iter().map(|cohort| {
        let mut value = tally_json(&cohort.tally);
        value.insert("month".into(), json!(month(cohort.month)));
        value.insert("unripe".into(), json!(cohort.unripe));
        value.insert("reached".into(), json!(cohort.reached));
        Value::Object(value)
    });
    let losses = report
        .losses
        .iter()
        .map(|loss| json!({"reason": loss.reason, "deals": loss.deals, "amount": loss.amount.to_string()}));
    let remarks = report.remarks;
    let names = |stages: &[Stage]| stages.iter().map(|stage| stage.name.key().to_owned()).collect::<Vec<_>>();
    json!({
        "count": report.count.key(),
        "history": report.history.key(),
        "stages": steps.collect::<Vec<_>>(),
        "roles": stages,
        "proposed": names(&report.proposed),
        "unknown_stages": report.unknown.iter().map(|name| name.key()).collect::<Vec<_>>(),
        "counts": counts,
        "win_rate": {
            "of_closed": report.won_of_closed(),
            "of_engaged": report.won_of_engaged(),
            "of_all": report.won_of_all(),
        },
        "deals": tally_json(&report.tally),
        "not_counted": report.not_counted,
        "outside": report.outside,
        "outside_window": report.outside_window,
        "won_average": report.won_average().map(|sum| sum.to_string()),
        "cycle_days": {"won": spread_json(report.won_days.as_ref()), "lost": spread_json(report.lost_days.as_ref())},
        "velocity_per_day": report.velocity().map(|sum| sum.to_string()),
        "cohorts": cohorts.collect::<Vec<_>>(),
        "undated": report.undated,
        "split": report.split.map(|by| by.key()),
        "splits": report.splits.iter().map(split_json).collect::<Vec<_>>(),
        "losses": losses.collect::<Vec<_>>(),
        "as_of": report.as_of.map(|day| day.to_string()),
        "remarks": {
            "closed_before_created": remarks.closed_before_created,
            "without_created": remarks.without_created,
            "without_stage": remarks.without_stage,
            "repeated_deals": remarks.repeated,
            "repeated_moves": remarks.repeated_moves,
            "closed_counts_as_won": remarks.closed_as_won,
            "stages_over": remarks.stages_over,
            "date_columns_aside": remarks.days_aside,
            "stage_circles": report.circles,
            "last_stage_counts_as_won": report.won_assumed,
        },
    })
}

fn tally_json(tally: &Tally) -> Map<String, Value> {
    let figures = [("deals", tally.deals), ("won", tally.won), ("lost", tally.lost), ("open", tally.open)];
    let mut map: Map<String, Value> = figures.into_iter().map(|(key, count)| (key.to_owned(), json!(count))).collect();
    map.insert("revenue".into(), json!(tally.revenue.to_string()));
    map
}

fn split_json(row: &SplitRow) -> Value {
    let mut value = tally_json(&row.tally);
    value.insert("value".into(), json!(row.value));
    value.insert("reached".into(), json!(row.reached));
    #[expect(clippy::cast_precision_loss, reason = "a figure for display")]
    value.insert("median_days".into(), json!(row.median_twice.map(|twice| twice as f64 / 2.0)));
    Value::Object(value)
}

fn spread_json(days: Option<&Spread>) -> Value {
    days.map_or(Value::Null, |days| {
        json!({
            "deals": days.count,
            "mean": days.mean(),
            "median": days.median(),
            "p90": days.p90(),
            "min": days.min,
            "max": days.max,
            "histogram": days.histogram,
        })
    })
}

fn month(number: i32) -> String {
    format!("{:04}-{:02}", number.div_euclid(12), number.rem_euclid(12) + 1)
}

/// What sources bring; `None` where no column tells of them.
pub fn sources_json(engine: &mut Engine, options: &SourcesOptions) -> Result<Option<Value>, String> {
    match ask(engine, Request::Sources(options.clone()), None)? {
        Response::Sources(report) => {
            Ok(report.map(|report| Value::Array(report.rows.iter().map(source_json).collect())))
        }
        _ => Err(UNEXPECTED.into()),
    }
}

/// The class of each client of the sales, by name.
pub fn client_classes(sales: &mut Engine, rules: AbcXyzOptions) -> Result<Vec<(String, String)>, String> {
    match ask(sales, Request::ClientClasses(rules), None)? {
        Response::ClientClasses(classes) => Ok(classes),
        _ => Err(UNEXPECTED.into()),
    }
}

/// Sources by the classes of the clients that they brought: of the sales by their own column, of deals with the sales
/// beside them; `None` where there is no such thing.
pub fn source_classes_json(
    engine: &mut Engine,
    beside: Option<&mut Engine>,
    sources: &SourcesOptions,
    classes: AbcXyzOptions,
) -> Result<Option<Value>, String> {
    let request = |clients| Request::SourceClasses { sources: sources.clone(), classes, clients };
    let answer = match beside {
        Some(sales) => match ask(engine, Request::ClientSources(sources.clone()), None)? {
            Response::ClientSources(clients) => ask(sales, request(Some(clients)), None)?,
            _ => return Err(UNEXPECTED.into()),
        },
        // Deals alone tell of no classes.
        None => match engine.answer(request(None)) {
            Ok(answer) => answer,
            Err(_) => return Ok(None),
        },
    };
    let Response::SourceClasses(rows) = answer else { return Err(UNEXPECTED.into()) };
    let row = |row: &SourceClasses| {
        let cells: Map<String, Value> =
            row.cells.iter().map(|(cell, clients, _)| (cell.code(), json!(clients))).collect();
        let value = row.value.to_string();
        json!({"source": row.source.key(), "clients": row.clients, "value": value, "cells": cells})
    };
    Ok((!rows.is_empty()).then(|| rows.iter().map(row).collect()))
}

fn source_json(row: &SourceRow) -> Value {
    let sum = |sum: Option<Sum>| sum.map(|sum| sum.to_string());
    json!({
        "source": row.source.key(),
        "leads": row.leads,
        "won": row.won,
        "lost": row.lost,
        "conversion": row.conversion.map(|share| share.share),
        "low": row.conversion.map(|share| share.low),
        "high": row.conversion.map(|share| share.high),
        "revenue": row.revenue.to_string(),
        "average": sum(row.average),
        "median_days": row.days.as_ref().map(Spread::median),
        "cost": sum(row.cost),
        "cost_per_lead": sum(row.cost_per_lead),
        "cost_per_won": sum(row.cost_per_won),
        "romi": row.romi,
    })
}
