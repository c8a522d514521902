//! What may stand at one place: a known code, a possible date, a web address, the right type.

use super::*;

#[test]
fn a_code_outside_its_vocabulary_is_named_with_those_that_are_known() {
    check_value(
        "/partnerships/0/sectors/1",
        json!("Health"),
        &[("partnerships[0].sectors[1]", "Health", unknown_code::<Sector>())],
    );
    check_value(
        "/settings/northern_cyprus",
        json!("shown"),
        &[("settings.northern_cyprus", "shown", unknown_code::<NorthernCyprus>())],
    );
    for (at, path) in [
        ("/partnerships/0/kind", "partnerships[0].kind"),
        ("/partnerships/0/stage", "partnerships[0].stage"),
        ("/partnerships/0/listing", "partnerships[0].listing"),
        ("/partnerships/0/mechanisms/0/kind", "partnerships[0].mechanisms[0].kind"),
        ("/partnerships/0/milestones/0/mechanism", "partnerships[0].milestones[0].mechanism"),
        ("/partnerships/0/works_in/0/region", "partnerships[0].works_in[0].region"),
        ("/ots/participants/0/role", "ots.participants[0].role"),
        ("/ots/participants/0/code", "ots.participants[0].code"),
    ] {
        let mut file = small();
        set(&mut file, at, json!("nonsense"));
        let problems = read(&file).problems;
        let [Problem { path: found, value, kind: UnknownCode { known }, .. }] = &problems[..] else {
            panic!("{at}: {problems:?}");
        };
        assert_eq!((&**found, &**value), (path, "nonsense"));
        assert!(!known.is_empty());
    }
}

#[test]
fn an_id_is_a_slug() {
    check_value("/partnerships/2/id", json!("A fund"), &[("partnerships[2].id", "A fund", BadId)]);
    check_value("/ots/documents/0/id", json!("vision-"), &[("ots.documents[0].id", "vision-", BadId)]);
}

#[test]
fn a_date_must_be_possible() {
    for (date, shown) in [
        (json!("2023-02-29"), "2023-02-29"),
        (json!("2023-13"), "2023-13"),
        (json!("24.11.2026"), "24.11.2026"),
        (json!("2024-05-10/2024-05-06"), "2024-05-10/2024-05-06"),
    ] {
        for (at, path) in [
            ("/edition/date", "edition.date"),
            ("/ots/participants/0/since", "ots.participants[0].since"),
            ("/partnerships/0/as_of", "partnerships[0].as_of"),
            ("/partnerships/0/milestones/1/date", "partnerships[0].milestones[1].date"),
        ] {
            check_value(at, date.clone(), &[(path, shown, ImpossibleDate)]);
        }
    }
    check_value("/edition/date", json!(2026), &[("edition.date", "2026", wrong_type("text"))]);
}

#[test]
fn coordinates_must_be_on_the_globe() {
    let at = "/settings/northern_cyprus_at";
    check_value(
        at,
        json!([35, 90.1]),
        &[("settings.northern_cyprus_at[1]", "90.1", OffTheGlobe { limit: 90 })],
    );
    check_value(
        at,
        json!([-181, 0]),
        &[("settings.northern_cyprus_at[0]", "-181", OffTheGlobe { limit: 180 })],
    );
    let pair = wrong_type("[longitude, latitude]");
    check_value(at, json!([33.36]), &[("settings.northern_cyprus_at", "", pair)]);
    check_value(at, json!("33, 35"), &[("settings.northern_cyprus_at", "33, 35", wrong_type("list"))]);
}

#[test]
fn an_address_is_a_web_address() {
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//who.int/",
        "who.int",
        "ftp://who.int/",
        "https://",
        "https://localhost/",
        "https://editor@who.int/",
        "https://who.int:port/",
        "https://who.int/a page",
        "https://who.int/\u{7}",
        " https://who.int/",
    ] {
        check_value("/partnerships/0/site", json!(bad), &[("partnerships[0].site", bad, BadAddress)]);
        check_value("/settings/licence/url", json!(bad), &[("settings.licence.url", bad, BadAddress)]);
    }
    for bad in ["www.who.int", "Who.int", "https://who.int", "who.int/"] {
        check_value("/hosts/1", json!(bad), &[("hosts[1]", bad, BadAddress)]);
    }
}

