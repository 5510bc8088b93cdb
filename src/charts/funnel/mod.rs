//! The funnel in tables: the twins of its pictures, and what has no picture.

pub mod picture;

use super::TableTwin;
use crate::analytics::funnel::report::{Cohort, SplitRow, Step};
use crate::analytics::funnel::{FunnelReport, SplitBy, StageName};
use crate::analytics::stats::share::share;
use crate::analytics::stats::spread::Spread;
use crate::i18n::{Format, messages};

fn percent(share: Option<f64>, format: Format) -> String {
    share.map_or_else(|| "—".to_owned(), |share| format.percent(share, 1))
}

fn days(days: Option<f64>, format: Format) -> String {
    days.map_or_else(|| "—".to_owned(), |days| format.ratio(days, usize::from(days.fract() != 0.0)))
}

/// What a step is called.
#[must_use]
pub fn step_name(step: &Step, format: Format) -> String {
    messages(format.locale).funnel().deals.stage_name(&step.stage.name).to_owned()
}

fn table<const N: usize>(caption: &str, headers: [&str; N], rows: Vec<Vec<String>>) -> TableTwin {
    TableTwin { caption: caption.to_owned(), headers: headers.map(str::to_owned).to_vec(), rows }
}

/// The staircase.
#[must_use]
pub fn stairs(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let row = |(place, step): (usize, &Step)| {
        vec![
            step_name(step, format),
            format.count(step.reached),
            percent(report.of_previous(place), format),
            percent(report.of_first(place), format),
            format.count(step.lost),
            format.count(step.open),
            format.count(step.joined),
            days(step.days.as_ref().map(Spread::median), format),
        ]
    };
    table(text.stairs, text.stairs_headers, report.steps.iter().enumerate().map(row).collect())
}

/// Time between stages, without its pictures.
#[must_use]
pub fn time(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let [stage, deals, median, mean, p90, _] = text.time_headers;
    let row = |step: &Step| {
        let spread = step.days.as_ref()?;
        Some(vec![
            step_name(step, format),
            format.count(spread.count),
            days(Some(spread.median()), format),
            format.ratio(spread.mean(), 1),
            days(Some(spread.p90()), format),
        ])
    };
    table(text.time, [stage, deals, median, mean, p90], report.steps.iter().filter_map(row).collect())
}

/// The check: what became of every entry.
#[must_use]
pub fn check(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let row = |step: &Step| {
        let balance = step.balance;
        let figures = [balance.entered, balance.advanced, balance.lost, balance.back, balance.still];
        [step_name(step, format)].into_iter().chain(figures.map(|figure| format.count(figure))).collect()
    };
    table(text.check, text.check_headers, report.steps.iter().map(row).collect())
}

/// Deals by month of beginning.
#[must_use]
pub fn cohorts(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let row = |cohort: &Cohort| {
        let tally = cohort.tally;
        let won = percent(share(tally.won, tally.deals), format);
        vec![
            format.month(cohort.month),
            format.count(tally.deals),
            format.count(tally.won),
            format.count(tally.lost),
            format.count(tally.open),
            if cohort.unripe { format!("{won} ({})", text.unripe) } else { won },
            format.money(tally.revenue),
        ]
    };
    table(text.cohorts, text.cohort_headers, report.cohorts.iter().map(row).collect())
}

/// Deals by what tells them apart.
#[must_use]
pub fn splits(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let caption = report.split.map_or(text.split, text.split_name);
    #[expect(clippy::cast_precision_loss, reason = "days for display")]
    let half = |twice: i64| twice as f64 / 2.0;
    let row = |row: &SplitRow| {
        let tally = row.tally;
        vec![
            row.value.clone().unwrap_or_else(|| no_value(report, format)),
            format.count(tally.deals),
            format.count(tally.won),
            format.count(tally.lost),
            format.count(tally.open),
            percent(share(tally.won, tally.won + tally.lost), format),
            days(row.median_twice.map(half), format),
            format.money(tally.revenue),
        ]
    };
    let mut twin = table(caption, text.split_headers, report.splits.iter().map(row).collect());
    if let Some(first) = twin.headers.first_mut() {
        caption.clone_into(first);
    }
    twin
}

