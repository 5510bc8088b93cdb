//! Where bytes are no text.

use super::encoding::REPLACEMENT;
use super::report::ImportReport;

/// Lines with bytes that are no text, the first few.
#[derive(Debug, Default)]
pub(super) struct BrokenLines(Vec<u64>);

impl BrokenLines {
    /// Takes note of a text that stands on `line`. What a decoder puts in place of such bytes comes as a text of its own
    /// in UTF-8, which alone is told apart so: other encodings hardly know such bytes.
    pub(super) fn see(&mut self, text: &str, line: u64) {
        let is_news = text == REPLACEMENT && self.0.last() != Some(&line);
        if is_news && self.0.len() < ImportReport::UNDECODABLE_LINES_MAX {
            self.0.push(line);
        }
    }

    pub(super) fn take(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.0)
    }
}
