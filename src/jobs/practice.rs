//! What an engine asks itself of the made-up sales that it practises on, so that the first analyses of real ones do not
//! wait for the browser to translate the program (see [`crate::analytics::dataset::practice`]).

use super::protocol::Request;
use crate::analytics::date::{Day, Grain};
use crate::analytics::segmentation::abc_xyz::AbcXyzOptions;
use crate::analytics::segmentation::rfm::RfmOptions;

/// What the first screens after an import ask, each way of reading the calendar once: nothing is remembered between them.
pub fn requests() -> impl Iterator<Item = Request> {
    let of_grain = |grain| Request::AbcXyz(AbcXyzOptions { grain, ..AbcXyzOptions::default() });
    let quality = Request::Quality { today: Day::default(), spellings: true };
    [quality].into_iter().chain(Grain::ALL.map(of_grain)).chain([Request::Rfm(RfmOptions::default())])
}
