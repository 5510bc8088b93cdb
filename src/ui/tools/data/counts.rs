//! Rows read, used and set aside: the three figures that account for a file.

use leptos::prelude::*;

use crate::ui::state::i18n::use_i18n;

/// The three figures; those not known yet are `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows read.
    pub read: Option<u64>,
    /// Rows used.
    pub used: Option<u64>,
    /// Rows set aside.
    pub set_aside: Option<u64>,
}

/// The three figures beside each other.
#[component]
pub fn RowCounts(
    /// The figures.
    #[prop(into)]
    counts: Signal<Counts>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <dl class="import-counts">
            <Count
                name=i18n.label(|text| text.import().bar.read)
                value=Signal::derive(move || counts.get().read)
                testid="import-rows-read"
            />
            <Count
                name=i18n.label(|text| text.import().bar.used)
                value=Signal::derive(move || counts.get().used)
                testid="import-rows-used"
            />
            <Count
                name=i18n.label(|text| text.import().bar.set_aside)
                value=Signal::derive(move || counts.get().set_aside)
                testid="import-rows-set-aside"
            />
        </dl>
    }
}

#[component]
fn Count(name: Signal<String>, value: Signal<Option<u64>>, testid: &'static str) -> impl IntoView {
    let i18n = use_i18n();
    let figure = move || match value.get() {
        Some(value) => i18n.format().count(value),
        None => i18n.text().import().bar.unknown.to_owned(),
    };
    view! {
        <div class="import-count">
            <dt>{name}</dt>
            // The plain integer beside the written one, for whoever reads the page by program.
            <dd data-testid=testid data-value=move || value.get().map(|value| value.to_string())>{figure}</dd>
        </div>
    }
}
