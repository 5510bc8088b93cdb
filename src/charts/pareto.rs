//! The Pareto curve: which share of the clients, largest first, brings which share of the value.
//!
//! Clients whose value is zero or less stand outside the curve, as they do outside the classes. Each class is an
//! area of its own under the curve, named by its letter, so that it does not depend on seeing colours.

use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPoint};
use charming::element::{
    AreaStyle, AxisLabel, AxisType, Label, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant,
    NameLocation, SplitLine, Symbol, Tooltip, Trigger,
};
use charming::series::Line;
use serde_json::{Value, json};

use super::option::{axis_looks, cartesian, part, patched};
use super::{Palette, TableTwin};
use crate::analytics::segmentation::abc::{AbcClass, BASIS};
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, ParetoPoint};
use crate::i18n::messages::chart::{ParetoFigures, ParetoStep};
use crate::i18n::{Format, messages};

/// Steps of the table between the ends of classes: every tenth of the clients.
const TABLE_STEPS: u64 = 10;
/// Classes narrower than this share of the width are not named in the picture; the table names them.
const NAMED_SHARE_MIN: f64 = 0.03;
/// Decimals of a percent kept in the picture: more than a projector can show.
const PLACES: i32 = 4;

const CLASSES: [AbcClass; 3] = [AbcClass::A, AbcClass::B, AbcClass::C];

/// What ECharts draws.
#[must_use]
pub fn option(summary: &AbcXyzSummary, palette: &Palette, format: Format) -> Value {
    let text = &messages(format.locale).chart().pareto;
    let percent = if format.percent(0.0, 0).contains('\u{a0}') { "{value}\u{a0}%" } else { "{value}%" };
    let axis = |name: &str| {
        Axis::new()
            .type_(AxisType::Value)
            .name(name)
            .min(0)
            .max(100)
            .axis_label(AxisLabel::new().formatter(percent))
            .name_location(NameLocation::Middle)
    };
    let looks = axis_looks(palette);
    let across = patched(&axis(text.clients_axis).name_gap(30).split_line(SplitLine::new().show(false)), looks.clone());
    let upwards = patched(&axis(&(text.value_axis)(summary.options.value)).name_gap(48), looks);
    let grid = part(&Grid::new().left(68).right(64).top(16).bottom(52));

    let mut series: Vec<Value> =
        CLASSES.into_iter().filter_map(|class| area(summary, class, palette, format)).collect();
    // The thresholds belong to no class; they hang on a series of their own so that they stay when a class is empty.
    series.push(part(
        &Line::new()
            .silent(true)
            .tooltip(Tooltip::new().trigger(Trigger::None))
            .mark_line(thresholds(summary, palette, format)),
    ));
    cartesian(palette, grid, across, upwards, series)
}

/// The same in figures: the ends of classes and every tenth of the clients.
#[must_use]
pub fn table(summary: &AbcXyzSummary, format: Format) -> TableTwin {
    let text = &messages(format.locale).chart().pareto;
    let by = summary.options.value;
    let last = last_clients(summary);
    let mut wanted: Vec<u64> = (1..=TABLE_STEPS).map(|step| last * step / TABLE_STEPS).collect();
    wanted.extend([summary.class_ends.0, summary.class_ends.1]);

    let rows = summary
        .pareto
        .iter()
        .zip(summary.pareto.iter().skip(1))
        // A point stands for every wanted count since the point before it: the curve is thinned.
        .filter(|(before, point)| wanted.iter().any(|&count| before.clients < count && count <= point.clients))
        .map(|(_, point)| {
            let step = step(summary, *point);
            vec![
                letter(class_of(summary, point.clients)).to_owned(),
                format.count(step.clients),
                format.percent(step.clients_share, 1),
                format.by(by).money(step.value),
                format.percent(step.value_share, 1),
            ]
        })
        .collect();
    TableTwin { caption: text.title.to_owned(), headers: (text.headers)(by).to_vec(), rows }
}

/// The figures that a sentence about the curve needs.
#[must_use]
pub fn figures(summary: &AbcXyzSummary) -> ParetoFigures {
    let at = |clients: u64| {
        let point = summary.pareto.iter().find(|point| point.clients >= clients).copied();
        step(summary, point.unwrap_or(ParetoPoint { clients: 0, value: Default::default() }))
    };
    ParetoFigures { a: at(summary.class_ends.0), b: at(summary.class_ends.1), all: at(last_clients(summary)) }
}

