//! To take a page along: its link, how to cite it, a print, and whom to tell of an error.

use std::sync::Arc;

use atlas_core::domain::edtf::EdtfDate;
use atlas_core::domain::export::{Citation, bibtex, plain};
use atlas_core::domain::link::Route;
use atlas_core::domain::partnership::Partnership;
use leptos::prelude::*;

use super::copy_button::CopyButton;
use super::words::{say, words};
use crate::browser::{page, time};
use crate::state::atlas::Atlas;
use crate::state::session::Whole;

/// Whom readers tell of an error: an e-mail or web address given at build time.
const CONTACT: Option<&str> = option_env!("ATLAS_CONTACT");

/// Today as a date, for citations.
fn today() -> Option<EdtfDate> {
    let (year, month, day) = time::today();
    EdtfDate::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

#[component]
pub(crate) fn Cite(partnership: Arc<Partnership>, whole: Arc<Whole>) -> impl IntoView {
    let atlas = Atlas::of_context();
    let words = words();
    let url = atlas.canonical_url(Route::Partner(partnership.id.clone()));
    let dataset = &whole.dataset;
    let citation = today().map(|today| {
        let citation = Citation {
            key: partnership.id.as_str(),
            title: partnership.partner.name.get(words.lang()),
            edition: dataset.edition.as_ref(),
            url: &url,
            today,
        };
        (plain(&citation, &words), bibtex(&citation, &words))
    });
    let licence = dataset.settings.licence.as_ref().map(|licence| {
        let text = words.format("cite.licence", &[("licence", &licence.name)]);
        view! { <p class="partner__as-of">{text}</p> }
    });
    let cite = citation.map(|(plain, bibtex)| {
        view! {
            <details class="disclosure">
                <summary>{say("cite.title")}</summary>
                <div class="disclosure__body">
                    <p class="code">{plain.clone()}</p>
                    <CopyButton label=say("cite.copy-plain") text=plain />
                    <pre class="code" tabindex="0" aria-label=say("cite.bibtex")>{bibtex.clone()}</pre>
                    <CopyButton label=say("cite.copy-bibtex") text=bibtex />
                    {licence}
                </div>
            </details>
        }
    });
    let report = CONTACT.filter(|contact| !contact.is_empty()).map(|contact| {
        let is_web = contact.starts_with("https://") || contact.starts_with("http://");
        let href =
            if is_web { contact.to_owned() } else { format!("mailto:{contact}?subject={}", partnership.id) };
        view! { <a class="button" href=href rel="external noopener">{say("cite.report")}</a> }
    });
    view! {
        <section class="partner__section no-print">
            <h2>{say("partner.share")}</h2>
            {cite}
            <div class="partner__actions">
                <CopyButton label=say("cite.copy-link") text=url />
                <button type="button" class="button" on:click=move |_| page::print()>
                    {say("cite.print")}
                </button>
                {report}
            </div>
        </section>
    }
}
