//! The frame as a host's page shows it, by the very tag that is copied, at the widths of a column, a tablet and a desk.

use atlas_core::domain::embed::{NAMESPACE, script_url};
use leptos::html;
use leptos::prelude::*;

use crate::browser::embed::show_tag;
use crate::browser::page;
use crate::state::atlas::Atlas;
use crate::state::embed::ToCopy;
use crate::ui::words::{say, words};

const WIDTHS_PX: [u16; 3] = [320, 768, 1200];

#[component]
pub(super) fn Preview(to_copy: Memo<ToCopy>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let width_px = RwSignal::new(if page::is_wide() { 768 } else { 320 });
    let stage = NodeRef::<html::Div>::new();
    let script_url = script_url(&atlas.site_url());
    Effect::new(move || {
        if let Some(stage) = stage.get() {
            to_copy.with(|it| show_tag(&stage, NAMESPACE, &script_url, &it.attributes));
        }
    });
    let widths = WIDTHS_PX
        .map(|px| {
            let label = words.format("embed.preview.px", &[("n", &words.number(u64::from(px)))]);
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name="preview-width"
                        id=format!("preview-{px}")
                        checked=px == width_px.get_untracked()
                        on:change=move |_| width_px.set(px)
                    />
                    {label}
                </label>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="embed-preview">
            <div class="embed__bar">
                <h2 id="embed-preview">{say("embed.preview")}</h2>
                <fieldset class="embed__widths">
                    <legend class="visually-hidden">{say("embed.preview.width")}</legend>
                    {widths}
                </fieldset>
            </div>
            <div class="embed__desk" role="group" tabindex="0" aria-label=say("embed.preview")>
                <div class="embed__stage" node_ref=stage data-width=move || width_px.get()></div>
            </div>
        </section>
    }
}
