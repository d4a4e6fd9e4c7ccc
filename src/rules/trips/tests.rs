//! Trips at their edges, and tallies worked out by hand.

use super::*;
use crate::domain::Kind;
use crate::domain::{Money, Value};
use crate::ledger::{CellKey, Edit, NodeId, Stamp};

const TOWN: RecordId = RecordId::new(Kind::Unit, 1);
const BUREAU: RecordId = RecordId::new(Kind::Unit, 2);
const CENTRE: RecordId = RecordId::new(Kind::Unit, 3);
const COUNTY: RecordId = RecordId::new(Kind::Person, 1);
const MAYOR: RecordId = RecordId::new(Kind::Person, 2);
const CHIEF: RecordId = RecordId::new(Kind::Person, 3);
const CLERK: RecordId = RecordId::new(Kind::Person, 4);

fn on(text: &str) -> Date {
    Date::parse_iso(text).expect("a day")
}

fn trip(key: u64) -> RecordId {
    RecordId::new(Kind::OutboundTrip, key)
}

struct Ledger(State);

impl Ledger {
    fn new() -> Self {
        let mut ledger = Self(State::default());
        for (unit, name, kind, order) in [
            (TOWN, "云岭镇", "镇(街道)", 1),
            (BUREAU, "商务局", "部门", 2),
            (CENTRE, "招商服务中心", "招商服务中心", 3),
        ] {
            ledger.set(unit, U::Name, Value::text(name));
            ledger.set(unit, U::UnitKind, Value::text(kind));
            ledger.set(unit, U::Order, Value::Int(order));
        }
        ledger.set(COUNTY, R::LeaderLevel, Value::text("县级领导"));
        ledger.set(MAYOR, R::Unit, Value::Ref(TOWN));
        ledger.set(MAYOR, R::Post, Value::text("镇长"));
        ledger.set(CHIEF, R::Unit, Value::Ref(BUREAU));
        ledger.set(CHIEF, R::LeaderLevel, Value::text("党政主职"));
        ledger.set(CLERK, R::Unit, Value::Ref(TOWN));
        ledger
    }

    fn set(&mut self, record: RecordId, cell: impl Into<CellKey>, value: Value) {
        let edit = Edit::new(record, cell, value);
        for change in self.0.changes_for(vec![edit], Stamp::new(1, 0, NodeId(1))) {
            self.0.apply(change);
        }
    }

    fn names(&mut self, record: RecordId, field: G, ids: &[RecordId]) {
        for id in ids {
            let element = self.0.names_mut().element(&id.to_string());
            self.set(record, CellKey::of(field, element), Value::Bool(true));
        }
    }

    fn trip(&mut self, key: u64, unit: RecordId, leader: RecordId, days: &str) -> RecordId {
        let id = trip(key);
        let (start, end) = days.split_once("..").expect("two days");
        self.set(id, G::Unit, Value::Ref(unit));
        self.set(id, G::Leader, Value::Ref(leader));
        self.set(id, G::Start, Value::Date(on(start)));
        self.set(id, G::End, Date::parse_iso(end).map_or(Value::Empty, Value::Date));
        id
    }

    fn read(&self, id: RecordId) -> Trip {
        Trip::read(&self.0, &OfficeRules::default(), self.0.record(id).expect("a trip"))
    }

    fn faults(&self, id: RecordId, today: &str) -> Vec<Fault> {
        faults(&self.0, self.0.record(id).expect("a trip"), on(today))
    }
}

