//! Clients that are known by a phone or an e-mail address.
//!
//! A phone is its digits, in whatever groups they stand: `+7 (916) 123-45-67`, `8 916 123 45 67` and `9161234567` are one.
//! The country is Russia or Kazakhstan unless a plus says otherwise. A mailbox is the same in capital and small letters, and
//! every dot in it counts.

/// Digits of a phone with its country, where a plus begins it.
const DIGITS: std::ops::RangeInclusive<usize> = 10..=15;

/// What a name that is a phone or an e-mail address is compared by; `None` for any other name.
pub(super) fn key(name: &str) -> Option<String> {
    let name = name.trim();
    phone(name).or_else(|| is_mailbox(name).then(|| name.to_lowercase()))
}

fn phone(name: &str) -> Option<String> {
    let is_between = |letter: char| letter.is_whitespace() || "()-–.".contains(letter);
    let (plus, rest) = name.strip_prefix('+').map_or((false, name), |rest| (true, rest));
    if !rest.chars().all(|letter| letter.is_ascii_digit() || is_between(letter)) {
        return None;
    }
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    let national = match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'7' | b'8')) => digits.get(1..)?,
        (10, Some(b'9')) if !plus => digits.as_str(),
        _ => return (plus && DIGITS.contains(&digits.len())).then(|| format!("+{digits}")),
    };
    Some(format!("+7{national}"))
}

fn is_mailbox(name: &str) -> bool {
    name.split_once('@').is_some_and(|(user, host)| {
        let is_plain = |text: &str| !text.is_empty() && !text.contains(|c: char| c == '@' || c.is_whitespace());
        is_plain(user) && is_plain(host) && host.contains('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for (name, expected) in [
            ("+7 (916) 123-45-67", Some("+79161234567")),
            ("8 916 123 45 67", Some("+79161234567")),
            ("8-916-123-45-67", Some("+79161234567")),
            ("79161234567", Some("+79161234567")),
            ("9161234567", Some("+79161234567")),
            ("8 (495) 123-45-67", Some("+74951234567")),
            ("+44 20 7946 0958", Some("+442079460958")),
            // A tax number, a code, a house.
            ("7701234567", None),
            ("1001", None),
            ("12-34", None),
            ("8 916 123 45 67 доб. 5", None),
            ("Ivan.Petrov@Mail.ru", Some("ivan.petrov@mail.ru")),
            ("ivanpetrov@mail.ru", Some("ivanpetrov@mail.ru")),
            ("звонить @ вечером", None),
            ("ООО Ромашка", None),
            ("", None),
        ] {
            assert_eq!(key(name).as_deref(), expected, "{name:?}");
        }
    }
}
