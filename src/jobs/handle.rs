//! The engine: answers requests on one table.
