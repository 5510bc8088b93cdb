//! The table of sales is told of the list of clients, wherever both are there: its columns can then be criteria.
//!
//! Nobody asked for it, so that it goes well is not said; that it did not is, because the criteria then lack columns.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Workspace;
use crate::analytics::dataset::Family;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::segmentation::priority::attribute::AttributeSummary;
use crate::jobs::protocol::{JobError, Request, Response};
use crate::ui::state::failures::use_failures;
use crate::ui::state::i18n::use_i18n;

/// What the sales know of the list of clients.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Counts up with each list that the sales were told of.
    pub number: u32,
    /// The columns of the list.
    pub attributes: Vec<AttributeSummary>,
}

impl Workspace {
    /// What the sales know of the list of clients.
    #[must_use]
    pub fn link(self) -> Signal<Link> {
        self.link.into()
    }

    /// Tells the sales of the list of clients whenever one of the two is another, as long as the app lives.
    pub(super) fn keep_linked(self) {
        if !self.is_linked.get_value() {
            self.is_linked.set_value(true);
            self.root.with_value(|root| root.with(|| self.tell_of_each()));
        }
    }

    fn tell_of_each(self) {
        let (i18n, failures) = (use_i18n(), use_failures());
        let generation = move |family| self.loaded_of(family).with(|loaded| loaded.as_ref().map(|it| it.generation));
        let pair = Memo::new(move |_| (generation(Family::Sales), generation(Family::Clients)));
        Effect::new(move |_| {
            let told = pair.get();
            let (sales, clients) = told;
            let knows_some = self.link.with_untracked(|link| !link.attributes.is_empty());
            if sales.is_some() && (clients.is_some() || knows_some) {
                spawn_local(async move {
                    // Where one of the two is another by now, its engine was ended and the next telling is under way:
                    // that this one failed is nothing to know of.
                    if let Err(error) = self.tell_sales(clients.is_some()).await
                        && pair.try_get_untracked() == Some(told)
                    {
                        let failed = untrack(|| i18n.text().priority().columns_failed);
                        failures.tell_of(failed, &error);
                    }
                });
            }
        });
    }

    async fn tell_sales(self, has_list: bool) -> Result<(), JobError> {
        let list = has_list.then(|| self.ask_family(Family::Clients, Request::ClientList));
        let Told { attributes, failure } = tell(list, |list| self.ask_sales(Request::KnowClients(list))).await;
        if let Some(attributes) = attributes {
            self.link.try_update(|link| *link = Link { number: link.number.wrapping_add(1), attributes });
        }
        failure.map_or(Ok(()), Err)
    }
}

/// What came of telling the sales of a list: each of the two engines may fail by itself.
#[derive(Debug)]
struct Told {
    /// What the sales know now; `None`: what they knew before.
    attributes: Option<Vec<AttributeSummary>>,
    /// The first thing that did not work.
    failure: Option<JobError>,
}

/// Tells the sales of `list`. Where there is none (any more), or its engine does not give it, they know nothing: what they
/// knew is of another list.
async fn tell<List, Known>(list: Option<List>, know: impl FnOnce(Box<ClientsTable>) -> Known) -> Told
where
    List: Future<Output = Result<Response, JobError>>,
    Known: Future<Output = Result<Response, JobError>>,
{
    let list = match list {
        Some(list) => list.await.and_then(|answer| Ok(answer.try_unwrap_client_list()?)),
        None => Ok(Box::default()),
    };
    let (list, failed) = list.map_or_else(|error| (Box::default(), Some(error)), |list| (list, None));
    let known = know(list).await.and_then(|answer| Ok(answer.try_unwrap_clients_known()?));
    let (attributes, also_failed) = known.map_or_else(|error| (None, Some(error)), |known| (Some(known), None));
    Told { attributes, failure: failed.or(also_failed) }
}

/// [`Link::number`]: what depends on columns of the list of clients is to be asked anew with each.
#[must_use]
pub fn use_link_number() -> Memo<u32> {
    let link = super::use_workspace().link();
    Memo::new(move |_| link.with(|link| link.number))
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use futures_util::FutureExt;

    use super::*;

    /// What comes of what the two engines answer, and how many clients the sales are told of.
    fn told_by(list: Option<Result<Response, JobError>>, known: Result<Response, JobError>) -> (Told, usize) {
        let mut clients = usize::MAX;
        let told = tell(list.map(ready), |list| {
            clients = list.name.names.len();
            ready(known)
        });
        (told.now_or_never().expect("both answer at once"), clients)
    }

    #[test]
    fn each_engine_may_fail_by_itself() {
        let known = || Ok(Response::ClientsKnown(Vec::new()));
        let list = || {
            let mut list = ClientsTable::default();
            list.name.names.push("Ivanova");
            Ok(Response::ClientList(Box::new(list)))
        };
        let stopped = || Err(JobError::EngineStopped);
        for (asked, answer, clients, is_known, failure) in [
            (Some(list()), known(), 1, true, None),
            (None, known(), 0, true, None),
            (Some(Err(JobError::NoTable)), known(), 0, true, Some(JobError::NoTable)),
            (Some(Ok(Response::Packed)), known(), 0, true, Some(JobError::OtherBuild)),
            (Some(list()), stopped(), 1, false, Some(JobError::EngineStopped)),
            (None, Ok(Response::Packed), 0, false, Some(JobError::OtherBuild)),
            // What failed first is why the rest did.
            (Some(Err(JobError::NoTable)), stopped(), 0, false, Some(JobError::NoTable)),
        ] {
            let (told, told_of) = told_by(asked.clone(), answer.clone());
            assert_eq!(
                (told_of, told.attributes.is_some(), told.failure),
                (clients, is_known, failure),
                "{asked:?}, {answer:?}"
            );
        }
    }
}
