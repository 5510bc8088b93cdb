//! Sources in tables, figures, and money by month as small pictures.

use serde_json::{Value, json};

use super::option::{axis_looks, merge, plain};
use super::svg::shortened;
use super::{Palette, TableTwin};
use crate::analytics::amount::Sum;
use crate::analytics::funnel::sources::{SourceClasses, SourceLabel, SourceRow, SourcesReport};
use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::analytics::stats::spread::Spread;
use crate::i18n::{Format, messages};

/// Pictures of money by month: more than that nobody compares.
const PICTURES_MAX: usize = 6;
/// Pictures side by side.
const ACROSS: usize = 2;
/// Letters of a name over a picture.
const NAME_CHARS_MAX: usize = 24;
/// Of the whole height, what the name over a picture takes, in percent.
const TITLE_SHARE: f64 = 12.0;
/// Of the whole height, what the months under a picture take, in percent.
const AXIS_SHARE: f64 = 9.0;

/// What a source is called.
#[must_use]
pub fn label_of(label: &SourceLabel, format: Format) -> String {
    messages(format.locale).sources().source_name(label).to_owned()
}

/// The figures of a source in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Deals.
    pub leads: String,
    /// Won deals, or clients.
    pub won: String,
    /// Won of the deals.
    pub conversion: String,
    /// Its range.
    pub range: String,
    /// Money.
    pub revenue: String,
    /// Money of one.
    pub average: String,
    /// Usual days to win.
    pub days: String,
    /// What it cost.
    pub cost: String,
    /// Cost of a deal.
    pub cost_per_lead: String,
    /// Cost of a won deal.
    pub cost_per_won: String,
    /// Return on what it cost.
    pub romi: String,
}

/// The figures of a source in words.
#[must_use]
pub fn figures(row: &SourceRow, format: Format) -> Figures {
    let text = messages(format.locale).sources();
    let none = || "—".to_owned();
    let money = |sum: Option<Sum>| sum.map_or_else(none, |sum| format.money(sum));
    let days = |days: f64| format.ratio(days, usize::from(days.fract() != 0.0));
    Figures {
        leads: row.leads.map_or_else(none, |leads| format.count(leads)),
        won: format.count(row.won),
        conversion: row.conversion.map_or_else(none, |share| format.percent(share.share, 1)),
        range: row.conversion.map_or_else(none, |share| (text.range)(format, share.low, share.high)),
        revenue: format.money(row.revenue),
        average: money(row.average),
        days: row.days.as_ref().map(Spread::median).map_or_else(none, days),
        cost: money(row.cost),
        cost_per_lead: money(row.cost_per_lead),
        cost_per_won: money(row.cost_per_won),
        romi: row.romi.map_or_else(none, |romi| format.percent(romi, 0)),
    }
}

/// A source with its money by month, or all that have no picture of their own together.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: String,
    revenue: Sum,
    by_month: Vec<Sum>,
}

/// The sources that bring most, largest first; where there are more than have a picture, the rest is one more.
fn lines(report: &SourcesReport, format: Format) -> Vec<Line> {
    let mut rows: Vec<&SourceRow> = report.rows.iter().filter(|row| row.revenue.is_positive()).collect();
    rows.sort_by(|left, right| right.revenue.cmp(&left.revenue).then_with(|| left.source.cmp(&right.source)));
    let own = if rows.len() > PICTURES_MAX { PICTURES_MAX - 1 } else { rows.len() };
    let line = |row: &&SourceRow| Line {
        name: label_of(&row.source, format),
        revenue: row.revenue,
        by_month: row.by_month.clone(),
    };
    let mut lines: Vec<Line> = rows.iter().take(own).map(line).collect();
    let rest: Vec<&&SourceRow> = rows.iter().skip(own).collect();
    if !rest.is_empty() {
        let at = |place: usize| rest.iter().filter_map(|row| row.by_month.get(place).copied()).sum();
        lines.push(Line {
            name: (messages(format.locale).sources().others)(format, rest.len() as u64),
            revenue: rest.iter().map(|row| row.revenue).sum(),
            by_month: (0..report.months.len()).map(at).collect(),
        });
    }
    lines
}

