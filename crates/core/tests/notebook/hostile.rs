//! Hostile content, in notes and in files: each test's name begins with the id of its row in `tests/faults.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::generate::{HOSTILE, plain, replica};
use super::importing::{BASE, exported, imported};
use super::storing::{keys, stored};
use atlas_core::notebook::store::{Key, decode, encode, reconcile};
use atlas_core::notebook::web_annotation::{Unread, read};
use atlas_core::notebook::{Choice, Content, Context, Day, NoteId, Notebook, Search};
use serde_json::{Value, json};

/// A note whose id, text and tag are this text goes through everything and comes back as it was.
#[track_caller]
fn check(text: &str) {
    let mut book = Notebook::new(replica(1));
    let content = Content { tags: vec![text.to_owned()], creator: Some(text.to_owned()), ..plain(text) };
    let written = book.write(&NoteId::new(text), &Context::default(), content);
    assert_eq!(decode(&encode(&written.record, 1)).unwrap().record, *written.record);
    let pairs = stored(&book, 1);
    assert!(pairs.iter().all(|(key, _)| key.is_ascii()));
    assert_eq!(reconcile(&keys(), replica(2), &pairs, &[]).notebook.records(), book.records());
    let file = imported(&exported(&book));
    assert_eq!((file.records, file.aside), (vec![(*written.record).clone()], Vec::new()));
    let mut search = Search::default();
    search.update(&book, &|_| None);
    let _ = search.find(text);
    assert_eq!(book.tags(), [(text.to_owned(), 1)]);
    assert_eq!(book.marks(Day::parse("2026-11-24").unwrap()).len(), 1);
}

#[test]
fn f37_names_of_javascript_are_names_like_others() {
    for text in ["__proto__", "constructor", "toString", "hasOwnProperty", "length"] {
        check(text);
    }
}

#[test]
fn f38_markup_is_text() {
    for text in
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>", "<!--", "javascript:alert(1)"]
    {
        check(text);
    }
}

#[test]
fn f39_bidi_and_control_characters_are_text() {
    for text in ["\u{202e}evil\u{2066}", "\u{0}", "\u{1}\u{7f}\u{85}\u{2028}\u{2029}", "\r\n\t", "\u{feff}"] {
        check(text);
    }
}

#[test]
fn f40_replaced_lone_surrogates_are_text() {
    check("\u{fffd}\u{fffd}");
    let escaped = imported("{\"type\":\"Annotation\",\"target\":\"x:y\",\"bodyValue\":\"a\\ud800b\"}");
    assert_eq!(escaped.records[0].shown().unwrap().text, "a\u{fffd}b");
    let bytes =
        read(b"{\"type\":\"Annotation\",\"target\":\"x:y\",\"bodyValue\":\"\xed\xa0\x80\"}", BASE).unwrap();
    assert!(bytes.records[0].shown().unwrap().text.contains('\u{fffd}'));
}

#[test]
fn f41_a_megabyte_is_a_text() {
    check(&"ığ\"\\\u{1}😀 a".repeat(100_000));
}

#[test]
fn f42_every_text_that_broke_other_software_is_a_text() {
    for text in HOSTILE {
        check(text);
    }
}

#[test]
fn f43_a_file_nested_a_hundred_thousand_deep_is_refused() {
    for (open, close) in [("[", "]"), ("{\"target\":", "}"), ("{\"first\":", "}")] {
        let file = [open.repeat(100_000), String::from("1"), close.repeat(100_000)].concat();
        assert!(matches!(read(file.as_bytes(), BASE), Err(Unread::NotJson(_))));
    }
}

#[test]
fn f44_an_annotation_nested_too_deep_to_be_stored_is_put_aside() {
    for depth in 1..110 {
        let deep = ["[".repeat(depth), "]".repeat(depth)].concat();
        let json = format!("{{\"type\":\"Annotation\",\"id\":\"x:y\",\"target\":\"x:z\",\"via\":{deep}}}");
        let file = imported(&json);
        assert_eq!(file.records.len() + file.aside.len(), 1);
        for record in &file.records {
            assert_eq!(decode(&encode(record, 0)).unwrap().record, *record);
            let mut book = Notebook::of(replica(1), file.records.clone());
            assert_eq!(imported(&exported(&book)).records, file.records);
            book.write(record.id(), &Context::default(), plain("beside"));
            let both = book.records().iter().map(|it| (**it).clone()).collect::<Vec<_>>();
            assert_eq!(imported(&exported(&book)).records, both);
            book.trash_notes(&[record.id().clone()], plain("").created);
            assert_eq!(imported(&exported(&book)).records.len(), 1);
        }
    }
}

#[test]
fn f45_numbers_beyond_measure_are_refused_or_kept() {
    assert!(matches!(
        read(b"{\"type\":\"Annotation\",\"target\":\"x:y\",\"via\":1e999}", BASE),
        Err(Unread::NotJson(_))
    ));
    let json = "{\"type\":\"Annotation\",\"id\":\"x:y\",\"target\":\"x:z\",\
        \"via\":[1e308,5e-324,0.1,123456789012345678901234567890,2.2250738585072011e-308,-0.0]}";
    let file = imported(json);
    let again = imported(&exported(&Notebook::of(replica(1), file.records.clone())));
    assert_eq!(again.records, file.records);
    assert_eq!(decode(&encode(&file.records[0], 0)).unwrap().record, file.records[0]);
}

#[test]
fn f46_ids_that_come_twice_in_a_file_are_one_note_with_both_texts() {
    let of = |text: &str| json!({"type": "Annotation", "id": "x:y", "target": "x:z", "bodyValue": text});
    let file = imported(&json!([of("one"), of("two"), of("one")]).to_string());
    assert_eq!((file.records.len(), file.records[0].siblings().len()), (1, 2));
}

