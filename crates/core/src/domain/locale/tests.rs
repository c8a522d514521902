//! The tables against full ICU: `golden.json` is what Node made of the same dates, numbers and names.

use serde_json::Value;

use super::*;
use crate::domain::vocabulary::{Lang, Vocabulary as _};

fn golden(lang: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("golden.json")).unwrap();
    all[lang].clone()
}

fn locale(lang: &str) -> Locale {
    let path = format!("{}/../../public/locale/{lang}.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Locale::read(&file["locale"]).unwrap()
}

/// ICU's spaces around dashes differ from language to language, ours do not; and some of ours do not break.
fn without_fine_spaces(text: &str) -> String {
    let parts: Vec<_> = text
        .replace(['\u{a0}', '\u{202f}'], " ")
        .replace(" - ", " – ")
        .split('–')
        .map(|it| it.trim().to_owned())
        .collect();
    parts.join("–")
}

#[test]
fn dates_are_written_as_full_icu_writes_them() {
    for lang in Lang::ALL.iter().map(|lang| lang.code()) {
        let locale = locale(lang);
        for (edtf, expected) in golden(lang)["dates"].as_object().unwrap() {
            let written = locale.date(edtf.parse().unwrap(), |_, words| words);
            assert_eq!(
                without_fine_spaces(&written),
                without_fine_spaces(expected.as_str().unwrap()),
                "{lang} {edtf}"
            );
        }
    }
}

#[test]
fn numbers_are_written_as_full_icu_writes_them() {
    for lang in Lang::ALL.iter().map(|lang| lang.code()) {
        let locale = locale(lang);
        for (number, expected) in golden(lang)["numbers"].as_object().unwrap() {
            assert_eq!(locale.number(number.parse().unwrap()), expected.as_str().unwrap(), "{lang}");
        }
    }
}

#[test]
fn names_are_sorted_as_full_icu_sorts_them() {
    for lang in Lang::ALL.iter().map(|lang| lang.code()) {
        let locale = locale(lang);
        let expected: Vec<String> = serde_json::from_value(golden(lang)["sorted"].clone()).unwrap();
        let mut sorted = expected.clone();
        sorted.sort();
        sorted.sort_by_cached_key(|name| locale.sort_key(name));
        assert_eq!(sorted, expected, "{lang}");
    }
}

#[test]
fn dashes_are_closed_between_numbers_and_spaced_between_words() {
    let date = |edtf: &str| locale("en").date(edtf.parse().unwrap(), |_, words| words);
    assert_eq!(date("2024-05-06/2024-05-10"), "6–10 May 2024");
    assert_eq!(date("2024-04-26/2024-05-10"), "26 April – 10 May 2024");
    assert_eq!(date("2022/2026"), "2022–2026");
    assert_eq!(date("2024-05-06/2024-06"), "6 May 2024 – June 2024");
    assert_eq!(date("2024-05-06/2024-05-06"), "6 May 2024");
}

#[test]
fn decimals_follow_the_language() {
    assert_eq!(locale("en").decimal(1234.5, 1), "1,234.5");
    assert_eq!(locale("tr").decimal(-1234.5, 1), "\u{2212}1.234,5");
}

#[test]
fn oz_and_its_apostrophes_sort_alike() {
    let locale = locale("uz");
    let mut names = ["Zomin", "Oʻzbek", "O'zbek", "O’zbek", "Olma"];
    names.sort_by_cached_key(|name| locale.sort_key(name));
    assert_eq!(names[0], "Olma");
    assert_eq!(names[1], "Zomin");
}
