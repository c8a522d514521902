//! Starts the atlas in the page.

fn main() {
    atlas_app::start();
}
