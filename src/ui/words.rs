//! The words of the reader's language, and text of the data set that may be in another one.

use std::sync::Arc;

use atlas_core::domain::messages::Messages;
use atlas_core::domain::text::Text;
use atlas_core::domain::vocabulary::Vocabulary as _;
use leptos::prelude::*;

/// The catalogue in use. The whole page is built anew when it changes, so views need not watch it.
#[derive(Clone)]
pub(crate) struct Words(pub(crate) Arc<Messages>);

/// The catalogue in use; English outside the app.
pub(crate) fn words() -> Arc<Messages> {
    use_context::<Words>().map_or_else(|| Arc::new(Messages::english()), |words| words.0)
}

/// The words for a key. One function for all, so that a view costs one call for each.
#[inline(never)]
pub(crate) fn say(key: &str) -> String {
    words().text(key).to_owned()
}

/// A text of the data set: where it is not in the reader's language, it says in which it is.
#[component]
pub(crate) fn DataText(text: Text) -> impl IntoView {
    let words = words();
    let (in_lang, lang) = text.in_lang(words.lang());
    let is_foreign = lang != words.lang();
    let mark = is_foreign.then(|| {
        let name = say(&lang.message_key());
        let title = words.format("text.in-language", &[("language", &name)]);
        view! { <span class="foreign" title=title lang=words.lang().code()>{lang.code().to_ascii_uppercase()}</span> }
    });
    view! { <span lang=is_foreign.then(|| lang.code())>{in_lang.to_owned()}</span>{mark} }
}
