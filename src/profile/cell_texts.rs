//! The user's own approach and price conditions for the cells of the ABC-XYZ matrix.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::analytics::segmentation::abc_xyz::Cell;

/// What the user wrote for one cell; `None` leaves the starting text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CellText {
    /// How to treat these clients.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approach: Option<String>,
    /// Price conditions for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// Whatever else stands there: it is kept as it is.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl CellText {
    fn is_empty(&self) -> bool {
        self.approach.is_none() && self.price.is_none() && self.other.is_empty()
    }
}

/// Own texts by cell. Only the nine cells with both classes can have one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CellTexts {
    /// By [`Cell::code`].
    cells: BTreeMap<String, CellText>,
    /// Whatever else stands in the document: it is kept as it is.
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl CellTexts {
    /// The user's own text for a cell.
    #[must_use]
    pub fn get(&self, cell: Cell) -> Option<&CellText> {
        self.cells.get(&cell.code())
    }

    /// Takes an own text; one that says nothing is the same as none. Cells without both classes take none.
    pub fn set(&mut self, cell: Cell, text: CellText) {
        if cell.abc.is_none() || cell.xyz.is_none() {
            return;
        }
        if text.is_empty() {
            self.cells.remove(&cell.code());
        } else {
            self.cells.insert(cell.code(), text);
        }
    }

    /// Puts the starting text back.
    pub fn reset(&mut self, cell: Cell) {
        self.cells.remove(&cell.code());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(code: &str) -> Cell {
        Cell::from_code(code).unwrap()
    }

    fn approach(text: &str) -> CellText {
        CellText { approach: Some(text.to_owned()), ..CellText::default() }
    }

    #[test]
    fn own_texts_come_and_go() {
        let mut texts = CellTexts::default();
        texts.set(cell("AX"), approach("Call on Mondays"));
        texts.set(cell("A-"), approach("no such text"));
        assert_eq!(texts.get(cell("AX")), Some(&approach("Call on Mondays")));
        assert_eq!(texts.get(cell("A-")), None);
        assert_eq!(texts.get(cell("BY")), None);

        texts.set(cell("BY"), approach("A letter"));
        texts.set(cell("BY"), CellText::default());
        assert_eq!(texts.get(cell("BY")), None, "nothing said is no own text");

        texts.reset(cell("AX"));
        assert_eq!(texts, CellTexts::default());
    }

    #[test]
    fn an_empty_text_is_a_text() {
        let mut texts = CellTexts::default();
        texts.set(cell("CZ"), approach(""));
        assert_eq!(texts.get(cell("CZ")), Some(&approach("")), "to say nothing of a cell is the user's right");
    }

    #[test]
    fn unknown_fields_are_kept() {
        let text = r#"{"cells":{"AX":{"approach":"a","owner":"Anna"}},"colour":"red"}"#;
        let texts: CellTexts = serde_json::from_str(text).unwrap();
        let saved: Value = serde_json::to_value(&texts).unwrap();
        assert_eq!(saved, serde_json::from_str::<Value>(text).unwrap());
    }
}
