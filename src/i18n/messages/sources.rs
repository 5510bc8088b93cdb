//! Texts: the screen of sources.

use crate::analytics::funnel::sources::{SourceLabel, Touch};
use crate::i18n::Format;

/// The screen of sources.
#[derive(Debug)]
pub struct SourcesMessages {
    /// Name of the screen.
    pub title: &'static str,
    /// Without a table: what will be here.
    pub empty_title: &'static str,
    /// Without a table: how to get it.
    pub empty_text: &'static str,
    /// A table is there, and tells of no sources.
    pub none_title: &'static str,
    /// What to do.
    pub none_text: &'static str,
    /// What matters most: best and weakest source with its conversion.
    pub headline: fn(Format, &str, f64, &str, f64) -> String,
    /// Choice between the table of deals and that of sales.
    pub table: &'static str,
    /// The former.
    pub by_deals: &'static str,
    /// The latter.
    pub by_sales: &'static str,
    /// A table of sales tells of no leads.
    pub sales_only: &'static str,
    /// Choice of touch.
    pub touch: &'static str,
    /// Each of them.
    pub touch_name: fn(Touch) -> &'static str,
    /// What they mean.
    pub touch_explain: &'static str,
    /// Deals that the other choice would move.
    pub touch_moves: fn(Format, u64) -> String,
    /// How the funnel counts sources, while deals belong to the first source of their client here.
    pub touch_funnel: &'static str,
    /// One group of labels that say nothing.
    pub together: &'static str,
    /// Which labels these are, and how many deals have them.
    pub together_hint: fn(Format, &str, u64) -> String,
    /// An empty cell.
    pub empty: &'static str,
    /// The group of labels that say nothing.
    pub not_known: &'static str,
    /// Deals whose label says that the client came back.
    pub returning: fn(Format, u64) -> String,
    /// Heading: labels to merge.
    pub merge_title: &'static str,
    /// What is offered.
    pub merge_text: fn(Format, u64) -> String,
    /// Merges all.
    pub merge: &'static str,
    /// Heading: labels that were merged.
    pub merged_title: &'static str,
    /// Takes it back.
    pub unmerge: &'static str,
    /// Heading of the table.
    pub rows: &'static str,
    /// What conversion with a range is.
    pub range_explain: &'static str,
    /// Headers: source, leads, won, conversion, range, revenue, average, days, cost, a lead, a buyer, ROMI.
    pub headers: [&'static str; 12],
    /// Headers of the ends of the range in a file.
    pub range_ends: [&'static str; 2],
    /// Header in place of won, of a table of sales.
    pub client_column: &'static str,
    /// All sources.
    pub total: &'static str,
    /// Field of a cost.
    pub cost_of: fn(&str) -> String,
    /// How costs come here.
    pub cost_hint: &'static str,
    /// Costs come from a table.
    pub cost_table: fn(&str) -> String,
    /// What ROMI is.
    pub romi_explain: &'static str,
    /// Heading: money over time.
    pub months: &'static str,
    /// Sources that have no picture of their own, together.
    pub others: fn(Format, u64) -> String,
    /// The scale of the pictures: its top.
    pub months_scale: fn(&str) -> String,
    /// What the pictures show.
    pub months_explain: &'static str,
    /// Won deals without a month.
    pub undated: fn(Format, u64) -> String,
    /// Name of the file.
    pub file: &'static str,
    /// Month.
    pub month: &'static str,
    /// Heading: sources and classes.
    pub classes: &'static str,
    /// Name of the sheet of sources and classes.
    pub classes_sheet: &'static str,
    /// What it shows.
    pub classes_explain: &'static str,
    /// In its place: no client of the sales table has a known source.
    pub classes_none: &'static str,
    /// The source of most money of class A, and how many such clients it brought.
    pub classes_best: fn(Format, &str, u64) -> String,
    /// Headers: source, clients, value, share of class A; cells follow.
    pub class_headers: [&'static str; 4],
    /// From to, of a range.
    pub range: fn(Format, f64, f64) -> String,
}

impl SourcesMessages {
    /// What a source is called.
    #[must_use]
    pub fn source_name<'a>(&self, label: &'a SourceLabel) -> &'a str {
        match label {
            SourceLabel::Named(name) => name,
            SourceLabel::Empty => self.empty,
            SourceLabel::NotKnown => self.not_known,
        }
    }
}