/// Whether money by month makes a picture: more than one month, and something won.
#[must_use]
pub fn has_months(report: &SourcesReport) -> bool {
    report.total.revenue.is_positive() && report.months.len() > 1
}

/// Money by month: a small picture a source, all on one scale, so that they are compared at a glance.
#[must_use]
pub fn months_option(report: &SourcesReport, palette: &Palette, format: Format) -> Value {
    let lines = lines(report, format);
    let all = lines.iter().enumerate();
    let mut option = plain(palette, all.clone().map(|line| curve(line, &report.months, palette, format)).collect());
    let across = months_axis(&report.months, palette, format);
    let highest = lines.iter().flat_map(|line| &line.by_month).map(|sum| sum.approximate()).fold(0.0, f64::max);
    let more = json!({
        "tooltip": { "trigger": "axis", "formatter": "{b0}" },
        "grid": (0..lines.len()).map(|index| grid(index, lines.len())).collect::<Vec<_>>(),
        "xAxis": (0..lines.len()).map(|index| of_grid(&across, index)).collect::<Vec<_>>(),
        "yAxis": all.map(|line| money_axis(line, highest, palette, format)).collect::<Vec<_>>(),
    });
    merge(&mut option, more);
    option
}

/// Where a picture stands among so many, in percent of the whole.
#[expect(clippy::cast_precision_loss, reason = "places in a picture")]
fn grid(index: usize, pictures: usize) -> Value {
    let rows = pictures.div_ceil(ACROSS).max(1) as f64;
    let (row, column) = ((index / ACROSS) as f64, (index % ACROSS) as f64);
    let (left, top) = (100.0 / ACROSS as f64 * column, 100.0 / rows * row);
    let (width, height) = (100.0 / ACROSS as f64 - 4.0, (100.0 / rows - TITLE_SHARE - AXIS_SHARE).max(8.0));
    json!({
        "left": format!("{:.2}%", left + 1.0),
        "top": format!("{:.2}%", top + TITLE_SHARE),
        "width": format!("{width:.2}%"),
        "height": format!("{height:.2}%"),
    })
}

/// An axis as that of one of the pictures.
fn of_grid(axis: &Value, index: usize) -> Value {
    let mut axis = axis.clone();
    merge(&mut axis, json!({ "gridIndex": index }));
    axis
}

/// The months, of which the first and the last are named.
fn months_axis(months: &[i32], palette: &Palette, format: Format) -> Value {
    let names: Vec<String> = months.iter().map(|&month| format.month(month)).collect();
    let labels = json!({
        "interval": names.len().saturating_sub(2),
        "alignMinLabel": "left",
        "alignMaxLabel": "right",
    });
    let mut axis = axis_looks(palette);
    merge(&mut axis, json!({ "type": "category", "data": names, "boundaryGap": false, "axisLabel": labels }));
    axis
}

/// Money, from nothing to the `highest` sum of any picture; its name is that of the picture.
fn money_axis((index, line): (usize, &Line), highest: f64, palette: &Palette, format: Format) -> Value {
    let mut axis = axis_looks(palette);
    let own = json!({
        "gridIndex": index,
        "type": "value",
        "min": 0,
        "max": highest,
        // Two short lines: side by side on a phone there is room for no longer one.
        "name": format!("{}\n{}", shortened(&line.name, NAME_CHARS_MAX), format.money(line.revenue)),
        "nameLocation": "end",
        "nameGap": 4,
        "nameTextStyle": { "align": "left", "color": palette.ink, "fontSize": 11, "lineHeight": 12 },
        "axisLabel": { "show": false },
        "axisLine": { "show": false },
        "splitLine": { "show": false },
    });
    merge(&mut axis, own);
    axis
}

