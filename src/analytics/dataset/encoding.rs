//! Encodings: turning bytes into text in pieces, and telling them apart ([`detect`]).
//!
//! A piece may end anywhere, also inside a character.
//!
//! Own tables of three code pages instead of a library: the ones that know these know a hundred more, at 160 kB.
//! The tests hold them against `encoding_rs`.

mod detect;

pub use detect::{Detected, detect};

use super::plan::Encoding;

/// Bytes at the end that begin a character of UTF-8 and do not end it.
fn unfinished(bytes: &[u8]) -> usize {
    let last = bytes.iter().rev().take(3);
    let begun = last.zip(1..).find(|&(byte, _)| byte & 0b1100_0000 != 0b1000_0000);
    begun.filter(|&(byte, length)| length < byte.leading_ones() as usize).map_or(0, |(_, length)| length)
}

/// Turns the bytes of a file into text, piece by piece.
#[derive(Debug)]
pub struct Decoder {
    encoding: Encoding,
    /// Bytes of a character that is not whole yet.
    pending: Vec<u8>,
    /// First half of a character of two UTF-16 units.
    high_surrogate: Option<u16>,
    /// Nothing has been decoded yet, so that a byte order mark may come.
    at_start: bool,
    undecodable: u64,
    /// Text of UTF-16.
    text: String,
    /// Text of a code page, as bytes of UTF-8.
    bytes: Vec<u8>,
    page: Option<Box<CodePage>>,
}

