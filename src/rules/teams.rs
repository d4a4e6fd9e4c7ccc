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
    /// Those of them that are signed or further by now, those lost since included.
    pub signed: Vec<RecordId>,
    /// Those of them whose money arrived.
    pub paid: Vec<RecordId>,
    /// Their arrived money in yuan.
    pub arrived: i64,
}

impl Yield {
    fn of(asked: &Asked<'_>, mut leads: Vec<RecordId>) -> Self {
        leads.sort_unstable();
        leads.dedup();
        let mut found = Self::default();
        // A lead that was deleted since is none.
        for (id, summary) in leads.into_iter().filter_map(|id| Some((id, (asked.summary)(id)?))) {
            found.leads.push(id);
            found.signed.extend((summary.stage >= Stage::Signed).then_some(id));
            found.paid.extend((summary.arrived_yuan != 0).then_some(id));
            found.arrived = found.arrived.saturating_add(summary.arrived_yuan);
        }
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
    pub trips: Vec<RecordId>,
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
        trips: Vec<RecordId>,
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
            trips: Vec::new(),
            visits: Vec::new(),
            leads: Vec::new(),
        });
    }
    for (id, trip) in state.live(Kind::OutboundTrip) {
        let Some(start) = trip.get(G::Start).as_date() else { continue };
        let mut on_it = members(state, trip, G::Members);
        on_it.extend(trip.get(G::Leader).as_ref_id().map(|id| state.resolve(id)));
        let mut of: Vec<usize> = on_it.iter().filter_map(|who| posted.get(who)).flatten().copied().collect();
        of.sort_unstable();
        of.dedup();
        for at in of {
            let station = &mut found[at];
            if station.range.holds(start) {
                station.trips.push(id);
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
    pub this_year: Vec<RecordId>,
    /// What he is to give a year.
    pub quota: Option<i64>,
    /// The yearly fee in yuan.
    pub fee: Option<i64>,
}

impl AmbassadorYield {
    /// Yuan of this year's fee for each lead of this year; `None` without either.
    pub fn fee_per_lead(&self) -> Option<i64> {
        let leads = i64::try_from(self.this_year.len()).ok().filter(|&leads| leads > 0)?;
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
            this_year: yields.leads.iter().filter(is_this).copied().collect(),
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trained {
    /// The unit; `None` for people without one.
    pub unit: Option<RecordId>,
    /// How many of its people took part in any training.
    pub people: usize,
    /// Their hours, summed up.
    pub hours: i64,
    /// The trainings.
    pub trainings: Vec<RecordId>,
}

/// Training of the year of `today` by unit, most hours first.
pub fn trained(state: &State, today: Date) -> Vec<Trained> {
    #[derive(Default)]
    struct Found {
        people: FxHashSet<RecordId>,
        hours: i64,
        trainings: Vec<RecordId>,
    }
    let mut units: FxHashMap<Option<RecordId>, Found> = FxHashMap::default();
    for (id, training) in state.live(Kind::Training) {
        let is_this = |day: &Date| day.naive().year() == today.naive().year() && *day <= today;
        if training.get(N::On).as_date().filter(is_this).is_none() {
            continue;
        }
        let of_each = training.get(N::Hours).as_int().unwrap_or(0);
        for who in members(state, training, N::People) {
            let unit = state.get(who, R::Unit).as_ref_id().map(|unit| state.resolve(unit));
            let found = units.entry(unit).or_default();
            found.people.insert(who);
            found.hours = found.hours.saturating_add(of_each);
            if found.trainings.last() != Some(&id) {
                found.trainings.push(id);
            }
        }
    }
    let row =
        |(unit, Found { people, hours, trainings })| Trained { unit, people: people.len(), hours, trainings };
    let mut rows: Vec<Trained> = units.into_iter().map(row).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.hours), row.unit.is_none(), row.unit));
    rows
}

#[cfg(test)]
mod tests;
