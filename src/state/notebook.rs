//! The notebook of this tab: one value, kept in two stores of this browser and shared with its other tabs.
//!
//! Opened when it is first needed and then for as long as the page lives. What may be written, merged or read is
//! decided in `atlas_core::notebook`; here is when, and what the person is told.

mod editing;
mod exchange;
mod opening;
mod saving;
mod sharing;

use std::cell::Cell;
use std::sync::Arc;

use atlas_core::notebook::store::{Index, Keys, Meta, Quarantined, Refusal};
use atlas_core::notebook::{
    Content, Day, Instant, NoteFilter, NoteId, Notebook, Record, ReplicaId, Target, Undone,
};
use leptos::prelude::*;

use super::noted::Noted;
use crate::browser::database::Database;
use crate::browser::store_failure::StoreFailure;
use crate::browser::time::Debounce;
use crate::browser::{boot, device, page, storage, time};

pub(crate) use editing::Editing;
pub(crate) use exchange::{Import, ImportFailure};
pub(crate) use saving::Saving;

/// The state by its address: it lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct NotebookState(&'static Signals);

impl std::ops::Deref for NotebookState {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

pub(crate) struct Signals {
    book: StoredValue<Notebook>,
    /// One more with every change of the notebook.
    revision: RwSignal<u64>,
    /// Whether the stores were read.
    pub(crate) is_ready: RwSignal<bool>,
    keys: Keys,
    epoch: StoredValue<u64>,
    index: StoredValue<Index>,
    pub(crate) meta: RwSignal<Meta>,
    database: StoredValue<Option<Database>, LocalStorage>,
    /// What is wrong with local storage; none while it works.
    pub(crate) local_failure: RwSignal<Option<StoreFailure>>,
    /// What is wrong with the second store.
    pub(crate) second_failure: RwSignal<Option<StoreFailure>>,
    pub(crate) saving: RwSignal<Saving>,
    /// Why nothing may be written at all.
    pub(crate) refusal: RwSignal<Option<Refusal>>,
    pub(crate) quarantine: RwSignal<Vec<Quarantined>>,
    /// How many notes the browser has lost, as far as can be told.
    pub(crate) n_missing: RwSignal<u64>,
    /// Whether notes are kept in this tab alone, as on a shared computer.
    pub(crate) is_memory_only: RwSignal<bool>,
    /// Whether the browser has promised to keep what it holds; none where it cannot say.
    pub(crate) is_persisted: RwSignal<Option<bool>>,
    pub(crate) editing: RwSignal<Option<Editing>>,
    /// The note that went to the trash last, so that it can be taken back at once.
    pub(crate) just_trashed: RwSignal<Option<NoteId>>,
    typing: StoredValue<Debounce, LocalStorage>,
    n_writing: StoredValue<u32>,
    /// The notes that no store has taken yet. They go along with every writing until one has.
    unkept: StoredValue<Vec<NoteId>>,
    /// Which notes a partnership must have to stay in the list.
    pub(crate) note_filter: RwSignal<Option<NoteFilter>>,
    /// What the rest of the app is told.
    noted: RwSignal<Arc<Noted>>,
}

thread_local! {
    static OPENED: Cell<Option<NotebookState>> = const { Cell::new(None) };
}

/// Whether this browser has a notebook, in whichever of the two stores. Opens nothing.
pub(crate) async fn is_kept_here() -> bool {
    let keys = Keys::new(&boot::base_path());
    storage::has_keys(keys.prefix()) || Database::exists(&database_name(&keys)).await
}

/// The name under which the browser keeps the second store.
fn database_name(keys: &Keys) -> String {
    keys.prefix().trim_end_matches(':').to_owned()
}

impl NotebookState {
    /// The notebook of this tab. Opened at the first call; its notes are there when [`Signals::is_ready`] says so.
    pub(crate) fn of_tab(noted: RwSignal<Arc<Noted>>) -> Self {
        if let Some(opened) = OPENED.get() {
            return opened;
        }
        // A root of its own: a child of the view that happens to ask first would be disposed of with it.
        let asking = Owner::current();
        let root = Owner::new_root(None);
        let this = Self(Box::leak(Box::new(root.with(|| Signals::new(noted)))));
        std::mem::forget(root);
        if let Some(asking) = asking {
            asking.set();
        }
        OPENED.set(Some(this));
        this.open();
        this
    }

