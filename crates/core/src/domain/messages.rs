//! The words of the interface in the reader's language, over English.
//!
//! One catalogue a language (`public/locale/<lang>.json`), fetched when it is chosen; English is compiled in and
//! stands in for whatever is missing. Both come in two halves: see [`halves`].

pub mod halves;
pub(crate) mod template;

use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::edtf::{Doubt, EdtfDate};
use super::locale::{Locale, SortKey};
use super::region::RegionCode;
use super::vocabulary::Lang;
use crate::file;
use crate::order::sort_by;
use template::fill;

const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.first.json"));
const LATER_ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.later.json"));

/// The words, names and tables of one language, with English behind them. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Messages {
    lang: Lang,
    words: Arc<Words>,
}

/// A catalogue as its file has it.
#[derive(Debug)]
struct Words {
    messages: Table,
    /// The words of pages that come later, once they are here.
    later: OnceLock<Table>,
    locale: Locale,
    /// By UN M49 code.
    regions: Table,
    /// By ISO 3166-1 alpha-2.
    countries: Table,
}

impl Words {
    fn read(json: &str) -> Result<Self, String> {
        let file = file::parse(json)?;
        let table = |name| file::field(&file, name).map(Table::read);
        Ok(Self {
            messages: table("messages")?,
            later: OnceLock::new(),
            locale: Locale::read(file::field(&file, "locale")?)?,
            regions: table("regions")?,
            countries: table("countries")?,
        })
    }

    fn learn(&self, json: &str) -> Result<(), String> {
        let table = Table::read(&file::parse(json)?);
        // Learned already: from the same file.
        let _known = self.later.set(table);
        Ok(())
    }

    fn message(&self, key: &str) -> Option<&str> {
        self.messages.get(key).or_else(|| self.later.get()?.get(key))
    }
}

/// Texts by their keys, sorted.
#[derive(Debug)]
struct Table(Vec<(String, String)>);

impl Table {
    /// What is no text is left out: English stands in for it.
    fn read(object: &Value) -> Self {
        let mut table = Vec::new();
        for (key, text) in object.as_object().into_iter().flatten() {
            if let Some(text) = text.as_str() {
                table.push((key.clone(), text.to_owned()));
            }
        }
        sort_by(&mut table, |a, b| a.0.cmp(&b.0));
        Self(table)
    }

    fn get(&self, key: &str) -> Option<&str> {
        let idx = self.0.partition_point(|(known, _)| known.as_str() < key);
        self.0.get(idx).filter(|(known, _)| known == key).map(|(_, text)| text.as_str())
    }

    #[cfg(test)]
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }
}

/// Why a text is no catalogue of a language; for developers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACatalogue(String);

impl fmt::Display for NotACatalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotACatalogue {}

impl Messages {
    /// English, which is always there.
    pub fn english() -> Self {
        Self { lang: Lang::En, words: Arc::clone(english()) }
    }

    /// Reads the catalogue of a language.
    ///
    /// # Errors
    /// If the text is no catalogue.
    pub fn parse(lang: Lang, json: &str) -> Result<Self, NotACatalogue> {
        Ok(Self { lang, words: Arc::new(Words::read(json).map_err(NotACatalogue)?) })
    }

    /// Adds the words of pages that come later.
    ///
    /// # Errors
    /// If the text is no such half of a catalogue.
    pub fn learn(&self, json: &str) -> Result<(), NotACatalogue> {
        self.words.learn(json).map_err(NotACatalogue)
    }

    /// Whether the words of pages that come later are here.
    pub fn is_whole(&self) -> bool {
        self.words.later.get().is_some()
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text under `key`: in this language, or in English, or the key itself.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.known(key).unwrap_or(key)
    }

    fn known(&self, key: &str) -> Option<&str> {
        self.words.message(key).or_else(|| english().message(key))
    }

    /// The text under `key` with its `{places}` filled.
    pub fn format(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value))
    }

    /// The text under `key.one` or `key.other`, whichever suits `n`, with `{n}` and the other places filled.
    ///
    /// All eight languages have these two forms; the Turkic ones and Hungarian keep the noun singular after a
    /// numeral, and say so by writing both alike.
    pub fn count(&self, key: &str, n: u64, values: &[(&str, &str)]) -> String {
        let form = if n == 1 { "one" } else { "other" };
        let number = self.number(n);
        let all: Vec<_> = [("n", number.as_str())].into_iter().chain(values.iter().copied()).collect();
        self.format(&format!("{key}.{form}"), &all)
    }

    /// A date in words, with its doubt; "undated" for none.
    pub fn date(&self, date: Option<&EdtfDate>) -> String {
        let Some(date) = date else { return self.text("date.undated").to_owned() };
        self.words.locale.date(*date, |period, words| match period.doubt() {
            Some(Doubt::Approximate) => self.format("date.about", &[("date", &words)]),
            Some(Doubt::Uncertain) => self.format("date.uncertain", &[("date", &words)]),
            None => words,
        })
    }

    /// A whole number with separators.
    pub fn number(&self, n: u64) -> String {
        self.words.locale.number(n)
    }

    /// A number with a fixed count of decimals.
    pub fn decimal(&self, number: f64, n_decimals: usize) -> String {
        self.words.locale.decimal(number, n_decimals)
    }

    /// The name of a region by its UN M49 code, or of working `worldwide`; or that code.
    pub fn region<'a>(&'a self, code: &'a str) -> &'a str {
        if code == RegionCode::WORLDWIDE.code() {
            return self.text("region.worldwide");
        }
        self.words.regions.get(code).or_else(|| english().regions.get(code)).unwrap_or(code)
    }

    /// The name of a country by its ISO 3166-1 alpha-2 code, or that code.
    pub fn country<'a>(&'a self, iso2: &'a str) -> &'a str {
        self.words.countries.get(iso2).or_else(|| english().countries.get(iso2)).unwrap_or(iso2)
    }

    /// What to sort a name by in this language.
    pub fn sort_key(&self, name: &str) -> SortKey {
        self.words.locale.sort_key(name)
    }

    /// The order of two names in this language. To sort many, sort by [`Messages::sort_key`].
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.sort_key(a).cmp(&self.sort_key(b))
    }
}

/// Two are equal if they are of one language: there is one catalogue for each.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

#[expect(clippy::expect_used, reason = "compiled in; the tests read it, so that a bad file never ships")]
fn english() -> &'static Arc<Words> {
    static WORDS: OnceLock<Arc<Words>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let words = Arc::new(Words::read(ENGLISH).expect("the English catalogue is sound"));
        // The native tools are one file; only in a browser do parts come later.
        if !cfg!(target_arch = "wasm32") {
            words.learn(LATER_ENGLISH).expect("so is its other half");
        }
        words
    })
}

/// Adds the English words of pages that come later. To be called by each part of the app that loads later and by
/// nothing else, so that they come with these.
#[expect(clippy::expect_used, reason = "as above")]
pub fn learn_later_english() {
    let english = english();
    if english.later.get().is_none() {
        english.learn(LATER_ENGLISH).expect("the other half of the English catalogue is sound");
    }
}

#[cfg(test)]
mod tests;
