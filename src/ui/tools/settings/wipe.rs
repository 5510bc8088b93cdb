//! Wiping of everything that is saved, with a question before and an undo after.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::{Button, ButtonKind, ConfirmDialog, Icon};
use crate::ui::failures::use_failures;
use crate::ui::state::cell_texts::use_cell_texts;
use crate::ui::state::deal_rules::use_deal_rules;
use crate::ui::state::flow::use_flow;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::plan::use_plan;
use crate::ui::state::priority::use_priority_rules;
use crate::ui::state::readings::use_readings;
use crate::ui::state::settings::use_settings;
use crate::ui::state::storage::use_storage;
use crate::ui::state::tables::use_tables;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;
use crate::ui::tools::abc_xyz::use_abc_xyz;
use crate::ui::tools::funnel::use_funnel;
use crate::ui::tools::migration::use_migration;
use crate::ui::tools::rfm::use_rfm;
use crate::ui::tools::sources::use_sources;

/// The section with the button.
#[component]
pub fn Wipe() -> impl IntoView {
    let i18n = use_i18n();
    let storage = use_storage();
    let toasts = use_toasts();
    let (settings, cell_texts, readings) = (use_settings(), use_cell_texts(), use_readings());
    let (asking, set_asking) = signal(false);
    let (tables, workspace, abc_xyz) = (use_tables(), use_workspace(), use_abc_xyz());
    let (rfm, migration, priority) = (use_rfm(), use_migration(), use_priority_rules());
    let failures = use_failures();
    let (plan, flow) = (use_plan(), use_flow());
    let (deal_rules, funnel, sources) = (use_deal_rules(), use_funnel(), use_sources());
    let reload = move || {
        settings.reload();
        cell_texts.reload();
        tables.reload();
        abc_xyz.reload_options();
        rfm.reload_options();
        migration.reload();
        priority.reload();
        readings.reload();
        plan.reload();
        flow.reload();
        deal_rules.reload();
        funnel.reload();
        sources.reload();
    };
    let wipe = move || {
        spawn_local(async move {
            // What is being put away now would come back otherwise.
            workspace.rows_put_away().await;
            if !tables.wipe().await {
                return;
            }
            let loaded = workspace.current().get_untracked().map(|loaded| loaded.table);
            let Some(snapshot) = storage.wipe() else { return tables.unwipe().await };
            workspace.forget();
            reload();
            let text = untrack(|| i18n.text());
            toasts.show_with_action(ToastKind::Good, text.settings().wiped, text.shell().undo, move || {
                storage.restore(&snapshot);
                reload();
                let loaded = loaded.clone();
                spawn_local(async move {
                    tables.unwipe().await;
                    if let Some(table) = loaded {
                        failures.tell_any(workspace.open_table(table).await);
                    }
                });
            });
        });
    };
    // The size changes with what is saved, and what is saved is what these signals show.
    let kept_now = move || {
        settings.changed();
        cell_texts.changed();
        tables.changed();
        readings.changed();
        (i18n.text().settings().kept_now)(i18n.format(), storage.bytes_kept())
    };
    view! {
        <section class="setting">
            <h2 class="setting__title">{i18n.phrase(|text| text.settings().wipe_title)}</h2>
            <div class="setting__fields">
                <p class="setting__text">{i18n.phrase(|text| text.settings().wipe_text)}</p>
                <div class="setting__row">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        testid="wipe-all"
                        label=i18n.label(|text| text.settings().wipe)
                        on_press=move || set_asking.set(true)
                    />
                    <p class="setting__hint">{kept_now}</p>
                </div>
            </div>
            <ConfirmDialog
                title=i18n.label(|text| text.settings().wipe_question)
                text=i18n.label(|text| text.settings().wipe_consequence)
                confirm_label=i18n.label(|text| text.settings().wipe_confirm)
                open=asking
                on_answer=move |yes: bool| {
                    set_asking.set(false);
                    if yes {
                        wipe();
                    }
                }
            />
        </section>
    }
}
