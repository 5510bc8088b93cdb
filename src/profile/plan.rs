//! The user's plan from the goal backwards, as typed.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::known_or_default;
use crate::analytics::amount::{Amount, UNIT};
use crate::analytics::date::Day;
use crate::analytics::funnel::plan::{Goal, Month, Ratio, ScheduleOptions, WorkCalendar, Workweek, needs};

/// Stages at the most: more are no way to a sale, but a list of tasks.
pub const STAGES_MAX: usize = 8;
/// Stages at the least: something leads to a sale.
pub const STAGES_MIN: usize = 2;
/// Months planned at the most.
pub const MONTHS_MAX: u32 = 12;
/// Basis points in a whole.
const BASIS: u64 = 10_000;

/// A stage with a name in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KnownStage {
    /// Calls.
    Calls,
    /// Commercial proposals.
    Proposals,
    /// Meetings.
    Meetings,
    /// Buyers: the end of the way.
    Buyers,
    /// One that the user has just added.
    Added,
}

/// How the ratios between stages are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RatiosAs {
    /// A count for each stage: 80, 40, 4, 1.
    #[default]
    Counts,
    /// A percentage for each step.
    Percents,
}

/// How the goal is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GoalIn {
    /// As a number of buyers.
    #[default]
    Buyers,
    /// As money, divided by the average sale.
    Money,
}

