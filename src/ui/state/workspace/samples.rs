//! Samples that come with the app.

use crate::i18n::Locale;

/// Samples that come with the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sample {
    /// Sales of two years.
    #[default]
    Sales,
    /// Deals with a day for each stage.
    Deals,
}

/// Addresses of the samples, relative to the app's folder.
pub(super) const fn sample_address(sample: Sample, locale: Locale) -> (&'static str, &'static str) {
    match (sample, locale) {
        (Sample::Sales, Locale::Ru) => ("./samples/sales-ru.csv", "sales-ru.csv"),
        (Sample::Sales, Locale::En) => ("./samples/sales-en.csv", "sales-en.csv"),
        (Sample::Deals, Locale::Ru) => ("./samples/deals-ru.csv", "deals-ru.csv"),
        (Sample::Deals, Locale::En) => ("./samples/deals-en.csv", "deals-en.csv"),
    }
}
