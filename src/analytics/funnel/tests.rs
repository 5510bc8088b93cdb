//! Small tables worked out by hand.

use super::deals::{DealQuery, find};
use super::order::propose;
use super::sources::{SourceCost, SourcesOptions, Touch, Unknown, of_deals, of_sales};
use super::*;
use crate::analytics::amount::Amount;
use crate::analytics::dataset::{OtherTable, ReadOptions, TableKind, read_all};

/// The toy of eight deals whose counts were worked out by hand, in every way of counting.
const TOY: &str = "deal,stage,date\n\
    a,call,2026-01-01\na,offer,2026-01-03\na,meet,2026-01-10\na,buy,2026-01-20\n\
    b,call,2026-01-02\nb,offer,2026-01-05\n\
    c,call,2026-01-02\nc,meet,2026-01-09\nc,buy,2026-02-20\n\
    d,offer,2026-01-04\nd,meet,2026-01-06\n\
    e,call,2026-01-06\ne,offer,2026-01-07\ne,call,2026-01-08\ne,offer,2026-01-09\ne,meet,2026-01-11\n\
    f,meet,2026-01-03\nf,call,2026-01-05\n\
    h,offer,2026-01-01\nh,call,2026-01-05\nh,meet,2026-01-08\n\
    g,call,2026-01-10\ng,offer,2026-01-10\ng,meet,2026-01-10\ng,buy,2026-01-10\n";

fn table(text: &str, kind: TableKind) -> OtherTable {
    let options = ReadOptions { table: Some(kind), ..ReadOptions::default() };
    read_all(text.as_bytes(), &options).unwrap().other.unwrap()
}

fn funnel(table: &OtherTable, options: &FunnelOptions) -> FunnelReport {
    measure(&Journeys::of(table).unwrap(), table, options)
}

fn reached(report: &FunnelReport) -> Vec<u64> {
    report.steps.iter().map(|step| step.reached).collect()
}

fn names(stages: &[Stage]) -> Vec<&str> {
    stages.iter().map(|stage| stage.name.key()).collect()
}

fn step(name: &str) -> Stage {
    Stage { name: StageName::Named(name.to_owned()), role: Role::Step }
}

#[test]
fn every_way_of_counting() {
    let table = table(TOY, TableKind::Events);
    for (count, within_days, expected) in [
        (Count::Ordered, None, [7, 4, 3, 2]),
        (Count::Ordered, Some(14), [7, 4, 3, 1]),
        (Count::Touched, None, [7, 6, 7, 3]),
        (Count::Reached, None, [8, 8, 7, 3]),
        (Count::Entries, None, [8, 7, 7, 3]),
    ] {
        let report = funnel(&table, &FunnelOptions { count, within_days, ..FunnelOptions::default() });
        assert_eq!(reached(&report), expected, "{count:?} within {within_days:?}");
        assert_eq!(names(&report.stages), ["call", "offer", "meet", "buy"]);
        let own = report.counts.iter().find(|(other, _)| *other == count).unwrap();
        assert_eq!(own.1, expected, "{count:?} beside the others");
    }
}

#[test]
fn nothing_is_missing_in_any_balance() {
    let lost = "z,call,2026-01-01\nz,offer,2026-01-02\nz,lost,2026-01-03\ny,lost,2026-01-03\n\
        x,offer,2026-01-01\nx,lost,2026-01-02\nx,call,2026-01-03\n";
    let table = table(&format!("{TOY}{lost}"), TableKind::Events);
    for count in Count::ALL {
        let report = funnel(&table, &FunnelOptions { count, ..FunnelOptions::default() });
        assert!(report.steps.iter().all(|step| step.balance.is_even()), "{count:?}");
        let tally = report.tally;
        assert_eq!((tally.deals, tally.won, tally.lost, tally.open), (11, 3, 2, 6), "{count:?}");
        if count == Count::Entries {
            continue;
        }
        for (before, step) in report.steps.iter().zip(report.steps.iter().skip(1)) {
            let left = before.reached - before.lost - before.open - before.otherwise + step.joined;
            assert_eq!(step.reached, left, "{count:?} at {}", step.stage.name.key());
        }
    }
    // Deal z is lost from the offer; y was nowhere; x was taken up again.
    let report = funnel(&table, &FunnelOptions::default());
    assert_eq!(report.steps.iter().map(|step| step.balance.lost).collect::<Vec<_>>(), [0, 1, 0, 0]);
    // d never called, y was lost at once: in no count.
    assert_eq!(report.not_counted, 2);
}

