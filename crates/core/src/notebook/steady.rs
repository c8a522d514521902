//! The order of a list of notes while one of them is open for writing: nothing moves under the person's hands.

use std::collections::BTreeSet;

use super::id::NoteId;

/// The notes of `now` as they stood `before`, with new ones in front; `open` stays even if it is not written yet.
pub fn steady(before: &[NoteId], now: &[NoteId], open: &NoteId) -> Vec<NoteId> {
    let known: BTreeSet<&NoteId> = before.iter().collect();
    let there: BTreeSet<&NoteId> = now.iter().chain([open]).collect();
    let is_unwritten = !known.contains(open) && !now.contains(open);
    let new = is_unwritten.then_some(open).into_iter().chain(now).filter(|id| !known.contains(id));
    new.chain(before.iter().filter(|id| there.contains(id))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, now: &str, open: &str, expected: &str) {
        let ids = |text: &str| text.chars().map(|c| NoteId::new(&c.to_string())).collect::<Vec<_>>();
        let order = steady(&ids(before), &ids(now), &NoteId::new(open));
        assert_eq!(order.iter().map(NoteId::as_str).collect::<String>(), expected);
    }

    #[test]
    fn the_open_note_stays_where_it_is() {
        check("abc", "bac", "b", "abc");
        check("abc", "bxac", "b", "xabc");
        check("abc", "bc", "b", "bc");
    }

    #[test]
    fn a_note_that_is_not_written_yet_stands_first_and_stays_there() {
        check("ab", "ab", "n", "nab");
        check("nab", "ab", "n", "nab");
        check("nab", "nab", "n", "nab");
        check("", "", "n", "n");
    }
}
