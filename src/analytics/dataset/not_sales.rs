//! Rows that a file itself calls something else than sales: returns, refunds, cancelled orders, payments that failed.
//!
//! Where their sums are written below zero they are returns like any others. Where they are not, they count as sales, and
//! that has to be said.

use super::records::Record;
use super::short_text::trimmed;

/// How headers begin that say what a row is, in lower case.
const HEADERS: [&str; 15] = [
    "тип",
    "вид",
    "статус",
    "состояние",
    "операция",
    "событие",
    "признак",
    "type",
    "kind",
    "status",
    "state",
    "event",
    "transaction type",
    "operation",
    "document type",
];

/// How cells begin that say that a row is no sale, in lower case.
const NO_SALES: [&str; 24] = [
    "возврат",
    "отмен",
    "аннулир",
    "сторно",
    "отказ",
    "дебет",
    "списание",
    "расход",
    "не оплачен",
    "неоплачен",
    "refund",
    "return",
    "cancel",
    "fail",
    "declin",
    "void",
    "chargeback",
    "reversal",
    "credit memo",
    "credit note",
    "unpaid",
    "view",
    "cart",
    "remove_from_cart",
];

/// More kinds of rows than these are names of something.
const KINDS_MAX: usize = 12;

/// Whether some rows, with a sum above zero by `is_positive`, are called no sales by one of their cells. `free` are the
/// columns that stand for nothing else, with their headers.
pub fn are_among<'a>(
    rows: impl Iterator<Item = Record<'a>> + Clone,
    free: &[(usize, &str)],
    is_positive: impl Fn(&Record<'_>) -> bool,
) -> bool {
    free.iter().filter(|(_, header)| begins(header, &HEADERS)).any(|&(column, _)| {
        let mut kinds: Vec<&str> = rows.clone().filter_map(|record| record.get(column)).map(trimmed).collect();
        kinds.sort_unstable();
        kinds.dedup();
        // Where all are called so, it is what the file is about.
        let no_sales = kinds.iter().filter(|kind| begins(kind, &NO_SALES)).count();
        let is_of_kinds = kinds.len() <= KINDS_MAX && no_sales > 0 && no_sales < kinds.len();
        is_of_kinds
            && rows
                .clone()
                .any(|record| record.get(column).is_some_and(|cell| begins(cell, &NO_SALES)) && is_positive(&record))
    })
}

fn begins(text: &str, with: &[&str]) -> bool {
    let text = text.trim().to_lowercase();
    with.iter().any(|begin| text.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::plan::Separator;
    use crate::analytics::dataset::sample::{Sample, SampleRow};

    #[test]
    fn rows_that_are_called_no_sales() {
        let is_said = |rows: &str, header: &str| {
            let sample = Sample::new(rows, true, Separator::Semicolon, false).unwrap();
            let is_positive = |record: &Record<'_>| record.get(1).is_some_and(|cell| !cell.starts_with('-'));
            are_among(sample.rows.iter().map(SampleRow::record), &[(0, header)], is_positive)
        };
        let till = "Приход;5\nВозврат прихода;5\nПриход;7\n";
        for (rows, header, expected) in [
            (till, "Признак расчета", true),
            (till, "Тип операции", true),
            ("paid;5\nFailed;5\npaid;7\n", "Status", true),
            // Below zero they are returns like any others.
            ("Приход;5\nВозврат прихода;-5\n", "Тип операции", false),
            // Another header, all of one kind, or names.
            (till, "Комментарий", false),
            ("view;5\nview;5\n", "event_type", false),
            ("new;5\npaid;5\n", "Status", false),
        ] {
            assert_eq!(is_said(rows, header), expected, "{header}: {rows}");
        }
    }
}
