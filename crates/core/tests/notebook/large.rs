//! Ten thousand notes are fluent and a hundred thousand do no harm. `--nocapture` shows the times.
#![expect(clippy::print_stderr, reason = "the figures are for whoever asks for them")]

use std::time::Instant as Clock;

use super::generate::{plain, replica};
use super::importing::{exported, imported};
use super::storing::{keys, stored};
use atlas_core::notebook::store::{Key, encode, reconcile};
use atlas_core::notebook::{
    Choice, Content, Context, Day, Grouping, Instant, NoteId, NoteOrder, Notebook, Search, grouped,
};

fn large(n_notes: u32) -> Notebook {
    let mut book = Notebook::new(replica(1));
    let text = "The partner asked for the minutes of the meeting in Ankara and will answer in two weeks. ";
    for n in 0..n_notes {
        let mut bytes = [0; 16];
        bytes[..4].copy_from_slice(&n.wrapping_mul(2_654_435_761).to_be_bytes());
        let mut content = Content { tags: vec![format!("tag {}", n % 50)], ..plain(&[text, text].concat()) };
        content.modified = Instant::from_millis(1_700_000_000_000 + i64::from(n) * 1000);
        book.write(&NoteId::random(bytes), &Context::default(), content);
    }
    book
}

fn timed<T>(what: &str, n_notes: u32, run: impl FnOnce() -> T) -> T {
    let start = Clock::now();
    let result = run();
    eprintln!("{n_notes} notes, {what}: {} µs", start.elapsed().as_micros());
    result
}

fn go_through(n_notes: u32) {
    let mut book = timed("write one after another", n_notes, || large(n_notes));
    let pairs = timed("encode", n_notes, || stored(&book, 1));
    let n_units: usize = pairs.iter().map(|(key, value)| key.len() + value.len()).sum();
    eprintln!("{n_notes} notes, {} bytes each", n_units / n_notes as usize);
    let result = timed("reconcile two stores", n_notes, || reconcile(&keys(), replica(2), &pairs, &pairs));
    assert_eq!(result.notebook.records().len(), n_notes as usize);
    let today = Day::parse("2026-11-24").unwrap();
    assert_eq!(timed("marks", n_notes, || book.marks(today)).len(), 1);
    assert_eq!(timed("tags", n_notes, || book.tags()).len(), 50);
    let all = book.records().to_vec();
    assert_eq!(timed("group by tag", n_notes, || grouped(all, Grouping::Tag, NoteOrder::Modified)).len(), 50);
    let mut search = Search::default();
    timed("index for search", n_notes, || search.update(&book, &|_| None));
    timed("index again", n_notes, || search.update(&book, &|_| None));
    assert_eq!(timed("search", n_notes, || search.find("ankara minut")).len(), n_notes as usize);
    assert_eq!(timed("search in vain", n_notes, || search.find("zzz")).len(), 0);
    let id = book.records()[n_notes as usize / 2].id().clone();
    let written = timed("write one", n_notes, || book.draft(&id, &Context::default(), plain("new")));
    timed("encode one", n_notes, || encode(&written.record, 1));
    let file = timed("export", n_notes, || exported(&book));
    let file = timed("read the file", n_notes, || imported(&file));
    let mut other = Notebook::new(replica(3));
    timed("preview", n_notes, || other.preview(&file.records));
    timed("import", n_notes, || other.import(&file.records, &|_| Choice::Both));
    timed("undo the import", n_notes, || other.undo(Instant::from_millis(1)));
    timed("redo the import", n_notes, || other.redo(Instant::from_millis(1)));
    assert_eq!(other.n_notes(), n_notes as usize);
    let _ = keys().text(&Key::Epoch);
}

#[test]
fn ten_thousand_notes_are_gone_through() {
    go_through(10_000);
}

#[test]
fn a_hundred_thousand_notes_are_gone_through() {
    go_through(100_000);
}
