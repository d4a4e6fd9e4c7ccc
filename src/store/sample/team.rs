//! Who recruits in the sample county besides one recruiter a unit: heads, stations, ambassadors, trainings,
//! months at post.

use super::{County, Scene, Unit, words};
use crate::domain::field::{
    AmbassadorField as M, DutyMonthField as D, PersonField as R, StationField as Z, TrainingField as T,
};
use crate::domain::money::WAN;
use crate::domain::{Date, Kind, Money, RecordId, Value};
use crate::ledger::{Edit, Names};
use chrono::{Datelike, Months};

/// For how many months people have declared their days at post.
const MONTHS: u32 = 12;

impl County {
    /// 党政主职 of each unit.
    pub(super) fn heads(&mut self, units: &[Unit]) -> Vec<RecordId> {
        let post = |unit: &Unit| match unit.kind {
            "园区" => "管委会主任",
            "部门" => "局长",
            _ => "党委书记",
        };
        units.iter().map(|unit| self.person(unit, post(unit), "党政主职")).collect()
    }

    /// A second recruiter of each park, who is stationed elsewhere.
    pub(super) fn seconds(&mut self, units: &[Unit]) -> Vec<RecordId> {
        let parks = units.iter().filter(|unit| unit.kind == "园区");
        parks.map(|unit| self.person(unit, "驻点招商专员", "招商员")).collect()
    }

    pub(super) fn person(&mut self, unit: &Unit, post: &str, level: &str) -> RecordId {
        // Two of one name in one unit would be taken for one.
        let mut name = self.dice.person();
        while self.is_named(&name) {
            name = self.dice.person();
        }
        let id = RecordId::derived(Kind::Person, &[&name, unit.name, post]);
        self.set(id, R::Name, Value::text(&name));
        self.set(id, R::Unit, Value::Ref(unit.id));
        self.set(id, R::Post, Value::text(post));
        self.set(id, R::LeaderLevel, Value::text(level));
        id
    }

    fn is_named(&self, name: &str) -> bool {
        let is_name = |edit: &Edit| edit.record.kind == Kind::Person && edit.cell.field == R::Name.field();
        self.edits.iter().any(|edit| is_name(edit) && edit.value.as_text() == Some(name))
    }

    pub(super) fn teams(&mut self, names: &mut Names, scene: &Scene) {
        self.stations(names, scene);
        self.ambassadors(names, scene);
        self.trainings(names, scene);
        self.months_at_post(scene);
    }

    fn stations(&mut self, names: &mut Names, scene: &Scene) {
        for (number, (name, city, region)) in words::STATIONS.iter().enumerate() {
            let id = RecordId::derived(Kind::Station, &[name]);
            let unit = number * 7 % scene.units.len();
            self.set(id, Z::Name, Value::text(name));
            self.set(id, Z::City, Value::text(city));
            self.set(id, Z::Region, Value::text(region));
            self.set(id, Z::Unit, Value::Ref(scene.units[unit].id));
            self.set(id, Z::Leader, Value::Ref(scene.recruiters[unit]));
            let second = scene.seconds.get(number).copied();
            let other = scene.recruiters[(unit + 3) % scene.recruiters.len()];
            for member in [Some(scene.recruiters[unit]), second, Some(other)].into_iter().flatten() {
                self.mark(names, id, Z::Members, member);
            }
            let from = self.workday(330 - 60 * number as i32);
            self.set(id, Z::From, Value::Date(from));
        }
    }

    fn ambassadors(&mut self, names: &mut Names, scene: &Scene) {
        for (number, (organisation, region)) in words::ORGANISATIONS.iter().enumerate() {
            let name = self.dice.person();
            let id = RecordId::derived(Kind::Ambassador, &[&name, organisation]);
            // The first was appointed 345 days ago for a year: his term is nearly over.
            let from = self.today.plus(-345 + 70 * number as i32);
            let until = from.naive().checked_add_months(Months::new(12)).and_then(Date::from_naive);
            self.set(id, M::Name, Value::text(&name));
            self.set(id, M::Organisation, Value::text(organisation));
            self.set(id, M::Region, Value::text(region));
            let phone = format!("1990000{:04}", self.dice.below(10_000));
            self.set(id, M::Phone, Value::text(&phone));
            self.set(id, M::From, Value::Date(from));
            self.set(id, M::Until, until.map_or(Value::Empty, |until| Value::Date(until.plus(-1))));
            self.set(id, M::Fee, Value::Money(Money::yuan(5 * WAN)));
            self.set(id, M::Quota, Value::Int(3));
            // What was first heard of while he was appointed.
            let heard = scene.projects.iter().filter(|p| p.first().is_some_and(|first| first >= from));
            let leads: Vec<RecordId> =
                heard.map(|p| p.id).skip(number).step_by(9).take(3 - number % 3).collect();
            for lead in leads {
                self.mark(names, id, M::LeadProjects, lead);
            }
        }
    }

    fn trainings(&mut self, names: &mut Names, scene: &Scene) {
        for (number, (name, hours)) in words::TRAININGS.iter().enumerate() {
            let id = RecordId::derived(Kind::Training, &[name]);
            let on = self.workday(325 - 72 * number as i32);
            self.set(id, T::Name, Value::text(name));
            self.set(id, T::On, Value::Date(on));
            self.set(id, T::Hours, Value::Int(*hours));
            self.set(id, T::Unit, Value::Ref(scene.units[8].id));
            for &person in scene.recruiters.iter().chain(&scene.seconds) {
                if self.dice.chance(72) {
                    self.mark(names, id, T::People, person);
                }
            }
        }
    }

    /// What recruiters declared of the months that are over.
    fn months_at_post(&mut self, scene: &Scene) {
        let first_of_month = self.today.naive().with_day(1);
        let months =
            (1..=MONTHS).rev().filter_map(|ago| first_of_month?.checked_sub_months(Months::new(ago)));
        let months: Vec<String> = months.map(|day| day.format("%Y-%m").to_string()).collect();
        for &person in scene.recruiters.iter().chain(&scene.seconds) {
            for month in &months {
                let id = RecordId::derived(Kind::DutyMonth, &[&person.to_string(), month]);
                let leave = i64::from(*self.dice.pick(&[0, 0, 0, 5, 10, 10, 20, 30]));
                let at_post = i64::from(self.dice.between(16, 22)) * 10 - leave;
                self.set(id, D::Person, Value::Ref(person));
                self.set(id, D::Month, Value::text(month));
                self.set(id, D::AtPost, Value::Int(at_post));
                if leave > 0 {
                    self.set(id, D::Leave, Value::Int(leave));
                }
                if self.dice.chance(4) {
                    self.set(id, D::Absences, Value::Int(1));
                }
            }
        }
    }
}
