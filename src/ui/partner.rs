//! A partner's page: what the relation is, since when, and on what evidence.
//!
//! Its head is there at once and stays; the rest follows with the data file.

mod details;

use std::sync::Arc;

use atlas_core::domain::brief::Brief;
use atlas_core::domain::link::Route;
use atlas_core::domain::vocabulary::{Sector, Vocabulary as _};
use leptos::ev;
use leptos::prelude::*;

use super::details::with_details;
use super::glyph::{ObserverSign, StageGlyph};
use super::icon::{Icon, IconView};
use super::words::{DataText, say, words};
use crate::state::atlas::Atlas;
use details::PartnerDetails;

#[component]
pub(crate) fn PartnerPage(brief: Arc<Brief>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let (id, sectors) = (brief.id.clone(), brief.sectors.clone());
    let details = with_details(
        move |whole| {
            let partnership = whole.dataset.partnership(&id).cloned();
            partnership.map(|partnership| view! { <PartnerDetails partnership whole /> }).into_any()
        },
        move || {
            let sectors = sectors.clone();
            view! {
                <section class="partner__section"><dl class="facts"><Sectors sectors /></dl></section>
            }
            .into_any()
        },
    );
    view! {
        <article
            class="partner"
            on:keydown=move |event: ev::KeyboardEvent| {
                if event.key() == "Escape" {
                    atlas.go_to(Route::Explore);
                }
            }
        >
            <a class="partner__back no-print" id="back-to-list" href=move || atlas.href_of(Route::Explore)>
                <IconView icon=Icon::ArrowLeft size_px=16 />
                {say("partner.back")}
            </a>
            <h1 class="partner__title" id="page-title" tabindex="-1">
                <DataText text=brief.name.clone() />
            </h1>
            <PartnerFacts brief=Arc::clone(&brief) />
            <StageLine brief />
            {details}
        </article>
    }
}

/// Its acronym and what kind of organisation it is.
#[component]
pub(crate) fn PartnerFacts(brief: Arc<Brief>) -> impl IntoView {
    let acronym = brief.acronym.as_ref().map(|it| it.get(words().lang()).to_owned());
    let kind = say(&brief.kind.message_key());
    let facts = acronym.into_iter().chain([kind]).collect::<Vec<_>>().join(" · ");
    view! { <p class="partner__facts">{facts}</p> }
}

/// The stage as glyph and word with its date, and observer status as its own line.
#[component]
pub(crate) fn StageLine(brief: Arc<Brief>) -> impl IntoView {
    let words = words();
    let stage = match brief.stage {
        Some(stage) => say(&stage.message_key()),
        None => say(&brief.listing.message_key()),
    };
    let as_of = words.format("partner.as-of", &[("date", &words.date(Some(&brief.as_of)))]);
    let observer = brief
        .observer_status()
        .map(|status| {
            let text = say(&status.message_key());
            view! { <span class="partner__observer"><ObserverSign status />{text}</span> }
        })
        .collect_view();
    let meaning = match brief.stage {
        Some(stage) => say(&format!("stage.{}.meaning", stage.code())),
        None => say(&format!("listing.{}.meaning", brief.listing.code())),
    };
    view! {
        <div class="partner__stage">
            <StageGlyph stage=brief.stage size_px=22 />
            <strong title=meaning>{stage}</strong>
            <span class="partner__as-of">{as_of}</span>
            {observer}
        </div>
    }
}

/// The sectors, each leading to the partners of that sector.
#[component]
fn Sectors(sectors: Vec<Sector>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let tags = sectors
        .iter()
        .map(|&sector| {
            let label = say(&sector.message_key());
            view! { <li><a class="tag" href=move || atlas.href_of_value(sector.into())>{label}</a></li> }
        })
        .collect_view();
    (!sectors.is_empty()).then(|| {
        view! {
            <dt>{say("partner.sectors")}</dt>
            <dd><ul class="tags">{tags}</ul></dd>
        }
    })
}
