use crate::analytics::funnel::plan::{Month, Workweek};
use crate::i18n::format::Plural;
use crate::i18n::messages::plan::PlanMessages;
use crate::profile::plan::KnownStage;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(month: Month) -> String {
    let (year, number) = month.to_ym();
    let name = MONTHS.get(number as usize - 1).copied().unwrap_or_default();
    format!("{name}\u{a0}{year}")
}

pub const PLAN: PlanMessages = PlanMessages {
    title: "Plan",
    lead: "Start from the number of buyers you want and read the funnel backwards: how many calls, and by when.",
    stage: |stage| match stage {
        KnownStage::Calls => "Calls",
        KnownStage::Proposals => "Proposals",
        KnownStage::Meetings => "Meetings",
        KnownStage::Buyers => "Buyers",
        KnownStage::Added => "New stage",
    },
    stage_count: |format, stage, count| {
        let noun = match stage {
            KnownStage::Calls => Plural::two("call", "calls"),
            KnownStage::Proposals => Plural::two("proposal", "proposals"),
            KnownStage::Meetings => Plural::two("meeting", "meetings"),
            KnownStage::Buyers => Plural::two("buyer", "buyers"),
            KnownStage::Added => Plural::two("of the new stage", "of the new stage"),
        };
        format.counted(count, noun)
    },
    own_count: |format, name, count| format!("{} at “{name}”", format.counted(count, Plural::two("deal", "deals"))),
    month,
    week: |format, monday| {
        let sunday = crate::analytics::date::Day(monday.0 + 6);
        format!("{} – {}", format.day_and_month(monday), format.day_and_month(sunday))
    },
    load: |format, load| {
        if load.least == load.most {
            format.count(load.most)
        } else {
            // The ends of a range stay on one line.
            format!("{}\u{2060}–\u{2060}{}", format.count(load.least), format.count(load.most))
        }
    },
    sentence: |format, said| {
        let load = (PLAN.load)(format, said.load);
        let (people, each) = said.people;
        let each = if people > 1 {
            format!(", {} for each of {} people", (PLAN.load)(format, each), format.count(people.into()))
        } else {
            String::new()
        };
        format!(
            "To reach {} in {}, you need {} from {} to {}: {load} each working day{each}.",
            said.goal,
            month(said.month),
            said.need,
            format.day_and_month(said.days.0),
            format.day_and_month(said.days.1),
        )
    },
    sentence_done: |of, goal| format!("For {goal} in {}, everything needed is already under way.", month(of)),
    sentence_missed: |format, of, name, due, reach| {
        format!(
            "It is too late for {}: the last day for “{name}” was {}. The first month you can still plan in full is {}.",
            month(of),
            format.date(due),
            month(reach)
        )
    },
    short: |format, name, begins| {
        format!(
            "Some of the days for “{name}” are gone, so its work falls on those left from {} on.",
            format.date(begins)
        )
    },
    goal: "Goal for a month",
    goal_in: "Count the goal in",
    in_buyers: "Buyers",
    in_money: "Money",
    buyers: "Buyers a month",
    amount: "Sales a month",
    average: "Average sale",
    money_is: |goal| format!("That is {goal}, rounded up."),
    first_month: "First month of sales",
    first_in_reach: |of| format!("{} (first in reach)", month(of)),
    months: "Months",
    stages: "Your funnel",
    stages_hint: "Write what usually happens: of 80 calls 40 end in a proposal, of those 4 in a meeting, and of those 1 in a sale.",
    ratios_as: "Ratios as",
    as_counts: "Counts",
    as_percents: "Percent",
    stage_name: |number| format!("Name of stage {number}"),
    count_of: |name| format!("How many: {name}"),
    percent_of: |from, to| format!("Percent from {from} to {to}"),
    sample_of: |from| format!("Counted in how many: {from}"),
    counted_in: "of",
    head_stage: "Stage",
    head_count: "How many",
    head_percent: "Go on, %",
    head_sample: "Counted in",
    add_stage: "Add a stage",
    raise: |name| format!("Move up: {name}"),
    remove: |name| format!("Remove: {name}"),
    reset: "Back to the example",
    was_reset: "The example is back.",
    take_measured: "Take from the measured funnel",
    measured_taken: "The stages and counts of the measured funnel are in the plan.",
    take_open: "Count the open deals",
    open_taken: |format, count| {
        format!("Counted as under way: {}.", format.counted(count, Plural::two("open deal", "open deals")))
    },
    open_none: "No open deals at stages of these names. Take the stages from the measured funnel first.",
    measured_none: "No deal of the table is won, or there is one stage only: there is no ratio to take.",
    time: "Time and people",
    time_hint: "Between a call and a sale days go by, so calls for May may have to be made in April.",
    lag_of: |from, to| format!("{from} → {to}"),
    days: "days",
    people: "People who share the work",
    week_of: "Working week",
    workweek: |week| match week {
        Workweek::Five => "5 days",
        Workweek::Six => "6 days",
        Workweek::Seven => "7 days",
    },
    begins: "Work begins",
    begins_today: "Always today",
    day_off: "Day off",
    add_day_off: "Add the day off",
    remove_day_off: |format, day| format!("Remove the day off {}", format.date(day)),
    days_off_hint: "Public holidays are not known here: add those on which you do not work.",
    progress: "Under way, and how long each takes",
    progress_hint: "What has already been done for these sales is taken off. Minutes turn the plan into hours.",
    in_progress_of: |name| format!("Under way: {name}"),
    minutes_of: |name| format!("One takes: {name}"),
    minutes: "min",
    picture: "Read backwards",
    picture_label: |of, stages| format!("The funnel read backwards, for {of}: {stages}."),
    there_already: |format, count| format!("{} of them already under way", format.count(count)),
    goes_on: |share| format!("{share} go on"),
    stage_days: |format, days, load| {
        let load = load.map(|load| format!(" · {load} a day")).unwrap_or_default();
        format!("{} – {}{load}", format.day_and_month(days.0), format.day_and_month(days.1))
    },
    goal_mark: "goal",
    range: |format, (least, most), name, sample| {
        format!(
            "If you really counted these numbers: they stand on few cases, {} × “{name}”, so between {} and {} may be needed.",
            format.count(sample),
            format.count(least),
            format.count(most)
        )
    },
    range_title: "How sure this is",
    range_explain: "A share found in a small sample may in truth be another. The range holds in 95 cases of 100: Wilson’s range for each step, put together over all steps. The more cases you count, the narrower it gets.",
    rounding: "Each stage is rounded up: half a meeting cannot be held.",
    what_if: "What if",
    what_if_hint: "Move a step and see what becomes of the plan.",
    step: |from, to| format!("{from} → {to}"),
    becomes: |before, after| format!("{before} → {after}"),
    tenth_saves: |saved| format!("Improving this by a tenth saves about {saved}"),
    saves_most: "saves most",
    weights_hint: "Calls, proposals and meetings count alike here. Type the minutes that each takes to compare hours.",
    minutes_hint: "Compared by the hours that each stage takes.",
    hours: |format, minutes| format!("{}\u{a0}h", format.ratio(minutes / 60.0, 1)),
    scenario: |format, need, saved| match saved {
        0 => format!("With these changes {need} are needed, as before."),
        1.. => format!("With these changes {need} are needed: {} fewer.", format.integer(saved)),
        _ => format!("With these changes {need} are needed: {} more.", format.integer(-saved)),
    },
    scenario_reset: "Reset sliders",
    table: "What to do when",
    table_by: "Rows",
    by_week: "Weeks",
    by_month: "Months",
    by_goal: "Goals",
    head_week: "Week",
    head_month: "Month of work",
    head_goal: "Month of sales",
    head_done: "Done",
    total: "Total",
    head_hours: "Hours",
    head_need: "Needed",
    head_first: "From",
    head_last: "To",
    head_day: "A day",
    head_there: "Under way",
    too_late: "too late",
    too_much: "That is more than a firm can do. Check the goal and the ratios.",
    file: "plan",
};
