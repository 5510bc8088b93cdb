//! What programs write where nothing is known.

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

/// Bytes of the longest.
const LONGEST: usize = 32;

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

/// The name in a cell, outer white space taken off; nothing where the cell says that there is none.
#[must_use]
pub fn named(cell: &str) -> &str {
    if is_placeholder(cell) { "" } else { trimmed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
