//! The stored form: any note comes back as it was, any text is borne, any key is told apart.

use super::generate::{notebook, record, replica};
use atlas_core::notebook::store::{
    Key, Keys, Meta, Pair, Repair, Unreadable, decode, encode, put, reconcile,
};
use atlas_core::notebook::{NoteId, Notebook};
use proptest::prelude::*;

pub(crate) fn keys() -> Keys {
    Keys::new("/atlas/")
}

/// What a store holds after a repair.
pub(crate) fn repaired(pairs: &[Pair], repair: &Repair) -> Vec<Pair> {
    let mut pairs = pairs.to_vec();
    for (key, value) in &repair.puts {
        pairs.retain(|(known, _)| known != key);
        pairs.push((key.clone(), value.clone()));
    }
    pairs.retain(|(key, _)| !repair.removes.contains(key));
    pairs
}

/// A store that holds these notes.
pub(crate) fn stored(notebook: &Notebook, epoch: u64) -> Vec<Pair> {
    notebook
        .records()
        .iter()
        .map(|it| (keys().text(&Key::Note(it.id().clone())), encode(it, epoch)))
        .collect()
}

proptest! {
    #[test]
    fn a_note_comes_back_as_it_was_stored(record in record(), epoch in 0..1_u64 << 53) {
        let stored = decode(&encode(&record, epoch)).unwrap();
        prop_assert_eq!((stored.record, stored.epoch), (record, epoch));
    }

    #[test]
    fn reading_bears_with_any_text(text in ".{0,80}|[0-9]{1,20} [0-9]{1,20} [0-9a-f]{8} .{0,40}") {
        drop(decode(&text));
        let _ = Meta::parse(&text);
        let _ = keys().parse(&text);
    }

    #[test]
    fn a_note_with_one_byte_changed_is_not_read_as_another(record in record(), at in any::<prop::sample::Index>(), by in 1..128_u8) {
        let text = encode(&record, 3);
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] ^= by;
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert!(decode(&changed).is_err(), "{}", changed);
        }
    }

    #[test]
    fn any_id_has_a_key_of_its_own(id in ".{0,30}", other in ".{0,30}", base in ".{0,10}") {
        let keys = Keys::new(&base);
        let key = Key::Note(NoteId::new(&id));
        let text = keys.text(&key);
        prop_assert_eq!(keys.parse(&text), Some(key));
        prop_assert_eq!(id == other, text == keys.text(&Key::Note(NoteId::new(&other))));
    }

    #[test]
    fn keys_of_others_are_never_ours(base in "[/:a-z%]{0,6}", other in "[/:a-z%]{0,6}", id in "[:a-z%]{0,12}", key in ".{0,20}") {
        let theirs = Keys::new(&other).text(&Key::Note(NoteId::new(&id)));
        prop_assert_eq!(Keys::new(&base).parse(&theirs).is_some(), base == other);
        prop_assert_eq!(Keys::new(&base).parse(&key), None);
    }

    #[test]
    fn reconciling_again_asks_for_nothing(a in notebook(), b in notebook(), epochs in (0..3_u64, 0..3_u64), damage in 0..20_usize) {
        let (mut local, mut second) = (stored(&a, epochs.0), stored(&b, epochs.1));
        if let Some((_, value)) = local.get_mut(damage) {
            *value = value.chars().take(value.len() / 3).collect();
        }
        if let Some((_, value)) = second.get_mut(damage / 2) {
            value.push('}');
        }
        let first = reconcile(&keys(), replica(1), &local, &second);
        local = repaired(&local, &first.local);
        second = repaired(&second, &first.second);
        let again = reconcile(&keys(), replica(1), &local, &second);
        prop_assert_eq!(&again.local, &Repair::default());
        prop_assert_eq!(&again.second, &Repair::default());
        prop_assert_eq!(again.epoch, first.epoch);
        prop_assert_eq!(again.notebook.records(), first.notebook.records());
        let texts = |it: &[atlas_core::notebook::store::Quarantined]| {
            let mut texts: Vec<_> = it.iter().map(|it| it.value.clone()).collect();
            texts.sort();
            texts.dedup();
            texts
        };
        prop_assert_eq!(texts(&again.quarantine), texts(&first.quarantine));
    }

    #[test]
    fn two_stores_come_to_the_join_of_both(a in notebook(), b in notebook()) {
        let result = reconcile(&keys(), replica(1), &stored(&a, 2), &stored(&b, 2));
        let mut both = a.clone();
        both.take(b.records().iter().map(|it| (**it).clone()).collect());
        prop_assert_eq!(result.notebook.records(), both.records());
    }

    #[test]
    fn putting_merges_what_another_tab_wrote(a in record(), b in record()) {
        let ours = put(&a, Some(&encode(&b, 1)), 1).unwrap();
        if a.id() == b.id() {
            prop_assert_eq!(&ours.record, &a.merge(&b));
        } else {
            prop_assert_eq!(ours.unreadable, Some(Unreadable::OtherNote));
        }
        prop_assert_eq!(decode(&ours.value).unwrap().record, ours.record);
    }
}

#[test]
fn the_meta_data_come_back_as_they_were_stored() {
    let meta =
        Meta { n_changes: 7, last_backup: Some(super::generate::plain("").created), ..Meta::default() };
    assert_eq!(Meta::parse(&meta.text()), meta);
}
