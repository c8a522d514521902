//! A store at rest, for faults to happen to.

use super::generate::{plain, replica};
use super::storing::{keys, repaired, stored};
use atlas_core::notebook::store::{Key, Pair, Reconciled, encode, reconcile};
use atlas_core::notebook::{Context, NoteId, Notebook};

pub(crate) fn id(n: u8) -> NoteId {
    NoteId::random([n; 16])
}

/// Notes 1 to 3.
pub(crate) fn book() -> Notebook {
    let mut book = Notebook::new(replica(1));
    for n in 1..=3 {
        book.write(&id(n), &Context::default(), plain(&format!("text {n}")));
    }
    book
}

/// A store at rest: epoch 1, notes 1 to 3.
pub(crate) fn store() -> Vec<Pair> {
    let pairs = stored(&book(), 1);
    let result = reconcile(&keys(), replica(2), &pairs, &pairs);
    repaired(&pairs, &result.local)
}

pub(crate) fn key(n: u8) -> String {
    keys().text(&Key::Note(id(n)))
}

pub(crate) fn value<'p>(pairs: &'p mut [Pair], key: &str) -> &'p mut String {
    pairs.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value).unwrap()
}

pub(crate) fn set(pairs: &mut Vec<Pair>, key: &Key, text: &str) {
    pairs.retain(|(known, _)| *known != keys().text(key));
    pairs.push((keys().text(key), text.to_owned()));
}

pub(crate) fn both(local: &[Pair], second: &[Pair]) -> Reconciled {
    reconcile(&keys(), replica(2), local, second)
}

/// Note 1 as it is stored.
pub(crate) fn sound() -> String {
    encode(book().record(&id(1)).unwrap(), 1)
}

/// A text behind a head that fits, in a schema; the checksum is made here anew, bit by bit.
pub(crate) fn sealed(schema: u8, json: &str) -> String {
    let head = format!("{schema} 1 ");
    let mut crc = !0_u32;
    for byte in [&head, json].concat().bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    format!("{head}{:08x} {json}", !crc)
}
