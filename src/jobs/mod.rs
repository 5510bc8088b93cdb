//! What screens ask of the engine, and the answers. The engine runs in a worker, natively in tests and on the command
//! line, and on the main thread where no worker starts; it is the same code everywhere.
//!
//! | module | what |
//! |---|---|
//! | [`protocol`] | requests, responses, events: the only things that cross to the worker |
//! | [`engine`] | answers requests on one table |
//! | [`file_job`] | requests on a file, answered while its bytes come in |
//! | `loaded` | a table and what has been made of it so far: matrix, RFM, priority, funnel, sources, migration |
//! | [`practice`] | what an engine asks itself before there is a file |
//! | [`source`] | where the bytes of a file come from |
//! | [`columns`] | columns of lists of clients |
//! | [`listing`] | which clients a query finds, in what order |
//! | [`sheet`] | tables on their way into CSV files and workbooks |
//! | [`export`] | what is saved of an analysis |
//! | [`template`] | tables to be filled in |
//! | [`errand`] | what crosses to workers of a single request |
//! | [`workbook`] | what crosses to the worker that reads workbooks |

pub mod columns;
pub mod engine;
pub mod errand;
pub mod export;
pub mod file_job;
pub mod listing;
mod loaded;
pub mod practice;
pub mod protocol;
pub mod sheet;
pub mod source;
pub mod template;
pub mod workbook;
