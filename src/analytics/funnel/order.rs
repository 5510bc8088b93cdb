//! The order of stages that is proposed, and what each stage is: a step, won or lost.
//!
//! Every two stages are compared: by the numbers that their names begin with, if all steps have one; else by the deals that
//! entered both, each for the one that it entered first; else by the list of a CRM system, if one has them all; else by what
//! their names say; else by how long ago the deals that are there began; else by which comes first in the file. A stage that comes before more others stands earlier, so
//! that an order follows even where comparisons go round in a circle ([`Proposal::circles`]). Won stages come last.

use serde::{Deserialize, Serialize};

use super::journey::{History, Journeys, StageName};
use crate::analytics::stage_names::{self, Known};

/// What a stage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// On the way.
    #[default]
    Step,
    /// Here a deal is won.
    Won,
    /// Here a deal is lost.
    Lost,
    /// No part of the funnel.
    Aside,
}

impl Role {
    /// Every role, in the order in which screens list them.
    pub const ALL: [Self; 4] = [Self::Step, Self::Won, Self::Lost, Self::Aside];

    /// The name used by the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Aside => "aside",
        }
    }
}

/// A stage in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stage {
    /// What it is called.
    pub name: StageName,
    /// What it is.
    pub role: Role,
}

/// An order of stages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Steps in order, then won, lost and other stages.
    pub stages: Vec<Stage>,
    /// Threes of stages each of which mostly comes before the next, in a circle: the order among them is a guess.
    pub circles: u64,
    /// Whether no stage says that it is won, so that the last step counts as it.
    pub won_assumed: bool,
}

/// Which of two stages comes first, as far as it is known.
type Before = Option<bool>;

/// The order of the stages of `journeys`, and what each is.
#[must_use]
pub fn propose(journeys: &Journeys) -> Proposal {
    let role = |name: &StageName| match name {
        StageName::Won => Role::Won,
        StageName::Lost => Role::Lost,
        StageName::Created | StageName::Closed => Role::Step,
        StageName::Named(name) => match stage_names::stage(name) {
            Known::Won => Role::Won,
            Known::Lost => Role::Lost,
            Known::Step(_) | Known::Unknown => Role::Step,
        },
    };
    let roles: Vec<Role> = journeys.stages.iter().map(role).collect();
    let of = |wanted: Role| (0..roles.len()).filter(|&stage| roles.get(stage) == Some(&wanted)).collect::<Vec<_>>();
    let compare = Comparison::new(journeys, &of(Role::Step));
    let (mut steps, circles) = compare.ordered(of(Role::Step));
    let (mut won, _) = compare.ordered(of(Role::Won));
    let won_assumed = won.is_empty() && journeys.history != History::PresentStage && steps.len() > 1;
    if won_assumed {
        won.extend(steps.pop());
    }
    let stage = |role: Role| move |&stage: &usize| Some(Stage { name: journeys.stages.get(stage)?.clone(), role });
    let mut stages: Vec<Stage> = steps.iter().filter_map(stage(Role::Step)).collect();
    stages.extend(won.iter().filter_map(stage(Role::Won)));
    stages.extend(of(Role::Lost).iter().filter_map(stage(Role::Lost)));
    Proposal { stages, circles, won_assumed }
}

/// What is known of each two stages.
struct Comparison<'a> {
    journeys: &'a Journeys,
    /// For each two stages, how many deals entered the first before the second.
    before: Vec<u64>,
    /// Twice the median day on which the deals began that are at each stage.
    began: Vec<Option<i64>>,
    /// Whether every step has a number of its own.
    is_numbered: bool,
    /// For each stage its place in the list of a CRM system that has all steps.
    listed: Vec<Option<usize>>,
}

