//! What only a browser can answer, without the whole app: parts of screens and of the platform layer.
//!
//! `script/test` runs these in a headless Chromium, as `webdriver.json` says.
#![cfg(target_arch = "wasm32")]

mod axis_handle;
mod chart;
mod palette;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