#[test]
fn a_skipped_stage_counts_as_passed_but_not_for_lost_deals() {
    let text = "deal,stage,date\na,call,2026-01-01\na,meet,2026-01-02\n\
        b,call,2026-01-01\nb,meet,2026-01-02\nb,lost,2026-01-03\nc,call,2026-01-01\nc,offer,2026-01-02\nc,won,2026-01-03\n";
    let order = ["call", "offer", "meet"].map(step).to_vec();
    let stages = [order, vec![Stage { name: StageName::Named("won".into()), role: Role::Won }]].concat();
    let stages = [stages, vec![Stage { name: StageName::Named("lost".into()), role: Role::Lost }]].concat();
    let options = FunnelOptions { count: Count::Reached, stages, ..FunnelOptions::default() };
    assert_eq!(reached(&funnel(&table(text, TableKind::Events), &options)), [3, 2, 3, 1]);
}

#[test]
fn orders_that_are_proposed() {
    let cases = [
        // By what deals did, whatever the names say.
        ("a,Этап Б,2026-01-01\na,Этап А,2026-01-02\n", vec!["Этап Б", "Этап А"]),
        // By the numbers before names, against what deals did.
        ("a,2. Б,2026-01-01\na,1. А,2026-01-02\na,10. Успех,2026-01-03\n", vec!["1. А", "2. Б", "10. Успех"]),
        // By names where deals do not say.
        (
            "a,Договор,2026-01-01\nb,Новая заявка,2026-01-02\nc,Встреча,2026-01-02\nd,Оплачено,2026-01-01\n",
            vec!["Новая заявка", "Встреча", "Договор", "Оплачено"],
        ),
        // Spellings that differ by case are one stage; a lost one has no place among steps.
        (
            "a,offer,2026-01-01\nb,Offer ,2026-01-02\na,Lost,2026-01-02\na,won,2026-01-03\n",
            vec!["offer", "won", "Lost"],
        ),
    ];
    for (rows, expected) in cases {
        let table = table(&format!("deal,stage,date\n{rows}"), TableKind::Events);
        assert_eq!(names(&propose(&Journeys::of(&table).unwrap()).stages), expected);
    }
}

#[test]
fn stages_that_go_round_in_a_circle_are_told() {
    let text = "deal,stage,date\na,A,2026-01-01\na,B,2026-01-02\nb,B,2026-01-01\nb,C,2026-01-02\nc,C,2026-01-01\nc,A,2026-01-02\n";
    let report = funnel(&table(text, TableKind::Events), &FunnelOptions::default());
    assert_eq!((report.circles, report.won_assumed, report.steps.len()), (1, true, 3));
    assert!(report.steps.iter().all(|step| step.balance.is_even()));
}

