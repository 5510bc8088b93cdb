//! Migration through the engine, as screens and the command line ask it: a case worked out by hand, and what must hold
//! of any table.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where something is wrong"
)]

use std::collections::BTreeMap;
use std::fmt::Write;

use clientfolio::analytics::amount::{Sum, UNIT};
use clientfolio::analytics::date::Day;
use clientfolio::analytics::segmentation::abc_xyz::AbcXyzOptions;
use clientfolio::analytics::segmentation::migration::{
    MigrationOptions, MigrationSummary, Move, MovementFilter, MovementQuery, MovementRow, Place,
};
use clientfolio::i18n::{Currency, Format, Locale, messages};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{ExportRequest, ExportTable, Request, Response};
use clientfolio::jobs::sheet::FileKind;
use clientfolio::jobs::source::Bytes;
use proptest::prelude::*;

/// Client, value in 2024, value in 2025, place before, place after.
///
/// 2024: total of values above zero 1000, A below 800, B below 950. Ann 600 begins at 0: A. Bob 250 begins at 600: A.
/// Cid 100 begins at 850: B. Dan 40 begins at 950: C. Eve 10: C. Fox -5: no value.
///
/// 2025: total 1000. Gus 500: A. Cid 300 begins at 500: A. Ann 120 begins at 800: B. Eve 50 begins at 920: B. Fox 30
/// begins at 970: C. Dan 0: no value.
const CASES: [(&str, Option<i128>, Option<i128>, &str); 7] = [
    ("Ann", Some(600), Some(120), "AB"),
    ("Bob", Some(250), None, "A0"),
    ("Cid", Some(100), Some(300), "BA"),
    ("Dan", Some(40), Some(0), "C-"),
    ("Eve", Some(10), Some(50), "CB"),
    ("Fox", Some(-5), Some(30), "-C"),
    ("Gus", None, Some(500), "0A"),
];

/// First and last days are there, so that the latest year and the year before are compared; a row before both, and one
/// without a client.
fn sales() -> String {
    let mut text = "client,date,amount\nOld,2023-05-05,77\n,2024-03-03,9\n".to_owned();
    for (client, before, after, _) in CASES {
        for (date, amount) in [("2024-01-01", before), ("2025-12-31", after)] {
            if let Some(amount) = amount {
                // In two rows, of which the second is a return.
                writeln!(text, "{client},{date},{}\n{client},{date},-1", amount + 1).unwrap();
            }
        }
    }
    text
}

fn engine(text: &str) -> Engine {
    let mut engine = Engine::new();
    let mut source = Bytes::new(text.as_bytes().to_vec());
    engine.handle(Request::Import(Default::default()), Some(&mut source), &mut |_| {}).unwrap();
    engine
}

fn summary(engine: &mut Engine, options: MigrationOptions) -> MigrationSummary {
    match engine.answer(Request::Migration(options)).unwrap() {
        Response::Migration(summary) => *summary,
        other => panic!("{other:?}"),
    }
}

fn rows(engine: &mut Engine, options: MigrationOptions, filter: MovementFilter, search: &str) -> Vec<MovementRow> {
    let mut rows = Vec::new();
    loop {
        let query = MovementQuery { filter, search: search.to_owned(), ..MovementQuery::default() };
        let request = Request::Movements { options, query, from: rows.len() as u64, count: 2 };
        let Response::Movements(page) = engine.answer(request).unwrap() else { panic!("no page") };
        if page.rows.is_empty() {
            assert_eq!(page.total, rows.len() as u64);
            return rows;
        }
        rows.extend(page.rows);
    }
}

fn names(rows: &[MovementRow]) -> Vec<&str> {
    rows.iter().map(|row| row.client.as_str()).collect()
}

fn units(sum: Sum) -> i128 {
    assert_eq!(sum.0 % i128::from(UNIT), 0);
    sum.0 / i128::from(UNIT)
}

fn code(row: &MovementRow) -> String {
    [row.before.code(), row.after.code()].iter().collect()
}

