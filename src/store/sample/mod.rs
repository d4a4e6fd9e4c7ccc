//! 示例县: a county that does not exist, with a believable year behind it, so that a visitor at a fair
//! and a new user see every screen at work.
//!
//! The same day gives the same county. Dates are counted back from that day, so that there is always
//! something due today and something overdue. It is written into a workspace of its own and can never
//! mix with real data.

mod activity;
mod assess;
mod contests;
mod dated;
mod deeds;
mod dice;
mod hearings;
mod project;
mod service;
mod targets;
mod team;
mod words;
mod works;

use crate::domain::field::{
    CompanyField as C, ContactField as K, OfficeField as O, PersonField as R, UnitField as U,
};
use crate::domain::money::WAN;
use crate::domain::{Currency, Date, Kind, Money, RecordId, Stage, Value};
use crate::ledger::{CellKey, Edit, Names};
use dice::Dice;

/// How many projects the sample county has.
pub const PROJECTS: usize = 64;

/// What was recorded on a day.
pub type Recorded = (Date, Vec<Edit>);

/// Everything in the sample county, as commands of the days on which it was recorded, the earliest first.
/// Each cell is given once.
pub fn county(names: &mut Names, today: Date) -> Vec<Recorded> {
    let mut county = County { edits: Vec::new(), dice: Dice::new(20_260_930), today };
    county.office(names);
    let units = county.units();
    let recruiters = county.people(&units);
    let leaders = county.leaders();
    let mut projects = Vec::new();
    for number in 0..PROJECTS {
        let unit = county.dice.below(units.len());
        let cast = project::Cast {
            unit: units[unit].id,
            unit_number: unit,
            owner: recruiters[unit],
            leader: leaders[number % leaders.len()],
        };
        projects.push(county.project(names, number, cast));
    }
    // Each part has chances of its own, so that what is added to one leaves the others as they are.
    let chances = |part: u64| Dice::new(20_260_930 + part);
    county.dice = chances(1);
    let heads = county.heads(&units);
    let seconds = county.seconds(&units);
    let scene = Scene { units, recruiters, heads, seconds, leaders, projects };
    county.teams(names, &scene);
    county.dice = chances(2);
    county.trips(names, &scene);
    county.dice = chances(3);
    county.receptions(names, &scene);
    county.events(names, &scene);
    county.leaders_work(&scene);
    county.dice = chances(4);
    county.works(names, &scene);
    county.dice = chances(5);
    county.services(names, &scene);
    county.targets(&scene);
    county.rules();
    county.hearings(names, &scene);
    county.contests(&scene);
    let mut days = dated::by_day(county.edits, names, today);
    assess::publish(&mut days, names, today);
    contests::publish(&mut days, names, today);
    days
}

/// The county as it is being written.
struct County {
    edits: Vec<Edit>,
    dice: Dice,
    today: Date,
}

struct Unit {
    id: RecordId,
    name: &'static str,
    kind: &'static str,
}

/// What became of one project.
struct Made {
    id: RecordId,
    cast: project::Cast,
    investor: RecordId,
    /// What it makes.
    product: &'static str,
    stage: Stage,
    /// Total investment in 万元.
    wan: i64,
    /// Its milestones, newest first.
    reached: Vec<(Stage, Date)>,
    /// The days of its follow-ups.
    talks: Vec<Date>,
    /// Whether it left the pipeline.
    has_left: bool,
}

impl Made {
    /// When it came to a stage.
    fn at(&self, stage: Stage) -> Option<Date> {
        self.reached.iter().find(|(reached, _)| *reached == stage).map(|(_, day)| *day)
    }

    /// When it was first heard of.
    fn first(&self) -> Option<Date> {
        self.reached.last().map(|(_, day)| *day)
    }
}

/// Who is there, and what they carry: what the year is told of.
struct Scene {
    units: Vec<Unit>,
    /// One recruiter a unit.
    recruiters: Vec<RecordId>,
    /// 党政主职, one a unit.
    heads: Vec<RecordId>,
    /// A second recruiter, of the parks.
    seconds: Vec<RecordId>,
    /// 县级领导.
    leaders: Vec<RecordId>,
    projects: Vec<Made>,
}

