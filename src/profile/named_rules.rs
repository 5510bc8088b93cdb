//! Settings of analyses under names, a list a tool.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::named::Named;
use super::settings::known_or_default;

/// Settings of an analysis, as its screen understands them.
///
/// They are kept as they were written, so that settings of a later build are not lost on an older one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedRule {
    /// Name that the user gave.
    pub name: String,
    /// The settings.
    pub rules: Value,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Named for NamedRule {
    fn name(&self) -> &str {
        &self.name
    }

    fn set_name(&mut self, name: String) {
        self.name = name;
    }
}

/// Named settings of every tool.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NamedRules {
    /// Those of the ABC-XYZ matrix.
    #[serde(deserialize_with = "known_or_default")]
    pub abc_xyz: Vec<NamedRule>,
    /// Those of RFM.
    #[serde(deserialize_with = "known_or_default")]
    pub rfm: Vec<NamedRule>,
    /// Criteria and groups of priority.
    #[serde(deserialize_with = "known_or_default")]
    pub priority: Vec<NamedRule>,
    /// Limits of the client flow.
    #[serde(deserialize_with = "known_or_default")]
    pub flow: Vec<NamedRule>,
    /// Pairs of windows of migration.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Vec::is_empty")]
    pub migration: Vec<NamedRule>,
    /// Ways of counting the funnel.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Vec::is_empty")]
    pub funnel: Vec<NamedRule>,
    /// Ways of counting the sources.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<NamedRule>,
    /// Plans.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<NamedRule>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
