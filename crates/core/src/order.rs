//! Sorting by one shared merge sort.
//!
//! The standard library compiles its sort anew, several kilobytes each time, for every type and every order; an
//! app that travels over slow lines sorts everything through this one, which is as fast to within a small factor.

use std::cmp::Ordering;

/// The indices below `n` in this order; equals by index.
pub fn order_by(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    let mut merged = Vec::with_capacity(n);
    let mut run = 1;
    while run < n {
        for pair in order.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            if let (Some(a), Some(b)) = (left.last(), right.first())
                && compare(*a as usize, *b as usize).is_le()
            {
                merged.extend_from_slice(pair);
                continue;
            }
            while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
                if compare(*a as usize, *b as usize).is_le() {
                    merged.push(*a);
                    left = left_rest;
                } else {
                    merged.push(*b);
                    right = right_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut order, &mut merged);
        merged.clear();
        run *= 2;
    }
    order
}

/// Sorts in place; equals keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut place_of = places(&order_by(items.len(), &|a, b| compare(&items[a], &items[b])));
    for idx in 0..items.len() {
        while place_of[idx] as usize != idx {
            let place = place_of[idx] as usize;
            items.swap(idx, place);
            place_of.swap(idx, place);
        }
    }
}

/// For each index, where the order has it.
fn places(order: &[u32]) -> Vec<u32> {
    let mut place_of = vec![0; order.len()];
    for (place, idx) in order.iter().enumerate() {
        place_of[*idx as usize] = place as u32;
    }
    place_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(keys in prop::collection::vec(0..20_u8, 0..70)) {
            let mut items: Vec<_> = keys.into_iter().enumerate().collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(_, key)| *key);
            sort_by(&mut items, |a, b| a.1.cmp(&b.1));
            prop_assert_eq!(items, expected);
        }
    }
}
