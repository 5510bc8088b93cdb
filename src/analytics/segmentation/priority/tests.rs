//! Scores of a table of sales: the worked example of the method, and cases by hand.

use super::analysis::PriorityAnalysis;
use super::*;
use crate::analytics::amount::Amount;
use crate::analytics::dataset::SalesTable;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::dataset::kinds::column::{Attribute, TextCollector};
use crate::analytics::date::Grain;
use crate::analytics::segmentation::history::Histories;
use crate::analytics::segmentation::value::{Ranking, ValueBy};

/// Rows: client, month and day of 2025, whole amount.
fn sales(rows: &[(&str, u32, u32, i64)]) -> SalesTable {
    let mut table = SalesTable::default();
    let mut names: Vec<&str> = Vec::new();
    for &(client, month, day, amount) in rows {
        let known = names.iter().position(|&name| name == client);
        let number = known.unwrap_or_else(|| {
            names.push(client);
            names.len() - 1
        });
        table.client.push(u32::try_from(number).unwrap());
        table.day.push(Day::from_ymd(2025, month, day).unwrap());
        table.amount.push(Amount(amount * 10_000));
    }
    table.client_names = names.into_iter().collect();
    table
}

fn analyse(
    table: &SalesTable,
    list: Option<&ClientsTable>,
    options: &PriorityOptions,
) -> (PriorityAnalysis, PrioritySummary) {
    let histories = Histories::new(table, options.window, Grain::default());
    let order = Ranking::new(table, &histories, ValueBy::Amount).order;
    let analysis = PriorityAnalysis::new(&histories, &order, table, list, options);
    let summary = analysis.summary(&histories);
    (analysis, summary)
}

fn by_hand(name: &str, weight: u16, marks: &[(&str, u8)]) -> Criterion {
    let marks = marks.iter().map(|&(client, mark)| (client.to_owned(), mark)).collect();
    Criterion {
        name: name.into(),
        weight: Weight::new(weight).unwrap(),
        points: Points::FIVE,
        source: Source::ByHand(marks),
    }
}

fn options(criteria: Vec<Criterion>) -> PriorityOptions {
    PriorityOptions { criteria, ..PriorityOptions::default() }
}

/// The criteria and marks of the worked example; its results were computed elsewhere.
fn example() -> PriorityOptions {
    options(vec![
        by_hand("объём", 5, &[("А", 5), ("Б", 2), ("В", 4)]),
        by_hand("маржа", 4, &[("А", 3), ("Б", 5), ("В", 4)]),
        by_hand("трансляционность", 3, &[("А", 4), ("В", 4)]),
        by_hand("платёжная дисциплина", 2, &[("А", 5), ("Б", 4), ("В", 4)]),
    ])
}

fn three() -> SalesTable {
    sales(&[("А", 1, 10, 300), ("Б", 1, 11, 200), ("В", 1, 12, 100)])
}

