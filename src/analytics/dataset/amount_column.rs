//! The column of sums, where cells say more than headers: sums of whole orders that stand in each of their rows, prices that
//! are those of rows, sums in the currency of the firm beside the currencies of its contracts, sums before a discount beside
//! those after it, sums in thousands beside sums in full.

use std::collections::BTreeSet;

use super::field::{Field, FieldMapping};
use super::kinds::report::Finding;
use super::order_totals::{self, Instead, Places};
use super::plan::ColumnKind;
use super::records::Record;
use super::sample::SampleRow;
use super::short_text::trimmed;
use super::{currency, dictionary, line_prices, number};
use crate::analytics::amount::PLACES;

/// One of so many parts is the most by which a converted sum may differ from the sum at the rate in its row.
const RATE_AGREES_WITHIN: i128 = 100;

/// One of so many parts of a discount may be lost in rounding.
const DISCOUNT_AGREES_WITHIN: u64 = 100;

/// Puts the column of sums right where the user has not decided, by `is_open`; what is to be said of it. `columns` are
/// headers and kinds.
pub fn correct<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow> + Clone,
    (headers, kinds): (&[String], &[ColumnKind]),
    is_open: impl Fn(Field) -> bool,
) -> Vec<(Finding, u64)> {
    let mut findings = Vec::new();
    if is_open(Field::Amount) {
        findings.extend(pass_over_totals(mapping, rows.clone(), headers, kinds));
        take_finer_unit(mapping, headers, kinds);
        take_after_discount(mapping, rows.clone(), headers, kinds);
        take_converted(mapping, rows.clone(), headers, kinds);
    }
    if [Field::Amount, Field::Currency].into_iter().all(&is_open) {
        take_own_currency(mapping, rows.clone(), headers, kinds);
    }
    if [Field::Amount, Field::Price].into_iter().all(&is_open) {
        findings.extend(take_prices_of_rows(mapping, rows, headers));
    }
    findings
}

/// Takes what stands for a row in place of the sum of a whole order that stands in each of its rows; what is to be said of
/// it.
fn pass_over_totals<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow>,
    headers: &[String],
    kinds: &[ColumnKind],
) -> Option<(Finding, u64)> {
    let (order, amount) = (mapping.column(Field::Order)?, mapping.column(Field::Amount)?);
    let is_told = headers.get(amount).is_some_and(|header| dictionary::names_whole_order(header));
    let rows: Vec<Record<'_>> = rows.map(SampleRow::record).collect();
    let items = mapping.column(Field::Quantity).zip(mapping.column(Field::Price));
    let (mark, _) = number::guess_mark(rows.iter().filter_map(|record| record.get(amount)));
    let is_other = |column: &usize| kinds.get(*column) == Some(&ColumnKind::Number) && *column != amount;
    // What stands for something else already, or is called so, is no part of the sum.
    let is_free = |column: &usize| mapping.field(*column).is_none_or(|field| field == Field::Price);
    let is_of_rows = |column: usize| headers.get(column).is_some_and(|header| dictionary::names_sum_of_row(header));
    let others: Vec<(usize, bool)> =
        (0..headers.len()).filter(is_other).filter(is_free).map(|column| (column, is_of_rows(column))).collect();
    // One column.
    Some(match order_totals::instead(&rows, Places { order, amount, items, mark }, &others, is_told)? {
        Instead::Items => {
            mapping.clear_column(amount);
            (Finding::OrderTotalsPassedOver, 1)
        }
        Instead::Column(column) => {
            mapping.set(Field::Amount, column);
            (Finding::OrderTotalsPassedOver, 1)
        }
        Instead::Nothing => (Finding::OrderTotals, 1),
    })
}

