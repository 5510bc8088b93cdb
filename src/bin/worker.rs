//! The engine's worker.

use clientfolio::platform::worker_scope;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    console_error_panic_hook::set_once();
    worker_scope::serve();
}

/// Serves requests that come through `port`: for a page where no worker starts, which loads this program itself.
#[wasm_bindgen(js_name = serveOn)]
pub fn serve_on(port: web_sys::MessagePort) {
    worker_scope::serve_on(port);
}
