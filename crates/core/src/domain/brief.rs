//! A partnership in brief: what finds it, counts it, places it and names it in a list.
//!
//! No claim of a brief carries its sources, so that a type of its own keeps it from being shown as the whole record:
//! a partner's page, the exports and the citations take a [`Partnership`].

use std::sync::Arc;

use super::edtf::EdtfDate;
use super::messages::Messages;
use super::partnership::{City, Partnership, PartnershipId};
use super::region::RegionCode;
use super::text::Text;
use super::vocabulary::{Evidence, Kind, Listing, MechanismKind, Sector, Stage, Vocabulary as _};

/// What rows, marks, facets and the search need of a partnership, and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    pub id: PartnershipId,
    pub listing: Listing,
    /// In every language there is, since each finds it.
    pub name: Text,
    pub acronym: Option<Text>,
    pub kind: Kind,
    /// Where the partner has its seat.
    pub seat: Option<Arc<City>>,
    pub works_in: Vec<RegionCode>,
    pub sectors: Vec<Sector>,
    pub stage: Option<Stage>,
    /// In the order of the record; a kind may occur twice.
    pub mechanisms: Vec<MechanismKind>,
    /// The date of the newest dated milestone.
    pub newest: Option<EdtfDate>,
    /// What the milestones and mechanisms rest on, best first, each once.
    pub evidence: Vec<Evidence>,
    pub as_of: EdtfDate,
}

/// How many partnerships there are of these, in how many sectors.
pub fn count_in_words(briefs: &[Arc<Brief>], words: &Messages) -> String {
    let n_counted = briefs.iter().filter(|brief| brief.is_counted()).count();
    let partnerships = words.count("count.partnerships", n_counted as u64, &[]);
    let sectors = words.count("count.sectors", n_sectors(briefs) as u64, &[]);
    words.format("frame.counter", &[("partnerships", &partnerships), ("sectors", &sectors)])
}

/// In how many sectors these partnerships are.
pub fn n_sectors(briefs: &[Arc<Brief>]) -> usize {
    let is_in = |sector: &&Sector| briefs.iter().any(|brief| brief.sectors.contains(sector));
    Sector::ALL.iter().filter(is_in).count()
}

impl Brief {
    /// A record in brief.
    pub fn of(partnership: &Partnership) -> Self {
        let partner = &partnership.partner;
        Self {
            id: partnership.id.clone(),
            listing: partnership.listing,
            name: partner.name.clone(),
            acronym: partner.acronym.clone(),
            kind: partner.kind,
            seat: partner.seat.as_ref().map(|seat| Arc::clone(&seat.city)),
            works_in: partner.works_in.iter().map(|area| area.region).collect(),
            sectors: partnership.sectors.clone(),
            stage: partnership.stage,
            mechanisms: partnership.mechanisms.iter().map(|mechanism| mechanism.kind).collect(),
            newest: partnership.newest_milestone().and_then(|milestone| milestone.date),
            evidence: partnership.evidence(),
            as_of: partnership.as_of,
        }
    }

    /// Whether this record is a partnership in every count.
    pub fn is_counted(&self) -> bool {
        self.listing == Listing::Counted
    }

    /// The states of observer status between the OTS and this partner; empty for none.
    pub fn observer_status(&self) -> impl Iterator<Item = MechanismKind> {
        self.mechanisms.iter().copied().filter(|kind| kind.is_observer_status())
    }
}
