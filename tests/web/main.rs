//! What only a browser can answer, without the whole app: parts of screens and of the platform layer.
//!
//! `script/test` runs these in a headless Chromium, as `webdriver.json` says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]
#![cfg(target_arch = "wasm32")]

mod axis_handle;
mod chart;
mod computed;
mod palette;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
