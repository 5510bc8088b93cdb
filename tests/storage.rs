//! Documents saved by every version so far still open, and are saved again without loss.
//!
//! A fixture is written by hand when its version is published, and never changed afterwards.

#![expect(clippy::unwrap_used, reason = "a test")]

use clientfolio::analytics::amount::{Amount, Sum};
use clientfolio::analytics::dataset::pack::{Unpacker, pack};
use clientfolio::analytics::dataset::{DateOrder, DecimalMark, Field, ReadOptions, Reason, SalesTable, TableKind};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::segmentation::abc::Boundary;
use clientfolio::analytics::segmentation::abc_xyz::Cell;
use clientfolio::profile::{CellText, CellTexts, Currency, Locale, Readings, Rules, Settings, Tables, Theme};
use clientfolio::storage::document::{read, write};
use clientfolio::storage::{KeyValueStore, MemoryStore, Opened, Repository};
use serde_json::Value;

fn same_json(left: &str, right: &str) {
    let parse = |text| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(parse(left), parse(right));
}

#[test]
fn settings() {
    type Choices = (Option<Locale>, Theme, Option<Currency>);
    let cases: [(&str, Choices); 3] = [
        (include_str!("fixtures/storage/settings-1.json"), (Some(Locale::Ru), Theme::Dark, Some(Currency::Kzt))),
        (include_str!("fixtures/storage/settings-1-untouched.json"), (None, Theme::System, None)),
        (include_str!("fixtures/storage/settings-1-of-a-later-build.json"), (Some(Locale::En), Theme::System, None)),
    ];
    for (text, wanted) in cases {
        let settings: Settings = read(text).unwrap();
        assert_eq!((settings.locale, settings.theme, settings.currency), wanted, "{text}");
    }
}

#[test]
fn settings_keep_what_they_do_not_know() {
    let settings: Settings = read(include_str!("fixtures/storage/settings-1-of-a-later-build.json")).unwrap();
    let saved: Value = serde_json::from_str(&write(&settings).unwrap()).unwrap();
    assert_eq!(saved.pointer("/data/density"), Some(&Value::from("high")));
}

#[test]
fn cell_texts() {
    let text = include_str!("fixtures/storage/cell-texts-1.json");
    let texts: CellTexts = read(text).unwrap();
    let of = |code| texts.get(Cell::from_code(code).unwrap()).cloned();
    let wanted =
        CellText {
            approach: Some("Звонит сам директор".into()), price: Some(String::new()), ..CellText::default()
        };
    assert_eq!(of("AX"), Some(wanted));
    assert_eq!(of("CZ").unwrap().price.as_deref(), Some("Price list only"));
    assert_eq!(of("AY"), None);
    same_json(&write(&texts).unwrap(), text);
}

#[test]
fn tables() {
    let text = include_str!("fixtures/storage/tables-1.json");
    let tables: Tables = read(text).unwrap();
    let table = tables.opened().unwrap();
    assert_eq!((table.name.as_str(), table.clients, table.sample), ("Продажи 2024", 312, false));
    assert_eq!(table.active_ids(), ["1732233700000-0000000c"]);
    assert_eq!((table.rows(), table.total()), (1_201, Sum(-1)));
    assert_eq!(table.imports[0].total, Sum(9_223_372_036_854_775_807_001));
    assert_eq!(table.period(), Day::from_ymd(2024, 1, 1).zip(Day::from_ymd(2024, 2, 29)));
    assert_eq!(tables.iter().count(), 1, "the other one is removed");
    assert_eq!(tables.import_ids().len(), 2);
    same_json(&write(&tables).unwrap(), text);
}

#[test]
fn rules() {
    let text = include_str!("fixtures/storage/rules-1.json");
    let rules: Rules = read(text).unwrap();
    assert_eq!((rules.abc_xyz.boundary, rules.abc_xyz.grain), (Boundary::Inclusive, Grain::Week));
    same_json(&write(&rules).unwrap(), text);
}

