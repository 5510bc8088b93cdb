//! Where the best clients come from: sources by the classes of the clients that they brought.

use std::collections::{BTreeMap, HashMap};

use super::{SourceClasses, SourceLabel};
use crate::analytics::amount::Sum;
use crate::analytics::segmentation::abc_xyz::Cell;
use crate::analytics::stage_names::folded;

/// Classes of clients by the source that each came from; names are met however they are spelled. Clients that `sources`
/// does not name are of [`SourceLabel::NotKnown`]. Sources with most value first, ties by name; empty without sources.
#[must_use]
pub fn by_source<'a>(
    sources: impl IntoIterator<Item = (&'a str, SourceLabel)>,
    clients: impl IntoIterator<Item = (String, Cell, Sum)>,
) -> Vec<SourceClasses> {
    let mut of_client: HashMap<String, SourceLabel> = HashMap::new();
    for (client, source) in sources {
        of_client.entry(folded(client)).or_insert(source);
    }
    if of_client.is_empty() {
        return Vec::new();
    }
    let mut groups: BTreeMap<&SourceLabel, BTreeMap<usize, (Cell, u64, Sum)>> = BTreeMap::new();
    for (client, cell, value) in clients {
        let source = of_client.get(&folded(&client)).unwrap_or(&SourceLabel::NotKnown);
        let (_, count, sum) = groups.entry(source).or_default().entry(cell.index()).or_insert((cell, 0, Sum::ZERO));
        *count += 1;
        *sum += value;
    }
    let row = |(source, cells): (&SourceLabel, BTreeMap<usize, (Cell, u64, Sum)>)| SourceClasses {
        source: source.clone(),
        clients: cells.values().map(|(_, clients, _)| clients).sum(),
        value: cells.values().map(|(.., value)| *value).sum(),
        cells: cells.into_values().collect(),
    };
    let mut rows: Vec<SourceClasses> = groups.into_iter().map(row).collect();
    rows.sort_by(|left, right| right.value.cmp(&left.value).then_with(|| left.source.cmp(&right.source)));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analytics::segmentation::abc_xyz::Cell;

    #[test]
    fn clients_meet_their_sources() {
        let cell = |code: &str| Cell::all().find(|cell| cell.code() == code).unwrap();
        let named = |name: &str| SourceLabel::Named(name.to_owned());
        let sources = [("ООО «Вега»", named("Fair")), ("Lyra", named("Site")), ("Mars", named("Site"))];
        // Vega is spelled another way; nobody knows where Nova came from.
        let clients = [("ооо Вега", "AX", 50), ("Lyra", "AX", 20), ("Mars", "CZ", 40), ("Nova", "AX", 1)];
        let clients = clients.map(|(name, code, value)| (name.to_owned(), cell(code), Sum(value)));
        let rows = by_source(sources, clients);
        let shown: Vec<_> = rows
            .iter()
            .map(|row| {
                let cells: Vec<_> = row.cells.iter().map(|(cell, count, _)| (cell.code(), *count)).collect();
                (row.source.key(), row.clients, row.value.0, cells)
            })
            .collect();
        let cells = |cells: &[(&str, u64)]| cells.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect();
        let site: Vec<(String, u64)> = cells(&[("AX", 1), ("CZ", 1)]);
        let one: Vec<(String, u64)> = cells(&[("AX", 1)]);
        assert_eq!(shown, [("Site", 2, 60, site), ("Fair", 1, 50, one.clone()), ("(not known)", 1, 1, one)]);
        assert!(by_source([], [("Lyra".to_owned(), cell("AX"), Sum(1))]).is_empty());
    }
}
