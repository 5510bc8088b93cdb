//! The kinds of documents that there are. A new one is added here, with a frozen example in the tests.

use super::document::Document;
use crate::profile::{
    CellTexts, ClientViews, DealRules, FlowBoards, NamedRules, Priority, Readings, Rules, SalesPlan, Selections,
    Settings, Tables,
};

impl Document for Settings {
    const KIND: &'static str = "settings";
}

impl Document for CellTexts {
    const KIND: &'static str = "cell-texts";
}

impl Document for Readings {
    const KIND: &'static str = "readings";
}

impl Document for ClientViews {
    const KIND: &'static str = "client-views";
}

impl Document for Priority {
    const KIND: &'static str = "priority";
}

impl Document for Rules {
    const KIND: &'static str = "rules";
}

impl Document for Tables {
    const KIND: &'static str = "tables";
}

impl Document for SalesPlan {
    const KIND: &'static str = "plan";
}

impl Document for DealRules {
    const KIND: &'static str = "deals";
}

impl Document for FlowBoards {
    const KIND: &'static str = "flow";
}

impl Document for NamedRules {
    const KIND: &'static str = "named-rules";
}

impl Document for Selections {
    const KIND: &'static str = "selections";
}
