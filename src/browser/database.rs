//! `IndexedDB` as a store of texts: the second copy of what must not be lost.
//!
//! By hand, because the crates for it cannot ask for strict durability, which is what this copy is for: the browser
//! says "done" only when the text is on the disk.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction};

use super::store_failure::StoreFailure;

const STORE: &str = "texts";

/// Some browsers never answer where they do not want to keep anything.
const PATIENCE_MILLIS: i32 = 4_000;

/// An open database: one store of texts under keys.
#[derive(Clone)]
pub(crate) struct Database(IdbDatabase);

impl Database {
    /// Opens the database with this name, and makes it where there is none.
    ///
    /// # Errors
    /// If the browser refuses, or cannot read what it has.
    pub(crate) async fn open(name: &str) -> Result<Self, StoreFailure> {
        let factory = factory().ok_or(StoreFailure::Refused)?;
        let opening = factory.open_with_u32(name, 1).map_err(|error| StoreFailure::of(&error))?;
        let upgraded = opening.clone();
        let on_upgrade = Closure::once_into_js(move |_event: JsValue| {
            if let Ok(database) = upgraded.result() {
                // Fails only where the store is there already.
                let _made = database.unchecked_into::<IdbDatabase>().create_object_store(STORE);
            }
        });
        opening.set_onupgradeneeded(Some(on_upgrade.unchecked_ref()));
        let first = Promise::race(&Array::of2(&answer(&opening), &patience()));
        let database = JsFuture::from(first).await.map_err(|error| StoreFailure::of(&error))?;
        if database.is_undefined() {
            return Err(StoreFailure::NoAnswer);
        }
        let database: IdbDatabase = database.unchecked_into();
        // Whoever deletes the database elsewhere does not have to wait for this tab.
        let closed = database.clone();
        let on_change = Closure::<dyn Fn()>::new(move || closed.close());
        database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
        Ok(Self(database))
    }

    /// Whether there is a database with this name, without making one.
    pub(crate) async fn exists(name: &str) -> bool {
        let Some(factory) = factory() else { return false };
        let list =
            Reflect::get(&factory, &"databases".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
        let Some(Ok(listed)) = list.map(|list| list.call0(&factory)) else { return false };
        let Ok(all) = JsFuture::from(Promise::resolve(&listed)).await else { return false };
        let is_it = |it: JsValue| {
            Reflect::get(&it, &"name".into()).is_ok_and(|of| of.as_string().as_deref() == Some(name))
        };
        Array::from(&all).iter().any(is_it)
    }

    /// Every key with its text. What is no text, which only damage can bring, comes as the browser writes it.
    ///
    /// # Errors
    /// If the browser cannot read what it has.
    pub(crate) async fn all(&self) -> Result<Vec<(String, String)>, StoreFailure> {
        let (_transaction, store) = self.store("readonly")?;
        let keys = store.get_all_keys().map_err(|error| StoreFailure::of(&error))?;
        let values = store.get_all().map_err(|error| StoreFailure::of(&error))?;
        let (keys, values) = (settled(&keys), settled(&values));
        let (keys, values) = (Array::from(&keys.await?), Array::from(&values.await?));
        Ok(keys.iter().zip(values.iter()).map(|(key, value)| (text_of(&key), text_of(&value))).collect())
    }

    /// Reads what is under some keys and writes what `change` makes of it, as one step that no other tab can come
    /// between. A key without a text is removed. Done when it is on the disk.
    ///
    /// # Errors
    /// If there is no room, or the browser cannot read or write.
    pub(crate) async fn update(
        &self,
        keys: &[String],
        change: impl FnOnce(Vec<Option<String>>) -> Vec<(String, Option<String>)>,
    ) -> Result<(), StoreFailure> {
        let (transaction, store) = self.store("readwrite")?;
        let done = completed(&transaction);
        let mut asked = Vec::with_capacity(keys.len());
        for key in keys {
            let request = store.get(&key.into()).map_err(|error| StoreFailure::of(&error))?;
            asked.push(settled(&request));
        }
        let mut present = Vec::with_capacity(keys.len());
        for answer in asked {
            let value = answer.await?;
            present.push((!value.is_undefined()).then(|| text_of(&value)));
        }
        for (key, value) in change(present) {
            let request = match value {
                Some(value) => store.put_with_key(&value.into(), &key.into()),
                None => store.delete(&key.into()),
            };
            request.map_err(|error| StoreFailure::of(&error))?;
        }
        done.await.map(drop)
    }

    fn store(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), StoreFailure> {
        let failure = |error: JsValue| StoreFailure::of(&error);
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(failure)?;
        // web-sys counts the option among the unstable parts of the platform; every browser has had it since 2023.
        let begin: Function = Reflect::get(&self.0, &"transaction".into()).map_err(failure)?.unchecked_into();
        let transaction = begin.call3(&self.0, &STORE.into(), &mode.into(), &options).map_err(failure)?;
        let transaction: IdbTransaction = transaction.unchecked_into();
        let store = transaction.object_store(STORE).map_err(failure)?;
        Ok((transaction, store))
    }
}

/// What gives databases; none where the browser refuses them.
fn factory() -> Option<IdbFactory> {
    // An origin of its own, as in a closed sandbox, has no storage. Chromium says so with one answer to whoever asks
    // and one that nobody can catch, so it is not asked.
    let origin = Reflect::get(&js_sys::global(), &"origin".into()).ok()?;
    if origin.as_string().as_deref() == Some("null") {
        return None;
    }
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).ok()?;
    factory.is_object().then(|| factory.unchecked_into())
}

