//! The root: what all screens share, and the router.

use leptos::prelude::*;
use leptos_router::components::Router;

use super::shell::Shell;
use super::state::i18n::I18n;
use super::state::queue::FileQueue;
use super::state::settings::SettingsState;
use super::state::shared::provide_root;
use super::state::storage::Storage;
use super::state::tables::TablesState;
use super::state::theme::ThemeState;
use super::state::toasts::Toasts;
use super::state::workspace::Workspace;
use crate::platform::{boot, color_scheme, navigation};

/// The app.
#[component]
pub fn App() -> impl IntoView {
    provide_root();
    let storage = Storage::provide();
    let settings = SettingsState::provide(storage);
    let theme = ThemeState::provide(settings);
    let locale = settings.locale();
    I18n::provide(locale, settings.currency());
    Toasts::provide();
    let tables = TablesState::provide(storage, settings);
    FileQueue::provide();
    let workspace = Workspace::provide(tables);
    workspace.resume();

    Effect::new(move |_| navigation::set_language(locale.get().tag()));
    Effect::new(move |_| color_scheme::show(theme.dark().get()));

    let base = boot::base_path();
    view! {
        <Router base=base.clone()>
            <Shell base=base />
        </Router>
    }
}
