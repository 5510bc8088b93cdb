//! From the headers of a file to the fields of a sale.
//!
//! Three steps, from the surest to the least sure:
//!
//! 1. **Headers.** [`meaning`] weighs what a header can stand for; columns are given away by weight, the
//!    heaviest pair of field and column first, so that the name of a client wins over its code and the sum of
//!    a row over the price of a piece. What is counted in pieces or hours is no money ([`units`]). A column takes part only
//!    if its cells look like the field ([`fits`]).
//! 2. **Kinds.** Where no header tells, the only column of days is the date and the only column of numbers
//!    the amount.
//! 3. **Headers against kinds.** A column called «Дата» without a single day in it is still what its author
//!    meant as the date: taken, it leads to a message that names the column and shows the cell.
//!
//! Invariants: a pure function of the evidence; ties go to the left; at most one field a column.

mod days;
mod kinds;
mod languages;
mod meaning;
mod parts_of_sum;
mod phrases;
mod tells;
mod terms;
#[cfg(test)]
mod tests;
mod units;
mod words;

use super::field::{Field, FieldMapping};
use super::kinds::TableKind;
use super::plan::ColumnKind;
use meaning::{Meaning, meaning, meaning_of};
pub use parts_of_sum::parts_of_sum;
pub use tells::{
    counts_orders, counts_people, counts_visits, is_day_of_client, is_day_of_move, is_day_of_stage, is_early_day,
    is_first_or_last_day, is_hoped_for, is_reason_of_loss, is_same_but_for_unit, is_stage_before, names_advertising,
    names_currency, names_event, names_goods_or_money, names_money_of_sale, names_net, names_order, names_rate,
    names_remark, names_respondent, parts_of_name, speaks_of_deals, sums_up,
};
use units::Unit;
use words::words;

/// What is known of a column before its field is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnEvidence<'a> {
    /// Header as it stands in the file; empty if there is none.
    pub header: &'a str,
    /// What its cells look like.
    pub kind: ColumnKind,
    /// Distinct filled cells over filled cells, in the sample, 0 to 1.
    pub distinct_share: f64,
    /// Filled cells over all cells, in the sample, 0 to 1.
    pub filled_share: f64,
    /// Whether every filled cell is a yes or a no.
    pub is_yes_or_no: bool,
}

/// A column with all cells empty loses this much weight, a half-empty one half of it.
const WEIGHT_OF_FILLING: f64 = 30.0;
/// An order's number differs from row to row: distinct cells add up to this much weight.
const WEIGHT_OF_DISTINCTNESS: f64 = 5.0;
/// Days written as plain numbers (serial days, unix time) give way to days written as days.
const WEIGHT_OF_NUMBERS_AS_DAYS: f64 = -40.0;
/// What stands beyond a gap is of another table, where this one has the same.
const WEIGHT_BEYOND_GAP: f64 = -150.0;
/// A client's column filled less than this is not the one by which clients are told apart, where there is another.
const HALF: f64 = 0.5;
/// A column filled so far may stand in for it.
const NEARLY_ALL: f64 = 0.9;
/// Organizations over contact persons from which they are rather buyers than sellers.
const BUYERS_A_PERSON: f64 = 0.7;
/// From here on a header is clear enough to be believed against its cells.
const CLEAR: f64 = 50.0;

/// A column that could stand for a field, and how well.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The field.
    field: Field,
    /// Index of the column.
    column: usize,
    /// How well the header names the field.
    weight: f64,
}