/// The example was written by another program, from the description of the form.
#[test]
fn rows_of_a_table() {
    let bytes = include_bytes!("fixtures/storage/sales-1.table");
    let mut unpacker = Unpacker::default();
    unpacker.push(bytes).unwrap();
    let opened = unpacker.finish().unwrap().remove(0);
    let (table, report) = (&opened.table, &opened.report);
    assert_eq!(table.client_names.iter().collect::<Vec<_>>(), ["ООО «Ромашка»", "Ёж"]);
    assert_eq!(table.client, [0, SalesTable::NO_CLIENT, 1]);
    let days = [(2024, 1, 10), (2024, 1, 11), (2024, 2, 12)].map(|(y, m, d)| Day::from_ymd(y, m, d).unwrap());
    assert_eq!(table.day, days);
    assert_eq!(table.amount, [Amount(10_005_000), Amount(30_000), Amount(-2)]);
    // The orders A-7, none, and 8: ids of digits are their own numbers, others count from the middle of the range.
    assert_eq!(table.order, Some(vec![1 << 31, SalesTable::NO_ORDER, 8]));
    assert_eq!(table.order_names.iter().collect::<Vec<_>>(), ["A-7"]);
    assert_eq!(table.fingerprint, Some(vec![17, 4_000_000_000, 0]));
    assert_eq!((report.rows_read, report.rows_used, report.rows_set_aside), (5, 3, 2));
    assert_eq!((report.total, report.returns), (Sum(10_034_998), (1, Sum(-2))));
    assert_eq!((report.set_aside[0].reason, report.set_aside[0].lines.as_slice()), (Reason::BadDate, [5].as_slice()));
    assert_eq!((report.mapping.column(Field::Order), report.decimal), (Some(3), DecimalMark::Comma));

    let mut again = Unpacker::default();
    pack(&opened, &mut |block| again.push(block).unwrap());
    assert_eq!(again.finish().unwrap(), [opened]);
}

#[test]
fn readings() {
    let text = include_str!("fixtures/storage/readings-1.json");
    let readings: Readings = read(text).unwrap();
    let reading = readings.get("0123456789abcdef").unwrap();
    let wanted = ReadOptions {
        table: Some(TableKind::Deals),
        measure: Some("Сумма".to_owned()),
        date_order: Some(DateOrder::Mdy),
        decimal: Some(DecimalMark::Comma),
        header_line: Some(4),
        keep_total_rows: true,
        ..ReadOptions::default()
    };
    assert_eq!(reading.options(), wanted);
    let names = ["Дата", "Компания"].map(str::to_owned);
    assert_eq!(reading.mapping(&names), [(Field::Client, Some(1)), (Field::Amount, None)]);
    assert_eq!(readings.get("fedcba9876543210").unwrap().options().decimal, Some(DecimalMark::Point));
    assert_eq!(readings.get("ffffffffffffffff"), None);
    same_json(&write(&readings).unwrap(), text);
}

#[test]
fn what_is_written_is_what_was_frozen() {
    let settings =
        Settings { locale: Some(Locale::Ru), theme: Theme::Dark, currency: Some(Currency::Kzt), ..Settings::default() };
    same_json(&write(&settings).unwrap(), include_str!("fixtures/storage/settings-1.json"));
}

#[test]
fn a_store_keeps_kinds_apart() {
    let repository = Repository::new(MemoryStore::default());
    let settings = Settings { theme: Theme::Light, ..Settings::default() };
    repository.save(&settings).unwrap();
    assert_eq!(repository.load::<Settings>(), Opened { document: settings, notice: None });
    assert_eq!(repository.load::<CellTexts>(), Opened { document: CellTexts::default(), notice: None });
}

#[test]
fn keys_are_a_promise() {
    let store = std::sync::Arc::new(MemoryStore::default());
    let repository = Repository::new(std::sync::Arc::clone(&store));
    repository.save(&Settings::default()).unwrap();
    repository.save(&CellTexts::default()).unwrap();
    repository.save(&Tables::default()).unwrap();
    repository.save(&Rules::default()).unwrap();
    let keys = ["clientfolio:cell-texts", "clientfolio:rules", "clientfolio:settings", "clientfolio:tables"];
    assert_eq!(store.keys().unwrap(), keys);
}
