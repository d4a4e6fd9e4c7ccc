//! The combined preview of any list of files says exactly what merging them one after another does, in any
//! order.

#[path = "offices/office.rs"]
mod office;

use office::{Mode, Office, T0};
use proptest::prelude::*;
use std::collections::BTreeSet;
use zhaoshang::domain::{RecordId, Value};
use zhaoshang::exchange::json::{Bundle, Together, United, canonical, grants, parse, together};
use zhaoshang::ledger::{CellKey, Change, State, VersionVector};

/// An office whose folder holds files of colleagues, made at different times.
struct Desk {
    ours: Office,
    files: Vec<String>,
    made: Vec<Change>,
    now: u64,
}

impl Desk {
    /// Four towns and the centre: each edits, some have read others' files, all send.
    fn new(steps: &[(usize, u64, bool)], modes: &[Mode]) -> Self {
        let mut offices: Vec<Office> = (1..=5).map(|node| Office::new(node, 0)).collect();
        let (mut now, mut made) = (T0, Vec::new());
        for &(who, seed, reads) in steps {
            now += 60_000;
            let who = who % offices.len();
            made.extend(offices[who].edit(seed, now));
            if seed % 9 == 0 {
                made.extend(offices[who].undo(now + 1));
            }
            if reads {
                let from = (who + 1 + seed as usize % 4) % offices.len();
                let file = offices[from].send(Mode::All, offices[who].node(), now);
                offices[who].receive(&file, now);
            }
        }
        let ours = offices.remove(0);
        let sent = modes.iter().zip(offices.iter().cycle());
        let files = sent.map(|(mode, office)| office.send(*mode, ours.node(), now)).collect();
        Self { ours, files, made, now }
    }

    fn bundles(&self) -> Vec<Bundle> {
        let read = |file: &String| parse(file.as_bytes(), self.now).expect("a real export");
        self.files.iter().map(read).collect()
    }
}

type Cells = BTreeSet<(RecordId, CellKey)>;

/// What became of `before` by merging one file after another.
fn check(ahead: &Together, before: &State, after: &State) {
    let ours = |key: CellKey| CellKey {
        field: key.field,
        element: after.names().find_element(ahead.names.element_word(key.element)).unwrap_or(0),
    };
    let kinds = zhaoshang::domain::Kind::ALL;
    let ids: Vec<RecordId> = kinds.iter().flat_map(|kind| after.records(*kind).map(|(id, _)| id)).collect();
    let new: BTreeSet<RecordId> = ids.iter().copied().filter(|id| before.record(*id).is_none()).collect();
    assert_eq!(ahead.found.new.iter().copied().collect::<BTreeSet<_>>(), new);

    let (was, is): (Cells, Cells) = (before.conflict_cells().collect(), after.conflict_cells().collect());
    let grown = |(id, key): &&(RecordId, CellKey)| {
        !was.contains(&(*id, *key))
            || before.conflict(*id, *key).sides.len() != after.conflict(*id, *key).sides.len()
    };
    let conflicts: Cells = is.iter().filter(grown).copied().collect();
    let told = ahead.found.conflicts.iter().map(|conflict| {
        let key = ours(conflict.cell);
        assert_eq!(conflict.sides, after.conflict(conflict.record, key).sides);
        (conflict.record, key)
    });
    assert_eq!(told.collect::<Cells>(), conflicts);
    let settled: Cells = was.difference(&is).copied().collect();
    assert_eq!(ahead.found.settled.iter().map(|&(id, key)| (id, ours(key))).collect::<Cells>(), settled);

    let mut changed: Vec<(RecordId, CellKey, &Value, &Value)> = Vec::new();
    for id in ids.iter().filter(|id| before.record(**id).is_some()) {
        let cells = after.record(*id).map(|record| record.cells()).unwrap_or_default();
        let other = cells.iter().filter(|cell| before.get(*id, cell.key) != &cell.value);
        let other = other.filter(|cell| !conflicts.contains(&(*id, cell.key)));
        changed.extend(other.map(|cell| (*id, cell.key, before.get(*id, cell.key), &cell.value)));
    }
    let mut told: Vec<_> =
        ahead.found.changed.iter().map(|c| (c.record, ours(c.cell), &c.before, &c.after)).collect();
    told.sort_by_key(|told| (told.0, told.1));
    changed.sort_by_key(|changed| (changed.0, changed.1));
    assert_eq!(told, changed);
}

