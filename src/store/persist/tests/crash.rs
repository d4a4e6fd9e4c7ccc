//! Power cuts and failed writes at every point.

use super::*;

/// Cuts the power after every single write of a script and checks that what was acknowledged is there
/// after the restart, and nothing else but the command that was under way.
fn survive_power_cuts(script: impl Fn(&mut Tab) -> Result<(), WriteError>, least: usize) {
    let run = |cut: Option<usize>| {
        let storage = FaultyStorage::default();
        if let Some(cut) = cut {
            storage.cut_power_at_write(cut);
        }
        let mut tab = Tab::open(&storage, 1);
        let _ = script(&mut tab);
        (storage, tab)
    };
    let writes = run(None).0.writes();
    assert!(writes >= least, "{writes} writes");
    for cut in 0..=writes {
        let (storage, tab) = run(Some(cut));
        let mut again = Tab::open(&storage.after_restart(), 2);
        same(&again.state, &tab.state, &format!("power cut at write {cut} of {writes}"));
        // What the cut left behind is cleared away, and still nothing is lost.
        again.journal.tidy();
        again.journal.tidy();
        while again.compact().expect("compacted") {}
        let kept = Rc::clone(again.journal.storage());
        let after = load(kept, REAL, TabId::new(3)).expect("readable");
        same(&after.state, &tab.state, &format!("after tidying, cut at {cut}"));
    }
}

#[test]
fn power_cuts_between_any_two_writes_lose_nothing() {
    let script = |tab: &mut Tab| {
        for round in 0..3 {
            edit_round(tab, round)?;
            tab.compact()?;
        }
        Ok(())
    };
    survive_power_cuts(script, 90);
}

fn edit_round(tab: &mut Tab, round: u64) -> Result<(), WriteError> {
    (0..32).try_for_each(|n| tab.set(1_000 * round + n, n % 7, &format!("{round}轮{n}")))
}

#[test]
fn power_cuts_inside_a_large_import_leave_all_or_nothing_of_it() {
    let county = large_county();
    let script = |tab: &mut Tab| {
        tab.journal.append(&county, &VersionVector::default(), &Names::default())?;
        county.iter().for_each(|change| {
            tab.state.apply(change.clone());
        });
        Ok(())
    };
    survive_power_cuts(script, 3);
}

#[test]
fn a_write_that_fails_changes_nothing() {
    let county = large_county();
    for failing in 0.. {
        let storage = FaultyStorage::default();
        let mut tab = Tab::open(&storage, 1);
        edit(&mut tab, 2).expect("written");
        let before = storage.keys();
        storage.fail_write(2 + failing);
        let result = tab.journal.append(&county, &VersionVector::default(), &Names::default());
        if result.is_ok() {
            assert!(failing >= 3, "several parts");
            break;
        }
        assert_eq!(storage.keys(), before, "write {failing} failed");
        // The next command is not taken for the rest of the failed one.
        tab.set(5_000, 1, "后来").expect("written");
        same(&open(&storage, 2).state, &tab.state, "");
    }
}