#[test]
fn an_unknown_field_is_found_at_every_level() {
    let objects = place::places(&small()).into_iter().filter(|at| small().pointer(at).unwrap().is_object());
    let mut n_objects = 0;
    for at in objects {
        let mut file = small();
        set(&mut file, &format!("{at}/colour"), json!("red"));
        let problems = read(&file).problems;
        assert!(matches!(&problems[..], [Problem { kind: UnknownField { .. }, .. }]), "{at}: {problems:?}");
        assert!(problems[0].path.ends_with(".colour"), "{}", problems[0].path);
        n_objects += 1;
    }
    assert!(n_objects > 30, "{n_objects}");
    let known = "$schema, edition, settings, hosts, ots, cities, sources, partnerships".to_owned();
    check_value("/colour", json!("red"), &[("colour", "", UnknownField { known })]);
}

#[test]
fn a_wrong_type_is_found() {
    check_value("/edition/number", json!(1), &[("edition.number", "1", wrong_type("text"))]);
    check_value(
        "/partnerships/0/name",
        json!("WHO"),
        &[("partnerships[0].name", "WHO", wrong_type("object"))],
    );
    check_value("/partnerships/0/aliases", json!({}), &[("partnerships[0].aliases", "", wrong_type("list"))]);
    check_value(
        "/partnerships/2/seat/from_memory",
        json!("yes"),
        &[("partnerships[2].seat.from_memory", "yes", wrong_type("true or false"))],
    );
    check_value("/cities/0/at/0", Value::Null, &{
        let in_seat = ("partnerships[0].seat.city", "geneva", dangling("cities"));
        let in_place = ("partnerships[0].milestones[0].place", "geneva", dangling("cities"));
        [("cities[0].at[0]", "null", wrong_type("number")), in_seat, in_place]
    });
    let optional = "/partnerships/0/summary/tr";
    check_value(optional, Value::Null, &[("partnerships[0].summary.tr", "null", wrong_type("text"))]);
}

#[test]
fn an_empty_text_and_an_empty_list_are_found() {
    check_value("/partnerships/0/name/tr", json!(" "), &[("partnerships[0].name.tr", " ", Empty)]);
    check_value("/sources/0/title", json!(""), &{
        let mut expected = vec![("sources[0].title", "", Empty)];
        let referring = [
            "ots.participants[0].sources[0]",
            "ots.participants[1].sources[0]",
            "ots.documents[0].sources[0]",
            "partnerships[0].milestones[1].sources[0]",
            "partnerships[0].milestones[2].sources[0]",
            "partnerships[0].mechanisms[1].sources[0]",
            "partnerships[0].sources[0]",
        ];
        expected.extend(referring.map(|path| (path, "page", dangling("sources"))));
        expected
    });
    check_value("/partnerships/1/works_in", json!([]), &[("partnerships[1].works_in", "", Empty)]);
    check_value(
        "/partnerships/2/milestones",
        json!([]),
        &[("partnerships[2].milestones", "", Empty), ("partnerships[2].sources", "", MissingSource)],
    );
}

#[test]
fn what_stands_twice_in_a_list_is_found() {
    let (sector, region) = ("partnerships[0].sectors[1]", "partnerships[0].works_in[1].region");
    check_value("/partnerships/0/sectors/1", json!("health"), &[(sector, "health", DuplicateValue)]);
    check_value("/partnerships/0/works_in/1/region", json!("150"), &[(region, "150", DuplicateValue)]);
    let source = "partnerships[0].milestones[1].sources[1]";
    let at = "/partnerships/0/milestones/1/sources/1";
    check_value(at, json!("page"), &[(source, "page", DuplicateValue)]);
    check_value("/hosts/1", json!("example.org"), &[("hosts[1]", "example.org", DuplicateValue)]);
}
