//! A made-up county of any size, the same every time: for measuring, and for tests that need many
//! records.
//!
//! No company, person or event in it is real. Every project has exactly twenty cells, three to six of
//! them milestone dates, and is one command; later milestones and every follow-up are commands of their
//! own, from six laptops over three years.

mod assess;
mod random;
mod text;
mod words;
mod work;

use crate::domain::field::{
    CompanyField as C, ContactField as K, FollowUpField as W, PersonField as R, ProjectField as P,
    UnitField as U,
};
use crate::domain::lists::List;
use crate::domain::{Date, Kind, Milestone, Money, RecordId, Value, money::WAN};
use crate::ledger::{CellKey, Change, Names, NodeId, Stamp};
use random::Random;

/// How much to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Projects.
    pub projects: usize,
    /// Follow-ups for each of them.
    pub follow_ups_each: usize,
}

/// The days over which the county's records came together.
const DAYS: u64 = 3 * 365;

/// Makes a county whose latest records are of the day `today`.
pub fn generate(size: Size, seed: u64, today: Date) -> Vec<Change> {
    county(size, seed, today, 0).changes
}

/// The same county with what it does beside its projects: permits, problems, promises, trips and the rest. `names`
/// takes the words that name who and what took part.
pub fn generate_working(size: Size, seed: u64, today: Date, names: &mut Names) -> Vec<Change> {
    let mut county = county(size, seed, today, 0);
    county.add_work(names);
    county.changes
}

/// The same again with a hundred units that are scored: their groups, their targets of the year, and a rule sheet of
/// twenty items.
pub fn generate_assessed(size: Size, seed: u64, today: Date, names: &mut Names) -> Vec<Change> {
    let mut county = county(size, seed, today, assess::UNITS);
    county.add_work(names);
    county.add_assessment();
    county.changes
}

/// A county with at least so many units.
fn county(size: Size, seed: u64, today: Date, units: usize) -> County {
    let mut county = County {
        random: Random::new(seed),
        today,
        changes: Vec::new(),
        nodes: [NodeId::default(); 6],
        units: Vec::new(),
        people: Vec::new(),
        companies: Vec::new(),
        projects: Vec::new(),
    };
    for at in 0..county.nodes.len() {
        county.nodes[at] = NodeId(county.random.bits());
    }
    county.add_units();
    county.fill_units(units);
    county.add_people(size.projects.div_ceil(50).max(12));
    county.add_companies(size.projects.div_ceil(2));
    for number in 0..size.projects {
        county.add_project(number, size.follow_ups_each);
    }
    county
}

struct County {
    random: Random,
    today: Date,
    changes: Vec<Change>,
    nodes: [NodeId; 6],
    units: Vec<RecordId>,
    people: Vec<RecordId>,
    /// Each company with its contact and its place of origin.
    companies: Vec<(RecordId, RecordId, &'static str)>,
    /// Each project with the day on which it was entered.
    projects: Vec<(RecordId, Date)>,
}

impl County {
    fn new_id(&mut self, kind: Kind) -> RecordId {
        RecordId::new(kind, self.random.bits())
    }

    /// A moment in working hours of the day, by one of the laptops.
    fn stamp_on(&mut self, day: Date) -> Stamp {
        let seconds = self.random.between(8 * 3600, 18 * 3600);
        let millis = u64::try_from(day.days()).unwrap_or_default() * 86_400_000
            + seconds * 1000
            + self.random.below(1000);
        let node = self.nodes[self.random.below(self.nodes.len() as u64) as usize];
        Stamp::new(millis, 0, node)
    }

    /// A day in the last `DAYS` days.
    fn day(&mut self) -> Date {
        self.today.plus(-(self.random.below(DAYS) as i32))
    }

    fn set(&mut self, record: RecordId, stamp: Stamp, cell: impl Into<CellKey>, value: Value) {
        self.changes.push(Change { record, cell: cell.into(), value, stamp, over: Box::default() });
    }

