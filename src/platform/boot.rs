//! What the boot script of the page (`web/boot.js`) hands to the app.
//!
//! The names of the built files carry hashes, and the page's policy admits a worker only through the one Trusted
//! Types policy. The boot script knows both; everything else goes through the functions here.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessagePort, Worker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = clientfolio, js_name = startWorker, catch)]
    fn js_start_worker() -> Result<Worker, JsValue>;

    #[wasm_bindgen(js_namespace = clientfolio, js_name = startEngineHere, catch)]
    fn js_start_engine_here() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = clientfolio, js_name = startWorkbookWorker, catch)]
    fn js_start_workbook_worker() -> Result<Worker, JsValue>;

    #[wasm_bindgen(js_namespace = clientfolio, js_name = startExportWorker, catch)]
    fn js_start_export_worker() -> Result<Worker, JsValue>;

    #[wasm_bindgen(js_namespace = clientfolio, js_name = loadCharts, catch)]
    fn js_load_charts() -> Result<Promise, JsValue>;
}

/// Starts a worker with the engine. It says when it is ready; what is sent before may be lost.
///
/// # Errors
/// Whatever the browser throws where workers are not to be had.
pub fn start_worker() -> Result<Worker, JsValue> {
    js_start_worker()
}

/// Loads the engine into the page itself and gives the port through which it hears: where no worker starts. What is
/// sent before it says that it is ready is not lost.
///
/// # Errors
/// When the page was not started by the boot script, or the engine cannot be loaded.
pub async fn start_engine_here() -> Result<MessagePort, JsValue> {
    Ok(JsFuture::from(js_start_engine_here()?).await?.into())
}

/// Starts a worker that reads workbooks. It says when it is ready; what is sent before may be lost.
///
/// # Errors
/// Whatever the browser throws where workers are not to be had.
pub(super) fn start_workbook_worker() -> Result<Worker, JsValue> {
    js_start_workbook_worker()
}

/// Starts a worker that writes workbooks. It says when it is ready; what is sent before may be lost.
///
/// # Errors
/// Whatever the browser throws where workers are not to be had.
pub(super) fn start_export_worker() -> Result<Worker, JsValue> {
    js_start_export_worker()
}

/// Begins to load the module that draws charts; a second call gives the same module without loading it again.
///
/// # Errors
/// When the page was not started by the boot script. A module that cannot be loaded rejects the promise.
pub(super) fn load_charts() -> Result<Promise, JsValue> {
    js_load_charts()
}

/// The path of the app's folder on its host, without a slash at the end: `""`, `"/some/where"`.
///
/// Every screen's address is this folder and one name, so the folder of the present address is the app's.
#[must_use]
pub fn base_path() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}
