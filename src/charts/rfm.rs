//! Pictures of RFM: a treemap of the segments, and clients by recency and frequency.
//!
//! Segments are told apart by colour, and by more than colour: areas carry their names, bubbles a shape of their own.

use serde_json::{Value, json};

use super::option::{axis_looks, cartesian, merge, plain};
use super::{Palette, TableTwin};
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::rfm::{Bubble, Group, RfmSummary};
use crate::i18n::messages::rfm::chart::SegmentFigures;
use crate::i18n::{Format, messages};

/// What the areas of the treemap show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Area {
    /// Value; segments with nothing above zero have no area.
    #[default]
    Value,
    /// Clients.
    Clients,
}

/// Shapes of bubbles, by segment.
const SHAPES: [&str; 5] = ["circle", "rect", "triangle", "diamond", "roundRect"];
/// Size of the smallest and of the largest bubble, in CSS pixels.
const BUBBLE_PX: (f64, f64) = (6.0, 36.0);

/// Room at both ends of an axis, of its length: half of the largest bubble in the smallest picture.
const ROOM: f64 = 0.08;

/// The treemap.
#[must_use]
pub fn treemap(summary: &RfmSummary, area: Area, palette: &Palette, format: Format) -> Value {
    let data: Vec<Value> = segments(summary)
        .filter_map(|(index, group)| {
            let size = match area {
                Area::Value => group.value.approximate(),
                #[expect(clippy::cast_precision_loss, reason = "an area for the eye")]
                Area::Clients => group.clients as f64,
            };
            let name = name(summary, index, format);
            let colour = palette.segment(index);
            (size > 0.0).then(|| {
                json!({
                    "name": tooltip(summary, index, format),
                    "value": size,
                    "itemStyle": { "color": colour },
                    "label": {
                        "formatter": lines(&[("name", &name), ("share", &share_text(summary, group, area, format))]),
                        "color": Palette::ink_on(colour).unwrap_or(&palette.ink),
                    },
                })
            })
        })
        .collect();
    let series = json!({
        "type": "treemap",
        "roam": false,
        "nodeClick": false,
        "breadcrumb": { "show": false },
        "left": 0,
        "right": 0,
        "top": 0,
        "bottom": 0,
        "itemStyle": { "borderColor": palette.surface, "borderWidth": 2, "gapWidth": 2 },
        "emphasis": { "disabled": true },
        "label": {
            "overflow": "truncate",
            "position": "insideTopLeft",
            "distance": 0,
            "padding": [8, 10],
            "rich": {
                "name": { "fontSize": 13, "fontWeight": 600, "lineHeight": 19 },
                "share": { "fontSize": 13, "lineHeight": 19 },
            },
        },
        "data": data,
    });
    plain(palette, vec![series])
}

/// The same in figures.
#[must_use]
pub fn treemap_table(summary: &RfmSummary, format: Format) -> TableTwin {
    let text = &messages(format.locale).rfm().chart;
    let rows = segments(summary)
        .map(|(index, group)| {
            vec![
                name(summary, index, format),
                format.count(group.clients),
                format.percent(clients_share(summary, group), 1),
                format.money(group.value),
                format.percent(group.value.share_of(summary.all.value), 1),
                format.money(average(group.value, group.clients)),
            ]
        })
        .collect();
    TableTwin { caption: text.treemap.to_owned(), headers: text.headers.map(str::to_owned).to_vec(), rows }
}

/// The treemap in one sentence.
#[must_use]
pub fn treemap_label(summary: &RfmSummary, area: Area, format: Format) -> String {
    let largest = segments(summary).rev().max_by_key(|(_, group)| match area {
        Area::Value => group.value.0,
        Area::Clients => i128::from(group.clients),
    });
    let Some((index, group)) = largest else { return String::new() };
    let share = match area {
        Area::Value => group.value.share_of(summary.all.value),
        Area::Clients => clients_share(summary, group),
    };
    let text = &messages(format.locale).rfm().chart;
    (text.treemap_label)(format, segments(summary).count(), &name(summary, index, format), share)
}