    fn any(&mut self, ids: fn(&Self) -> &[RecordId]) -> Value {
        let at = self.random.below(ids(self).len() as u64) as usize;
        ids(self).get(at).map_or(Value::Empty, |&id| Value::Ref(id))
    }

    /// One of the list's default words.
    fn word_of(&mut self, list: List) -> Value {
        let defaults = list.defaults();
        Value::text(defaults[self.random.below(defaults.len() as u64) as usize].0)
    }

    fn amount(&mut self, least: u64, most: u64) -> Value {
        Value::Money(Money::yuan(self.random.between(least, most) as i64 * 100 * WAN))
    }

    fn add_units(&mut self) {
        let stamp = self.stamp_on(self.today.plus(-(DAYS as i32)));
        for name in words::TOWN.iter().chain(words::BUREAU) {
            let id = self.new_id(Kind::Unit);
            self.units.push(id);
            self.set(id, stamp, U::Name, Value::text(name));
        }
    }

    fn add_people(&mut self, count: usize) {
        let stamp = self.stamp_on(self.today.plus(-(DAYS as i32)));
        for _ in 0..count {
            let id = self.new_id(Kind::Person);
            self.people.push(id);
            let (name, unit) = (text::person(&mut self.random), self.any(|county| &county.units));
            self.set(id, stamp, R::Name, Value::text(&name));
            self.set(id, stamp, R::Unit, unit);
        }
    }

    fn add_companies(&mut self, count: usize) {
        for _ in 0..count {
            let day = self.day();
            let stamp = self.stamp_on(day);
            let (company, contact) = (self.new_id(Kind::Company), self.new_id(Kind::Contact));
            let city = self.random.pick(words::CITY);
            self.companies.push((company, contact, city));
            let (brand, trade) = (text::brand(&mut self.random), self.random.pick(words::TRADE));
            let name = [city, &brand, trade, self.random.pick(words::COMPANY_FORM)].concat();
            self.set(company, stamp, C::Name, Value::text(&name));
            self.set(company, stamp, C::Region, Value::text(city));
            let person = text::person(&mut self.random);
            let phone = format!("1{:02}{:08}", self.random.between(30, 99), self.random.below(100_000_000));
            self.set(contact, stamp, K::Name, Value::text(&person));
            self.set(contact, stamp, K::Company, Value::Ref(company));
            let post = self.random.pick(words::POST);
            self.set(contact, stamp, K::Post, Value::text(post));
            self.set(contact, stamp, K::Phone, Value::text(&phone));
        }
    }

    fn add_project(&mut self, number: usize, follow_ups: usize) {
        let born = self.day();
        let stamp = self.stamp_on(born);
        let id = self.new_id(Kind::Project);
        self.projects.push((id, born));
        let (company, contact, city) =
            self.companies[self.random.below(self.companies.len() as u64) as usize];
        let template = self.random.pick(words::PROJECT_NAME);
        let name = text::fill(template, &mut self.random);
        let summary = text::summary(&mut self.random);
        let site = self.random.pick(words::PLACE);
        let cells: [(P, Value); 14] = [
            (P::Name, Value::text(&name)),
            (P::Investor, Value::Ref(company)),
            (P::TotalInvestment, self.amount(10, 500)),
            (P::Industry, self.word_of(List::Industry)),
            (P::Unit, self.any(|county| &county.units)),
            (P::Owner, self.any(|county| &county.people)),
            (P::Contact, Value::Ref(contact)),
            (P::Code, Value::text(&format!("ZS{}{:05}", born.to_string().replace('-', ""), number))),
            (P::Summary, Value::text(&summary)),
            (P::SourceRegion, Value::text(city)),
            (P::FixedInvestment, self.amount(5, 400)),
            (P::Jobs, Value::Int(self.random.between(2, 80) as i64 * 10)),
            (P::Site, Value::text(site)),
            (P::Method, self.word_of(List::Method)),
        ];
        for (field, value) in cells {
            self.set(id, stamp, field, value);
        }
        let milestones = self.random.between(3, 6) as usize;
        self.add_milestones(id, born, stamp, milestones);
        let more: [(P, Value); 3] = [
            (P::EnteredOn, Value::Date(born)),
            (P::Leader, self.any(|county| &county.people)),
            (P::LandArea, Value::Int(self.random.between(5, 300) as i64 * 66_667)),
        ];
        for (field, value) in more.into_iter().take(6 - milestones) {
            self.set(id, stamp, field, value);
        }
        for _ in 0..follow_ups {
            self.add_follow_up(id, born);
        }
    }

