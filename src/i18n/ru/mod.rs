//! Russian.

mod abc_xyz;
mod beyond;
mod cells;
mod chart;
mod errors;
mod export;
mod import;
mod intake;
mod kinds;
mod quality;
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
    quality: quality::QUALITY,
    intake: intake::INTAKE,
    errors: errors::ERRORS,
    abc_xyz: abc_xyz::ABC_XYZ,
    beyond: beyond::BEYOND,
    cells: cells::CELLS,
    chart: chart::CHART,
    export: export::EXPORT,
    settings: settings::SETTINGS,
    tables: tables::TABLES,
};
