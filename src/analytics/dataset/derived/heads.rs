//! Clients above their documents or products in one column, with the days in another: a row without a day names the client
//! of the rows below it and sums them up.

use std::collections::{BTreeMap, BTreeSet};

use super::super::calendar;
use super::super::dictionary;
use super::super::field::Field;
use super::super::kinds::period::JOINT;
use super::super::records::Record;
use super::Recipe;
use super::table::{Table, dated};

/// Share of the names below heads that must be documents for all of them to be taken for such.
const DOCUMENTS_SHARE: f64 = 0.9;
/// Share of the names below heads from which, where they stand below several, they are products rather than clients.
const SHARED_MIN: f64 = 0.5;

impl<'a> Table<'a> {
    /// The recipe; `None` unless rows without a day, of which the first row is one, stand one above each group of rows with
    /// a day, have their sums or none, and name clients: by the rows of the header, else because what stands below them is
    /// documents, or stands below several of them.
    pub(super) fn heads(&self) -> Option<Recipe> {
        let (column, days) = (self.mapping.column(Field::Client)?, self.days()?);
        let is_head = |record: &Record<'a>| Self::cell(record, days).is_empty();
        let are_dated = || self.filled(days).all(|cell| dated(cell).is_some());
        let begins_with_head =
            self.rows.first().is_some_and(is_head) && self.rows.last().is_some_and(|row| !is_head(row));
        let stand_alone = || self.rows.windows(2).all(|pair| !pair.iter().all(is_head));
        let are_named = || self.filled(column).count() == self.rows.len();
        let is_grouped = column != days
            && !self.sums.is_empty()
            && begins_with_head
            && stand_alone()
            && are_named()
            && are_dated()
            && self.adds_up(is_head);
        if !is_grouped {
            return None;
        }
        let mut heads_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let (mut head, mut documents, mut below) = ("", 0_usize, 0_usize);
        for record in &self.rows {
            let name = Self::cell(record, column);
            if is_head(record) {
                head = name;
            } else {
                below += 1;
                documents += usize::from(is_document(name));
                heads_of.entry(name).or_default().insert(head);
            }
        }
        let are_documents = documents as f64 >= DOCUMENTS_SHARE * below as f64;
        let shared = heads_of.values().filter(|heads| heads.len() > 1).count();
        let are_products = shared as f64 >= SHARED_MIN * heads_of.len() as f64;
        let levels: Vec<&str> = self.header(column).split(JOINT).collect();
        let names_clients = match levels.as_slice() {
            [outer, .., inner] => dictionary::names_client(outer) && !dictionary::names_client(inner),
            _ => are_documents || are_products,
        };
        let below = Some(if are_documents { Field::Order } else { Field::Product });
        // A column of its own says it better.
        let below = below.filter(|&field| self.mapping.column(field).is_none());
        names_clients.then_some(Recipe::Head { column, days, below })
    }
}

/// Whether a name is that of a document: with its day, or with a number.
fn is_document(name: &str) -> bool {
    const WORDS: [&str; 12] = [
        "реализация",
        "продажа",
        "накладная",
        "счет",
        "счёт",
        "акт",
        "упд",
        "чек",
        "заказ",
        "invoice",
        "order",
        "receipt",
    ];
    let is_numbered = || {
        let lower = name.to_lowercase();
        let first = lower.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        WORDS.contains(&first) && lower.contains(|c: char| c.is_ascii_digit())
    };
    calendar::parse_document(name).is_some() || name.contains('№') || is_numbered()
}
