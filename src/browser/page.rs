//! The page around the app: its address, title, language, theme and scroll.

use wasm_bindgen::{JsCast as _, JsValue};

use super::IS_PRERENDERING;

/// The path and the raw query of the page's address, undecoded and without the question mark.
pub(crate) fn address() -> (String, String) {
    let location = super::window().location();
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    (path, query.trim_start_matches('?').to_owned())
}

/// The id that the page's address points to, if it points to one.
pub(crate) fn target_id() -> Option<String> {
    let hash = super::window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').filter(|id| !id.is_empty()).map(str::to_owned)
}

/// The origin of the page, such as `https://atlas.example.org`.
pub(crate) fn origin() -> String {
    super::window().location().origin().unwrap_or_default()
}

/// The host of the page, such as `example.org:8080`.
pub(crate) fn host() -> String {
    super::window().location().host().unwrap_or_default()
}

/// Loads the page anew.
pub(crate) fn reload() {
    // Refused only in a page that is going away.
    let _ok = super::window().location().reload();
}

pub(crate) fn set_title(title: &str) {
    super::document().set_title(title);
}

/// Sets an attribute of the root element, or takes it away.
fn set_root_attribute(name: &str, value: Option<&str>) {
    if let Some(root) = super::document().document_element() {
        // Fails only for a name that is not one.
        let _ok = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

pub(crate) fn set_language(code: &str) {
    set_root_attribute("lang", Some(code));
}

/// Sets the theme of the page; none follows the system.
pub(crate) fn set_theme(theme: Option<&str>) {
    set_root_attribute("data-theme", theme);
}

/// Marks the page as a frame in another one, and whether it fills it. The root says it, not a `:has()` in the style: that
/// would have the browser look at the whole page at every change of it.
pub(crate) fn set_frame(fit: Option<&str>) {
    set_root_attribute("data-frame", fit);
}

/// Marks the page while a note is open for writing.
pub(crate) fn set_writing(is_writing: bool) {
    set_root_attribute("data-writing", is_writing.then_some(""));
}

/// Sets a custom property of the root element, or takes it away.
pub(crate) fn set_root_property(name: &str, value: Option<&str>) {
    let root = super::document().document_element();
    let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) else { return };
    // Fails only for a name that is not one.
    let _ok = match value {
        Some(value) => root.style().set_property(name, value),
        None => root.style().remove_property(name).map(drop),
    };
}

/// Opens an address in a tab of its own, which knows nothing of this one.
pub(crate) fn open_in_new_tab(href: &str) {
    // Refused in a sandboxed frame that may open none.
    let _ok = super::window().open_with_url_and_target_and_features(href, "_blank", "noopener");
}

/// Lets the page have its web font, which is fetched then.
pub(crate) fn use_web_font() {
    set_root_attribute("data-font", Some("web"));
}

/// Whether the page is shown dark now.
pub(crate) fn is_dark() -> bool {
    if IS_PRERENDERING {
        return false;
    }
    let query = super::window().match_media("(prefers-color-scheme: dark)");
    let system = query.ok().flatten().is_some_and(|query| query.matches());
    let root = super::document().document_element();
    match root.and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => system,
    }
}

/// Whether map and list stand side by side: the same width as in the style sheet.
pub(crate) fn is_wide() -> bool {
    if IS_PRERENDERING {
        return true;
    }
    let query = super::window().match_media("(min-width: 56rem)");
    query.ok().flatten().is_some_and(|query| query.matches())
}

/// How far the page is scrolled, in pixels.
pub(crate) fn scroll_y_px() -> f64 {
    super::window().scroll_y().unwrap_or_default()
}

pub(crate) fn scroll_to_y_px(y_px: f64) {
    super::window().scroll_to_with_x_and_y(0.0, y_px);
}

/// Keeps the browser from restoring the scroll by itself, before the page has its content.
pub(crate) fn restore_scroll_by_hand() {
    if !IS_PRERENDERING && let Ok(history) = super::window().history() {
        // An old browser without the setting restores by itself, which does no harm.
        let _ok = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Writes a message to the console, for who looks there.
pub(crate) fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// Prints the page.
pub(crate) fn print() {
    // Refused only in a sandboxed frame, where nothing can be done about it.
    let _ok = super::window().print();
}
