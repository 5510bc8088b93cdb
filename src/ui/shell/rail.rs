//! The rail: brand, places, language and theme. On a phone its places are a bar at the bottom.

use leptos::prelude::*;

use super::mark::Mark;
use crate::i18n::Locale;
use crate::ui::components::{Button, ButtonKind, Icon, IconView};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;
use crate::ui::state::settings::use_settings;
use crate::ui::state::theme::use_theme;
use crate::ui::tools::{TOOLS, Tool};

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let i18n = use_i18n();
    let places = use_places();
    let current = places.current();
    let start = places.href("");
    let links = TOOLS
        .iter()
        .map(|tool: &'static Tool| {
            view! {
                <li>
                    <a
                        class="place"
                        href=places.href(tool.path)
                        data-testid=format!("nav-{}", tool.id)
                        aria-current=Signal::derive(move || (current.get() == Some(tool)).then_some("page"))
                    >
                        <IconView icon=tool.icon />
                        <span class="place__name">{move || (tool.label)(i18n.text())}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <header class="rail">
            <a class="brand" href=start>
                <Mark />
                <span class="brand__name">{i18n.phrase(|text| text.shell.title)}</span>
            </a>
            <nav class="rail__places" aria-label=i18n.phrase(|text| text.shell.navigation)>
                <ul class="places">{links}</ul>
            </nav>
            <div class="rail__tools">
                <Languages />
                <ThemeToggle />
            </div>
        </header>
    }
}

#[component]
fn Languages() -> impl IntoView {
    let i18n = use_i18n();
    let settings = use_settings();
    let languages = Locale::ALL.map(|locale| {
        view! {
            <button
                type="button"
                class="languages__language"
                lang=locale.tag()
                data-testid=format!("lang-{}", locale.tag())
                aria-pressed=Signal::derive(move || (i18n.locale() == locale).to_string())
                on:click=move |_| settings.set_locale(locale)
            >
                {locale.native_name()}
            </button>
        }
    });
    view! { <div class="languages" role="group" aria-label=i18n.phrase(|text| text.shell.language)>{languages}</div> }
}

#[component]
fn ThemeToggle() -> impl IntoView {
    let i18n = use_i18n();
    let theme = use_theme();
    let dark = theme.dark();
    let label = Signal::derive(move || {
        let text = i18n.text();
        if dark.get() { text.shell.theme_to_light } else { text.shell.theme_to_dark }.to_owned()
    });
    let icon = Signal::derive(move || if dark.get() { Icon::Sun } else { Icon::Moon });
    view! {
        <Button
            kind=ButtonKind::Quiet
            icon=icon
            hide_label=true
            testid="theme-toggle"
            label=label
            on_press=move || theme.toggle()
        />
    }
}
