//! Mounting a part of a screen into the test page.

use clientfolio::i18n::{Currency, Locale};
use clientfolio::ui::state::i18n::I18n;
use clientfolio::ui::state::toasts::Toasts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// A mounted view; it goes with this value.
pub struct Mounted {
    root: HtmlElement,
    _handle: Box<dyn std::any::Any>,
}

impl Mounted {
    /// The element with this `data-testid`, if it is there.
    pub fn find(&self, testid: &str) -> Option<Element> {
        self.query(&format!("[data-testid='{testid}']"))
    }

    /// The first element that fits, if one does.
    pub fn query(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).unwrap()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Mounts `view` in English with dollars.
pub fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Mounted {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let handle = leptos::mount::mount_to(root.clone(), move || {
        I18n::provide(Signal::stored(Locale::En), Signal::stored(Currency::Usd));
        Toasts::provide();
        view()
    });
    Mounted { root, _handle: Box::new(handle) }
}

/// Lets effects, promises and the next frame run.
pub async fn settle() {
    for _ in 0..3 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
}
