//! A partnership of the OTS with one partner: what it is, since when, and on what evidence.
//!
//! These types are also the description of `public/data/partnerships.json`: its JSON Schema is derived
//! from the shapes in [`super::dataset`]. Here references are resolved; a value of these types has
//! passed the checker.

use std::sync::Arc;

use super::edtf::EdtfDate;
use super::region::RegionCode;
use super::text::Text;
use super::vocabulary::{Evidence, Kind, Listing, MechanismKind, Sector, SourceKind, Stage, Vocabulary as _};

/// A slug that names a record for ever: lower-case Latin letters, digits and single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnershipId(Arc<str>);

impl PartnershipId {
    /// The id in `text`, if it is one. Never longer than 64 characters.
    pub fn parse(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PartnershipId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether `text` is a slug of at most 64 characters.
pub fn is_slug(text: &str) -> bool {
    text.len() <= 64
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A city, with its place on the globe where one is needed.
#[derive(Debug, Clone, PartialEq)]
pub struct City {
    pub id: String,
    pub name: Text,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Longitude and latitude of the centre, in degrees (`GeoNames`).
    pub lon_lat_deg: Option<(f64, f64)>,
}

/// Where a fact was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub id: String,
    /// Who published it.
    pub publisher: String,
    pub title: Option<String>,
    pub url: Option<String>,
    pub kind: SourceKind,
    /// The page's own date.
    pub date: Option<EdtfDate>,
    /// The language of the page, when it is not English (ISO 639-1).
    pub lang: Option<String>,
    /// Whether the host of `url` is on the reviewed list, so that it may be shown as a link.
    pub is_reviewed: bool,
}

impl Source {
    /// The address to link to: only a reviewed host's.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|_| self.is_reviewed)
    }

    fn evidence(&self) -> Evidence {
        match self.kind {
            SourceKind::OfficialOts | SourceKind::OfficialPartner | SourceKind::OfficialGovernment => {
                Evidence::Official
            }
            SourceKind::Press => Evidence::Press,
            SourceKind::Copy | SourceKind::Encyclopedia | SourceKind::Web => Evidence::Copy,
            SourceKind::OtsPage => Evidence::OtsPage,
        }
    }
}

/// The evidence of a fact with these sources: the best of them; none without a source.
pub fn evidence_of(sources: &[Arc<Source>]) -> Option<Evidence> {
    sources.iter().map(|source| source.evidence()).min()
}

/// The seat of a partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    pub city: Arc<City>,
    /// Placed from general knowledge: the dot is shown, but it is no sourced claim.
    pub is_from_memory: bool,
    pub sources: Vec<Arc<Source>>,
}

/// One region where a partner works, and why we say so.
#[derive(Debug, Clone, PartialEq)]
pub struct WorksIn {
    pub region: RegionCode,
    pub reason: Text,
    pub sources: Vec<Arc<Source>>,
}

/// The organisation on the other side.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    pub name: Text,
    pub acronym: Option<Text>,
    /// Names and acronyms in other languages and former names, for search only.
    pub aliases: Vec<String>,
    pub kind: Kind,
    /// The official site.
    pub site: Option<String>,
    pub seat: Option<Seat>,
    pub works_in: Vec<WorksIn>,
}

/// One means by which the partnership works, and what shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Mechanism {
    pub kind: MechanismKind,
    /// The milestone of this partnership that shows it.
    pub milestone_idx: Option<usize>,
    pub note: Option<Text>,
    /// Sources of its own, where no milestone shows it.
    pub own_sources: Vec<Arc<Source>>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Unique in its partnership, and stable.
    pub id: String,
    /// None when the sources give no date.
    pub date: Option<EdtfDate>,
    pub title: Text,
    pub detail: Option<Text>,
    pub mechanism: Option<MechanismKind>,
    pub sectors: Vec<Sector>,
    pub place: Option<Arc<City>>,
    /// The sentences of the OTS page that this milestone carries, by their numbers in the evidence.
    pub seed: Vec<String>,
    /// What a reader should know before relying on it.
    pub caution: Option<Text>,
    /// At least one.
    pub sources: Vec<Arc<Source>>,
}

impl Milestone {
    pub fn evidence(&self) -> Option<Evidence> {
        evidence_of(&self.sources)
    }
}

/// The OTS's relation with one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Partnership {
    pub id: PartnershipId,
    pub listing: Listing,
    pub partner: Partner,
    pub sectors: Vec<Sector>,
    /// Always there for a counted record, never for another.
    pub stage: Option<Stage>,
    pub mechanisms: Vec<Mechanism>,
    pub summary: Option<Text>,
    /// The date of the newest evidence that the record rests on.
    pub as_of: EdtfDate,
    /// Newest first; undated ones last.
    pub milestones: Vec<Milestone>,
    /// What was looked for and not found.
    pub open_questions: Option<Text>,
    pub sources: Vec<Arc<Source>>,
}

impl Partnership {
    /// Whether this record is a partnership in every count.
    pub fn is_counted(&self) -> bool {
        self.listing == Listing::Counted
    }

    /// The newest dated milestone.
    pub fn newest_milestone(&self) -> Option<&Milestone> {
        self.milestones.iter().find(|milestone| milestone.date.is_some())
    }

    /// The sources of one of this partnership's mechanisms: its own, or those of its milestone.
    pub fn mechanism_sources<'a>(&'a self, mechanism: &'a Mechanism) -> &'a [Arc<Source>] {
        mechanism
            .milestone_idx
            .and_then(|idx| self.milestones.get(idx))
            .map_or(&mechanism.own_sources, |milestone| &milestone.sources)
    }

    /// The date of one of this partnership's mechanisms: that of its milestone.
    pub fn mechanism_date(&self, mechanism: &Mechanism) -> Option<&EdtfDate> {
        self.milestones.get(mechanism.milestone_idx?)?.date.as_ref()
    }

    /// The states of observer status between the OTS and this partner; empty for none.
    pub fn observer_status(&self) -> impl Iterator<Item = MechanismKind> {
        self.mechanisms.iter().map(|mechanism| mechanism.kind).filter(|kind| kind.is_observer_status())
    }

    /// Every kind of evidence that the milestones and mechanisms rest on, best first, each once.
    pub fn evidence(&self) -> Vec<Evidence> {
        let of_milestones = self.milestones.iter().map(|milestone| &*milestone.sources);
        let of_mechanisms = self.mechanisms.iter().map(|mechanism| self.mechanism_sources(mechanism));
        let mut is_there = [false; Evidence::ALL.len()];
        for evidence in of_milestones.chain(of_mechanisms).filter_map(evidence_of) {
            is_there[evidence as usize] = true;
        }
        Evidence::ALL.iter().copied().filter(|evidence| is_there[*evidence as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_no_empty_part_and_no_capital() {
        for good in ["who", "un-habitat", "24-kg"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-who", "who-", "un--habitat", "WHO", "işık", "a/b", &"a".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
