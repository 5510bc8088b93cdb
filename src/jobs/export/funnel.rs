//! The funnel and the sources as workbooks: what a screen shows in tables, typed. No rows are needed for them, so the
//! screens make them of the results that they have.

use super::deals;
use crate::analytics::amount::Sum;
use crate::analytics::dataset::ImportReport;
use crate::analytics::funnel::report::{Cohort, SplitRow, Step, Tally};
use crate::analytics::funnel::sources::{SourceClasses, SourceLabel, SourceRow, SourcesReport};
use crate::analytics::funnel::{FunnelReport, SplitBy, StageName};
use crate::analytics::segmentation::abc_xyz;
use crate::analytics::stats::share::share;
use crate::analytics::stats::spread::Spread;
use crate::i18n::{Format, messages};
use crate::jobs::sheet::{Basis, Cell, Export, LeftOutLine, Sheet};

fn optional_share(share: Option<f64>) -> Cell {
    share.map_or(Cell::Empty, Cell::Share)
}

fn days(days: Option<f64>) -> Cell {
    days.map_or(Cell::Empty, Cell::Ratio)
}

/// The file of a funnel: the staircase first, then all that explains it.
#[must_use]
pub fn funnel(report: &FunnelReport, source: &str, import: &ImportReport, format: Format) -> Export<'static> {
    let mut sheets = vec![stairs(report, format), whole(report, format), time(report, format)];
    if report.losses.iter().any(|loss| loss.reason.is_some()) {
        sheets.push(losses(report, format));
    }
    if report.split.is_some() {
        sheets.push(splits(report, format));
    }
    sheets.extend([cohorts(report, format), check(report, format)]);
    Export { sheets, basis: basis(report, source, import, format) }
}

/// What a funnel was computed from.
#[must_use]
pub fn basis(report: &FunnelReport, source: &str, import: &ImportReport, format: Format) -> Basis {
    let (text, words) = (messages(format.locale).export(), &messages(format.locale).funnel().screen);
    let mut basis = deals::basis(source, import, report.count, format);
    if let Some(days) = report.entered {
        basis.settings.push((words.entered.to_owned(), (text.days)(format, days)));
        let what = words.outside_window_line.to_owned();
        basis.left_out.push(LeftOutLine { what, rows: report.outside_window, sum: None });
    }
    basis
}

fn stage_cell(name: &StageName, format: Format) -> Cell {
    Cell::text(messages(format.locale).funnel().deals.stage_name(name))
}

fn stairs(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let row = |(place, step): (usize, &Step)| {
        vec![
            stage_cell(&step.stage.name, format),
            step.reached.into(),
            optional_share(report.of_previous(place)),
            optional_share(report.of_first(place)),
            step.lost.into(),
            step.open.into(),
            step.joined.into(),
            days(step.days.as_ref().map(Spread::median)),
        ]
    };
    let rows: Vec<_> = report.steps.iter().enumerate().map(row).collect();
    Sheet::new(text.stairs, text.stairs_headers, rows)
}

fn whole(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let rates = [report.won_of_closed(), report.won_of_engaged(), report.won_of_all()];
    let rates = text.win_rates.into_iter().zip(text.win_rates_explain).zip(rates);
    let rates = rates.map(|((name, explain), rate)| (name, optional_share(rate), explain));
    let cycle = report.won_days.as_ref().map(Spread::median);
    let others = [
        (text.cycle, days(cycle), text.cycle_explain),
        (text.average, report.won_average().into(), text.average_explain),
        (text.velocity, report.velocity().into(), text.velocity_explain),
    ];
    let rows: Vec<_> =
        rates.chain(others).map(|(name, value, how)| vec![Cell::text(name), value, Cell::text(how)]).collect();
    Sheet::new(text.whole, text.whole_headers, rows)
}

fn time(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let [stage, deals, median, mean, p90, _] = text.time_headers;
    let row = |step: &Step| {
        let spread = step.days.as_ref()?;
        Some(vec![
            stage_cell(&step.stage.name, format),
            spread.count.into(),
            Cell::Ratio(spread.median()),
            Cell::Ratio(spread.mean()),
            Cell::Ratio(spread.p90()),
        ])
    };
    let rows: Vec<_> = report.steps.iter().filter_map(row).collect();
    Sheet::new(text.time, [stage, deals, median, mean, p90], rows)
}

fn losses(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let mut so_far = 0;
    let mut rows = Vec::new();
    for loss in &report.losses {
        so_far += loss.deals;
        rows.push(vec![
            Cell::text(loss.reason.as_deref().unwrap_or(text.not_given)),
            loss.deals.into(),
            optional_share(share(loss.deals, report.tally.lost)),
            optional_share(share(so_far, report.tally.lost)),
            loss.amount.into(),
        ]);
    }
    Sheet::new(text.losses, text.loss_headers, rows)
}

