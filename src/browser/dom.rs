//! Elements of the page: focus, size, dialogs, the full screen.

use std::future::Future;

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::IS_PRERENDERING;

fn by_id(id: &str) -> Option<Element> {
    super::document().get_element_by_id(id)
}

/// Has the browser fetch the style sheet of a `<link disabled>`, which begins at once; false when it does not come. It
/// can be asked for again then.
pub(crate) fn wear_sheet(id: &str) -> impl Future<Output = bool> + use<> {
    let link = by_id(id);
    let came = link.as_ref().filter(|link| !has_sheet(link)).map(|link| {
        let came = Promise::new(&mut |here, gone| {
            // Listening is never refused.
            let _ok = link.add_event_listener_with_callback("load", &here);
            let _ok = link.add_event_listener_with_callback("error", &gone);
        });
        let _ok = link.remove_attribute("disabled");
        came
    });
    async move {
        let (Some(link), Some(came)) = (&link, came) else { return link.is_some() };
        let has_come = JsFuture::from(came).await.is_ok();
        if !has_come {
            let _ok = link.set_attribute("disabled", "");
        }
        has_come
    }
}

fn has_sheet(link: &Element) -> bool {
    Reflect::get(link, &"sheet".into()).is_ok_and(|sheet| sheet.is_object())
}

/// Whether the app is not to be seen yet, since the readable page is in its place.
pub(crate) fn is_out_of_sight() -> bool {
    !IS_PRERENDERING && has_id("shell")
}

/// Where the app is built, out of sight, until [`super::boot::take_over`].
pub(crate) fn mount_point() -> Option<HtmlElement> {
    by_id("next")?.dyn_into().ok()
}

/// Focuses the element with this id; false when there is none. The page scrolls to it only if `may_scroll`.
pub(crate) fn focus_id(id: &str, may_scroll: bool) -> bool {
    by_id(id).is_some_and(|element| focus(&element, may_scroll))
}

/// Clicks the element with this id, as a pointer would; false when there is none.
pub(crate) fn click_id(id: &str) -> bool {
    let click = web_sys::MouseEventInit::new();
    click.set_bubbles(true);
    click.set_cancelable(true);
    let event = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &click);
    by_id(id).zip(event.ok()).is_some_and(|(element, event)| element.dispatch_event(&event).is_ok())
}

/// Focuses the first element that a selector finds; false when there is none.
pub(crate) fn focus_first(selector: &str, may_scroll: bool) -> bool {
    let found = super::document().query_selector(selector).ok().flatten();
    found.is_some_and(|element| focus(&element, may_scroll))
}

fn focus(element: &Element, may_scroll: bool) -> bool {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(!may_scroll);
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        return html.focus_with_options(&options).is_ok();
    }
    element.dyn_ref::<web_sys::SvgElement>().is_some_and(|svg| svg.focus().is_ok())
}

/// The id of what has the focus, if it has one.
pub(crate) fn focused_id() -> Option<String> {
    super::document().active_element().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Whether nothing has the focus.
pub(crate) fn has_no_focus() -> bool {
    let document = super::document();
    document.active_element().is_none_or(|active| Some(&active) == document.body().as_deref())
}

/// Whether the focus is in a field that has an undo of its own.
pub(crate) fn is_in_text_field() -> bool {
    let Some(active) = super::document().active_element() else { return false };
    let is_ticked = ["checkbox", "radio", "button", "file"];
    match active.tag_name().to_ascii_lowercase().as_str() {
        "textarea" | "select" => true,
        "input" => !active.get_attribute("type").is_some_and(|it| is_ticked.contains(&it.as_str())),
        _ => active.has_attribute("contenteditable"),
    }
}

/// Whether the focus is within the element with this id.
pub(crate) fn has_focus_within(id: &str) -> bool {
    let Some(active) = super::document().active_element() else { return false };
    by_id(id).is_some_and(|element| element.contains(Some(&active)))
}

/// Whether an event happened within the element with this id.
pub(crate) fn is_event_within(event: &web_sys::Event, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    by_id(id).is_some_and(|element| element.contains(target.as_ref()))
}

/// Whether there is an element with this id.
pub(crate) fn has_id(id: &str) -> bool {
    by_id(id).is_some()
}

/// The path and the query of the link of this site that an event happened on.
pub(crate) fn link_of(event: &web_sys::Event) -> Option<(String, String)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let href = target.closest("a[href]").ok().flatten()?.get_attribute("href")?;
    let (path, query) = href.split_once('?').unwrap_or((&href, ""));
    path.starts_with('/').then(|| (path.to_owned(), query.to_owned()))
}

/// Makes every link within `root` open in a tab of its own, those to come as well.
pub(crate) fn open_links_in_new_tabs(root: &Element) {
    mark_links(root);
    let watched = root.clone();
    let callback = Closure::<dyn Fn()>::new(move || mark_links(&watched));
    if let Ok(observer) = web_sys::MutationObserver::new(callback.as_ref().unchecked_ref()) {
        let options = web_sys::MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        // Fails only for options that watch nothing.
        let _ok = observer.observe_with_options(root, &options);
    }
    // Lives as long as the element, as the observer does.
    callback.forget();
}

fn mark_links(root: &Element) {
    let Ok(links) = root.query_selector_all("a[href]:not([target])") else { return };
    for link in (0..links.length()).filter_map(|idx| links.get(idx)?.dyn_into::<Element>().ok()) {
        let rel = link.get_attribute("rel").unwrap_or_default();
        for (name, value) in [("target", "_blank".to_owned()), ("rel", format!("{rel} noopener"))] {
            // Fails only for a name that is not one.
            let _ok = link.set_attribute(name, value.trim());
        }
    }
}

/// Calls `on_size` with the width and height of `element` in pixels, now and at every change.
pub(crate) fn watch_size(element: &Element, on_size: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let callback = Closure::<dyn Fn()>::new(move || {
        let rect = watched.get_bounding_client_rect();
        on_size(rect.width(), rect.height());
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // Lives as long as the element: the observer keeps the function, and nothing else can call it.
    callback.forget();
}

pub(crate) fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // Fails only for a dialog that is not in the document.
        let _ok = dialog.show_modal();
    }
}

pub(crate) fn close_dialog(dialog: &HtmlDialogElement) {
    dialog.close();
}

/// Whether this browser can show an element on the full screen.
pub(crate) fn can_go_full_screen() -> bool {
    IS_PRERENDERING || super::document().fullscreen_enabled()
}

/// Whether something is on the full screen.
pub(crate) fn is_full_screen() -> bool {
    super::document().fullscreen_element().is_some()
}

/// Shows the element with this id on the full screen, or leaves it.
pub(crate) fn toggle_full_screen(id: &str) {
    let document = super::document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(element) = by_id(id) {
        // Refused where a frame has no permission: the map then stays as it is.
        let _ok = element.request_fullscreen();
    }
}
