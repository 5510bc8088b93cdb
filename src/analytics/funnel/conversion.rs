//! Counts deals at the steps of a funnel: by all ways of counting, by month of entry, by what tells them apart.

use std::collections::{BTreeMap, HashMap};

use super::journey::{Deal, DealText, History, Journeys, texts};
use super::options::{Count, FunnelOptions, SplitBy};
use super::outcome::Outcome;
use super::report::{Balance, Cohort, FunnelReport, Loss, SplitRow, Step, Tally};
use super::walk::{Course, Walk};
use crate::analytics::amount::Sum;
use crate::analytics::dataset::OtherTable;
use crate::analytics::dataset::kinds::column::TextColumn;
use crate::analytics::date::{Day, Grain, days_in_month};
use crate::analytics::stage_names::folded;
use crate::analytics::stats::spread::Spread;

/// Values of a split that are told apart at the most.
pub const SPLITS_MAX: usize = 200;

/// A deal as the counts see it.
pub(super) struct Seen<'a> {
    pub(super) number: usize,
    pub(super) deal: &'a Deal,
    pub(super) walk: &'a Walk,
    /// How often it counts at each step.
    pub(super) counted: &'a [u32],
    /// When it first did.
    pub(super) days: &'a [Option<Day>],
    /// The day on which it began.
    pub(super) entered: Option<Day>,
}

impl Seen<'_> {
    /// Days from its beginning to its end.
    pub(super) fn cycle(&self) -> Option<i32> {
        let (entered, ended) = self.entered.zip(self.walk.ended)?;
        Some(ended.0.saturating_sub(entered.0))
    }

    pub(super) fn counts_at(&self, place: usize) -> bool {
        self.counted.get(place).is_some_and(|&count| count > 0)
    }

    fn amount(&self) -> Sum {
        self.deal.amount.map(Sum::from).unwrap_or_default()
    }
}

/// Deals that no figure is made of, and when deals begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Skipped {
    pub(super) outside: u64,
    pub(super) outside_window: u64,
    /// First and last day on which one of the others began.
    pub(super) begins: Option<(Day, Day)>,
}