impl Decoder {
    /// A decoder at the beginning of a file.
    #[must_use]
    pub const fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            pending: Vec::new(),
            high_surrogate: None,
            at_start: true,
            undecodable: 0,
            text: String::new(),
            bytes: Vec::new(),
            page: None,
        }
    }

    /// Places that are no text in this encoding; each was given out as U+FFFD.
    #[must_use]
    pub const fn undecodable(&self) -> u64 {
        self.undecodable
    }

    /// Decodes a piece and gives its text out, in one or more parts.
    ///
    /// # Errors
    /// Those of `give`, at once.
    pub fn push<E>(&mut self, piece: &[u8], give: &mut impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        match self.encoding {
            Encoding::Utf8 => self.push_utf8(piece, give),
            Encoding::Utf16Le => self.push_utf16(piece, u16::from_le_bytes, give),
            Encoding::Utf16Be => self.push_utf16(piece, u16::from_be_bytes, give),
            Encoding::Windows1251 => self.push_code_page(piece, &WINDOWS_1251, give),
            Encoding::Cp866 => self.push_code_page(piece, &CP866, give),
            Encoding::Koi8R => self.push_code_page(piece, &KOI8_R, give),
            Encoding::Windows1252 => self.push_code_page(piece, &WINDOWS_1252, give),
        }
    }

    /// Ends the file: a character that is not whole is undecodable.
    ///
    /// # Errors
    /// Those of `give`.
    pub fn finish<E>(&mut self, give: &mut impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        if self.pending.is_empty() && self.high_surrogate.is_none() {
            return Ok(());
        }
        self.pending.clear();
        self.high_surrogate = None;
        self.undecodable += 1;
        give(REPLACEMENT)
    }

    fn push_utf8<E>(&mut self, piece: &[u8], give: &mut impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        let mut rest = piece;
        // A character that began in the piece before: one byte at a time, at most three.
        while !self.pending.is_empty() {
            let Some((&next, after)) = rest.split_first() else { return Ok(()) };
            self.pending.push(next);
            match std::str::from_utf8(&self.pending) {
                Ok(_) => {
                    let whole = std::mem::take(&mut self.pending);
                    self.give_whole(&String::from_utf8_lossy(&whole), give)?;
                    rest = after;
                }
                Err(error) if error.error_len().is_none() => rest = after,
                Err(_) => {
                    // The new byte does not belong to the unfinished character; it is looked at again by itself.
                    self.pending.clear();
                    self.undecodable += 1;
                    self.at_start = false;
                    give(REPLACEMENT)?;
                }
            }
        }
        // Most pieces are whole but for a character that is cut at their end, and are then gone through once.
        let (whole, cut) = rest.split_at(rest.len() - unfinished(rest));
        if let Ok(text) = simdutf8::basic::from_utf8(whole) {
            self.pending.extend_from_slice(cut);
            return self.give_whole(text, give);
        }
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => return self.give_whole(text, give),
                Err(error) => {
                    let (valid, after) = rest.split_at_checked(error.valid_up_to()).unwrap_or_default();
                    self.give_whole(std::str::from_utf8(valid).unwrap_or_default(), give)?;
                    let Some(length) = error.error_len() else {
                        self.pending.extend_from_slice(after);
                        return Ok(());
                    };
                    self.undecodable += 1;
                    self.at_start = false;
                    give(REPLACEMENT)?;
                    rest = after.get(length..).unwrap_or_default();
                }
            }
        }
    }

    fn push_utf16<E>(
        &mut self,
        piece: &[u8],
        unit: fn([u8; 2]) -> u16,
        give: &mut impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        for &byte in piece {
            let Some(first) = self.pending.pop() else {
                self.pending.push(byte);
                continue;
            };
            self.push_unit(unit([first, byte]), &mut text);
        }
        let result = self.give_whole(&text, give);
        self.text = text;
        result
    }

    fn push_unit(&mut self, unit: u16, text: &mut String) {
        let units = match self.high_surrogate.take() {
            Some(high) => [Some(high), Some(unit)],
            None if (0xd800..0xdc00).contains(&unit) => {
                self.high_surrogate = Some(unit);
                return;
            }
            None => [None, Some(unit)],
        };
        for decoded in char::decode_utf16(units.into_iter().flatten()) {
            match decoded {
                Ok(character) => text.push(character),
                Err(_) => {
                    self.undecodable += 1;
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
        }
    }

    fn push_code_page<E>(
        &mut self,
        piece: &[u8],
        table: &[char; 128],
        give: &mut impl FnMut(&str) -> Result<(), E>,
    ) -> Result<(), E> {
        let page = self.page.take().unwrap_or_else(|| Box::new(CodePage::new(table)));
        let mut bytes = std::mem::take(&mut self.bytes);
        // By parts that stay in the processor's nearest memory until they are read.
        let mut parts = piece.chunks(CODE_PAGE_PART);
        let result = parts.try_for_each(|part| {
            let (filled, undecodable) = page.decode(part, &mut bytes);
            self.undecodable += undecodable;
            // The table holds whole characters only.
            let text = bytes.get(..filled).and_then(|text| simdutf8::basic::from_utf8(text).ok());
            self.give_whole(text.unwrap_or_default(), give)
        });
        self.bytes = bytes;
        self.page = Some(page);
        result
    }

    /// Gives text out, without a byte order mark at the beginning of the file.
    fn give_whole<E>(&mut self, text: &str, give: &mut impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) if self.at_start => rest,
            _ => text,
        };
        if text.is_empty() {
            return Ok(());
        }
        self.at_start = false;
        give(text)
    }
}

/// What the bytes from 0x80 on stand for; `None` where the encoding is none of one byte a character.
pub(super) const fn code_page_of(encoding: Encoding) -> Option<&'static [char; 128]> {
    match encoding {
        Encoding::Windows1251 => Some(&WINDOWS_1251),
        Encoding::Cp866 => Some(&CP866),
        Encoding::Koi8R => Some(&KOI8_R),
        Encoding::Windows1252 => Some(&WINDOWS_1252),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
    }
}

/// Bytes of a code page that are decoded at once.
const CODE_PAGE_PART: usize = 32 << 10;
/// Bytes that are copied at once where all are ASCII.
const LETTERS_AT_ONCE: usize = 8;
/// The bits that ASCII has not, in so many bytes.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

/// A code page as bytes of UTF-8.
#[derive(Debug)]
struct CodePage([Letter; 256]);

/// A byte's character.
#[derive(Clone, Copy, Debug, Default)]
struct Letter {
    /// In UTF-8, filled up with zeros.
    text: [u8; 4],
    length: u8,
    /// Whether the byte stands for none.
    is_unknown: bool,
}

