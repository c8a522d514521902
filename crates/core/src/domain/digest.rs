//! The digest of a data set: all that the list, the map and the facets need of it, in a tenth of the bytes. It is made
//! from the data file when the site is put together, and comes first.
//!
//! It holds no milestone and no source, and of the words that find a record its names alone. The others come with the
//! data file itself, whose checksum it carries: an editor may have put another file in its place since.

mod file;

use std::sync::Arc;

use super::brief::Brief;
use super::dataset::{Dataset, Edition};
use super::partnership::PartnershipId;
use super::vocabulary::NorthernCyprus;
use crate::fnv::fnv_1a;
use crate::order::order_by;

/// The data set in brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Digest {
    /// Of the data file that it is made from.
    pub checksum: Checksum,
    pub edition: Option<Edition>,
    pub northern_cyprus: NorthernCyprus,
    /// Where its marker stands: longitude and latitude in degrees.
    pub northern_cyprus_lon_lat_deg: Option<(f64, f64)>,
    /// Where the Secretariat of the OTS has its seat.
    pub secretariat_lon_lat_deg: Option<(f64, f64)>,
    /// The records in the order of the data file, so that an index means the same in both.
    pub briefs: Vec<Arc<Brief>>,
}

/// Tells one data file from another: FNV-1a of its bytes, which no one has a reason to forge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checksum(u64);

impl Checksum {
    /// The checksum of a text as a browser reads it: without a byte order mark.
    pub fn of(text: &str) -> Self {
        Self(fnv_1a(text.strip_prefix('\u{feff}').unwrap_or(text).bytes().map(u64::from)))
    }
}

impl std::fmt::Display for Checksum {
    /// 16 hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Digest {
    /// The data set in brief; `checksum` is that of the file it was read from.
    pub fn of(dataset: &Dataset, checksum: Checksum) -> Self {
        let Dataset { edition, settings, ots, partnerships } = dataset;
        Self {
            checksum,
            edition: edition.clone(),
            northern_cyprus: settings.northern_cyprus,
            northern_cyprus_lon_lat_deg: settings.northern_cyprus_lon_lat_deg,
            secretariat_lon_lat_deg: ots.seat.as_ref().and_then(|city| city.lon_lat_deg),
            briefs: partnerships.iter().map(|partnership| Arc::new(Brief::of(partnership))).collect(),
        }
    }

    /// The record with this id.
    pub fn brief(&self, id: &PartnershipId) -> Option<&Arc<Brief>> {
        self.briefs.iter().find(|brief| brief.id == *id)
    }

    /// How many partnerships there are: the one rule behind every count.
    pub fn n_counted(&self) -> usize {
        self.briefs.iter().filter(|brief| brief.is_counted()).count()
    }

    /// Partnerships related to `id`: those that share most sectors and regions with it, best first,
    /// newest first among equals.
    pub fn related(&self, id: &PartnershipId, n_most: usize) -> Vec<Arc<Brief>> {
        let Some(this) = self.brief(id) else { return Vec::new() };
        let scored: Vec<_> = self
            .briefs
            .iter()
            .filter(|other| other.is_counted() && other.id != *id)
            .map(|other| (affinity(this, other), other))
            .filter(|(affinity, _)| *affinity > 0)
            .collect();
        let order = order_by(scored.len(), &|a, b| {
            let ((more, a), (less, b)) = (scored[a], scored[b]);
            less.cmp(&more).then_with(|| b.newest.cmp(&a.newest))
        });
        order.into_iter().take(n_most).map(|idx| Arc::clone(scored[idx as usize].1)).collect()
    }
}

/// Two for a shared sector, one for a shared region; worldwide is no region to share.
fn affinity(a: &Brief, b: &Brief) -> usize {
    let n_sectors = a.sectors.iter().filter(|sector| b.sectors.contains(sector)).count();
    let regions = a.works_in.iter().filter(|region| !region.is_worldwide());
    2 * n_sectors + regions.filter(|region| b.works_in.contains(region)).count()
}

#[cfg(test)]
mod tests;
