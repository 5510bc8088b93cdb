//! What a header can stand for.

use super::Field;
use super::days::{DATE_OF_SOMETHING_ELSE, DATE_WORDS};
use super::terms::{Sense, WORDS, matched};
use super::units::{Measure, Unit, names_price, unit};
use super::words::{all_words, is_money_unit, words};
use super::{languages, phrases};

/// Weight of the first of the clear phrases; each following weighs one less.
const CLEAR_PHRASE: f64 = 200.0;
/// Weight of the first of the vague phrases; each following weighs one less.
const VAGUE_PHRASE: f64 = 45.0;
/// Weight of a header that is an entity by name: "Наименование клиента".
const NAMED: f64 = 90.0;
/// Weight of a header that is what it names: "Сумма по договору", "Клиент розницы".
const HEAD: f64 = 80.0;
/// Weight of a header that is an entity by code: "Код клиента".
const CODED: f64 = 55.0;
/// Weight of a header that is a product by code: any name of it says more.
const CODED_PRODUCT: f64 = 30.0;
/// Weight of a header that tells something of an entity: "Сегмент клиента", "Customer language".
const ATTRIBUTE: f64 = 35.0;
/// The same of a product: any other word for it says more.
const ATTRIBUTE_OF_PRODUCT: f64 = 20.0;
/// What is said beside a sum takes this much away where it is not yet all that was paid: "до скидки", "excl. tax".
const NOT_ALL: f64 = 20.0;
/// Weight of a sum of which is said that it is all that was paid, "после скидки", "incl. tax": more than that of any that
/// says nothing.
const ALL_OF_IT: f64 = 201.0;
/// What is a part of the whole sum takes so much away: a subtotal, or what is left after fees.
const PART: f64 = 2.0;
/// Weight of a document's number under a header that calls it a name: any header of numbers says more.
const NUMBER_CALLED_NAME: f64 = 25.0;
/// Each word that the dictionary does not know takes this much away, up to three words.
const UNKNOWN_WORD: f64 = 6.0;
/// Weight of a price by the unit that it is for, at the most.
const PRICE_OF_ONE: f64 = 80.0;
/// Weight of a quantity that is called a sum: any other word for it says more.
const COUNTED: f64 = 44.0;
/// What a sum of something else than the purchase takes away.
const OTHER_MONEY: f64 = 40.0;
/// What such words add where others say what the sum is for.
const MORE_OF_IT: f64 = 5.0;
/// A plan or an average stands back behind any fact.
const PLAN: f64 = 40.0;
/// The weight of a day of something unknown.
const SOME_DATE: f64 = 50.0;

/// Headers under which rows are counted as often as orders are named.
const BARE_NUMBERS: &[&str] = &["№", "no", "n"];

/// Headers over the names of what was sold, or, where it is numbers that stand below them, over those of documents.
const BARE_NAMES: &[&str] = &["наименование", "название"];

/// What a header can stand for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Meaning {
    /// Fields and how well the header names them.
    pub(super) fields: Vec<(Field, f64)>,
    /// The header names something that is no field of a sale: a city, a phone, a tax.
    pub(super) something_else: bool,
    /// The header speaks of a day, so that its numbers may be days.
    pub(super) says_date: bool,
    /// The header is a number of nobody knows what.
    pub(super) bare_number: bool,
    /// The header is a name of nobody knows what.
    pub(super) bare_name: bool,
    /// There is no header.
    pub(super) blank: bool,
}

impl Meaning {
    /// Whether the header leaves open what the column is.
    pub(super) fn says_nothing(&self) -> bool {
        self.fields.is_empty() && !self.something_else
    }
}