#[test]
fn who_took_part_tells_the_kind() {
    let mut ledger = Ledger::new();
    let alone = ledger.trip(1, TOWN, MAYOR, "2026-09-01..2026-09-02");
    assert_eq!(ledger.read(alone).kind, TripKind::Independent);
    // Somebody of another unit makes no difference, a county leader does.
    ledger.names(alone, G::Members, &[CHIEF]);
    assert_eq!(ledger.read(alone).kind, TripKind::Independent);
    ledger.names(alone, G::Members, &[COUNTY]);
    assert_eq!(ledger.read(alone).kind, TripKind::Accompanied);
    // What is declared holds where nobody of the county is named.
    let declared = ledger.trip(2, TOWN, MAYOR, "2026-09-01..2026-09-02");
    ledger.set(declared, G::Followed, Value::Bool(true));
    assert_eq!(ledger.read(declared).kind, TripKind::Accompanied);
    // A county leader at the head of a town's trip: the town followed. Of the county's own: he led.
    let town = ledger.trip(3, TOWN, COUNTY, "2026-09-01..2026-09-02");
    let centre = ledger.trip(4, CENTRE, COUNTY, "2026-09-01..2026-09-02");
    assert_eq!((ledger.read(town).kind, ledger.read(centre).kind), (TripKind::Accompanied, TripKind::Led));
    // His own unit, whatever it is.
    ledger.set(COUNTY, R::Unit, Value::Ref(TOWN));
    assert_eq!(ledger.read(town).kind, TripKind::Led);
}

#[test]
fn a_declaration_against_the_party_is_a_contradiction() {
    let mut ledger = Ledger::new();
    let id = ledger.trip(1, TOWN, MAYOR, "2026-09-01..2026-09-02");
    ledger.set(id, G::Followed, Value::Bool(false));
    ledger.set(id, G::FiledOn, Value::Date(on("2026-09-01")));
    assert_eq!(ledger.faults(id, "2026-09-30"), []);
    ledger.names(id, G::Members, &[COUNTY]);
    assert_eq!(ledger.faults(id, "2026-09-30"), [Fault::NotFollowed]);
    // Who leads follows nobody.
    let led = ledger.trip(2, CENTRE, COUNTY, "2026-09-01..2026-09-02");
    ledger.set(led, G::Followed, Value::Bool(false));
    ledger.set(led, G::FiledOn, Value::Date(on("2026-08-31")));
    assert_eq!(ledger.faults(led, "2026-09-30"), []);
}

#[test]
fn days_are_those_stated_else_those_between() {
    let mut ledger = Ledger::new();
    let id = ledger.trip(1, TOWN, MAYOR, "2026-02-27..2026-03-01");
    // 27 and 28 February, 1 March.
    assert_eq!(ledger.read(id).days, Some(30));
    ledger.set(id, G::Days, Value::Int(5));
    assert_eq!(ledger.read(id).days, Some(5));
    let one = ledger.trip(2, TOWN, MAYOR, "2026-09-30..2026-09-30");
    let out = ledger.trip(3, TOWN, MAYOR, "2026-09-30..");
    let wrong = ledger.trip(4, TOWN, MAYOR, "2026-09-30..2026-09-29");
    let days = [one, out, wrong].map(|id| ledger.read(id).days);
    // A return that nobody noted, or that cannot be: he was out on the day he left, and no more is known.
    assert_eq!(days, [Some(10), Some(10), Some(10)]);
    // 0 days is what a ledger has where nobody wrote a number.
    let none = ledger.trip(6, TOWN, MAYOR, "2026-09-10..2026-09-11");
    ledger.set(none, G::Days, Value::Int(0));
    assert_eq!(ledger.read(none).days, Some(20));
    let undated = trip(5);
    ledger.set(undated, G::Unit, Value::Ref(TOWN));
    assert_eq!(ledger.read(undated).days, None);
}

