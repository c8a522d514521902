//! The data set that is shown: one value that is replaced as a whole, never changed. In brief from the start; its
//! details, which are the data file itself, follow.

#![expect(
    clippy::unnecessary_wraps,
    reason = "a part of the app that may not come is drawn by a function that may fail"
)]

use std::sync::Arc;

use atlas_core::domain::check::{self, Problem};
use atlas_core::domain::dataset::{DATA_FILE, Dataset};
use atlas_core::domain::digest::{Checksum, Digest};
use atlas_core::domain::messages::{Messages, NotACatalogue, learn_later_english};
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use atlas_core::map::seats::Seats;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::index::Index;
use crate::browser::boot::{self, LoadError};
use crate::browser::page;

/// A data set that is shown.
pub(crate) struct Session {
    pub(crate) digest: Digest,
    pub(crate) seats: Seats,
    pub(crate) details: ArcRwSignal<Details>,
    /// Made anew when its details come or the language changes; until it is, the one before answers.
    pub(crate) index: ArcRwSignal<Index>,
}

/// The data file behind a digest.
#[derive(Clone)]
pub(crate) enum Details {
    NotAsked,
    OnTheirWay,
    Here(Arc<Whole>),
    Missing(DataFailure),
}

impl Details {
    /// The data file, if it is here.
    pub(crate) fn here(&self) -> Option<&Arc<Whole>> {
        match self {
            Self::Here(whole) => Some(whole),
            _ => None,
        }
    }

    /// Whether they may still come without being asked for once more.
    pub(crate) fn are_awaited(&self) -> bool {
        matches!(self, Self::NotAsked | Self::OnTheirWay)
    }
}

/// All that a data file holds, with what was wrong in it.
pub(crate) struct Whole {
    pub(crate) dataset: Dataset,
    pub(crate) problems: Vec<Problem>,
    pub(crate) n_left_out: usize,
    /// The text of the file, for the download.
    pub(crate) json: String,
    pub(crate) checksum: Checksum,
    /// The name of the file, when it is a person's own, shown as a preview in this tab.
    pub(crate) preview_of: Option<String>,
}

/// Why a data file cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DataFailure {
    /// The file did not come.
    NotLoaded(LoadError),
    /// It came and is no data file.
    NotReadable(Problem),
}

/// What the app shows: the data set or why there is none.
pub(crate) type Shown = Result<Arc<Session>, DataFailure>;

impl Session {
    /// A data set, for a reader of these words.
    pub(crate) async fn of(digest: Digest, details: Details, words: &Messages) -> Arc<Self> {
        let index = ArcRwSignal::new(Index::of(&digest, &details, words).await);
        let seats = Seats::of(&digest.briefs);
        Arc::new(Self { digest, seats, details: ArcRwSignal::new(details), index })
    }

    /// A data set that is all here.
    pub(super) async fn of_whole(whole: Arc<Whole>, words: &Messages) -> Shown {
        let digest = digest_of(Arc::clone(&whole)).await?;
        Ok(Self::of(digest, Details::Here(whole), words).await)
    }
}

/// A data file: the published one, or a person's own.
pub(crate) enum DataFile {
    Published,
    Own { name: String, json: String },
}

/// Reads a data file, all of it. Nothing else in the app calls the checker, whose words come with it.
pub(crate) async fn read_whole(file: DataFile, words: &Messages) -> Result<Arc<Whole>, DataFailure> {
    let (json, preview_of) = match file {
        DataFile::Published => (boot::data_file(DATA_FILE).await.map_err(DataFailure::NotLoaded)?, None),
        DataFile::Own { name, json } => (json, Some(name)),
    };
    let checked = check_file(json, preview_of).await?;
    if let Err(DataFailure::NotReadable(_)) = &checked {
        // What is wrong is said in English where these words do not come.
        load_later_words(words).await;
    }
    checked
}

/// Comes with the pages that need it: the list and the map do without.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn check_file(
    json: String,
    preview_of: Option<String>,
) -> Result<Result<Arc<Whole>, DataFailure>, ReaderMissing> {
    learn_later_english();
    let reading = match check::read(json.as_bytes()) {
        Ok(reading) => reading,
        Err(problem) => return Ok(Err(DataFailure::NotReadable(problem))),
    };
    Ok(Ok(Arc::new(Whole {
        dataset: reading.dataset,
        problems: reading.problems,
        n_left_out: reading.n_left_out,
        checksum: Checksum::of(&json),
        json,
        preview_of,
    })))
}

/// A data file in brief; otherwise that is made when the site is put together.
#[wasm_split(pages, wasm_split_path = leptos::wasm_split, fallible)]
fn digest_of(whole: Arc<Whole>) -> Result<Digest, ReaderMissing> {
    Ok(Digest::of(&whole.dataset, whole.checksum))
}

/// The part of the app that reads data files did not come.
struct ReaderMissing;

impl From<SplitLoaderError> for ReaderMissing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

impl From<ReaderMissing> for DataFailure {
    fn from(_: ReaderMissing) -> Self {
        Self::NotLoaded(LoadError {
            detail: "the part of the app that reads data files did not come".to_owned(),
        })
    }
}

/// The published data set in brief, as it was when the site was put together.
async fn read_digest() -> Result<Digest, LoadError> {
    let text = boot::digest().await?;
    Digest::from_json(&text).map_err(|detail| LoadError { detail })
}

/// The published data set: in brief, or where that cannot be had from the data file itself.
pub(super) async fn load_first(words: &Messages) -> Shown {
    match read_digest().await {
        Ok(digest) => Ok(Session::of(digest, Details::NotAsked, words).await),
        Err(error) => {
            page::log_error(&error.detail);
            load_whole(words).await
        }
    }
}

/// The published data set as the site has it now.
pub(super) async fn load_whole(words: &Messages) -> Shown {
    let whole = read_whole(DataFile::Published, words).await?;
    Session::of_whole(whole, words).await
}

/// The catalogue of a language, for the first page; English, with the failure, where it cannot be had.
pub(crate) async fn load_messages(lang: Lang) -> (Arc<Messages>, Option<LoadError>) {
    if lang == Lang::En {
        return (Arc::new(Messages::english()), None);
    }
    let text = boot::site_file(&format!("locale/{}.first.json", lang.code())).await;
    match text.and_then(|text| Messages::parse(lang, &text).map_err(|error| broken(&error))) {
        Ok(messages) => (Arc::new(messages), None),
        Err(error) => (Arc::new(Messages::english()), Some(error)),
    }
}

/// Adds the words of pages that come later to the catalogue; false where they cannot be had, and English stands in.
pub(crate) async fn load_later_words(words: &Messages) -> bool {
    if words.lang() == Lang::En || words.is_whole() {
        return true;
    }
    let text = boot::site_file(&format!("locale/{}.later.json", words.lang().code())).await;
    text.and_then(|text| words.learn(&text).map_err(|error| broken(&error))).is_ok()
}

/// The browser itself writes a file that did not come to its console; one that is broken only we can see.
fn broken(error: &NotACatalogue) -> LoadError {
    let detail = error.to_string();
    page::log_error(&detail);
    LoadError { detail }
}