#[test]
fn a_day_for_each_stage() {
    let text = "ID сделки;Дата создания;Встреча;Договор;Дата закрытия;Результат;Сумма;Причина отказа\n\
        1;01.01.2026;03.01.2026;10.01.2026;20.01.2026;Выиграна;100;\n\
        2;02.01.2026;04.01.2026;;08.01.2026;Проиграна;50;Дорого\n\
        3;05.01.2026;;;;;30;\n\
        4;06.01.2026;;12.01.2026;01.01.2026;Выиграна;70;\n\
        5;07.01.2026;09.01.2026;;10.01.2026;Проиграна;;дорого \n";
    let table = table(text, TableKind::Deals);
    let report = funnel(&table, &FunnelOptions::default());
    assert_eq!(report.history, History::StageDays);
    assert_eq!(names(&report.stages), ["created", "Встреча", "Договор", "won", "lost"]);
    // Deal 4 went to the contract without a meeting: by order it stays at its creation.
    assert_eq!(reached(&report), [5, 3, 1, 1]);
    let first = &report.steps[0];
    assert_eq!((first.lost, first.open, first.otherwise), (0, 1, 1));
    assert_eq!((report.steps[1].lost, report.steps[1].won), (2, 1));
    // Days to the meeting: 2, 2, 2.
    assert_eq!(report.steps[1].days.as_ref().map(|days| (days.count, days.median_twice)), Some((3, 4)));
    let passed = funnel(&table, &FunnelOptions { count: Count::Reached, ..FunnelOptions::default() });
    assert_eq!(reached(&passed), [5, 4, 2, 2]);
    assert_eq!(report.remarks.closed_before_created, 1);
    // Won: 19 days and 5 days back.
    assert_eq!(report.won_days.as_ref().map(|days| (days.min, days.max)), Some((-5, 19)));
    assert_eq!(
        report.losses.iter().map(|loss| (loss.reason.as_deref(), loss.deals)).collect::<Vec<_>>(),
        [(Some("Дорого"), 2)]
    );
    assert_eq!(report.losses[0].amount.to_string(), "50.0000");
    let tally = report.tally;
    assert_eq!((tally.won, tally.lost, tally.open, tally.revenue.to_string()), (2, 2, 1, "170.0000".to_owned()));
    let backwards = DealQuery { backwards: true, ..DealQuery::default() };
    let journeys = Journeys::of(&table).unwrap();
    let (rows, all) = find(&journeys, &table, &FunnelOptions::default(), &backwards, (0, 10));
    assert_eq!((all, rows[0].deal.as_deref(), rows[0].days), (1, Some("4"), Some(-5)));
}

#[test]
fn the_present_stage_alone() {
    let text = "deal id;deal stage;created;close date;amount\n\
        1;Lead;2026-01-01;;10\n2;Offer;2026-01-02;;20\n3;Won;2026-01-01;2026-01-11;30\n4;Lost;2026-01-04;2026-01-09;40\n\
        5;;2026-01-05;;50\n";
    let report = funnel(&table(text, TableKind::Deals), &FunnelOptions::default());
    assert_eq!(report.history, History::PresentStage);
    let stages: Vec<_> = report.steps.iter().map(|step| step.stage.name.key()).collect();
    assert_eq!(stages, ["Lead", "Offer", "closed", "Won"]);
    // The lost deal was a lead for sure; that it had an offer is assumed.
    assert_eq!(reached(&report), [4, 3, 2, 1]);
    assert_eq!(report.steps.iter().map(|step| step.unsure).collect::<Vec<_>>(), [0, 1, 0, 0]);
    assert_eq!(report.steps.iter().map(|step| step.now).collect::<Vec<_>>(), [1, 1, 0, 0]);
    assert_eq!(report.steps[1].now_amount.to_string(), "20.0000");
    assert_eq!((report.outside, report.remarks.without_stage), (1, 1));
    assert_eq!(report.won_of_closed(), Some(0.5));
    // 2 open · 30 won · 1 cycle ÷ (2 closed · 10 days).
    assert_eq!(report.velocity().map(|sum| sum.to_string()), Some("3.0000".to_owned()));
    // Where none is lost, the win rate says nothing.
    let no_losses = text.replace("Lost", "Won");
    let report = funnel(&self::table(&no_losses, TableKind::Deals), &FunnelOptions::default());
    assert_eq!((report.tally.won, report.tally.lost, report.tally.open, report.velocity()), (2, 0, 2, None));
}

#[test]
fn leads_and_a_day_of_closing_alone() {
    let text = "lead id;created;won date;lost reason\n1;2026-01-01;2026-01-05;\n2;2026-01-02;;\n3;2026-01-03;2026-01-04;price\n";
    let report = funnel(&table(text, TableKind::Deals), &FunnelOptions::default());
    assert_eq!(names(&report.stages), ["created", "won", "lost"]);
    assert_eq!((reached(&report), report.remarks.closed_as_won), (vec![3, 1], 1));
    assert_eq!((report.tally.lost, report.tally.open), (1, 1));
}