/// A stage, and the step from it to the next one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanStage {
    /// The user's own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The name it has without one.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownStage>,
    /// How many were counted, where ratios are typed as counts.
    pub count: u64,
    /// How many of them reach the next stage, where ratios are typed as percents. May be over a whole, up to ten of
    /// them: one meeting may lead to two proposals.
    #[serde(rename = "percent")]
    pub basis_points: u64,
    /// In how many the percentage was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<u64>,
    /// Days from it to the next stage.
    pub lag_days: u32,
    /// Minutes that one takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How many stand there now.
    pub in_progress: u64,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The plan. Numbers that make no sense are taken for the nearest that do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SalesPlan {
    /// Stages, from the first contact to the sale.
    pub stages: Vec<PlanStage>,
    /// How ratios are typed.
    #[serde(deserialize_with = "known_or_default")]
    pub ratios_as: RatiosAs,
    /// How the goal is typed.
    #[serde(deserialize_with = "known_or_default")]
    pub goal_in: GoalIn,
    /// Buyers wanted in a month.
    pub buyers: u64,
    /// Money wanted in a month.
    pub amount: Amount,
    /// Money that a sale brings.
    pub average: Amount,
    /// The first month with a goal; `None` is the first that can still be reached.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Option::is_none")]
    pub first_month: Option<Month>,
    /// Months with that goal.
    pub months: u32,
    /// When work begins; `None` is today.
    #[serde(deserialize_with = "known_or_default", skip_serializing_if = "Option::is_none")]
    pub begins: Option<Day>,
    /// How many people share the work.
    pub people: u32,
    /// Days of the week that are worked.
    #[serde(deserialize_with = "known_or_default")]
    pub week: Workweek,
    /// Days off besides, in their order.
    #[serde(deserialize_with = "known_or_default")]
    pub days_off: Vec<Day>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// 80 calls, 40 proposals, 4 meetings, 1 buyer; 10 buyers in a month.
impl Default for SalesPlan {
    fn default() -> Self {
        let stage = |known, count, basis_points, lag_days| PlanStage {
            known: Some(known),
            count,
            basis_points,
            lag_days,
            ..PlanStage::default()
        };
        Self {
            stages: vec![
                stage(KnownStage::Calls, 80, 5_000, 1),
                stage(KnownStage::Proposals, 40, 1_000, 7),
                stage(KnownStage::Meetings, 4, 2_500, 14),
                stage(KnownStage::Buyers, 1, BASIS, 0),
            ],
            ratios_as: RatiosAs::Counts,
            goal_in: GoalIn::Buyers,
            buyers: 10,
            amount: Amount(1_000_000 * UNIT),
            average: Amount(100_000 * UNIT),
            first_month: None,
            months: 1,
            begins: None,
            people: 1,
            week: Workweek::Five,
            days_off: Vec::new(),
            other: Map::new(),
        }
    }
}

impl SalesPlan {
    /// Makes a document that was read fit for use: one with too few stages has those to begin with, numbers out of their
    /// range are the nearest in it.
    #[must_use]
    pub fn sound(mut self) -> Self {
        if self.stages.len() < STAGES_MIN {
            self.stages = Self::default().stages;
        }
        self.stages.truncate(STAGES_MAX);
        self.months = self.months.clamp(1, MONTHS_MAX);
        self.people = self.people.max(1);
        self
    }

    /// The step after a stage: its ratio, and the size of the sample it was counted in.
    fn step(&self, stage: &PlanStage, next: &PlanStage) -> (Ratio, Option<u64>) {
        let (ratio, sample) = match self.ratios_as {
            RatiosAs::Counts => (Ratio::counts(stage.count.max(1), next.count.max(1)), Some(stage.count.max(1))),
            RatiosAs::Percents => (Ratio::basis_points(stage.basis_points.max(1)), stage.sample),
        };
        (ratio.unwrap_or_default(), sample)
    }

    /// Steps, first to last: ratios, and sizes of the samples they were counted in.
    #[must_use]
    pub fn steps(&self) -> Vec<(Ratio, Option<u64>)> {
        let nexts = self.stages.iter().skip(1);
        self.stages.iter().zip(nexts).map(|(stage, next)| self.step(stage, next)).collect()
    }

    /// Ratios of the steps.
    #[must_use]
    pub fn ratios(&self) -> Vec<Ratio> {
        self.steps().into_iter().map(|(ratio, _)| ratio).collect()
    }

    /// The goal of each month.
    #[must_use]
    pub const fn goal(&self) -> Goal {
        match self.goal_in {
            GoalIn::Buyers => Goal::Sales(self.buyers),
            GoalIn::Money => Goal::Money { amount: self.amount, average: self.average },
        }
    }

    /// Days from the first stage to the sale.
    #[must_use]
    pub fn lag_days(&self) -> u32 {
        let steps = self.stages.len().saturating_sub(1);
        self.stages.iter().take(steps).fold(0, |days, stage| days.saturating_add(stage.lag_days))
    }

    /// When work begins.
    #[must_use]
    pub fn begins_on(&self, today: Day) -> Day {
        self.begins.unwrap_or(today)
    }

    /// The first month with a goal.
    #[must_use]
    pub fn month(&self, today: Day) -> Month {
        self.first_month.unwrap_or_else(|| Month::first_in_reach(self.begins_on(today), self.lag_days()))
    }

    /// What is laid over time.
    #[must_use]
    pub fn schedule_options(&self, today: Day) -> ScheduleOptions {
        let lags = self.stages.iter().map(|stage| stage.lag_days);
        let months = self.months.clamp(1, MONTHS_MAX) as usize;
        ScheduleOptions {
            steps: self.ratios().into_iter().zip(lags).collect(),
            goals: vec![self.goal().sales(); months],
            first_month: self.month(today),
            in_progress: self.stages.iter().map(|stage| stage.in_progress).collect(),
            begins: self.begins_on(today),
            calendar: WorkCalendar { week: self.week, days_off: self.days_off.clone() },
        }
    }

    /// What one of each stage takes: minutes where any are typed, else one each. The end of the way takes no work.
    #[must_use]
    pub fn weights(&self) -> Vec<u32> {
        let is_timed = self.is_timed();
        let last = self.stages.len().saturating_sub(1);
        let weight = |(index, stage): (usize, &PlanStage)| match (is_timed, index == last) {
            (true, _) => stage.minutes.unwrap_or_default(),
            (false, true) => 0,
            (false, false) => 1,
        };
        self.stages.iter().enumerate().map(weight).collect()
    }

    /// Whether any minutes are typed.
    #[must_use]
    pub fn is_timed(&self) -> bool {
        self.stages.iter().any(|stage| stage.minutes.is_some_and(|minutes| minutes > 0))
    }

    /// Changes a stage, if it is there.
    pub fn change_stage(&mut self, index: usize, change: impl FnOnce(&mut PlanStage)) {
        if let Some(stage) = self.stages.get_mut(index) {
            change(stage);
        }
    }

    /// Puts a new stage before the last one, as many as the last, so that nothing else changes.
    pub fn add_stage(&mut self) {
        if self.stages.len() >= STAGES_MAX {
            return;
        }
        let at = self.stages.len().saturating_sub(1);
        let count = self.stages.get(at).map_or(1, |last| last.count);
        let known = Some(KnownStage::Added);
        self.stages.insert(at, PlanStage { known, count, basis_points: BASIS, ..PlanStage::default() });
    }

    /// Takes a stage away, unless too few would be left. The step to the stage after it then begins at the one before:
    /// percentages multiply, days add up.
    pub fn remove_stage(&mut self, index: usize) {
        if self.stages.len() <= STAGES_MIN || index >= self.stages.len() {
            return;
        }
        let gone = self.stages.remove(index);
        let is_last = index == self.stages.len();
        if let Some(before) = index.checked_sub(1).and_then(|before| self.stages.get_mut(before))
            && !is_last
        {
            before.basis_points = (before.basis_points.saturating_mul(gone.basis_points) / BASIS).max(1);
            before.lag_days = before.lag_days.saturating_add(gone.lag_days);
            before.sample = None;
        }
    }

    /// Lets a stage change places with the one before it. What belongs to the step between stages stays there.
    pub fn raise_stage(&mut self, index: usize) {
        let Some(before) = index.checked_sub(1) else { return };
        if index >= self.stages.len() {
            return;
        }
        self.stages.swap(before, index);
        if let Ok([first, second]) = self.stages.get_disjoint_mut([before, index]) {
            std::mem::swap(&mut first.basis_points, &mut second.basis_points);
            std::mem::swap(&mut first.sample, &mut second.sample);
            std::mem::swap(&mut first.lag_days, &mut second.lag_days);
            if self.ratios_as == RatiosAs::Counts {
                std::mem::swap(&mut first.count, &mut second.count);
            }
        }
    }

    /// Types ratios the other way; what they were becomes what they are, as nearly as the other way can say it: percentages
    /// to the nearest hundredth, halves up, and counts rounded up from one at the end.
    pub fn set_ratios_as(&mut self, ratios_as: RatiosAs) {
        if self.ratios_as == ratios_as {
            return;
        }
        let steps = self.steps();
        match ratios_as {
            RatiosAs::Percents => {
                for (stage, (ratio, sample)) in self.stages.iter_mut().zip(steps) {
                    let points = (u128::from(ratio.to()) * u128::from(BASIS) + u128::from(ratio.from()) / 2)
                        / u128::from(ratio.from().max(1));
                    stage.basis_points = u64::try_from(points).unwrap_or(BASIS).clamp(1, 10 * BASIS);
                    stage.sample = sample;
                }
            }
            RatiosAs::Counts => {
                let ratios: Vec<Ratio> = steps.into_iter().map(|(ratio, _)| ratio).collect();
                // From the end back, so that one buyer is one buyer.
                let counts = needs(&ratios, 1).unwrap_or_default();
                self.stages.iter_mut().zip(counts).for_each(|(stage, count)| stage.count = count.max(1));
            }
        }
        self.ratios_as = ratios_as;
    }

    /// Takes open deals, by the name of the stage that they are at, as what is under way; how many are taken. The end of the
    /// way has none.
    pub fn take_open(&mut self, open: &[(String, u64)]) -> u64 {
        let steps = self.stages.len().saturating_sub(1);
        let mut taken = 0;
        for stage in self.stages.iter_mut().take(steps) {
            let known = open.iter().find(|(name, _)| stage.name.as_ref() == Some(name));
            if let Some((_, count)) = known {
                stage.in_progress = *count;
                taken += count;
            }
        }
        taken
    }

    /// Takes the stages and counts of a measured funnel, first to last; days, minutes and what is in progress are to be
    /// told anew. Too few stages change nothing.
    pub fn take_measured(&mut self, stages: impl IntoIterator<Item = (String, u64, u32)>) {
        let stage = |(name, count, lag_days)| PlanStage { name: Some(name), count, lag_days, ..PlanStage::default() };
        let stages: Vec<PlanStage> = stages.into_iter().take(STAGES_MAX).map(stage).collect();
        if stages.len() >= STAGES_MIN {
            self.stages = stages;
            self.ratios_as = RatiosAs::Counts;
        }
    }

    /// Takes the stages of another plan, and how their ratios are typed; the goal and the time stay.
    pub fn take_stages_of(&mut self, other: &Self) {
        self.stages.clone_from(&other.stages);
        self.ratios_as = other.ratios_as;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::from_iso(text).unwrap()
    }

    fn percents(percents: &[u64]) -> SalesPlan {
        let stage = |&percent: &u64| PlanStage { basis_points: percent * 100, count: 1, ..PlanStage::default() };
        let mut stages: Vec<PlanStage> = percents.iter().map(stage).collect();
        stages.push(PlanStage::default());
        SalesPlan { stages, ratios_as: RatiosAs::Percents, ..SalesPlan::default() }
    }

    #[test]
    fn begins_with_the_example() {
        let plan = SalesPlan::default();
        assert_eq!(needs(&plan.ratios(), plan.goal().sales()), Some(vec![800, 400, 40, 10]));
        assert_eq!(plan.lag_days(), 22);
        // 22 days after 9 April is 1 May; a day later May is no longer in reach as a whole.
        assert_eq!(plan.month(day("2026-04-09")), Month::of(day("2026-05-01")));
        assert_eq!(plan.month(day("2026-04-10")), Month::of(day("2026-06-01")));
        assert_eq!(plan.weights(), [1, 1, 1, 0]);
    }

    #[test]
    fn ratios_are_typed_either_way() {
        let mut plan = SalesPlan::default();
        plan.set_ratios_as(RatiosAs::Percents);
        let typed: Vec<u64> = plan.stages.iter().take(3).map(|stage| stage.basis_points).collect();
        assert_eq!(typed, [5_000, 1_000, 2_500]);
        assert_eq!(needs(&plan.ratios(), 10), Some(vec![800, 400, 40, 10]));
        assert_eq!(plan.steps()[2].1, Some(4), "the sample is that of the count");
        plan.set_ratios_as(RatiosAs::Counts);
        assert_eq!(plan.stages.iter().map(|stage| stage.count).collect::<Vec<_>>(), [80, 40, 4, 1]);

        // 21 at 35 %: 60, not 61.
        assert_eq!(needs(&percents(&[35]).ratios(), 21), Some(vec![60, 21]));
    }

    #[test]
    fn stages_come_and_go() {
        let mut plan = SalesPlan::default();
        plan.add_stage();
        assert_eq!(plan.stages.iter().map(|stage| stage.count).collect::<Vec<_>>(), [80, 40, 4, 1, 1]);
        assert_eq!(needs(&plan.ratios(), 10), Some(vec![800, 400, 40, 10, 10]), "a new stage changes no need");
        plan.remove_stage(3);
        assert_eq!(plan, SalesPlan::default());
        plan.remove_stage(1);
        assert_eq!(needs(&plan.ratios(), 10), Some(vec![800, 40, 10]));
        assert_eq!(plan.lag_days(), 22, "the days of the stage taken away are still needed");
        plan.remove_stage(0);
        plan.remove_stage(0);
        assert_eq!(plan.stages.len(), STAGES_MIN);

        let mut many = SalesPlan::default();
        (0..20).for_each(|_| many.add_stage());
        assert_eq!(many.stages.len(), STAGES_MAX);
    }

    #[test]
    fn percents_of_a_stage_taken_away_multiply() {
        let mut plan = percents(&[50, 10, 25]);
        plan.remove_stage(1);
        assert_eq!(plan.stages[0].basis_points, 500);
        plan.raise_stage(0);
        plan.raise_stage(9);
        assert_eq!(plan.stages.len(), 3);
    }

    #[test]
    fn stages_change_places_and_numbers_stay() {
        let mut plan = SalesPlan::default();
        plan.raise_stage(2);
        let known: Vec<Option<KnownStage>> = plan.stages.iter().map(|stage| stage.known).collect();
        use KnownStage as K;
        assert_eq!(known, [K::Calls, K::Meetings, K::Proposals, K::Buyers].map(Some));
        assert_eq!(needs(&plan.ratios(), 10), Some(vec![800, 400, 40, 10]));
        assert_eq!(plan.stages.iter().map(|stage| stage.lag_days).collect::<Vec<_>>(), [1, 7, 14, 0]);
    }

    #[test]
    fn nonsense_is_taken_for_sense() {
        let text = r#"{"stages":[{"count":0},{"count":0,"known":"rituals","mood":"good"}],"months":0,"people":0,"week":"x","ratios_as":"counts"}"#;
        let plan = serde_json::from_str::<SalesPlan>(text).unwrap().sound();
        assert_eq!((plan.months, plan.people, plan.week), (1, 1, Workweek::Five));
        assert_eq!(needs(&plan.ratios(), 3), Some(vec![3, 3]));
        assert_eq!(serde_json::to_value(&plan).unwrap()["stages"][1]["mood"], "good", "what is not known is kept");
        let empty = serde_json::from_str::<SalesPlan>(r#"{"stages":[]}"#).unwrap().sound();
        assert_eq!(empty, SalesPlan::default());
    }

    #[test]
    fn a_measured_funnel_is_taken() {
        let mut plan = SalesPlan::default();
        plan.take_measured([("Only".to_owned(), 5, 0)]);
        assert_eq!(plan, SalesPlan::default(), "one stage is no funnel");
        plan.take_measured([("Leads".to_owned(), 8_800, 3), ("Won".to_owned(), 4_238, 0)]);
        // 10 · 8800 / 4238 = 20.8
        assert_eq!(needs(&plan.ratios(), 10), Some(vec![21, 10]));
        let open = [("Leads".to_owned(), 500), ("Won".to_owned(), 7), ("Other".to_owned(), 3)];
        assert_eq!(plan.take_open(&open), 500, "what is won is no longer under way");
        assert_eq!(plan.stages.iter().map(|stage| stage.in_progress).collect::<Vec<_>>(), [500, 0]);
    }
}
