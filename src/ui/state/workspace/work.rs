//! What talks to engines is a part that is loaded when it is first needed: what is asked of it from the first load.

use web_sys::File;

use super::practice::Unseen;
use super::{Sample, Workspace};
use crate::i18n::Locale;
use crate::ui::lazy::PartMissing;

/// What the first load asks of the part that talks to engines.
#[derive(Clone, Debug)]
pub enum Work {
    /// Have an engine ready for the first file, and the screen on which it will be shown.
    Prepare(Unseen),
    /// Open the tables that were in use last, and forget for good what was removed long ago.
    OpenLast,
    /// Read a file, whose draft is there already.
    Read(File),
    /// Fetch a sample in a language, and read it.
    ReadSample(Sample, Locale),
}

#[cfg(split_parts)]
#[leptos::wasm_split::wasm_split(part_engine, wasm_split_path = leptos::wasm_split, fallible)]
fn do_work(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    workspace.work(work);
    Ok(())
}

#[cfg(not(split_parts))]
async fn do_work(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    workspace.work(work);
    Ok(())
}

/// Begins work in the part that talks to engines: how files are read and what engines say is not in the first load.
///
/// # Errors
/// When the part could not be fetched.
pub(super) async fn begin(workspace: Workspace, work: Work) -> Result<(), PartMissing> {
    do_work(workspace, work).await
}