/// Shows every deal that takes part.
pub(super) fn for_each(
    journeys: &Journeys,
    course: &Course,
    options: &FunnelOptions,
    mut see: impl FnMut(&Seen<'_>),
) -> Skipped {
    let (mut walk, mut counted, mut days) = (Walk::default(), Vec::new(), Vec::new());
    let mut skipped = Skipped::default();
    for (number, deal) in journeys.deals.iter().enumerate() {
        if !course.walk(journeys, number, deal, &mut walk) {
            skipped.outside += 1;
            continue;
        }
        let entered = deal.entered.or_else(|| walk.stops.iter().find_map(|stop| stop.day));
        if let Some(day) = entered {
            let (first, last) = skipped.begins.unwrap_or((day, day));
            skipped.begins = Some((first.min(day), last.max(day)));
        }
        if let Some((from, to)) = options.entered
            && entered.is_none_or(|day| day < from || day > to)
        {
            skipped.outside_window += 1;
            continue;
        }
        course.count(&walk, options, &mut counted, &mut days);
        see(&Seen { number, deal, walk: &walk, counted: &counted, days: &days, entered });
    }
    skipped
}

/// Counts deals that are put together.
#[derive(Clone, Debug, Default)]
struct Group {
    tally: Tally,
    reached: Vec<u64>,
    won_days: Vec<i32>,
}

impl Group {
    fn add(&mut self, seen: &Seen<'_>) {
        self.tally.deals += 1;
        match seen.walk.outcome {
            Outcome::Open => self.tally.open += 1,
            Outcome::Lost => self.tally.lost += 1,
            Outcome::Won => {
                self.tally.won += 1;
                self.tally.revenue += seen.amount();
                self.won_days.extend(seen.cycle());
            }
        }
        self.reached.resize(seen.counted.len(), 0);
        for (sum, &count) in self.reached.iter_mut().zip(seen.counted) {
            *sum += u64::from(count);
        }
    }
}

/// The figures of one step while they are counted.
#[derive(Clone, Debug, Default)]
struct StepCount {
    reached: u64,
    lost: u64,
    open: u64,
    otherwise: u64,
    joined: u64,
    won: u64,
    unsure: u64,
    now: u64,
    now_amount: Sum,
    balance: Balance,
    days: Vec<i32>,
}

/// What a funnel of a table comes to.
#[must_use]
pub fn measure(journeys: &Journeys, table: &OtherTable, options: &FunnelOptions) -> FunnelReport {
    let course = Course::new(journeys, options);
    let all = course.steps.len();
    let mut steps = vec![StepCount::default(); all];
    let mut total = Group::default();
    let mut lost_days = Vec::new();
    let mut months: BTreeMap<i32, Group> = BTreeMap::new();
    let mut counts: Vec<(Count, Vec<u64>)> = Count::ALL.into_iter().map(|count| (count, vec![0; all])).collect();
    let mut splits = Splits::new(table, options);
    let mut losses = Losses::new(table);
    let (mut not_counted, mut undated) = (0, 0);
    let (mut counted, mut days) = (Vec::new(), Vec::new());

    let skipped = for_each(journeys, &course, options, |seen| {
        total.add(seen);
        not_counted += u64::from(seen.counted.iter().all(|&count| count == 0));
        if seen.walk.outcome == Outcome::Lost {
            lost_days.extend(seen.cycle());
            losses.add(seen);
        }
        match seen.entered {
            Some(day) => months.entry(Grain::Month.period_of(day)).or_default().add(seen),
            None => undated += 1,
        }
        splits.add(seen);
        add_steps(&mut steps, &course, journeys.history, options.count, seen);
        for (count, sums) in &mut counts {
            let options = FunnelOptions { count: *count, within_days: options.within_days, ..FunnelOptions::default() };
            course.count(seen.walk, &options, &mut counted, &mut days);
            sums.iter_mut().zip(&counted).for_each(|(sum, &count)| *sum += u64::from(count));
        }
    });

    let as_of = options.as_of.or(journeys.last);
    let won_days = Spread::of(&mut total.won_days);
    let usual = won_days.as_ref().map(|days| days.median_twice);
    let cohort = |(month, group): (i32, Group)| Cohort {
        month,
        tally: group.tally,
        reached: group.reached,
        unripe: is_unripe(month, as_of, usual),
    };
    let stages = &course.stages;
    FunnelReport {
        history: journeys.history,
        count: options.count,
        steps: course.steps.iter().zip(steps).map(|(stage, count)| finished(stage.clone(), count)).collect(),
        stages: stages.clone(),
        unknown: course.unknown.clone(),
        proposed: course.proposal.stages.clone(),
        circles: course.proposal.circles,
        won_assumed: course.proposal.won_assumed && options.stages.is_empty(),
        counts,
        tally: total.tally,
        not_counted,
        outside: skipped.outside,
        begins: skipped.begins,
        entered: options.entered,
        outside_window: skipped.outside_window,
        won_days,
        lost_days: Spread::of(&mut lost_days),
        cohorts: months.into_iter().map(cohort).collect(),
        undated,
        split: options.split,
        splits: splits.finish(),
        splittable: SplitBy::ALL.into_iter().filter(|by| texts(table, by.text()).is_some()).collect(),
        losses: losses.finish(),
        as_of,
        remarks: journeys.remarks,
    }
}

fn finished(stage: super::order::Stage, mut count: StepCount) -> Step {
    Step {
        stage,
        reached: count.reached,
        lost: count.lost,
        open: count.open,
        otherwise: count.otherwise,
        joined: count.joined,
        won: count.won,
        unsure: count.unsure,
        now: count.now,
        now_amount: count.now_amount,
        balance: count.balance,
        days: Spread::of(&mut count.days),
    }
}

/// Whether the last day of a month lies less than half of `usual_twice` days before `as_of`.
fn is_unripe(month: i32, as_of: Option<Day>, usual_twice: Option<i64>) -> bool {
    let (year, month) = (month.div_euclid(12), u32::try_from(month.rem_euclid(12) + 1).unwrap_or(1));
    let last = Day::from_ymd(year, month, days_in_month(year, month));
    match (last, as_of, usual_twice) {
        (Some(last), Some(as_of), Some(usual_twice)) => (i64::from(as_of.0) - i64::from(last.0)) * 2 < usual_twice,
        _ => false,
    }
}

fn add_steps(steps: &mut [StepCount], course: &Course, history: History, count: Count, seen: &Seen<'_>) {
    let all = steps.len();
    let outcome = seen.walk.outcome;
    let is_entries = count == Count::Entries;
    for (place, step) in steps.iter_mut().enumerate() {
        let times = seen.counted.get(place).copied().unwrap_or_default();
        step.reached += u64::from(times);
        if times == 0 {
            continue;
        }
        step.won += u64::from(outcome == Outcome::Won);
        step.joined += u64::from(place > 0 && !seen.counts_at(place - 1));
        step.unsure += u64::from(seen.walk.sure_to.is_some_and(|sure| place > sure) && !course.is_end(place));
        let stays = place + 1 == all || !seen.counts_at(place + 1);
        if stays && !is_entries {
            step.lost += u64::from(outcome == Outcome::Lost);
            step.open += u64::from(outcome == Outcome::Open);
            step.otherwise += u64::from(outcome == Outcome::Won && !course.is_won(place));
        }
        let from = match history {
            History::PresentStage => {
                let is_dated = |&before: &usize| seen.days.get(before).is_some_and(Option::is_some);
                (0..place).rev().filter(|&before| !course.is_end(before)).find(is_dated)
            }
            _ => place.checked_sub(1).filter(|&before| seen.counts_at(before)),
        };
        let day = |place: usize| seen.days.get(place).copied().flatten();
        if let Some((before, here)) = from.and_then(day).zip(day(place)) {
            step.days.push(here.0.saturating_sub(before.0));
        }
    }
    let stops = &seen.walk.stops;
    for (index, stop) in stops.iter().enumerate() {
        let Some(step) = steps.get_mut(stop.place) else { continue };
        step.balance.entered += 1;
        match stops.get(index + 1) {
            Some(next) if next.place > stop.place => step.balance.advanced += 1,
            Some(_) => step.balance.back += 1,
            None if outcome == Outcome::Lost => step.balance.lost += 1,
            None => {
                step.balance.still += 1;
                if outcome == Outcome::Open {
                    step.now += 1;
                    step.now_amount += seen.amount();
                }
            }
        }
        if is_entries && index + 1 == stops.len() {
            step.lost += u64::from(outcome == Outcome::Lost);
            step.open += u64::from(outcome == Outcome::Open);
        }
    }
}

/// Deals by what tells them apart.
struct Splits<'a> {
    column: Option<&'a TextColumn>,
    /// For each text of the column the value that it stands for, where that is another.
    classes: Option<Vec<Option<&'a str>>>,
    groups: HashMap<Option<&'a str>, Group>,
}

