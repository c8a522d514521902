//! Reading both stores at the start, and mending what one of them lacks.

use atlas_core::notebook::ReplicaId;
use atlas_core::notebook::store::{Key, Pair, Refusal, Repair, may_write, reconcile};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{NotebookState, database_name, now};
use crate::browser::database::Database;
use crate::browser::store_failure::StoreFailure;
use crate::browser::{device, host, local_store, storage};

/// The preference that keeps notes in the tab alone until the tab is closed.
const MEMORY_ONLY: &str = "shared-computer";

impl NotebookState {
    pub(super) fn open(self) {
        self.is_memory_only.set(storage::tab_preference(MEMORY_ONLY).is_some());
        // What is written before both stores are read belongs to the present epoch too.
        let epoch = local_store::get(&self.keys.text(&Key::Epoch)).and_then(|text| text.parse().ok());
        self.epoch.set_value(epoch.unwrap_or(0));
        self.watch_other_tabs();
        device::watch_leaving(move || self.flush());
        spawn_local(async move {
            self.read_stores().await;
            self.is_persisted.set(device::is_persisted().await);
        });
    }

    /// Reads what is kept and makes both stores whole. What this tab holds already stays.
    pub(super) async fn read_stores(self) {
        if self.is_memory_only.get_untracked() {
            self.is_ready.set(true);
            return self.announce();
        }
        let local =
            local_store::probe(&format!("{}probe", self.keys.prefix())).and_then(|()| local_store::all());
        let local = Self::pairs_of(local, self.local_failure);
        if self.database.with_value(Option::is_none) {
            match Database::open(&database_name(&self.keys)).await {
                Ok(database) => self.database.set_value(Some(database)),
                Err(failure) => self.second_failure.set(Some(failure)),
            }
        }
        let is_refused = self.local_failure.with_untracked(Option::is_some)
            && self.second_failure.with_untracked(Option::is_some);
        if is_refused && host::is_around() {
            // A browser may keep nothing at all in a frame. That is no fault to be mended, and the person is told.
            self.is_memory_only.set(true);
            self.is_ready.set(true);
            return self.announce();
        }
        let second = match self.database.get_value() {
            Some(database) => Self::pairs_of(database.all().await, self.second_failure),
            None => Vec::new(),
        };
        self.take_in(&local, &second).await;
    }

    fn pairs_of(read: Result<Vec<Pair>, StoreFailure>, failure: RwSignal<Option<StoreFailure>>) -> Vec<Pair> {
        match read {
            Ok(pairs) => pairs,
            // A store that is full can still be read.
            Err(StoreFailure::Full) => {
                failure.set(Some(StoreFailure::Full));
                local_store::all().unwrap_or_default()
            }
            Err(other) => {
                failure.set(Some(other));
                Vec::new()
            }
        }
    }

    async fn take_in(self, local: &[Pair], second: &[Pair]) {
        let found = reconcile(&self.keys, self.replica(), local, second);
        self.epoch.set_value(found.epoch);
        self.index.set_value(found.index);
        self.meta.set(found.meta);
        self.quarantine.set(found.quarantine);
        self.n_missing.set(found.n_missing);
        if found.refuses_writing {
            self.refusal.set(Some(Refusal::TooNew));
        }
        let records = found.notebook.records().iter().map(|record| (**record).clone()).collect();
        let unstored = self.book.try_update_value(|book| {
            // What was written in this tab before the stores were read is newer than they are.
            let own = book.records().to_vec();
            book.take(records);
            own
        });
        if self.local_failure.with_untracked(Option::is_none) {
            self.repair_local(&found.local);
        }
        if let Some(database) = self.database.get_value()
            && !is_empty(&found.second)
        {
            let changes = changes_of(&found.second);
            if let Err(failure) = database.update(&[], |_| changes).await {
                self.second_failure.set(Some(failure));
            }
        }
        self.is_ready.set(true);
        self.store(unstored.unwrap_or_default(), 0);
        self.announce();
        if !found.refuses_writing {
            let last_seen = self.meta.with_untracked(|meta| meta.last_seen);
            self.change(|book| book.purge_expired(now(), last_seen));
            self.update_meta(|meta| meta.last_seen = Some(now()));
        }
    }

