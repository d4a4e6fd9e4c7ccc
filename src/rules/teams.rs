//! 队伍: what stations yield, how ambassadors' terms and quotas stand, who was trained (domain notes, rows 11, 19, 21 and
//! R44 to R46).

use super::board::Light;
use super::post::entered;
use super::query::DayRange;
use super::references::members;
use super::{OfficeRules, ProjectSummary};
use crate::domain::field::{
    AmbassadorField as A, OutboundTripField as G, PersonField as R, ProjectField as P, StationField as S,
    TrainingField as N,
};
use crate::domain::{Date, Kind, RecordId, Stage};
use crate::ledger::{Record, State};
use chrono::{Datelike, Months};
use rustc_hash::{FxHashMap, FxHashSet};

/// Days before the end of an ambassador's term from which it is shown.
pub const REMIND_DAYS: i32 = 60;

/// What is asked for, beside the records.
pub struct Asked<'a> {
    /// The office's settings.
    pub rules: &'a OfficeRules,
    /// The day.
    pub today: Date,
    /// The summary of a live project.
    pub summary: &'a dyn Fn(RecordId) -> Option<&'a ProjectSummary>,
    /// The day of a moment where the user is.
    pub local: &'a dyn Fn(u64) -> Option<Date>,
}

/// What came of some leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Yield {
    /// The projects, each once.
    pub leads: Vec<RecordId>,
    /// How many of them are signed or further by now, those lost since included.
    pub signed: usize,
    /// Their arrived money in yuan.
    pub arrived: i64,
}

impl Yield {
    fn of(asked: &Asked<'_>, mut leads: Vec<RecordId>) -> Self {
        leads.sort_unstable();
        leads.dedup();
        let mut found = Self::default();
        for summary in leads.iter().filter_map(|&id| (asked.summary)(id)) {
            found.signed += usize::from(summary.stage >= Stage::Signed);
            found.arrived = found.arrived.saturating_add(summary.arrived_yuan);
        }
        found.leads = leads;
        found
    }
}

/// 驻点成效: what the members of a station did from its first day on, to its last or to today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationYield {
    /// The station.
    pub id: RecordId,
    /// How many are there, who heads it included.
    pub members: usize,
    /// Trips that began in that time, with a member on them.
    pub trips: usize,
    /// Companies visited on them, each once.
    pub visits: usize,
    /// The projects that they registered and follow, or that such a trip gave rise to.
    pub yields: Yield,
}

/// The stations, newest first.
pub fn stations(state: &State, asked: &Asked<'_>) -> Vec<StationYield> {
    struct Found {
        id: RecordId,
        range: DayRange,
        members: usize,
        trips: usize,
        visits: Vec<RecordId>,
        leads: Vec<RecordId>,
    }
    let mut found: Vec<Found> = Vec::new();
    let mut posted: FxHashMap<RecordId, Vec<usize>> = FxHashMap::default();
    for (id, station) in state.live(Kind::Station) {
        let mut people = members(state, station, S::Members);
        people.extend(station.get(S::Leader).as_ref_id().map(|id| state.resolve(id)));
        people.sort_unstable();
        people.dedup();
        for &who in &people {
            posted.entry(who).or_default().push(found.len());
        }
        let until = station.get(S::Until).as_date().map_or(asked.today, |until| until.min(asked.today));
        let range = DayRange { from: station.get(S::From).as_date(), to: Some(until) };
        found.push(Found {
            id,
            range,
            members: people.len(),
            trips: 0,
            visits: Vec::new(),
            leads: Vec::new(),
        });
    }
    for (_, trip) in state.live(Kind::OutboundTrip) {
        let Some(start) = trip.get(G::Start).as_date() else { continue };
        let mut on_it = members(state, trip, G::Members);
        on_it.extend(trip.get(G::Leader).as_ref_id().map(|id| state.resolve(id)));
        let mut of: Vec<usize> = on_it.iter().filter_map(|who| posted.get(who)).flatten().copied().collect();
        of.sort_unstable();
        of.dedup();
        for at in of {
            let station = &mut found[at];
            if station.range.holds(start) {
                station.trips += 1;
                station.visits.extend(members(state, trip, G::Companies));
                station.leads.extend(members(state, trip, G::LeadProjects));
            }
        }
    }
    for (id, project) in state.live(Kind::Project).filter(|_| !posted.is_empty()) {
        let owner = project.get(P::Owner).as_ref_id().map(|id| state.resolve(id));
        let Some(of) = owner.and_then(|owner| posted.get(&owner)) else { continue };
        let Some(day) = entered(state, asked.local, id, project) else { continue };
        for &at in of {
            if found[at].range.holds(day) {
                found[at].leads.push(id);
            }
        }
    }
    found.sort_by_key(|station| (std::cmp::Reverse(station.range.from), station.id));
    let told = found.into_iter().map(|mut station| {
        station.visits.sort_unstable();
        station.visits.dedup();
        StationYield {
            id: station.id,
            members: station.members,
            trips: station.trips,
            visits: station.visits.len(),
            yields: Yield::of(asked, station.leads),
        }
    });
    told.collect()
}

