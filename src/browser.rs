//! The only door to the browser: everything else is given values and never touches `web_sys` or `js_sys`.

pub(crate) mod boot;
pub(crate) mod dom;
pub(crate) mod files;
pub(crate) mod page;
pub(crate) mod pointer;
pub(crate) mod storage;
pub(crate) mod time;

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
