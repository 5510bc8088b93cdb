//! Priority groups and lists of clients, through the engine.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test")]

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::dataset::ReadOptions;
use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow};
use clientfolio::analytics::segmentation::priority::{
    Criterion, Cut, Measure, OwnBorders, Points, PriorityOptions, PrioritySummary, Source, Weight,
};
use clientfolio::i18n::{Currency, Format, Locale};
use clientfolio::jobs::columns::Column;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{
    Beside, ClientQuery, ClientSort, ExportRequest, ExportTable, Range, Request, Response,
};
use clientfolio::jobs::sheet::FileKind;
use clientfolio::jobs::source::Bytes;

/// Values 400, 300, 200, 100; days since the last purchase 1, 21, 11, 31.
const SMALL: &str = "client;date;amount\nAnn;2025-03-31;400\nBob;2025-03-11;300\nCid;2025-03-21;150\nCid;2025-03-20;50\nDan;2025-03-01;100\n";

fn engine() -> Engine {
    let mut engine = Engine::new();
    let mut source = Bytes::new(SMALL.as_bytes().to_vec());
    engine.handle(Request::Import(ReadOptions::default()), Some(&mut source), &mut |_| {}).unwrap();
    engine
}

fn ask(engine: &mut Engine, request: Request) -> Response {
    engine.handle(request, None, &mut |_| {}).unwrap()
}

/// Value in halves, weight 1; a mark of one's own, weight 2.
fn options() -> PriorityOptions {
    let points = Points::new(2).unwrap();
    let value = Criterion { points, ..Criterion::measured(Measure::Value, Weight::new(1).unwrap()) };
    let marks = vec![("Bob".to_owned(), 2), ("Dan".to_owned(), 2), ("Ann".to_owned(), 1)];
    let own =
        Criterion { name: "pays".to_owned(), weight: Weight::new(2).unwrap(), points, source: Source::ByHand(marks) };
    PriorityOptions { criteria: vec![value, own], ..PriorityOptions::default() }
}

fn rows(engine: &mut Engine, query: ClientQuery) -> Vec<ClientRow> {
    let beside = Box::new(Beside { priority: Some(options()), ..Beside::default() });
    let request = Request::Clients { options: AbcXyzOptions::default(), beside, query, from: 0, count: 10 };
    let Response::Clients(page) = ask(engine, request) else { panic!("no page") };
    page.rows
}

fn names(engine: &mut Engine, query: ClientQuery) -> Vec<String> {
    rows(engine, query).into_iter().map(|row| row.client).collect()
}

#[test]
fn scores_stand_in_the_list_and_order_it() {
    let mut engine = engine();
    let Response::Priority(summary) = ask(&mut engine, Request::Priority(options())) else { panic!("no summary") };
    let summary: PrioritySummary = *summary;
    assert_eq!((summary.clients, summary.total, summary.partly_covered), (4, Sum(10_000_000), 1));
    // Bob (2 + 2·2) / 3 = 2; Cid without a mark of one's own 1 / 1; Dan (1 + 2·2) / 3; Ann (2 + 2) / 3.
    let by_score = ClientQuery { sort: ClientSort::Priority, ..ClientQuery::default() };
    let rows = rows(&mut engine, by_score);
    let shown: Vec<_> = rows
        .iter()
        .map(|row| {
            let mark = row.priority.as_ref().unwrap();
            (row.client.as_str(), (mark.score.unwrap().approximate() * 300.0).round(), mark.coverage)
        })
        .collect();
    assert_eq!(shown, [("Bob", 600.0, (3, 3)), ("Dan", 500.0, (3, 3)), ("Ann", 400.0, (3, 3)), ("Cid", 300.0, (1, 3))]);
}

#[test]
fn lists_are_narrowed_by_figures_groups_and_names() {
    let mut engine = engine();
    let query = ClientQuery::default;
    for (query, expected) in [
        (ClientQuery { value: Range { from: Some(Sum(2_000_000)), to: None }, ..query() }, &["Ann", "Bob", "Cid"][..]),
        (ClientQuery { value: Range { from: None, to: Some(Sum(1_999_999)) }, ..query() }, &["Dan"]),
        (ClientQuery { orders: Range { from: Some(2), to: None }, ..query() }, &["Cid"]),
        (ClientQuery { recency_days: Range { from: Some(11), to: Some(21) }, ..query() }, &["Bob", "Cid"]),
        (ClientQuery { group: Some(2), ..query() }, &["Ann", "Bob", "Cid", "Dan"]),
        (ClientQuery { group: Some(0), ..query() }, &[]),
        (
            ClientQuery { only: Some(vec!["ann ".to_owned(), "DAN".to_owned(), "Eve".to_owned()]), ..query() },
            &["Ann", "Dan"],
        ),
        (ClientQuery { only: Some(Vec::new()), ..query() }, &[]),
    ] {
        assert_eq!(names(&mut engine, query.clone()), expected, "{query:?}");
    }
}

