//! Follow-ups as a calendar (RFC 5545).

use std::sync::Arc;

use super::super::record::Record;
use super::super::web_annotation::iri_of;
use super::Names;
use crate::domain::messages::Messages;

/// No line of a calendar is longer, in octets and without its end.
const LINE_OCTETS: usize = 75;

/// How much of a note's text a calendar shows, in characters.
const SUMMARY_CHARS: usize = 60;

/// An all-day event for every note with a follow-up date, in the order given; those in the trash are left out.
pub fn icalendar(records: &[Arc<Record>], words: &Messages, names: &Names<'_>) -> String {
    let mut text = String::new();
    push(&mut text, "BEGIN:VCALENDAR");
    push(&mut text, "VERSION:2.0");
    push(&mut text, "PRODID:-//OTS Partnership Atlas//Notebook//EN");
    for record in records {
        let Some(content) = record.live() else { continue };
        let Some(day) = content.follow_up else { continue };
        let start: String =
            content.text.lines().next().unwrap_or_default().chars().take(SUMMARY_CHARS).collect();
        let title = names.title(content);
        let summary = words.format("notebook.calendar.summary", &[("title", &title), ("text", &start)]);
        push(&mut text, "BEGIN:VEVENT");
        push(&mut text, &["UID:", &escaped(&iri_of(record.id()))].concat());
        push(&mut text, &["DTSTAMP:", &content.modified.basic()].concat());
        push(&mut text, &["DTSTART;VALUE=DATE:", &day.to_string().replace('-', "")].concat());
        push(&mut text, &["SUMMARY:", &escaped(&summary)].concat());
        let description = [&content.text, "\n\n", &names.address(content)].concat();
        push(&mut text, &["DESCRIPTION:", &escaped(&description)].concat());
        push(&mut text, "TRANSP:TRANSPARENT");
        push(&mut text, "END:VEVENT");
    }
    push(&mut text, "END:VCALENDAR");
    text
}

/// TEXT of RFC 5545: what would end it is escaped, control characters are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(c),
            _ if c.is_control() => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Appends a content line, folded where it is too long and never within a character.
fn push(text: &mut String, line: &str) {
    let mut n_octets = 0;
    for c in line.chars() {
        if n_octets + c.len_utf8() > LINE_OCTETS {
            text.push_str("\r\n ");
            n_octets = 1;
        }
        text.push(c);
        n_octets += c.len_utf8();
    }
    text.push_str("\r\n");
}
