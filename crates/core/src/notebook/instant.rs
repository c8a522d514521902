//! Points in time and calendar days, read and written as ISO 8601 has them.
//!
//! They are shown and exported. Nothing is ordered by them that must not be lost: clocks jump.

use std::fmt;

use crate::domain::edtf::{EdtfDate, Precision};

const DAY_MILLIS: i64 = 86_400_000;

/// A point in time, in milliseconds since 1970-01-01T00:00:00Z, within the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(i64);

impl Instant {
    /// Stands for the dates of an annotation that came without any. Nothing is exported for it.
    pub const UNKNOWN: Self = Self(0);

    const FIRST: i64 = -62_135_596_800_000;
    const LAST: i64 = 253_402_300_799_999;

    /// The point in time, or the nearest there is.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(Self::FIRST, Self::LAST))
    }

    pub fn millis(self) -> i64 {
        self.0
    }

    /// This many days later, or earlier.
    #[must_use]
    pub fn plus_days(self, n_days: i64) -> Self {
        Self::from_millis(self.0.saturating_add(n_days.saturating_mul(DAY_MILLIS)))
    }

    /// Reads an xsd:dateTime with any offset; one without an offset is taken for UTC. Fractions of milliseconds
    /// are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once(['T', 't'])?;
        let mut fields = date.split('-');
        let year = digits(fields.next()?, 4)?;
        let (month, day) = (digits(fields.next()?, 2)?, digits(fields.next()?, 2)?);
        if fields.next().is_some() || year == 0 || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let days = days_of(year, month, day);
        if civil(days) != (year, month, day) {
            return None;
        }
        let (time, offset_minutes) = split_offset(time)?;
        let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let mut fields = whole.split(':');
        let (hour, minute) = (digits(fields.next()?, 2)?, digits(fields.next()?, 2)?);
        let second = digits(fields.next()?, 2)?;
        if fields.next().is_some() || hour > 24 || minute > 59 || second > 59 {
            return None;
        }
        if hour == 24 && (minute, second) != (0, 0) {
            return None;
        }
        let millis = thousandths(fraction)?;
        let minutes = hour * 60 + minute - offset_minutes;
        Some(Self::from_millis(days * DAY_MILLIS + minutes * 60_000 + second * 1000 + millis))
    }

    /// The year and month in UTC, as `2026-11`.
    pub fn month(self) -> String {
        let (year, month, _) = civil(self.0.div_euclid(DAY_MILLIS));
        format!("{year:04}-{month:02}")
    }

    /// UTC in the basic form of iCalendar, as `20261124T080000Z`.
    pub fn basic(self) -> String {
        let mut text = self.to_string();
        text.truncate(19);
        text.retain(|c| c != '-' && c != ':');
        text.push('Z');
        text
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC, as `2026-11-24T08:00:00Z`; with milliseconds where there are some.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil(self.0.div_euclid(DAY_MILLIS));
        let millis = self.0.rem_euclid(DAY_MILLIS);
        let (hour, minute, second) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if millis % 1000 > 0 {
            write!(f, ".{:03}", millis % 1000)?;
        }
        f.write_str("Z")
    }
}

/// The time without its offset, and the offset in minutes.
fn split_offset(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']) {
        return Some((time, 0));
    }
    let Some(at) = time.find(['+', '-']) else { return Some((time, 0)) };
    let (time, offset) = time.split_at(at);
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    let offset_minutes = hours * 60 + minutes;
    if minutes > 59 || offset_minutes > 14 * 60 {
        return None;
    }
    Some((time, if offset.starts_with('-') { -offset_minutes } else { offset_minutes }))
}

/// A number of exactly this many ASCII digits.
fn digits(text: &str, n_digits: usize) -> Option<i64> {
    if text.len() != n_digits || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(text.bytes().fold(0, |number, b| number * 10 + i64::from(b - b'0')))
}

fn thousandths(fraction: &str) -> Option<i64> {
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(fraction.bytes().chain(*b"000").take(3).fold(0, |number, b| number * 10 + i64::from(b - b'0')))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    // The year begins in March, so that the leap day is its last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year, month and day that lie this many days after 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// A calendar day of the years 1000 to 2999, in no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(EdtfDate);

impl Day {
    /// Reads a day as ISO 8601 writes it, `2026-11-24`.
    pub fn parse(text: &str) -> Option<Self> {
        let date = EdtfDate::parse(text).ok()?;
        let is_day =
            date.precision() == Precision::Day && date.end().is_none() && date.start().doubt().is_none();
        is_day.then_some(Self(date))
    }

    /// The day as dates are shown.
    pub fn date(self) -> EdtfDate {
        self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, utc: &str) {
        assert_eq!(Instant::parse(text).map(|it| it.to_string()).as_deref(), Some(utc));
    }

    #[test]
    fn a_time_with_an_offset_is_the_same_in_utc() {
        check("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
        check("2026-11-24T08:30:00+03:00", "2026-11-24T05:30:00Z");
        check("2026-02-28T23:30:00.5-01:30", "2026-03-01T01:00:00.500Z");
        check("2024-02-29T24:00:00", "2024-03-01T00:00:00Z");
        check("2015-01-28T12:00:00.1239999Z", "2015-01-28T12:00:00.123Z");
        assert_eq!(Instant::parse("2026-11-24T08:30:00+03:00").unwrap().basic(), "20261124T053000Z");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2026",
            "2026-02-30T00:00:00Z",
            "2026-01-01T25:00:00Z",
            "2026-01-01T24:00:01Z",
            "T",
            "2026-01-01T",
            "2026-1-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "2026-01-01T00:00:00+15:00",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+0300",
            "2026-13-01T00:00:00Z",
            "2026-01-01T00:00:0é",
            "12026-01-01T00:00:00Z",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_one_day_without_doubt() {
        assert_eq!(Day::parse("2026-11-24").unwrap().to_string(), "2026-11-24");
        for text in ["2026-11", "2026-11-31", "2026-11-24?", "2026-11-24/2026-11-25", "", "__proto__"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_instant_is_read_as_it_was_written(millis in any::<i64>()) {
            for instant in [Instant::from_millis(millis), Instant::from_millis(millis % (100 * 365 * DAY_MILLIS))] {
                prop_assert_eq!(Instant::parse(&instant.to_string()), Some(instant));
            }
        }

        #[test]
        fn reading_a_time_bears_with_any_text(text in "\\PC{0,30}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Zé-]{0,16}") {
            let _ = Instant::parse(&text);
            let _ = Day::parse(&text);
        }
    }
}
