//! The records of an answer, in order; put in order no further than one looks.

use std::sync::Arc;

use atlas_index::Bits;

/// Records, known by their indices in the digest, in the order of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    order: Order,
    by_newest: Arc<Vec<u32>>,
    len: usize,
}

/// Places among the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Order {
    Newest(Bits),
    Other(Vec<u32>),
}

impl Hits {
    pub(super) fn newest(places: Bits, by_newest: &Arc<Vec<u32>>) -> Self {
        let len = places.len();
        Self { order: Order::Newest(places), by_newest: Arc::clone(by_newest), len }
    }

    pub(super) fn other(places: Vec<u32>, by_newest: &Arc<Vec<u32>>) -> Self {
        let len = places.len();
        Self { order: Order::Other(places), by_newest: Arc::clone(by_newest), len }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The first ones, at most `n_most`.
    pub fn first(&self, n_most: usize) -> Vec<u32> {
        match &self.order {
            Order::Newest(places) => places.pick(&self.by_newest, n_most),
            Order::Other(places) => {
                places.iter().take(n_most).map(|place| self.by_newest[*place as usize]).collect()
            }
        }
    }

    /// All of them.
    pub fn to_vec(&self) -> Vec<u32> {
        self.first(self.len)
    }
}
