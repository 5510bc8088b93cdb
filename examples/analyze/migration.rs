//! Migration: who changed class between two windows.

use clientfolio::analytics::segmentation::migration::{
    Days, MigrationOptions, MigrationSummary, Move, MovementQuery, MovementRow, Place, Tally,
};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use serde_json::{Map, Value, json};

use crate::{UNEXPECTED, ask};

/// Rows asked for at once.
const PAGE: u64 = 1_000;

pub fn migration_json(engine: &mut Engine, options: MigrationOptions) -> Result<Value, String> {
    let Response::Migration(summary) = ask(engine, Request::Migration(options), None)? else {
        return Err(UNEXPECTED.into());
    };
    let days = |(first, last): Days| [first.to_string(), last.to_string()];
    let windows = summary.windows;
    let moves = Move::ALL.map(|one| (one.key().to_owned(), tally_json(summary.of(one))));
    Ok(json!({
        "before": windows.map(|(before, _)| days(before)),
        "after": windows.map(|(_, after)| days(after)),
        "all": tally_json(summary.all),
        "moves": Map::from_iter(moves),
        "cells": cells_json(&summary),
        "clients": rows(engine, options)?.iter().map(row_json).collect::<Vec<_>>(),
    }))
}

fn tally_json(tally: Tally) -> Value {
    json!({
        "clients": tally.clients,
        "before": tally.before.to_string(),
        "after": tally.after.to_string(),
        "change": tally.change().to_string(),
    })
}

/// Cells with clients, by the codes of both places: `AB`, `0A`, `C-`.
fn cells_json(summary: &MigrationSummary) -> Map<String, Value> {
    let pairs = Place::ALL.into_iter().flat_map(|before| Place::ALL.map(|after| (before, after)));
    let filled = pairs.map(|(before, after)| (before, after, summary.cell(before, after)));
    let filled = filled.filter(|(.., tally)| tally.clients > 0);
    filled.map(|(before, after, tally)| ([before.code(), after.code()].iter().collect(), tally_json(tally))).collect()
}

/// All clients, page by page, as a screen would ask for them.
fn rows(engine: &mut Engine, options: MigrationOptions) -> Result<Vec<MovementRow>, String> {
    let mut rows = Vec::new();
    loop {
        let from = rows.len() as u64;
        let request = Request::Movements { options, query: MovementQuery::default(), from, count: PAGE };
        match ask(engine, request, None)? {
            Response::Movements(page) if page.rows.is_empty() => return Ok(rows),
            Response::Movements(page) => rows.extend(page.rows),
            _ => return Err(UNEXPECTED.into()),
        }
    }
}

fn row_json(row: &MovementRow) -> Value {
    json!({
        "client": row.client,
        "move": Move::between(row.before, row.after).key(),
        "before": row.before.code().to_string(),
        "after": row.after.code().to_string(),
        "value_before": row.value_before.to_string(),
        "value_after": row.value_after.to_string(),
        "change": row.change().to_string(),
    })
}
