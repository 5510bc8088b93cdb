//! The funnel of small files of every shape, as systems export them and as they go wrong. What each must give was counted by
//! hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where something is wrong"
)]

use std::path::Path;

use clientfolio::analytics::dataset::{ReadOptions, TableKind};
use clientfolio::analytics::funnel::sources::{SourcesOptions, SourcesReport};
use clientfolio::analytics::funnel::{Count, FunnelOptions, FunnelReport, Role, SplitBy};
use clientfolio::jobs::engine::Engine;
use clientfolio::jobs::protocol::{Request, Response};
use clientfolio::jobs::source::Bytes;

/// A file as the app takes it, without a word said about it.
struct File {
    engine: Engine,
    kind: TableKind,
    rows: (u64, u64),
}

fn file(name: &str) -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/funnel").join(format!("{name}.csv"));
    let mut engine = Engine::new();
    let mut bytes = Bytes::new(std::fs::read(path).unwrap());
    let answer = engine.handle(Request::Import(ReadOptions::default()), Some(&mut bytes), &mut |_| {});
    let Ok(Response::Imported(report)) = answer else { panic!("{name}: {answer:?}") };
    File { engine, kind: report.table, rows: (report.rows_used, report.rows_set_aside) }
}

impl File {
    fn funnel(&mut self, options: FunnelOptions) -> FunnelReport {
        match self.engine.handle(Request::Funnel(options), None, &mut |_| {}) {
            Ok(Response::Funnel(report)) => *report,
            other => panic!("{other:?}"),
        }
    }

    fn sources(&mut self) -> SourcesReport {
        match self.engine.handle(Request::Sources(SourcesOptions::default()), None, &mut |_| {}) {
            Ok(Response::Sources(Some(report))) => *report,
            other => panic!("{other:?}"),
        }
    }
}

fn steps(report: &FunnelReport) -> Vec<(&str, u64)> {
    report.steps.iter().map(|step| (step.stage.name.key(), step.reached)).collect()
}

fn tally(report: &FunnelReport) -> (u64, u64, u64) {
    (report.tally.won, report.tally.lost, report.tally.open)
}

/// File, kind, what it tells, steps with their deals, won, lost and open.
type Case = (&'static str, TableKind, &'static str, &'static [(&'static str, u64)], (u64, u64, u64));

