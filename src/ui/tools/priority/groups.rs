//! The groups: names, where each begins, how many clients and how much of the value.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::use_priority;
use crate::analytics::segmentation::priority::{Groups, PrioritySummary};
use crate::ui::components::{Button, ButtonKind, Explain, Icon, NumberField, TextField};
use crate::ui::state::i18n::use_i18n;

/// `id` of the heading.
const TITLE_ID: &str = "groups-title";

/// Hundredths of a mark.
const HUNDREDTHS: f64 = 100.0;

/// The groups.
#[component]
pub(super) fn GroupList(summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let groups = Memo::new(move |_| state.options().with(|options| options.groups.clone()));
    let count = Memo::new(move |_| groups.with(Groups::len));
    let rows = move || (0..count.get()).map(|group| view! { <GroupRow group groups summary /> }).collect_view();
    let add = move || {
        let (mut cuts, mut names): (Vec<u32>, Vec<String>) = groups.get_untracked().into();
        // Half of the last limit: there is always room above zero.
        let cut = cuts.last().map_or(300, |last| last / 2);
        cuts.push(cut);
        names.push(String::new());
        state.change_groups(cuts, names);
    };
    view! {
        <section class="groups" aria-labelledby=TITLE_ID>
            <div class="abc-xyz__heading">
                <h2 id=TITLE_ID>{i18n.phrase(|text| text.priority().groups)}</h2>
                <Explain
                    text=i18n.label(|text| text.priority().groups_explain)
                    label=i18n.label(|text| text.priority().groups)
                />
            </div>
            <ul class="groups__list">{rows}</ul>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Plus
                label=i18n.label(|text| text.priority().add_group)
                disabled=Signal::derive(move || count.get() >= Groups::MAX)
                on_press=add
                testid="add-group"
            />
        </section>
    }
}

#[component]
fn GroupRow(group: usize, groups: Memo<Groups>, summary: Signal<Arc<PrioritySummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_priority();
    let text = move || i18n.text().priority();
    let shown = Memo::new(move |_| text().name_of(&groups.get(), group));
    let own = move || groups.with(|groups| groups.names().get(group).cloned().unwrap_or_default());
    // Whoever empties the field is about to type another name.
    let is_emptied = RwSignal::new(false);
    let name = Signal::derive(move || if is_emptied.get() { own() } else { shown.get() });
    let cut = Memo::new(move |_| groups.with(|groups| groups.cuts().get(group).copied()));
    let rename = move |typed: String| {
        is_emptied.set(typed.trim().is_empty());
        let (cuts, mut names): (Vec<u32>, Vec<String>) = groups.get_untracked().into();
        if let Some(name) = names.get_mut(group) {
            *name = typed;
        }
        state.change_groups(cuts, names);
    };
    let move_cut = move |typed: f64| {
        let (mut cuts, names): (Vec<u32>, Vec<String>) = groups.get_untracked().into();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the limits of the field")]
        if let Some(cut) = cuts.get_mut(group) {
            *cut = (typed * HUNDREDTHS).round() as u32;
        }
        // Limits that do not fall are none; the field then shows the old one again.
        state.change_groups(cuts, names);
    };
    let remove = move || {
        let (mut cuts, mut names): (Vec<u32>, Vec<String>) = groups.get_untracked().into();
        if names.len() > 1 {
            names.remove(group);
            // Its clients fall to the group below; those of the last one rise.
            cuts.remove(group.min(cuts.len().saturating_sub(1)));
            state.change_groups(cuts, names);
        }
    };
    let figures = move || {
        let format = i18n.format();
        summary.with(|summary| {
            let of = summary.groups.get(group).copied().unwrap_or_default();
            let share = summary.share(of).map(|share| format.percent(share, 1));
            (text().group_figures)(format, of.clients, share.as_deref())
        })
    };
    // Rows are drawn anew when there are more groups or fewer.
    let limit = if groups.with_untracked(|groups| group + 1 == groups.len()) {
        view! { <span class="group-row__rest">{move || text().rest}</span> }.into_any()
    } else {
        view! {
            <NumberField
                label=i18n.label(|text| text.priority().from)
                value=Signal::derive(move || f64::from(cut.get().unwrap_or_default()) / HUNDREDTHS)
                min=0.01
                max=10.0
                step=0.1
                on_change=move_cut
                testid="group-from"
            />
        }
        .into_any()
    };
    let is_only = Signal::derive(move || groups.with(|groups| groups.len() == 1));
    view! {
        <li class="group-row" data-testid="priority-group">
            <span class="group-row__mark" data-group=group.min(3).to_string() aria-hidden="true"></span>
            <TextField
                label=Signal::derive(move || (text().group_label)(group + 1))
                value=name
                placeholder=Signal::derive(move || (text().group_name)(group))
                on_input=rename
                testid="group-name"
            />
            {limit}
            <span class="group-row__figures" data-testid="group-figures">{figures}</span>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Close
                hide_label=true
                label=Signal::derive(move || (text().remove_group)(&shown.get()))
                disabled=is_only
                on_press=remove
            />
        </li>
    }
}
