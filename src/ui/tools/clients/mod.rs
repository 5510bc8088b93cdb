//! All clients in one list, with every class beside the client: filtered, searched, ordered, saved, printed.

mod columns_sheet;
mod filter_chips;
mod filter_sheet;
mod filters;
mod page;
mod state;
mod views;

pub use page::ClientsPage;
