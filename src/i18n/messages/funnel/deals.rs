//! Texts: deals behind a figure, on the screen and in a file.

use crate::analytics::funnel::{Count, Outcome, StageName};

/// Deals behind a figure.
#[derive(Debug)]
pub struct DealMessages {
    /// Name of the sheet.
    pub sheet: &'static str,
    /// Setting: how deals are counted.
    pub counted: &'static str,
    /// How deals are counted, in words.
    pub count_name: fn(Count) -> &'static str,
    /// Column: what tells a deal from others.
    pub deal: &'static str,
    /// Column: client.
    pub client: &'static str,
    /// Column: stage.
    pub stage: &'static str,
    /// Column: how the deal stands.
    pub outcome: &'static str,
    /// Column: first day.
    pub entered: &'static str,
    /// Column: last day.
    pub ended: &'static str,
    /// Column: days between.
    pub days: &'static str,
    /// Column: money.
    pub amount: &'static str,
    /// Column: source.
    pub source: &'static str,
    /// Column: manager.
    pub manager: &'static str,
    /// Column: why it ended so.
    pub reason: &'static str,
    /// How a deal stands.
    pub outcome_name: fn(Outcome) -> &'static str,
    /// Stages that no file names: creation, the end, won, lost.
    pub own_stages: [&'static str; 4],
}

impl DealMessages {
    /// How a stage is called on the screen.
    #[must_use]
    pub fn stage_name<'a>(&self, stage: &'a StageName) -> &'a str {
        let [created, closed, won, lost] = self.own_stages;
        match stage {
            StageName::Named(name) => name,
            StageName::Created => created,
            StageName::Closed => closed,
            StageName::Won => won,
            StageName::Lost => lost,
        }
    }
}
