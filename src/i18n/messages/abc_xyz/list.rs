//! Texts: the list of clients.

use crate::analytics::segmentation::abc_xyz::Label;
use crate::analytics::segmentation::value::ValueBy;
use crate::i18n::Format;

/// The list of clients.
#[derive(Debug)]
pub struct ClientListMessages {
    /// Heading: clients of a cell (its code), or all.
    pub title: fn(Option<&str>) -> String,
    /// How many the query finds.
    pub found: fn(Format, u64) -> String,
    /// Label of the search field.
    pub search: &'static str,
    /// Name of the chips.
    pub filter: &'static str,
    /// A label, of those who have it.
    pub label_name: fn(Label) -> &'static str,
    /// The same beside one client.
    pub label_of_one: fn(Label) -> &'static str,
    /// What a label means.
    pub label_explain: fn(Label) -> &'static str,
    /// Takes the chosen cell out of the filter.
    pub all_clients: &'static str,
    /// First part of the name of the exported file: letters, digits and hyphens only.
    pub export_file: &'static str,
    /// Column: place.
    pub rank: &'static str,
    /// Column: name.
    pub name: &'static str,
    /// Column: cell.
    pub class: &'static str,
    /// Column: value; the currency's sign, where there is one, stands behind a comma.
    pub value: fn(ValueBy, &str) -> String,
    /// Column: share of value.
    pub share: &'static str,
    /// Column: cumulative share.
    pub share_with: &'static str,
    /// Column: orders.
    pub orders: &'static str,
    /// Column: active periods of all.
    pub regularity: &'static str,
    /// Column: last purchase.
    pub last: &'static str,
    /// Column: labels.
    pub labels: &'static str,
    /// Active periods of all, "11 / 17".
    pub active_of: fn(Format, u32, u32) -> String,
    /// Nobody fits the query.
    pub nobody: &'static str,
    /// What to do about it.
    pub nobody_hint: &'static str,
    /// In place of a row that is on its way.
    pub loading: &'static str,
    /// Said about keys, to those who hear it.
    pub keys_hint: &'static str,
}
