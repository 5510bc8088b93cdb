//! The client flow.

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::funnel::flow::{DaysBy, FlowOptions, FlowReport, OpenDeal, SimilarBy};
use clientfolio::analytics::segmentation::flow::FlowCell;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use serde_json::{Map, Value, json};

use crate::arguments_rfm::amount;
use crate::{UNEXPECTED, ask};

/// Names of the options, all of them.
pub const OPTIONS: [&str; 2] = ["fast_days", "much"];

/// Takes an option; `None` if it cannot have this value.
pub fn set(options: &mut FlowOptions, option: &str, value: &str) -> Option<()> {
    match option {
        "fast_days" => options.fast_days = Some(value.parse().ok()?),
        "much" => options.much = Some(amount(value)?),
        _ => return None,
    }
    Some(())
}

pub fn flow_json(engine: &mut Engine, options: &FlowOptions) -> Result<Value, String> {
    let Response::Flow(report) = ask(engine, Request::Flow(options.clone()), None)? else {
        return Err(UNEXPECTED.into());
    };
    let by_cell = |value: &dyn Fn(usize) -> Value| -> Map<String, Value> {
        FlowCell::ALL.into_iter().map(|cell| (cell.key().to_owned(), value(cell.index()))).collect()
    };
    let FlowReport { limits, medians, won, won_apart, as_of, open, open_all, .. } = *report;
    Ok(json!({
        "limits": {
            // Doubled values are whole or end in a half.
            "fast_days": Sum(i128::from(limits.days_twice) * 5_000).to_string(),
            "fast_days_median": medians.0,
            "much": half(limits.amount_twice),
            "much_median": medians.1,
        },
        "cells": by_cell(&|index| json!(won.get(index).map(|cell| cell.deals))),
        "amounts": by_cell(&|index| json!(won.get(index).map(|cell| cell.amount.to_string()))),
        "won_apart": won_apart,
        "as_of": as_of.map(|day| day.to_string()),
        "open_all": open_all,
        "open": open.iter().map(open_json).collect::<Vec<_>>(),
    }))
}

/// Half of a doubled amount; a median between two ten-thousandths has a fifth decimal.
fn half(twice: i128) -> String {
    let text = Sum(twice.div_euclid(2)).to_string();
    if twice.rem_euclid(2) == 0 { text } else { format!("{text}5") }
}

fn open_json(deal: &OpenDeal) -> Value {
    let (days_by, similar) = match deal.days_by {
        DaysBy::Similar { by, deals } => (similar_key(by), Some(deals)),
        DaysBy::Overdue => ("overdue", None),
    };
    json!({
        "deal": deal.deal,
        "client": deal.client,
        "product": deal.product,
        "age_days": deal.age_days,
        "days": deal.days,
        "days_by": days_by,
        "similar_deals": similar,
        "amount": deal.amount.to_string(),
        "amount_estimated": deal.amount_estimated,
        "cell": deal.cell.key(),
    })
}

const fn similar_key(by: SimilarBy) -> &'static str {
    match by {
        SimilarBy::Product => "product",
        SimilarBy::Group => "group",
        SimilarBy::Manager => "manager",
        SimilarBy::All => "all",
    }
}
