//! Text to HTML, with the language marked where it is another than the page's.

use atlas_core::domain::text::Text;
use atlas_core::domain::vocabulary::{Lang, Vocabulary as _};
pub(crate) use atlas_core::html::escape;

/// An element without attributes; `html` is its content, escaped already.
pub(crate) fn element(tag: &str, html: &str) -> String {
    format!("<{tag}>{html}</{tag}>")
}

/// A text of the data set for a page in `lang`.
pub(crate) fn text(text: &Text, lang: Lang) -> String {
    let (words, real_lang) = text.in_lang(lang);
    let words = escape(words);
    if real_lang == lang { words } else { format!(r#"<span lang="{}">{words}</span>"#, real_lang.code()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_another_language_says_so() {
        assert_eq!(text(&Text::english("Health"), Lang::En), "Health");
        assert_eq!(text(&Text::english("Health"), Lang::Tr), r#"<span lang="en">Health</span>"#);
    }
}
