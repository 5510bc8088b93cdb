//! The first screen: what the app does, that nothing is sent, and the way in.

mod picture;

use leptos::prelude::*;

use self::picture::Picture;
use super::opening::OpeningTable;
use super::way_in::WayIn;
use super::way_on::WayOn;
use crate::ui::components::{Disclosure, Icon, IconView};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::places::use_places;
use crate::ui::state::workspace::{Loaded, use_workspace};

/// The screen.
#[component]
pub fn StartPage() -> impl IntoView {
    view! {
        <div class="page start">
            <Hero />
            <Promise />
            <Who />
        </div>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let loaded = workspace.current();
    let opening = Memo::new(move |_| workspace.opening().get().filter(|_| loaded.with(Option::is_none)));
    // With a table there, going on with it is the thing to do, and another file the exception.
    let way = move || match (loaded.get(), opening.get()) {
        (None, None) => view! { <WayIn /> }.into_any(),
        (None, Some(name)) => view! {
            <OpeningTable name=Signal::stored(name) />
            <WayIn compact=true quiet=true />
        }
        .into_any(),
        (Some(loaded), _) => view! {
            <LoadedTable loaded=loaded />
            <WayIn compact=true quiet=true />
        }
        .into_any(),
    };
    view! {
        <section class="hero">
            <div class="hero__words">
                <h1 class="hero__title">{i18n.phrase(|text| text.start().title)}</h1>
                <p class="hero__lead">{i18n.phrase(|text| text.start().lead)}</p>
            </div>
            <Picture />
            <div class="hero__way-in">{way}</div>
        </section>
    }
}

/// What is loaded, and the way on.
#[component]
fn LoadedTable(loaded: Loaded) -> impl IntoView {
    let i18n = use_i18n();
    let places = use_places();
    let (family, to_data) = (loaded.family(), places.href("data"));
    let title = move || {
        let text = i18n.text();
        match loaded.sample {
            true => (text.tables().list.sample)(family).to_owned(),
            false => (text.start().loaded)(&loaded.name),
        }
    };
    let way_on = WayOn::of(family).map(|WayOn { icon, label, place }| {
        view! {
            <a class="button button--primary" href=places.href(place)>
                <IconView icon=icon />
                <span>{i18n.phrase(label)}</span>
            </a>
        }
    });
    let report = loaded.report;
    let rows = move || (i18n.text().start().loaded_rows)(i18n.format(), report.rows_used, report.rows_set_aside);
    view! {
        <section class="loaded" data-testid="loaded-table">
            <div class="loaded__words">
                <h2 class="loaded__title">{title}</h2>
                <p class="loaded__rows">{rows}</p>
            </div>
            <div class="loaded__actions">
                {way_on}
                <a class="button" href=to_data>{i18n.phrase(|text| text.start().to_data)}</a>
            </div>
        </section>
    }
}

#[component]
fn Promise() -> impl IntoView {
    let i18n = use_i18n();
    let proofs = move || {
        let proof = |(title, text)| view! { <li><strong>{title}". "</strong>{text}</li> };
        i18n.text().start().proofs.into_iter().map(proof).collect_view()
    };
    view! {
        <section class="promise">
            <span class="promise__icon"><IconView icon=Icon::Shield /></span>
            <div class="promise__words">
                <h2 class="promise__title">{i18n.phrase(|text| text.start().promise_title)}</h2>
                <p>{i18n.phrase(|text| text.start().promise_text)}</p>
                <Disclosure summary=i18n.label(|text| text.start().proof)>
                    <ol class="proofs">{proofs}</ol>
                </Disclosure>
            </div>
        </section>
    }
}

#[component]
fn Who() -> impl IntoView {
    const ICONS: [Icon; 3] = [Icon::Storefront, Icon::Board, Icon::Lock];
    let i18n = use_i18n();
    let people = move || {
        i18n.text()
            .start()
            .who
            .into_iter()
            .zip(ICONS)
            .map(|((who, gets), icon)| {
                view! {
                    <li class="who__person">
                        <IconView icon=icon />
                        <h3>{who}</h3>
                        <p>{gets}</p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="who">
            <h2 class="who__title">{i18n.phrase(|text| text.start().who_title)}</h2>
            <ul class="who__people">{people}</ul>
        </section>
    }
}
