//! The tools: one folder each. [`TOOLS`] is the list from which navigation, routes and titles follow.

pub mod abc_xyz;
pub mod analysis;
pub mod client_list;
pub mod clients;
pub mod data;
pub mod dragging;
pub mod failure;
pub mod field_numbers;
pub mod flow;
pub mod funnel;
pub mod grid_keys;
pub mod kept_names;
pub mod kept_rules;
pub mod migration;
pub mod named_choices;
pub mod not_found;
pub mod opening;
pub mod paged;
pub mod part;
pub mod plan;
pub mod priority;
pub mod result_bar;
pub mod rfm;
pub mod sales_screen;
pub mod screens;
pub mod section;
pub mod segment_chip;
pub mod settings;
pub mod sources;
pub mod start;
pub mod table_screen;
pub mod templates;
pub mod typed;
pub mod way_in;
pub mod way_on;
pub mod window;

use leptos::prelude::*;

use self::screens::later;
use crate::i18n::Messages;
use crate::ui::components::Icon;
use crate::ui::state::places::use_places;

/// What the navigation puts together, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Where one begins.
    Start,
    /// What was imported.
    Data,
    /// Ways of parting clients.
    Segments,
    /// From an enquiry to a sale.
    Funnel,
    /// The clients themselves.
    Clients,
    /// What holds for the whole app.
    Settings,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 6] = [Self::Start, Self::Data, Self::Segments, Self::Funnel, Self::Clients, Self::Settings];

    /// Heading over its places; a group of one place has none.
    #[must_use]
    pub const fn heading(self) -> Option<fn(&Messages) -> &'static str> {
        match self {
            Self::Segments => Some(|text| text.shell().group_segments),
            Self::Funnel => Some(|text| text.shell().group_funnel),
            Self::Start | Self::Data | Self::Clients | Self::Settings => None,
        }
    }

    /// Its places.
    pub fn tools(self) -> impl Iterator<Item = &'static Tool> {
        TOOLS.iter().filter(move |tool| tool.group == self)
    }
}

/// A place of the app.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// Where it stands in the navigation.
    pub group: Group,
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

impl Tool {
    /// The one at a place ([`Tool::path`]).
    #[must_use]
    pub fn at(place: &str) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.path == place)
    }
}

/// The tool where one is; `None` where the address leads nowhere.
#[must_use]
pub fn use_current_tool() -> Memo<Option<&'static Tool>> {
    let place = use_places().current();
    Memo::new(move |_| place.with(|place| Tool::at(place.as_deref()?)))
}

impl PartialEq for Tool {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Every place; the navigation puts them in groups, each in this order.
pub const TOOLS: &[Tool] = &[
    Tool {
        group: Group::Start,
        id: "start",
        path: "",
        icon: Icon::House,
        label: |text| text.shell().place_start,
        view: || view! { <start::StartPage /> }.into_any(),
    },
    Tool {
        group: Group::Data,
        id: "data",
        path: "data",
        icon: Icon::Table,
        label: |text| text.shell().place_data,
        view: || later(screens::DATA),
    },
    Tool {
        group: Group::Segments,
        id: "abc-xyz",
        path: "abc-xyz",
        icon: Icon::Matrix,
        label: |text| text.shell().place_abc_xyz,
        view: || later(screens::ABC_XYZ),
    },
    Tool {
        group: Group::Funnel,
        id: "funnel",
        path: "funnel",
        icon: Icon::Funnel,
        label: |text| text.shell().place_funnel,
        view: || later(screens::FUNNEL),
    },
    Tool {
        group: Group::Funnel,
        id: "sources",
        path: "sources",
        icon: Icon::Coins,
        label: |text| text.shell().place_sources,
        view: || later(screens::SOURCES),
    },
    Tool {
        group: Group::Segments,
        id: "rfm",
        path: "rfm",
        icon: Icon::Users,
        label: |text| text.shell().place_rfm,
        view: || later(screens::RFM),
    },
    Tool {
        group: Group::Segments,
        id: "migration",
        path: "migration",
        icon: Icon::ArrowsLeftRight,
        label: |text| text.shell().place_migration,
        view: || later(screens::MIGRATION),
    },
    Tool {
        group: Group::Segments,
        id: "priority",
        path: "priority",
        icon: Icon::Sliders,
        label: |text| text.shell().place_priority,
        view: || later(screens::PRIORITY),
    },
    Tool {
        group: Group::Segments,
        id: "flow",
        path: "flow",
        icon: Icon::Rows,
        label: |text| text.shell().place_flow,
        view: || later(screens::FLOW),
    },
    Tool {
        group: Group::Clients,
        id: "clients",
        path: "clients",
        icon: Icon::User,
        label: |text| text.shell().place_clients,
        view: || later(screens::CLIENTS),
    },
    Tool {
        group: Group::Funnel,
        id: "plan",
        path: "plan",
        icon: Icon::Calendar,
        label: |text| text.shell().place_plan,
        view: || later(screens::PLAN),
    },
    Tool {
        group: Group::Settings,
        id: "settings",
        path: "settings",
        icon: Icon::Gear,
        label: |text| text.shell().place_settings,
        view: || later(screens::SETTINGS),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_one_tool() {
        for (place, id) in
            [("", Some("start")), ("data", Some("data")), ("abc-xyz", Some("abc-xyz")), ("nowhere", None)]
        {
            assert_eq!(Tool::at(place).map(|tool| tool.id), id, "at {place:?}");
        }
        for tool in TOOLS {
            assert_eq!(Tool::at(tool.path), Some(tool), "{} shares its place with another", tool.id);
            assert!(tool.path == tool.id || tool.path.is_empty(), "{}: the address is the id", tool.id);
        }
    }
}
