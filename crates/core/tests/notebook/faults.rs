//! Faults of storage, time and schema: each test's name begins with the id of its row in `tests/faults.md`.

use super::generate::{plain, replica};
use super::importing::{exported, imported};
use super::storing::{keys, repaired, stored};
use atlas_core::notebook::store::{
    Index, Key, Keys, Meta, Pair, Quarantined, Reconciled, Refusal, Repair, SCHEMA, Store, Unreadable,
    decode, encode, may_write, put, reconcile,
};
use atlas_core::notebook::{Choice, Context, Dot, Instant, NoteId, Notebook, ReplicaId, durability};

fn id(n: u8) -> NoteId {
    NoteId::random([n; 16])
}

/// Notes 1 to 3.
fn book() -> Notebook {
    let mut book = Notebook::new(replica(1));
    for n in 1..=3 {
        book.write(&id(n), &Context::default(), plain(&format!("text {n}")));
    }
    book
}

/// A store at rest: epoch 1, notes 1 to 3.
fn store() -> Vec<Pair> {
    let pairs = stored(&book(), 1);
    let result = reconcile(&keys(), replica(2), &pairs, &pairs);
    repaired(&pairs, &result.local)
}

fn key(n: u8) -> String {
    keys().text(&Key::Note(id(n)))
}

fn value<'p>(pairs: &'p mut [Pair], key: &str) -> &'p mut String {
    pairs.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value).unwrap()
}

fn set(pairs: &mut Vec<Pair>, key: &Key, text: &str) {
    pairs.retain(|(known, _)| *known != keys().text(key));
    pairs.push((keys().text(key), text.to_owned()));
}

fn both(local: &[Pair], second: &[Pair]) -> Reconciled {
    reconcile(&keys(), replica(2), local, second)
}

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