/// Columns of numbers that stand for nothing yet and are called as the sum is, but for their unit.
fn same_but_for_unit<'a>(
    mapping: &'a FieldMapping,
    amount: usize,
    headers: &'a [String],
    kinds: &'a [ColumnKind],
) -> impl Iterator<Item = usize> + 'a {
    let is_called = move |header: &String| {
        headers.get(amount).is_some_and(|amount| dictionary::is_same_but_for_unit(header, amount))
    };
    (0..headers.len()).filter(move |&column| {
        kinds.get(column) == Some(&ColumnKind::Number)
            && mapping.field(column).is_none()
            && headers.get(column).is_some_and(is_called)
    })
}

/// Takes sums in full in place of the same in thousands: «Сумма, руб.» beside «Сумма, тыс. руб.».
fn take_finer_unit(mapping: &mut FieldMapping, headers: &[String], kinds: &[ColumnKind]) {
    let is_in_thousands = |column: usize| headers.get(column).is_some_and(|it| dictionary::says_thousands(it));
    let Some(amount) = mapping.column(Field::Amount).filter(|&amount| is_in_thousands(amount)) else { return };
    let full = same_but_for_unit(mapping, amount, headers, kinds).find(|&column| !is_in_thousands(column));
    if let Some(full) = full {
        mapping.set(Field::Amount, full);
    }
}

/// Takes sums that have been converted, where the rate stands beside them and the figures agree: the firm counts in those.
fn take_converted<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow>,
    headers: &[String],
    kinds: &[ColumnKind],
) {
    let header = |column: usize| headers.get(column).map_or("", String::as_str);
    let (Some(amount), Some(rate)) =
        (mapping.column(Field::Amount), (0..headers.len()).find(|&column| dictionary::names_rate(header(column))))
    else {
        return;
    };
    let of = |column: usize| currency::of_header(header(column));
    let is_other = |&column: &usize| of(column).is_some_and(|currency| Some(currency) != of(amount));
    let Some(converted) =
        same_but_for_unit(mapping, amount, headers, kinds).find(is_other).filter(|_| of(amount).is_some())
    else {
        return;
    };
    let rows: Vec<Record<'_>> = rows.map(SampleRow::record).collect();
    let cells = rows.iter().flat_map(|record| [amount, rate, converted].into_iter().filter_map(|it| record.get(it)));
    let (mark, _) = number::guess_mark(cells);
    let value =
        |record: &Record<'_>, column: usize| Some(i128::from(number::parse_amount(record.get(column)?, mark)?.0.0));
    let terms = |row| Some((value(row, amount)?, value(row, rate)?, value(row, converted)?));
    let terms: Vec<(i128, i128, i128)> = rows.iter().filter_map(terms).collect();
    let unit = 10_i128.pow(PLACES);
    // The rate itself is rounded, and may be that of another hour.
    let agrees = |&(sum, rate, converted): &(i128, i128, i128)| {
        (sum * rate - converted * unit).abs() * RATE_AGREES_WITHIN <= (converted * unit).abs()
    };
    if !terms.is_empty() && terms.iter().all(agrees) {
        mapping.set(Field::Amount, converted);
    }
}

/// Whether what is left after a discount is what it comes to, but for rounding: a small part of the discount, or less than
/// one where that is a part of it too.
const fn is_nearly(computed: i64, written: i64, discount: i64) -> bool {
    let (apart, discount) = (computed.abs_diff(written), discount.unsigned_abs());
    let parts = if apart < 10_u64.pow(PLACES) { 4 } else { DISCOUNT_AGREES_WITHIN };
    apart.saturating_mul(parts) <= discount
}

