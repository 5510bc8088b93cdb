//! A list of any length that draws only the rows in sight.