#[test]
fn every_client_moves_as_worked_out_by_hand() {
    let mut engine = engine(&sales());
    let found = summary(&mut engine, MigrationOptions::default());
    let day = |text| Day::from_iso(text).unwrap();
    let (before, after) = found.windows.unwrap();
    assert_eq!(before, (day("2024-01-01"), day("2024-12-31")));
    assert_eq!(after, (day("2025-01-01"), day("2025-12-31")));
    let all = rows(&mut engine, MigrationOptions::default(), MovementFilter::All, "");
    // By size of the change: 500, 480, 250, 200, then 40 twice by name, 35.
    assert_eq!(names(&all), ["Gus", "Ann", "Bob", "Cid", "Dan", "Eve", "Fox"]);
    for (client, value_before, value_after, places) in CASES {
        let row = all.iter().find(|row| row.client == client).unwrap();
        assert_eq!(code(row), places, "{client}");
        assert_eq!(units(row.value_before), value_before.unwrap_or(0), "{client}");
        assert_eq!(units(row.value_after), value_after.unwrap_or(0), "{client}");
        assert_eq!(found.cell(row.before, row.after).clients, 1, "{client}");
    }
    for (one, clients, value_before, value_after) in [
        (Move::Rose, 3, 105, 380),
        (Move::Fell, 2, 640, 120),
        (Move::Came, 1, 0, 500),
        (Move::Left, 1, 250, 0),
        (Move::Stayed, 0, 0, 0),
    ] {
        let tally = found.of(one);
        assert_eq!(
            (tally.clients, units(tally.before), units(tally.after)),
            (clients, value_before, value_after),
            "{one:?}"
        );
    }
    assert_eq!((found.all.clients, units(found.all.before), units(found.all.after)), (7, 995, 1000));
    assert_eq!((found.without_client.0, units(found.without_client.1)), (1, 9));
    assert_eq!((found.outside_windows.0, units(found.outside_windows.1)), (1, 77));
}

#[test]
fn lists_are_of_a_move_a_cell_or_a_name() {
    let mut engine = engine(&sales());
    let mut listed = |filter, search| {
        rows(&mut engine, MigrationOptions::default(), filter, search)
            .into_iter()
            .map(|row| row.client)
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(MovementFilter::Move(Move::Rose), ""), ["Cid", "Eve", "Fox"]);
    assert_eq!(listed(MovementFilter::Move(Move::Stayed), ""), [""; 0]);
    assert_eq!(listed(MovementFilter::Cell(Place::ALL[0], Place::Absent), ""), ["Bob"]);
    assert_eq!(listed(MovementFilter::All, "B"), ["Bob"]);
}

#[test]
fn windows_may_be_chosen_and_rules_hold_in_both() {
    let mut engine = engine(&sales());
    let year = |year| Some((Day::from_ymd(year, 1, 1).unwrap(), Day::from_ymd(year, 12, 31).unwrap()));
    let options = MigrationOptions { before: year(2023), after: year(2024), ..MigrationOptions::default() };
    let found = summary(&mut engine, options);
    assert_eq!((found.of(Move::Left).clients, found.of(Move::Came).clients, found.all.clients), (1, 6, 7));
    // A window of one's own in the rules of the matrix changes nothing.
    let rules = AbcXyzOptions { window: year(2023), ..AbcXyzOptions::default() };
    let plain = summary(&mut engine, MigrationOptions::default());
    let ruled = summary(&mut engine, MigrationOptions { rules, ..MigrationOptions::default() });
    assert_eq!((ruled.cells, ruled.moves), (plain.cells, plain.moves));
}

#[test]
fn one_day_cannot_be_compared() {
    let mut engine = engine("client,date,amount\nAnn,2025-01-01,5\nBob,2025-01-01,6\n");
    let found = summary(&mut engine, MigrationOptions::default());
    assert_eq!((found.windows, found.all.clients), (None, 0));
    assert!(rows(&mut engine, MigrationOptions::default(), MovementFilter::All, "").is_empty());
}

#[test]
fn the_sentence_says_what_the_data_say() {
    let of = |text: &str| summary(&mut engine(text), MigrationOptions::default());
    let head = "client,date,amount\n";
    let stayed = format!("{head}Ann,2025-01-01,5\nBob,2025-01-01,5\nAnn,2025-01-02,7\nBob,2025-01-02,7\n");
    let returned = format!("{head}Ann,2025-01-01,-5\nBob,2025-01-01,-5\nAnn,2025-01-02,-7\nBob,2025-01-02,-7\n");
    for (summary, en, ru) in [
        (
            of(&sales()),
            "Sales rose by 5: 2 clients fell to a lower class, which cost 520; 3 rose, which brought 275 more; 1 came and brought 500; 1 left, who had brought 250",
            "Продажи выросли на 5: 2 клиента опустились классом ниже и принесли на 520 меньше; 3 поднялись и принесли на 275 больше; 1 пришёл и принёс 500; 1 ушёл, раньше принёс 250",
        ),
        (
            of(&stayed),
            "Sales rose by 4: all 2 clients kept their class",
            "Продажи выросли на 4: все 2 клиента остались в своих классах",
        ),
        (
            of(&returned),
            "None of 2 clients has a class: in both windows as much was returned as was bought, or more",
            "Ни у одного из 2 клиентов нет класса: в обоих периодах возвращено не меньше, чем куплено",
        ),
        (
            of(&format!("{head}Ann,2025-01-01,5\n")),
            "All sales are of one day, so there is nothing to compare",
            "Все продажи за один день, сравнивать не с чем",
        ),
    ] {
        for (locale, expected) in [(Locale::En, en), (Locale::Ru, ru)] {
            let format = Format { locale, currency: Currency::None };
            let said = (messages(locale).migration().headline)(format, &summary);
            assert_eq!(said.replace('\u{a0}', " "), expected);
        }
    }
}

