//! Where the rows of a long list stand. Its items say their place as `aria-posinset`, from 1.

use std::ops::Range;

use web_sys::Element;

/// What is known of a list when the page was scrolled.
pub(crate) struct Seen {
    /// Where the first row of each chunk in the document begins, and the last row ends, from the beginning of the list.
    pub(crate) tops_px: Vec<f64>,
    /// Where what is seen of the page begins.
    pub(crate) top_px: f64,
    /// The row with the focus, from 0.
    pub(crate) focused: Option<usize>,
}

/// `rows` are in the document, in chunks of `n_chunk`.
pub(crate) fn seen(list: &Element, rows: Range<usize>, n_chunk: usize) -> Seen {
    let list_top_px = list.get_bounding_client_rect().top();
    let item = |row: usize| list.query_selector(&format!("[aria-posinset='{}']", row + 1)).ok().flatten();
    let starts = rows.clone().step_by(n_chunk).filter_map(item);
    let mut tops_px: Vec<f64> = starts.map(|it| it.get_bounding_client_rect().top() - list_top_px).collect();
    let end = rows.end.checked_sub(1).and_then(item);
    tops_px.extend(end.map(|it| it.get_bounding_client_rect().bottom() - list_top_px));
    Seen { tops_px, top_px: -list_top_px, focused: focused_row(list) }
}

/// Makes an attribute of the items of a list what it should be, in their order; `href` and `data-…` are those of the
/// links in them. Items without a value have none.
pub(crate) fn keep(list: &Element, attribute: &str, values: &[Option<String>]) {
    let is_of_link = !attribute.starts_with("aria");
    let mut next = list.first_element_child();
    for value in values {
        let Some(item) = next else { return };
        next = item.next_element_sibling();
        let Some(element) = (if is_of_link { item.first_element_child() } else { Some(item) }) else {
            continue;
        };
        if element.get_attribute(attribute) != *value {
            // Fails only for a name that is not one.
            let _ok = match value {
                Some(value) => element.set_attribute(attribute, value),
                None => element.remove_attribute(attribute),
            };
        }
    }
}

/// Gives the focus to the link in a row, from 0, of the list with this id.
pub(crate) fn focus(list_id: &str, row: usize) {
    super::dom::focus_first(&format!("#{list_id} [aria-posinset='{}'] a", row + 1), false);
}

/// Gives the focus back to a row, from 0, that lost it when it was moved among the others.
pub(crate) fn keep_focus(list: &Element, row: Option<usize>) {
    if let Some(row) = row.filter(|_| super::dom::has_no_focus()) {
        focus(&list.id(), row);
    }
}

fn focused_row(list: &Element) -> Option<usize> {
    let active = super::document().active_element().filter(|it| list.contains(Some(it)))?;
    let place = active.closest("[aria-posinset]").ok().flatten()?.get_attribute("aria-posinset")?;
    place.parse::<usize>().ok()?.checked_sub(1)
}
