//! The few words of the prerendered pages. The app's own words are in its catalogues.

pub(crate) struct Words {
    pub(crate) lang: &'static str,
    /// First segment of the paths; English has none.
    pub(crate) prefix: &'static str,
    pub(crate) atlas: &'static str,
    pub(crate) about: &'static str,
    pub(crate) description: &'static str,
    pub(crate) all_partners: &'static str,
}

pub(crate) const LANGUAGES: [Words; 2] = [
    Words {
        lang: "en",
        prefix: "",
        atlas: "OTS Partnership Atlas",
        about: "About",
        description: "Whom the Organization of Turkic States works with, where, on what, since when and on what evidence.",
        all_partners: "All partnerships",
    },
    Words {
        lang: "tr",
        prefix: "tr/",
        atlas: "TDT Ortaklık Atlası",
        about: "Hakkında",
        description: "Türk Devletleri Teşkilatı kiminle, nerede, hangi konuda, ne zamandan beri ve hangi kanıta göre çalışıyor.",
        all_partners: "Tüm ortaklıklar",
    },
];
