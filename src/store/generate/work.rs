//! What a county does beside its projects: permits, problems, promises, trips, receptions and the rest, so that every
//! page has as much to show as in an office that uses it.

use super::County;
use super::{text, words};
use crate::domain::field::{
    AmbassadorField as M, DutyMonthField as D, FundTrancheField as T, InspectionField as Y, IssueField as Q,
    LeaderActivityField as L, OutboundTripField as G, PermitField as K, PersonField as R,
    PolicyPromiseField as O, ProjectField as P, PromotionEventField as H, ReceptionField as V,
    StationField as S, TrainingField as N,
};
use crate::domain::lists::List;
use crate::domain::money::WAN;
use crate::domain::{Date, Field, Kind, Money, RecordId, Value};
use crate::ledger::{CellKey, Names};

/// The permits that half of the projects have, with the days they take.
const PERMITS: [(&str, i64); 5] =
    [("备案", 3), ("环评", 30), ("能评", 20), ("用地规划许可", 20), ("施工许可", 10)];
/// The months for which people at post have a record.
const MONTHS: i32 = 12;
/// One record of these for so many projects.
const ISSUES: usize = 2;
const PROMISES: usize = 3;
const RECEPTIONS: usize = 4;
const TRIPS: usize = 5;
const INSPECTIONS: usize = 5;
const EVENTS: usize = 100;

impl County {
    /// Adds the records of all those kinds. For 10,000 projects: 25,000 permits, 10,000 arrivals of funds, 5,000
    /// problems, 3,334 promises, 2,500 receptions and works of leaders each, 2,000 trips and findings each, a year of
    /// months at post, 100 events.
    pub(super) fn add_work(&mut self, names: &mut Names) {
        self.name_leaders();
        self.add_teams(names);
        let projects = self.projects.clone();
        for (at, &(project, born)) in projects.iter().enumerate() {
            self.plan(project, born, at);
            self.add_tranche(project, born);
            if at % 2 == 0 {
                self.add_permits(project, born);
            }
            let every = |n: usize| at % n == 0;
            if every(ISSUES) {
                self.add_issue(project, born, names);
            }
            if every(PROMISES) {
                self.add_promise(project, born);
            }
            if every(RECEPTIONS) {
                self.add_reception(project, born);
                self.add_leader_work(project, born);
            }
            if every(TRIPS) {
                self.add_trip(project, born, names);
            }
            if every(INSPECTIONS) {
                self.add_inspection(project, born);
            }
            if every(EVENTS) {
                self.add_event(project, born, names);
            }
        }
    }

    /// A record of a kind made on a day.
    fn record<F: Into<Field>, const N: usize>(
        &mut self,
        kind: Kind,
        on: Date,
        cells: [(F, Value); N],
    ) -> RecordId {
        let (id, stamp) = (self.new_id(kind), self.stamp_on(on));
        for (field, value) in cells {
            if !value.is_empty() {
                self.set(id, stamp, CellKey::one(field), value);
            }
        }
        id
    }

    /// Names some of what is there in a family of records.
    fn name(
        &mut self,
        id: RecordId,
        field: impl Into<Field>,
        on: Date,
        named: &[RecordId],
        names: &mut Names,
    ) {
        let (field, stamp) = (field.into(), self.stamp_on(on));
        for named in named {
            let element = names.element(&named.to_string());
            self.set(id, stamp, CellKey::of(field, element), Value::Bool(true));
        }
    }

    /// So many of the people, one after the other from any of them.
    fn people(&mut self, count: usize) -> Vec<RecordId> {
        let from = self.random.below(self.people.len() as u64) as usize;
        self.people.iter().cycle().skip(from).take(count.min(self.people.len())).copied().collect()
    }

    /// A day from `born` to today.
    fn day_since(&mut self, born: Date) -> Date {
        born.plus(self.random.below(self.today.since(born).max(0) as u64 + 1) as i32)
    }

    /// Whether it comes true, in so many of a hundred cases.
    fn chance(&mut self, of_hundred: u64) -> bool {
        self.random.below(100) < of_hundred
    }

    /// A date in so many of a hundred cases, unless it is to come.
    fn perhaps(&mut self, of_hundred: u64, on: Date) -> Value {
        if self.chance(of_hundred) && on <= self.today { Value::Date(on) } else { Value::Empty }
    }

    fn wan(&mut self, least: u64, most: u64) -> Value {
        Value::Money(Money::yuan(self.random.between(least, most) as i64 * WAN))
    }

    /// The first twelve people are leaders of the county.
    fn name_leaders(&mut self) {
        let stamp = self.stamp_on(self.today);
        let level = List::LeaderLevel.defaults()[0].0;
        for person in self.people.iter().take(12).copied().collect::<Vec<_>>() {
            self.set(person, stamp, R::LeaderLevel, Value::text(level));
        }
    }

