//! The rules of the analyses as the user set them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;

/// The rules of the analyses. Rules that cannot be read become those that a screen begins with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Those of the ABC-XYZ matrix.
    #[serde(deserialize_with = "known_or_default")]
    pub abc_xyz: AbcXyzOptions,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Grain;

    #[test]
    fn rules_that_are_none_become_the_default() {
        let rules: Rules = serde_json::from_str(r#"{"abc_xyz":{"abc":[9500,8000]},"rfm":{"bins":5}}"#).unwrap();
        assert_eq!(rules.abc_xyz, AbcXyzOptions::default());
        assert_eq!(serde_json::to_value(&rules).unwrap()["rfm"]["bins"], 5, "what is not known is kept");
    }

    #[test]
    fn rules_come_back() {
        let mut rules = Rules::default();
        rules.abc_xyz.grain = Grain::Week;
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<Rules>(&text).unwrap(), rules);
    }
}