#[test]
fn the_report_of_units_and_the_month_of_a_person_count_the_same_days() {
    use crate::rules::post::{Asked, Month, cards};
    let mut ledger = Ledger::new();
    // Of all within September 2026: 3 calendar days; 2.5 declared; 0 declared over 2 days; no return; back before
    // it left. 3 + 2.5 + 2 + 1 + 1 = 9.5 days.
    for (key, days, declared) in [
        (1, "2026-09-01..2026-09-03", None),
        (2, "2026-09-07..2026-09-09", Some(25)),
        (3, "2026-09-10..2026-09-11", Some(0)),
        (4, "2026-09-14..", None),
        (5, "2026-09-16..2026-09-15", None),
    ] {
        let id = ledger.trip(key, TOWN, MAYOR, days);
        ledger.set(id, G::Days, declared.map_or(Value::Empty, Value::Int));
    }
    let month = Month { year: 2026, month: 9 };
    let days = (on("2026-09-01"), on("2026-09-30"));
    let report = by_person(&ledger.0, &OfficeRules::default(), &|_| false, days);
    assert_eq!(report.total.days, 95);
    let asked = Asked { month, today: on("2026-10-01"), local: &|_| None };
    assert_eq!(cards(&ledger.0, &asked)[&MAYOR].days_out(month), 95);
}

#[test]
fn a_trip_is_filed_out_and_closed_in_turn() {
    let mut ledger = Ledger::new();
    let id = ledger.trip(1, TOWN, MAYOR, "2026-09-10..2026-09-12");
    let state = |ledger: &Ledger, today| state_of(ledger.0.record(id).expect("a trip"), on(today));
    assert_eq!(state(&ledger, "2026-09-09"), TripState::ToFile);
    assert_eq!(state(&ledger, "2026-09-10"), TripState::Out, "it left, filed or not");
    ledger.set(id, G::FiledOn, Value::Date(on("2026-09-10")));
    assert_eq!(state(&ledger, "2026-09-09"), TripState::Filed);
    assert_eq!(state(&ledger, "2026-09-12"), TripState::Out, "the last day");
    assert_eq!(state(&ledger, "2026-09-13"), TripState::ToClose);
    ledger.set(id, G::ClosedOn, Value::Date(on("2026-09-13")));
    assert_eq!(state(&ledger, "2026-09-13"), TripState::Closed);
    assert_eq!(ledger.faults(id, "2026-09-13"), [Fault::NoResults]);
}

#[test]
fn filed_on_the_day_is_in_time_and_the_day_after_is_not() {
    let mut ledger = Ledger::new();
    let id = ledger.trip(1, TOWN, MAYOR, "2026-09-10..2026-09-12");
    assert_eq!(ledger.faults(id, "2026-09-09"), [], "not left yet");
    assert_eq!(ledger.faults(id, "2026-09-10"), [Fault::FiledLate]);
    ledger.set(id, G::FiledOn, Value::Date(on("2026-09-10")));
    assert_eq!(ledger.faults(id, "2026-09-10"), []);
    ledger.set(id, G::FiledOn, Value::Date(on("2026-09-11")));
    assert_eq!(ledger.faults(id, "2026-09-20"), [Fault::FiledLate]);
}

/// Three trips that left in September and one before.
fn september() -> Ledger {
    let mut ledger = Ledger::new();
    // The town alone, the mayor and the clerk, half a day, two firms, one lead declared, 10 000 yuan.
    let alone = ledger.trip(1, TOWN, MAYOR, "2026-09-01..2026-09-01");
    ledger.names(alone, G::Members, &[CLERK, MAYOR]);
    ledger.set(alone, G::Days, Value::Int(5));
    ledger.set(alone, G::Place, Value::text("上海"));
    ledger.set(alone, G::Leads, Value::Int(1));
    ledger.set(alone, G::Cost, Value::Money(Money::yuan(10_000)));
    ledger.names(alone, G::Companies, &[1, 2].map(|key| RecordId::new(Kind::Company, key)));
    // A county leader leads for the centre and takes the mayor along, two days; it names projects 1 and 2 and gave
    // rise to 3, of which 1 is signed.
    let county = ledger.trip(2, CENTRE, COUNTY, "2026-09-30..2026-10-01");
    ledger.names(county, G::Members, &[MAYOR]);
    ledger.set(county, G::Place, Value::text("苏州"));
    ledger.set(county, G::Cost, Value::Money(Money::yuan(5_001)));
    ledger.names(county, G::Projects, &[1, 2].map(|key| RecordId::new(Kind::Project, key)));
    ledger.names(county, G::LeadProjects, &[RecordId::new(Kind::Project, 3)]);
    // In August, and one that is not dated.
    ledger.trip(3, TOWN, MAYOR, "2026-08-31..2026-09-05");
    ledger.set(trip(4), G::Unit, Value::Ref(TOWN));
    ledger
}

