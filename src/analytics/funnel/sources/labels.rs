//! Labels of a column as sources.

use std::collections::{BTreeMap, HashMap};

use super::{SourceLabel, SourcesOptions, Unknown};
use crate::analytics::dataset::kinds::column::TextColumn;
use crate::analytics::stage_names::{folded, is_returning, is_unknown_source};

/// What a label tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// A source.
    Known,
    /// That it is not known.
    Nothing,
    /// That somebody was a client before.
    CameBack,
}

/// Labels of a column as sources.
pub(super) struct Labels {
    /// Sources, in order of first appearance.
    pub(super) labels: Vec<SourceLabel>,
    tells: Vec<Tells>,
    /// For each text of the column its source.
    of_text: Vec<usize>,
    /// The source of empty cells.
    empty: usize,
}

impl Labels {
    pub(super) fn new(column: &TextColumn, options: &SourcesOptions) -> Self {
        let mut labels = Self { labels: Vec::new(), tells: Vec::new(), of_text: Vec::new(), empty: 0 };
        labels.empty = labels.place(None, options);
        let merges: HashMap<&str, &str> =
            options.merges.iter().map(|(from, into)| (from.as_str(), into.as_str())).collect();
        for name in column.names.iter() {
            let name = merges.get(name).copied().unwrap_or(name);
            let place = labels.place(Some(name), options);
            labels.of_text.push(place);
        }
        labels
    }

    /// The place of a label, which is given one if it has none.
    pub(super) fn place(&mut self, name: Option<&str>, options: &SourcesOptions) -> usize {
        let is_nothing = name.is_none_or(is_unknown_source);
        let label = match name {
            _ if is_nothing && options.unknown == Unknown::Together => SourceLabel::NotKnown,
            None => SourceLabel::Empty,
            Some(name) => SourceLabel::Named(name.to_owned()),
        };
        let tells = match name {
            _ if is_nothing => Tells::Nothing,
            Some(name) if is_returning(name) => Tells::CameBack,
            _ => Tells::Known,
        };
        self.labels.iter().position(|known| *known == label).unwrap_or_else(|| {
            self.labels.push(label);
            self.tells.push(tells);
            self.labels.len() - 1
        })
    }

    /// The place of the label of a row.
    pub(super) fn of(&self, column: &TextColumn, row: usize) -> usize {
        let id = column.ids.get(row).unwrap_or(TextColumn::NONE);
        self.of_text.get(id as usize).copied().unwrap_or(self.empty)
    }

    pub(super) fn tells(&self, place: usize) -> Tells {
        self.tells.get(place).copied().unwrap_or(Tells::Nothing)
    }

    /// The place of a source of that name, spelled in any way.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let wanted = folded(name);
        let exact = self.labels.iter().position(|label| label.key() == name);
        exact.or_else(|| self.labels.iter().position(|label| folded(label.key()) == wanted))
    }
}

/// Groups of labels that differ only by case, spaces or punctuation and are not merged yet, the most frequent first.
pub(super) fn spellings(column: &TextColumn, options: &SourcesOptions) -> Vec<Vec<String>> {
    let mut rows = vec![0_u64; column.names.len()];
    for id in column.ids.iter() {
        if let Some(rows) = rows.get_mut(id as usize) {
            *rows += 1;
        }
    }
    let is_merged = |name: &str| options.merges.iter().any(|(from, _)| from == name);
    let mut groups: BTreeMap<String, Vec<(u64, &str)>> = BTreeMap::new();
    for (name, rows) in column.names.iter().zip(rows).filter(|(name, _)| !is_merged(name)) {
        groups.entry(folded(name)).or_default().push((rows, name));
    }
    let mut groups: Vec<Vec<(u64, &str)>> = groups.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    }
    groups.sort_by(|left, right| {
        let rows = |group: &[(u64, &str)]| group.iter().map(|(rows, _)| rows).sum::<u64>();
        rows(right).cmp(&rows(left)).then_with(|| left.cmp(right))
    });
    groups.into_iter().map(|group| group.into_iter().map(|(_, name)| name.to_owned()).collect()).collect()
}

/// Labels that say nothing, with how many rows have them: empty cells first, then by rows, then by name.
pub(super) fn not_known(column: &TextColumn) -> Vec<(Option<String>, u64)> {
    let mut rows: BTreeMap<Option<&str>, u64> = BTreeMap::new();
    for label in column.iter().filter(|label| label.is_none_or(is_unknown_source)) {
        *rows.entry(label).or_default() += 1;
    }
    let mut rows: Vec<_> = rows.into_iter().map(|(label, rows)| (label.map(str::to_owned), rows)).collect();
    rows.sort_by(|left, right| {
        left.0.is_some().cmp(&right.0.is_some()).then_with(|| right.1.cmp(&left.1)).then_with(|| left.0.cmp(&right.0))
    });
    rows
}
