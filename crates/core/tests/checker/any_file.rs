//! Whatever is done to a data file, reading it never panics and never yields a claim without its source.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use atlas_core::domain::check::{self, Reading};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::place::{places, remove, set};

const JSON: &[u8] = include_bytes!("../../../../public/data/partnerships.json");

static BUNDLED: LazyLock<Value> = LazyLock::new(|| serde_json::from_slice(JSON).unwrap());
static PLACES: LazyLock<Vec<String>> = LazyLock::new(|| places(&BUNDLED));
static GOOD: LazyLock<Reading> = LazyLock::new(|| check::read(JSON).unwrap());

#[derive(Debug, Clone)]
enum Change {
    Remove,
    Put(Value),
    /// What stands at another place.
    PutWhatIsAt(Index),
}

fn change() -> impl Strategy<Value = Change> {
    let values = [
        Value::Null,
        json!(true),
        json!(0),
        json!(1e300),
        json!(""),
        json!("x"),
        json!("2023"),
        json!("javascript:alert(1)"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({ "en": "Text" }),
    ];
    prop_oneof![
        Just(Change::Remove),
        prop::sample::select(values.to_vec()).prop_map(Change::Put),
        ".{0,70}".prop_map(|text| Change::Put(Value::String(text))),
        any::<Index>().prop_map(Change::PutWhatIsAt),
    ]
}

fn apply(file: &mut Value, at: &str, change: &Change) {
    match change {
        Change::Remove => remove(file, at),
        Change::Put(value) => set(file, at, value.clone()),
        Change::PutWhatIsAt(other) => {
            let value = BUNDLED.pointer(other.get::<String>(&PLACES)).cloned();
            set(file, at, value.unwrap_or_default());
        }
    }
}

/// What holds for everything that was read, whatever the file was.
fn check_promises(file: &Value, reading: &Reading) -> Result<(), TestCaseError> {
    let records = &reading.dataset.partnerships;
    for record in records {
        for milestone in &record.milestones {
            prop_assert!(!milestone.sources.is_empty(), "{}: {}", record.id, milestone.id);
        }
        for mechanism in &record.mechanisms {
            prop_assert!(!record.mechanism_sources(mechanism).is_empty(), "{}", record.id);
        }
        prop_assert!(!record.milestones.is_empty() || !record.sources.is_empty(), "{}", record.id);
        prop_assert_eq!(record.stage.is_some(), record.is_counted(), "{}", record.id);
        prop_assert!(
            record.milestones.is_sorted_by(|newer, older| newer.date >= older.date),
            "{}",
            record.id
        );
    }
    let ids: BTreeSet<_> = records.iter().map(|record| &record.id).collect();
    prop_assert_eq!(ids.len(), records.len());
    let n_records = file.get("partnerships").and_then(Value::as_array).map_or(0, Vec::len);
    prop_assert_eq!(records.len() + reading.n_left_out, n_records);
    prop_assert!(reading.n_left_out == 0 || !reading.problems.is_empty());
    prop_assert!(reading.dataset.ots.participants.iter().all(|it| !it.sources.is_empty()));
    prop_assert!(reading.dataset.ots.documents.iter().all(|it| !it.sources.is_empty()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_file_changed_anywhere_is_read_without_panic_or_unsourced_claim(
        changes in prop::collection::vec((any::<Index>(), change()), 1..12),
    ) {
        let mut file = BUNDLED.clone();
        for (at, change) in &changes {
            apply(&mut file, at.get::<String>(&PLACES), change);
        }
        if let Ok(reading) = check::read(file.to_string().as_bytes()) {
            check_promises(&file, &reading)?;
        }
    }

    #[test]
    fn a_broken_record_takes_no_other_with_it(
        record in 0..62_usize,
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
    ) {
        let within = format!("/partnerships/{record}/");
        let own: Vec<&String> = PLACES.iter().filter(|at| at.starts_with(&within)).collect();
        let mut file = BUNDLED.clone();
        for (at, change) in &changes {
            // Another's id would take that other's place.
            let at = at.get(&own);
            if !at.ends_with("/id") {
                apply(&mut file, at, change);
            }
        }
        let reading = check::read(file.to_string().as_bytes()).unwrap();
        check_promises(&file, &reading)?;
        for (idx, other) in GOOD.dataset.partnerships.iter().enumerate() {
            prop_assert!(idx == record || reading.dataset.partnerships.contains(other), "{}", other.id);
        }
        prop_assert!(reading.n_left_out <= 1);
    }

    #[test]
    fn a_file_cut_short_is_not_json(end in 0..JSON.len() - 2) {
        prop_assert!(check::read(&JSON[..end]).is_err());
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes: Vec<u8>, at in any::<Index>()) {
        let _either = check::read(&bytes);
        // And in the middle of a file.
        let at = at.index(JSON.len().min(4000));
        let spliced = [&JSON[..at], &bytes, &JSON[at..]].concat();
        let _either = check::read(&spliced);
    }
}
