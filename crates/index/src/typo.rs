//! Words near a mistyped one: a walk over the sorted vocabulary as if it were a trie.
//!
//! The edit distance (insertions, deletions, substitutions, swaps of neighbours) is computed row by row, a row for
//! each letter of a word. Sorted neighbours share their first letters and so their first rows, and where a row
//! leaves no hope every word that begins alike is passed over at once.

use crate::words::Vocabulary;

/// How many edits a word of this length may be away; none below five letters.
///
/// Letters are bytes: the skeleton is ASCII in every language of the OTS, and in other scripts a letter counts
/// for as many as it has.
pub(crate) fn n_edits_allowed(n_letters: usize) -> usize {
    match n_letters {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// Visits every word of which some beginning is at most `n_most` edits from `sought`, with the least number.
pub(crate) fn each_near(
    vocabulary: &Vocabulary,
    sought: &str,
    n_most: usize,
    mut visit: impl FnMut(usize, usize),
) {
    let mut walk = Walk::new(sought.as_bytes(), n_most);
    let mut previous: &[u8] = &[];
    let mut idx = 0;
    while idx < vocabulary.len() {
        let word = vocabulary.word(idx).as_bytes();
        let n_shared = previous.iter().zip(word).take_while(|(a, b)| a == b).count();
        let n_edits = walk.to(word, n_shared);
        let end = walk.hopeless_at.map_or(idx + 1, |depth| vocabulary.end_of_alike(idx, depth));
        if n_edits <= n_most {
            (idx..end).for_each(|idx| visit(idx, n_edits));
        }
        previous = word;
        idx = end;
    }
}

/// The rows for the letters of the current word, as far as they were needed.
struct Walk<'a> {
    sought: &'a [u8],
    n_most: usize,
    /// Row after row, each one longer than `sought`. Row `d` is about the first `d` letters of the word.
    rows: Vec<u8>,
    /// For each row, the least distance of `sought` from this or a shorter beginning of the word.
    best: Vec<usize>,
    /// The row from which no further letter can help.
    hopeless_at: Option<usize>,
}

impl<'a> Walk<'a> {
    fn new(sought: &'a [u8], n_most: usize) -> Self {
        let rows = (0..=sought.len()).map(|n| n.min(usize::from(u8::MAX)) as u8).collect();
        Self { sought, n_most, rows, best: vec![sought.len()], hopeless_at: None }
    }

    /// The least distance for a word that shares its first `n_shared` letters with the one before.
    fn to(&mut self, word: &[u8], n_shared: usize) -> usize {
        if self.hopeless_at.is_none_or(|depth| n_shared < depth) {
            self.hopeless_at = None;
            let depth = n_shared.min(self.best.len() - 1);
            self.best.truncate(depth + 1);
            self.rows.truncate((depth + 1) * self.width());
            while self.hopeless_at.is_none() && self.best.len() <= word.len() {
                self.push_row(word);
            }
        }
        self.best.last().copied().unwrap_or(usize::MAX)
    }

    fn width(&self) -> usize {
        self.sought.len() + 1
    }

    fn push_row(&mut self, word: &[u8]) {
        let (depth, width) = (self.best.len(), self.width());
        let above = (depth - 1) * width;
        let letter = word[depth - 1];
        self.rows.push(depth.min(usize::from(u8::MAX)) as u8);
        for at in 1..width {
            let is_other = self.sought[at - 1] != letter;
            let substituted = self.rows[above + at - 1].saturating_add(u8::from(is_other));
            let inserted = self.rows[above + at].saturating_add(1);
            let deleted = self.rows[above + width + at - 1].saturating_add(1);
            let mut least = substituted.min(inserted).min(deleted);
            let is_swap = at > 1
                && depth > 1
                && self.sought[at - 1] == word[depth - 2]
                && self.sought[at - 2] == letter;
            if is_swap {
                least = least.min(self.rows[above - width + at - 2].saturating_add(1));
            }
            self.rows.push(least);
        }
        let distance = usize::from(self.rows[above + width + width - 1]);
        self.best.push(self.best[depth - 1].min(distance));
        let least_of = |row: &[u8]| row.iter().copied().min().map_or(usize::MAX, usize::from);
        // A swap reaches back two rows, so the row above must be hopeless as well.
        let is_far = least_of(&self.rows[above + width..]) > self.n_most
            && least_of(&self.rows[above..above + width]) >= self.n_most;
        if is_far || depth >= self.sought.len() + self.n_most {
            self.hopeless_at = Some(depth);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sought: &str, words: &[&str], expected: &[(&str, usize)]) {
        let vocabulary = Vocabulary::of_sorted(words.iter().copied());
        let mut near = Vec::new();
        each_near(&vocabulary, sought, n_edits_allowed(sought.len()), |idx, n_edits| {
            near.push((idx, n_edits));
        });
        let near: Vec<_> = near.into_iter().map(|(idx, n_edits)| (words[idx], n_edits)).collect();
        assert_eq!(near, expected, "{sought}");
    }

    #[test]
    fn one_edit_of_any_kind_is_forgiven_from_five_letters() {
        let words = ["healing", "health", "heart", "hearth", "wealth"];
        check("helth", &words, &[("health", 1)]);
        check("haelth", &words, &[("health", 1)]);
        check("healtth", &words, &[("health", 1)]);
        check("heakth", &words, &[("health", 1), ("hearth", 1)]);
        check("helt", &words, &[]);
    }

    #[test]
    fn two_edits_are_forgiven_from_nine_letters() {
        check("azrebaijen", &["azerbaijan", "azure"], &[("azerbaijan", 2)]);
        check("azrebajen", &["azerbaijan"], &[]);
    }

    #[test]
    fn a_mistyped_beginning_finds_the_word() {
        check("azreb", &["azerbaijan", "azerbaijani", "azure"], &[("azerbaijan", 1), ("azerbaijani", 1)]);
    }
}
