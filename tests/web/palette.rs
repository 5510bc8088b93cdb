//! Charts follow the theme.

use std::cell::Cell;
use std::rc::Rc;

use clientfolio::platform::palette::{ThemeWatch, palette};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::{document, settle};

#[wasm_bindgen_test]
async fn a_change_of_theme_is_told_until_the_watch_ends() {
    let root: HtmlElement = document().document_element().unwrap().unchecked_into();
    root.style().set_property("--ink", "  #123456 ").unwrap();
    assert_eq!(palette().ink, "#123456");

    let told = Rc::new(Cell::new(0));
    let watch = ThemeWatch::new({
        let told = Rc::clone(&told);
        move || told.set(told.get() + 1)
    });
    root.set_attribute("data-theme", "dark").unwrap();
    settle().await;
    assert_eq!(told.get(), 1);

    root.set_attribute("class", "other").unwrap();
    settle().await;
    assert_eq!(told.get(), 1, "other attributes are no theme");

    drop(watch);
    root.set_attribute("data-theme", "light").unwrap();
    settle().await;
    assert_eq!(told.get(), 1);
}