/// What a header stands for: its words, and the unit of its numbers.
pub(super) fn meaning_of(header: &str) -> Meaning {
    let words = words(header);
    let mut meaning = meaning(&words);
    let is_clear_price = meaning.fields.iter().any(|(field, weight)| *field == Field::Price && *weight >= NAMED);
    if is_clear_price {
        return meaning;
    }
    let field = meaning.fields.first().copied();
    match (unit(header), field) {
        // «Сумма за упаковку» is that of the row.
        (Some(Unit::Each(_)), Some((Field::Amount, _))) if counts(&words) => {}
        (Some(Unit::Each(_)), Some((Field::Amount | Field::Price, weight))) => {
            meaning.fields = vec![(Field::Price, weight.min(PRICE_OF_ONE))];
        }
        (Some(Unit::Each(_)), None) if meaning.says_nothing() || names_price(header) => {
            meaning = Meaning { fields: vec![(Field::Price, PRICE_OF_ONE)], ..Meaning::default() };
        }
        // Goods are counted and weighed; hours and points have a price of their own, or none.
        (Some(Unit::Counted(measure)), Some((Field::Amount, _))) if counts(&words) => match measure {
            Measure::Piece | Measure::Pack | Measure::Weight | Measure::Volume | Measure::Area => {
                meaning.fields = vec![(Field::Quantity, COUNTED)];
            }
            _ => meaning = Meaning { something_else: true, ..Meaning::default() },
        },
        // «Заказано, шт» counts, and names no order.
        (Some(Unit::Counted(_)), Some((Field::Order, _)) | None) => {
            meaning = Meaning { something_else: true, ..Meaning::default() };
        }
        // «Отгружено, руб.» is money, «Отгружено» may be pieces.
        (None, None | Some((Field::Date, _))) if names_money(header) && is_of_both(&words) => {
            meaning = Meaning { fields: vec![(Field::Amount, VAGUE_PHRASE + 1.0)], ..Meaning::default() };
        }
        // «Чек, руб.» is no number of a receipt.
        (None, Some((Field::Order, _))) if names_money(header) => meaning.fields = vec![(Field::Amount, HEAD)],
        _ => {}
    }
    meaning
}

/// Whether a header may be of goods and of money alike.
fn is_of_both(words: &[String]) -> bool {
    matches!(words, [word] if ["отгружено", "начислено", "факт", "выкуплено", "заказано"].contains(&word.as_str()))
}

/// Whether a header may count and need not be money: a sum, a total; "Стоимость часов" is money.
fn counts(words: &[String]) -> bool {
    const COUNTS: [&str; 9] = ["сумм*", "итог*", "всего", "продаж*", "оборот*", "total", "amount", "sum", "sales"];
    words.iter().any(|word| COUNTS.iter().any(|entry| matched(entry, word).is_some()))
}

/// Whether a header has a unit of money.
fn names_money(header: &str) -> bool {
    all_words(header).iter().any(|word| is_money_unit(word))
}

/// What the words of a header stand for.
pub(super) fn meaning(words: &[String]) -> Meaning {
    let mut meaning = Meaning { blank: words.is_empty(), ..Meaning::default() };
    let senses: Vec<Option<Sense>> = words.iter().map(|word| sense(word)).collect();
    meaning.says_date = senses.contains(&Some(Sense::Date));
    let phrase = words.concat();
    if let Some(found) = phrase_in([phrases::CLEAR_PHRASES, languages::CLEAR_PHRASES], CLEAR_PHRASE, &phrase).next() {
        meaning.fields.push(found);
        return meaning;
    }
    // «Оплата» is a sum or a day, as its cells have it.
    meaning.fields.extend(phrase_in([phrases::VAGUE_PHRASES, languages::VAGUE_PHRASES], VAGUE_PHRASE, &phrase));
    if !meaning.fields.is_empty() {
        meaning.bare_number = BARE_NUMBERS.contains(&phrase.as_str());
        meaning.bare_name = BARE_NAMES.contains(&phrase.as_str());
        if meaning.bare_name {
            meaning.fields.push((Field::Order, NUMBER_CALLED_NAME));
        }
        return meaning;
    }
    match composed(words, &senses) {
        Composed::Field(field, weight) => meaning.fields.push((field, weight)),
        Composed::SomethingElse => meaning.something_else = true,
        Composed::Unknown => {}
    }
    meaning
}

/// Whether a header speaks of what is to be rather than of what was.
pub(super) fn is_of_plan(words: &[String]) -> bool {
    words.iter().any(|word| sense(word) == Some(Sense::Plan))
}

/// The fields of a phrase, and their weights by its place in their lists.
fn phrase_in<'a>(
    lists: [&'a [(Field, &'a [&'a str])]; 2],
    weight: f64,
    phrase: &'a str,
) -> impl Iterator<Item = (Field, f64)> + 'a {
    lists.into_iter().flatten().filter_map(move |(field, phrases)| {
        let place = phrases.iter().position(|known| is_spelled(known, phrase))?;
        Some((*field, weight - f64::from(u32::try_from(place).unwrap_or(u32::MAX))))
    })
}

/// Whether `phrase` is `known` without its spaces.
fn is_spelled(known: &str, phrase: &str) -> bool {
    known.chars().filter(|c| *c != ' ').eq(phrase.chars())
}

