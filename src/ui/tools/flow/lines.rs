//! Several leads or tasks as lines of text: `name; days; amount`, with semicolons or, from a spreadsheet, tabs. Pure.

use crate::analytics::amount::Amount;
use crate::profile::flow::FlowItem;
use crate::ui::tools::typed::{amount, whole};

/// Things with their days, where a line has them, and the numbers of lines that could not be read, from 1. Blank lines
/// are nothing.
pub(super) fn read_lines(text: &str) -> (Vec<(FlowItem, Option<u32>)>, Vec<u64>) {
    let (mut items, mut bad) = (Vec::new(), Vec::new());
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        match read_line(line) {
            Some(item) => items.push(item),
            None => bad.push(number),
        }
    }
    (items, bad)
}

fn read_line(line: &str) -> Option<(FlowItem, Option<u32>)> {
    let separator = if line.contains('\t') { '\t' } else { ';' };
    let cells: Vec<&str> = line.split(separator).map(str::trim).collect();
    let (name, days, money) = match cells.as_slice() {
        [name] => (*name, "", ""),
        [name, days] => (*name, *days, ""),
        [name, days, money] => (*name, *days, *money),
        _ => return None,
    };
    let days = if days.is_empty() { None } else { Some(whole(days)?) };
    let sum = if money.is_empty() { 0 } else { amount(money)?.0 };
    let amount = Amount(i64::try_from(sum).ok().filter(|sum| *sum >= 0)?);
    (!name.is_empty()).then(|| (FlowItem { name: name.to_owned(), amount, ..FlowItem::default() }, days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_or_told() {
        let text =
            "Bakery; 2; 48 000\n\nTender\t75\t640000,50\nWalk-in\nCafe;;120\n;3;5\nHotel; soon; 5\nA;1;2;3\nB;1;-5";
        let (items, bad) = read_lines(text);
        let read: Vec<(&str, Option<u32>, i64)> =
            items.iter().map(|(item, days)| (item.name.as_str(), *days, item.amount.0)).collect();
        assert_eq!(
            read,
            [
                ("Bakery", Some(2), 480_000_000),
                ("Tender", Some(75), 6_400_005_000),
                ("Walk-in", None, 0),
                ("Cafe", None, 1_200_000)
            ]
        );
        assert_eq!(bad, [6, 7, 8, 9]);
        assert_eq!(read_lines("").0.len(), 0);
    }
}