impl CodePage {
    /// A code page whose upper half is `table`; all its characters lie in the Basic Multilingual Plane.
    fn new(table: &[char; 128]) -> Self {
        let mut letters = [Letter::default(); 256];
        let ascii = (0..128_u8).map(char::from);
        for (character, letter) in ascii.chain(table.iter().copied()).zip(&mut letters) {
            let length = character.encode_utf8(&mut letter.text).len();
            letter.length = u8::try_from(length).unwrap_or(1);
            letter.is_unknown = character == char::REPLACEMENT_CHARACTER;
        }
        Self(letters)
    }

    /// Writes the characters of `part` to the beginning of `text`, which only ever grows; tells how many bytes that are,
    /// and how many of `part` are no character.
    fn decode(&self, part: &[u8], text: &mut Vec<u8>) -> (usize, u64) {
        let room = part.len() * 3 + LETTERS_AT_ONCE;
        if text.len() < room {
            text.resize(room, 0);
        }
        let (mut filled, mut undecodable) = (0, 0);
        let (chunks, rest) = part.as_chunks::<LETTERS_AT_ONCE>();
        for chunk in chunks {
            if u64::from_le_bytes(*chunk) & NOT_ASCII == 0
                && let Some(place) = text.get_mut(filled..filled + LETTERS_AT_ONCE)
            {
                place.copy_from_slice(chunk);
                filled += LETTERS_AT_ONCE;
            } else {
                self.put(chunk, text, &mut filled, &mut undecodable);
            }
        }
        self.put(rest, text, &mut filled, &mut undecodable);
        (filled, undecodable)
    }

    /// Writes the characters of a few bytes from `filled` on.
    #[inline]
    fn put(&self, bytes: &[u8], text: &mut [u8], filled: &mut usize, undecodable: &mut u64) {
        for &byte in bytes {
            let Self(letters) = self;
            let Some(letter) = letters.get(usize::from(byte)) else { continue };
            // Whole words are written, and the next letter goes over what is too much.
            if let Some(place) = text.get_mut(*filled..*filled + 4) {
                place.copy_from_slice(&letter.text);
            }
            *filled += usize::from(letter.length);
            *undecodable += u64::from(letter.is_unknown);
        }
    }
}

pub(super) const REPLACEMENT: &str = "\u{fffd}";

/// Cyrillic Windows, 0x80 to 0xFF.
const WINDOWS_1251: [char; 128] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”', '•', '–',
    '—', '\u{fffd}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{a0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§', 'Ё', '©', 'Є',
    '«', '¬', '\u{ad}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»', 'ј', 'Ѕ', 'ѕ', 'ї', 'А',
    'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З', 'И', 'Й', 'К', 'Л', 'М', 'Н', 'О', 'П', 'Р', 'С', 'Т', 'У', 'Ф', 'Х', 'Ц', 'Ч',
    'Ш', 'Щ', 'Ъ', 'Ы', 'Ь', 'Э', 'Ю', 'Я', 'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'й', 'к', 'л', 'м', 'н', 'о',
    'п', 'р', 'с', 'т', 'у', 'ф', 'х', 'ц', 'ч', 'ш', 'щ', 'ъ', 'ы', 'ь', 'э', 'ю', 'я',
];

/// Western Windows, 0x80 to 0xFF.
const WINDOWS_1252: [char; 128] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}', '\u{fffd}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ', '\u{a0}', '¡', '¢', '£', '¤',
    '¥', '¦', '§', '¨', '©', 'ª', '«', '¬', '\u{ad}', '®', '¯', '°', '±', '²', '³', '´', 'µ', '¶', '·', '¸', '¹', 'º',
    '»', '¼', '½', '¾', '¿', 'À', 'Á', 'Â', 'Ã', 'Ä', 'Å', 'Æ', 'Ç', 'È', 'É', 'Ê', 'Ë', 'Ì', 'Í', 'Î', 'Ï', 'Ð', 'Ñ',
    'Ò', 'Ó', 'Ô', 'Õ', 'Ö', '×', 'Ø', 'Ù', 'Ú', 'Û', 'Ü', 'Ý', 'Þ', 'ß', 'à', 'á', 'â', 'ã', 'ä', 'å', 'æ', 'ç', 'è',
    'é', 'ê', 'ë', 'ì', 'í', 'î', 'ï', 'ð', 'ñ', 'ò', 'ó', 'ô', 'õ', 'ö', '÷', 'ø', 'ù', 'ú', 'û', 'ü', 'ý', 'þ', 'ÿ',
];

