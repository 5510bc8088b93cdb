//! Texts: frame of the app.

/// Frame of the app.
#[derive(Debug)]
pub struct ShellMessages {
    /// Name of the app.
    pub title: &'static str,
    /// Title of the tab, from the name of a place.
    pub tab_title: fn(place: &str) -> String,
    /// Link that jumps over the navigation.
    pub skip: &'static str,
    /// Name of the navigation.
    pub navigation: &'static str,
    /// Name of the language switch.
    pub language: &'static str,
    /// Button that turns the theme dark.
    pub theme_to_dark: &'static str,
    /// Button that turns the theme light.
    pub theme_to_light: &'static str,
    /// Name of the region of passing notices.
    pub notices: &'static str,
    /// Closes a panel or a notice.
    pub close: &'static str,
    /// Leaves things as they are.
    pub cancel: &'static str,
    /// Takes back.
    pub undo: &'static str,
    /// Line of a drop zone.
    pub drop_here: &'static str,
    /// Button of a drop zone.
    pub choose_file: &'static str,
    /// Line of a drop zone while a file is held over the page.
    pub drop_now: &'static str,
    /// What a drop zone takes.
    pub drop_hint: &'static str,
    /// Opens the sample.
    pub try_sample: &'static str,
    /// Heading over the places that part clients.
    pub group_segments: &'static str,
    /// Heading over the places of the way to a sale.
    pub group_funnel: &'static str,
    /// Place: start.
    pub place_start: &'static str,
    /// Place: data.
    pub place_data: &'static str,
    /// Place: ABC-XYZ.
    pub place_abc_xyz: &'static str,
    /// Place: client flow.
    pub place_flow: &'static str,
    /// Place: the measured funnel.
    pub place_funnel: &'static str,
    /// Place: sources of clients.
    pub place_sources: &'static str,
    /// Place: plan from the goal backwards.
    pub place_plan: &'static str,
    /// Place: RFM.
    pub place_rfm: &'static str,
    /// Place: migration between two windows.
    pub place_migration: &'static str,
    /// Navigation: priority groups.
    pub place_priority: &'static str,
    /// Place: all clients.
    pub place_clients: &'static str,
    /// Place: settings.
    pub place_settings: &'static str,
    /// Stands where a screen will stand in a moment.
    pub part_coming: &'static str,
    /// The screen could not be fetched.
    pub part_missing_title: &'static str,
    /// What to do.
    pub part_missing_text: &'static str,
    /// Fetches it again.
    pub part_retry: &'static str,
    /// Heading where an address leads nowhere.
    pub not_found_title: &'static str,
    /// What to do there.
    pub not_found_text: &'static str,
    /// Link to the start.
    pub to_start: &'static str,
    /// The browser keeps nothing for this page.
    pub storage_blocked_title: &'static str,
    /// What follows from that.
    pub storage_blocked_text: &'static str,
    /// The browser's room for this page is used up.
    pub storage_full_title: &'static str,
    /// What follows from that.
    pub storage_full_text: &'static str,
    /// A saved document could not be read.
    pub document_set_aside_title: &'static str,
    /// What became of it.
    pub document_set_aside_text: &'static str,
    /// A saved document is of a newer version of the app.
    pub document_newer_title: &'static str,
    /// What to do about it.
    pub document_newer_text: &'static str,
}
