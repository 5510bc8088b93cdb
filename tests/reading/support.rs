//! What the tests of reading share.

use std::path::{Path, PathBuf};

use clientfolio::analytics::amount::Sum;
use clientfolio::analytics::dataset::{
    Encoding, Finished, Importer, Ingested, LeftOutReason, ReadError, ReadOptions, Reason, SalesTable, TableKind,
    read_all,
};

/// Bytes of a file in `tests/fixtures/reading`.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reading").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folder of larger files, which is not part of the project; tests of them pass where it is missing.
pub fn data_folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    folder.is_dir().then_some(folder)
}

/// Bytes of a file in the folder of larger files.
pub fn data(name: &str) -> Option<Vec<u8>> {
    std::fs::read(data_folder()?.join(name)).ok()
}

/// Reads a text in UTF-8 without any decision of a user's.
pub fn read(text: &str) -> Result<Ingested, ReadError> {
    read_all(text.as_bytes(), &ReadOptions::default())
}

/// Reads a text, and checks the account and that pieces change nothing.
pub fn read_whole(text: &str) -> Ingested {
    let ingested = read(text).unwrap_or_else(|error| panic!("{text}\n{error}"));
    check_account(&ingested, text);
    for length in [1, 7] {
        let pieces = read_in_pieces(text.as_bytes(), &[length], &ReadOptions::default()).expect("a table");
        assert_eq!(pieces, ingested, "in pieces of {length}");
    }
    ingested
}

/// Reads bytes in pieces of the given lengths, taken in turn.
pub fn read_in_pieces(bytes: &[u8], lengths: &[usize], options: &ReadOptions) -> Result<Ingested, ReadError> {
    let mut options = options.clone();
    // Each reading settles a question, and there are three: encoding, decimal mark, order of day and month.
    for _ in 0..4 {
        let mut importer = Importer::new(&options, bytes.len() as u64);
        let mut rest = bytes;
        for length in lengths.iter().copied().cycle() {
            let (piece, after) = rest.split_at(length.min(rest.len()));
            importer.push(piece)?;
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        match importer.finish()? {
            Finished::Ingested(ingested) => return Ok(*ingested),
            Finished::ReadAgain(corrected) => options = *corrected,
        }
    }
    panic!("the importer asks to be fed again and again");
}

/// `client | day | amount` of each sale, in file order; `-` where no client is named.
pub fn sales(ingested: &Ingested) -> Vec<String> {
    let table = &ingested.table;
    let client = |id: u32| if id == SalesTable::NO_CLIENT { "-" } else { table.client_names.get(id).expect("a name") };
    let rows = table.client.iter().zip(&table.day).zip(&table.amount);
    rows.map(|((&id, day), amount)| format!("{} | {day} | {amount}", client(id))).collect()
}

/// Reasons and lines of the rows set aside.
pub fn set_aside(ingested: &Ingested) -> Vec<(Reason, Vec<u64>)> {
    ingested.report.set_aside.iter().map(|group| (group.reason, group.lines.clone())).collect()
}

/// Rows, used rows and their sum where no client is named.
pub fn without_client(ingested: &Ingested) -> (u64, String) {
    let group = ingested.report.left_out.iter().find(|group| group.reason == LeftOutReason::WithoutClient);
    let group = group.expect("rows without client are always told");
    (group.rows, group.amount.to_string())
}

/// Fails unless every row is accounted for and the report agrees with the table.
pub fn check_account(ingested: &Ingested, file: &str) {
    let Ingested { table, report, .. } = ingested;
    assert_eq!(report.rows_read, report.rows_used + report.rows_set_aside, "{file}: rows read");
    let groups: u64 = report.set_aside.iter().map(|group| group.rows).sum();
    assert_eq!(groups, report.rows_set_aside, "{file}: rows set aside");
    assert!(report.set_aside.windows(2).all(|pair| pair[0].reason < pair[1].reason), "{file}: order of reasons");
    for group in &report.set_aside {
        assert!(!group.lines.is_empty() && group.lines.len() as u64 <= group.rows, "{file}: lines");
        assert!(group.lines.windows(2).all(|pair| pair[0] < pair[1]), "{file}: order of lines");
    }
    // A row of another kind is no sale, or several.
    if report.table != TableKind::Sales {
        return;
    }
    let used = usize::try_from(report.rows_used).expect("a table in memory");
    assert_eq!(table.len(), used, "{file}: amounts");
    assert_eq!((table.client.len(), table.day.len()), (used, used), "{file}: clients and days");
    assert!(table.order.as_ref().is_none_or(|order| order.len() == used), "{file}: orders");
    assert_eq!(table.amount.iter().copied().sum::<Sum>(), report.total, "{file}: total");
    assert_eq!(table.client_names.len() as u64, report.clients, "{file}: clients");
    let nobody = table.client.iter().filter(|&&id| id == SalesTable::NO_CLIENT).count() as u64;
    assert_eq!(nobody, without_client(ingested).0, "{file}: rows without client");
    let known = |&&id: &&u32| id != SalesTable::NO_CLIENT;
    assert!(table.client.iter().filter(known).all(|&id| table.client_names.get(id).is_some()), "{file}: names");
    assert_eq!(table.day.iter().min().copied(), report.first, "{file}: first day");
    assert_eq!(table.day.iter().max().copied(), report.last, "{file}: last day");
}

/// `text` in an encoding, without a mark at its beginning; characters that the encoding lacks become `?`.
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let page = match encoding {
        Encoding::Utf8 => return text.as_bytes().to_vec(),
        Encoding::Utf16Le => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => return text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1251 => encoding_rs::WINDOWS_1251,
        Encoding::Cp866 => encoding_rs::IBM866,
        Encoding::Koi8R => encoding_rs::KOI8_R,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    let (bytes, _, unknown) = page.encode(text);
    assert!(!unknown, "{text:?} is not to be written in {}", encoding.name());
    bytes.into_owned()
}
