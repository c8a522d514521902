//! Starts the atlas in the page: what it needs is loaded first, then the readable shell is replaced at once.

mod browser;
mod state;
mod ui;

use atlas_core::domain::link::Route;
use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    // Not through Leptos, whose executor is there only once something is mounted.
    wasm_bindgen_futures::spawn_local(async {
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
        let Some(mount_point) = browser::dom::emptied_mount_point() else {
            return browser::page::log_error("the page has no element with the id app");
        };
        mount_to(mount_point, move || view! { <ui::app::App start /> }).forget();
    });
}
