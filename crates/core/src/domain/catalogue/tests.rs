//! The catalogue against a plain loop over the same records.

use std::borrow::Cow;

use proptest::prelude::*;

use atlas_index::{Quality, score};

use super::*;
use crate::domain::edtf::EdtfDate;
use crate::domain::fold::{QueryTerm, each_index_word, query_terms};

#[derive(Debug, Clone)]
struct Record {
    is_counted: bool,
    values: Filter,
    newest: Option<EdtfDate>,
    name: String,
    texts: Vec<(Field, String)>,
}

impl Record {
    fn entry(&self) -> Entry<'_> {
        Entry {
            is_counted: self.is_counted,
            values: self.values,
            newest: self.newest,
            name_key: Messages::english().sort_key(&self.name),
            texts: self.texts.iter().map(|(field, text)| (*field, Cow::Borrowed(text.as_str()))).collect(),
        }
    }

    /// Every word with its weight.
    fn words(&self) -> Vec<(String, u8)> {
        let mut words = Vec::new();
        for (field, text) in &self.texts {
            each_index_word(text, |word| words.push((word.to_owned(), *field as u8)));
            if let ([term], Field::Name, false) = (&query_terms(text)[..], field, text.contains(' ')) {
                let whole = if term.joined.is_empty() { &term.parts[0] } else { &term.joined };
                words.extend(whole.iter().map(|form| (form.clone(), Field::Whole as u8)));
            }
        }
        words
    }
}

/// The answer of a plain loop.
struct Oracle<'a> {
    records: &'a [Record],
    query: &'a Query,
    words: Vec<Vec<(String, u8)>>,
    /// For each record; `None` for one that lacks a word.
    scores: Vec<Option<u16>>,
}

impl<'a> Oracle<'a> {
    fn new(records: &'a [Record], query: &'a Query) -> Self {
        let words: Vec<_> = records.iter().map(Record::words).collect();
        let mut oracle = Self { records, query, words, scores: Vec::new() };
        oracle.scores = oracle.words.iter().map(|words| oracle.score(words)).collect();
        oracle
    }

    fn score_of_word(&self, forms: &[String], words: &[(String, u8)]) -> Option<u8> {
        let is_known = |form: &String| self.words.iter().flatten().any(|(word, _)| word.starts_with(form));
        let is_known = forms.iter().any(is_known);
        let quality = |word: &str, form: &String| {
            if word == form {
                Some(Quality::Exact)
            } else if word.starts_with(form) {
                Some(Quality::Prefix)
            } else if is_known || form.len() < 5 {
                None
            } else {
                match (distance_of_beginning(form, word), form.len()) {
                    (1, _) => Some(Quality::OneTypo),
                    (2, 9..) => Some(Quality::TwoTypos),
                    _ => None,
                }
            }
        };
        let scores = words.iter().flat_map(|(word, weight)| {
            forms.iter().filter_map(move |form| Some(score(quality(word, form)?, *weight)))
        });
        scores.max()
    }

    fn score(&self, words: &[(String, u8)]) -> Option<u16> {
        let score_of_term = |term: &QueryTerm| {
            let parts: Option<Vec<u8>> =
                term.parts.iter().map(|part| self.score_of_word(part, words)).collect();
            let parts = parts.and_then(|scores| scores.into_iter().min());
            parts.max(self.score_of_word(&term.joined, words)).map(u16::from)
        };
        query_terms(&self.query.text).iter().map(score_of_term).sum()
    }

    fn is_hit(&self, filter: Filter, idx: usize) -> bool {
        self.scores[idx].is_some()
            && self.query.only.as_ref().is_none_or(|only| only.contains(&(idx as u32)))
            && Facet::ALL.iter().all(|facet| {
                let mut chosen = filter.values_of(*facet).peekable();
                chosen.peek().is_none() || chosen.any(|value| self.records[idx].values.contains(value))
            })
    }

    fn hits(&self, is_counted: bool) -> Vec<u32> {
        let mut hits: Vec<usize> = (0..self.records.len())
            .filter(|idx| self.records[*idx].is_counted == is_counted)
            .filter(|idx| self.is_hit(self.query.filter, *idx))
            .collect();
        hits.sort_by_key(|idx| Messages::english().sort_key(&self.records[*idx].name));
        if self.query.sort != Sort::Name {
            hits.sort_by_key(|idx| std::cmp::Reverse(self.records[*idx].newest));
        }
        if self.query.sort == Sort::Relevance {
            hits.sort_by_key(|idx| std::cmp::Reverse(self.scores[*idx]));
        }
        hits.into_iter().map(|idx| idx as u32).collect()
    }

