//! Ids as IRIs, both ways.

use uuid::Uuid;

use super::super::id::NoteId;
use crate::domain::link::percent::{decode, encode};
use crate::fnv::fnv_1a;

const UUID: &str = "urn:uuid:";

/// For ids that are neither UUIDs nor IRIs.
const OWN: &str = "urn:x-ots-atlas:note:";

/// The IRI of a note: `urn:uuid:` for ours, the id itself if it is one, else one that carries it.
pub fn iri_of(id: &NoteId) -> String {
    let text = id.as_str();
    if is_uuid(text) {
        return [UUID, text].concat();
    }
    if is_iri(text) && id_of(text).as_str() == text {
        return text.to_owned();
    }
    let mut iri = String::from(OWN);
    encode(text, &mut iri);
    iri
}

/// The id of the note with this IRI. Any text has one.
pub(super) fn id_of(iri: &str) -> NoteId {
    if let Some(uuid) = iri.strip_prefix(UUID).filter(|uuid| is_uuid(uuid)) {
        return NoteId::new(uuid);
    }
    if let Some(encoded) = iri.strip_prefix(OWN) {
        let id = NoteId::new(&decode(encoded));
        let mut again = String::new();
        encode(id.as_str(), &mut again);
        if again == encoded && !is_uuid(id.as_str()) {
            return id;
        }
    }
    NoteId::new(iri)
}

/// Whether it is a UUID as we write them.
fn is_uuid(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok_and(|uuid| uuid.to_string() == text)
}

/// Whether a text has the form of an IRI (RFC 3987) as far as matters here: a scheme, and nothing that must be encoded.
pub(super) fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let is_bad = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || "<>\"{}|\\^`".contains(c)
            || ('\u{fff0}'..='\u{ffff}').contains(&c)
    };
    is_scheme && !rest.is_empty() && !rest.contains(is_bad)
}

/// An id for an annotation that came without one: the same text has the same id, so that it can be imported twice.
pub(super) fn id_of_content(json: &str) -> NoteId {
    let hash = fnv_1a(json.bytes().map(u64::from));
    NoteId::new(&format!("{OWN}without-id:{hash:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_id_that_is_an_iri_stays_as_it_is() {
        let check = |id: &str, iri: &str| assert_eq!(iri_of(&NoteId::new(id)), iri);
        check("ffffffff-ffff-4fff-bfff-ffffffffffff", "urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff");
        check("http://example.org/anno1", "http://example.org/anno1");
        check("__proto__", "urn:x-ots-atlas:note:__proto__");
        check("a b", "urn:x-ots-atlas:note:a%20b");
        check("", "urn:x-ots-atlas:note:");
    }

    proptest! {
        #[test]
        fn any_id_is_read_back_from_its_iri(
            id in ".{0,20}|urn:uuid:[0-9a-f-]{36}|urn:x-ots-atlas:note:[a-z%0-9 ]{0,9}|[a-z]+:[^ ]{1,9}"
        ) {
            let iri = iri_of(&NoteId::new(&id));
            prop_assert!(is_iri(&iri) || id.is_empty(), "{}", iri);
            prop_assert_eq!(id_of(&iri), NoteId::new(&id));
        }
    }
}
