//! Numbers for orders: equal numbers for equal order ids, and nothing else is wanted of them.
//!
//! Most firms number their orders, so that nearly every row has an id of its own. Such an id is its number already and
//! takes no memory; only those that are not digits, or too many of them, are kept to be told apart.

use super::names::Interner;
use super::table::{Names, SalesTable};

/// The first number that is not an order id itself.
const KEPT: u32 = 1 << 31;

/// Gives numbers to order ids.
#[derive(Debug, Default)]
pub struct OrderNumbers {
    /// Ids that are not their own numbers.
    kept: Interner,
}

impl OrderNumbers {
    /// The number of an order id; [`SalesTable::NO_ORDER`] if it is empty.
    pub fn number(&mut self, id: &str) -> u32 {
        if id.is_empty() {
            return SalesTable::NO_ORDER;
        }
        number_of_digits(id).unwrap_or_else(|| KEPT + self.kept.intern(id))
    }

    /// Goes on from ids that are kept already, see [`OrderNumbers::into_names`].
    #[must_use]
    pub fn after(names: Names) -> Self {
        Self { kept: Interner::after(names) }
    }

    /// The ids that are not their own numbers, in order of those.
    #[must_use]
    pub fn into_names(self) -> Names {
        self.kept.into_names()
    }

    /// For numbers of another file, whose kept ids are `names`, the numbers here.
    pub fn renumbering(&mut self, names: &Names) -> impl Fn(u32) -> u32 + use<> {
        let kept: Vec<u32> = names.iter().map(|id| KEPT + self.kept.intern(id)).collect();
        move |number| number.checked_sub(KEPT).and_then(|index| kept.get(index as usize).copied()).unwrap_or(number)
    }
}

/// Whether a number is that of an order whose id is among the kept `names`, or needs none.
#[must_use]
pub fn is_known(number: u32, names: &Names) -> bool {
    number == SalesTable::NO_ORDER || number.checked_sub(KEPT).is_none_or(|index| (index as usize) < names.len())
}

/// The number of an id that is written as that number is: `007` and `7` are different orders.
fn number_of_digits(id: &str) -> Option<u32> {
    let text = id.as_bytes();
    // Ten digits are the most that such a number has.
    if text.len() > 10 || (text.len() > 1 && text.first() == Some(&b'0')) {
        return None;
    }
    let value = text.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| value * 10 + u64::from(digit))
    });
    u32::try_from(value?).ok().filter(|&number| number < KEPT)
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
