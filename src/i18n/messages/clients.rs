//! Texts of the list of all clients.

use crate::i18n::Format;

/// The list of all clients.
#[derive(Debug)]
pub struct ClientsMessages {
    /// Heading of the screen.
    pub title: &'static str,
    /// Empty state: title.
    pub empty_title: &'static str,
    /// Empty state: what will be here and how to get it.
    pub empty_text: &'static str,
    /// Heading of the list.
    pub list: &'static str,
    /// Button and sheet: filters.
    pub filters: &'static str,
    /// Button and sheet: columns.
    pub columns: &'static str,
    /// What choosing columns does.
    pub columns_hint: &'static str,
    /// Puts the columns back that the list begins with.
    pub columns_reset: &'static str,
    /// Field: cell of the matrix.
    pub cell: &'static str,
    /// Field: label.
    pub label: &'static str,
    /// Field: segment of RFM.
    pub segment: &'static str,
    /// Field: priority group.
    pub group: &'static str,
    /// Choice: all.
    pub any: &'static str,
    /// Fields: value from and to.
    pub value: [&'static str; 2],
    /// Fields: orders from and to.
    pub orders: [&'static str; 2],
    /// Fields: days since the last purchase from and to.
    pub days: [&'static str; 2],
    /// A filter in words: a cell, a segment or a group, by name.
    pub is_cell: fn(&str) -> String,
    /// A segment.
    pub is_segment: fn(&str) -> String,
    /// A group.
    pub is_group: fn(&str) -> String,
    /// A range of values, in words already.
    pub is_value: fn(Option<&str>, Option<&str>) -> String,
    /// A range of orders.
    pub is_orders: fn(Format, Option<u32>, Option<u32>) -> String,
    /// A range of days since the last purchase.
    pub is_days: fn(Format, Option<u32>, Option<u32>) -> String,
    /// Takes a filter away; the filter in words.
    pub take_away: fn(&str) -> String,
    /// Takes all filters away.
    pub clear: &'static str,
    /// Name of the row of filters.
    pub in_force: &'static str,
    /// Named views.
    pub views: ViewMessages,
    /// Column and field: class of an earlier and of a later window.
    pub moved: &'static str,
    /// Column and field: cell of the client flow.
    pub flow: &'static str,
    /// A filter in words: a cell of the client flow, by name.
    pub is_flow: fn(&str) -> String,
    /// A filter in words: so many clients, by the name of their selection where they have one.
    pub is_only: fn(Format, Option<&str>, u64) -> String,
    /// Box: picks a client.
    pub pick: fn(&str) -> String,
    /// Box: picks all that the list finds.
    pub pick_all: fn(Format, u64) -> String,
    /// How many are picked.
    pub picked: fn(Format, u64) -> String,
    /// First part of the name of the file of those picked: letters, digits and hyphens only.
    pub picked_file: &'static str,
    /// Button: lists only those picked.
    pub only_picked: &'static str,
    /// Button: puts those picked on the board of the client flow.
    pub to_flow: &'static str,
    /// It did not work.
    pub to_flow_failed: &'static str,
    /// So many came to the board, of so many picked.
    pub on_flow: fn(Format, u64, u64) -> String,
    /// Button: lets those picked go.
    pub let_go: &'static str,
    /// Before the screens that can show those picked.
    pub show_in: &'static str,
    /// Named selections.
    pub selections: ViewMessages,
}

/// Named views.
#[derive(Debug)]
pub struct ViewMessages {
    /// Field: which one.
    pub choose: &'static str,
    /// None of them.
    pub none: &'static str,
    /// Button: saves what is in sight under a name.
    pub save: &'static str,
    /// Field: its name.
    pub name: &'static str,
    /// Name to begin with.
    pub new_name: &'static str,
    /// Button: gives another name.
    pub rename: &'static str,
    /// Button: removes.
    pub remove: &'static str,
    /// It was removed.
    pub removed: fn(&str) -> String,
    /// It was saved.
    pub saved: fn(&str) -> String,
}
