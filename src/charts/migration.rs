//! The alluvial chart of migration: classes of the earlier window on the left, those of the later one on the right, and
//! between them streams of clients, as wide as there are many of them.
//!
//! Who came or rose flows in one colour, who fell or left in another, who stayed in none. Colour is not needed to tell
//! them: classes stand in one order on both sides, so that a stream that climbs is a rise.

use serde_json::{Value, json};

use super::option::plain;
use super::{Palette, TableTwin};
use crate::analytics::segmentation::migration::{MigrationSummary, Move, Place, Tally};
use crate::i18n::{Format, messages};

/// Room beside the streams for the names of places, in CSS pixels.
const NAMES_PX: u32 = 108;

/// A stream: where its clients stood, where they stand.
pub type Stream = (Place, Place, Tally);

/// Every stream that has clients, row by row of the matrix: the order of the chart's links and of the table's rows.
#[must_use]
pub fn streams(summary: &MigrationSummary) -> Vec<Stream> {
    let pairs = Place::ALL.into_iter().flat_map(|before| Place::ALL.map(|after| (before, after)));
    let streams = pairs.map(|(before, after)| (before, after, summary.cell(before, after)));
    streams.filter(|(.., tally)| tally.clients > 0).collect()
}

/// What ECharts draws.
#[must_use]
pub fn option(summary: &MigrationSummary, palette: &Palette, format: Format) -> Value {
    let format = format.by(summary.options.rules.value);
    let text = messages(format.locale).migration();
    let streams = streams(summary);
    let side = |is_after: bool| {
        let streams = &streams;
        Place::ALL.into_iter().filter_map(move |place| {
            let of = |stream: &&Stream| (if is_after { stream.1 } else { stream.0 }) == place;
            let clients: u64 = streams.iter().filter(of).map(|stream| stream.2.clients).sum();
            let name = (text.table.place_name)(place);
            (clients > 0).then(|| {
                json!({
                    "id": node(place, is_after),
                    "name": (text.chart.node)(format, place, is_after, clients),
                    "depth": u8::from(is_after),
                    "itemStyle": { "color": colour(place, palette) },
                    "label": {
                        "position": if is_after { "right" } else { "left" },
                        "formatter": format!("{name} · {}", format.count(clients)),
                    },
                })
            })
        })
    };
    let link = |&(before, after, tally): &Stream| {
        json!({
            // The id of a link is what its tooltip says.
            "id": (text.chart.stream)(format, before, after, tally),
            "source": node(before, false),
            "target": node(after, true),
            "value": tally.clients,
            "lineStyle": { "color": stream_colour(Move::between(before, after), palette) },
        })
    };
    let series = json!({
        "type": "sankey",
        "left": NAMES_PX,
        "right": NAMES_PX,
        "top": 8,
        "bottom": 8,
        "nodeWidth": 12,
        "nodeGap": 12,
        "draggable": false,
        // Places keep their order, best first.
        "layoutIterations": 0,
        "emphasis": { "focus": "adjacency", "lineStyle": { "opacity": 0.75 } },
        "itemStyle": { "borderWidth": 0 },
        "lineStyle": { "opacity": 0.4, "curveness": 0.5 },
        "label": { "color": palette.ink, "distance": 8 },
        "data": side(false).chain(side(true)).collect::<Vec<_>>(),
        "links": streams.iter().map(link).collect::<Vec<_>>(),
    });
    plain(palette, vec![series])
}

/// The same in figures: a row a stream.
#[must_use]
pub fn table(summary: &MigrationSummary, format: Format) -> TableTwin {
    let format = format.by(summary.options.rules.value);
    let text = messages(format.locale).migration();
    let columns = &text.table;
    let headers = [
        columns.what,
        columns.before,
        columns.after,
        columns.how_many,
        columns.value_before,
        columns.value_after,
        columns.change,
    ];
    let row = |(before, after, tally): Stream| {
        vec![
            (columns.move_name)(Move::between(before, after)).to_owned(),
            (columns.place_name)(before).to_owned(),
            (columns.place_name)(after).to_owned(),
            format.count(tally.clients),
            format.money(tally.before),
            format.money(tally.after),
            format.change(tally.change(), 0),
        ]
    };
    TableTwin {
        caption: text.chart.title.to_owned(),
        headers: headers.map(str::to_owned).to_vec(),
        rows: streams(summary).into_iter().map(row).collect(),
    }
}

