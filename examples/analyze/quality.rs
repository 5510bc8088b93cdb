//! What may be wrong in a table.

use clientfolio::analytics::dataset::ImportReport;
use clientfolio::analytics::date::Day;
use clientfolio::analytics::quality::refinement::Future;
use clientfolio::analytics::quality::{Count, Refinement};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use serde_json::{Value, json};

use crate::{UNEXPECTED, ask};

pub fn quality_json(engine: &mut Engine, refinement: &Refinement, report: &ImportReport) -> Result<Value, String> {
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
                    "key": spelling.key,
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
