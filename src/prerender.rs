//! The pages as HTML, drawn by the very views of the app, so that they can be read before it starts and where it cannot.

use std::sync::Arc;

use any_spawner::Executor;
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::digest::{Checksum, Digest};
use atlas_core::domain::link::{Link, Route};
use atlas_core::domain::messages::Messages;
use futures::executor::block_on;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

use crate::state::map::StillMap;
use crate::state::session::{Details, Session, Whole};
use crate::state::start::Start;
use crate::ui::app::App;

/// The pages in one language.
pub struct Prerenderer {
    words: Arc<Messages>,
    session: Arc<Session>,
    outlines: Arc<str>,
}

impl Prerenderer {
    /// Pages that show `dataset`, the text of which has this checksum, in the language of `words`, with a map of these
    /// `outlines`: a file that the generator wrote.
    pub fn new(dataset: &Dataset, checksum: Checksum, words: Messages, outlines: &str) -> Self {
        // Nothing that is begun while a page is drawn is ever done: it would be for a person to see.
        // Fails only where it was called before, in the same process.
        let _ok = Executor::init_futures_executor();
        let digest = Digest::of(dataset, checksum);
        let whole = Whole {
            dataset: dataset.clone(),
            problems: Vec::new(),
            n_left_out: 0,
            json: String::new(),
            checksum,
            preview_of: None,
        };
        let words = Arc::new(words);
        let session = block_on(Session::of(digest, Details::Here(Arc::new(whole)), &words));
        Self { words, session, outlines: outlines.into() }
    }

    /// The page that a link leads to; `root` leads from it to the root of the site: `./`, `../../`, or an absolute path.
    ///
    /// The map has its outlines on the page that is about the map alone.
    pub fn html(&self, link: &Link, root: &str) -> String {
        let start = Start {
            base: root.to_owned(),
            shown: Ok(Arc::clone(&self.session)),
            messages: Arc::clone(&self.words),
            is_language_missing: false,
        };
        let outlines = (link.route == Route::Explore).then(|| Arc::clone(&self.outlines));
        let owner = Owner::new();
        owner.with(|| {
            provide_context(RequestUrl::new(&link.href("/")));
            provide_context(StillMap { outlines });
            without_marks(&view! { <App start /> }.to_html())
        })
    }
}

/// Without the comments by which Leptos would find its way in HTML that it goes on with: the app builds its own.
fn without_marks(html: &str) -> String {
    ["<!--<() />-->", "<!>"].iter().fold(html.to_owned(), |html, mark| html.replace(mark, ""))
}
