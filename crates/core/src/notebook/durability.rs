//! When to ask for a backup, and how much room is left.

use super::instant::Instant;

/// So many changes without a backup call for one.
const N_CHANGES: u32 = 20;

/// So many days with changes and without a backup call for one.
const N_DAYS: i64 = 7;

/// What a browser lets one origin keep in local storage, in UTF-16 units of keys and values.
pub const LOCAL_STORAGE_UNITS: u64 = 5_242_880;

/// Whether to ask for a backup. `since` is the last one, or if there was none when the first note was written.
///
/// A clock that went back asks later, never wrongly: the changes are counted all the same.
pub fn backup_nudge(n_changes: u32, since: Option<Instant>, now: Instant) -> bool {
    n_changes >= N_CHANGES || n_changes > 0 && since.is_some_and(|since| since.plus_days(N_DAYS) <= now)
}

/// The room that notes take in local storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    /// UTF-16 units of all keys and values of the origin, ours and others'.
    pub n_used: u64,
    /// Those of our notes.
    pub n_ours: u64,
    pub n_notes: u64,
}

impl Room {
    /// Counts a key of local storage with its value.
    pub fn add(&mut self, key: &str, value: &str, is_note: bool) {
        let units = (utf16_len(key) + utf16_len(value)) as u64;
        self.n_used += units;
        if is_note {
            self.n_ours += units;
            self.n_notes += 1;
        }
    }

    /// What is left, in UTF-16 units.
    pub fn n_left(self) -> u64 {
        LOCAL_STORAGE_UNITS.saturating_sub(self.n_used)
    }

    /// About how many more notes of the present average length fit; of 500 units if there are none.
    pub fn n_more_notes(self) -> u64 {
        let average = self.n_ours.checked_div(self.n_notes).unwrap_or(500);
        self.n_left() / average.max(1)
    }
}

fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_asked_for_after_twenty_changes_or_seven_days_with_changes() {
        let day = |n_days| Instant::from_millis(0).plus_days(n_days);
        assert!(!backup_nudge(19, None, day(100)));
        assert!(backup_nudge(20, Some(day(100)), day(100)));
        assert!(!backup_nudge(0, Some(day(0)), day(100)));
        assert!(!backup_nudge(1, Some(day(0)), day(6)));
        assert!(backup_nudge(1, Some(day(0)), day(7)));
    }

    #[test]
    fn room_is_counted_in_utf16_units() {
        let mut room = Room::default();
        room.add("k", "ığ😀", true);
        assert_eq!((room.n_used, room.n_left()), (5, LOCAL_STORAGE_UNITS - 5));
        assert_eq!(room.n_more_notes(), (LOCAL_STORAGE_UNITS - 5) / 5);
        assert_eq!(Room::default().n_more_notes(), LOCAL_STORAGE_UNITS / 500);
    }
}