/// Clients by recency and frequency.
#[must_use]
pub fn scatter(summary: &RfmSummary, palette: &Palette, format: Format) -> Value {
    let text = &messages(format.locale).rfm().chart;
    let most = summary.bubbles.iter().map(|bubble| bubble.value.approximate()).fold(0.0, f64::max);
    let series: Vec<Value> = segments(summary)
        .map(|(index, _)| {
            let of_segment = summary.bubbles.iter().filter(|bubble| usize::from(bubble.segment) == index);
            let data: Vec<Value> = of_segment.map(|bubble| point(summary, bubble, most, format)).collect();
            json!({
                "type": "scatter",
                "symbol": SHAPES.get(index % SHAPES.len()),
                "itemStyle": { "color": palette.segment(index), "opacity": 0.7, "borderColor": palette.surface, "borderWidth": 1 },
                "emphasis": { "disabled": true },
                "data": data,
            })
        })
        .collect();
    // A logarithm spreads the many who buy once or twice; it cannot take a frequency under one.
    let is_log = summary.bubbles.iter().all(|bubble| bubble.frequency >= bubble.clients);
    let axis = |name: &str, gap: u32, patch: Value| {
        let mut axis = axis_looks(palette);
        merge(&mut axis, json!({ "type": "value", "name": name, "nameLocation": "middle", "nameGap": gap }));
        // The ends are no round figures: they only make room for the bubbles.
        merge(
            &mut axis,
            json!({ "axisLine": { "onZero": false }, "axisLabel": { "showMinLabel": false, "showMaxLabel": false } }),
        );
        merge(&mut axis, patch);
        axis
    };
    let most_of = |of: fn(&Bubble) -> u64| {
        summary.bubbles.iter().map(|bubble| mean(of(bubble), bubble.clients)).fold(1.0, f64::max)
    };
    let (days, frequency) = (most_of(|bubble| bubble.recency_days), most_of(|bubble| bubble.frequency));
    let room = days * ROOM;
    let across = json!({ "min": rounded(-room), "max": rounded(days + room), "splitLine": { "show": false } });
    let upwards = if is_log {
        let room = frequency.max(2.0).powf(ROOM);
        json!({ "type": "log", "logBase": 2, "min": rounded(1.0 / room), "max": rounded(frequency * room) })
    } else {
        json!({ "min": rounded(-frequency * ROOM), "max": rounded(frequency * (1.0 + ROOM)) })
    };
    let across = axis(text.days_axis, 30, across);
    let counted = (messages(format.locale).rfm().rules.frequency_name)(summary.options.counted()).to_lowercase();
    let upwards = axis(&format!("{}, {counted}", text.frequency_axis), 36, upwards);
    let grid = json!({ "left": 56, "right": 24, "top": 16, "bottom": 52 });
    let mut option = cartesian(palette, grid, across, upwards, series);
    merge(&mut option, json!({ "tooltip": { "trigger": "item", "formatter": "{b}" } }));
    option
}

/// Averages of the segments.
#[must_use]
pub fn scatter_table(summary: &RfmSummary, format: Format) -> TableTwin {
    let text = &messages(format.locale).rfm().chart;
    let rows = segments(summary)
        .map(|(index, group)| {
            let bubbles = summary.bubbles.iter().filter(|bubble| usize::from(bubble.segment) == index);
            let days: u64 = bubbles.map(|bubble| bubble.recency_days).sum();
            vec![
                name(summary, index, format),
                format.count(group.clients),
                format.ratio(mean(days, group.clients), 0),
                format.ratio(mean(group.frequency, group.clients), 1),
                format.money(average(group.value, group.clients)),
            ]
        })
        .collect();
    TableTwin { caption: text.scatter.to_owned(), headers: text.scatter_headers.map(str::to_owned).to_vec(), rows }
}

fn point(summary: &RfmSummary, bubble: &Bubble, most: f64, format: Format) -> Value {
    let (days, frequency) = (mean(bubble.recency_days, bubble.clients), mean(bubble.frequency, bubble.clients));
    let (least_px, most_px) = BUBBLE_PX;
    // Areas, not radii, are what the eye compares.
    let share = if most > 0.0 { (bubble.value.approximate().max(0.0) / most).sqrt() } else { 0.0 };
    let text = &messages(format.locale).rfm().chart;
    let segment = name(summary, bubble.segment.into(), format);
    json!({
        "name": (text.bubble)(format, &segment, bubble.clients, (days, frequency), &format.money(bubble.value)),
        "value": [rounded(days), rounded(frequency)],
        "symbolSize": rounded(least_px + (most_px - least_px) * share),
    })
}

/// Segments that have clients, with their positions in the map.
fn segments(summary: &RfmSummary) -> impl DoubleEndedIterator<Item = (usize, &Group)> {
    summary.segments.iter().enumerate().filter(|(_, group)| group.clients > 0)
}

fn name(summary: &RfmSummary, segment: usize, format: Format) -> String {
    messages(format.locale).rfm().segments.name_at(&summary.map, segment).to_owned()
}

fn tooltip(summary: &RfmSummary, segment: usize, format: Format) -> String {
    let group = summary.segments.get(segment).copied().unwrap_or_default();
    let figures = SegmentFigures {
        name: &name(summary, segment, format),
        clients: group.clients,
        clients_share: clients_share(summary, &group),
        value: &format.money(group.value),
        value_share: group.value.share_of(summary.all.value),
    };
    (messages(format.locale).rfm().chart.segment)(format, figures)
}

fn share_text(summary: &RfmSummary, group: &Group, area: Area, format: Format) -> String {
    match area {
        // Where returns outweigh purchases nobody has a share.
        Area::Value if !summary.all.value.is_positive() => String::new(),
        Area::Value => format.percent(group.value.share_of(summary.all.value), 0),
        Area::Clients => format.percent(clients_share(summary, group), 0),
    }
}

