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
    /// The table that all days in these rules are of: in another they mean nothing. `None` where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_of: Option<String>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Rules {
    /// The rules as they hold for a table: without days that are of another one.
    #[must_use]
    pub fn of_table(&self, table: &str) -> Self {
        let mut rules = self.clone();
        if self.days_of.as_deref() != Some(table) {
            rules.forget_days();
        }
        rules
    }

    /// Changes the rules while a table is in use: days that are of another one go.
    pub fn change(&mut self, table: &str, change: impl FnOnce(&mut Self)) {
        if self.days_of.as_deref() != Some(table) {
            self.forget_days();
        }
        change(self);
        self.days_of = self.has_days().then(|| table.to_owned());
    }

    fn has_days(&self) -> bool {
        self.abc_xyz.window.is_some() || self.rfm.has_days() || !self.migration.are_proposed()
    }

    fn forget_days(&mut self) {
        self.abc_xyz.window = None;
        self.rfm.forget_days();
        self.migration = MigrationWindows::default();
    }
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
    fn days_hold_for_their_own_table() {
        let mut rules = Rules::default();
        rules.change("north", |rules| rules.abc_xyz.window = Some((Day(1), Day(9))));
        rules.change("north", |rules| rules.migration.after = Some((Day(5), Day(9))));
        rules.change("north", |rules| rules.rfm.analysis_date = Some(Day(10)));
        assert_eq!(rules.of_table("north"), rules);
        let elsewhere = rules.of_table("south");
        assert_eq!(elsewhere.abc_xyz.window, None);
        assert_eq!(elsewhere.rfm, RfmOptions::default());
        assert!(elsewhere.migration.are_proposed());
        // What is changed there takes their place, and other rules stay.
        rules.change("south", |rules| rules.abc_xyz.grain = Grain::Week);
        assert_eq!((rules.days_of.as_deref(), rules.abc_xyz.window), (None, None));
        rules.change("south", |rules| rules.abc_xyz.window = Some((Day(2), Day(3))));
        assert_eq!(rules.of_table("north").abc_xyz.window, None);
        assert_eq!(rules.of_table("south").abc_xyz.grain, Grain::Week);
        assert_eq!(rules.of_table("south").abc_xyz.window, Some((Day(2), Day(3))));
    }

    #[test]
    fn rules_come_back() {
        let mut rules = Rules::default();
        rules.abc_xyz.grain = Grain::Week;
        rules.rfm.set_map(Some(rules.rfm.map()));
        rules.change("north", |rules| rules.migration.after = Some((Day(1), Day(9))));
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<Rules>(&text).unwrap(), rules);
    }
}
