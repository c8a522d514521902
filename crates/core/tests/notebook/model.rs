//! A model of two to eight tabs over two stores, with every order of what people, crashes and full disks do.
//!
//! Each tab writes as the browser's code must: check epoch and schema, read, merge, write, second store, acknowledge.
//! At the end all tabs reconcile, and three things must hold: every acknowledged text is there unless somebody who had
//! seen it replaced or deleted it, all tabs show the same, and what was erased is nowhere.

use std::collections::BTreeSet;

use super::generate::replica;
use super::storing::keys;
use super::world::{World, list};
use atlas_core::notebook::store::reconcile;
use atlas_core::notebook::{Dot, NoteId, Record};
use proptest::prelude::*;

#[derive(Debug, Clone)]
pub(crate) enum Action {
    Write {
        tab: usize,
        note: u8,
        is_draft: bool,
        dies: Option<Moment>,
    },
    /// Begins to edit: what the editor sees now is all that its next writing replaces.
    Open {
        tab: usize,
        note: u8,
    },
    Trash {
        tab: usize,
        note: u8,
    },
    Undo {
        tab: usize,
    },
    Redo {
        tab: usize,
    },
    /// Another tab's changes come in.
    Sync {
        tab: usize,
    },
    /// The tab is killed and opened anew.
    Reopen {
        tab: usize,
    },
    Erase {
        tab: usize,
        dies: Option<Moment>,
    },
    /// Local storage takes nothing more, or takes again.
    Fill {
        is_full: bool,
    },
    /// One key of local storage is damaged.
    Damage {
        at: usize,
    },
}

/// When a tab is killed while it writes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Moment {
    BeforeLocal,
    BetweenStores,
    BeforeAcknowledged,
}

fn action() -> impl Strategy<Value = Action> {
    let tab = 0..8_usize;
    let dies = prop_oneof![
        6 => Just(None),
        1 => prop::sample::select(&[Moment::BeforeLocal, Moment::BetweenStores, Moment::BeforeAcknowledged][..])
            .prop_map(Some),
    ];
    prop_oneof![
        8 => (tab.clone(), 0..3_u8, any::<bool>(), dies.clone())
            .prop_map(|(tab, note, is_draft, dies)| Action::Write { tab, note, is_draft, dies }),
        3 => (tab.clone(), 0..3_u8).prop_map(|(tab, note)| Action::Open { tab, note }),
        1 => (tab.clone(), 0..3_u8).prop_map(|(tab, note)| Action::Trash { tab, note }),
        2 => tab.clone().prop_map(|tab| Action::Undo { tab }),
        1 => tab.clone().prop_map(|tab| Action::Redo { tab }),
        3 => tab.clone().prop_map(|tab| Action::Sync { tab }),
        1 => tab.clone().prop_map(|tab| Action::Reopen { tab }),
        1 => (tab, dies).prop_map(|(tab, dies)| Action::Erase { tab, dies }),
        1 => any::<bool>().prop_map(|is_full| Action::Fill { is_full }),
        1 => (0..20_usize).prop_map(|at| Action::Damage { at }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_acknowledged_text_is_lost_whatever_tabs_do(
        n_tabs in 2..9_usize, actions in prop::collection::vec(action(), 1..40)
    ) {
        let mut world = World::new(n_tabs);
        for (nth, action) in actions.into_iter().enumerate() {
            world.act(&action, nth);
        }
        world.is_full = false;
        let last = world.opened();
        for tab in 0..n_tabs {
            world.sync(tab);
            let (all, own) = (last.notebook.records(), world.tabs[tab].notebook.records());
            for record in all {
                let shown = own.iter().find(|it| it.id() == record.id()).map(|it| it.merge(record));
                prop_assert_eq!(shown.as_ref().map(Record::siblings), Some(record.siblings()), "tabs differ");
            }
        }
        prop_assert_eq!(last.epoch, world.epoch);
        let present: BTreeSet<(NoteId, Dot)> = last.notebook.records().iter()
            .flat_map(|record| record.siblings().iter().map(|it| (record.id().clone(), it.dot))).collect();
        for version in &world.versions {
            let is_here = present.contains(&(version.id.clone(), version.dot));
            if version.epoch < world.epoch {
                prop_assert!(!is_here, "erased, and here again: {}", version.text);
            } else if version.is_acknowledged && !is_here {
                let is_replaced = world.versions.iter().any(|by| by.id == version.id && by.seen.covers(version.dot));
                prop_assert!(is_replaced, "lost: {}", version.text);
            }
        }
        let again = reconcile(&keys(), replica(251), &list(&world.local), &list(&world.second));
        prop_assert!(again.local.puts.is_empty() && again.second.puts.is_empty(), "not at rest");
    }
}
