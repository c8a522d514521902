//! Which rows of a long list are in the document: those near what is seen, and the one that has the focus. However long
//! the list is, they are about as many; the others leave a gap as high as they are. When other records come into a list,
//! its first rows come before the others.

use std::ops::Range;

/// Rows come and go by so many.
pub const CHUNK_ROWS: usize = 50;

/// How many chunks are in the document. Four are more than what is seen with as much above and below, for as long as it
/// is no higher than a hundred rows.
const N_CHUNKS: usize = 4;

/// Room above what is seen in which rows are there already.
const MARGIN_PX: f64 = 1000.0;

/// The height of a row of which none was measured.
const ROW_PX: f64 = 70.0;

/// The rows of a list that are in the document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowWindow {
    n_rows: usize,
    first_chunk: usize,
    /// By chunk, in pixels, as far as they were measured.
    heights_px: Vec<Option<f64>>,
    /// The row that has the focus.
    focused: Option<usize>,
    /// Stands for the records of the list.
    records: u64,
    /// The rows from here on come later.
    n_first: usize,
}

/// What stands in the list.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    Row(usize),
    /// In place of these rows.
    Gap {
        rows: Range<usize>,
        height_px: f64,
    },
}

impl RowWindow {
    /// The same part of the list when it has other records, which `records` stands for: its first rows, and more with
    /// each [`RowWindow::with_more`].
    #[must_use]
    pub fn with_records(&self, records: u64, n_rows: usize, n_first: usize) -> Self {
        let n_first = if records == self.records { n_first.max(self.n_first) } else { n_first };
        let mut window = Self { n_rows, records, n_first, ..self.clone() };
        window.heights_px.resize(n_rows.div_ceil(CHUNK_ROWS), None);
        window.focused = self.focused.filter(|row| *row < n_rows);
        window.first_chunk = window.first_chunk.min(window.last_first_chunk());
        window
    }

    /// Whether there are rows that come later.
    pub fn is_begun(&self) -> bool {
        self.n_first < self.n_rows
    }

    /// With so many more of the rows that come later.
    #[must_use]
    pub fn with_more(&self, n_more: usize) -> Self {
        Self { n_first: self.n_first.saturating_add(n_more), ..self.clone() }
    }

    /// Whether all rows are in the document, so that there is nothing to follow.
    pub fn is_whole(&self) -> bool {
        self.heights_px.len() <= N_CHUNKS
    }

    /// The rows in the document but for the one that has the focus.
    pub fn rows(&self) -> Range<usize> {
        let start = self.first_chunk * CHUNK_ROWS;
        let end = self.n_rows.min(start + N_CHUNKS * CHUNK_ROWS);
        start..end.min(start.max(self.n_first))
    }

    /// What stands in the list, in order.
    pub fn items(&self) -> Vec<Item> {
        let rows = self.rows();
        let focused = self.focused.filter(|row| !rows.contains(row));
        let focused_rows = focused.map(|row| row..row + 1);
        let before = focused_rows.clone().filter(|it| it.start < rows.start);
        let after = focused_rows.filter(|it| it.start >= rows.end);
        let mut items = Vec::new();
        let mut at = 0;
        for shown in before.into_iter().chain([rows]).chain(after) {
            self.push_gap(&mut items, at..shown.start);
            at = shown.end;
            items.extend(shown.map(Item::Row));
        }
        self.push_gap(&mut items, at..self.n_rows);
        items
    }

    fn push_gap(&self, items: &mut Vec<Item>, rows: Range<usize>) {
        if !rows.is_empty() {
            let height_px = self.top_px(rows.end) - self.top_px(rows.start);
            items.push(Item::Gap { rows, height_px });
        }
    }

    /// Where a row begins, from the beginning of the list.
    fn top_px(&self, row: usize) -> f64 {
        let (chunk, rest) = (row / CHUNK_ROWS, row % CHUNK_ROWS);
        let before: f64 = (0..chunk).map(|chunk| self.height_px(chunk)).sum();
        let n_rows = self.rows_of(chunk).len().max(1);
        before + if rest == 0 { 0.0 } else { self.height_px(chunk) * rest as f64 / n_rows as f64 }
    }

    fn rows_of(&self, chunk: usize) -> Range<usize> {
        let start = chunk * CHUNK_ROWS;
        start..self.n_rows.min(start + CHUNK_ROWS).max(start)
    }

    /// As measured, or as the rows that were.
    fn height_px(&self, chunk: usize) -> f64 {
        let measured = self.heights_px.get(chunk).copied().flatten();
        measured.unwrap_or_else(|| {
            let known = self.heights_px.iter().enumerate();
            let (px, n_rows) = known.fold((0.0, 0), |(px, n_rows), (chunk, height)| match height {
                Some(height) => (px + height, n_rows + self.rows_of(chunk).len()),
                None => (px, n_rows),
            });
            let row_px = if n_rows == 0 { ROW_PX } else { px / n_rows as f64 };
            row_px * self.rows_of(chunk).len() as f64
        })
    }

    fn last_first_chunk(&self) -> usize {
        self.heights_px.len().saturating_sub(N_CHUNKS)
    }

