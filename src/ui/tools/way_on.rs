//! Where one goes with a table.

use crate::analytics::dataset::Family;
use crate::i18n::Messages;
use crate::ui::components::Icon;

/// The screen that begins with the tables of a family, and the button that leads there.
#[derive(Clone, Copy, Debug)]
pub struct WayOn {
    /// Beside the words of the button.
    pub icon: Icon,
    /// The words.
    pub label: fn(&'static Messages) -> &'static str,
    /// The screen.
    pub place: &'static str,
}

impl WayOn {
    /// `None` for tables that no screen begins with.
    #[must_use]
    pub const fn of(family: Family) -> Option<Self> {
        let (icon, label, place): (_, fn(&'static Messages) -> &'static str, _) = match family {
            Family::Sales => (Icon::Matrix, |text| text.import().loaded.to_matrix, "abc-xyz"),
            Family::Deals => (Icon::Funnel, |text| text.kinds().to_funnel, "funnel"),
            Family::Sources => (Icon::Coins, |text| text.kinds().to_sources, "sources"),
            Family::Clients | Family::Answers => return None,
        };
        Some(Self { icon, label, place })
    }
}
