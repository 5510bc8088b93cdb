//! Rows that stand in quotes as a whole: `"a,b,""c d"""`.
//!
//! Programs write them that take each row of a table for one text: a sheet whose rows stand in its first column, a
//! database that quotes twice. What is within the quotes is a row like any other; line ends stay where they are, so that
//! lines are counted as in the file. Rows without quotes around them stay as they are.

/// Takes the outer quotes off, piece by piece.
#[derive(Debug, Default)]
pub struct Unwrapper {
    state: State,
    /// Rows whose outer quotes have ended, and rows without.
    wrapped: usize,
    bare: usize,
    text: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// At the beginning of a line.
    #[default]
    Start,
    /// In a row without quotes around it.
    Bare,
    /// Within the quotes.
    Inside,
    /// After a quote within the quotes: the first of two, or the last.
    Quote,
    /// After the quotes.
    After,
}

impl Unwrapper {
    /// The text of the next piece without the outer quotes.
    pub fn push(&mut self, piece: &str) -> &str {
        self.text.clear();
        for character in piece.chars() {
            let is_end = matches!(character, '\n' | '\r');
            let (state, is_text) = match (self.state, character) {
                (State::Start, '"') => (State::Inside, false),
                (State::Inside, '"') => (State::Quote, false),
                (State::Inside, _) => (State::Inside, true),
                (State::Quote, '"') => (State::Inside, true),
                (State::Start | State::Bare | State::Quote | State::After, _) if is_end => (State::Start, true),
                (State::Start | State::Bare, _) => (State::Bare, true),
                // Separators of columns that are empty in all rows.
                (State::Quote | State::After, _) => (State::After, false),
            };
            self.wrapped += usize::from(self.state == State::Quote && matches!(state, State::Start | State::After));
            self.bare += usize::from(self.state == State::Start && state == State::Bare);
            self.state = state;
            if is_text {
                self.text.push(character);
            }
        }
        &self.text
    }

    /// Whether nearly all rows so far stood in quotes: all but a header, or titles.
    #[must_use]
    pub const fn has_wrapped(&self) -> bool {
        self.wrapped > 1 && self.bare * 4 <= self.wrapped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_with_and_without_quotes() {
        for (text, expected) in [
            ("\"a,b\"\n\"1,2\"\n", true),
            ("a,b\n\"1,2\"\n\"1,2\"\n\"1,2\"\n\"1,2\"\n", true),
            ("a,b\n\"1,2\"\n1,2\n", false),
            ("\"a,b\n1,2\n1,2\n", false),
            ("a\nb\n", false),
        ] {
            let mut unwrapper = Unwrapper::default();
            unwrapper.push(text);
            assert_eq!(unwrapper.has_wrapped(), expected, "{text:?}");
        }
    }

    #[test]
    fn outer_quotes_go_however_the_text_is_cut() {
        let cases = [
            ("\"a,b\"\n\"1,2\"\n", "a,b\n1,2\n"),
            ("\"a,\"\"b, c\"\"\"\r\n\"1,\"\"2\"\"\"", "a,\"b, c\"\r\n1,\"2\""),
            ("a,b\n\"1,2\";;\n", "a,b\n1,2\n"),
            ("\"a,\"\"b\nc\"\"\"\n\n\"\"\n", "a,\"b\nc\"\n\n\n"),
        ];
        for (text, expected) in cases {
            for cut in (0..=text.len()).filter(|&cut| text.is_char_boundary(cut)) {
                let mut unwrapper = Unwrapper::default();
                let (left, right) = text.split_at(cut);
                let read = unwrapper.push(left).to_owned() + unwrapper.push(right);
                assert_eq!(read, expected, "{text:?} cut at {cut}");
            }
        }
    }
}
