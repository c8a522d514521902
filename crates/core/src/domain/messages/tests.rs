//! What the catalogues promise: complete, alike in keys and places, and English behind them.

use std::collections::BTreeSet;

use super::*;
use crate::domain::vocabulary::Vocabulary as _;

fn messages(lang: Lang) -> Messages {
    let path = format!("{}/../../public/locale/{}.json", env!("CARGO_MANIFEST_DIR"), lang.code());
    Messages::parse(lang, &std::fs::read_to_string(path).unwrap()).unwrap()
}

#[track_caller]
fn check_date(edtf: &str, english: &str, turkish: &str) {
    let date: Option<EdtfDate> = (!edtf.is_empty()).then(|| edtf.parse().unwrap());
    assert_eq!(messages(Lang::En).date(date.as_ref()), english);
    assert_eq!(messages(Lang::Tr).date(date.as_ref()), turkish);
}

#[test]
fn every_offered_language_has_the_keys_of_english_and_no_other() {
    let keys = |lang| messages(lang).words.messages.keys().map(str::to_owned).collect::<BTreeSet<_>>();
    for &lang in Lang::OFFERED {
        let (own, english) = (keys(lang), keys(Lang::En));
        let missing: Vec<_> = english.difference(&own).collect();
        let extra: Vec<_> = own.difference(&english).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{}: missing {missing:?}, extra {extra:?}",
            lang.code()
        );
    }
}

#[test]
fn no_language_has_a_key_that_english_lacks() {
    let english = messages(Lang::En);
    for &lang in Lang::ALL {
        for key in messages(lang).words.messages.keys() {
            assert!(english.words.messages.get(key).is_some(), "{} {key}", lang.code());
        }
    }
}

#[test]
fn a_text_has_the_same_places_in_every_language() {
    let places = |text: &str| template::names(text).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    let english = messages(Lang::En);
    for &lang in Lang::ALL {
        for (key, text) in &messages(lang).words.messages.0 {
            assert_eq!(places(text), places(english.text(key)), "{} {key}", lang.code());
            assert!(!text.trim().is_empty(), "{} {key} is empty", lang.code());
        }
    }
}

#[test]
fn every_plural_has_both_forms() {
    for key in messages(Lang::En).words.messages.keys() {
        if let Some(stem) = key.strip_suffix(".other") {
            let one = format!("{stem}.one");
            assert!(messages(Lang::En).words.messages.get(&one).is_some(), "{key} without {one}");
        }
    }
}

#[test]
fn a_missing_key_falls_back_to_english_and_then_to_itself() {
    let kazakh = Messages { lang: Lang::Kk, words: messages(Lang::Kk).words };
    assert_eq!(kazakh.text("date.undated"), messages(Lang::En).text("date.undated"));
    assert_eq!(kazakh.text("no.such.key"), "no.such.key");
}

#[test]
fn dates_are_shown_with_their_own_precision() {
    check_date("2020-09-11", "11 September 2020", "11 Eylül 2020");
    check_date("2016-04", "April 2016", "Nisan 2016");
    check_date("2023", "2023", "2023");
    check_date("2024-05-06/2024-05-10", "6–10 May 2024", "6–10 Mayıs 2024");
    check_date("2026-01~", "about January 2026", "yaklaşık Ocak 2026");
    check_date("2023?", "2023 (uncertain)", "2023 (kesin değil)");
    check_date("2023~/2024-02", "about 2023 – February 2024", "yaklaşık 2023 – Şubat 2024");
    check_date("", "undated", "tarihsiz");
}

#[test]
fn names_of_places_are_in_the_language() {
    let turkish = messages(Lang::Tr);
    assert_eq!(turkish.region("150"), "Avrupa");
    assert_eq!(Messages::english().region("150"), "Europe");
    assert_eq!(turkish.country("CH"), "İsviçre");
    assert_eq!(Messages::english().country("TR"), "Türkiye");
    assert_eq!(turkish.country("ZZ"), "ZZ");
    for region in RegionCode::all() {
        assert_ne!(turkish.region(region.code()), region.code());
    }
}

#[test]
fn every_language_has_a_name_for_every_region() {
    for &lang in Lang::ALL {
        let words = messages(lang).words;
        for region in RegionCode::all().filter(|region| !region.is_worldwide()) {
            assert!(words.regions.get(region.code()).is_some(), "{} {region}", lang.code());
        }
    }
}

#[test]
fn counts_choose_the_form_and_the_separators() {
    let json = ENGLISH.replacen(
        "\"messages\":{",
        "\"messages\":{\"test.one\": \"{n} partner in {place}\", \"test.other\": \"{n} partners in {place}\",",
        1,
    );
    let english = Messages::parse(Lang::En, &json).unwrap();
    assert_eq!(english.count("test", 1, &[("place", "Vienna")]), "1 partner in Vienna");
    assert_eq!(english.count("test", 1200, &[("place", "Vienna")]), "1,200 partners in Vienna");
}

#[test]
fn the_words_of_later_pages_are_unknown_until_they_are_learned() {
    let catalogue = format!("{}/../../public/locale/tr.json", env!("CARGO_MANIFEST_DIR"));
    let catalogue = serde_json::from_str(&std::fs::read_to_string(catalogue).unwrap()).unwrap();
    let (first, later) = halves::halves(catalogue);
    let turkish = Messages::parse(Lang::Tr, &first.to_string()).unwrap();
    assert_eq!(turkish.text("about.title"), messages(Lang::Tr).text("about.title"));
    assert_eq!(turkish.text("about.data"), "Data", "English stands in");
    assert!(!turkish.is_whole());
    turkish.learn(&later.to_string()).unwrap();
    assert!(turkish.is_whole());
    assert_eq!(turkish.text("about.data"), messages(Lang::Tr).text("about.data"));
    assert!(turkish.learn("no catalogue").is_err());
}

#[test]
fn the_two_halves_are_the_catalogue() {
    let whole: Value = serde_json::from_str(include_str!("../../../../../public/locale/en.json")).unwrap();
    let (mut first, later) = halves::halves(whole.clone());
    let messages = first.get_mut("messages").and_then(Value::as_object_mut).unwrap();
    assert!(!messages.is_empty());
    messages.extend(later.as_object().unwrap().clone());
    assert_eq!(first, whole);
}
