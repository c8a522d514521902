//! Many like figures of a drawing, such as the marks of the map: each is a copy of a pattern, of which only what has
//! changed is set. With hundreds of them, what takes time is the number of elements, listeners and effects.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, MouseEvent};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of a figure: its tag, and the attributes that never change.
pub(crate) type Part = (&'static str, &'static [(&'static str, &'static str)]);

/// The first is the figure itself, the others are within it.
pub(crate) type Pattern = &'static [Part];

/// What an attribute comes to.
pub(crate) enum Setting {
    None,
    To(String),
}

/// So many new figures are drawn in a frame, without which an input would wait long for the next one.
const MAX_NEW: usize = 50;

/// A figure as it is to be.
pub(crate) struct Figure {
    /// While it stays the same, the element stays and keeps the focus.
    pub(crate) key: u32,
    /// Stands for all the settings that may be left out.
    pub(crate) print: u64,
    pub(crate) pattern: Pattern,
    /// Of which part, by index, which attribute; the text where that has no name. Always the same ones in the same order
    /// of a pattern; where one with this print is there, the last may be left out.
    pub(crate) settings: Vec<(usize, &'static str, Setting)>,
}

/// A figure in the document.
struct Drawn {
    key: u32,
    print: u64,
    pattern: Pattern,
    parts: Vec<Element>,
    values: Vec<Option<String>>,
}

/// The figures in an element.
#[derive(Default)]
pub(crate) struct Figures {
    drawn: Vec<Drawn>,
    /// One figure of each pattern, to be copied.
    patterns: Vec<(Pattern, Element)>,
}

impl Figures {
    /// The pattern of a figure that is there with this print.
    pub(crate) fn pattern(&self, key: u32, print: u64) -> Option<Pattern> {
        self.drawn.iter().find(|it| it.key == key && it.print == print).map(|it| it.pattern)
    }

    /// Makes these all that is in `group`; of new ones no more than a frame can bear. Whether that was all. Those that
    /// are there stay where they are, until [`Figures::sort`].
    pub(crate) fn show(&mut self, group: &Element, figures: Vec<Figure>) -> bool {
        let mut n_new = 0;
        keeping_focus(|| {
            let mut last = std::mem::take(&mut self.drawn);
            for figure in figures {
                let is_it = |it: &Drawn| it.key == figure.key && is_same(it.pattern, figure.pattern);
                let known = last.iter().position(is_it).map(|idx| last.swap_remove(idx));
                let is_new = known.is_none();
                n_new += usize::from(is_new);
                let drawn = known.or_else(|| (n_new <= MAX_NEW).then(|| self.copy(&figure)).flatten());
                if let Some(mut drawn) = drawn {
                    drawn.set(figure);
                    if let Some(first) = drawn.parts.first().filter(|_| is_new) {
                        // Fails only where the group is within the figure.
                        let _ok = group.append_child(first);
                    }
                    self.drawn.push(drawn);
                }
            }
            for gone in last.iter().filter_map(|it| it.parts.first()) {
                gone.remove();
            }
        });
        n_new <= MAX_NEW
    }

    /// Puts the figures into the order in which they were given, for those who go through them one by one. To move an
    /// element costs the browser as much as a new one, so it is done when there is time.
    pub(crate) fn sort(&self, group: &Element) {
        keeping_focus(|| {
            let mut next = group.first_element_child();
            for figure in self.drawn.iter().filter_map(|it| it.parts.first()) {
                if next.as_ref() == Some(figure) {
                    next = figure.next_element_sibling();
                } else {
                    // Fails only where the group is within the figure.
                    let _ok = group.insert_before(figure, next.as_deref());
                }
            }
        });
    }

    fn copy(&mut self, figure: &Figure) -> Option<Drawn> {
        let known = self.patterns.iter().position(|(pattern, _)| is_same(pattern, figure.pattern));
        let idx = if let Some(idx) = known {
            idx
        } else {
            self.patterns.push((figure.pattern, draw(figure.pattern)?));
            self.patterns.len() - 1
        };
        let copy = self.patterns.get(idx)?.1.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
        let mut parts = vec![copy];
        let mut next = parts.first()?.first_element_child();
        while let Some(part) = next {
            next = part.next_element_sibling();
            parts.push(part);
        }
        Some(Drawn { key: figure.key, print: 0, pattern: figure.pattern, parts, values: Vec::new() })
    }
}

impl Drawn {
    fn set(&mut self, figure: Figure) {
        self.print = figure.print;
        if self.values.len() < figure.settings.len() {
            self.values.resize(figure.settings.len(), None);
        }
        for ((part, name, setting), value) in figure.settings.into_iter().zip(&mut self.values) {
            let wanted = match setting {
                Setting::None => None,
                Setting::To(wanted) => Some(wanted),
            };
            if *value == wanted {
                continue;
            }
            let Some(part) = self.parts.get(part) else { continue };
            // Fails only for a name that is not one.
            let _ok = match wanted.as_deref() {
                text if name.is_empty() => {
                    part.set_text_content(text);
                    Ok(())
                }
                Some(text) => part.set_attribute(name, text),
                None => part.remove_attribute(name),
            };
            *value = wanted;
        }
    }
}

/// Gives the focus back to what loses it when it is moved or drawn anew.
fn keeping_focus(change: impl FnOnce()) {
    let focused_id = super::dom::focused_id();
    change();
    if let Some(id) = focused_id.filter(|_| super::dom::has_no_focus()) {
        super::dom::focus_id(&id, false);
    }
}

fn is_same(a: Pattern, b: Pattern) -> bool {
    std::ptr::eq(a, b)
}

fn draw(pattern: Pattern) -> Option<Element> {
    let document = super::document();
    let element = |part: &Part| {
        let element = document.create_element_ns(Some(SVG), part.0).ok()?;
        for (name, value) in part.1 {
            element.set_attribute(name, value).ok()?;
        }
        Some(element)
    };
    let (first, others) = pattern.split_first()?;
    let figure = element(first)?;
    for part in others {
        let part = element(part)?;
        figure.append_child(&part).ok()?;
    }
    Some(figure)
}

/// The id of the figure of this class that an event happened on.
pub(crate) fn id_at(event: &Event, class: &str) -> Option<String> {
    figure_at(event.target(), class).map(|it| it.id())
}

/// The id of the figure that a pointer comes upon or leaves, where it does not just go on to another part of it.
pub(crate) fn id_crossed(event: &MouseEvent, class: &str) -> Option<String> {
    let figure = figure_at(event.target(), class)?;
    (figure_at(event.related_target(), class).as_ref() != Some(&figure)).then(|| figure.id())
}

fn figure_at(target: Option<web_sys::EventTarget>, class: &str) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(class).ok().flatten()
}
