//! The root: what all screens share, and the router.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Router;

use super::shell::Shell;
use super::state::cell_texts::CellTextsState;
use super::state::i18n::I18n;
use super::state::queue::FileQueue;
use super::state::readings::ReadingsState;
use super::state::rules::RulesState;
use super::state::settings::SettingsState;
use super::state::storage::Storage;
use super::state::tables::TablesState;
use super::state::theme::ThemeState;
use super::state::toasts::Toasts;
use super::state::workspace::Workspace;
use super::tools::abc_xyz::AbcXyzState;
use crate::platform::{boot, color_scheme, navigation};

/// Opens the table of the last time by itself, then tidies up what nobody needs any more.
fn open_last_table(workspace: Workspace, tables: TablesState) {
    spawn_local(async move {
        workspace.open_last().await;
        tables.clean_up().await;
    });
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let storage = Storage::provide();
    let settings = SettingsState::provide(storage);
    CellTextsState::provide(storage);
    let readings = ReadingsState::provide(storage);
    let theme = ThemeState::provide(settings);
    let locale = settings.locale();
    I18n::provide(locale, settings.currency());
    Toasts::provide();
    let tables = TablesState::provide(storage, settings);
    let workspace = Workspace::provide(tables, readings);
    FileQueue::provide();
    RulesState::provide(storage);
    AbcXyzState::provide();
    open_last_table(workspace, tables);

    Effect::new(move |_| navigation::set_language(locale.get().tag()));
    Effect::new(move |_| color_scheme::show(theme.dark().get()));

    let base = boot::base_path();
    view! {
        <Router base=base.clone()>
            <Shell base=base />
        </Router>
    }
}
