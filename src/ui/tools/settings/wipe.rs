//! Wiping of everything that is saved, with a question before and an undo after.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::{Button, ButtonKind, ConfirmDialog, Icon};
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::storage::use_storage;
use crate::ui::state::tables::use_tables;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::state::workspace::use_workspace;

/// The section with the button.
#[component]
pub fn Wipe() -> impl IntoView {
    let i18n = use_i18n();
    let storage = use_storage();
    let toasts = use_toasts();
    let (asking, set_asking) = signal(false);
    let (tables, workspace, failures) = (use_tables(), use_workspace(), use_failures());
    let wipe = move || {
        spawn_local(async move {
            // What is being put away now would come back otherwise.
            workspace.rows_put_away().await;
            if !tables.wipe().await {
                return;
            }
            let in_use = workspace.all_in_use();
            let Some(snapshot) = storage.wipe() else { return tables.unwipe().await };
            workspace.forget();
            let text = untrack(|| i18n.text());
            toasts.show_with_action(ToastKind::Good, text.settings().wiped, text.shell().undo, move || {
                storage.restore(&snapshot);
                let in_use = in_use.clone();
                spawn_local(async move {
                    tables.unwipe().await;
                    for table in in_use {
                        failures.tell_any(workspace.open_table(table).await);
                    }
                });
            });
        });
    };
    let kept_now = move || (i18n.text().settings().kept_now)(i18n.format(), storage.bytes_kept());
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
