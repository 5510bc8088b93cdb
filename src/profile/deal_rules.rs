//! How the deals of each kept table are counted: the order of its stages, its sources, what these cost.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::funnel::FunnelOptions;
use crate::analytics::funnel::sources::SourcesOptions;

/// Tables whose rules are remembered: more than a firm goes back to.
const ENTRIES_MAX: usize = 50;

/// Rules of one table. What cannot be read becomes what the screens begin with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableRules {
    /// Which of the kept tables.
    pub table: String,
    /// Those of the funnel, without the classes of clients, which are no choice.
    #[serde(deserialize_with = "known_or_default")]
    pub funnel: FunnelOptions,
    /// Those of the sources.
    #[serde(deserialize_with = "known_or_default")]
    pub sources: SourcesOptions,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Rules of all tables, the latest changed first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DealRules {
    entries: Vec<TableRules>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl DealRules {
    /// The rules of a table; those that screens begin with where nothing was decided.
    #[must_use]
    pub fn of(&self, table: &str) -> TableRules {
        let known = self.entries.iter().find(|rules| rules.table == table).cloned();
        known.unwrap_or_else(|| TableRules { table: table.to_owned(), ..TableRules::default() })
    }

    /// Changes the rules of a table. Those that say nothing are not kept.
    pub fn change(&mut self, table: &str, change: impl FnOnce(&mut TableRules)) {
        let mut rules = self.of(table);
        change(&mut rules);
        self.entries.retain(|other| other.table != table);
        let nothing = TableRules { table: table.to_owned(), ..TableRules::default() };
        if rules != nothing {
            self.entries.insert(0, rules);
            self.entries.truncate(ENTRIES_MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::funnel::Count;

    #[test]
    fn each_table_has_its_own() {
        let mut rules = DealRules::default();
        rules.change("a", |rules| rules.funnel.count = Count::Entries);
        rules.change("b", |rules| rules.funnel.within_days = Some(14));
        assert_eq!(rules.of("a").funnel.count, Count::Entries);
        assert_eq!((rules.of("b").funnel.within_days, rules.of("c").funnel.within_days), (Some(14), None));
        rules.change("a", |rules| rules.funnel.count = Count::Ordered);
        assert_eq!(rules.entries.len(), 1, "what says nothing is not kept");
        for table in 0..ENTRIES_MAX + 5 {
            rules.change(&table.to_string(), |rules| rules.funnel.within_days = Some(1));
        }
        assert_eq!((rules.entries.len(), rules.of("b").funnel.within_days), (ENTRIES_MAX, None));
    }

    #[test]
    fn nonsense_becomes_the_default_and_the_unknown_stays() {
        let text = r#"{"entries":[{"table":"a","funnel":{"count":"Sideways"},"sources":{"touch":"Last"},"mood":"good"}],"more":1}"#;
        let rules: DealRules = serde_json::from_str(text).unwrap();
        assert_eq!(rules.of("a").funnel, FunnelOptions::default());
        assert_eq!(rules.of("a").sources.touch, crate::analytics::funnel::sources::Touch::Last);
        let written = serde_json::to_value(&rules).unwrap();
        assert_eq!((&written["entries"][0]["mood"], &written["more"]), (&"good".into(), &1.into()));
    }
}
