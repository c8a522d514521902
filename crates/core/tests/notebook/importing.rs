//! Files of ours and of others: what a preview says, and what importing does.

use super::generate::{notebook, plain, replica};
use atlas_core::notebook::web_annotation::{Frame, Imported, collection, read};
use atlas_core::notebook::{Choice, Context, Instant, NoteId, Notebook, Part, Target};
use proptest::prelude::*;
use serde_json::json;

pub(crate) const BASE: &str = "https://atlas.example/site/";

pub(crate) fn exported(notebook: &Notebook) -> String {
    let iri = "urn:uuid:6b1e4d2a-8c1f-4b1e-9d2a-6b1e4d2a8c1f";
    let frame = Frame { iri, label: "Notebook", base: BASE, now: Instant::from_millis(1_800_000_000_000) };
    collection(notebook.records(), &frame)
}

pub(crate) fn imported(json: &str) -> Imported {
    read(json.as_bytes(), BASE).unwrap()
}

fn import(book: &mut Notebook, json: &str) {
    book.import(&imported(json).records, &|_| Choice::Both);
}

proptest! {
    #[test]
    fn a_file_of_ours_gives_back_every_record_as_it_was(book in notebook()) {
        let file = imported(&exported(&book));
        prop_assert_eq!(&file.aside, &Vec::<serde_json::Value>::new());
        let records: Vec<_> = book.records().iter().map(|it| (**it).clone()).collect();
        prop_assert_eq!(file.records, records);
    }

    #[test]
    fn a_file_of_ours_is_the_same_from_another_address(book in notebook()) {
        let file = read(exported(&book).as_bytes(), "https://elsewhere.example/").unwrap();
        let records: Vec<_> = book.records().iter().map(|it| (**it).clone()).collect();
        prop_assert_eq!(file.records, records);
    }

    #[test]
    fn colleagues_who_exchange_files_end_with_the_same_notes(a in notebook(), b in notebook(), c in notebook()) {
        let (mut first, mut second) = (a.clone(), b.clone());
        import(&mut first, &exported(&b));
        import(&mut first, &exported(&c));
        import(&mut first, &exported(&b));
        import(&mut second, &exported(&c));
        import(&mut second, &exported(&a));
        prop_assert_eq!(first.records(), second.records());
    }

    #[test]
    fn a_preview_counts_every_record_once_and_tells_what_happens(a in notebook(), b in notebook()) {
        let records: Vec<_> = b.records().iter().map(|it| (**it).clone()).collect();
        let preview = a.preview(&records);
        let n_unchanged = preview.n_same + preview.n_older + preview.n_in_trash;
        let n_all = preview.n_new + preview.n_newer + n_unchanged + preview.conflicts.len();
        prop_assert_eq!(n_all, records.len());
        let mut after = a.clone();
        after.import(&records, &|_| Choice::Both);
        let again = after.preview(&records);
        prop_assert_eq!((again.n_new, again.n_newer, again.conflicts.len()), (0, 0, 0));
        let mut mine = a.clone();
        mine.import(&records, &|_| Choice::Mine);
        for id in &preview.conflicts {
            let ours = a.record(id).unwrap().siblings();
            prop_assert!(mine.record(id).unwrap().siblings().iter().all(|it| ours.contains(it)));
        }
        let mut theirs = a.clone();
        theirs.import(&records, &|_| Choice::Theirs);
        for id in &preview.conflicts {
            let their = b.record(id).unwrap().siblings();
            prop_assert!(theirs.record(id).unwrap().siblings().iter().all(|it| their.contains(it)));
        }
    }

    #[test]
    fn one_undo_takes_a_whole_import_back(a in notebook(), b in notebook()) {
        // Which of several versions is shown may change: a version that comes back is the newest.
        let texts = |book: &Notebook| -> Vec<_> {
            let siblings = book.records().iter().flat_map(|it| it.siblings());
            let live = siblings.filter(|it| !it.content.is_trashed());
            let mut texts: Vec<_> = live.map(|it| format!("{:?}", it.content)).collect();
            texts.sort();
            texts
        };
        let mut book = a.clone();
        import(&mut book, &exported(&b));
        let after = texts(&book);
        book.undo(Instant::from_millis(1));
        prop_assert_eq!(texts(&book), texts(&a));
        prop_assert!(!book.can_undo());
        book.redo(Instant::from_millis(1));
        prop_assert_eq!(texts(&book), after);
    }

    #[test]
    fn reading_bears_with_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        drop(read(&bytes, BASE));
    }

    #[test]
    fn reading_bears_with_any_json(text in r#"[\[\]{}",:0-9a-z@ ]{0,60}|\{"(target|type|body|items|first)":[\[\]{}",:0-9a-z]{1,30}\}"#) {
        drop(read(text.as_bytes(), BASE));
    }
}

