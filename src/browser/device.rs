//! What this browser is ready to do for what is kept in it: promises, room, chance and the time.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// 16 bytes that nobody else has. Works on plain http too, where `crypto.randomUUID` does not.
pub(crate) fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let filled =
        super::window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // No browser that runs the app lacks it. Weaker chance is still better than the same bytes twice.
        for byte in &mut bytes {
            *byte = (js_sys::Math::random() * 256.0) as u8;
        }
    }
    bytes
}

/// Milliseconds since 1970 in UTC. May jump in both directions.
pub(crate) fn now_millis() -> i64 {
    js_sys::Date::now() as i64
}

/// Whether the browser has promised not to clear away what this site keeps; none where it cannot be asked.
pub(crate) async fn is_persisted() -> Option<bool> {
    answered(storage_manager()?.persisted()).await?.as_bool()
}

/// Asks the browser for that promise. A person may be asked in turn.
pub(crate) async fn ask_to_persist() -> Option<bool> {
    answered(storage_manager()?.persist()).await?.as_bool()
}

fn storage_manager() -> Option<web_sys::StorageManager> {
    // Absent on plain http, where the getter of web-sys would hand out something that is not there.
    let navigator = super::window().navigator();
    let found = Reflect::get(&navigator, &"storage".into()).ok()?;
    found.is_object().then(|| navigator.storage())
}

async fn answered(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}

/// Whether this is Safari, which clears away what a site keeps after seven days without a visit.
pub(crate) fn clears_after_seven_days() -> bool {
    let agent = super::window().navigator().user_agent().unwrap_or_default();
    let is_safari = agent.contains("Safari/") && agent.contains("Version/");
    is_safari && !agent.contains("Chrome/") && !agent.contains("Chromium/") && !agent.contains("Android")
}

/// Whether the site was installed as an app of its own: Safari keeps what such a one has.
pub(crate) fn is_installed() -> bool {
    let query = super::window().match_media("(display-mode: standalone)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// Calls `then` whenever the page may be going away: when it is hidden, and when it is left.
pub(crate) fn watch_leaving(then: impl Fn() + 'static) {
    let then = std::rc::Rc::new(then);
    let on_hide = std::rc::Rc::clone(&then);
    super::listen(&super::window(), "pagehide", move |_| on_hide());
    super::listen(&super::document(), "visibilitychange", move |_| {
        if super::document().hidden() {
            then();
        }
    });
}
