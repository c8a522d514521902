//! The page around this one: one handshake over the window, and then a port that nobody else holds.
//!
//! A sandboxed frame has no origin to go by. So the frame says that it is there, and the first port that its own parent
//! hands it is the one; every other message of any window is left alone.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{JSON, Object};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, MessagePort, Window};

/// No message of ours is as long.
const MAX_MESSAGE_CHARS: usize = 20_000;

thread_local! {
    static PORT: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
}

/// The window around this one.
fn parent() -> Option<Window> {
    let window = super::window();
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}

/// Whether there is a page around this one.
pub(crate) fn is_around() -> bool {
    parent().is_some()
}

/// Whether the page around this one has handed it a port.
pub(crate) fn is_connected() -> bool {
    PORT.with_borrow(Option::is_some)
}

/// Puts the focus back into the page around this one.
pub(crate) fn leave() {
    if let Some(active) = super::document().active_element()
        && let Ok(active) = active.dyn_into::<web_sys::HtmlElement>()
    {
        // Fails only for what has no focus.
        let _ok = active.blur();
    }
    if let Some(parent) = parent() {
        // A browser may want a key or a click first, which is how one comes here.
        let _ok = parent.focus();
    }
}

/// What is received, by who takes it. What is none of theirs they pass over.
pub(crate) struct Receiver<C, M> {
    /// Whether a text is the handshake.
    pub(crate) is_handshake: C,
    pub(crate) on_message: M,
}

/// Says `hello` to the page around this one, and takes the first port that it hands over. `on_connect` is called then.
pub(crate) fn connect<C, M>(hello: &str, receiver: Receiver<C, M>, on_connect: impl Fn() + 'static)
where
    C: Fn(&str) -> bool + 'static,
    M: Fn(&str) + 'static,
{
    let Some(parent) = parent() else { return };
    let around = parent.clone();
    let on_message = Rc::new(receiver.on_message);
    super::listen(&super::window(), "message", move |event| {
        let Ok(event) = event.dyn_into::<MessageEvent>() else { return };
        let is_from_parent = event.source().is_some_and(|source| Object::is(&source, &around));
        let port = event.ports().get(0).dyn_into::<MessagePort>().ok();
        let is_ours = is_from_parent
            && !is_connected()
            && text_of(&event).is_some_and(|it| (receiver.is_handshake)(&it));
        if let Some(port) = port.filter(|_| is_ours) {
            take_port(port, Rc::clone(&on_message));
            on_connect();
        }
    });
    if let Ok(hello) = JSON::parse(hello) {
        // To whoever the parent is: it says nothing but that there is a frame.
        let _ok = parent.post_message(&hello, "*");
    }
}

fn take_port<M: Fn(&str) + 'static>(port: MessagePort, on_message: Rc<M>) {
    let handler = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = text_of(&event) {
            on_message(&text);
        }
    });
    port.set_onmessage(Some(handler.as_ref().unchecked_ref()));
    handler.forget();
    PORT.set(Some(port));
}

/// A message as JSON; none for what has no such form.
fn text_of(event: &MessageEvent) -> Option<String> {
    let data = event.data();
    if !data.is_object() {
        return None;
    }
    let text = JSON::stringify(&data).ok().map(JsValue::from)?.as_string()?;
    (text.len() <= MAX_MESSAGE_CHARS).then_some(text)
}

/// Tells the page around this one; nobody hears it without a port.
pub(crate) fn post(json: &str) {
    PORT.with_borrow(|port| {
        if let (Some(port), Ok(message)) = (port, JSON::parse(json)) {
            // Fails only for what cannot be copied.
            let _ok = port.post_message(&message);
        }
    });
}