fn clients_share(summary: &RfmSummary, group: &Group) -> f64 {
    mean(group.clients, summary.all.clients)
}

/// A template that says just these lines, each in its style: braces and bars of a name would be read as parts of it.
fn lines(lines: &[(&str, &str)]) -> String {
    let line = |(style, text): &(&str, &str)| format!("{{{style}|{}}}", text.replace(['{', '}', '|'], "/"));
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn average(value: Sum, clients: u64) -> Sum {
    Sum(value.0 / i128::from(clients.max(1)))
}

#[expect(clippy::cast_precision_loss, reason = "a ratio for display")]
fn mean(sum: u64, count: u64) -> f64 {
    sum as f64 / count.max(1) as f64
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::dataset::SalesTable;
    use crate::analytics::date::{Day, Grain};
    use crate::analytics::segmentation::history::Histories;
    use crate::analytics::segmentation::rfm::RfmOptions;
    use crate::analytics::segmentation::rfm::analysis::RfmAnalysis;
    use crate::i18n::scores::RfmSentence;
    use crate::i18n::{Currency, Locale};

    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };

    /// Two clients: the one of the last day with 300 in two orders is a champion, the other, long gone with 100, is lost.
    fn summary() -> RfmSummary {
        let table = SalesTable {
            client_names: ["new", "old"].into_iter().collect(),
            client: vec![0, 0, 1],
            day: vec![Day(100), Day(101), Day(1)],
            amount: [100, 200, 100].map(|whole| crate::analytics::amount::Amount(whole * 10_000)).to_vec(),
            ..SalesTable::default()
        };
        let histories = Histories::new(&table, None, Grain::default());
        RfmAnalysis::new(&histories, &table.client_names, &RfmOptions::default()).summary(&histories)
    }

    fn palette() -> Palette {
        Palette { segments: vec!["#111111".to_owned(), "#222222".to_owned()], ..Palette::default() }
    }

    #[test]
    fn areas_are_values_or_clients() {
        let summary = summary();
        let by_value = treemap(&summary, Area::Value, &palette(), EN);
        let data = &by_value["series"][0]["data"];
        assert_eq!((&data[0]["value"], &data[1]["value"]), (&json!(300.0), &json!(100.0)));
        assert_eq!(data[0]["label"]["formatter"], "{name|Champions}\n{share|75%}");
        assert_eq!(data[0]["name"], "Champions\n1\u{a0}client (50.0%)\n$300 (75.0%)");
        let by_clients = treemap(&summary, Area::Clients, &palette(), EN);
        assert_eq!(by_clients["series"][0]["data"][0]["value"], 1.0);
        assert_eq!(treemap_label(&summary, Area::Value, EN), "Areas of 2 segments; the largest is Champions with 75%.");
        let table = treemap_table(&summary, EN);
        assert_eq!(table.rows[1], ["Lost", "1", "50.0%", "$100", "25.0%", "$100"]);
    }

    #[test]
    fn the_headline_leaves_shares_out_where_returns_outweigh_sales() {
        let text = messages(Locale::En).rfm();
        let said = |summary: &RfmSummary| {
            let headline = RfmSentence::of(summary, |segment| text.segments.name_at(&summary.map, segment));
            (text.headline)(EN, headline).replace('\u{a0}', " ")
        };
        let mut summary = summary();
        assert!(said(&summary).starts_with("“Champions”: 1 of 2 clients brings 75% of sales"), "{}", said(&summary));
        // 300 of 100 less 200 would be 150%.
        let [.., last] = &mut summary.segments[..] else { panic!("there are segments") };
        last.value = crate::analytics::amount::Sum(-100 * 10_000);
        assert!(said(&summary).starts_with("“Champions”: 1 of 2 clients brings most; "), "{}", said(&summary));
    }

    #[test]
    fn bubbles_stand_at_days_and_frequency() {
        let summary = summary();
        let option = scatter(&summary, &palette(), EN);
        let first = &option["series"][0]["data"][0];
        assert_eq!((&first["value"], &first["symbolSize"]), (&json!([1.0, 2.0]), &json!(36.0)));
        assert_eq!(option["series"][1]["data"][0]["value"], json!([101.0, 1.0]));
        assert_eq!(option["yAxis"]["type"], "log");
        // Room for the bubbles on both sides of the days from 1 to 101, a twelfth or so.
        assert_eq!((&option["xAxis"]["min"], &option["xAxis"]["max"]), (&json!(-8.08), &json!(109.08)));
        assert_eq!(option["yAxis"]["name"], "Frequency, orders");
        assert_eq!(option["tooltip"]["trigger"], "item");
        assert_eq!(scatter_table(&summary, EN).rows[0], ["Champions", "1", "1", "2.0", "$300"]);
    }

    #[test]
    fn a_name_is_never_a_template() {
        assert_eq!(lines(&[("name", "a {b} c")]), "{name|a /b/ c}");
    }
}