    /// What was agreed for a project, so that it may be behind.
    fn plan(&mut self, project: RecordId, born: Date, at: usize) {
        let stamp = self.stamp_on(self.today);
        let (start, end) = (self.random.between(60, 400) as i32, self.random.between(500, 1500) as i32);
        self.set(project, stamp, P::PromisedStart, Value::Date(born.plus(start)));
        self.set(project, stamp, P::PlannedCompletion, Value::Date(born.plus(end)));
        let plan = self.wan(100, 20_000);
        self.set(project, stamp, P::YearPlan, plan);
        if at.is_multiple_of(3) {
            let done = self.random.between(0, 100) as i64 * 100;
            self.set(project, stamp, P::PhysicalProgress, Value::Int(done));
        }
    }

    fn add_tranche(&mut self, project: RecordId, born: Date) {
        let (on, amount) = (self.day_since(born), self.wan(10, 5_000));
        let cells = [(T::Project, Value::Ref(project)), (T::ArrivedOn, Value::Date(on)), (T::Amount, amount)];
        self.record(Kind::FundTranche, on, cells);
    }

    fn add_permits(&mut self, project: RecordId, born: Date) {
        let mut due = born.plus(30);
        for (phase, (name, days)) in PERMITS.into_iter().enumerate() {
            due = due.plus(self.random.between(20, 60) as i32);
            let granted = due.plus(self.random.below(20) as i32 - 10);
            let done = self.perhaps(80, granted);
            let applied =
                if done.is_empty() { self.perhaps(40, due.plus(-10)) } else { Value::Date(due.plus(-20)) };
            let cells = [
                (K::Project, Value::Ref(project)),
                (K::Name, Value::text(name)),
                (K::Phase, Value::Int(phase as i64 + 1)),
                (K::Days, Value::Int(days)),
                (K::Department, self.any(|county| &county.units)),
                (K::DueOn, Value::Date(due)),
                (K::AppliedOn, applied),
                (K::DoneOn, done),
            ];
            self.record(Kind::Permit, born, cells);
        }
    }

    fn add_issue(&mut self, project: RecordId, born: Date, names: &mut Names) {
        let raised = self.day_since(born);
        let due = raised.plus(self.random.between(7, 45) as i32);
        let solved = due.plus(self.random.below(30) as i32 - 20);
        let name = text::fill(self.random.pick(words::NEXT_STEP), &mut self.random);
        let cells = [
            (Q::Project, Value::Ref(project)),
            (Q::Name, Value::text(&name)),
            (Q::Factor, self.word_of(List::Factor)),
            (Q::RaisedOn, Value::Date(raised)),
            (Q::RaisedBy, self.any(|county| &county.people)),
            (Q::Department, self.any(|county| &county.units)),
            (Q::DueOn, Value::Date(due)),
            (Q::AcceptedOn, self.perhaps(90, raised.plus(3))),
            (Q::SolvedOn, self.perhaps(80, solved)),
        ];
        let id = self.record(Kind::Issue, raised, cells);
        if self.chance(30) {
            let (on, to) = (raised.plus(5), self.any(|county| &county.units));
            let (element, stamp) = (names.element(&on.to_string()), self.stamp_on(on));
            self.set(id, stamp, CellKey::of(Q::HandedTo, element), to);
        }
    }

    fn add_promise(&mut self, project: RecordId, born: Date) {
        let due = born.plus(self.random.between(100, 900) as i32);
        let amount = self.wan(20, 2_000);
        let paid = if self.chance(70) && due <= self.today { amount.clone() } else { Value::Empty };
        let paid_on = if paid.is_empty() { Value::Empty } else { Value::Date(due) };
        let cells = [
            (O::Project, Value::Ref(project)),
            (O::Name, Value::text("固定资产投资奖励")),
            (O::Amount, amount),
            (O::DueOn, Value::Date(due)),
            (O::Paid, paid),
            (O::PaidOn, paid_on),
            (O::FairReview, self.word_of(List::FairReview)),
            (O::Department, self.any(|county| &county.units)),
        ];
        self.record(Kind::PolicyPromise, born, cells);
    }

    fn add_reception(&mut self, project: RecordId, born: Date) {
        let on = self.day_since(born);
        let company = self.companies[self.random.below(self.companies.len() as u64) as usize].0;
        let cells = [
            (V::On, Value::Date(on)),
            (V::Company, Value::Ref(company)),
            (V::Headcount, Value::Int(self.random.between(2, 12) as i64)),
            (V::Unit, self.any(|county| &county.units)),
            (V::Leader, self.any(|county| &county.people)),
            (V::Project, Value::Ref(project)),
            (V::Owner, self.any(|county| &county.people)),
        ];
        self.record(Kind::Reception, on, cells);
    }

    fn add_leader_work(&mut self, project: RecordId, born: Date) {
        let on = self.day_since(born);
        let leader = self.people[self.random.below(12.min(self.people.len() as u64)) as usize];
        let cells = [
            (L::Person, Value::Ref(leader)),
            (L::Work, self.word_of(List::LeaderWork)),
            (L::On, Value::Date(on)),
            (L::Content, Value::text(&text::follow_up(&mut self.random))),
            (L::Project, Value::Ref(project)),
        ];
        self.record(Kind::LeaderActivity, on, cells);
    }

