//! Bytes that nobody would write: files of every kind, spoilt at random. Whatever comes of them, no reader panics, no
//! row is lost, nothing grows beyond the file, and a look at a file promises what the reading does.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use clientfolio::analytics::dataset::pack::{Unpacker, pack};
use clientfolio::analytics::dataset::{HEAD_BYTES, Ingested, ReadOptions, TableKind, inspect, read_all};
use clientfolio::analytics::workbook::{self, Pick};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::{check_account, read_in_pieces};

/// No small file takes so long, however slow the machine and the build.
const LONG: Duration = Duration::from_secs(20);
/// Text that is worth reading after a workbook gave it; some sheets are long and empty.
const TEXT_BYTES_MAX: usize = 1 << 18;

/// Files to begin with, in order of their names.
fn seeds(folders: &[&str]) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = |folder: &&str| {
        let mut paths: Vec<_> = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.into_iter().filter(|path| path.is_file()).map(|path| fs::read(path).unwrap()).collect::<Vec<_>>()
    };
    folders.iter().flat_map(files).collect()
}

static TEXTS: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| seeds(&["reading", "reading/checklist", "reading/hostile", "reading/kinds"]));
static BOOKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| seeds(&["workbooks", "reading/hostile"]));

/// One way to spoil a file.
#[derive(Clone, Debug)]
enum Spoil {
    /// Another bit at a place.
    Flip(Index, u8),
    /// Nothing from a place on.
    Truncate(Index),
    /// Nothing between two places.
    Remove(Index, Index),
    /// What stands between two places, once more.
    Double(Index, Index),
    /// Something that means something, at a place.
    Insert(Index, &'static [u8]),
    /// From a place on, the end of another file.
    Splice(Index, Index, Index),
}

const TOKENS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b";",
    b",",
    b"\t",
    b"|",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xd0",
    b"sep=,\n",
    b"\\",
    b"99999999999999999999999",
    b"1e308",
    b"-",
    b"(",
    b"31.02.2026",
    b"2026-02",
    b"Q1 2026",
    b"0000-00-00",
    b"45000",
    b"%",
    b"$",
    "₽".as_bytes(),
    "Итого".as_bytes(),
    "Клиент;Дата;Сумма\n".as_bytes(),
    "\u{202f}".as_bytes(),
    b"<table>",
    b"</table>",
    b"<td colspan=99999>",
    b"rowspan=65535 ",
    b"&#x10ffff;",
    b"ss:Index=\"1048576\" ",
    b"<!--",
    b"]]>",
    b"\r\n--b\r\n",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
];

fn spoil() -> impl Strategy<Value = Spoil> {
    prop_oneof![
        4 => (any::<Index>(), 0..8_u8).prop_map(|(at, bit)| Spoil::Flip(at, bit)),
        1 => any::<Index>().prop_map(Spoil::Truncate),
        2 => any::<(Index, Index)>().prop_map(|(from, to)| Spoil::Remove(from, to)),
        2 => any::<(Index, Index)>().prop_map(|(from, to)| Spoil::Double(from, to)),
        4 => (any::<Index>(), select(TOKENS)).prop_map(|(at, token)| Spoil::Insert(at, token)),
        1 => any::<(Index, Index, Index)>().prop_map(|(at, other, from)| Spoil::Splice(at, other, from)),
    ]
}

/// A file of `seeds`, spoilt.
fn spoilt(seeds: &[Vec<u8>], seed: Index, spoils: &[Spoil]) -> Vec<u8> {
    let mut bytes = seeds[seed.index(seeds.len())].clone();
    for spoil in spoils {
        let place = |index: &Index| index.index(bytes.len() + 1);
        // Short pieces only: many doublings must stay a small file.
        let range = |from: &Index, to: &Index| place(from)..(place(from) + to.index(64)).min(bytes.len());
        match spoil {
            Spoil::Flip(at, bit) => {
                let at = place(at);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << bit;
                }
            }
            Spoil::Truncate(at) => bytes.truncate(place(at)),
            Spoil::Remove(from, to) => drop(bytes.drain(range(from, to))),
            Spoil::Double(from, to) => {
                let range = range(from, to);
                let piece = bytes[range.clone()].to_vec();
                bytes.splice(range.start..range.start, piece);
            }
            Spoil::Insert(at, token) => drop(bytes.splice(place(at)..place(at), token.iter().copied())),
            Spoil::Splice(at, other, from) => {
                let other = &seeds[other.index(seeds.len())];
                bytes.truncate(place(at));
                bytes.extend(&other[from.index(other.len() + 1)..]);
            }
        }
    }
    bytes
}

