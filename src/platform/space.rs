//! How much the browser keeps for this page, and whether it may throw that away when it needs room.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// How much is kept, and how much the browser allows, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// Kept now.
    pub used: u64,
    /// The most that the browser allows.
    pub quota: u64,
}

/// The space of this page; `None` where the browser does not say.
pub async fn space() -> Option<Space> {
    let estimate = wait(manager()?.estimate()).await?;
    let bytes = |name: &str| {
        let bytes = Reflect::get(&estimate, &name.into()).ok()?.as_f64()?;
        // Sizes are whole and far under 2^53.
        Some(bytes as u64)
    };
    Some(Space { used: bytes("usage")?, quota: bytes("quota")? })
}

/// Whether the browser has promised to keep what is kept; `None` where it does not say.
pub async fn is_durable() -> Option<bool> {
    wait(manager()?.persisted()).await?.as_bool()
}

/// Asks the browser to promise so; whether it did. Some browsers ask the user.
pub async fn ask_durable() -> Option<bool> {
    wait(manager()?.persist()).await?.as_bool()
}

/// Pages that are not served securely have none.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"storage".into()).ok()?.dyn_into().ok()
}

async fn wait<E>(asked: Result<Promise, E>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}
