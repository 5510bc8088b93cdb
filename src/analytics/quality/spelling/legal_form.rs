//! Legal forms, in front of a name or behind it: what they are, and which of them can be the same firm.
//!
//! One firm is written with its form, without it and with the form in full. Two firms of one name may differ by nothing
//! but the form («ООО Ветров», «ИП Ветров»), so that the form says what must not be taken for one.

use std::sync::LazyLock;

use super::look_alike;

/// Forms that can be the same firm: a closed joint-stock company is renamed, an LLC is a translated «ООО».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Of limited liability.
    Limited,
    /// By shares.
    JointStock,
    /// One person.
    Entrepreneur,
    /// A farm.
    Farm,
    /// Of the state or of a town.
    State,
    /// Not for profit.
    NonProfit,
    /// American corporations.
    Corporation,
    /// German, Austrian and Swiss limited companies.
    Gmbh,
    /// Other forms of shares on the continent.
    Shares,
    /// Partnerships.
    Partnership,
    /// A firm, of whatever form.
    Any,
}

/// Where a form may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On either side.
    Either,
    /// Behind only: before a name it is more likely a part of it.
    Behind,
}

use Family::{Any, Corporation, Entrepreneur, Farm, Gmbh, JointStock, Limited, NonProfit, Partnership, Shares, State};
use Place::{Behind, Either};

/// A form as it is written, words parted by spaces; the number of the form; its family.
///
/// Words are in lower case, е for ё. Longer ones come before those that begin or end like them. Two dotted letters
/// («И. П.») are initials far more often than a form, and are none here.
const FORMS: &[(&str, u8, Family, Place)] = &[
    ("общество с ограниченной ответственностью", 1, Limited, Either),
    ("о о о", 1, Limited, Either),
    ("ооо", 1, Limited, Either),
    ("limited liability company", 2, Limited, Either),
    ("l l c", 2, Limited, Behind),
    ("llc", 2, Limited, Either),
    ("private limited", 3, Limited, Behind),
    ("pvt ltd", 3, Limited, Behind),
    ("pty ltd", 3, Limited, Behind),
    ("limited", 3, Limited, Behind),
    ("ltd", 3, Limited, Either),
    ("общество с дополнительной ответственностью", 4, Limited, Either),
    ("одо", 4, Limited, Either),
    ("товарищество с ограниченной ответственностью", 5, Limited, Either),
    ("тоо", 5, Limited, Either),
    ("открытое акционерное общество", 10, JointStock, Either),
    ("о а о", 10, JointStock, Either),
    ("оао", 10, JointStock, Either),
    ("закрытое акционерное общество", 11, JointStock, Either),
    ("з а о", 11, JointStock, Either),
    ("зао", 11, JointStock, Either),
    ("непубличное акционерное общество", 12, JointStock, Either),
    ("нао", 12, JointStock, Either),
    ("публичное акционерное общество", 13, JointStock, Either),
    ("п а о", 13, JointStock, Either),
    ("пао", 13, JointStock, Either),
    ("акционерное общество", 14, JointStock, Either),
    ("ао", 14, JointStock, Either),
    ("индивидуальный предприниматель", 20, Entrepreneur, Either),
    ("ип", 20, Entrepreneur, Either),
    ("частный предприниматель", 21, Entrepreneur, Either),
    ("чп", 21, Entrepreneur, Either),
    ("пбоюл", 21, Entrepreneur, Either),
    ("крестьянское фермерское хозяйство", 25, Farm, Either),
    ("кфх", 25, Farm, Either),
    ("фгуп", 30, State, Either),
    ("гуп", 31, State, Either),
    ("муп", 32, State, Either),
    ("автономная некоммерческая организация", 35, NonProfit, Either),
    ("ано", 35, NonProfit, Either),
    ("нко", 36, NonProfit, Either),
    ("incorporated", 40, Corporation, Behind),
    ("inc", 40, Corporation, Behind),
    ("corporation", 41, Corporation, Behind),
    ("corp", 41, Corporation, Behind),
    ("gmbh", 50, Gmbh, Behind),
    ("plc", 60, Shares, Behind),
    ("p l c", 60, Shares, Behind),
    ("ag", 61, Shares, Behind),
    ("s a", 62, Shares, Behind),
    ("sa", 62, Shares, Behind),
    ("s r l", 63, Shares, Behind),
    ("srl", 63, Shares, Behind),
    ("sarl", 64, Shares, Behind),
    ("b v", 65, Shares, Behind),
    ("bv", 65, Shares, Behind),
    ("n v", 66, Shares, Behind),
    ("nv", 66, Shares, Behind),
    ("oy", 67, Shares, Behind),
    ("s p a", 68, Shares, Behind),
    ("sp z o o", 69, Shares, Behind),
    ("llp", 70, Partnership, Behind),
    ("lp", 71, Partnership, Behind),
    ("kg", 72, Partnership, Behind),
    ("ohg", 73, Partnership, Behind),
    ("company", 90, Any, Behind),
    ("co", 90, Any, Behind),
    ("компания", 91, Any, Either),
    ("фирма", 92, Any, Either),
    ("ко", 90, Any, Behind),
];