/// How an ambassador stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AmbassadorYield {
    /// The record.
    pub id: RecordId,
    /// Days to the last day of the term, negative when it is over; `None` without an end.
    pub left: Option<i32>,
    /// Red when the term is over, yellow in its last [`REMIND_DAYS`] days.
    pub light: Option<Light>,
    /// All that he gave.
    pub yields: Yield,
    /// Leads of the year of his term that today is in; all of them where the term has no beginning.
    pub this_year: usize,
    /// What he is to give a year.
    pub quota: Option<i64>,
    /// The yearly fee in yuan.
    pub fee: Option<i64>,
}

impl AmbassadorYield {
    /// Yuan of this year's fee for each lead of this year; `None` without either.
    pub fn fee_per_lead(&self) -> Option<i64> {
        let leads = i64::try_from(self.this_year).ok().filter(|&leads| leads > 0)?;
        self.fee.map(|fee| fee / leads)
    }
}

/// The light of a term that ends in so many days: the last day is still of the term.
pub fn term_light(left: i32) -> Light {
    match left {
        ..0 => Light::Red,
        0..=REMIND_DAYS => Light::Yellow,
        _ => Light::Green,
    }
}

/// The ambassadors; those whose term ends first come first, those without an end last.
pub fn ambassadors(state: &State, asked: &Asked<'_>) -> Vec<AmbassadorYield> {
    let read = |(id, ambassador): (RecordId, &Record)| {
        let left = ambassador.get(A::Until).as_date().map(|until| until.since(asked.today));
        let yields = Yield::of(asked, members(state, ambassador, A::LeadProjects));
        let begun = ambassador.get(A::From).as_date().map(|from| term_year(from, asked.today));
        let is_this = |&&lead: &&RecordId| {
            let day = state.record(lead).and_then(|project| entered(state, asked.local, lead, project));
            begun.is_none_or(|begun| day.is_some_and(|day| begun <= day && day <= asked.today))
        };
        AmbassadorYield {
            id,
            left,
            light: left.map(term_light),
            this_year: yields.leads.iter().filter(is_this).count(),
            yields,
            quota: ambassador.get(A::Quota).as_int(),
            fee: ambassador.get(A::Fee).as_money().and_then(|money| asked.rules.rates.to_yuan(money)),
        }
    };
    let mut found: Vec<AmbassadorYield> = state.live(Kind::Ambassador).map(read).collect();
    found.sort_by_key(|ambassador| (ambassador.left.is_none(), ambassador.left, ambassador.id));
    found
}

/// The first day of the year of a term that `today` is in; its first day, before it began.
fn term_year(from: Date, today: Date) -> Date {
    let later =
        |years: u32| from.naive().checked_add_months(Months::new(12 * years)).and_then(Date::from_naive);
    let years = u32::try_from(today.naive().year() - from.naive().year()).unwrap_or(0);
    let begun = (0..=years).rev().filter_map(later).find(|&day| day <= today);
    begun.unwrap_or(from)
}

/// What the people of one unit learned in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trained {
    /// The unit; `None` for people without one.
    pub unit: Option<RecordId>,
    /// How many of its people took part in any training.
    pub people: usize,
    /// Their hours, summed up.
    pub hours: i64,
}

