//! A chart with its table: one is shown, the other a press away.

use leptos::{html, prelude::*, task::spawn_local};
use serde_json::Value;

use super::{Button, ButtonKind, Icon, Notice, NoticeKind, SavePicture};
use crate::charts::picture;
use crate::charts::{Palette, Plot, TableTwin};
use crate::platform::echarts::{self, Drawing};
use crate::platform::print::PrintWatch;
use crate::ui::saving::pictures::{PictureKind, use_picture_saver};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::palette::use_palette;

/// How far the drawing part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Loading,
    Ready,
    Failed,
}

/// A chart drawn by ECharts, which is loaded with the first chart that is shown, and the table that says the same.
/// On paper, and in the pictures that are saved of it, it has the colours of paper whatever the theme.
///
/// Children are laid over the drawing, whose axes stand where `plot` says.
#[component]
pub fn Chart(
    /// Name for automation: `chart-<name>` and `chart-table-<name>`.
    name: &'static str,
    /// What ECharts draws in the colours of a palette; see [`crate::charts`]. Its signals are followed.
    #[prop(into)]
    option: Callback<Palette, Value>,
    /// The chart in one sentence, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The same in figures.
    #[prop(into)]
    table: Signal<TableTwin>,
    /// What it was computed from, line by line: it stands under the pictures that are saved of it.
    #[prop(into)]
    notes: Signal<Vec<String>>,
    /// Told the position of what was pressed: of a link in the drawing, which is that of a row in the table.
    #[prop(optional, into)]
    on_pick: Option<Callback<usize>>,
    /// Told where the axes stand.
    #[prop(optional)]
    plot: Option<WriteSignal<Option<Plot>>>,
    /// What lies over the drawing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
    let palette = use_palette();
    let saver = use_picture_saver();
    let canvas = NodeRef::<html::Div>::new();
    let drawing = StoredValue::new_local(None::<Drawing>);
    let stage = RwSignal::new(Stage::Loading);
    let table_wanted = RwSignal::new(false);
    let shows_table = Signal::derive(move || table_wanted.get() || stage.get() == Stage::Failed);

    // Once the element is on the page, the module is asked for; by the time it comes the screen may be another.
    Effect::new(move |_| {
        let Some(element) = canvas.get() else { return };
        spawn_local(async move {
            let tell = move |place| {
                if let Some(plot) = plot {
                    plot.try_set(place);
                }
            };
            let pick = move |index| {
                if let Some(on_pick) = on_pick {
                    on_pick.run(index);
                }
            };
            let made = match echarts::load().await {
                Ok(module) => Drawing::new(module, (*element).clone(), tell, pick),
                Err(error) => Err(error),
            };
            let next = if made.is_ok() { Stage::Ready } else { Stage::Failed };
            drawing.try_update_value(|place| *place = made.ok());
            stage.try_set(next);
        });
    });
    Effect::new(move |_| {
        let option = option.run(palette.get());
        if stage.get() == Stage::Ready {
            drawing.with_value(|drawing| {
                if let Some(drawing) = drawing {
                    drawing.set_option(&option);
                }
            });
        }
    });

    let on_paper = move || untrack(|| option.run(Palette::paper()));
    let before_print = move || {
        drawing.with_value(|drawing| {
            if let Some(drawing) = drawing {
                drawing.put_on_paper(&on_paper(), picture::ON_PAPER);
            }
        });
    };
    let after_print = move || {
        drawing.with_value(|drawing| {
            if let Some(drawing) = drawing {
                drawing.take_from_paper();
            }
        });
    };
    StoredValue::new_local(PrintWatch::new(before_print, after_print));
    let save = move |kind: PictureKind| {
        let svg = drawing.with_value(|drawing| drawing.as_ref()?.svg(&on_paper(), picture::DRAWING));
        let title = table.with_untracked(|table| table.caption.clone());
        let framed = |svg: String| picture::framed(&svg, &title, &notes.get_untracked(), &Palette::paper());
        saver.save(svg.map(framed), name, kind);
    };

    view! {
        <div class="chart">
            <div class="chart__frame" hidden=shows_table>
                <div
                    node_ref=canvas
                    class="chart__canvas"
                    role="img"
                    aria-label=label
                    data-testid=format!("chart-{name}")
                ></div>
                {children.map(|children| view! { <div class="chart__overlay">{children()}</div> })}
                <p class="chart__status" role="status" hidden=Signal::derive(move || stage.get() != Stage::Loading)>
                    {i18n.phrase(|text| text.chart().loading)}
                </p>
            </div>
            <Show when=move || stage.get() == Stage::Failed>
                <Notice kind=NoticeKind::Warn title=i18n.label(|text| text.chart().failed) />
            </Show>
            <Show when=move || shows_table.get()>
                <TwinTable name table on_pick />
            </Show>
            <Show when=move || stage.get() != Stage::Failed>
                <div class="chart__switch">
                    <SavePicture on_save=save />
                    <TableSwitch shows_table=table_wanted />
                </div>
            </Show>
        </div>
    }
}

/// Shows the table of a chart in its place, and the chart again.
#[component]
pub fn TableSwitch(
    /// Which of them is wanted.
    shows_table: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || {
        let text = i18n.text().chart();
        if shows_table.get() { text.show_chart } else { text.show_table }.to_owned()
    });
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=Icon::Table
            label
            on_press=move |()| shows_table.update(|shown| *shown = !*shown)
        />
    }
}

/// The table beside a chart.
#[component]
pub fn TwinTable(
    /// Name for automation: `chart-table-<name>`.
    name: &'static str,
    /// The table.
    table: Signal<TableTwin>,
    /// Told the position of a row that was pressed.
    #[prop(optional_no_strip)]
    on_pick: Option<Callback<usize>>,
) -> impl IntoView {
    let row = move |(index, cells)| row(cells, on_pick.map(|on_pick| move || on_pick.run(index)));
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=move || table.get().caption>
            <table class="table" data-testid=format!("chart-table-{name}")>
                <caption>{move || table.get().caption}</caption>
                <thead>
                    <tr>
                        {move || {
                            let headers = table.get().headers;
                            let column = |(index, header)| view! { <th scope="col" class:is-number=index != 0>{header}</th> };
                            headers.into_iter().enumerate().map(column).collect_view()
                        }}
                    </tr>
                </thead>
                <tbody>{move || table.get().rows.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(cells: Vec<String>, pick: Option<impl Fn() + 'static>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let first = cells.next();
    let first = match pick {
        None => first.into_any(),
        Some(pick) => {
            view! { <button type="button" class="table__pick" on:click=move |_| pick()>{first}</button> }.into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{first}</th>
            {cells.map(|cell| view! { <td class="is-number">{cell}</td> }).collect_view()}
        </tr>
    }
}
