use crate::i18n::messages::cells::CellMessages;

pub const CELLS: CellMessages = CellMessages { title: "Cells" };
