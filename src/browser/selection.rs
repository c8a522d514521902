//! What the reader selects in a text that can be quoted, and the marks under what was quoted.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Node, Range};

/// Texts that can be quoted: the first child of an element that says in this attribute what it is.
const QUOTABLE: &str = "data-quotable";

/// A selection within one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Selected {
    /// What the text is, as its element says.
    pub(crate) place: String,
    pub(crate) before: String,
    pub(crate) text: String,
    pub(crate) after: String,
}

/// What is selected now in the first of the texts that the selection touches, if it begins in one.
pub(crate) fn selected() -> Option<Selected> {
    let selection = super::window().get_selection().ok().flatten().filter(|it| !it.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let start = range.start_container().ok()?;
    let element = start.dyn_ref::<Element>().cloned().or_else(|| start.parent_element())?;
    let quotable = element.closest(&format!("[{QUOTABLE}]")).ok().flatten()?;
    let text = quotable.first_element_child()?;
    let place = quotable.get_attribute(QUOTABLE)?;
    if !text.contains(Some(&start)) {
        return None;
    }
    let whole = super::document().create_range().ok()?;
    whole.select_node_contents(&text).ok()?;
    let (before, chosen, after) = (whole.clone_range(), whole.clone_range(), whole.clone_range());
    let end = range.end_container().ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    chosen.set_start(&start, range.start_offset().ok()?).ok()?;
    // Three clicks select up to the beginning of what follows.
    if text.contains(Some(&end)) {
        chosen.set_end(&end, range.end_offset().ok()?).ok()?;
        after.set_start(&end, range.end_offset().ok()?).ok()?;
    } else {
        after.collapse_with_to_start(false);
    }
    let said = |range: &Range| String::from(range.to_string());
    Some(Selected { place, before: said(&before), text: said(&chosen), after: said(&after) })
}

/// Listens to the reader's selection until it is dropped.
pub(crate) struct Watch(Closure<dyn Fn()>);

/// Calls `on_change` whenever another stretch of the page is selected, or none.
pub(crate) fn watch(on_change: impl Fn() + 'static) -> Watch {
    let watch = Watch(Closure::new(on_change));
    let function = watch.0.as_ref().unchecked_ref();
    // Fails only for a name that is no text.
    let _ok = super::document().add_event_listener_with_callback("selectionchange", function);
    watch
}

impl Drop for Watch {
    fn drop(&mut self) {
        let function = self.0.as_ref().unchecked_ref();
        let _ok = super::document().remove_event_listener_with_callback("selectionchange", function);
    }
}

/// The name of the marks in the style sheet.
const MARKS: &str = "noted";

/// Marks these stretches of the texts, by place and words, without a change to the page itself. Where a browser cannot,
/// it shows none.
pub(crate) fn mark_quotes(quotes: &[(String, String)]) {
    let ranges = Array::new();
    for (place, exact) in quotes {
        if let Some(range) = range_of(place, exact) {
            ranges.push(&range);
        }
    }
    // Without a result where the browser does not know such marks, which does no harm.
    let _unknown = set_marks(&ranges);
}

fn set_marks(ranges: &Array) -> Option<JsValue> {
    let global = js_sys::global();
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let marks = get(&get(&global, "CSS")?, "highlights").filter(JsValue::is_object)?;
    let class: Function = get(&global, "Highlight")?.dyn_into().ok()?;
    let highlight = Reflect::construct(&class, ranges).ok()?;
    let set: Function = get(&marks, "set")?.dyn_into().ok()?;
    set.call2(&marks, &MARKS.into(), &highlight).ok()
}

/// Where these words stand in the texts of a place.
fn range_of(place: &str, exact: &str) -> Option<Range> {
    let document = super::document();
    let found = document.query_selector_all(&format!("[{QUOTABLE}]")).ok()?;
    let elements = (0..found.length()).filter_map(|nth| found.get(nth)?.dyn_into::<Element>().ok());
    let of_place = elements.filter(|it| it.get_attribute(QUOTABLE).as_deref() == Some(place));
    of_place.filter_map(|it| it.first_element_child()?.first_child()).find_map(|node: Node| {
        let text = node.text_content()?;
        let at = text.find(exact)?;
        let start = utf16_len(&text[..at]);
        let range = document.create_range().ok()?;
        range.set_start(&node, start).ok()?;
        range.set_end(&node, start + utf16_len(exact)).ok()?;
        Some(range)
    })
}

fn utf16_len(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}
