//! Numbers for orders: equal numbers for equal order ids, and nothing else is wanted of them.
//!
//! Most firms number their orders, so that nearly every row has an id of its own. Such an id is its number already and
//! takes no memory; only those that are not digits, or too many of them, are kept to be told apart.

use hashbrown::HashMap;

use super::names::Interner;
use super::table::SalesTable;

/// The first number that is not an order id itself.
const KEPT: u32 = 1 << 31;

/// Gives numbers to order ids.
#[derive(Debug, Default)]
pub struct OrderNumbers {
    /// Ids of digits that are too large to be a number of their own.
    large: HashMap<u64, u32>,
    texts: Interner,
}

impl OrderNumbers {
    /// The number of an order id; [`SalesTable::NO_ORDER`] if it is empty.
    pub fn number(&mut self, id: &str) -> u32 {
        if id.is_empty() {
            return SalesTable::NO_ORDER;
        }
        // Ids that are kept share the upper half: texts have the even numbers, large ones the odd.
        let Some(value) = digits(id) else { return KEPT + self.texts.intern(id) * 2 };
        if let Some(small) = u32::try_from(value).ok().filter(|&small| small < KEPT) {
            return small;
        }
        let next = u32::try_from(self.large.len()).unwrap_or(u32::MAX);
        KEPT + *self.large.entry(value).or_insert(next) * 2 + 1
    }
}

/// The value of an id that is written as its value is: `007` and `7` are different orders.
fn digits(id: &str) -> Option<u64> {
    let text = id.as_bytes();
    // Nineteen digits always fit.
    if text.len() > 19 || (text.len() > 1 && text.first() == Some(&b'0')) {
        return None;
    }
    text.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| value * 10 + u64::from(digit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ids_and_only_those_have_equal_numbers() {
        let ids = [
            "7",
            "007",
            "07",
            "0",
            "00",
            "A-7",
            "7 ",
            "2147483647",
            "2147483648",
            "2147483649",
            "4294967295",
            "4294967296",
            "9999999999999999999",
            "99999999999999999999",
            "18446744073709551615",
            "-7",
            "7.0",
            "٧",
            "00ЦБ-000007",
        ];
        let mut orders = OrderNumbers::default();
        let numbers = ids.map(|id| orders.number(id));
        assert_eq!(ids.map(|id| orders.number(id)), numbers);
        for (index, number) in numbers.iter().enumerate() {
            assert!(!numbers[..index].contains(number), "{}", ids[index]);
        }
        assert!(!numbers.contains(&SalesTable::NO_ORDER));
        assert_eq!(orders.number(""), SalesTable::NO_ORDER);
    }
}
