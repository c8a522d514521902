//! Land, members, observers and borders: one group that only its transform moves.

use atlas_core::decimals::{decimals, tenths};
use atlas_core::domain::vocabulary::NorthernCyprus;
use atlas_core::map::projection::{LonLat, map_from_lon_lat};
use leptos::prelude::*;

use crate::state::atlas::session;
use crate::state::map::MapState;
use crate::ui::live::live_if;

#[component]
pub(crate) fn Basemap() -> impl IntoView {
    let map = MapState::of_context();
    let session = session();
    let display = session.as_ref().map_or(NorthernCyprus::Hidden, |session| session.digest.northern_cyprus);
    let marker_at = session
        .filter(|_| display == NorthernCyprus::Marker)
        .and_then(|session| session.digest.northern_cyprus_lon_lat_deg)
        .and_then(|(lon_deg, lat_deg)| LonLat::new(lon_deg, lat_deg))
        .map(map_from_lon_lat);
    let shapes = live_if(move || {
        map.outlines.get().map(|outlines| {
            let members =
                outlines.members.iter().map(|it| view! { <path class="map__member" d=it.path.clone() /> });
            let observers = outlines
                .observers
                .iter()
                .map(|it| view! { <path class="map__observer" d=it.path.clone() /> });
            let area = (display == NorthernCyprus::Area).then(|| {
                view! {
                    <path class="map__observer" d=outlines.northern_cyprus.area.clone() />
                    <path class="map__border map__border--dashed" d=outlines.northern_cyprus.line.clone() />
                }
            });
            view! {
                <path class="map__land" d=outlines.land.clone() />
                {members.collect_view()}
                {observers.collect_view()}
                {area}
                <path class="map__border" d=outlines.lines_solid.clone() />
                <path class="map__border map__border--dashed" d=outlines.lines_dashed.clone() />
            }
            .into_any()
        })
    });
    // The hatch is drawn in units of the screen, so that it does not grow with the map.
    let steps_per_unit = move || map.outlines.with(|it| it.as_ref().map_or(1, |it| it.steps_per_unit));
    let hatch_transform = move || {
        let scale = f64::from(steps_per_unit()) / map.viewport.get().px_per_unit();
        format!("scale({}) rotate(45)", decimals(scale, 5))
    };
    let marker = live_if(move || {
        marker_at.filter(|_| map.outlines.with(Option::is_some)).map(|at| {
            let at = map.viewport.get().screen_from_map(at);
            view! { <circle class="map__point" cx=tenths(at.x_px).to_string() cy=tenths(at.y_px).to_string() r="3.5" /> }
                .into_any()
        })
    });
    view! {
        <defs>
            <pattern
                id="hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform=hatch_transform
            >
                <line class="map__hatch" x1="0" y1="0" x2="0" y2="5" />
            </pattern>
        </defs>
        <g aria-hidden="true">
            <g transform=move || map.viewport.get().svg_transform(steps_per_unit())>
                {shapes}
            </g>
            {marker}
        </g>
    }
}
