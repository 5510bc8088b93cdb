//! Values that arrive a task later than they are known.

use std::time::Duration;

use leptos::prelude::*;

/// `source`, a task later.
///
/// What hangs on it is drawn apart from what hangs on the source itself, so that a large change of the screen is several
/// short tasks, between which the page answers, instead of one long one.
#[must_use]
pub fn deferred<T>(source: Memo<T>) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = RwSignal::new(source.get_untracked());
    Effect::new(move |_| {
        source.with(|value| {
            if shown.with_untracked(|shown| shown == value) {
                return;
            }
            set_timeout(
                move || {
                    // Either may have gone with its screen meanwhile.
                    if let Some(value) = source.try_get_untracked() {
                        let _ = shown.try_set(value);
                    }
                },
                Duration::ZERO,
            );
        });
    });
    shown.into()
}

/// `source`, once it has stood still for `pause`.
///
/// For what is costly and need not keep up with a drag: while the source moves, nothing happens.
#[must_use]
pub fn settled<T>(source: Memo<T>, pause: Duration) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = RwSignal::new(source.get_untracked());
    let moves = StoredValue::new(0_u32);
    Effect::new(move |_| {
        source.track();
        let own = moves.get_value().wrapping_add(1);
        moves.set_value(own);
        if source.with_untracked(|value| shown.with_untracked(|shown| shown == value)) {
            return;
        }
        set_timeout(
            move || {
                // Either may have gone with its screen meanwhile.
                if moves.try_get_value() == Some(own)
                    && let Some(value) = source.try_get_untracked()
                {
                    let _ = shown.try_set(value);
                }
            },
            pause,
        );
    });
    shown.into()
}
