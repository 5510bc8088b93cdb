//! RFM through the engine, as screens and the command line ask it: against results computed independently in exact
//! integers and by the R package `rfm` (`../shared/reference`, where it is there), and against a case worked out by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientfolio::analytics::amount::{Amount, Sum};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use clientfolio::analytics::segmentation::rfm::segments::{ScoreMap, ScoreRange, SegmentRule};
use clientfolio::analytics::segmentation::rfm::{
    Binning, Bins, Frequency, Measure, Method, OwnCuts, RfmOptions, RfmSummary, Rival,
};
use clientfolio::i18n::{Currency, Format, Locale};
use clientfolio::jobs::columns::Column;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{
    Beside, ClientQuery, ClientSort, ExportRequest, ExportTable, Request, Response, RfmFilter,
};
use clientfolio::jobs::sheet::FileKind;
use clientfolio::jobs::source::Bytes;
use proptest::prelude::*;

const FIVE: Bins = Bins::ALL[2];

fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    let exists = path.exists();
    if !exists {
        println!("left out, not there: {}", path.display());
    }
    exists.then_some(path)
}

fn engine(bytes: Vec<u8>) -> Engine {
    let mut engine = Engine::new();
    let mut source = Bytes::new(bytes);
    engine.handle(Request::Import(Default::default()), Some(&mut source), &mut |_| {}).unwrap();
    engine
}

/// An engine with a file of `../shared`.
fn opened(file: &str) -> Option<Engine> {
    let path = shared(file)?;
    let mut bytes = std::fs::read(&path).unwrap();
    if file.ends_with(".gz") {
        let mut whole = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut whole).unwrap();
        bytes = whole;
    }
    Some(engine(bytes))
}

fn summary(engine: &mut Engine, options: &RfmOptions) -> RfmSummary {
    match engine.handle(Request::Rfm(options.clone()), None, &mut |_| {}).unwrap() {
        Response::Rfm(summary) => *summary,
        other => panic!("{other:?}"),
    }
}

fn rows(engine: &mut Engine, rfm: &RfmOptions, query: &ClientQuery) -> Vec<ClientRow> {
    let mut rows = Vec::new();
    loop {
        let request = Request::Clients {
            options: AbcXyzOptions::default(),
            beside: Box::new(Beside { rfm: Some(rfm.clone()), ..Beside::default() }),
            query: query.clone(),
            from: rows.len() as u64,
            count: 700,
        };
        match engine.handle(request, None, &mut |_| {}).unwrap() {
            Response::Clients(page) if page.rows.is_empty() => return rows,
            Response::Clients(page) => rows.extend(page.rows),
            other => panic!("{other:?}"),
        }
    }
}

fn all(engine: &mut Engine, rfm: &RfmOptions) -> Vec<ClientRow> {
    rows(engine, rfm, &ClientQuery::default())
}

/// Score by client; `-` without one.
fn scores(engine: &mut Engine, rfm: &RfmOptions) -> BTreeMap<String, String> {
    let code = |row: &ClientRow| row.rfm.map_or("-".to_owned(), |mark| mark.scores.code());
    all(engine, rfm).iter().map(|row| (row.client.clone(), code(row))).collect()
}

fn binning(method: Method) -> RfmOptions {
    RfmOptions { binning: method.with(FIVE).unwrap(), ..RfmOptions::default() }
}

/// Equal, or the first few that are not: the maps themselves are too long to be read.
fn check(found: &BTreeMap<String, String>, expected: &BTreeMap<String, String>, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let differ = |(client, code): &(&String, &String)| expected.get(*client) != Some(*code);
    let few: Vec<_> = found.iter().filter(differ).map(|found| (found, expected.get(found.0))).take(5).collect();
    assert!(few.is_empty(), "{what}: {few:?}");
}

