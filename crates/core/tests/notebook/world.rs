//! The world of the model: two stores, and tabs that write as the browser's code must.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::generate::{plain, replica};
use super::model::{Action, Moment};
use super::storing::keys;
use atlas_core::notebook::store::{Key, Pair, SCHEMA, may_write, put, reconcile};
use atlas_core::notebook::{Context, Dot, Instant, NoteId, Notebook, Record};

pub(crate) type Pairs = BTreeMap<String, String>;

pub(crate) struct Tab {
    pub(crate) notebook: Notebook,
    pub(crate) epoch: u64,
    /// What the editor of each note has seen.
    pub(crate) seen: BTreeMap<NoteId, Context>,
}

/// A version that somebody was told is saved, or that replaced one.
pub(crate) struct Version {
    pub(crate) id: NoteId,
    pub(crate) dot: Dot,
    /// What its writer had seen and so replaced.
    pub(crate) seen: Context,
    pub(crate) epoch: u64,
    pub(crate) is_acknowledged: bool,
    pub(crate) text: String,
}

pub(crate) struct World {
    pub(crate) local: Pairs,
    pub(crate) second: Pairs,
    pub(crate) is_full: bool,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) n_replicas: u8,
    pub(crate) versions: Vec<Version>,
    pub(crate) epoch: u64,
}

