//! Funnel and sources of a table, with what is made of it once.

use super::Loaded;
use crate::analytics::dataset::OtherTable;
use crate::analytics::funnel::deals::{self, DealQuery, DealRow};
use crate::analytics::funnel::flow::{self, FlowOptions, FlowReport};
use crate::analytics::funnel::sources::{self, SourceClasses, SourceCost, SourceLabel, SourcesOptions, SourcesReport};
use crate::analytics::funnel::{FunnelOptions, FunnelReport, Journeys, measure};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::jobs::protocol::{Beside, ClientQuery, DealPage, JobError, PAGE_ROWS_MAX};

impl Loaded {
    /// The table of deals or moves with its journeys.
    fn journeys(&mut self) -> Result<(&OtherTable, &Journeys), JobError> {
        let (other, slot) = self.other_with_journeys();
        let table = other.ok_or(JobError::NoTable)?;
        let journeys = match slot {
            Some(journeys) => journeys,
            None => slot.insert(Journeys::of(table).ok_or(JobError::NoTable)?),
        };
        Ok((table, journeys))
    }

    pub(in crate::jobs) fn funnel(&mut self, options: &FunnelOptions) -> Result<FunnelReport, JobError> {
        let (table, journeys) = self.journeys()?;
        Ok(measure(journeys, table, options))
    }

    /// The client flow of the deals.
    pub(in crate::jobs) fn flow(&mut self, options: &FlowOptions) -> Result<FlowReport, JobError> {
        let (table, journeys) = self.journeys()?;
        Ok(flow::of_deals(journeys, table, options))
    }

    /// A page of the deals that `query` finds.
    pub(in crate::jobs) fn deals(
        &mut self,
        options: &FunnelOptions,
        query: &DealQuery,
        from: u64,
        count: u64,
    ) -> Result<DealPage, JobError> {
        let (table, journeys) = self.journeys()?;
        let (rows, total) = deals::find(journeys, table, options, query, (from, count.min(PAGE_ROWS_MAX)));
        Ok(DealPage { total, from, rows })
    }

    /// All deals that `query` finds.
    pub(in crate::jobs) fn all_deals(
        &mut self,
        options: &FunnelOptions,
        query: &DealQuery,
    ) -> Result<Vec<DealRow>, JobError> {
        let (table, journeys) = self.journeys()?;
        Ok(deals::find(journeys, table, options, query, (0, u64::MAX)).0)
    }

    /// What sources bring; `None` where no column tells of them.
    pub(in crate::jobs) fn sources(&mut self, options: &SourcesOptions) -> Result<Option<SourcesReport>, JobError> {
        if self.report().table.is_sales() {
            return Ok(sources::of_sales(self.table(), options));
        }
        let (table, journeys) = self.journeys()?;
        Ok(sources::of_deals(journeys, table, options))
    }

    /// What sources cost: entries with a cost, in file order.
    pub(in crate::jobs) fn source_costs(&self) -> Result<Vec<SourceCost>, JobError> {
        let Some(OtherTable::Sources(table)) = &self.ingested().other else { return Err(JobError::NoTable) };
        let cost = |row: usize| {
            let source = table.source.get(row)?.to_owned();
            Some(SourceCost { source, cost: table.cost.as_ref()?.get(row)? })
        };
        Ok((0..table.source.ids.len()).filter_map(cost).collect())
    }

    /// The class of each client, by name.
    pub(in crate::jobs) fn client_classes(&mut self, options: AbcXyzOptions) -> Vec<(String, String)> {
        let found = self.find(options, &Beside::default(), &ClientQuery::default());
        found.rows().map(|row| (row.client, row.cell.code())).collect()
    }

    /// The source that each client of the deals came from, by name.
    pub(in crate::jobs) fn client_sources(
        &mut self,
        options: &SourcesOptions,
    ) -> Result<Vec<(String, SourceLabel)>, JobError> {
        let (table, journeys) = self.journeys()?;
        Ok(sources::clients_of_deals(journeys, table, options))
    }

    /// Which classes the clients of each source are of; `known` says where they came from, else the column of the sales.
    pub(in crate::jobs) fn source_classes(
        &mut self,
        options: &SourcesOptions,
        classes: AbcXyzOptions,
        known: Option<Vec<(String, SourceLabel)>>,
    ) -> Vec<SourceClasses> {
        let known = known.unwrap_or_else(|| {
            let Some(sources) = sources::clients_of_sales(self.table(), options) else { return Vec::new() };
            let of_client = self.table().client_names.iter().zip(sources.of_client);
            of_client.filter_map(|(name, place)| Some((name.to_owned(), sources.labels.get(place?)?.clone()))).collect()
        });
        let found = self.find(classes, &Beside::default(), &ClientQuery::default());
        let clients = found.rows().map(|row| (row.client, row.cell, row.total));
        sources::by_source(known.iter().map(|(name, source)| (name.as_str(), source.clone())), clients)
    }
}