    /// The window when the page is scrolled: `row_tops_px` are those of the first row of each chunk in the document and
    /// of the end of the last, from the beginning of the list, and `seen_px` is where what is seen begins. The row with
    /// the focus, if one has it, stays.
    #[must_use]
    pub fn scrolled(&self, row_tops_px: &[f64], seen_px: f64, focused: Option<usize>) -> Self {
        let mut window = Self { focused, ..self.clone() };
        for (height, tops) in window.heights_px.iter_mut().skip(self.first_chunk).zip(row_tops_px.windows(2))
        {
            if let [top, bottom] = tops {
                *height = Some(bottom - top);
            }
        }
        let from_px = seen_px - MARGIN_PX;
        let mut bottom_px = 0.0;
        let is_above = |chunk: &usize| {
            bottom_px += window.height_px(*chunk);
            bottom_px < from_px
        };
        let n_above = (0..window.heights_px.len()).take_while(is_above).count();
        window.first_chunk = n_above.min(window.last_first_chunk());
        window
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn window_of(n_rows: usize) -> RowWindow {
        RowWindow::default().with_records(0, n_rows, usize::MAX)
    }

    fn height_px(items: &[Item], row_px: f64) -> f64 {
        let height = |item: &Item| match item {
            Item::Row(_) => row_px,
            Item::Gap { height_px, .. } => *height_px,
        };
        items.iter().map(height).sum()
    }

    /// The tops of chunks in the document where every row is equally high.
    fn tops_px(window: &RowWindow, row_px: f64) -> Vec<f64> {
        let rows = window.rows();
        let starts = rows.clone().step_by(CHUNK_ROWS).chain([rows.end]);
        starts.map(|row| row as f64 * row_px).collect()
    }

    #[test]
    fn a_short_list_is_whole() {
        for n_rows in [0, 1, 62, 200] {
            let window = window_of(n_rows);
            assert!(window.is_whole());
            assert_eq!(window.items(), (0..n_rows).map(Item::Row).collect::<Vec<_>>());
        }
        assert!(!window_of(201).is_whole());
    }

    #[test]
    fn what_is_seen_is_in_the_document_and_the_focus_stays() {
        let window = window_of(10_000);
        let far = window.scrolled(&tops_px(&window, 60.0), 300_000.0, Some(3));
        assert!(far.rows().contains(&5_000) && far.rows().contains(&5_030));
        let items = far.items();
        assert!(
            matches!(&items[..3], [Item::Gap { rows, .. }, Item::Row(3), Item::Gap { .. }] if *rows == (0..3))
        );
        let back = far.scrolled(&tops_px(&far, 60.0), 0.0, Some(3));
        assert_eq!(back.items()[3], Item::Row(3));
    }

    #[test]
    fn a_list_that_grows_stays_where_it_is() {
        let window = window_of(400);
        let end = window.scrolled(&tops_px(&window, 60.0), 20_000.0, None);
        assert_eq!(end.rows(), 200..400);
        assert_eq!(end.with_records(0, 500, 24).rows(), 200..400);
        assert_eq!(end.with_records(0, 10, 24).items().len(), 10);
    }

    #[test]
    fn the_first_rows_of_other_records_come_before_the_others() {
        let window = window_of(100);
        let begun = window.with_records(7, 60, 24);
        assert!(begun.is_begun() && begun.rows() == (0..24));
        assert!(matches!(begun.items().last(), Some(Item::Gap { rows, .. }) if *rows == (24..60)));
        let more = begun.with_more(30);
        assert_eq!((more.rows(), more.with_records(7, 60, 24).rows()), (0..54, 0..54));
        assert!(more.is_begun() && !more.with_more(6).is_begun());
        assert!(!window.with_records(8, 24, 24).is_begun());
        let far = window_of(400).scrolled(&tops_px(&window_of(400), 60.0), 20_000.0, None);
        assert_eq!(far.with_records(7, 400, 24).rows(), 200..200);
    }

    proptest! {
        #[test]
        fn every_row_is_there_once_few_are_in_the_document_and_the_height_never_jumps(
            n_rows in 0..3_000_usize,
            scrolls in prop::collection::vec((0.0..200_000.0_f64, prop::option::of(0..3_000_usize)), 0..6),
        ) {
            let mut window = window_of(n_rows);
            for (seen_px, focused) in scrolls {
                let focused = focused.filter(|row| *row < n_rows);
                window = window.scrolled(&tops_px(&window, 60.0), seen_px, focused);
                let items = window.items();
                let mut next = 0;
                for item in &items {
                    let rows = match item {
                        Item::Row(row) => *row..row + 1,
                        Item::Gap { rows, .. } => rows.clone(),
                    };
                    prop_assert_eq!(rows.start, next);
                    next = rows.end;
                }
                prop_assert_eq!(next, n_rows);
                let n_shown = items.iter().filter(|it| matches!(it, Item::Row(_))).count();
                prop_assert!(n_shown <= CHUNK_ROWS * N_CHUNKS + 1);
                prop_assert!((height_px(&items, 60.0) - n_rows as f64 * 60.0).abs() < 1.0);
                if seen_px < n_rows as f64 * 60.0 {
                    prop_assert!(window.rows().contains(&((seen_px / 60.0) as usize)));
                }
            }
        }
    }
}