    fn add_trip(&mut self, project: RecordId, born: Date, names: &mut Names) {
        let start = self.day_since(born);
        let end = start.plus(self.random.below(5) as i32);
        let place = self.random.pick(words::CITY);
        let cells = [
            (G::Unit, self.any(|county| &county.units)),
            (G::Leader, self.any(|county| &county.people)),
            (G::Place, Value::text(place)),
            (G::Start, Value::Date(start)),
            (G::End, Value::Date(end)),
            (G::Purpose, Value::text("拜访企业，对接项目")),
            (G::FiledOn, self.perhaps(90, start.plus(-2))),
            (G::ClosedOn, self.perhaps(90, end.plus(2))),
            (G::Cost, self.wan(1, 8)),
            (G::Leads, Value::Int(self.random.below(3) as i64)),
            (G::Results, Value::text(&text::follow_up(&mut self.random))),
        ];
        let id = self.record(Kind::OutboundTrip, start, cells);
        let count = self.random.between(1, 4) as usize;
        let members = self.people(count);
        self.name(id, G::Members, start, &members, names);
        let from = self.random.below(self.companies.len() as u64) as usize;
        let visited: Vec<RecordId> =
            self.companies.iter().skip(from).take(2).map(|company| company.0).collect();
        self.name(id, G::Companies, start, &visited, names);
        self.name(id, G::Projects, start, &[project], names);
    }

    fn add_inspection(&mut self, project: RecordId, born: Date) {
        let on = self.day_since(born);
        let cells = [
            (Y::Name, Value::text("现场无人施工")),
            (Y::On, Value::Date(on)),
            (Y::Project, Value::Ref(project)),
            (Y::Unit, self.any(|county| &county.units)),
            (Y::DueOn, Value::Date(on.plus(15))),
            (Y::CorrectedOn, self.perhaps(80, on.plus(12))),
        ];
        self.record(Kind::Inspection, on, cells);
    }

    fn add_event(&mut self, project: RecordId, born: Date, names: &mut Names) {
        let on = self.day_since(born);
        let name = [self.random.pick(words::CITY), "招商推介会"].concat();
        let cells = [
            (H::Name, Value::text(&name)),
            (H::EventKind, self.word_of(List::EventKind)),
            (H::On, Value::Date(on)),
            (H::Unit, self.any(|county| &county.units)),
            (H::Cost, self.wan(5, 60)),
            (H::Contacts, Value::Int(self.random.between(10, 120) as i64)),
        ];
        let id = self.record(Kind::PromotionEvent, on, cells);
        self.name(id, H::LeadProjects, on, &[project], names);
    }

    /// Stations, ambassadors, training, and the months of everybody.
    fn add_teams(&mut self, names: &mut Names) {
        let begun = self.today.plus(-700);
        for city in words::CITY.iter().take(12) {
            let cells = [
                (S::Name, Value::text(&[city, "驻点"].concat())),
                (S::City, Value::text(city)),
                (S::Unit, self.any(|county| &county.units)),
                (S::Leader, self.any(|county| &county.people)),
                (S::From, Value::Date(begun)),
            ];
            let id = self.record(Kind::Station, begun, cells);
            let members = self.people(3);
            self.name(id, S::Members, begun, &members, names);
        }
        for at in 0..60.min(self.projects.len()) {
            let cells = [
                (M::Name, Value::text(&text::person(&mut self.random))),
                (M::From, Value::Date(begun)),
                (M::Until, Value::Date(begun.plus(self.random.between(600, 1100) as i32))),
                (M::Fee, self.wan(2, 10)),
                (M::Quota, Value::Int(3)),
            ];
            let id = self.record(Kind::Ambassador, begun, cells);
            let given = self.projects[at].0;
            self.name(id, M::LeadProjects, begun, &[given], names);
        }
        for at in 0..40 {
            let on = self.today.plus(-at * 15);
            let cells = [
                (N::Name, Value::text("产业链招商培训")),
                (N::On, Value::Date(on)),
                (N::Hours, Value::Int(self.random.between(2, 16) as i64)),
                (N::Unit, self.any(|county| &county.units)),
            ];
            let id = self.record(Kind::Training, on, cells);
            let people = self.people(10);
            self.name(id, N::People, on, &people, names);
        }
        for person in self.people.clone() {
            for back in 1..=MONTHS {
                let on = self.today.plus(-30 * back);
                let month = on.to_string().chars().take(7).collect::<String>();
                let cells = [
                    (D::Person, Value::Ref(person)),
                    (D::Month, Value::text(&month)),
                    (D::AtPost, Value::Int(self.random.between(10, 22) as i64 * 10)),
                    (D::Leave, Value::Int(self.random.below(3) as i64 * 10)),
                ];
                self.record(Kind::DutyMonth, on, cells);
            }
        }
    }
}
