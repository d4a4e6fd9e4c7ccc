//! A year of trips and visits in the sample county.

use super::{County, Made, Scene, Unit, money, words};
use crate::domain::field::{OutboundTripField as G, ReceptionField as J, UnitField as U};
use crate::domain::{Date, Kind, Money, RecordId, Stage, Value};
use crate::ledger::Names;
use std::collections::BTreeSet;

/// How many trips a unit made in the year, by its place among the units: one hardly went out, one never.
const TRIPS: [i32; 10] = [14, 11, 8, 7, 6, 7, 2, 6, 9, 0];
/// Units with a trip filed for the days to come, and in how many days it begins.
const FILED: [(usize, i32); 3] = [(0, 2), (3, 6), (8, 11)];

/// How many trips of the year county leaders led for the county.
const COUNTY_TRIPS: usize = 7;

/// Who goes.
struct Party {
    leader: RecordId,
    members: Vec<RecordId>,
    /// A county leader goes along, whom the record does not name.
    is_declared: bool,
}

impl County {
    pub(super) fn trips(&mut self, names: &mut Names, scene: &Scene) {
        // A lead is counted for one trip only.
        let mut counted = BTreeSet::new();
        for (unit, &count) in TRIPS.iter().enumerate() {
            for number in 0..count {
                let between = 360 / count;
                let nights = *self.dice.pick(&[0, 0, 1, 1, 2, 3]);
                let quiet = if count < 3 { 45 } else { 0 };
                let ago = quiet + number * between + self.dice.between(1, between - 1).max(nights + 1);
                self.trip(names, scene, unit, ago, nights, &mut counted);
            }
        }
        for (unit, ahead) in FILED {
            self.trip(names, scene, unit, -ahead, 2, &mut counted);
        }
        self.county_trips(names, scene);
    }

    /// Trips that county leaders lead for the county itself, every six weeks or so: the centre arranges them, and the
    /// head and the recruiter of the unit whose projects are called on go along.
    fn county_trips(&mut self, names: &mut Names, scene: &Scene) {
        let (name, kind, group) = words::CENTRE;
        let centre = RecordId::derived(Kind::Unit, &[name]);
        self.set(centre, U::Name, Value::text(name));
        self.set(centre, U::UnitKind, Value::text(kind));
        self.set(centre, U::RankGroup, Value::text(group));
        self.set(centre, U::Order, Value::Int(scene.units.len() as i64));
        let director = self.person(&Unit { id: centre, name, kind }, "主任", "党政主职");
        for number in 0..COUNTY_TRIPS {
            let unit = number % scene.units.len();
            let leader = scene.leaders[number % scene.leaders.len()];
            let nights = self.dice.between(1, 3);
            let ago = 8 + number as i32 * 45 + self.dice.between(0, 20);
            let start = self.workday(ago);
            let end = start.plus(nights);
            let id = RecordId::derived(Kind::OutboundTrip, &[name, &start.to_string()]);
            self.set(id, G::Unit, Value::Ref(centre));
            self.set(id, G::Leader, Value::Ref(leader));
            for member in [director, scene.heads[unit], scene.recruiters[unit]] {
                self.mark(names, id, G::Members, member);
            }
            self.set(id, G::FiledOn, Value::Date(start.plus(-3)));
            let town = *self.dice.pick(words::CITIES);
            self.way(id, (start, end), town);
            let known = |made: &&Made| {
                made.cast.unit_number == unit && made.first().is_some_and(|first| first <= start)
            };
            for made in scene.projects.iter().filter(known).take(3) {
                self.mark(names, id, G::Companies, made.investor);
                self.mark(names, id, G::Projects, made.id);
            }
            let days = i64::from(nights) + 1;
            let cost = days * 100 * i64::from(self.dice.between(40, 90));
            self.set(id, G::Cost, Value::Money(Money::yuan(cost)));
            self.set(id, G::Met, Value::text("董事长、总经理"));
            let (results, next) = *self.dice.pick(words::RESULTS);
            self.set(id, G::Results, Value::text(results));
            self.set(id, G::NextStep, Value::text(next));
            self.set(id, G::ClosedOn, Value::Date(end.plus(2)));
        }
    }

    /// Where a trip goes, when, and what for.
    fn way(&mut self, id: RecordId, (start, end): (Date, Date), (city, province): (&str, &str)) {
        let place = format!("{province}{}", if province.contains(city) { "" } else { city });
        self.set(id, G::Place, Value::text(&place));
        self.set(id, G::Start, Value::Date(start));
        self.set(id, G::End, Value::Date(end));
        let purpose = *self.dice.pick(words::PURPOSES);
        self.set(id, G::Purpose, Value::text(purpose));
    }

    fn trip(
        &mut self,
        names: &mut Names,
        scene: &Scene,
        unit: usize,
        ago: i32,
        nights: i32,
        counted: &mut BTreeSet<RecordId>,
    ) {
        let start = self.workday(ago);
        let end = start.plus(nights);
        let id = RecordId::derived(Kind::OutboundTrip, &[scene.units[unit].name, &start.to_string()]);
        let town = *self.dice.pick(words::CITIES);
        let party = self.party(scene, unit);
        self.set(id, G::Unit, Value::Ref(scene.units[unit].id));
        self.set(id, G::Leader, Value::Ref(party.leader));
        for member in party.members {
            self.mark(names, id, G::Members, member);
        }
        if party.is_declared {
            self.set(id, G::Followed, Value::Bool(true));
        }
        self.way(id, (start, end), town);
        let is_filed = ago < 0 || self.dice.chance(92);
        if is_filed {
            let before = self.dice.between(1, 3);
            self.set(id, G::FiledOn, Value::Date(start.plus(-before).min(self.today)));
        }
        // Only whom the ledger knew by then.
        let known =
            |made: &&Made| made.cast.unit_number == unit && made.first().is_some_and(|first| first <= start);
        let known: Vec<&Made> = scene.projects.iter().filter(known).collect();
        let visited = self.dice.between(0, 2) as usize;
        for made in known.iter().rev().take(visited) {
            self.mark(names, id, G::Companies, made.investor);
            self.mark(names, id, G::Projects, made.id);
        }
        if ago > nights {
            self.back(names, scene, unit, id, (start, end), counted);
        }
    }

