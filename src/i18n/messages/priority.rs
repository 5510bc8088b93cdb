//! Texts of the screen of priority groups.

use crate::analytics::segmentation::priority::{Criterion, Groups, Measure, Missing, Moved, PrioritySummary, Source};
use crate::i18n::Format;

/// What the headline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrioritySentence {
    /// Name of the best group.
    pub group: String,
    /// Clients in it.
    pub clients: u64,
    /// Clients in all.
    pub all: u64,
    /// Its share of the value, in words; `None` where shares say nothing: there is no value, or returns outweigh
    /// purchases in some group.
    pub share: Option<String>,
    /// Whether anybody has a score.
    pub is_scored: bool,
}

/// Screen of priority groups.
#[derive(Debug)]
pub struct PriorityMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// Empty state: title.
    pub empty_title: &'static str,
    /// Empty state: what will be here and how to get it.
    pub empty_text: &'static str,
    /// While it is computed.
    pub computing: &'static str,
    /// The sentence written from the data.
    pub headline: fn(Format, PrioritySentence) -> String,
    /// Quiet line: clients whose marks are not all there.
    pub partly_covered: fn(Format, u64) -> String,
    /// Heading of the criteria.
    pub criteria: &'static str,
    /// What the criteria do.
    pub criteria_explain: &'static str,
    /// A figure of the sales as a criterion.
    pub measure_name: fn(Measure) -> &'static str,
    /// How it is told.
    pub measure_explain: fn(Measure) -> &'static str,
    /// This table has no such column.
    pub unmeasured: &'static str,
    /// A criterion without a name.
    pub nameless: &'static str,
    /// Weight of a criterion, by its name.
    pub weight_of: fn(&str) -> String,
    /// Field: weight.
    pub weight: &'static str,
    /// Header: best mark of the scale.
    pub scale: &'static str,
    /// Header: clients with a mark.
    pub marked: &'static str,
    /// Field: name of a criterion.
    pub name: &'static str,
    /// Field: length of the scale.
    pub points: &'static str,
    /// A scale of so many marks.
    pub points_name: fn(u8) -> String,
    /// Field: where a figure is cut.
    pub cut: &'static str,
    /// Cut by equal shares of the clients.
    pub cut_shares: &'static str,
    /// Cut by own borders.
    pub cut_own: &'static str,
    /// Field: the border from which a mark begins; the mark.
    pub border: fn(u8) -> String,
    /// Field: the border up to which a mark reaches, where less is better; the mark.
    pub border_up_to: fn(u8) -> String,
    /// Clients by mark, and without one.
    pub spread: fn(Format, &[u64], u64) -> String,
    /// Marks by hand: how they are given.
    pub by_hand_hint: &'static str,
    /// Opens the settings of a criterion.
    pub settings_of: fn(&str) -> String,
    /// Removes a criterion, by its name.
    pub remove: fn(&str) -> String,
    /// It was removed.
    pub removed: fn(&str) -> String,
    /// Field: adds a criterion.
    pub add: &'static str,
    /// Adds a criterion with marks by hand.
    pub add_by_hand: &'static str,
    /// Name of a new criterion with marks by hand.
    pub new_by_hand: &'static str,
    /// Field: what a missing mark does.
    pub missing: &'static str,
    /// A way to take a missing mark.
    pub missing_name: fn(Missing) -> &'static str,
    /// What it means.
    pub missing_explain: &'static str,
    /// Heading of the groups.
    pub groups: &'static str,
    /// What they are.
    pub groups_explain: &'static str,
    /// Clients of a group, and their share of the value where shares say something.
    pub group_figures: fn(Format, clients: u64, share: Option<&str>) -> String,
    /// Field: name of a group.
    pub group_label: fn(usize) -> String,
    /// A group without a name of its own, by position.
    pub group_name: fn(usize) -> String,
    /// Clients without a score.
    pub no_score: &'static str,
    /// Field: score from which a group begins.
    pub group_from: fn(&str) -> String,
    /// Header: score from which a group begins.
    pub from: &'static str,
    /// The last group: all others.
    pub rest: &'static str,
    /// Header: clients.
    pub clients: &'static str,
    /// Header: value.
    pub value: &'static str,
    /// Adds a group.
    pub add_group: &'static str,
    /// Takes a group away, by its name.
    pub remove_group: fn(&str) -> String,
    /// Heading: how much each weight decides.
    pub sensitivity: &'static str,
    /// What that means.
    pub sensitivity_explain: &'static str,
    /// Header: criterion.
    pub criterion: &'static str,
    /// Headers: without it, half the weight, twice the weight.
    pub changes: [&'static str; 3],
    /// Whom a change of a weight moves.
    pub moved: fn(Format, Moved) -> String,
    /// What stands in the table of changes.
    pub changes_text: &'static str,
    /// Clients that change group, where the table says that they do.
    pub moved_clients: fn(Format, u64) -> String,
    /// How many of the first twenty leave them.
    pub moved_top: fn(Format, u64) -> String,
    /// The criterion that decides most.
    pub decides_most: fn(&str) -> String,
    /// No criterion decides anything.
    pub decides_nothing: &'static str,
    /// Heading of the list; the name of the chosen group.
    pub list: fn(Option<&str>) -> String,
    /// Column: score.
    pub score: &'static str,
    /// Column: group.
    pub group: &'static str,
    /// Column: coverage.
    pub coverage: &'static str,
    /// Sheet of a client: its marks.
    pub marks: &'static str,
    /// Sheet of a client: its place with other weights.
    pub places: &'static str,
    /// Its place now, and of how many.
    pub place_now: fn(Format, u64, u64) -> String,
    /// No mark.
    pub no_mark: &'static str,
    /// Criterion: clients brought, by the header of the column that tells.
    pub referrals: fn(&str) -> String,
    /// Label: a value of a column and how many clients have it.
    pub value_label: fn(Format, &str, u64) -> String,
    /// How columns of a list of clients become criteria.
    pub columns_hint: &'static str,
    /// What was not done when the sales could not be told of a list of clients; why comes after it.
    pub columns_failed: &'static str,
    /// The list of clients with this column is not open.
    pub column_missing: &'static str,
    /// First part of the name of a saved file.
    pub file: &'static str,
    /// What a table was computed with: names and values.
    pub settings: fn(Format, &PrioritySummary) -> Vec<(String, String)>,
}

impl PriorityMessages {
    /// The name of a criterion: the user's own, else that of its figure or column.
    #[must_use]
    pub fn criterion_name(&self, criterion: &Criterion) -> String {
        match &criterion.source {
            _ if !criterion.name.trim().is_empty() => criterion.name.clone(),
            Source::Measured { measure, .. } => (self.measure_name)(*measure).to_owned(),
            Source::Attribute { header, .. } => header.clone(),
            Source::Referrals { header, .. } => (self.referrals)(header),
            Source::ByHand(_) => self.nameless.to_owned(),
        }
    }

    /// A mark, or that there is none.
    #[must_use]
    pub fn mark(&self, mark: Option<u8>) -> String {
        mark.map_or_else(|| self.no_mark.to_owned(), |mark| mark.to_string())
    }

    /// The name of a group: the user's own, else one by position.
    #[must_use]
    pub fn name_of(&self, groups: &Groups, group: usize) -> String {
        match groups.names().get(group) {
            None => self.no_score.to_owned(),
            Some(name) if name.trim().is_empty() => (self.group_name)(group),
            Some(name) => name.clone(),
        }
    }
}
