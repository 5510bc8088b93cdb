//! What a pointer drags to another place of a screen. Places are elements with a `data-drop`; what is dragged and where it
//! may go is the screen's. A mouse takes a thing by any part of it, a finger by the part that is made for it: on the rest
//! it scrolls.

use leptos::{ev, prelude::*};

use crate::platform::drop_place;

/// A thing `T` on its way over places `P`. `Copy`: signals inside.
#[derive(Clone, Copy, Debug)]
pub struct Dragging<T, P>
where
    T: Send + Sync + 'static,
    P: Send + Sync + 'static,
{
    /// What the pointer has taken, and where in the window.
    taken: RwSignal<Option<(T, (i32, i32))>>,
    /// How far it has been dragged, in pixels; `None` while it may still be a press.
    by: RwSignal<Option<(i32, i32)>>,
    over: RwSignal<Option<P>>,
    place_of: fn(Option<&str>, Option<P>) -> Option<P>,
    tremble: i32,
}

impl<T, P> Dragging<T, P>
where
    T: Copy + PartialEq + Send + Sync + 'static,
    P: Copy + PartialEq + Send + Sync + 'static,
{
    /// Nothing is dragged yet. A press may tremble by less than so many pixels; `place_of` makes the place of the
    /// `data-drop` under the pointer, if there is one, and of the place before.
    pub fn new(tremble: i32, place_of: fn(Option<&str>, Option<P>) -> Option<P>) -> Self {
        let (taken, by, over) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
        Self { taken, by, over, place_of, tremble }
    }

    /// What the pointer has taken, be it only pressed.
    pub fn taken(self) -> Option<T> {
        self.taken.get().map(|(taken, _)| taken)
    }

    /// How far this thing has been dragged; `None` while it is not.
    pub fn by(self, thing: T) -> Option<(i32, i32)> {
        if self.taken() == Some(thing) { self.by.get() } else { None }
    }

    /// The place where it would be put now.
    pub fn over(self) -> Option<P> {
        self.over.get()
    }

    /// A pointer goes down on the thing: a mouse takes it.
    pub fn mouse_takes(self, thing: T, event: &ev::PointerEvent) {
        if event.pointer_type() == "mouse" {
            self.take(thing, event);
        }
    }

    /// A pointer goes down on what the thing is dragged by: whatever is no mouse takes it.
    pub fn finger_takes(self, thing: T, event: &ev::PointerEvent) {
        if event.pointer_type() != "mouse" {
            self.take(thing, event);
        }
    }

    fn take(self, thing: T, event: &ev::PointerEvent) {
        if event.button() == 0 && !event.default_prevented() {
            self.give_up();
            self.taken.set(Some((thing, (event.client_x(), event.client_y()))));
        }
    }

    /// The pointer goes on over an element that has all places in it; whether the thing now begins to follow it. A quick
    /// pointer leaves the thing at once, so from then on the element should hear it wherever it goes.
    pub fn go_on(self, event: &ev::PointerEvent) -> bool {
        let Some((_, from)) = self.taken.get_untracked() else { return false };
        if event.buttons() == 0 {
            // It was let go where the element does not hear of it.
            self.give_up();
            return false;
        }
        let (x, y) = (event.client_x(), event.client_y());
        let (by, is_begun) = ((x - from.0, y - from.1), self.by.with_untracked(Option::is_some));
        if !is_begun && by.0.abs() < self.tremble && by.1.abs() < self.tremble {
            return false;
        }
        self.by.set(Some(by));
        #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
        let drop = drop_place::at(x as f32, y as f32);
        let before = self.over.get_untracked();
        let over = (self.place_of)(drop.as_deref(), before);
        if over != before {
            self.over.set(over);
        }
        !is_begun
    }

    /// The pointer lets go: what is put where, if it was dragged to a place.
    pub fn release(self) -> Option<(T, P)> {
        let (taken, by, over) = (self.taken.get_untracked(), self.by.get_untracked(), self.over.get_untracked());
        self.give_up();
        let ((thing, _), _, place) = (taken?, by?, over?);
        Some((thing, place))
    }

    /// The thing stays where it was.
    pub fn give_up(self) {
        if self.taken.with_untracked(Option::is_some) {
            self.taken.set(None);
            self.by.set(None);
            self.over.set(None);
        }
    }
}
