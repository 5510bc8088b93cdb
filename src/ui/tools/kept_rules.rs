//! Settings of an analysis kept under names: the row that each screen of an analysis has.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::kept_names::KeptNames;
use crate::i18n::Messages;
use crate::i18n::messages::clients::ViewMessages;
use crate::profile::NamedRules;
use crate::profile::named_rules::NamedRule;
use crate::ui::state::named::{ListLens, NamedList};

/// The row. Chosen is whatever is in force just as it was kept.
#[component]
pub fn KeptRules<R>(
    /// Where those of this screen are kept.
    place: ListLens<NamedRules, NamedRule>,
    /// The settings in force, without what belongs to one table, such as dates.
    #[prop(into)]
    rules: Signal<R>,
    /// Told the settings to take.
    on_take: Callback<R>,
    /// Its words, where settings are called something better.
    #[prop(default = |text| &text.saving().rules)]
    text: fn(&'static Messages) -> &'static ViewMessages,
) -> impl IntoView
where
    R: Serialize + DeserializeOwned + Clone + PartialEq + Send + Sync + 'static,
{
    let list = NamedList::open(place);
    let in_force = Memo::new(move |_| serde_json::to_value(rules.get()).unwrap_or_default());
    let selected = Memo::new(move |_| {
        let in_force = in_force.get();
        list.with(|all| all.iter().find(|kept| kept.rules == in_force).map(|kept| kept.name.clone()))
    });
    let choose = move |name: Option<String>| {
        let kept = name.and_then(|name| untrack(|| list.find(&name)));
        // Settings of another build may be none of this one; what is in force then stays.
        if let Some(rules) = kept.and_then(|kept| serde_json::from_value(kept.rules).ok()) {
            on_take.run(rules);
        }
    };
    let make = move |name: String| NamedRule { name, rules: in_force.get_untracked(), ..NamedRule::default() };
    view! {
        <KeptNames list text selected on_choose=choose make />
    }
}
