//! Pictures of the page's own making, as files.

use futures_channel::oneshot;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::download::{ObjectUrl, blob};
use crate::charts::picture::Picture;

/// What an SVG file says of itself.
pub const SVG_MIME: &str = "image/svg+xml";

/// Pixels to a CSS pixel: sharp on a projector and on paper.
const SCALE: u32 = 2;

/// The picture as a PNG file; `None` when the browser cannot draw it.
pub async fn png(picture: &Picture) -> Option<Blob> {
    try_png(picture).await.ok()
}

async fn try_png(picture: &Picture) -> Result<Blob, JsValue> {
    // The address must hold until the picture is drawn.
    let url = ObjectUrl::new(&blob(SVG_MIME, picture.svg.as_bytes())?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url.0);
    JsFuture::from(image.decode()).await?;

    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (picture.width * SCALE, picture.height * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;

    let (made, file) = oneshot::channel();
    let on_blob = Closure::once(move |blob: JsValue| {
        // Nobody waits when the screen has gone.
        let _ = made.send(blob.dyn_into::<Blob>().ok());
    });
    canvas.to_blob(on_blob.as_ref().unchecked_ref())?;
    file.await.ok().flatten().ok_or(JsValue::NULL)
}