/// The sense of a word: the longest entry that fits it decides.
fn sense(word: &str) -> Option<Sense> {
    let fitting = WORDS.iter().chain(languages::WORDS).flat_map(|(sense, entries)| {
        entries.iter().filter_map(move |entry| matched(entry, word).map(|length| (length, *sense)))
    });
    fitting.max_by_key(|(length, _)| *length).map(|(_, sense)| sense)
}

/// What several words mean together.
enum Composed {
    /// A field, and how well it is named.
    Field(Field, f64),
    /// Something that is no field of a sale.
    SomethingElse,
    /// No word is known.
    Unknown,
}

/// Puts the senses of words together: an attribute ("дата", "номер", "name") of an entity ("клиент", "order").
fn composed(words: &[String], senses: &[Option<Sense>]) -> Composed {
    let has = |sense: Sense| senses.contains(&Some(sense));
    if has(Sense::Date) {
        return date_of(words);
    }
    let beside = senses.iter().position(|sense| *sense == Some(Sense::Beside)).unwrap_or(senses.len());
    if senses.iter().take(beside).any(|sense| *sense == Some(Sense::Else)) {
        return Composed::SomethingElse;
    }
    let entity = entity(words, senses);
    if is_count_of_things(words, senses) {
        return match entity {
            Some(Field::Product) => Composed::Field(Field::Quantity, HEAD),
            _ => Composed::SomethingElse,
        };
    }
    let (field, weight) = match () {
        () if has(Sense::Manager) => (Field::Manager, by_attribute(&has)),
        () if has(Sense::Profit) => (Field::Margin, HEAD),
        () if has(Sense::Cost) => (Field::Cost, HEAD),
        // "Количество заказов", "Customer count" count something else than pieces.
        () if has(Sense::Quantity) => match entity {
            Some(Field::Client | Field::Order) => return Composed::SomethingElse,
            _ => (Field::Quantity, HEAD),
        },
        () if has(Sense::Money) => (Field::Amount, HEAD),
        () if has(Sense::Price) => (Field::Price, HEAD),
        () if has(Sense::Source) => (Field::Source, HEAD),
        () if has(Sense::Group) => match entity {
            Some(Field::Client | Field::Order) => return Composed::SomethingElse,
            _ => (Field::Group, by_attribute(&has)),
        },
        () => match entity {
            Some(field @ Field::Order) if has(Sense::Code) => (field, NAMED),
            // The title of an order describes it and does not tell it from another.
            Some(Field::Order) if has(Sense::Name) => return Composed::SomethingElse,
            Some(Field::Product) if has(Sense::Code) && !has(Sense::Name) => (Field::Product, CODED_PRODUCT),
            Some(field) if tells_of(words, senses) => match field {
                // The time, the kind or the place of an order does not tell it from others.
                Field::Order => return Composed::Unknown,
                Field::Product => (field, ATTRIBUTE_OF_PRODUCT),
                _ => (field, ATTRIBUTE),
            },
            Some(field) => (field, by_attribute(&has)),
            None => return Composed::Unknown,
        },
    };
    let unknown = senses.iter().filter(|sense| sense.is_none()).count().min(3);
    let unknown = f64::from(u32::try_from(unknown).unwrap_or(u32::MAX)) * UNKNOWN_WORD;
    let plan = if has(Sense::Plan) { PLAN } else { 0.0 };
    if !matches!(field, Field::Amount | Field::Price) {
        return Composed::Field(field, weight - unknown - plan);
    }
    let other = if is_of_something_else(words) { OTHER_MONEY } else { 0.0 };
    let weight = weight - other;
    match completeness(words) {
        // A whole sum and no word of what for.
        Completeness::All if plan + other + unknown == 0.0 && entity.is_none() => Composed::Field(field, ALL_OF_IT),
        Completeness::All => Composed::Field(field, weight + MORE_OF_IT - unknown - plan),
        Completeness::Lacks(part) => Composed::Field(field, weight - unknown - plan - part),
    }
}

/// Whether a header tells something of the entity in it rather than who or which it is: its head is a word that the
/// dictionary does not know. The head comes first in Russian ("Сегмент клиента"), unless an adjective does ("Конечный
/// покупатель"), and last in English ("Customer segment").
fn tells_of(words: &[String], senses: &[Option<Sense>]) -> bool {
    if words.iter().any(|word| word == "per") {
        return true;
    }
    let counts = |(word, sense): &(&String, &Option<Sense>)| {
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        !is_number && !matches!(sense, Some(Sense::Filler | Sense::Beside | Sense::Plan)) && !is_adjective(word)
    };
    let mut heads = words.iter().zip(senses).filter(counts).map(|(_, sense)| *sense);
    let head = if is_russian(words) { heads.next() } else { heads.next_back() };
    head == Some(None)
}

