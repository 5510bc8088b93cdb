//! Tables that are not of sales, joined.
//!
//! Deals of one id are one deal, whichever file they stand in: what a later file says of it stands, and what it leaves empty
//! stays as an earlier one said. So leads in one file and their ends in another are one table, and the export of next
//! month brings a deal up to date. Deals without an id, moves and costs of sources are put one after another.

use std::collections::HashMap;

use super::JoinError;
use crate::analytics::dataset::kinds::column::{DayColumn, DecimalColumn, TextCollector, TextColumn};
use crate::analytics::dataset::kinds::{DealsTable, EventFacts, EventsTable, OtherTable, SourcesTable, StageDays};

/// Puts `more` into `table`; how many deals both speak of.
///
/// # Errors
/// For tables of different kinds, and of kinds of which several make no one table.
pub(super) fn join(table: &mut OtherTable, more: OtherTable) -> Result<u64, JoinError> {
    match (table, more) {
        (OtherTable::Deals(table), OtherTable::Deals(more)) => {
            let (joined, met) = deals(table, &more);
            **table = joined;
            Ok(met)
        }
        (OtherTable::Events(table), OtherTable::Events(more)) => {
            events(table, &more);
            Ok(0)
        }
        (OtherTable::Sources(table), OtherTable::Sources(more)) => {
            sources(table, &more);
            Ok(0)
        }
        _ => Err(JoinError),
    }
}

/// Where a row of the joined table is told of: in the first table, in the second, in both.
#[derive(Clone, Copy, Debug)]
struct Places {
    first: Option<usize>,
    second: Option<usize>,
}

fn deals(one: &DealsTable, other: &DealsTable) -> (DealsTable, u64) {
    let places = meet(one, other);
    let met = places.iter().filter(|places| places.first.is_some() && places.second.is_some()).count() as u64;
    let texts =
        |one: &Option<TextColumn>, other: &Option<TextColumn>| merged_texts(one.as_ref(), other.as_ref(), &places);
    let days = |one: &Option<DayColumn>, other: &Option<DayColumn>| merged_days(one.as_ref(), other.as_ref(), &places);
    let mut stages: Vec<&str> = one.stage_days.iter().map(|stage| stage.stage.as_str()).collect();
    let more = other.stage_days.iter().map(|stage| stage.stage.as_str()).filter(|stage| !stages.contains(stage));
    stages.extend(more.collect::<Vec<_>>());
    let of = |table: &'_ DealsTable, stage: &str| {
        table.stage_days.iter().find(|column| column.stage == stage).map(|column| column.days.clone())
    };
    let stage_days = stages.into_iter().map(|stage| StageDays {
        stage: stage.to_owned(),
        days: days(&of(one, stage), &of(other, stage)).unwrap_or_default(),
    });
    let joined = DealsTable {
        rows: places.len(),
        deal: texts(&one.deal, &other.deal),
        client: texts(&one.client, &other.client),
        stage: texts(&one.stage, &other.stage),
        stage_days: stage_days.collect(),
        created: days(&one.created, &other.created),
        closed: days(&one.closed, &other.closed),
        outcome: texts(&one.outcome, &other.outcome),
        amount: merged_decimals(one.amount.as_ref(), other.amount.as_ref(), &places),
        source: texts(&one.source, &other.source),
        manager: texts(&one.manager, &other.manager),
        reason: texts(&one.reason, &other.reason),
        product: texts(&one.product, &other.product),
        group: texts(&one.group, &other.group),
    };
    (joined, met)
}

/// The rows of both tables: those of the first in their order, then those of the second that the first does not have.
fn meet(one: &DealsTable, other: &DealsTable) -> Vec<Places> {
    let mut places: Vec<Places> = (0..one.rows).map(|row| Places { first: Some(row), second: None }).collect();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for row in 0..one.rows {
        if let Some(id) = one.deal.as_ref().and_then(|column| column.get(row)) {
            // A deal that stands there twice is met where it stands first.
            known.entry(id).or_insert(row);
        }
    }
    for row in 0..other.rows {
        let id = other.deal.as_ref().and_then(|column| column.get(row));
        let met = id.and_then(|id| known.get(id).copied()).and_then(|row| places.get_mut(row));
        match met.filter(|places| places.second.is_none()) {
            Some(places) => places.second = Some(row),
            None => places.push(Places { first: None, second: Some(row) }),
        }
    }
    places
}

