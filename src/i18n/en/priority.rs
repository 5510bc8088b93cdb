use crate::analytics::segmentation::priority::{Criterion, Cut, Measure, Missing, Moved, PrioritySummary, Source};
use crate::i18n::en::abc_xyz::NOBODY;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::priority::{PriorityMessages, PrioritySentence};

const CLIENTS: Plural<'_> = Plural::two("client", "clients");

pub const PRIORITY: PriorityMessages = PriorityMessages {
    title: "Priority: who to look after first",
    empty_title: "Here clients line up by what matters to you",
    empty_text: "Load a sales file. You name the signs of a good client, give each a weight, and see who scores highest.",
    computing: "Placing clients in groups",
    headline,
    partly_covered: |format, clients| format!("some marks are missing for {}", format.counted(clients, CLIENTS)),
    criteria: "Criteria",
    criteria_explain: "A client’s score: each mark times the weight of its criterion, added up and divided by the sum of the weights. The weights need not add up to a hundred.",
    measure_name,
    measure_explain: |measure| match measure {
        Measure::Value => "Sales less returns.",
        Measure::Orders => "How many orders were placed.",
        Measure::AverageOrder => "Sales divided by orders.",
        Measure::Regularity => {
            "In what share of the months since the first purchase there was one. Under three months it is too early to tell."
        }
        Measure::Recency => "Days since the last purchase: the fewer, the better.",
        Measure::Tenure => "Days since the first purchase.",
        Measure::Growth => {
            "How much more the second half of the dates brought than the first. Who bought nothing in the first half has no mark."
        }
        Measure::Margin => "Profit as the file has it, else sales less cost.",
    },
    unmeasured: "This table has neither profit nor cost, so there are no marks.",
    nameless: "Unnamed",
    weight_of: |name| format!("Weight of “{name}”"),
    weight: "Weight",
    scale: "Best mark",
    marked: "With a mark",
    name: "Name",
    points: "Scale",
    points_name: |points| format!("1 to {points}"),
    cut: "Marks",
    cut_shares: "Equal shares of clients",
    cut_own: "My own limits",
    border: |mark| format!("{mark} from"),
    border_up_to: |mark| format!("{mark} up to"),
    spread: |format, marks, missing| {
        let marks = (1..).zip(marks).map(|(mark, &clients): (u8, _)| format!("{mark}: {}", format.count(clients)));
        let marks = marks.collect::<Vec<_>>().join(", ");
        if missing == 0 { marks } else { format!("{marks}; no mark: {}", format.count(missing)) }
    },
    by_hand_hint: "Marks are given on a client’s card: press a row of the list.",
    settings_of: |name| format!("Set up “{name}”"),
    remove: |name| format!("Remove the criterion “{name}”"),
    removed: |name| format!("The criterion “{name}” was removed"),
    add: "Add a criterion",
    add_by_hand: "My own, marked by hand",
    new_by_hand: "My criterion",
    missing: "Where a mark is missing",
    missing_name: |missing| match missing {
        Missing::LeftOut => "Leave it out",
        Missing::Zero => "Count it as zero",
    },
    missing_explain: "Usually a criterion without a mark is skipped together with its weight, and the share of the weights that were marked stands beside the score. Counted as zero, a client loses points for what we do not know.",
    groups: "Groups",
    groups_explain: "A group begins at the score given. A client exactly on the limit belongs to the upper group.",
    group_figures: |format, clients, share| {
        let clients = format.counted(clients, CLIENTS);
        share.map_or_else(|| clients.clone(), |share| format!("{clients}, {share} of sales"))
    },
    group_label: |position| format!("Name of group {position}"),
    group_name: |position| match position {
        0 => "Key".to_owned(),
        1 => "Important".to_owned(),
        2 => "Others".to_owned(),
        other => format!("Group {}", other + 1),
    },
    no_score: "No score",
    group_from: |name| format!("Score at which “{name}” begins"),
    from: "Score from",
    rest: "all others",
    clients: "Clients",
    value: "Sales",
    add_group: "Add a group",
    remove_group: |name| format!("Remove the group “{name}”"),
    sensitivity: "What each weight decides",
    sensitivity_explain: "How many clients would change group, and how many would leave the first twenty, if this weight changed and the others stayed. Where hardly anybody moves, the exact weight is not worth an argument.",
    criterion: "Criterion",
    changes: ["Without it", "Half the weight", "Twice the weight"],
    moved: |format, Moved { groups, top }| match (groups, top) {
        (0, 0) => "nobody would move".to_owned(),
        (groups, 0) => format!("{} would change group", format.counted(groups, CLIENTS)),
        (groups, top) => {
            format!("{} would change group, {} of the first twenty", format.counted(groups, CLIENTS), format.count(top))
        }
    },
    changes_text: "How many clients would change group if the weight changed:",
    moved_clients: |format, clients| match clients {
        0 => "nobody".to_owned(),
        clients => format.counted(clients, CLIENTS),
    },
    moved_top: |format, top| format!("{} of the first 20", format.count(top)),
    decides_most: |name| format!("“{name}” decides most."),
    decides_nothing: "No single weight changes anything.",
    list: |group| group.map_or_else(|| "All clients by score".to_owned(), |group| format!("Group “{group}”")),
    score: "Score",
    group: "Group",
    coverage: "Marked",
    marks: "Marks",
    places: "The place with another weight",
    place_now: |format, place, of| format!("Now number {} of {}.", format.count(place), format.count(of)),
    no_mark: "no mark",
    referrals: |header| format!("Brought clients (“{header}”)"),
    value_label: |format, value, clients| format!("{value} ({})", format.count(clients)),
    columns_hint: "Open a list of clients as well: its columns become criteria.",
    columns_failed: "The columns of the list of clients could not become criteria",
    column_missing: "The list of clients with this column is not open now, so nobody has a mark.",
    file: "priority",
    settings,
};

const fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => "Sales",
        Measure::Orders => "Orders",
        Measure::AverageOrder => "Average order",
        Measure::Regularity => "Regularity",
        Measure::Recency => "Recency",
        Measure::Tenure => "Time with us",
        Measure::Growth => "Growth",
        Measure::Margin => "Profit",
    }
}

fn headline(format: Format, headline: PrioritySentence) -> String {
    let PrioritySentence { group, clients, all, share, is_scored } = headline;
    if all == 0 {
        return NOBODY.to_owned();
    }
    if !is_scored {
        return "No marks yet: add a criterion, or give marks by hand".to_owned();
    }
    let are = match (clients, all) {
        (0, 1) => return format!("The only client is not in “{group}”"),
        (0, _) => return format!("None of {} is in “{group}”", format.counted(all, CLIENTS)),
        (1, 1) => return format!("The only client is in “{group}”"),
        (1, _) => "is",
        _ => "are",
    };
    let whole = format!("{} of {} {are} in “{group}”", format.count(clients), format.counted(all, CLIENTS));
    match share {
        Some(share) => format!("{whole}, with {share} of sales"),
        None => whole,
    }
}

fn settings(_: Format, summary: &PrioritySummary) -> Vec<(String, String)> {
    let options = &summary.options;
    let criterion = |criterion: &Criterion| {
        let source = match &criterion.source {
            Source::ByHand(_) => "marked by hand".to_owned(),
            Source::Attribute { header, .. } => format!("column “{header}”"),
            Source::Referrals { header, .. } => format!("how many clients name it in the column “{header}”"),
            Source::Measured { measure, cut: Cut::Shares } => {
                format!("{}, equal shares of clients", measure_name(*measure).to_lowercase())
            }
            Source::Measured { measure, cut: Cut::Own(_) } => {
                format!("{}, own limits", measure_name(*measure).to_lowercase())
            }
        };
        let name = PRIORITY.criterion_name(criterion);
        (
            format!("Criterion “{name}”"),
            format!("weight {}, scale to {}, {source}", criterion.weight.get(), criterion.points.get()),
        )
    };
    let missing = ("Where a mark is missing".to_owned(), (PRIORITY.missing_name)(options.missing).to_lowercase());
    options.criteria.iter().map(criterion).chain([missing]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Currency, Locale};

    #[test]
    fn the_headline_agrees_with_its_numbers() {
        let format = Format { locale: Locale::En, currency: Currency::None };
        for ((clients, all, share), said) in [
            ((0, 1, None), "The only client is not in “Key”"),
            ((0, 5, Some("0%")), "None of 5 clients is in “Key”"),
            ((1, 1, Some("100%")), "The only client is in “Key”"),
            ((1, 5, Some("12%")), "1 of 5 clients is in “Key”, with 12% of sales"),
            ((2, 5, Some("40%")), "2 of 5 clients are in “Key”, with 40% of sales"),
            ((2, 5, None), "2 of 5 clients are in “Key”"),
        ] {
            let share = share.map(str::to_owned);
            let told = PrioritySentence { group: "Key".to_owned(), clients, all, share, is_scored: true };
            assert_eq!(headline(format, told).replace('\u{a0}', " "), said);
        }
    }
}
