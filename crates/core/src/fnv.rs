//! FNV-1a: tells one content from another where no one has a reason to forge. <http://www.isthe.com/chongo/tech/comp/fnv/>

/// The hash of nothing.
pub(crate) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of numbers in order; of bytes it is the one that the name stands for.
pub fn fnv_1a(numbers: impl IntoIterator<Item = u64>) -> u64 {
    numbers.into_iter().fold(START, step)
}

/// The hash with one more number.
pub(crate) fn step(hash: u64, number: u64) -> u64 {
    (hash ^ number).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_the_published_hash() {
        assert_eq!(fnv_1a(b"a".map(u64::from)), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv_1a(b"foobar".map(u64::from)), 0x8594_4171_f739_67e8);
    }
}