/// The most plausible field of each column.
#[must_use]
pub fn propose(columns: &[ColumnEvidence<'_>]) -> FieldMapping {
    let meanings: Vec<Meaning> = columns.iter().map(|column| meaning_of(column.header)).collect();
    let mut mapping = FieldMapping::default();
    assign(&mut mapping, candidates(columns, &meanings, fits));
    quantity_of_price(&mut mapping, columns);
    billed_rather_than_paid(&mut mapping, columns);
    price_alone_is_the_amount(&mut mapping);
    client_rather_than_seller(&mut mapping, columns, &meanings);
    firm_rather_than_person(&mut mapping, columns, &meanings);
    client_by_more_than_a_part(&mut mapping, columns);
    by_kind(&mut mapping, columns, &meanings);
    let believed = last_resort(&mapping, columns, &meanings);
    assign(&mut mapping, believed);
    mapping
}

/// The most plausible field of each column of a table of a kind.
#[must_use]
pub fn propose_for(kind: TableKind, columns: &[ColumnEvidence<'_>]) -> FieldMapping {
    if kind == TableKind::Sales { propose(columns) } else { kinds::propose(kind, columns) }
}

/// The column that a header names clearly as a field of a kind that is not sales.
#[must_use]
pub fn names_clearly(kind: TableKind, field: Field, columns: &[ColumnEvidence<'_>]) -> Option<usize> {
    kinds::names_clearly(kind, field, columns)
}

/// Whether a header can be that of clients.
#[must_use]
pub fn names_client(header: &str) -> bool {
    meaning_of(header).fields.iter().any(|(field, _)| *field == Field::Client)
}

/// Which of several headers reads most like that of clients, the first of those that read alike: an «Организация» above a
/// «Контрагент» is the firm itself.
#[must_use]
pub fn most_like_client(headers: &[&str]) -> Option<usize> {
    let weight = |header: &&str| {
        let client = meaning_of(header).fields.into_iter().find(|(field, _)| *field == Field::Client);
        client.map_or(f64::NEG_INFINITY, |(_, weight)| weight)
    };
    let weights: Vec<f64> = headers.iter().map(weight).collect();
    let best = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    weights.iter().position(|&weight| weight == best && best > f64::NEG_INFINITY)
}

/// Whether a header of sums speaks of a whole order, document or receipt, rather than of what stands in a row.
#[must_use]
pub fn names_whole_order(header: &str) -> bool {
    const WHOLES: [&str; 8] = ["order", "invoice", "receipt", "заказ", "документ", "чек", "счет", "накладн"];
    words(header).iter().any(|word| WHOLES.iter().any(|whole| word.starts_with(whole)))
}

/// Whether a header of sums speaks of what stands in a row of an order.
#[must_use]
pub fn names_sum_of_row(header: &str) -> bool {
    const ROWS: [&str; 6] = ["line", "item", "row", "строк", "позици", "товар"];
    let words = words(header);
    let is_sum =
        |word: &String| meaning(std::slice::from_ref(word)).fields.iter().any(|(field, _)| *field == Field::Amount);
    words.iter().any(|word| ROWS.iter().any(|row| word.starts_with(row))) && words.iter().any(is_sum)
}

/// Whether a header names what is taken off a price.
#[must_use]
pub fn names_discount(header: &str) -> bool {
    words(header).iter().any(|word| ["скид", "знижк", "discount", "rabatt"].iter().any(|stem| word.starts_with(stem)))
}

/// Whether a header is that of the money taken off, and not of what is before it or left after it: "Discounted total",
/// «Цена со скидкой».
#[must_use]
pub fn is_sum_of_discount(header: &str) -> bool {
    const OTHER: [&str; 12] =
        ["без", "до", "со", "с", "после", "учетом", "after", "before", "with", "without", "discounted", "net"];
    names_discount(header) && !words(header).iter().any(|word| OTHER.contains(&word.as_str()))
}

/// Whether a header speaks of hundredths.
#[must_use]
pub fn says_percent(header: &str) -> bool {
    words(header).iter().any(|word| word == "%" || word.starts_with("процент") || word.starts_with("percent"))
}

/// Whether a header speaks of thousands or millions.
#[must_use]
pub fn says_thousands(header: &str) -> bool {
    let lower = header.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        ["тыс", "млн"].contains(&word)
            || ["тысяч", "миллион", "thousand", "million"].iter().any(|stem| word.starts_with(stem))
    })
}

/// Whether a header can be that of the share of a price that is taken off, and says no more.
#[must_use]
pub fn is_rate_of_discount(header: &str) -> bool {
    let is_plain = |word: &String| {
        names_discount(word) || says_percent(word) || ["rate", "размер", "ставка"].contains(&word.as_str())
    };
    names_discount(header) && words(header).iter().all(is_plain)
}

/// Whether a price is told to be that of a row by the other headers: Amazon's reports of orders have it so.
#[must_use]
pub fn is_price_of_row(price: &str, headers: &[String]) -> bool {
    words(price) == ["item", "price"]
        && headers.iter().any(|header| words(header).first().is_some_and(|word| word == "amazon"))
}

/// Whether a header is that of the moment in which a form was sent off: services put it before the answers.
#[must_use]
pub fn is_stamp_of_form(header: &str) -> bool {
    let words = words(header).join(" ");
    ["отметка времени", "timestamp", "время создания", "дата ответа", "время ответа", "submitted at"]
        .contains(&words.as_str())
}

/// The measure among several that reads most like money; the first where none does.
#[must_use]
pub fn most_like_money(measures: &[String]) -> usize {
    let weight = |measure: &String| {
        let amount = meaning_of(measure).fields.into_iter().find(|(field, _)| *field == Field::Amount);
        match amount {
            Some((_, weight)) => weight,
            None if matches!(units::unit(measure), Some(Unit::Counted(_))) => -2.0,
            // A plan comes after whatever is said of facts.
            None if meaning::is_of_plan(&words(measure)) => -1.0,
            None => f64::from(words::all_words(measure).iter().any(|word| words::is_money_unit(word))),
        }
    };
    let mut best = (0, measures.first().map_or(0.0, weight));
    for (index, measure) in measures.iter().enumerate() {
        let weight = weight(measure);
        if weight > best.1 {
            best = (index, weight);
        }
    }
    best.0
}

/// Pairs of a field and a column whose header names it and whose cells are admitted.
fn candidates(
    columns: &[ColumnEvidence<'_>],
    meanings: &[Meaning],
    admitted: fn(Field, &ColumnEvidence<'_>, &Meaning) -> bool,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let gap = gap(columns, meanings).unwrap_or(columns.len());
    for (index, (column, meaning)) in columns.iter().zip(meanings).enumerate() {
        let beyond = if index > gap { WEIGHT_BEYOND_GAP } else { 0.0 };
        for &(field, weight) in &meaning.fields {
            if admitted(field, column, meaning) {
                let weight = weight + adjustment(field, column) + beyond;
                found.push(Candidate { field, column: index, weight });
            }
        }
    }
    found
}

/// The column that parts a table from another one to its right: it has neither header nor cells; to its left stand a
/// client, a day and a sum, and to its right a client or a day once more.
fn gap(columns: &[ColumnEvidence<'_>], meanings: &[Meaning]) -> Option<usize> {
    let gap = columns.iter().position(|column| column.header.is_empty() && column.kind == ColumnKind::Empty)?;
    let (left, right) = meanings.split_at_checked(gap)?;
    let has = |side: &[Meaning], field: Field| {
        side.iter().any(|meaning| meaning.fields.iter().any(|(known, weight)| *known == field && *weight >= CLEAR))
    };
    let is_table = [Field::Client, Field::Date, Field::Amount].into_iter().all(|field| has(left, field));
    (is_table && [Field::Client, Field::Date].into_iter().any(|field| has(right, field))).then_some(gap)
}

/// What the cells add to the weight of the header.
fn adjustment(field: Field, column: &ColumnEvidence<'_>) -> f64 {
    let mut weight = (column.filled_share.clamp(0.0, 1.0) - 1.0) * WEIGHT_OF_FILLING;
    if field == Field::Order {
        weight += column.distinct_share.clamp(0.0, 1.0) * WEIGHT_OF_DISTINCTNESS;
    }
    if field == Field::Date && column.kind == ColumnKind::Number {
        weight += WEIGHT_OF_NUMBERS_AS_DAYS;
    }
    weight
}

/// Gives columns away: the heaviest pair first, ties to the left.
fn assign(mapping: &mut FieldMapping, mut candidates: Vec<Candidate>) {
    candidates.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.column.cmp(&b.column)).then(a.field.cmp(&b.field)));
    for Candidate { field, column, .. } in candidates {
        if mapping.column(field).is_none() && mapping.field(column).is_none() {
            mapping.set(field, column);
        }
    }
}

/// Whether the cells of a column look like a field.
fn fits(field: Field, column: &ColumnEvidence<'_>, meaning: &Meaning) -> bool {
    match (field, column.kind) {
        (_, ColumnKind::Empty) => false,
        (Field::Date, ColumnKind::Number) => meaning.says_date,
        (Field::Date, kind) => kind == ColumnKind::Date,
        (Field::Amount | Field::Quantity | Field::Price | Field::Cost | Field::Margin, kind) => {
            kind == ColumnKind::Number
        }
        (Field::Order, ColumnKind::Number) if counts_orders(column.header) => false,
        (Field::Client, ColumnKind::Number) if counts_people(column.header) => false,
        // «Юридическое лицо: нет» says what the client is, and not who.
        (Field::Client, _) if column.is_yes_or_no => false,
        // A plain count in a column called «№» is the number of the row, not that of an order.
        (Field::Order, ColumnKind::Number) if meaning.bare_number => column.distinct_share < 1.0,
        (Field::Order | Field::Product, kind) if meaning.bare_name => {
            let is_numbered =
                matches!(kind, ColumnKind::Number | ColumnKind::Identifier) && column.distinct_share >= 1.0;
            kind != ColumnKind::Date && is_numbered == (field == Field::Order)
        }
        (_, kind) => kind != ColumnKind::Date,
    }
}

/// Whether a header is one of these, in words.
fn is_called(columns: &[ColumnEvidence<'_>], column: usize, names: &[&str]) -> bool {
    columns.get(column).is_some_and(|it| names.contains(&words(it.header).join(" ").as_str()))
}

/// The column of a kind that stands for nothing yet and is such; `None` where there are several.
fn only_free(
    mapping: &FieldMapping,
    columns: &[ColumnEvidence<'_>],
    kind: ColumnKind,
    is_such: impl Fn(usize) -> bool,
) -> Option<usize> {
    let is_free = |column: &usize| {
        columns.get(*column).is_some_and(|it| it.kind == kind) && mapping.field(*column).is_none() && is_such(*column)
    };
    let mut free = (0..columns.len()).filter(is_free);
    free.next().filter(|_| free.next().is_none())
}

/// What a price is for is counted in the only column of that unit: "Вес, кг" beside "Цена за кг". Weights and hours are no
/// quantities of anything else. A bare rate is a price where something is counted.
fn quantity_of_price(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>]) {
    const RATES: [&str; 2] = ["rate", "ставка"];
    if mapping.column(Field::Amount).is_some() {
        return;
    }
    let unit = |column: usize| columns.get(column).and_then(|it| units::unit(it.header));
    let is_counted = |column: usize| matches!(unit(column), Some(Unit::Counted(_)));
    let is_rate = |column: usize| is_called(columns, column, &RATES);
    if mapping.column(Field::Price).is_none()
        && let Some(rate) = only_free(mapping, columns, ColumnKind::Number, is_rate)
    {
        let counted = || only_free(mapping, columns, ColumnKind::Number, is_counted);
        let quantity = mapping.column(Field::Quantity).or_else(counted);
        if let Some(quantity) = quantity {
            mapping.set(Field::Quantity, quantity);
            mapping.set(Field::Price, rate);
        }
        return;
    }
    let Some(Unit::Each(measure)) = mapping.column(Field::Price).and_then(unit) else { return };
    let is_of_measure = |column: usize| unit(column) == Some(Unit::Counted(measure));
    if mapping.column(Field::Quantity).is_none()
        && let Some(counted) = only_free(mapping, columns, ColumnKind::Number, is_of_measure)
    {
        mapping.set(Field::Quantity, counted);
    }
}

/// What was billed or shipped, rather than what of it has been paid or was planned, where no goods are counted.
fn billed_rather_than_paid(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>]) {
    const BILLED: [&str; 3] = ["начислено", "отгружено", "факт"];
    const PAID: [&str; 5] = ["оплачено", "оплата", "paid", "payment", "amount paid"];
    let is_beside_plan = || columns.iter().any(|it| meaning::is_of_plan(&words(it.header)));
    let amount = mapping.column(Field::Amount);
    let is_open = amount.map_or_else(is_beside_plan, |amount| is_called(columns, amount, &PAID));
    let counts = [Field::Price, Field::Quantity].into_iter().any(|field| mapping.column(field).is_some());
    let is_billed = |&column: &usize| {
        let is_of_money = |it: &ColumnEvidence<'_>| it.kind == ColumnKind::Number && units::unit(it.header).is_none();
        is_called(columns, column, &BILLED) && columns.get(column).is_some_and(is_of_money)
    };
    if is_open
        && !counts
        && let Some(billed) = (0..columns.len()).find(is_billed)
    {
        mapping.set(Field::Amount, billed);
    }
}

/// A price without a quantity is what was paid.
fn price_alone_is_the_amount(mapping: &mut FieldMapping) {
    if mapping.column(Field::Amount).is_none()
        && mapping.column(Field::Quantity).is_none()
        && let Some(price) = mapping.column(Field::Price)
    {
        mapping.set(Field::Amount, price);
    }
}

/// How people are called who speak for a firm.
const PERSONS: [&str; 6] =
    ["основной контакт", "контакт", "contact", "контактное лицо", "contact name", "contact person"];

/// People who speak for firms give way to the firms, where these are more of them.
fn firm_rather_than_person(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>], meanings: &[Meaning]) {
    let Some(person) = mapping.column(Field::Client).filter(|&chosen| is_called(columns, chosen, &PERSONS)) else {
        return;
    };
    let share = |column: usize| columns.get(column).map_or(0.0, |column| column.distinct_share);
    let is_firm = |candidate: &Candidate| {
        candidate.field == Field::Client
            && mapping.field(candidate.column).is_none()
            && share(candidate.column) > share(person)
    };
    let firms = candidates(columns, meanings, fits).into_iter().filter(is_firm);
    if let Some(firm) = firms.max_by(|one, other| one.weight.total_cmp(&other.weight)) {
        mapping.set(Field::Client, firm.column);
    }
}

/// An organization is the seller in papers of 1C, so that it gives way to whoever is named as the client beside it.
fn client_rather_than_seller(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>], meanings: &[Meaning]) {
    const SELLERS: [&str; 3] = ["организация", "organization", "organisation"];
    const RECEIVER: &str = "получатель";
    let Some(chosen) = mapping.column(Field::Client).filter(|&chosen| is_called(columns, chosen, &SELLERS)) else {
        return;
    };
    // A firm sells in its own name, or in a few; buyers are as many as the people who speak for them.
    let share = |column: usize| columns.get(column).map_or(0.0, |column| column.distinct_share);
    let are_many = |person: &Candidate| share(chosen) >= BUYERS_A_PERSON * share(person.column);
    let named = |candidate: &Candidate| candidate.field == Field::Client && mapping.field(candidate.column).is_none();
    let is_person = |candidate: &Candidate| is_called(columns, candidate.column, &PERSONS);
    let clear = |candidate: &Candidate| {
        (candidate.weight >= CLEAR || is_called(columns, candidate.column, &[RECEIVER]))
            && !(is_person(candidate) && are_many(candidate))
    };
    let others = candidates(columns, meanings, fits).into_iter().filter(|it| named(it) && clear(it));
    if let Some(better) = others.max_by(|one, other| one.weight.total_cmp(&other.weight)) {
        mapping.set(Field::Client, better.column);
    }
}