/// Fails unless a reading of `bytes` holds what every reading holds.
fn check(bytes: &[u8], options: &ReadOptions, length: usize) -> Option<Ingested> {
    let begun = Instant::now();
    let whole = read_all(bytes, options);
    assert_eq!(read_in_pieces(bytes, &[length], options), whole, "cut in pieces of {length}");
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let seen = inspect(head, bytes.len() as u64, options);
    assert!(begun.elapsed() < LONG, "{} bytes take {:?}", bytes.len(), begun.elapsed());
    let Ok(ingested) = whole else { return None };
    check_account(&ingested, "spoilt");
    let report = &ingested.report;
    // A row has a line end or is the last one, and a pivot table a sale a cell.
    assert!(
        report.rows_read <= bytes.len() as u64 + 1 && ingested.table.len() <= bytes.len() + 1,
        "more than the file"
    );
    assert!(report.set_aside_rows.len() as u64 <= report.rows_set_aside);
    let seen = seen.unwrap_or_else(|error| panic!("read, and not to be looked at: {error}"));
    assert_eq!((seen.table, seen.separator, seen.header_line), (report.table, report.separator, report.header_line));
    assert_eq!(seen.mapping, report.mapping);
    Some(ingested)
}

/// Opens what was kept, in pieces.
fn open(kept: &[u8], length: usize) -> Option<Vec<Ingested>> {
    let mut unpacker = Unpacker::default();
    kept.chunks(length).try_for_each(|piece| unpacker.push(piece)).ok()?;
    unpacker.finish().ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_tables_of_every_kind(
        seed: Index,
        spoils in vec(spoil(), 0..12),
        kind in select([None, None].into_iter().chain(TableKind::ALL.map(Some)).collect::<Vec<_>>()),
        backslash_escapes in prop::bool::weighted(0.1),
        keep_total_rows in prop::bool::weighted(0.1),
        header_line in prop::option::weighted(0.1, 1..12_u64),
        length in 1..300_usize,
    ) {
        let bytes = spoilt(&TEXTS, seed, &spoils);
        let options =
            ReadOptions { table: kind, backslash_escapes, keep_total_rows, header_line, ..ReadOptions::default() };
        check(&bytes, &options, length);
    }

    #[test]
    fn bytes_at_random_as_every_kind(
        bytes in vec(prop_oneof![any::<u8>(), select(b"\n\n;;,\"\t 0123456789.-/abc\xd0\x90".as_slice())], 0..600),
        kind in select(TableKind::ALL.as_slice()),
        length in 1..300_usize,
    ) {
        check(&bytes, &ReadOptions { table: Some(kind), ..ReadOptions::default() }, length);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_workbooks(seed: Index, spoils in vec(spoil(), 0..8), sheet in prop::option::weighted(0.3, 0..4_usize)) {
        let bytes = spoilt(&BOOKS, seed, &spoils);
        let begun = Instant::now();
        let (mut text, mut given) = (Vec::new(), 0);
        let pick = sheet.map_or(Pick::First, Pick::At);
        let book = workbook::convert(bytes, &pick, &mut |piece| {
            given += piece.len();
            if given <= TEXT_BYTES_MAX {
                text.extend_from_slice(piece);
            }
        });
        prop_assert!(begun.elapsed() < LONG, "{:?}", begun.elapsed());
        if book.is_ok() && given <= TEXT_BYTES_MAX {
            check(&text, &workbook::read_options(), 211);
        }
    }

    #[test]
    fn spoilt_tables_that_were_kept(seed: Index, spoils in vec(spoil(), 1..4), length in 1..300_usize) {
        let bytes = &TEXTS[seed.index(TEXTS.len())];
        let Ok(ingested) = read_all(bytes, &ReadOptions::default()) else { return Ok(()) };
        let mut kept = Vec::new();
        pack(&ingested, &mut |piece| kept.extend_from_slice(piece));
        let opened = open(&kept, length).expect("what was kept");
        prop_assert_eq!(opened.as_slice(), std::slice::from_ref(&ingested));
        let spoilt = spoilt(std::slice::from_ref(&kept), seed, &spoils);
        // Damage is found; what is not damaged, or put together of whole imports, is what was kept.
        for opened in open(&spoilt, length).unwrap_or_default() {
            prop_assert_eq!(&opened, &ingested);
        }
    }
}
