//! Clocks, copies and tabs that run against each other: each test's name begins with the id of its row in `tests/faults.md`.

use super::generate::{plain, replica};
use super::importing::{exported, imported};
use super::stand::{book, both, id, key, set, sound, store};
use super::storing::{keys, repaired, stored};
use atlas_core::notebook::store::{Key, Keys, Meta, Unreadable, decode, encode, put, reconcile};
use atlas_core::notebook::{Context, Dot, Instant, Notebook, Record, ReplicaId, durability};

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
    let record = Record::new(id(1), Vec::new(), Context::of([dot]));
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
