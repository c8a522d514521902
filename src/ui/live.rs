//! Parts of a view that follow the signals they read. They are all of one type: the compiler writes out everything that
//! Leptos does with a part for each type of its own, about a kilobyte.

use leptos::prelude::*;

/// A part that is drawn anew when something that it reads changes.
pub(crate) type Live = Box<dyn Fn() -> AnyView + Send>;

pub(crate) fn live(view: impl Fn() -> AnyView + Send + 'static) -> Live {
    Box::new(view)
}

/// A part that is not always there.
pub(crate) fn live_if(view: impl Fn() -> Option<AnyView> + Send + 'static) -> Live {
    Box::new(move || view().unwrap_or_else(|| ().into_any()))
}
