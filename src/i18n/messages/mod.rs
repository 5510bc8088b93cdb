//! The texts that every locale must have, one struct an area of the app.

pub mod abc_xyz;
pub mod beyond;
pub mod cells;
pub mod chart;
pub mod errors;
pub mod export;
pub mod import;
pub mod intake;
pub mod kinds;
pub mod quality;
pub mod settings;
pub mod shell;
pub mod start;
pub mod tables;

/// Every text of a locale.
#[derive(Debug)]
pub struct Messages {
    /// Frame of the app: navigation, common buttons, notices.
    pub shell: shell::ShellMessages,
    /// First screen.
    pub start: start::StartMessages,
    /// Import of a file: preview, mapping, report.
    pub import: import::ImportMessages,
    /// Kinds of tables.
    pub kinds: kinds::KindMessages,
    /// What may be wrong in a table, and what to do about it.
    pub quality: quality::QualityMessages,
    /// Workbooks, the clipboard, several files.
    pub intake: intake::IntakeMessages,
    /// What went wrong and what to do.
    pub errors: errors::ErrorMessages,
    /// ABC-XYZ screen.
    pub abc_xyz: abc_xyz::AbcXyzMessages,
    /// Tables that are too big for a browser tab.
    pub beyond: beyond::BeyondMessages,
    /// Approach and price conditions that each cell of the matrix begins with.
    pub cells: cells::CellMessages,
    /// Words in charts and their tables.
    pub chart: chart::ChartMessages,
    /// Headers and notes of exported tables.
    pub export: export::ExportMessages,
    /// Settings screen.
    pub settings: settings::SettingsMessages,
    /// Kept tables.
    pub tables: tables::TablesMessages,
}