/// The part of the curve that belongs to `class`, with the point where it begins; `None` for a class without clients.
fn area(summary: &AbcXyzSummary, class: AbcClass, palette: &Palette, format: Format) -> Option<Value> {
    let (from, to) = span(summary, class);
    let points: Vec<ParetoStep> = summary
        .pareto
        .iter()
        .filter(|point| (from..=to).contains(&point.clients))
        .map(|point| step(summary, *point))
        .collect();
    let (first, last) = (points.first()?, points.last()?);
    if first.clients == last.clients {
        return None;
    }
    let text = &messages(format.locale).chart().pareto;
    let data: Vec<DataPoint> = points
        .iter()
        .map(|step| {
            let place = [step.clients_share, step.value_share].map(|share| CompositeValue::from(in_percent(share)));
            DataPoint::from((CompositeValue::Array(place.to_vec()), (text.point)(format, summary.options.value, *step)))
        })
        .collect();

    let line = Line::new()
        .name(letter(class))
        .symbol(Symbol::Circle)
        .symbol_size(6)
        .show_symbol(false)
        .line_style(LineStyle::new().color(palette.ink.as_str()).width(2))
        .area_style(AreaStyle::new().color(colour(palette, class)).opacity(1))
        .data(data);
    let mut patch = json!({ "itemStyle": { "color": palette.ink }, "emphasis": { "disabled": true } });
    if last.clients_share - first.clients_share >= NAMED_SHARE_MIN
        && let Value::Object(patch) = &mut patch
    {
        patch.insert("markArea".to_owned(), name_of_area(letter(class), (first, last), palette));
    }
    Some(patched(&line, patch))
}

/// The letter of a class at the foot of its area. charming's mark area takes category axes only.
fn name_of_area(letter: &str, (first, last): (&ParetoStep, &ParetoStep), palette: &Palette) -> Value {
    json!({
        "silent": true,
        // Over the areas, which would cover the letters.
        "z": 4,
        "itemStyle": { "color": "transparent" },
        "label": {
            "position": "insideBottom",
            "distance": 8,
            "color": palette.ink,
            "backgroundColor": palette.surface,
            "borderRadius": 4,
            "padding": [2, 6],
            "fontWeight": 600,
        },
        "data": [[
            { "name": letter, "xAxis": in_percent(first.clients_share) },
            { "xAxis": in_percent(last.clients_share) },
        ]],
    })
}

fn thresholds(summary: &AbcXyzSummary, palette: &Palette, format: Format) -> MarkLine {
    let limits = summary.options.abc;
    let lines = [limits.a(), limits.b()].map(|basis_points| {
        let share = f64::from(basis_points) / f64::from(BASIS);
        let label = format.percent(share, usize::from(!basis_points.is_multiple_of(100)));
        MarkLineVariant::Simple(MarkLineData::new().y_axis(in_percent(share)).name(label))
    });
    MarkLine::new()
        .silent(true)
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color(palette.accent.as_str()).type_(LineStyleType::Dashed).width(1))
        .label(Label::new().formatter("{b}").color(palette.accent.as_str()))
        .data(lines.to_vec())
}

/// First and last count of clients of a class on the curve; the first is where the class before it ends.
fn span(summary: &AbcXyzSummary, class: AbcClass) -> (u64, u64) {
    let (a, b) = summary.class_ends;
    match class {
        AbcClass::A => (0, a),
        AbcClass::B => (a, b),
        AbcClass::C => (b, last_clients(summary)),
    }
}

fn class_of(summary: &AbcXyzSummary, clients: u64) -> AbcClass {
    let (a, b) = summary.class_ends;
    if clients <= a {
        AbcClass::A
    } else if clients <= b {
        AbcClass::B
    } else {
        AbcClass::C
    }
}

fn step(summary: &AbcXyzSummary, point: ParetoPoint) -> ParetoStep {
    let all = last_clients(summary).max(1);
    #[expect(clippy::cast_precision_loss, reason = "a share for display")]
    let clients_share = point.clients as f64 / all as f64;
    ParetoStep {
        clients: point.clients,
        clients_share,
        value: point.value,
        value_share: point.value.share_of(summary.positive_total),
    }
}

/// Clients on the curve: those with a value above zero.
fn last_clients(summary: &AbcXyzSummary) -> u64 {
    summary.pareto.last().map_or(0, |point| point.clients)
}

fn in_percent(share: f64) -> f64 {
    let scale = 10_f64.powi(PLACES);
    (share * 100.0 * scale).round() / scale
}

const fn letter(class: AbcClass) -> &'static str {
    match class {
        AbcClass::A => "A",
        AbcClass::B => "B",
        AbcClass::C => "C",
    }
}

