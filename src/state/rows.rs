//! The records of the result as rows: which they are, and how many a person has asked for.

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::catalogue::Answer;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::domain::vocabulary::Listing;
use leptos::prelude::*;

use super::atlas::Atlas;
use crate::browser::dom;

/// A list has so many rows until a person asks for more; and gets so many more then.
pub(crate) const ROWS_AT_ONCE: usize = 100;

/// So many rows are higher than a screen, where the page is not scrolled.
const ROWS_OF_A_SCREEN: usize = 24;

/// No row is lower.
const LEAST_ROW_PX: f64 = 50.0;

/// How many rows were asked for of an answer; of another nobody has asked for more than the first.
#[derive(Clone, Default)]
pub(crate) struct AskedRows {
    of: Option<Arc<Answer>>,
    n_more: usize,
}

impl Atlas {
    /// The records of the result of one listing, by index, in order.
    pub(crate) fn indices(self, listing: Listing) -> Vec<u32> {
        let Some(answer) = self.answer.get() else { return Vec::new() };
        if listing == Listing::Counted {
            return answer.counted.to_vec();
        }
        self.shown.with(|shown| {
            let Ok(session) = shown else { return Vec::new() };
            let briefs = &session.digest.briefs;
            let is_listed = |idx: &u32| briefs.get(*idx as usize).is_some_and(|it| it.listing == listing);
            answer.others.to_vec().into_iter().filter(is_listed).collect()
        })
    }

    /// How many rows a list has at most.
    pub(crate) fn n_asked_rows(self) -> usize {
        let answer = self.answer.get();
        self.asked_rows.with(|asked| {
            let is_same = asked.of.as_ref().zip(answer.as_ref()).is_some_and(|(of, is)| Arc::ptr_eq(of, is));
            ROWS_AT_ONCE + if is_same { asked.n_more } else { 0 }
        })
    }

    /// How many rows have to be there at once when others come, so that all that is seen is there; the others may come
    /// after the next paint. Who goes back comes to where they were.
    pub(crate) fn n_first_rows(self) -> usize {
        if dom::is_out_of_sight() {
            return 0;
        }
        self.navigation
            .known_scroll_y_px()
            .map_or(usize::MAX, |px| ROWS_OF_A_SCREEN + (px / LEAST_ROW_PX) as usize)
    }

    pub(crate) fn ask_for_more_rows(self) {
        let n_more = untrack(|| self.n_asked_rows());
        self.asked_rows.set(AskedRows { of: self.answer.get_untracked(), n_more });
    }

    /// The ids of the records of these indices.
    pub(crate) fn ids_of(self, indices: &[u32]) -> Vec<PartnershipId> {
        self.briefs(indices).iter().map(|brief| brief.id.clone()).collect()
    }

    /// The records of these indices, in brief.
    pub(crate) fn briefs(self, indices: &[u32]) -> Vec<Arc<Brief>> {
        self.shown.with_untracked(|shown| {
            let Ok(session) = shown else { return Vec::new() };
            let all = &session.digest.briefs;
            indices.iter().filter_map(|&idx| all.get(idx as usize).cloned()).collect()
        })
    }
}
