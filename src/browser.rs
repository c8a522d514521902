//! The only door to the browser: everything else is given values and never touches `web_sys` or `js_sys`.

pub(crate) mod boot;
pub(crate) mod channel;
pub(crate) mod database;
pub(crate) mod device;
pub(crate) mod dom;
pub(crate) mod embed;
pub(crate) mod figures;
pub(crate) mod files;
pub(crate) mod host;
pub(crate) mod list_rows;
pub(crate) mod local_store;
pub(crate) mod offline;
pub(crate) mod page;
pub(crate) mod pointer;
pub(crate) mod selection;
pub(crate) mod storage;
pub(crate) mod store_failure;
pub(crate) mod time;

use leptos::ev::EventDescriptor;
use leptos::prelude::{on_cleanup, window_event_listener};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The window. Its absence is not a state the app can be in: it runs in a page.
#[expect(clippy::disallowed_methods, reason = "this is the door")]
#[expect(clippy::expect_used, reason = "a page without a window cannot have started the app")]
fn window() -> web_sys::Window {
    web_sys::window().expect("the app runs in a page")
}

/// The document of the page.
#[expect(clippy::expect_used, reason = "a page without a document cannot have started the app")]
fn document() -> web_sys::Document {
    window().document().expect("the app runs in a page")
}

/// Whether there is no page: the views are written as HTML when the site is put together.
pub(crate) const IS_PRERENDERING: bool = cfg!(not(target_arch = "wasm32"));

/// Calls `handler` at every event of the window, until what is built just now is taken away.
pub(crate) fn on_window<E>(event: E, handler: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    if !IS_PRERENDERING {
        let listening = window_event_listener(event, handler);
        on_cleanup(move || listening.remove());
    }
}

/// Calls `handler` at every event of this name, for as long as the page lives.
fn listen(target: &web_sys::EventTarget, name: &str, handler: impl Fn(web_sys::Event) + 'static) {
    let handler = Closure::<dyn Fn(web_sys::Event)>::new(handler);
    // Fails only for a name that is no text.
    let _ok = target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
    handler.forget();
}
