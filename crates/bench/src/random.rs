//! Numbers that look random and are the same on every machine: the seed and the place in the sequence decide.

/// A generator after `SplitMix64` (Steele, Lea and Flood, 2014).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The sequence of one item, such as a record, of one seed: any item can be had without those before it.
    pub(crate) fn of(seed: u64, item: u64) -> Self {
        let mut random = Self(seed ^ item.wrapping_mul(0xd134_2543_de82_ef95));
        // Neighbouring items begin far apart.
        random.0 = random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// From 0 to below 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below `n`, every one as likely.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.unit() * n as f64) as usize
    }

    /// A number below `n`, low ones far likelier: of 20, the first comes in more than a third of all cases.
    pub(crate) fn skewed_below(&mut self, n: usize) -> usize {
        let unit = self.unit();
        (unit * unit * unit * n as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_has_the_same_numbers_whenever_it_is_asked_for() {
        let numbers = |item| {
            let mut random = Random::of(7, item);
            [random.below(1_000), random.skewed_below(1_000)]
        };
        assert_eq!(numbers(3), numbers(3));
        assert_ne!(numbers(3), numbers(4));
    }

    #[test]
    fn skewed_numbers_are_low_ones() {
        let mut random = Random::of(1, 1);
        let n_first = (0..10_000).filter(|_| random.skewed_below(20) == 0).count();
        assert!((3_500..4_000).contains(&n_first), "{n_first}");
    }
}