/// Every row says from which files it is, and the shares add up.
fn check_sources(ahead: &Together, files: &[Bundle]) {
    let found = &ahead.found;
    assert_eq!(
        (found.new.len(), found.changed.len(), found.conflicts.len(), found.deleted.len()),
        (ahead.new.len(), ahead.changed.len(), ahead.conflicts.len(), ahead.deleted.len())
    );
    for (id, from) in found.new.iter().zip(&ahead.new) {
        let holding: Vec<usize> =
            (0..files.len()).filter(|&f| files[f].records().any(|r| r == *id)).collect();
        assert_eq!(from, &holding);
    }
    assert!(ahead.changed.iter().chain(&ahead.deleted).all(|from| !from.is_empty()));
    for (conflict, sides) in found.conflicts.iter().zip(&ahead.conflicts) {
        assert_eq!(conflict.sides.len(), sides.len());
        assert!(sides.iter().any(|from| !from.is_empty()), "a file has part in it");
    }
    let shares: Vec<_> = (0..files.len()).map(|file| ahead.share(file)).collect();
    let sum = |count: fn(&zhaoshang::exchange::json::together::Share) -> usize| {
        shares.iter().map(count).sum::<usize>()
    };
    assert_eq!(
        (sum(|s| s.new), sum(|s| s.changed), sum(|s| s.conflicts)),
        (found.new.len(), found.changed.len(), found.conflicts.len())
    );
}

fn mode() -> impl Strategy<Value = Mode> {
    prop_oneof![
        3 => Just(Mode::All),
        1 => Just(Mode::Since),
        1 => (0u64..2).prop_map(Mode::Unit),
        1 => (0u64..4).prop_map(Mode::Selection),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_combined_preview_says_what_merging_one_after_another_does(
        steps in prop::collection::vec((0usize..5, any::<u64>(), any::<bool>()), 0..50),
        modes in prop::collection::vec(mode(), 0..6),
        turn in any::<usize>(),
    ) {
        let desk = Desk::new(&steps, &modes);
        let bundles = desk.bundles();
        let all: Vec<&Bundle> = bundles.iter().collect();
        let before = desk.ours.state.clone();
        let ahead = together(&before, &all, desk.ours.node(), desk.now);
        check_sources(&ahead, &bundles);

        // One step: every change once, and nothing that is held.
        let mut one = before.clone();
        let mut united = United::default();
        for bundle in &bundles {
            let changes = bundle.clone().into_changes(one.names_mut()).expect("room for names");
            united.take(&one, changes);
        }
        let granted = grants(&desk.ours.have, bundles.iter().map(|bundle| &bundle.header));
        let changes = united.into_changes();
        prop_assert_eq!(changes.len(), ahead.found.fresh);
        changes.into_iter().for_each(|change| { one.apply(change); });
        check(&ahead, &before, &one);

        // One after another, from any one on, forward and backward, comes to the same.
        for backward in [false, true] {
            let mut at = Desk::new(&steps, &modes);
            let mut files = at.files.clone();
            if !files.is_empty() {
                let count = files.len();
                files.rotate_left(turn % count);
            }
            if backward {
                files.reverse();
            }
            for file in &files {
                at.ours.receive(file, at.now);
            }
            check(&ahead, &before, &at.ours.state);
            at.ours.check_vector(&at.made);
            prop_assert_eq!(canonical(&at.ours.state), canonical(&one));
            let mut claimed: VersionVector = desk.ours.have.clone();
            claimed.join(&granted);
            prop_assert!(claimed.includes(&at.ours.have));
        }
    }
}

#[test]
fn two_files_that_disagree_on_what_nobody_here_changed_are_one_choice() {
    // Both towns have the centre's file and write another name into one project.
    let mut ours = Office::new(1, 0);
    ours.edit(0x0000, T0);
    let base = ours.send(Mode::All, ours.node(), T0);
    let mut towns: Vec<Office> = (2..=3).map(|node| Office::new(node, 0)).collect();
    for (town, seed) in towns.iter_mut().zip([0x1000, 0x2000]) {
        town.receive(&base, T0 + 1);
        // The seed must choose a project's name: a multiple of 14.
        let seed = (seed..).find(|s| s % 14 == 0 && (s >> 4) % 4 == 0).expect("one");
        town.edit(seed, T0 + 60_000);
    }
    let files: Vec<String> =
        towns.iter().map(|town| town.send(Mode::All, ours.node(), T0 + 70_000)).collect();
    let bundles: Vec<Bundle> =
        files.iter().map(|f| parse(f.as_bytes(), T0 + 80_000).expect("whole")).collect();
    let all: Vec<&Bundle> = bundles.iter().collect();
    let ahead = together(&ours.state, &all, ours.node(), T0 + 80_000);
    assert_eq!((ahead.found.conflicts.len(), ahead.found.changed.len()), (1, 0));
    let mut sides = ahead.conflicts[0].clone();
    sides.sort();
    assert_eq!(sides, [vec![0], vec![1]], "each side is one file's");
    assert_eq!((ahead.share(0).conflicts, ahead.share(1).conflicts), (0, 1), "it takes both");
}