impl<'a> Splits<'a> {
    fn new(table: &'a OtherTable, options: &'a FunnelOptions) -> Self {
        let column = options.split.and_then(|by| texts(table, by.text()));
        let classes = column.filter(|_| options.split == Some(SplitBy::Class)).map(|column| classes(column, options));
        Self { column, classes, groups: HashMap::new() }
    }

    fn add(&mut self, seen: &Seen<'_>) {
        let Some(column) = self.column else { return };
        let row = seen.deal.row as usize;
        let value = match &self.classes {
            None => column.get(row),
            Some(classes) => column.ids.get(row).and_then(|id| classes.get(id as usize).copied()).flatten(),
        };
        self.groups.entry(value).or_default().add(seen);
    }

    fn finish(self) -> Vec<SplitRow> {
        let row = |(value, mut group): (Option<&str>, Group)| SplitRow {
            value: value.map(str::to_owned),
            tally: group.tally,
            reached: group.reached,
            median_twice: Spread::of(&mut group.won_days).map(|days| days.median_twice),
        };
        let mut rows: Vec<SplitRow> = self.groups.into_iter().map(row).collect();
        let by_deals = |row: &SplitRow| std::cmp::Reverse(row.tally.deals);
        if self.classes.is_some() {
            // Classes have an order of their own; clients without one come last.
            rows.sort_by_key(|row| (row.value.is_none(), row.value.clone()));
        } else {
            rows.sort_by(|left, right| by_deals(left).cmp(&by_deals(right)).then_with(|| left.value.cmp(&right.value)));
        }
        rows.truncate(SPLITS_MAX);
        rows
    }
}

/// The class of each client of a column.
pub(super) fn classes<'a>(column: &TextColumn, options: &'a FunnelOptions) -> Vec<Option<&'a str>> {
    let by_client: HashMap<String, &str> =
        options.classes.iter().map(|(client, class)| (folded(client), class.as_str())).collect();
    column.names.iter().map(|client| by_client.get(&folded(client)).copied()).collect()
}

/// Lost deals by reason.
struct Losses<'a> {
    column: Option<&'a TextColumn>,
    groups: HashMap<Option<String>, (Option<&'a str>, u64, Sum)>,
}

impl<'a> Losses<'a> {
    fn new(table: &'a OtherTable) -> Self {
        Self { column: texts(table, DealText::Reason), groups: HashMap::new() }
    }

    fn add(&mut self, seen: &Seen<'_>) {
        let Some(column) = self.column else { return };
        let reason = column.get(seen.deal.end_row as usize);
        let (_, deals, amount) = self.groups.entry(reason.map(folded)).or_insert((reason, 0, Sum::ZERO));
        *deals += 1;
        *amount += seen.amount();
    }

    fn finish(self) -> Vec<Loss> {
        let loss = |(reason, deals, amount): (Option<&str>, u64, Sum)| Loss {
            reason: reason.map(str::to_owned),
            deals,
            amount,
        };
        let mut losses: Vec<Loss> = self.groups.into_values().map(loss).collect();
        losses.sort_by(|left, right| right.deals.cmp(&left.deals).then_with(|| left.reason.cmp(&right.reason)));
        losses
    }
}
