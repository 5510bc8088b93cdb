//! The only place that knows the browser.
//!
//! - A function says what is meant, not which call of the browser does it.
//! - What the browser gives for a time (a worker, a listener, an address of bytes) is a struct whose `Drop` gives it back.
//! - Where the browser lacks something or refuses it, there is `None` or an error without words; nothing panics.
//!
//! Files that end in `_scope` are the workers' sides: [`engine`] talks to [`worker_scope`], [`workbook`] to
//! [`workbook_scope`], [`export`] to [`export_scope`]; the latter two through `errand` and `errand_scope`.

pub mod boot;
pub mod clipboard;
pub mod clock;
pub mod color_scheme;
pub mod css_tokens;
pub mod dialog;
pub mod download;
pub mod drop_place;
pub mod echarts;
pub mod engine;
mod errand;
mod errand_scope;
pub mod export;
pub mod export_scope;
pub mod fetch;
pub mod file_access;
mod file_pieces;
mod folders;
pub mod indexed_db;
pub mod local_store;
pub mod navigation;
pub mod packing;
pub mod palette;
pub mod picture;
pub mod popover;
pub mod print;
pub mod scroll;
pub mod space;
mod store_failure;
pub mod vault;
pub mod workbook;
pub mod workbook_scope;
pub mod worker_scope;
