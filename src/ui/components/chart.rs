//! A chart with its table: one is shown, the other a press away.

use leptos::{html, prelude::*, task::spawn_local};
use serde_json::Value;

use super::{Button, ButtonKind, Icon, Notice, NoticeKind};
use crate::charts::{Plot, TableTwin};
use crate::platform::echarts::{self, Drawing};
use crate::ui::state::i18n::use_i18n;

/// How far the drawing part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Loading,
    Ready,
    Failed,
}

/// A chart drawn by ECharts, which is loaded with the first chart that is shown, and the table that says the same.
///
/// Children are laid over the drawing, whose axes stand where `plot` says.
#[component]
pub fn Chart(
    /// Name for automation: `chart-<name>` and `chart-table-<name>`.
    name: &'static str,
    /// What ECharts draws; see [`crate::charts`].
    #[prop(into)]
    option: Signal<Value>,
    /// The chart in one sentence, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// The same in figures.
    #[prop(into)]
    table: Signal<TableTwin>,
    /// Told where the axes stand.
    #[prop(optional)]
    plot: Option<WriteSignal<Option<Plot>>>,
    /// What lies over the drawing.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let i18n = use_i18n();
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
            let made = match echarts::load().await {
                Ok(module) => Drawing::new(module, (*element).clone(), tell),
                Err(error) => Err(error),
            };
            let next = if made.is_ok() { Stage::Ready } else { Stage::Failed };
            drawing.try_update_value(|place| *place = made.ok());
            stage.try_set(next);
        });
    });
    Effect::new(move |_| {
        let option = option.get();
        if stage.get() == Stage::Ready {
            drawing.with_value(|drawing| {
                if let Some(drawing) = drawing {
                    drawing.set_option(&option);
                }
            });
        }
    });

    let switch_label = Signal::derive(move || {
        let text = &i18n.text().chart;
        let words = if table_wanted.get() { text.show_chart } else { text.show_table };
        words.to_owned()
    });
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
                    {i18n.phrase(|text| text.chart.loading)}
                </p>
            </div>
            <Show when=move || stage.get() == Stage::Failed>
                <Notice kind=NoticeKind::Warn title=i18n.label(|text| text.chart.failed) />
            </Show>
            <Show when=move || shows_table.get()>
                <TwinTable name table />
            </Show>
            <Show when=move || stage.get() != Stage::Failed>
                <div class="chart__switch">
                    <Button
                        kind=ButtonKind::Quiet
                        icon=Icon::Table
                        label=switch_label
                        on_press=move |()| table_wanted.update(|wanted| *wanted = !*wanted)
                    />
                </div>
            </Show>
        </div>
    }
}

/// The table beside a chart.
#[component]
fn TwinTable(name: &'static str, table: Signal<TableTwin>) -> impl IntoView {
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
                <tbody>{move || table.get().rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

fn row(cells: Vec<String>) -> impl IntoView {
    let mut cells = cells.into_iter();
    let first = cells.next();
    view! {
        <tr>
            <th scope="row">{first}</th>
            {cells.map(|cell| view! { <td class="is-number">{cell}</td> }).collect_view()}
        </tr>
    }
}