/// The chart in one sentence.
#[must_use]
pub fn label(summary: &MigrationSummary, format: Format) -> String {
    let streams = streams(summary);
    let widest = streams.iter().max_by_key(|stream| stream.2.clients).copied();
    (messages(format.locale).migration().chart.label)(format, streams.len(), widest)
}

fn node(place: Place, is_after: bool) -> String {
    format!("{}{}", if is_after { "after-" } else { "before-" }, place.code())
}

fn colour(place: Place, palette: &Palette) -> &str {
    match place.code() {
        'A' => &palette.class_a,
        'B' => &palette.class_b,
        'C' => &palette.class_c,
        _ => &palette.muted,
    }
}

fn stream_colour(kind: Move, palette: &Palette) -> &str {
    match kind {
        Move::Rose | Move::Came => &palette.good,
        Move::Fell | Move::Left => &palette.bad,
        Move::Stayed => &palette.muted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::Sum;
    use crate::analytics::segmentation::abc::AbcClass;
    use crate::analytics::segmentation::migration::MigrationOptions;
    use crate::i18n::{Currency, Locale};

    const EN: Format = Format { locale: Locale::En, currency: Currency::Usd };
    const A: Place = Place::Class(AbcClass::A);
    const B: Place = Place::Class(AbcClass::B);

    /// Two fell from A to B and bring 300 less, one came straight into A with 500.
    fn summary() -> MigrationSummary {
        let mut cells = vec![Tally::default(); Place::ALL.len() * Place::ALL.len()];
        let whole = |value: i128| Sum(value * 10_000);
        let tally = |clients, before, after| Tally { clients, before: whole(before), after: whole(after) };
        for (before, after, tally) in [(A, B, tally(2, 700, 400)), (Place::Absent, A, tally(1, 0, 500))] {
            cells[before.index() * Place::ALL.len() + after.index()] = tally;
        }
        MigrationSummary {
            options: MigrationOptions::default(),
            windows: None,
            proposed: None,
            cells,
            moves: Vec::new(),
            all: Tally::default(),
            without_client: (0, Sum::ZERO),
            outside_windows: (0, Sum::ZERO),
        }
    }

    #[test]
    fn streams_join_the_places_of_both_windows() {
        let palette = Palette { good: "green".to_owned(), bad: "red".to_owned(), ..Palette::default() };
        let option = option(&summary(), &palette, EN);
        let series = &option["series"][0];
        let of = |key: &str, list: &str| -> Vec<String> {
            series[list].as_array().unwrap().iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(of("id", "data"), ["before-A", "before-0", "after-A", "after-B"]);
        assert_eq!(series["data"][0]["label"]["formatter"], "A · 2");
        assert_eq!(of("source", "links"), ["before-A", "before-0"]);
        assert_eq!(of("target", "links"), ["after-B", "after-A"]);
        let colours: Vec<_> = (0..2).map(|link| &series["links"][link]["lineStyle"]["color"]).collect();
        assert_eq!(colours, ["red", "green"], "one fell, the other came");
        // Ids of links must differ, and tooltips say whole sentences.
        let ids = of("id", "links");
        assert!(ids[0] != ids[1] && ids[0].contains("$300"), "{ids:?}");
    }

    #[test]
    fn the_table_has_a_row_a_stream_in_the_same_order() {
        let table = table(&summary(), EN);
        assert_eq!(table.rows[0], ["Fell", "A", "B", "2", "$700", "$400", "\u{2212}300"]);
        assert_eq!(table.rows[1][..4], ["Came", "No sales", "A", "1"]);
        assert_eq!(table.rows[1][6], "+500");
        assert_eq!(table.rows.len(), streams(&summary()).len());
    }
}
