//! Time that only runs forwards, for measuring how long something takes.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::Performance;

/// Milliseconds since the page or worker was started, never running backwards; 0 where the browser has no clock.
///
/// Not the time of day: it is only good for differences.
#[must_use]
pub fn now_ms() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    performance.ok().and_then(|clock| clock.dyn_into::<Performance>().ok()).map_or(0.0, |clock| clock.now())
}
