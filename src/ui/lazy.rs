//! What comes when it is first needed.
//!
//! A visitor's first load holds the frame and the start. The build cuts everything that only some parts use out of the
//! module (`script/web/split.mjs`); the first use of a part fetches it: the screens ([`super::tools::screens`]), and what
//! talks to engines ([`super::state::workspace`]). Where nothing is cut, as in tests and while one works on the app, a part
//! is there from the beginning, and the same code runs.

use std::pin::Pin;

/// What is asked of a part: done at once when it is there, else when it has come.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, PartMissing>>>>;

/// A part could not be fetched: no connection, or the host has a newer build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartMissing;

#[cfg(split_parts)]
impl From<leptos::wasm_split::SplitLoaderError> for PartMissing {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}