/// A client's column of little worth gives way: to the name beside the account of a ledger, to the full addresses of
/// e-mail where a name stands in two columns, or hardly anywhere.
fn client_by_more_than_a_part(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>]) {
    const WEAK: [&str; 4] = ["торговая точка", "логин", "юр лицо", "фирма"];
    /// So many times the distinct cells.
    const FEWER: f64 = 1.5;
    const LEDGER: [&str; 4] = ["split", "debit", "credit", "transaction type"];
    let spelled: Vec<String> = columns.iter().map(|column| words(column.header).join(" ")).collect();
    let Some(chosen) = mapping.column(Field::Client) else { return };
    let (Some(header), Some(evidence)) = (spelled.get(chosen), columns.get(chosen)) else { return };
    let better = if header == "account" && spelled.iter().any(|header| LEDGER.contains(&header.as_str())) {
        spelled.iter().position(|header| header == "name")
    } else {
        let is_part_of_name = parts_of_name(columns).is_some_and(|parts| parts.contains(&chosen));
        let is_rare = evidence.filled_share < HALF;
        // Shops and firms of one's own are fewer than buyers.
        let is_of_few = |column: &usize| {
            WEAK.contains(&header.as_str())
                && columns.get(*column).is_some_and(|it| it.distinct_share >= FEWER * evidence.distinct_share)
        };
        let is_full = |column: &usize| columns.get(*column).is_some_and(|it| it.filled_share >= NEARLY_ALL);
        contact(mapping, columns).filter(is_full).filter(|column| is_part_of_name || is_rare || is_of_few(column))
    };
    if let Some(better) = better.filter(|better| mapping.field(*better).is_none()) {
        mapping.set(Field::Client, better);
    }
}