    /// The first milestone with the project itself, each later one when it happened.
    fn add_milestones(&mut self, id: RecordId, born: Date, stamp: Stamp, count: usize) {
        let mut day = born;
        for (at, milestone) in Milestone::ALL.iter().take(count).enumerate() {
            let stamp = if at == 0 { stamp } else { self.stamp_on(day) };
            let cell = CellKey::of(P::MilestoneDate, milestone.element());
            self.set(id, stamp, cell, Value::Date(day));
            let left = self.today.since(day).max(0) as u64;
            day = day.plus(self.random.below(left.min(120) + 1) as i32);
        }
    }

    fn add_follow_up(&mut self, project: RecordId, born: Date) {
        let left = self.today.since(born).max(0) as u64;
        let day = born.plus(self.random.below(left + 1) as i32);
        let stamp = self.stamp_on(day);
        let id = self.new_id(Kind::FollowUp);
        let content = text::follow_up(&mut self.random);
        let template = self.random.pick(words::NEXT_STEP);
        let next = text::fill(template, &mut self.random);
        let cells: [(W, Value); 7] = [
            (W::Project, Value::Ref(project)),
            (W::On, Value::Date(day)),
            (W::Method, self.word_of(List::FollowUpMethod)),
            (W::Content, Value::text(&content)),
            (W::NextStep, Value::text(&next)),
            (W::NextOn, Value::Date(day.plus(self.random.between(2, 40) as i32))),
            (W::Person, self.any(|county| &county.people)),
        ];
        for (field, value) in cells {
            self.set(id, stamp, field, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use std::collections::BTreeMap;

    fn county() -> Vec<Change> {
        let today = Date::parse_iso("2026-09-30").expect("a day");
        generate(Size { projects: 40, follow_ups_each: 3 }, 7, today)
    }

    #[test]
    fn it_is_the_same_every_time() {
        assert_eq!(county(), county());
    }

    #[test]
    fn every_project_has_twenty_cells_and_its_follow_ups() {
        let mut cells: BTreeMap<RecordId, usize> = BTreeMap::new();
        for change in county() {
            *cells.entry(change.record).or_default() += 1;
        }
        let of = |kind| cells.iter().filter(move |(id, _)| id.kind == kind).map(|(_, &count)| count);
        assert_eq!(of(Kind::Project).collect::<Vec<_>>(), vec![20; 40]);
        assert_eq!(of(Kind::FollowUp).collect::<Vec<_>>(), vec![7; 120]);
    }

    #[test]
    fn a_county_at_work_is_the_county_and_more() {
        let today = Date::parse_iso("2026-09-30").expect("a day");
        let mut names = Names::default();
        let (idle, working) =
            (county(), generate_working(Size { projects: 40, follow_ups_each: 3 }, 7, today, &mut names));
        assert_eq!(working[..idle.len()], idle[..]);
        let count = |kind| {
            let mut ids: Vec<RecordId> =
                working.iter().map(|c| c.record).filter(|id| id.kind == kind).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.len()
        };
        let made = [Kind::Permit, Kind::Issue, Kind::PolicyPromise, Kind::OutboundTrip, Kind::FundTranche]
            .map(count);
        assert_eq!(made, [100, 20, 14, 8, 40]);
    }

    #[test]
    fn every_slot_of_every_template_is_filled() {
        for change in county() {
            if let Value::Text(text) = &change.value {
                assert!(!text.contains(['{', '}']), "{text}");
            }
        }
    }
}
