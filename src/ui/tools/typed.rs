//! Numbers as people type them: blanks between digits, a comma or a point. Pure.

use crate::analytics::amount::{Sum, UNIT};

/// A typed number: blanks between digits do not matter. `None` for nothing, and for what is no whole number.
pub fn whole(text: &str) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.parse().ok()
}

/// A typed amount, to the hundredth.
pub fn amount(text: &str) -> Option<Sum> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '\u{2212}' => '-',
            other => other,
        })
        .collect();
    let (sign, digits) = plain.strip_prefix('-').map_or((1, plain.as_str()), |digits| (-1, digits));
    let (units, hundredths) = digits.split_once('.').unwrap_or((digits, "0"));
    if hundredths.is_empty()
        || hundredths.len() > 2
        || ![units, hundredths].concat().bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let units: i128 = units.parse().ok()?;
    let part: i128 = hundredths.parse().ok()?;
    let scale = if hundredths.len() == 1 { 10 } else { 100 };
    Some(Sum(sign * units.checked_mul(UNIT.into())?.checked_add(part * i128::from(UNIT) / scale)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        for (text, sum) in [
            ("1 000", Some(10_000_000)),
            ("12,5", Some(125_000)),
            ("12.05", Some(120_500)),
            ("\u{2212}3", Some(-30_000)),
            ("", None),
            ("1e5", None),
            ("1.234", None),
            ("5.", None),
        ] {
            assert_eq!(amount(text), sum.map(Sum), "{text:?}");
        }
        assert_eq!((whole("1 200"), whole("-1"), whole("")), (Some(1_200), None, None));
    }
}
