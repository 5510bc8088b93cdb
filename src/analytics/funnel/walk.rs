//! A deal's way through the stages of a funnel.

use super::journey::{Deal, Entry, History, Journeys, StageName};
use super::options::{Count, FunnelOptions};
use super::order::{Proposal, Role, Stage, propose};
use super::outcome::Outcome;
use crate::analytics::date::Day;

/// A deal at a place of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// Place in [`Course::steps`].
    pub(super) place: usize,
    /// When it came there, where it is known.
    pub(super) day: Option<Day>,
}

/// The way of one deal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Walk {
    /// Where it was, in order; never twice at one place in a row.
    pub(super) stops: Vec<Stop>,
    /// How it stands.
    pub(super) outcome: Outcome,
    /// The day of its end.
    pub(super) ended: Option<Day>,
    /// The last place that it surely was at, where later ones are assumed.
    pub(super) sure_to: Option<usize>,
}

/// The stages of a funnel in order, and what every stage of the table is to it.
#[derive(Clone, Debug)]
pub(super) struct Course {
    /// Steps and won stages in order.
    pub(super) steps: Vec<Stage>,
    /// Every stage of the table that has a part in the funnel, lost ones included, then those aside.
    pub(super) stages: Vec<Stage>,
    /// Names that the user gave and the table has not.
    pub(super) unknown: Vec<StageName>,
    /// What was proposed.
    pub(super) proposal: Proposal,
    history: History,
    /// For each stage of the table: its place among the steps, if it has one, and its role.
    parts: Vec<(Option<usize>, Role)>,
    /// The place of the end that won and lost deals share, where it is not known at which stage deals are lost.
    end: Option<usize>,
    /// The first step at which every deal has a day of creation, where deals before it have none.
    begun_at: usize,
}

impl Course {
    pub(super) fn new(journeys: &Journeys, options: &FunnelOptions) -> Self {
        let proposal = propose(journeys);
        let is_own = !options.stages.is_empty();
        let mut stages = if is_own { options.stages.clone() } else { proposal.stages.clone() };
        // The shared end is made below, where it is needed.
        stages.retain(|stage| stage.name != StageName::Closed);
        let mut seen = Vec::new();
        stages.retain(|stage| {
            !seen.contains(&stage.name) && {
                seen.push(stage.name.clone());
                true
            }
        });
        let unknown =
            stages.iter().filter(|stage| !journeys.stages.contains(&stage.name)).map(|stage| stage.name.clone());
        let unknown: Vec<StageName> = unknown.collect();
        for name in journeys.stages.iter().filter(|name| !seen.contains(name)) {
            stages.push(Stage { name: name.clone(), role: Role::Aside });
        }
        let mut steps: Vec<Stage> =
            stages.iter().filter(|stage| matches!(stage.role, Role::Step | Role::Won)).cloned().collect();
        let role = |stage: u16| {
            let name = journeys.stages.get(usize::from(stage));
            name.and_then(|name| stages.iter().find(|stage| stage.name == *name))
                .map_or(Role::Aside, |stage| stage.role)
        };
        let is_lost_somewhere = journeys.history == History::PresentStage
            && (0..journeys.deals.len()).any(|deal| {
                let entries = journeys.entries(deal);
                entries.iter().any(|entry| role(entry.stage) == Role::Lost)
                    && !entries.iter().any(|entry| matches!(role(entry.stage), Role::Step | Role::Won))
            });
        let first_won = steps.iter().position(|step| step.role == Role::Won).unwrap_or(steps.len());
        let end = (is_lost_somewhere && first_won > 0).then_some(first_won);
        if let Some(place) = end {
            steps.insert(place, Stage { name: StageName::Closed, role: Role::Step });
        }
        let place = |name: &StageName| steps.iter().position(|step| step.name == *name);
        let numbers = 0..u16::try_from(journeys.stages.len()).unwrap_or(u16::MAX);
        let parts = numbers.zip(&journeys.stages).map(|(number, name)| (place(name), role(number))).collect();
        let mut course = Self { steps, stages, unknown, proposal, history: journeys.history, parts, end, begun_at: 0 };
        course.begun_at = course.find_begun_at(journeys);
        course
    }

    /// A day of creation that no deal has before some step, and every deal from it on, is the day of that step.
    fn find_begun_at(&self, journeys: &Journeys) -> usize {
        let mut least = usize::MAX;
        let mut greatest_without = None;
        for (number, deal) in journeys.deals.iter().enumerate() {
            let mut parts = journeys.entries(number).iter().filter_map(|entry| self.part(*entry));
            let Some((place, role)) = parts.next_back() else { continue };
            match (deal.entered, place) {
                (Some(_), Some(place)) if role != Role::Lost => least = least.min(place),
                (None, Some(place)) if role != Role::Lost => {
                    greatest_without = greatest_without.max(Some(place));
                }
                // A lost deal without a day: then the day tells nothing of lost ones.
                (None, None) if role == Role::Lost => return 0,
                _ => {}
            }
        }
        match greatest_without {
            Some(without) if without < least && least < self.steps.len() => least,
            _ => 0,
        }
    }

