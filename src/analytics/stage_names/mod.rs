//! What names of stages, outcomes and sources say, in both languages: by it a file of deals is told, and its funnel read.
//!
//! A name is cut into words in lower case, ё as е. Words are compared by their beginnings, so that endings do not matter.
//! What is found is a proposal: the user changes it.

mod ends;
mod presets;
mod steps;

pub use presets::places;

/// What the name of a stage says of its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A step on the way; the greater, the later.
    Step(u8),
    /// The deal is won.
    Won,
    /// The deal is lost.
    Lost,
    /// Nothing.
    Unknown,
}

/// The words of a name: lower case, ё as е.
#[must_use]
pub fn folded(text: &str) -> String {
    let lower = text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c });
    let spaced: String = lower.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let mut folded = String::with_capacity(spaced.len());
    for word in spaced.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// What the name of a stage says.
#[must_use]
pub fn stage(name: &str) -> Known {
    let folded = folded(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let step = steps::latest(&words);
    match ends::end(&folded, &words, step) {
        Some(true) => Known::Won,
        Some(false) => Known::Lost,
        None => step.map_or(Known::Unknown, Known::Step),
    }
}

/// The stage whose days a column has, by the header of that column: of `Date entered "Offer"` it is the offer.
#[must_use]
pub fn stage_of_header(header: &str) -> &str {
    const BEFORE: &[&str] = &[
        "date entered",
        "entered",
        "дата перехода на этап",
        "дата перехода в",
        "дата входа на этап",
        "дата этапа",
        "дата стадии",
        "дата:",
        "date:",
    ];
    let begins = |before: &&str| {
        let start: String = header.chars().take(before.chars().count()).flat_map(char::to_lowercase).collect();
        (start == **before).then(|| before.chars().count())
    };
    let rest = BEFORE.iter().find_map(begins).and_then(|length| Some(header.char_indices().nth(length)?.0));
    let rest = rest.and_then(|start| header.get(start..)).unwrap_or(header);
    let bare = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '«' | '»' | '“' | '”' | ':'));
    if bare.is_empty() { header } else { bare }
}

/// What a cell of the outcome says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The deal is won.
    Won,
    /// The deal is lost.
    Lost,
    /// The deal is not won: lost, or open still.
    NotWon,
    /// Nothing.
    Nothing,
}

/// What a cell of the outcome says.
#[must_use]
pub fn outcome(text: &str) -> Said {
    match stage(text) {
        Known::Won => Said::Won,
        Known::Lost => Said::Lost,
        Known::Step(_) | Known::Unknown => match folded(text).as_str() {
            "да" | "yes" | "true" | "1" | "y" => Said::Won,
            "нет" | "no" | "false" | "0" | "n" => Said::NotWon,
            _ => Said::Nothing,
        },
    }
}

/// The number that a name begins with: «2. Переговоры», "03 Offer".
#[must_use]
pub fn leading_number(name: &str) -> Option<u32> {
    let digits = name.trim_start().split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|_| digits.len() <= 3)
}

/// Whether the label of a source says that the source is not known.
#[must_use]
pub fn is_unknown_source(label: &str) -> bool {
    matches!(
        folded(label).as_str(),
        "" | "unknown"
            | "select"
            | "not known"
            | "not set"
            | "none"
            | "null"
            | "n a"
            | "na"
            | "not specified"
            | "неизвестно"
            | "неизвестен"
            | "неизвестный"
            | "не известно"
            | "не указан"
            | "не указано"
            | "не выбрано"
            | "не выбран"
            | "выберите"
            | "нет данных"
            | "нет"
            | "не определен"
            | "не определено"
            | "please select"
            | "select one"
            | "undefined"
    )
}

