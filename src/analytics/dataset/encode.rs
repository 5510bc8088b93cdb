//! Text back to the bytes of an encoding, for files in the form in which theirs came.

use super::encoding::code_page_of;
use super::plan::Encoding;

/// In place of a character that the encoding lacks.
const LACKING: u8 = b'?';

/// The bytes of `text`. Unicode gets a byte order mark, by which Excel knows it; code pages have none.
#[must_use]
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let marked = || "\u{feff}".encode_utf16().chain(text.encode_utf16());
    match encoding {
        Encoding::Utf8 => ["\u{feff}", text].concat().into_bytes(),
        Encoding::Utf16Le => marked().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => marked().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1251 | Encoding::Cp866 | Encoding::Koi8R | Encoding::Windows1252 => {
            let mut bytes: Vec<(char, u8)> =
                code_page_of(encoding).into_iter().flatten().copied().zip(0x80..=0xff).collect();
            bytes.sort_unstable();
            let byte_of = |letter: char| match u8::try_from(letter) {
                Ok(byte) if byte.is_ascii() => byte,
                _ => {
                    let found = bytes.binary_search_by_key(&letter, |(known, _)| *known);
                    found.ok().and_then(|index| bytes.get(index)).map_or(LACKING, |(_, byte)| *byte)
                }
            };
            text.chars().map(byte_of).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::encoding::Decoder;

    #[test]
    fn what_is_written_reads_as_it_was() {
        let text = "Дата;Клиент\r\nЁжик;№ 5\r\n";
        for encoding in Encoding::ALL {
            let text = match encoding {
                Encoding::Koi8R => text.replace('№', "N"),
                Encoding::Windows1252 => "Date;Customer\r\nCafé Élysée;£5\r\n".to_owned(),
                _ => text.to_owned(),
            };
            let mut decoder = Decoder::new(encoding);
            let mut read = String::new();
            let mut give = |part: &str| -> Result<(), std::convert::Infallible> {
                read.push_str(part);
                Ok(())
            };
            let Ok(()) = decoder.push(&encode(&text, encoding), &mut give);
            let Ok(()) = decoder.finish(&mut give);
            assert_eq!((read, decoder.undecodable()), (text, 0), "{}", encoding.name());
        }
    }

    #[test]
    fn code_pages_agree_with_a_library() {
        for (encoding, known) in [
            (Encoding::Windows1251, encoding_rs::WINDOWS_1251),
            (Encoding::Cp866, encoding_rs::IBM866),
            (Encoding::Koi8R, encoding_rs::KOI8_R),
            (Encoding::Windows1252, encoding_rs::WINDOWS_1252),
        ] {
            let text: String =
                (0x20..0x7f).chain(0xa0..=0xff).map(|byte: u8| known.decode(&[byte]).0.into_owned()).collect();
            let (bytes, _, lacking) = known.encode(&text);
            assert!(!lacking);
            assert_eq!(encode(&text, encoding), bytes.into_owned(), "{}", encoding.name());
            assert_eq!(encode("汉", encoding), b"?");
        }
    }
}