fn signed(id: RecordId) -> bool {
    id.key == 1
}

#[test]
fn units_are_told_with_what_they_did_and_those_with_none_too() {
    let ledger = september();
    let days = (on("2026-09-01"), on("2026-09-30"));
    let report = by_unit(&ledger.0, &OfficeRules::default(), &signed, days);
    let units: Vec<_> = report.rows.iter().map(|row| row.of).collect();
    assert_eq!(units, [Some(TOWN), Some(BUREAU), Some(CENTRE)]);
    let town = &report.rows[0].tally;
    // Its own half day for two people, and the mayor along with the county leader: 0.5 + 2 days.
    assert_eq!((town.trips, town.led, town.accompanied, town.independent), (2, 0, 1, 1));
    assert_eq!((town.people, town.days), (3, 25));
    // What the county's trip found and spent is the centre's.
    assert_eq!((town.companies, town.leads, town.cost, town.signed), (2, 1, 10_000, 0));
    assert_eq!(town.places, ["上海", "苏州"]);
    assert_eq!(report.rows[1].tally, Tally::default(), "未外出");
    let centre = &report.rows[2].tally;
    assert_eq!((centre.trips, centre.led, centre.people, centre.days), (1, 1, 1, 20));
    assert_eq!((centre.leads, centre.signed, centre.cost_per_signed()), (1, 1, Some(5_001)));
    // Each trip once: 2 trips, 0.5 + 2 days, 2 + 2 people, 15 001 yuan for 1 signed project.
    let total = &report.total;
    assert_eq!((total.trips, total.days, total.people, total.cost), (2, 25, 4, 15_001));
    assert_eq!((total.led, total.independent, report.undated), (1, 1, 1));
    assert_eq!(town.cost_per_signed(), None);
}

#[test]
fn people_are_told_the_longest_out_first() {
    let ledger = september();
    let days = (on("2026-09-01"), on("2026-09-30"));
    let report = by_person(&ledger.0, &OfficeRules::default(), &signed, days);
    let rows: Vec<_> = report.rows.iter().map(|row| (row.of, row.tally.trips, row.tally.days)).collect();
    assert_eq!(rows, [(Some(MAYOR), 2, 25), (Some(COUNTY), 1, 20), (Some(CLERK), 1, 5)]);
}

#[test]
fn heads_have_a_month_and_a_year() {
    let mut ledger = september();
    ledger.trip(5, BUREAU, CHIEF, "2026-02-28..2026-03-01");
    // December of the year before counts for neither.
    ledger.trip(6, BUREAU, CHIEF, "2025-12-31..2026-01-03");
    let heads = heads(&ledger.0, &OfficeRules::default(), on("2026-09-12"), on("2026-09-30"));
    assert_eq!((heads.from, heads.month), (on("2026-01-01"), (on("2026-09-01"), on("2026-09-30"))));
    let rows: Vec<_> = heads.rows.iter().map(|row| (row.unit, row.month, row.year)).collect();
    // The mayor: half a day and two in September, six from 31 August. The chief: two days in the spring.
    assert_eq!(rows, [(TOWN, 25, 85), (BUREAU, 0, 20), (CENTRE, 0, 0)]);
    assert_eq!((heads.total, heads.by_post), ((25, 105), 1));
}