pub(crate) fn list(pairs: &Pairs) -> Vec<Pair> {
    pairs.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

impl World {
    pub(crate) fn new(n_tabs: usize) -> Self {
        let (local, second, versions) = (Pairs::new(), Pairs::new(), Vec::new());
        let mut world =
            Self { local, second, is_full: false, tabs: Vec::new(), n_replicas: 0, versions, epoch: 0 };
        for _ in 0..n_tabs {
            let tab = world.opened();
            world.tabs.push(tab);
        }
        world
    }

    /// A new tab: it reconciles the stores and repairs them as far as they take it.
    pub(crate) fn opened(&mut self) -> Tab {
        self.n_replicas += 1;
        let result = reconcile(&keys(), replica(self.n_replicas), &list(&self.local), &list(&self.second));
        assert!(!result.refuses_writing);
        let is_full = self.is_full;
        for (key, value) in &result.local.puts {
            if !is_full {
                self.local.insert(key.clone(), value.clone());
            }
        }
        self.second.extend(result.second.puts);
        if !is_full {
            self.local.retain(|key, _| !result.local.removes.contains(key));
        }
        self.second.retain(|key, _| !result.second.removes.contains(key));
        Tab { notebook: result.notebook, epoch: result.epoch, seen: BTreeMap::new() }
    }

    pub(crate) fn sync(&mut self, tab: usize) {
        let result = reconcile(&keys(), replica(250), &list(&self.local), &list(&self.second));
        if result.epoch > self.tabs[tab].epoch {
            self.tabs[tab] = self.opened();
        } else {
            let records = result.notebook.records().iter().map(|it| (**it).clone()).collect();
            self.tabs[tab].notebook.take(records);
        }
    }

    /// Stores a record as the browser's code must. True when it may be shown as saved.
    fn store(&mut self, tab: usize, record: &Record, dies: Option<Moment>) -> bool {
        let epoch = self.tabs[tab].epoch;
        let key = keys().text(&Key::Note(record.id().clone()));
        if dies == Some(Moment::BeforeLocal) {
            return false;
        }
        let mut record = record.clone();
        for is_local in [true, false] {
            let store = if is_local { &mut self.local } else { &mut self.second };
            let value_of = |key: Key| store.get(&keys().text(&key)).map(String::as_str);
            if may_write(value_of(Key::Epoch), value_of(Key::Schema), epoch).is_err() {
                return false;
            }
            let present = store.get(&key).cloned();
            let Ok(written) = put(&record, present.as_deref(), epoch) else { return false };
            if !(is_local && self.is_full) {
                if let (Some(_), Some(present)) = (written.unreadable, &present) {
                    store.extend([keys().quarantined(epoch, &key, present)]);
                }
                store.insert(key.clone(), written.value);
            }
            record = written.record;
            if is_local && dies == Some(Moment::BetweenStores) {
                return false;
            }
        }
        self.tabs[tab].notebook.take(vec![record]);
        assert_eq!(epoch, self.epoch, "shown as saved, though all was erased before");
        dies.is_none()
    }

    /// Stores what a step changed. `may_replace` says which versions the step was allowed to replace.
    fn changed(
        &mut self,
        tab: usize,
        records: Vec<Arc<Record>>,
        old: &Notebook,
        may_replace: &dyn Fn(Dot) -> bool,
    ) {
        for record in records {
            let before = old.record(record.id()).map(|it| it.context().clone()).unwrap_or_default();
            let gone: Vec<Dot> = old.record(record.id()).map_or_else(Vec::new, |it| {
                let stays = |dot| record.siblings().iter().any(|it| it.dot == dot);
                it.siblings()
                    .iter()
                    .map(|it| it.dot)
                    .filter(|dot| !stays(*dot) && may_replace(*dot))
                    .collect()
            });
            let is_acknowledged = self.store(tab, &record, None);
            for sibling in record.siblings().iter().filter(|it| !before.covers(it.dot)) {
                self.versions.push(Version {
                    id: record.id().clone(),
                    dot: sibling.dot,
                    seen: Context::of(gone.clone()),
                    epoch: self.tabs[tab].epoch,
                    is_acknowledged,
                    text: sibling.content.text.clone(),
                });
            }
        }
        if self.tabs[tab].epoch < self.epoch {
            self.sync(tab);
        }
    }

    pub(crate) fn act(&mut self, action: &Action, nth: usize) {
        let now = Instant::from_millis(1_800_000_000_000 - nth as i64 * 1_000_000);
        let n_tabs = self.tabs.len();
        match *action {
            Action::Write { tab, note, is_draft, dies } => {
                let (tab, id) = (tab % n_tabs, NoteId::random([note; 16]));
                let seen = self.tabs[tab].seen.get(&id).cloned().unwrap_or_default();
                let text = format!("text {nth}");
                let book = &mut self.tabs[tab].notebook;
                let content = plain(&text);
                let written =
                    if is_draft { book.draft(&id, &seen, content) } else { book.write(&id, &seen, content) };
                let dot =
                    written.seen.dots().iter().copied().find(|dot| dot.replica == book.replica()).unwrap();
                self.tabs[tab].seen.insert(id.clone(), written.seen);
                let epoch = self.tabs[tab].epoch;
                let is_acknowledged = self.store(tab, &written.record, dies);
                self.versions.push(Version { id, dot, seen, epoch, is_acknowledged, text });
                if dies.is_some() {
                    self.tabs[tab] = self.opened();
                } else if !is_acknowledged {
                    self.sync(tab);
                }
            }
            Action::Open { tab, note } => {
                let (tab, id) = (tab % n_tabs, NoteId::random([note; 16]));
                let context = self.tabs[tab].notebook.record(&id).map(|it| it.context().clone());
                self.tabs[tab].seen.insert(id, context.unwrap_or_default());
            }
            Action::Trash { tab, note } => {
                let tab = tab % n_tabs;
                let old = self.tabs[tab].notebook.clone();
                let records = self.tabs[tab].notebook.trash_notes(&[NoteId::random([note; 16])], now);
                self.changed(tab, records, &old, &|_| true);
            }
            Action::Undo { tab } | Action::Redo { tab } => {
                let is_undo = matches!(action, Action::Undo { .. });
                let tab = tab % n_tabs;
                let old = self.tabs[tab].notebook.clone();
                let book = &mut self.tabs[tab].notebook;
                let undone = if is_undo { book.undo(now) } else { book.redo(now) };
                // Undoing touches what this tab itself wrote.
                self.changed(tab, undone.changed, &old, &|dot| dot.replica == old.replica());
            }
            Action::Sync { tab } => self.sync(tab % n_tabs),
            Action::Reopen { tab } => self.tabs[tab % n_tabs] = self.opened(),
            Action::Erase { tab, dies } => self.erase(tab % n_tabs, dies),
            Action::Fill { is_full } => self.is_full = is_full,
            Action::Damage { at } => {
                if let Some(value) = self.local.values_mut().nth(at).filter(|value| value.contains('{')) {
                    value.truncate(value.len() - 3);
                }
            }
        }
    }

    fn erase(&mut self, tab: usize, dies: Option<Moment>) {
        if dies == Some(Moment::BeforeLocal) {
            return;
        }
        let epoch = self.tabs[tab].epoch.max(self.epoch) + 1;
        self.epoch = epoch;
        let head =
            [(keys().text(&Key::Epoch), epoch.to_string()), (keys().text(&Key::Schema), SCHEMA.to_string())];
        // A digit fits where a digit was: the epoch can be raised in a full store.
        self.local.extend(head.clone());
        if dies != Some(Moment::BetweenStores) {
            self.second.extend(head.clone());
            if dies.is_none() {
                self.local.retain(|key, _| head.iter().any(|(kept, _)| kept == key));
                self.second.retain(|key, _| head.iter().any(|(kept, _)| kept == key));
            }
        }
        self.tabs[tab] = self.opened();
    }
}
