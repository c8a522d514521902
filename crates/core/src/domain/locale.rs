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
    /// By precision.
    date: Vec<String>,
    /// By [`Interval`].
    interval: Vec<String>,
    number: NumberTable,
    alphabet: Alphabet,
}

/// The names of the templates of dates, by [`Precision`].
const DATES: [&str; 3] = ["year", "month", "day"];

/// What two dates have in common decides how an interval is written.
#[derive(Clone, Copy)]
enum Interval {
    DaysOfMonth,
    DaysOfYear,
    Days,
    MonthsOfYear,
    Months,
    Years,
    /// Ends of different precision or in doubt, each written out.
    Mixed,
}

/// The names of the templates of intervals, by [`Interval`].
const INTERVALS: [&str; 7] =
    ["days_of_month", "days_of_year", "days", "months_of_year", "months", "years", "mixed"];

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
        let texts = |table, names: &[&str]| {
            let table = field(tables, table)?;
            names.iter().map(|name| text(table, name)).collect::<Result<Vec<_>, _>>()
        };
        let numbers = field(tables, "number")?;
        let months = list(tables, "months")?.iter().filter_map(Value::as_str);
        Ok(Self {
            months: months.map(str::to_owned).collect(),
            date: texts("date", &DATES)?,
            interval: texts("interval", &INTERVALS)?,
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
        let interval = Interval::between(start, end);
        let template = template(&self.interval, interval as usize);
        if !matches!(interval, Interval::Mixed) {
            return self.fill(template, start, end);
        }
        let (start, end) = (one(start), one(end));
        fill(template, |name| match name {
            "start" => Some(&start),
            "end" => Some(&end),
            _ => None,
        })
    }

    fn period(&self, period: Period) -> String {
        self.fill(template(&self.date, period.precision() as usize), period, period)
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

fn template(templates: &[String], idx: usize) -> &str {
    templates.get(idx).map_or("", String::as_str)
}

impl Interval {
    fn between(start: Period, end: Period) -> Self {
        let is_plain = start.doubt().or(end.doubt()).is_none() && start.precision() == end.precision();
        let is_same_year = start.year() == end.year();
        let is_same_month = is_same_year && start.month() == end.month();
        match start.precision() {
            _ if !is_plain => Self::Mixed,
            Precision::Day if is_same_month => Self::DaysOfMonth,
            Precision::Day if is_same_year => Self::DaysOfYear,
            Precision::Day => Self::Days,
            Precision::Month if is_same_year => Self::MonthsOfYear,
            Precision::Month => Self::Months,
            Precision::Year => Self::Years,
        }
    }
}

#[cfg(test)]
mod tests;