fn is_russian(words: &[String]) -> bool {
    words.iter().any(|word| word.chars().any(|c| matches!(c, 'а'..='я')))
}

fn is_adjective(word: &str) -> bool {
    ["ый", "ий", "ой", "ая", "яя", "ое", "ые"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a header counts things or people: "Всего товаров", "Total items". A sum says so: "Item total", "Сумма товаров".
fn is_count_of_things(words: &[String], senses: &[Option<Sense>]) -> bool {
    const TOTALS: [&str; 3] = ["всего", "итого", "total"];
    words.first().is_some_and(|word| TOTALS.contains(&word.as_str()))
        && matches!(senses, [_, Some(Sense::Product | Sense::Client)])
}

/// Whether a sum is that of an insurance or a loan, which stand beside what was bought; «Сумма по кредиту» is what came in.
fn is_of_something_else(words: &[String]) -> bool {
    const OTHERS: [&str; 4] = ["страхов*", "insurance", "кредит*", "loan*"];
    let is_other = |word: &String| OTHERS.iter().any(|entry| matched(entry, word).is_some());
    words.windows(2).any(|pair| matches!(pair, [before, word] if before != "по" && is_other(word)))
}

/// What is said beside a sum.
enum Completeness {
    /// Nothing is left to be taken off or put on.
    All,
    /// It is not all, or nothing is said of that: what it weighs less.
    Lacks(f64),
}

/// Whether a sum is told to be with or without what was taken off and put on.
fn completeness(words: &[String]) -> Completeness {
    let is_one_of = |word: &String, entries: &[&str]| entries.iter().any(|entry| matched(entry, word).is_some());
    let (mut lacks, mut is_all) = (0.0, false);
    for (place, word) in words.iter().enumerate() {
        let (before, after): (&[&str], &[&str]) = if is_one_of(word, &["скидк*", "скидок", "discount*"]) {
            (&["до", "без", "before", "excl", "excluding", "ex", "without"], &["после", "со", "с", "after", "with"])
        } else if is_one_of(word, &["налог*", "ндс", "tax*", "vat"]) {
            (&["без", "excl", "excluding", "ex", "before", "without"], &["с", "со", "incl", "including", "inc", "with"])
        } else {
            continue;
        };
        // «с учетом скидки»
        let mut said = words.iter().take(place).rev().filter(|word| !is_one_of(word, &["учет*", "all", "всех"]));
        let Some(said) = said.next() else { continue };
        if is_one_of(said, before) {
            lacks += NOT_ALL;
        } else if is_one_of(said, after) {
            is_all = true;
        }
    }
    if words.first().is_some_and(|word| word == "net") {
        lacks += 2.0 * PART;
    }
    if words.iter().any(|word| word == "subtotal") {
        lacks += PART;
    }
    if is_all && lacks == 0.0 { Completeness::All } else { Completeness::Lacks(lacks) }
}

/// How well an entity is named by the attribute beside it.
fn by_attribute(has: &impl Fn(Sense) -> bool) -> f64 {
    match () {
        () if has(Sense::Name) => NAMED,
        () if has(Sense::Code) => CODED,
        () => HEAD,
    }
}

/// The entity that a header is about: the first in Russian ("Заказ клиента"), the last in English ("Customer order").
fn entity(words: &[String], senses: &[Option<Sense>]) -> Option<Field> {
    let mut found = senses.iter().filter_map(|sense| match sense {
        Some(Sense::Client) => Some(Field::Client),
        Some(Sense::Order) => Some(Field::Order),
        Some(Sense::Product) => Some(Field::Product),
        _ => None,
    });
    if is_russian(words) { found.next() } else { found.next_back() }
}

/// How well the day that a header speaks of serves as the day of a sale.
fn date_of(words: &[String]) -> Composed {
    let any = |entries: &[&str]| words.iter().any(|word| entries.iter().any(|entry| matched(entry, word).is_some()));
    if any(DATE_OF_SOMETHING_ELSE) {
        return Composed::SomethingElse;
    }
    let weight =
        DATE_WORDS.iter().filter(|(_, entries)| any(entries)).map(|(weight, _)| *weight).fold(f64::INFINITY, f64::min);
    Composed::Field(Field::Date, if weight.is_finite() { weight } else { SOME_DATE })
}
