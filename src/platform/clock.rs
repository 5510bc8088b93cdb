//! Time that only runs forwards, for measuring how long something takes.

/// Milliseconds since the page was opened, never running backwards; 0 where the browser has no clock.
///
/// Not the time of day: it is only good for differences.
#[must_use]
pub fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