fn merged_texts(one: Option<&TextColumn>, other: Option<&TextColumn>, places: &[Places]) -> Option<TextColumn> {
    if one.is_none() && other.is_none() {
        return None;
    }
    let mut texts = TextCollector::default();
    for place in places {
        let of = |column: Option<&'_ TextColumn>, row: Option<usize>| column?.get(row?).map(str::to_owned);
        texts.push(&of(other, place.second).or_else(|| of(one, place.first)).unwrap_or_default());
    }
    Some(texts.finish())
}

fn merged_days(one: Option<&DayColumn>, other: Option<&DayColumn>, places: &[Places]) -> Option<DayColumn> {
    if one.is_none() && other.is_none() {
        return None;
    }
    let mut days = DayColumn::default();
    for place in places {
        let of = |column: Option<&DayColumn>, row: Option<usize>| column?.get(row?);
        days.push(of(other, place.second).or_else(|| of(one, place.first)));
    }
    Some(days)
}

fn merged_decimals(
    one: Option<&DecimalColumn>,
    other: Option<&DecimalColumn>,
    places: &[Places],
) -> Option<DecimalColumn> {
    if one.is_none() && other.is_none() {
        return None;
    }
    let mut decimals = DecimalColumn::default();
    for place in places {
        let of = |column: Option<&DecimalColumn>, row: Option<usize>| column?.get(row?);
        decimals.push(of(other, place.second).or_else(|| of(one, place.first)));
    }
    Some(decimals)
}

/// All cells of both columns; those of a table without the column are empty.
fn appended(one: Option<&TextColumn>, rows: usize, other: Option<&TextColumn>, more: usize) -> Option<TextColumn> {
    merged_texts(one, other, &one_after_another(rows, more))
}

/// As [`appended`], for amounts.
fn appended_decimals(
    one: Option<&DecimalColumn>,
    rows: usize,
    other: Option<&DecimalColumn>,
    more: usize,
) -> Option<DecimalColumn> {
    merged_decimals(one, other, &one_after_another(rows, more))
}

fn one_after_another(rows: usize, more: usize) -> Vec<Places> {
    let first = (0..rows).map(|row| Places { first: Some(row), second: None });
    first.chain((0..more).map(|row| Places { first: None, second: Some(row) })).collect()
}

fn events(table: &mut EventsTable, more: &EventsTable) {
    let (rows, rows_more) = (table.day.len(), more.day.len());
    let texts = |one: &TextColumn, other: &TextColumn| appended(Some(one), rows, Some(other), rows_more);
    table.who = texts(&table.who, &more.who).unwrap_or_default();
    table.stage = texts(&table.stage, &more.stage).unwrap_or_default();
    table.client = appended(table.client.as_ref(), rows, more.client.as_ref(), rows_more);
    let column =
        |one: &Option<TextColumn>, other: &Option<TextColumn>| appended(one.as_ref(), rows, other.as_ref(), rows_more);
    *table.facts = EventFacts {
        amount: appended_decimals(table.facts.amount.as_ref(), rows, more.facts.amount.as_ref(), rows_more),
        source: column(&table.facts.source, &more.facts.source),
        manager: column(&table.facts.manager, &more.facts.manager),
        reason: column(&table.facts.reason, &more.facts.reason),
        product: column(&table.facts.product, &more.facts.product),
        group: column(&table.facts.group, &more.facts.group),
    };
    table.day.extend_from_slice(&more.day);
}

