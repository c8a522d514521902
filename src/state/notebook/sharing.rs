//! The other tabs of this site: what one has written, all show.

use std::sync::Arc;

use atlas_core::notebook::store::{Key, Refusal, Unreadable, decode, encode};
use atlas_core::notebook::{Notebook, Record};
use leptos::prelude::*;

use super::{NotebookState, Saving};
use crate::browser::{channel, local_store};

impl NotebookState {
    pub(super) fn watch_other_tabs(self) {
        channel::listen(self.keys.prefix(), move |key, value| self.hear(&key, &value));
        // The channel says all that other tabs write; this says that somebody has cleared the store.
        local_store::watch(move |key, _| {
            if key.is_none()
                && self.with_untracked(Notebook::n_notes) > 0
                && !self.is_memory_only.get_untracked()
            {
                self.local_failure.set(Some(crate::browser::store_failure::StoreFailure::NotKept));
            }
        });
    }

    /// Tells the other tabs.
    pub(super) fn share(self, records: &[Arc<Record>]) {
        let epoch = self.epoch.get_value();
        for record in records {
            self.post(&self.keys.text(&Key::Note(record.id().clone())), &encode(record, epoch));
        }
    }

    pub(super) fn post(self, key: &str, value: &str) {
        channel::post(self.keys.prefix(), key, value);
    }

    fn hear(self, key: &str, value: &str) {
        if self.is_memory_only.get_untracked() {
            return;
        }
        match self.keys.parse(key) {
            Some(Key::Note(id)) => match decode(value) {
                Ok(stored) if stored.epoch == self.epoch.get_value() && *stored.record.id() == id => {
                    self.take(vec![stored.record]);
                }
                Err(Unreadable::TooNew(_)) => self.refusal.set(Some(Refusal::TooNew)),
                _ => {}
            },
            Some(Key::Epoch) => {
                let is_later = value.parse().is_ok_and(|epoch: u64| epoch > self.epoch.get_value());
                if is_later {
                    self.erased_elsewhere();
                }
            }
            _ => {}
        }
    }

    /// All notes were erased in another tab. A text that is open stays with the person.
    fn erased_elsewhere(self) {
        if self.editing.with_untracked(Option::is_some) {
            self.saving.set(Saving::NotSaved);
            self.refusal.set(Some(Refusal::Erased));
        } else {
            self.forget();
            leptos::task::spawn_local(self.read_stores());
        }
    }
}
