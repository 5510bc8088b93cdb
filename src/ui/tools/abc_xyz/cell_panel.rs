//! The panel of the chosen cell: who they are, how to work with them, on what terms.

use std::sync::Arc;

use leptos::prelude::*;

use super::figures::cell_figures;
use super::state::use_abc_xyz;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Cell};
use crate::i18n::Format;
use crate::profile::CellText;
use crate::ui::components::{Button, ButtonKind, Icon, TextArea};
use crate::ui::state::cell_texts::use_cell_texts;
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::toasts::{ToastKind, use_toasts};
use crate::ui::tools::client_list::shown_code;

/// `id` of the panel.
const PANEL_ID: &str = "cell-panel";

/// `id` of its first lines, which are scrolled into sight: the chosen cell is to stay there too.
pub(super) const PANEL_HEAD_ID: &str = "cell-panel-head";

/// Lines of a text to begin with.
const TEXT_ROWS: u32 = 6;

/// The panel of `cell`, or a hint while none is chosen.
#[component]
pub(super) fn CellPanel(
    /// The result.
    summary: Signal<Arc<AbcXyzSummary>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let cell = Memo::new(move |_| state.cell().get());
    move || match cell.get() {
        None => view! { <p class="cell-hint no-print">{i18n.text().abc_xyz().matrix.choose_hint}</p> }.into_any(),
        Some(cell) => view! { <ChosenCell cell summary /> }.into_any(),
    }
}

#[component]
fn ChosenCell(cell: Cell, summary: Signal<Arc<AbcXyzSummary>>) -> impl IntoView {
    let i18n = use_i18n();
    let state = use_abc_xyz();
    let text = move || &i18n.text().abc_xyz().matrix;
    let title = move || (text().panel_title)(&shown_code(cell), i18n.text().cells().of(cell).name);
    let figures = move || {
        let format = i18n.format();
        let figures = summary.with(|summary| cell_figures(format, summary, cell, Format::money));
        (text().panel_figures)(format, &figures)
    };
    // Clients that cannot be judged yet, or bring nothing, get a standing advice: they are to leave these cells soon.
    let texts = if cell.abc.is_some() && cell.xyz.is_some() {
        view! { <OwnTexts cell /> }.into_any()
    } else {
        view! { <StandingTexts cell /> }.into_any()
    };
    view! {
        <section class="cell-panel" id=PANEL_ID aria-label=title data-testid=PANEL_ID>
            <header class="cell-panel__head" id=PANEL_HEAD_ID>
                <div>
                    <h2 class="cell-panel__title">{title}</h2>
                    <p class="cell-panel__figures">{figures}</p>
                </div>
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Close
                    hide_label=true
                    label=i18n.label(|text| text.abc_xyz().matrix.close_panel)
                    on_press=move || state.clear_cell()
                />
            </header>
            {texts}
        </section>
    }
}

/// Texts that the user writes over.
#[component]
fn OwnTexts(cell: Cell) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let texts = use_cell_texts();
    let own = texts.get(cell);
    let starting = move || i18n.text().cells().of(cell);
    let approach = Signal::derive(move || {
        own.get().and_then(|own| own.approach).unwrap_or_else(|| starting().approach.to_owned())
    });
    let price =
        Signal::derive(move || own.get().and_then(|own| own.price).unwrap_or_else(|| starting().price.to_owned()));
    let write = move |change: &dyn Fn(&mut CellText)| {
        let mut text = own.get_untracked().unwrap_or_default();
        change(&mut text);
        texts.set(cell, text);
    };
    let is_own = Signal::derive(move || own.get().is_some_and(|own| own.approach.is_some() || own.price.is_some()));
    let reset = move || {
        let Some(before) = own.get_untracked() else { return };
        texts.reset(cell);
        let text = untrack(|| &i18n.text().abc_xyz().matrix);
        toasts.show_with_action(ToastKind::Good, text.texts_were_reset, text.undo, move || {
            texts.set(cell, before.clone());
        });
    };
    view! {
        <div class="cell-panel__texts">
            <TextArea
                label=i18n.label(|text| text.abc_xyz().matrix.approach)
                value=approach
                rows=TEXT_ROWS
                testid="cell-approach"
                on_input=move |typed: String| write(&|text| text.approach = Some(typed.clone()))
            />
            <TextArea
                label=i18n.label(|text| text.abc_xyz().matrix.price)
                value=price
                rows=TEXT_ROWS
                testid="cell-price"
                on_input=move |typed: String| write(&|text| text.price = Some(typed.clone()))
            />
        </div>
        <footer class="cell-panel__foot no-print">
            <p class="cell-panel__hint">{i18n.phrase(|text| text.abc_xyz().matrix.kept_hint)}</p>
            <Show when=move || is_own.get()>
                <Button
                    kind=ButtonKind::Quiet
                    icon=Icon::Undo
                    label=i18n.label(|text| text.abc_xyz().matrix.reset_texts)
                    on_press=reset
                />
            </Show>
        </footer>
    }
}

/// Texts that stand as they are.
#[component]
fn StandingTexts(cell: Cell) -> impl IntoView {
    let i18n = use_i18n();
    let standing = move || i18n.text().cells().of(cell);
    view! {
        <dl class="cell-panel__texts">
            <div>
                <dt class="field__label">{i18n.phrase(|text| text.abc_xyz().matrix.approach)}</dt>
                <dd class="cell-panel__text">{move || standing().approach}</dd>
            </div>
            <div>
                <dt class="field__label">{i18n.phrase(|text| text.abc_xyz().matrix.price)}</dt>
                <dd class="cell-panel__text">{move || standing().price}</dd>
            </div>
        </dl>
    }
}
