//! Options of the funnel and of sources on the command line.

use clientfolio::analytics::dataset::TableKind;
use clientfolio::analytics::date::Day;
use clientfolio::analytics::funnel::sources::{SourceCost, SourcesOptions, Touch, Unknown};
use clientfolio::analytics::funnel::{Count, FunnelOptions, Role, SplitBy, Stage, StageName};

use crate::arguments::{by_key, day};
use crate::arguments_rfm::amount;

/// What was said of them so far; options may come in any order.
pub struct FunnelArguments {
    funnel: FunnelOptions,
    sources: SourcesOptions,
    order: Vec<String>,
    won: Vec<String>,
    lost: Vec<String>,
}

impl Default for FunnelArguments {
    fn default() -> Self {
        // A script gets labels as they stand in the file; the app begins with one group of those that say nothing.
        let sources = SourcesOptions { unknown: Unknown::Apart, ..SourcesOptions::default() };
        Self { funnel: FunnelOptions::default(), sources, order: Vec::new(), won: Vec::new(), lost: Vec::new() }
    }
}

/// Names of the options, all of them.
pub const OPTIONS: [&str; 11] =
    ["count", "stages", "won", "lost", "within_days", "as_of", "split", "touch", "unknown", "merge_source", "cost"];

impl FunnelArguments {
    /// Takes an option; `None` if it cannot have this value.
    pub fn set(&mut self, option: &str, value: &str) -> Option<()> {
        match option {
            "count" => self.funnel.count = by_key(Count::ALL, Count::key, value)?,
            "stages" => self.order = value.split('>').map(|name| name.trim().to_owned()).collect(),
            "won" => self.won.push(value.to_owned()),
            "lost" => self.lost.push(value.to_owned()),
            "within_days" => self.funnel.within_days = Some(value.parse().ok()?),
            "as_of" => self.funnel.as_of = Some(day(value)?),
            "split" => self.funnel.split = Some(by_key(SplitBy::ALL, SplitBy::key, value)?),
            "touch" => self.sources.touch = by_key(Touch::ALL, Touch::key, value)?,
            "unknown" => self.sources.unknown = by_key(Unknown::ALL, Unknown::key, value)?,
            "merge_source" => {
                let (into, from) = value.split_once('=')?;
                self.sources.merges.push((from.to_owned(), into.to_owned()));
            }
            "cost" => {
                let (source, cost) = value.rsplit_once('=')?;
                self.sources.costs.push(SourceCost { source: source.to_owned(), cost: amount(cost)? });
            }
            _ => return None,
        }
        Some(())
    }

    /// The options that were said; `proposed` is the order of the table's own stages.
    pub fn finish(
        self,
        proposed: &[Stage],
        window: Option<(Day, Day)>,
        costs: Vec<SourceCost>,
    ) -> (FunnelOptions, SourcesOptions) {
        let Self { mut funnel, mut sources, order, won, lost } = self;
        funnel.entered = window;
        let has_name = |stage: &Stage, name: &str| stage.name.key() == name;
        if !(order.is_empty() && won.is_empty() && lost.is_empty()) {
            let named = |name: &String| {
                let known = proposed.iter().find(|stage| has_name(stage, name)).cloned();
                known.unwrap_or(Stage { name: StageName::Named(name.clone()), role: Role::Step })
            };
            // Lost stages need no place: they stay what they are.
            let mut stages: Vec<Stage> = order.iter().map(named).collect();
            let is_kept = |stage: &&Stage| order.is_empty() || stage.role == Role::Lost;
            let rest: Vec<Stage> = proposed
                .iter()
                .filter(is_kept)
                .filter(|stage| stages.iter().all(|known| known.name != stage.name))
                .cloned()
                .collect();
            stages.extend(rest);
            for (names, role) in [(won, Role::Won), (lost, Role::Lost)] {
                if !names.is_empty() {
                    stages.iter_mut().filter(|stage| stage.role == role).for_each(|stage| stage.role = Role::Step);
                }
                for name in names {
                    match stages.iter_mut().find(|stage| has_name(stage, &name)) {
                        Some(stage) => stage.role = role,
                        None => stages.push(Stage { name: StageName::Named(name), role }),
                    }
                }
            }
            funnel.stages = stages;
        }
        sources.costs.extend(costs);
        sources.funnel =
            FunnelOptions { stages: funnel.stages.clone(), entered: funnel.entered, ..FunnelOptions::default() };
        (funnel, sources)
    }
}

/// Whether a table has a funnel.
pub const fn has_funnel(kind: TableKind) -> bool {
    matches!(kind, TableKind::Deals | TableKind::Events)
}
