//! Dates of honest precision: a subset of EDTF (ISO 8601-2), no finer than the evidence.
//!
//! Read: `2020-09-11`, `2016-04`, `2023`, each with `~` (approximate) or `?` (uncertain) behind it, and intervals
//! of two of them (`2024-05-06/2024-05-10`). Not read: times, seasons, unspecified digits (`202X`), open
//! intervals, both marks at once (`%`), years outside 1000 to 2999. An undated fact has no [`EdtfDate`]: it
//! is `None`, which sorts before every date and so last when the newest come first.

use std::fmt;

/// How finely a date is known, coarsest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    Year,
    Month,
    Day,
}

/// A doubt about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// `?`: the source itself is in doubt.
    Uncertain,
    /// `~`: near this date.
    Approximate,
}

/// A day, month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: u16,
    /// 1 to 12.
    month: Option<u8>,
    /// 1 to 31, and only with a month.
    day: Option<u8>,
    doubt: Option<Doubt>,
}

impl Period {
    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    pub fn doubt(self) -> Option<Doubt> {
        self.doubt
    }

    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    fn first_day(self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last_day(self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| n_days(self.year, month)))
    }

    fn parse(text: &str) -> Result<Self, Reason> {
        let (body, doubt) = if let Some(body) = text.strip_suffix('~') {
            (body, Some(Doubt::Approximate))
        } else if let Some(body) = text.strip_suffix('?') {
            (body, Some(Doubt::Uncertain))
        } else {
            (text, None)
        };
        let mut fields = body.split('-');
        let year = fields.next().and_then(|text| number(text, 4)).ok_or(Reason::Shape)?;
        let month = fields.next().map(|text| number(text, 2).ok_or(Reason::Shape)).transpose()?;
        let day = fields.next().map(|text| number(text, 2).ok_or(Reason::Shape)).transpose()?;
        if fields.next().is_some() {
            return Err(Reason::Shape);
        }
        if !(1000..=2999).contains(&year) {
            return Err(Reason::Year);
        }
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(Reason::Month);
        }
        let (month, day) = (month.map(|it| it as u8), day.map(|it| it as u8));
        if let (Some(month), Some(day)) = (month, day)
            && !(1..=n_days(year, month)).contains(&day)
        {
            return Err(Reason::Day);
        }
        Ok(Self { year, month, day, doubt })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for field in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{field:02}")?;
        }
        match self.doubt {
            Some(Doubt::Approximate) => f.write_str("~"),
            Some(Doubt::Uncertain) => f.write_str("?"),
            None => Ok(()),
        }
    }
}

/// A date as far as it is known: one period, or an interval from one to another.
///
/// Ordered by time, later is greater. The place of a date in time is the **earliest day on which it can have
/// ended**: the day itself, the first day of a month or year, and for an interval that of its last period.
/// So a date never passes for newer than its evidence shows: `2023` stands below `2023-11` when the newest
/// come first. Of two with the same such day the more precise is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    start: Period,
    end: Option<Period>,
}

impl EdtfDate {
    /// Reads a date of the subset; every impossible one is refused with the reason.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let fail = |reason| EdtfError { text: text.to_owned(), reason };
        let (start, end) = match text.split_once('/') {
            Some((start, end)) => (start, Some(end)),
            None => (text, None),
        };
        let start = Period::parse(start).map_err(fail)?;
        let end = end.map(Period::parse).transpose().map_err(fail)?;
        if end.is_some_and(|end| end.last_day() < start.first_day()) {
            return Err(fail(Reason::Backwards));
        }
        Ok(Self { start, end })
    }

    /// The period, or the first of the interval.
    pub fn start(self) -> Period {
        self.start
    }

    /// The last period of an interval.
    pub fn end(self) -> Option<Period> {
        self.end
    }

    /// How finely the whole is known: of an interval, the coarser end.
    pub fn precision(self) -> Precision {
        let start = self.start.precision();
        self.end.map_or(start, |end| start.min(end.precision()))
    }

    /// The year that it is filed under: that of its place in time.
    pub fn year(self) -> u16 {
        self.last().year
    }

    fn last(self) -> Period {
        self.end.unwrap_or(self.start)
    }

    /// Its place in time, then what tells apart those that share it.
    fn key(self) -> impl Ord {
        let order = |it: Period| (it.first_day(), it.precision(), std::cmp::Reverse(it.doubt));
        (order(self.last()), order(self.start), self.end.is_some())
    }
}

impl Ord for EdtfDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for EdtfDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for EdtfDate {
    /// The text that [`EdtfDate::parse`] read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.start)?;
        self.end.map_or(Ok(()), |end| write!(f, "/{end}"))
    }
}

impl std::str::FromStr for EdtfDate {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

/// Why a text is no date, said to the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdtfError {
    text: String,
    reason: Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    Shape,
    Year,
    Month,
    Day,
    Backwards,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Reason::Shape => {
                "write 2020-09-11, 2020-09 or 2020, with ~ or ? behind it if in doubt, or two of them as 2020/2021"
            }
            Reason::Year => "the year must lie between 1000 and 2999",
            Reason::Month => "there is no such month",
            Reason::Day => "this month has no such day",
            Reason::Backwards => "the interval ends before it begins",
        };
        write!(f, "“{}” is not a date: {reason}", self.text)
    }
}

impl std::error::Error for EdtfError {}

/// A number of exactly `n_digits` ASCII digits.
fn number(text: &str, n_digits: usize) -> Option<u16> {
    (text.len() == n_digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn n_days(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests;