    /// Reads the notebook, and is run again when it changes.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Notebook) -> T) -> T {
        self.revision.track();
        self.with_untracked(read)
    }

    pub(crate) fn with_untracked<T>(self, read: impl FnOnce(&Notebook) -> T) -> T {
        self.book.with_value(read)
    }

    /// Leaves only partnerships with such notes in the list; none leaves all.
    pub(crate) fn filter_list(self, filter: Option<NoteFilter>) {
        self.note_filter.set(filter);
        self.announce();
    }

    /// Changes the notebook, stores what changed, and has everything shown anew.
    fn change(self, change: impl FnOnce(&mut Notebook) -> Vec<Arc<Record>>) -> usize {
        let changed = self.book.try_update_value(change).unwrap_or_default();
        let n_changed = changed.len();
        self.store(changed, n_changed);
        self.announce();
        n_changed
    }

    /// To be called when the notebook has changed.
    fn announce(self) {
        self.revision.update(|revision| *revision += 1);
        if let Some(today) = today() {
            let noted =
                self.with_untracked(|book| Noted::of(book, today, self.note_filter.get_untracked().as_ref()));
            // Most keys change nothing of this: then neither list nor map is asked again.
            if *self.noted.read_untracked().as_ref() != noted {
                self.noted.set(Arc::new(noted));
            }
        }
    }

    pub(crate) fn trash(self, ids: &[NoteId]) {
        self.change(|book| book.trash_notes(ids, now()));
        self.just_trashed.set(ids.first().cloned());
    }

    pub(crate) fn restore(self, ids: &[NoteId]) {
        self.change(|book| book.restore_notes(ids));
    }

    pub(crate) fn purge(self, ids: &[NoteId]) {
        self.change(|book| book.purge_notes(ids));
    }

    /// Keeps one of several texts that were written without knowing of each other.
    pub(crate) fn choose(self, id: &NoteId, content: Content) {
        self.change(|book| {
            let seen = book.record(id).map(|record| record.context().clone()).unwrap_or_default();
            vec![book.write(id, &seen, Content { modified: now(), ..content }).record]
        });
    }

    /// Takes back the last step; gives how many notes were left as they are, because another tab has changed them.
    pub(crate) fn undo(self) -> usize {
        self.step_back(|book| book.undo(now()))
    }

    /// Does again what was undone last.
    pub(crate) fn redo(self) -> usize {
        self.step_back(|book| book.redo(now()))
    }

    fn step_back(self, step: impl FnOnce(&mut Notebook) -> Undone) -> usize {
        self.flush();
        let mut n_skipped = 0;
        self.change(|book| {
            let undone = step(book);
            n_skipped = undone.n_skipped;
            undone.changed
        });
        self.reload_editor();
        n_skipped
    }

    /// An empty note on this, in the reader's edition.
    pub(crate) fn new_content(target: Target) -> Content {
        Content::new(target, now())
    }
}

impl Signals {
    fn new(noted: RwSignal<Arc<Noted>>) -> Self {
        let replica = ReplicaId::random(device::random_bytes());
        let editing = RwSignal::new(None);
        Effect::new(move || page::set_writing(editing.read().is_some()));
        Self {
            book: StoredValue::new(Notebook::new(replica)),
            revision: RwSignal::new(0),
            is_ready: RwSignal::new(false),
            keys: Keys::new(&boot::base_path()),
            epoch: StoredValue::new(0),
            index: StoredValue::new(Index::default()),
            meta: RwSignal::new(Meta::default()),
            database: StoredValue::new_local(None),
            local_failure: RwSignal::new(None),
            second_failure: RwSignal::new(None),
            saving: RwSignal::new(Saving::Nothing),
            refusal: RwSignal::new(None),
            quarantine: RwSignal::new(Vec::new()),
            n_missing: RwSignal::new(0),
            is_memory_only: RwSignal::new(false),
            is_persisted: RwSignal::new(None),
            editing,
            just_trashed: RwSignal::new(None),
            typing: StoredValue::new_local(Debounce::default()),
            n_writing: StoredValue::new(0),
            unkept: StoredValue::new(Vec::new()),
            note_filter: RwSignal::new(None),
            noted,
        }
    }
}

/// The present moment, as far as this device knows it.
pub(crate) fn now() -> Instant {
    Instant::from_millis(device::now_millis())
}

/// Today in the reader's time zone; none only if the browser's calendar is not one.
pub(crate) fn today() -> Option<Day> {
    let (year, month, day) = time::today();
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
}
