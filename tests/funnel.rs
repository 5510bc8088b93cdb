//! Funnel and sources through the engine, against figures made by another program (`../shared/reference/expected`, where it
//! is there). Small cases worked out by hand stand beside the code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

use std::path::{Path, PathBuf};

use clientfolio::analytics::dataset::{ReadOptions, TableKind};
use clientfolio::analytics::funnel::deals::DealQuery;
use clientfolio::analytics::funnel::sources::{SourcesOptions, SourcesReport, Unknown};
use clientfolio::analytics::funnel::{Count, FunnelOptions, FunnelReport, Outcome};
use clientfolio::i18n::{Currency, Format, Locale};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{ExportRequest, ExportTable, JobError, Request, Response};
use clientfolio::jobs::sheet::FileKind;
use clientfolio::jobs::source::Bytes;
use serde_json::Value;

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    let exists = path.exists();
    if !exists {
        println!("left out, not there: {}", path.display());
    }
    exists.then_some(path)
}

fn expected(name: &str) -> Option<Value> {
    let path = shared(&format!("reference/expected/{name}.json"))?;
    Some(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
}

fn engine(bytes: Vec<u8>, table: Option<TableKind>) -> Engine {
    let mut engine = Engine::new();
    let read = ReadOptions { table, ..ReadOptions::default() };
    engine.handle(Request::Import(read), Some(&mut Bytes::new(bytes)), &mut |_| {}).unwrap();
    engine
}

fn ask(engine: &mut Engine, request: Request) -> Result<Response, JobError> {
    engine.handle(request, None, &mut |_| {})
}

fn funnel(engine: &mut Engine, options: FunnelOptions) -> FunnelReport {
    match ask(engine, Request::Funnel(options)).unwrap() {
        Response::Funnel(report) => *report,
        other => panic!("{other:?}"),
    }
}

fn sources(engine: &mut Engine, options: SourcesOptions) -> SourcesReport {
    match ask(engine, Request::Sources(options)).unwrap() {
        Response::Sources(Some(report)) => *report,
        other => panic!("{other:?}"),
    }
}

/// Several files as one table, as the app keeps and opens them.
fn together(files: &[PathBuf]) -> Engine {
    let mut bytes = Vec::new();
    for file in files {
        engine(std::fs::read(file).unwrap(), None).pack(&mut |block| bytes.extend_from_slice(block)).unwrap();
    }
    let mut engine = Engine::new();
    engine.handle(Request::Open, Some(&mut Bytes::new(bytes)), &mut |_| {}).unwrap();
    engine
}

fn near(found: Option<f64>, expected: &Value) {
    let (found, expected) = (found.unwrap(), expected.as_f64().unwrap());
    assert!((found - expected).abs() < 1e-12 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn opportunities_of_a_crm() {
    let Some(oracle) = expected("crm_sales_opportunities_funnel") else { return };
    let Some(file) = shared("data/crm_sales_opportunities/sales_pipeline.csv") else { return };
    let mut engine = engine(std::fs::read(file).unwrap(), None);
    let report = funnel(&mut engine, FunnelOptions::default());
    let reached: Vec<u64> = report.steps.iter().map(|step| step.reached).collect();
    let stages: Vec<&str> = report.steps.iter().map(|step| step.stage.name.key()).collect();
    assert_eq!((stages, reached), (vec!["Prospecting", "Engaging", "closed", "Won"], vec![8_800, 8_300, 6_711, 4_238]));
    assert!(report.steps.iter().all(|step| step.unsure == 0 && step.balance.is_even()));
    let win = &oracle["win_rate_variants"];
    near(report.won_of_closed(), &win["won/(won+lost)"]);
    near(report.won_of_engaged(), &win["won/engaged"]);
    near(report.won_of_all(), &win["won/all"]);
    near(report.of_previous(1), &oracle["step_conversion"]["Engaging/Prospecting"]);
    near(report.of_previous(2), &oracle["step_conversion"]["Closed/Engaging"]);
    for (days, key) in [(&report.won_days, "cycle_days_won"), (&report.lost_days, "cycle_days_lost")] {
        let days = days.as_ref().unwrap();
        near(Some(days.mean()), &oracle[key]["mean"]);
        near(Some(days.median()), &oracle[key]["median"]);
    }
    let won = report.won_days.as_ref().unwrap();
    assert_eq!((won.min, won.max), (1, 138));
    assert_eq!(report.steps[3].days.as_ref().map(|days| days.median_twice), Some(114));
    assert_eq!(report.tally.revenue.to_string(), "10005534.0000");
    // 2,360.9093… and 60,146.8493… in the oracle.
    assert_eq!(report.won_average().unwrap().to_string(), "2360.9094");
    assert_eq!(report.velocity().unwrap().to_string(), "60146.8493");
    assert_eq!(
        report.tally.open,
        oracle["sales_velocity_per_day = open_deals*avg_won*win_rate/mean_cycle_won"]["open_deals(Prospecting+Engaging)"]
    );
    // Cohorts by month, added up to the quarters of the oracle; deals without a day are in none.
    assert_eq!(report.undated, 500);
    for (quarter, of) in oracle["cohort_by_engage_quarter"].as_object().unwrap() {
        let (year, number) = quarter.split_once('Q').unwrap();
        let first = year.parse::<i32>().unwrap() * 12 + (number.parse::<i32>().unwrap() - 1) * 3;
        let months = report.cohorts.iter().filter(|cohort| (first..first + 3).contains(&cohort.month));
        let sums = months.fold([0; 3], |[open, lost, won], cohort| {
            [open + cohort.tally.open, lost + cohort.tally.lost, won + cohort.tally.won]
        });
        assert_eq!(sums, ["Engaging", "Lost", "Won"].map(|key| of[key].as_u64().unwrap()), "{quarter}");
    }
    for count in Count::ALL {
        let other = funnel(&mut engine, FunnelOptions { count, ..FunnelOptions::default() });
        assert_eq!(other.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [8_800, 8_300, 6_711, 4_238]);
    }
    assert_eq!(ask(&mut engine, Request::Sources(SourcesOptions::default())), Ok(Response::Sources(None)));
}

#[test]
fn deals_behind_figures_come_in_pages() {
    let Some(file) = shared("data/crm_sales_opportunities/sales_pipeline.csv") else { return };
    let mut engine = engine(std::fs::read(file).unwrap(), None);
    let options = FunnelOptions::default;
    for (query, all) in [
        (DealQuery { at: Some(0), ..DealQuery::default() }, 8_800),
        (DealQuery { at: Some(2), stays: true, ..DealQuery::default() }, 2_473),
        (DealQuery { now: Some(1), ..DealQuery::default() }, 1_589),
        (DealQuery { outcome: Some(Outcome::Won), ..DealQuery::default() }, 4_238),
    ] {
        let request = Request::Deals { options: options(), query: query.clone(), from: 400, count: 3 };
        let Ok(Response::Deals(page)) = ask(&mut engine, request) else { panic!("no page") };
        assert_eq!((page.total, page.from, page.rows.len()), (all, 400, 3), "{query:?}");
    }
    let query = DealQuery { now: Some(0), ..DealQuery::default() };
    let format = Format { locale: Locale::En, currency: Currency::None };
    let table = ExportTable::Deals { options: options(), query };
    let request = ExportRequest { table, kind: FileKind::Csv, source: "pipeline".to_owned(), format };
    let Ok(Response::File(bytes)) = ask(&mut engine, Request::Export(Box::new(request))) else { panic!("no file") };
    assert_eq!(String::from_utf8(bytes).unwrap().lines().count(), 501);
}

#[test]
fn leads_and_closed_deals_of_two_files() {
    let Some(oracle) = expected("olist_marketing_funnel") else { return };
    let names = ["olist_marketing_qualified_leads_dataset.csv", "olist_closed_deals_dataset.csv"];
    let Some(files) = names.map(|name| shared(&format!("data/olist/{name}"))).into_iter().collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let swapped = vec![files[1].clone(), files[0].clone()];
    for files in [files, swapped] {
        let mut engine = together(&files);
        let report = funnel(&mut engine, FunnelOptions::default());
        assert_eq!(report.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), [8_000, 842]);
        near(report.won_of_all(), &oracle["conv"]);
        assert_eq!(report.remarks.closed_before_created, oracle["won_before_first_contact(days<0)"]);
        let days = report.won_days.as_ref().unwrap();
        near(Some(days.mean()), &oracle["days_to_win"]["mean"]);
        near(Some(days.median()), &oracle["days_to_win"]["median"]);
        near(Some(days.p90()), &oracle["days_to_win"]["p90"]);
        assert_eq!(days.max, 427);
        // Bars up to 7, 14, 30, 60, 90 and 180 days, added up.
        let mut up_to = days.histogram.iter().scan(0, |sum, bar| {
            *sum += bar;
            Some(*sum)
        });
        assert_eq!(up_to.nth(3), oracle["won_within_days"]["7"].as_u64());
        for key in ["14", "30", "60", "90", "180"] {
            assert_eq!(up_to.next(), oracle["won_within_days"][key].as_u64(), "{key} days");
        }
        let cohorts = oracle["cohort_by_first_contact_month"].as_object().unwrap();
        assert_eq!(report.cohorts.len(), cohorts.len());
        for cohort in &report.cohorts {
            let key = format!("{:04}-{:02}", cohort.month.div_euclid(12), cohort.month.rem_euclid(12) + 1);
            assert_eq!(
                (cohort.tally.deals, cohort.tally.won),
                (cohorts[&key]["leads"].as_u64().unwrap(), cohorts[&key]["won"].as_u64().unwrap())
            );
        }

        let apart = SourcesOptions { unknown: Unknown::Apart, ..SourcesOptions::default() };
        let found = sources(&mut engine, apart);
        let by_source = oracle["by_source"].as_object().unwrap();
        assert_eq!(found.rows.len(), by_source.len());
        for row in &found.rows {
            let of = &by_source[row.source.key()];
            assert_eq!((row.leads, Some(row.won)), (of["leads"].as_u64(), of["won"].as_u64()), "{}", row.source.key());
            let share = row.conversion.unwrap();
            near(Some(share.share), &of["conv"]);
            near(Some(share.low), &of["wilson95"][0]);
            near(Some(share.high), &of["wilson95"][1]);
            near(row.days.as_ref().map(|days| days.median()), &of["median_days_to_win"]);
        }
        // 1,099 of "unknown" and 60 empty cells.
        let together = sources(&mut engine, SourcesOptions::default());
        let not_known = together.rows.iter().find(|row| row.source.key() == "(not known)").unwrap();
        assert_eq!((not_known.leads, not_known.won), (Some(1_159), 193));
    }
}

#[test]
fn tables_of_other_kinds_have_no_funnel() {
    let mut engine = engine(b"client;date;amount\nA;2026-01-01;5\n".to_vec(), None);
    assert_eq!(ask(&mut engine, Request::Funnel(FunnelOptions::default())), Err(JobError::NoTable));
    assert_eq!(ask(&mut engine, Request::Sources(SourcesOptions::default())), Ok(Response::Sources(None)));
    assert_eq!(ask(&mut engine, Request::SourceCosts), Err(JobError::NoTable));
}
