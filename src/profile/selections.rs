//! Selections of clients under names: for call lists, workshops, and every list of clients.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::named::Named;
use super::settings::known_or_default;

/// Clients that the user chose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// Name that the user gave.
    pub name: String,
    /// Names of the clients, in rising order: a client is known by its name everywhere.
    pub clients: Vec<String>,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Named for Selection {
    fn name(&self) -> &str {
        &self.name
    }

    fn set_name(&mut self, name: String) {
        self.name = name;
    }
}

/// All selections, in the order in which they were saved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selections {
    /// The selections.
    #[serde(deserialize_with = "known_or_default")]
    pub selections: Vec<Selection>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Selections {
    /// The name of the selection of just these clients.
    #[must_use]
    pub fn name_of(&self, clients: &[String]) -> Option<&str> {
        self.selections.iter().find(|selection| selection.clients == clients).map(|selection| selection.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_kept() {
        let text = r#"{"selections":[{"name":"Spring","clients":["Ann","Bob"],"mood":"calls"}],"colour":2}"#;
        let selections: Selections = serde_json::from_str(text).unwrap();
        assert_eq!(selections.name_of(&["Ann".into(), "Bob".into()]), Some("Spring"));
        assert_eq!(selections.name_of(&["Ann".into()]), None);
        assert_eq!(serde_json::to_value(&selections).unwrap(), serde_json::from_str::<Value>(text).unwrap());
    }
}
