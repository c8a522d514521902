//! Notes, records and notebooks of every kind, hostile texts among them.

use std::sync::Arc;

use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::notebook::{
    Content, Context, Correction, Day, Dot, Flag, Instant, NoteId, Notebook, Part, Priority, Record,
    ReplicaId, Sibling, Target, Where,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Texts that broke other software.
pub(crate) const HOSTILE: &[&str] = &[
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "\u{202e}evil\u{2066}",
    "\u{0}\u{1}\u{7f}\r\n\t",
    "\u{fffd}\u{fffd}",
    "=cmd|' /C calc'!A0",
    "100 % : | \\ / ' \" { } [ ]",
    "İstanbul ığüşöç 🧿👩‍👩‍👧 a\u{301}",
    "\u{feff}",
    "",
];

pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-zA-Zığüş .,\n-]{0,40}", 1 => ".{0,12}", 1 => prop::sample::select(HOSTILE).prop_map(str::to_owned)]
}

/// Few, so that they meet.
pub(crate) fn note_id() -> impl Strategy<Value = NoteId> {
    prop_oneof![
        (0..6_u8).prop_map(|n| NoteId::random([n; 16])),
        prop::sample::select(HOSTILE).prop_map(NoteId::new),
        Just(NoteId::new("https://example.org/anno/1")),
    ]
}

pub(crate) fn replica(n: u8) -> ReplicaId {
    ReplicaId::random([n; 16])
}

pub(crate) fn instant() -> impl Strategy<Value = Instant> {
    (1_i64..4_000_000_000_000).prop_map(Instant::from_millis)
}

fn day() -> impl Strategy<Value = Day> {
    (2020..2040_u16, 1..13_u8, 1..29_u8)
        .prop_map(|(year, month, day)| Day::parse(&format!("{year}-{month:02}-{day:02}")).unwrap())
}

fn place() -> impl Strategy<Value = Where> {
    prop_oneof![Just(Where::Summary), text().prop_map(Where::Milestone), text().prop_map(Where::Other)]
}

fn part() -> impl Strategy<Value = Part> {
    let quote = (text(), text(), text(), place()).prop_map(|(exact, prefix, suffix, place)| Part::Quote {
        exact,
        prefix,
        suffix,
        place,
    });
    prop_oneof![Just(Part::Whole), text().prop_map(Part::Milestone), quote]
}

fn target() -> impl Strategy<Value = Target> {
    let partnership = prop_oneof![3 => prop::sample::select(&["who", "tika", "un-habitat"][..]).prop_map(str::to_owned), 1 => text()];
    let ours =
        (partnership, part(), text(), option::of(text())).prop_map(|(partnership, part, seen, edition)| {
            Target::Partnership { partnership, part, seen, edition }
        });
    let foreign = prop_oneof![
        Just(json!("http://example.org/page")),
        Just(
            json!({"source": "http://example.org/x", "selector": {"type": "XPathSelector", "value": "/a[1]"}})
        ),
        Just(json!(["http://example.org/1", {"id": "http://example.org/2", "type": "Text"}])),
    ];
    prop_oneof![4 => ours, 1 => foreign.prop_map(Target::Foreign)].boxed()
}

fn extra() -> impl Strategy<Value = Map<String, Value>> {
    let property = prop_oneof![
        Just(("rights", json!("https://creativecommons.org/publicdomain/zero/1.0/"))),
        Just(("__proto__", json!({"polluted": true}))),
        Just(("via", json!(["http://example.org/a", 12, null, -3, 18_446_744_073_709_551_615_u64]))),
        Just(("generator", json!({"id": "http://example.org/tool", "type": "Software"}))),
        Just(("body", json!([{"id": "http://example.org/sound.mp3", "type": "Sound"}]))),
    ];
    vec(property, 0..3)
        .prop_map(|all| all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn correction() -> impl Strategy<Value = Correction> {
    (text(), text(), text(), text()).prop_map(|(field, old, proposed, source)| Correction {
        field,
        old,
        proposed,
        source,
    })
}

/// Boxed, since the stack of a test thread is small for so much.
pub(crate) fn content() -> BoxedStrategy<Content> {
    let what = (
        target(),
        text(),
        vec(text(), 0..3),
        option::of(0..Flag::ALL.len()),
        option::of(0..Priority::ALL.len()),
    );
    let more = (option::of(day()), option::of(correction()), option::of(text()));
    let rest = (instant(), instant(), prop_oneof![4 => Just(None), 1 => instant().prop_map(Some)], extra());
    (what, more, rest)
        .prop_map(|(what, more, (created, modified, trashed, extra))| {
            let (target, text, tags, flag, priority) = what;
            let (follow_up, correction, creator) = more;
            let (flag, priority) = (flag.map(|idx| Flag::ALL[idx]), priority.map(|idx| Priority::ALL[idx]));
            Content {
                target,
                text,
                tags,
                flag,
                priority,
                follow_up,
                correction,
                creator,
                created,
                modified,
                trashed,
                extra,
            }
        })
        .boxed()
}

pub(crate) fn dot() -> impl Strategy<Value = Dot> {
    (1..6_u64, 0..4_u8).prop_map(|(counter, n)| Dot { counter, replica: replica(n) })
}

/// A record that some history may have led to, or none: any siblings and any context.
pub(crate) fn record_of(id: impl Strategy<Value = NoteId>) -> impl Strategy<Value = Record> {
    (id, vec((dot(), content()), 0..4), vec(dot(), 0..4)).prop_map(|(id, siblings, context)| {
        let siblings =
            siblings.into_iter().map(|(dot, content)| Sibling { dot, content: Arc::new(content) }).collect();
        Record::new(id, siblings, Context::of(context))
    })
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    record_of(note_id())
}

pub(crate) fn notebook() -> impl Strategy<Value = Notebook> {
    vec(record(), 0..8).prop_map(|records| Notebook::of(replica(9), records))
}

/// A plain note on WHO.
pub(crate) fn plain(text: &str) -> Content {
    let target = Target::Partnership {
        partnership: String::from("who"),
        part: Part::Whole,
        seen: String::from("World Health Organization"),
        edition: Some(String::from("1")),
    };
    Content { text: text.to_owned(), ..Content::new(target, Instant::from_millis(1_700_000_000_000)) }
}
