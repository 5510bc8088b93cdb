//! What a table is about, told from its headers and cells.
//!
//! Whatever reads as sales stays sales: another kind needs headers that say so clearly, or a table that lacks what sales
//! need. The answer is a proposal, and where the headers leave room for another it says so.

use super::TableKind;
use super::pivot::PivotPlan;
use crate::analytics::dataset::dictionary::{self, ColumnEvidence};
use crate::analytics::dataset::field::{Field, FieldMapping};
use crate::analytics::dataset::plan::ColumnKind;

/// Columns beside the name that make a list of clients.
const ATTRIBUTES_MIN: usize = 2;
/// Questions that make a table of answers.
const QUESTIONS_MIN: usize = 2;
/// Periods that leave no doubt.
const PERIODS_CERTAIN: usize = 3;
/// Share of distinct names in a list of clients.
const DISTINCT_SHARE: f64 = 0.9;

/// What is known of a table before its kind is.
pub struct Evidence<'a> {
    /// Columns, left to right.
    pub columns: &'a [ColumnEvidence<'a>],
    /// Columns of periods, if there are any.
    pub pivot: Option<&'a PivotPlan>,
    /// Whether no two rows of the sample agree in both columns.
    pub is_key: &'a dyn Fn(usize, usize) -> bool,
}

/// The kind, and whether the headers leave no doubt.
#[must_use]
pub fn detect(evidence: &Evidence<'_>) -> (TableKind, bool) {
    let columns = evidence.columns;
    let sales = dictionary::propose(columns);
    let is_sales = TableKind::Sales.missing(&sales).is_empty();
    if let Some(plan) = evidence.pivot.filter(|plan| !is_sales_beside(&sales, is_sales, plan)) {
        return (TableKind::Pivot, plan.periods.len() >= PERIODS_CERTAIN);
    }
    if let Some(certain) = daily(evidence) {
        return (TableKind::Daily, certain);
    }
    let says = |kind, field| dictionary::names_clearly(kind, field, columns).is_some();
    let deal = |field| says(TableKind::Deals, field);
    let (stage, created, closed) = (deal(Field::Stage), deal(Field::Created), deal(Field::Closed));
    if stage && (created || closed || deal(Field::Deal) && is_sales) {
        return (TableKind::Deals, created || closed);
    }
    if closed && deal(Field::Deal) {
        return (TableKind::Deals, created);
    }
    let events = dictionary::propose_for(TableKind::Events, columns);
    if stage && sales.column(Field::Amount).is_none() && TableKind::Events.missing(&events).is_empty() {
        return (TableKind::Events, true);
    }
    if is_sales {
        return (TableKind::Sales, true);
    }
    if created && deal(Field::Deal) {
        return (TableKind::Deals, false);
    }
    let has_client = sales.column(Field::Client).is_some();
    if !has_client && says(TableKind::Sources, Field::Source) && says(TableKind::Sources, Field::Cost) {
        return (TableKind::Sources, true);
    }
    let questions = columns.iter().filter(|column| column.header.trim_end().ends_with('?')).count();
    if questions >= QUESTIONS_MIN {
        return (TableKind::Answers, true);
    }
    if is_list_of_clients(columns, &sales) {
        return (TableKind::Clients, false);
    }
    (TableKind::Sales, false)
}

/// Whether the table has sales apart from its columns of periods.
fn is_sales_beside(sales: &FieldMapping, is_sales: bool, plan: &PivotPlan) -> bool {
    let is_period = |column: usize| plan.periods.iter().any(|period| period.column == column);
    is_sales && !sales.iter().any(|(_, column)| is_period(column))
}

/// Whether the table is one of days, and whether without doubt: each client and day once, with sums of both signs.
fn daily(evidence: &Evidence<'_>) -> Option<bool> {
    let says = |field| dictionary::names_clearly(TableKind::Daily, field, evidence.columns).is_some();
    let (returns, orders) = (says(Field::Returns), says(Field::Orders));
    let mapping = dictionary::propose_for(TableKind::Daily, evidence.columns);
    let (client, date) = (mapping.column(Field::Client)?, mapping.column(Field::Date)?);
    (says(Field::Sales) && (returns || orders) && (evidence.is_key)(client, date)).then_some(returns && orders)
}

fn is_list_of_clients(columns: &[ColumnEvidence<'_>], sales: &FieldMapping) -> bool {
    let mapping = dictionary::propose_for(TableKind::Clients, columns);
    let Some(name) = mapping.column(Field::Name) else { return false };
    let attributes = columns.iter().enumerate().filter(|(column, evidence)| {
        *column != name && evidence.kind != ColumnKind::Empty && !evidence.header.is_empty()
    });
    let is_dated = sales.column(Field::Date).is_some();
    let sells = [Field::Quantity, Field::Order].into_iter().any(|field| sales.column(field).is_some());
    !is_dated
        && !sells
        && attributes.count() >= ATTRIBUTES_MIN
        && columns.get(name).is_some_and(|name| name.distinct_share >= DISTINCT_SHARE)
}
