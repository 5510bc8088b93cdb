//! Which part of the sales analyses look at.

use leptos::prelude::*;

use super::Workspace;
use crate::analytics::dataset::Family;
use crate::analytics::quality::{Count, Narrowing};
use crate::jobs::protocol::{JobError, Request, Response};

/// A part of the rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    /// Which rows are of it.
    pub narrowing: Narrowing,
    /// Those that are not.
    pub left_out: Count,
}

impl Workspace {
    /// Looks at another part of the sales; analyses then see that part.
    ///
    /// # Errors
    /// What the engine says; the part is then the one before.
    pub async fn narrow(self, change: impl FnOnce(&mut Narrowing)) -> Result<(), JobError> {
        let Some(mut narrowing) = self.loaded().with_untracked(|it| it.as_ref().map(|it| it.part.narrowing.clone()))
        else {
            return Err(JobError::NoTable);
        };
        change(&mut narrowing);
        let Response::Narrowed(left_out) = self.ask(Request::Narrow(narrowing.clone())).await? else {
            return Err(JobError::OtherBuild);
        };
        let generation = self.next_generation(Family::Sales);
        self.change_loaded(Family::Sales, |loaded| {
            loaded.part = Part { narrowing, left_out };
            loaded.generation = generation;
        });
        Ok(())
    }

    /// Other rows of the table leave other rows out of the part.
    pub(super) async fn count_part_again(self) {
        let narrowing = self.loaded().with_untracked(|it| it.as_ref().map(|it| it.part.narrowing.clone()));
        if let Some(narrowing) = narrowing.filter(|narrowing| !narrowing.is_nothing())
            && let Ok(Response::Narrowed(left_out)) = self.ask(Request::Narrow(narrowing.clone())).await
        {
            self.change_loaded(Family::Sales, |loaded| loaded.part = Part { narrowing, left_out });
        }
    }
}
