//! One mark: a city with its partners, as the sign of a stage or as a number in a ring of stages.

use atlas_core::decimals::{decimals, tenths};

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::PartnershipId;
use atlas_core::domain::vocabulary::Vocabulary as _;
use atlas_core::map::cluster::Mark;
use atlas_core::map::glyph;
use leptos::ev;
use leptos::prelude::*;

use crate::state::atlas::{Atlas, session};
use crate::state::highlight::{Highlighter, Pointed};
use crate::state::map::MapState;
use crate::ui::live::{live, live_if};
use crate::ui::note_mark::{Found, found_on, name_of};
use crate::ui::words::{say, words};

/// Half the side of the square that takes clicks: never less than the 24 px a finger needs.
const HIT_RADIUS_PX: f64 = 14.0;

/// The thickness of the ring that is divided by stage.
const RING_PX: f64 = 3.5;

/// A sheet of paper with a folded corner.
const NOTE_SIGN: &str = "M0 0h5l3 3v5h-8z";

/// The id of the element of a mark.
pub(crate) fn mark_id(key: u32) -> String {
    format!("mark-{key}")
}

/// What a mark says of itself, on hover and to screen readers.
pub(crate) fn mark_name(mark: &Mark, only: Option<&Brief>) -> String {
    let words = words();
    let lang = words.lang();
    let city = session().and_then(|session| session.seats.city(mark.key()).cloned());
    let place = city.map(|city| city.city.name.get(lang).to_owned()).unwrap_or_default();
    if let Some(only) = only {
        let stage = only.stage.map(|stage| say(&stage.message_key())).unwrap_or_default();
        let name = only.name.get(lang);
        return words.format("map.mark.one", &[("place", &place), ("name", name), ("stage", &stage)]);
    }
    let n = words.number(u64::from(mark.counts.total()));
    let m = mark.n_more_places();
    if m == 0 {
        return words.format("map.mark.many", &[("place", &place), ("n", &n)]);
    }
    words.count("map.mark.more", m as u64, &[("place", &place), ("partnerships", &n)])
}

/// What the notes on the partners of a mark come to, and its name with that.
fn with_notes(atlas: Atlas, map: MapState, key: u32, name: String) -> (Memo<Found>, Signal<String>) {
    let noted = Memo::new(move |_| match atlas.noted.read().n_notes {
        0 => Found::default(),
        _ => found_on(atlas, &atlas.ids_of(&map.members_of_mark(key))),
    });
    let name = Signal::derive(move || match noted.get() {
        (0, _) => name.clone(),
        found => format!("{name}, {}", name_of(found)),
    });
    (noted, name)
}

/// Opens the partner at a plain click. The router knows only HTML anchors: this link would reload the whole app.
fn follow(atlas: Atlas, id: PartnershipId) -> impl Fn(ev::MouseEvent) + 'static {
    move |event| {
        let is_plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_plain {
            event.prevent_default();
            atlas.go_to(Route::Partner(id.clone()));
        }
    }
}

/// The sign that there are notes on a partner of the mark, at its upper edge.
fn note_sign((n_notes, is_due): Found, radius_px: f64) -> Option<impl IntoView> {
    (n_notes > 0).then(|| {
        let side_px = radius_px * 0.7;
        let place = format!("translate({} {})", tenths(side_px - 1.0), tenths(-side_px - 7.0));
        view! { <path class="mark__note" d=NOTE_SIGN transform=place data-due=is_due.then_some("") /> }
    })
}

#[component]
pub(crate) fn MarkView(mark: Mark) -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let key = mark.key();
    let only_stage = mark.only_stage();
    let only = only_stage.and_then(|_| atlas.briefs(&map.members_of_mark(key)).pop());
    let name = mark_name(&mark, only.as_deref());
    let place_keys = mark.place_keys.clone();
    let pointed_keys = place_keys.clone();
    let highlight = Highlighter::new(atlas.highlighted, move || Pointed {
        ids: atlas.ids_of(&map.members_of_mark(key)),
        place_keys: pointed_keys.to_vec(),
    });
    let on_enter = highlight.clone();
    let on_leave = highlight.clone();
    let on_focus = highlight.clone();
    let highlight_keys = place_keys.clone();
    let is_highlighted = move || map.is_highlighted_at(&highlight_keys).then_some("");
    let is_current = move || map.is_open_at(&place_keys).then_some("true");
    let radius_px = mark.radius_px();
    let at = mark.at;
    let transform = move || {
        let at = map.viewport.get().screen_from_map(at);
        format!("translate({} {})", tenths(at.x_px), tenths(at.y_px))
    };
    let (noted, name) = with_notes(atlas, map, key, name);
    let note_sign = live_if(move || note_sign(noted.get(), radius_px).map(IntoAny::into_any));
    let halo = view! {
        <circle class="mark__halo" r=tenths(radius_px + 1.5).to_string() />
        <circle class="mark__focus" r=tenths(radius_px + 3.5).to_string() />
        <title>{live(move || name.get().into_any())}</title>
    };
    let only = only_stage.zip(only.map(|brief| brief.id.clone()));
    if let Some((stage, id)) = only {
        let href = {
            let id = id.clone();
            move || atlas.href_of(Route::Partner(id.clone()))
        };
        let on_click = follow(atlas, id);
        let sign = {
            let (corner, scale) = (decimals(-radius_px * 8.0 / 7.0, 3), decimals(radius_px / 7.0, 3));
            format!("translate({corner} {corner}) scale({scale})")
        };
        view! {
            <g transform=transform>
            <a
                class="mark"
                id=mark_id(key)
                href=href
                tabindex="-1"
                aria-label=move || name.get()
                aria-current=is_current
                data-highlighted=is_highlighted
                on:click=on_click
                on:pointerenter=move |_| on_enter.run(true)
                on:pointerleave=move |_| on_leave.run(false)
                on:focus=move |_| on_focus.run(true)
                on:blur=move |_| highlight.run(false)
            >
                {halo}
                <path class="mark__sign" d=glyph::path(stage) transform=sign />
                {note_sign}
                <circle class="mark__hit" r=tenths(HIT_RADIUS_PX).to_string() />
            </a>
            </g>
        }
        .into_any()
    } else {
        let arcs = glyph::ring(&mark.counts, radius_px - RING_PX, radius_px).into_iter();
        // One element for all: with many marks it is the number of elements that takes time.
        let ring: String = arcs.map(|arc| arc.path).collect();
        let toggle = move || map.toggle_mark(key);
        view! {
            <g
                class="mark"
                id=mark_id(key)
                role="button"
                tabindex="-1"
                transform=transform
                aria-label=move || name.get()
                aria-expanded=move || (map.open_mark.get() == Some(key)).to_string()
                aria-current=is_current
                data-highlighted=is_highlighted
                on:click=move |_| toggle()
                on:pointerenter=move |_| on_enter.run(true)
                on:pointerleave=move |_| on_leave.run(false)
                on:focus=move |_| on_focus.run(true)
                on:blur=move |_| highlight.run(false)
            >
                {halo}
                <path class="mark__arc" d=ring />
                {note_sign}
                <text class="mark__count mark__count--on-paper" y="4">{mark.counts.total()}</text>
                <circle class="mark__hit" r=tenths(HIT_RADIUS_PX.max(radius_px)).to_string() />
            </g>
        }
        .into_any()
    }
}
