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
            values: values(partnership).collect(),
            newest: partnership.newest_milestone().and_then(|milestone| milestone.date),
            name_key: reader.sort_key(sorted_name(partnership, reader.lang())),
            texts: texts(partnership, languages),
        }
    }
}

fn sorted_name(partnership: &Partnership, lang: Lang) -> &str {
    partnership.partner.name.get(lang)
}

fn values(partnership: &Partnership) -> impl Iterator<Item = FacetValue> {
    let partner = &partnership.partner;
    let works_in = partner.works_in.iter().flat_map(|area| area.region.ancestors()).map(FacetValue::works_in);
    let seat = partner.seat.iter().filter_map(|seat| sub_region_of_country(&seat.city.country));
    let seat = seat.flat_map(RegionCode::ancestors).filter_map(FacetValue::seat_in);
    let mechanisms = partnership.mechanisms.iter().map(|mechanism| mechanism.kind.into());
    partnership
        .sectors
        .iter()
        .map(|sector| (*sector).into())
        .chain(works_in)
        .chain(seat)
        .chain(partnership.stage.map(FacetValue::from))
        .chain(mechanisms)
        .chain([partner.kind.into()])
        .chain(partnership.evidence().into_iter().map(FacetValue::from))
}

fn texts<'a>(partnership: &'a Partnership, languages: &[&Messages]) -> Vec<(Field, Cow<'a, str>)> {
    let partner = &partnership.partner;
    let names = partner
        .acronym
        .iter()
        .chain([&partner.name])
        .flat_map(Text::all)
        .chain(partner.aliases.iter().map(String::as_str))
        .map(|name| (Field::Name, Cow::Borrowed(name)));
    let city = partner.seat.iter().flat_map(|seat| seat.city.name.all());
    let summary = partnership.summary.iter().flat_map(Text::all);
    let mut texts: Vec<_> = names
        .chain(city.map(|name| (Field::Label, Cow::Borrowed(name))))
        .chain(summary.map(|text| (Field::Summary, Cow::Borrowed(text))))
        .collect();
    for messages in languages {
        let sectors = partnership.sectors.iter().map(|sector| FacetValue::from(*sector).label(messages));
        let country = partner.seat.iter().map(|seat| messages.country(&seat.city.country).to_owned());
        texts.extend(sectors.chain(country).map(|label| (Field::Label, Cow::Owned(label))));
    }
    texts
}
