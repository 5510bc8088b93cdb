//! The import screen drawn once where nobody sees it.
//!
//! A browser translates a function of a program when it is first called, which takes longer than the call. The two
//! thousand that draw a file would be translated while its owner waits for it, so it is done before, with something made
//! up. Nothing that is drawn here is in the page, and all of it is gone afterwards.

use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::{Draft, DraftStage, Workspace};
use crate::analytics::dataset::{ImportReport, Inspection};
use crate::jobs::protocol::Progress;
use crate::platform::{clock, navigation};

/// Lets the page answer between two steps, and what is drawn a task later come.
const PAUSE: Duration = Duration::from_millis(30);
/// Rows that are drawn.
const ROWS: usize = 3;

/// The import screen, to be drawn where nobody sees it.
#[derive(Clone, Debug)]
pub struct Unseen {
    /// Where screens are: it is drawn with the contexts of that place.
    pub(super) place: Owner,
    /// Makes the screen, if it has been fetched.
    pub(super) screen: fn() -> Option<AnyView>,
}

impl Workspace {
    /// Draws a file that was made up, step by step as a real one comes. Ends before its time where a real one comes.
    pub(super) async fn practise(
        self,
        Unseen { place, screen }: Unseen,
        mut inspection: Inspection,
        report: ImportReport,
    ) {
        let Some(unseen) = navigation::detached_element() else { return };
        let owner = place.child();
        let drawn = owner.with(|| {
            // A workspace of its own, with nothing in it but this.
            let own = Self::provide(self.tables);
            own.draft.set(Some(Draft::begun(String::new(), 0, false)));
            let screen = screen()?;
            Some((own, mount_to(unseen, || screen)))
        });
        let Some((own, drawn)) = drawn else { return };
        let progress = Progress { bytes_done: 0, bytes_all: 0, rows: 0 };
        // A few rows call as much as all of them, and leave less behind.
        inspection.preview.truncate(ROWS);
        let inspection = Some(Arc::new(inspection));
        for stage in [DraftStage::Reading(progress), DraftStage::Ready(Arc::new(report))] {
            clock::later(PAUSE).await;
            if self.is_at_work() {
                break;
            }
            own.draft.update(|draft| {
                if let Some(draft) = draft {
                    draft.inspection.clone_from(&inspection);
                    draft.stage = stage;
                }
            });
        }
        // What is drawn last comes in two tasks.
        clock::later(PAUSE).await;
        drop(drawn);
        owner.cleanup();
    }
}
