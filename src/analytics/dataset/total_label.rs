//! Labels of totals: what a row is called that sums up others.

use super::short_text::{is_in_any_case, trimmed};

/// Words that name a total, in lower case.
const TOTAL_LABELS: [&str; 14] = [
    "итого",
    "всего",
    "итог",
    "общий итог",
    "промежуточный итог",
    "total",
    "grand total",
    "subtotal",
    "sub-total",
    "summe",
    "gesamtsumme",
    "gesamtergebnis",
    "разом",
    "усього",
];

/// How labels begin that go on with what is summed, in lower case: no name does.
const TOTAL_BEGINNINGS: [&str; 5] = ["итого ", "всего по ", "всего за ", "total for ", "total of "];

/// Whether a cell is a label of totals and nothing else.
#[must_use]
pub(super) fn is_total_label(cell: &str) -> bool {
    let cell = trimmed(cell);
    may_be_label(cell) && is_whole_label(cell)
}

/// Whether a cell is a label of totals that is nobody's name: there are firms called "Total".
#[must_use]
pub(super) fn is_nobody(cell: &str) -> bool {
    let cell = trimmed(cell).trim_end_matches([':', '.', ' ']);
    ["итого", "всего", "общий итог", "grand total", "gesamtergebnis", "разом", "усього"]
        .iter()
        .any(|label| is_in_any_case(cell, label))
}

/// Whether a cell is a label of totals in a row with a day, which may be a sale: nothing else, or one that goes on with what
/// is summed, «Итого за день», "Total for March".
#[must_use]
#[inline]
pub(super) fn is_label_of_dated(cell: &str) -> bool {
    let cell = trimmed(cell);
    may_be_label(cell) && (is_whole_label(cell) || begins_total(cell))
}

/// Whether a cell in place of a product is a label of totals: one that nothing is called by.
#[must_use]
#[inline]
pub(super) fn is_label_of_order(cell: &str) -> bool {
    let cell = trimmed(cell);
    may_be_label(cell) && (is_nobody(cell) || names_sum_of_order(cell))
}

#[inline(never)]
fn names_sum_of_order(cell: &str) -> bool {
    ["итого по ", "всего по "].iter().any(|label| begins_with(cell, label).is_some())
        || ["subtotal", "sub-total"].iter().any(|label| is_in_any_case(cell.trim_end_matches(':'), label))
}

#[inline(never)]
fn is_whole_label(cell: &str) -> bool {
    let cell = cell.trim_end_matches([':', '.', ' ']);
    TOTAL_LABELS.iter().any(|label| begins_with(cell, label) == Some(""))
}

#[inline(never)]
fn begins_total(cell: &str) -> bool {
    TOTAL_BEGINNINGS.iter().any(|label| begins_with(cell, label).is_some())
}

/// Whether a cell is a label of totals with the name of what is summed: «Итого по контрагенту», «Ромашка Итог». Only for
/// rows that are no sales anyway: a firm may be called "Trade Total".
#[must_use]
pub fn names_total(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    let begins = |label: &str| lower.strip_prefix(label).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let ends = |label: &str| lower.strip_suffix(label).is_some_and(|rest| rest.ends_with(char::is_whitespace));
    TOTAL_LABELS.iter().any(|label| begins(label) || ends(label))
}

/// Whether a cell begins with the two letters of a label, or may do so. Nearly no name does, and it is asked of every row.
#[inline]
fn may_be_label(cell: &str) -> bool {
    match cell.as_bytes() {
        // Two letters in one byte each, without their case.
        [first @ ..0x80, second, ..] => {
            matches!((first | 0x20, second | 0x20), (b't', b'o') | (b'g', b'r' | b'e') | (b's', b'u'))
        }
        // Two Russian letters: the second bytes of them in either case.
        [_, first, _, second, ..] => matches!(
            (first, second),
            // «ит», «вс», «об», «пр», «ра», «ус»
            (0x98 | 0xb8, 0xa2 | 0x82)
                | (0xa0 | 0x80, 0x90 | 0xb0)
                | (0xa3 | 0x83, 0xa1 | 0x81)
                | (0x92 | 0xb2, 0xa1 | 0x81)
                | (0x9e | 0xbe, 0x91 | 0xb1)
                | (0x9f | 0xbf, 0xa0 | 0x80)
        ),
        _ => false,
    }
}

/// What follows `label` in a cell that begins with it, in letters of either case.
fn begins_with<'a>(cell: &'a str, label: &str) -> Option<&'a str> {
    // Letters of either case take the same bytes here.
    let (begin, rest) = cell.split_at_checked(label.len())?;
    is_in_any_case(begin, label).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_totals() {
        for label in TOTAL_LABELS {
            assert!(is_total_label(label) && is_total_label(&label.to_uppercase()), "{label:?}");
        }
        for beginning in TOTAL_BEGINNINGS {
            let label = format!("{beginning}A");
            assert!(is_label_of_dated(&label) && is_label_of_dated(&label.to_uppercase()), "{label:?}");
        }
        for cell in [
            "Итого",
            " Итого",
            "Итого\u{a0}",
            " ИТОГО: ",
            "Итого .",
            "Всего",
            "total",
            "Grand Total",
            "Промежуточный итог",
        ] {
            assert!(is_total_label(cell), "{cell:?}");
        }
        for cell in ["Total Trade", "Итого по Ромашке", "", "Тотал", "всегоничего"] {
            assert!(!is_total_label(cell), "{cell:?}");
        }
        for cell in ["Итого по Ромашке", "ИТОГО за день", "Всего за март", "Total for Acme"]
        {
            assert!(is_label_of_dated(cell) && !is_total_label(cell), "{cell:?}");
        }
        for cell in ["Total Trade", "Total Forward Ltd", "Всегда рядом", "Итоговый магазин", "ИП Иванов", "Всеволод"]
        {
            assert!(!is_label_of_dated(cell), "{cell:?}");
        }
        for cell in ["Итого по Ромашке", "Total, RUB", "всего", "Ромашка Итог", "Acme Total "]
        {
            assert!(names_total(cell), "{cell:?}");
        }
        for cell in ["Totally Ltd", "Итоговый магазин", "Подытог", ""] {
            assert!(!names_total(cell), "{cell:?}");
        }
    }
}
