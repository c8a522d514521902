//! What the data file gave: one value that is replaced as a whole, never changed.

use std::sync::Arc;

use atlas_core::domain::check::{self, Problem};
use atlas_core::domain::dataset::Dataset;
use atlas_core::domain::messages::Messages;
use atlas_core::map::seats::Seats;

use crate::browser::boot::{self, LoadError};
use crate::browser::page;

/// A data set that is shown, with what was wrong in its file.
pub(crate) struct Session {
    pub(crate) dataset: Dataset,
    pub(crate) seats: Seats,
    pub(crate) problems: Vec<Problem>,
    pub(crate) n_left_out: usize,
    /// The text of the file, for the download.
    pub(crate) json: String,
    /// The name of the file, when it is a person's own, shown as a preview in this tab.
    pub(crate) preview_of: Option<String>,
}

/// Why there is no data set to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DataFailure {
    /// The file did not come.
    NotLoaded(LoadError),
    /// It came and is no data file.
    NotReadable(Problem),
}

impl Session {
    /// Reads a data file.
    pub(crate) fn read(json: String, preview_of: Option<String>) -> Result<Self, Problem> {
        let reading = check::read(json.as_bytes())?;
        let seats = Seats::of(&reading.dataset.partnerships);
        Ok(Self {
            dataset: reading.dataset,
            seats,
            problems: reading.problems,
            n_left_out: reading.n_left_out,
            json,
            preview_of,
        })
    }
}

/// What the app shows: the data set or why there is none.
pub(crate) type Shown = Result<Arc<Session>, DataFailure>;

/// The published data set as the site has it now.
pub(crate) async fn load(is_first: bool) -> Shown {
    let text =
        if is_first { boot::first_data().await } else { boot::site_file("data/partnerships.json").await };
    let text = text.map_err(DataFailure::NotLoaded)?;
    Session::read(text, None).map(Arc::new).map_err(DataFailure::NotReadable)
}

/// The catalogue of a language; English, with the failure, where it cannot be had.
pub(crate) async fn load_messages(
    lang: atlas_core::domain::vocabulary::Lang,
) -> (Arc<Messages>, Option<LoadError>) {
    use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
    if lang == Lang::En {
        return (Arc::new(Messages::english()), None);
    }
    // The browser itself writes a file that did not come to its console; one that is broken only we can see.
    let parsed = boot::site_file(&format!("locale/{}.json", lang.code())).await.and_then(|text| {
        Messages::parse(lang, &text).map_err(|error| {
            let detail = error.to_string();
            page::log_error(&detail);
            LoadError { detail }
        })
    });
    match parsed {
        Ok(messages) => (Arc::new(messages), None),
        Err(error) => (Arc::new(Messages::english()), Some(error)),
    }
}
