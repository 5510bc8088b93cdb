//! The board as a file: what waits in the order of service, then what was put off, then what is done.

use super::figures::limits_line;
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::flow::{FlowCell, per_day};
use crate::i18n::Format;
use crate::i18n::messages::flow::FlowMessages;
use crate::jobs::sheet::{Basis, Cell, Export, Sheet};
use crate::profile::flow::{FlowBoard, FlowItem, ItemState};

/// The board with the limits that it was ordered by.
pub(super) fn export(format: Format, text: &FlowMessages, board: &FlowBoard) -> Export<'static> {
    let headers = [
        text.head_place,
        text.what,
        text.head_cell,
        text.how_much,
        text.in_days,
        text.head_per_day,
        text.estimated,
        text.head_state,
    ];
    let waiting = board.in_order();
    let mut rows: Vec<Vec<Cell>> =
        waiting.iter().zip(1_u64..).map(|((cell, item), place)| row(text, item, *cell, Some(place))).collect();
    for state in [ItemState::Postponed, ItemState::Done] {
        let items = board.items.iter().filter(|item| item.state == state);
        rows.extend(items.map(|item| row(text, item, board.cell_of(item), None)));
    }
    let limits = board.limits().map(|limits| limits_line(format, text, limits)).unwrap_or_default();
    let by = if board.by_hand { text.by_hand } else { text.by_medians };
    let settings = vec![(text.limits_by.to_owned(), format!("{by}. {limits} {}", text.ties))];
    let sheets = vec![Sheet::new(text.title, headers, rows), cells(text, board)];
    Export { sheets, basis: Basis { settings, left_out: Vec::new() } }
}

/// How many wait in each cell, and what they bring.
fn cells(text: &FlowMessages, board: &FlowBoard) -> Sheet<'static> {
    let waiting = board.in_order();
    let row = |cell: FlowCell| {
        let own = || waiting.iter().filter(|(other, _)| *other == cell);
        let sum: Sum = own().map(|(_, item)| item.amount).sum();
        vec![Cell::text((text.cell)(cell)), (own().count() as u64).into(), sum.into()]
    };
    Sheet::new(text.cells_sheet, text.cells_heads, FlowCell::ALL.map(row))
}

fn row(text: &FlowMessages, item: &FlowItem, cell: FlowCell, place: Option<u64>) -> Vec<Cell> {
    let state = match item.state {
        ItemState::Waiting => text.state_waiting,
        ItemState::Postponed => text.state_postponed,
        ItemState::Done => text.state_done,
    };
    let estimated = match (item.days_estimated, item.amount_estimated) {
        (false, false) => String::new(),
        (true, false) => text.in_days.to_owned(),
        (false, true) => text.how_much.to_owned(),
        (true, true) => format!("{}, {}", text.in_days, text.how_much),
    };
    let mut cell_name = (text.cell)(cell).to_owned();
    if item.moved.is_some() {
        cell_name = format!("{cell_name} ({})", text.moved);
    }
    vec![
        place.into(),
        Cell::text(item.name.clone()),
        Cell::Text(cell_name),
        Sum::from(item.amount).into(),
        item.days.into(),
        Sum::from(per_day(item.days, item.amount)).into(),
        Cell::Text(estimated),
        Cell::text(state),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::amount::{Amount, UNIT};
    use crate::i18n::{Currency, Locale, messages};

    #[test]
    fn rows_stand_in_the_order_of_service() {
        let mut board = FlowBoard { by_hand: true, fast_days: 5, much: Amount(50 * UNIT), ..FlowBoard::default() };
        for (name, days, amount) in [("later", 40, 10), ("now", 2, 90), ("gone", 1, 1)] {
            board.add(FlowItem { name: name.to_owned(), days, amount: Amount(amount * UNIT), ..FlowItem::default() });
        }
        board.change(3, |item| item.state = ItemState::Done);
        let format = Format { locale: Locale::En, currency: Currency::None };
        let mut export = export(format, messages(Locale::En).flow(), &board);
        let sheet = export.sheets.remove(0);
        let rows: Vec<Vec<Cell>> = sheet.rows.collect();
        let heads = |index: usize| [rows[index][0].clone(), rows[index][1].clone(), rows[index][2].clone()];
        assert_eq!(heads(0), [Cell::Count(1), Cell::text("now"), Cell::text("Fast, much")]);
        assert_eq!(heads(1), [Cell::Count(2), Cell::text("later"), Cell::text("Slow, little")]);
        assert_eq!(heads(2), [Cell::Empty, Cell::text("gone"), Cell::text("Fast, little")]);
        assert_eq!(rows[0][5], Cell::Amount(Sum(45 * i128::from(UNIT))));
        assert!(rows.iter().all(|row| row.len() == sheet.headers.len()));
    }
}
