//! Reading of files through the public interface: whole files in, tables and accounts of rows out.

// What a test cannot read it should fail on, and all of this is tests.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod bad_input;
mod beside;
mod by_the_whole_file;
mod checklist;
mod csv_spectrum;
mod cutting;
mod derived;
mod hostile;
mod kinds;
mod known_files;
mod looking;
mod one_table;
mod outlines;
mod quality;
mod structure;
mod sums_of_rows;
mod support;
