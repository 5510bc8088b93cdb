//! How the user looks at clients: columns, and named views of the list.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::named::Named;
use super::settings::known_or_default;

/// A named view: filters, order and columns, as the list understands them.
///
/// They are kept as they were written, so that a view of a later build is not lost on an older one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClientView {
    /// Name that the user gave.
    pub name: String,
    /// Filters and order.
    pub query: Value,
    /// Columns, left to right.
    pub columns: Value,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Columns in sight and named views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientViews {
    /// Columns in sight; nothing for those that the list begins with.
    #[serde(deserialize_with = "known_or_default")]
    pub columns: Value,
    /// Views, in the order in which they were saved.
    #[serde(deserialize_with = "known_or_default")]
    pub views: Vec<ClientView>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Named for ClientView {
    fn name(&self) -> &str {
        &self.name
    }

    fn set_name(&mut self, name: String) {
        self.name = name;
    }
}