fn splits(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let name = report.split.map_or(text.split, text.split_name);
    let [_, deals, won, lost, open, rate, cycle, sum] = text.split_headers;
    #[expect(clippy::cast_precision_loss, reason = "days for display")]
    let half = |twice: i64| twice as f64 / 2.0;
    let row = |row: &SplitRow| {
        let Tally { deals, won, lost, open, revenue } = row.tally;
        let nothing = if report.split == Some(SplitBy::Class) { text.no_class } else { text.not_given };
        vec![
            Cell::text(row.value.as_deref().unwrap_or(nothing)),
            deals.into(),
            won.into(),
            lost.into(),
            open.into(),
            optional_share(share(won, won + lost)),
            days(row.median_twice.map(half)),
            revenue.into(),
        ]
    };
    let rows: Vec<_> = report.splits.iter().map(row).collect();
    Sheet::new(name, [name, deals, won, lost, open, rate, cycle, sum], rows)
}

fn cohorts(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let row = |cohort: &Cohort| {
        let Tally { deals, won, lost, open, revenue } = cohort.tally;
        vec![
            Cell::Text(format.month(cohort.month)),
            deals.into(),
            won.into(),
            lost.into(),
            open.into(),
            optional_share(share(won, deals)),
            revenue.into(),
            if cohort.unripe { Cell::text(text.unripe) } else { Cell::Empty },
        ]
    };
    let rows: Vec<_> = report.cohorts.iter().map(row).collect();
    Sheet::new(text.cohorts, text.cohort_headers.into_iter().chain([text.unripe]), rows)
}

fn check(report: &FunnelReport, format: Format) -> Sheet<'static> {
    let text = &messages(format.locale).funnel().screen;
    let row = |step: &Step| {
        let balance = step.balance;
        let figures = [balance.entered, balance.advanced, balance.lost, balance.back, balance.still];
        [stage_cell(&step.stage.name, format)].into_iter().chain(figures.map(Cell::from)).collect()
    };
    let rows: Vec<Vec<Cell>> = report.steps.iter().map(row).collect();
    Sheet::new(text.check, text.check_headers, rows)
}

/// The file of sources: their figures, money by month, and the classes of the clients that they bring, where these are
/// known.
#[must_use]
pub fn sources(
    report: &SourcesReport,
    classes: &[SourceClasses],
    source: &str,
    import: &ImportReport,
    format: Format,
) -> Export<'static> {
    let mut sheets = vec![figures(report, format), months(report, format)];
    if !classes.is_empty() {
        sheets.push(cells(classes, format));
    }
    Export { sheets, basis: sources_basis(report, source, import, format) }
}

/// What the figures of sources were computed from.
#[must_use]
pub fn sources_basis(report: &SourcesReport, source: &str, import: &ImportReport, format: Format) -> Basis {
    let text = messages(format.locale).sources();
    let touch = (text.touch_name)(report.touch);
    let mut basis = deals::basis_of_rows(source, import, format);
    basis.settings.extend(report.has_leads.then(|| (text.touch.to_owned(), touch.to_owned())));
    basis
}

fn name_of(label: &SourceLabel, format: Format) -> Cell {
    Cell::text(messages(format.locale).sources().source_name(label))
}

fn figures(report: &SourcesReport, format: Format) -> Sheet<'static> {
    let text = messages(format.locale).sources();
    let [source, leads, won, conversion, _, revenue, average, cycle, cost, lead, buyer, romi] = text.headers;
    let [low, high] = text.range_ends;
    let won = if report.has_leads { won } else { text.client_column };
    let headers = [source, leads, won, conversion, low, high, revenue, average, cycle, cost, lead, buyer, romi]
        .map(str::to_owned);
    let row = |name: Cell, row: &SourceRow| {
        vec![
            name,
            row.leads.into(),
            row.won.into(),
            optional_share(row.conversion.map(|share| share.share)),
            optional_share(row.conversion.map(|share| share.low)),
            optional_share(row.conversion.map(|share| share.high)),
            row.revenue.into(),
            row.average.into(),
            days(row.days.as_ref().map(Spread::median)),
            row.cost.into(),
            row.cost_per_lead.into(),
            row.cost_per_won.into(),
            optional_share(row.romi),
        ]
    };
    let rows = report.rows.iter().map(|one| row(name_of(&one.source, format), one));
    let rows: Vec<_> = rows.chain([row(Cell::text(text.total), &report.total)]).collect();
    Sheet::new(text.title, headers, rows)
}

