//! What lists and marks ask: search, groups, orders, due follow-ups, and what needs review.

use super::generate::{plain, replica};
use atlas_core::domain::check;
use atlas_core::domain::dataset::Dataset;
use atlas_core::notebook::{
    Change, Content, Context, Day, Flag, Grouping, Instant, NoteFilter, NoteId, NoteOrder, Notebook, Part,
    Priority, Search, Target, Where, grouped,
};

fn id(n: u8) -> NoteId {
    NoteId::random([n; 16])
}

fn on(partnership: &str, part: Part, seen: &str) -> Target {
    Target::Partnership { partnership: partnership.into(), part, seen: seen.into(), edition: None }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn book() -> Notebook {
    let mut book = Notebook::new(replica(1));
    let at = |n: i64| Instant::from_millis(1_700_000_000_000 + n * 86_400_000 * 20);
    let who = Content {
        tags: vec!["sağlık".into(), "a".into()],
        flag: Some(Flag::Question),
        follow_up: Some(day("2026-11-24")),
        modified: at(3),
        ..plain("Ask about Işık Göl")
    };
    let tika = Content {
        target: on("tika", Part::Whole, "TIKA"),
        tags: vec!["a".into()],
        priority: Some(Priority::High),
        follow_up: Some(day("2026-12-01")),
        modified: at(1),
        ..plain("Second")
    };
    let foreign =
        Content { target: Target::Foreign("http://example.org".into()), modified: at(2), ..plain("Third") };
    for (n, content) in [(1, who), (2, tika), (3, foreign)] {
        book.write(&id(n), &Context::default(), content);
    }
    book.write(&id(4), &Context::default(), plain("In the trash"));
    book.trash_notes(&[id(4)], at(4));
    book
}

fn dataset() -> Dataset {
    check::read(include_bytes!("../../../../public/data/partnerships.json")).unwrap().dataset
}

#[test]
fn a_note_is_found_by_the_beginnings_of_its_words_however_they_are_typed() {
    let mut search = Search::default();
    let mut book = book();
    let names = |id: &str| (id == "who").then(|| String::from("World Health Organization WHO DSÖ"));
    search.update(&book, &names);
    let check = |search: &Search, text: &str, expected: &[u8]| {
        let found: Vec<_> = search.find(text).iter().map(|it| it.id().clone()).collect();
        assert_eq!(found, expected.iter().map(|n| id(*n)).collect::<Vec<_>>(), "{text}");
    };
    check(&search, "isik", &[1]);
    check(&search, "ASK ış", &[1]);
    check(&search, "saglik world dso", &[1]);
    check(&search, "health second", &[]);
    check(&search, "tika", &[2]);
    check(&search, "", &[1, 2, 3]);
    check(&search, "trash", &[]);
    book.write(&id(2), &Context::default(), plain("Another version"));
    book.write(&id(0), &Context::default(), plain("Earlier id"));
    search.update(&book, &names);
    check(&search, "another", &[2]);
    check(&search, "second", &[2]);
    check(&search, "earlier", &[0]);
}

#[test]
fn marks_tags_and_filters_leave_out_the_trash() {
    let book = book();
    let marks = book.marks(day("2026-11-24"));
    assert_eq!(marks.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["tika", "who"]);
    assert!(!marks[0].1.is_due && marks[1].1.is_due && marks[1].1.flags[Flag::Question as usize]);
    assert_eq!((marks[1].1.n_notes, book.notes_of("who").len()), (1, 1));
    assert_eq!(book.tags(), [(String::from("a"), 2), (String::from("sağlık"), 1)]);
    let with = |filter: NoteFilter| book.partnerships_with(&filter);
    assert_eq!(with(NoteFilter::default()), ["tika", "who"]);
    assert_eq!(with(NoteFilter { flag: Some(Flag::Question), ..NoteFilter::default() }), ["who"]);
    assert_eq!(with(NoteFilter { tag: Some("a".into()), due: Some(day("2026-11-30")), flag: None }), ["who"]);
    assert_eq!(
        book.due(day("2026-12-01")).iter().map(|it| it.id().clone()).collect::<Vec<_>>(),
        [id(1), id(2)]
    );
}

#[test]
fn notes_are_grouped_and_sorted() {
    let book = book();
    let all = || book.notes().map(|(record, _)| std::sync::Arc::clone(record)).collect::<Vec<_>>();
    let check = |grouping, order, expected: &[(Option<&str>, &[u8])]| {
        let groups = grouped(all(), grouping, order);
        let found: Vec<(Option<&str>, Vec<NoteId>)> = groups
            .iter()
            .map(|it| (it.key.as_deref(), it.notes.iter().map(|it| it.id().clone()).collect()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(key, notes)| (*key, notes.iter().map(|n| id(*n)).collect::<Vec<_>>()))
            .collect();
        assert_eq!(found, expected);
    };
    check(Grouping::None, NoteOrder::Modified, &[(None, &[1, 3, 2])]);
    check(Grouping::None, NoteOrder::FollowUp, &[(None, &[1, 2, 3])]);
    check(Grouping::None, NoteOrder::Priority, &[(None, &[2, 1, 3])]);
    let by_tag: &[(Option<&str>, &[u8])] = &[(Some("a"), &[1, 2]), (Some("sağlık"), &[1]), (None, &[3])];
    check(Grouping::Tag, NoteOrder::Modified, by_tag);
    check(
        Grouping::Partnership,
        NoteOrder::Modified,
        &[(Some("tika"), &[2]), (Some("who"), &[1]), (None, &[3])],
    );
    check(Grouping::Flag, NoteOrder::Modified, &[(Some("question"), &[1]), (None, &[3, 2])]);
    let by_month: &[(Option<&str>, &[u8])] = &[(Some("2024-01"), &[1]), (Some("2023-12"), &[3, 2])];
    check(Grouping::Month, NoteOrder::Modified, by_month);
}

#[test]
fn what_vanished_or_changed_stands_apart_with_what_was_seen() {
    let dataset = dataset();
    let who = dataset.partnerships.iter().find(|it| it.id.as_str() == "who").unwrap();
    let milestone = &who.milestones[0];
    let quote = |exact: &str, place| Part::Quote {
        exact: exact.into(),
        prefix: String::new(),
        suffix: String::new(),
        place,
    };
    let check = |target: Target, expected: Option<Change>| {
        let mut book = Notebook::new(replica(1));
        book.write(&id(1), &Context::default(), Content { target, ..plain("") });
        let found = book.needs_review(&dataset);
        assert_eq!(found.first().map(|it| it.change.clone()), expected);
        if expected.is_some() {
            assert_eq!(found[0].seen, "seen");
        }
    };
    let changed = |text: &str| Some(Change::TextChanged(Some(text.to_owned())));
    let name = who.partner.name.en.as_str();
    check(on("who", Part::Whole, name), None);
    check(on("who", Part::Whole, "seen"), changed(name));
    check(on("gone", Part::Whole, "seen"), Some(Change::PartnershipGone));
    check(on("__proto__", Part::Whole, "seen"), Some(Change::PartnershipGone));
    check(on("who", Part::Milestone(milestone.id.clone()), &milestone.title.en), None);
    check(on("who", Part::Milestone(milestone.id.clone()), "seen"), changed(&milestone.title.en));
    check(on("who", Part::Milestone("gone".into()), "seen"), Some(Change::MilestoneGone));
    check(
        on("who", quote("no such words", Where::Milestone("gone".into())), "seen"),
        Some(Change::MilestoneGone),
    );
    let summary = who.summary.as_ref().unwrap().en.as_str();
    check(on("who", quote(&summary[..10], Where::Summary), "seen"), None);
    check(on("who", quote("no such words", Where::Summary), "seen"), changed(summary));
    check(Target::Foreign("http://example.org".into()), None);
}