fn sound() -> String {
    encode(book().record(&id(1)).unwrap(), 1)
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

/// The text with a head that fits.
fn sealed(json: &str) -> String {
    let head = format!("2 1 {:08x} ", 0);
    let sum = {
        let mut crc = !0_u32;
        for byte in ["2 1 ", json].concat().bytes() {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        !crc
    };
    [head.replace("00000000", &format!("{sum:08x}")), json.to_owned()].concat()
}

#[test]
fn f05_a_sound_checksum_over_no_json_is_set_aside() {
    check_damage(&sealed("{\"id\":"), Unreadable::NotJson);
    check_damage(&sealed(&"[".repeat(100_000)), Unreadable::NotJson);
}

#[test]
fn f06_a_note_without_a_field_is_set_aside_and_names_it() {
    check_damage(&sealed("{}"), Unreadable::WrongField("id"));
    check_damage(
        &sealed("{\"id\":\"a\",\"context\":[],\"versions\":{}}"),
        Unreadable::WrongField("versions"),
    );
    check_damage(&sealed("null"), Unreadable::WrongField("id"));
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
        check_damage(&sealed(&json.replace(from, to)), Unreadable::WrongField(field));
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

#[test]
fn f09_a_note_of_a_newer_schema_is_not_read_and_nothing_is_written() {
    let (mut local, second) = (store(), store());
    *value(&mut local, &key(1)) = String::from("3 whatever the future brings");
    let result = both(&local, &second);
    assert!(result.refuses_writing);
    assert_eq!((&result.local, &result.second), (&Repair::default(), &Repair::default()));
    assert_eq!(result.quarantine[0].reason, Some(Unreadable::TooNew(3)));
    let refused = put(book().record(&id(1)).unwrap(), Some("3 whatever the future brings"), 1);
    assert_eq!(refused, Err(Refusal::TooNew));
}

#[test]
fn f10_an_old_build_in_another_tab_does_not_write_over_a_newer_schema() {
    let mut local = store();
    assert_eq!(may_write(Some("1"), Some(&SCHEMA.to_string()), 1), Ok(()));
    assert_eq!(may_write(Some("1"), Some("3"), 1), Err(Refusal::TooNew));
    set(&mut local, &Key::Schema, "3");
    let result = both(&local, &store());
    assert!(result.refuses_writing && result.second == Repair::default());
    assert_eq!(result.notebook.n_notes(), 3, "what can be read is shown");
}

fn schema_1(n: u8, text: &str, modified: i64) -> String {
    let id = id(n);
    let json = format!(
        "{{\"id\":\"{id}\",\"partnership\":\"who\",\"text\":\"{text}\",\"tags\":[\"a\"],\"created\":5,\"modified\":{modified}}}"
    );
    sealed(&json).replacen("2 1 ", "1 1 ", 1)
}

/// As schema 1 sealed it.
fn sealed_1(n: u8, text: &str, modified: i64) -> String {
    let wrong = schema_1(n, text, modified);
    let json = wrong.splitn(4, ' ').nth(3).unwrap();
    let mut crc = !0_u32;
    for byte in ["1 1 ", json].concat().bytes() {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    format!("1 1 {:08x} {json}", !crc)
}

#[test]
fn f11_notes_of_the_old_schema_are_read_and_migrated() {
    let old = sealed_1(4, "old", 9);
    let stored = decode(&old).unwrap();
    assert_eq!(stored.schema, 1);
    let content = stored.record.shown().unwrap();
    assert_eq!((content.text.as_str(), content.created.millis(), content.modified.millis()), ("old", 5, 9));
    assert_eq!((content.target.partnership(), &content.tags[..]), (Some("who"), &[String::from("a")][..]));
    let mut local = store();
    local.push((key(4), old.clone()));
    let result = both(&local, &store());
    let migrated = repaired(&local, &result.local);
    assert_eq!(result.notebook.n_notes(), 4);
    assert_eq!(
        decode(&migrated.iter().find(|(known, _)| *known == key(4)).unwrap().1).unwrap().schema,
        SCHEMA
    );
}

#[test]
fn f12_a_migration_that_was_cut_short_goes_on_and_doubles_nothing() {
    let old: Vec<Pair> = (4..8).map(|n| (key(n), sealed_1(n, "old", 9))).collect();
    let whole = both(&old, &old);
    for n_written in 0..=whole.local.puts.len() {
        let mut cut = whole.local.clone();
        cut.puts.truncate(n_written);
        let result = both(&repaired(&old, &cut), &old);
        assert_eq!(result.notebook.records(), whole.notebook.records());
        assert!(result.notebook.records().iter().all(|it| it.siblings().len() == 1));
    }
}

#[test]
fn f13_of_two_old_copies_of_one_note_the_later_wins() {
    let result = both(&[(key(4), sealed_1(4, "later", 9))], &[(key(4), sealed_1(4, "earlier", 8))]);
    let record = result.notebook.record(&id(4)).unwrap();
    assert_eq!((record.siblings().len(), record.shown().unwrap().text.as_str()), (1, "later"));
}

#[test]
fn f14_a_key_given_twice_is_read_twice_and_kept_once() {
    let mut local = store();
    local.extend(store());
    let result = both(&local, &store());
    assert_eq!(result.notebook.records(), book().records());
}

#[test]
fn f15_a_missing_index_is_made_again() {
    let mut local = store();
    local.retain(|(known, _)| *known != keys().text(&Key::Index));
    let result = both(&local, &store());
    assert_eq!((result.notebook.n_notes(), result.n_missing), (3, 0));
    assert_eq!(result.local.puts, [(keys().text(&Key::Index), result.index.text())]);
}

#[test]
fn f16_a_stale_index_hides_no_note() {
    let mut local = store();
    set(&mut local, &Key::Index, &Index::default().text());
    let result = both(&local, &store());
    assert_eq!((result.notebook.n_notes(), result.n_missing), (3, 0));
}

#[test]
fn f17_an_index_that_names_more_notes_says_how_many_are_missing() {
    let mut local = store();
    local.retain(|(known, _)| *known != key(2));
    let mut second = local.clone();
    let result = both(&local, &second);
    assert_eq!((result.notebook.n_notes(), result.n_missing), (2, 1));
    set(&mut second, &Key::Index, "not an index");
    assert_eq!(both(&local, &second).n_missing, 1);
    set(&mut local, &Key::Index, "99999999999999999999999 00000000");
    assert_eq!(both(&local, &second).n_missing, 0);
}

#[test]
fn f18_a_store_that_lost_everything_is_filled_from_the_other() {
    let result = both(&[], &store());
    let mut filled = repaired(&[], &result.local);
    let mut whole = store();
    filled.sort();
    whole.sort();
    assert_eq!(filled, whole);
    assert_eq!(both(&store(), &[]).second, result.local);
}

#[test]
fn f19_foreign_keys_on_the_origin_are_left_alone() {
    let others: Vec<Pair> = [
        "theme",
        "ots-atlas:%2Fother%2F:notebook:epoch",
        "ots-atlas:%2Fatlas%2F:notebook:note:%41",
        "ots-atlas:%2Fatlas%2F:notebook:else",
        "__proto__",
        "",
    ]
    .map(|key| (key.to_owned(), String::from("7")))
    .to_vec();
    let mut local = store();
    local.extend(others.clone());
    let result = both(&local, &store());
    assert_eq!((result.epoch, &result.local, result.quarantine.len()), (1, &Repair::default(), 0));
    assert!(others.iter().all(|(key, _)| keys().parse(key).is_none()));
}

#[test]
fn f20_what_was_erased_is_not_read_though_the_erase_was_cut_short() {
    let (mut local, mut second) = (store(), store());
    set(&mut local, &Key::Epoch, "2");
    let result = both(&local, &second);
    assert_eq!((result.epoch, result.notebook.records().len()), (2, 0));
    local = repaired(&local, &result.local);
    second = repaired(&second, &result.second);
    for pairs in [&local, &second] {
        assert!(!pairs.iter().any(|(known, _)| matches!(keys().parse(known), Some(Key::Note(_)))));
    }
    let again = both(&local, &second);
    assert_eq!((again.epoch, again.local, again.second), (2, Repair::default(), Repair::default()));
}

#[test]
fn f21_a_tab_that_missed_the_erase_cannot_bring_a_note_back() {
    assert_eq!(may_write(Some("2"), Some("2"), 1), Err(Refusal::Erased));
    let record = book().record(&id(1)).unwrap().clone();
    assert_eq!(put(&record, Some(&encode(&record, 2)), 1), Err(Refusal::Erased));
    let late = vec![(key(1), encode(&record, 1)), (keys().text(&Key::Epoch), String::from("2"))];
    assert_eq!(both(&late, &[]).notebook.records().len(), 0);
}

#[test]
fn f22_two_erases_at_once_come_to_one_epoch() {
    let epoch = |pairs: &[Pair], text: &str| {
        let mut pairs = pairs.to_vec();
        set(&mut pairs, &Key::Epoch, text);
        pairs
    };
    let (local, second) = (epoch(&store(), "3"), epoch(&store(), "2"));
    let result = both(&local, &second);
    let again = both(&repaired(&local, &result.local), &repaired(&second, &result.second));
    assert_eq!((result.epoch, again.epoch, again.notebook.records().len()), (3, 3, 0));
}

#[test]
fn f23_a_damaged_epoch_key_does_not_bring_back_what_was_erased() {
    let fresh = stored(&book(), 5);
    for damaged in ["", "NaN", "-1", "1e9", "99999999999999999999", "5 ", "\u{0}"] {
        let mut local = fresh.clone();
        set(&mut local, &Key::Epoch, damaged);
        let mut old = stored(&book(), 4);
        old[0].1 =
            encode(&Notebook::new(replica(3)).write(&id(1), &Context::default(), plain("erased")).record, 4);
        let result = both(&local, &old);
        assert_eq!((result.epoch, result.notebook.records()), (5, book().records()));
    }
}

#[test]
fn f24_a_backup_can_be_imported_after_an_erase() {
    let file = exported(&book());
    let mut after = both(&[(keys().text(&Key::Epoch), String::from("2"))], &[]);
    let changed = after.notebook.import(&imported(&file).records, &|_| Choice::Both);
    assert_eq!(changed.len(), 3);
    let pairs: Vec<_> =
        changed.iter().map(|it| (keys().text(&Key::Note(it.id().clone())), encode(it, 2))).collect();
    let reopened = reconcile(&keys(), replica(3), &pairs, &[(keys().text(&Key::Epoch), String::from("2"))]);
    assert_eq!(reopened.notebook.records(), book().records());
}

#[test]
fn f25_a_clock_that_goes_back_does_not_hide_the_newer_text() {
    let mut book = Notebook::new(replica(1));
    let mut later = plain("first");
    later.modified = Instant::from_millis(4_000_000_000_000);
    let seen = book.write(&id(1), &Context::default(), later).seen;
    let mut earlier = plain("second");
    earlier.modified = Instant::from_millis(-5);
    let written = book.write(&id(1), &seen, earlier);
    assert_eq!(book.note(&id(1)).unwrap().text, "second");
    assert_eq!(decode(&encode(&written.record, 0)).unwrap().record, *written.record);
    assert!(!durability::backup_nudge(
        1,
        Some(Instant::from_millis(4_000_000_000_000)),
        Instant::from_millis(0)
    ));
    assert!(durability::backup_nudge(
        20,
        Some(Instant::from_millis(4_000_000_000_000)),
        Instant::from_millis(0)
    ));
}

#[test]
fn f26_a_clock_that_jumps_ahead_once_does_not_empty_the_trash() {
    let mut book = book();
    let today = Instant::from_millis(1_800_000_000_000);
    book.trash_notes(&[id(1)], today);
    assert!(book.purge_expired(today.plus_days(9_000), Some(today)).is_empty());
    assert!(book.purge_expired(today.plus_days(9_000), None).is_empty());
    assert_eq!(book.purge_expired(today.plus_days(31), Some(today.plus_days(30))).len(), 1);
}

#[test]
fn f27_a_clock_without_sense_is_borne() {
    for millis in [i64::MIN, -1, 0, i64::MAX] {
        let at = Instant::from_millis(millis);
        let mut book = book();
        book.trash_notes(&[id(1)], at);
        book.purge_expired(at, Some(at));
        assert_eq!(Instant::parse(&at.to_string()), Some(at));
        assert_eq!(imported(&exported(&book)).records.len(), 3);
    }
}

#[test]
fn f28_a_copied_profile_loses_no_text() {
    let start = store();
    let mut one = reconcile(&keys(), replica(5), &start, &start).notebook;
    let mut two = reconcile(&keys(), replica(6), &start, &start).notebook;
    let seen = one.record(&id(1)).unwrap().context().clone();
    one.write(&id(1), &seen, plain("one"));
    let other = two.write(&id(1), &seen, plain("two"));
    one.take(vec![(*other.record).clone()]);
    assert_eq!(one.record(&id(1)).unwrap().siblings().len(), 2);
}

#[test]
fn f29_one_version_with_two_texts_keeps_both() {
    let of = |text: &str| Notebook::new(replica(1)).write(&id(1), &Context::default(), plain(text)).record;
    let (a, b) = (of("one"), of("other"));
    assert_eq!(a.siblings()[0].dot, b.siblings()[0].dot);
    let result = both(&[(key(1), encode(&a, 0))], &[(key(1), encode(&b, 0))]);
    assert_eq!(result.notebook.record(&id(1)).unwrap().siblings().len(), 2);
}

#[test]
fn f30_a_store_rolled_back_to_an_earlier_state_takes_nothing_back() {
    let old = store();
    let mut book = both(&old, &old).notebook;
    let seen = book.record(&id(1)).unwrap().context().clone();
    book.write(&id(1), &seen, plain("newer"));
    book.trash_notes(&[id(2)], Instant::from_millis(9));
    book.purge_notes(&[id(2)]);
    let result = both(&old, &stored(&book, 1));
    assert_eq!(result.notebook.records(), book.records());
    assert_eq!(result.notebook.note(&id(1)).unwrap().text, "newer");
    assert!(result.notebook.record(&id(2)).unwrap().is_purged());
}

#[test]
fn f31_a_write_over_another_tabs_write_keeps_both() {
    let start = book();
    let seen = start.record(&id(1)).unwrap().context().clone();
    let (mut one, mut two) =
        (start.clone(), Notebook::of(replica(7), vec![(**start.record(&id(1)).unwrap()).clone()]));
    let first = put(&one.write(&id(1), &seen, plain("one")).record, Some(&sound()), 1).unwrap();
    let second = put(&two.write(&id(1), &seen, plain("two")).record, Some(&first.value), 1).unwrap();
    assert_eq!(second.record.siblings().len(), 2);
}

#[test]
fn f32_a_write_over_an_unreadable_value_sets_that_aside() {
    let written = put(book().record(&id(1)).unwrap(), Some("damaged"), 1).unwrap();
    assert_eq!(written.unreadable, Some(Unreadable::NoHead));
    let copy = keys().quarantined(1, &key(1), "damaged");
    let result = both(&[(key(1), written.value), copy], &[]);
    assert_eq!(
        (result.quarantine[0].key.as_str(), result.quarantine[0].value.as_str()),
        (&*key(1), "damaged")
    );
}

#[test]
fn f33_damaged_facts_about_backups_are_forgotten_and_nothing_else() {
    for damaged in ["", "null", "[]", "{\"changes\":-1}", "{\"lastBackup\":\"x\",\"changes\":1e99}", "{"] {
        let (mut local, mut second) = (store(), store());
        set(&mut local, &Key::Meta, damaged);
        set(&mut second, &Key::Meta, damaged);
        let result = both(&local, &second);
        assert_eq!((result.meta, result.notebook.n_notes()), (Meta::default(), 3), "{damaged}");
    }
}

#[test]
fn f34_a_note_deleted_for_ever_in_one_store_does_not_come_back_from_the_other() {
    let mut deleted = book();
    deleted.trash_notes(&[id(1)], Instant::from_millis(9));
    deleted.purge_notes(&[id(1)]);
    let result = both(&store(), &stored(&deleted, 1));
    assert!(result.notebook.record(&id(1)).unwrap().is_purged());
    let mut text = exported(&result.notebook);
    assert!(!text.contains("text 1"), "no word of it is left");
    text = repaired(&store(), &result.local).into_iter().map(|(_, value)| value).collect();
    assert!(!text.contains("text 1"));
}

#[test]
fn f35_versions_numbered_to_the_limit_are_borne() {
    let dot = Dot { counter: u64::MAX, replica: ReplicaId::FOREIGN };
    let record = atlas_core::notebook::Record::new(id(1), Vec::new(), Context::of([dot]));
    let mut book = Notebook::of(replica(1), vec![decode(&encode(&record, 0)).unwrap().record]);
    let seen = book.record(&id(1)).unwrap().context().clone();
    for n in 0..3 {
        book.write(&id(1), &seen, plain(&n.to_string()));
    }
    assert_eq!(
        book.record(&id(1)).unwrap().siblings().len(),
        3,
        "no later version is told from them, so all are kept"
    );
}

#[test]
fn f36_atlases_under_other_paths_of_one_origin_do_not_mix() {
    let other = Keys::new("/atlas/:notebook:note:");
    assert!(store().iter().all(|(key, _)| other.parse(key).is_none()));
    assert_eq!(reconcile(&other, replica(1), &store(), &store()).notebook.records().len(), 0);
}
