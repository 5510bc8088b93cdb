//! The plan as rows: by week, by month of work, by month of sales. Pure.

use super::figures::{ComputedPlan, load_words, percent, stage_name};
use crate::i18n::Format;
use crate::i18n::messages::plan::PlanMessages;
use crate::jobs::sheet::{Basis, Cell, Export, Sheet};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// A week of work.
    Week,
    /// A calendar month of work.
    Month,
    /// A stage for a month of sales.
    Goal,
}

impl By {
    /// In the order of the screen.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Goal];

    /// Its name.
    pub fn name(self, text: &PlanMessages) -> String {
        match self {
            Self::Week => text.by_week,
            Self::Month => text.by_month,
            Self::Goal => text.by_goal,
        }
        .to_owned()
    }
}

/// Rows with their headers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rows {
    /// Headers, left to right.
    pub headers: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// Sums of the columns; none where they cannot be added up.
    pub total: Option<Vec<Cell>>,
}

/// The rows of a plan.
pub(super) fn rows(format: Format, text: &PlanMessages, computed: &ComputedPlan, by: By) -> Rows {
    let schedule = &computed.schedule;
    match by {
        By::Week => {
            let rows = schedule.weeks.iter().map(|(monday, done)| ((text.week)(format, *monday), done.as_slice()));
            work(text, computed, text.head_week, rows)
        }
        By::Month => {
            let rows = schedule.work_months.iter().map(|(month, done)| ((text.month)(*month), done.as_slice()));
            work(text, computed, text.head_month, rows)
        }
        By::Goal => goals(format, text, computed),
    }
}

fn work<'a>(
    text: &PlanMessages,
    computed: &ComputedPlan,
    head: &str,
    rows: impl Iterator<Item = (String, &'a [u64])>,
) -> Rows {
    let names = computed.plan.stages.iter().map(|stage| stage_name(text, stage));
    let is_timed = computed.plan.is_timed();
    let hours = is_timed.then(|| text.head_hours.to_owned());
    let mut sums = vec![0_u64; computed.plan.stages.len()];
    let cells = |name: String, done: &[u64]| {
        let hours = is_timed.then(|| Cell::Ratio(hours_of(computed, done)));
        std::iter::once(Cell::Text(name)).chain(done.iter().map(|&done| done.into())).chain(hours).collect::<Vec<_>>()
    };
    let rows = rows
        .map(|(name, done)| {
            sums.iter_mut().zip(done).for_each(|(sum, done)| *sum += done);
            cells(name, done)
        })
        .collect();
    let total = Some(cells(text.total.to_owned(), &sums));
    Rows { headers: std::iter::once(head.to_owned()).chain(names).chain(hours).collect(), rows, total }
}

/// Hours that so many of each stage take.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn hours_of(computed: &ComputedPlan, done: &[u64]) -> f64 {
    let minutes = computed.plan.stages.iter().map(|stage| f64::from(stage.minutes.unwrap_or_default()));
    done.iter().zip(minutes).map(|(&done, minutes)| done as f64 * minutes).sum::<f64>() / 60.0
}

fn goals(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> Rows {
    let headers = [
        text.head_goal,
        text.head_stage,
        text.head_need,
        text.head_there,
        text.head_first,
        text.head_last,
        text.head_day,
    ];
    let row = |month: &str, name: String, plan: &crate::analytics::funnel::plan::StagePlan| {
        let load = match plan.load(1) {
            Some(load) if plan.need > 0 => load_words(format, text, Some(load)),
            None if plan.need > 0 => text.too_late.to_owned(),
            _ => String::new(),
        };
        vec![
            Cell::text(month),
            Cell::Text(name),
            plan.need.into(),
            plan.in_progress.into(),
            plan.first.into(),
            plan.last.into(),
            Cell::Text(load),
        ]
    };
    let mut rows = Vec::new();
    for month in &computed.schedule.months {
        let name = (text.month)(month.month);
        let stages = computed.plan.stages.iter().zip(&month.stages);
        rows.extend(stages.map(|(stage, plan)| row(&name, stage_name(text, stage), plan)));
    }
    Rows { headers: headers.map(str::to_owned).to_vec(), rows, total: None }
}

/// A cell as the screen shows it.
pub(super) fn shown(format: Format, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Count(count) => format.count(*count),
        Cell::Amount(sum) => format.money(*sum),
        Cell::Share(share) => format.percent(*share, 1),
        Cell::Ratio(ratio) => format.ratio(*ratio, 1),
        Cell::Day(day) => format.date(*day),
    }
}

