//! A chart as a picture of its own: white paper, the chart's name above it, and below it what it was computed from.

use super::Palette;
use super::option::TEXT_PX;

/// Width and height of the drawing itself, in CSS pixels.
pub const DRAWING: (u32, u32) = (960, 480);
/// Width and height of the drawing on a printed page: as wide as A4 between its margins lets it be.
pub const ON_PAPER: (u32, u32) = (680, 230);

/// Paper around everything.
const MARGIN: u32 = 24;
const TITLE_PX: u32 = 18;
/// From one line of notes to the next.
const LINE_PX: u32 = 18;
/// Characters of a note that surely fit a line: a letter is about half as wide as it is high, and few are wider.
const LINE_CHARS: usize = 128;

/// A picture as an SVG file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub svg: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
}

/// Puts `drawing`, an `<svg>` element of the size [`DRAWING`], between its title and notes.
#[must_use]
pub fn framed(drawing: &str, title: &str, notes: &[String], palette: &Palette) -> Picture {
    let lines: Vec<String> = notes.iter().flat_map(|note| wrapped(note, LINE_CHARS)).collect();
    let top = MARGIN + TITLE_PX + MARGIN;
    let notes_top = top + DRAWING.1 + MARGIN;
    let lines_count = u32::try_from(lines.len()).unwrap_or(0);
    let (width, height) = (DRAWING.0 + 2 * MARGIN, notes_top + lines_count * LINE_PX + MARGIN);
    let text = |y: u32, px: u32, weight: u32, colour: &str, text: &str| {
        let (font, colour, text) = (escaped(&palette.font), escaped(colour), escaped(text));
        format!(
            r#"<text x="{MARGIN}" y="{y}" font-family="{font}" font-size="{px}" font-weight="{weight}" fill="{colour}">{text}</text>"#
        )
    };
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><rect width="100%" height="100%" fill="{}"/>"#,
        escaped(&palette.surface)
    );
    svg.push_str(&text(MARGIN + TITLE_PX, TITLE_PX, 600, &palette.ink, title));
    svg.push_str(&format!(r#"<g transform="translate({MARGIN} {top})">{drawing}</g>"#));
    for (number, line) in (0..).zip(&lines) {
        svg.push_str(&text(notes_top + number * LINE_PX, TEXT_PX, 400, &palette.muted, line));
    }
    svg.push_str("</svg>");
    Picture { svg, width, height }
}

/// `note` in lines of so many characters at the most, broken between words where it can be.
pub(super) fn wrapped(note: &str, chars: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in note.split_whitespace() {
        let room = chars.saturating_sub(word.chars().count() + 1);
        if lines.last().is_some_and(|line| !line.is_empty() && line.chars().count() > room) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.extend(word.chars().take(chars));
        }
    }
    lines
}

/// `text` as text of XML, without characters that XML does not have.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    fn picture(title: &str, notes: &[&str]) -> Picture {
        let notes: Vec<String> = notes.iter().map(|&note| note.to_owned()).collect();
        framed(r#"<svg width="960" height="480"><path d="M0 0"/></svg>"#, title, &notes, &Palette::paper())
    }

    /// Texts of a picture in order; that it is XML, is asserted on the way.
    fn texts(svg: &str) -> Vec<String> {
        let mut reader = Reader::from_str(svg);
        let (mut texts, mut open) = (Vec::new(), false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(element) if element.name().as_ref() == "text" => {
                    open = true;
                    texts.push(String::new());
                }
                Event::End(_) => open = false,
                Event::Text(part) if open => texts.last_mut().unwrap().push_str(&part),
                Event::GeneralRef(name) if open => {
                    let character = quick_xml::escape::resolve_xml_entity(&name).unwrap();
                    texts.last_mut().unwrap().push_str(character);
                }
                Event::Eof => return texts,
                _ => {}
            }
        }
    }

    #[test]
    fn texts_stay_texts() {
        let hostile = "<img src=x onerror=alert(1)> & \"Ромашка\" \u{1}";
        let picture = picture(hostile, &["</text><script>1</script>"]);
        assert!(!picture.svg.contains("<script") && !picture.svg.contains("<img"));
        let shown = "<img src=x onerror=alert(1)> & \"Ромашка\"  ";
        assert_eq!(texts(&picture.svg), [shown, "</text><script>1</script>"]);
    }

    #[test]
    fn notes_are_broken_between_words_and_the_paper_grows() {
        let words = vec!["слово"; 50].join(" ");
        let (short, long) = (picture("t", &["a"]), picture("t", &[&words]));
        let lines = &texts(&long.svg)[1..];
        assert_eq!(lines.join(" "), words);
        // 21 words of five letters with the spaces between them are 125 characters.
        assert_eq!(lines.iter().map(|line| line.split(' ').count()).collect::<Vec<_>>(), [21, 21, 8]);
        assert_eq!(long.height - short.height, 2 * LINE_PX);
    }
}
