//! Cities with the partners that have their seats there, lines to the Secretariat, and what lies outside the view.

use std::cell::RefCell;
use std::rc::Rc;

use atlas_core::decimals::{tenths, whole};
use atlas_core::domain::link::Route;
use atlas_core::map::curve;
use atlas_core::map::label::{self, Wish};
use atlas_core::map::screen::{ScreenPoint, ScreenRect};
use leptos::prelude::*;
use leptos::{ev, svg};

use super::mark::{Marks, key_of_mark};
use crate::browser::figures::{self, Figures};
use crate::browser::time::{self, Debounce};
use crate::state::atlas::{Atlas, session};
use crate::state::map::MapState;
use crate::ui::live::live_if;
use crate::ui::words::{say, words};

/// With more marks than this, only the line of what is pointed at is drawn.
const N_MARKS_WITH_LINES: usize = 14;

/// A pause after the last change, after which the marks are put in order, the largest first.
const SORTING_PAUSE_MILLIS: i32 = 700;

/// The width of a letter of a label, on average, and its height.
const LETTER_PX: f64 = 6.4;
const LABEL_HEIGHT_PX: f64 = 15.0;

#[component]
pub(crate) fn SeatMarks() -> impl IntoView {
    let map = MapState::of_context();
    let secretariat = say("legend.secretariat");
    let diamond = Memo::new(move |_| {
        let at = map.viewport.read().screen_from_map(map.secretariat()?);
        let discs: Vec<_> =
            map.clusters.read().marks.iter().map(|mark| (mark.screen, mark.radius_px())).collect();
        Some(label::diamond_at(at, &discs))
    });
    view! {
        <Lines diamond />
        <g aria-hidden="true">{live_if(move || map.has_labels.get().then(|| labels(map, diamond.get()).into_any()))}</g>
        {live_if(move || {
            diamond.get().map(|at| {
                let transform = format!("translate({} {})", tenths(at.x_px), tenths(at.y_px));
                let secretariat = secretariat.clone();
                view! {
                    <g transform=transform>
                        <path class="map__secretariat" d="M0-6 6 0 0 6-6 0Z"><title>{secretariat}</title></path>
                    </g>
                }
                .into_any()
            })
        })}
        <Seats />
    }
}

/// The marks. They are drawn by one effect, and one listener hears of the clicks on all: with hundreds of marks,
/// an effect and a listener for each would take most of the time between a click and the next paint.
#[component]
fn Seats() -> impl IntoView {
    let atlas = Atlas::of_context();
    let map = MapState::of_context();
    let group = NodeRef::<svg::G>::new();
    let figures = Rc::new(RefCell::new(Figures::default()));
    let sorting = Debounce::default();
    let again = RwSignal::new(false);
    Effect::new(move || {
        again.track();
        let Some(group) = group.get() else { return };
        let marks = Marks::new(atlas, map);
        let clusters = map.clusters.get();
        let wanted = clusters.marks.iter().map(|mark| marks.figure(mark, &figures.borrow())).collect();
        if !figures.borrow_mut().show(&group, wanted) {
            time::after_next_paint(move || {
                // The page may be another one by then.
                let _gone = again.try_set(true);
            });
        }
        let figures = Rc::clone(&figures);
        sorting.call(SORTING_PAUSE_MILLIS, move || figures.borrow().sort(&group));
    });
    view! {
        <g
            node_ref=group
            on:click=move |event| {
                if let Some(key) = figures::id_at(&event, ".mark").and_then(|id| key_of_mark(&id)) {
                    press(&event, atlas, map, key);
                }
            }
        />
    }
}

/// Opens the only partner of a mark, or lists its partners. The router knows only HTML anchors: this link would reload
/// the whole app. Another click on a link than a plain one is the browser's.
fn press(event: &ev::MouseEvent, atlas: Atlas, map: MapState, key: u32) {
    match map.members_of_mark(key).as_slice() {
        [only] => {
            let is_plain = event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
            if let Some(id) = atlas.ids_of(&[*only]).pop().filter(|_| is_plain) {
                event.prevent_default();
                atlas.go_to(Route::Partner(id));
            }
        }
        _ => map.toggle_mark(key),
    }
}

