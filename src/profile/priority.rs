//! The user's criteria, weights and groups.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::segmentation::priority::PriorityOptions;

/// Criteria and groups. What cannot be read becomes what the screen begins with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Priority {
    /// Criteria, weights, marks by hand, groups.
    #[serde(deserialize_with = "known_or_default")]
    pub options: PriorityOptions,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