/// A form as it may stand in a name.
struct Written {
    words: Vec<String>,
    form: LegalForm,
    place: Place,
}

/// Every form as it is written, and as it looks once look-alikes are settled: "co" is then in Cyrillic letters.
static WRITTEN: LazyLock<Vec<Written>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for &(text, number, family, place) in FORMS {
        let plain: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let settle = |word: &String| {
            let mut settled = String::new();
            look_alike::settle(word, |letter| settled.push(letter));
            settled
        };
        let settled: Vec<String> = plain.iter().map(settle).collect();
        let form = LegalForm { number, family };
        if settled != plain {
            all.push(Written { words: settled, form, place });
        }
        all.push(Written { words: plain, form, place });
    }
    all
});

/// A legal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegalForm {
    /// Equal numbers, equal form.
    number: u8,
    /// Forms that can be the same firm.
    pub family: Family,
}

/// The range of `words` that is the name itself, and the form that stood beside it. A name that is nothing but a form
/// keeps all its words.
#[must_use]
pub(super) fn strip<W: AsRef<str>>(words: &[W]) -> (std::ops::Range<usize>, Option<LegalForm>) {
    let (mut start, mut end) = (0, words.len());
    let mut form: Option<LegalForm> = None;
    while let Some(rest) = words.get(start..end) {
        let found = WRITTEN.iter().find_map(|Written { words, form, place }| {
            let length = words.len();
            // At least one word must be left for the name.
            if rest.len() <= length {
                return None;
            }
            let is_form = |part: &[W]| part.iter().map(AsRef::as_ref).eq(words.iter().map(String::as_str));
            if rest.get(rest.len() - length..).is_some_and(is_form) {
                Some((*form, 0, length))
            } else if *place == Either && rest.get(..length).is_some_and(is_form) {
                Some((*form, length, 0))
            } else {
                None
            }
        });
        let Some((found, front, behind)) = found else { break };
        start += front;
        end -= behind;
        // "& Co." has left its sign.
        while end > start + 1 && words.get(end - 1).is_some_and(|word| word.as_ref() == "&") {
            end -= 1;
        }
        // The first form found is the outer one; a form proper says more than "company" does.
        if form.is_none_or(|form| form.family == Any) {
            form = Some(found);
        }
    }
    (start..end, form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_come_off_on_either_side() {
        for (name, left, family) in [
            ("ооо ромашка", "ромашка", Some(Limited)),
            ("ромашка о о о", "ромашка", Some(Limited)),
            ("общество с ограниченной ответственностью ромашка", "ромашка", Some(Limited)),
            ("зао вега", "вега", Some(JointStock)),
            ("ип ветров и п", "ветров и п", Some(Entrepreneur)),
            ("и п ветров", "и п ветров", None),
            ("acme co ltd", "acme", Some(Limited)),
            ("smith & co", "smith", Some(Any)),
            ("nordlicht gmbh & co kg", "nordlicht", Some(Partnership)),
            ("ооо", "ооо", None),
            ("ag media", "ag media", None),
            ("co", "co", None),
        ] {
            let words: Vec<&str> = name.split(' ').collect();
            let (range, form) = strip(&words);
            assert_eq!(words[range].join(" "), left, "{name}");
            assert_eq!(form.map(|form| form.family), family, "{name}");
        }
    }
}
