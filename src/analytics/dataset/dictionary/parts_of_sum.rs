//! Columns that only together hold what a row brought in: works and parts at a garage, cash and card at a till, the
//! deposit and the rest.

use std::collections::BTreeSet;

use super::ColumnEvidence;
use super::meaning::meaning_of;
use super::terms::matched;
use super::words::{all_words, is_money_unit};
use crate::analytics::dataset::field::Field;
use crate::analytics::dataset::plan::ColumnKind;

/// A part of a sum.
struct Part {
    /// Words for it; a word with `*` stands for every word that begins so.
    words: &'static [&'static str],
    /// Whether such a word alone may as well count things: «Товары» beside «Услуги» are rather how many.
    may_count: bool,
}

const fn part(words: &'static [&'static str]) -> Part {
    Part { words, may_count: false }
}

const fn things(words: &'static [&'static str]) -> Part {
    Part { words, may_count: true }
}

/// What sums fall into: parts of one kind follow each other.
const KINDS: [&[Part]; 3] = [
    &[
        part(&["работ*", "labor", "labour"]),
        part(&["запчаст*", "зч", "parts"]),
        things(&["услуг*", "services", "service"]),
        things(&["товар*", "goods", "products"]),
        things(&["материал*", "расходник*", "materials"]),
    ],
    &[
        part(&["нал", "наличн*", "наличк*", "cash"]),
        part(&["безнал*"]),
        part(&["карт*", "card", "cards", "терминал*", "эквайринг*"]),
        part(&["сбп", "qr"]),
        part(&["перевод*", "transfer", "transfers"]),
        part(&["сертификат*", "voucher", "vouchers"]),
    ],
    &[
        part(&["предоплат*", "аванс*", "задат*", "deposit", "prepayment", "prepaid"]),
        part(&["доплат*", "постоплат*", "postpaid"]),
    ],
];

/// Words of money, and between them.
const MONEY: [&str; 20] = [
    "сумм*",
    "стоимост*",
    "итог*",
    "всего",
    "выручк*",
    "продаж*",
    "оплат*",
    "оплачен*",
    "платеж*",
    "получен*",
    "за",
    "по",
    "amount",
    "total",
    "revenue",
    "sales",
    "paid",
    "payment",
    "payments",
    "charges",
];

/// The columns that are parts of one sum, in the order of the file; `None` where there are no two of a kind, or where a
/// header speaks of two of them at once or names a sum that is no part.
#[must_use]
pub fn parts_of_sum(columns: &[ColumnEvidence<'_>]) -> Option<Vec<usize>> {
    let words: Vec<Vec<String>> = columns.iter().map(|column| all_words(column.header)).collect();
    KINDS.iter().find_map(|parts| of_kind(parts, columns, &words))
}

fn of_kind(parts: &[Part], columns: &[ColumnEvidence<'_>], words: &[Vec<String>]) -> Option<Vec<usize>> {
    let mut named: Vec<(usize, usize)> = Vec::new();
    for (index, (column, words)) in columns.iter().zip(words).enumerate() {
        match part_of(words, parts) {
            Said::Part(part) if column.kind == ColumnKind::Number => named.push((index, part)),
            Said::Several => return None,
            Said::Part(_) | Said::Nothing => {}
        }
    }
    let different: BTreeSet<usize> = named.iter().map(|(_, part)| *part).collect();
    // One part twice is rather something that is told in two ways.
    let stand_apart = different.len() > 1 && different.len() == named.len();
    let is_part = |index: usize| named.iter().any(|(part, _)| *part == index);
    // What is paid without cash is what is paid by card and by transfer.
    let overlap =
        named.len() > 2 && named.iter().any(|&(index, _)| words.get(index).is_some_and(|words| is_cashless(words)));
    let mut others = columns.iter().enumerate().filter(|(index, _)| !is_part(*index));
    (stand_apart && !overlap && !others.any(|(_, column)| is_money(column)))
        .then(|| named.iter().map(|(index, _)| *index).collect())
}

/// Whether a column has a sum or a price.
fn is_money(column: &ColumnEvidence<'_>) -> bool {
    let means = |field: Field| matches!(field, Field::Amount | Field::Price);
    column.kind == ColumnKind::Number && meaning_of(column.header).fields.iter().any(|(field, _)| means(*field))
}

fn is_cashless(words: &[String]) -> bool {
    words.iter().any(|word| word.starts_with("безнал"))
}

/// What a header says of the parts of a kind.
enum Said {
    Nothing,
    /// One of them and nothing else but that it is money.
    Part(usize),
    /// More than one of them.
    Several,
}

fn part_of(words: &[String], parts: &[Part]) -> Said {
    let is_one_of = |entries: &[&str], word: &str| entries.iter().any(|entry| matched(entry, word).is_some());
    let (mut found, mut has_money, mut has_other) = (None, false, false);
    for word in words {
        if let Some(part) = parts.iter().position(|part| is_one_of(part.words, word)) {
            if found.is_some_and(|found| found != part) {
                return Said::Several;
            }
            found = Some(part);
        } else if is_one_of(&MONEY, word) || is_money_unit(word) {
            has_money = true;
        } else {
            has_other = true;
        }
    }
    let is_sum = |part: &usize| has_money || parts.get(*part).is_some_and(|part| !part.may_count);
    match found.filter(|part| !has_other && is_sum(part)) {
        Some(part) => Said::Part(part),
        None => Said::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(headers: &[&str]) -> Option<Vec<usize>> {
        let column = |&header| ColumnEvidence {
            header,
            kind: ColumnKind::Number,
            distinct_share: 1.0,
            filled_share: 1.0,
            is_yes_or_no: false,
        };
        parts_of_sum(&headers.iter().map(column).collect::<Vec<_>>())
    }

    #[test]
    fn headers_of_parts() {
        for headers in [
            ["Работы", "Запчасти"],
            ["Сумма работ", "Сумма запчастей"],
            ["Стоимость работ, руб.", "Стоимость материалов, руб."],
            ["Оплата наличными", "Оплата картой"],
            ["Нал", "Безнал"],
            ["Сумма нал (руб)", "Сумма по безналу (руб)"],
            ["Предоплата", "Доплата"],
            ["Labor", "Parts"],
            ["Cash", "Card"],
            ["Сумма услуг", "Сумма товаров"],
        ] {
            assert_eq!(parts(&headers), Some(vec![0, 1]), "{headers:?}");
        }
        assert_eq!(parts(&["Телефон", "Наличные", "Чаевые", "Карта", "СБП"]), Some(vec![1, 3, 4]));
    }

    #[test]
    fn headers_that_are_no_parts_or_stand_beside_their_sum() {
        let cases: [&[&str]; 11] = [
            &["Работы", "Запчасти", "Итого"],
            &["Сумма", "Наличные", "Карта"],
            &["Работы", "Работы и запчасти"],
            &["Товары", "Услуги"],
            &["Сумма работ", "Количество запчастей"],
            &["Номер карты", "Наличные"],
            &["Наличные"],
            &["Карта", "Оплата картой"],
            &["Предоплата", "Остаток"],
            &["Работы", "Наличные"],
            &["Нал", "Безнал", "Карта"],
        ];
        for headers in cases {
            assert_eq!(parts(headers), None, "{headers:?}");
        }
    }
}
