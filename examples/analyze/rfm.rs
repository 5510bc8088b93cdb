//! RFM: scores and segments.

use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use clientfolio::analytics::segmentation::rfm::cuts::Cut;
use clientfolio::analytics::segmentation::rfm::segments::OTHERS;
use clientfolio::analytics::segmentation::rfm::{Measure, RfmOptions, RfmSummary};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use serde_json::{Map, Value, json};

use crate::abc_xyz::clients;
use crate::{UNEXPECTED, ask};

pub fn rfm_json(engine: &mut Engine, options: &RfmOptions) -> Result<Value, String> {
    let Response::Rfm(summary) = ask(engine, Request::Rfm(options.clone()), None)? else {
        return Err(UNEXPECTED.into());
    };
    let rows = clients(engine, AbcXyzOptions::default(), Some(options))?;
    Ok(json!({
        "options": options_json(&summary),
        "cuts": cuts_json(&summary),
        "clients": rows.iter().map(|row| client_json(row, &summary)).collect::<Vec<_>>(),
        "segments": segments_json(&summary),
        "without_purchase": {"clients": summary.apart.clients, "total": summary.apart.value.to_string()},
    }))
}

fn options_json(summary: &RfmSummary) -> Value {
    let options = &summary.options;
    json!({
        "method": options.binning.method().key(),
        "bins": summary.bins().get(),
        "analysis_date": summary.analysis_date.map(|date| date.to_string()),
        "frequency": options.counted().key(),
        "window": summary.window.map(|(first, last)| [first.to_string(), last.to_string()]),
    })
}

fn cuts_json(summary: &RfmSummary) -> Value {
    let plain = |measure| summary.cuts_of(measure).borders.iter().map(|cut| cut.approximate()).collect::<Vec<_>>();
    let money = |cut: &Cut| cut.to_sum().to_string();
    json!({
        "recency_days": plain(Measure::Recency),
        "orders": plain(Measure::Frequency),
        "monetary": summary.cuts_of(Measure::Monetary).borders.iter().map(money).collect::<Vec<_>>(),
    })
}

fn client_json(row: &ClientRow, summary: &RfmSummary) -> Value {
    let Some(mark) = row.rfm else {
        return json!({"client": row.client, "recency_days": null, "orders": 0, "total": row.net.to_string(),
            "score": "-", "segment": "-"});
    };
    json!({
        "client": row.client,
        "recency_days": mark.recency_days,
        "orders": mark.frequency,
        "total": row.net.to_string(),
        "score": mark.scores.code(),
        "segment": summary.map.name(mark.segment.into()),
    })
}

/// Clients of each segment of the map, those that no rule takes only where there are any.
fn segments_json(summary: &RfmSummary) -> Value {
    let counted = summary.segments.iter().enumerate().map(|(index, group)| (summary.map.name(index), group.clients));
    let shown = counted.filter(|(name, clients)| *name != OTHERS || *clients > 0);
    Value::Object(shown.map(|(name, clients)| (name.to_owned(), clients.into())).collect::<Map<_, _>>())
}
