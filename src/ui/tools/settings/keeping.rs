//! What is kept of tables, for how long, and how much room it takes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::space::{Space, space};
use crate::ui::components::{Button, ConfirmDialog, Switch};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::tables::{TablesState, use_tables};
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// The section.
#[component]
pub fn Keeping() -> impl IntoView {
    let i18n = use_i18n();
    let tables = use_tables();
    let workspace = use_workspace();
    let is_any = Memo::new(move |_| tables.all().with(|all| all.iter().any(|listed| listed.lasts)));
    let (asking, set_asking) = signal(false);
    let set_forgets = move |forgets: bool| {
        spawn_local(async move {
            tables.set_forgets(forgets).await;
            workspace.all_in_use().iter().for_each(|table| tables.set_opened(table));
        });
    };
    let change = move |forgets: bool| {
        if forgets && is_any.get_untracked() {
            set_asking.set(true);
        } else {
            set_forgets(forgets);
        }
    };
    view! {
        <section class="setting">
            <h2 class="setting__title">{i18n.phrase(|text| text.tables().keeping.heading)}</h2>
            <div class="setting__fields">
                <Switch
                    label=i18n.label(|text| text.tables().keeping.forget)
                    checked=Signal::derive(move || tables.forgets().get() || asking.get())
                    hint=i18n.label(|text| text.tables().keeping.forget_hint)
                    on_change=change
                    testid="forget-tables"
                />
                <SpaceUsed tables=tables />
                <Durable tables=tables />
            </div>
            <ConfirmDialog
                title=i18n.label(|text| text.tables().keeping.forget_question)
                text=i18n.label(|text| text.tables().keeping.forget_consequence)
                confirm_label=i18n.label(|text| text.tables().keeping.forget_confirm)
                open=asking
                testid="forget-confirm"
                on_answer=move |yes: bool| {
                    if yes {
                        set_forgets(true);
                    }
                    set_asking.set(false);
                }
            />
        </section>
    }
}

/// Space used of what the browser allows; nothing where it does not say.
#[component]
fn SpaceUsed(tables: TablesState) -> impl IntoView {
    let i18n = use_i18n();
    let found = RwSignal::new(None::<Space>);
    Effect::new(move |_| {
        tables.changed();
        spawn_local(async move {
            let now = space().await;
            // The screen may have gone meanwhile.
            found.try_set(now);
        });
    });
    move || {
        let Space { used, quota } = found.get()?;
        let words = move || (i18n.text().tables().keeping.space)(i18n.format(), used, quota);
        Some(view! { <p class="setting__text" data-testid="space-used">{words}</p> })
    }
}

/// Whether the browser has promised to throw nothing away, and a way to ask it to.
#[component]
fn Durable(tables: TablesState) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let durable = tables.durable();
    spawn_local(tables.look_durable());
    let ask = move |()| {
        spawn_local(async move {
            tables.ask_durable().await;
            if durable.get_untracked() == Some(false) {
                let text = untrack(move || i18n.text());
                toasts.show(ToastKind::Info, text.tables().keeping.refused);
            }
        });
    };
    move || {
        let is_durable = durable.get()?;
        let words = move || {
            let texts = &i18n.text().tables().keeping;
            if is_durable { texts.durable } else { texts.not_durable }
        };
        let button = (!is_durable).then(|| {
            view! { <Button testid="ask-durable" label=i18n.label(|text| text.tables().keeping.ask_durable) on_press=ask /> }
        });
        Some(view! {
            <div class="setting__row">
                {button}
                <p class="setting__hint">{words}</p>
            </div>
        })
    }
}