#[test]
fn files_of_every_shape() {
    let cases: &[Case] = &[
        (
            "amocrm",
            TableKind::Deals,
            "present_stage",
            &[
                ("Первичный контакт", 9),
                ("Переговоры", 8),
                ("Принимают решение", 7),
                ("Согласование договора", 6),
                ("closed", 5),
                ("Успешно реализовано", 2),
            ],
            (2, 3, 4),
        ),
        (
            "bitrix",
            TableKind::Deals,
            "present_stage",
            &[
                ("Новая", 8),
                ("Подготовка документов", 7),
                ("Счёт на предоплату", 6),
                ("В работе", 5),
                ("Финальный счёт", 4),
                ("closed", 3),
                ("Сделка успешна", 1),
            ],
            (1, 2, 5),
        ),
        (
            "hubspot",
            TableKind::Deals,
            "present_stage",
            &[
                ("Appointment Scheduled", 8),
                ("Qualified To Buy", 7),
                ("Presentation Scheduled", 6),
                ("Decision Maker Bought-In", 5),
                ("Contract Sent", 4),
                ("closed", 3),
                ("Closed Won", 2),
            ],
            (2, 1, 5),
        ),
        (
            "hubspot_days",
            TableKind::Deals,
            "stage_days",
            &[("Appointment Scheduled", 4), ("Contract Sent", 2), ("Closed Won", 1)],
            (1, 1, 2),
        ),
        // Where a deal is lost is known here: it keeps its stage, and an own column says how it ended.
        (
            "pipedrive",
            TableKind::Deals,
            "present_stage",
            &[
                ("Qualified", 6),
                ("Contact Made", 5),
                ("Demo Scheduled", 3),
                ("Proposal Made", 2),
                ("Negotiations Started", 2),
                ("won", 2),
            ],
            (2, 2, 2),
        ),
        (
            "salesforce",
            TableKind::Deals,
            "present_stage",
            &[("Prospecting", 4), ("Proposal/Price Quote", 3), ("closed", 2), ("Closed Won", 1)],
            (1, 1, 2),
        ),
        (
            "wide_ru",
            TableKind::Deals,
            "stage_days",
            &[("Заявка", 4), ("Замер", 2), ("Договор", 1), ("Оплата", 1)],
            (2, 1, 2),
        ),
        (
            "moves_ru",
            TableKind::Events,
            "events",
            &[("Новый лид", 4), ("Звонок", 2), ("Встреча", 1), ("Оплачено", 1)],
            (1, 1, 2),
        ),
        (
            "moves_from_to",
            TableKind::Events,
            "events",
            &[("Prospecting", 2), ("Proposal", 1), ("Closed Won", 1)],
            (1, 1, 0),
        ),
        ("circle", TableKind::Events, "events", &[("A", 2), ("B", 1), ("C", 0)], (2, 0, 1)),
        ("one_stage", TableKind::Deals, "present_stage", &[("Переговоры", 2)], (0, 0, 2)),
        ("one_row", TableKind::Deals, "present_stage", &[("Переговоры", 1)], (0, 0, 1)),
        ("all_open", TableKind::Deals, "present_stage", &[("Новая", 3), ("Встреча", 2), ("Договор", 1)], (0, 0, 3)),
        ("all_won", TableKind::Deals, "present_stage", &[("Выиграна", 2)], (2, 0, 0)),
        ("all_lost", TableKind::Deals, "present_stage", &[], (0, 3, 0)),
        ("odd", TableKind::Deals, "present_stage", &[("Новая", 4), ("Куку", 3), ("Успех", 2)], (2, 0, 2)),
    ];
    for (name, kind, history, expected, outcomes) in cases {
        let mut file = file(name);
        let report = file.funnel(FunnelOptions::default());
        assert_eq!((file.kind, report.history.key()), (*kind, *history), "{name}");
        assert_eq!((steps(&report), tally(&report)), (expected.to_vec(), *outcomes), "{name}");
        for count in Count::ALL {
            let report = file.funnel(FunnelOptions { count, ..FunnelOptions::default() });
            assert!(report.steps.iter().all(|step| step.balance.is_even()), "{name} {count:?}");
        }
    }
}

#[test]
fn amounts_days_reasons_and_sources_of_amocrm() {
    let mut file = file("amocrm");
    let report = file.funnel(FunnelOptions::default());
    // «не закрыта» is no date, and no fault.
    assert_eq!(file.rows, (9, 0));
    assert_eq!(report.tally.revenue.to_string(), "200000.0000");
    // Won after 20 and 10 days; deal 109 ended a week before it began.
    assert_eq!(report.won_days.as_ref().map(|days| days.median_twice), Some(30));
    assert_eq!((report.remarks.closed_before_created, report.lost_days.map(|days| days.min)), (1, Some(-7)));
    let losses: Vec<_> = report.losses.iter().map(|loss| (loss.reason.as_deref(), loss.deals)).collect();
    assert_eq!(losses, [(Some("Дорого"), 2), (Some("Не дозвонились"), 1)]);
    assert_eq!(report.steps.iter().map(|step| step.unsure).collect::<Vec<_>>(), [0, 3, 3, 3, 0, 0]);

    // Who bought before came by the site in February; one does not say, one says that it does not know.
    let sources = file.sources();
    let rows: Vec<_> = sources.rows.iter().map(|row| (row.source.key(), row.leads.unwrap(), row.won)).collect();
    assert_eq!(rows, [("Авито", 3, 1), ("Сайт", 3, 1), ("(not known)", 2, 0), ("сайт", 1, 0)]);
    assert_eq!((sources.returning, sources.spellings), (1, vec![vec!["Сайт".to_owned(), "сайт".to_owned()]]));
}

#[test]
fn a_planned_day_of_closing_is_no_end() {
    let mut hubspot = file("hubspot");
    let report = hubspot.funnel(FunnelOptions::default());
    // Open deals are to close in December; the last that happened is a sale of 20 February.
    assert_eq!(report.as_of.map(|day| day.to_string()).as_deref(), Some("2026-02-20"));
    // January ended 20 days before it; deals take 30 and 20 days, 25 as a rule.
    assert_eq!(report.cohorts.iter().map(|cohort| cohort.unripe).collect::<Vec<_>>(), [true]);
    // Open 5, won 13,000 of 3 closed, 50 days of 2: 5 · 13,000 · 2 ÷ (3 · 50).
    assert_eq!(report.velocity().map(|sum| sum.to_string()).as_deref(), Some("866.6667"));

    let days = file("hubspot_days").funnel(FunnelOptions::default());
    // To the contract 15 and 19 days.
    assert_eq!(days.steps[1].days.as_ref().map(|days| days.median_twice), Some(34));
    assert_eq!((days.steps[0].lost, days.steps[1].open), (1, 1));
}

