use crate::analytics::funnel::{Count, FunnelReport, Role, SplitBy};
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::funnel::screen::FunnelScreenMessages;

const DEALS: Plural<'_> = Plural::two("deal", "deals");

fn days(format: Format, days: f64) -> String {
    let places = usize::from(days.fract() != 0.0);
    let unit = if (days - 1.0).abs() < f64::EPSILON { "day" } else { "days" };
    format!("{}\u{a0}{unit}", format.ratio(days, places))
}

fn headline(format: Format, report: &FunnelReport, worst: &str) -> String {
    let tally = report.tally;
    let mut text = format!(
        "{} of {} won, {} lost, {} still open.",
        format.count(tally.won),
        format.counted(tally.deals, DEALS),
        format.count(tally.lost),
        format.count(tally.open)
    );
    if !worst.is_empty() {
        text.push_str(&format!(" Most are lost after “{worst}”."));
    }
    text
}

pub const SCREEN: FunnelScreenMessages = FunnelScreenMessages {
    title: "Funnel",
    empty_title: "Here you will see at which step deals are lost",
    empty_text: "Load a list of deals from your CRM: with a date for each stage, with the present stage, or the history of moves. Stages, won and lost ones are recognised by themselves. Your sales table stays where it is.",
    drop_here: "Choose a list of deals, or drop it here",
    sample: "Try it on sample deals",
    plan_title: "No list of deals yet?",
    plan_text: "Then plan from the goal backwards: if 80 calls make 40 proposals, 4 meetings and 1 buyer, ten buyers need 800 calls. Type your own numbers and see what to do each week.",
    plan_open: "Make a plan",
    computing: "The funnel is being counted",
    failed: "The funnel could not be counted.",
    headline,
    snapshot_title: "The file tells where each deal is now, not how it got there",
    snapshot_text: "So this is the pipeline as it stands: a deal counts at every stage up to its present one. For the real path load the history of moves or a list with a date for each stage.",
    won_assumed: |stage| {
        format!(
            "No stage is called won, so the last one, “{stage}”, counts as won. You can change that in the order of stages."
        )
    },
    nothing_lost: "The file names no lost deals. Win rate of closed deals says nothing here; look at the share of all.",
    count: "A deal counts at a stage",
    count_explain: |count| match count {
        Count::Ordered => {
            "It must have passed every earlier stage, one after another. The strictest way; begin with it."
        }
        Count::Reached => {
            "A skipped stage counts as passed, except for lost deals. Good when managers jump over stages."
        }
        Count::Touched => {
            "It has been at the stage, whatever came before. A later stage can then be larger than an earlier one."
        }
        Count::Entries => "Every entry counts: a deal that came back counts twice.",
    },
    count_differs: |format, way, count| format!("{way}: {} at the last step", format.count(count)),
    count_same: "All four ways of counting give the same here.",
    open_stages: "Stages",
    as_table: "The same as a table",
    stairs: "From stage to stage",
    stairs_explain: "Each column is as high as the deals that came to the stage before. The filled part came on; the striped part was lost, the pale part is still open.",
    of_previous: |format, share| format!("{} of the previous", format.percent(share, 1)),
    of_first: |format, share| format!("{} of the first", format.percent(share, 1)),
    lost: |format, count| format!("{} lost", format.count(count)),
    open: |format, count| format!("{} still open", format.count(count)),
    otherwise: |format, count| format!("{} won past this way", format.count(count)),
    won_in_all: |format, in_order, past| {
        format!(
            "{} in order + {} past a stage = {}",
            format.count(in_order),
            format.count(past),
            format.count(in_order + past)
        )
    },
    joined: |format, count| format!("{} came past the step before", format.count(count)),
    unsure: |format, count| format!("{} of them assumed: lost, the file does not say where", format.count(count)),
    days: |format, median, p90| format!("usually {}, 9 of 10 within {}", days(format, median), days(format, p90)),
    stairs_headers: [
        "Stage",
        "Deals",
        "Of the previous",
        "Of the first",
        "Lost here",
        "Open here",
        "Came from elsewhere",
        "Usual time",
    ],
    legend: ["came on", "lost", "still open"],
    whole: "The whole in figures",
    whole_headers: ["Figure", "Value", "How it is made"],
    win_rates: ["Won of closed", "Won of those past the first stage", "Won of all"],
    win_rates_explain: [
        "Won ÷ (won + lost). Open deals are left out: their end is not known yet.",
        "Won ÷ deals that came past the first stage. Open ones are in the whole.",
        "Won ÷ all deals. Open ones are in the whole, so young deals pull it down.",
    ],
    cycle: "Usual time to win",
    cycle_text: |format, median, mean, p90| {
        format!("{} (mean {}, 9 of 10 within {})", days(format, median), format.ratio(mean, 1), days(format, p90))
    },
    cycle_explain: "Days from the beginning of a deal to its win: the middle of all won ones, half are faster, half slower. The mean is greater where a few dragged on.",
    average: "Average won deal",
    average_explain: "Sum of the won deals ÷ their number.",
    velocity: "Velocity",
    a_day: |sum| format!("{sum} a day"),
    velocity_explain: "Open deals × win rate of closed × average won deal ÷ mean days to win: what the present pipeline brings a day if all goes on as before.",
    velocity_none: "Needs won deals with amounts and days, lost ones, and open ones.",
    time: "Time between stages",
    time_explain: "Days from the stage before to this one: the median is the middle, half of the deals are faster; within the last figure 9 of 10 are through. The bars show how many deals took how long. Deals without one of the two dates take no part.",
    time_headers: [
        "To the stage",
        "Deals",
        "Usual (median), days",
        "Mean, days",
        "9 of 10 within, days",
        "How it spreads",
    ],
    bar: |format, from, to, count| {
        let span = match (from, to) {
            (_, Some(-1)) => "before the stage before".to_owned(),
            (_, Some(0)) => "same day".to_owned(),
            (Some(from), Some(to)) => format!("{} to {} days", from + 1, to),
            (Some(from), None) => format!("over {from} days"),
            _ => String::new(),
        };
        format!("{span}: {}", format.count(count))
    },
    bar_ends: |format, is_backwards, days| {
        let first = if is_backwards { "earlier" } else { "same day" };
        [first.to_owned(), format!("over {}\u{a0}days", format.count(days.unsigned_abs().into()))]
    },
    backwards: |format, count| {
        format!(
            "Ended before they began: {}. They are counted as they are; check their dates.",
            format.counted(count, DEALS)
        )
    },
    check: "Does it add up",
    check_explain: "Every entry into a stage ends in one of four ways. The left figure must be the sum of the others.",
    check_hint: "Every entry into a stage counts here, whatever way a deal came. The staircase above counts deals as is chosen there, so its figures may differ.",
    check_headers: ["Stage", "Entered", "Went on", "Lost from here", "Went back", "Still here"],
    check_even: "Entered = went on + lost + went back + still here, at every stage.",
    cohorts: "By month of beginning",
    cohorts_explain: |format, usual| {
        let usual = usual.map_or_else(String::new, |usual| {
            format!(
                " Months younger than the usual time to win ({}) are marked: more may still be won there.",
                days(format, usual)
            )
        });
        format!("Deals put together by the month in which they began, so that old and new ones do not mix.{usual}")
    },
    cohort_headers: ["Month", "Began", "Won", "Lost", "Open", "Won of all", "Sum won"],
    unripe: "too young to judge",
    undated: |format, count| {
        format!("Without a date of beginning, and so in no month: {}.", format.counted(count, DEALS))
    },
    split: "Compare",
    split_explain: "The same figures for each source, manager or product group. Win rate is won ÷ (won + lost): with a few deals it is a matter of luck.",
    split_sources: "Each deal counts for the source that it names. The Sources screen may count it for the client’s first source instead, so its figures may differ.",
    split_classes: "To compare classes of clients too, load a table of sales as well: the deals stay here.",
    split_name: |by| match by {
        SplitBy::Source => "Sources",
        SplitBy::Manager => "Managers",
        SplitBy::Group => "Product groups",
        SplitBy::Product => "Products",
        SplitBy::Class => "Classes of clients",
    },
    split_none: "Nothing",
    split_headers: ["", "Deals", "Won", "Lost", "Open", "Won of closed", "Days to win", "Sum won"],
    no_class: "not in the sales table",
    not_given: "(not given)",
    losses: "Why deals are lost",
    losses_explain: "Lost deals by reason, the most frequent first. The bar is the share of a reason, the mark that of it and all above together: often two or three reasons make nearly all losses.",
    loss_legend: ["share of the reason", "running total"],
    loss_headers: ["Reason", "Deals", "Share", "Together", "Sum lost"],
    losses_none: "The file has no column with reasons. Have managers pick one of five or six reasons when they close a deal: this is where the cheapest improvements are.",
    order: "Order of stages",
    order_hint: "Drag a stage by its dots, or use the arrows. Say which stage is won and which is lost; stages that are no part of the funnel stand aside.",
    grip: |stage| format!("Move “{stage}”: drag, or use the arrow keys"),
    up: |stage| format!("Move “{stage}” earlier"),
    down: |stage| format!("Move “{stage}” later"),
    role: |stage| format!("What “{stage}” is"),
    role_name: |role| match role {
        Role::Step => "a step",
        Role::Won => "won",
        Role::Lost => "lost",
        Role::Aside => "not in the funnel",
    },
    moved: |_, stage, place, all| format!("“{stage}” is now {place} of {all}"),
    reset: "As proposed",
    circles: "Some stages follow each other in a circle, so the order among them is a guess. Put it right if it is wrong.",
    unknown: |names| format!("The table has no such stages: {names}. They count zero deals."),
    look: "Look at them",
    remarks: "What to know about these deals",
    not_counted: |format, count| {
        format!(
            "Counted at no stage this way, because they did not begin at the first one: {}.",
            format.counted(count, DEALS)
        )
    },
    outside: |format, count| {
        format!("At no stage of the funnel, and so in no figure: {}.", format.counted(count, DEALS))
    },
    entered: "When the deal began",
    outside_window: |format, count| format!("Began on other days and left out: {}.", format.counted(count, DEALS)),
    outside_window_line: "Deals begun on other days",
    repeated: |format, count| {
        let repeat = format.plural(count, Plural::two("row repeats", "rows repeat"));
        format!("{} {repeat} a deal. Each row counts as a deal.", format.count(count))
    },
    closed_as_won: |format, count| {
        format!(
            "The file has neither stages nor outcomes, so deals with a closing date count as won: {}.",
            format.count(count)
        )
    },
    without_stage: |format, count| {
        format!("Without a stage and without dates of stages: {}.", format.counted(count, DEALS))
    },
    repeated_moves: |format, count| {
        format!("Moves to the stage where the deal was already: {}. Each such stay counts once.", format.count(count))
    },
    stages_over: |format, count| {
        format!(
            "More stages than a funnel has; left out: {}. Is another column meant? Change it on the Data screen.",
            format.count(count)
        )
    },
    days_aside: |format, count| {
        format!(
            "Columns with dates that are named after none of the stages: {}. They are not used.",
            format.count(count)
        )
    },
    no_steps: "No stage here is a step on the way: all of them mean won or lost, or stand aside. See the order of stages.",
    one_stage: "There is one stage only, so there is nothing to pass from and to. If the file has others, see the order of stages.",
    all_open: "All deals are still open: it is too early for win rates. They come with the first deals that end.",
    nothing_won: "No deal is won. If one of the stages means won, say so in the order of stages.",
    without_created: |format, count| {
        format!("Without a date of creation: {}. They count, except where time matters.", format.counted(count, DEALS))
    },
    deals_close: "Close the list",
    deals_more: "Show more",
    deals_shown: |format, shown, all| format!("{} of {} shown", format.count(shown), format.count(all)),
    file: "funnel",
    deals_file: "deals",
};
