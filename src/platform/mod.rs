//! The only place that knows the browser.

pub mod boot;
pub mod clipboard;
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
mod folders;
pub mod indexed_db;
pub mod local_store;
pub mod navigation;
pub mod packing;
pub mod palette;
pub mod popover;
pub mod scroll;
pub mod space;
pub mod vault;
pub mod workbook;
pub mod workbook_scope;
pub mod worker_scope;
