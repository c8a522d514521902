//! What must hold between places: sources for claims, references that lead somewhere, order, headings.

use super::*;

#[test]
fn an_id_that_is_used_twice_stays_with_the_first() {
    let twice = |list: &'static str, path: &'static str, id: &'static str| {
        let again = |file: &mut Value| {
            let items = file.pointer_mut(list).and_then(Value::as_array_mut).unwrap();
            items.push(items[0].clone());
        };
        check(again, &[(path, id, DuplicateId)]);
    };
    twice("/cities", "cities[3].id", "geneva");
    twice("/sources", "sources[3].id", "page");
    twice("/ots/documents", "ots.documents[1].id", "vision");
    twice("/partnerships", "partnerships[3].id", "who");
    check_value(
        "/partnerships/0/milestones/2/id",
        json!("memorandum"),
        &[("partnerships[0].milestones[2].id", "memorandum", DuplicateId)],
    );

    let mut file = small();
    set(&mut file, "/partnerships/2/id", json!("eco"));
    let reading = read(&file);
    assert_eq!((ids(&reading), reading.n_left_out), (vec!["who", "eco"], 1));
    assert_eq!(reading.dataset.partnerships[1].partner.name.en, "Economic Cooperation Organization");
}

#[test]
fn a_record_with_a_problem_still_holds_its_id() {
    let mut file = small();
    remove(&mut file, "/partnerships/1/kind");
    set(&mut file, "/partnerships/2/id", json!("eco"));
    let reading = read(&file);
    let found: Vec<_> = reading.problems.iter().map(|it| (&*it.path, it.kind.clone())).collect();
    // And the observer that names it is not said to name nothing.
    assert_eq!(found, [("partnerships[1].kind", Missing), ("partnerships[2].id", DuplicateId)]);
    assert_eq!((ids(&reading), reading.n_left_out), (vec!["who"], 2));
}

#[test]
fn a_claim_without_a_source_is_found() {
    for (at, path) in [
        ("/partnerships/0/milestones/0/sources", "partnerships[0].milestones[0].sources"),
        ("/partnerships/0/mechanisms/1/sources", "partnerships[0].mechanisms[1].sources"),
        ("/partnerships/0/seat/sources", "partnerships[0].seat.sources"),
        ("/partnerships/1/sources", "partnerships[1].sources"),
        ("/ots/participants/0/sources", "ots.participants[0].sources"),
        ("/ots/documents/0/sources", "ots.documents[0].sources"),
    ] {
        check_without(at, &[(path, "", MissingSource)]);
        check_value(at, json!([]), &[(path, "", MissingSource)]);
    }
}

#[test]
fn a_source_without_address_needs_title_and_date() {
    let bare = json!({ "id": "report", "publisher": "A newspaper", "kind": "press" });
    check(
        |file| {
            set(file, "/sources/2", bare);
            set(file, "/partnerships", json!([]));
            remove(file, "/ots/participants/1");
        },
        &[("sources[2].title", "", Missing), ("sources[2].date", "", Missing)],
    );
}

#[test]
fn only_a_reviewed_host_makes_a_link() {
    let link = |hosts: Value| {
        let mut file = small();
        set(&mut file, "/hosts", hosts);
        let reading = read(&file);
        reading.dataset.ots.documents[0].sources[0].link().map(str::to_owned)
    };
    assert_eq!(link(json!(["example.org"])).as_deref(), Some("https://www.example.org/cooperation"));
    assert_eq!(link(json!(["other.example.org", "org"])), None);
}

#[test]
fn a_reference_to_nothing_is_found() {
    for (at, path, list) in [
        ("/ots/seat", "ots.seat", "cities"),
        ("/partnerships/0/seat/city", "partnerships[0].seat.city", "cities"),
        ("/partnerships/0/milestones/0/place", "partnerships[0].milestones[0].place", "cities"),
        ("/partnerships/0/milestones/1/sources/1", "partnerships[0].milestones[1].sources[1]", "sources"),
        ("/partnerships/0/works_in/0/sources/0", "partnerships[0].works_in[0].sources[0]", "sources"),
        ("/ots/documents/0/sources/0", "ots.documents[0].sources[0]", "sources"),
        ("/partnerships/0/mechanisms/0/milestone", "partnerships[0].mechanisms[0].milestone", "milestones"),
        ("/ots/participants/1/partner", "ots.participants[1].partner", "partnerships"),
    ] {
        check_value(at, json!("nowhere"), &[(path, "nowhere", dangling(list))]);
    }
    // A seat is a dot on the map, and a dot needs a place.
    check_value(
        "/partnerships/0/seat/city",
        json!("tehran"),
        &[("partnerships[0].seat.city", "tehran", dangling("cities[].at"))],
    );
}