/// Money by month: a row a month, a column a source.
fn months(report: &SourcesReport, format: Format) -> Sheet<'static> {
    let text = messages(format.locale).sources();
    let earning: Vec<&SourceRow> = report.rows.iter().filter(|row| row.revenue != Sum::ZERO).collect();
    let names = earning.iter().map(|row| text.source_name(&row.source).to_owned());
    let headers = [text.month.to_owned()].into_iter().chain(names).chain([text.total.to_owned()]);
    let at = |row: &SourceRow, place: usize| Cell::from(row.by_month.get(place).copied().unwrap_or_default());
    let rows: Vec<Vec<Cell>> = report
        .months
        .iter()
        .enumerate()
        .map(|(place, &month)| {
            let sums = earning.iter().copied().chain([&report.total]).map(|row| at(row, place));
            [Cell::Text(format.month(month))].into_iter().chain(sums).collect()
        })
        .collect();
    Sheet::new(text.months, headers, rows)
}

/// Sources by cells of the matrix: how many clients of each.
fn cells(classes: &[SourceClasses], format: Format) -> Sheet<'static> {
    let text = messages(format.locale).sources();
    let codes = abc_xyz::Cell::all().map(abc_xyz::Cell::code);
    let [source, clients, value, _] = text.class_headers;
    let headers: Vec<String> = [source, clients, value].into_iter().map(str::to_owned).chain(codes).collect();
    let row = |row: &SourceClasses| {
        let clients = |cell: abc_xyz::Cell| {
            let found = row.cells.iter().find(|(other, ..)| *other == cell);
            Cell::Count(found.map_or(0, |(_, clients, _)| *clients))
        };
        let own = [name_of(&row.source, format), row.clients.into(), row.value.into()];
        own.into_iter().chain(abc_xyz::Cell::all().map(clients)).collect::<Vec<_>>()
    };
    let rows: Vec<_> = classes.iter().map(row).collect();
    Sheet::new(text.classes_sheet, headers, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, TableKind, read_all};
    use crate::analytics::funnel::sources::{SourcesOptions, of_deals};
    use crate::analytics::funnel::{FunnelOptions, Journeys, measure};
    use crate::i18n::{Currency, Locale};

    const DEALS: &str = "deal id;deal stage;created;close date;amount;lost reason;source\n\
        1;Lead;2026-01-01;;10;;Site\n2;Won;2026-01-01;2026-01-11;30;;Site\n\
        3;Lost;2026-01-04;2026-01-09;40;Price;Fair\n4;Lost;2026-01-04;2026-01-08;5;;Fair\n";
    const FORMAT: Format = Format { locale: Locale::En, currency: Currency::None };

    fn sheets(export: Export<'static>) -> Vec<(String, Vec<String>, Vec<Vec<Cell>>)> {
        export.sheets.into_iter().map(|sheet| (sheet.name, sheet.headers, sheet.rows.collect())).collect()
    }

    /// Name, headers, rows.
    type Plain = (String, Vec<String>, Vec<Vec<Cell>>);

    fn cell(sheets: &[Plain], sheet: &str, row: usize, header: &str) -> Cell {
        let (_, headers, rows) = sheets.iter().find(|(name, ..)| name == sheet).unwrap();
        rows[row][headers.iter().position(|name| name == header).unwrap()].clone()
    }

    #[test]
    fn workbooks_hold_typed_figures() {
        let options = ReadOptions { table: Some(TableKind::Deals), ..ReadOptions::default() };
        let read = read_all(DEALS.as_bytes(), &options).unwrap();
        let table = read.other.unwrap();
        let journeys = Journeys::of(&table).unwrap();
        let split = FunnelOptions { split: Some(SplitBy::Source), ..FunnelOptions::default() };
        let report = measure(&journeys, &table, &split);
        let made = sheets(funnel(&report, "deals.csv", &read.report, FORMAT));
        for (_, headers, rows) in &made {
            assert!(rows.iter().all(|row| row.len() == headers.len()));
        }
        assert_eq!(cell(&made, "From stage to stage", 0, "Deals"), Cell::Count(4));
        // One of three that have ended.
        assert_eq!(cell(&made, "The whole in figures", 0, "Value"), Cell::Share(1.0 / 3.0));
        assert_eq!(cell(&made, "The whole in figures", 3, "Value"), Cell::Ratio(10.0));
        assert_eq!(cell(&made, "Why deals are lost", 1, "Together"), Cell::Share(1.0));
        assert_eq!(cell(&made, "Sources", 0, "Deals"), Cell::Count(2));
        assert_eq!(cell(&made, "Does it add up", 0, "Entered"), Cell::Count(4));

        let report = of_deals(&journeys, &table, &SourcesOptions::default()).unwrap();
        let made = sheets(sources(&report, &[], "deals.csv", &read.report, FORMAT));
        assert_eq!(cell(&made, "Sources", 0, "Won"), Cell::Count(1));
        assert_eq!(cell(&made, "Sources", 2, "Leads"), Cell::Count(4));
        assert_eq!(cell(&made, "Money by month", 0, "Site"), Cell::Amount(Sum(300_000)));
        assert_eq!(made.len(), 2);
    }
}