/// Faint lines from the Secretariat to the seats; strong for what is pointed at.
#[component]
fn Lines(diamond: Memo<Option<ScreenPoint>>) -> impl IntoView {
    let map = MapState::of_context();
    let lines = live_if(move || {
        let from = diamond.get()?;
        let clusters = map.clusters.get();
        let is_few = clusters.marks.len() <= N_MARKS_WITH_LINES;
        let lines = clusters
            .marks
            .iter()
            .filter_map(|mark| {
                let keys = &mark.place_keys;
                let is_strong = map.is_highlighted_at(keys) || map.is_open_at(keys);
                (is_few || is_strong).then(|| {
                    let strong = is_strong.then_some("");
                    view! { <path class="map__line" data-strong=strong d=curve::path(from, mark.screen) /> }
                })
            })
            .collect_view();
        Some(lines.into_any())
    });
    view! { <g aria-hidden="true">{lines}</g> }
}

/// The names of the cities, where there is room.
fn labels(map: MapState, diamond: Option<ScreenPoint>) -> impl IntoView {
    let lang = words().lang();
    let clusters = map.clusters.get();
    let names: Vec<String> = clusters
        .marks
        .iter()
        .map(|mark| {
            let city = session().and_then(|session| session.seats.city(mark.key()).cloned());
            city.map(|city| city.city.name.get(lang).to_owned()).unwrap_or_default()
        })
        .collect();
    let wishes: Vec<Wish> = clusters
        .marks
        .iter()
        .zip(&names)
        .map(|(mark, name)| Wish {
            mark: mark.screen,
            radius_px: mark.radius_px() + 2.0,
            width_px: name.chars().count() as f64 * LETTER_PX + 4.0,
            height_px: LABEL_HEIGHT_PX,
            priority: mark.counts.total(),
        })
        .collect();
    let mut obstacles = map.keep_out();
    let side_px = 2.0 * label::DIAMOND_RADIUS_PX;
    obstacles.extend(diamond.map(|at| ScreenRect::around(at, side_px, side_px)));
    label::place(&wishes, &obstacles, map.viewport.read().screen())
        .into_iter()
        .zip(names)
        .filter_map(|(label, name)| {
            let label = label?;
            let at = label.anchor();
            Some(view! {
                <text
                    class="map__label"
                    x=tenths(at.x_px).to_string()
                    y=tenths(at.y_px).to_string()
                    text-anchor=label.side.text_anchor()
                    dominant-baseline="central"
                >
                    {name}
                </text>
            })
        })
        .collect_view()
}

/// The width of a pill with this place's name and count.
fn pill_width_px(key: u32, count: u32) -> f64 {
    let lang = words().lang();
    let city = session().and_then(|session| session.seats.city(key).cloned());
    let n_letters = city.map_or(8, |city| city.city.name.get(lang).chars().count());
    (n_letters + count.to_string().len()) as f64 * LETTER_PX + 44.0
}

/// What lies outside the view: pills at the edge, with the way there.
#[component]
pub(crate) fn EdgePills() -> impl IntoView {
    let map = MapState::of_context();
    let words = words();
    live_if(move || {
        // Until then nobody knows where the edge is, and they would jump there.
        if !map.has_size() {
            return None;
        }
        let lang = words.lang();
        let pills = map
            .edge_pills(pill_width_px)
            .into_iter()
            .map(|pill| {
                let city = session().and_then(|session| session.seats.city(pill.key).cloned());
                let place = city.map(|city| city.city.name.get(lang).to_owned()).unwrap_or_default();
                let n = words.number(u64::from(pill.count));
                let name = words.format("map.edge", &[("place", &place), ("n", &n)]);
                let at = pill.rect.center();
                let target = pill.target;
                view! {
                    <button
                        type="button"
                        class="edge-pill no-print"
                        aria-label=name
                        style:left=format!("{}px", whole(at.x_px))
                        style:top=format!("{}px", whole(at.y_px))
                        on:click=move |_| map.go_to(target)
                    >
                        {place}
                        <span class="edge-pill__count">{n}</span>
                        <svg class="edge-pill__arrow" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
                            <path d="M-5 0H4M1-3 4 0 1 3" transform=format!("rotate({})", whole(pill.angle_deg)) />
                        </svg>
                    </button>
                }
            })
            .collect_view();
        Some(pills.into_any())
    })
}
