//! The texts that every locale must have, one struct an area of the app.

pub mod abc_xyz;
pub mod beyond;
pub mod cells;
pub mod chart;
pub mod clients;
pub mod course;
pub mod errors;
pub mod export;
pub mod flow;
pub mod funnel;
pub mod import;
pub mod intake;
pub mod kinds;
pub mod migration;
pub mod parts;
pub mod plan;
pub mod priority;
pub mod quality;
pub mod rfm;
pub mod saving;
pub mod settings;
pub mod shell;
pub mod sources;
pub mod start;
pub mod tables;
pub mod templates;
pub mod value;

use super::{Locale, en, ru};

/// Every text of a locale, an area at a time.
///
/// An area is a method and not a field, so that it is in that part of the program alone that speaks it (see `ui::parts`).
#[derive(Debug)]
pub struct Messages(pub(super) Locale);

macro_rules! areas {
    ($($(#[$doc:meta])* $area:ident: $messages:ty = $text:ident;)*) => {
        impl Messages {$(
            $(#[$doc])*
            #[must_use]
            pub const fn $area(&self) -> &'static $messages {
                match self.0 {
                    Locale::Ru => &ru::$area::$text,
                    Locale::En => &en::$area::$text,
                }
            }
        )*}
    };
}

areas! {
    /// Frame of the app: navigation, common buttons, notices.
    shell: shell::ShellMessages = SHELL;
    /// First screen.
    start: start::StartMessages = START;
    /// Import of a file: preview, mapping, report.
    import: import::ImportMessages = IMPORT;
    /// Kinds of tables.
    kinds: kinds::KindMessages = KINDS;
    /// What may be wrong in a table, and what to do about it.
    quality: quality::QualityMessages = QUALITY;
    /// Workbooks, the clipboard, several files.
    intake: intake::IntakeMessages = INTAKE;
    /// What went wrong and what to do.
    errors: errors::ErrorMessages = ERRORS;
    /// ABC-XYZ screen.
    abc_xyz: abc_xyz::AbcXyzMessages = ABC_XYZ;
    /// Tables that are too big for a browser tab.
    beyond: beyond::BeyondMessages = BEYOND;
    /// Approach and price conditions that each cell of the matrix begins with.
    cells: cells::CellMessages = CELLS;
    /// Words in charts and their tables.
    chart: chart::ChartMessages = CHART;
    /// The list of all clients.
    clients: clients::ClientsMessages = CLIENTS;
    /// What a client bought over time.
    course: course::CourseMessages = COURSE;
    /// Headers and notes of exported tables.
    export: export::ExportMessages = EXPORT;
    /// Screen of priority groups.
    priority: priority::PriorityMessages = PRIORITY;
    /// Funnel screen.
    funnel: funnel::FunnelMessages = FUNNEL;
    /// Migration screen.
    migration: migration::MigrationMessages = MIGRATION;
    /// Which part of the sales is looked at.
    parts: parts::PartMessages = PARTS;
    /// RFM screen.
    rfm: rfm::RfmMessages = RFM;
    /// Saving tables and pictures, printing.
    saving: saving::SavingMessages = SAVING;
    /// Screen of sources.
    sources: sources::SourcesMessages = SOURCES;
    /// Settings screen.
    settings: settings::SettingsMessages = SETTINGS;
    /// Client flow.
    flow: flow::FlowMessages = FLOW;
    /// Plan from the goal backwards.
    plan: plan::PlanMessages = PLAN;
    /// By which measure clients are worth something.
    value: value::ValueMessages = VALUE;
    /// Kept tables.
    tables: tables::TablesMessages = TABLES;
    /// Tables to be filled in.
    templates: templates::TemplateMessages = TEMPLATES;
}
