//! Why a client stands where it stands: a sheet with sentences and the client's own figures.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc_xyz::ClientRow;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::explain::explain;
use crate::i18n::{Format, Messages};
use crate::ui::components::SideSheet;
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::client_list::{ClassChip, ClientCourse, ListKey};

/// A client and the rules that placed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The client.
    pub row: Arc<ClientRow>,
    /// The list that it stands in, with the rules.
    pub key: ListKey,
}

/// The sheet.
#[component]
pub fn WhySheet(
    /// Whom it is about; `None` closes it.
    #[prop(into)]
    placed: Signal<Option<Placed>>,
    /// Told when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    // While the sheet slides away it still says what it said.
    let last = Memo::new(move |previous: Option<&Option<Placed>>| placed.get().or_else(|| previous.cloned().flatten()));
    let title = Signal::derive(move || last.get().map(|placed| placed.row.client.clone()).unwrap_or_default());
    view! {
        <SideSheet title open=Signal::derive(move || placed.with(Option::is_some)) on_close>
            {move || {
                last.get().map(|placed| view! { <Why placed format=i18n.format() text=i18n.text() /> })
            }}
        </SideSheet>
    }
}

#[component]
fn Why(placed: Placed, format: Format, text: &'static Messages) -> impl IntoView {
    let Placed { row, key } = placed;
    let options = key.options;
    let cell_name = text.cells().of(row.cell).name;
    let (messages, text) = (text, &text.abc_xyz().why);
    let told = explain(format, &row, &options);
    let reason = |heading: &'static str, sentence: String| {
        view! {
            <div class="why__reason">
                <h3 class="why__heading">{heading}</h3>
                <p>{sentence}</p>
            </div>
        }
    };
    let figures = figures(format, messages, &row, options.value).into_iter().map(|(name, figure)| {
        view! {
            <div class="why__figure">
                <dt>{name}</dt>
                <dd>{figure}</dd>
            </div>
        }
    });
    view! {
        <div class="why" data-testid="why">
            <p class="why__class">
                <ClassChip cell=row.cell />
                {cell_name}
            </p>
            <ClientCourse client=Signal::stored(Some((key, row.client.clone()))) />
            {reason(text.by_value, told.value)}
            {reason(text.by_regularity, told.regularity)}
            {told.quiet.map(|quiet| reason(text.by_silence, quiet))}
            <dl class="why__figures">{figures.collect_view()}</dl>
        </div>
    }
}

/// The client's figures, named.
fn figures(format: Format, text: &Messages, row: &ClientRow, by: ValueBy) -> Vec<(String, String)> {
    let (measures, text) = (text.value(), &text.abc_xyz().why);
    let none = || text.none.to_owned();
    let average = (row.orders > 0).then(|| Sum(row.net.0 / i128::from(row.orders)));
    let is_valued = row.cell.abc.is_some();
    let own = [
        ((measures.name)(by).to_owned(), format.by(by).money_exact(row.total)),
        ((text.share)(by), if is_valued { format.percent(row.share, 2) } else { none() }),
        ((text.place)(by), format.count(row.rank)),
    ];
    let rest = [
        (text.orders, format.count(row.orders.into())),
        (text.average_order, average.map_or_else(none, |average| format.money(average))),
        (text.first, row.first.map_or_else(none, |day| format.date(day))),
        (text.last, row.last.map_or_else(none, |day| format.date(day))),
        (text.usual_interval, row.median_gap_days_twice.map_or_else(none, |twice| (text.days_of_twice)(format, twice))),
        (text.variation, row.cv.map_or_else(none, |cv| format.percent(cv, 1))),
    ];
    own.into_iter().chain(rest.map(|(name, figure)| (name.to_owned(), figure))).collect()
}