/// Lines of a table, each by header.
fn lines(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn every_client_of_every_oracle() {
    for (oracle, file) in [
        ("rfm_orders", "data/rfm_r/rfm_data_orders.csv"),
        ("cdnow_sample", "data/cdnow/BTYD_cdnowElog.csv"),
        ("northwind_ru", "data/ru/derived/sales_cp1251_nbsp.csv"),
        ("annak", "data/ru/AnnaK_Продажи.csv"),
        ("online_retail", "data/online_retail/online_retail.csv.gz"),
    ] {
        let (Some(mut engine), Some(path)) = (opened(file), shared(&format!("reference/oracle/{oracle}.csv"))) else {
            continue;
        };
        let options = RfmOptions::default();
        let rows = all(&mut engine, &options);
        let expected = lines(&path);
        assert_eq!(rows.len(), expected.len(), "{oracle}");
        for (row, line) in rows.iter().zip(&expected) {
            assert_eq!(row.client, line["client"], "{oracle}");
            let (days, orders, code) = row.rfm.map_or_else(
                || (String::new(), "0".to_owned(), String::new()),
                |mark| (mark.recency_days.to_string(), mark.frequency.to_string(), mark.scores.code()),
            );
            assert_eq!(days, line["recency_days"], "{oracle}: {}", row.client);
            assert_eq!(orders, line["orders"], "{oracle}: {}", row.client);
            assert_eq!(code, line["rfm"], "{oracle}: {}", row.client);
        }
        let json: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let summary = summary(&mut engine, &options);
        for (measure, key) in Measure::ALL.into_iter().zip(["recency_days", "orders", "monetary"]) {
            for (cut, expected) in
                summary.cuts_of(measure).borders.iter().zip(json["rfm_cuts"][key].as_array().unwrap())
            {
                let scale = if measure == Measure::Monetary { 10_000.0 } else { 1.0 };
                let difference = cut.approximate() / scale - expected.as_f64().unwrap();
                assert!(difference.abs() < 1e-6, "{oracle}: {key} {expected}");
            }
            assert_eq!(summary.cuts_of(measure).borders.len(), 4);
        }
    }
}

#[test]
fn scores_and_segments_of_the_r_package() {
    let Some(mut engine) = opened("data/rfm_r/rfm_data_orders.csv") else { return };
    let (Some(five), Some(segments)) =
        (shared("reference/expected/rfm_orders_r_5bins.csv"), shared("reference/expected/rfm_orders_r_segments.csv"))
    else {
        return;
    };
    let options = RfmOptions { analysis_date: Day::from_ymd(2006, 12, 31), ..binning(Method::RRfm) };
    let of = |lines: Vec<BTreeMap<String, String>>, column: &str| -> BTreeMap<String, String> {
        lines.into_iter().map(|line| (line["customer_id"].clone(), line[column].clone())).collect()
    };
    check(&scores(&mut engine, &options), &of(lines(&five), "rfm_score"), "scores");
    let summary = summary(&mut engine, &options);
    let by_segment = all(&mut engine, &options).into_iter().map(|row| {
        let segment = summary.map.name(row.rfm.unwrap().segment.into()).to_owned();
        (row.client, segment)
    });
    check(&by_segment.collect(), &of(lines(&segments), "segment"), "segments");
    let counts: Vec<u64> = summary.segments.iter().map(|group| group.clients).collect();
    assert_eq!(counts, [35, 342, 170, 9, 104, 47, 28, 10, 102, 148, 0]);
    // Orders and revenue of Champions and of Lost, as the package's own summary has them.
    let group = |index: usize| (summary.segments[index].frequency, summary.segments[index].value.to_string());
    assert_eq!((group(0), group(9)), ((316, "31646.0000".to_owned()), (393, "35324.0000".to_owned())));
    let cuts = |measure| summary.cuts_of(measure).borders.iter().map(|cut| cut.approximate()).collect::<Vec<_>>();
    assert_eq!(cuts(Measure::Recency), [115.0, 181.0, 297.4, 482.0]);
    assert_eq!(cuts(Measure::Frequency), [4.0, 5.0, 6.0, 8.0]);
    assert_eq!(cuts(Measure::Monetary), [2_558_000.0, 3_820_000.0, 5_064_000.0, 6_660_000.0]);
}

#[test]
fn other_ways_of_parting() {
    let Some(mut engine) = opened("data/rfm_r/rfm_data_orders.csv") else { return };
    if let Some(path) = shared("reference/expected/rfm_orders_four_methods.csv") {
        for (method, key) in [(Method::Ntile, "ntile"), (Method::EqualWidth, "width"), (Method::RRfm, "r")] {
            let expected: BTreeMap<String, String> = lines(&path)
                .into_iter()
                .map(|line| {
                    let code = ["r", "f", "m"].map(|measure| line[&format!("{key}_{measure}")].clone()).concat();
                    (line["customer_id"].clone(), code)
                })
                .collect();
            let options = RfmOptions { frequency: Some(Frequency::Rows), ..binning(method) };
            check(&scores(&mut engine, &options), &expected, key);
        }
    }
    if let Some(path) = shared("reference/expected/rfm_orders_r_custom_thresholds.csv") {
        let money = [256, 382, 506, 666].map(|whole| Amount(whole * 10_000));
        let cuts = OwnCuts::new(vec![115, 181, 297, 482], vec![4, 5, 6, 8], money.to_vec()).unwrap();
        let options =
            RfmOptions { binning: Binning::Custom(cuts), frequency: Some(Frequency::Rows), ..RfmOptions::default() };
        let expected: BTreeMap<String, String> =
            lines(&path).into_iter().map(|line| (line["customer_id"].clone(), line["rfm_score"].clone())).collect();
        check(&scores(&mut engine, &options), &expected, "custom");
    }
}

/// Five clients and one that never bought. The last row is of 31 March 2025, so recency counts back from 1 April.
///
/// | client | last purchase | days | orders (rows) | value |
/// |---|---|---|---|---|
/// | Ann | 31 March | 1 | 3 (4) | 100 + 100 + 50 + 50 = 300 |
/// | Bob | 21 March | 11 | 2 (2) | 400 |
/// | Cid | 1 March | 31 | 1 (1) | 500 − 450 = 50 |
/// | Dan | 30 January | 61 | 1 (1) | 200 |
/// | Eve | 31 December | 91 | 1 (1) | 20 − 30 = −10 |
/// | Fox | – | – | – | −5 |
const SMALL: &str = "client;date;order;amount\n\
    Ann;2025-01-05;1;100\nAnn;2025-02-05;2;100\nAnn;2025-03-31;3;50\nAnn;2025-03-31;3;50\n\
    Bob;2025-03-01;4;150\nBob;2025-03-21;5;250\n\
    Cid;2025-03-01;6;500\nCid;2025-03-05;6;-450\n\
    Dan;2025-01-30;7;200\n\
    Eve;2024-12-31;8;20\nEve;2025-01-02;8;-30\n\
    Fox;2025-03-30;9;-5\n;2025-03-30;10;7\n";

fn codes(options: &RfmOptions) -> Vec<String> {
    let by_client = scores(&mut engine(SMALL.into()), options);
    by_client.into_iter().map(|(client, code)| format!("{client} {code}")).collect()
}

#[test]
fn a_case_worked_out_by_hand() {
    // Quantiles at fifths of five values lie 0.8, 1.6, 2.4 and 3.2 places up: of days 1, 11, 31, 61, 91 they are 9, 23,
    // 43 and 67; of orders 1, 1, 1, 2, 3 they are 1, 1, 1.4 and 2.2; of −10, 50, 200, 300, 400: 38, 140, 240 and 320.
    let options = RfmOptions::default();
    assert_eq!(codes(&options), ["Ann 554", "Bob 445", "Cid 312", "Dan 213", "Eve 111", "Fox -"]);
    let mut engine = engine(SMALL.into());
    let summary = summary(&mut engine, &options);
    let days = |measure| summary.cuts_of(measure).borders.iter().map(|cut| cut.approximate()).collect::<Vec<_>>();
    assert_eq!(days(Measure::Recency), [9.0, 23.0, 43.0, 67.0]);
    assert_eq!(days(Measure::Frequency), [1.0, 1.0, 1.4, 2.2]);
    let money = summary.cuts_of(Measure::Monetary).borders.iter().map(|cut| cut.to_sum().to_string());
    assert_eq!(money.collect::<Vec<_>>(), ["38.0000", "140.0000", "240.0000", "320.0000"]);
    assert_eq!(summary.analysis_date.unwrap().to_string(), "2025-04-01");
    assert_eq!(
        (summary.all.clients, summary.all.frequency, summary.all.value.to_string().as_str()),
        (5, 8, "940.0000")
    );
    assert_eq!((summary.apart.clients, summary.apart.value.to_string().as_str()), (1, "-5.0000"));
    assert_eq!((summary.without_client.0, summary.without_client.1.to_string().as_str()), (1, "7.0000"));
    let named: Vec<(&str, u64)> = summary
        .segments
        .iter()
        .enumerate()
        .map(|(index, group)| (summary.map.name(index), group.clients))
        .filter(|(_, clients)| *clients > 0)
        .collect();
    // 554 and 445 are Potential Loyalist, 312 and 213 About To Sleep, 111 Lost.
    assert_eq!(named, [("Potential Loyalist", 2), ("About To Sleep", 2), ("Lost", 1)]);
    assert_eq!(summary.bubbles.len(), 5);
}

#[test]
fn each_option_is_obeyed() {
    // The package counts rows (1, 1, 1, 2, 4: quantiles 1, 1, 1.4, 2.4) and adds one to each border: 10, 24, 44, 68 days;
    // 2, 2, 2.4, 3.4 rows; 39, 141, 241, 321.
    assert_eq!(codes(&binning(Method::RRfm))[..2], ["Ann 554", "Bob 435"]);
    // Of three orders: 2, 2, 2.4, 3.2.
    let by_orders = RfmOptions { frequency: Some(Frequency::Orders), ..binning(Method::RRfm) };
    assert_eq!(codes(&by_orders)[..2], ["Ann 544", "Bob 435"]);
    // Five clients, five bins: places alone decide; equal orders stand by name.
    let ntile = ["Ann 554", "Bob 445", "Cid 312", "Dan 223", "Eve 131", "Fox -"];
    assert_eq!(codes(&binning(Method::Ntile)), ntile);
    // Steps of 18 days from 1, of 0.4 orders from 1, of 82 from −10.
    let width = ["Ann 554", "Bob 535", "Cid 411", "Dan 213", "Eve 111", "Fox -"];
    assert_eq!(codes(&binning(Method::EqualWidth)), width);
    let money = [0, 300].map(|whole| Amount(whole * 10_000));
    let own = OwnCuts::new(vec![31, 61], vec![2, 3], money.to_vec()).unwrap();
    let own = RfmOptions { binning: Binning::Custom(own), ..RfmOptions::default() };
    assert_eq!(codes(&own), ["Ann 333", "Bob 323", "Cid 212", "Dan 112", "Eve 111", "Fox -"]);
    // Four rows of Ann.
    let by_rows = RfmOptions { frequency: Some(Frequency::Rows), ..RfmOptions::default() };
    let mut engine = engine(SMALL.into());
    assert_eq!(all(&mut engine, &by_rows)[1].rfm.unwrap().frequency, 4);
    // On 31 January Bob and Cid had not come yet; Dan came the day before.
    let earlier = RfmOptions { analysis_date: Day::from_ymd(2025, 1, 31), ..RfmOptions::default() };
    let told: Vec<(String, u32)> =
        all(&mut engine, &earlier).into_iter().filter_map(|row| Some((row.client, row.rfm?.recency_days))).collect();
    assert_eq!(told, [("Dan".to_owned(), 1), ("Ann".to_owned(), 26), ("Eve".to_owned(), 31)]);
    let later = RfmOptions { analysis_date: Day::from_ymd(2025, 4, 11), ..RfmOptions::default() };
    assert_eq!(all(&mut engine, &later)[0].rfm.unwrap().recency_days, 21, "Bob, 21 March");
}

#[test]
fn a_map_of_ones_own() {
    let range = |from, to| ScoreRange::new(from, to).unwrap();
    let rule = |name: &str, r| SegmentRule { name: name.to_owned(), r, f: range(1, 5), m: range(1, 5) };
    let map = ScoreMap::new(vec![rule("near", range(4, 5)), rule("far", range(1, 2))]).unwrap();
    let mut options = RfmOptions::default();
    options.set_map(Some(map));
    let mut engine = engine(SMALL.into());
    let summary = summary(&mut engine, &options);
    assert_eq!(summary.segments.iter().map(|group| group.clients).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(summary.uncovered(), (1, 25), "Cid; R 3 with any F and M");
    // By rows the scores are others, but this map asks for R alone.
    let rivals = match engine.answer(Request::RfmRivals(options)).unwrap() {
        Response::RfmRivals(rivals) => rivals,
        other => panic!("{other:?}"),
    };
    let moved = |rival| rivals.iter().find(|(known, _)| *known == rival).unwrap().1;
    assert_eq!(moved(Rival::Frequency(Frequency::Rows)), 0);
    // With three bins the default map is in force, whose names are all others.
    assert_eq!(moved(Rival::Bins(Bins::new(3).unwrap())), 5);
    // R of Cid rises from 3 to 4, that of Dan stays at 2.
    assert_eq!(moved(Rival::Method(Method::EqualWidth)), 1);
}

#[test]
fn lists_follow_segments_and_scores() {
    let mut engine = engine(SMALL.into());
    let options = RfmOptions::default();
    let mut names =
        |query: ClientQuery| rows(&mut engine, &options, &query).into_iter().map(|row| row.client).collect::<Vec<_>>();
    let of = |filter| ClientQuery { rfm: Some(filter), ..ClientQuery::default() };
    assert_eq!(names(of(RfmFilter::Segment(1))), ["Bob", "Ann"], "by value");
    assert_eq!(names(of(RfmFilter::Scores { r: None, f: Some(1), m: None })), ["Dan", "Cid", "Eve"]);
    assert_eq!(names(of(RfmFilter::Apart)), ["Fox"]);
    let by_scores = ClientQuery { sort: ClientSort::Scores, ..ClientQuery::default() };
    assert_eq!(names(by_scores.clone()), ["Ann", "Bob", "Cid", "Dan", "Eve", "Fox"]);
    assert_eq!(names(ClientQuery { descending: true, ..by_scores })[0], "Fox");
    let by_segment = ClientQuery { sort: ClientSort::Segment, ..ClientQuery::default() };
    assert_eq!(names(by_segment), ["Bob", "Ann", "Dan", "Cid", "Eve", "Fox"]);
    let plain = Request::Clients {
        options: AbcXyzOptions::default(),
        beside: Box::default(),
        query: of(RfmFilter::Apart),
        from: 0,
        count: 10,
    };
    let Ok(Response::Clients(page)) = engine.handle(plain, None, &mut |_| {}) else { panic!("no page") };
    assert_eq!(page.total, 0, "without an analysis nobody is known to stand apart");
}

#[test]
fn the_file_says_what_the_list_says() {
    let mut engine = engine(SMALL.into());
    let table = ExportTable::List {
        options: AbcXyzOptions::default(),
        beside: Box::new(Beside { rfm: Some(RfmOptions::default()), ..Beside::default() }),
        query: ClientQuery { rfm: Some(RfmFilter::Segment(1)), ..ClientQuery::default() },
        columns: vec![Column::Rank, Column::Name, Column::Segment, Column::Scores, Column::Recency, Column::Net],
    };
    let format = Format { locale: Locale::En, currency: Currency::None };
    let request = ExportRequest { table, kind: FileKind::Csv, source: "sales.csv".to_owned(), format };
    let request = Request::Export(Box::new(request));
    let Ok(Response::File(bytes)) = engine.handle(request, None, &mut |_| {}) else { panic!("no file") };
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[1].starts_with("1,Bob,Potential loyalists,445,11,400.00,"), "{text}");
    assert!(lines[1].replace('\u{a0}', " ").contains("Recency as of: 1 Apr 2025; RFM scores: 1 to 5"), "{text}");
}

/// Some rows of a few clients: day, client, amount.
fn some_rows() -> impl Strategy<Value = Vec<(u32, usize, i32)>> {
    prop::collection::vec((1_u32..=28, 0_usize..12, -50_i32..200), 1..80)
}

fn text(rows: &[(u32, usize, i32)]) -> Vec<u8> {
    let line = |(day, client, amount): &(u32, usize, i32)| format!("client {client};2025-02-{day:02};{amount}\n");
    let lines: String = rows.iter().map(line).collect();
    format!("client;date;amount\n{lines}").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_client_stands_once_whatever_the_order_of_rows(rows in some_rows(), turn in 0_usize..80) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        turned.reverse();
        for method in [Method::Quantile, Method::RRfm, Method::Ntile, Method::EqualWidth] {
            let options = binning(method);
            let (mut one, mut other) = (engine(text(&rows)), engine(text(&turned)));
            prop_assert_eq!(all(&mut one, &options), all(&mut other, &options));
            let summary = summary(&mut one, &options);
            let clients: std::collections::BTreeSet<usize> = rows.iter().map(|row| row.1).collect();
            let segments: u64 = summary.segments.iter().map(|group| group.clients).sum();
            prop_assert_eq!(segments, summary.all.clients);
            prop_assert_eq!(summary.all.clients + summary.apart.clients, clients.len() as u64);
            prop_assert_eq!(summary.scores.iter().map(|(_, group)| group.value).sum::<Sum>(), summary.all.value);
            prop_assert_eq!(summary.bubbles.iter().map(|bubble| bubble.clients).sum::<u64>(), summary.all.clients);
        }
    }
}
