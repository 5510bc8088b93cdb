//! Records read as wholes and cut anywhere; the scan against the reader that goes character by character.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

type Rows = Vec<(u64, Vec<String>)>;

fn read(text: &str, piece_chars: usize, backslash_escapes: bool) -> Result<Rows, ReadError> {
    let mut reader = RecordReader::new(b';', backslash_escapes);
    let mut rows = Rows::new();
    let mut give = |record: Record<'_>| {
        rows.push((record.line, record.iter().map(str::to_owned).collect()));
        Ok(())
    };
    let characters: Vec<char> = text.chars().collect();
    for piece in characters.chunks(piece_chars) {
        reader.push(&piece.iter().collect::<String>(), &mut give)?;
    }
    reader.finish(&mut give)?;
    Ok(rows)
}

fn check(text: &str, expected: &[(u64, &[&str])]) {
    let expected: Rows =
        expected.iter().map(|(line, cells)| (*line, cells.iter().map(|&cell| cell.to_owned()).collect())).collect();
    for piece_chars in [1, 2, 3, 7, 1_000] {
        assert_eq!(read(text, piece_chars, false).as_ref(), Ok(&expected), "{text:?} in pieces of {piece_chars}");
    }
}

#[test]
fn cells_and_lines() {
    check("a;b\nc;d\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    check("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    check("a;\n;b\n;\n", &[(1, &["a", ""]), (2, &["", "b"]), (3, &["", ""])]);
    check("", &[]);
    check("\n", &[(1, &[])]);
}

#[test]
fn every_kind_of_line_end_counts_once() {
    check("a\r\nb\rc\nd\r\n\r\ne", &[(1, &["a"]), (2, &["b"]), (3, &["c"]), (4, &["d"]), (5, &[]), (6, &["e"])]);
    check("\r\r\na", &[(1, &[]), (2, &[]), (3, &["a"])]);
}

#[test]
fn quotes() {
    check("\"a;b\";c\n", &[(1, &["a;b", "c"])]);
    check("\"ООО \"\"Ромашка\"\"\";1\n", &[(1, &["ООО \"Ромашка\"", "1"])]);
    check("\"a\nb\r\nc\";1\nd;2\n", &[(1, &["a\nb\r\nc", "1"]), (4, &["d", "2"])]);
    check("\"\";\"\"\n", &[(1, &["", ""])]);
    check("\"a\"", &[(1, &["a"])]);
    check("a;  \"b;c\"\n", &[(1, &["a", "b;c"])]);
    check(" ;a\n", &[(1, &[" ", "a"])]);
}

#[test]
fn stray_quotes_are_text() {
    check("ООО \"Ромашка\";1\n", &[(1, &["ООО \"Ромашка\"", "1"])]);
    check("\"a\"b;1\nc;2\n", &[(1, &["ab", "1"]), (2, &["c", "2"])]);
    check("2\";3\n", &[(1, &["2\"", "3"])]);
}

#[test]
fn backslashes_by_choice() {
    let text = "\"a\\\"b\\\\\";c\\d\n";
    assert_eq!(read(text, 3, true), Ok(vec![(1, vec!["a\"b\\".to_owned(), "c\\d".to_owned()])]));
    check("\"a\\\\\";c\n", &[(1, &["a\\\\", "c"])]);
}

#[test]
fn an_unclosed_quote_is_named_by_its_line() {
    for piece_chars in [1, 5, 1_000] {
        let result = read("a;b\nc;\"d\ne;f\n", piece_chars, false);
        assert_eq!(result, Err(ReadError::UnclosedQuote { line: 2 }));
    }
}

#[test]
fn limits() {
    let long = format!("a;b\nc;\"{}\n", "x".repeat(CELL_BYTES_MAX + 1));
    let too_long = ReadError::CellTooLong { line: 2, bytes_max: CELL_BYTES_MAX as u64 };
    assert_eq!(read(&long, 1 << 16, false), Err(too_long));
    let wide = ";".repeat(COLUMNS_MAX);
    let too_many = ReadError::TooManyColumns { line: 1, columns_max: COLUMNS_MAX as u64 };
    assert_eq!(read(&wide, 100, false), Err(too_many));
}

/// What a reader makes of a text cut at the given places, and how it ends.
type Outcome = (Rows, Result<(), ReadError>);

fn outcome(read: impl FnOnce(&mut dyn FnMut(Record<'_>) -> Result<(), ReadError>) -> Result<(), ReadError>) -> Outcome {
    let mut rows = Rows::new();
    let result = read(&mut |record| {
        assert_eq!(record.len(), record.iter().count());
        assert!((0..record.len()).all(|index| record.get(index) == record.iter().nth(index)));
        rows.push((record.line, record.iter().map(str::to_owned).collect()));
        Ok(())
    });
    (rows, result)
}

/// The oracle: the whole text, character by character.
fn read_leniently(text: &str, separator: u8, backslash_escapes: bool) -> Outcome {
    outcome(|mut give| {
        let mut reader = LenientReader::new(separator, backslash_escapes);
        let mut rest = text;
        while !rest.is_empty() {
            rest = &rest[reader.push_record(rest, &mut give)?..];
        }
        reader.finish(&mut give)
    })
}

fn read_in_pieces(text: &str, lengths: &[usize], separator: u8, backslash_escapes: bool) -> Outcome {
    outcome(|mut give| {
        let mut reader = RecordReader::new(separator, backslash_escapes);
        let mut rest = text;
        for length in lengths.iter().copied().cycle() {
            let (piece, after) = rest.split_at(rest.ceil_char_boundary(length));
            reader.push(piece, &mut give)?;
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        reader.finish(&mut give)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_scan_reads_what_the_lenient_reader_reads(
        parts in vec(
            prop_oneof![
                6 => select([
                    "a", "Ромашка", ";", ";", ",", "\t", "|", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "\"a;b\"",
                    "\"ООО \"\"Вега\"\"\"", "\"\r\n\"", " ", "  \"", "\\", "\\\"", "\0", "\u{b}", "\u{1f}", "🎄", "\u{a0}",
                ].as_slice()).prop_map(str::to_owned),
                1 => "[a-zё ]{1,90}",
                1 => "\"[a-zё;\n ]{1,90}\"",
            ],
            0..60,
        ),
        lengths in vec(prop_oneof![1..=4_usize, 1..=200_usize], 1..6),
        separator in select([b';', b',', b'\t', b'|'].as_slice()),
        backslash_escapes in prop::bool::weighted(0.2),
    ) {
        let text = parts.concat();
        let expected = read_leniently(&text, separator, backslash_escapes);
        prop_assert_eq!(&read_in_pieces(&text, &lengths, separator, backslash_escapes), &expected);
        prop_assert_eq!(&read_in_pieces(&text, &[text.len().max(1)], separator, backslash_escapes), &expected);
    }
}

#[test]
fn limits_are_the_same_in_both_readers() {
    let long = "x".repeat(CELL_BYTES_MAX - 1);
    for cell in ["", "x", "xx"].map(|end| format!("{long}{end}")) {
        for text in [format!("a;b\n{cell};c\n"), format!("a;\"{cell}\"\nb"), format!("\"\"\"{cell}\";a\n")] {
            let expected = read_leniently(&text, b';', false);
            for lengths in [[text.len()], [1 << 18]] {
                assert!(read_in_pieces(&text, &lengths, b';', false) == expected, "{} bytes", text.len());
            }
        }
    }
    for columns in [COLUMNS_MAX - 1, COLUMNS_MAX, COLUMNS_MAX + 1] {
        let text = format!("a;b\n{}\n", ";".repeat(columns));
        assert_eq!(read_in_pieces(&text, &[97], b';', false), read_leniently(&text, b';', false), "{columns}");
    }
}