#[test]
fn f47_what_is_no_annotation_is_put_aside_as_it_came() {
    for value in [
        json!(17),
        json!("text"),
        json!({}),
        json!({"type": "Note"}),
        json!({"type": "Annotation"}),
        json!({"type": "Annotation", "target": null}),
        json!({"type": "Annotation", "target": "x:y", "id": 17}),
        json!({"type": "AnnotationCollection", "total": 3}),
        json!({"type": "AnnotationPage"}),
        json!({"type": "FeatureCollection", "features": []}),
    ] {
        let file = imported(&value.to_string());
        assert_eq!((file.records.len(), file.aside), (0, vec![value]));
    }
    let elsewhere = json!({"type": "AnnotationCollection", "first": "http://example.org/p1"});
    assert_eq!(imported(&elsewhere.to_string()).aside, [json!("http://example.org/p1")]);
}

#[test]
fn f48_forged_versions_in_a_file_overwrite_nothing_unseen() {
    let mut book = Notebook::new(replica(1));
    let id = NoteId::random([1; 16]);
    book.write(&id, &Context::default(), plain("mine"));
    let mut file: Value = serde_json::from_str(&exported(&book)).unwrap();
    let item = &mut file["first"]["items"][0];
    item["body"] = json!("forged");
    let forged = imported(&file.to_string());
    assert_eq!(book.preview(&forged.records).conflicts, std::slice::from_ref(&id));
    file["first"]["items"][0]["atlas:dot"][1] = json!(u64::MAX);
    let unbelieved = imported(&file.to_string());
    assert_eq!((unbelieved.records.len(), unbelieved.aside.len()), (0, 1));
    for broken in [json!(17), json!([]), json!(["x", 1]), json!([null, -1]), json!({})] {
        file["first"]["items"][0]["atlas:dot"] = broken;
        let foreign = imported(&file.to_string());
        assert_eq!(book.preview(&foreign.records).conflicts, std::slice::from_ref(&id));
    }
    book.import(&forged.records, &|_| Choice::Both);
    assert_eq!(book.record(&id).unwrap().siblings().len(), 2);
}

#[test]
fn f49_wrong_kinds_in_every_property_of_an_annotation_are_borne() {
    let wrong =
        [json!(null), json!(17), json!("x"), json!([]), json!({}), json!([[]]), json!([null, 1, "a", {}])];
    let names = [
        "@context",
        "@id",
        "@type",
        "id",
        "type",
        "target",
        "body",
        "bodyValue",
        "created",
        "modified",
        "creator",
        "motivation",
        "items",
        "first",
        "next",
        "total",
        "atlas:flag",
        "atlas:priority",
        "atlas:followUp",
        "atlas:correction",
        "atlas:dot",
        "atlas:context",
        "atlas:versions",
        "atlas:others",
        "atlas:text",
        "__proto__",
    ];
    for name in names {
        for value in &wrong {
            for kind in ["Annotation", "AnnotationPage", "AnnotationCollection"] {
                let mut file = json!({
                    "type": kind, "id": "x:y", "target": "x:z", "items": [], "atlas:dot": [replica(1).to_string(), 1],
                    "atlas:context": [],
                });
                file[name] = value.clone();
                let file = imported(&file.to_string());
                let book = Notebook::of(replica(1), file.records.clone());
                assert_eq!(imported(&exported(&book)).records, file.records, "{name}: {value}");
                assert!(file.records.iter().all(|it| decode(&encode(it, 0)).unwrap().record == *it));
            }
        }
    }
}

#[test]
fn f50_a_key_of_any_length_has_a_note_of_its_own() {
    let long = "k".repeat(1_000_000);
    let key = keys().text(&Key::Note(NoteId::new(&long)));
    assert_eq!(keys().parse(&key), Some(Key::Note(NoteId::new(&long))));
    assert_ne!(key, keys().text(&Key::Note(NoteId::new(&long[1..]))));
}

/// The ids that begin the names of tests below a folder.
fn tested(folder: &Path, ids: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("node_modules") {
            tested(&path, ids);
        }
        let is_source =
            path.extension().is_some_and(|it| ["rs", "ts", "mjs", "js"].iter().any(|of| it == *of));
        let Ok(text) = fs::read_to_string(&path) else { continue };
        if !is_source {
            continue;
        }
        for line in text.lines().map(str::trim_start) {
            // `fn f01_…` in Rust, `test("F51 …` in a journey.
            let name = line.strip_prefix("fn f").or_else(|| line.strip_prefix("test(\"F"));
            let Some(digits) = name.and_then(|it| it.get(..2)) else { continue };
            let ends = name.and_then(|it| it.chars().nth(2)).is_some_and(|c| c == '_' || c == ' ');
            if ends && digits.bytes().all(|b| b.is_ascii_digit()) {
                ids.push(format!("F{digits}"));
            }
        }
    }
}

#[test]
fn every_fault_of_the_table_has_its_test_and_every_test_its_row() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let table = fs::read_to_string(root.join("tests/faults.md")).unwrap();
    let rows: Vec<String> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| F"))
        .map(|row| format!("F{}", row.split(' ').next().unwrap()))
        .collect();
    let mut ids = Vec::new();
    for folder in ["crates/core/tests", "crates/core/src", "tests"] {
        tested(&root.join(folder), &mut ids);
    }
    ids.sort();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "an id stands twice");
    assert_eq!(rows, ids, "rows in order, each with one test");
}
