//! Points 1–5: from bytes to text.

use clientfolio::analytics::dataset::{Encoding, ReadOptions, Reason, inspect};

use super::{bytes, read, read_bytes, read_with};
use crate::support::{encode, sales, set_aside};

/// The rows of most files here.
const TWO: [&str; 2] = ["Щука | 2026-02-01 | 10.5000", "Ёж | 2026-02-15 | 20.0000"];

#[test]
fn point_01_mark_of_utf8() {
    // A mark before a quote makes the quote a letter for readers that do not take it off, and its `;` a separator.
    let ingested = read("01_mark_and_quotes.csv");
    assert_eq!(ingested.report.headers, ["Клиент; он же покупатель", "Дата", "Сумма"]);
    assert_eq!(sales(&ingested), ["Ромашка | 2026-02-01 | 10.5000"]);
}

#[test]
fn point_02_utf16_with_and_without_mark() {
    let russian = "№\tКлиент\tДата\tСумма\r\n1\tЩука\t01.02.2026\t10,50\r\n2\tЁж\t15.02.2026\t20,00\r\n";
    let english = "Client\tDate\tAmount\r\nNord\t2026-02-01\t10.50\r\nSud\t2026-02-15\t20.00\r\n";
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        for mark in ["\u{feff}", ""] {
            let name = format!("{} {mark:?}", encoding.name());
            let ingested = read_bytes(&name, &encode(&format!("{mark}{russian}"), encoding), &ReadOptions::default());
            assert_eq!(
                (ingested.report.encoding, sales(&ingested)),
                (encoding, TWO.map(str::to_owned).to_vec()),
                "{name}"
            );
            // Latin letters leave every second byte zero, Russian ones only those of spaces and digits.
            let ingested = read_bytes(&name, &encode(&format!("{mark}{english}"), encoding), &ReadOptions::default());
            assert_eq!(sales(&ingested), ["Nord | 2026-02-01 | 10.5000", "Sud | 2026-02-15 | 20.0000"], "{name}");
        }
    }
}

#[test]
fn point_03_windows_1251_and_the_choice_of_another() {
    let name = "03_windows_1251.csv";
    let ingested = read(name);
    assert_eq!((ingested.report.encoding, ingested.report.undecodable), (Encoding::Windows1251, 0));
    assert_eq!(sales(&ingested), TWO);
    // What is guessed can be overridden, and each choice shows other letters.
    let file = bytes(name);
    let seen = inspect(&file, file.len() as u64, &ReadOptions::default()).expect("a table");
    assert_eq!(seen.encoding, Encoding::Windows1251);
    let headers = [Encoding::Windows1251, Encoding::Cp866, Encoding::Koi8R].map(|encoding| {
        let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
        inspect(&file, file.len() as u64, &options).expect("a table").columns[1].name.clone()
    });
    assert_eq!(headers[0], "Клиент");
    assert!(headers[1] != headers[0] && headers[2] != headers[0] && headers[1] != headers[2], "{headers:?}");
    // snipe-it #16518: "München" in Western Windows becomes "Mьnchen"; it is told by its place, and that it is a guess.
    let western = b"Client;Date;Amount\nM\xfcnchen;2026-02-01;10.50\n";
    let seen = inspect(western, western.len() as u64, &ReadOptions::default()).expect("a table");
    assert_eq!((seen.encoding, seen.encoding_certain), (Encoding::Windows1252, false));
    let western = read_bytes("Western Windows", western, &ReadOptions::default());
    assert_eq!(western.table.client_names.get(0), Some("München"));
}

#[test]
fn point_04_cp866_and_koi8r() {
    for (name, encoding) in [("04_cp866.csv", Encoding::Cp866), ("04_koi8r.csv", Encoding::Koi8R)] {
        for chosen in [None, Some(encoding)] {
            let ingested = read_with(name, &ReadOptions { encoding: chosen, ..ReadOptions::default() });
            assert_eq!(
                (ingested.report.encoding, sales(&ingested)),
                (encoding, TWO.map(str::to_owned).to_vec()),
                "{name}"
            );
        }
    }
}

#[test]
fn point_05_bytes_of_another_encoding() {
    // UTF-8 into which one line of windows-1251 was pasted: four letters that are none.
    let ingested = read("05_mixed_bytes.csv");
    assert_eq!((ingested.report.encoding, ingested.report.undecodable), (Encoding::Utf8, 4));
    assert_eq!(ingested.report.undecodable_lines, [5]);
    assert_eq!(sales(&ingested)[3..], ["���� | 2026-02-02 | 7.0000", "Вега | 2026-02-15 | 20.0000"]);
    assert_eq!(set_aside(&ingested), Vec::<(Reason, Vec<u64>)>::new());
}