/// Cyrillic DOS, 0x80 to 0xFF.
const CP866: [char; 128] = [
    'А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З', 'И', 'Й', 'К', 'Л', 'М', 'Н', 'О', 'П', 'Р', 'С', 'Т', 'У', 'Ф', 'Х', 'Ц',
    'Ч', 'Ш', 'Щ', 'Ъ', 'Ы', 'Ь', 'Э', 'Ю', 'Я', 'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'й', 'к', 'л', 'м', 'н',
    'о', 'п', '░', '▒', '▓', '│', '┤', '╡', '╢', '╖', '╕', '╣', '║', '╗', '╝', '╜', '╛', '┐', '└', '┴', '┬', '├', '─',
    '┼', '╞', '╟', '╚', '╔', '╩', '╦', '╠', '═', '╬', '╧', '╨', '╤', '╥', '╙', '╘', '╒', '╓', '╫', '╪', '┘', '┌', '█',
    '▄', '▌', '▐', '▀', 'р', 'с', 'т', 'у', 'ф', 'х', 'ц', 'ч', 'ш', 'щ', 'ъ', 'ы', 'ь', 'э', 'ю', 'я', 'Ё', 'ё', 'Є',
    'є', 'Ї', 'ї', 'Ў', 'ў', '°', '∙', '·', '√', '№', '¤', '■', '\u{a0}',
];