    /// What is known of a trip when its people are back.
    fn back(
        &mut self,
        names: &mut Names,
        scene: &Scene,
        unit: usize,
        id: RecordId,
        (start, end): (Date, Date),
        counted: &mut BTreeSet<RecordId>,
    ) {
        let days = end.since(start) + 1;
        if self.dice.chance(35) {
            // Half a day less than the days between: they were back at noon.
            self.set(id, G::Days, Value::Int(i64::from(days) * 10 - 5));
        }
        let cost = i64::from(days) * 100 * i64::from(self.dice.between(9, 48));
        self.set(id, G::Cost, Value::Money(Money::yuan(cost)));
        let met = *self.dice.pick(&[
            "总经理、投资总监",
            "董事长",
            "副总经理、工厂厂长",
            "商会秘书长及会员企业六家",
        ]);
        self.set(id, G::Met, Value::text(met));
        let heard = |made: &&Made| {
            let in_time = |first: Date| first > start && first.since(start) <= 60;
            made.cast.unit_number == unit && made.first().is_some_and(in_time)
        };
        let leads: Vec<RecordId> = scene.projects.iter().filter(heard).map(|made| made.id).collect();
        let leads: Vec<RecordId> = leads.into_iter().filter(|&lead| counted.insert(lead)).take(1).collect();
        let told = leads.len() as i64 + i64::from(self.dice.chance(25));
        if told > 0 {
            self.set(id, G::Leads, Value::Int(told));
        }
        for lead in leads {
            self.mark(names, id, G::LeadProjects, lead);
        }
        let (results, next) = *self.dice.pick(words::RESULTS);
        self.set(id, G::Results, Value::text(results));
        self.set(id, G::NextStep, Value::text(next));
        let closed = end.plus(self.dice.between(1, 4));
        if closed <= self.today && self.dice.chance(86) {
            self.set(id, G::ClosedOn, Value::Date(closed));
        }
    }

    /// Of a hundred trips forty go behind a county leader, thirty-five are led by the unit's head, the others by
    /// its recruiter.
    fn party(&mut self, scene: &Scene, unit: usize) -> Party {
        let (head, recruiter) = (scene.heads[unit], scene.recruiters[unit]);
        let is_declared = |is_declared, leader, members| Party { leader, members, is_declared };
        match self.dice.below(100) {
            0..34 => {
                let leader = *self.dice.pick(&scene.leaders);
                is_declared(false, leader, vec![head, recruiter])
            }
            34..40 => is_declared(true, head, vec![recruiter]),
            40..75 => is_declared(false, head, vec![recruiter]),
            _ => is_declared(false, recruiter, vec![]),
        }
    }

    pub(super) fn receptions(&mut self, names: &mut Names, scene: &Scene) {
        for made in scene.projects.iter().filter(|made| made.stage >= Stage::Negotiating) {
            let Some(first) = made.first() else { continue };
            for number in 0..1 + self.dice.below(2) {
                let on = first.plus(self.dice.between(6, 40) + 45 * number as i32);
                let on = on.plus((4 - on.since(on.monday())).min(0));
                if on < self.today && self.today.since(on) < 400 {
                    self.reception(names, scene, made, on);
                }
            }
        }
        let talking = scene.projects.iter().filter(|m| m.stage == Stage::Negotiating && !m.has_left);
        for (made, ahead) in talking.take(3).zip([1, 4, 9]) {
            self.reception(names, scene, made, self.workday(-ahead));
        }
    }

    fn reception(&mut self, names: &mut Names, scene: &Scene, made: &Made, on: Date) {
        let id = RecordId::derived(Kind::Reception, &[&made.id.to_string(), &on.to_string()]);
        let unit = made.cast.unit_number;
        let headcount = self.dice.between(2, 7);
        self.set(id, J::On, Value::Date(on));
        self.set(id, J::Company, Value::Ref(made.investor));
        self.set(id, J::Project, Value::Ref(made.id));
        self.set(id, J::Guests, Value::text(&format!("投资总监等{headcount}人")));
        self.set(id, J::Headcount, Value::Int(i64::from(headcount)));
        let purpose = *self.dice.pick(&["实地考察地块", "商谈投资协议", "考察产业配套", "回访"]);
        self.set(id, J::Purpose, Value::text(purpose));
        self.set(id, J::Unit, Value::Ref(scene.units[unit].id));
        self.set(id, J::Leader, Value::Ref(made.cast.leader));
        self.mark(names, id, J::Units, scene.units[8].id);
        self.set(id, J::Owner, Value::Ref(made.cast.owner));
        if on < self.today {
            let (itinerary, intent, next) = *self.dice.pick(words::VISITS);
            self.set(id, J::Itinerary, Value::text(itinerary));
            self.set(id, J::Intent, Value::text(intent));
            self.set(id, J::Amount, money(made.wan));
            self.set(id, J::NextStep, Value::text(next));
        }
    }
}
