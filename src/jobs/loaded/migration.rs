//! Migration between two windows of a table, with the list in sight.

use super::{Loaded, PageSpan};
use crate::analytics::dataset::Names;
use crate::analytics::segmentation::migration::analysis::{Migration, Movement};
use crate::analytics::segmentation::migration::{
    MigrationOptions, MigrationSummary, MovementQuery, MovementRow, MovementSort,
};
use crate::jobs::listing::fold;
use crate::jobs::protocol::MovementPage;

/// The migration of the latest options, and the latest list of it.
#[derive(Debug)]
pub(super) struct KeptMigration {
    migration: Migration,
    /// Places in [`Migration::movements`].
    list: Option<(MovementQuery, Vec<usize>)>,
}

impl Loaded {
    /// Who moved where.
    pub(in crate::jobs) fn migration(&mut self, options: MigrationOptions) -> MigrationSummary {
        self.kept_migration(options).migration.summary()
    }

    /// A page of the clients that `query` finds.
    pub(in crate::jobs) fn movements(
        &mut self,
        options: MigrationOptions,
        query: &MovementQuery,
        (from, count): (u64, u64),
    ) -> MovementPage {
        let (total, rows) = self.find_movements(options, query, PageSpan::new(from, count));
        MovementPage { total, from, rows }
    }

    /// All clients that `query` finds.
    pub(in crate::jobs) fn all_movements(
        &mut self,
        options: MigrationOptions,
        query: &MovementQuery,
    ) -> Vec<MovementRow> {
        self.find_movements(options, query, PageSpan::ALL).1
    }

    fn find_movements(
        &mut self,
        options: MigrationOptions,
        query: &MovementQuery,
        PageSpan { skip, take }: PageSpan,
    ) -> (u64, Vec<MovementRow>) {
        self.kept_migration(options);
        let (table, folded, kept) = self.for_migration();
        let Some(kept) = kept else { return (0, Vec::new()) };
        let KeptMigration { migration, list } = kept;
        let found = listed(list, migration, folded, query);
        let row = |&index: &usize| migration.row(index, &table.client_names);
        (found.len() as u64, found.iter().skip(skip).take(take).filter_map(row).collect())
    }

    /// The kept migration if it is of `options`, else a new one.
    fn kept_migration(&mut self, options: MigrationOptions) -> &KeptMigration {
        let (table, _, slot) = self.for_migration();
        slot.take_if(|kept| kept.migration.options != options);
        slot.get_or_insert_with(|| KeptMigration { migration: Migration::new(table, options), list: None })
    }
}

/// The kept list if it is of `query`, else a new one.
fn listed<'a>(
    list: &'a mut Option<(MovementQuery, Vec<usize>)>,
    migration: &Migration,
    folded: &Names,
    query: &MovementQuery,
) -> &'a [usize] {
    list.take_if(|(kept, _)| kept != query);
    &list.get_or_insert_with(|| (query.clone(), find(migration, folded, query))).1
}

/// Places of the clients that `query` finds, in its order.
fn find(migration: &Migration, folded: &Names, query: &MovementQuery) -> Vec<usize> {
    let needle = fold(&query.search);
    let name = |client: u32| folded.get(client).unwrap_or_default();
    let wanted = migration.movements.iter().enumerate().filter(|(_, movement)| {
        query.filter.takes(movement.before, movement.after)
            && (needle.is_empty() || name(movement.client).contains(&needle))
    });
    let key = |movement: &Movement| match query.sort {
        MovementSort::Change => -i128::try_from(movement.change().0.unsigned_abs()).unwrap_or(i128::MAX),
        MovementSort::Name => 0,
        MovementSort::Before => -movement.value_before.0,
        MovementSort::After => -movement.value_after.0,
    };
    let mut found: Vec<_> = wanted.map(|(index, movement)| (key(movement), name(movement.client), index)).collect();
    found.sort_unstable();
    if query.descending {
        found.reverse();
    }
    found.into_iter().map(|(.., index)| index).collect()
}
