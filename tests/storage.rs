//! Documents saved by every version so far still open, and are saved again without loss.
//!
//! A fixture is written by hand when its version is published, and never changed afterwards.

#![expect(clippy::unwrap_used, reason = "a test")]

use clientfolio::analytics::dataset::{DateOrder, DecimalMark, Field, ReadOptions, TableKind};
use clientfolio::analytics::segmentation::abc_xyz::Cell;
use clientfolio::profile::{CellText, CellTexts, Currency, Locale, Readings, Settings, Theme};
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
    assert_eq!(store.keys().unwrap(), ["clientfolio:cell-texts", "clientfolio:settings"]);
}
