//! ABC-XYZ through the engine, as screens and the command line ask it: against results computed independently in exact
//! integers (`../shared/reference/oracle`, where it is there) and against a small case worked out by hand.

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

use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::segmentation::abc::Boundary;
use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, AbcXyzSummary, Cell, ClientRow, Label, Rival};
use clientfolio::analytics::segmentation::rfm::RfmOptions;
use clientfolio::analytics::segmentation::value::ValueBy;
use clientfolio::analytics::segmentation::xyz::XyzMethod;
use clientfolio::i18n::{Currency, Format, Locale};
use clientfolio::jobs::columns::Column;
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Beside, ClientQuery, ClientSort, ExportRequest, ExportTable, Request, Response};
use clientfolio::jobs::sheet::FileKind;
use clientfolio::jobs::source::Bytes;

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

fn summary(engine: &mut Engine, options: AbcXyzOptions) -> AbcXyzSummary {
    match engine.handle(Request::AbcXyz(options), None, &mut |_| {}).unwrap() {
        Response::AbcXyz(summary) => summary,
        other => panic!("{other:?}"),
    }
}

fn page(engine: &mut Engine, options: AbcXyzOptions, query: ClientQuery) -> (u64, Vec<ClientRow>) {
    let mut rows = Vec::new();
    loop {
        let request = Request::Clients {
            options,
            beside: Box::default(),
            query: query.clone(),
            from: rows.len() as u64,
            count: 700,
        };
        match engine.handle(request, None, &mut |_| {}).unwrap() {
            Response::Clients(page) if page.rows.is_empty() => return (page.total, rows),
            Response::Clients(page) => rows.extend(page.rows),
            other => panic!("{other:?}"),
        }
    }
}

fn names(engine: &mut Engine, query: ClientQuery) -> Vec<String> {
    page(engine, AbcXyzOptions::default(), query).1.into_iter().map(|row| row.client).collect()
}

/// Every column of an oracle, client by client, in order.
fn check_oracle(name: &str, bytes: Vec<u8>, oracle: &Path) {
    let mut engine = engine(bytes);
    let options = AbcXyzOptions::default();
    let (_, rows) = page(&mut engine, options, ClientQuery::default());
    let variation = AbcXyzOptions { method: XyzMethod::Variation, ..options };
    let (_, by_variation) = page(&mut engine, variation, ClientQuery::default());
    let mut expected = csv::Reader::from_path(oracle).unwrap();
    let headers = expected.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = expected.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), lines.len(), "{name}: clients");
    for ((row, other), line) in rows.iter().zip(&by_variation).zip(&lines) {
        let expected: BTreeMap<&str, &str> = headers.iter().zip(line).collect();
        let labels = [Label::OneOff, Label::New, Label::Lost].into_iter().filter(|&label| row.labels.has(label));
        let day = |day: Option<Day>| day.map_or(String::new(), |day| day.to_string());
        let (code, other_code) = (row.cell.code(), other.cell.code());
        let actual = [
            ("client", row.client.clone()),
            ("total", row.total.to_string()),
            ("abc", code[..1].to_owned()),
            ("xyz", code[1..].to_owned()),
            ("periods", row.periods.to_string()),
            ("active", row.active.to_string()),
            ("labels", labels.map(Label::key).collect::<Vec<_>>().join(" ")),
            ("xyz_variation", other_code[1..].to_owned()),
            ("orders", row.orders.to_string()),
            ("recency_days", row.recency_days.map_or(String::new(), |days| days.to_string())),
            ("first", day(row.first)),
            ("last", day(row.last)),
        ];
        for (column, value) in actual {
            assert_eq!(value, expected[column], "{name}: {column} of {}", row.client);
        }
        let cv = expected["cv_sample"];
        assert_eq!(row.cv.is_some(), !cv.is_empty(), "{name}: cv of {}", row.client);
        if let Some(value) = row.cv {
            // The oracle gives nine places.
            assert!((value - cv.parse::<f64>().unwrap()).abs() <= 0.51e-9, "{name}: cv of {}: {value}", row.client);
        }
    }
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(oracle.with_extension("json")).unwrap()).unwrap();
    let summary = summary(&mut engine, options);
    assert_eq!(summary.total.to_string(), json["total"], "{name}");
    assert_eq!(summary.without_client.0, json["rows_without_client"], "{name}");
    assert_eq!(summary.without_client.1.to_string(), json["sum_without_client"], "{name}");
    assert_eq!(summary.last_period_left_out, json["last_month_left_out"], "{name}");
    for cell in Cell::all() {
        let clients = json["matrix"].get(cell.code()).map_or(0, |count| count.as_u64().unwrap());
        assert_eq!(summary.cell(cell).clients, clients, "{name}: {}", cell.code());
    }
}

