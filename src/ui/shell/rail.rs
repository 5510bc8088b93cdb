//! The rail: brand, places, language and theme. On a phone its places are a bar at the bottom.

use leptos::prelude::*;

use super::mark::Mark;
use crate::i18n::Locale;
use crate::platform::scroll;
use crate::ui::components::{Button, ButtonKind, Icon, IconView, unique_id};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;
use crate::ui::state::settings::use_settings;
use crate::ui::state::theme::use_theme;
use crate::ui::tools::{Group, Tool, use_current_tool};

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let i18n = use_i18n();
    let start = use_places().href("");
    let groups = Group::ALL.into_iter().filter(|group| group.tools().next().is_some());
    let groups = groups.map(|group| view! { <PlacesOf group=group /> }).collect_view();
    view! {
        <header class="rail">
            <a class="brand" href=start>
                <Mark />
                <span class="brand__name">{i18n.phrase(|text| text.shell().title)}</span>
            </a>
            <nav class="rail__places" aria-label=i18n.phrase(|text| text.shell().navigation)>
                <ul class="places">{groups}</ul>
            </nav>
            <div class="rail__tools">
                <Languages />
                <ThemeToggle />
            </div>
        </header>
    }
}

/// The places of a group, under its heading if it has one.
#[component]
fn PlacesOf(group: Group) -> impl IntoView {
    let i18n = use_i18n();
    let links = group.tools().map(|tool| view! { <Place tool=tool /> }).collect_view();
    let Some(heading) = group.heading() else { return links.into_any() };
    let id = unique_id("places");
    view! {
        <li class="places__group">
            <span class="places__heading" id=id.clone()>{move || heading(i18n.text())}</span>
            <ul class="places__of-group" aria-labelledby=id>{links}</ul>
        </li>
    }
    .into_any()
}

#[component]
fn Place(tool: &'static Tool) -> impl IntoView {
    let i18n = use_i18n();
    let places = use_places();
    let current = use_current_tool();
    let id = format!("nav-{}", tool.id);
    // On a phone the bar is longer than the screen is wide. With the next frame, as the browser lays out the page for it
    // anyway: asked at once, it would lay out a screen that is half drawn.
    Effect::new({
        let id = id.clone();
        move |_| {
            if current.get() == Some(tool) {
                let id = id.clone();
                request_animation_frame(move || scroll::reveal(&id));
            }
        }
    });
    view! {
        <li>
            <a
                class="place"
                id=id.clone()
                href=places.href(tool.path)
                data-testid=id
                aria-current=Signal::derive(move || (current.get() == Some(tool)).then_some("page"))
            >
                <IconView icon=tool.icon />
                <span class="place__name">{move || (tool.label)(i18n.text())}</span>
            </a>
        </li>
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
    view! { <div class="languages" role="group" aria-label=i18n.phrase(|text| text.shell().language)>{languages}</div> }
}

#[component]
fn ThemeToggle() -> impl IntoView {
    let i18n = use_i18n();
    let theme = use_theme();
    let dark = theme.dark();
    let label = Signal::derive(move || {
        let text = i18n.text();
        if dark.get() { text.shell().theme_to_light } else { text.shell().theme_to_dark }.to_owned()
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
