//! The client flow through the engine: a small table worked out by hand, and figures made by another program where
//! `../shared` is there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

use std::path::Path;

use clientfolio::analytics::amount::{Amount, UNIT};
use clientfolio::analytics::dataset::ReadOptions;
use clientfolio::analytics::funnel::flow::{DaysBy, FlowOptions, FlowReport, SimilarBy};
use clientfolio::analytics::segmentation::flow::{FlowCell, Limits};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{JobError, Request, Response};
use clientfolio::jobs::source::Bytes;

fn engine(bytes: Vec<u8>) -> Engine {
    let mut engine = Engine::new();
    engine.handle(Request::Import(ReadOptions::default()), Some(&mut Bytes::new(bytes)), &mut |_| {}).unwrap();
    engine
}

fn flow(engine: &mut Engine, options: FlowOptions) -> FlowReport {
    match engine.handle(Request::Flow(options), None, &mut |_| {}).unwrap() {
        Response::Flow(report) => *report,
        other => panic!("{other:?}"),
    }
}

fn counts(report: &FlowReport) -> [u64; 4] {
    report.won.map(|cell| cell.deals)
}

/// Lamps are won in 2, 4, 6, 8, 10 days, for 10 to 50; one screen in 40 days for 900. Looked at on 1 April.
const DEALS: &str = "Deal,Client,Product,Stage,Created,Closed,Amount\n\
    L1,North,Lamp,Won,2026-03-01,2026-03-03,10\n\
    L2,South,Lamp,Won,2026-03-01,2026-03-05,20\n\
    L3,East,Lamp,Won,2026-03-01,2026-03-07,30\n\
    L4,West,Lamp,Won,2026-03-01,2026-03-09,40\n\
    L5,North,Lamp,Won,2026-03-01,2026-03-11,50\n\
    S1,South,Screen,Won,2026-02-01,2026-03-13,900\n\
    X1,East,Lamp,Lost,2026-03-01,2026-03-02,70\n\
    O1,East,Lamp,Offer,2026-04-01,,25\n\
    O2,West,Lamp,Offer,2026-03-29,,\n\
    O3,North,Screen,Offer,2026-03-22,,1000\n\
    O4,South,Lamp,Offer,2026-01-01,,60\n";

#[test]
fn won_deals_stand_in_cells() {
    let mut engine = engine(DEALS.into());
    // Days 2 4 6 8 10 40: the median is 7. Amounts 10 20 30 40 50 900: 35.
    let medians = flow(&mut engine, FlowOptions::default());
    assert_eq!(medians.limits, Limits { days_twice: 14, amount_twice: i128::from(70 * UNIT) });
    assert_eq!(counts(&medians), [0, 3, 3, 0]);
    assert_eq!(medians.medians, (true, true));
    // By hand: 8 days are fast, and 40 is little.
    let options = FlowOptions { fast_days: Some(8), much: Some(Amount(40 * UNIT)), as_of: None };
    assert_eq!(counts(&flow(&mut engine, options)), [0, 4, 2, 0]);
    let days_only = FlowOptions { fast_days: Some(10), ..FlowOptions::default() };
    assert_eq!(counts(&flow(&mut engine, days_only)), [2, 3, 1, 0], "the other limit stays the median");
}

#[test]
fn open_deals_are_estimated_and_served_in_order() {
    let report = flow(&mut engine(DEALS.into()), FlowOptions::default());
    assert_eq!(report.as_of.unwrap().to_string(), "2026-04-01");
    assert_eq!((report.open_all, report.won_apart), (4, 0));
    let found: Vec<_> = report
        .open
        .iter()
        .map(|deal| {
            let name = deal.deal.as_deref().unwrap();
            (name, deal.cell, deal.days, deal.amount.0 / UNIT, deal.amount_estimated, deal.days_by)
        })
        .collect();
    let by = |by, deals| DaysBy::Similar { by, deals };
    assert_eq!(
        found,
        [
            // 3 days old, so of lamps four lasted longer, too few; of all five did, 4 6 8 10 40: 8 − 3. Without an amount
            // of its own it has that of the lamps in the middle: 30 in 5 days.
            ("O2", FlowCell::FastLittle, 5, 30, true, by(SimilarBy::All, 5)),
            // Begun today: all five lamps. 25 in 6 days is less than 30 in 5.
            ("O1", FlowCell::FastLittle, 6, 25, false, by(SimilarBy::Product, 5)),
            // 10 days old, and one deal alone lasted longer: as many days again.
            ("O3", FlowCell::SlowMuch, 10, 1_000, false, DaysBy::Overdue),
            ("O4", FlowCell::SlowMuch, 90, 60, false, DaysBy::Overdue),
        ]
    );
}

#[test]
fn tables_without_deals_have_no_flow() {
    let mut sales = engine("Client,Date,Amount\nNorth,2026-03-01,10\n".into());
    let answer = sales.handle(Request::Flow(FlowOptions::default()), None, &mut |_| {});
    assert_eq!(answer, Err(JobError::NoTable));
}

#[test]
fn the_known_set_of_deals() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/crm_sales_opportunities/sales_pipeline.csv");
    let Ok(bytes) = std::fs::read(&path) else {
        println!("left out, not there: {}", path.display());
        return;
    };
    let mut engine = engine(bytes);
    let by_hand = FlowOptions { fast_days: Some(57), much: Some(Amount(1_117 * UNIT)), as_of: None };
    for options in [FlowOptions::default(), by_hand] {
        let report = flow(&mut engine, options);
        assert_eq!(report.limits, Limits::new(57, Amount(1_117 * UNIT)));
        assert_eq!(counts(&report), [1_092, 1_039, 1_025, 1_082]);
        assert_eq!(report.open_all, 2_089);
    }
}
