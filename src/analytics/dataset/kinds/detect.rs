//! What a table is about, told from its headers and cells.
//!
//! Whatever reads as sales stays sales: another kind needs headers that say so clearly, or a table that lacks what sales
//! need. The answer is a proposal, and where the headers leave room for another it says so.

use std::cell::LazyCell;

use super::TableKind;
use super::period::JOINT;
use super::pivot::PivotPlan;
use crate::analytics::dataset::dictionary::{self, ColumnEvidence};
use crate::analytics::dataset::field::{Field, FieldMapping};
use crate::analytics::dataset::plan::ColumnKind;
use crate::analytics::stage_names::{self, Known};

/// Columns of days that make a table of deals: a day for each stage.
const STAGES_MIN: usize = 3;
/// Columns of days long before the money, by which a table with sums is one of deals.
const EARLY_STAGES_MIN: usize = 2;
/// Columns beside the name that make a list of clients.
const ATTRIBUTES_MIN: usize = 2;
/// Columns of first and last days and of counts that make a register of clients.
const REGISTER_COLUMNS_MIN: usize = 2;
/// Questions that make a table of answers.
const QUESTIONS_MIN: usize = 2;
/// The same where deals are named: one day could be that of anything.
const STAGES_OF_DEALS_MIN: usize = 2;
/// Periods that leave no doubt.
const PERIODS_CERTAIN: usize = 3;
/// Share of sums that sales have, at the least.
const NEARLY_ALL: f64 = 0.9;
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
    /// What the cells of a column say as names of stages.
    pub stages: &'a dyn Fn(usize) -> Stages,
}

/// What cells say as names of stages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// Some name a step on the way, or an end.
    pub any: bool,
    /// Some name a step, or that a deal is lost: not all has been sold.
    pub unsold: bool,
}

impl Stages {
    /// What these cells say.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        cells.map(stage_names::stage).fold(Self::default(), |says, known| Self {
            any: says.any || known != Known::Unknown,
            unsold: says.unsold || matches!(known, Known::Step(_) | Known::Lost),
        })
    }
}

