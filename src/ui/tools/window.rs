//! Which days count: all, the latest year, a calendar year, or any two dates.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::dataset::Family;
use crate::analytics::date::Day;
use crate::ui::components::{DateField, Select};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::use_workspace;

/// First and last day.
type Days = (Day, Day);

/// The choice of days.
#[component]
pub fn WindowChoice(
    /// First and last day of the result, for want of those of the table.
    #[prop(into)]
    all: Signal<Option<Days>>,
    /// The days chosen; `None` is all, or what is proposed.
    #[prop(into)]
    window: Signal<Option<Days>>,
    /// Told the days chosen.
    #[prop(into)]
    on_change: Callback<Option<Days>>,
    /// What the days are of, where there are several choices of them.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The days in force while none are chosen, where these are not all.
    #[prop(optional, into)]
    proposed: Option<Signal<Option<Days>>>,
    /// Which table the days are of.
    #[prop(default = Family::Sales)]
    family: Family,
    /// Names for automation: of the choice, and of the first and the last day.
    #[prop(default = ["window-choice", "window-from", "window-to"])]
    testids: [&'static str; 3],
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let shown = all;
    let proposed = move || proposed.and_then(|proposed| proposed.get());
    let label = label.unwrap_or_else(|| i18n.label(|text| text.abc_xyz().days.title));
    let [choice_id, from_id, to_id] = testids;
    let all = Memo::new(move |_| {
        let report =
            workspace.loaded_of(family).with(|loaded| loaded.as_ref().map(|loaded| Arc::clone(&loaded.report)));
        report.and_then(|report| report.first.zip(report.last)).or_else(|| shown.get())
    });
    let window = Memo::new(move |_| window.get());
    let presets = Memo::new(move |_| all.get().map(presets).unwrap_or_default());
    // Other dates stay chosen also while they happen to be those of a preset.
    let (is_own, set_own) = signal(window.with_untracked(|window| {
        window
            .is_some_and(|window| !presets.with_untracked(|presets| presets.iter().any(|preset| preset.days == window)))
    }));
    let choices = move || {
        let unset = (proposed().is_some() || all.with(Option::is_some)).then_some(Choice::Unset);
        unset.into_iter().chain(presets.get().into_iter().map(Choice::Preset)).chain([Choice::Own])
    };
    let name = move |choice| {
        let (format, text) = (i18n.format(), &i18n.text().abc_xyz().days);
        match choice {
            Choice::Unset => proposed()
                .map(|days| (text.proposed)(format, days))
                .or_else(|| all.get().map(|days| (text.all)(format, days)))
                .unwrap_or_default(),
            Choice::Preset(Preset { name: Name::LatestYear, .. }) => text.latest_year.to_owned(),
            Choice::Preset(Preset { name: Name::Year(year), .. }) => (text.year)(year),
            Choice::Own => text.own.to_owned(),
        }
    };
    let chosen = move || match window.get() {
        _ if is_own.get() => Choice::Own,
        None => Choice::Unset,
        Some(window) => {
            let preset = presets.with(|presets| presets.iter().find(|preset| preset.days == window).copied());
            preset.map_or(Choice::Unset, Choice::Preset)
        }
    };
    let choose = move |choice| {
        set_own.set(choice == Choice::Own);
        match choice {
            Choice::Unset => on_change.run(None),
            Choice::Preset(preset) => on_change.run(Some(preset.days)),
            // The dates in force are what one begins to change.
            Choice::Own => {}
        }
    };
    let days = Memo::new(move |_| window.get().or_else(proposed).or_else(|| all.get()).unwrap_or_default());
    let within = Signal::derive(move || all.get().unwrap_or_default());
    let set = move |days: Days| on_change.run(Some(days));
    view! {
        <div class="days">
            <Select
                label
                all=choices
                name=name
                chosen=chosen
                on_change=choose
                testid=choice_id
            />
            <Show when=move || is_own.get()>
                <DateField
                    label=i18n.label(|text| text.abc_xyz().days.from)
                    value=Signal::derive(move || days.get().0)
                    within
                    on_change=move |first: Day| set((first, days.get_untracked().1.max(first)))
                    testid=from_id
                />
                <DateField
                    label=i18n.label(|text| text.abc_xyz().days.to)
                    value=Signal::derive(move || days.get().1)
                    within
                    on_change=move |last: Day| set((days.get_untracked().0.min(last), last))
                    testid=to_id
                />
            </Show>
        </div>
    }
}

/// What the list offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// All days, or those that are proposed.
    Unset,
    /// Days that one click chooses.
    Preset(Preset),
    /// Two dates.
    Own,
}

/// Days that one click chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Preset {
    name: Name,
    days: Days,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    /// The twelve months up to the last row.
    LatestYear,
    /// A calendar year.
    Year(i32),
}

/// Most calendar years offered; who has more chooses by dates.
const YEARS_MAX: usize = 6;

/// What is worth a click for a table with rows from the first to the last day: the latest year where there is more than
/// that, and calendar years where there are several, latest first.
fn presets((first, last): Days) -> Vec<Preset> {
    let within = |name, (from, to): Days| {
        let days = (from.max(first), to.min(last));
        (days != (first, last)).then_some(Preset { name, days })
    };
    let year = last.to_ymd().0;
    let latest = last.years_before(1).and_then(|before| within(Name::LatestYear, (Day(before.0 + 1), last)));
    let years = (first.to_ymd().0..=year)
        .rev()
        .take(YEARS_MAX)
        .filter_map(|year| within(Name::Year(year), Day::from_ymd(year, 1, 1).zip(Day::from_ymd(year, 12, 31))?));
    latest.into_iter().chain(years).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(first: (i32, u32, u32), last: (i32, u32, u32)) -> Vec<String> {
        let day = |(year, month, day)| Day::from_ymd(year, month, day).unwrap();
        let name = |preset: Preset| match preset.name {
            Name::LatestYear => format!("latest {} {}", preset.days.0, preset.days.1),
            Name::Year(year) => format!("{year} {} {}", preset.days.0, preset.days.1),
        };
        presets((day(first), day(last))).into_iter().map(name).collect()
    }

    #[test]
    fn offers_what_differs_from_all() {
        for (first, last, expected) in [
            ((2025, 1, 9), (2025, 12, 9), vec![]),
            ((2024, 11, 1), (2025, 3, 31), vec!["2025 2025-01-01 2025-03-31", "2024 2024-11-01 2024-12-31"]),
            (
                (2022, 5, 1),
                (2024, 2, 29),
                vec![
                    "latest 2023-03-01 2024-02-29",
                    "2024 2024-01-01 2024-02-29",
                    "2023 2023-01-01 2023-12-31",
                    "2022 2022-05-01 2022-12-31",
                ],
            ),
        ] {
            assert_eq!(shown(first, last), expected, "{first:?} {last:?}");
        }
    }

    #[test]
    fn offers_a_few_years_only() {
        assert_eq!(shown((1990, 1, 1), (2024, 12, 31)).len(), 7);
    }
}
