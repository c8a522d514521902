//! Damage to stored notes: each test's name begins with the id of its row in `tests/faults.md`.

use super::stand::{book, both, key, sealed, sound, store, value};
use super::storing::{keys, repaired};
use atlas_core::notebook::store::{Quarantined, Repair, Store, Unreadable, decode};

/// Note 1 of local storage is damaged: it is set aside as it was, and comes back whole from the second store.
#[track_caller]
fn check_damage(damaged: &str, reason: Unreadable) {
    assert_eq!(decode(damaged), Err(reason));
    let (mut local, second) = (store(), store());
    *value(&mut local, &key(1)) = damaged.to_owned();
    let result = both(&local, &second);
    assert_eq!(result.notebook.records(), book().records());
    let aside =
        Quarantined { store: Store::Local, key: key(1), value: damaged.to_owned(), reason: Some(reason) };
    assert_eq!(result.quarantine, [aside]);
    let copy = keys().quarantined(1, &key(1), damaged);
    let at = |key: &str| result.local.puts.iter().position(|(known, _)| known == key).unwrap();
    assert!(at(&copy.0) < at(&key(1)), "the copy is written before a sound text takes its place");
    let healed = both(&repaired(&local, &result.local), &second);
    assert_eq!(healed.quarantine[0].value, damaged);
    assert_eq!((healed.local, healed.second), (Repair::default(), Repair::default()));

    // In both stores: the others are read, and the text stays where it is.
    let (mut local, mut second) = (store(), store());
    *value(&mut local, &key(1)) = damaged.to_owned();
    *value(&mut second, &key(1)) = damaged.to_owned();
    let result = both(&local, &second);
    assert_eq!((result.notebook.n_notes(), result.n_missing), (2, 1));
    assert!(result.local.removes.is_empty() && !result.local.puts.iter().any(|(known, _)| *known == key(1)));
    assert_eq!(result.quarantine.len(), 1);
}

#[test]
fn f01_a_note_cut_off_anywhere_is_set_aside_and_healed() {
    let sound = sound();
    for at in 0..sound.len() {
        assert!(decode(&sound[..at]).is_err());
    }
    check_damage(&sound[..sound.len() / 2], Unreadable::Checksum);
    check_damage(&sound[..3], Unreadable::NoHead);
}

#[test]
fn f02_a_note_with_a_wrong_checksum_is_set_aside_and_healed() {
    check_damage(&sound().replace("text 1", "text 2"), Unreadable::Checksum);
}

#[test]
fn f03_an_emptied_value_is_set_aside_and_healed() {
    check_damage("", Unreadable::NoHead);
}

#[test]
fn f04_a_value_of_another_program_is_set_aside_and_healed() {
    check_damage("{\"theme\":\"dark\"}", Unreadable::NoHead);
    check_damage("[object Object]", Unreadable::NoHead);
    check_damage("undefined", Unreadable::NoHead);
}

#[test]
fn f05_a_sound_checksum_over_no_json_is_set_aside() {
    check_damage(&sealed(2, "{\"id\":"), Unreadable::NotJson);
    check_damage(&sealed(2, &"[".repeat(100_000)), Unreadable::NotJson);
}

#[test]
fn f06_a_note_without_a_field_is_set_aside_and_names_it() {
    check_damage(&sealed(2, "{}"), Unreadable::WrongField("id"));
    check_damage(
        &sealed(2, "{\"id\":\"a\",\"context\":[],\"versions\":{}}"),
        Unreadable::WrongField("versions"),
    );
    check_damage(&sealed(2, "null"), Unreadable::WrongField("id"));
}

#[test]
fn f07_a_field_of_the_wrong_kind_is_set_aside_and_named() {
    let good = sound();
    let json = good.splitn(4, ' ').nth(3).unwrap();
    for (from, to, field) in [
        ("\"text\":\"text 1\"", "\"text\":17", "text"),
        ("\"modified\":1700000000000", "\"modified\":\"soon\"", "modified"),
        ("\"created\":1700000000000", "\"created\":1e300", "created"),
        ("\"partnership\":\"who\"", "\"partnership\":null", "partnership"),
        ("\"text\":\"text 1\"", "\"text\":\"\",\"flag\":\"no-such-flag\"", "flag"),
        ("\"text\":\"text 1\"", "\"text\":\"\",\"followUp\":\"2026-02-30\"", "followUp"),
        ("\"text\":\"text 1\"", "\"text\":\"\",\"tags\":[\"a\",1]", "tags"),
    ] {
        assert!(json.contains(from), "{json}");
        check_damage(&sealed(2, &json.replace(from, to)), Unreadable::WrongField(field));
    }
}

#[test]
fn f08_values_swapped_between_two_keys_are_set_aside_and_healed() {
    let (mut local, second) = (store(), store());
    let (first, other) = (value(&mut local, &key(1)).clone(), value(&mut local, &key(2)).clone());
    *value(&mut local, &key(1)) = other;
    *value(&mut local, &key(2)) = first;
    let result = both(&local, &second);
    assert_eq!(result.notebook.records(), book().records());
    assert!(result.quarantine.iter().all(|it| it.reason == Some(Unreadable::OtherNote)));
    assert_eq!(result.quarantine.len(), 2);
    let healed = both(&repaired(&local, &result.local), &second);
    assert_eq!((healed.notebook.n_notes(), healed.local), (3, Repair::default()));
}
