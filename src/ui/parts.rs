//! Parts of the program that are loaded when they are first needed: the screens, and what talks to engines.
//!
//! A visitor's first load holds the frame and the start. The build cuts everything that only some parts use out of the
//! module (`script/web/split.mjs`); its first use fetches it. Screens that one goes to and fro between are one part:
//! what several parts use is a file for each set of them, or in the one for all that is small. Where nothing is cut, as
//! in tests and while one works on the app, a part is there from the beginning, and the same code runs.
//!
//! To make a screen a part: one line in the list below, and [`later`] in its entry of [`super::tools::TOOLS`].

use std::pin::Pin;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::components::{Button, ButtonKind, Notice, NoticeKind};
use super::state::i18n::use_i18n;
use super::state::workspace::{Sample, Workspace};
use crate::i18n::Locale;
use crate::platform::navigation;

/// What [`Part`]'s functions give: at once when the part is there, else when it has come.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, PartMissing>>>>;

/// A part could not be fetched: no connection, or the host has a newer build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartMissing;

#[cfg(split_parts)]
impl From<leptos::wasm_split::SplitLoaderError> for PartMissing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A screen that is a part.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Fetches it.
    fetch: fn() -> Coming<()>,
    /// Makes the screen; only called once it has been fetched.
    make: fn() -> Coming<AnyView>,
}

/// Each line: the screen's name, the part that it is in, how it is fetched and made, and the screen.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident $module:ident $fetch:ident $name:ident => $page:path;)*) => {$(
        #[cfg(split_parts)]
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = leptos::wasm_split, preload($fetch), fallible)]
        fn $name() -> Result<AnyView, PartMissing> {
            Ok($page().into_any())
        }

        #[cfg(not(split_parts))]
        async fn $fetch() -> Result<(), PartMissing> {
            Ok(())
        }

        #[cfg(not(split_parts))]
        async fn $name() -> Result<AnyView, PartMissing> {
            Ok($page().into_any())
        }

        $(#[$doc])*
        pub const $part: Part = Part {
            fetch: || Box::pin(async { $fetch().await.map_err(PartMissing::from) }),
            make: || Box::pin($name()),
        };
    )*};
}

parts! {
    /// The import.
    DATA part_data fetch_data make_data => super::tools::data::DataPage;
    /// The ABC-XYZ matrix.
    ABC_XYZ part_abc_xyz fetch_abc_xyz make_abc_xyz => super::tools::abc_xyz::AbcXyzPage;
    /// RFM.
    RFM part_segments fetch_rfm make_rfm => super::tools::rfm::RfmPage;
    /// Who changed class between two windows.
    MIGRATION part_segments fetch_migration make_migration => super::tools::migration::MigrationPage;
    /// Priority groups.
    PRIORITY part_segments fetch_priority make_priority => super::tools::priority::PriorityPage;
    /// All clients.
    CLIENTS part_segments fetch_clients make_clients => super::tools::clients::ClientsPage;
    /// The client flow.
    FLOW part_work fetch_flow make_flow => super::tools::flow::FlowPage;
    /// The plan from the goal backwards.
    PLAN part_work fetch_plan make_plan => super::tools::plan::PlanPage;
    /// The measured funnel.
    FUNNEL part_funnel fetch_funnel make_funnel => super::tools::funnel::FunnelPage;
    /// What sources bring.
    SOURCES part_funnel fetch_sources make_sources => super::tools::sources::SourcesPage;
    /// The settings.
    SETTINGS part_settings fetch_settings make_settings => super::tools::settings::SettingsPage;
}

/// What the first load asks of the part that talks to engines.
#[derive(Clone, Debug)]
pub enum Work {
    /// Have an engine ready for the first file, and the screen on which it will be shown, with the contexts of a place.
    Prepare(Owner),
    /// Open the tables that were in use last, and forget for good what was removed long ago.
    OpenLast,
    /// Read a file, whose draft is there already.
    Read(File),
    /// Fetch a sample in a language, and read it.
    ReadSample(Sample, Locale),
}

#[cfg(split_parts)]
#[leptos::wasm_split::wasm_split(part_engine, wasm_split_path = leptos::wasm_split, fallible)]
fn do_work(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    workspace.work(work);
    Ok(())
}

#[cfg(not(split_parts))]
async fn do_work(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    workspace.work(work);
    Ok(())
}

/// Begins work in the part that talks to engines: how files are read and what engines say is not in the first load.
///
/// # Errors
/// When the part could not be fetched.
pub async fn begin(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    do_work(workspace, work).await
}

/// Fetches what a visitor with a file needs next, while there is nothing else to do.
///
/// `place` is where screens are. Not for a visitor who saves data.
pub fn foresee(workspace: Workspace, place: Owner) {
    if navigation::saves_data() {
        return;
    }
    spawn_local(async move {
        // Whoever needs it later hears of what is missing.
        if (DATA.fetch)().await.is_ok() {
            workspace.prepare(place);
        }
    });
}

/// Fetches the screen that a file of sales leads to, while its owner looks at how it was read.
///
/// Not for a visitor who saves data.
pub fn foresee_matrix() {
    if navigation::saves_data() {
        return;
    }
    spawn_local(async {
        // Whoever opens it hears of what is missing.
        let _ = (ABC_XYZ.fetch)().await;
    });
}

/// The screen of a part: at once when it is there, else in its place what is being waited for.
#[must_use]
pub fn later(part: Part) -> AnyView {
    made(part).unwrap_or_else(|| view! { <Later part=part /> }.into_any())
}

/// The screen of a part, if it has been fetched.
#[must_use]
pub fn made(part: Part) -> Option<AnyView> {
    (part.fetch)().now_or_never()?.ok()?;
    (part.make)().now_or_never()?.ok()
}

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Coming,
    There,
    Missing,
}

#[component]
fn Later(part: Part) -> impl IntoView {
    let i18n = use_i18n();
    let stage = RwSignal::new(Stage::Coming);
    let fetch = move || {
        stage.set(Stage::Coming);
        spawn_local(async move {
            let came = (part.fetch)().await.is_ok();
            // The visitor may have gone elsewhere meanwhile.
            let _ = stage.try_set(if came { Stage::There } else { Stage::Missing });
        });
    };
    fetch();
    move || match stage.get() {
        Stage::Coming => view! {
            <div class="page page--coming" role="status" aria-busy="true">
                <span class="visually-hidden">{i18n.phrase(|text| text.shell().part_coming)}</span>
            </div>
        }
        .into_any(),
        Stage::There => made(part).unwrap_or_else(|| ().into_any()),
        Stage::Missing => view! {
            <div class="page">
                <Notice
                    kind=NoticeKind::Bad
                    testid="part-missing"
                    title=i18n.label(|text| text.shell().part_missing_title)
                    text=i18n.label(|text| text.shell().part_missing_text)
                >
                    <Button kind=ButtonKind::Primary label=i18n.label(|text| text.shell().part_retry) on_press=fetch />
                </Notice>
            </div>
        }
        .into_any(),
    }
}