    fn replica(self) -> ReplicaId {
        self.with_untracked(atlas_core::notebook::Notebook::replica)
    }

    fn repair_local(self, repair: &Repair) {
        for (key, value) in &repair.puts {
            if let Err(failure) = local_store::set(key, value) {
                return self.local_failure.set(Some(failure));
            }
        }
        for key in &repair.removes {
            if let Err(failure) = local_store::remove(key) {
                return self.local_failure.set(Some(failure));
            }
        }
    }

    /// Keeps notes in this tab alone from now on, or in this browser again. What is kept already stays where it is.
    pub(crate) fn set_memory_only(self, is_memory_only: bool) {
        self.flush();
        storage::set_tab_preference(MEMORY_ONLY, is_memory_only.then_some("on"));
        self.is_memory_only.set(is_memory_only);
        if is_memory_only {
            self.forget();
        } else {
            spawn_local(self.read_stores());
        }
    }

    /// Deletes every note here: in this tab and in both stores. The new epoch is written first, so that nothing older
    /// is ever read again, whatever else fails. Gives whether all of it went; what a newer version of the app has
    /// written does not, and [`super::Signals::refusal`] says so.
    pub(crate) async fn erase(self) -> bool {
        // What is open goes too, and is not written once more when its fields close.
        self.stop_editing();
        let (schema_key, epoch_key) = (self.keys.text(&Key::Schema), self.keys.text(&Key::Epoch));
        if is_newer(local_store::get(&schema_key).as_deref()) {
            self.refuse(Refusal::TooNew);
            return false;
        }
        let epoch = self.epoch.get_value() + 1;
        let database = self.database.get_value();
        let mut is_done = true;
        if let Some(database) = &database {
            let mut is_refused = false;
            let change = |present: Vec<Option<String>>| {
                is_refused = is_newer(present.first().and_then(Option::as_deref));
                if is_refused { Vec::new() } else { vec![(epoch_key.clone(), Some(epoch.to_string()))] }
            };
            is_done = database.update(&[schema_key], change).await.is_ok();
            if is_refused {
                self.refuse(Refusal::TooNew);
                return false;
            }
        }
        let is_kept_local = local_store::set(&epoch_key, &epoch.to_string());
        is_done &= is_kept_local.is_ok() || self.local_failure.with_untracked(Option::is_some);
        let is_ours = |key: &String| *key != epoch_key && self.keys.parse(key).is_some();
        if let Some(database) = &database {
            let removed = match database.all().await {
                Ok(pairs) => {
                    let keys = pairs.into_iter().map(|(key, _)| key).filter(is_ours);
                    let changes = keys.map(|key| (key, None)).collect();
                    database.update(&[], |_| changes).await
                }
                Err(failure) => Err(failure),
            };
            is_done &= removed.is_ok();
        }
        for (key, _) in local_store::all().unwrap_or_default() {
            if is_ours(&key) {
                is_done &= local_store::remove(&key).is_ok();
            }
        }
        self.epoch.set_value(epoch);
        self.post(&epoch_key, &epoch.to_string());
        self.forget();
        is_done
    }

    /// Empties the notebook of this tab, and the fields of a note that is open.
    pub(super) fn forget(self) {
        self.stop_editing();
        self.book.set_value(atlas_core::notebook::Notebook::new(ReplicaId::random(device::random_bytes())));
        self.index.set_value(atlas_core::notebook::store::Index::default());
        self.meta.set(atlas_core::notebook::store::Meta::default());
        self.unkept.set_value(Vec::new());
        self.quarantine.set(Vec::new());
        self.n_missing.set(0);
        self.refusal.set(None);
        self.saving.set(super::Saving::Nothing);
        self.announce();
    }
}

/// Whether a newer version of the app has written here, by what is under the schema's key.
fn is_newer(schema: Option<&str>) -> bool {
    may_write(None, schema, 0).is_err()
}

fn is_empty(repair: &Repair) -> bool {
    repair.puts.is_empty() && repair.removes.is_empty()
}

fn changes_of(repair: &Repair) -> Vec<(String, Option<String>)> {
    let puts = repair.puts.iter().map(|(key, value)| (key.clone(), Some(value.clone())));
    puts.chain(repair.removes.iter().map(|key| (key.clone(), None))).collect()
}