#[test]
fn an_end_in_columns_of_its_own() {
    let report = file("pipedrive").funnel(FunnelOptions { split: Some(SplitBy::Source), ..FunnelOptions::default() });
    assert_eq!(report.steps.iter().map(|step| step.lost).collect::<Vec<_>>(), [0, 1, 1, 0, 0, 0]);
    assert_eq!(report.won_days.as_ref().map(|days| (days.min, days.max)), Some((20, 30)));
    assert_eq!(report.lost_days.as_ref().map(|days| (days.min, days.max)), Some((5, 10)));
    let splits: Vec<_> =
        report.splits.iter().map(|row| (row.value.as_deref(), row.tally.deals, row.tally.won)).collect();
    assert_eq!(splits, [(Some("Fair"), 3, 2), (Some("Web"), 3, 0)]);
}

#[test]
fn moves_with_facts_of_their_deals() {
    let mut moves = file("moves_ru");
    // A move without a stage and one without a day are set aside.
    assert_eq!(moves.rows, (12, 2));
    for (count, expected) in [
        (Count::Ordered, [4, 2, 1, 1]),
        (Count::Touched, [4, 2, 2, 1]),
        (Count::Reached, [4, 3, 2, 1]),
        (Count::Entries, [4, 3, 3, 1]),
    ] {
        let report = moves.funnel(FunnelOptions { count, ..FunnelOptions::default() });
        assert_eq!(report.steps.iter().map(|step| step.reached).collect::<Vec<_>>(), expected, "{count:?}");
    }
    let report = moves.funnel(FunnelOptions { split: Some(SplitBy::Manager), ..FunnelOptions::default() });
    let meeting = report.steps[2].balance;
    assert_eq!((meeting.entered, meeting.advanced, meeting.back, meeting.still), (3, 1, 1, 1));
    assert_eq!(report.tally.revenue.to_string(), "100.0000");
    // 2 open · 100 won · 1 cycle ÷ (2 closed · 19 days).
    assert_eq!(report.velocity().map(|sum| sum.to_string()).as_deref(), Some("5.2632"));
    let splits: Vec<_> = report.splits.iter().map(|row| (row.value.as_deref(), row.tally.deals)).collect();
    assert_eq!(splits, [(Some("Аня"), 2), (Some("Боря"), 2)]);
    let rows: Vec<_> = moves.sources().rows.iter().map(|row| (row.source.key().to_owned(), row.won)).collect();
    assert_eq!(rows, [("Сайт".to_owned(), 1), ("Авито".to_owned(), 0)]);
}

#[test]
fn what_is_wrong_is_counted() {
    let mut odd = file("odd");
    let report = odd.funnel(FunnelOptions::default());
    // The row that says nothing is set aside; the deal without a stage is at none; deal 5 stands there twice.
    assert_eq!(odd.rows, (5, 1));
    let remarks = report.remarks;
    assert_eq!((report.outside, remarks.without_stage, remarks.without_created), (1, 1, 1));
    assert_eq!((remarks.repeated, remarks.closed_before_created), (1, 1));
    assert_eq!(report.won_days.as_ref().map(|days| (days.min, days.max)), Some((-4, 2)));

    let circle = file("circle").funnel(FunnelOptions::default());
    assert_eq!((circle.circles, circle.won_assumed), (1, true));

    let lost = file("all_lost").funnel(FunnelOptions::default());
    assert_eq!((lost.won_of_closed(), lost.velocity(), lost.not_counted), (Some(0.0), None, 3));
    assert_eq!(lost.stages.iter().map(|stage| stage.role).collect::<Vec<_>>(), [Role::Lost, Role::Lost]);

    let open = file("all_open").funnel(FunnelOptions::default());
    assert_eq!((open.won_of_closed(), open.won_of_all(), open.velocity()), (None, Some(0.0), None));
}
