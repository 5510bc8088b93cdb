//! Drawings of our own as SVG, for pictures that the page makes of its own elements and that are to be saved.
//!
//! Invariant: texts stay texts, whatever is in them.

use std::fmt::Write;

use super::Palette;
use super::picture::{DRAWING, escaped};

/// Where a text stands against its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It ends there.
    End,
}

/// A drawing of the size [`DRAWING`], in the colours of a palette.
#[derive(Debug)]
pub struct Svg<'a> {
    palette: &'a Palette,
    body: String,
}

impl<'a> Svg<'a> {
    /// An empty one.
    #[must_use]
    pub const fn new(palette: &'a Palette) -> Self {
        Self { palette, body: String::new() }
    }

    /// A filled box; one without area is left out.
    pub fn area(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        if width > 0.0 && height > 0.0 {
            let fill = escaped(fill);
            // Writing to a string cannot fail.
            let _ = write!(
                self.body,
                r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" fill="{fill}"/>"#
            );
        }
    }

    /// A striped box: what is lost, also for those who see no colours.
    pub fn striped(&mut self, place: (f64, f64), size: (f64, f64)) {
        self.area(place, size, "url(#stripes)");
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str) {
        let colour = escaped(colour);
        let _ = write!(
            self.body,
            r#"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="{colour}" stroke-width="2"/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    /// A line of text, cut where it is longer than `width` surely has room for.
    pub fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, (px, weight): (u32, u32), width: f64, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::End => "end",
        };
        let (font, colour) = (escaped(&self.palette.font), escaped(&self.palette.ink));
        let text = escaped(&shortened(text, room(px, width)));
        let _ = write!(
            self.body,
            r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" font-family="{font}" font-size="{px}" font-weight="{weight}" fill="{colour}">{text}</text>"#
        );
    }

    /// The drawing as an `<svg>` element.
    #[must_use]
    pub fn finish(self) -> String {
        let (width, height) = DRAWING;
        let accent = escaped(&self.palette.accent);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><defs><pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="{accent}" fill-opacity="0.15"/><rect width="2" height="7" fill="{accent}"/></pattern></defs>{}</svg>"#,
            self.body
        )
    }
}

/// Characters that surely fit a width: a letter is mostly narrower than six tenths of its height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few characters")]
#[must_use]
pub fn room(px: u32, width: f64) -> usize {
    (width / (f64::from(px) * 0.6)).max(1.0) as usize
}

/// `text`, cut to so many characters with an ellipsis at the end.
pub(super) fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(room.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_and_stay_texts() {
        let palette = Palette::paper();
        let mut svg = Svg::new(&palette);
        svg.text((0.0, 0.0), Anchor::Start, (10, 400), 60.0, "<b>&\"1234567890");
        svg.area((0.0, 0.0), (0.0, 5.0), "#000000");
        let svg = svg.finish();
        // Ten characters fit.
        assert!(svg.contains(">&lt;b&gt;&amp;&quot;1234…</text>"), "{svg}");
        assert!(!svg.contains("height=\"5.0\""));
    }

    #[test]
    fn short_texts_stay_whole() {
        for (text, room, expected) in [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab cd", 4, "ab…"), ("", 1, "")] {
            assert_eq!(shortened(text, room), expected);
        }
    }
}
