//! What is saved as files, and printed. Every format is one press away: there are too few of them for a menu.

use leptos::prelude::*;

use super::{Button, ButtonKind, Icon};
use crate::jobs::sheet::FileKind;
use crate::platform::print;
use crate::ui::saving::pictures::PictureKind;
use crate::ui::state::i18n::use_i18n;

/// Saves a table: CSV or XLSX.
#[component]
pub fn SaveTable(
    /// Whether there is nothing to save now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Told the format.
    #[prop(into)]
    on_save: Callback<FileKind>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="save-bar no-print" role="group" aria-label=i18n.phrase(|text| text.saving().save_table)>
            <span class="save-bar__name" aria-hidden="true">{i18n.phrase(|text| text.saving().save_table)}</span>
            <Button
                icon=Icon::FileCsv
                testid="export-csv"
                label=i18n.label(|text| text.saving().csv)
                disabled
                on_press=move || on_save.run(FileKind::Csv)
            />
            <Button
                icon=Icon::Table
                testid="export-xlsx"
                label=i18n.label(|text| text.saving().xlsx)
                disabled
                on_press=move || on_save.run(FileKind::Xlsx)
            />
        </div>
    }
}

/// Saves a picture: PNG or SVG.
#[component]
pub fn SavePicture(
    /// Told the format.
    #[prop(into)]
    on_save: Callback<PictureKind>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="save-bar no-print" role="group" aria-label=i18n.phrase(|text| text.saving().save_picture)>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Download
                testid="export-png"
                label=i18n.label(|text| text.saving().png)
                on_press=move || on_save.run(PictureKind::Png)
            />
            <Button
                kind=ButtonKind::Quiet
                testid="export-svg"
                label=i18n.label(|text| text.saving().svg)
                on_press=move || on_save.run(PictureKind::Svg)
            />
        </div>
    }
}

/// Prints the screen: its style sheet makes one page of what matters.
#[component]
pub fn PrintButton(
    /// Whether there is nothing to print now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Button
            icon=Icon::Printer
            testid="print"
            label=i18n.label(|text| text.saving().print)
            disabled
            on_press=move || print::print()
        />
    }
}
