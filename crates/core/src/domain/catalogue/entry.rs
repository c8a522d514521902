//! What the catalogue knows of a record: enough to find, narrow, count and order it.

use std::borrow::Cow;

use super::facet::FacetValue;
use super::filter::Filter;
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
    /// A name, acronym or alias that is this one word. Found by the catalogue itself.
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
    pub fn of(partnership: &'a Partnership, languages: &[&Messages]) -> Self {
        let english = Messages::english();
        let reader = languages.first().map_or(&english, |messages| *messages);
        Self {
            is_counted: partnership.is_counted(),
            values: values(partnership),
            newest: partnership.newest_milestone().and_then(|milestone| milestone.date),
            name_key: reader.sort_key(sorted_name(partnership, reader.lang())),
            texts: texts(partnership, languages),
        }
    }
}

fn sorted_name(partnership: &Partnership, lang: Lang) -> &str {
    partnership.partner.name.get(lang)
}

fn values(partnership: &Partnership) -> Filter {
    let partner = &partnership.partner;
    let mut values = Filter::default();
    let mut add = |value: FacetValue| values = values.with(value);
    for sector in &partnership.sectors {
        add((*sector).into());
    }
    for region in partner.works_in.iter().flat_map(|area| area.region.ancestors()) {
        add(FacetValue::works_in(region));
    }
    let seat = partner.seat.as_ref().and_then(|seat| sub_region_of_country(&seat.city.country));
    for region in seat.into_iter().flat_map(RegionCode::ancestors) {
        FacetValue::seat_in(region).into_iter().for_each(&mut add);
    }
    if let Some(stage) = partnership.stage {
        add(stage.into());
    }
    for mechanism in &partnership.mechanisms {
        add(mechanism.kind.into());
    }
    add(partner.kind.into());
    for evidence in partnership.evidence() {
        add(evidence.into());
    }
    values
}

fn texts<'a>(partnership: &'a Partnership, languages: &[&Messages]) -> Vec<(Field, Cow<'a, str>)> {
    let partner = &partnership.partner;
    let mut texts = Vec::new();
    let mut add = |field: Field, text: &'a Text| {
        for text in text.all() {
            texts.push((field, Cow::Borrowed(text)));
        }
    };
    if let Some(acronym) = &partner.acronym {
        add(Field::Name, acronym);
    }
    add(Field::Name, &partner.name);
    if let Some(seat) = &partner.seat {
        add(Field::Label, &seat.city.name);
    }
    if let Some(summary) = &partnership.summary {
        add(Field::Summary, summary);
    }
    for alias in &partner.aliases {
        texts.push((Field::Name, Cow::Borrowed(alias)));
    }
    for messages in languages {
        for sector in &partnership.sectors {
            texts.push((Field::Label, Cow::Owned(FacetValue::from(*sector).label(messages))));
        }
        if let Some(seat) = &partner.seat {
            texts.push((Field::Label, Cow::Owned(messages.country(&seat.city.country).to_owned())));
        }
    }
    texts
}