#[test]
fn the_file_holds_the_list_and_what_it_is_of() {
    let mut engine = engine(&sales());
    let query =
        MovementQuery { filter: MovementFilter::Move(Move::Fell), search: String::new(), ..MovementQuery::default() };
    let request = ExportRequest {
        table: ExportTable::Movements { options: MigrationOptions::default(), query },
        kind: FileKind::Csv,
        source: "sales.csv".to_owned(),
        format: Format { locale: Locale::En, currency: Currency::None },
    };
    let Response::File(bytes) = engine.answer(Request::Export(Box::new(request))).unwrap() else { panic!("no file") };
    let text = String::from_utf8(bytes).unwrap().replace('\u{a0}', " ");
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert!(
        lines[0].starts_with("Client,Move,Class before,Class after,Value before,Value after,Change"),
        "{}",
        lines[0]
    );
    assert!(lines[1].starts_with("Ann,Fell,A,B,600.00,120.00,-480.00"), "{}", lines[1]);
    assert!(lines[2].starts_with("Dan,Fell,C,No value,40.00,0.00,-40.00"), "{}", lines[2]);
    assert_eq!(lines.len(), 3);
    assert!(text.contains("1 Jan 2024 – 31 Dec 2024") && text.contains("1 Jan 2025 – 31 Dec 2025"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_client_once_and_both_totals(
        rows_given in prop::collection::vec((0_u8..12, 0_i32..730, -20_i64..200), 1..60),
    ) {
        let first = Day::from_iso("2024-01-01").unwrap();
        let mut text = "client,date,amount\n".to_owned();
        for (client, day, amount) in &rows_given {
            writeln!(text, "c{client},{},{amount}", Day(first.0 + day)).unwrap();
        }
        let windows = ((first, Day(first.0 + 364)), (Day(first.0 + 365), Day(first.0 + 729)));
        let options = MigrationOptions { before: Some(windows.0), after: Some(windows.1), ..MigrationOptions::default() };
        let turned = MigrationOptions { before: Some(windows.1), after: Some(windows.0), ..MigrationOptions::default() };
        // Counted without the code under test.
        let mut expected: BTreeMap<String, (i128, i128)> = BTreeMap::new();
        for (client, day, amount) in &rows_given {
            let values = expected.entry(format!("c{client}")).or_default();
            let value = if *day < 365 { &mut values.0 } else { &mut values.1 };
            *value += i128::from(*amount);
        }
        let mut engine = engine(&text);
        let found = summary(&mut engine, options);
        let mirrored = summary(&mut engine, turned);
        let rows = rows(&mut engine, options, MovementFilter::All, "");
        let listed: BTreeMap<String, (i128, i128)> =
            rows.iter().map(|row| (row.client.clone(), (units(row.value_before), units(row.value_after)))).collect();
        prop_assert_eq!(rows.len(), listed.len());
        prop_assert_eq!(&listed, &expected);
        let total = |values: &mut dyn Iterator<Item = i128>| values.sum::<i128>();
        for tallies in [&found.cells, &found.moves] {
            prop_assert_eq!(tallies.iter().map(|tally| tally.clients).sum::<u64>(), expected.len() as u64);
            prop_assert_eq!(
                total(&mut tallies.iter().map(|tally| units(tally.before))),
                total(&mut expected.values().map(|values| values.0))
            );
            prop_assert_eq!(
                total(&mut tallies.iter().map(|tally| units(tally.after))),
                total(&mut expected.values().map(|values| values.1))
            );
        }
        for before in Place::ALL {
            for after in Place::ALL {
                let (cell, other) = (found.cell(before, after), mirrored.cell(after, before));
                prop_assert_eq!((cell.clients, cell.before, cell.after), (other.clients, other.after, other.before));
            }
        }
    }
}
