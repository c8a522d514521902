//! How a frame looks: its language, its theme and its colour.

use atlas_core::domain::embed::Accent;
use atlas_core::domain::link::{Theme, View};
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
use leptos::prelude::*;

use super::select::Select;
use crate::state::atlas::Atlas;
use crate::state::navigation::Step;
use crate::ui::words::say;

#[component]
pub(super) fn Look() -> impl IntoView {
    let atlas = Atlas::of_context();
    let lang = move || atlas.draft().and_then(|it| it.lang).unwrap_or_else(|| atlas.link.read().lang);
    let langs = Lang::OFFERED
        .iter()
        .map(|&it| {
            let name = say(&format!("lang.{}.own", it.code()));
            view! { <option value=it.code() lang=it.code() selected=move || lang() == it>{name}</option> }
        })
        .collect_view();
    let on_lang = move |event| {
        let lang = Lang::from_code(&event_target_value(&event));
        atlas.edit_draft(|draft| draft.lang = lang);
    };
    let theme = move || atlas.view().theme;
    let themes = [("auto", None), ("light", Some(Theme::Light)), ("dark", Some(Theme::Dark))]
        .map(|(code, it)| {
            let label = say(&format!("embed.theme.{code}"));
            view! { <option value=code selected=move || theme() == it>{label}</option> }
        })
        .collect_view();
    let on_theme = move |event| {
        let value = event_target_value(&event);
        let theme = Theme::ALL.iter().copied().find(|theme| theme.code() == value);
        atlas.show(View { theme, ..atlas.view_untracked() }, Step::Replace);
    };
    view! {
        <fieldset class="embed__group">
            <legend>{say("embed.look")}</legend>
            <Select id="frame-lang" label=say("nav.language") on_change=Callback::new(on_lang) options=langs.into_any() />
            <Select id="frame-theme" label=say("embed.theme") on_change=Callback::new(on_theme) options=themes.into_any() />
            <AccentChoice />
        </fieldset>
    }
}

#[component]
fn AccentChoice() -> impl IntoView {
    let atlas = Atlas::of_context();
    let accent = Memo::new(move |_| atlas.draft().and_then(|draft| draft.frame.accent));
    let set = move |accent: Option<Accent>| atlas.edit_draft(|draft| draft.frame.accent = accent);
    // A colour of one's own begins with that of the atlas.
    let own = move |event| set(event_target_checked(&event).then_some(Accent::OF_ATLAS));
    view! {
        <label class="check">
            <input type="checkbox" id="accent-own" prop:checked=move || accent.get().is_some() on:change=own />
            {say("embed.accent")}
        </label>
        <Show when=move || accent.get().is_some()>
            <input
                type="color"
                id="accent"
                class="embed__input"
                aria-label=say("embed.accent.colour")
                prop:value=move || accent.get().map(|accent| format!("#{accent}"))
                on:change=move |event| set(Accent::parse(&event_target_value(&event)))
            />
        </Show>
    }
}
