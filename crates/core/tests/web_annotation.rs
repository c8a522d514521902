//! Every "must" of the W3C Web Annotation Data Model (2017), checked over notebooks of every kind.

#![cfg(test)]

#[path = "notebook/generate.rs"]
#[expect(dead_code, reason = "other tests need more of it")]
mod generate;
#[path = "web_annotation/validator.rs"]
mod validator;

use atlas_core::notebook::Instant;
use atlas_core::notebook::web_annotation::{Frame, collection};
use generate::notebook;
use proptest::prelude::*;
use serde_json::{Value, json};
use validator::{annotation, collection as check_collection};

proptest! {
    #[test]
    fn every_exported_notebook_keeps_every_must_of_the_data_model(book in notebook()) {
        let iri = "urn:uuid:6b1e4d2a-8c1f-4b1e-9d2a-6b1e4d2a8c1f";
        let frame =
            Frame { iri, label: "Notebook", base: "https://atlas.example/", now: Instant::from_millis(0) };
        let file: Value = serde_json::from_str(&collection(book.records(), &frame)).unwrap();
        prop_assert_eq!(check_collection(&file), Vec::<String>::new());
        prop_assert_eq!(&file["total"], &json!(book.n_notes()));
    }
}

fn good() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/anno1", "type": "Annotation",
        "motivation": "commenting", "created": "2015-01-28T12:00:00Z",
        "body": {"type": "TextualBody", "value": "Comment", "format": "text/plain"},
        "target": {"source": "http://example.org/page",
                   "selector": {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "a", "suffix": "b"}}
    })
}

/// The good annotation with one property set, or taken away by null.
fn with(name: &str, value: Value) -> Value {
    let mut annotation = good();
    let object = annotation.as_object_mut().unwrap();
    object.remove(name);
    if !value.is_null() {
        object.insert(name.to_owned(), value);
    }
    annotation
}

#[test]
fn a_sound_annotation_passes() {
    assert_eq!(annotation(&good(), true), Vec::<String>::new());
    let with_value = {
        let mut it = with("body", Value::Null);
        it["bodyValue"] = json!("Comment");
        it
    };
    assert_eq!(annotation(&with_value, true), Vec::<String>::new());
}

#[test]
fn a_broken_annotation_is_found_out() {
    let selector = |selector: Value| json!({"source": "http://example.org/page", "selector": selector});
    let broken = [
        ("@context", json!(null)),
        ("@context", json!("http://example.org/other")),
        ("@context", json!(["http://www.w3.org/ns/anno.jsonld"])),
        ("id", json!(null)),
        ("id", json!(["http://example.org/1", "http://example.org/2"])),
        ("id", json!("not an iri")),
        ("type", json!(null)),
        ("type", json!("Note")),
        ("target", json!(null)),
        ("target", json!([])),
        ("target", json!("not an iri")),
        ("target", json!({"type": "SpecificResource"})),
        ("target", json!({"source": ["http://example.org/1", "http://example.org/2"]})),
        ("target", selector(json!({"type": "TextQuoteSelector"}))),
        ("target", selector(json!({"type": "TextQuoteSelector", "exact": "a", "prefix": ["a", "b"]}))),
        ("target", selector(json!({"type": "FragmentSelector"}))),
        ("target", selector(json!({"exact": "a"}))),
        ("bodyValue", json!("beside a body")),
        ("bodyValue", json!({"value": "no string"})),
        ("body", json!({"type": "TextualBody"})),
        ("body", json!({"type": "TextualBody", "value": ["a", "b"]})),
        ("body", json!({"type": "TextualBody", "value": "a", "format": 1})),
        ("created", json!(["2015-01-28T12:00:00Z", "2016-01-28T12:00:00Z"])),
        ("created", json!("2015-01-28T12:00:00+01:00")),
        ("created", json!("2015-01-28")),
        ("modified", json!("2015-02-30T12:00:00Z")),
        ("modified", json!(1_422_446_400)),
        ("motivation", json!(["commenting", 1])),
        ("creator", json!("not an iri")),
    ];
    for (name, value) in broken {
        let annotation = annotation(&with(name, value.clone()), true);
        assert!(!annotation.is_empty(), "{name}: {value}");
    }
}

#[test]
fn a_broken_collection_or_page_is_found_out() {
    let page = json!({"id": "http://example.org/p1", "type": "AnnotationPage", "startIndex": 0, "items": []});
    let sound = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/c",
        "type": "AnnotationCollection", "total": 1, "first": page, "last": "http://example.org/p1"
    });
    let mut item = good();
    item.as_object_mut().unwrap().remove("@context");
    let with = |pointer: &str, name: &str, value: Value| {
        let mut file = sound.clone();
        file["first"]["items"] = json!([item.clone()]);
        let object = file.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
        object.insert(name.to_owned(), value);
        file
    };
    assert_eq!(check_collection(&with("", "label", json!("Notes"))), Vec::<String>::new());
    for (pointer, name, value) in [
        ("", "@context", json!(null)),
        ("", "id", json!(null)),
        ("", "type", json!("AnnotationPage")),
        ("", "total", json!(-1)),
        ("", "total", json!("1")),
        ("", "total", json!(2)),
        ("", "first", json!(null)),
        ("", "first", json!(["http://example.org/p1", "http://example.org/p2"])),
        ("", "last", json!(["http://example.org/p1", "http://example.org/p2"])),
        ("", "last", json!("not an iri")),
        ("/first", "id", json!(null)),
        ("/first", "type", json!("Page")),
        ("/first", "items", json!(null)),
        ("/first", "startIndex", json!(-1)),
        ("/first", "startIndex", json!(1)),
        ("/first", "partOf", json!(17)),
        ("/first", "next", json!(17)),
        ("/first/items/0", "target", json!(null)),
    ] {
        let file = with(pointer, name, value.clone());
        assert!(!check_collection(&file).is_empty(), "{pointer} {name}: {value}");
    }
}
