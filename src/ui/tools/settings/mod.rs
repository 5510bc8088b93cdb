//! Settings: language, theme, currency, what is kept and where, and how to wipe it.

mod keeping;
mod wipe;

use leptos::prelude::*;

use self::keeping::Keeping;
use self::wipe::Wipe;
use crate::analytics::amount::{Sum, UNIT};
use crate::profile::{Currency, Locale, Theme};
use crate::ui::components::{PageHeader, Segmented, Select};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::settings::use_settings;

/// The screen.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="page settings">
            <PageHeader
                title=i18n.label(|text| text.settings().title)
                lead=i18n.label(|text| text.settings().lead)
            />
            <Looks />
            <Figures />
            <Kept />
            <Keeping />
            <Wipe />
        </div>
    }
}

#[component]
fn Looks() -> impl IntoView {
    let i18n = use_i18n();
    let settings = use_settings();
    let (locale, theme) = (settings.locale(), settings.theme());
    view! {
        <section class="setting">
            <h2 class="setting__title">{i18n.phrase(|text| text.settings().looks)}</h2>
            <div class="setting__fields">
                <Segmented
                    label=i18n.label(|text| text.settings().language)
                    all=|| Locale::ALL
                    name=|locale| locale.native_name().to_owned()
                    chosen=move || locale.get()
                    on_change=move |locale| settings.set_locale(locale)
                />
                <Segmented
                    label=i18n.label(|text| text.settings().theme)
                    all=|| Theme::ALL
                    name=move |theme| (i18n.text().settings().theme_name)(theme).to_owned()
                    chosen=move || theme.get()
                    on_change=move |theme| settings.set_theme(theme)
                />
            </div>
        </section>
    }
}

#[component]
fn Figures() -> impl IntoView {
    let i18n = use_i18n();
    let settings = use_settings();
    let examples = move || {
        let (format, names) = (i18n.format(), i18n.text().settings().examples);
        let sum = |units: i128| Sum(units * i128::from(UNIT));
        let figures = [
            format.money(sum(12_841_739)),
            format.money_short(sum(12_841_739)),
            format.money_exact(Sum(-31_234_000)),
            format.percent(0.632, 1),
        ];
        names
            .into_iter()
            .zip(figures)
            .map(|(name, figure)| {
                view! {
                    <div class="figure">
                        <dt class="figure__name">{name}</dt>
                        <dd class="figure__value">{figure}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <section class="setting">
            <h2 class="setting__title">{i18n.phrase(|text| text.settings().figures)}</h2>
            <div class="setting__fields">
                <div class="setting__narrow">
                    <Select
                        label=i18n.label(|text| text.settings().currency)
                        all=|| Currency::ALL
                        name=move |currency| (i18n.text().settings().currency_name)(currency).to_owned()
                        chosen=move || settings.currency().get()
                        on_change=move |currency| settings.set_currency(currency)
                        testid="currency"
                    />
                    <p class="setting__hint">{i18n.phrase(|text| text.settings().currency_hint)}</p>
                </div>
                <div class="example">
                    <p class="setting__hint">{i18n.phrase(|text| text.settings().example)}</p>
                    <dl class="figures">{examples}</dl>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Kept() -> impl IntoView {
    let i18n = use_i18n();
    let items = move || {
        let item = |(what, how)| view! { <div class="kept__item"><dt>{what}</dt><dd>{how}</dd></div> };
        i18n.text().settings().kept_items.into_iter().map(item).collect_view()
    };
    view! {
        <section class="setting">
            <h2 class="setting__title">{i18n.phrase(|text| text.settings().kept)}</h2>
            <dl class="kept">{items}</dl>
        </section>
    }
}
