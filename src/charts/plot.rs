//! Where values stand on the screen, for what is laid over a chart.

use serde_json::Value;

/// A linear scale: value ↔ distance in CSS pixels from the left or top edge of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Smallest and largest value of the axis.
    pub values: (f64, f64),
    /// Where these two stand.
    pub pixels: (f64, f64),
}

impl Scale {
    /// Where `value` stands.
    #[must_use]
    pub fn pixel(self, value: f64) -> f64 {
        map(value, self.values, self.pixels)
    }

    /// What stands at `pixel`.
    #[must_use]
    pub fn value(self, pixel: f64) -> f64 {
        map(pixel, self.pixels, self.values)
    }
}

/// The area between a chart's axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Along the horizontal axis.
    pub x: Scale,
    /// Along the vertical axis.
    pub y: Scale,
}

/// The ends of both axes as an option states them; `None` where they are left to ECharts.
#[must_use]
pub fn axis_ends(option: &Value) -> Option<[(f64, f64); 2]> {
    let ends = |axis: &str| {
        let axis = option.get(axis)?;
        Some((axis.get("min")?.as_f64()?, axis.get("max")?.as_f64()?))
    };
    Some([ends("xAxis")?, ends("yAxis")?])
}

/// `at`, taken from one range to another; the start of the other where the first is empty.
fn map(at: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    let length = from.1 - from.0;
    if length == 0.0 { to.0 } else { to.0 + (at - from.0) / length * (to.1 - to.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_and_pixels_answer_each_other() {
        // A vertical axis runs upwards: its largest value stands at the smallest distance from the top.
        let scale = Scale { values: (0.0, 100.0), pixels: (300.0, 20.0) };
        for (value, pixel) in [(0.0, 300.0), (100.0, 20.0), (50.0, 160.0), (95.0, 34.0), (110.0, -8.0)] {
            assert!((scale.pixel(value) - pixel).abs() < 1e-9, "{value} stands at {}", scale.pixel(value));
            assert!((scale.value(pixel) - value).abs() < 1e-9, "at {pixel} stands {}", scale.value(pixel));
        }
    }

    #[test]
    fn an_empty_scale_has_one_place() {
        let scale = Scale { values: (5.0, 5.0), pixels: (40.0, 80.0) };
        assert!((scale.pixel(7.0) - 40.0).abs() < 1e-9);
    }

    #[test]
    fn ends_are_read_only_where_stated() {
        let stated = json!({"xAxis": {"min": 0, "max": 100}, "yAxis": {"min": 0.5, "max": 9}});
        assert_eq!(axis_ends(&stated), Some([(0.0, 100.0), (0.5, 9.0)]));
        for option in [json!({}), json!({"xAxis": {"min": 0, "max": 100}, "yAxis": {"max": 9}})] {
            assert_eq!(axis_ends(&option), None);
        }
    }
}