fn sources(table: &mut SourcesTable, more: &SourcesTable) {
    let (rows, rows_more) = (table.source.ids.len(), more.source.ids.len());
    table.cost = appended_decimals(table.cost.as_ref(), rows, more.cost.as_ref(), rows_more);
    table.period = appended(table.period.as_ref(), rows, more.period.as_ref(), rows_more);
    table.source = appended(Some(&table.source), rows, Some(&more.source), rows_more).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use crate::analytics::dataset::{Ingested, JoinError, OtherTable, ReadOptions, TableKind, join, read_all};

    fn read(text: &str, kind: TableKind) -> Ingested {
        let options = ReadOptions { table: Some(kind), ..ReadOptions::default() };
        read_all(text.as_bytes(), &options).unwrap()
    }

    const LEADS: &str = "lead id;created;source;amount\n1;2026-01-01;Site;5\n2;2026-01-02;Fair;\n3;2026-01-03;Site;7\n";
    const ENDS: &str = "lead id;won date;amount;source\n3;2026-02-01;70;\n1;2026-01-20;;Call\n9;2026-03-01;1;Fair\n";

    #[test]
    fn a_deal_of_two_files_is_one() {
        let parts = [read(LEADS, TableKind::Deals), read(ENDS, TableKind::Deals)];
        let joined = join(parts).unwrap().unwrap();
        let Some(OtherTable::Deals(table)) = joined.other else { panic!("no deals") };
        let rows: Vec<String> = (0..table.rows)
            .map(|row| {
                let day = |column: &Option<_>| {
                    let column: &Option<super::DayColumn> = column;
                    column.as_ref().and_then(|column| column.get(row)).map_or("-".to_owned(), |day| day.to_string())
                };
                let text = |column: &Option<super::TextColumn>| {
                    column.as_ref().and_then(|column| column.get(row)).unwrap_or("-").to_owned()
                };
                let amount = table.amount.as_ref().and_then(|column| column.get(row)).map(|amount| amount.0 / 10_000);
                let days = [day(&table.created), day(&table.closed)].join(" ");
                format!("{} {days} {} {amount:?}", text(&table.deal), text(&table.source))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "1 2026-01-01 2026-01-20 Call Some(5)",
                "2 2026-01-02 - Fair None",
                "3 2026-01-03 2026-02-01 Site Some(70)",
                "9 - 2026-03-01 Fair Some(1)",
            ]
        );
        assert_eq!((joined.report.rows_read, joined.report.rows_used), (6, 6));
        assert_eq!(joined.report.total.to_string(), "76.0000");
    }

    #[test]
    fn moves_follow_each_other() {
        let one = "deal_id;stage;date\n1;new;2026-01-01\n2;new;2026-01-02\n";
        let more = "deal_id;stage;date\n1;offer;2026-01-05\n3;new;2026-01-06\n";
        let joined = join([one, more].map(|text| read(text, TableKind::Events))).unwrap().unwrap();
        let Some(OtherTable::Events(table)) = joined.other else { panic!("no events") };
        assert_eq!(table.who.iter().flatten().collect::<Vec<_>>(), ["1", "2", "1", "3"]);
        assert_eq!(table.stage.iter().flatten().collect::<Vec<_>>(), ["new", "new", "offer", "new"]);
        assert_eq!(table.day.len(), 4);
    }

    #[test]
    fn costs_follow_each_other() {
        let one = "source;cost\nSite;10\n";
        let more = "source;month;cost\nFair;2026-01;20\n";
        let joined = join([one, more].map(|text| read(text, TableKind::Sources))).unwrap().unwrap();
        let Some(OtherTable::Sources(table)) = joined.other else { panic!("no sources") };
        assert_eq!(table.source.iter().flatten().collect::<Vec<_>>(), ["Site", "Fair"]);
        assert_eq!(table.period.unwrap().iter().collect::<Vec<_>>(), [None, Some("2026-01")]);
        assert_eq!(table.cost.unwrap().iter().flatten().map(|cost| cost.0).collect::<Vec<_>>(), [100_000, 200_000]);
    }

    #[test]
    fn other_kinds_stay_apart() {
        let sales = || read("client;date;amount\nA;2026-01-01;5\n", TableKind::Sales);
        let deals = || read(LEADS, TableKind::Deals);
        let costs = || read("source;cost\nSite;10\n", TableKind::Sources);
        for parts in [[sales(), deals()], [deals(), sales()], [deals(), costs()]] {
            assert_eq!(join(parts), Err(JoinError));
        }
    }
}
