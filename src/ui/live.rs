//! Parts of a view that follow the signals they read. They are all of one type: the compiler writes out everything that
//! Leptos does with a part for each type of its own, about a kilobyte.

use leptos::prelude::*;

use crate::browser::{dom, time};

/// A part that is drawn anew when something that it reads changes.
pub(crate) type Live = Box<dyn Fn() -> AnyView + Send>;

pub(crate) fn live(view: impl Fn() -> AnyView + Send + 'static) -> Live {
    Box::new(view)
}

/// A part that is not always there.
pub(crate) fn live_if(view: impl Fn() -> Option<AnyView> + Send + 'static) -> Live {
    Box::new(move || view().unwrap_or_else(|| ().into_any()))
}

/// A part that is built when the page has had its turn: out of sight, the page comes in pieces.
pub(crate) fn in_turn(view: impl Fn() -> AnyView + Send + 'static) -> Live {
    let is_time = RwSignal::new(!dom::is_out_of_sight());
    if !is_time.get_untracked() {
        leptos::task::spawn_local(async move {
            time::turn().await;
            let _gone = is_time.try_set(true);
        });
    }
    live_if(move || is_time.get().then(&view))
}
