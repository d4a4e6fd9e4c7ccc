//! Two tabs that compact at one moment, as where the browser has no locks.

use super::*;
use proptest::prelude::*;

/// What a tab does next.
#[derive(Clone, Copy, Debug)]
enum Move {
    Edit,
    Compact,
    CatchUp,
}

fn any_move() -> impl Strategy<Value = (usize, Move)> {
    let kind = prop_oneof![1 => Just(Move::Edit), 8 => Just(Move::Compact), 1 => Just(Move::CatchUp)];
    (0usize..2, kind)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever they do in whatever order, all that was acknowledged is found by the next start.
    #[test]
    fn two_compactions_at_once_lose_nothing(moves in prop::collection::vec(any_move(), 1..160)) {
        let storage = MemoryStorage::default();
        let mut tabs = [Tab::open(&storage, 1), Tab::open(&storage, 2)];
        edit(&mut tabs[0], 40).expect("written");
        tabs[1].catch_up();
        let mut all = tabs[0].state.clone();
        let mut under_way: [Option<Compaction>; 2] = [None, None];
        for (round, (who, what)) in (0u64..).zip(moves) {
            let tab = &mut tabs[who];
            match what {
                Move::Edit => {
                    tab.set(5_000 + round, round % 7, &format!("{round}")).expect("written");
                    everything(&tab.state).into_iter().for_each(|change| { all.apply(change); });
                }
                Move::CatchUp => tab.catch_up(),
                Move::Compact => {
                    let mut compaction = match under_way[who].take() {
                        Some(compaction) => compaction,
                        None => match tab.journal.compaction() {
                            Some(begun) => begun,
                            None => continue,
                        },
                    };
                    if compaction.step(&mut tab.journal) == Ok(Progress::More) {
                        under_way[who] = Some(compaction);
                    }
                }
            }
            same(&open(&storage, 100 + round).state, &all, &format!("{what:?} of tab {who} in round {round}"));
        }
    }
}
