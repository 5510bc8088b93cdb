//! Which encoding a file is in.
//!
//! The order: byte order mark, UTF-16 by the share of high bytes that are zero or Cyrillic, strict UTF-8, then the
//! Cyrillic code pages by how well their letters look like Russian, and the Western one by letters among Latin ones.

use super::{CP866, KOI8_R, WINDOWS_1251, WINDOWS_1252};
use crate::analytics::dataset::plan::Encoding;

/// What the beginning of a file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether there is no doubt worth a question.
    pub certain: bool,
}

/// Bytes looked at for UTF-16 and letters: a few hundred rows tell as much as all.
const SAMPLE_BYTES: usize = 64 << 10;

/// The encoding of a file that begins with `head`.
#[must_use]
pub fn detect(head: &[u8]) -> Detected {
    let sure = |encoding| Detected { encoding, certain: true };
    match head {
        [0xef, 0xbb, 0xbf, ..] => return sure(Encoding::Utf8),
        [0xff, 0xfe, ..] => return sure(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return sure(Encoding::Utf16Be),
        _ => {}
    }
    let sample = head.get(..SAMPLE_BYTES).unwrap_or(head);
    if let Some(encoding) = utf16_without_mark(sample) {
        return sure(encoding);
    }
    // A character cut at the end is no damage.
    if std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true) {
        return sure(Encoding::Utf8);
    }
    let (wide, broken) = utf8_characters(head);
    // A few damaged characters among many whole ones are damage, not another encoding.
    if broken * 10 < wide {
        return Detected { encoding: Encoding::Utf8, certain: false };
    }
    code_page(sample)
}

