//! The tools: one folder each. [`TOOLS`] is the list from which navigation, routes and titles follow.

pub mod abc_xyz;
pub mod data;
pub mod not_found;
pub mod opening;
pub mod settings;
pub mod start;
pub mod way_in;

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::ui::components::Icon;

/// A place of the app.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// Name for automation (`nav-<id>`).
    pub id: &'static str,
    /// Last part of the address; the same as `id` but for the start, which has none.
    pub path: &'static str,
    /// Icon in the navigation.
    pub icon: Icon,
    /// Name in the navigation and in the title of the tab.
    pub label: fn(&Messages) -> &'static str,
    /// The screen.
    pub view: fn() -> AnyView,
}

impl PartialEq for Tool {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Every place, in the order of the navigation.
pub const TOOLS: &[Tool] = &[
    Tool {
        id: "start",
        path: "",
        icon: Icon::House,
        label: |text| text.shell.place_start,
        view: || view! { <start::StartPage /> }.into_any(),
    },
    Tool {
        id: "data",
        path: "data",
        icon: Icon::Table,
        label: |text| text.shell.place_data,
        view: || view! { <data::DataPage /> }.into_any(),
    },
    Tool {
        id: "abc-xyz",
        path: "abc-xyz",
        icon: Icon::Matrix,
        label: |text| text.shell.place_abc_xyz,
        view: || view! { <abc_xyz::AbcXyzPage /> }.into_any(),
    },
    Tool {
        id: "settings",
        path: "settings",
        icon: Icon::Gear,
        label: |text| text.shell.place_settings,
        view: || view! { <settings::SettingsPage /> }.into_any(),
    },
];
