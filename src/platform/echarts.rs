//! The binding to ECharts: load, draw, follow the size, let go.
//!
//! Only what the app uses. Charts are drawn as SVG, which the page's policy admits, and never at zero size, which
//! ECharts takes badly: a drawing waits until its element has one (hidden tabs, folded parts of a screen).
//!
//! See also: `web/echarts.js` for the parts of ECharts that are in the bundle, [`crate::charts`] for the options.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, JSON, Object, Reflect};
use serde_json::Value;
use thiserror::Error;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, ResizeObserver};

use super::boot;
use crate::charts::plot::{Plot, Scale, axis_ends};

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Module, element: &HtmlElement, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, catch, js_name = init)]
    fn init_apart(this: &Module, element: &JsValue, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    type Instance;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = convertToPixel)]
    fn convert_to_pixel(this: &Instance, finder: &JsValue, place: &Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = resize)]
    fn resize_to(this: &Instance, size: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = renderToSVGString)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;

    #[wasm_bindgen(method)]
    fn on(this: &Instance, event: &str, handler: &JsValue);

    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
}

/// Charts cannot be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChartError {
    /// The module did not come, or the browser refused it.
    #[error("the module that draws charts could not be loaded")]
    NotLoaded,
    /// The browser cannot tell sizes of elements.
    #[error("the browser has no ResizeObserver")]
    NoObserver,
}

/// The loaded module.
#[derive(Debug)]
pub struct ECharts(Module);

impl std::fmt::Debug for Module {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Module")
    }
}

/// Loads the module; from the second time on it is there already.
///
/// # Errors
/// [`ChartError::NotLoaded`].
pub async fn load() -> Result<ECharts, ChartError> {
    let promise = boot::load_charts().map_err(|_| ChartError::NotLoaded)?;
    let module = JsFuture::from(promise).await.map_err(|_| ChartError::NotLoaded)?;
    Ok(ECharts(module.unchecked_into()))
}

fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Setting a property of a new plain object does not fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// The position of the link that was pressed, among those of its series; `None` for anything else.
fn link_of(pressed: &JsValue) -> Option<usize> {
    let of = |key: &str| Reflect::get(pressed, &key.into()).ok();
    if of("dataType")?.as_string()? != "edge" {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a position in a list")]
    of("dataIndex")?.as_f64().map(|index| index as usize)
}

/// One chart in one element. Dropping it takes the drawing away.
pub struct Drawing {
    canvas: Rc<Canvas>,
    observer: ResizeObserver,
    // Called by the observer for as long as the drawing lives.
    _on_resize: Closure<dyn FnMut()>,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Drawing").finish_non_exhaustive()
    }
}

struct Canvas {
    module: Module,
    element: HtmlElement,
    /// Made with the first drawing.
    instance: RefCell<Option<Instance>>,
    /// What is to be drawn, as ECharts takes it.
    option: RefCell<Option<JsValue>>,
    /// [`axis_ends`] of it.
    ends: Cell<Option<[(f64, f64); 2]>>,
    on_layout: Box<dyn Fn(Option<Plot>)>,
    // Called by ECharts for as long as the drawing lives.
    on_press: Closure<dyn FnMut(JsValue)>,
}