/// Whether money is known: as an amount, or as quantity and price.
fn has_money(mapping: &FieldMapping) -> bool {
    mapping.column(Field::Amount).is_some()
        || (mapping.column(Field::Quantity).is_some() && mapping.column(Field::Price).is_some())
}

/// Fills needed fields from the kinds of columns whose headers say nothing.
fn by_kind(mapping: &mut FieldMapping, columns: &[ColumnEvidence<'_>], meanings: &[Meaning]) {
    let only = |mapping: &FieldMapping, kind: ColumnKind, admitted: fn(&Meaning) -> bool| {
        only_free(mapping, columns, kind, |column| meanings.get(column).is_some_and(admitted))
    };
    if mapping.column(Field::Date).is_none()
        && let Some(column) = only(mapping, ColumnKind::Date, |meaning| !meaning.something_else)
    {
        mapping.set(Field::Date, column);
    }
    if !has_money(mapping)
        && let Some(column) = only(mapping, ColumnKind::Number, Meaning::says_nothing)
    {
        mapping.set(Field::Amount, column);
    }
    // Any text may stand under a header that says nothing; without a header, names are the likeliest.
    if mapping.column(Field::Client).is_none()
        && let Some(column) = only(mapping, ColumnKind::Text, |meaning| meaning.blank)
    {
        mapping.set(Field::Client, column);
    }
    // Shops that part a name in two columns tell clients apart by how they are reached.
    if mapping.column(Field::Client).is_none()
        && let Some(column) = contact(mapping, columns)
    {
        mapping.set(Field::Client, column);
    }
}

/// The first filled column of e-mail addresses, else of phones, that stands for nothing yet.
fn contact(mapping: &FieldMapping, columns: &[ColumnEvidence<'_>]) -> Option<usize> {
    const WAYS: [&[&str]; 2] = [&["email", "mail", "почта"], &["телефон", "phone", "mobile"]];
    WAYS.into_iter().find_map(|ways| {
        columns.iter().enumerate().position(|(index, column)| {
            let is_free =
                mapping.field(index).is_none() && !matches!(column.kind, ColumnKind::Empty | ColumnKind::Date);
            is_free && words(column.header).iter().any(|word| ways.contains(&word.as_str()))
        })
    })
}

/// Columns clearly named as a needed field that is still missing, whatever their cells look like.
fn last_resort(mapping: &FieldMapping, columns: &[ColumnEvidence<'_>], meanings: &[Meaning]) -> Vec<Candidate> {
    let believed = |field: Field, column: &ColumnEvidence<'_>, _: &Meaning| match field {
        Field::Client => column.kind == ColumnKind::Empty,
        Field::Date | Field::Amount => true,
        _ => false,
    };
    candidates(columns, meanings, believed)
        .into_iter()
        .filter(|candidate| candidate.weight >= CLEAR && (candidate.field != Field::Amount || !has_money(mapping)))
        .collect()
}