/// The kind, and whether the headers leave no doubt.
#[must_use]
pub fn detect(evidence: &Evidence<'_>) -> (TableKind, bool) {
    let columns = evidence.columns;
    let sales = dictionary::propose(columns);
    let is_sales = TableKind::Sales.missing(&sales).is_empty();
    let is_pivot =
        |plan: &&PivotPlan| !(is_sales_beside(&sales, is_sales, plan) || is_sales && has_tables_beside(columns));
    if let Some(plan) = evidence.pivot.filter(is_pivot) {
        return (TableKind::Pivot, plan.periods.len() >= PERIODS_CERTAIN);
    }
    if let Some(certain) = daily(evidence) {
        return (TableKind::Daily, certain);
    }
    let says = |kind, field| dictionary::names_clearly(kind, field, columns).is_some();
    let deal = |field| says(TableKind::Deals, field);
    let (stage, created, closed) = (deal(Field::Stage), deal(Field::Created), deal(Field::Closed));
    let names_days = created || closed;
    let events = LazyCell::new(|| dictionary::propose_for(TableKind::Events, columns));
    if stage
        && (is_left_and_come_to(evidence, &events, names_days) || !names_days && is_of_moves(evidence, &events, &sales))
    {
        return (TableKind::Events, true);
    }
    if stage && deal(Field::Reason) {
        return (TableKind::Deals, true);
    }
    let has_status = || dictionary::propose_for(TableKind::Deals, columns).column(Field::Stage).is_some();
    let reason = dictionary::names_clearly(TableKind::Deals, Field::Reason, columns);
    let is_lost_for =
        reason.and_then(|reason| columns.get(reason)).is_some_and(|it| dictionary::is_reason_of_loss(it.header));
    if is_lost_for && has_status() && (!is_sales || is_of_lost_deals(evidence, &sales)) {
        return (TableKind::Deals, false);
    }
    if !is_sales
        && (is_of_named_moves(evidence, &events, names_days) || !names_days && is_log(evidence, &events, &sales))
    {
        return (TableKind::Events, false);
    }
    if stage && (created || closed || deal(Field::Deal) && is_sales) {
        return (TableKind::Deals, created || closed);
    }
    if closed && deal(Field::Deal) {
        return (TableKind::Deals, created);
    }
    // What could be chosen may stand below the question.
    let asks = |header: &str| header.split(JOINT).any(|part| part.trim_end().ends_with('?'));
    let questions = columns.iter().filter(|column| asks(column.header)).count();
    let is_form = columns.first().is_some_and(|column| dictionary::is_stamp_of_form(column.header));
    if is_form && questions > 0 && (!is_sales || questions >= QUESTIONS_MIN) {
        return (TableKind::Answers, true);
    }
    if is_sales {
        return among_sales(evidence, &sales, stage, created);
    }
    // A day that a sale can be of speaks against stages: orders have days of shipping and paying beside it.
    let is_dated = sales.column(Field::Date).is_some();
    let days = days_of_stages(columns);
    let has_days = deal(Field::Deal) && days >= STAGES_OF_DEALS_MIN || !is_dated && days >= STAGES_MIN;
    let is_of_leads = || columns.iter().any(|column| dictionary::speaks_of_deals(column.header)) && has_status();
    if created && (deal(Field::Deal) || is_of_leads()) || has_days {
        return (TableKind::Deals, false);
    }
    let has_client = sales.column(Field::Client).is_some();
    if !has_client && says(TableKind::Sources, Field::Source) && says(TableKind::Sources, Field::Cost) {
        return (TableKind::Sources, true);
    }
    let is_advertised = || {
        let mapping = dictionary::propose_for(TableKind::Sources, columns);
        let source = mapping.column(Field::Source).and_then(|source| columns.get(source));
        mapping.column(Field::Cost).is_some() && source.is_some_and(|it| dictionary::names_advertising(it.header))
    };
    if !has_client && sales.column(Field::Product).is_none() && is_advertised() {
        return (TableKind::Sources, false);
    }
    let sells = columns.iter().any(|column| dictionary::names_goods_or_money(column.header));
    if columns.len() > QUESTIONS_MIN && columns.iter().any(|column| dictionary::names_respondent(column.header)) {
        return (TableKind::Answers, false);
    }
    if questions >= QUESTIONS_MIN || is_form && columns.len() > QUESTIONS_MIN && !sells {
        return (TableKind::Answers, questions > 0);
    }
    if is_list_of_clients(evidence, &sales) {
        return (TableKind::Clients, false);
    }
    (TableKind::Sales, false)
}

/// Whether a table that reads as sales, and tells why deals are lost, has deals on their way, or lost: nothing tells what was
/// sold, nor how much of it.
fn is_of_lost_deals(evidence: &Evidence<'_>, sales: &FieldMapping) -> bool {
    let status = dictionary::propose_for(TableKind::Deals, evidence.columns).column(Field::Stage);
    let order = sales.column(Field::Order).and_then(|order| evidence.columns.get(order));
    let names_order =
        order.is_some_and(|it| dictionary::names_order(it.header) && !dictionary::is_hoped_for(it.header));
    let sells = [Field::Product, Field::Quantity].into_iter().any(|field| sales.column(field).is_some()) || names_order;
    !sells && status.is_some_and(|status| (evidence.stages)(status).unsold)
}

/// Whether headers in two rows name clients again and again: tables stand beside each other, one for each period.
fn has_tables_beside(columns: &[ColumnEvidence<'_>]) -> bool {
    let of_clients = |column: &&ColumnEvidence<'_>| {
        let lower = column.header.rsplit_once(" / ").map(|(_, lower)| lower);
        column.kind == ColumnKind::Text && lower.is_some_and(dictionary::names_client)
    };
    columns.iter().filter(of_clients).count() > 1
}