impl<'a> Comparison<'a> {
    fn new(journeys: &'a Journeys, steps: &[usize]) -> Self {
        let all = journeys.stages.len();
        let mut before = vec![0; all * all];
        let mut days: Vec<Vec<i32>> = vec![Vec::new(); all];
        let mut firsts: Vec<u16> = Vec::new();
        for (number, deal) in journeys.deals.iter().enumerate() {
            firsts.clear();
            for entry in journeys.entries(number) {
                if firsts.contains(&entry.stage) {
                    continue;
                }
                for &earlier in &firsts {
                    if let Some(count) = before.get_mut(usize::from(earlier) * all + usize::from(entry.stage)) {
                        *count += 1;
                    }
                }
                firsts.push(entry.stage);
            }
            let last = firsts.last().and_then(|&stage| days.get_mut(usize::from(stage)));
            if let Some((days, day)) = last.zip(deal.entered) {
                days.push(day.0);
            }
        }
        let began = days.into_iter().map(|mut days| {
            days.sort_unstable();
            let middle = |index: usize| days.get(index).copied().map(i64::from);
            let last = days.len().checked_sub(1)?;
            Some(middle(last / 2)? + middle(last.div_ceil(2))?)
        });
        let mut numbers: Vec<_> = steps.iter().map(|&stage| number_of(journeys, stage)).collect();
        numbers.sort_unstable();
        let is_numbered =
            numbers.iter().all(Option::is_some) && numbers.windows(2).all(|pair| pair.first() != pair.last());
        Self { journeys, before, began: began.collect(), is_numbered, listed: listed(journeys, steps) }
    }

    /// Whether stage `left` comes before stage `right`, and whether deals themselves say so.
    fn says(&self, left: usize, right: usize) -> (Before, bool) {
        if self.is_numbered {
            return (less(number_of(self.journeys, left), number_of(self.journeys, right)), false);
        }
        let count = |from: usize, to: usize| {
            self.before.get(from * self.journeys.stages.len() + to).copied().unwrap_or_default()
        };
        if let Some(by_deals) = less(Some(count(right, left)), Some(count(left, right))) {
            return (Some(by_deals), true);
        }
        let place = |stage: usize| self.listed.get(stage).copied().flatten();
        if let Some(by_list) = less(place(left), place(right)) {
            return (Some(by_list), false);
        }
        let known = |stage: usize| match self.journeys.stages.get(stage) {
            Some(StageName::Created) => Some(0),
            Some(StageName::Named(name)) => match stage_names::stage(name) {
                Known::Step(place) => Some(u32::from(place) + 1),
                _ => None,
            },
            _ => None,
        };
        if let Some(by_name) = less(known(left), known(right)) {
            return (Some(by_name), false);
        }
        // Who is further began longer ago.
        let began = |stage: usize| self.began.get(stage).copied().flatten();
        (less(began(right), began(left)), false)
    }

    /// Stages in order, and how many threes go round in a circle.
    fn ordered(&self, stages: Vec<usize>) -> (Vec<usize>, u64) {
        let precedes = |left: usize, right: usize| self.says(left, right).0.unwrap_or(left < right);
        let mut placed: Vec<(usize, usize)> = stages
            .iter()
            .map(|&stage| (stages.iter().filter(|&&other| other != stage && precedes(other, stage)).count(), stage))
            .collect();
        placed.sort_unstable();
        let by_deals = |left: usize, right: usize| self.says(left, right) == (Some(true), true);
        let mut circles = 0;
        for (index, &one) in stages.iter().enumerate() {
            for (further, &two) in stages.iter().enumerate().skip(index + 1) {
                for &three in stages.iter().skip(further + 1) {
                    let round = by_deals(one, two) && by_deals(two, three) && by_deals(three, one);
                    let back = by_deals(two, one) && by_deals(three, two) && by_deals(one, three);
                    circles += u64::from(round || back);
                }
            }
        }
        (placed.into_iter().map(|(_, stage)| stage).collect(), circles)
    }
}

fn listed(journeys: &Journeys, steps: &[usize]) -> Vec<Option<usize>> {
    let named: Vec<(usize, &str)> = steps
        .iter()
        .filter_map(|&step| match journeys.stages.get(step)? {
            StageName::Named(name) => Some((step, name.as_str())),
            _ => None,
        })
        .collect();
    let names: Vec<&str> = named.iter().map(|(_, name)| *name).collect();
    let mut listed = vec![None; journeys.stages.len()];
    for ((step, _), place) in named.into_iter().zip(stage_names::places(&names).into_iter().flatten()) {
        if let Some(listed) = listed.get_mut(step) {
            *listed = Some(place);
        }
    }
    listed
}

fn number_of(journeys: &Journeys, stage: usize) -> Option<u32> {
    match journeys.stages.get(stage)? {
        StageName::Named(name) => stage_names::leading_number(name),
        StageName::Created => Some(0),
        _ => None,
    }
}

/// Whether `left` is less; `None` where they are equal or one is not known.
fn less<T: Ord>(left: Option<T>, right: Option<T>) -> Before {
    let (left, right) = left.zip(right)?;
    (left != right).then_some(left < right)
}
