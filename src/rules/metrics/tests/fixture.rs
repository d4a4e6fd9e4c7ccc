//! A small office with its index, for tests of what is measured, scored and aimed at.

use crate::domain::field::{FundTrancheField as T, ProjectField as P, TransferField as X, owner_field};
use crate::domain::{Date, Field, Kind, Milestone, Money, RecordId, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp, State};
use crate::rules::query::Facts;
use crate::rules::{OfficeRules, ProjectSummary, summarise};
use std::collections::BTreeMap;

/// An office.
pub struct Office {
    state: State,
    rules: OfficeRules,
    children: BTreeMap<(Kind, RecordId), Vec<RecordId>>,
    summaries: BTreeMap<RecordId, ProjectSummary>,
}

impl Facts for Office {
    fn state(&self) -> &State {
        &self.state
    }
    fn rules(&self) -> &OfficeRules {
        &self.rules
    }
    fn summary(&self, project: RecordId) -> Option<&ProjectSummary> {
        self.summaries.get(&project)
    }
    fn children(&self, kind: Kind, parent: RecordId) -> &[RecordId] {
        self.children.get(&(kind, parent)).map_or(&[], |ids| ids)
    }
}

/// The office that some edits make, each later than the one before.
pub fn office(edits: Vec<Edit>) -> Office {
    let mut state = State::default();
    for (at, edit) in (1..).zip(edits) {
        for change in state.changes_for(vec![edit], Stamp::new(at, 0, NodeId(1))) {
            state.apply(change);
        }
    }
    finish(state)
}

/// The office of a state.
pub fn finish(state: State) -> Office {
    let rules = OfficeRules::read(&state);
    let mut children: BTreeMap<(Kind, RecordId), Vec<RecordId>> = BTreeMap::new();
    for &kind in Kind::ALL {
        let Some(owner) = owner_field(kind) else { continue };
        for (id, record) in state.live(kind) {
            if let Some(to) = record.get(owner).as_ref_id() {
                children.entry((kind, state.resolve(to))).or_default().push(id);
            }
        }
    }
    let of = |kind, id| children.get(&(kind, id)).map_or(&[][..], |ids: &Vec<RecordId>| ids);
    let summary = |(id, record)| {
        (id, summarise(&state, &rules, record, of(Kind::FollowUp, id), of(Kind::FundTranche, id)))
    };
    let summaries = state.live(Kind::Project).map(summary).collect();
    Office { rules, children, summaries, state }
}

pub const fn project(key: u64) -> RecordId {
    RecordId::new(Kind::Project, key)
}

pub const fn unit(key: u64) -> RecordId {
    RecordId::new(Kind::Unit, key)
}

pub const fn person(key: u64) -> RecordId {
    RecordId::new(Kind::Person, key)
}

pub fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

/// 万元 in yuan.
pub fn wan(amount: i64) -> Value {
    Value::Money(Money::yuan(amount * 10_000))
}

pub fn set(id: RecordId, field: impl Into<Field>, value: Value) -> Edit {
    Edit::new(id, CellKey::one(field), value)
}

pub fn on(id: RecordId, field: impl Into<Field>, day_of: &str) -> Edit {
    set(id, field, Value::Date(day(day_of)))
}

/// A milestone on its day.
pub fn reach(id: RecordId, milestone: Milestone, day_of: &str) -> Edit {
    Edit::new(id, CellKey::of(P::MilestoneDate, milestone.element()), Value::Date(day(day_of)))
}

/// A project of a unit that was signed on a day, over an amount in 万元.
pub fn signed(key: u64, of: RecordId, day_of: &str, amount: i64) -> Vec<Edit> {
    vec![
        set(project(key), P::Unit, Value::Ref(of)),
        set(project(key), P::TotalInvestment, wan(amount)),
        reach(project(key), Milestone::Signed, day_of),
    ]
}

/// An arrival of money in 万元.
pub fn arrival(key: u64, of: RecordId, day_of: &str, amount: i64) -> Vec<Edit> {
    let id = RecordId::new(Kind::FundTranche, key);
    vec![set(id, T::Project, Value::Ref(of)), on(id, T::ArrivedOn, day_of), set(id, T::Amount, wan(amount))]
}

/// A transfer in which the giver keeps a share, in percent.
pub fn transfer(key: u64, of: RecordId, from: RecordId, to: RecordId, day_of: &str, kept: i64) -> Vec<Edit> {
    let id = RecordId::new(Kind::Transfer, key);
    vec![
        set(id, X::Project, Value::Ref(of)),
        set(id, X::From, Value::Ref(from)),
        set(id, X::To, Value::Ref(to)),
        on(id, X::On, day_of),
        set(id, X::Kept, Value::Int(kept * 100)),
        set(of, P::Unit, Value::Ref(to)),
    ]
}