/// Cyrillic Unix, 0x80 to 0xFF.
const KOI8_R: [char; 128] = [
    '─', '│', '┌', '┐', '└', '┘', '├', '┤', '┬', '┴', '┼', '▀', '▄', '█', '▌', '▐', '░', '▒', '▓', '⌠', '■', '∙', '√',
    '≈', '≤', '≥', '\u{a0}', '⌡', '°', '²', '·', '÷', '═', '║', '╒', 'ё', '╓', '╔', '╕', '╖', '╗', '╘', '╙', '╚', '╛',
    '╜', '╝', '╞', '╟', '╠', '╡', 'Ё', '╢', '╣', '╤', '╥', '╦', '╧', '╨', '╩', '╪', '╫', '╬', '©', 'ю', 'а', 'б', 'ц',
    'д', 'е', 'ф', 'г', 'х', 'и', 'й', 'к', 'л', 'м', 'н', 'о', 'п', 'я', 'р', 'с', 'т', 'у', 'ж', 'в', 'ь', 'ы', 'з',
    'ш', 'э', 'щ', 'ч', 'ъ', 'Ю', 'А', 'Б', 'Ц', 'Д', 'Е', 'Ф', 'Г', 'Х', 'И', 'Й', 'К', 'Л', 'М', 'Н', 'О', 'П', 'Я',
    'Р', 'С', 'Т', 'У', 'Ж', 'В', 'Ь', 'Ы', 'З', 'Ш', 'Э', 'Щ', 'Ч', 'Ъ',
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_cut_anywhere() {
        for (bytes, expected) in [
            (&b""[..], 0),
            (b"a", 0),
            ("я".as_bytes(), 0),
            (&"я".as_bytes()[..1], 1),
            ("a€".as_bytes(), 0),
            (&"a€".as_bytes()[..2], 1),
            (&"a€".as_bytes()[..3], 2),
            ("😀".as_bytes(), 0),
            (&"😀".as_bytes()[..3], 3),
            // No beginning of anything.
            (b"a\x80\x80\x80", 0),
            (b"a\xc3b", 0),
        ] {
            assert_eq!(unfinished(bytes), expected, "{bytes:x?}");
        }
    }
    use std::convert::Infallible;

    fn decode(bytes: &[u8], encoding: Encoding, piece_bytes: usize) -> (String, u64) {
        let mut decoder = Decoder::new(encoding);
        let mut text = String::new();
        let mut give = |part: &str| -> Result<(), Infallible> {
            text.push_str(part);
            Ok(())
        };
        for piece in bytes.chunks(piece_bytes) {
            decoder.push(piece, &mut give).unwrap();
        }
        decoder.finish(&mut give).unwrap();
        (text, decoder.undecodable())
    }

    #[test]
    fn code_pages_agree_with_a_library() {
        let bytes: Vec<u8> = (0..=255).collect();
        for (encoding, known) in [
            (Encoding::Windows1251, encoding_rs::WINDOWS_1251),
            (Encoding::Cp866, encoding_rs::IBM866),
            (Encoding::Koi8R, encoding_rs::KOI8_R),
            (Encoding::Windows1252, encoding_rs::WINDOWS_1252),
        ] {
            let (text, _) = decode(&bytes, encoding, 1_000);
            let (expected, _) = known.decode_without_bom_handling(&bytes);
            // WHATWG maps the free bytes of Windows' pages to control characters; here they are undecodable.
            let expected = expected.replace(['\u{98}', '\u{81}', '\u{8d}', '\u{8f}', '\u{90}', '\u{9d}'], "\u{fffd}");
            assert_eq!(text, expected, "{encoding:?}");
        }
    }

    const TEXT: &str =
        "\u{feff}Дата;Контрагент;Сумма\r\n01.02.2026;ООО «Ромашка»;1\u{a0}234,50\r\n02.02.2026;Ёлка 🎄;5\r\n";

    fn encoded(encoding: Encoding) -> Vec<u8> {
        match encoding {
            Encoding::Utf8 => TEXT.as_bytes().to_vec(),
            Encoding::Utf16Le => TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Encoding::Windows1251 => encoding_rs::WINDOWS_1251.encode(&legacy()).0.into_owned(),
            Encoding::Cp866 => encoding_rs::IBM866.encode(&legacy()).0.into_owned(),
            Encoding::Koi8R => encoding_rs::KOI8_R.encode(&legacy()).0.into_owned(),
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252.encode(WESTERN).0.into_owned(),
        }
    }

    const WESTERN: &str = "Date;Customer;Amount\r\n01/02/2026;Müller & Søn;£1,234.50\r\n02/02/2026;Café Élysée;€5\r\n";

    /// What the code pages can write.
    fn legacy() -> String {
        TEXT.replace(['\u{feff}', '🎄', '«', '»'], "")
    }

    #[test]
    fn a_cut_anywhere_changes_nothing() {
        for encoding in Encoding::ALL {
            let bytes = encoded(encoding);
            let whole = decode(&bytes, encoding, bytes.len());
            assert_eq!(whole.1, 0, "{encoding:?}");
            assert!(["Дата;", "Date;"].iter().any(|begin| whole.0.starts_with(begin)), "{encoding:?} {:?}", whole.0);
            for piece_bytes in 1..12 {
                assert_eq!(decode(&bytes, encoding, piece_bytes), whole, "{encoding:?} in pieces of {piece_bytes}");
            }
        }
    }

    #[test]
    fn each_encoding_is_told() {
        for encoding in Encoding::ALL {
            assert_eq!(detect(&encoded(encoding)).encoding, encoding);
            let bytes = encoded(encoding);
            let without_mark = match encoding {
                Encoding::Utf8 => bytes.get(3..),
                Encoding::Utf16Le | Encoding::Utf16Be => bytes.get(2..),
                _ => Some(bytes.as_slice()),
            };
            assert_eq!(detect(without_mark.unwrap()).encoding, encoding, "without a mark");
        }
        assert_eq!(detect(b"date,client,amount\n"), Detected { encoding: Encoding::Utf8, certain: true });
    }

    #[test]
    fn damage_is_counted_and_shown() {
        for piece_bytes in 1..6 {
            let (text, undecodable) = decode(b"a\xffb\xd0", Encoding::Utf8, piece_bytes);
            assert_eq!((text.as_str(), undecodable), ("a\u{fffd}b\u{fffd}", 2));
            let (text, undecodable) = decode(b"\xd0\xd0\x90!", Encoding::Utf8, piece_bytes);
            assert_eq!((text.as_str(), undecodable), ("\u{fffd}А!", 1));
        }
        let (text, undecodable) = decode(&[0x3d, 0xd8, 0x41, 0x00, 0x42], Encoding::Utf16Le, 2);
        assert_eq!((text.as_str(), undecodable), ("\u{fffd}A\u{fffd}", 2));
    }
}
