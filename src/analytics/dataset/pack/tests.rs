use proptest::prelude::*;

use super::*;
use crate::analytics::dataset::report::Ingested;
use crate::analytics::dataset::{Names, ReadOptions, SalesTable, read_all};

fn packed(ingested: &Ingested) -> Vec<u8> {
    let mut bytes = Vec::new();
    pack(ingested, &mut |block| bytes.extend_from_slice(block));
    bytes
}

fn unpacked(pieces: &[&[u8]]) -> Result<Vec<Ingested>, PackError> {
    let mut unpacker = Unpacker::default();
    pieces.iter().try_for_each(|piece| unpacker.push(piece))?;
    unpacker.finish()
}

fn read(text: &str) -> Ingested {
    read_all(text.as_bytes(), &ReadOptions::default()).unwrap()
}

const SALES: &str = "Клиент;Дата;Сумма;Заказ\nООО «Ромашка»;10.01.2024;1 000,50;7\n;11.01.2024;3;\n\
    Ёж;12.02.2024;-0,00015;8\nЁж;31.02.2024;1;9\nИтого;;;\n";
const PLAIN: &str = "client,date,amount\nA,2024-01-01,922337203685477.5807\nB,2024-01-02,922337203685477.5807\n\
    A,1999-12-31,-1\n";

#[test]
fn what_is_opened_is_what_was_kept() {
    for text in [SALES, PLAIN] {
        let ingested = read(text);
        assert_eq!(unpacked(&[&packed(&ingested)]), Ok(vec![ingested]));
    }
}

#[test]
fn tables_of_every_kind_come_back() {
    let files = [
        "client;date;amount;product;quantity\nNorth;2024-01-10;100;Tea;2\nEast;2024-01-11;50;;\n",
        "Client;2024-01;2024-02;2024-03\nNorth;100;200;300\nSouth;10;20;30\nEast;1;2;3\n",
        "client;date;sales;returns;orders\nNorth;2024-01-10;100;5;2\nSouth;2024-01-11;50;0;1\n",
        "deal;client;stage;created;closed;amount\n1;North;won;2024-01-10;2024-02-01;100\n2;East;lost;2024-01-11;;50\n",
    ];
    let mut kinds = Vec::new();
    for text in files {
        let ingested = read(text);
        kinds.push(ingested.report.table.key());
        assert_eq!(unpacked(&[&packed(&ingested)]), Ok(vec![ingested]), "{text}");
    }
    assert_eq!(kinds, ["sales", "pivot", "daily", "deals"]);
}

#[test]
fn several_imports_follow_each_other() {
    let (first, second) = (read(SALES), read(PLAIN));
    let (mut bytes, more) = (packed(&first), packed(&second));
    bytes.extend_from_slice(&more);
    assert_eq!(unpacked(&[&bytes]), Ok(vec![first, second]));
    assert_eq!(unpacked(&[]), Ok(Vec::new()));
}

#[test]
fn long_columns_go_on_in_the_next_block() {
    let rows: u32 = 1_100_000;
    let mut ingested = read(PLAIN);
    let amounts: Vec<_> = (0..i64::from(rows)).map(crate::analytics::amount::Amount).collect();
    ingested.report.total = amounts.iter().copied().sum();
    ingested.report.rows_used = u64::from(rows);
    ingested.report.rows_read = u64::from(rows);
    ingested.table = SalesTable {
        client: (0..rows).map(|row| row % 2).collect(),
        day: (0..rows).map(|row| crate::analytics::date::Day((row % 999) as i32)).collect(),
        amount: amounts,
        fingerprint: Some((0..rows).rev().collect()),
        ..ingested.table
    };
    let mut largest = 0;
    let mut bytes = Vec::new();
    pack(&ingested, &mut |block| {
        largest = largest.max(block.len());
        bytes.extend_from_slice(block);
    });
    assert!(largest <= PAYLOAD_MAX + BEFORE_PAYLOAD + AFTER_PAYLOAD, "{largest}");
    let pieces: Vec<&[u8]> = bytes.chunks(2 << 20).collect();
    assert_eq!(unpacked(&pieces).unwrap().remove(0).table, ingested.table);
}

#[test]
fn every_changed_byte_is_found() {
    let bytes = packed(&read(SALES));
    for at in 0..bytes.len() {
        for change in [1, 0x80, 0xff] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            assert_eq!(unpacked(&[&changed]), Err(PackError::Damaged), "byte {at}");
        }
    }
}

#[test]
fn every_missing_end_is_found() {
    let bytes = packed(&read(SALES));
    for length in 1..bytes.len() {
        assert_eq!(unpacked(&[&bytes[..length]]), Err(PackError::Damaged), "{length} bytes");
    }
}

/// Blocks of `bytes`, one after another.
fn blocks(bytes: &[u8]) -> Vec<&[u8]> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = u32::from_le_bytes(rest[5..9].try_into().unwrap()) as usize;
        let (block, after) = rest.split_at(BEFORE_PAYLOAD + length + AFTER_PAYLOAD);
        found.push(block);
        rest = after;
    }
    found
}

