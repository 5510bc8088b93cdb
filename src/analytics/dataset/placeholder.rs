//! What programs write where nothing is known, and for buyers of whom nothing is.

use super::short_text::{is_in_any_case, trimmed};

/// In lower case. A firm is called none of these.
const PLACEHOLDERS: [&str; 29] = [
    "-",
    "--",
    "---",
    "–",
    "—",
    "−",
    "(null)",
    "nan",
    "none",
    "n/a",
    "#n/a",
    "#null!",
    "#ref!",
    "#value!",
    "#н/д",
    "#ссылка!",
    "#знач!",
    "(blank)",
    "(empty)",
    "(not set)",
    "(пусто)",
    "(нет)",
    "<пусто>",
    "<не указан>",
    "<не указано>",
    "<пустое значение>",
    "<>",
    "не указан",
    "не указано",
];

/// Buyers without a name, in lower case: shops and tills write one for all of them, so that together they would be the
/// largest client of many a firm.
const GUESTS: [&str; 11] = [
    "guest",
    "guest user",
    "guest customer",
    "guest checkout",
    "anonymous",
    "walk-in customer",
    "гость",
    "анонимный покупатель",
    "анонимный клиент",
    "розничный покупатель",
    "розничный клиент",
];

/// Bytes of the longest.
const LONGEST: usize = 40;

/// Whether a cell holds nothing, or what a program puts in place of nothing: a dash, `NULL`, `#N/A`, «<Не указан>».
///
/// Blank cells are such cells. `NA` is none: it is a code of a country, and of some firms; nor is `null` in small letters,
/// as people are called so.
#[must_use]
pub fn is_placeholder(cell: &str) -> bool {
    // Nearly all cells begin with another letter, or are longer.
    let may_be = |cell: &str| match cell.as_bytes() {
        [] | [b'-' | b'n' | b'N' | b'#' | b'(' | b'<' | 0xe2, ..] | [0xd0, 0x9d | 0xbd, ..] => cell.len() <= LONGEST,
        _ => false,
    };
    let cell = trimmed(cell);
    may_be(cell) && (cell.is_empty() || cell == "NULL" || PLACEHOLDERS.iter().any(|known| is_in_any_case(cell, known)))
}

/// The name of a client in a cell, outer white space taken off; nothing where the cell says that there is none, or names
/// a guest. Shops give guests the number 0.
#[must_use]
pub fn named(cell: &str) -> &str {
    if is_placeholder(cell) || is_guest(cell) { "" } else { trimmed(cell) }
}

/// Whether a cell is a [`GUESTS`] or a zero. Nearly no name begins with two letters of one.
#[inline]
fn is_guest(cell: &str) -> bool {
    let may_be = match trimmed(cell).as_bytes() {
        [b'0'] => return true,
        [first @ ..0x80, second, ..] => {
            matches!((first | 0x20, second | 0x20), (b'g', b'u') | (b'a', b'n') | (b'w', b'a'))
        }
        [_, first, _, second, ..] => matches!(
            (first, second),
            // «го», «ан», «ро»
            (0x93 | 0xb3, 0x9e | 0xbe) | (0x90 | 0xb0, 0x9d | 0xbd) | (0x80 | 0xa0, 0x9e | 0xbe)
        ),
        _ => false,
    };
    may_be && is_known_guest(cell)
}

#[inline(never)]
fn is_known_guest(cell: &str) -> bool {
    let cell = trimmed(cell);
    cell.len() <= LONGEST && GUESTS.iter().any(|known| is_in_any_case(cell, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guests_have_no_name() {
        for cell in GUESTS {
            assert_eq!((named(cell), named(&cell.to_uppercase())), ("", ""), "{cell:?}");
            assert!(cell.len() <= LONGEST && !is_placeholder(cell), "{cell:?}");
        }
        for cell in ["0", " 0 ", "Guest", " Гость ", "Розничный Покупатель", "#N/A"] {
            assert_eq!(named(cell), "", "{cell:?}");
        }
        for cell in
            ["00", "10", "Guest House", "Гость Двора", "Гостиница", "Анна", "Роза", "Розничный", "Walker", "Gunter"]
        {
            assert_eq!(named(cell), cell);
        }
    }

    #[test]
    fn nothing_is_told_from_names() {
        for cell in PLACEHOLDERS {
            assert!(is_placeholder(cell) && is_placeholder(&cell.to_uppercase()), "{cell:?}");
            assert!(cell.len() <= LONGEST, "{cell:?}");
        }
        for cell in ["", " ", "NULL", "NaN", " N/A ", "<Не указан>", "\u{a0}-"] {
            assert!(is_placeholder(cell), "{cell:?}");
        }
        for cell in [
            "NA",
            "null",
            "Null",
            "Nord",
            "Nonesuch Ltd",
            "-5",
            "#1 Shop",
            "(ООО) Ромашка",
            "Не указано место",
            "Ника",
            "0",
        ] {
            assert!(!is_placeholder(cell), "{cell:?}");
        }
    }
}
