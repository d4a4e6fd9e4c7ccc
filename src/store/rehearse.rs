//! A rehearsal of the first edit. A browser compiles each function of the program when it is called for the first time;
//! who makes the first edit of the day would wait for some hundred of them.

use super::persist::{MemoryStorage, TabId, Workspace, load};
use super::{Store, WriteError};
use crate::domain::field::{FollowUpField as W, ProjectField as P};
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Action, Clock, Edit, NodeId};
use crate::rules::today::{Whose, day};
use crate::rules::warnings::Kept;
use std::cell::RefCell;
use std::rc::Rc;

/// Plans a step of a project, ticks it off and takes that back, in a store of its own that nobody sees and that is gone
/// afterwards. The same is computed in between as on Today. `wall` is the wall clock in milliseconds.
///
/// # Errors
/// None is to be expected: what is written here is kept in memory.
pub fn rehearse(today: Date, wall: u64) -> Result<(), WriteError> {
    let loaded = load(Rc::new(MemoryStorage::default()), Workspace::Real, TabId::new(wall))?;
    let journal = Box::new(Rc::new(RefCell::new(loaded.journal)));
    let mut store = Store::open(loaded.state, loaded.have, Clock::new(NodeId::default()), journal);
    let [project, step] = [Kind::Project, Kind::FollowUp].map(|kind| RecordId::new(kind, wall));
    let plan = vec![
        Edit::new(project, P::Name, Value::text("-")),
        Edit::new(step, W::Project, Value::Ref(project)),
        Edit::new(step, W::NextOn, Value::Date(today)),
    ];
    let mut warnings = Kept::default();
    let mut seen = 0;
    let mut look = |store: &Store| {
        warnings.refresh(store, store.touched_unseen(&mut seen).as_deref(), today);
        day(store.state(), store.index().rules(), store.index().projects(), Whose::All, today);
    };
    store.execute(Action::Create, plan, wall)?;
    look(&store);
    store.execute(Action::Tick, vec![Edit::new(step, W::NextDone, Value::Bool(true))], wall)?;
    look(&store);
    store.undo(wall)?;
    look(&store);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_without_an_error() {
        assert_eq!(rehearse(Date::ymd(2026, 11, 29).unwrap(), 1_796_000_000_000), Ok(()));
    }
}
