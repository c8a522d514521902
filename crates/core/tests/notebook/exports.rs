//! What leaves the notebook: tables, calendars, pages and corrections that are safe to open anywhere.

use super::generate::{HOSTILE, notebook, plain, replica};
use atlas_core::domain::messages::Messages;
use atlas_core::notebook::export::{Names, corrections, csv, html, icalendar};
use atlas_core::notebook::{Content, Context, Correction, Day, NoteId, Notebook};
use proptest::prelude::*;

const NAMES: Names<'static> = Names {
    name_of: &|id| (id == "who").then(|| String::from("World Health Organization")),
    address_of: &|id| format!("https://atlas.example/partners/{id}/"),
};

fn hostile() -> Notebook {
    let mut book = Notebook::new(replica(1));
    for (n, text) in HOSTILE.iter().enumerate() {
        let content = Content {
            tags: vec![(*text).to_owned()],
            follow_up: Day::parse("2026-11-24"),
            correction: Some(Correction {
                field: (*text).to_owned(),
                old: String::new(),
                proposed: (*text).to_owned(),
                source: String::from("javascript:alert(1)"),
            }),
            ..plain(text)
        };
        book.write(&NoteId::random([n as u8; 16]), &Context::default(), content);
    }
    book
}

proptest! {
    #[test]
    fn a_calendar_has_short_lines_and_nothing_that_ends_them_early(book in notebook()) {
        let calendar = icalendar(book.records(), &Messages::english(), &NAMES);
        prop_assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
        for line in calendar.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{}", line);
            prop_assert!(!line.contains(|c: char| c.is_control() && c != '\t'), "{}", line);
        }
        let unfolded = calendar.replace("\r\n ", "");
        let n_events = book.notes().filter(|(_, it)| it.follow_up.is_some()).count();
        prop_assert_eq!(unfolded.matches("\r\nBEGIN:VEVENT\r\nUID:").count(), n_events);
        for line in unfolded.split_terminator("\r\n") {
            prop_assert!(line.split_once(':').is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_uppercase() || b"=;".contains(&b))), "{}", line);
        }
    }

    #[test]
    fn a_page_holds_no_markup_of_a_note(book in notebook()) {
        let page = html(book.records(), &Messages::english(), &NAMES);
        let plain = html(&[], &Messages::english(), &NAMES);
        prop_assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("href"));
        prop_assert_eq!(page.matches("<style>").count(), 1);
        prop_assert!(page.starts_with(plain.split("</h1>").next().unwrap()));
        prop_assert_eq!(page.matches("<article>").count(), page.matches("</article>").count());
    }
}

#[test]
fn a_table_has_no_formula_and_a_row_for_every_version() {
    let table = csv(hostile().records(), &Messages::english(), &NAMES);
    assert!(table.starts_with("\u{feff}Id,Partnership,Partner,Milestone,Quote,Note,Tags,"), "{table}");
    assert!(table.contains(",'=cmd|' /C calc'!A0,"));
    assert!(!table.contains(",=cmd"));
    let mut book = Notebook::new(replica(1));
    book.write(&NoteId::new("=1"), &Context::default(), plain("one"));
    book.write(&NoteId::new("=1"), &Context::default(), plain("other"));
    let table = csv(book.records(), &Messages::english(), &NAMES);
    assert_eq!(table.matches("\r\n'=1,who,World Health Organization,").count(), 2);
}

#[test]
fn a_follow_up_is_an_event_of_one_whole_day() {
    let mut book = Notebook::new(replica(1));
    let content =
        Content { follow_up: Day::parse("2026-11-24"), ..plain("Call, ask; write\nat once \\ now") };
    book.write(&NoteId::random([1; 16]), &Context::default(), content);
    let calendar = icalendar(book.records(), &Messages::english(), &NAMES).replace("\r\n ", "");
    let expected = "BEGIN:VEVENT\r\nUID:urn:uuid:01010101-0101-4101-8101-010101010101\r\n\
        DTSTAMP:20231114T221320Z\r\nDTSTART;VALUE=DATE:20261124\r\n\
        SUMMARY:World Health Organization: Call\\, ask\\; write\r\n\
        DESCRIPTION:Call\\, ask\\; write\\nat once \\\\ now\\n\\nhttps://atlas.example/partners/who/\r\n\
        TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    assert!(calendar.contains(expected), "{calendar}");
}

#[test]
fn corrections_are_a_list_that_any_reader_of_json_takes() {
    let list: serde_json::Value = serde_json::from_str(&corrections(hostile().records())).unwrap();
    assert_eq!(list.as_array().unwrap().len(), HOSTILE.len());
    let first = &list[0];
    assert_eq!(first["partnership"], "who");
    assert_eq!(first["field"], HOSTILE[0]);
    assert_eq!(first["note"], HOSTILE[0]);
    assert_eq!(first["created"], "2023-11-14T22:13:20Z");
}
