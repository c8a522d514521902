//! Facets: the closed lists by which partnerships are narrowed, and their values.

use std::ops::Range;

use crate::domain::messages::Messages;
use crate::domain::region::RegionCode;
use crate::domain::vocabulary::{Evidence, Kind, MechanismKind, Sector, Stage, Vocabulary};

/// A list of values that a partnership can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Sector,
    /// Where the partner works. A region includes its sub-regions; `worldwide` is an option of its own.
    Region,
    /// The regions around the partner's seat.
    Seat,
    Stage,
    Mechanism,
    Kind,
    Evidence,
}

/// How many values all facets have: the index holds their numbers in a byte.
pub(super) const N_VALUES: usize = {
    let last = Facet::ALL[N_FACETS - 1];
    last.first_number() + last.n_values()
};
const _: () = assert!(N_VALUES <= 1 << u8::BITS);

/// The number of facets.
pub(crate) const N_FACETS: usize = Facet::ALL.len();

impl Facet {
    pub const ALL: &'static [Self] =
        &[Self::Sector, Self::Region, Self::Seat, Self::Stage, Self::Mechanism, Self::Kind, Self::Evidence];

    /// Its name in addresses; also the prefix of its message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Region => "region",
            Self::Seat => "seat",
            Self::Stage => "stage",
            Self::Mechanism => "mechanism",
            Self::Kind => "kind",
            Self::Evidence => "evidence",
        }
    }

    /// Its values, in the order in which a person is shown them.
    pub fn values(self) -> impl Iterator<Item = FacetValue> {
        (0..self.n_values()).map(move |idx| FacetValue { facet: self, idx: idx as u8 })
    }

    /// The value with this code.
    pub fn value(self, code: &str) -> Option<FacetValue> {
        self.values().find(|value| value.code() == code)
    }

    /// The number of its first value among those of all facets.
    const fn first_number(self) -> usize {
        let (mut number, mut idx) = (0, 0);
        while idx < self as usize {
            number += Self::ALL[idx].n_values();
            idx += 1;
        }
        number
    }

    /// The numbers of its values among those of all facets.
    pub(super) fn numbers(self) -> Range<usize> {
        self.first_number()..self.first_number() + self.n_values()
    }

    /// At most 64: a filter holds the chosen values of a facet as the bits of one number.
    pub(crate) const fn n_values(self) -> usize {
        match self {
            Self::Sector => Sector::ALL.len(),
            Self::Region => RegionCode::N,
            // A seat is somewhere.
            Self::Seat => RegionCode::N - 1,
            Self::Stage => Stage::ALL.len(),
            Self::Mechanism => MechanismKind::ALL.len(),
            Self::Kind => Kind::ALL.len(),
            Self::Evidence => Evidence::ALL.len(),
        }
    }
}

/// One value of one facet, such as the sector `health`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FacetValue {
    facet: Facet,
    idx: u8,
}

impl FacetValue {
    pub(super) fn new(facet: Facet, idx: u8) -> Self {
        Self { facet, idx }
    }

    pub fn facet(self) -> Facet {
        self.facet
    }

    /// Its number among the values of all facets.
    pub(super) fn number(self) -> usize {
        self.facet.first_number() + self.idx()
    }

    /// Its place in [`Facet::values`].
    pub fn idx(self) -> usize {
        usize::from(self.idx)
    }

    /// The code that addresses carry.
    pub fn code(self) -> &'static str {
        fn code<V: Vocabulary>(idx: usize) -> &'static str {
            V::ALL.get(idx).map_or("", |value| value.code())
        }
        match self.facet {
            Facet::Sector => code::<Sector>(self.idx()),
            Facet::Region | Facet::Seat => self.region().map_or("", RegionCode::code),
            Facet::Stage => code::<Stage>(self.idx()),
            Facet::Mechanism => code::<MechanismKind>(self.idx()),
            Facet::Kind => code::<Kind>(self.idx()),
            Facet::Evidence => code::<Evidence>(self.idx()),
        }
    }

    /// The region, if this is one: of `region` or of `seat`.
    pub fn region(self) -> Option<RegionCode> {
        match self.facet {
            Facet::Region => RegionCode::all().nth(self.idx()),
            Facet::Seat => RegionCode::all().nth(self.idx() + 1),
            _ => None,
        }
    }

    /// The words that a person reads for it.
    pub fn label(self, messages: &Messages) -> String {
        match self.region() {
            Some(region) => messages.region(region.code()).to_owned(),
            None => messages.text(&format!("{}.{}", self.facet.code(), self.code())).to_owned(),
        }
    }
}

/// Values of vocabularies; [`Vocabulary::ALL`] has them in the order of their declaration.
macro_rules! from_vocabulary {
    ($($name:ident),+) => {
        $(impl From<$name> for FacetValue {
            fn from(value: $name) -> Self {
                Self { facet: Facet::$name, idx: value as u8 }
            }
        })+
    };
}

// A kind of mechanism is a value of the facet `Mechanism`.
from_vocabulary!(Sector, Stage, Kind, Evidence);

impl From<MechanismKind> for FacetValue {
    fn from(value: MechanismKind) -> Self {
        Self { facet: Facet::Mechanism, idx: value as u8 }
    }
}

impl FacetValue {
    /// Working in `region`.
    pub fn works_in(region: RegionCode) -> Self {
        Self { facet: Facet::Region, idx: region.idx() as u8 }
    }

    /// Having its seat in `region`; a seat is never `worldwide`.
    pub fn seat_in(region: RegionCode) -> Option<Self> {
        region.idx().checked_sub(1).map(|idx| Self { facet: Facet::Seat, idx: idx as u8 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found_by_its_code_and_fits_a_filter() {
        for &facet in Facet::ALL {
            assert!(facet.n_values() <= 64);
            for value in facet.values() {
                assert_eq!(facet.value(value.code()), Some(value));
                assert_eq!(value.facet(), facet);
            }
            assert_eq!(facet.value("no-such"), None);
        }
    }

    #[test]
    fn every_value_has_a_number_of_its_own() {
        let numbers = Facet::ALL.iter().flat_map(|facet| facet.values()).map(FacetValue::number);
        assert!(numbers.eq(0..N_VALUES));
        assert!(Facet::ALL.iter().flat_map(|facet| facet.numbers()).eq(0..N_VALUES));
    }

    #[test]
    fn values_of_the_vocabularies_keep_their_codes() {
        fn check<V: Vocabulary + Into<FacetValue>>() {
            for &value in V::ALL {
                assert_eq!(value.into().code(), value.code());
            }
        }
        check::<Sector>();
        check::<Stage>();
        check::<MechanismKind>();
        check::<Kind>();
        check::<Evidence>();
        assert_eq!(FacetValue::works_in(RegionCode::WORLDWIDE).code(), "worldwide");
        assert_eq!(FacetValue::seat_in(RegionCode::WORLDWIDE), None);
        let europe = RegionCode::parse("150");
        assert_eq!(europe.and_then(FacetValue::seat_in).map(FacetValue::code), Some("150"));
    }

    #[test]
    fn every_value_has_words_in_english() {
        let english = Messages::english();
        for value in Facet::ALL.iter().flat_map(|facet| facet.values()) {
            let label = value.label(&english);
            assert!(!label.contains('.') && label != value.code(), "{label}");
        }
    }
}
