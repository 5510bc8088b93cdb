//! Colours and type of a chart, by role.

/// What a chart needs of the theme. Colours are what CSS calls them: `#0f5c63`, `rgb(15 92 99)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub surface: String,
    /// Text and the main line.
    pub ink: String,
    /// Text of axes.
    pub muted: String,
    /// Thin lines.
    pub rule: String,
    /// What is to be looked at.
    pub accent: String,
    /// What went well.
    pub good: String,
    /// What went badly.
    pub bad: String,
    /// Area of class A.
    pub class_a: String,
    /// Area of class B.
    pub class_b: String,
    /// Area of class C.
    pub class_c: String,
    /// Segments of clients, in the order of the map that the app begins with.
    pub segments: Vec<String>,
    /// Families of type, as CSS lists them.
    pub font: String,
}

/// Colours of segments on paper.
const SEGMENTS_ON_PAPER: [&str; 10] =
    ["#0072B2", "#56B4E9", "#009E73", "#CC79A7", "#7B61B5", "#D55E00", "#E69F00", "#F0E442", "#9A7B4F", "#8A8F96"];

impl Palette {
    /// The colour of the segment at a position; they come round again after the last.
    #[must_use]
    pub fn segment(&self, index: usize) -> &str {
        self.segments.get(index % self.segments.len().max(1)).map_or(&self.muted, String::as_str)
    }

    /// Black or white: what can be read on `colour`, which is written `#rrggbb`.
    ///
    /// The one with the greater contrast by WCAG 2.2, which is at least 4.58 on any colour. `None` for a colour that is
    /// written otherwise.
    #[must_use]
    pub fn ink_on(colour: &str) -> Option<&'static str> {
        let code = u32::from_str_radix(colour.strip_prefix('#').filter(|code| code.len() == 6)?, 16).ok()?;
        let linear = |shift: u32| {
            let part = f64::from(code >> shift & 0xFF) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
        // With black the contrast is (L + 0.05) / 0.05, with white 1.05 / (L + 0.05).
        Some(if (luminance + 0.05).powi(2) > 0.05 * 1.05 { "#000000" } else { "#FFFFFF" })
    }

    /// Ink on white paper, whatever the theme: for print and for pictures that are saved. The values are those of
    /// `style/print.css`.
    #[must_use]
    pub fn paper() -> Self {
        Self {
            surface: "#FFFFFF".to_owned(),
            ink: "#000000".to_owned(),
            muted: "#444444".to_owned(),
            rule: "#BBBBBB".to_owned(),
            accent: "#C8452D".to_owned(),
            good: "#2B6E49".to_owned(),
            bad: "#A61E3A".to_owned(),
            class_a: "#095255".to_owned(),
            class_b: "#55A0A4".to_owned(),
            class_c: "#BEDFE1".to_owned(),
            segments: SEGMENTS_ON_PAPER.map(str::to_owned).to_vec(),
            // A saved picture cannot bring the app's own type along: where that is not installed, the system's stands in.
            font: "Onest, system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrasts of these with white are published: 4.54 and 4.61 for the greys, 8.59 for blue, 4.00 for red.
    #[test]
    fn ink_is_what_can_be_read() {
        for (colour, ink) in [
            ("#ffffff", Some("#000000")),
            ("#767676", Some("#000000")),
            ("#757575", Some("#FFFFFF")),
            ("#0000FF", Some("#FFFFFF")),
            ("#FF0000", Some("#000000")),
            ("rgb(15 92 99)", None),
            ("#fff", None),
        ] {
            assert_eq!(Palette::ink_on(colour), ink, "{colour}");
        }
    }

    #[test]
    fn paper_is_that_of_the_style_sheet() {
        let sheet = include_str!("../../style/print.css");
        let paper = Palette::paper();
        for (token, colour) in [
            ("surface-raised", &paper.surface),
            ("ink", &paper.ink),
            ("muted", &paper.muted),
            ("rule", &paper.rule),
            ("accent", &paper.accent),
            ("good", &paper.good),
            ("bad", &paper.bad),
            ("class-a", &paper.class_a),
            ("class-b", &paper.class_b),
            ("class-c", &paper.class_c),
        ] {
            assert!(sheet.contains(&format!("--{token}: {colour};")), "{token}");
        }
        for (number, colour) in (1..).zip(&paper.segments) {
            assert!(sheet.contains(&format!("--segment-{number}: {colour};")), "segment {number}");
        }
    }
}