/// Takes the column that is the sum less the discount in every row: that is what the client owes, whatever it is called.
fn take_after_discount<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow>,
    headers: &[String],
    kinds: &[ColumnKind],
) {
    let is_discount =
        |column: &usize| headers.get(*column).is_some_and(|header| dictionary::is_sum_of_discount(header));
    // Most files have none.
    let Some(amount) = mapping.column(Field::Amount).filter(|_| (0..headers.len()).any(|column| is_discount(&column)))
    else {
        return;
    };
    let rows: Vec<Record<'_>> = rows.map(SampleRow::record).collect();
    let is_number = |column: &usize| kinds.get(*column) == Some(&ColumnKind::Number);
    let numbers: Vec<usize> = (0..headers.len()).filter(is_number).collect();
    let cells = rows.iter().flat_map(|record| numbers.iter().filter_map(|&column| record.get(column)));
    let (mark, _) = number::guess_mark(cells);
    let sum = |record: &Record<'_>, column: usize| Some(number::parse_amount(record.get(column)?, mark)?.0.0);
    let is_rest = |discount: usize, rest: usize| {
        let terms = |record: &Record<'_>| {
            let taken = if record.trimmed(discount).is_empty() { Some(0) } else { sum(record, discount) };
            Some((sum(record, amount)?, taken?, sum(record, rest)?))
        };
        let mut terms = rows.iter().filter(|record| sum(record, amount).is_some()).map(terms);
        let mut taken = 0;
        let is_less = |terms: Option<(i64, i64, i64)>| {
            terms.is_some_and(|(before, off, after)| {
                taken += u32::from(off != 0);
                // With a minus it would be added, and lead from what is left back to the sum.
                off >= 0 && before.checked_sub(off).is_some_and(|rest| is_nearly(rest, after, off))
            })
        };
        terms.all(is_less) && taken > 0
    };
    let found = numbers.iter().filter(|column| is_discount(column)).find_map(|&discount| {
        let free = numbers.iter().copied().filter(|column| !is_discount(column) && mapping.field(*column).is_none());
        free.into_iter().find(|&rest| is_rest(discount, rest))
    });
    if let Some(rest) = found {
        mapping.set(Field::Amount, rest);
    }
}

/// Takes prices of whole rows for the sums that they are, where nothing else is one; what is to be said of it.
fn take_prices_of_rows<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow> + Clone,
    headers: &[String],
) -> Option<(Finding, u64)> {
    let (quantity, price) = (mapping.column(Field::Quantity)?, mapping.column(Field::Price)?);
    let is_told = || headers.get(price).is_some_and(|header| dictionary::is_price_of_row(header, headers));
    let shows = || {
        let (mark, _) = number::guess_mark(rows.clone().filter_map(|row| row.record().get(price)));
        let places = |product| line_prices::Places { product, quantity, price };
        let product = mapping.column(Field::Product).map(places);
        product.is_some_and(|places| line_prices::are_of_rows(rows.clone().map(SampleRow::record), places, mark))
    };
    if mapping.column(Field::Amount).is_some() || !is_told() && !shows() {
        return None;
    }
    mapping.set(Field::Amount, price);
    Some((Finding::PricesOfRows, 1))
}

/// Takes the sums whose header names their currency, «Сумма, руб.», where rows are in several: those are the currencies of
/// contracts then, and say nothing of these sums. Where all rows are in one, nothing changes.
fn take_own_currency<'a>(
    mapping: &mut FieldMapping,
    rows: impl Iterator<Item = &'a SampleRow>,
    headers: &[String],
    kinds: &[ColumnKind],
) {
    let (Some(amount), Some(currency)) = (mapping.column(Field::Amount), mapping.column(Field::Currency)) else {
        return;
    };
    let header = |column: usize| headers.get(column).map_or("", String::as_str);
    let names_one = |column: &usize| currency::of_header(header(*column)).is_some();
    let own = [amount].into_iter().chain(same_but_for_unit(mapping, amount, headers, kinds)).find(names_one);
    let Some(own) = own else { return };
    let named: BTreeSet<&str> = rows.filter_map(|row| row.record().get(currency)).map(trimmed).collect();
    if named.iter().filter(|name| !name.is_empty()).count() > 1 {
        mapping.clear_column(currency);
        mapping.set(Field::Amount, own);
    }
}
