//! What people write around a date: `от 05.02.2026`, `05.02.2026 (чт)`, `14:30 05.02.2026`.

use super::{WEEKDAYS, is_one_of, is_time};

/// The text without what stands before and after its date.
pub(super) fn without_surroundings(text: &str) -> &str {
    let text = text.strip_prefix("от ").unwrap_or(text);
    let weekday = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let text = weekday.filter(|(_, day)| is_one_of(day, &WEEKDAYS)).map_or(text, |(date, _)| date.trim_end());
    let time = text.split_once(' ').filter(|(time, _)| time.contains(':') && is_time(time.trim_end_matches(',')));
    time.map_or(text, |(_, date)| date.trim_start())
}

/// The text without the word between a date and its time: `05.02.2026 в 14:30`, `Feb 5, 2026 at 14:30`.
pub(super) fn without_at(text: &str) -> &str {
    ["в ", "at "].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start()
}

/// The text without the ending of an ordinal number: `5th`.
pub(super) fn without_ordinal(text: &str) -> &str {
    let endings = ["st", "nd", "rd", "th"];
    let rest = endings.into_iter().find_map(|ending| text.strip_prefix(ending));
    rest.filter(|rest| !rest.starts_with(char::is_alphanumeric)).unwrap_or(text)
}