/// The kind of a table that has all that sales need; `stage` and `created` say whether headers name a stage of deals and
/// the day on which they began.
fn among_sales(evidence: &Evidence<'_>, sales: &FieldMapping, stage: bool, created: bool) -> (TableKind, bool) {
    let columns = evidence.columns;
    let column = |field| sales.column(field).and_then(|column| columns.get(column));
    let header = |field| column(field).map_or("", |column| column.header);
    let has = |field| sales.column(field).is_some();
    let name = || dictionary::propose_for(TableKind::Clients, columns).column(Field::Name);
    let is_of_orders = || {
        // A bare number is that of the client where money is that of all purchases.
        let is_number = dictionary::names_order(header(Field::Order)) || !dictionary::sums_up(header(Field::Amount));
        has(Field::Order) && !dictionary::sums_up(header(Field::Order)) && is_number
            || has(Field::Product) && sales.column(Field::Product) != name()
    };
    let speaks = |field| dictionary::speaks_of_deals(header(field));
    let sells = [Field::Product, Field::Quantity].into_iter().any(has) || has(Field::Order) && !speaks(Field::Order);
    // Leads: with a sum only where something was sold, or with two headers that speak of deals.
    let is_paid_in_part = column(Field::Amount).is_some_and(|column| column.filled_share < NEARLY_ALL);
    let speaking = columns.iter().filter(|column| dictionary::speaks_of_deals(column.header)).count();
    // Cells are gone through only where headers leave it to them.
    let says = || {
        let status = dictionary::propose_for(TableKind::Deals, columns).column(Field::Stage);
        status.map(evidence.stages).unwrap_or_default()
    };
    let is_hoped_for = has(Field::Amount) && dictionary::is_hoped_for(header(Field::Amount));
    let is_of_leads = created && (speaking > 1 || speaking > 0 && is_paid_in_part) && says().unsold;
    // A budget, an estimate or an offer is not yet sold while some of them are on their way, or lost.
    let sells_goods = has(Field::Product) || has(Field::Quantity);
    if (is_hoped_for && !has(Field::Quantity) || speaks(Field::Amount) && speaking > 1 && !sells_goods) && says().unsold
    {
        return (TableKind::Deals, false);
    }
    // What came first, what came last and how often: two of them are of a register.
    let sums_up = |it: &&ColumnEvidence<'_>| {
        it.kind == ColumnKind::Date && dictionary::is_first_or_last_day(it.header)
            || it.kind == ColumnKind::Number && dictionary::counts_visits(it.header)
    };
    let is_of_register = dictionary::is_first_or_last_day(header(Field::Date))
        && columns.iter().filter(sums_up).count() >= REGISTER_COLUMNS_MIN;
    let is_of_clients = is_of_register
        || dictionary::is_day_of_client(header(Field::Date)) && !dictionary::names_money_of_sale(header(Field::Amount));
    if is_of_clients && !is_of_orders() && has_a_row_a_client(evidence) {
        return (TableKind::Clients, false);
    }
    let is_day =
        |column: &&ColumnEvidence<'_>| column.kind == ColumnKind::Date && dictionary::is_early_day(column.header);
    let has_days = days_of_stages(columns) >= STAGES_MIN && columns.iter().filter(is_day).count() >= EARLY_STAGES_MIN;
    if !sells && (stage && says().any || has_days || is_of_leads) {
        return (TableKind::Deals, false);
    }
    (TableKind::Sales, true)
}

/// Whether rows are moves from a stage to another, as headers name both; where days of deals are named too, deals must stand
/// there several times.
fn is_left_and_come_to(evidence: &Evidence<'_>, events: &FieldMapping, names_days: bool) -> bool {
    let is_left =
        |column: &ColumnEvidence<'_>| column.kind != ColumnKind::Date && dictionary::is_stage_before(column.header);
    let is_repeated = || events.column(Field::Deal).is_some_and(|deal| !(evidence.is_key)(deal, deal));
    evidence.columns.iter().any(is_left)
        && TableKind::Events.missing(events).is_empty()
        && (!names_days || is_repeated())
}

/// Whether rows are moves to a stage that nothing but a status names: where their day is called that of a change, or, if
/// no days of deals are named, where a deal stands there several times.
fn is_of_named_moves(evidence: &Evidence<'_>, events: &FieldMapping, names_days: bool) -> bool {
    let is_repeated = |deal: usize| !names_days && !(evidence.is_key)(deal, deal);
    let day = dictionary::names_clearly(TableKind::Events, Field::Date, evidence.columns);
    let day = day.and_then(|day| evidence.columns.get(day));
    TableKind::Events.missing(events).is_empty()
        && (day.is_some_and(|day| dictionary::is_day_of_move(day.header))
            || dictionary::names_clearly(TableKind::Deals, Field::Deal, evidence.columns).is_some_and(is_repeated))
}

