//! Sales that stand in the file twice.
//!
//! Rows are equal when client, day, amount, order and kept texts (product, source…) are, as read, and when all other
//! cells are, as written (by their [fingerprint](SalesTable::fingerprint); the cell of the date is among them where it
//! holds a time). So two products of one order at one price are two rows, and so are two visits of one day if the file has their times or numbers. A file
//! with nothing but a client, a day and an amount cannot tell two equal purchases from one entered twice: whoever knows
//! decides, which is why duplicates are kept unless the user says otherwise.
//!
//! Where rows are sums of days or periods nothing is repeated: equal sums are no sign of an entry made twice.

use std::ops::Range;

use hashbrown::HashTable;

use crate::analytics::amount::Amount;
use crate::analytics::dataset::SalesTable;
use crate::analytics::dataset::table::parts;
use crate::analytics::date::Day;

/// All that two equal rows have in common.
type Row = (u32, Day, Amount, [Option<u32>; 6]);

fn row(table: &SalesTable, index: u32) -> Option<Row> {
    let index = index as usize;
    let of = |column: Option<&Vec<u32>>| column.and_then(|values| values.get(index)).copied();
    let [product, group, source, manager] = table.extras.texts().map(|texts| texts?.ids.get(index));
    let further = [of(table.order.as_ref()), of(table.fingerprint.as_ref()), product, group, source, manager];
    Some((*table.client.get(index)?, *table.day.get(index)?, *table.amount.get(index)?, further))
}

/// A hash that is the same on every machine; the rows themselves are compared where it is equal.
fn hash(row: Row) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (client, day, amount, further) = row;
    let pair = |left: u32, right: u32| u64::from(left) << 32 | u64::from(right);
    let (further, _) = further.as_chunks::<2>();
    let further = further.iter().map(|[left, right]| pair(left.unwrap_or_default(), right.unwrap_or_default()));
    let words = [pair(client, day.0.cast_unsigned()), amount.0.cast_unsigned()].into_iter().chain(further);
    let mixed = words.fold(0_u64, |hash, word| (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR));
    mixed ^ mixed >> 32
}

/// Rows that are compared with each other at a time, about: what is known of them stays in the processor's nearer memory,
/// and takes little beside the table.
const COMPARED_ROWS: usize = 1 << 18;

/// Rows of a run, at the most, that are compared each with each.
const FEW_ROWS: usize = 8;

/// Indices of the rows that repeat one above them, in file order: of each set of equal rows all but the first.
#[must_use]
pub fn find(table: &SalesTable) -> Vec<u32> {
    if table.order_count.is_some() || table.reaches.is_some() {
        return Vec::new();
    }
    let orders = table.order.as_deref().unwrap_or_default();
    let mut repeated = Vec::new();
    if !orders.is_empty() && orders.is_sorted() {
        by_runs(table, orders, &mut repeated);
    } else if table.day.is_sorted() || table.day.is_sorted_by(|one, next| one >= next) {
        by_runs(table, &table.day, &mut repeated);
    } else {
        by_shares(table, 0..table.len(), COMPARED_ROWS, &mut repeated);
    }
    repeated
}

/// The same where a file is in the order of a column, as most are: of its orders, or of its days. Rows beyond the run of
/// those that are equal there cannot be equal.
fn by_runs<T: PartialEq>(table: &SalesTable, column: &[T], repeated: &mut Vec<u32>) {
    let mut start = 0;
    for run in column.chunk_by(T::eq) {
        let rows = start..start + run.len();
        start = rows.end;
        match run {
            [_] => {}
            few if few.len() <= FEW_ROWS => each_with_each(table, rows, repeated),
            _ => by_shares(table, rows, COMPARED_ROWS, repeated),
        }
    }
}

fn each_with_each(table: &SalesTable, rows: Range<usize>, repeated: &mut Vec<u32>) {
    let all = || rows.clone().filter_map(|index| u32::try_from(index).ok());
    let is_repeated =
        |index: &u32| all().take_while(|before| before < index).any(|before| row(table, before) == row(table, *index));
    repeated.extend(all().filter(is_repeated));
}

/// The same by shares of the clients that have `compared` rows together, if clients have equally many.
fn by_shares(table: &SalesTable, rows: Range<usize>, compared: usize, repeated: &mut Vec<u32>) {
    let shares = u32::try_from(rows.len().div_ceil(compared)).unwrap_or(u32::MAX);
    let mut firsts: HashTable<u32> = HashTable::with_capacity(rows.len().min(compared));
    let known = repeated.len();
    for share in 0..shares {
        firsts.clear();
        let is_of_share = |client: u32| shares == 1 || client % shares == share;
        parts(rows.clone()).for_each(|rows| see(table, rows, is_of_share, &mut firsts, repeated));
    }
    repeated.get_mut(known..).unwrap_or_default().sort_unstable();
}