#[test]
fn unknown_stages_and_stages_left_out_are_told() {
    let table = table(TOY, TableKind::Events);
    let stages = vec![step("call"), step("nowhere"), Stage { name: StageName::Named("buy".into()), role: Role::Won }];
    let report = funnel(&table, &FunnelOptions { count: Count::Touched, stages, ..FunnelOptions::default() });
    assert_eq!(reached(&report), [7, 0, 3]);
    assert_eq!(report.unknown, [StageName::Named("nowhere".into())]);
    // Deal d was only at stages that stand aside.
    assert_eq!((report.outside, report.tally.deals), (1, 7));
    let aside: Vec<_> = report.stages.iter().filter(|stage| stage.role == Role::Aside).collect();
    assert_eq!(aside.len(), 2);
}

#[test]
fn one_stage_and_no_deals_end_without_a_fault() {
    let one = funnel(
        &table("deal,stage,date\na,new,2026-01-01\nb,new,2026-01-02\n", TableKind::Events),
        &FunnelOptions::default(),
    );
    assert_eq!((reached(&one), one.won_assumed, one.tally.open), (vec![2], false, 2));
    let table = table(TOY, TableKind::Events);
    let day = crate::analytics::date::Day(0);
    let none = funnel(&table, &FunnelOptions { entered: Some((day, day)), ..FunnelOptions::default() });
    assert_eq!((reached(&none), none.outside_window, none.of_first(1)), (vec![0; 4], 8, None));
    let only_lost = vec![Stage { name: StageName::Named("buy".into()), role: Role::Lost }];
    let lost = funnel(&table, &FunnelOptions { stages: only_lost, ..FunnelOptions::default() });
    assert_eq!((lost.steps.len(), lost.tally.lost, lost.not_counted, lost.outside), (0, 3, 3, 5));
}

const SOURCES: &str = "deal id;client;created;close date;outcome;amount;source\n\
    1;North;2026-01-01;2026-01-11;won;100;Site\n2;North;2026-02-01;2026-02-03;won;50;I have bought before\n\
    3;South;2026-01-05;;;10;site\n4;East;2026-01-06;2026-01-08;lost;20;\n5;West;2026-01-07;2026-01-09;won;30;unknown\n\
    6;South;2026-03-01;2026-03-02;won;40;Fair\n7;Nobody;2026-03-01;;;1;Fair\n";

fn rows(report: &sources::SourcesReport) -> Vec<(String, u64, u64, String)> {
    let row = |row: &sources::SourceRow| {
        (row.source.key().to_owned(), row.leads.unwrap_or_default(), row.won, row.revenue.to_string())
    };
    report.rows.iter().map(row).collect()
}

