//! What lists of choices share: screens name values, the page's elements know only places in a list.

use leptos::prelude::*;

/// Choices without their type: so each list is drawn by one function, whatever is chosen in it.
pub(super) struct Places {
    names: Box<dyn Fn() -> Vec<String> + Send + Sync>,
    chosen: Box<dyn Fn() -> usize + Send + Sync>,
    choose: Box<dyn Fn(usize) + Send + Sync>,
}

/// Choices as elements take them.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    /// Their words.
    pub names: Memo<Vec<String>>,
    /// Place of the one in force.
    pub chosen: Memo<usize>,
    /// Told the place of another one.
    pub choose: Callback<usize>,
}

impl Places {
    /// The choices `all`; a value that is none of them counts as the first.
    pub(super) fn of<A: IntoIterator<Item: PartialEq>>(
        all: impl Fn() -> A + Clone + Send + Sync + 'static,
        name: impl Fn(A::Item) -> String + Send + Sync + 'static,
        chosen: impl Fn() -> A::Item + Send + Sync + 'static,
        on_change: impl Fn(A::Item) + Send + Sync + 'static,
    ) -> Self {
        let (named, placed) = (all.clone(), all.clone());
        Self {
            names: Box::new(move || named().into_iter().map(&name).collect()),
            chosen: Box::new(move || {
                let chosen = chosen();
                placed().into_iter().position(|one| one == chosen).unwrap_or_default()
            }),
            choose: Box::new(move |place| {
                if let Some(value) = untrack(&all).into_iter().nth(place) {
                    on_change(value);
                }
            }),
        }
    }

    /// Kept as long as the owner of what draws them.
    pub(super) fn drawn(self) -> Drawn {
        let Self { names, chosen, choose } = self;
        Drawn {
            names: Memo::new(move |_| names()),
            chosen: Memo::new(move |_| chosen()),
            choose: Callback::new(choose),
        }
    }
}

/// The choices of a list in which one may also choose nothing, which stands first.
pub fn none_or<T>(all: impl IntoIterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    [None].into_iter().chain(all.into_iter().map(Some))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn values_stand_at_places_and_come_back_from_them() {
        for (chosen, place) in [(None, 0), (Some("a"), 1), (Some("b"), 2), (Some("gone"), 0)] {
            let (tell, told) = mpsc::channel();
            let places = Places::of(
                || none_or(["a", "b"]),
                |one| one.unwrap_or("any").to_uppercase(),
                move || chosen,
                move |one| tell.send(one).unwrap(),
            );
            assert_eq!((places.names)(), ["ANY", "A", "B"]);
            assert_eq!((places.chosen)(), place, "{chosen:?}");
            for place in [2, 3, 0, 1] {
                (places.choose)(place);
            }
            assert_eq!(told.try_iter().collect::<Vec<_>>(), [Some("b"), None, Some("a")], "nothing is at 3");
        }
    }
}