#[test]
fn missing_doubled_and_exchanged_blocks_are_found() {
    let bytes = packed(&read(SALES));
    let all = blocks(&bytes);
    for at in 0..all.len() {
        let mut missing = all.clone();
        missing.remove(at);
        assert_eq!(unpacked(&missing), Err(PackError::Damaged), "without block {at}");
        let mut doubled = all.clone();
        doubled.insert(at, all[at]);
        assert_eq!(unpacked(&doubled), Err(PackError::Damaged), "block {at} twice");
        let mut exchanged = all.clone();
        exchanged.swap(at, (at + 1) % all.len());
        assert_eq!(unpacked(&exchanged), Err(PackError::Damaged), "block {at} exchanged");
    }
}

/// A block whose checksum is right, whatever is in it.
fn forged(tag: u8, number: u32, payload: &[u8]) -> Vec<u8> {
    let mut block = vec![tag];
    block.extend(number.to_le_bytes());
    block.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    block.extend(payload);
    let checksum = crc32fast::hash(&block);
    block.extend(checksum.to_le_bytes());
    block
}

#[test]
fn a_newer_version_is_said() {
    let mut head = MAGIC.to_vec();
    head.extend(9_u16.to_le_bytes());
    head.extend([0xee; 40]);
    assert_eq!(unpacked(&[&forged(0, 0, &head)]), Err(PackError::Newer { found: 9, known: VERSION }));
}

#[test]
fn what_does_not_belong_together_is_found() {
    type Spoil = fn(&mut Ingested);
    let cases: [(&str, Spoil); 7] = [
        ("a client without a name", |ingested| ingested.table.client[0] = 2),
        ("an order without an id", |ingested| ingested.table.order.as_mut().unwrap()[0] = u32::MAX - 1),
        ("a short column", |ingested| ingested.table.day.truncate(1)),
        ("a short column of orders", |ingested| ingested.table.order.as_mut().unwrap().truncate(1)),
        ("another sum", |ingested| ingested.table.amount[0].0 += 1),
        ("fewer rows used", |ingested| ingested.report.rows_used -= 1),
        ("rows that do not add up", |ingested| ingested.report.rows_read += 1),
    ];
    for (name, spoil) in cases {
        let mut ingested = read(SALES);
        spoil(&mut ingested);
        assert_eq!(unpacked(&[&packed(&ingested)]), Err(PackError::Damaged), "{name}");
    }
}

#[test]
fn names_are_cut_between_letters() {
    for (text, ends, is_cut) in [
        ("Ёж", vec![2, 4], true),
        ("Ёж", vec![1, 4], false),
        ("Ёж", vec![2], false),
        ("Ёж", vec![4, 2], false),
        ("Ёж", vec![0, 4, 4], true),
        ("", vec![], true),
        ("a", vec![], false),
    ] {
        assert_eq!(Names::from_parts(text.to_owned(), ends.clone()).is_some(), is_cut, "{text:?} {ends:?}");
    }
}

proptest! {
    #[test]
    fn cutting_does_not_matter(cuts in prop::collection::vec(0_usize..4_000, 0..12)) {
        let ingested = read(SALES);
        let bytes = packed(&ingested);
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).chain([0, bytes.len()]).collect();
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|ends| &bytes[ends[0]..ends[1]]).collect();
        prop_assert_eq!(unpacked(&pieces), Ok(vec![ingested]));
    }

    #[test]
    fn any_bytes_are_refused_calmly(bytes in prop::collection::vec(any::<u8>(), 1..400)) {
        prop_assert_eq!(unpacked(&[&bytes]), Err(PackError::Damaged));
    }

    #[test]
    fn any_payload_with_a_right_checksum_is_refused_calmly(
        blocks in prop::collection::vec((0_u8..13, prop::collection::vec(any::<u8>(), 0..40)), 0..12),
    ) {
        let mut bytes = blocks_of(&packed(&read(SALES)))[0].clone();
        for (number, (tag, payload)) in (1..).zip(&blocks) {
            bytes.extend(forged(*tag, number, payload));
        }
        prop_assert_eq!(unpacked(&[&bytes]), Err(PackError::Damaged));
    }

    #[test]
    fn any_sales_come_back(rows in prop::collection::vec(("[a-zа-я ]{0,6}", -9_999_i64..9_999, 1_u32..29, "[0-9]{0,3}"), 1..60)) {
        let mut text = "client;date;amount;order\n".to_owned();
        for (client, amount, day, order) in &rows {
            text.push_str(&format!("{client};2024-01-{day:02};{amount};{order}\n"));
        }
        if let Ok(ingested) = read_all(text.as_bytes(), &ReadOptions::default()) {
            prop_assert_eq!(unpacked(&[&packed(&ingested)]), Ok(vec![ingested]));
        }
    }
}

fn blocks_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    blocks(bytes).into_iter().map(<[u8]>::to_vec).collect()
}