/// Training of the year of `today` by unit, most hours first.
pub fn trained(state: &State, today: Date) -> Vec<Trained> {
    let mut hours: FxHashMap<Option<RecordId>, (FxHashSet<RecordId>, i64)> = FxHashMap::default();
    for (_, training) in state.live(Kind::Training) {
        let is_this = |day: &Date| day.naive().year() == today.naive().year() && *day <= today;
        if training.get(N::On).as_date().filter(is_this).is_none() {
            continue;
        }
        let of_each = training.get(N::Hours).as_int().unwrap_or(0);
        for who in members(state, training, N::People) {
            let unit = state.get(who, R::Unit).as_ref_id().map(|unit| state.resolve(unit));
            let (people, sum) = hours.entry(unit).or_default();
            people.insert(who);
            *sum = sum.saturating_add(of_each);
        }
    }
    let row = |(unit, (people, hours)): (_, (FxHashSet<RecordId>, i64))| Trained {
        unit,
        people: people.len(),
        hours,
    };
    let mut rows: Vec<Trained> = hours.into_iter().map(row).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.hours), row.unit.is_none(), row.unit));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FundTrancheField as T;
    use crate::domain::{Field, Money, Value};
    use crate::ledger::{CellKey, Edit, NodeId, Stamp};
    use crate::rules::summarise;

    fn on(text: &str) -> Date {
        Date::parse_iso(text).expect("a day")
    }

    fn id(kind: Kind, key: u64) -> RecordId {
        RecordId::new(kind, key)
    }

    fn state_of(edits: impl FnOnce(&mut State) -> Vec<Edit>) -> State {
        let mut state = State::default();
        let edits = edits(&mut state);
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        state
    }

    fn member(state: &mut State, of: RecordId, field: impl Into<Field>, who: RecordId) -> Edit {
        let element = state.names_mut().element(&who.to_string());
        Edit::new(of, CellKey::of(field, element), Value::Bool(true))
    }

    fn date(id: RecordId, field: impl Into<Field>, day: &str) -> Edit {
        Edit::new(id, field.into(), Value::Date(on(day)))
    }

    fn with<R>(state: &State, today: &str, read: impl FnOnce(&Asked<'_>) -> R) -> R {
        let rules = OfficeRules::default();
        let tranches: Vec<RecordId> = state.live(Kind::FundTranche).map(|(id, _)| id).collect();
        let of = |project: RecordId| {
            let is_of = |&&id: &&RecordId| state.get(id, T::Project).as_ref_id() == Some(project);
            tranches.iter().filter(is_of).copied().collect::<Vec<_>>()
        };
        let summaries: FxHashMap<RecordId, ProjectSummary> = state
            .live(Kind::Project)
            .map(|(id, record)| (id, summarise(state, &rules, record, &[], &of(id))))
            .collect();
        read(&Asked { rules: &rules, today: on(today), summary: &|id| summaries.get(&id), local: &|_| None })
    }

    #[test]
    fn a_station_yields_what_its_people_did_while_it_stood() {
        let (station, zhang, li) = (id(Kind::Station, 1), id(Kind::Person, 1), id(Kind::Person, 2));
        let (before, during, given) = (id(Kind::Project, 1), id(Kind::Project, 2), id(Kind::Project, 3));
        let trip = |n| id(Kind::OutboundTrip, n);
        let company = id(Kind::Company, 1);
        let tranche = id(Kind::FundTranche, 1);
        let signed = CellKey::of(P::MilestoneDate, Stage::Signed.milestone().element());
        let state = state_of(|state| {
            vec![
                date(station, S::From, "2026-03-01"),
                Edit::new(station, S::Leader, Value::Ref(zhang)),
                member(state, station, S::Members, li),
                member(state, station, S::Members, zhang),
                // The eve, the first day with both members on it, and one of somebody else.
                date(trip(1), G::Start, "2026-02-28"),
                Edit::new(trip(1), G::Leader, Value::Ref(zhang)),
                date(trip(2), G::Start, "2026-03-01"),
                Edit::new(trip(2), G::Leader, Value::Ref(zhang)),
                member(state, trip(2), G::Members, li),
                member(state, trip(2), G::Companies, company),
                member(state, trip(2), G::LeadProjects, given),
                date(trip(3), G::Start, "2026-03-02"),
                Edit::new(trip(3), G::Leader, Value::Ref(id(Kind::Person, 9))),
                date(before, P::EnteredOn, "2026-02-28"),
                Edit::new(before, P::Owner, Value::Ref(li)),
                date(during, P::EnteredOn, "2026-03-01"),
                Edit::new(during, P::Owner, Value::Ref(li)),
                Edit::new(during, signed, Value::Date(on("2026-04-01"))),
                // Of no member, but from their trip.
                date(given, P::EnteredOn, "2026-05-01"),
                Edit::new(tranche, T::Project, Value::Ref(given)),
                Edit::new(tranche, T::Amount, Value::Money(Money::yuan(5_000))),
            ]
        });
        let found = with(&state, "2026-06-30", |asked| stations(&state, asked));
        let yields = Yield { leads: vec![during, given], signed: 1, arrived: 5_000 };
        assert_eq!(found, [StationYield { id: station, members: 2, trips: 1, visits: 1, yields }]);
    }

    #[test]
    fn a_term_warns_sixty_days_before_its_end() {
        use Light::{Green, Red, Yellow};
        assert_eq!([61, 60, 0, -1].map(term_light), [Green, Yellow, Yellow, Red]);
        let (wang, lead) = (id(Kind::Ambassador, 1), |n| id(Kind::Project, n));
        let state = state_of(|state| {
            vec![
                date(wang, A::From, "2025-06-01"),
                date(wang, A::Until, "2027-05-31"),
                Edit::new(wang, A::Fee, Value::Money(Money::yuan(50_000))),
                Edit::new(wang, A::Quota, Value::Int(3)),
                member(state, wang, A::LeadProjects, lead(1)),
                member(state, wang, A::LeadProjects, lead(2)),
                member(state, wang, A::LeadProjects, lead(3)),
                // The last day of the first year, the first of the second, and a later one.
                date(lead(1), P::EnteredOn, "2026-05-31"),
                date(lead(2), P::EnteredOn, "2026-06-01"),
                date(lead(3), P::EnteredOn, "2026-09-01"),
            ]
        });
        let one = |today| with(&state, today, |asked| ambassadors(&state, asked).remove(0));
        // From 1 April 2027 to 31 May are 60 days.
        assert_eq!((one("2027-04-01").left, one("2027-04-01").light), (Some(60), Some(Yellow)));
        assert_eq!(one("2027-03-31").light, Some(Green));
        assert_eq!(one("2027-06-01").light, Some(Red));
        // 50,000 ÷ 2 leads of the second year.
        let september = one("2026-09-30");
        assert_eq!((september.this_year, september.yields.leads.len()), (2, 3));
        assert_eq!((september.fee_per_lead(), september.quota), (Some(25_000), Some(3)));
        assert_eq!(one("2026-05-31").this_year, 1);
        assert_eq!(
            term_year(on("2024-02-29"), on("2025-02-28")),
            on("2025-02-28"),
            "a leap day has its year too"
        );
    }

    #[test]
    fn hours_are_of_the_unit_of_who_took_part() {
        let (unit, zhang, li) = (id(Kind::Unit, 1), id(Kind::Person, 1), id(Kind::Person, 2));
        let training = |n| id(Kind::Training, n);
        let state = state_of(|state| {
            let mut edits = vec![Edit::new(zhang, R::Unit, Value::Ref(unit))];
            for (n, day, hours) in
                [(1, "2026-01-01", 4), (2, "2026-09-30", 3), (3, "2025-12-31", 50), (4, "2026-10-01", 50)]
            {
                edits.push(date(training(n), N::On, day));
                edits.push(Edit::new(training(n), N::Hours, Value::Int(hours)));
                edits.push(member(state, training(n), N::People, zhang));
            }
            edits.push(member(state, training(2), N::People, li));
            edits
        });
        let expected =
            [Trained { unit: Some(unit), people: 1, hours: 7 }, Trained { unit: None, people: 1, hours: 3 }];
        assert_eq!(trained(&state, on("2026-09-30")), expected);
    }
}
