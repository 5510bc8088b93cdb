//! What the browser knows of time: how long something takes, and which day it is.

use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Performance;

use crate::analytics::date::Day;

/// Milliseconds since the page or worker was started, never running backwards; 0 where the browser has no clock.
///
/// Not the time of day: it is only good for differences.
#[must_use]
pub fn now_ms() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    performance.ok().and_then(|clock| clock.dyn_into::<Performance>().ok()).map_or(0.0, |clock| clock.now())
}

/// The day where the user is; the first day of 1970 where the browser's calendar is out of its mind.
#[must_use]
pub fn today() -> Day {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Day::from_ymd(year, now.get_month() + 1, now.get_date()).unwrap_or(Day(0))
}
