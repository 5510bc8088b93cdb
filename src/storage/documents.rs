//! The kinds of documents that there are. A new one is added here, with a frozen example in the tests.

use super::document::Document;
use crate::profile::{CellTexts, Readings, Rules, Settings, Tables};

impl Document for Settings {
    const KIND: &'static str = "settings";
}

impl Document for CellTexts {
    const KIND: &'static str = "cell-texts";
}

impl Document for Readings {
    const KIND: &'static str = "readings";
}

impl Document for Rules {
    const KIND: &'static str = "rules";
}

impl Document for Tables {
    const KIND: &'static str = "tables";
}
