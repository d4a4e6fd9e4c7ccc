//! Imports of drafts and of the shared example ledgers, on a ledger without a store.

mod again;
mod decided;
mod drafts;
mod ledgers;
mod trips;

use super::*;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{NodeId, Stamp, State, inverse};

/// The day the tests import on.
fn day() -> Date {
    Date::ymd(2026, 9, 30).expect("a day")
}

/// One office with its ledger.
#[derive(Clone, Default)]
struct Office {
    state: State,
    clock: u64,
}

impl Office {
    fn stamp(&mut self) -> Stamp {
        self.clock += 1;
        Stamp::new(self.clock, 0, NodeId(1))
    }

    fn plan(&self, drafts: &[Draft]) -> Plan {
        plan(drafts.to_vec(), &self.state, Options { as_of: day() })
    }

    /// Carries out a plan; returns its stamp.
    fn carry_out(&mut self, plan: &Plan) -> Stamp {
        let changes = work_out(plan, &self.state);
        let edits = changes.edits(|word| self.state.names_mut().element(word));
        self.edit(edits)
    }

    fn edit(&mut self, edits: Vec<crate::ledger::Edit>) -> Stamp {
        let stamp = self.stamp();
        for change in self.state.changes_for(edits, stamp) {
            self.state.apply(change);
        }
        stamp
    }

    fn import(&mut self, drafts: &[Draft]) -> Stamp {
        let plan = self.plan(drafts);
        self.carry_out(&plan)
    }

    fn undo(&mut self, stamp: Stamp) {
        let edits = inverse(&self.state, stamp, None).edits;
        self.edit(edits);
    }

    fn live(&self, kind: Kind) -> Vec<RecordId> {
        let mut ids: Vec<RecordId> = self.state.live(kind).map(|(id, _)| id).collect();
        ids.sort_unstable();
        ids
    }

    /// The live project of this name.
    fn project(&self, name: &str) -> RecordId {
        let field = crate::domain::field::ProjectField::Name;
        let mut found = self.state.live(Kind::Project).filter(|(_, p)| p.get(field).as_text() == Some(name));
        found.next().map(|(id, _)| id).unwrap_or_else(|| panic!("no project {name}"))
    }
}

/// What importing the drafts again would write.
fn again(office: &Office, drafts: &[Draft]) -> Vec<Write> {
    work_out(&office.plan(drafts), &office.state).writes
}
