//! English.

pub(super) mod abc_xyz;
pub(super) mod beyond;
pub(super) mod cells;
pub(super) mod chart;
pub(super) mod clients;
pub(super) mod errors;
pub(super) mod export;
pub(super) mod flow;
pub(super) mod funnel;
pub(super) mod import;
pub(super) mod intake;
pub(super) mod kinds;
pub(super) mod migration;
pub(super) mod parts;
pub(super) mod plan;
pub(super) mod priority;
pub(super) mod quality;
pub(super) mod rfm;
pub(super) mod saving;
pub(super) mod settings;
pub(super) mod shell;
pub(super) mod sources;
pub(super) mod start;
pub(super) mod tables;
pub(super) mod templates;
pub(super) mod value;
