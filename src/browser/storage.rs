//! Preferences in this browser's local storage. Storage may be refused: then nothing is remembered.

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};

use super::IS_PRERENDERING;

/// What the keys of preferences begin with.
pub(crate) const PREFIX: &str = "ots-atlas:";

/// Whether this browser lets the page keep anything. Asked before every use, since reading the storage
/// object itself throws where it is refused, and that would be the end of the app.
fn is_available() -> bool {
    if IS_PRERENDERING {
        return false;
    }
    let storage = js_sys::Reflect::get(&js_sys::global(), &"localStorage".into());
    storage.is_ok_and(|storage| storage.is_object())
}

/// Whether local storage has a key that begins so. Without reading any text: there may be megabytes.
pub(crate) fn has_keys(prefix: &str) -> bool {
    if !is_available() {
        return false;
    }
    let storage = LocalStorage::raw();
    let n_keys = storage.length().unwrap_or(0);
    (0..n_keys).any(|nth| storage.key(nth).ok().flatten().is_some_and(|key| key.starts_with(prefix)))
}

/// The raw text of a preference.
pub(crate) fn preference(name: &str) -> Option<String> {
    if !is_available() {
        return None;
    }
    LocalStorage::raw().get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps a preference, or forgets it; false when this browser did not take it.
pub(crate) fn set_preference(name: &str, value: Option<&str>) -> bool {
    if !is_available() {
        return false;
    }
    let key = format!("{PREFIX}{name}");
    match value {
        Some(value) => LocalStorage::raw().set_item(&key, value).is_ok(),
        None => LocalStorage::raw().remove_item(&key).is_ok(),
    }
}

/// The raw text of a preference of this tab alone, gone when it is closed.
pub(crate) fn tab_preference(name: &str) -> Option<String> {
    if !is_available() {
        return None;
    }
    SessionStorage::raw().get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps a preference of this tab, or forgets it; false when this browser did not take it.
pub(crate) fn set_tab_preference(name: &str, value: Option<&str>) -> bool {
    if !is_available() {
        return false;
    }
    let key = format!("{PREFIX}{name}");
    match value {
        Some(value) => SessionStorage::raw().set_item(&key, value).is_ok(),
        None => SessionStorage::raw().remove_item(&key).is_ok(),
    }
}
