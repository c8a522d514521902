//! Search over notes, with the fold that searches partnerships.

use std::sync::Arc;

use super::book::Notebook;
use super::note::Content;
use super::record::Record;
use crate::domain::fold::{each_index_word, query_terms};

/// The folded words of every note, kept up to date with little work.
#[derive(Debug, Clone, Default)]
pub struct Search {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    record: Arc<Record>,
    /// Every form of every word, each with a space before it.
    words: String,
}

impl Search {
    /// Takes in what changed since the last time. `names_of` gives the names of a partnership's partner, all in one
    /// text. Only records that are not the same value as before are folded anew.
    pub fn update(&mut self, notebook: &Notebook, names_of: &dyn Fn(&str) -> Option<String>) {
        let mut known = std::mem::take(&mut self.entries).into_iter().peekable();
        for (record, content) in notebook.notes() {
            while known.next_if(|entry| entry.record.id() < record.id()).is_some() {}
            let same = known.next_if(|entry| Arc::ptr_eq(&entry.record, record));
            let entry = same.unwrap_or_else(|| Entry {
                record: Arc::clone(record),
                words: words(record, content, names_of),
            });
            self.entries.push(entry);
        }
    }

    /// The notes that have every word of the text, by id; the beginning of a word is enough. All for no word.
    pub fn find(&self, text: &str) -> Vec<Arc<Record>> {
        let terms = query_terms(text);
        let has = |entry: &Entry, forms: &[String]| {
            forms.iter().any(|form| entry.words.contains(&[" ", form].concat()))
        };
        let is_found = |entry: &&Entry| {
            terms
                .iter()
                .all(|term| has(entry, &term.joined) || term.parts.iter().all(|forms| has(entry, forms)))
        };
        self.entries.iter().filter(is_found).map(|entry| Arc::clone(&entry.record)).collect()
    }
}

/// The words of all versions, so that an alternative text is found too.
fn words(record: &Record, content: &Content, names_of: &dyn Fn(&str) -> Option<String>) -> String {
    let mut words = String::new();
    let mut add = |text: &str| {
        each_index_word(text, |word| {
            words.push(' ');
            words.push_str(word);
        });
    };
    for sibling in record.siblings() {
        add(&sibling.content.text);
        for tag in &sibling.content.tags {
            add(tag);
        }
        if let Some(it) = &sibling.content.correction {
            for text in [&it.field, &it.old, &it.proposed, &it.source] {
                add(text);
            }
        }
    }
    if let Some(id) = content.target.partnership() {
        add(id);
        if let Some(names) = names_of(id) {
            add(&names);
        }
    }
    words
}
