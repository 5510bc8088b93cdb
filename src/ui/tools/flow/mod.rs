//! The client flow screen: a board of four cells in the order of service, and the one to take next.
//!
//! Leads and own tasks are typed, or taken from a table of deals. The order is that of
//! [`crate::profile::flow::FlowBoard::in_order`]; how a card is moved is in `moving`.

mod aside;
mod board;
mod card;
mod deals;
mod edit;
mod entry;
mod figures;
mod limits;
mod lines;
mod moving;
mod next;
mod numbers;
mod page;
mod table;

pub use page::FlowPage;