#[test]
fn oracles_to_the_last_digit() {
    let files = [
        ("rfm_orders", "data/rfm_r/rfm_data_orders.csv"),
        ("cdnow_sample", "data/cdnow/BTYD_cdnowElog.csv"),
        ("northwind_ru", "data/ru/derived/sales_cp1251_nbsp.csv"),
        ("northwind_ru", "data/ru/derived/sales_cp1251_preamble_totals.csv"),
        ("annak", "data/ru/AnnaK_Продажи.csv"),
        ("online_retail", "data/online_retail/online_retail.csv.gz"),
    ];
    for (oracle, file) in files {
        let Some(path) = shared(file) else { continue };
        let Some(expected) = shared(&format!("reference/oracle/{oracle}.csv")) else { continue };
        let mut bytes = std::fs::read(&path).unwrap();
        if file.ends_with(".gz") {
            let mut whole = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes.as_slice()), &mut whole).unwrap();
            bytes = whole;
        }
        check_oracle(file, bytes, &expected);
    }
}

/// Six clients over twelve months, worked out by hand:
///
/// | client | what it does | cell |
/// |---|---|---|
/// | Альфа | 100 on the 10th of each month | 1,200 of 2,000: A; 12 of 12 months: X |
/// | Бета | 100 in five months (January, March, May, July, December) | before it 60 %: A; 5 of 12: Y |
/// | Ёлка | 200 once, in February | before it 85 %: B; one order: Z |
/// | Гамма | 100 once, in November | before it 95 %: C; 2 periods: new |
/// | Дельта | 50 in June, 50 back in July | nothing left: no value; one order: Z |
/// | Эпсилон | 40 back in May | below nothing, never bought: neither |
fn small() -> Vec<u8> {
    let mut text = "Дата;Клиент;Сумма\r\n".to_owned();
    for month in 1..=12 {
        text.push_str(&format!("10.{month:02}.2025;Альфа;100,00\r\n"));
    }
    for month in [1, 3, 5, 7, 12] {
        text.push_str(&format!("11.{month:02}.2025;Бета;100,00\r\n"));
    }
    text.push_str("05.02.2025;Ёлка;200,00\r\n05.11.2025;Гамма;100,00\r\n");
    text.push_str("05.06.2025;Дельта;50,00\r\n05.07.2025;Дельта;-50,00\r\n05.05.2025;Эпсилон;-40,00\r\n");
    text.push_str("31.12.2025;;7,00\r\n");
    text.into_bytes()
}

#[test]
fn a_case_worked_out_by_hand() {
    let mut engine = engine(small());
    let (_, rows) = page(&mut engine, AbcXyzOptions::default(), ClientQuery::default());
    let told: Vec<String> = rows
        .iter()
        .map(|row| format!("{} {} {} {}/{}", row.client, row.total, row.cell.code(), row.active, row.periods))
        .collect();
    let expected = [
        "Альфа 1200.0000 AX 12/12",
        "Бета 500.0000 AY 5/12",
        "Ёлка 200.0000 BZ 1/11",
        "Гамма 100.0000 C- 1/2",
        "Дельта 0.0000 -Z 1/7",
        "Эпсилон -40.0000 -- 0/0",
    ];
    assert_eq!(told, expected);
    let labels = |name: &str| rows.iter().find(|row| row.client == name).unwrap().labels;
    assert!(labels("Ёлка").one_off && labels("Ёлка").lost, "silent for eleven months");
    assert!(labels("Гамма").new && labels("Гамма").one_off);
    assert!(!labels("Альфа").lost && !labels("Эпсилон").new);
    let told = summary(&mut engine, AbcXyzOptions::default());
    let cell = |code: &str| Cell::all().find(|cell| cell.code() == code);
    let one_off = [None, cell("BZ"), cell("C-"), cell("AX")].map(|cell| told.labelled(cell, Label::OneOff));
    assert_eq!(one_off, [3, 1, 1, 0], "Ёлка, Гамма, Дельта");
    assert_eq!([None, cell("BZ"), cell("C-")].map(|cell| told.labelled(cell, Label::New)), [1, 0, 1]);
}