impl County {
    fn set(&mut self, record: RecordId, cell: impl Into<CellKey>, value: Value) {
        self.edits.push(Edit::new(record, cell, value));
    }

    /// Names a record among those of a family.
    fn mark(
        &mut self,
        names: &mut Names,
        record: RecordId,
        field: impl Into<crate::domain::Field>,
        member: RecordId,
    ) {
        let element = names.element(&member.to_string());
        self.set(record, CellKey::of(field, element), Value::Bool(true));
    }

    /// So many days ago, and on a Friday if that was a weekend.
    fn workday(&self, ago: i32) -> Date {
        let day = self.today.plus(-ago);
        day.plus((4 - day.since(day.monday())).min(0))
    }

    fn office(&mut self, names: &mut Names) {
        self.set(RecordId::OFFICE, O::Name, Value::text("示例县招商服务中心"));
        self.set(RecordId::OFFICE, O::Province, Value::text("江苏省"));
        for (currency, rate) in [(Currency::USD, 71_000), (Currency::EUR, 77_000), (Currency::HKD, 9_100)] {
            let element = names.element(currency.code());
            self.set(RecordId::OFFICE, CellKey::of(O::Rate, element), Value::Int(rate));
            let set_on = Value::Date(self.today.plus(-20));
            self.set(RecordId::OFFICE, CellKey::of(O::RateDate, element), set_on);
        }
    }

    fn units(&mut self) -> Vec<Unit> {
        let mut units = Vec::new();
        for (order, (name, kind, group)) in words::UNITS.iter().enumerate() {
            let id = RecordId::derived(Kind::Unit, &[name]);
            self.set(id, U::Name, Value::text(name));
            self.set(id, U::UnitKind, Value::text(kind));
            self.set(id, U::RankGroup, Value::text(group));
            self.set(id, U::Order, Value::Int(order as i64));
            units.push(Unit { id, name, kind });
        }
        units
    }

    /// One recruiter a unit.
    fn people(&mut self, units: &[Unit]) -> Vec<RecordId> {
        let mut people = Vec::new();
        for unit in units {
            let name = self.dice.person();
            let id = RecordId::derived(Kind::Person, &[&name, unit.name]);
            self.set(id, R::Name, Value::text(&name));
            self.set(id, R::Unit, Value::Ref(unit.id));
            self.set(id, R::Post, Value::text("招商专员"));
            self.set(id, R::LeaderLevel, Value::text("招商员"));
            people.push(id);
        }
        people
    }

    fn leaders(&mut self) -> Vec<RecordId> {
        let posts = ["县委常委", "副县长", "副县长", "县政协副主席"];
        posts
            .iter()
            .map(|post| {
                let name = self.dice.person();
                let id = RecordId::derived(Kind::Person, &[&name, "县领导"]);
                self.set(id, R::Name, Value::text(&name));
                self.set(id, R::Post, Value::text(post));
                self.set(id, R::LeaderLevel, Value::text("县级领导"));
                id
            })
            .collect()
    }

    /// An investor and the person met there.
    fn investor(&mut self, brand: &str, industry: &str) -> (RecordId, RecordId) {
        let (city, province) = *self.dice.pick(words::CITIES);
        let form = *self.dice.pick(words::FORMS);
        let name = format!("{city}{brand}{form}");
        let company = RecordId::derived(Kind::Company, &[&name]);
        self.set(company, C::Name, Value::text(&name));
        self.set(company, C::Region, Value::text(province));
        self.set(company, C::Industry, Value::text(industry));
        self.set(company, C::Ownership, Value::text("民企"));
        let person = self.dice.person();
        let contact = RecordId::derived(Kind::Contact, &[&person, &name]);
        self.set(contact, K::Name, Value::text(&person));
        self.set(contact, K::Company, Value::Ref(company));
        let post = *self.dice.pick(&["董事长", "总经理", "副总经理", "投资总监"]);
        self.set(contact, K::Post, Value::text(post));
        // 199 0000 is not given out: nobody is called by a demonstration.
        let phone = format!("1990000{:04}", self.dice.below(10_000));
        self.set(contact, K::Phone, Value::text(&phone));
        (company, contact)
    }
}

/// An amount given in 万元.
fn money(wan: i64) -> Value {
    Value::Money(Money::yuan(wan * WAN))
}

#[cfg(test)]
mod tests;
