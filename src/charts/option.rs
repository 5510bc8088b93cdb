//! The frame of every chart's option: what holds for all of them whatever they show.
//!
//! - nothing moves by itself (`animation: false`): charts follow the pointer, and reduced motion needs no case;
//! - tooltips are drawn (`renderMode: richText`), never built of HTML, and their texts are made here beforehand:
//!   ECharts' formatters are templates only, so that no text of a file is ever read as code;
//! - ECharts' own descriptions of charts are not in the bundle: the label and the table are ours, in the user's language.

use serde::Serialize;
use serde_json::{Value, json};

use super::Palette;

/// Size of texts in a chart, in CSS pixels.
pub const TEXT_PX: u32 = 12;

/// A part of an option as JSON. Parts are structs with text keys, which always serialise.
#[must_use]
pub fn part(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// `part` with what charming's type has no field for.
#[must_use]
pub fn patched(part: &impl Serialize, patch: Value) -> Value {
    let mut value = self::part(part);
    merge(&mut value, patch);
    value
}

/// The option of a chart with one pair of axes.
#[must_use]
pub fn cartesian(palette: &Palette, grid: Value, x_axis: Value, y_axis: Value, series: Vec<Value>) -> Value {
    let pointer = json!({
        "trigger": "axis",
        "formatter": "{b0}",
        "axisPointer": { "type": "line", "lineStyle": { "color": palette.muted, "type": "solid" }, "label": { "show": false } },
    });
    let mut option = plain(palette, series);
    merge(&mut option, json!({ "tooltip": pointer, "grid": grid, "xAxis": x_axis, "yAxis": y_axis }));
    option
}

/// The option of a chart whose parts are pointed at one by one: the name of a part is what its tooltip says.
#[must_use]
pub fn plain(palette: &Palette, series: Vec<Value>) -> Value {
    json!({
        "animation": false,
        "textStyle": { "fontFamily": palette.font, "fontSize": TEXT_PX, "color": palette.ink },
        "tooltip": {
            "renderMode": "richText",
            "trigger": "item",
            "formatter": "{b}",
            "confine": true,
            "transitionDuration": 0,
            "backgroundColor": palette.surface,
            "borderColor": palette.rule,
            "borderWidth": 1,
            "padding": [8, 12],
            "textStyle": { "fontFamily": palette.font, "fontSize": TEXT_PX, "lineHeight": 18, "color": palette.ink },
        },
        "series": series,
    })
}

/// The looks of an axis. charming's type holds the line's colour as a list, which only gauges read.
#[must_use]
pub fn axis_looks(palette: &Palette) -> Value {
    json!({
        "nameTextStyle": { "color": palette.muted },
        "axisLabel": { "color": palette.muted },
        "axisLine": { "show": true, "lineStyle": { "color": palette.rule } },
        "axisTick": { "show": false },
        "splitLine": { "lineStyle": { "color": palette.rule } },
    })
}

/// Puts `patch` over `into`: objects key by key, anything else whole.
pub fn merge(into: &mut Value, patch: Value) {
    match (into, patch) {
        (Value::Object(into), Value::Object(patch)) => {
            for (key, value) in patch {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, patch) => *into = patch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_adds_and_replaces_but_takes_nothing_away() {
        let mut value = json!({"a": {"b": 1, "c": 2}, "d": [1, 2]});
        merge(&mut value, json!({"a": {"c": 3, "e": 4}, "d": [5]}));
        assert_eq!(value, json!({"a": {"b": 1, "c": 3, "e": 4}, "d": [5]}));
    }
}
