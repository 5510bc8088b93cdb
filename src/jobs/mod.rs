//! What screens ask of the engine, and the answers. The engine runs in a worker, natively in tests and on the command
//! line, and on the main thread where no worker starts; it is the same code everywhere.
//!
//! | module | what |
//! |---|---|
//! | [`protocol`] | requests, responses, events: the only things that cross to the worker |
//! | [`engine`] | answers requests on one table |
//! | [`file_job`] | requests on a file, answered while its bytes come in |
//! | [`loaded`] | a table and what has been made of it so far |
//! | [`source`] | where the bytes of a file come from |
//! | [`listing`] | which clients a query finds, in what order |
//! | [`export`] | tables as CSV files |

pub mod engine;
pub mod export;
pub mod file_job;
pub mod listing;
mod loaded;
pub mod protocol;
pub mod source;