/// What a source brought, month by month.
fn curve((index, line): (usize, &Line), months: &[i32], palette: &Palette, format: Format) -> Value {
    let point = |(&month, sum): (&i32, &Sum)| json!({ "name": format!("{}: {}", format.month(month), format.money(*sum)), "value": sum.approximate() });
    json!({
        "type": "line",
        "xAxisIndex": index,
        "yAxisIndex": index,
        "symbol": "circle",
        "symbolSize": 6,
        "showSymbol": false,
        "lineStyle": { "color": palette.class_a, "width": 2 },
        "itemStyle": { "color": palette.class_a },
        "areaStyle": { "color": palette.class_c, "opacity": 1 },
        "emphasis": { "disabled": true },
        "data": months.iter().zip(&line.by_month).map(point).collect::<Vec<_>>(),
    })
}

/// The same in one sentence.
#[must_use]
pub fn months_label(report: &SourcesReport, format: Format) -> String {
    let text = messages(format.locale).sources();
    let lines: Vec<String> =
        lines(report, format).iter().map(|line| format!("{}: {}", line.name, format.money(line.revenue))).collect();
    format!("{}. {}", text.months, lines.join(", "))
}

/// The highest sum of a month that a source has in the picture: the top of the scale.
#[must_use]
pub fn months_scale(report: &SourcesReport, format: Format) -> String {
    let highest = lines(report, format).iter().flat_map(|line| line.by_month.clone()).max().unwrap_or_default();
    (messages(format.locale).sources().months_scale)(&format.money(highest))
}

/// The same in figures: a row a month, a column a source.
#[must_use]
pub fn months(report: &SourcesReport, format: Format) -> TableTwin {
    let text = messages(format.locale).sources();
    let lines = lines(report, format);
    let names = lines.iter().map(|line| line.name.clone());
    let headers = [text.month.to_owned()].into_iter().chain(names).chain([text.total.to_owned()]).collect();
    let month = |(place, &month): (usize, &i32)| {
        let at = |sums: &[Sum]| format.money(sums.get(place).copied().unwrap_or_default());
        let cells = lines.iter().map(|line| at(&line.by_month));
        [format.month(month)].into_iter().chain(cells).chain([at(&report.total.by_month)]).collect()
    };
    TableTwin { caption: text.months.to_owned(), headers, rows: report.months.iter().enumerate().map(month).collect() }
}

/// Sources by the cells of the matrix that their clients stand in; columns of cells that have nobody are left out.
#[must_use]
pub fn classes(rows: &[SourceClasses], format: Format) -> TableTwin {
    let text = messages(format.locale).sources();
    let has_clients = |cell: &Cell| rows.iter().any(|row| row.cells.iter().any(|(other, ..)| other == cell));
    let cells: Vec<Cell> = Cell::all().filter(has_clients).collect();
    let codes = cells.iter().map(|cell| cell.code());
    let headers = text.class_headers.into_iter().map(str::to_owned).chain(codes).collect();
    let row = |row: &SourceClasses| {
        let clients =
            |cell: &Cell| row.cells.iter().find(|(other, ..)| other == cell).map_or(0, |(_, clients, _)| *clients);
        let of_a: Sum =
            row.cells.iter().filter(|(cell, ..)| cell.abc == Some(AbcClass::A)).map(|(.., value)| *value).sum();
        let own = [
            label_of(&row.source, format),
            format.count(row.clients),
            format.money(row.value),
            if row.value.is_positive() { format.percent(of_a.share_of(row.value), 0) } else { "—".to_owned() },
        ];
        own.into_iter().chain(cells.iter().map(|cell| format.count(clients(cell)))).collect()
    };
    TableTwin { caption: text.classes.to_owned(), headers, rows: rows.iter().map(row).collect() }
}

