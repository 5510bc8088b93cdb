//! Moving a line over a chart by keys.

use clientfolio::charts::Plot;
use clientfolio::charts::plot::Scale;
use clientfolio::ui::components::axis_handle::AxisHandle;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};

use crate::support::{mount, settle};

const PLOT: Plot = Plot {
    x: Scale { values: (0.0, 100.0), pixels: (60.0, 460.0) },
    y: Scale { values: (0.0, 100.0), pixels: (220.0, 20.0) },
};

#[wasm_bindgen_test]
async fn keys_move_the_line_by_steps_within_its_bounds() {
    let value = RwSignal::new(80.0);
    let mounted = mount(move || {
        view! {
            <AxisHandle
                label=Signal::stored("Border".to_owned())
                value=value
                min=Signal::stored(1.0)
                max=Signal::stored(94.0)
                step=1.0
                describe=|value: f64| format!("{value} %")
                plot=Signal::stored(Some(PLOT))
                on_change=move |to| value.set(to)
                testid="border"
            />
        }
    });
    let line = mounted.find("border").unwrap();
    for (key, expected) in [
        ("ArrowUp", "81"),
        ("ArrowRight", "82"),
        ("ArrowDown", "81"),
        ("ArrowLeft", "80"),
        ("PageUp", "85"),
        ("PageDown", "80"),
        ("End", "94"),
        ("ArrowUp", "94"),
        ("Home", "1"),
        ("PageDown", "1"),
        ("a", "1"),
    ] {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        line.dispatch_event(&event).unwrap();
        settle().await;
        assert_eq!(line.get_attribute("aria-valuenow").as_deref(), Some(expected), "after {key}");
    }
    assert_eq!(line.get_attribute("aria-valuetext").as_deref(), Some("1 %"));
}

#[wasm_bindgen_test]
async fn the_line_stands_where_the_axis_has_its_value() {
    let plot = RwSignal::new(None);
    let mounted = mount(move || {
        view! {
            <AxisHandle
                label=Signal::stored("Border".to_owned())
                value=Signal::stored(75.0)
                min=Signal::stored(0.0)
                max=Signal::stored(100.0)
                step=1.0
                describe=|value: f64| value.to_string()
                plot=plot
                on_change=|_| {}
                testid="border"
            />
        }
    });
    settle().await;
    let line = mounted.find("border").unwrap();
    assert!(line.has_attribute("hidden"), "there is no place for it until the chart is drawn");

    plot.set(Some(PLOT));
    settle().await;
    assert!(!line.has_attribute("hidden"));
    let style = line.get_attribute("style").unwrap();
    // 75 of 100 from 220 px up to 20 px.
    for place in ["top: 70", "left: 60", "width: 400"] {
        assert!(style.contains(place), "{place} in {style}");
    }
}
