//! A line across a chart that is dragged along the vertical axis, or moved by keys.

use leptos::{ev, html, prelude::*};

use crate::charts::plot::{Plot, Scale};

/// What Page Up and Page Down move by, in steps.
const PAGE_STEPS: f64 = 5.0;

/// A horizontal line over a chart at a value of the vertical axis: a slider with a grip at the line's right end.
///
/// It moves under the pointer at once, while `on_change` is called once a frame at most. Values are whole multiples
/// of `step`; keys: arrows by a step, Page Up and Page Down by five, Home and End to the ends.
#[component]
pub fn AxisHandle(
    /// What is moved.
    #[prop(into)]
    label: Signal<String>,
    /// Where it stands.
    #[prop(into)]
    value: Signal<f64>,
    /// The least it may be.
    #[prop(into)]
    min: Signal<f64>,
    /// The most it may be.
    #[prop(into)]
    max: Signal<f64>,
    /// What one press of an arrow moves by.
    step: f64,
    /// The value in words, as shown on the grip.
    #[prop(into)]
    describe: Callback<f64, String>,
    /// Where the chart's axes stand; the handle shows once they do.
    #[prop(into)]
    plot: Signal<Option<Plot>>,
    /// The new value.
    #[prop(into)]
    on_change: Callback<f64>,
    /// Name for automation.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let line = NodeRef::<html::Div>::new();
    // Where the pointer has it; the owner's value follows when the result is there.
    let dragged = RwSignal::new(None::<f64>);
    let frame_asked = StoredValue::new(false);
    // Where keys have put it: quick presses must not start from a value whose result is still under way.
    let pressed = RwSignal::new(None::<f64>);
    let shown = Signal::derive(move || dragged.get().or(pressed.get()).unwrap_or_else(|| value.get()));
    Effect::new(move |_| {
        let reached = value.get();
        if pressed.get_untracked() == Some(reached) {
            pressed.set(None);
        }
    });

    let change = move |wanted: f64| {
        let wanted = settle(wanted, step, min.get_untracked(), max.get_untracked());
        (wanted != shown.get_untracked()).then_some(wanted)
    };
    let tell_next_frame = move || {
        if frame_asked.get_value() {
            return;
        }
        frame_asked.set_value(true);
        request_animation_frame(move || {
            // The handle may be gone by then.
            if frame_asked.try_set_value(false).is_none()
                && let Some(Some(value)) = dragged.try_get_untracked()
            {
                on_change.run(value);
            }
        });
    };

    let on_pointer_down = move |event: ev::PointerEvent| {
        let Some(line) = line.get_untracked() else { return };
        if event.button() == 0 && line.set_pointer_capture(event.pointer_id()).is_ok() {
            event.prevent_default();
            let _ = line.focus();
            dragged.set(Some(shown.get_untracked()));
            pressed.set(None);
        }
    };
    let on_pointer_move = move |event: ev::PointerEvent| {
        let (Some(line), Some(plot)) = (line.get_untracked(), plot.get_untracked()) else { return };
        if dragged.get_untracked().is_none() {
            return;
        }
        let Some(overlay) = line.parent_element() else { return };
        let top = overlay.get_bounding_client_rect().top();
        if let Some(wanted) = change(plot.y.value(f64::from(event.client_y()) - top)) {
            dragged.set(Some(wanted));
            tell_next_frame();
        }
    };
    let on_release = move |_: ev::PointerEvent| {
        if let Some(last) = dragged.get_untracked() {
            dragged.set(None);
            if last != value.get_untracked() {
                on_change.run(last);
            }
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let now = shown.get_untracked();
        let wanted = match event.key().as_str() {
            "ArrowUp" | "ArrowRight" => now + step,
            "ArrowDown" | "ArrowLeft" => now - step,
            "PageUp" => now + step * PAGE_STEPS,
            "PageDown" => now - step * PAGE_STEPS,
            "Home" => min.get_untracked(),
            "End" => max.get_untracked(),
            _ => return,
        };
        event.prevent_default();
        if let Some(wanted) = change(wanted) {
            pressed.set(Some(wanted));
            on_change.run(wanted);
        }
    };

    let scale = move || plot.get().map(|plot| plot.y);
    let pixels = |value: f64| format!("{value:.1}px");
    view! {
        <div
            node_ref=line
            class="axis-handle"
            class:axis-handle--dragged=Signal::derive(move || dragged.get().is_some())
            role="slider"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=label
            aria-valuemin=Signal::derive(move || min.get().to_string())
            aria-valuemax=Signal::derive(move || max.get().to_string())
            aria-valuenow=Signal::derive(move || shown.get().to_string())
            aria-valuetext=Signal::derive(move || describe.run(shown.get()))
            data-testid=testid
            hidden=Signal::derive(move || plot.get().is_none())
            style:top=move || scale().map(|scale: Scale| pixels(scale.pixel(shown.get())))
            style:left=Signal::derive(move || plot.get().map(|plot| pixels(plot.x.pixels.0)))
            style:width=Signal::derive(move || plot.get().map(|plot| pixels(plot.x.pixels.1 - plot.x.pixels.0)))
            on:pointerdown=on_pointer_down
            on:pointermove=on_pointer_move
            on:pointerup=on_release
            on:pointercancel=on_release
            on:keydown=on_key
            on:blur=move |_| pressed.set(None)
        >
            <span class="axis-handle__grip">{move || describe.run(shown.get())}</span>
        </div>
    }
}

/// The multiple of `step` nearest to `wanted` within the bounds, themselves multiples of it or nearly so.
fn settle(wanted: f64, step: f64, min: f64, max: f64) -> f64 {
    ((wanted / step).round() * step).min(max).max(min)
}

#[cfg(test)]
mod tests {
    use super::settle;

    #[test]
    fn values_keep_to_steps_and_bounds() {
        for (wanted, step, min, max, settled) in [
            (80.4, 1.0, 1.0, 94.0, 80.0),
            (80.6, 1.0, 1.0, 94.0, 81.0),
            (97.0, 1.0, 1.0, 94.0, 94.0),
            (-3.0, 1.0, 1.0, 94.0, 1.0),
            (82.74, 0.5, 1.0, 94.0, 82.5),
        ] {
            let got = settle(wanted, step, min, max);
            assert!((got - settled).abs() < 1e-9, "{wanted} settles at {got}");
        }
    }
}
