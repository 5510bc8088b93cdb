//! The screen of priority groups: criteria with weights, the groups that follow, what each weight decides, the clients.

mod borders;
mod client_sheet;
mod column;
mod criteria;
mod criterion;
mod figures;
mod groups;
mod headline;
mod list;
mod page;
mod sensitivity;
mod state;

pub use page::PriorityPage;
