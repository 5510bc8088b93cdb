//! Documents saved by every version so far still open, and are saved again without loss.
//!
//! A fixture is written by hand when its version is published, and never changed afterwards.

#![expect(clippy::unwrap_used, reason = "a test")]

use clientfolio::analytics::amount::{Amount, Sum};
use clientfolio::analytics::dataset::pack::{Unpacker, pack};
use clientfolio::analytics::dataset::{DateOrder, DecimalMark, Field, ReadOptions, Reason, SalesTable, TableKind};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::funnel::sources::Touch;
use clientfolio::analytics::funnel::{Count, Role};
use clientfolio::analytics::segmentation::abc::Boundary;
use clientfolio::analytics::segmentation::abc_xyz::Cell;
use clientfolio::analytics::segmentation::abc_xyz::Label;
use clientfolio::analytics::segmentation::flow::{FlowCell, Limits};
use clientfolio::analytics::segmentation::priority::Missing;
use clientfolio::analytics::segmentation::value::ValueBy;
use clientfolio::jobs::columns::Column;
use clientfolio::jobs::protocol::{ClientQuery, ClientSort};
use clientfolio::profile::flow::{BoardLimits, FlowBoard, FlowKind, ItemState};
use clientfolio::profile::{
    CellText, CellTexts, ClientViews, Currency, DealRules, FlowBoards, Locale, NamedRules, Priority, Readings, Rules,
    SalesPlan, Selections, Settings, Tables, Theme,
};
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
    // Written before there was a choice of measure.
    assert_eq!(rules.abc_xyz.value, ValueBy::Amount);

    let text = include_str!("fixtures/storage/rules-1-by-margin.json");
    let rules: Rules = read(text).unwrap();
    assert_eq!((rules.abc_xyz.boundary, rules.abc_xyz.value), (Boundary::Inclusive, ValueBy::Margin));
    same_json(&write(&rules).unwrap(), text);
}

#[test]
fn client_views() {
    let text = include_str!("fixtures/storage/client-views-1.json");
    let views: ClientViews = read(text).unwrap();
    let query: ClientQuery = serde_json::from_value(views.views[0].query.clone()).unwrap();
    assert_eq!((query.label, query.group, query.sort), (Some(Label::Lost), Some(0), ClientSort::Recency));
    assert_eq!((query.value.from, query.recency_days.from), (Some(Sum(1_000_000_000)), Some(90)));
    let columns: Vec<Column> = serde_json::from_value(views.columns.clone()).unwrap();
    assert_eq!(columns, [Column::Name, Column::Class, Column::Value]);
    same_json(&write(&views).unwrap(), text);
}

#[test]
fn selections() {
    let text = include_str!("fixtures/storage/selections-1.json");
    let selections: Selections = read(text).unwrap();
    assert_eq!(selections.selections[0].clients, ["ИП Соколова", "ООО «Ромашка»"]);
    assert_eq!(selections.name_of(&[]), Some("Empty"));
    same_json(&write(&selections).unwrap(), text);
}

#[test]
fn named_rules() {
    let text = include_str!("fixtures/storage/named-rules-1.json");
    let rules: NamedRules = read(text).unwrap();
    assert_eq!(rules.abc_xyz[0].name, "По неделям");
    let limits: BoardLimits = serde_json::from_value(rules.flow[0].rules.clone()).unwrap();
    let mut board = FlowBoard::default();
    limits.set(&mut board);
    assert_eq!(board.limits(), Some(Limits::new(7, Amount(1_000_000_000))));
    assert_eq!(BoardLimits::of(&board), limits);
    same_json(&write(&rules).unwrap(), text);
}

#[test]
fn priority() {
    let text = include_str!("fixtures/storage/priority-1.json");
    let priority: Priority = read(text).unwrap();
    let options = &priority.options;
    assert_eq!(options.criteria.iter().map(|criterion| criterion.weight.get()).collect::<Vec<_>>(), [5, 3, 2, 0]);
    assert_eq!((options.missing, options.groups.cuts()), (Missing::Zero, [400, 250].as_slice()));
    same_json(&write(&priority).unwrap(), text);
}

#[test]
fn plan() {
    let text = include_str!("fixtures/storage/plan-1.json");
    let plan: SalesPlan = read(text).unwrap();
    assert_eq!(plan.stages.iter().map(|stage| stage.name.as_deref()).collect::<Vec<_>>(), [None, Some("Замер")]);
    assert_eq!(plan.goal().sales(), 10, "1,000,000 in sales of 100,000");
    assert_eq!(plan.ratios()[0].need(21), Some(60), "35 %");
    // 12 · 2026 + 4 is May 2026; the days off are its 1st and 9th.
    let may = Day::from_ymd(2026, 5, 1).unwrap();
    assert_eq!(plan.first_month.unwrap().first(), may);
    assert_eq!(plan.days_off, [may, Day(may.0 + 8)]);
    same_json(&write(&plan).unwrap(), text);
}

#[test]
fn deals() {
    let text = include_str!("fixtures/storage/deals-1.json");
    let rules: DealRules = read(text).unwrap();
    let found = rules.of("t7");
    let stages: Vec<(&str, Role)> = found.funnel.stages.iter().map(|stage| (stage.name.key(), stage.role)).collect();
    assert_eq!(stages, [("Замер", Role::Step), ("won", Role::Won), ("Отказ", Role::Lost)]);
    assert_eq!((found.funnel.count, found.funnel.within_days), (Count::Touched, Some(30)));
    assert_eq!((found.sources.touch, found.sources.costs[0].cost), (Touch::Last, Amount(12_500_000)));
    same_json(&write(&rules).unwrap(), text);
}

#[test]
fn flow() {
    let text = include_str!("fixtures/storage/flow-1.json");
    let boards: FlowBoards = read(text).unwrap();
    assert_eq!((boards.shown, boards.tasks.items[0].state), (FlowKind::Tasks, ItemState::Done));
    let lead = &boards.leads.items[0];
    assert_eq!((lead.id, lead.days, lead.moved, lead.state), (4, 12, Some(FlowCell::FastMuch), ItemState::Postponed));
    assert_eq!(boards.leads.limits(), Some(Limits::new(14, Amount(1_000_000_000))));
    same_json(&write(&boards).unwrap(), text);
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
