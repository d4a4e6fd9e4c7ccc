//! A job whose ledger is one of trips.

use super::super::take::Columns;
use super::super::trips::TripPlan;
use super::Job;
use crate::exchange::sheet::TargetTable;
use crate::exchange::sheet::table::{Table, rank};
use crate::exchange::sheet::targets::{PROJECT, TRIP};
use crate::ledger::State;

impl Job {
    /// What the columns may be.
    pub fn targets(&self) -> &'static TargetTable {
        self.targets
    }

    /// Whether the file is taken for a ledger of trips (外出招商).
    pub fn is_trips(&self) -> bool {
        std::ptr::eq(self.targets, &raw const TRIP)
    }

    /// Takes the file for a ledger of trips, or of projects.
    pub fn take_for_trips(&mut self, trips: bool, state: &State) {
        if self.is_trips() == trips {
            return;
        }
        self.targets = if trips { &TRIP } else { &PROJECT };
        self.tables =
            rank(&self.book, self.targets).into_iter().map(|ranked| ranked.table).collect::<Vec<Table>>();
        self.chosen = 0;
        self.propose(state);
    }

    /// The plan of a ledger of trips, once made.
    pub fn trips(&self) -> Option<&TripPlan> {
        self.trips.as_ref()
    }

    /// Compares the rows of a ledger of trips with the records.
    pub fn plan_trips(&mut self, state: &State) {
        let columns = self.table().map(|table| Columns::of(table, &self.mapping)).unwrap_or_default();
        self.trips = Some(TripPlan::new(&self.rows, &columns, state));
    }

    /// The plan is to be made anew.
    pub(super) fn forget(&mut self) {
        self.plan = None;
        self.trips = None;
    }
}