/// Whether rows are what happened to somebody and when, without any money: the header says so, or the cells name stages. In
/// a log the same ones stand several times, each with something else.
fn is_log(evidence: &Evidence<'_>, events: &FieldMapping, sales: &FieldMapping) -> bool {
    let who = events.column(Field::Deal).or(events.column(Field::Client));
    let (Some(who), Some(stage), Some(_)) = (who, events.column(Field::Stage), events.column(Field::Date)) else {
        return false;
    };
    let is_told = || evidence.columns.get(stage).is_some_and(|it| dictionary::names_event(it.header));
    let sells = [Field::Amount, Field::Quantity, Field::Price].into_iter().any(|field| sales.column(field).is_some());
    !sells
        && !(evidence.is_key)(who, who)
        && (is_told() || (evidence.is_key)(who, stage) && (evidence.stages)(stage).any)
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
    // What was taken off has no column in such a table: the net sums are read as sales, where there are some.
    let is_number = |it: &&ColumnEvidence<'_>| it.kind == ColumnKind::Number;
    let numbers = || evidence.columns.iter().filter(is_number);
    if numbers().any(|it| dictionary::names_discount(it.header)) && numbers().any(|it| dictionary::names_net(it.header))
    {
        return None;
    }
    let mapping = dictionary::propose_for(TableKind::Daily, evidence.columns);
    let (client, date) = (mapping.column(Field::Client)?, mapping.column(Field::Date)?);
    (says(Field::Sales) && (returns || orders) && (evidence.is_key)(client, date)).then_some(returns && orders)
}

/// Whether a table with stages has a row a move: where nothing is sold in it, where its day is called that of a move, or
/// where deals stand there several times.
fn is_of_moves(evidence: &Evidence<'_>, events: &FieldMapping, sales: &FieldMapping) -> bool {
    let is_repeated = |deal: usize| !(evidence.is_key)(deal, deal);
    TableKind::Events.missing(events).is_empty()
        && (sales.column(Field::Amount).is_none()
            || dictionary::names_clearly(TableKind::Events, Field::Date, evidence.columns).is_some()
            || events.column(Field::Deal).is_some_and(is_repeated))
}

/// Columns of days that can be those of stages.
fn days_of_stages(columns: &[ColumnEvidence<'_>]) -> usize {
    let is_stage = |column: &&ColumnEvidence<'_>| {
        column.kind == ColumnKind::Date && !column.header.is_empty() && dictionary::is_day_of_stage(column.header)
    };
    columns.iter().filter(is_stage).count()
}

fn is_list_of_clients(evidence: &Evidence<'_>, sales: &FieldMapping) -> bool {
    let columns = evidence.columns;
    let date = sales.column(Field::Date).and_then(|column| columns.get(column));
    let is_money = |column: &ColumnEvidence<'_>| dictionary::names_money_of_sale(column.header);
    let is_dated = date.is_some_and(|date| !dictionary::is_day_of_client(date.header) || columns.iter().any(is_money));
    let order = sales.column(Field::Order).and_then(|column| columns.get(column));
    // A bare number is that of the client.
    let quantity = sales.column(Field::Quantity).and_then(|column| columns.get(column));
    let sells = quantity.is_some_and(|it| !dictionary::counts_visits(it.header))
        || order.is_some_and(|it| dictionary::names_order(it.header));
    !is_dated && !sells && has_a_row_a_client(evidence)
}

/// Whether a column of names has nearly as many names as rows, or those in parts stand once each, and there is more about
/// them.
fn has_a_row_a_client(evidence: &Evidence<'_>) -> bool {
    let columns = evidence.columns;
    let mapping = dictionary::propose_for(TableKind::Clients, columns);
    let Some(name) = mapping.column(Field::Name) else { return false };
    let attributes = columns.iter().enumerate().filter(|(column, evidence)| {
        *column != name && evidence.kind != ColumnKind::Empty && !evidence.header.is_empty()
    });
    let stand_once = || {
        let parts = dictionary::parts_of_name(columns).filter(|parts| parts.contains(&name));
        parts.is_some_and(|parts| matches!(parts.as_slice(), &[one, .., other] if (evidence.is_key)(one, other)))
    };
    attributes.count() >= ATTRIBUTES_MIN
        && (columns.get(name).is_some_and(|name| name.distinct_share >= DISTINCT_SHARE) || stand_once())
}
