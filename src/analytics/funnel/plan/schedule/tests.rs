use super::*;
use crate::analytics::funnel::plan::workdays::Workweek;

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

/// 80 calls, 40 offers, 4 meetings, 1 sale; goals from May 2026 on.
fn options(lags: [u32; 3], goals: &[u64], begins: &str) -> ScheduleOptions {
    let ratios = [(80, 40), (40, 4), (4, 1)].map(|(from, to)| Ratio::counts(from, to).unwrap());
    ScheduleOptions {
        steps: ratios.into_iter().zip(lags).collect(),
        goals: goals.to_vec(),
        first_month: Month::of(day("2026-05-01")),
        in_progress: Vec::new(),
        begins: day(begins),
        calendar: WorkCalendar::default(),
    }
}

#[test]
fn months_of_the_calendar() {
    for (text, ym, first, last) in [
        ("2026-05-17", (2026, 5), "2026-05-01", "2026-05-31"),
        ("2024-02-01", (2024, 2), "2024-02-01", "2024-02-29"),
        ("2025-12-31", (2025, 12), "2025-12-01", "2025-12-31"),
    ] {
        let month = Month::of(day(text));
        assert_eq!((month.to_ym(), month.first(), month.last()), (ym, day(first), day(last)));
    }
    for (begins, lag_days, month) in [
        // Begun on 10 April, 21 days later it is 1 May: all of May is in reach; a day later it is not.
        ("2026-04-10", 21, "2026-05-01"),
        ("2026-04-11", 21, "2026-06-01"),
        ("2026-05-01", 0, "2026-05-01"),
        ("2026-05-02", 0, "2026-06-01"),
    ] {
        assert_eq!(Month::first_in_reach(day(begins), lag_days), Month::of(day(month)), "{begins} and {lag_days}");
    }
}

#[test]
fn without_lags_a_month_is_worked_within_itself() {
    let plan = schedule(&options([0, 0, 0], &[10], "2026-05-01")).unwrap();
    let month = &plan.months[0];
    assert_eq!(month.stages.iter().map(|stage| stage.need).collect::<Vec<_>>(), [800, 400, 40, 10]);
    let calls = month.stages[0];
    assert_eq!((calls.first, calls.last, calls.workdays), (day("2026-05-01"), day("2026-05-31"), 21));
    // 800 / 21 = 38.1; for two people 19.05.
    assert_eq!(calls.load(1), Some(Load { least: 38, most: 39 }));
    assert_eq!(calls.load(2), Some(Load { least: 19, most: 20 }));
    // 1 May is a Friday: 1 + 5 + 5 + 5 + 5 working days. By them ⌈800·k/21⌉ = 39, 229, 420, 610, 800 calls.
    let calls: Vec<(Day, u64)> = plan.weeks.iter().map(|(week, done)| (*week, done[0])).collect();
    let weeks =
        [("2026-04-27", 39), ("2026-05-04", 190), ("2026-05-11", 191), ("2026-05-18", 190), ("2026-05-25", 190)];
    assert_eq!(calls, weeks.map(|(week, calls)| (day(week), calls)));
    assert_eq!(plan.work_months, [(Month::of(day("2026-05-01")), vec![800, 400, 40, 10])]);
}

#[test]
fn calls_come_before_the_sales_that_they_serve() {
    // 2 + 7 + 14 days: calls for May are made from 8 April to 8 May.
    let plan = schedule(&options([2, 7, 14], &[10], "2026-04-01")).unwrap();
    let days: Vec<(Day, Day, Timing)> =
        plan.months[0].stages.iter().map(|stage| (stage.first, stage.last, stage.timing)).collect();
    assert_eq!(
        days,
        [
            (day("2026-04-08"), day("2026-05-08"), Timing::Ahead),
            (day("2026-04-10"), day("2026-05-10"), Timing::Ahead),
            (day("2026-04-17"), day("2026-05-17"), Timing::Ahead),
            (day("2026-05-01"), day("2026-05-31"), Timing::Ahead),
        ]
    );
    // 17 working days from 8 to 30 April and 6 to 8 May: by the 17th of 23 days ⌈800·17/23⌉ = 592 calls.
    assert_eq!(plan.months[0].stages[0].workdays, 23);
    let calls: Vec<u64> = plan.work_months.iter().map(|(_, done)| done[0]).collect();
    assert_eq!(calls, [592, 208]);
}

