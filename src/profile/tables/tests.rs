use super::*;

fn import(id: &str, rows: u64, now_ms: u64) -> KeptImport {
    KeptImport {
        id: id.to_owned(),
        rows,
        total: Sum(i128::from(rows) * 10_000),
        imported_ms: now_ms,
        ..Default::default()
    }
}

fn table(id: &str, imports: &[KeptImport]) -> KeptTable {
    KeptTable { id: id.to_owned(), name: id.to_owned(), imports: imports.to_vec(), ..Default::default() }
}

fn with(all: &[KeptTable]) -> Tables {
    let mut tables = Tables::default();
    all.iter().for_each(|table| tables.add(table.clone()));
    tables
}

fn active(tables: &Tables, id: &str) -> Vec<String> {
    tables.get(id).unwrap().active_ids()
}

#[test]
fn files_are_added_and_replaced_and_each_step_undone() {
    let mut tables = with(&[table("t", &[import("a", 10, 1)])]);
    let before_append = tables.get("t").unwrap().clone();
    tables.append("t", import("b", 5, 2));
    assert_eq!((active(&tables, "t"), tables.get("t").unwrap().rows()), (vec!["a".to_owned(), "b".to_owned()], 15));
    assert_eq!(tables.get("t").unwrap().total(), Sum(150_000));

    let before_replace = tables.get("t").unwrap().clone();
    tables.replace("t", import("c", 7, 3));
    assert_eq!(active(&tables, "t"), ["c"]);
    tables.revert(&before_replace, "c", 4);
    assert_eq!(active(&tables, "t"), ["a", "b"]);
    tables.revert(&before_append, "b", 5);
    assert_eq!(active(&tables, "t"), ["a"]);
}

#[test]
fn an_undo_leaves_what_another_tab_added() {
    let mut tables = with(&[table("t", &[import("a", 1, 1)])]);
    let before = tables.get("t").unwrap().clone();
    tables.append("t", import("mine", 1, 2));
    tables.append("t", import("theirs", 1, 2));
    tables.revert(&before, "mine", 3);
    assert_eq!(active(&tables, "t"), ["a", "theirs"]);
}

#[test]
fn what_is_removed_comes_back_until_it_is_cleaned_up() {
    let mut tables = with(&[table("t", &[import("a", 1, 1), import("b", 1, 1)]), table("u", &[import("c", 1, 1)])]);
    tables.set_opened(Some("u".to_owned()));
    tables.set_removed("u", Some(1_000));
    assert!(tables.get("u").is_none());
    assert!(tables.opened().is_none(), "a removed table does not open");
    tables.set_removed("u", None);
    assert_eq!(tables.opened().unwrap().id, "u");

    tables.set_import_removed("t", "a", Some(1_000));
    tables.set_removed("u", Some(1_000));
    tables.clean_up(1_000 + UNDO_MS);
    assert_eq!(tables.import_ids(), ["a", "b", "c"], "an undo may still be on offer");
    tables.clean_up(1_001 + UNDO_MS);
    assert_eq!(tables.import_ids(), ["b"]);
    tables.set_removed("u", None);
    assert!(tables.get("u").is_none());
}

#[test]
fn a_table_keeps_one_file_at_least() {
    let mut tables = with(&[table("t", &[import("a", 1, 1), import("b", 1, 1)])]);
    tables.set_import_removed("t", "a", Some(2));
    tables.set_import_removed("t", "b", Some(2));
    assert_eq!(active(&tables, "t"), ["b"]);
    tables.set_import_removed("t", "a", None);
    assert_eq!(active(&tables, "t"), ["a", "b"]);
}

#[test]
fn a_table_that_has_gone_takes_nothing() {
    let mut tables = with(&[table("t", &[import("a", 1, 1)])]);
    let before = tables.clone();
    tables.append("gone", import("b", 1, 1));
    tables.replace("gone", import("b", 1, 1));
    tables.rename("gone", "name");
    tables.set_clients("gone", 5);
    tables.revert(&table("gone", &[]), "b", 1);
    tables.rename("t", "  ");
    assert_eq!(tables, before);
}

#[test]
fn the_sample_is_there_once() {
    let sample = |id| KeptTable { sample: true, ..table(id, &[]) };
    let tables = with(&[sample("ru"), table("own", &[]), sample("en")]);
    assert_eq!(tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>(), ["en", "own"]);
}

#[test]
fn newest_tables_come_first() {
    let tables = with(&[table("old", &[]), table("new", &[])]);
    assert_eq!(tables.iter().map(|table| table.id.as_str()).collect::<Vec<_>>(), ["new", "old"]);
}

#[test]
fn figures_are_written_exactly() {
    let total = Sum(i128::from(i64::MAX) * 1_000 + 1);
    let day = Day::from_ymd(2024, 2, 29);
    let kept = KeptImport { total, first: day, ..import("a", 1, 1) };
    let text = serde_json::to_string(&kept).unwrap();
    assert!(text.contains(r#""first":"2024-02-29""#), "{text}");
    assert_eq!(serde_json::from_str::<KeptImport>(&text).unwrap(), kept);
    let negative = KeptImport { total: Sum(-1), ..KeptImport::default() };
    assert_eq!(serde_json::from_value::<KeptImport>(serde_json::to_value(&negative).unwrap()).unwrap(), negative);
}

#[test]
fn unknown_fields_are_kept() {
    let text = r#"{"opened":null,"tables":[{"id":"t","name":"n","kind":"sales","sample":false,"clients":1,
        "imports":[],"colour":"red"}],"order":"by name"}"#;
    let tables: Tables = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&tables).unwrap(), serde_json::from_str::<Value>(text).unwrap());
}

#[test]
fn one_table_of_each_family_opens_by_itself() {
    let table = |id: &str, kind| KeptTable { id: id.to_owned(), kind, ..KeptTable::default() };
    let mut tables = Tables::default();
    for (id, kind) in
        [("s1", TableKind::Sales), ("s2", TableKind::Pivot), ("d1", TableKind::Deals), ("e1", TableKind::Events)]
    {
        tables.add(table(id, kind));
    }
    let opened = |tables: &Tables| tables.all_opened().map(|table| table.id.clone()).collect::<Vec<_>>();
    for (id, expected) in
        [("s1", vec!["s1"]), ("d1", vec!["d1", "s1"]), ("s2", vec!["s2", "d1"]), ("e1", vec!["e1", "s2"])]
    {
        tables.set_opened(Some(id.to_owned()));
        assert_eq!(opened(&tables), expected);
    }
    tables.set_removed("e1", Some(1));
    assert_eq!((opened(&tables), tables.opened()), (vec!["s2".to_owned()], None));
    tables.set_opened(None);
    assert!(opened(&tables).is_empty());
}
