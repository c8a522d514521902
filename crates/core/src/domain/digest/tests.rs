//! The digest of the data set itself, indexed in every language that the site is offered in.

use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::{Catalogue, Facet, FacetValue, Filter, Query, Sort};
use crate::domain::check;
use crate::domain::messages::Messages;
use crate::domain::vocabulary::{Lang, Vocabulary as _};
use crate::map::seats::Seats;

fn public(path: &str) -> String {
    std::fs::read_to_string(format!("{}/../../public/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn dataset() -> Dataset {
    check::read(public("data/partnerships.json").as_bytes()).unwrap().dataset
}

fn messages(lang: Lang) -> Messages {
    Messages::parse(lang, &public(&format!("locale/{}.json", lang.code()))).unwrap()
}

fn digest() -> Digest {
    Digest::of(&dataset(), Checksum::of(&public("data/partnerships.json")))
}

#[test]
fn the_file_of_a_digest_holds_all_of_it() {
    assert_eq!(Digest::from_json(&digest().to_json()), Ok(digest()));
}

#[test]
fn every_brief_says_what_its_record_says() {
    let (dataset, digest) = (dataset(), digest());
    assert_eq!(digest.briefs.len(), dataset.partnerships.len());
    assert_eq!(digest.n_counted(), dataset.n_counted());
    for (brief, record) in digest.briefs.iter().zip(&dataset.partnerships) {
        let partner = &record.partner;
        assert_eq!((&brief.id, brief.listing, brief.stage), (&record.id, record.listing, record.stage));
        assert_eq!(
            (&brief.name, &brief.acronym, brief.kind),
            (&partner.name, &partner.acronym, partner.kind)
        );
        assert_eq!(brief.sectors, record.sectors);
        assert_eq!(brief.seat.as_ref(), partner.seat.as_ref().map(|seat| &seat.city));
        assert!(brief.works_in.iter().eq(partner.works_in.iter().map(|area| &area.region)));
        assert!(brief.mechanisms.iter().eq(record.mechanisms.iter().map(|it| &it.kind)));
        assert!(brief.observer_status().eq(record.observer_status()));
        assert_eq!(brief.newest, record.newest_milestone().and_then(|it| it.date));
        assert_eq!((&brief.evidence, brief.as_of), (&record.evidence(), record.as_of));
    }
}

/// A digest as it was made, and the same as it was read from its file, each with its index.
struct Pair {
    made: (Digest, Catalogue),
    read: (Digest, Catalogue),
}

fn pairs() -> &'static [Pair] {
    static PAIRS: std::sync::OnceLock<Vec<Pair>> = std::sync::OnceLock::new();
    let indexed = |digest: Digest, lang: Lang| {
        let languages = [&messages(lang), &Messages::english()];
        let catalogue = Catalogue::in_languages(&digest.briefs, &dataset().partnerships, &languages);
        (digest, catalogue)
    };
    PAIRS.get_or_init(|| {
        let pair = |&lang: &Lang| Pair {
            read: indexed(Digest::from_json(&digest().to_json()).unwrap(), lang),
            made: indexed(digest(), lang),
        };
        Lang::OFFERED.iter().map(pair).collect()
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let all: Vec<FacetValue> = Facet::ALL.iter().flat_map(|facet| facet.values()).collect();
    prop::collection::vec(prop::sample::select(all), 0..3).prop_map(|values| values.into_iter().collect())
}

fn any_text() -> impl Strategy<Value = String> {
    let words =
        ["", "un", "who", "health", "saglik", "dünya", "Женева", "cenevre", "ДДҰ", "memorandum", "trnsport"];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..3).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn the_list_answers_over_the_file_of_a_digest_as_over_the_data_file(
        text in any_text(),
        filter in any_filter(),
        sort in prop::sample::select(Sort::ALL),
    ) {
        let query = Query { text, filter, sort, only: None };
        for Pair { made, read } in pairs() {
            prop_assert_eq!(made.1.answer(&query), read.1.answer(&query));
        }
    }
}

#[test]
fn the_map_stands_on_the_same_seats() {
    for Pair { made, read } in pairs() {
        assert_eq!(Seats::of(&made.0.briefs), Seats::of(&read.0.briefs));
    }
}

#[test]
fn a_file_that_is_not_whole_is_no_digest() {
    let whole = digest().to_json();
    let broken = [
        whole[..whole.len() / 2].to_owned(),
        whole.replace("\"as_of\"", "\"as_if\""),
        whole.replace("\"counted\"", "\"guessed\""),
        whole.replacen("\"works_in\":[\"", "\"works_in\":[\"x", 1),
        "{}".to_owned(),
    ];
    for broken in broken {
        assert!(Digest::from_json(&broken).is_err(), "{}…", &broken[..broken.len().min(80)]);
    }
}

#[test]
fn a_digest_knows_the_file_it_is_made_from() {
    let json = public("data/partnerships.json");
    let digest = digest();
    assert_eq!(digest.checksum, Checksum::of(&format!("\u{feff}{json}")));
    assert_ne!(digest.checksum, Checksum::of(&json.replacen("1.0", "1.1", 1)));
}

#[test]
fn related_partners_share_a_sector_or_a_region() {
    let digest = digest();
    let who = PartnershipId::parse("who").unwrap();
    let related = digest.related(&who, 5);
    assert_eq!(related.len(), 5);
    let this = digest.brief(&who).unwrap();
    assert!(related.iter().all(|other| other.is_counted() && other.id != who && affinity(this, other) > 0));
    assert!(related.is_sorted_by(|a, b| affinity(this, a) >= affinity(this, b)));
}
