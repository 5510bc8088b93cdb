//! Screens are loaded when they are first opened: the parts that they are in, and what stands in their places meanwhile.
//!
//! Screens that one goes to and fro between are one part: what several parts use is a file for each set of them, or in the
//! one for all that is small. See [`crate::ui::lazy`].
//!
//! To load a screen so: one line in the list below, and [`later`] in its entry of [`super::TOOLS`].

use std::time::Duration;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::navigation;
use crate::ui::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::ui::lazy::{Coming, PartMissing};
use crate::ui::state::i18n::use_i18n;
use crate::ui::state::workspace::{DraftStage, Workspace};

/// The report of a file is drawn first.
const FORESEE_MATRIX_AFTER: Duration = Duration::from_millis(100);

/// A screen that is loaded when it is first opened.
#[derive(Clone, Copy, Debug)]
pub struct LazyScreen {
    /// Fetches the part that it is in.
    fetch: fn() -> Coming<()>,
    /// Makes the screen; only called once it has been fetched.
    make: fn() -> Coming<AnyView>,
}

/// Each line: the screen's name, the part that it is in, how it is fetched and made, and the screen.
macro_rules! screens {
    ($($(#[$doc:meta])* $screen:ident $part:ident $fetch:ident $name:ident => $page:path;)*) => {$(
        #[cfg(split_parts)]
        #[leptos::wasm_split::wasm_split($part, wasm_split_path = leptos::wasm_split, preload($fetch), fallible)]
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
        pub const $screen: LazyScreen = LazyScreen {
            fetch: || Box::pin(async { $fetch().await.map_err(PartMissing::from) }),
            make: || Box::pin($name()),
        };
    )*};
}

screens! {
    /// The import.
    DATA part_data fetch_data make_data => super::data::DataPage;
    /// The ABC-XYZ matrix.
    ABC_XYZ part_abc_xyz fetch_abc_xyz make_abc_xyz => super::abc_xyz::AbcXyzPage;
    /// RFM.
    RFM part_segments fetch_rfm make_rfm => super::rfm::RfmPage;
    /// Who changed class between two windows.
    MIGRATION part_segments fetch_migration make_migration => super::migration::MigrationPage;
    /// Priority groups.
    PRIORITY part_segments fetch_priority make_priority => super::priority::PriorityPage;
    /// All clients.
    CLIENTS part_segments fetch_clients make_clients => super::clients::ClientsPage;
    /// The client flow.
    FLOW part_work fetch_flow make_flow => super::flow::FlowPage;
    /// The plan from the goal backwards.
    PLAN part_work fetch_plan make_plan => super::plan::PlanPage;
    /// The measured funnel.
    FUNNEL part_funnel fetch_funnel make_funnel => super::funnel::FunnelPage;
    /// What sources bring.
    SOURCES part_funnel fetch_sources make_sources => super::sources::SourcesPage;
    /// The settings.
    SETTINGS part_settings fetch_settings make_settings => super::settings::SettingsPage;
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
            workspace.prepare(place, || made(DATA));
        }
    });
}

/// Fetches the screen that a file of sales leads to, once one has been read: while its owner looks at how.
///
/// Not for a visitor who saves data.
pub fn foresee_matrix(workspace: Workspace) {
    let is_read = Memo::new(move |_| {
        let is_ready = |stage: &DraftStage| matches!(stage, DraftStage::Ready(report) if report.table.is_sales());
        workspace.draft().with(|draft| draft.as_ref().is_some_and(|draft| is_ready(&draft.stage)))
    });
    Effect::new(move |_| {
        if is_read.get() && !navigation::saves_data() {
            set_timeout(fetch_matrix, FORESEE_MATRIX_AFTER);
        }
    });
}

fn fetch_matrix() {
    spawn_local(async {
        // Whoever opens it hears of what is missing.
        let _ = (ABC_XYZ.fetch)().await;
    });
}

/// A screen: at once when its part is there, else in its place what is being waited for.
#[must_use]
pub fn later(screen: LazyScreen) -> AnyView {
    made(screen).unwrap_or_else(|| view! { <Later screen=screen /> }.into_any())
}

/// A screen, if its part has been fetched.
fn made(screen: LazyScreen) -> Option<AnyView> {
    (screen.fetch)().now_or_never()?.ok()?;
    (screen.make)().now_or_never()?.ok()
}

/// How far a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Coming,
    There,
    Missing,
}

#[component]
fn Later(screen: LazyScreen) -> impl IntoView {
    let i18n = use_i18n();
    let stage = RwSignal::new(Stage::Coming);
    let fetch = move || {
        stage.set(Stage::Coming);
        spawn_local(async move {
            let came = (screen.fetch)().await.is_ok();
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
        Stage::There => made(screen).unwrap_or_else(|| ().into_any()),
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
