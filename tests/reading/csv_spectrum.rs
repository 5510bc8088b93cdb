//! The record reader against csv-spectrum: what each file holds, by its own JSON.

use clientfolio::analytics::dataset::ReadError;
use clientfolio::analytics::dataset::records::{Record, RecordReader};
use serde_json::{Map, Value};

use crate::support::fixture;

/// Records of a text that is given to the reader in pieces of `piece_chars`.
fn records(text: &str, piece_chars: usize) -> Result<Vec<Vec<String>>, ReadError> {
    let mut records = Vec::new();
    let mut give = |record: Record<'_>| {
        records.push(record.iter().map(str::to_owned).collect());
        Ok(())
    };
    let mut reader = RecordReader::new(b',', false);
    let characters: Vec<char> = text.chars().collect();
    for piece in characters.chunks(piece_chars) {
        reader.push(&piece.iter().collect::<String>(), &mut give)?;
    }
    reader.finish(&mut give)?;
    Ok(records)
}

#[test]
fn files_hold_what_their_json_says() {
    let names = [
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8",
    ];
    for name in names {
        let text = String::from_utf8(fixture(&format!("csv_spectrum/{name}.csv"))).expect("UTF-8");
        let json = fixture(&format!("csv_spectrum/{name}.json"));
        let expected: Vec<Map<String, Value>> = serde_json::from_slice(&json).expect("rows");
        for piece_chars in [1, 2, 5, 1_000] {
            let records = records(&text, piece_chars).expect("records");
            let (header, rows) = records.split_first().expect("a header");
            let rows: Vec<Map<String, Value>> = rows
                .iter()
                .map(|row| {
                    assert_eq!(row.len(), header.len(), "{name}: {row:?}");
                    header.iter().cloned().zip(row.iter().cloned().map(Value::String)).collect()
                })
                .collect();
            assert_eq!(rows, expected, "{name} in pieces of {piece_chars}");
        }
    }
}

#[test]
fn a_quote_inside_a_plain_cell_is_text() {
    let text = String::from_utf8(fixture("csv_spectrum/location_coordinates.csv")).expect("UTF-8");
    let expected = [
        ["Contact Phone Number", "Location Coordinates", "Cities", "Counties"],
        ["2095257564", "37\u{fffd}36'37.8\"N 121\u{fffd}2'17.9\"W", "Modesto", "Stanislaus"],
    ];
    assert_eq!(records(&text, 3).expect("records"), expected);
}
