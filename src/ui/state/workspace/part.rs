//! Which part of the sales analyses look at.

use leptos::prelude::*;

use super::deciding::InUse;
use super::{Loaded, Workspace};
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
    /// Looks at another part of the sales; analyses then see that part. What changes while an earlier change is under way
    /// comes on top of it.
    ///
    /// # Errors
    /// What the engine says; the part is then the one before.
    pub async fn narrow(self, change: impl FnOnce(&mut Narrowing)) -> Result<(), JobError> {
        let in_force = |it: &Loaded| (it.table.clone(), it.part.narrowing.clone());
        let Some((table, mut narrowing)) = self.sales().with_untracked(|it| it.as_ref().map(in_force)) else {
            return Err(JobError::NoTable);
        };
        if let Some((of, asked)) = self.narrowing_asked.get_value()
            && of == table
        {
            narrowing = asked;
        }
        change(&mut narrowing);
        let asked = Some((table, narrowing.clone()));
        self.narrowing_asked.set_value(asked.clone());
        let in_use = self.in_use(Family::Sales).ok_or(JobError::NoTable)?;
        let answer = self.ask_sales(Request::Narrow(narrowing.clone())).await;
        self.narrowing_asked.try_update_value(|latest| drop(latest.take_if(|latest| Some(&*latest) == asked.as_ref())));
        let left_out = answer?.try_unwrap_narrowed()?;
        let generation = self.next_generation();
        self.change_loaded(in_use, |loaded| {
            loaded.part = Part { narrowing, left_out };
            loaded.generation = generation;
        });
        Ok(())
    }

    /// Other rows of the table leave other rows out of the part. A part that is being asked for is counted as it comes.
    pub(super) async fn count_part_again(self, table: InUse) {
        if table.family == Family::Sales
            && self.narrowing_asked.with_value(Option::is_none)
            && let Some(narrowing) = self.with_loaded(table, |loaded| loaded.part.narrowing.clone())
            && !narrowing.is_nothing()
            && let Ok(Response::Narrowed(left_out)) = self.ask_sales(Request::Narrow(narrowing.clone())).await
        {
            self.change_loaded(table, |loaded| loaded.part = Part { narrowing, left_out });
        }
    }
}
