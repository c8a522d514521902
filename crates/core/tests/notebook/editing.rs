//! Writing, deleting and undoing.

use super::generate::{content, plain, replica};
use atlas_core::notebook::{Content, Context, Instant, NoteId, Notebook, TRASH_DAYS};
use proptest::prelude::*;

fn id(n: u8) -> NoteId {
    NoteId::random([n; 16])
}

fn now() -> Instant {
    Instant::from_millis(1_800_000_000_000)
}

fn shown(book: &Notebook) -> Vec<(NoteId, Content)> {
    book.notes().map(|(record, content)| (record.id().clone(), content.clone())).collect()
}

proptest! {
    #[test]
    fn undoing_all_and_doing_all_again_gives_the_same_notes(
        steps in prop::collection::vec((0..4_u8, 0..4_u8, content()), 1..12)
    ) {
        let mut book = Notebook::new(replica(1));
        let mut states = vec![shown(&book)];
        for (what, n, content) in steps {
            let id = id(n);
            match what {
                0 | 1 => {
                    let seen = book.record(&id).map(|it| it.context().clone()).unwrap_or_default();
                    book.write(&id, &seen, Content { trashed: None, ..content });
                }
                2 => { book.trash_notes(&[id], now()); }
                _ => { book.restore_notes(&[id]); }
            }
            if states.last() != Some(&shown(&book)) {
                states.push(shown(&book));
            }
        }
        let mut back = vec![shown(&book)];
        while book.can_undo() {
            prop_assert_eq!(book.undo(now()).n_skipped, 0);
            back.push(shown(&book));
        }
        back.dedup();
        prop_assert_eq!(back.last(), states.first());
        while book.can_redo() {
            prop_assert_eq!(book.redo(now()).n_skipped, 0);
        }
        prop_assert_eq!(Some(&shown(&book)), states.last());
    }
}

#[test]
fn drafts_of_one_note_in_a_row_are_one_step() {
    let mut book = Notebook::new(replica(1));
    let mut seen = book.write(&id(1), &Context::default(), plain("before")).seen;
    for text in ["h", "he", "hello"] {
        seen = book.draft(&id(1), &seen, plain(text)).seen;
    }
    book.draft(&id(2), &Context::default(), plain("other"));
    book.draft(&id(1), &seen, plain("hello again"));
    book.undo(now());
    assert_eq!(book.note(&id(1)).unwrap().text, "hello");
    book.undo(now());
    assert!(book.note(&id(2)).is_none() && book.record(&id(2)).unwrap().is_in_trash());
    book.undo(now());
    assert_eq!(book.note(&id(1)).unwrap().text, "before");
    book.redo(now());
    assert_eq!(book.note(&id(1)).unwrap().text, "hello");
}

#[test]
fn an_editor_replaces_only_what_it_has_seen() {
    let mut mine = Notebook::new(replica(1));
    let mine_first = mine.write(&id(1), &Context::default(), plain("first"));
    let mut theirs = Notebook::of(replica(2), vec![(*mine_first.record).clone()]);
    let by_them = theirs.write(&id(1), &mine_first.seen, plain("theirs"));
    mine.take(vec![(*by_them.record).clone()]);
    let typed = mine.draft(&id(1), &mine_first.seen, plain("mine"));
    let mut texts: Vec<_> = typed.record.siblings().iter().map(|it| it.content.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["mine", "theirs"]);
    let chosen = mine.write(&id(1), typed.record.context(), plain("both in one"));
    assert_eq!(chosen.record.siblings().len(), 1);
}

#[test]
fn undoing_does_not_overwrite_what_another_tab_wrote_since() {
    let mut mine = Notebook::new(replica(1));
    let first = mine.write(&id(1), &Context::default(), plain("first"));
    let second = mine.write(&id(1), &first.seen, plain("second"));
    let mut theirs = Notebook::of(replica(2), vec![(*second.record).clone()]);
    let by_them = theirs.write(&id(1), second.record.context(), plain("theirs"));
    mine.take(vec![(*by_them.record).clone()]);
    let undone = mine.undo(now());
    assert_eq!((undone.changed.len(), undone.n_skipped), (0, 1));
    assert_eq!(mine.note(&id(1)).unwrap().text, "theirs");
}

#[test]
fn undoing_beside_a_concurrent_text_keeps_that_text() {
    let mut mine = Notebook::new(replica(1));
    let first = mine.write(&id(1), &Context::default(), plain("first"));
    let mut theirs = Notebook::of(replica(2), vec![(*first.record).clone()]);
    mine.write(&id(1), &first.seen, plain("second"));
    let by_them = theirs.write(&id(1), &first.seen, plain("theirs"));
    mine.take(vec![(*by_them.record).clone()]);
    mine.undo(now());
    let mut texts: Vec<_> =
        mine.record(&id(1)).unwrap().siblings().iter().map(|it| it.content.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["first", "theirs"]);
}

#[test]
fn a_hundred_steps_can_be_undone_and_no_more() {
    let mut book = Notebook::new(replica(1));
    let mut seen = Context::default();
    for n in 0..150 {
        seen = book.write(&id(1), &seen, plain(&n.to_string())).seen;
    }
    let mut n_undone = 0;
    while book.can_undo() {
        book.undo(now());
        n_undone += 1;
    }
    assert_eq!(n_undone, 100);
    assert_eq!(book.note(&id(1)).unwrap().text, "49");
}

#[test]
fn the_trash_keeps_every_version_for_thirty_days() {
    let mut book = Notebook::new(replica(1));
    book.write(&id(1), &Context::default(), plain("a"));
    book.write(&id(1), &Context::default(), plain("b"));
    book.trash_notes(&[id(1)], now());
    assert!(book.n_notes() == 0 && book.trash().count() == 1);
    assert_eq!(book.record(&id(1)).unwrap().siblings().len(), 2);
    let later = now().plus_days(TRASH_DAYS);
    assert!(book.purge_expired(later.plus_days(-1), Some(later)).is_empty());
    assert_eq!(book.purge_expired(later, Some(later)).len(), 1);
    assert!(book.record(&id(1)).unwrap().is_purged());
}

#[test]
fn a_restored_note_is_as_it_was() {
    let mut book = Notebook::new(replica(1));
    book.write(&id(1), &Context::default(), plain("a"));
    let before = shown(&book);
    book.trash_notes(&[id(1)], now());
    book.restore_notes(&[id(1)]);
    assert_eq!(shown(&book), before);
}
