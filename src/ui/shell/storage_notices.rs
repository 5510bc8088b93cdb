//! What the user should know about the store of saved documents.

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::storage::{StorageTrouble, use_storage};

/// Notices on top of every screen until they are closed.
#[component]
pub fn StorageNotices() -> impl IntoView {
    let i18n = use_i18n();
    let storage = use_storage();
    let troubles = storage.troubles();
    view! {
        <div class="shell-notices">
            <For each=move || troubles.get() key=|trouble| *trouble as u8 let:trouble>
                <Notice
                    kind=NoticeKind::Warn
                    testid="storage-notice"
                    title=Signal::derive(move || title(i18n.text(), trouble).to_owned())
                    text=Signal::derive(move || explanation(i18n.text(), trouble).to_owned())
                >
                    <Button
                        kind=ButtonKind::Quiet
                        label=i18n.label(|text| text.shell().close)
                        on_press=move || storage.close_trouble(trouble)
                    />
                </Notice>
            </For>
        </div>
    }
}

const fn title(text: &Messages, trouble: StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Blocked => text.shell().storage_blocked_title,
        StorageTrouble::Full => text.shell().storage_full_title,
        StorageTrouble::TablesBlocked => text.tables().keeping.blocked_title,
        StorageTrouble::TablesFull => text.tables().keeping.full_title,
        StorageTrouble::SetAside => text.shell().document_set_aside_title,
        StorageTrouble::Newer => text.shell().document_newer_title,
    }
}

const fn explanation(text: &Messages, trouble: StorageTrouble) -> &'static str {
    match trouble {
        StorageTrouble::Blocked => text.shell().storage_blocked_text,
        StorageTrouble::Full => text.shell().storage_full_text,
        StorageTrouble::TablesBlocked => text.tables().keeping.blocked_text,
        StorageTrouble::TablesFull => text.tables().keeping.full_text,
        StorageTrouble::SetAside => text.shell().document_set_aside_text,
        StorageTrouble::Newer => text.shell().document_newer_text,
    }
}
