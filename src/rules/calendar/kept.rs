//! The days that records stand on, kept from one edit to the next: a month then reads the hundreds of records that it
//! shows, and not the hundred thousand that there are.

use super::{Asked, DATED, Entry, Found, span};
use crate::domain::field::{
    AmbassadorField as M, FollowUpField as W, InspectionField as Y, IssueField as I,
    LeaderActivityField as N, OutboundTripField as G, PermitField as S, PolicyPromiseField as D,
    ProjectField as P, PromotionEventField as H, ReceptionField as J,
};
use crate::domain::sort::Arrange;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};
use crate::rules::OfficeRules;
use crate::rules::trips::calendar_days;
use rustc_hash::FxHashMap;

/// The days of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Days {
    /// All from the first to the last.
    Span(Date, Date),
    /// Those of the nodes of a project: between them nothing of it is shown.
    Nodes([Option<Date>; 3]),
}

impl Days {
    fn meet(self, asked: Asked) -> bool {
        match self {
            Days::Span(from, until) => from <= asked.until && until >= asked.from,
            Days::Nodes(days) => days.into_iter().flatten().any(|on| asked.from <= on && on <= asked.until),
        }
    }
}

/// The records that may have an entry, with their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    days: Vec<(Days, RecordId)>,
    at: FxHashMap<RecordId, usize>,
    is_read: bool,
}

impl Kept {
    /// Brings the days up to date. `touched` are the records touched since the last time, or `None` if that is not
    /// known.
    pub fn refresh(&mut self, state: &State, touched: Option<&[RecordId]>) {
        match touched.filter(|_| self.is_read) {
            Some(touched) => touched.iter().for_each(|&id| self.read(state, id)),
            None => {
                *self = Self { is_read: true, ..Self::default() };
                for kind in DATED {
                    state.live(kind).for_each(|(id, record)| self.put(id, reach(id.kind, record)));
                }
            }
        }
    }

    /// The entries of a span of days, by day, and within a day in the order of [`super::What`].
    pub fn entries(&self, state: &State, asked: Asked) -> Vec<Entry> {
        let rules = OfficeRules::read(state);
        let mut found = Found { state, asked, entries: Vec::new() };
        for &(_, id) in self.days.iter().filter(|(days, _)| days.meet(asked)) {
            if let Some(record) = state.record(id) {
                found.look(&rules, id, record);
            }
        }
        let mut entries = found.entries;
        entries.arrange_by_key(|entry| (entry.from, entry.what, entry.record));
        entries
    }

    fn read(&mut self, state: &State, id: RecordId) {
        if DATED.contains(&id.kind) {
            let record = state.record(id).filter(|record| record.is_live());
            self.put(id, record.and_then(|record| reach(id.kind, record)));
        }
    }

    fn put(&mut self, id: RecordId, days: Option<Days>) {
        match (self.at.get(&id).copied(), days) {
            (Some(at), Some(days)) => self.days[at] = (days, id),
            (None, Some(days)) => {
                self.at.insert(id, self.days.len());
                self.days.push((days, id));
            }
            (Some(at), None) => {
                self.at.remove(&id);
                self.days.swap_remove(at);
                if let Some((_, moved)) = self.days.get(at) {
                    self.at.insert(*moved, at);
                }
            }
            (None, None) => {}
        }
    }
}

/// The days on which a record may have an entry; what only other records can tell is not asked.
fn reach(kind: Kind, record: &Record) -> Option<Days> {
    let one = |day: Option<Date>| day.map(|day| Days::Span(day, day));
    match kind {
        Kind::Project => {
            let days = [P::PromisedStart, P::PlannedCompletion, P::PlannedProduction]
                .map(|field| record.get(field).as_date());
            days.iter().any(Option::is_some).then_some(Days::Nodes(days))
        }
        Kind::FollowUp => one(record.get(W::NextOn).as_date()).filter(|_| !record.get(W::NextDone).is_true()),
        Kind::Permit => one(record.get(S::DueOn).as_date()).filter(|_| record.get(S::DoneOn).is_empty()),
        Kind::PolicyPromise => one(record.get(D::DueOn).as_date()),
        Kind::Issue => one(record.get(I::DueOn).as_date()),
        Kind::Inspection => one(record.get(Y::DueOn).as_date()),
        Kind::Ambassador => one(record.get(M::Until).as_date()),
        Kind::OutboundTrip => {
            let start = record.get(G::Start).as_date()?;
            let days = i32::try_from(calendar_days(record).unwrap_or(1)).unwrap_or(1);
            Some(Days::Span(start, start.plus(days - 1)))
        }
        Kind::Reception => one(record.get(J::On).as_date()),
        Kind::PromotionEvent => {
            let span = span(record.get(H::On).as_date(), record.get(H::Until).as_date());
            span.map(|(from, until)| Days::Span(from, until))
        }
        Kind::LeaderActivity => one(record.get(N::On).as_date()),
        _ => None,
    }
}
