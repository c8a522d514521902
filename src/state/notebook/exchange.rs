//! Taking notes out of this browser and bringing them in.

use atlas_core::notebook::durability::{Room, backup_nudge};
use atlas_core::notebook::store::Key;
use atlas_core::notebook::web_annotation::{self, Frame, Unread};
use atlas_core::notebook::{Choice, NoteId, Preview, Record};
use leptos::prelude::*;
use serde_json::Value;

use super::{NotebookState, now};
use crate::browser::{boot, device, local_store, page};

/// A file of notes that was read, and what taking it in would do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Import {
    pub(crate) file_name: String,
    records: Vec<Record>,
    pub(crate) preview: Preview,
    /// What was not understood, as it came.
    pub(crate) aside: Vec<Value>,
}

impl Import {
    /// A note of the file.
    pub(crate) fn record(&self, id: &NoteId) -> Option<&Record> {
        self.records.iter().find(|record| record.id() == id)
    }

    /// What was not understood, as a file of its own.
    pub(crate) fn aside_text(&self) -> String {
        Value::from(self.aside.clone()).to_string()
    }
}

/// Why a file of notes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ImportFailure {
    NotJson,
    /// It holds no note, nor anything that might be one.
    Empty,
}

/// The absolute address of this site, with a slash at its end.
pub(crate) fn site_address() -> String {
    format!("{}{}", page::origin(), boot::base_path())
}

impl NotebookState {
    /// Everything, the trash included, as a Web Annotation collection.
    pub(crate) fn backup(self, label: &str) -> String {
        self.flush();
        let id = NoteId::random(device::random_bytes());
        let frame = Frame { iri: &web_annotation::iri_of(&id), label, base: &site_address(), now: now() };
        self.with_untracked(|book| web_annotation::collection(book.records(), &frame))
    }

    /// To be called when a backup was handed to the person.
    pub(crate) fn was_backed_up(self) {
        self.update_meta(|meta| {
            meta.last_backup = Some(now());
            meta.n_changes = 0;
        });
    }

    /// Whether the person should be asked to make a backup.
    pub(crate) fn wants_backup(self) -> bool {
        let meta = self.meta.get();
        !self.is_memory_only.get()
            && backup_nudge(meta.n_changes, meta.last_backup.or(meta.first_note), now())
    }

    /// Reads a file of notes and says what it would change. Nothing is changed yet.
    pub(crate) fn read_import(self, file_name: String, bytes: &[u8]) -> Result<Import, ImportFailure> {
        self.flush();
        let read = web_annotation::read(bytes, &site_address());
        let imported = read.map_err(|Unread::NotJson(detail)| {
            page::log_error(&detail);
            ImportFailure::NotJson
        })?;
        if imported.records.is_empty() && imported.aside.is_empty() {
            return Err(ImportFailure::Empty);
        }
        let preview = self.with_untracked(|book| book.preview(&imported.records));
        Ok(Import { file_name, records: imported.records, preview, aside: imported.aside })
    }

    /// Takes a file in, as one step that can be undone; gives how many notes changed.
    pub(crate) fn import(self, import: &Import, choice: &dyn Fn(&NoteId) -> Choice) -> usize {
        let n_changed = self.change(|book| book.import(&import.records, choice));
        self.reload_editor();
        n_changed
    }

    /// The room that is taken in local storage; none where it is refused.
    pub(crate) fn room(self) -> Option<Room> {
        let mut room = Room::default();
        for (key, value) in local_store::all().ok()? {
            let is_note = matches!(self.keys.parse(&key), Some(Key::Note(_)));
            room.add(&key, &value, is_note);
        }
        Some(room)
    }

    /// What local storage holds of this atlas: keys and texts, preferences included.
    pub(crate) fn stored(self) -> Vec<(String, String)> {
        let mut stored = local_store::all().unwrap_or_default();
        stored.retain(|(key, _)| {
            self.keys.parse(key).is_some() || key.starts_with(crate::browser::storage::PREFIX)
        });
        stored
    }

    /// The same of the second store; nothing where it cannot be read.
    pub(crate) async fn stored_second(self) -> Vec<(String, String)> {
        match self.database.get_value() {
            Some(database) => database.all().await.unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// Asks the browser once more to keep what it holds.
    pub(crate) async fn ask_to_persist(self) {
        let answer = device::ask_to_persist().await;
        self.is_persisted.set(answer);
    }

    /// What could not be read, as a file of its own.
    pub(crate) fn quarantine_text(self) -> String {
        let texts = self.quarantine.with_untracked(|quarantine| {
            quarantine
                .iter()
                .map(|it| serde_json::json!({ "key": it.key, "value": it.value }))
                .collect::<Vec<_>>()
        });
        Value::from(texts).to_string()
    }
}
