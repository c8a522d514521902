//! Local storage as a store of texts, for what must not be lost: every failure is told, and what was written is read
//! back before it counts as written.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast as _;

use super::store_failure::StoreFailure;

/// The storage object, if this browser gives one. Reading it throws where storage is refused, so that it is asked for
/// without `gloo-storage` first.
fn storage() -> Result<web_sys::Storage, StoreFailure> {
    let found = js_sys::Reflect::get(&js_sys::global(), &"localStorage".into());
    if found.is_ok_and(|storage| storage.is_object()) {
        Ok(LocalStorage::raw())
    } else {
        Err(StoreFailure::Refused)
    }
}

/// Whether a text that is written stays there.
///
/// # Errors
/// If storage is refused, full, or only pretends.
pub(crate) fn probe(key: &str) -> Result<(), StoreFailure> {
    set(key, "probe")?;
    remove(key)
}

/// What is under a key; nothing where storage is refused.
pub(crate) fn get(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok().flatten()
}

/// Writes a text and reads it back.
///
/// # Errors
/// If storage is refused or full, or if what is there afterwards is not what was written.
pub(crate) fn set(key: &str, value: &str) -> Result<(), StoreFailure> {
    let storage = storage()?;
    storage.set_item(key, value).map_err(|error| StoreFailure::of(&error))?;
    match storage.get_item(key) {
        Ok(Some(kept)) if kept == value => Ok(()),
        _ => Err(StoreFailure::NotKept),
    }
}

/// Removes a key, if it is there.
///
/// # Errors
/// If storage is refused, or the key is still there afterwards.
pub(crate) fn remove(key: &str) -> Result<(), StoreFailure> {
    let storage = storage()?;
    storage.remove_item(key).map_err(|error| StoreFailure::of(&error))?;
    match storage.get_item(key) {
        Ok(None) => Ok(()),
        _ => Err(StoreFailure::NotKept),
    }
}

/// Every key on this origin with its text: other sites of the same origin have theirs here too.
///
/// # Errors
/// If storage is refused.
pub(crate) fn all() -> Result<Vec<(String, String)>, StoreFailure> {
    let storage = storage()?;
    let n_keys = storage.length().map_err(|error| StoreFailure::of(&error))?;
    let keys: Vec<String> = (0..n_keys).filter_map(|nth| storage.key(nth).ok().flatten()).collect();
    Ok(keys
        .into_iter()
        .filter_map(|key| {
            let value = storage.get_item(&key).ok().flatten()?;
            Some((key, value))
        })
        .collect())
}

/// Calls `on_change` with the key and the new text whenever another tab changes this storage. Without a key,
/// everything was cleared.
pub(crate) fn watch(on_change: impl Fn(Option<String>, Option<String>) + 'static) {
    super::listen(&super::window(), "storage", move |event| {
        if let Ok(event) = event.dyn_into::<web_sys::StorageEvent>() {
            on_change(event.key(), event.new_value());
        }
    });
}