#[test]
fn a_saved_list_has_the_columns_in_sight() {
    let mut engine = engine();
    let table = ExportTable::List {
        options: AbcXyzOptions::default(),
        beside: Box::new(Beside { priority: Some(options()), ..Beside::default() }),
        query: ClientQuery { sort: ClientSort::Priority, ..ClientQuery::default() },
        columns: vec![Column::Name, Column::Priority, Column::Group, Column::Coverage, Column::Recency],
    };
    let format = Format { locale: Locale::En, currency: Currency::None };
    let request = ExportRequest { table, kind: FileKind::Csv, source: "sales.csv".to_owned(), format };
    let Response::File(bytes) = ask(&mut engine, Request::Export(Box::new(request))) else { panic!("no file") };
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Client,Score,Group,Marked,Days since the last purchase,Computed with");
    assert!(lines[1].starts_with("Bob,2.000000,Others,1.000000,21,"), "{}", lines[1]);
    assert!(lines[1].contains("Criterion “pays”: weight 2, scale to 2, marked by hand"), "{}", lines[1]);
    assert!(lines[4].starts_with("Cid,1.000000,Others,0.333333,11,"), "{}", lines[4]);
}

/// What `Beside` brings to a list: the class of two windows, the client flow.
#[test]
fn lists_carry_moves_and_flow() {
    use clientfolio::analytics::segmentation::flow::FlowCell;
    use clientfolio::analytics::segmentation::migration::{MigrationOptions, Move};
    let mut engine = engine();
    let beside = Beside {
        migration: Some(MigrationOptions::default()),
        flow: vec![
            (" ANN".to_owned(), FlowCell::SlowMuch),
            ("Ann".to_owned(), FlowCell::FastLittle),
            ("Eve".to_owned(), FlowCell::FastMuch),
        ],
        ..Beside::default()
    };
    let mut names = |query: ClientQuery| {
        let beside = Box::new(beside.clone());
        let request = Request::ClientNames { options: AbcXyzOptions::default(), beside, query };
        let Response::ClientNames(names) = ask(&mut engine, request) else { panic!("no names") };
        names
    };
    let query = ClientQuery::default;
    assert_eq!(names(ClientQuery { flow: Some(FlowCell::FastLittle), ..query() }), ["Ann"], "the one served first");
    assert_eq!(names(ClientQuery { flow: Some(FlowCell::SlowMuch), ..query() }).len(), 0);
    let all = names(query());
    let moved: usize = Move::ALL.into_iter().map(|one| names(ClientQuery { moved: Some(one), ..query() }).len()).sum();
    assert_eq!((all.len(), moved), (4, 4), "everybody made one move");
}

/// Criteria from the columns of a list of clients.
#[test]
fn a_list_of_clients_feeds_criteria() {
    const LIST: &str = "Client,Kind,Brought by\nAnn,shop,\nBob,Cafe,ann\nCid,cafe,Ann\nZed,shop,Bob\n";
    let mut clients = Engine::new();
    let import = Request::Import(ReadOptions::default());
    clients.handle(import, Some(&mut Bytes::new(LIST.into())), &mut |_| {}).unwrap();
    let Response::ClientList(list) = ask(&mut clients, Request::ClientList) else { panic!("no list") };
    let mut engine = engine();
    assert!(engine.handle(Request::ClientList, None, &mut |_| {}).is_err(), "sales are no list of clients");
    let Response::ClientsKnown(columns) = ask(&mut engine, Request::KnowClients(list)) else { panic!("not known") };
    assert_eq!(columns[0].values, [("Cafe".to_owned(), 2), ("shop".to_owned(), 1)], "Zed buys nothing");
    assert_eq!((columns[1].header.as_str(), columns[1].naming), ("Brought by", 3));

    let points = Points::new(2).unwrap();
    let criterion = |source| Criterion { name: String::new(), weight: Weight::new(1).unwrap(), points, source };
    let kind = Source::Attribute { header: "Kind".to_owned(), marks: vec![("cafe".to_owned(), 2)] };
    let cut = Cut::Own(OwnBorders::new(vec![2]).unwrap());
    let referrals = Source::Referrals { header: "Brought by".to_owned(), cut };
    for (source, marks) in [
        // Dan is not in the list, and nobody marked shops.
        (kind, [None, Some(2), Some(2), None]),
        // Ann brought two, Bob one, the others nobody.
        (referrals, [Some(2), Some(1), Some(1), Some(1)]),
    ] {
        let options = PriorityOptions { criteria: vec![criterion(source)], ..PriorityOptions::default() };
        let beside = Box::new(Beside { priority: Some(options), ..Beside::default() });
        let query = ClientQuery { sort: ClientSort::Name, ..ClientQuery::default() };
        let request = Request::Clients { options: AbcXyzOptions::default(), beside, query, from: 0, count: 10 };
        let Response::Clients(page) = ask(&mut engine, request) else { panic!("no page") };
        let found: Vec<_> = page.rows.iter().map(|row| row.priority.as_ref().unwrap().marks[0]).collect();
        assert_eq!(found, marks);
    }
}
