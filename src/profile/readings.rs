//! How files were read, by the set of their headers: the next file with the same columns is read the same way.
//!
//! Kept are decisions of the user's alone. Columns are kept by name, as their places may change from export to export.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::analytics::dataset::{DateOrder, DecimalMark, Field, ReadOptions, TableKind};

/// Sets of headers that are remembered: more than a firm has exports.
const ENTRIES_MAX: usize = 100;

/// What the user decided about files with one set of headers; what is absent is found out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// What the headers are known by: [`key_of`].
    pub headers: String,
    /// What the table is about, by [`TableKind::key`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Headers by [`Field::key`]; no header says that the file lacks the field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub mapping: BTreeMap<String, Option<String>>,
    /// Headers of columns that are not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out_columns: Vec<String>,
    /// Which measure of a pivot table is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Order of day and month, by [`DateOrder::key`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
    /// Decimal mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// Line of the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_line: Option<u64>,
    /// Reads total rows as ordinary rows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keep_total_rows: bool,
    /// Does not accept a file with rows that cannot be read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole_only: bool,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Readings of all sets of headers, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Readings {
    entries: Vec<Reading>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// What a set of headers is known by: the same for any order of columns, case of letters and space around names.
#[must_use]
pub fn key_of<'a>(headers: impl Iterator<Item = &'a str>) -> String {
    // FNV-1a, 64 bits: the same in every build, which the standard library does not promise of its own.
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut names: Vec<String> = headers.map(|header| header.trim().to_lowercase()).collect();
    names.sort_unstable();
    // A unit separator stands in no header.
    let bytes = names.iter().flat_map(|name| name.bytes().chain([0x1f]));
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

impl Reading {
    /// What `options` decide about a file with the columns `names`; `None` if they decide nothing worth remembering.
    #[must_use]
    pub fn new(key: &str, options: &ReadOptions, names: &[String]) -> Option<Self> {
        let name = |column: Option<usize>| column.and_then(|column| names.get(column)).cloned();
        let reading = Self {
            headers: key.to_owned(),
            table: options.table.map(|table| table.key().to_owned()),
            mapping: options.mapping.iter().map(|(field, column)| (field.key().to_owned(), name(*column))).collect(),
            left_out_columns: options.left_out_columns.iter().filter_map(|&column| name(Some(column))).collect(),
            measure: options.measure.clone(),
            date_order: options.date_order.map(|order| order.key().to_owned()),
            decimal: options.decimal.map(|mark| mark.key().to_owned()),
            header_line: options.header_line,
            keep_total_rows: options.keep_total_rows,
            whole_only: options.whole_only,
            other: Map::new(),
        };
        let nothing = Self { headers: key.to_owned(), ..Self::default() };
        (reading != nothing).then_some(reading)
    }

    /// The decisions that do not hang on columns.
    #[must_use]
    pub fn options(&self) -> ReadOptions {
        fn by_key<T: Copy>(all: &[T], key: fn(T) -> &'static str, kept: Option<&str>) -> Option<T> {
            all.iter().copied().find(|&one| Some(key(one)) == kept)
        }
        ReadOptions {
            table: self.table.as_deref().and_then(TableKind::from_key),
            measure: self.measure.clone(),
            date_order: by_key(&DateOrder::ALL, DateOrder::key, self.date_order.as_deref()),
            decimal: by_key(&DecimalMark::ALL, DecimalMark::key, self.decimal.as_deref()),
            header_line: self.header_line,
            keep_total_rows: self.keep_total_rows,
            whole_only: self.whole_only,
            ..ReadOptions::default()
        }
    }

    /// The decisions about the columns `names`.
    #[must_use]
    pub fn mapping(&self, names: &[String]) -> Vec<(Field, Option<usize>)> {
        let pair = |(key, name): (&String, &Option<String>)| {
            let column = match name {
                // A header that is gone after all decides nothing: better found out than wrong.
                Some(name) => Some(names.iter().position(|known| known == name)?),
                None => None,
            };
            Some((Field::from_key(key)?, column))
        };
        let mut mapping: Vec<_> = self.mapping.iter().filter_map(pair).collect();
        mapping.sort_unstable();
        mapping
    }

    /// The places among the columns `names` of those that are not read.
    #[must_use]
    pub fn left_out_columns(&self, names: &[String]) -> Vec<usize> {
        self.left_out_columns.iter().filter_map(|name| names.iter().position(|known| known == name)).collect()
    }
}

impl Readings {
    /// Whether nothing is remembered of any file.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How files with these headers were read.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Reading> {
        self.entries.iter().find(|reading| reading.headers == key)
    }

    /// Remembers a reading in place of the one before; the oldest go when there are too many.
    pub fn remember(&mut self, reading: Reading) {
        self.entries.retain(|known| known.headers != reading.headers);
        self.entries.insert(0, reading);
        self.entries.truncate(ENTRIES_MAX);
    }

    /// Forgets how files with these headers were read.
    pub fn forget(&mut self, key: &str) {
        self.entries.retain(|reading| reading.headers != key);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn keys_know_the_set_and_nothing_else() {
        let key = |headers: &[&str]| key_of(headers.iter().copied());
        assert_eq!(key(&["Дата", "Клиент", "Сумма"]), key(&["сумма ", "ДАТА", "Клиент"]));
        assert_ne!(key(&["Дата", "Клиент"]), key(&["Дата", "Клиент", "Клиент"]));
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        // FNV-1a of "a" and a unit separator, reckoned by hand from its definition in 64 bits.
        let by_hand = [0x61_u64, 0x1f]
            .into_iter()
            .fold(14_695_981_039_346_656_037_u64, |hash, byte| (hash ^ byte).wrapping_mul(1_099_511_628_211));
        assert_eq!(key(&["a"]), format!("{by_hand:016x}"));
    }

    #[test]
    fn decisions_come_back_whatever_the_order_of_columns() {
        let options = ReadOptions {
            table: Some(TableKind::Deals),
            mapping: vec![(Field::Client, Some(2)), (Field::Amount, None), (Field::Stage, Some(0))],
            left_out_columns: vec![1],
            decimal: Some(DecimalMark::Comma),
            date_order: Some(DateOrder::Mdy),
            keep_total_rows: true,
            whole_only: true,
            ..ReadOptions::default()
        };
        let reading = Reading::new("k", &options, &names(&["Этап", "Дата", "Клиент"])).unwrap();
        let turned = names(&["Клиент", "Этап", "Дата"]);
        let mut back = reading.options();
        back.mapping = reading.mapping(&turned);
        let mapping = vec![(Field::Client, Some(0)), (Field::Amount, None), (Field::Stage, Some(1))];
        back.left_out_columns = reading.left_out_columns(&turned);
        assert_eq!(back, ReadOptions { mapping, left_out_columns: vec![2], ..options });
        // What is gone is found out.
        assert_eq!(reading.mapping(&names(&["Дата"])), [(Field::Amount, None)]);
    }

    #[test]
    fn nothing_decided_is_nothing_to_remember() {
        assert_eq!(Reading::new("k", &ReadOptions::default(), &[]), None);
    }

    #[test]
    fn the_latest_are_kept() {
        let mut readings = Readings::default();
        for number in 0..ENTRIES_MAX + 5 {
            readings.remember(Reading { headers: number.to_string(), ..Reading::default() });
        }
        assert_eq!((readings.entries.len(), readings.get("4")), (ENTRIES_MAX, None));
        assert!(readings.get("5").is_some());
        readings.remember(Reading { headers: "5".to_owned(), header_line: Some(3), ..Reading::default() });
        assert_eq!(readings.entries.len(), ENTRIES_MAX);
        assert_eq!(readings.get("5").and_then(|reading| reading.header_line), Some(3));
        readings.forget("5");
        assert_eq!(readings.get("5"), None);
    }
}