/// Puts the rows of some clients to those that are the first of their kind, or to those that repeat one.
#[inline(never)]
fn see(
    table: &SalesTable,
    rows: Range<usize>,
    is_wanted: impl Fn(u32) -> bool,
    firsts: &mut HashTable<u32>,
    repeated: &mut Vec<u32>,
) {
    let clients = table.client.get(rows.clone()).unwrap_or_default();
    for (index, _) in rows.zip(clients).filter(|(_, client)| is_wanted(**client)) {
        let Ok(index) = u32::try_from(index) else { continue };
        let Some(this) = row(table, index) else { continue };
        let is_same = |&first: &u32| row(table, first) == Some(this);
        let entry = firsts.entry(hash(this), is_same, |&first| row(table, first).map_or(0, hash));
        match entry {
            hashbrown::hash_table::Entry::Occupied(_) => repeated.push(index),
            hashbrown::hash_table::Entry::Vacant(place) => {
                place.insert(index);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, read_all};

    #[test]
    fn only_rows_equal_in_every_cell_repeat() {
        for (file, expected) in [
            ("Client;Date;Amount\nA;2026-01-01;5\nA;2026-01-01;5\nB;2026-01-01;5\nA;2026-01-01;5.00\n", &[1, 3][..]),
            // Told apart by the product.
            ("Client;Date;Amount;Item\nA;2026-01-01;5;tea\nA;2026-01-01;5;milk\nA;2026-01-01;5;tea\n", &[2]),
            // Told apart by what is kept nowhere.
            ("Client;Date;Amount;Note\nA;2026-01-01;5;paid\nA;2026-01-01;5;\nA;2026-01-01;5;paid\n", &[2]),
            // Told apart by the time.
            ("Client;Date;Amount\nA;2026-01-01 10:00;5\nA;2026-01-01 18:30;5\n", &[]),
            // Told apart by the order.
            ("Client;Date;Amount;Order\nA;2026-01-01;5;N-1\nA;2026-01-01;5;N-2\nA;2026-01-01;5;N-1\n", &[2]),
            // Without a client, and below zero.
            ("Client;Date;Amount\n;2026-01-01;5\n;2026-01-01;5\nA;2026-01-02;-5\nA;2026-01-02;-5\n", &[1, 3]),
            // Empty cells at the end are no difference.
            ("Client;Date;Amount;Note\nA;2026-01-01;5\nA;2026-01-01;5;\nA;2026-01-01;5;x\n", &[1]),
        ] {
            let table = read_all(file.as_bytes(), &ReadOptions::default()).unwrap().table;
            assert_eq!(find(&table), expected, "{file}");
        }
    }

    /// A few equal rows here and there, in the order of none, of their days from last to first, and of their orders.
    fn tables() -> Vec<SalesTable> {
        let read = |rows: &[String]| {
            let text = format!("Client;Date;Amount;Order;Note\n{}", rows.concat());
            read_all(text.as_bytes(), &ReadOptions::default()).unwrap().table
        };
        let row = |row: u32, day: u32, order: String| {
            // Some without a client, many twice and more.
            let client = row * row % 53;
            let name = if client == 0 { String::new() } else { format!("C{client}") };
            format!("{name};2026-{:02}-{:02};{};{order};{}\n", 12 - day / 28, 28 - day % 28, row % 7, row % 3)
        };
        let table = |day: fn(u32) -> u32, order: fn(u32) -> String| {
            // Each of them twice, at least.
            read(&(0..3_000).map(|index| row(index / 2, day(index / 2), order(index))).collect::<Vec<_>>())
        };
        vec![
            table(|row| row % 300, |_| String::new()),
            table(|row| row / 5, |_| String::new()),
            table(|row| row / 150, |_| String::new()),
            table(|row| row % 300, |index| (index / 4).to_string()),
            table(|_| 0, |index| (index / 500).to_string()),
        ]
    }

    #[test]
    fn an_order_of_the_rows_changes_nothing() {
        for (index, table) in tables().iter().enumerate() {
            let rows: Vec<Row> = (0..table.len()).filter_map(|index| row(table, u32::try_from(index).ok()?)).collect();
            let is_repeated = |index: &usize| rows[..*index].contains(&rows[*index]);
            let expected: Vec<u32> =
                (0..rows.len()).filter(is_repeated).map(|index| u32::try_from(index).unwrap()).collect();
            assert!(expected.len() > 100, "table {index} has {}", expected.len());
            assert_eq!(find(table), expected, "table {index}");
        }
    }

    #[test]
    fn shares_of_clients_find_what_all_at_once_do() {
        let table = tables().swap_remove(0);
        let shares = |compared: usize| {
            let mut repeated = Vec::new();
            by_shares(&table, 0..table.len(), compared, &mut repeated);
            repeated
        };
        let all_at_once = shares(table.len());
        assert!(all_at_once.len() > 100 && all_at_once.is_sorted());
        for compared in [1, 100, 999, 2_999] {
            assert_eq!(shares(compared), all_at_once, "{compared}");
        }
    }
}