impl Drawing {
    /// Draws in `element` once it has a size and an option. `on_layout` learns where the axes stand after each change
    /// of size or option; `None` while nothing is drawn or the option does not state the ends of its axes. `on_pick`
    /// learns the position of a link that was pressed.
    ///
    /// # Errors
    /// [`ChartError::NoObserver`].
    pub fn new(
        echarts: ECharts,
        element: HtmlElement,
        on_layout: impl Fn(Option<Plot>) + 'static,
        on_pick: impl Fn(usize) + 'static,
    ) -> Result<Self, ChartError> {
        let canvas = Rc::new(Canvas {
            module: echarts.0,
            element,
            instance: RefCell::new(None),
            option: RefCell::new(None),
            ends: Cell::new(None),
            on_layout: Box::new(on_layout),
            on_press: Closure::new(move |pressed: JsValue| link_of(&pressed).into_iter().for_each(&on_pick)),
        });
        let on_resize = Closure::<dyn FnMut()>::new({
            let canvas = Rc::clone(&canvas);
            move || canvas.fit()
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).map_err(|_| ChartError::NoObserver)?;
        observer.observe(&canvas.element);
        Ok(Self { canvas, observer, _on_resize: on_resize })
    }

    /// Draws `option` in place of whatever is drawn.
    pub fn set_option(&self, option: &Value) {
        // An option is JSON by its making, so that it parses; were it not, the drawing would stay as it is.
        let Ok(parsed) = JSON::parse(&option.to_string()) else { return };
        self.canvas.ends.set(axis_ends(option));
        self.canvas.option.replace(Some(parsed));
        self.canvas.draw();
    }

    /// Draws `option` apart from the page; the SVG as text, `None` when it cannot be drawn.
    #[must_use]
    pub fn svg(&self, option: &Value, (width, height): (u32, u32)) -> Option<String> {
        let apart = object(&[
            ("renderer", "svg".into()),
            ("ssr", true.into()),
            ("width", width.into()),
            ("height", height.into()),
        ]);
        let instance = self.canvas.module.init_apart(&JsValue::NULL, &JsValue::NULL, &apart).ok()?;
        let parsed = JSON::parse(&option.to_string()).ok();
        let drawn = parsed.and_then(|option| instance.set_option(&option, true).ok());
        let svg = drawn.and_then(|()| instance.render_to_svg_string().ok());
        instance.dispose();
        svg
    }

    /// Draws `option` at once and in a size of its own, for the paper that is about to be printed.
    pub fn put_on_paper(&self, option: &Value, (width, height): (u32, u32)) {
        let Ok(parsed) = JSON::parse(&option.to_string()) else { return };
        self.canvas.redraw(&[("width", width.into()), ("height", height.into())], &parsed);
    }

    /// Draws the option of the screen again, in the size of its element.
    pub fn take_from_paper(&self) {
        if let Some(option) = self.canvas.option.borrow().as_ref() {
            self.canvas.redraw(&[("width", "auto".into()), ("height", "auto".into())], option);
        }
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some(instance) = self.canvas.instance.take() {
            instance.dispose();
        }
    }
}

impl Canvas {
    fn has_size(&self) -> bool {
        self.element.client_width() > 0 && self.element.client_height() > 0
    }

    /// Draws the option, if there is one and a place for it.
    fn draw(&self) {
        if !self.has_size() {
            return;
        }
        let option = self.option.borrow();
        let Some(option) = option.as_ref() else { return };
        let mut instance = self.instance.borrow_mut();
        if instance.is_none() {
            let svg = object(&[("renderer", "svg".into())]);
            *instance = self.module.init(&self.element, &JsValue::NULL, &svg).ok();
            if let Some(instance) = instance.as_ref() {
                instance.on("click", self.on_press.as_ref());
            }
        }
        if let Some(instance) = instance.as_ref() {
            // Without `notMerge` parts of the option before would stay as ghosts.
            let drawn = instance.set_option(option, true).is_ok();
            (self.on_layout)(drawn.then(|| self.plot(instance)).flatten());
        }
    }

    /// Draws an option in a size of its own, whatever the size of the element.
    fn redraw(&self, size: &[(&str, JsValue)], option: &JsValue) {
        if let Some(instance) = self.instance.borrow().as_ref() {
            // What cannot be drawn stays as it is.
            let _ = instance.resize_to(&object(size)).and_then(|()| instance.set_option(option, true));
        }
    }

    /// Takes the size of the element; what waited for one is drawn.
    fn fit(&self) {
        if !self.has_size() {
            return;
        }
        if self.instance.borrow().is_none() {
            self.draw();
        } else if let Some(instance) = self.instance.borrow().as_ref() {
            let fitted = instance.resize().is_ok();
            (self.on_layout)(fitted.then(|| self.plot(instance)).flatten());
        }
    }

    /// Where the axes stand in CSS pixels; `None` where the option does not state their ends.
    fn plot(&self, instance: &Instance) -> Option<Plot> {
        let [x, y] = self.ends.get()?;
        let place = |x: f64, y: f64| {
            let pixels: Array =
                instance.convert_to_pixel(&"grid".into(), &Array::of2(&x.into(), &y.into())).ok()?.dyn_into().ok()?;
            Some((pixels.get(0).as_f64()?, pixels.get(1).as_f64()?))
        };
        let (from, to) = (place(x.0, y.0)?, place(x.1, y.1)?);
        Some(Plot { x: Scale { values: x, pixels: (from.0, to.0) }, y: Scale { values: y, pixels: (from.1, to.1) } })
    }
}
