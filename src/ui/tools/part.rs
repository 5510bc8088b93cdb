//! Which part of the sales is looked at: one product group, one source, one manager. It holds on every screen that
//! analyses sales.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::analytics::quality::narrow::PartName;
use crate::analytics::quality::{Narrowing, Parts};
use crate::i18n::messages::parts::PartMessages;
use crate::jobs::protocol::{JobError, Request};
use crate::ui::components::{Select, none_or};
use crate::ui::state::computed::Computed;
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::{I18n, use_i18n};
use crate::ui::state::workspace::{Part, Workspace, use_workspace};

/// One of the three choices.
#[derive(Clone, Copy)]
struct Kind {
    label: fn(&PartMessages) -> &'static str,
    names: fn(&Parts) -> &Vec<PartName>,
    chosen: fn(&mut Narrowing) -> &mut Option<String>,
    testid: &'static str,
}

const KINDS: [Kind; 3] = [
    Kind {
        label: |text| text.group,
        names: |parts| &parts.groups,
        chosen: |narrowing| &mut narrowing.group,
        testid: "part-group",
    },
    Kind {
        label: |text| text.source,
        names: |parts| &parts.sources,
        chosen: |narrowing| &mut narrowing.source,
        testid: "part-source",
    },
    Kind {
        label: |text| text.manager,
        names: |parts| &parts.managers,
        chosen: |narrowing| &mut narrowing.manager,
        testid: "part-manager",
    },
];

/// A choice for each of those columns that the table has; nothing where it has none.
#[component]
pub fn PartChoice() -> impl IntoView {
    let workspace = use_workspace();
    let generation =
        Memo::new(move |_| workspace.sales().with(|loaded| loaded.as_ref().map(|loaded| loaded.generation)));
    let parts = Computed::keep(generation, move |_| parts_of(workspace)).value();
    let choices = KINDS.map(|kind| view! { <Choice kind parts /> });
    view! { <div class="days">{choices.collect_view()}</div> }
}

async fn parts_of(workspace: Workspace) -> Result<Parts, JobError> {
    Ok(workspace.ask_sales(Request::Parts).await?.try_unwrap_parts()?)
}

#[component]
fn Choice(kind: Kind, parts: Signal<Option<Arc<Parts>>>) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, failures) = (use_workspace(), use_failures());
    let names = Memo::new(move |_| parts.with(|parts| parts.as_ref().map(|parts| (kind.names)(parts).clone())));
    let chosen = Memo::new(move |_| {
        let mut part = workspace.sales().with(|loaded| loaded.as_ref().map(|loaded| loaded.part.clone()));
        part.as_mut().and_then(|part| (kind.chosen)(&mut part.narrowing).take())
    });
    let name = move |part: Option<PartName>| {
        let (format, text) = (i18n.format(), i18n.text().parts());
        part.map_or_else(|| text.all.to_owned(), |part| (text.choice)(format, &part.name, part.count.rows))
    };
    let chosen_part = move || {
        let chosen = chosen.get()?;
        names.with(|names| names.as_ref()?.iter().find(|part| part.name == chosen).cloned())
    };
    let choose = move |part: Option<PartName>| {
        let name = part.map(|part| part.name);
        let failed = untrack(|| i18n.text().parts().failed);
        spawn_local(async move {
            if let Err(error) = workspace.narrow(|narrowing| *(kind.chosen)(narrowing) = name).await {
                failures.tell_of(failed, &error);
            }
        });
    };
    view! {
        <Show when=move || names.with(|names| names.as_ref().is_some_and(|names| !names.is_empty()))>
            <Select
                label=Signal::derive(move || (kind.label)(i18n.text().parts()).to_owned())
                all=move || none_or(names.get().unwrap_or_default())
                name=name
                chosen=chosen_part
                on_change=choose
                testid=kind.testid
            />
        </Show>
    }
}

/// What results are computed from, in short: the name of the table, the part of it, the rows that are not of it.
pub fn source_facts(workspace: Workspace, i18n: I18n) -> Vec<String> {
    let loaded = workspace.sales().with(|loaded| loaded.as_ref().map(|it| (it.name.clone(), it.part.clone())));
    let Some((name, Part { narrowing, left_out })) = loaded else { return Vec::new() };
    let (format, text) = (i18n.format(), i18n.text().parts());
    let mut facts = vec![name];
    if !narrowing.is_nothing() {
        facts.push((text.only)(&narrowing));
    }
    if left_out.rows > 0 {
        facts.push((text.outside)(format, left_out.rows, &format.money(left_out.amount)));
    }
    facts
}
