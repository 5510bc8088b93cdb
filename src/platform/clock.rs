//! What the browser knows of time: how long something takes, the time of day, and which day it is.

use std::time::Duration;

use js_sys::{Date, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Performance, WorkerGlobalScope};

use crate::analytics::date::Day;

/// Milliseconds since the page or worker was started, never running backwards; 0 where the browser has no clock.
///
/// Not the time of day: it is only good for differences.
#[must_use]
pub fn now_ms() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    performance.ok().and_then(|clock| clock.dyn_into::<Performance>().ok()).map_or(0.0, |clock| clock.now())
}

/// Waits for `pause` at the least, in a page or a worker; none is until the next task. At once where there are no timers.
pub async fn later(pause: Duration) {
    // A page has the same timers.
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let pause = i32::try_from(pause.as_millis()).unwrap_or(i32::MAX);
    let over = Promise::new(&mut |over, _| {
        if scope.set_timeout_with_callback_and_timeout_and_arguments_0(&over, pause).is_err() {
            // It cannot fail, and who waits must not do so for ever.
            let _ = over.call0(&JsValue::NULL);
        }
    });
    // It is never refused.
    let _ = JsFuture::from(over).await;
}

/// The time of day in whole milliseconds since 1970, as the computer has it: it may be wrong, and may be set back.
#[must_use]
pub fn time_of_day_ms() -> u64 {
    // Whole and far under 2^53; before 1970 is 1970.
    Date::now() as u64
}

/// A name that no other thing has, beginning with the time of day.
#[must_use]
pub fn unique_name() -> String {
    format!("{}-{:08x}", time_of_day_ms(), (js_sys::Math::random() * 4_294_967_296.0) as u32)
}

/// The time of day at which a name of [`unique_name`] was given.
#[must_use]
pub fn time_of_name_ms(name: &str) -> Option<u64> {
    name.split_once('-')?.0.parse().ok()
}

/// The calendar day of a time of day, where this computer stands.
#[must_use]
pub fn day_of(time_ms: u64) -> Day {
    let date = Date::new(&(time_ms as f64).into());
    let year = i32::try_from(date.get_full_year()).ok();
    year.and_then(|year| Day::from_ymd(year, date.get_month() + 1, date.get_date())).unwrap_or_default()
}

/// The day where the user is.
#[must_use]
pub fn today() -> Day {
    day_of(time_of_day_ms())
}
