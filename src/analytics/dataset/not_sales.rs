//! Rows that a file itself calls something else than sales: returns, refunds, cancelled orders, payments that failed.
//!
//! Where their sums are written below zero they are returns like any others. Where they are not, they count as sales, and
//! that has to be said.

use super::records::Record;
use super::short_text::trimmed;
use super::yes_no::answer_or_digit;

/// How a word of headers begins that say what a row is, in lower case.
const HEADERS: [&str; 17] = [
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
    "operation",
    "txn",
    "результат",
    "result",
    "fulfil",
];

/// How cells begin that say that a row is no sale, in lower case.
const NO_SALES: [&str; 36] = [
    "возврат",
    "чек возврата",
    "корректировка реализ",
    "помечен на удаление",
    "брошен",
    "отмен",
    "аннулир",
    "сторно",
    "отказ",
    "дебет",
    "списание",
    "расход",
    "не оплачен",
    "неоплачен",
    "не приш",
    "неявка",
    "клиент не приш",
    "refund",
    "return",
    "cancel",
    "fail",
    "declin",
    "void",
    "payout",
    "withdrawal",
    "general withdrawal",
    "chargeback",
    "reversal",
    "credit memo",
    "credit note",
    "unpaid",
    "pending payment",
    "abandon",
    "view",
    "cart",
    "remove_from_cart",
];

/// How cells begin that say that a row is a sale, in lower case.
const SALES: [&str; 7] = ["отгрузк", "реализаци", "продажа", "накладная", "invoice", "sale", "shipment"];

/// How cells begin that are no sale where others are called sales: what was paid for them, bought, or offered.
const BESIDE_SALES: [&str; 8] =
    ["оплата", "платеж", "платёж", "поступление", "payment", "estimate", "quote", "purchase"];

/// How a word of headers begins of columns that say of each row whether it is none.
const CANCELLED: [&str; 6] = ["cancel", "void", "delet", "отмен", "аннулир", "удал"];

/// Headers of columns that say whether a sale was paid, and how cells begin of those that were not.
const PAYMENTS: [&str; 2] = ["оплата", "payment"];
const UNPAID: [&str; 6] = ["не оплач", "неоплач", "unpaid", "not paid", "fail", "declin"];

/// The same of columns that say of each row whether it is one.
const CONFIRMED: [&str; 3] = ["проведен", "проведён", "posted"];

/// The first words of a document or a remark that is no sale.
const DOCUMENTS: [&str; 10] = [
    "возврат",
    "возвраты",
    "сторно",
    "refund",
    "refunded",
    "return",
    "returned",
    "credit memo",
    "credit note",
    "chargeback",
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
    free.iter().any(|&(column, header)| {
        let (says_kind, says_whether) = (has_word(header, &HEADERS), has_word(header, &CANCELLED));
        let is_header = |names: &[&str]| names.contains(&header.trim().to_lowercase().as_str());
        let (says_confirmed, says_paid) = (is_header(&CONFIRMED), is_header(&PAYMENTS));
        if !says_kind && !says_whether && !says_confirmed && !says_paid {
            return false;
        }
        let mut kinds: Vec<&str> = rows.clone().filter_map(|record| record.get(column)).map(trimmed).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let are_sales_called = kinds.iter().any(|kind| begins(kind, &SALES));
        let is_no_sale = |cell: &str| {
            says_kind && (begins(cell, &NO_SALES) || are_sales_called && begins(cell, &BESIDE_SALES))
                || says_whether && answer_or_digit(cell) == Some(true)
                || says_paid && begins(cell, &UNPAID)
                || says_confirmed && answer_or_digit(cell) == Some(false)
        };
        // Where all are called so, it is what the file is about.
        let no_sales = kinds.iter().filter(|kind| is_no_sale(kind)).count();
        let is_of_kinds = kinds.len() <= KINDS_MAX && no_sales > 0 && no_sales < kinds.len();
        is_of_kinds && rows.clone().any(|record| record.get(column).is_some_and(is_no_sale) && is_positive(&record))
    })
}