    fn count(&self, value: FacetValue) -> u32 {
        let filter = self.query.filter.cleared(value.facet()).with(value);
        let is_counted = |idx: &usize| self.records[*idx].is_counted && self.is_hit(filter, *idx);
        (0..self.records.len()).filter(is_counted).count() as u32
    }
}

/// The least edit distance (with swaps of neighbours) of `sought` from any beginning of `word`, by the book.
fn distance_of_beginning(sought: &str, word: &str) -> usize {
    let (a, b) = (sought.as_bytes(), word.as_bytes());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let substituted = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = substituted.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()].iter().copied().min().unwrap()
}

fn values() -> impl Strategy<Value = Filter> {
    let codes = [("sector", "health"), ("sector", "trade"), ("sector", "energy"), ("region", "150")];
    let more = [
        ("region", "155"),
        ("region", "worldwide"),
        ("seat", "142"),
        ("stage", "memorandum"),
        ("stage", "dialogue"),
    ];
    let all: Vec<FacetValue> = codes
        .iter()
        .chain(&more)
        .map(|(facet, code)| {
            let facet = Facet::ALL.iter().find(|it| it.code() == *facet).unwrap();
            facet.value(code).unwrap()
        })
        .collect();
    prop::collection::vec(prop::sample::select(all), 0..4).prop_map(|values| values.into_iter().collect())
}

fn words(n: Range<usize>) -> impl Strategy<Value = String> {
    let words = [
        "UN",
        "UN-Habitat",
        "health",
        "healthy",
        "Işık",
        "Azərbaycan",
        "Azerbaijan",
        "Türkiye",
        "azer",
        "WHO",
        "Қазақстан",
        "hearth",
        "unhabitat",
        "programme",
        "programming",
        "x",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), n).prop_map(|words| words.join(" "))
}

fn record() -> impl Strategy<Value = Record> {
    let dates = prop::sample::select(vec!["2020", "2020-05", "2024-05-06/2024-05-10", "2021-01-01"]);
    let field = prop::sample::select(vec![Field::Name, Field::Label, Field::Summary]);
    let texts = prop::collection::vec((field, words(1..3)), 0..4);
    (any::<bool>(), values(), prop::option::of(dates), words(0..2), texts).prop_map(
        |(is_counted, values, newest, name, texts)| {
            let newest = newest.map(|date| date.parse().unwrap());
            Record { is_counted, values, newest, name, texts }
        },
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        words(1..3),
        // A word with a letter less, more or other.
        (words(1..2), any::<prop::sample::Index>(), prop::option::of("[a-z]"), any::<bool>()).prop_map(
            |(word, at, letter, keeps)| {
                let chars: Vec<char> = word.chars().collect();
                let at = at.index(chars.len());
                let head: String = chars[..at].iter().collect();
                let tail: String = chars[at + usize::from(!keeps)..].iter().collect();
                format!("{head}{}{tail}", letter.unwrap_or_default())
            }
        ),
    ]
}

proptest! {
    #[test]
    fn the_index_answers_as_a_plain_loop_does(
        records in prop::collection::vec(record(), 0..12),
        text in text(),
        filter in values(),
        sort in prop::sample::select(Sort::ALL),
        // Some of them name no record, and some the same one twice.
        only in prop::option::of(prop::collection::vec(0..16_u32, 0..12)),
    ) {
        let mut builder = Builder::default();
        for record in &records {
            builder.push(record.entry());
        }
        let catalogue = builder.finish();
        let query = Query { text, filter, sort, only };
        let (answer, oracle) = (catalogue.answer(&query), Oracle::new(&records, &query));
        prop_assert_eq!(answer.counted.to_vec(), oracle.hits(true));
        prop_assert_eq!(answer.others.to_vec(), oracle.hits(false));
        for value in Facet::ALL.iter().flat_map(|facet| facet.values()) {
            prop_assert_eq!(answer.count(value), oracle.count(value), "{:?}", value);
        }
    }

    #[test]
    fn any_query_has_an_answer(text in any::<String>(), filter in values()) {
        let catalogue = Builder::default().finish();
        let query = Query { text, filter, sort: Sort::Relevance, only: None };
        prop_assert_eq!(catalogue.answer(&query).n_counted(), 0);
    }
}

#[test]
fn more_records_than_fit_one_word_of_bits_are_all_found() {
    let mut builder = Builder::default();
    for idx in 0..200 {
        let name = format!("Partner {idx}");
        builder.push(Entry {
            is_counted: idx % 2 == 0,
            values: Filter::default(),
            newest: None,
            name_key: Messages::english().sort_key(&name),
            texts: vec![(Field::Name, Cow::Owned(name))],
        });
    }
    let catalogue = builder.finish();
    let answer = catalogue.answer(&Query { text: "partner 19".into(), ..Query::default() });
    assert_eq!((answer.counted.len(), answer.others.len()), (5, 6));
}

mod on_the_data_set;