fn text_of(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| {
        let written = js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string());
        written.unwrap_or_default()
    })
}

/// Asked at once, answered when awaited: the handlers hang before anything can happen.
fn settled(request: &IdbRequest) -> impl Future<Output = Result<JsValue, StoreFailure>> + use<> {
    let promise = answer(request);
    async move { JsFuture::from(promise).await.map_err(|error| StoreFailure::of(&error)) }
}

fn answer(request: &IdbRequest) -> Promise {
    let request = request.clone();
    let (kept, broken) = (request.clone(), request.clone());
    Promise::new(&mut |resolve, reject| {
        let (kept, broken) = (kept.clone(), broken.clone());
        let on_success = Closure::once_into_js(move |_event: JsValue| {
            call(&resolve, &kept.result().unwrap_or_default());
        });
        let on_error = Closure::once_into_js(move |event: web_sys::Event| {
            event.prevent_default();
            call(&reject, &broken.error().ok().flatten().map(JsValue::from).unwrap_or_default());
        });
        request.set_onsuccess(Some(on_success.unchecked_ref()));
        request.set_onerror(Some(on_error.unchecked_ref()));
    })
}

/// Settled as `undefined` after a while.
fn patience() -> Promise {
    Promise::new(&mut |resolve, _| {
        // Refused only in a page that is going away.
        let _handle =
            super::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MILLIS);
    })
}

fn completed(transaction: &IdbTransaction) -> impl Future<Output = Result<JsValue, StoreFailure>> + use<> {
    let transaction = transaction.clone();
    let promise = Promise::new(&mut |resolve, reject| {
        let aborted = transaction.clone();
        let on_complete = Closure::once_into_js(move |_event: JsValue| call(&resolve, &JsValue::UNDEFINED));
        let on_abort = Closure::once_into_js(move |_event: JsValue| {
            call(&reject, &aborted.error().map(JsValue::from).unwrap_or_default());
        });
        transaction.set_oncomplete(Some(on_complete.unchecked_ref()));
        transaction.set_onabort(Some(on_abort.unchecked_ref()));
    });
    async move { JsFuture::from(promise).await.map_err(|error| StoreFailure::of(&error)) }
}

fn call(function: &Function, value: &JsValue) {
    // The functions of a promise never throw.
    let _answer = function.call1(&JsValue::UNDEFINED, value);
}
