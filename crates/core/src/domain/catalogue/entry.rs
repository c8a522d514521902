//! What the catalogue knows of a record: enough to find, narrow, count and order it.

use std::borrow::Cow;

use super::facet::FacetValue;
use super::filter::Filter;
use crate::domain::brief::Brief;
use crate::domain::edtf::EdtfDate;
use crate::domain::locale::SortKey;
use crate::domain::messages::Messages;
use crate::domain::partnership::Partnership;
use crate::domain::region::{RegionCode, sub_region_of_country};
use crate::domain::text::Text;
use crate::domain::vocabulary::Lang;

/// Where a word of a record stands; a weightier field ranks its record higher among equal matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Summary = 1,
    /// Sectors and the seat.
    Label = 2,
    /// Names, acronyms and aliases.
    Name = 3,
    /// A name, acronym or alias that is this one word: the catalogue itself finds it.
    Whole = 4,
}

/// A record as the index takes it in.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Whether it is a partnership in every count.
    pub is_counted: bool,
    /// All its values in all facets, a region with every region around it.
    pub values: Filter,
    /// The date of its newest milestone.
    pub newest: Option<EdtfDate>,
    /// Its place by name in the reader's language.
    pub name_key: SortKey,
    /// Everything it is found by.
    pub texts: Vec<(Field, Cow<'a, str>)>,
}

impl<'a> Entry<'a> {
    /// A record, found by the labels of all `languages` and sorted by its name in the first.
    pub fn of(brief: &'a Brief, details: Option<&'a Partnership>, languages: &[&Messages]) -> Self {
        let english = Messages::english();
        let reader = languages.first().map_or(&english, |messages| *messages);
        Self {
            is_counted: brief.is_counted(),
            values: values(brief),
            newest: brief.newest,
            name_key: reader.sort_key(brief.name.get(reader.lang())),
            texts: texts(brief, details, languages, reader.lang()),
        }
    }
}

fn values(brief: &Brief) -> Filter {
    let mut values = Filter::default();
    let mut add = |value: FacetValue| values = values.with(value);
    for sector in &brief.sectors {
        add((*sector).into());
    }
    for region in brief.works_in.iter().flat_map(|region| region.ancestors()) {
        add(FacetValue::works_in(region));
    }
    let seat = brief.seat.as_ref().and_then(|city| sub_region_of_country(&city.country));
    for region in seat.into_iter().flat_map(RegionCode::ancestors) {
        FacetValue::seat_in(region).into_iter().for_each(&mut add);
    }
    if let Some(stage) = brief.stage {
        add(stage.into());
    }
    for mechanism in &brief.mechanisms {
        add((*mechanism).into());
    }
    add(brief.kind.into());
    for evidence in &brief.evidence {
        add((*evidence).into());
    }
    values
}

fn texts<'a>(
    brief: &'a Brief,
    details: Option<&'a Partnership>,
    languages: &[&Messages],
    lang: Lang,
) -> Vec<(Field, Cow<'a, str>)> {
    let mut texts = Vec::new();
    let mut add = |field: Field, text: &'a Text| {
        for text in text.all() {
            texts.push((field, Cow::Borrowed(text)));
        }
    };
    if let Some(acronym) = &brief.acronym {
        add(Field::Name, acronym);
    }
    add(Field::Name, &brief.name);
    if let Some(city) = &brief.seat {
        add(Field::Label, &city.name);
    }
    if let Some(details) = details {
        let summary = details.summary.iter().map(|summary| (Field::Summary, summary.get(lang)));
        let aliases = details.partner.aliases.iter().map(|alias| (Field::Name, alias.as_str()));
        texts.extend(summary.chain(aliases).map(|(field, text)| (field, Cow::Borrowed(text))));
    }
    for messages in languages {
        for sector in &brief.sectors {
            texts.push((Field::Label, Cow::Owned(FacetValue::from(*sector).label(messages))));
        }
        if let Some(city) = &brief.seat {
            texts.push((Field::Label, Cow::Owned(messages.country(&city.country).to_owned())));
        }
    }
    texts
}
