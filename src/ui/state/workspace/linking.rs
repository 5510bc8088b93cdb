//! The table of sales is told of the list of clients, wherever both are there: its columns can then be criteria.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Workspace;
use crate::analytics::dataset::Family;
use crate::analytics::dataset::kinds::ClientsTable;
use crate::analytics::segmentation::priority::attribute::AttributeSummary;
use crate::jobs::protocol::{Request, Response};

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
        let generation = move |family| self.loaded_of(family).with(|loaded| loaded.as_ref().map(|it| it.generation));
        let pair = Memo::new(move |_| (generation(Family::Sales), generation(Family::Clients)));
        Effect::new(move |_| {
            let (sales, clients) = pair.get();
            let knows_some = self.link.with_untracked(|link| !link.attributes.is_empty());
            if sales.is_some() && (clients.is_some() || knows_some) {
                spawn_local(self.tell_sales(clients.is_some()));
            }
        });
    }

    async fn tell_sales(self, has_list: bool) {
        let list = match self.ask_family(Family::Clients, Request::ClientList).await {
            Ok(Response::ClientList(list)) if has_list => list,
            // There is none any more: nothing is known then.
            _ => Box::<ClientsTable>::default(),
        };
        if let Ok(Response::ClientsKnown(attributes)) = self.ask_sales(Request::KnowClients(list)).await {
            self.link.try_update(|link| *link = Link { number: link.number.wrapping_add(1), attributes });
        }
    }
}

/// [`Link::number`]: what depends on columns of the list of clients is to be asked anew with each.
#[must_use]
pub fn use_link_number() -> Memo<u32> {
    let link = super::use_workspace().link();
    Memo::new(move |_| link.with(|link| link.number))
}
