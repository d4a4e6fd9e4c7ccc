//! The pipeline as it was.

use super::{NodeId, Stamp, State};
use crate::domain::{Kind, RecordId};

impl State {
    /// The pipeline as it follows from the changes made until `millis` (since 1970 UTC), that moment
    /// included, by the clocks of those who made them: what a colleague had recorded by then counts, also
    /// if his file came later.
    pub fn as_of(&self, millis: u64) -> State {
        let last = Stamp { time: millis << 16 | u64::from(u16::MAX), node: NodeId(u64::MAX) };
        let mut then = State::default();
        *then.names_mut() = self.names().clone();
        for &kind in Kind::ALL {
            for (id, record) in self.records(kind) {
                let cells = record.cells();
                let is_simple = cells.iter().all(|cell| !self.has_changes_besides(id, cell.key));
                if is_simple {
                    let held: Vec<_> = cells.iter().filter(|cell| cell.stamp <= last).cloned().collect();
                    if !held.is_empty() {
                        then.take_record(id, held);
                    }
                    continue;
                }
                for change in self.changes_of(id).into_iter().filter(|change| change.stamp <= last) {
                    then.apply(change);
                }
            }
        }
        then
    }

    /// The command that brought a record into being: the first that gave it a cell.
    pub fn born(&self, id: RecordId) -> Option<Stamp> {
        let cells = self.record(id)?.cells();
        cells.iter().filter_map(|cell| self.first_stamp(id, cell)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::domain::field::ProjectField as P;
    use crate::ledger::Edit;
    use proptest::prelude::*;

    #[test]
    fn a_day_shows_what_was_recorded_by_its_end() {
        let (one, two) = (RecordId::new(Kind::Project, 1), RecordId::new(Kind::Project, 2));
        let mut state = State::default();
        let commands = [
            (10, vec![Edit::new(one, P::Name, Value::text("甲"))]),
            (
                20,
                vec![
                    Edit::new(one, P::Name, Value::text("乙")),
                    Edit::new(two, P::Name, Value::text("二号")),
                ],
            ),
            (30, vec![Edit::delete(one)]),
        ];
        for (millis, edits) in commands {
            for change in state.changes_for(edits, Stamp::new(millis, 3, NodeId(1))) {
                state.apply(change);
            }
        }
        let name = |millis| state.as_of(millis).get(one, P::Name).as_text().map(str::to_owned);
        assert_eq!(
            (name(9), name(10), name(19), name(20)),
            (None, Some("甲".into()), Some("甲".into()), Some("乙".into()))
        );
        assert!(state.as_of(9).record(one).is_none(), "nothing is there before it is made");
        assert_eq!(
            (state.as_of(19).record(two).is_some(), state.as_of(20).record(two).is_some()),
            (false, true)
        );
        assert!(state.as_of(29).record(one).is_some_and(|record| record.is_live()));
        assert!(state.as_of(30).record(one).is_some_and(|record| record.is_deleted()));
        assert_eq!(
            (state.born(one), state.born(two)),
            (Some(Stamp::new(10, 3, NodeId(1))), Some(Stamp::new(20, 3, NodeId(1))))
        );
    }

    proptest! {
        /// The past is what folding only the earlier changes gives, conflicts and all.
        #[test]
        fn the_past_is_the_fold_of_what_was_made_by_then(
            made in prop::collection::vec((0u64..40, 0u64..3, 0u64..3, 0i64..3, any::<bool>()), 1..60),
            until in 0u64..45,
        ) {
            let mut state = State::default();
            for (millis, node, record, value, knowing) in made {
                let id = RecordId::new(Kind::Project, record);
                let edits = vec![Edit::new(id, P::Remark, Value::Int(value))];
                for mut change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(node))) {
                    if !knowing {
                        change.over = Box::default();
                    }
                    state.apply(change);
                }
            }
            let mut wanted = State::default();
            for key in 0..3 {
                let changes = state.changes_of(RecordId::new(Kind::Project, key));
                changes.into_iter().filter(|change| change.stamp.millis() <= until).for_each(|change| {
                    wanted.apply(change);
                });
            }
            let past = state.as_of(until);
            for key in 0..3 {
                let id = RecordId::new(Kind::Project, key);
                prop_assert_eq!(past.changes_of(id), wanted.changes_of(id));
                prop_assert_eq!(past.record(id), wanted.record(id));
            }
            prop_assert!(past.conflict_cells().eq(wanted.conflict_cells()));
        }
    }
}
