//! Russian.

mod abc_xyz;
mod cells;
mod chart;
mod errors;
mod export;
mod import;
mod kinds;
mod settings;
mod shell;
mod start;
mod tables;

use super::messages::Messages;

/// Every text.
pub const MESSAGES: Messages = Messages {
    shell: shell::SHELL,
    start: start::START,
    import: import::IMPORT,
    kinds: kinds::KINDS,
    errors: errors::ERRORS,
    abc_xyz: abc_xyz::ABC_XYZ,
    cells: cells::CELLS,
    chart: chart::CHART,
    export: export::EXPORT,
    settings: settings::SETTINGS,
    tables: tables::TABLES,
};
