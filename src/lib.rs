//! The atlas: an app in the page, and the same views as HTML when the site is put together.

// Written out as HTML, a view is a type for each of its elements.
#![recursion_limit = "512"]

mod browser;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod prerender;
mod state;
mod ui;

use atlas_core::domain::link::Route;
use leptos::prelude::*;

/// Starts the app in the page: what it needs is loaded first, then the readable shell is replaced at once.
pub fn start() {
    console_error_panic_hook::set_once();
    // Not through Leptos, whose executor is there only once something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        // To make the module ready took the browser long enough.
        browser::time::turn().await;
        let file = match state::start::first_route() {
            Route::About | Route::Partner(_) | Route::Doctor | Route::Unknown(_) => {
                Some(ui::part::File::Pages)
            }
            Route::Notebook | Route::MeetingBrief => Some(ui::part::File::Notebook),
            Route::Frame(_) => Some(ui::part::File::Frame),
            Route::Embed(_) => Some(ui::part::File::Embed),
            Route::Explore => None,
        };
        if let Some(file) = file {
            wasm_bindgen_futures::spawn_local(async move {
                ui::part::load(file).await;
            });
        }
        let mut start = state::start::load().await;
        if let Some(file) = file {
            // Asked for above already. Where it does not come, the page says so.
            ui::part::load(file).await;
            start.is_language_missing |= !state::session::load_later_words(&start.messages).await;
        }
        // What follows is the longest piece of work at the start.
        browser::time::turn().await;
        let Some(mount_point) = browser::dom::mount_point() else {
            return browser::page::log_error("the page has no element with the id next");
        };
        mount_to(mount_point, move || view! { <ui::app::App start /> }).forget();
    });
}
