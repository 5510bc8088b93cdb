//! Tables to be filled in, for those who have no export.

use leptos::prelude::*;

use crate::analytics::dataset::TableKind;
use crate::jobs::template;
use crate::platform::download;
use crate::ui::components::{Button, Disclosure, Icon};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};

/// A list of kinds, each saved by a press.
#[component]
pub fn Templates(
    /// The kinds that the screen can do something with.
    kinds: &'static [TableKind],
) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let save = move |kind: TableKind| {
        let (text, locale) = untrack(move || (i18n.text(), i18n.locale()));
        let name = (text.templates().file_name)((text.kinds().name)(kind));
        if download::save(&name, "text/csv;charset=utf-8", &template::file(kind, locale)).is_err() {
            toasts.show(ToastKind::Bad, text.import().report.download_failed);
        }
    };
    let rows = kinds.iter().map(|&kind| {
        view! {
            <li class="templates__row">
                <div class="templates__words">
                    <span class="templates__name">{move || (i18n.text().kinds().name)(kind)}</span>
                    <span class="templates__about">{move || (i18n.text().kinds().about)(kind)}</span>
                </div>
                <Button
                    icon=Icon::Download
                    hide_label=true
                    testid="save-template"
                    label=Signal::derive(move || {
                        let text = i18n.text();
                        (text.templates().download)((text.kinds().name)(kind))
                    })
                    on_press=move |()| save(kind)
                />
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="templates" data-testid="templates">
            <Disclosure summary=i18n.label(|text| text.templates().heading)>
                <p class="templates__text">{i18n.phrase(|text| text.templates().text)}</p>
                <ul class="templates__list">{rows}</ul>
            </Disclosure>
        </div>
    }
}
