//! Why a store of this browser did not take or give something.

use wasm_bindgen::{JsCast as _, JsValue};

/// What a person can be told about a store that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StoreFailure {
    /// The browser gives this page no such store: cookies are blocked, or it is in a sandboxed frame.
    Refused,
    /// There is no room left.
    Full,
    /// It took the text and does not have it.
    NotKept,
    /// It did not answer in time.
    NoAnswer,
    /// Anything else, in the browser's words: for a report, not for the person.
    Broken(String),
}

impl StoreFailure {
    /// The failure that an exception of the browser means.
    pub(super) fn of(error: &JsValue) -> Self {
        let Some(exception) = error.dyn_ref::<web_sys::DomException>() else {
            let text = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
            return Self::Broken(text.or_else(|| error.as_string()).unwrap_or_default());
        };
        match exception.name().as_str() {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" | "InvalidAccessError" => Self::Refused,
            name => Self::Broken(format!("{name}: {}", exception.message())),
        }
    }
}