/// All rows as a file, those that are shown first, with what they were computed from.
pub(super) fn export(format: Format, text: &PlanMessages, computed: &ComputedPlan, first: By) -> Export<'static> {
    let others = By::ALL.into_iter().filter(|&by| by != first);
    let sheet = |by: By| {
        let Rows { headers, rows, total } = rows(format, text, computed, by);
        Sheet::new(&by.name(text), headers, rows.into_iter().chain(total))
    };
    Export { sheets: std::iter::once(first).chain(others).map(sheet).collect(), basis: basis(format, text, computed) }
}

fn basis(format: Format, text: &PlanMessages, computed: &ComputedPlan) -> Basis {
    let plan = &computed.plan;
    let ratios = plan.ratios();
    let stages = plan.stages.iter().enumerate().map(|(index, stage)| {
        let share = ratios.get(index).map(|&ratio| format!(" → {}", percent(format, ratio))).unwrap_or_default();
        format!("{}{share}", stage_name(text, stage))
    });
    let settings = [
        (text.goal, format.count(plan.goal().sales())),
        (text.stages, stages.collect::<Vec<_>>().join(" → ")),
        (text.begins, format.date(plan.begins_on(computed.today))),
        (text.week_of, (text.workweek)(plan.week).to_owned()),
        (text.people, format.count(plan.people.into())),
    ];
    Basis { settings: settings.map(|(name, value)| (name.to_owned(), value)).to_vec(), left_out: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::date::Day;
    use crate::i18n::{Currency, Locale, messages};
    use crate::profile::SalesPlan;

    fn computed(change: impl FnOnce(&mut SalesPlan)) -> ComputedPlan {
        let mut plan = SalesPlan::default();
        change(&mut plan);
        ComputedPlan::of(plan, Day::from_iso("2026-04-09").unwrap()).unwrap()
    }

    const FORMAT: Format = Format { locale: Locale::En, currency: Currency::None };

    #[test]
    fn totals_are_the_needs() {
        let computed = computed(|plan| plan.months = 3);
        let text = messages(Locale::En).plan();
        for by in [By::Week, By::Month] {
            let rows = rows(FORMAT, text, &computed, by);
            let total: Vec<String> = rows.total.unwrap().iter().map(|cell| shown(FORMAT, cell)).collect();
            assert_eq!(total, ["Total", "2,400", "1,200", "120", "30"], "{by:?}");
            assert!(rows.rows.iter().all(|row| row.len() == rows.headers.len()));
        }
        assert_eq!(rows(FORMAT, text, &computed, By::Goal).rows.len(), 12);
    }

    #[test]
    fn minutes_become_hours() {
        let computed = computed(|plan| plan.change_stage(0, |stage| stage.minutes = Some(3)));
        let total = rows(FORMAT, messages(Locale::En).plan(), &computed, By::Month).total.unwrap();
        assert_eq!(total.last(), Some(&Cell::Ratio(40.0)), "800 calls of 3 minutes");
    }

    #[test]
    fn the_file_begins_with_what_is_shown() {
        let export = export(FORMAT, messages(Locale::En).plan(), &computed(|_| {}), By::Month);
        let names: Vec<&str> = export.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Months", "Weeks", "Goals"]);
        assert_eq!(export.basis.settings[1].1, "Calls → 50% → Proposals → 10% → Meetings → 25% → Buyers");
    }
}
