//! What the boot script started before the app was there: the base path and the first files.

use std::future::Future;

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

/// Why a file could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LoadError {
    /// What the browser said; for the console and for a report, not the sentence a person reads.
    pub(crate) detail: String,
}

fn boot() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"atlasBoot".into()).ok()
}

pub(super) fn boot_value(name: &str) -> Option<JsValue> {
    Reflect::get(&boot()?, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// The path the site lives under: it begins and ends with a slash.
pub(crate) fn base_path() -> String {
    boot_value("base").and_then(|base| base.as_string()).unwrap_or_else(|| "/".to_owned())
}

/// What it throws the browser has in its console.
fn call(name: &str) -> Option<JsValue> {
    boot_value(name)?.dyn_into::<js_sys::Function>().ok()?.call0(&JsValue::UNDEFINED).ok()
}

/// Has the boot script put the app, which is built out of sight, in the place of the readable shell.
pub(crate) fn take_over() {
    let _nothing = call("takeOver");
}

/// Lets the page have its turn.
pub(super) async fn turn() {
    if let Some(promise) = call("turn").and_then(|it| it.dyn_into::<Promise>().ok()) {
        // It only ever comes to pass.
        let _ok = JsFuture::from(promise).await;
    }
}

async fn text_of(promise: Promise) -> Result<String, LoadError> {
    match JsFuture::from(promise).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(error) => Err(LoadError { detail: error_text(&error) }),
    }
}

fn error_text(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |it| String::from(it.message()))
}

async fn booted(name: &str) -> Result<String, LoadError> {
    match boot_value(name).and_then(|value| value.dyn_into::<Promise>().ok()) {
        Some(promise) => text_of(promise).await,
        None => Err(LoadError { detail: format!("the boot script did not load {name}") }),
    }
}

/// The data set in brief that the boot script asked for.
pub(crate) async fn digest() -> Result<String, LoadError> {
    booted("digest").await
}

/// All of the data set: as the boot script asked for it, where it did and nobody took it, or as the site has it now.
pub(crate) async fn data_file(path: &str) -> Result<String, LoadError> {
    let asked = boot().zip(boot_value("whole"));
    let asked = asked.and_then(|(boot, promise)| {
        Reflect::set(&boot, &"whole".into(), &JsValue::UNDEFINED).ok()?;
        promise.dyn_into::<Promise>().ok()
    });
    match asked {
        Some(promise) => text_of(promise).await,
        None => site_file(path).await,
    }
}

/// The coarse outlines of the map that the boot script asked for.
pub(crate) async fn outlines() -> Result<String, LoadError> {
    booted("outlines").await
}

/// The map's outlines in all their detail, by the name of their file, which never changes its content.
pub(crate) async fn fine_outlines(name: &str) -> Result<String, LoadError> {
    fetched(&format!("{}data/{name}", base_path()), RequestCache::Default).await
}

/// A file of this site, by its path below the base; asked for at once, and anew when it may have changed.
pub(crate) fn site_file(path: &str) -> impl Future<Output = Result<String, LoadError>> + use<> {
    fetched(&format!("{}{path}", base_path()), RequestCache::NoCache)
}

/// The request leaves at once, whoever waits for the answer.
fn fetched(url: &str, cache: RequestCache) -> impl Future<Output = Result<String, LoadError>> + use<> {
    let options = web_sys::RequestInit::new();
    options.set_cache(cache);
    let response = super::window().fetch_with_str_and_init(url, &options);
    answered(response, url.to_owned())
}

async fn answered(response: Promise, url: String) -> Result<String, LoadError> {
    let response = JsFuture::from(response).await;
    let response = response.map_err(|error| LoadError { detail: error_text(&error) })?;
    let response: web_sys::Response =
        response.dyn_into().map_err(|other| LoadError { detail: format!("{other:?}") })?;
    if !response.ok() {
        return Err(LoadError { detail: format!("{} {url}", response.status()) });
    }
    let text = response.text().map_err(|error| LoadError { detail: error_text(&error) })?;
    text_of(text).await
}
