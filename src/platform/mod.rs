//! The only place that knows the browser.

pub mod boot;
pub mod clock;
pub mod color_scheme;
pub mod css_tokens;
pub mod dialog;
pub mod download;
pub mod echarts;
pub mod engine;
pub mod fetch;
pub mod file_access;
mod file_pieces;
pub mod indexed_db;
pub mod local_store;
pub mod navigation;
pub mod packing;
pub mod palette;
pub mod popover;
pub mod scroll;
pub mod space;
pub mod vault;
pub mod worker_scope;