/// UTF-16 by its high bytes: zero for Latin letters and digits, four for Cyrillic letters.
fn utf16_without_mark(sample: &[u8]) -> Option<Encoding> {
    let units = sample.len() / 2;
    if units < 2 {
        return None;
    }
    let (mut even, mut odd, mut zeros) = (0, 0, 0);
    for pair in sample.chunks_exact(2) {
        if let [first, second] = *pair {
            even += usize::from(matches!(first, 0 | 4));
            odd += usize::from(matches!(second, 0 | 4));
            zeros += usize::from(first == 0) + usize::from(second == 0);
        }
    }
    let many = |count: usize| count * 10 >= units * 8;
    let few = |count: usize| count * 10 <= units * 2;
    // A table always has digits and separators, whose high byte is zero.
    if zeros * 20 < units {
        None
    } else if many(odd) && few(even) {
        Some(Encoding::Utf16Le)
    } else if many(even) && few(odd) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Characters of more than one byte, and places that are no UTF-8. An unfinished character at the end does not count.
fn utf8_characters(bytes: &[u8]) -> (usize, usize) {
    let (mut wide, mut broken) = (0, 0);
    let mut rest = bytes;
    loop {
        match std::str::from_utf8(rest) {
            Ok(text) => return (wide + text.chars().filter(|c| !c.is_ascii()).count(), broken),
            Err(error) => {
                let (valid, after) = rest.split_at_checked(error.valid_up_to()).unwrap_or_default();
                wide += String::from_utf8_lossy(valid).chars().filter(|c| !c.is_ascii()).count();
                let Some(length) = error.error_len() else { return (wide, broken) };
                broken += 1;
                rest = after.get(length..).unwrap_or_default();
            }
        }
    }
}

/// How often letters stand in Russian text, per thousand, а to я (after the Russian National Corpus).
const LETTERS: [u8; 32] = [
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3,
    6, 20,
];

/// The Cyrillic code page in which the bytes look most like Russian, unless they look more like Western Europe's.
fn code_page(sample: &[u8]) -> Detected {
    let windows = likeness(sample, &WINDOWS_1251);
    let dos = likeness(sample, &CP866);
    let unix = likeness(sample, &KOI8_R);
    // Without a letter that speaks for one of them, the commonest.
    if western(sample) > windows.max(dos).max(unix).max(0) {
        Detected { encoding: Encoding::Windows1252, certain: false }
    } else if dos > windows.max(unix).max(0) {
        Detected { encoding: Encoding::Cp866, certain: false }
    } else if unix > windows.max(0) {
        Detected { encoding: Encoding::Koi8R, certain: false }
    } else {
        Detected { encoding: Encoding::Windows1251, certain: windows > 0 && windows > 2 * dos.max(unix) }
    }
}

/// What speaks against a code page: a sign that no price list has, a capital after a small letter.
const UNLIKELY: i64 = -60;
/// A letter or a sign of money where the Western code page puts it.
const WESTERN: i64 = 100;
/// A vowel after a consonant, or the reverse.
const ALTERNATING: i64 = 25;

/// Frequent letters, and vowels between consonants, speak for a code page; against it, signs that no price list has,
/// capitals after small letters, words that begin with a sign of hardness or softness, and Russian letters after Latin
/// ones: "München" of Western Europe looks so. Words all in capitals are as good as others: many firms write names so.
fn likeness(sample: &[u8], table: &[char; 128]) -> i64 {
    let mut score = 0;
    let mut last = Last::Other;
    for &byte in sample {
        let Some(&character) = byte.checked_sub(0x80).and_then(|index| table.get(usize::from(index))) else {
            last = if byte.is_ascii_alphabetic() { Last::Latin } else { Last::Other };
            continue;
        };
        let small = character.to_lowercase().next().unwrap_or(character);
        let frequency = u32::from(small).checked_sub(u32::from('а')).and_then(|index| LETTERS.get(index as usize));
        let Some(&frequency) = frequency else {
            const USUAL: &str = "ёЁ№«»\u{a0}–—“”„’₽€°";
            score += if USUAL.contains(character) { 0 } else { UNLIKELY };
            last = Last::Other;
            continue;
        };
        let (is_small, is_vowel) = (small == character, "аеиоуыэюя".contains(small));
        score += match last {
            Last::Latin => UNLIKELY,
            Last::Russian { is_small: true, .. } if !is_small => UNLIKELY,
            Last::Other if "ъыь".contains(small) => UNLIKELY,
            Last::Russian { is_vowel: before, .. } if before != is_vowel => i64::from(frequency) + ALTERNATING,
            Last::Russian { .. } | Last::Other => i64::from(frequency),
        };
        last = Last::Russian { is_small, is_vowel };
    }
    score
}

/// What speaks for the Western code page: letters that stand among Latin ones, as in "Müller", and signs of money beside
/// digits. Russian words speak against it, as their letters stand together.
fn western(sample: &[u8]) -> i64 {
    let mut score = 0;
    let (mut earlier, mut before, mut rest) = (b' ', b' ', sample);
    while let [byte, after @ ..] = rest {
        let next = after.first().copied().unwrap_or(b' ');
        let is_digit_apart =
            before == b' ' && earlier.is_ascii_digit() || next == b' ' && after.get(1).is_some_and(u8::is_ascii_digit);
        let character = byte.checked_sub(0x80).and_then(|index| WINDOWS_1252.get(usize::from(index)));
        if let Some(character) = character {
            let is_among = |test: fn(&u8) -> bool| test(&before) || test(&next);
            score += match character {
                '£' | '€' if is_among(u8::is_ascii_digit) || is_digit_apart => WESTERN,
                _ if character.is_alphabetic() && is_among(u8::is_ascii_alphabetic) => WESTERN,
                _ if character.is_alphabetic() => -WESTERN,
                _ => 0,
            };
        }
        (earlier, before, rest) = (before, *byte, after);
    }
    score
}

/// What stands before a letter.
#[derive(Clone, Copy)]
enum Last {
    Russian { is_small: bool, is_vowel: bool },
    Latin,
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What firms, people and headers are called.
    const NAMES: [&str; 24] = [
        "Контрагент",
        "Дата",
        "Сумма",
        "Ромашка",
        "Вега",
        "Норд",
        "Иванов Иван Иванович",
        "Петрова",
        "Строитель",
        "Альфа",
        "Уют",
        "Гермес",
        "Южный двор",
        "Ёлка",
        "Щит и меч",
        "Хлебозавод",
        "Цех",
        "Эдельвейс",
        "Жилфонд",
        "Быт",
        "Мясной дом",
        "Сибирь",
        "Фрукты",
        "Чай",
    ];

    #[test]
    fn western_europe_is_told_from_russia() {
        let bytes = |text: &str, table: &[char; 128]| -> Vec<u8> {
            let byte = |character: char| match table.iter().position(|&known| known == character) {
                Some(place) => 0x80 + u8::try_from(place).unwrap(),
                None => u8::try_from(character).unwrap(),
            };
            text.chars().map(byte).collect()
        };
        for text in [
            "Müller GmbH;5",
            "Café Élysée;5",
            "date,amount\nAcme,\"£1,234.50\"",
            "Größe;€ 5;5€",
            "Île;Šimek",
            "Ruiz;€ 100.50\nMuller;€ 7",
        ] {
            assert_eq!(detect(&bytes(text, &WINDOWS_1252)).encoding, Encoding::Windows1252, "{text}");
        }
        for text in ["Ромашка;5", "Acme ООО;№ 5", "Alpha;Вега 2000", "Клиент;Amount", "ЖК Sky;5"]
        {
            assert_eq!(detect(&bytes(text, &WINDOWS_1251)).encoding, Encoding::Windows1251, "{text}");
        }
    }

    #[test]
    fn code_pages_are_told_in_small_letters_and_in_capitals() {
        let pages = [(Encoding::Windows1251, &WINDOWS_1251), (Encoding::Cp866, &CP866), (Encoding::Koi8R, &KOI8_R)];
        for (encoding, table) in pages {
            let bytes = |text: &str| -> Vec<u8> {
                let byte = |character: char| match table.iter().position(|&known| known == character) {
                    Some(place) => 0x80 + u8::try_from(place).unwrap(),
                    None => u8::try_from(character).unwrap(),
                };
                text.chars().map(byte).collect()
            };
            for name in NAMES {
                for form in [format!("ООО {name};10\n"), name.to_uppercase(), format!("{};ИП", name.to_uppercase())]
                {
                    // As a table has it: the name of a column before it.
                    let text = format!("Клиент;1\n{form}\n");
                    assert_eq!(detect(&bytes(&text)).encoding, encoding, "{text:?}");
                }
            }
            let capitals = NAMES.map(str::to_uppercase).join(";1\n");
            assert_eq!(detect(&bytes(&capitals)).encoding, encoding);
        }
    }
}