#[test]
fn every_thing_needed_is_laid_on_a_day() {
    let plan = schedule(&options([3, 10, 30], &[10, 7, 13], "2026-03-02")).unwrap();
    for stage in 0..4 {
        let need: u64 = plan.months.iter().map(|month| month.stages[stage].need).sum();
        assert_eq!(plan.weeks.iter().map(|(_, done)| done[stage]).sum::<u64>(), need, "stage {stage} by week");
        assert_eq!(plan.work_months.iter().map(|(_, done)| done[stage]).sum::<u64>(), need, "stage {stage} by month");
    }
    assert!(plan.weeks.windows(2).all(|pair| pair[1].0.0 - pair[0].0.0 == 7), "no week is skipped");
}

#[test]
fn time_that_is_gone() {
    // Calls for May were to be made from 8 April to 8 May, offers to 10 May, meetings from 17 April.
    for (begins, timings, missed) in [
        ("2026-04-08", [Timing::Ahead, Timing::Ahead, Timing::Ahead, Timing::Ahead], false),
        ("2026-04-13", [Timing::Short, Timing::Short, Timing::Ahead, Timing::Ahead], false),
        ("2026-05-09", [Timing::Missed, Timing::Short, Timing::Short, Timing::Short], true),
        // 9 and 10 May are a weekend: the last working day for calls was the 8th, itself not gone.
        ("2026-05-08", [Timing::Short, Timing::Short, Timing::Short, Timing::Short], false),
    ] {
        let plan = schedule(&options([2, 7, 14], &[10], begins)).unwrap();
        let month = &plan.months[0];
        assert_eq!(month.is_missed(), missed, "{begins}");
        // Begun on 9 May, a Saturday, the offers' last days are the weekend of 9 and 10 May: they are missed too.
        let wanted =
            if begins == "2026-05-09" { [timings[0], Timing::Missed, timings[2], timings[3]] } else { timings };
        assert_eq!(month.stages.iter().map(|stage| stage.timing).collect::<Vec<_>>(), wanted, "{begins}");
    }
    let short = schedule(&options([2, 7, 14], &[10], "2026-05-08")).unwrap();
    assert_eq!(
        short.months[0].stages[0].load(1),
        Some(Load { least: 800, most: 800 }),
        "all of it on the one day left"
    );
}

#[test]
fn what_is_in_progress_counts_first() {
    let mut with = options([0, 0, 0], &[10, 10], "2026-05-01");
    // 3 sold already, 8 meetings held, 100 offers out, 1000 calls made.
    with.in_progress = vec![1_000, 100, 8, 3];
    let plan = schedule(&with).unwrap();
    let found: Vec<Vec<(u64, u64, u64)>> = plan
        .months
        .iter()
        .map(|month| month.stages.iter().map(|stage| (stage.wanted, stage.in_progress, stage.need)).collect())
        .collect();
    // May: 7 sales want 28 meetings less 8, 20 want 200 offers less 100, 100 want 200 calls, all made.
    assert_eq!(found[0], [(200, 200, 0), (200, 100, 100), (28, 8, 20), (10, 3, 7)]);
    // June: the 800 calls left over cover all that 400 offers want.
    assert_eq!(found[1], [(800, 800, 0), (400, 0, 400), (40, 0, 40), (10, 0, 10)]);
}

#[test]
fn what_sells_too_late_helps_the_next_month() {
    // Calls sell 60 days later: those made by 15 May sell in July, not in May or June.
    let mut with = options([0, 0, 60], &[10, 10, 10], "2026-05-15");
    with.in_progress = vec![0, 0, 4];
    let plan = schedule(&with).unwrap();
    let credited: Vec<u64> = plan.months.iter().map(|month| month.stages[2].in_progress).collect();
    assert_eq!(credited, [0, 0, 4]);
}

#[test]
fn days_off_at_the_end_move_work_before_them() {
    let mut new_year = options([0, 0, 0], &[1], "2026-05-01");
    new_year.calendar =
        WorkCalendar { week: Workweek::Five, days_off: (0..31).map(|i| Day(day("2026-05-01").0 + i)).collect() };
    assert!(schedule(&new_year).unwrap().months[0].is_missed(), "nothing is worked from the beginning on");
    new_year.begins = day("2026-04-01");
    let plan = schedule(&new_year).unwrap();
    let calls = plan.months[0].stages[0];
    assert_eq!((calls.first, calls.last, calls.workdays), (day("2026-04-30"), day("2026-04-30"), 1));
    assert_eq!(plan.weeks, [(day("2026-04-27"), vec![80, 40, 4, 1])]);
}

#[test]
fn too_much_is_no_plan() {
    assert_eq!(schedule(&options([0, 0, 0], &[1_000_000_000_000], "2026-05-01")), None);
}
