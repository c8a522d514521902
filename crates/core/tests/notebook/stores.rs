//! Stores that lost, lie or were erased: each test's name begins with the id of its row in `tests/faults.md`.

use super::generate::{plain, replica};
use super::importing::{exported, imported};
use super::stand::{book, both, id, key, set, store};
use super::storing::{keys, repaired, stored};
use atlas_core::notebook::store::{Index, Key, Pair, Refusal, Repair, encode, may_write, put, reconcile};
use atlas_core::notebook::{Choice, Context, Notebook};

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
