//! A small office to judge, for tests.

use crate::domain::field::ProjectField as P;
use crate::domain::field::{
    AttachmentField, FollowUpField as W, FundTrancheField as T, IssueField, PermitField, PolicyPromiseField,
};
use crate::domain::{Date, Field, Kind, Milestone, Money, RecordId, Value};
use crate::ledger::{CellKey, Change, NodeId, Stamp, State};
use crate::rules::query::Facts;
use crate::rules::{OfficeRules, ProjectSummary, summarise};
use std::collections::BTreeMap;

/// The project that is judged.
pub const PROJECT: RecordId = RecordId::new(Kind::Project, 1);
/// Who owns and leads it.
pub const OWNER: RecordId = RecordId::new(Kind::Person, 1);
/// Its unit.
pub const UNIT: RecordId = RecordId::new(Kind::Unit, 1);
/// A department.
pub const DEPARTMENT: RecordId = RecordId::new(Kind::Unit, 2);

/// The day with this ISO form.
pub fn day(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

/// An office that is being written.
#[derive(Default)]
pub struct Office {
    state: State,
    stamps: u64,
}

impl Office {
    /// Sets a cell.
    pub fn set(&mut self, record: RecordId, cell: impl Into<CellKey>, value: Value) {
        self.stamps += 1;
        let stamp = Stamp::new(self.stamps, 0, NodeId(1));
        self.state.apply(Change { record, cell: cell.into(), value, stamp, over: Box::default() });
    }

    /// Sets an element of a family.
    pub fn set_element(&mut self, record: RecordId, field: impl Into<Field>, word: &str, value: Value) {
        let element = self.state.names_mut().element(word);
        self.set(record, CellKey::of(field, element), value);
    }

    /// Sets a day.
    pub fn date(&mut self, record: RecordId, field: impl Into<CellKey>, on: &str) {
        self.set(record, field, Value::Date(day(on)));
    }

    /// Dates a milestone.
    pub fn reach(&mut self, project: RecordId, milestone: Milestone, on: &str) {
        self.date(project, CellKey::of(P::MilestoneDate, milestone.element()), on);
    }

    /// Notes a follow-up.
    pub fn follow_up(&mut self, project: RecordId, on: &str) {
        let id = self.child(Kind::FollowUp, W::Project, project);
        self.date(id, W::On, on);
    }

    /// Has money arrive.
    pub fn arrive(&mut self, project: RecordId, on: &str, yuan: i64) {
        let id = self.child(Kind::FundTranche, T::Project, project);
        self.date(id, T::ArrivedOn, on);
        self.set(id, T::Amount, Value::Money(Money::yuan(yuan)));
    }

    /// A new record that belongs to a project.
    pub fn child(&mut self, kind: Kind, owner: impl Into<Field>, project: RecordId) -> RecordId {
        let id = RecordId::new(kind, self.state.count(kind) as u64 + 1);
        self.set(id, CellKey::one(owner), Value::Ref(project));
        id
    }

    /// Asks what follows from what was written.
    pub fn with<R>(&self, ask: impl FnOnce(&dyn Facts) -> R) -> R {
        ask(&Read::of(&self.state))
    }
}

/// A project that lacks nobody.
pub fn office() -> Office {
    let mut office = Office::default();
    office.set(PROJECT, P::Owner, Value::Ref(OWNER));
    office.set(PROJECT, P::Leader, Value::Ref(OWNER));
    office.set(PROJECT, P::Unit, Value::Ref(UNIT));
    office
}

struct Read<'a> {
    state: &'a State,
    rules: OfficeRules,
    children: BTreeMap<(Kind, RecordId), Vec<RecordId>>,
    summaries: BTreeMap<RecordId, ProjectSummary>,
}

const OWNED: [(Kind, Field, Option<Field>); 6] = [
    (Kind::FollowUp, W::Project.field(), Some(W::On.field())),
    (Kind::FundTranche, T::Project.field(), Some(T::ArrivedOn.field())),
    (Kind::Attachment, AttachmentField::Project.field(), None),
    (Kind::Issue, IssueField::Project.field(), None),
    (Kind::Permit, PermitField::Project.field(), None),
    (Kind::PolicyPromise, PolicyPromiseField::Project.field(), None),
];

impl<'a> Read<'a> {
    fn of(state: &'a State) -> Self {
        let rules = OfficeRules::read(state);
        let mut children: BTreeMap<(Kind, RecordId), Vec<RecordId>> = BTreeMap::new();
        for (kind, owner, day) in OWNED {
            let mut all: Vec<_> = state.live(kind).collect();
            all.sort_by_key(|(id, record)| {
                (std::cmp::Reverse(day.and_then(|day| record.get(day).as_date())), *id)
            });
            for (id, record) in all {
                if let Some(project) = record.get(owner).as_ref_id() {
                    children.entry((kind, project)).or_default().push(id);
                }
            }
        }
        let of = |kind, id| children.get(&(kind, id)).map_or(&[][..], |ids| ids);
        let summaries = state.live(Kind::Project).map(|(id, record)| {
            let (follow_ups, tranches) = (of(Kind::FollowUp, id), of(Kind::FundTranche, id));
            (id, summarise(state, &rules, record, follow_ups, tranches))
        });
        let summaries = summaries.collect();
        Self { state, rules, children, summaries }
    }
}

impl Facts for Read<'_> {
    fn state(&self) -> &State {
        self.state
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
