//! Notes as comma-separated values, safe to open in a spreadsheet.

use std::sync::Arc;

use super::super::record::Record;
use super::{Names, milestone, quote, versions};
use crate::domain::export::csv::{BYTE_ORDER_MARK, WITHIN_CELL, push_row};
use crate::domain::messages::Messages;
use crate::domain::vocabulary::Vocabulary;

const COLUMNS: [&str; 16] = [
    "id",
    "partnership",
    "partner",
    "milestone",
    "quote",
    "text",
    "tags",
    "flag",
    "priority",
    "follow-up",
    "field",
    "old",
    "proposed",
    "source",
    "created",
    "modified",
];

/// A header row and a row for every version of every note, in the order given; those in the trash are left out.
pub fn csv(records: &[Arc<Record>], words: &Messages, names: &Names<'_>) -> String {
    let mut text = String::from(BYTE_ORDER_MARK);
    push_row(&mut text, &COLUMNS.map(|column| words.text(&format!("notebook.csv.{column}")).to_owned()));
    for (record, content) in versions(records) {
        let correction = content.correction.clone().unwrap_or_default();
        push_row(
            &mut text,
            &[
                record.id().to_string(),
                content.target.partnership().unwrap_or_default().to_owned(),
                names.title(content),
                milestone(content).unwrap_or_default().to_owned(),
                quote(content).unwrap_or_default().to_owned(),
                content.text.clone(),
                content.tags.join(WITHIN_CELL),
                label(words, content.flag),
                label(words, content.priority),
                content.follow_up.map(|day| day.to_string()).unwrap_or_default(),
                correction.field,
                correction.old,
                correction.proposed,
                correction.source,
                content.created.to_string(),
                content.modified.to_string(),
            ],
        );
    }
    text
}

pub(super) fn label<V: Vocabulary>(words: &Messages, value: Option<V>) -> String {
    value.map(|value| words.text(&value.message_key()).to_owned()).unwrap_or_default()
}
