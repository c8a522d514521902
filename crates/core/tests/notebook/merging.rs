//! The merge of records is a join: order, grouping and repetition do not matter, and no text falls through.

use super::generate::{content, plain, record_of, replica};
use atlas_core::notebook::{Context, NoteId, Notebook, Record};
use proptest::prelude::*;

fn one() -> impl Strategy<Value = Record> {
    record_of(Just(NoteId::new("one")))
}

proptest! {
    #[test]
    fn the_order_of_two_does_not_matter(a in one(), b in one()) {
        prop_assert_eq!(a.merge(&b), b.merge(&a));
    }

    #[test]
    fn the_grouping_of_three_does_not_matter(a in one(), b in one(), c in one()) {
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
    }

    #[test]
    fn merging_again_changes_nothing(a in one(), b in one()) {
        prop_assert_eq!(a.merge(&a), a.clone());
        let merged = a.merge(&b);
        prop_assert_eq!(merged.merge(&b), merged.clone());
        prop_assert_eq!(merged.merge(&a), merged);
    }

    #[test]
    fn the_higher_version_wins_where_it_had_seen_the_other(first in content(), second in content()) {
        let id = NoteId::new("one");
        let mut mine = Notebook::new(replica(1));
        let old = mine.write(&id, &Context::default(), first);
        let mut theirs = Notebook::of(replica(2), vec![(*old.record).clone()]);
        let new = theirs.write(&id, old.record.context(), second.clone());
        let merged = old.record.merge(&new.record);
        prop_assert_eq!(merged.siblings().len(), 1);
        prop_assert_eq!(merged.shown(), Some(&second));
    }

    #[test]
    fn concurrent_edits_keep_both_texts_and_show_the_highest(base in content(), a in content(), b in content()) {
        let id = NoteId::new("one");
        let mut first = Notebook::new(replica(1));
        let start = first.write(&id, &Context::default(), base);
        let mut second = Notebook::of(replica(2), vec![(*start.record).clone()]);
        let by_first = first.write(&id, &start.seen, a.clone()).record;
        let by_second = second.write(&id, &start.seen, b.clone()).record;
        let merged = by_first.merge(&by_second);
        let texts: Vec<_> = merged.siblings().iter().map(|it| it.content.text.clone()).collect();
        prop_assert!(texts.contains(&a.text) && texts.contains(&b.text));
        let highest = merged.siblings().iter().map(|it| it.dot).max();
        prop_assert_eq!(merged.siblings().first().map(|it| it.dot), highest);
        prop_assert_eq!(merged.alternatives().count(), 1);
    }

    #[test]
    fn nothing_that_was_seen_brings_back_what_was_purged(notes in prop::collection::vec(content(), 1..5)) {
        let id = NoteId::new("one");
        let mut book = Notebook::new(replica(1));
        let mut seen = Context::default();
        let mut old_files = Vec::new();
        for content in notes {
            let written = book.write(&id, &seen, content);
            seen = written.seen;
            old_files.push((*written.record).clone());
        }
        book.trash_notes(std::slice::from_ref(&id), plain("").created);
        book.purge_notes(std::slice::from_ref(&id));
        for old in old_files {
            book.take(vec![old]);
            prop_assert!(book.record(&id).unwrap().is_purged());
        }
    }

    #[test]
    fn a_text_written_without_knowing_of_the_deletion_is_kept(text in content()) {
        let id = NoteId::new("one");
        let mut mine = Notebook::new(replica(1));
        let start = mine.write(&id, &Context::default(), plain("old"));
        let mut theirs = Notebook::of(replica(2), vec![(*start.record).clone()]);
        mine.trash_notes(std::slice::from_ref(&id), plain("").created);
        mine.purge_notes(std::slice::from_ref(&id));
        let edited = theirs.write(&id, &start.seen, text.clone());
        mine.take(vec![(*edited.record).clone()]);
        prop_assert_eq!(mine.record(&id).unwrap().shown(), Some(&text));
    }
}

#[test]
fn a_version_outside_the_trash_is_shown_before_one_in_it() {
    let id = NoteId::new("one");
    let mut mine = Notebook::new(replica(1));
    let start = mine.write(&id, &Context::default(), plain("old"));
    let mut theirs = Notebook::of(replica(2), vec![(*start.record).clone()]);
    let edited = theirs.write(&id, &start.seen, plain("edited"));
    mine.trash_notes(std::slice::from_ref(&id), plain("").created);
    mine.trash_notes(std::slice::from_ref(&id), plain("").created);
    mine.take(vec![(*edited.record).clone()]);
    assert_eq!(mine.note(&id).unwrap().text, "edited");
    assert_eq!(mine.trash().count(), 0);
}
