//! What `public/offline.js`, which minds the service worker, tells the app and is told by it.

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue};

use super::boot::boot_value;

fn accept() -> Option<Function> {
    boot_value("acceptNewVersion")?.dyn_into().ok()
}

/// Whether a new version of the atlas waits to be used.
pub(crate) fn is_new_version_ready() -> bool {
    accept().is_some()
}

/// Calls `handler` whenever one begins to wait.
pub(crate) fn on_new_version(handler: impl Fn() + 'static) {
    super::listen(&super::window(), "atlas-new-version", move |_| handler());
}

/// Loads the page anew in the version that waits.
pub(crate) fn accept_new_version() {
    if let Some(accept) = accept() {
        // It says itself what goes wrong.
        let _ok = accept.call0(&JsValue::NULL);
    }
}