#[test]
fn sources_by_first_and_last_touch() {
    let table = table(SOURCES, TableKind::Deals);
    let journeys = Journeys::of(&table).unwrap();
    let of = |name: &str, leads, won, revenue: &str| (name.to_owned(), leads, won, revenue.to_owned());
    let apart = SourcesOptions { unknown: Unknown::Apart, ..SourcesOptions::default() };
    let first = of_deals(&journeys, &table, &apart).unwrap();
    // South came by "site" first: both its deals are of it. Who bought before came by the site.
    assert_eq!(
        rows(&first),
        [
            of("Site", 2, 2, "150.0000"),
            of("site", 2, 1, "40.0000"),
            of("unknown", 1, 1, "30.0000"),
            of("Fair", 1, 0, "0.0000"),
            of("(empty)", 1, 0, "0.0000"),
        ]
    );
    assert_eq!((first.returning, first.moved_by_touch), (1, 1));
    assert_eq!(first.spellings, [["Site", "site"]]);
    assert_eq!(first.not_known, [(None, 1), (Some("unknown".to_owned()), 1)]);
    let merges = vec![("site".to_owned(), "Site".to_owned())];
    let costs = [("SITE", 60), ("Site", 15), ("Radio", 5)];
    let costs =
        costs.map(|(source, cost)| SourceCost { source: source.to_owned(), cost: Amount(cost * 10_000) }).to_vec();
    let last =
        of_deals(&journeys, &table, &SourcesOptions { touch: Touch::Last, merges, costs, ..SourcesOptions::default() });
    let last = last.unwrap();
    assert_eq!(
        rows(&last),
        [
            of("Site", 3, 2, "150.0000"),
            of("Fair", 2, 1, "40.0000"),
            of("(not known)", 2, 1, "30.0000"),
            of("Radio", 0, 0, "0.0000"),
        ]
    );
    let site = &last.rows[0];
    let sum = |sum: Option<crate::analytics::amount::Sum>| sum.map(|sum| sum.to_string()).unwrap_or_default();
    assert_eq!(
        [sum(site.cost), sum(site.cost_per_lead), sum(site.cost_per_won), sum(site.average)],
        ["75.0000", "25.0000", "37.5000", "75.0000"]
    );
    assert_eq!(site.romi, Some(1.0));
    assert_eq!((sum(last.total.cost), last.total.cost_per_lead, last.total.romi), ("80.0000".to_owned(), None, None));
    assert!(last.spellings.is_empty());
    let by_touch = |touch| {
        let options = SourcesOptions { touch, ..SourcesOptions::default() };
        let clients = sources::clients_of_deals(&journeys, &table, &options);
        let of = |(client, source): (String, sources::SourceLabel)| format!("{client}: {}", source.key());
        clients.into_iter().map(of).collect::<Vec<_>>()
    };
    // East names no source, West says that it does not know.
    assert_eq!(
        by_touch(Touch::First),
        ["North: Site", "South: site", "East: (not known)", "West: (not known)", "Nobody: Fair"]
    );
    assert_eq!(by_touch(Touch::Last)[1], "South: Fair");
    // January, February, March.
    assert_eq!(last.months.len(), 3);
    assert_eq!(site.by_month.iter().map(ToString::to_string).collect::<Vec<_>>(), ["100.0000", "50.0000", "0.0000"]);
}

#[test]
fn sources_of_sales() {
    let text = "client;date;amount;source\nNorth;2026-01-01;10;Site\nNorth;2026-02-01;20;Fair\nSouth;2026-01-05;5;\nSouth;2026-01-06;7;Fair\n";
    let sales = read_all(text.as_bytes(), &ReadOptions::default()).unwrap().table;
    let report = of_sales(&sales, &SourcesOptions::default()).unwrap();
    assert_eq!(
        (rows(&report), report.has_leads),
        (
            vec![("Fair".to_owned(), 0, 1, "12.0000".to_owned()), ("Site".to_owned(), 0, 1, "30.0000".to_owned()),],
            false
        )
    );
    assert_eq!(report.rows[0].leads, None);
}

#[test]
fn splits_and_cohorts() {
    let table = table(SOURCES, TableKind::Deals);
    let options = FunnelOptions {
        split: Some(SplitBy::Class),
        classes: vec![("north".to_owned(), "AX".to_owned()), ("South".to_owned(), "CZ".to_owned())],
        ..FunnelOptions::default()
    };
    let report = funnel(&table, &options);
    let splits: Vec<_> =
        report.splits.iter().map(|row| (row.value.as_deref(), row.tally.deals, row.tally.won)).collect();
    assert_eq!(splits, [(Some("AX"), 2, 2), (Some("CZ"), 2, 1), (None, 3, 1)]);
    // Won after 10, 2, 2 and 1 days: the median is 2. The table ends on 2 March, before March does.
    let cohorts: Vec<_> =
        report.cohorts.iter().map(|cohort| (cohort.tally.deals, cohort.tally.won, cohort.unripe)).collect();
    assert_eq!(cohorts, [(4, 2, false), (1, 1, false), (2, 1, true)]);
    let month = report.cohorts[2].month;
    let journeys = Journeys::of(&table).unwrap();
    let query = DealQuery { month: Some(month), outcome: Some(Outcome::Open), ..DealQuery::default() };
    let (rows, all) = find(&journeys, &table, &options, &query, (0, 10));
    assert_eq!((all, rows[0].deal.as_deref()), (1, Some("7")));
}
