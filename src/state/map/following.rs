//! The map follows the result, and the partner whose page opens.

use std::sync::Arc;

use atlas_core::map::cluster::Places;
use atlas_core::map::viewport::Preset;
use leptos::prelude::*;

use super::MapState;
use crate::browser::time;
use crate::state::atlas::Atlas;

/// The cities of the result as it is now.
pub(super) fn places_of_result(atlas: Atlas) -> Arc<Places> {
    let answer = atlas.answer.get_untracked();
    atlas.shown.with_untracked(|shown| {
        let (Ok(session), Some(answer)) = (shown, answer) else { return Arc::default() };
        Arc::new(Places::new(session.seats.places(&answer.counted.to_vec())))
    })
}

impl MapState {
    /// Shows the cities of the result after the page was painted with it: no input waits for both. Zooms to them when
    /// the address narrows to something else; to Europe and Central Asia when nothing narrows any more.
    pub(super) fn follow_result(self) {
        let atlas = self.atlas;
        let mut last = None;
        Effect::new(move || {
            // Another data set may have the same records in other cities.
            let data = atlas.shown.with(|shown| shown.as_ref().ok().map_or(0, |it| Arc::as_ptr(it) as usize));
            let link = atlas.link.read();
            let (view, is_by_view) = (&link.view, link.view.bbox.is_some());
            let narrowing = (view.filter, view.text.trim().to_owned(), is_by_view);
            let now = (atlas.answer.get(), data, narrowing);
            let Some(last) = last.replace(now.clone()) else { return };
            if last == now {
                return;
            }
            let is_moved = !is_by_view && last.2 != now.2;
            time::after_next_paint(move || {
                self.has_labels.set(false);
                time::after_next_paint(move || self.has_labels.set(true));
                self.places.set(places_of_result(atlas));
                if !is_moved {
                } else if atlas.view_untracked().is_narrowed() {
                    self.show_result();
                } else {
                    self.show_preset(Preset::Eurasia);
                }
            });
        });
    }

    /// Brings the seat of the partner whose page opens into view.
    pub(super) fn follow_partner(self) {
        let atlas = self.atlas;
        Effect::new(move || {
            let at = atlas.shown.with(|shown| {
                let seats = &shown.as_ref().ok()?.seats;
                seats.city(self.open_place.get()?).map(|city| city.at)
            });
            if let Some(at) = at.filter(|_| self.has_size.get()) {
                self.reveal(at);
            }
        });
    }
}
