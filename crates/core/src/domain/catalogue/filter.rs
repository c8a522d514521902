//! What a person chose: values of facets, OR within a facet, AND between facets.

use super::facet::{Facet, FacetValue, N_FACETS};

/// The chosen values. A facet without a chosen value does not narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Filter {
    /// A bit for each chosen value, by facet.
    chosen: [u64; N_FACETS],
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        self.chosen.iter().all(|bits| *bits == 0)
    }

    /// How many values are chosen.
    pub fn len(&self) -> usize {
        self.chosen.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    pub fn contains(&self, value: FacetValue) -> bool {
        self.bits(value.facet()) & bit(value) != 0
    }

    /// Whether anything is chosen in this facet.
    pub fn narrows(&self, facet: Facet) -> bool {
        self.bits(facet) != 0
    }

    /// Every chosen value, by facet, in the order in which a person is shown them.
    pub fn values(&self) -> impl Iterator<Item = FacetValue> {
        let chosen = *self;
        Facet::ALL.iter().flat_map(move |facet| chosen.values_of(*facet))
    }

    /// The chosen values of one facet.
    pub fn values_of(&self, facet: Facet) -> impl Iterator<Item = FacetValue> + use<> {
        let mut rest = self.bits(facet);
        std::iter::from_fn(move || {
            let idx = rest.trailing_zeros();
            rest &= rest.wrapping_sub(1);
            (idx < u64::BITS).then(|| FacetValue::new(facet, idx as u8))
        })
    }

    #[must_use]
    pub fn with(mut self, value: FacetValue) -> Self {
        self.chosen[value.facet() as usize] |= bit(value);
        self
    }

    #[must_use]
    pub fn without(mut self, value: FacetValue) -> Self {
        self.chosen[value.facet() as usize] &= !bit(value);
        self
    }

    #[must_use]
    pub fn toggled(self, value: FacetValue) -> Self {
        if self.contains(value) { self.without(value) } else { self.with(value) }
    }

    /// With nothing chosen in `facet`.
    #[must_use]
    pub fn cleared(mut self, facet: Facet) -> Self {
        self.chosen[facet as usize] = 0;
        self
    }

    pub(crate) fn bits(&self, facet: Facet) -> u64 {
        self.chosen[facet as usize]
    }
}

impl FromIterator<FacetValue> for Filter {
    fn from_iter<I: IntoIterator<Item = FacetValue>>(values: I) -> Self {
        values.into_iter().fold(Self::default(), Self::with)
    }
}

fn bit(value: FacetValue) -> u64 {
    1 << value.idx()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::{Sector, Stage};

    #[test]
    fn values_are_chosen_and_let_go() {
        let filter: Filter = [Sector::Health.into(), Stage::Memorandum.into()].into_iter().collect();
        assert_eq!(filter.len(), 2);
        assert!(filter.contains(Sector::Health.into()) && !filter.contains(Sector::Trade.into()));
        assert_eq!(filter.toggled(Sector::Trade.into()).values_of(Facet::Sector).count(), 2);
        assert_eq!(filter.toggled(Sector::Health.into()).cleared(Facet::Stage), Filter::default());
        assert!(filter.narrows(Facet::Stage) && !filter.narrows(Facet::Region));
    }
}
