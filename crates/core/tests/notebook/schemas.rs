//! Notes of other schemas, newer and older: each test's name begins with the id of its row in `tests/faults.md`.

use super::stand::{book, both, id, key, sealed, set, store, value};
use super::storing::repaired;
use atlas_core::notebook::store::{Key, Pair, Refusal, Repair, SCHEMA, Unreadable, decode, may_write, put};

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

fn sealed_1(n: u8, text: &str, modified: i64) -> String {
    let id = id(n);
    let json = format!(
        "{{\"id\":\"{id}\",\"partnership\":\"who\",\"text\":\"{text}\",\"tags\":[\"a\"],\"created\":5,\"modified\":{modified}}}"
    );
    sealed(1, &json)
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
