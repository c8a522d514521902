//! Messages between the tabs of this site: a key and a text.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

thread_local! {
    static OPEN: std::cell::RefCell<Vec<BroadcastChannel>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Calls `on_message` with what other tabs post under this name, for as long as the page lives. Where the browser
/// refuses, which it does where it refuses storage, there is nobody to hear.
pub(crate) fn listen(name: &str, on_message: impl Fn(String, String) + 'static) {
    let Ok(channel) = BroadcastChannel::new(name) else { return };
    let handler = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        if let (Some(key), Some(value)) = (message.get(0).as_string(), message.get(1).as_string()) {
            on_message(key, value);
        }
    });
    channel.set_onmessage(Some(handler.as_ref().unchecked_ref()));
    handler.forget();
    OPEN.with_borrow_mut(|open| open.push(channel));
}

/// Posts a key and a text to the other tabs that listen under this name.
pub(crate) fn post(name: &str, key: &str, value: &str) {
    OPEN.with_borrow(|open| {
        let message = Array::of2(&JsValue::from(key), &JsValue::from(value));
        for channel in open.iter().filter(|channel| channel.name() == name) {
            // Fails only on a channel that is closed.
            let _ok = channel.post_message(&message);
        }
    });
}
