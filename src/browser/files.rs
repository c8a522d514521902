//! Handing files to the person and taking them: downloads, opened files, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Offers `text` as a file; false when the browser would not.
pub(crate) fn download(file_name: &str, mime_type: &str, text: &str) -> bool {
    try_download(file_name, mime_type, text).is_some()
}

fn try_download(file_name: &str, mime_type: &str, text: &str) -> Option<()> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime_type);
    let parts = Array::of1(&Uint8Array::from(text.as_bytes()));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = super::document().create_element("a").ok()?;
    let link: web_sys::HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    web_sys::Url::revoke_object_url(&url).ok()
}

/// Puts `text` on the clipboard; false when the browser would not.
pub(crate) async fn copy(text: &str) -> bool {
    let navigator = super::window().navigator();
    // Undefined where the page is not served securely.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// A file that a person chose.
pub(crate) struct OpenedFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The file chosen in a file input, which is emptied so that the same file can be chosen again.
pub(crate) async fn chosen_file(input: web_sys::HtmlInputElement) -> Option<OpenedFile> {
    let file = input.files()?.get(0)?;
    let name = file.name();
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    input.set_value("");
    Some(OpenedFile { name, bytes: Uint8Array::new(&buffer).to_vec() })
}
