//! States that outlive the screen that asks for them first.
//!
//! What all screens need from the first moment is provided by the root. A state of some screens is made when the first
//! of them asks, so that it comes with their part of the program and not with the first load.

use leptos::prelude::*;

/// Where shared states live.
#[derive(Clone, Debug)]
struct Root(Owner);

/// Makes the component that calls it the place where [`shared`] states live.
pub fn provide_root() {
    if let Some(owner) = Owner::current() {
        provide_context(Root(owner));
    }
}

/// The state of this type: made when it is first asked for, then the same for whoever asks, as long as the root lives.
///
/// Where there is no root, as in a test of one component, it lives as long as the asker.
pub fn shared<T: Clone + Send + Sync + 'static>(make: impl FnOnce() -> T) -> T {
    use_context().unwrap_or_else(|| {
        let provide = || {
            let state = untrack(make);
            provide_context(state.clone());
            state
        };
        match use_context::<Root>() {
            Some(Root(owner)) => owner.with(provide),
            None => provide(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Made(u32);

    #[test]
    fn a_state_is_made_once_and_outlives_the_screen_that_asked_first() {
        let root = Owner::new();
        root.with(|| {
            provide_root();
            let first = Owner::new();
            assert_eq!(first.with(|| shared(|| Made(1))), Made(1));
            drop(first);
            assert_eq!(Owner::new().with(|| shared(|| Made(2))), Made(1));
        });
    }

    #[test]
    fn without_a_root_it_lives_as_long_as_the_asker() {
        let asker = Owner::new();
        assert_eq!(asker.with(|| (shared(|| Made(1)), shared(|| Made(2)))), (Made(1), Made(1)));
        assert_eq!(Owner::new().with(|| shared(|| Made(3))), Made(3));
    }
}
