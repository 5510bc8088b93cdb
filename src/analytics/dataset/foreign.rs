//! Files that are no table of text, told by their first bytes.

use super::report::ForeignKind;

/// Signs at the very beginning of a file.
const SIGNS: [(&[u8], ForeignKind); 11] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ForeignKind::OldWorkbook),
    (b"\x89PNG", ForeignKind::Image),
    (b"\xff\xd8\xff", ForeignKind::Image),
    (b"GIF8", ForeignKind::Image),
    (b"BM\x36", ForeignKind::Image),
    (b"II*\0", ForeignKind::Image),
    (b"%PDF", ForeignKind::Pdf),
    (b"\x1f\x8b", ForeignKind::Archive),
    (b"Rar!", ForeignKind::Archive),
    (b"7z\xbc\xaf", ForeignKind::Archive),
    (b"SQLite format 3\0", ForeignKind::Binary),
];

/// Names inside a ZIP archive that make it a workbook.
const WORKBOOK_PARTS: [&[u8]; 4] = [b"[Content_Types].xml", b"_rels/.rels", b"xl/", b"opendocument.spreadsheet"];

/// Control characters that a table may hold by accident, in a name pasted from elsewhere.
const STRAY_CONTROLS_MAX: usize = 8;

/// What a file that begins with `head` is, if that is no table of text.
#[must_use]
pub fn recognise(head: &[u8]) -> Option<ForeignKind> {
    if let Some((_, kind)) = SIGNS.into_iter().find(|(sign, _)| head.starts_with(sign)) {
        return Some(kind);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        let has = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
        let is_workbook = WORKBOOK_PARTS.into_iter().any(has);
        return Some(if is_workbook { ForeignKind::Workbook } else { ForeignKind::Archive });
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(ForeignKind::Image);
    }
    is_html(head).then_some(ForeignKind::Html)
}

/// A web page, as 1C and some CRMs save under the name of a workbook.
fn is_html(head: &[u8]) -> bool {
    // Without the zeros of UTF-16.
    let bytes = head.iter().filter(|byte| **byte != 0).take(1_024);
    let begin: String = bytes.map(|&byte| char::from(byte).to_ascii_lowercase()).collect();
    let text = begin.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    ["<!doctype html", "<html", "<table", "<meta", "<?xml", "<workbook", "mime-version:"]
        .iter()
        .any(|tag| text.starts_with(tag))
}

/// Whether decoded text holds more control characters than text does: one in a hundred, and not merely a stray few.
#[must_use]
pub fn is_binary(text: &str) -> bool {
    let is_control = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let controls = text.chars().filter(is_control).count();
    controls > STRAY_CONTROLS_MAX && controls * 100 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell() {
        let cases: [(&[u8], Option<ForeignKind>); 10] = [
            (b"PK\x03\x04....[Content_Types].xml", Some(ForeignKind::Workbook)),
            (b"PK\x03\x04....sales.csv", Some(ForeignKind::Archive)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(ForeignKind::OldWorkbook)),
            (b"\x89PNG\r\n\x1a\n", Some(ForeignKind::Image)),
            (b"RIFF....WEBPVP8 ", Some(ForeignKind::Image)),
            (b"%PDF-1.7", Some(ForeignKind::Pdf)),
            (b"\xef\xbb\xbf\n <TABLE border=1>", Some(ForeignKind::Html)),
            (b"\xef\xbb\xbf\n<Workbook xmlns=\"urn:x\">", Some(ForeignKind::Html)),
            (b"client;date;amount\n", None),
            (b"", None),
        ];
        for (head, kind) in cases {
            assert_eq!(recognise(head), kind, "{head:?}");
        }
    }

    #[test]
    fn control_characters_make_it_binary() {
        assert!(!is_binary("дата;клиент\r\n\t1"));
        assert!(!is_binary("a\0b"));
        assert!(is_binary(&"a\0b\u{1}c".repeat(5)));
    }
}
