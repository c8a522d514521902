//! Time: today's date, and waiting for a pause.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use super::IS_PRERENDERING;

/// Today in the reader's time zone: year, month (1 to 12) and day.
pub(crate) fn today() -> (u16, u8, u8) {
    let now = js_sys::Date::new_0();
    (now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}

/// The day of a moment in the reader's time zone: year, month (1 to 12) and day.
pub(crate) fn local_day(millis: i64) -> (u32, u8, u8) {
    let date = js_sys::Date::new(&(millis as f64).into());
    (date.get_full_year(), date.get_month() as u8 + 1, date.get_date() as u8)
}

/// What the browser can call, once. It is of one type, since the compiler writes it out for each.
fn callback(then: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(then)
}

/// Runs only the last of the calls that come within a pause of each other.
#[derive(Clone, Default)]
pub(crate) struct Debounce {
    pending: Rc<Cell<Option<i32>>>,
}

impl Debounce {
    /// Runs `then` after `pause_millis` without another call.
    pub(crate) fn call(&self, pause_millis: i32, then: impl FnOnce() + 'static) {
        self.cancel();
        let pending = Rc::clone(&self.pending);
        let callback = callback(Box::new(move || {
            pending.set(None);
            then();
        }));
        let window = super::window();
        let timeout = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), pause_millis);
        self.pending.set(timeout.ok());
    }

    /// Forgets the call that waits.
    pub(crate) fn cancel(&self) {
        if let Some(timeout) = self.pending.take() {
            super::window().clear_timeout_with_handle(timeout);
        }
    }
}

/// Longest that work in pieces keeps the page from its turn.
const PIECE_MILLIS: f64 = 8.0;

/// Lets the page have its turn.
pub(crate) async fn turn() {
    super::boot::turn().await;
}

/// Work in pieces, with the page's turn in between.
pub(crate) struct Pieces {
    since_millis: f64,
}

impl Pieces {
    /// To be called when the work begins.
    pub(crate) fn begin() -> Self {
        Self { since_millis: now_millis() }
    }

    /// Lets the page have its turn, if it was kept from it for long. To be called often.
    pub(crate) async fn pause(&mut self) {
        if now_millis() - self.since_millis > PIECE_MILLIS {
            turn().await;
            self.since_millis = now_millis();
        }
    }
}

/// Time stands still where pages are prerendered.
fn now_millis() -> f64 {
    if IS_PRERENDERING { 0.0 } else { js_sys::Date::now() }
}

/// Runs `then` when what was just changed has been laid out once, so that the page has its new height.
pub(crate) fn after_next_paint(then: impl FnOnce() + 'static) {
    before_next_paint(move || before_next_paint(then));
}

/// Runs `then` before the next paint, when what was just changed is in the document.
pub(crate) fn before_next_paint(then: impl FnOnce() + 'static) {
    if IS_PRERENDERING {
        return;
    }
    let callback = callback(Box::new(then));
    // Refused only in a page that is going away.
    let _handle = super::window().request_animation_frame(callback.unchecked_ref());
}

/// How long [`when_idle`] waits at most.
const IDLE_AFTER_MILLIS: i32 = 2_000;

/// Runs `then` when the page has nothing else to do, or after a while where it never rests or the browser cannot tell.
pub(crate) fn when_idle(then: impl FnOnce() + 'static) {
    let callback = callback(Box::new(then));
    let callback = callback.unchecked_ref();
    let options = web_sys::IdleRequestOptions::new();
    options.set_timeout(IDLE_AFTER_MILLIS as u32);
    let window = super::window();
    if window.request_idle_callback_with_options(callback, &options).is_err() {
        // Refused only in a page that is going away.
        let _handle =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, IDLE_AFTER_MILLIS);
    }
}
