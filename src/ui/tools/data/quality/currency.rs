//! Which currency counts, asked where a file has several: without an answer there is no sum.

use leptos::prelude::*;

use crate::analytics::dataset::{CurrencyShare, ReadOptions, TakenCurrency};
use crate::ui::components::{Button, ButtonKind, Switch, unique_id};
use crate::ui::state::i18n::use_i18n;
use crate::ui::tools::data::state::DraftState;

/// The question, where it is one.
#[component]
pub fn CurrencyQuestion(
    /// The draft.
    state: DraftState,
) -> impl IntoView {
    let shares = Memo::new(move |_| {
        let report = state.report.get().filter(|report| report.mixes_currencies())?;
        Some(report.currencies.clone())
    });
    move || shares.get().map(|shares| view! { <Choice state=state shares=shares /> })
}

/// The currencies with their rows and sums; the one with the most rows is proposed.
#[component]
fn Choice(state: DraftState, shares: Vec<CurrencyShare>) -> impl IntoView {
    let i18n = use_i18n();
    let id = unique_id("currencies");
    let has_unnamed = shares.iter().any(|share| share.currency.is_none());
    // The first of those with the most rows.
    let most = shares.iter().rev().max_by_key(|share| share.rows).and_then(|share| share.currency);
    let chosen = RwSignal::new(most);
    let unnamed = RwSignal::new(false);
    let rows = shares.into_iter().map(|CurrencyShare { currency, rows, amount }| {
        let group = id.clone();
        let name = move || (i18n.text().quality().currencies.name)(currency);
        view! {
            <label class="currency">
                <input
                    type="radio"
                    name=group
                    data-testid="currency-choice"
                    data-currency=currency.map(|code| code.to_string())
                    prop:checked=move || chosen.get() == currency
                    on:change=move |_| chosen.set(currency)
                />
                <span class="currency__name">{name}</span>
                <span class="currency__rows">{move || i18n.format().count(rows)}</span>
                // Without a sign: the user's own currency is another matter.
                <span class="currency__amount">{move || i18n.format().decimal(amount, 2)}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    let take = move |()| {
        let (currency, unnamed) = (chosen.get_untracked(), unnamed.get_untracked());
        state.decide(|options| ReadOptions {
            currency: Some(TakenCurrency { currency, unnamed: unnamed && currency.is_some() }),
            ..options.clone()
        });
    };
    view! {
        <section class="import-question" aria-labelledby=id.clone() data-testid="currency-question">
            <h2 id=id.clone()>{i18n.phrase(|text| text.quality().currencies.heading)}</h2>
            <p>{i18n.phrase(|text| text.quality().currencies.text)}</p>
            <fieldset class="currencies">
                <legend class="visually-hidden">{i18n.phrase(|text| text.quality().currencies.heading)}</legend>
                <div class="currency currency--head" aria-hidden="true">
                    <span class="currency__name">{i18n.phrase(|text| text.quality().currencies.column)}</span>
                    <span class="currency__rows">{i18n.phrase(|text| text.import().report.rows)}</span>
                    <span class="currency__amount">{i18n.phrase(|text| text.import().report.amount)}</span>
                </div>
                {rows}
            </fieldset>
            <Show when=move || has_unnamed && chosen.get().is_some()>
                <Switch
                    label=i18n.label(|text| text.quality().currencies.unnamed)
                    checked=unnamed
                    on_change=move |on| unnamed.set(on)
                    testid="currency-unnamed"
                />
            </Show>
            <Button
                kind=ButtonKind::Primary
                testid="currency-take"
                label=i18n.label(|text| text.quality().currencies.take)
                on_press=take
            />
        </section>
    }
}
