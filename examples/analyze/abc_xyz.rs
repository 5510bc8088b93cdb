//! The ABC-XYZ matrix.

use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, ClientRow, Label};
use clientfolio::analytics::segmentation::rfm::RfmOptions;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Beside, ClientQuery, JobError, Request, Response};
use serde_json::{Map, Value, json};

use crate::{UNEXPECTED, ask};

/// `computed` takes the limits that the curve's shape gives, where it gives any.
pub fn abc_xyz_json(engine: &mut Engine, mut options: AbcXyzOptions, computed: bool) -> Result<Value, String> {
    let mut summary = matrix_of(engine, options)?;
    if let Some(limits) = summary.computed_abc.filter(|_| computed) {
        options.abc = limits;
        summary = matrix_of(engine, options)?;
    }
    if !summary.values.contains(&options.value) {
        return Err(format!("the table has no column for value={}", options.value.key()));
    }
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
        "clients": clients(engine, options, None)?.iter().map(client_json).collect::<Vec<_>>(),
    }))
}

fn matrix_of(engine: &mut Engine, options: AbcXyzOptions) -> Result<AbcXyzSummary, String> {
    match ask(engine, Request::AbcXyz(options), None)? {
        Response::AbcXyz(summary) => Ok(summary),
        _ => Err(UNEXPECTED.into()),
    }
}

fn options_json(summary: &AbcXyzSummary) -> Value {
    let options = &summary.options;
    let window = summary.window.map(|(first, last)| json!([first.to_string(), last.to_string()]));
    let abc = [options.abc.a(), options.abc.b()].map(|basis_points| f64::from(basis_points) / 100.0);
    json!({
        "value": options.value.key(),
        "boundary": options.boundary.key(),
        "abc": abc,
        "xyz": options.method.key(),
        "grain": options.grain.key(),
        "deviation": options.deviation.key(),
        "window": window,
    })
}

/// All clients, page by page, as a screen would ask for them.
pub fn clients(
    engine: &mut Engine,
    options: AbcXyzOptions,
    rfm: Option<&RfmOptions>,
) -> Result<Vec<ClientRow>, String> {
    let mut all = Vec::new();
    loop {
        let request = Request::Clients {
            options,
            beside: Box::new(Beside { rfm: rfm.cloned(), ..Beside::default() }),
            query: ClientQuery::default(),
            from: all.len() as u64,
            count: u64::MAX,
        };
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
