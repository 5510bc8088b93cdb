//! Results → pictures and the tables that say the same in figures. Pure: the same result gives the same option.
//!
//! A chart is a pair of functions of a result: one makes the option that ECharts draws
//! ([`pareto::option`]), the other the table beside it ([`pareto::table`]). Colours and fonts come in as a
//! [`Palette`], words and formats from [`crate::i18n`]; so a change of theme or language is a new option, nothing more.
//!
//! Options are built of charming's types and finished in [`option`], where the rules stand that hold for all charts:
//! no functions, no HTML, nothing that the page's policy would refuse.

pub mod course;
pub mod funnel;
pub mod migration;
pub mod option;
pub mod palette;
pub mod pareto;
pub mod picture;
pub mod plot;
pub mod rfm;
pub mod sources;
pub mod svg;
pub mod table;

pub use palette::Palette;
pub use plot::Plot;
pub use table::TableTwin;