/// In place of a value of what deals are told apart by.
#[must_use]
pub fn no_value(report: &FunnelReport, format: Format) -> String {
    let text = &messages(format.locale).funnel().screen;
    if report.split == Some(SplitBy::Class) { text.no_class } else { text.not_given }.to_owned()
}

/// A reason of loss with its bar.
#[derive(Clone, Debug, PartialEq)]
pub struct LossBar {
    /// The reason.
    pub reason: String,
    /// Deals lost for it, of all lost ones.
    pub share: f64,
    /// Together with all before it.
    pub together: f64,
}

/// Reasons of loss, the most frequent first.
#[must_use]
pub fn loss_bars(report: &FunnelReport, format: Format) -> Vec<LossBar> {
    let text = &messages(format.locale).funnel().screen;
    let mut so_far = 0;
    report
        .losses
        .iter()
        .map(|loss| {
            so_far += loss.deals;
            LossBar {
                reason: loss.reason.clone().unwrap_or_else(|| text.not_given.to_owned()),
                share: share(loss.deals, report.tally.lost).unwrap_or_default(),
                together: share(so_far, report.tally.lost).unwrap_or_default(),
            }
        })
        .collect()
}

/// The same in figures.
#[must_use]
pub fn losses(report: &FunnelReport, format: Format) -> TableTwin {
    let text = &messages(format.locale).funnel().screen;
    let bars = loss_bars(report, format);
    let rows = report.losses.iter().zip(bars).map(|(loss, bar)| {
        vec![
            bar.reason,
            format.count(loss.deals),
            format.percent(bar.share, 1),
            format.percent(bar.together, 1),
            format.money(loss.amount),
        ]
    });
    table(text.losses, text.loss_headers, rows.collect())
}

/// The step after which most deals are lost, of equal ones the last; `None` where none is, or where the file does not say
/// at which.
#[must_use]
pub fn worst(report: &FunnelReport) -> Option<&Step> {
    let worst = report.steps.iter().filter(|step| step.lost > 0).max_by_key(|step| step.lost)?;
    (worst.stage.name != StageName::Closed).then_some(worst)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, TableKind, read_all};
    use crate::analytics::funnel::{FunnelOptions, Journeys, measure};
    use crate::i18n::{Currency, Locale};

    #[test]
    fn tables_say_what_was_counted() {
        let text = "deal id;deal stage;created;close date;amount;lost reason\n1;Lead;2026-01-01;;10;\n\
            2;Won;2026-01-01;2026-01-11;30;\n3;Lost;2026-01-04;2026-01-09;40;Price\n4;Lost;2026-01-04;2026-01-08;5;\n";
        let options = ReadOptions { table: Some(TableKind::Deals), ..ReadOptions::default() };
        let table = read_all(text.as_bytes(), &options).unwrap().other.unwrap();
        let report = measure(&Journeys::of(&table).unwrap(), &table, &FunnelOptions::default());
        let format = Format { locale: Locale::En, currency: Currency::None };
        let stairs = stairs(&report, format);
        assert_eq!(stairs.rows[0][..4], ["Lead", "4", "100.0%", "100.0%"]);
        // Won, one of three closed.
        assert_eq!(stairs.rows[2][..3], ["Won", "1", "33.3%"]);
        assert_eq!(worst(&report), None, "the file does not say where deals are lost");
        let losses = losses(&report, format);
        assert_eq!(losses.rows[0][..4], ["(not given)", "1", "50.0%", "50.0%"]);
        assert_eq!(losses.rows[1][..4], ["Price", "1", "50.0%", "100.0%"]);
        assert_eq!(cohorts(&report, format).rows[0][..5], ["Jan\u{a0}2026", "4", "1", "2", "1"]);
        assert_eq!(check(&report, format).rows[1], ["Closed", "3", "1", "2", "0", "0"]);
        assert_eq!(time(&report, format).rows.len(), 2);
        let palette = crate::charts::Palette::paper();
        let drawn = picture::stairs(&report, &palette, format);
        // A column of 960 / 3 less the gap: one of four came to the end, as high as a quarter of 300.
        assert!(drawn.contains(r#"y="225.0" width="306.0" height="75.0""#), "{drawn}");
        assert!(drawn.contains("33.3% of the previous") && drawn.contains("2 lost"), "{drawn}");
        assert!(picture::losses(&report, &palette, format).contains("50.0% / 100.0%"));
    }
}
