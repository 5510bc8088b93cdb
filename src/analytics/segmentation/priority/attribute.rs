//! Columns of a list of clients as criteria: which there are, what stands in them, and whom they name.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::analytics::dataset::Names;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::kinds::column::Attribute;

/// A column of a list of clients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeSummary {
    /// Header.
    pub header: String,
    /// Values of the clients that the sales name, with the number of these clients: the most frequent first, ties as
    /// letters stand; at most [`AttributeSummary::VALUES_MAX`].
    pub values: Vec<(String, u64)>,
    /// How many distinct values these clients have in all.
    pub distinct: u64,
    /// Rows of the list that name a client of the sales in this column: who brought the client of the row.
    pub naming: u64,
}

impl AttributeSummary {
    /// More values than anybody gives marks to.
    pub const VALUES_MAX: usize = 30;
}

/// The columns of `list`, for clients with these names in the sales.
#[must_use]
pub fn summaries(list: &ClientsTable, names: &Names) -> Vec<AttributeSummary> {
    let known: HashMap<String, ()> = names.iter().map(|name| (folded(name), ())).collect();
    let is_known: Vec<bool> =
        list.name.iter().map(|name| name.is_some_and(|name| known.contains_key(&folded(name)))).collect();
    let summary = |attribute: &Attribute| {
        let mut counts: BTreeMap<String, (String, u64)> = BTreeMap::new();
        let mut naming = 0;
        for (value, &is_known) in attribute.texts.iter().zip(&is_known) {
            let Some(value) = value else { continue };
            let key = folded(value);
            naming += u64::from(known.contains_key(&key));
            if is_known {
                counts.entry(key).or_insert_with(|| (value.to_owned(), 0)).1 += 1;
            }
        }
        let distinct = counts.len() as u64;
        let mut values: Vec<(String, u64)> = counts.into_values().collect();
        values.sort_by_key(|(_, clients)| std::cmp::Reverse(*clients));
        values.truncate(AttributeSummary::VALUES_MAX);
        AttributeSummary { header: attribute.header.clone(), values, distinct, naming }
    };
    list.attributes.iter().map(summary).collect()
}

/// How many clients each client of the sales has brought: rows of the list that name it in the column `header`, in the
/// order of `clients`. `None` for all where there is no such column.
pub(super) fn referrals<'a>(
    list: Option<&ClientsTable>,
    header: &str,
    clients: impl Iterator<Item = Option<&'a str>>,
) -> Vec<Option<i128>> {
    let column = list.and_then(|list| list.attributes.iter().find(|its| its.header == header));
    let mut brought: HashMap<String, i128> = HashMap::new();
    for value in column.into_iter().flat_map(|column| column.texts.iter().flatten()) {
        *brought.entry(folded(value)).or_default() += 1;
    }
    let of = |client: Option<&str>| Some(brought.get(&folded(client?)).copied().unwrap_or_default());
    clients.map(|client| column.and_then(|_| of(client))).collect()
}

/// How names and values are compared: whatever their case, outer white space, and ё as е.
pub(super) fn folded(text: &str) -> String {
    text.trim().chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::kinds::column::TextCollector;

    fn list() -> ClientsTable {
        let column = |texts: &[&str]| {
            let mut column = TextCollector::default();
            texts.iter().for_each(|text| column.push(text));
            column.finish()
        };
        let attribute =
            |header: &str, texts: &[&str]| Attribute { header: header.into(), column: 1, texts: column(texts) };
        ClientsTable {
            name: column(&["Ann", "bob ", "Cid", "Артём"]),
            attributes: vec![
                attribute("Kind", &["Shop", "shop", "Cafe", "Cafe"]),
                attribute("Brought by", &["", "ann", "Ann", "a poster"]),
            ],
        }
    }

    #[test]
    fn columns_tell_what_stands_in_them() {
        let names: Names = ["Ann", "Bob", "Артем"].into_iter().collect();
        let summaries = summaries(&list(), &names);
        // Cid buys nothing: its cafe does not count.
        assert_eq!(summaries[0].values, [("Shop".to_owned(), 2), ("Cafe".to_owned(), 1)]);
        assert_eq!((summaries[0].distinct, summaries[0].naming), (2, 0));
        assert_eq!(summaries[1].values, [("a poster".to_owned(), 1), ("ann".to_owned(), 1)]);
        assert_eq!(summaries[1].naming, 2);
    }

    #[test]
    fn clients_bring_clients() {
        let list = list();
        let of = |list, header| referrals(list, header, [Some("Ann"), Some("Bob"), None].into_iter());
        assert_eq!(of(Some(&list), "Brought by"), [Some(2), Some(0), None]);
        assert_eq!(of(Some(&list), "Nothing"), [None, None, None]);
        assert_eq!(of(None, "Brought by"), [None, None, None]);
    }
}