fn colour(palette: &Palette, class: AbcClass) -> &str {
    match class {
        AbcClass::A => &palette.class_a,
        AbcClass::B => &palette.class_b,
        AbcClass::C => &palette.class_c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::date::Grain;
    use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, CellSummary};
    use crate::analytics::segmentation::value::ValueBy;
    use crate::i18n::{Currency, Locale};

    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };
    const RU: Format = Format { locale: Locale::Ru, currency: Currency::Rub };

    /// Values of clients, largest first, and how many of them are in A, and in A and B.
    fn summary(values: &[i128], class_ends: (u64, u64)) -> AbcXyzSummary {
        let mut pareto = vec![ParetoPoint { clients: 0, value: Sum::ZERO }];
        for value in values {
            let last = pareto[pareto.len() - 1];
            pareto.push(ParetoPoint { clients: last.clients + 1, value: last.value + Sum(value * 10_000) });
        }
        let positive_total = pareto[pareto.len() - 1].value;
        AbcXyzSummary {
            options: AbcXyzOptions::default(),
            window: None,
            total: positive_total,
            positive_total,
            clients: values.len() as u64,
            cells: vec![CellSummary::default(); 16],
            without_client: (0, Sum::ZERO),
            outside_window: (0, Sum::ZERO),
            pareto,
            class_ends,
            periods: 0,
            last_period_left_out: false,
            computed_abc: None,
            proposed_grain: Grain::default(),
            median_gap_days_twice: None,
            ..AbcXyzSummary::default()
        }
    }

    fn points(option: &Value, series: usize) -> Vec<(f64, f64)> {
        let data = option["series"][series]["data"].as_array().unwrap();
        data.iter().map(|item| (item["value"][0].as_f64().unwrap(), item["value"][1].as_f64().unwrap())).collect()
    }

    #[test]
    fn areas_meet_where_classes_end() {
        // 79, 14, 5, 2: A is two clients of four, B one, C one.
        let option = option(&summary(&[79, 14, 5, 2], (2, 3)), &Palette::default(), EN);
        assert_eq!(points(&option, 0), [(0.0, 0.0), (25.0, 79.0), (50.0, 93.0)]);
        assert_eq!(points(&option, 1), [(50.0, 93.0), (75.0, 98.0)]);
        assert_eq!(points(&option, 2), [(75.0, 98.0), (100.0, 100.0)]);
        let names: Vec<&str> = (0..3).map(|i| option["series"][i]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["A", "B", "C"]);
    }

    #[test]
    fn a_class_without_clients_has_no_area() {
        // One client: all of it is A.
        let option = option(&summary(&[5], (1, 1)), &Palette::default(), EN);
        let series = option["series"].as_array().unwrap();
        assert_eq!(series.len(), 2, "A and the thresholds");
        assert_eq!(series[0]["name"], "A");
    }

    #[test]
    fn an_empty_result_still_draws_its_axes() {
        let option = option(&summary(&[], (0, 0)), &Palette::default(), EN);
        assert_eq!(option["series"].as_array().unwrap().len(), 1);
        assert_eq!(option["yAxis"]["max"], 100);
    }

    #[test]
    fn thresholds_stand_at_the_options_of_the_result() {
        let option = option(&summary(&[80, 15, 5], (1, 2)), &Palette::default(), RU);
        let lines = &option["series"][3]["markLine"]["data"];
        assert_eq!((lines[0]["yAxis"].as_f64(), lines[1]["yAxis"].as_f64()), (Some(80.0), Some(95.0)));
        assert_eq!(lines[0]["name"], "80\u{a0}%");
    }

    #[test]
    fn nothing_in_an_option_is_code_or_html() {
        let text = option(&summary(&[80, 15, 5], (1, 2)), &Palette::default(), EN).to_string();
        for forbidden in ["function", "=>", "<", "\"link\""] {
            assert!(!text.contains(forbidden), "{forbidden} in {text}");
        }
        assert!(text.contains(r#""renderMode":"richText""#));
    }

    #[test]
    fn the_table_has_the_ends_of_classes_and_every_tenth() {
        // Twenty clients of 5 each: every second one ends a tenth; A ends at 16 and B at 19 of them.
        let table = table(&summary(&[5; 20], (16, 19)), EN);
        let counts: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(counts, ["2", "4", "6", "8", "10", "12", "14", "16", "18", "19", "20"]);
        assert_eq!(table.rows[7], ["A", "16", "80.0%", "$80", "80.0%"]);
        assert_eq!(table.rows[9], ["B", "19", "95.0%", "$95", "95.0%"]);
        assert_eq!(table.rows[10], ["C", "20", "100.0%", "$100", "100.0%"]);
        assert!(table.rows.iter().all(|row| row.len() == table.headers.len()));
    }

    #[test]
    fn one_sentence_tells_the_curve() {
        let figures = figures(&summary(&[79, 14, 5, 2], (2, 3)));
        let label = |format: Format| (messages(format.locale).chart().pareto.label)(format, ValueBy::Amount, figures);
        assert_eq!(
            label(EN),
            "Pareto curve: 2 of 4\u{a0}clients (50.0%) bring 93.0% of sales; \
             classes A and B together are 3\u{a0}clients and 98.0%."
        );
        assert_eq!(
            label(RU),
            "Кривая Парето: 2 из 4\u{a0}клиентов (50,0\u{a0}%) дают 93,0\u{a0}% суммы; \
             в классах A и B вместе 3\u{a0}клиента, это 98,0\u{a0}% суммы."
        );
    }
}
