//! A picture that the page draws itself, with its table: one is shown, the other a press away.

use leptos::prelude::*;

use super::SavePicture;
use super::chart::{TableSwitch, TwinTable};
use crate::charts::{Palette, TableTwin, picture};
use crate::ui::saving::pictures::{PictureKind, use_picture_saver};

/// Saves a picture that the page makes of its own elements: it is drawn once more, in the colours of paper.
#[component]
pub fn SaveDrawn(
    /// Name of the file.
    name: &'static str,
    /// What stands over the picture.
    #[prop(into)]
    title: Signal<String>,
    /// What it was computed from, line by line.
    #[prop(into)]
    notes: Signal<Vec<String>>,
    /// Draws it as an `<svg>` element of the size [`picture::DRAWING`]; see [`crate::charts::svg`].
    #[prop(into)]
    draw: Callback<Palette, String>,
) -> impl IntoView {
    let saver = use_picture_saver();
    let save = move |kind: PictureKind| {
        let palette = Palette::paper();
        let drawn = untrack(|| draw.run(palette.clone()));
        let framed = picture::framed(&drawn, &title.get_untracked(), &notes.get_untracked(), &palette);
        saver.save(Some(framed), name, kind);
    };
    view! { <SavePicture on_save=save /> }
}

/// What [`super::chart::Chart`] is for charts of ECharts, for pictures made of the page's own elements.
#[component]
pub fn DrawnChart(
    /// Name for automation: `chart-<name>` and `chart-table-<name>`.
    name: &'static str,
    /// The picture in one sentence, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The same in figures.
    #[prop(into)]
    table: Signal<TableTwin>,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let shows_table = RwSignal::new(false);
    view! {
        <div class="chart">
            <div
                class="drawn-chart"
                role="img"
                aria-label=label
                data-testid=format!("chart-{name}")
                hidden=Signal::derive(move || shows_table.get())
            >
                {children()}
            </div>
            <Show when=move || shows_table.get()>
                <TwinTable name table />
            </Show>
            <div class="chart__switch">
                <TableSwitch shows_table />
            </div>
        </div>
    }
}
