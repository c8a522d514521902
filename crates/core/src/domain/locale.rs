//! How a language writes dates and numbers and orders names, from small tables of our own.
//!
//! Chromium's `Intl` has no usable data for Azerbaijani, Kazakh, Kyrgyz, Uzbek and Turkmen, so every language
//! takes this one path. `generators/locale` writes the tables from CLDR; the tests compare the results with full ICU.

mod alphabet;

use serde_json::Value;

pub use alphabet::SortKey;

use super::edtf::{EdtfDate, Period, Precision};
use super::messages::template::fill;
use crate::decimals::decimals;
use crate::file::{field, list, number, text};
use alphabet::Alphabet;

/// The tables of one language.
#[derive(Debug, Clone)]
pub struct Locale {
    /// Twelve.
    months: Vec<String>,
    date: DateTemplates,
    interval: IntervalTemplates,
    number: NumberTable,
    alphabet: Alphabet,
}

#[derive(Debug, Clone)]
struct DateTemplates {
    day: String,
    month: String,
    year: String,
}

#[derive(Debug, Clone)]
struct IntervalTemplates {
    days_of_month: String,
    days_of_year: String,
    days: String,
    months_of_year: String,
    months: String,
    years: String,
    mixed: String,
}

#[derive(Debug, Clone)]
struct NumberTable {
    decimal: String,
    group: String,
    /// How many digits must stand before the first separator: with 2, 1234 has none.
    min_grouping: usize,
}

impl Locale {
    /// Reads the tables from the `locale` of a catalogue.
    pub(super) fn read(tables: &Value) -> Result<Self, String> {
        let (date, interval) = (field(tables, "date")?, field(tables, "interval")?);
        let numbers = field(tables, "number")?;
        let months = list(tables, "months")?.iter().filter_map(Value::as_str);
        Ok(Self {
            months: months.map(str::to_owned).collect(),
            date: DateTemplates {
                day: text(date, "day")?,
                month: text(date, "month")?,
                year: text(date, "year")?,
            },
            interval: IntervalTemplates {
                days_of_month: text(interval, "days_of_month")?,
                days_of_year: text(interval, "days_of_year")?,
                days: text(interval, "days")?,
                months_of_year: text(interval, "months_of_year")?,
                months: text(interval, "months")?,
                years: text(interval, "years")?,
                mixed: text(interval, "mixed")?,
            },
            number: NumberTable {
                decimal: text(numbers, "decimal")?,
                group: text(numbers, "group")?,
                min_grouping: number(numbers, "min_grouping")? as usize,
            },
            alphabet: Alphabet::read(&text(tables, "alphabet")?),
        })
    }

    /// A date in words, with the precision that it has. `in_doubt` words an approximate or uncertain period.
    pub fn date(&self, date: EdtfDate, in_doubt: impl Fn(Period, String) -> String) -> String {
        let one = |period: Period| {
            let words = self.period(period);
            if period.doubt().is_some() { in_doubt(period, words) } else { words }
        };
        let start = date.start();
        let Some(end) = date.end().filter(|end| *end != start) else { return one(start) };
        if let Some(template) = self.interval.for_ends(start, end) {
            return self.fill(template, start, end);
        }
        let (start, end) = (one(start), one(end));
        fill(&self.interval.mixed, |name| match name {
            "start" => Some(&start),
            "end" => Some(&end),
            _ => None,
        })
    }

    fn period(&self, period: Period) -> String {
        let template = match period.precision() {
            Precision::Day => &self.date.day,
            Precision::Month => &self.date.month,
            Precision::Year => &self.date.year,
        };
        self.fill(template, period, period)
    }

    fn fill(&self, template: &str, start: Period, end: Period) -> String {
        let year = |period: Period| period.year().to_string();
        let day = |period: Period| period.day().map_or_else(String::new, |day| day.to_string());
        let month = |period: Period| {
            let idx = period.month().map(|month| usize::from(month) - 1);
            idx.and_then(|idx| self.months.get(idx)).map_or("", String::as_str)
        };
        let (start_year, start_day, end_year, end_day) = (year(start), day(start), year(end), day(end));
        fill(template, |name| {
            Some(match name {
                "day" => &start_day,
                "month" => month(start),
                "year" => &start_year,
                "end_day" => &end_day,
                "end_month" => month(end),
                "end_year" => &end_year,
                _ => return None,
            })
        })
    }

    /// A whole number with the language's separators.
    pub fn number(&self, number: u64) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with a fixed count of decimals.
    pub fn decimal(&self, number: f64, n_decimals: usize) -> String {
        let text = decimals(number, n_decimals as u32).to_string();
        let (sign, digits) =
            text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("\u{2212}", digits));
        match digits.split_once('.') {
            Some((whole, decimals)) => {
                format!("{sign}{}{}{decimals}", self.grouped(whole), self.number.decimal)
            }
            None => format!("{sign}{}", self.grouped(digits)),
        }
    }

    fn grouped(&self, digits: &str) -> String {
        if digits.len() < 3 + self.number.min_grouping {
            return digits.to_owned();
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (idx, digit) in digits.chars().enumerate() {
            if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
                grouped.push_str(&self.number.group);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// What to sort `text` by: the order of the language's alphabet.
    pub fn sort_key(&self, text: &str) -> SortKey {
        self.alphabet.sort_key(text)
    }
}

impl IntervalTemplates {
    /// The template for two ends of one precision and without doubt; the others are written out at both ends.
    fn for_ends(&self, start: Period, end: Period) -> Option<&str> {
        let is_plain = start.doubt().or(end.doubt()).is_none() && start.precision() == end.precision();
        is_plain.then(|| {
            let is_same_year = start.year() == end.year();
            let is_same_month = is_same_year && start.month() == end.month();
            match start.precision() {
                Precision::Day if is_same_month => self.days_of_month.as_str(),
                Precision::Day if is_same_year => &self.days_of_year,
                Precision::Day => &self.days,
                Precision::Month if is_same_year => &self.months_of_year,
                Precision::Month => &self.months,
                Precision::Year => &self.years,
            }
        })
    }
}

#[cfg(test)]
mod tests;
