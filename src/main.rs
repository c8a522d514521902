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
        let is_later_page = state::start::first_route() != Route::Explore;
        if is_later_page {
            wasm_bindgen_futures::spawn_local(async {
                ui::part::load().await;
            });
        }
        let start = state::start::load().await;
        if is_later_page {
            // Asked for above already. Where it does not come, the page says so.
            ui::part::load().await;
        }
        let Some(mount_point) = browser::dom::emptied_mount_point() else {
            return browser::page::log_error("the page has no element with the id app");
        };
        mount_to(mount_point, move || view! { <ui::app::App start /> }).forget();
    });
}
