//! Headers of tables that are not of sales row by row.
//!
//! Fields that such tables share with sales are known from the headers of sales; the others, as whole headers, stand in
//! [`headers`].

mod headers;

use self::headers::{EVENTS, Headers, headers_of};
use super::meaning::{Meaning, meaning_of};
use super::tells::names_no_buyer;
use super::words::words;
use super::{Candidate, ColumnEvidence, Field, adjustment, assign};
use crate::analytics::dataset::field::FieldMapping;
use crate::analytics::dataset::kinds::TableKind;
use crate::analytics::dataset::plan::ColumnKind;

/// Weight of the first of the clear headers; each following weighs one less.
const CLEAR: f64 = 300.0;
/// Weight of the first of the vague headers; each following weighs one less.
const VAGUE: f64 = 60.0;

/// A header of sales counts from here on: a guess by one word of it would only confuse.
const SHARED_MIN: f64 = 50.0;

/// The most plausible field of each column of a table of `kind`, which is not [`TableKind::Sales`].
pub(super) fn propose(kind: TableKind, columns: &[ColumnEvidence<'_>]) -> FieldMapping {
    let mut candidates = Vec::new();
    let mut believed = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let words = words(column.header);
        let meaning = meaning_of(column.header);
        for (field, weight) in weights(kind, &words, &meaning) {
            let candidate = Candidate { field, column: index, weight: weight + adjustment(field, column) };
            if fits(field, column, &meaning) {
                candidates.push(candidate);
            } else if is_believed(kind, field, column) {
                believed.push(candidate);
            }
        }
    }
    let mut mapping = FieldMapping::default();
    assign(&mut mapping, candidates);
    // A column clearly named is what its author meant, whatever its cells look like: a message will show one.
    assign(&mut mapping, believed);
    if kind == TableKind::Pivot && mapping.column(Field::Client).is_none() {
        let is_text = |column: &ColumnEvidence<'_>| matches!(column.kind, ColumnKind::Text | ColumnKind::Identifier);
        let free = |(index, column): &(usize, &ColumnEvidence<'_>)| {
            is_text(column) && mapping.field(*index).is_none() && !names_no_buyer(column.header)
        };
        if let Some((first, _)) = columns.iter().enumerate().find(free) {
            mapping.set(Field::Client, first);
        }
    }
    mapping
}

/// The column that a header names clearly as a field of a kind.
pub(super) fn names_clearly(kind: TableKind, field: Field, columns: &[ColumnEvidence<'_>]) -> Option<usize> {
    columns.iter().position(|column| {
        let words = words(column.header);
        let clear = |words: &[String]| {
            let phrase = phrase(words);
            entries_of(kind, field).find_map(|entry| place(entry.clear, &phrase))
        };
        let named = clear(&words).or_else(|| clear(own_words(&words)));
        // Cells of which some do not fit still leave the column what it is called, and nothing may have been lost yet.
        let may_be_empty = field == Field::Reason && column.kind == ColumnKind::Empty;
        named.is_some()
            && (fits(field, column, &meaning_of(column.header)) || column.kind == ColumnKind::Text || may_be_empty)
    })
}

/// Whether a header, in its words, is a name of a field of deals.
pub(super) fn is_of_deals(field: Field, words: &[String]) -> bool {
    best_place(TableKind::Deals, field, &phrase(own_words(words))).is_some()
}

/// Whether a header is that of what happened: "Event", «Шаг».
pub(super) fn names_event(words: &[String]) -> bool {
    EVENTS.iter().filter(|entry| entry.field == Field::Stage).any(|entry| place_of(entry, &phrase(words)).is_some())
}

/// The words of a header in a row; the sign for a number as the word.
fn phrase(words: &[String]) -> String {
    words.iter().map(|word| if word == "№" { "номер" } else { word }).collect()
}

/// The words of a header without what it is of, as some systems put it before every one: "Deal - Title".
fn own_words(words: &[String]) -> &[String] {
    match words {
        [first, rest @ ..] if !rest.is_empty() && OWNERS.contains(&first.as_str()) => rest,
        words => words,
    }
}

/// What a header may be of.
const OWNERS: &[&str] = &["deal", "lead", "opportunity"];

fn entries_of(kind: TableKind, field: Field) -> impl Iterator<Item = &'static Headers> {
    headers_of(kind).iter().copied().flatten().filter(move |entry| entry.field == field)
}

/// How well a phrase names a field of a kind.
fn best_place(kind: TableKind, field: Field, phrase: &str) -> Option<f64> {
    entries_of(kind, field).filter_map(|entry| place_of(entry, phrase)).max_by(f64::total_cmp)
}

/// Fields of `kind` that a header can stand for, with weights.
fn weights(kind: TableKind, words: &[String], meaning: &Meaning) -> Vec<(Field, f64)> {
    let named = |phrase: &str| -> Vec<(Field, f64)> {
        let named = |&field: &Field| Some((field, best_place(kind, field, phrase)?));
        kind.fields().iter().filter_map(named).collect()
    };
    let is_of_deals = matches!(kind, TableKind::Deals | TableKind::Events);
    let rest = if is_of_deals { own_words(words) } else { words };
    let mut found = named(&phrase(words));
    if found.is_empty() {
        found = named(&phrase(rest));
    }
    if found.is_empty() {
        let shared = |(field, weight): &&(Field, f64)| kind.fields().contains(field) && *weight >= SHARED_MIN;
        found.extend(meaning.fields.iter().filter(shared).copied());
        if found.is_empty() && rest.len() < words.len() {
            found.extend(super::meaning::meaning(rest).fields.iter().filter(shared).copied());
        }
        // What would be the client of a sale is the client of a list.
        if kind == TableKind::Clients {
            let clients = meaning.fields.iter().filter(|(field, _)| *field == Field::Client);
            found.extend(clients.map(|(_, weight)| (Field::Name, *weight)));
        }
    }
    found
}

/// How well a phrase names the field of an entry.
fn place_of(entry: &Headers, phrase: &str) -> Option<f64> {
    let clear = place(entry.clear, phrase).map(|place| CLEAR - place);
    clear.or_else(|| place(entry.vague, phrase).map(|place| VAGUE - place))
}

/// The place of a phrase in a list.
fn place(list: &[&str], phrase: &str) -> Option<f64> {
    let is_spelled = |known: &&str| known.chars().filter(|c| *c != ' ').eq(phrase.chars());
    let place = list.iter().position(is_spelled)?;
    Some(f64::from(u32::try_from(place).unwrap_or(u32::MAX)))
}

/// Whether a header may be believed against the cells under it: mixed cells, and anything for a field that is needed.
fn is_believed(kind: TableKind, field: Field, column: &ColumnEvidence<'_>) -> bool {
    let is_needed = kind.missing(&FieldMapping::default()).contains(&field);
    match column.kind {
        ColumnKind::Text => true,
        ColumnKind::Empty => is_needed && field == Field::Client,
        ColumnKind::Number | ColumnKind::Date | ColumnKind::Identifier => is_needed,
    }
}

/// Whether the cells of a column look like a field.
fn fits(field: Field, column: &ColumnEvidence<'_>, meaning: &Meaning) -> bool {
    match column.kind {
        ColumnKind::Empty => false,
        _ if field == Field::Period => true,
        ColumnKind::Date => field.is_day(),
        ColumnKind::Number => !field.is_day() || meaning.says_date,
        ColumnKind::Text | ColumnKind::Identifier => !field.is_day() && !field.is_decimal(),
    }
}