/// The source that brings most money of class A; `None` where no client is of it.
#[must_use]
pub fn best_source(rows: &[SourceClasses]) -> Option<(&SourceLabel, u64)> {
    let of_a = |row: &SourceClasses| -> (Sum, u64) {
        let a = row.cells.iter().filter(|(cell, ..)| cell.abc == Some(AbcClass::A));
        a.fold((Sum::ZERO, 0), |(sum, count), (_, clients, value)| (sum + *value, count + clients))
    };
    let known = rows.iter().filter(|row| matches!(row.source, SourceLabel::Named(_)));
    let best = known.map(|row| (of_a(row), row)).max_by(|left, right| left.0.0.cmp(&right.0.0))?;
    (best.0.1 > 0).then_some((&best.1.source, best.0.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::{ReadOptions, read_all};
    use crate::analytics::funnel::sources::{SourcesOptions, by_source, of_sales};
    use crate::i18n::{Currency, Locale};

    const FORMAT: Format = Format { locale: Locale::En, currency: Currency::Usd };

    fn report(sources: usize) -> SourcesReport {
        let mut text = "client;date;amount;source\n".to_owned();
        for source in 0..sources {
            // The later the source, the less it brings: 100, 90, 80 …
            let (client, amount) = (format!("c{source}"), 100 - 10 * source);
            text.push_str(&format!("{client};2026-01-10;{amount};S{source}\n{client};2026-03-10;1;S{source}\n"));
        }
        of_sales(&read_all(text.as_bytes(), &ReadOptions::default()).unwrap().table, &SourcesOptions::default())
            .unwrap()
    }

    #[test]
    fn pictures_are_on_one_scale_and_the_rest_is_one_of_them() {
        let report = report(8);
        let option = months_option(&report, &Palette::paper(), FORMAT);
        let series = option["series"].as_array().unwrap();
        assert_eq!((series.len(), option["grid"].as_array().unwrap().len()), (6, 6));
        // 50 + 40 + 30 in January: S5, S6, S7.
        assert_eq!(series[5]["data"][0]["value"], 120.0);
        assert_eq!(option["yAxis"][5]["name"], "3\u{a0}others\n$123");
        assert!(option["yAxis"].as_array().unwrap().iter().all(|axis| axis["max"] == 120.0));
        assert_eq!(series[0]["data"][1]["name"], "Feb\u{a0}2026: $0");
        let table = months(&report, FORMAT);
        assert_eq!(table.headers[6..], ["3\u{a0}others", "All sources"]);
        assert_eq!(table.rows[0][6..], ["$120", "$520"]);
        assert!(has_months(&report));
    }

    #[test]
    fn a_few_sources_have_a_picture_each() {
        let option = months_option(&report(3), &Palette::paper(), FORMAT);
        let names: Vec<&Value> = option["yAxis"].as_array().unwrap().iter().map(|axis| &axis["name"]).collect();
        assert_eq!(names, ["S0\n$101", "S1\n$91", "S2\n$81"]);
    }

    #[test]
    fn classes_have_a_column_for_each_cell_with_clients() {
        let cell = |code: &str| Cell::all().find(|cell| cell.code() == code).unwrap();
        let clients = [("a", "AX", 60), ("b", "CZ", 20), ("c", "AX", 10)]
            .map(|(client, code, value)| (client.to_owned(), cell(code), Sum(value)));
        let named = |name: &str| SourceLabel::Named(name.to_owned());
        let rows = by_source([("a", named("Fair")), ("b", named("Fair"))], clients);
        let table = classes(&rows, FORMAT);
        assert_eq!(table.headers[4..], ["AX", "CZ"]);
        assert_eq!(table.rows[0][3..], ["75%", "1", "1"]);
        assert_eq!(table.rows[1][3..], ["100%", "1", "0"]);
        // Nobody knows where c came from: no source is praised for it.
        assert_eq!(best_source(&rows), Some((&named("Fair"), 1)));
    }
}
