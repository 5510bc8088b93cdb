//! The rules of the analyses as the user set them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::migration::Days;
use crate::analytics::segmentation::rfm::RfmOptions;

/// The rules of the analyses. Rules that cannot be read become those that a screen begins with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Those of the ABC-XYZ matrix.
    #[serde(deserialize_with = "known_or_default")]
    pub abc_xyz: AbcXyzOptions,
    /// Those of RFM, with maps of segments of one's own. Not under its own name, which the frozen document has for
    /// something unknown.
    #[serde(rename = "rfm_options", deserialize_with = "known_or_default", skip_serializing_if = "is_untouched")]
    pub rfm: RfmOptions,
    /// The windows that migration compares.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "MigrationWindows::are_proposed")]
    pub migration: MigrationWindows,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The windows that the user chose to compare; `None` is what the app proposes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MigrationWindows {
    /// The earlier one.
    pub before: Option<Days>,
    /// The later one.
    pub after: Option<Days>,
}

impl MigrationWindows {
    /// Whether neither was chosen.
    #[must_use]
    pub fn are_proposed(&self) -> bool {
        *self == Self::default()
    }
}

fn is_untouched(options: &RfmOptions) -> bool {
    *options == RfmOptions::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::{Day, Grain};

    #[test]
    fn rules_that_are_none_become_the_default() {
        let rules: Rules = serde_json::from_str(
            r#"{"abc_xyz":{"abc":[9500,8000]},"rfm_options":{"binning":{"Quantile":9}},"forecast":{"months":5}}"#,
        )
        .unwrap();
        assert_eq!((rules.abc_xyz, &rules.rfm), (AbcXyzOptions::default(), &RfmOptions::default()));
        assert_eq!(serde_json::to_value(&rules).unwrap()["forecast"]["months"], 5, "what is not known is kept");
    }

    #[test]
    fn rules_come_back() {
        let mut rules = Rules::default();
        rules.abc_xyz.grain = Grain::Week;
        rules.rfm.set_map(Some(rules.rfm.map()));
        rules.migration.after = Some((Day(1), Day(9)));
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<Rules>(&text).unwrap(), rules);
    }
}