/// Whom each rival definition would move.
fn rivals(engine: &mut Engine, options: AbcXyzOptions) -> Vec<(Rival, u64)> {
    match engine.answer(Request::Rivals(options)).unwrap() {
        Response::Rivals(rivals) => rivals,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_summary_adds_up() {
    let mut engine = engine(small());
    let summary = summary(&mut engine, AbcXyzOptions::default());
    assert_eq!(summary.clients, 6);
    assert_eq!(summary.cells.iter().map(|cell| cell.clients).sum::<u64>(), 6);
    assert_eq!(summary.cells.iter().map(|cell| cell.value).sum::<clientfolio::analytics::amount::Sum>(), summary.total);
    assert_eq!(summary.total.to_string(), "1960.0000");
    assert_eq!(summary.positive_total.to_string(), "2000.0000");
    assert_eq!((summary.without_client.0, summary.without_client.1.to_string().as_str()), (1, "7.0000"));
    assert_eq!(summary.class_ends, (2, 3));
    assert_eq!(summary.pareto.len(), 5, "the curve ends with the last client above zero");
    assert_eq!(summary.periods, 12);
    assert!(!summary.last_period_left_out);
    let rivals = rivals(&mut engine, AbcXyzOptions::default());
    let changed = |rival| rivals.iter().find(|(known, _)| *known == rival).unwrap().1;
    // Inclusive: A ends with Альфа (60 %), as Бета reaches 85 % and Ёлка 95 %, which still counts as B.
    assert_eq!(changed(Rival::Boundary(Boundary::Inclusive)), 1);
    // Strict: Ёлка, which ends exactly on 95 %, falls to C as well.
    assert_eq!(changed(Rival::Boundary(Boundary::Strict)), 2);
    assert!(!rivals.iter().any(|(rival, _)| *rival == Rival::Grain(Grain::Month)), "what is in force is no rival");
    // By orders: Альфа 12, Бета 5, then Гамма, Дельта and Ёлка with one each, Эпсилон with none, of 20 in all. Бета begins
    // at 60 % and is A as before; the block of three begins at 85 % and is B: Гамма rises from C, Дельта from none.
    assert_eq!(changed(Rival::Value(ValueBy::Orders)), 2);
    assert!(!rivals.iter().any(|(rival, _)| *rival == Rival::Value(ValueBy::Margin)), "there is no such column");
}

#[test]
fn a_window_counts_what_it_leaves_out() {
    let mut engine = engine(small());
    let day = |month, day| Day::from_ymd(2025, month, day).unwrap();
    let options = AbcXyzOptions { window: Some((day(1, 1), day(6, 15))), ..AbcXyzOptions::default() };
    let summary = summary(&mut engine, options);
    assert!(summary.last_period_left_out, "June is not over");
    assert_eq!(summary.periods, 5);
    // July to December: six of Альфа, two of Бета, Гамма, Дельта's return and the one without a client.
    assert_eq!(summary.outside_window.0, 11);
    assert_eq!(summary.outside_window.1.to_string(), "857.0000");
}

#[test]
fn lists_are_searched_filtered_and_sorted() {
    let mut engine = engine(small());
    let search = |text: &str| ClientQuery { search: text.to_owned(), ..ClientQuery::default() };
    assert_eq!(names(&mut engine, search("елк")), ["Ёлка"], "ё is found by е, and case does not matter");
    assert_eq!(names(&mut engine, search("та")), ["Бета", "Дельта"]);
    let cell = ClientQuery { cell: Cell::from_code("C-"), ..ClientQuery::default() };
    assert_eq!(names(&mut engine, cell), ["Гамма"]);
    let lost = ClientQuery { label: Some(Label::Lost), ..ClientQuery::default() };
    assert_eq!(names(&mut engine, lost), ["Ёлка", "Дельта"]);
    let by_name = ClientQuery { sort: ClientSort::Name, ..ClientQuery::default() };
    assert_eq!(names(&mut engine, by_name), ["Альфа", "Бета", "Гамма", "Дельта", "Ёлка", "Эпсилон"]);
    let by_orders = ClientQuery { sort: ClientSort::Orders, descending: true, ..ClientQuery::default() };
    assert_eq!(names(&mut engine, by_orders).last().map(String::as_str), Some("Альфа"));
}

#[test]
fn an_export_is_the_list_and_opens_in_excel() {
    let mut text = String::from_utf8(small()).unwrap();
    text.push_str("30.12.2025;=cmd|' /C calc'!A0;1,00\r\n");
    let mut engine = engine(text.into_bytes());
    let format = Format { locale: Locale::Ru, currency: Currency::Rub };
    let query = ClientQuery { label: Some(Label::OneOff), ..ClientQuery::default() };
    let columns = vec![Column::Rank, Column::Name, Column::Class, Column::Value];
    let table = ExportTable::List { options: AbcXyzOptions::default(), beside: Box::default(), query, columns };
    let source = "Продажи.csv".to_owned();
    let request = Request::Export(Box::new(ExportRequest { table, kind: FileKind::Csv, source, format }));
    let Ok(Response::File(bytes)) = engine.handle(request, None, &mut |_| {}) else { panic!("no file") };
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(text.starts_with('\u{feff}'), "Excel needs the mark to see UTF-8");
    assert_eq!(lines.len(), 5, "a header and the four clients of one order: {text}");
    assert_eq!(lines[0], "Место;Клиент;Класс;Сумма;Как посчитано", "columns in sight, and what they come from");
    assert!(lines[1].starts_with("3;Ёлка;BZ;200,00;"), "{}", lines[1]);
    assert!(lines.iter().any(|line| line.contains("'=cmd|")), "a formula is disarmed");
}

/// What a client bought over time is told of the rows, days and periods of the list that it stands in.
#[test]
fn a_course_is_that_of_the_list() {
    let csv = "client;date;amount\n\
        North;2025-01-10;100\nNorth;2025-03-05;70\nNorth;2025-03-09;-20\nNorth;2025-06-15;40\n\
        South;2025-01-01;5\nSouth;2025-06-30;5\n";
    let mut engine = engine(csv.as_bytes().to_vec());
    let until = |iso| Day::from_iso("2025-01-01").zip(Day::from_iso(iso));
    let cases: [(AbcXyzOptions, Beside, &[i128]); 4] = [
        (AbcXyzOptions::default(), Beside::default(), &[100, 0, 50, 0, 0, 40]),
        (AbcXyzOptions { grain: Grain::Quarter, ..Default::default() }, Beside::default(), &[150, 40]),
        (AbcXyzOptions { window: until("2025-03-06"), ..Default::default() }, Beside::default(), &[100, 0, 70]),
        // With scores beside them, the days of a list are those of the scores.
        (
            AbcXyzOptions::default(),
            Beside {
                rfm: Some(RfmOptions { analysis_date: Day::from_iso("2025-04-30"), ..Default::default() }),
                ..Default::default()
            },
            &[100, 0, 50, 0],
        ),
    ];
    for (options, beside, sums) in cases {
        let client = "North".to_owned();
        let request = Request::Course { options, beside: Box::new(beside.clone()), client: client.clone() };
        let Ok(Response::Course(Some(course))) = engine.answer(request) else { panic!("no course") };
        let told: Vec<i128> = course.sums.iter().map(|period| period.sum.0 / 10_000).collect();
        assert_eq!(told, sums);
        let query = ClientQuery { only: Some(vec![client]), ..Default::default() };
        let request = Request::Clients { options, beside: Box::new(beside), query, from: 0, count: 1 };
        let Ok(Response::Clients(page)) = engine.answer(request) else { panic!("no page") };
        let row = &page.rows[0];
        assert_eq!((course.total(), course.active, course.periods), (row.net, row.active, row.periods));
        assert_eq!((course.purchased, course.orders), (row.first.zip(row.last), row.orders));
    }
    let nobody =
        Request::Course { options: AbcXyzOptions::default(), beside: Box::default(), client: "Nobody".to_owned() };
    assert_eq!(engine.answer(nobody), Ok(Response::Course(None)));
}