#[test]
fn agrees_with_the_worked_example() {
    for (missing, scores) in [
        (Missing::Zero, [4.214285714285714, 2.7142857142857144, 4.0]),
        (Missing::LeftOut, [4.214285714285714, 3.4545454545454546, 4.0]),
    ] {
        let (analysis, summary) = analyse(&three(), None, &PriorityOptions { missing, ..example() });
        for (mark, score) in analysis.marks.iter().zip(scores) {
            assert!((mark.score.unwrap().approximate() - score).abs() < 1e-12, "{missing:?} {score}");
        }
        assert_eq!(analysis.marks[1].coverage, (11, 14), "0.7857142857142857");
        assert_eq!(summary.partly_covered, 1);
        assert_eq!(analysis.marks.iter().map(|mark| mark.rank).collect::<Vec<_>>(), [1, 3, 2]);
        // Cut at 4 and at 2.5: В stands on the first cut.
        assert_eq!(analysis.marks.iter().map(|mark| mark.group).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(summary.criteria[2].missing, 1);
        assert_eq!(summary.criteria[0].marks, [0, 1, 0, 1, 1]);
    }
}

#[test]
fn weights_that_decide_are_told() {
    let (_, summary) = analyse(&three(), None, &example());
    let sensitivity = |criterion: usize| summary.criteria[criterion].sensitivity;
    // By hand, criterion by criterion. А: 59/14; without volume 34/9 < 4, so it leaves the first group.
    // Б: 38/11, without volume 28/6 ≥ 4, so it enters the first group. В is 4 whatever the weights.
    assert_eq!(sensitivity(0).dropped, Moved { groups: 2, top: 0 });
    // Twice the volume: А 84/19 = 4.42, Б 48/16 = 3: nobody moves.
    assert_eq!(sensitivity(0).doubled, Moved::default());
    // Twice the margin: А 71/18 = 3.94 leaves the first group, Б 58/15 = 3.87 stays in the second.
    assert_eq!(sensitivity(1).doubled, Moved { groups: 1, top: 0 });
    assert_eq!(sensitivity(2), Sensitivity::default(), "А 47/11 ≥ 4 without it, and 71/17 ≥ 4 with twice of it");
}

#[test]
fn places_with_other_weights() {
    let table = three();
    let histories = Histories::new(&table, None, Grain::default());
    let order = Ranking::new(&table, &histories, ValueBy::Amount).order;
    let analysis = PriorityAnalysis::new(&histories, &order, &table, None, &example());
    let places = |client: usize| analysis.places(&order, client).unwrap().changed;
    assert_eq!((0..3).map(|client| analysis.places(&order, client).unwrap().now).collect::<Vec<_>>(), [1, 3, 2]);
    let of = |dropped, halved, doubled| Places { dropped, halved, doubled };
    // By hand. Without volume: А 34/9 = 3.78, Б 28/6 = 4.67, В 4. With half of it: А 46.5/11.5 = 4.04, Б 33/8.5 = 3.88,
    // В 4. With twice of it: А 84/19 = 4.42, Б 48/16 = 3, В 4.
    assert_eq!((places(0)[0], places(1)[0], places(2)[0]), (of(3, 1, 1), of(1, 3, 3), of(2, 2, 2)));
    // The margin. Without: А 47/10 = 4.7, Б 18/7 = 2.57. Half: А 53/12 = 4.42, Б 28/9 = 3.11. Twice: А 71/18 = 3.94,
    // Б 58/15 = 3.87.
    assert_eq!((places(0)[1], places(1)[1], places(2)[1]), (of(1, 1, 2), of(3, 3, 3), of(2, 2, 1)));
    assert_eq!(analysis.places(&order, 3), None);
}

#[test]
fn the_top_changes_with_a_weight() {
    // Thirty clients: by the first criterion the first fifteen are best, by the second the last fifteen.
    let names: Vec<String> = (0..30).map(|number| format!("c{number:02}")).collect();
    let rows: Vec<_> = names.iter().map(|name| (name.as_str(), 1, 5, 100)).collect();
    let marks = |best_first: bool| -> Vec<(&str, u8)> {
        let mark = |index: usize| if (index < 15) == best_first { 5 } else { 1 };
        names.iter().enumerate().map(|(index, name)| (name.as_str(), mark(index))).collect()
    };
    let criteria = vec![by_hand("one", 2, &marks(true)), by_hand("other", 1, &marks(false))];
    let (_, summary) = analyse(&sales(&rows), None, &options(criteria));
    // The first twenty are c00 to c19. Without the first criterion: c15 to c29, then c00 to c04; ten leave.
    assert_eq!(summary.criteria[0].sensitivity.dropped.top, 10);
    assert_eq!(summary.criteria[0].sensitivity.doubled.top, 0);
    // Half of 2 and 1 are the same: all scores are 3, and everybody keeps the place.
    assert_eq!(summary.criteria[0].sensitivity.halved.top, 0);
}

#[test]
fn figures_are_cut_into_marks() {
    // Days 1 January to 30 June: the later half begins on 1 April.
    let table = sales(&[
        ("A", 1, 1, 100),
        ("A", 6, 30, 150),
        ("B", 1, 2, 100),
        ("B", 2, 2, -40),
        ("C", 4, 1, 10),
        ("D", 3, 31, 70),
    ]);
    let histories = Histories::new(&table, None, Grain::default());
    for (measure, figures) in [
        (Measure::Value, [Some(2_500_000), Some(600_000), Some(100_000), Some(700_000)]),
        (Measure::Orders, [Some(2), Some(1), Some(1), Some(1)]),
        (Measure::AverageOrder, [Some(1_250_000), Some(600_000), Some(100_000), Some(700_000)]),
        // Six, six, three and four months, the last of them whole.
        (Measure::Regularity, [Some(3_333), Some(1_666), Some(3_333), Some(2_500)]),
        (Measure::Recency, [Some(1), Some(180), Some(91), Some(92)]),
        (Measure::Tenure, [Some(181), Some(180), Some(91), Some(92)]),
        (Measure::Growth, [Some(5_000), Some(-10_000), None, Some(-10_000)]),
        (Measure::Margin, [None, None, None, None]),
    ] {
        assert_eq!(measure.of_all(&histories, &table), figures, "{measure:?}");
    }
    let criteria = vec![Criterion::measured(Measure::Margin, Weight::new(1).unwrap())];
    let (analysis, summary) = analyse(&table, None, &options(criteria));
    assert_eq!(summary.unmeasured, [Measure::Margin]);
    assert!(analysis.marks.iter().all(|mark| mark.score.is_none() && mark.group == 3), "they stand apart");
    assert_eq!(summary.groups[3].clients, 4);
    // Without scores the order is that by value.
    assert_eq!(analysis.marks.iter().map(|mark| mark.rank).collect::<Vec<_>>(), [1, 3, 4, 2]);
}

#[test]
fn marks_come_from_a_list_of_clients() {
    let column = |texts: &[&str]| {
        let mut column = TextCollector::default();
        texts.iter().for_each(|text| column.push(text));
        column.finish()
    };
    let list = ClientsTable {
        name: column(&["б", "А ", "Г"]),
        attributes: vec![Attribute {
            header: "Тип".into(), column: 1, texts: column(&["опт", "Розница", "опт"])
        }],
    };
    let marks = vec![("Опт".to_owned(), 5), ("розница".to_owned(), 2)];
    let source = Source::Attribute { header: "Тип".into(), marks };
    let criterion = Criterion { source, ..by_hand("тип", 1, &[]) };
    let marks = |list| {
        let (analysis, _) = analyse(&three(), list, &options(vec![criterion.clone()]));
        analysis.marks.iter().map(|mark| mark.marks[0]).collect::<Vec<_>>()
    };
    assert_eq!(marks(Some(&list)), [Some(2), Some(5), None], "В is not in the list");
    assert_eq!(marks(None), [None, None, None]);
}

#[test]
fn groups_need_falling_cuts_and_a_name_each() {
    let names = |count: usize| vec![String::new(); count];
    for (cuts, count, is_right) in [
        (vec![400, 250], 3, true),
        (vec![], 1, true),
        (vec![250, 400], 3, false),
        (vec![400, 400], 3, false),
        (vec![400], 3, false),
        (vec![400, 0], 3, false),
        (vec![1000, 900, 800, 700, 600, 500, 400, 300, 200, 100], 11, false),
    ] {
        assert_eq!(Groups::new(cuts.clone(), names(count)).is_ok(), is_right, "{cuts:?} {count}");
    }
}