    fn part(&self, entry: Entry) -> Option<(Option<usize>, Role)> {
        self.parts.get(usize::from(entry.stage)).copied()
    }

    /// Whether a place is one where deals are won.
    pub(super) fn is_won(&self, place: usize) -> bool {
        self.steps.get(place).is_some_and(|step| step.role == Role::Won)
    }

    /// Whether a place is no stage of its own but the end that won and lost deals share.
    pub(super) fn is_end(&self, place: usize) -> bool {
        self.end == Some(place)
    }

    /// Follows the way of a deal into `walk`; whether it has one: it was at a stage of the funnel, or is lost.
    pub(super) fn walk(&self, journeys: &Journeys, number: usize, deal: &Deal, walk: &mut Walk) -> bool {
        walk.stops.clear();
        (walk.outcome, walk.ended, walk.sure_to) = (Outcome::Open, None, None);
        let mut is_lost = false;
        let mut is_won = false;
        for entry in journeys.entries(number) {
            match self.part(*entry) {
                Some((_, Role::Lost)) => {
                    is_lost = true;
                    walk.ended = entry.day.or(deal.closed);
                }
                Some((Some(place), role)) => {
                    if role == Role::Won {
                        if !is_won {
                            walk.ended = entry.day.or(deal.closed);
                        }
                        is_won = true;
                    }
                    is_lost = false;
                    if walk.stops.last().is_none_or(|last| last.place != place) {
                        walk.stops.push(Stop { place, day: entry.day });
                    }
                }
                _ => {}
            }
        }
        walk.outcome = match (is_lost, is_won) {
            (true, _) => Outcome::Lost,
            (false, true) => Outcome::Won,
            (false, false) => Outcome::Open,
        };
        if self.history == History::PresentStage {
            self.rebuild(deal, walk);
        }
        !walk.stops.is_empty() || walk.outcome == Outcome::Lost
    }

    /// Of a present stage alone: every step up to it counts as passed.
    fn rebuild(&self, deal: &Deal, walk: &mut Walk) {
        let known = walk.stops.last().map(|stop| stop.place);
        let last = match (known, walk.outcome) {
            (Some(place), _) => place,
            (None, Outcome::Lost) => match self.end {
                Some(end) => end,
                None => return,
            },
            (None, _) => return,
        };
        if known.is_none() {
            walk.sure_to = Some(if deal.entered.is_some() { self.begun_at } else { 0 });
        }
        walk.stops.clear();
        for place in 0..=last {
            // What was lost at a known stage, or has not ended, has not come to the shared end.
            if self.end == Some(place) && walk.outcome != Outcome::Won && known.is_some() {
                continue;
            }
            let day = if place == self.begun_at && !self.is_won(place) && self.end != Some(place) {
                deal.entered
            } else if self.end == Some(place) || self.is_won(place) {
                walk.ended
            } else {
                None
            };
            walk.stops.push(Stop { place, day });
        }
    }

    /// How often the deal counts at each place, and the days on which it first did.
    pub(super) fn count(
        &self,
        walk: &Walk,
        options: &FunnelOptions,
        counted: &mut Vec<u32>,
        days: &mut Vec<Option<Day>>,
    ) {
        counted.clear();
        counted.resize(self.steps.len(), 0);
        days.clear();
        days.resize(self.steps.len(), None);
        let mut set = |stop: &Stop, times: u32| {
            if let Some((count, day)) = counted.get_mut(stop.place).zip(days.get_mut(stop.place)) {
                if *count == 0 {
                    *day = stop.day;
                }
                *count += times;
            }
        };
        match options.count {
            Count::Ordered => {
                let mut wanted = 0;
                let mut first = None;
                for stop in &walk.stops {
                    let is_late = |limit: u32| {
                        let passed = stop.day.zip(first).map(|(day, first): (Day, Day)| day.0.saturating_sub(first.0));
                        passed.is_some_and(|passed| i64::from(passed) > i64::from(limit))
                    };
                    if stop.place == wanted && !options.within_days.is_some_and(is_late) {
                        set(stop, 1);
                        if wanted == 0 {
                            first = stop.day;
                        }
                        wanted += 1;
                    }
                }
            }
            Count::Entries => walk.stops.iter().for_each(|stop| set(stop, 1)),
            Count::Touched | Count::Reached => {
                for stop in &walk.stops {
                    let is_new = matches!(counted_at(walk, stop), Some(first) if std::ptr::eq(first, stop));
                    set(stop, u32::from(is_new));
                }
                if options.count == Count::Reached && walk.outcome != Outcome::Lost {
                    let furthest = walk.stops.iter().map(|stop| stop.place).max();
                    let passed = furthest.map_or(0, |place| place + 1);
                    counted.iter_mut().take(passed).for_each(|count| *count = 1);
                }
            }
        }
    }
}

/// The first stop at the place of `stop`.
fn counted_at<'a>(walk: &'a Walk, stop: &Stop) -> Option<&'a Stop> {
    walk.stops.iter().find(|first| first.place == stop.place)
}
