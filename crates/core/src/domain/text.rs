//! Text of the data set in one or more languages.

use super::vocabulary::Lang;
#[cfg(test)]
use super::vocabulary::Vocabulary as _;

/// A text that exists in English and perhaps in other languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    pub en: String,
    /// The other languages there are; never English, each once.
    pub others: Vec<(Lang, String)>,
}

impl Text {
    /// A text in English alone.
    pub fn english(en: impl Into<String>) -> Self {
        Self { en: en.into(), others: Vec::new() }
    }

    /// The text in `lang`, or in English, with the language it is really in.
    pub fn in_lang(&self, lang: Lang) -> (&str, Lang) {
        self.others
            .iter()
            .find(|(other, _)| *other == lang)
            .map_or((self.en.as_str(), Lang::En), |(other, text)| (text.as_str(), *other))
    }

    /// The text in `lang`, or in English.
    pub fn get(&self, lang: Lang) -> &str {
        self.in_lang(lang).0
    }

    /// The text in every language there is.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.en.as_str()).chain(self.others.iter().map(|(_, text)| text.as_str()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use super::vocabulary::Vocabulary as _;
        let languages: serde_json::Map<String, serde_json::Value> = Lang::ALL
            .iter()
            .map(|lang| (lang.code().to_owned(), serde_json::json!({ "type": "string", "pattern": r"\S" })))
            .collect();
        schemars::json_schema!({
            "description": "A text by language code; English always.",
            "type": "object",
            "properties": languages,
            "required": ["en"],
            "additionalProperties": false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_english_and_says_so() {
        let text = Text { en: "Geneva".into(), others: vec![(Lang::Tr, "Cenevre".into())] };
        assert_eq!(text.in_lang(Lang::Tr), ("Cenevre", Lang::Tr));
        assert_eq!(text.in_lang(Lang::Kk), ("Geneva", Lang::En));
        assert_eq!(Lang::Kk.code(), "kk");
    }
}
