//! What the screen says of a plan. Pure.

use crate::analytics::date::Day;
use crate::analytics::funnel::plan::{
    Load, Month, MonthPlan, Ratio, Saving, Schedule, StagePlan, Timing, need_ranges, savings, schedule,
};
use crate::i18n::Format;
use crate::i18n::messages::plan::{PlanMessages, PlanSentence};
use crate::profile::SalesPlan;
use crate::profile::plan::PlanStage;

/// Percent that a step is made better by to see what it saves.
const BETTER: i8 = 10;

/// A plan with all that follows from it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ComputedPlan {
    /// As typed.
    pub plan: SalesPlan,
    /// The day on which it is looked at.
    pub today: Day,
    /// The range of that.
    pub ranges: Vec<Option<(u64, u64)>>,
    /// Over time.
    pub schedule: Schedule,
    /// What each step saves when it is a tenth better.
    pub savings: Vec<Saving>,
}

impl ComputedPlan {
    /// All that follows from a plan; `None` where it asks for more than can be done.
    pub fn of(plan: SalesPlan, today: Day) -> Option<Self> {
        let goal = plan.goal().sales();
        let ratios = plan.ratios();
        Some(Self {
            ranges: need_ranges(&plan.steps(), goal),
            schedule: schedule(&plan.schedule_options(today))?,
            savings: savings(&ratios, goal, &plan.weights(), BETTER),
            plan,
            today,
        })
    }

    /// The first month with a goal.
    pub fn first_month(&self) -> Option<&MonthPlan> {
        self.schedule.months.first()
    }

    /// Stages of the first month, with what was typed of them.
    pub fn stages(&self) -> impl Iterator<Item = (&PlanStage, &StagePlan)> {
        self.plan.stages.iter().zip(self.first_month().into_iter().flat_map(|month| &month.stages))
    }

    /// The step whose improvement saves most work; `None` where none saves any.
    pub fn best_step(&self) -> Option<usize> {
        let best = self.savings.iter().map(|saving| saving.work).fold(0.0, f64::max);
        // Of steps that save alike the later one: it is nearer to the money.
        self.savings.iter().rposition(|saving| saving.work > 0.0 && saving.work >= best * (1.0 - 1e-9))
    }

    /// What each stage of the first month needs with steps changed by so many percent.
    pub fn changed(&self, percents: &[i8]) -> Option<Vec<u64>> {
        let mut options = self.plan.schedule_options(self.today);
        options.goals.truncate(1);
        for ((ratio, _), &percent) in options.steps.iter_mut().zip(percents) {
            *ratio = ratio.changed_by(percent);
        }
        let month = schedule(&options)?.months.pop()?;
        Some(month.stages.iter().map(|stage| stage.wanted).collect())
    }
}

/// The name of a stage.
pub(super) fn stage_name(text: &PlanMessages, stage: &PlanStage) -> String {
    match (&stage.name, stage.known) {
        (Some(name), _) => name.clone(),
        (None, Some(known)) => (text.stage)(known).to_owned(),
        (None, None) => String::new(),
    }
}

/// A count of a stage in words.
pub(super) fn stage_count(format: Format, text: &PlanMessages, stage: &PlanStage, count: u64) -> String {
    match (&stage.name, stage.known) {
        (None, Some(known)) => (text.stage_count)(format, known, count),
        _ => (text.own_count)(format, &stage_name(text, stage), count),
    }
}

/// A ratio as a percentage, with as many decimals as it needs, two at the most.
pub(super) fn percent(format: Format, ratio: Ratio) -> String {
    let points = ratio.share() * 10_000.0;
    let places = [0, 1].into_iter().find(|&places| {
        let scaled = if places == 0 { points / 100.0 } else { points / 10.0 };
        (scaled - scaled.round()).abs() < 1e-6
    });
    format.percent(ratio.share(), places.unwrap_or(2))
}

