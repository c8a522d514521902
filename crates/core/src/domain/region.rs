//! Regions of the world: UN M49 codes and which lies in which, from CLDR.
//!
//! A region is where a partner works. `worldwide` is an option of its own: it lies in no region and no
//! region lies in it.

mod containment;

use containment::{COUNTRIES, REGIONS};

/// A UN M49 region or sub-region, or `worldwide`.
///
/// Sorts in the order in which a person is shown them: `worldwide` first, then each region before its
/// sub-regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(Place);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Place {
    Worldwide,
    /// An index into `REGIONS`.
    Region(u8),
}

impl RegionCode {
    /// No region, but everywhere.
    pub const WORLDWIDE: Self = Self(Place::Worldwide);

    /// The region with this code, such as `150`, or `worldwide`.
    pub fn parse(code: &str) -> Option<Self> {
        if code == "worldwide" {
            return Some(Self::WORLDWIDE);
        }
        let idx = REGIONS.iter().position(|(known, _)| *known == code)?;
        Some(Self(Place::Region(idx as u8)))
    }

    /// How many values there are.
    pub(crate) const N: usize = REGIONS.len() + 1;

    /// Every value, in the order in which a person is shown them.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::WORLDWIDE).chain((0..REGIONS.len()).map(|idx| Self(Place::Region(idx as u8))))
    }

    /// The code that files and addresses carry.
    pub fn code(self) -> &'static str {
        match self.0 {
            Place::Worldwide => "worldwide",
            Place::Region(idx) => REGIONS[usize::from(idx)].0,
        }
    }

    /// Its place in [`RegionCode::all`].
    pub(crate) fn idx(self) -> usize {
        match self.0 {
            Place::Worldwide => 0,
            Place::Region(idx) => usize::from(idx) + 1,
        }
    }

    pub fn is_worldwide(self) -> bool {
        self == Self::WORLDWIDE
    }

    /// The smallest region that this one lies in.
    pub fn parent(self) -> Option<Self> {
        match self.0 {
            Place::Worldwide => None,
            Place::Region(idx) => REGIONS[usize::from(idx)].1.and_then(Self::parse),
        }
    }

    /// Itself, then every region it lies in, the smallest first.
    pub fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |region| region.parent())
    }

    /// Whether `inner` is this region or lies in it.
    pub fn contains(self, inner: Self) -> bool {
        inner.ancestors().any(|region| region == self)
    }
}

impl std::fmt::Display for RegionCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// The sub-region of a country, by its ISO 3166-1 alpha-2 code; `None` if that code is not assigned.
pub fn sub_region_of_country(iso2: &str) -> Option<RegionCode> {
    let idx = COUNTRIES.binary_search_by_key(&iso2, |(country, _)| country).ok()?;
    RegionCode::parse(COUNTRIES[idx].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(code: &str) -> RegionCode {
        RegionCode::parse(code).unwrap()
    }

    #[track_caller]
    fn check(country: &str, ancestors: &[&str]) {
        let found = sub_region_of_country(country).map(|region| region.ancestors().map(RegionCode::code));
        assert_eq!(found.map(Iterator::collect::<Vec<_>>), Some(ancestors.to_vec()), "{country}");
    }

    #[test]
    fn a_country_lies_in_its_sub_region_and_all_around_it() {
        check("TR", &["145", "142"]);
        check("AZ", &["145", "142"]);
        check("KZ", &["143", "142"]);
        check("HU", &["151", "150"]);
        check("CH", &["155", "150"]);
        check("US", &["021", "019"]);
        check("MX", &["013", "419", "019"]);
        check("KE", &["014", "202", "002"]);
        check("MA", &["015", "002"]);
        assert_eq!(sub_region_of_country("ZZ"), None);
        assert_eq!(sub_region_of_country("tr"), None);
    }

    #[test]
    fn a_region_contains_itself_and_what_lies_in_it() {
        assert!(region("150").contains(region("150")));
        assert!(region("150").contains(region("155")));
        assert!(region("002").contains(region("011")));
        assert!(!region("155").contains(region("150")));
        assert!(!region("142").contains(region("150")));
    }

    #[test]
    fn worldwide_contains_no_region_and_lies_in_none() {
        for code in RegionCode::all().filter(|code| !code.is_worldwide()) {
            assert!(!RegionCode::WORLDWIDE.contains(code));
            assert!(!code.contains(RegionCode::WORLDWIDE));
        }
        assert!(RegionCode::WORLDWIDE.contains(RegionCode::WORLDWIDE));
    }

    #[test]
    fn every_code_is_read_as_it_is_written_and_shown_after_its_parent() {
        for code in RegionCode::all() {
            assert_eq!(RegionCode::parse(code.code()), Some(code));
            assert_eq!(RegionCode::all().nth(code.idx()), Some(code));
            assert!(code.parent().is_none_or(|parent| parent < code));
        }
        assert_eq!(RegionCode::parse("001"), None);
    }

    #[test]
    fn every_country_has_a_known_sub_region_and_the_table_is_sorted() {
        assert!(COUNTRIES.is_sorted_by_key(|(country, _)| country));
        for (country, _) in COUNTRIES {
            assert!(
                sub_region_of_country(country).is_some_and(|region| region.parent().is_some()),
                "{country}"
            );
        }
    }
}
