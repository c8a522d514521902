//! The builder: a web team chooses what a frame shows, sees it as their readers would, and copies it.

mod choices;
mod look;
mod preview;
mod select;

use leptos::prelude::*;

use super::copy_button::CopyButton;
use super::words::say;
use crate::state::atlas::Atlas;
use crate::state::embed::ToCopy;
use choices::Choices;
use preview::Preview;

#[component]
pub(crate) fn EmbedBuilder() -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = atlas.frame_words();
    let to_copy = Memo::new(move |_| atlas.to_copy(&words.read()).unwrap_or_default());
    view! {
        <article class="embed">
            <h1 id="page-title" tabindex="-1">{say("embed.title")}</h1>
            <p class="lead">{say("embed.lead")}</p>
            <Choices />
            <Preview to_copy />
            <section class="embed__copy" aria-labelledby="embed-copy">
                <h2 id="embed-copy">{say("embed.copy")}</h2>
                <Snippet name="tag" text=Signal::derive(move || to_copy.with(|it: &ToCopy| it.tag.clone())) />
                <Snippet name="iframe" text=Signal::derive(move || to_copy.with(|it| it.iframe.clone())) />
                <Snippet name="plain" text=Signal::derive(move || to_copy.with(|it| it.plain.clone())) />
                <Snippet name="style" text=Signal::derive(move || to_copy.with(|it| it.style.clone())) />
                <Snippet name="policy" text=Signal::derive(move || to_copy.with(|it| it.policy.clone())) />
            </section>
            <p>
                {say("embed.doctor")} " "
                <a href=move || atlas.doctor_href() rel="external">{say("doctor.title")}</a>
            </p>
        </article>
    }
}

/// One text to copy, with what it is for.
#[component]
fn Snippet(name: &'static str, text: Signal<String>) -> impl IntoView {
    let title = say(&format!("embed.{name}.title"));
    let (of_section, of_text) = (title.clone(), title.clone());
    view! {
        <section class="embed__snippet" aria-label=of_section>
            <h3>{title}</h3>
            <p>{say(&format!("embed.{name}.text"))}</p>
            <pre class="code" tabindex="0" aria-label=of_text id=format!("snippet-{name}")>{move || text.get()}</pre>
            <CopyButton label=say(&format!("embed.{name}.copy")) text />
        </section>
    }
}