/// The headline: a sentence, and whether it is bad news.
pub(super) fn headline(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> (String, bool) {
    let Some(month) = computed.first_month() else { return (String::new(), false) };
    let mut stages = computed.stages();
    let goal = computed.plan.stages.last().map(|stage| stage_count(format, text, stage, month.goal));
    let goal = goal.unwrap_or_default();
    let missed = computed.stages().find(|(_, plan)| plan.need > 0 && plan.timing == Timing::Missed);
    if let Some((stage, plan)) = missed {
        let reach = Month::first_in_reach(computed.plan.begins_on(computed.today), computed.plan.lag_days());
        return ((text.sentence_missed)(format, month.month, &stage_name(text, stage), plan.last, reach), true);
    }
    let Some((stage, plan)) = stages.find(|(_, plan)| plan.need > 0) else {
        return ((text.sentence_done)(month.month, &goal), false);
    };
    let (Some(load), Some(each)) = (plan.load(1), plan.load(computed.plan.people)) else {
        return (String::new(), false);
    };
    let need = stage_count(format, text, stage, plan.need);
    let said = PlanSentence {
        goal: &goal,
        month: month.month,
        need: &need,
        days: (plan.first, plan.last),
        load,
        people: (computed.plan.people, each),
    };
    ((text.sentence)(format, said), false)
}

/// What else there is to know: days that are gone, how sure it is, how it is rounded.
pub(super) fn notes(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> Vec<String> {
    let begins = computed.plan.begins_on(computed.today);
    let short = computed.stages().find(|(_, plan)| plan.need > 0 && plan.timing == Timing::Short);
    let mut notes: Vec<String> =
        short.map(|(stage, _)| (text.short)(format, &stage_name(text, stage), begins)).into_iter().collect();
    notes.push(text.rounding.to_owned());
    notes
}

/// How sure the need of the first stage is: its range, in words.
pub(super) fn range_note(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> Option<String> {
    let range = computed.ranges.first().copied().flatten()?;
    // The least of the samples: it is what makes the range wide.
    let steps = computed.plan.steps();
    let least = steps.iter().enumerate().filter_map(|(index, (_, sample))| Some((index, (*sample)?)));
    let (index, sample) = least.min_by_key(|(_, sample)| *sample)?;
    let name = computed.plan.stages.get(index).map(|stage| stage_name(text, stage))?;
    Some((text.range)(format, range, &name, sample))
}

/// Load of a stage on a working day, in words; empty where there is none.
pub(super) fn load_words(format: Format, text: &PlanMessages, load: Option<Load>) -> String {
    load.map(|load| (text.load)(format, load)).unwrap_or_default()
}

/// The length of a bar, from 0 to 100, where `most` fills it.
#[expect(clippy::cast_precision_loss, reason = "a length")]
pub(super) fn length(count: u64, most: u64) -> f64 {
    if most == 0 { 0.0 } else { count as f64 / most as f64 * 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale, messages};

    fn format(locale: Locale) -> Format {
        Format { locale, currency: Currency::Rub }
    }

    fn computed(today: &str, change: impl FnOnce(&mut SalesPlan)) -> ComputedPlan {
        let mut plan = SalesPlan::default();
        change(&mut plan);
        ComputedPlan::of(plan, Day::from_iso(today).unwrap()).unwrap()
    }

    fn said(locale: Locale, computed: &ComputedPlan) -> String {
        headline(format(locale), messages(locale).plan(), computed).0.replace('\u{a0}', " ")
    }

    #[test]
    fn the_sentence() {
        // 22 days before May: calls from 9 April, a Thursday, to 9 May: 16 and 6 working days.
        let plan = computed("2026-04-09", |plan| plan.people = 2);
        assert_eq!(
            said(Locale::En, &plan),
            "To reach 10 buyers in May 2026, you need 800 calls from 9 Apr to 9 May: 36\u{2060}–\u{2060}37 each working day, 18\u{2060}–\u{2060}19 for each of 2 people."
        );
        assert_eq!(
            said(Locale::Ru, &plan),
            "Цель — 10 покупателей в мае 2026. Для этого нужно: 800 звонков, с 09.04 по 09.05. Это 36\u{2060}–\u{2060}37 за рабочий день, по 18\u{2060}–\u{2060}19 на каждого из 2."
        );
    }

    #[test]
    fn what_is_too_late_is_said() {
        let late =
            computed("2026-05-20", |plan| plan.first_month = Some(Month::of(Day::from_iso("2026-05-01").unwrap())));
        assert!(headline(format(Locale::En), messages(Locale::En).plan(), &late).1);
        assert_eq!(
            said(Locale::En, &late),
            "It is too late for May 2026: the last day for “Calls” was 9 May 2026. The first month you can still plan in full is July 2026."
        );
    }

    #[test]
    fn what_is_under_way_may_be_enough() {
        let done = computed("2026-04-09", |plan| plan.change_stage(3, |stage| stage.in_progress = 10));
        assert_eq!(said(Locale::En, &done), "For 10 buyers in May 2026, everything needed is already under way.");
    }

    #[test]
    fn shares_have_the_decimals_they_need() {
        for (from, to, words) in [(80, 40, "50%"), (1_000, 125, "12.5%"), (3, 1, "33.33%"), (400, 1, "0.25%")] {
            assert_eq!(percent(format(Locale::En), Ratio::counts(from, to).unwrap()), words);
        }
    }

    #[test]
    fn changes_and_the_best_step() {
        let plan = computed("2026-04-09", |_| {});
        assert_eq!(plan.best_step(), Some(2), "what is saved near the end saves all before it");
        // 4 of 44 instead of 40: 40/1.1 = 36.4 meetings, 37.
        assert_eq!(plan.changed(&[0, 0, 10]), Some(vec![740, 370, 37, 10]));
        assert_eq!(plan.changed(&[]), Some(vec![800, 400, 40, 10]));
    }

    #[test]
    fn small_samples_are_named() {
        let note = range_note(format(Locale::En), messages(Locale::En).plan(), &computed("2026-04-09", |_| {}));
        let note = note.unwrap().replace('\u{a0}', " ");
        assert!(note.contains("4 × “Meetings”") && note.contains("between 210 and 5,639"), "{note}");
    }
}
