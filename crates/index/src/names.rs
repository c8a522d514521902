//! Numbers for names: each name has the number of those that came before it.
//!
//! A hash table over one text, for names that come in by the hundred thousand; each is stored once.

use crate::texts::Texts;

/// Names, numbered in the order in which they first came.
#[derive(Debug, Default)]
pub struct Names {
    names: Texts,
    /// Numbers plus one, zero for an empty slot; a power of two of them, at most half of them taken.
    slots: Vec<u32>,
}

impl Names {
    /// The number of a name: a known one's own, or the next.
    pub fn idx_of(&mut self, name: &str) -> u32 {
        if self.slots.len() <= 2 * self.len() {
            self.grow();
        }
        let slot = self.slot_of(name);
        if self.slots[slot] == 0 {
            self.names.push(name);
            self.slots[slot] = self.len() as u32;
        }
        self.slots[slot] - 1
    }

    /// Whether no name has come yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The name with this number.
    pub fn name(&self, idx: usize) -> &str {
        self.names.get(idx)
    }

    /// The names alone, by number.
    pub fn into_texts(self) -> Texts {
        self.names
    }

    /// Where a name is, or else where it goes: the slot of its hash or the next one free.
    fn slot_of(&self, name: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(name) as usize & mask;
        while let Some(known) = self.slots[slot].checked_sub(1)
            && self.name(known as usize) != name
        {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * self.len()).next_power_of_two().max(64)];
        for idx in 0..self.len() {
            let slot = self.slot_of(self.name(idx));
            self.slots[slot] = idx as u32 + 1;
        }
    }
}

/// FNV-1a, its upper bits brought down to where the mask looks.
fn hash(name: &str) -> u32 {
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_number() {
        let mut names = Names::default();
        for idx in [0..1_000, 0..1_000].into_iter().flatten() {
            assert_eq!(names.idx_of(&format!("name {idx}")), idx);
        }
        assert_eq!((names.len(), names.idx_of("")), (1_000, 1_000));
    }
}