#[test]
fn a_broken_source_is_not_there_for_those_that_refer_to_it() {
    let mut file = small();
    set(&mut file, "/sources/1/url", json!("javascript:alert(1)"));
    let reading = read(&file);
    let found: Vec<_> = reading.problems.iter().map(|it| (&*it.path, it.kind.clone())).collect();
    assert_eq!(
        found,
        [
            ("sources[1].url", BadAddress),
            ("partnerships[0].seat.sources[0]", dangling("sources")),
            ("partnerships[0].works_in[0].sources[0]", dangling("sources")),
            ("partnerships[0].milestones[0].sources[0]", dangling("sources")),
        ]
    );
    assert_eq!((ids(&reading), reading.n_left_out), (vec!["eco", "fund"], 1));
}

#[test]
fn a_broken_milestone_can_be_referred_to() {
    check_value(
        "/partnerships/0/milestones/1/date",
        json!("2020-09-31"),
        &[("partnerships[0].milestones[1].date", "2020-09-31", ImpossibleDate)],
    );
}

#[test]
fn worldwide_stands_alone() {
    let path = "partnerships[0].works_in";
    let at = "/partnerships/0/works_in/1/region";
    check_value(at, json!("worldwide"), &[(path, "", WorldwideNotAlone)]);
    // Even beside an area that has a problem of its own.
    check(
        |file| {
            set(file, "/partnerships/0/works_in/1/region", json!("worldwide"));
            remove(file, "/partnerships/0/works_in/0/reason");
        },
        &[("partnerships[0].works_in[0].reason", "", Missing), (path, "", WorldwideNotAlone)],
    );
}

#[test]
fn a_counted_record_says_where_the_relation_stands() {
    let needs = |field| CountedNeeds { field };
    check_without("/partnerships/0/stage", &[("partnerships[0].stage", "", needs("stage"))]);
    check_without("/partnerships/0/summary", &[("partnerships[0].summary", "", needs("summary"))]);
    check_without("/partnerships/0/works_in", &[("partnerships[0].works_in", "", needs("works_in"))]);
    check_without("/partnerships/0/mechanisms", &[("partnerships[0].mechanisms", "", needs("mechanisms"))]);
    check_without("/partnerships/0/name/tr", &[("partnerships[0].name", "", needs("name.tr"))]);
    let sectors = "/partnerships/0/sectors";
    check_value(sectors, json!([]), &[("partnerships[0].sectors", "", needs("sectors"))]);
    let mechanism = ("partnerships[0].mechanisms[0].milestone", "memorandum", dangling("milestones"));
    let milestones = ("partnerships[0].milestones", "", needs("milestones"));
    check_without("/partnerships/0/milestones", &[mechanism, milestones]);
}

#[test]
fn only_a_counted_record_has_a_stage() {
    let stage = ("partnerships[1].stage", "dialogue", OnlyForCounted);
    check_value("/partnerships/1/stage", json!("dialogue"), &[stage]);
}

#[test]
fn milestones_stand_newest_first_and_undated_ones_last() {
    let swap = |a: usize, b: usize| {
        move |file: &mut Value| {
            file.pointer_mut("/partnerships/0/milestones").unwrap().as_array_mut().unwrap().swap(a, b);
        }
    };
    let (second, third) = ("partnerships[0].milestones[1].date", "partnerships[0].milestones[2].date");
    check(swap(0, 1), &[(second, "2024-05-06/2024-05-10", NotNewestFirst)]);
    check(swap(1, 2), &[(third, "2020-09-11", NotNewestFirst)]);
    // Even where one has a problem of its own.
    check(
        |file| {
            swap(0, 1)(file);
            remove(file, "/partnerships/0/milestones/1/title");
        },
        &[
            ("partnerships[0].milestones[1].title", "", Missing),
            (second, "2024-05-06/2024-05-10", NotNewestFirst),
        ],
    );
}

#[test]
fn a_marker_needs_its_place() {
    let at = "/settings/northern_cyprus_at";
    check_without(at, &[("settings.northern_cyprus_at", "", Missing)]);
    check(
        |file| {
            remove(file, at);
            set(file, "/settings/northern_cyprus", json!("hidden"));
        },
        &[],
    );
}
