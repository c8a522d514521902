//! The data set: an edition, its settings, the OTS as context, and the partnerships.

use std::sync::Arc;

use super::edtf::EdtfDate;
use super::partnership::{City, Partnership, PartnershipId, Source};
use super::text::Text;
use super::vocabulary::{NorthernCyprus, Role};

/// The path of the published data file below the site. It has no hash: an editor may replace it in place.
pub const DATA_FILE: &str = "data/partnerships.json";

/// A dated, numbered release of the data set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    pub number: String,
    pub date: EdtfDate,
}

impl Edition {
    /// Whether this was released before another: on an earlier day, or on the same day with a smaller number. The parts of
    /// a number count each for itself, so that 1.10 comes after 1.9.
    pub fn is_older_than(&self, other: &Self) -> bool {
        let parts = |edition: &Self| -> Vec<u32> {
            edition.number.split('.').map(|part| part.parse().unwrap_or_default()).collect()
        };
        (self.date, parts(self)) < (other.date, parts(other))
    }
}

/// The licence of the data, shown at download and citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    pub name: String,
    pub url: Option<String>,
}

/// What whoever publishes the atlas decides without a rebuild.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub northern_cyprus: NorthernCyprus,
    /// Where its marker stands: longitude and latitude in degrees.
    pub northern_cyprus_lon_lat_deg: Option<(f64, f64)>,
    pub licence: Option<Licence>,
}

/// A member or observer of the OTS.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// ISO 3166-1 alpha-2; none where there is no code.
    pub code: Option<String>,
    /// The record of an observer that is an organisation.
    pub partner: Option<PartnershipId>,
    pub role: Role,
    pub name: Text,
    pub since: Option<EdtfDate>,
    pub note: Option<Text>,
    pub sources: Vec<Arc<Source>>,
}

/// A document of the OTS that partnerships rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub id: String,
    pub title: Text,
    pub date: Option<EdtfDate>,
    pub detail: Option<Text>,
    pub sources: Vec<Arc<Source>>,
}

/// The Organization of Turkic States itself, as context.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ots {
    pub name: Text,
    pub acronym: Text,
    pub seat: Option<Arc<City>>,
    /// In the OTS's own order: members, then observers.
    pub participants: Vec<Participant>,
    pub documents: Vec<Document>,
}

/// Everything a good data file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub edition: Option<Edition>,
    pub settings: Settings,
    pub ots: Ots,
    pub partnerships: Vec<Arc<Partnership>>,
}

impl Dataset {
    /// The record with this id.
    pub fn partnership(&self, id: &PartnershipId) -> Option<&Arc<Partnership>> {
        self.partnerships.iter().find(|partnership| partnership.id == *id)
    }

    /// How many partnerships there are: the one rule behind every count.
    pub fn n_counted(&self) -> usize {
        self.partnerships.iter().filter(|partnership| partnership.is_counted()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_older_by_its_day_and_then_by_its_number() {
        let edition = |number: &str, date: &str| Edition {
            number: number.to_owned(),
            date: EdtfDate::parse(date).unwrap(),
        };
        let this = edition("1.9", "2026-03-01");
        for newer in [edition("1.8", "2026-03-02"), edition("1.10", "2026-03-01"), edition("2", "2026-03-01")]
        {
            assert!(this.is_older_than(&newer) && !newer.is_older_than(&this), "{newer:?}");
        }
        assert!(!this.is_older_than(&this));
    }
}