#[test]
fn a_foreign_collection_becomes_notes_and_is_the_same_a_second_time() {
    let json = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/c", "type": "AnnotationCollection",
        "total": 3,
        "first": {"id": "http://example.org/p1", "type": "AnnotationPage", "items": [
            {"id": "http://example.org/1", "type": "Annotation", "bodyValue": "A text",
             "target": "https://atlas.example/site/tr/partners/who/#milestone-1", "created": "2020-01-01T00:00:00+03:00"},
            {"id": "http://example.org/2", "type": "Annotation", "target": ["http://example.org/a", "http://example.org/b"],
             "body": [{"type": "TextualBody", "value": "Un texte", "language": "fr"},
                      {"type": "TextualBody", "value": "tag", "purpose": "tagging"},
                      {"type": "Choice", "items": ["http://example.org/x"]}, "http://example.org/sound", "loose text"]},
        ], "next": {"type": "AnnotationPage", "items": [{"type": "Annotation", "target": "http://example.org/3"}, 17, "x"]}}
    });
    let mut book = Notebook::new(replica(1));
    let file = imported(&json.to_string());
    assert_eq!(file.aside, [json!(17), json!("x")]);
    assert_eq!(book.preview(&file.records).n_new, 3);
    book.import(&file.records, &|_| Choice::Both);
    let first = book.note(&NoteId::new("http://example.org/1")).unwrap();
    assert_eq!((first.text.as_str(), first.created.to_string().as_str()), ("A text", "2019-12-31T21:00:00Z"));
    let Target::Partnership { partnership, part, .. } = &first.target else { panic!("it is ours") };
    assert_eq!((partnership.as_str(), part), ("who", &Part::Milestone("milestone-1".into())));
    let second = book.note(&NoteId::new("http://example.org/2")).unwrap();
    assert_eq!((second.text.as_str(), &second.tags), ("Un texte", &vec![String::from("tag")]));
    assert_eq!(second.extra["body"].as_array().unwrap().len(), 3);
    assert_eq!(book.preview(&file.records).n_same, 3);
    let again = imported(&exported(&book));
    assert_eq!(book.preview(&again.records).n_same, 3);
}

#[test]
fn an_old_file_does_not_bring_back_a_deleted_note() {
    let mut book = Notebook::new(replica(1));
    let id = NoteId::random([1; 16]);
    book.write(&id, &Context::default(), plain("secret"));
    let old = exported(&book);
    book.trash_notes(std::slice::from_ref(&id), Instant::from_millis(5));
    let records = imported(&old).records;
    assert_eq!(book.preview(&records).n_in_trash, 1);
    book.purge_notes(std::slice::from_ref(&id));
    assert_eq!(book.preview(&records).n_older, 1);
    import(&mut book, &old);
    assert!(book.record(&id).unwrap().is_purged());
}

#[test]
fn a_later_state_of_a_foreign_annotation_is_newer() {
    let of = |modified: &str, text: &str| {
        json!({"id": "http://example.org/1", "type": "Annotation", "target": "http://example.org/",
               "bodyValue": text, "modified": modified})
        .to_string()
    };
    let mut book = Notebook::new(replica(1));
    import(&mut book, &of("2020-01-01T00:00:00Z", "one"));
    let later = imported(&of("2021-01-01T00:00:00Z", "two")).records;
    assert_eq!(book.preview(&later).n_newer, 1);
    import(&mut book, &of("2021-01-01T00:00:00Z", "two"));
    assert_eq!(book.note(&NoteId::new("http://example.org/1")).unwrap().text, "two");
    assert_eq!(book.preview(&imported(&of("2020-01-01T00:00:00Z", "one")).records).n_older, 1);
}
