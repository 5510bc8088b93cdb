//! Figures as text in a document: JSON's own numbers are binary fractions, which sums must never be.

/// A sum as a plain decimal with four places.
pub mod sum {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::analytics::amount::{PLACES, Sum};

    pub fn serialize<S: Serializer>(sum: &Sum, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(sum)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Sum, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse(&text).ok_or_else(|| D::Error::custom("not a sum"))
    }

    fn parse(text: &str) -> Option<Sum> {
        let (whole, places) = text.split_once('.')?;
        let is_written_so = places.len() == PLACES as usize && places.bytes().all(|byte| byte.is_ascii_digit());
        is_written_so.then(|| format!("{whole}{places}").parse().ok().map(Sum))?
    }
}

/// A day as ISO 8601, or nothing.
pub mod day {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::analytics::date::Day;

    #[expect(clippy::ref_option, reason = "what serde calls it with")]
    pub fn serialize<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Day>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(text.as_deref().and_then(parse))
    }

    fn parse(text: &str) -> Option<Day> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Day::from_ymd(year, month, parts.next()?.parse().ok()?)
    }
}

/// A kind of tables by its name. A name that is not known is an error: such a list is of a newer version.
pub mod kind {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::analytics::dataset::TableKind;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde calls it with")]
    pub fn serialize<S: Serializer>(kind: &TableKind, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(kind.key())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<TableKind, D::Error> {
        let text = String::deserialize(deserializer)?;
        TableKind::from_key(&text).ok_or_else(|| D::Error::custom("not a kind of tables"))
    }
}