/// Whether some rows, but not most, with a sum above zero by `is_positive`, are documents or have remarks that begin as no
/// sale does: «Возврат товаров от клиента 00-0001 от 05.02.2026». `columns` are those of documents and remarks.
pub fn are_among_documents<'a>(
    rows: impl Iterator<Item = Record<'a>> + Clone,
    columns: &[usize],
    is_positive: impl Fn(&Record<'_>) -> bool,
) -> bool {
    columns.iter().any(|&column| {
        let cells = || rows.clone().filter_map(|record| Some((record, trimmed(record.get(column)?))));
        let is_no_sale = |cell: &str| {
            let lower = cell.to_lowercase();
            let mut rests = DOCUMENTS.iter().filter_map(|begin| lower.strip_prefix(begin));
            rests.any(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let (all, no_sales) = cells()
            .fold((0_usize, 0_usize), |(all, no_sales), (_, cell)| (all + 1, no_sales + usize::from(is_no_sale(cell))));
        no_sales > 0 && no_sales * 2 < all && cells().any(|(record, cell)| is_no_sale(cell) && is_positive(&record))
    })
}

fn has_word(header: &str, with: &[&str]) -> bool {
    header.split(|c: char| !c.is_alphanumeric()).any(|word| begins(word, with))
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
            ("paid;5\nrefunded;5\npaid;7\n", "Financial Status", true),
            ("Пришёл;5\nНе пришёл;5\n", "Статус", true),
            ("No;5\nYes;5\n", "Cancelled", true),
            (";5\nда;5\n", "Отменён", true),
            ("No;5\nYes;5\n", "Paid", false),
            ("Да;5\nНет;5\n", "Проведён", true),
            ("Проведен;5\nПомечен на удаление;5\n", "Состояние", true),
            ("true;5\n;5\n", "Удалён", true),
            ("Удаление зуба;5\nЧистка;5\n", "Вид работ", false),
            ("Удалённо;5\nВ офисе;5\n", "Тип", false),
            ("0;5\n3;5\n", "Проведено занятий", false),
            ("Карта;5\nСписание с депозита;5\n", "Оплата", false),
            ("Shipped;5\nCancelled;5\n", "Fulfillment", true),
            ("оплачено;5\nне оплачено;5\n", "Оплата", true),
            // What was paid is no sale beside the sales, and is one alone.
            ("Отгрузка;5\nОплата;5\n", "Операция", true),
            ("Invoice;5\nEstimate;9\n", "Txn Type", true),
            ("Оплата;5\nДоплата;5\n", "Операция", false),
            // Sold for cash.
            ("Invoice;5\nSales Receipt;9\n", "Type", false),
            ("Оплата;5\nБонус;5\n", "Тип операции", false),
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
    #[test]
    fn documents_and_remarks_that_are_no_sales() {
        let is_said = |rows: &str| {
            let sample = Sample::new(rows, true, Separator::Semicolon, false).unwrap();
            let is_positive = |record: &Record<'_>| record.get(1).is_some_and(|cell| !cell.starts_with('-'));
            are_among_documents(sample.rows.iter().map(SampleRow::record), &[0], is_positive)
        };
        assert!(is_said(
            "Реализация 1 от 01.02.2026;5\nВозврат товаров от клиента 2 от 02.02.2026;5\nРеализация 3;5\n"
        ));
        assert!(is_said(";5\nвозврат брака;5\n;5\n"));
        assert!(!is_said("Реализация 1;5\nВозврат товаров 2;-5\nРеализация 3;5\n"), "below zero");
        assert!(!is_said("Возвратная тара;5\nВозвратная тара;5\n"), "what all of it is about");
        assert!(!is_said("Реализация 1;5\nРеализация 2;5\n"));
        assert!(!is_said("Возвратный клиент;5\n;5\nReturning customer;5\n"));
    }
}