/// Whether the answer tells that somebody was a client before, and so not where they came from.
#[must_use]
pub fn is_returning(label: &str) -> bool {
    let folded = folded(label);
    const PHRASES: &[&str] = &[
        "уже покупал",
        "уже обращал",
        "уже был",
        "уже клиент",
        "уже заказыва",
        "уже работа",
        "ранее покупал",
        "ранее обращал",
        "ранее заказыва",
        "раньше покупал",
        "раньше обращал",
        "покупал ранее",
        "покупал раньше",
        "обращался ранее",
        "обращался раньше",
        "постоянный клиент",
        "повторн",
        "действующий клиент",
        "bought before",
        "purchased before",
        "existing c",
        "returning c",
        "repeat c",
        "already a c",
        "already bought",
        "already a buyer",
        "ordered before",
        "been a customer",
        "been a client",
        "current customer",
        "current client",
        "i am a customer",
    ];
    PHRASES.iter().any(|phrase| folded.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_stages() {
        for (name, known) in [
            ("Won", Known::Won),
            ("Closed Won", Known::Won),
            ("Успешно реализовано", Known::Won),
            ("Сделка успешна", Known::Won),
            ("Оплачено", Known::Won),
            ("buy", Known::Won),
            ("Закрыто и не реализовано", Known::Lost),
            ("Не реализовано", Known::Lost),
            ("Неуспешно", Known::Lost),
            ("Closed Lost", Known::Lost),
            ("Отказ клиента", Known::Lost),
            ("Не оплачено", Known::Lost),
            ("Prospecting", Known::Step(0)),
            ("Новая заявка", Known::Step(0)),
            ("Первичный контакт", Known::Step(1)),
            ("Engaging", Known::Step(2)),
            ("Отправлено КП", Known::Step(3)),
            ("Встреча назначена", Known::Step(4)),
            ("Согласование договора", Known::Step(6)),
            ("Ждём оплату", Known::Step(7)),
            ("Покупатели", Known::Won),
            ("Принято решение о покупке", Known::Step(5)),
            ("Контакт с покупателем", Known::Step(1)),
            ("Qualified To Buy", Known::Step(2)),
            ("Decision Maker Bought-In", Known::Step(5)),
            ("Appointment Scheduled", Known::Step(4)),
            ("Заказ выполнен", Known::Won),
            ("Не целевой", Known::Lost),
            ("Не дозвонились", Known::Step(1)),
            ("Анализ причины провала", Known::Lost),
            ("Этап Б", Known::Unknown),
            ("", Known::Unknown),
        ] {
            assert_eq!(stage(name), known, "{name:?}");
        }
    }

    #[test]
    fn headers_of_days_of_stages() {
        for (header, stage) in [
            ("Date entered \"Contract Sent (Sales Pipeline)\"", "Contract Sent (Sales Pipeline)"),
            ("Дата перехода на этап «Переговоры»", "Переговоры"),
            ("Дата этапа: Замер", "Замер"),
            ("Замер", "Замер"),
            ("Дата замера", "Дата замера"),
            ("Date entered", "Date entered"),
            ("", ""),
        ] {
            assert_eq!(stage_of_header(header), stage, "{header:?}");
        }
    }

    #[test]
    fn outcomes() {
        for (text, expected) in [
            ("Выиграна", Said::Won),
            ("Проиграна", Said::Lost),
            ("Да", Said::Won),
            ("0", Said::NotWon),
            ("false", Said::NotWon),
            ("В работе", Said::Nothing),
            ("", Said::Nothing),
        ] {
            assert_eq!(outcome(text), expected, "{text:?}");
        }
    }

    #[test]
    fn numbers_before_names() {
        for (name, number) in [("2. Переговоры", Some(2)), (" 03 Offer", Some(3)), ("Offer 2", None), ("2026", None)]
        {
            assert_eq!(leading_number(name), number, "{name:?}");
        }
    }

    #[test]
    fn sources_that_say_nothing() {
        for (label, is_unknown, is_back) in [
            ("", true, false),
            ("Unknown", true, false),
            (" -- Select -- ", true, false),
            ("Не указан", true, false),
            ("Сайт", false, false),
            ("Уже покупал у вас", false, true),
            ("Повторное обращение", false, true),
            ("I have bought before", false, true),
            ("Existing customer", false, true),
            ("Instagram", false, false),
        ] {
            assert_eq!((is_unknown_source(label), is_returning(label)), (is_unknown, is_back), "{label:?}");
        }
    }
}
