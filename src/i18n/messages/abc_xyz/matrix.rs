//! Texts: the matrix and the panel of a cell.

use crate::analytics::segmentation::abc::AbcClass;
use crate::analytics::segmentation::abc_xyz::{AbcXyzOptions, Cell};
use crate::analytics::segmentation::value::ValueBy;
use crate::analytics::segmentation::xyz::XyzClass;
use crate::i18n::Format;

/// The matrix and the panel of a cell.
#[derive(Debug)]
pub struct MatrixMessages {
    /// Heading over the matrix.
    pub title: &'static str,
    /// Caption for those who do not see the table: how to move in it.
    pub caption: &'static str,
    /// What the rows are.
    pub rows_axis: &'static str,
    /// What the columns are.
    pub columns_axis: &'static str,
    /// Letter or word of a row: "A", "No value".
    pub row_name: fn(Option<AbcClass>, ValueBy) -> &'static str,
    /// Letter or word of a column: "X", "New".
    pub column_name: fn(Option<XyzClass>) -> &'static str,
    /// What a row holds, in a few words with the threshold in force.
    pub row_words: fn(Format, Option<AbcClass>, AbcXyzOptions) -> String,
    /// What a column holds, in a few words with the threshold in force.
    pub column_words: fn(Format, Option<XyzClass>, AbcXyzOptions) -> String,
    /// The longer explanation of a row.
    pub row_explain: fn(Format, Option<AbcClass>, AbcXyzOptions) -> String,
    /// The longer explanation of a column.
    pub column_explain: fn(Format, Option<XyzClass>, AbcXyzOptions) -> String,
    /// "Explain A": name of the button beside a header.
    pub explain_label: fn(&str) -> String,
    /// "clients" after their number, for those who hear the cell.
    pub clients: fn(Format, u64) -> &'static str,
    /// Clients of a cell who have gone quiet, short: "12 quiet".
    pub quiet: fn(Format, u64) -> String,
    /// What a share of value is a share of, after the figure: "of sales".
    pub of_value: fn(ValueBy) -> &'static str,
    /// Switch of shading: label.
    pub shade_by: &'static str,
    /// Switch of shading: by number of clients.
    pub shade_by_count: &'static str,
    /// Heading over the curve.
    pub curve: &'static str,
    /// What the curve shows.
    pub curve_explain: &'static str,
    /// Said where the panel of a cell will be while none is chosen.
    pub choose_hint: &'static str,
    /// Panel: code and name of the type, "AX · large and regular".
    pub panel_title: fn(&str, &str) -> String,
    /// Panel: its figures in one line.
    pub panel_figures: fn(Format, &CellFigures) -> String,
    /// Panel: label of the approach.
    pub approach: &'static str,
    /// Panel: label of the price conditions.
    pub price: &'static str,
    /// Panel: how the texts are kept.
    pub kept_hint: &'static str,
    /// Panel: button that puts the starting texts back.
    pub reset_texts: &'static str,
    /// Notice after that.
    pub texts_were_reset: &'static str,
    /// Its button.
    pub undo: &'static str,
    /// Panel: button that closes it.
    pub close_panel: &'static str,
}

/// A cell with its figures written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFigures {
    /// Which cell.
    pub cell: Cell,
    /// Clients.
    pub clients: u64,
    /// Share of all clients, written.
    pub clients_share: String,
    /// Value, written.
    pub value: String,
    /// The measure of value.
    pub by: ValueBy,
    /// Share of value, written; `None` for clients that stand outside the shares.
    pub value_share: Option<String>,
    /// Average value, written; `None` without clients.
    pub average: Option<String>,
    /// Clients who have gone quiet.
    pub quiet: u64,
}
