//! 在岗: what a recruiter did in a month, from what was declared and recorded (domain notes, row 5 and R32 to R34).
//!
//! Nobody is tracked: every number counts records that he or his office wrote. Who did nothing has a card too, as a
//! published bulletin prints 未外出 (R34).

mod duty;
mod out;

pub use duty::{Duty, read_month, score};

use super::query::DayRange;
use super::references::members;
use super::search::places;
use crate::domain::field::{
    DutyMonthField as D, FollowUpField as W, OutboundTripField as G, PersonField as R, ProjectField as P,
    ReceptionField as V, TrainingField as N, UnitField,
};
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};
use rustc_hash::FxHashMap;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        use chrono::Datelike;
        Self { year: day.naive().year(), month: day.naive().month() }
    }

    /// The month before.
    pub const fn before(self) -> Self {
        match self.month {
            1 => Self { year: self.year - 1, month: 12 },
            month => Self { year: self.year, month: month - 1 },
        }
    }

    /// Its first and last day.
    pub fn days(self) -> DayRange {
        let next = match self.month {
            12 => Date::ymd(self.year + 1, 1, 1),
            month => Date::ymd(self.year, month + 1, 1),
        };
        DayRange { from: Date::ymd(self.year, self.month, 1), to: next.map(|day| day.plus(-1)) }
    }
}

impl std::fmt::Display for Month {
    /// As it is stored: `2026-09`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// One trip of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trip {
    /// The record.
    pub id: RecordId,
    /// Days out in the month, in tenths.
    pub tenths: i64,
    /// He led it.
    pub led: bool,
}

/// How a promised step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Done by its day.
    InTime,
    /// Done, but later.
    Late,
    /// Not done, and its day is over.
    Missed,
    /// Its day is still to come.
    Open,
}

/// One next step that fell due in the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The follow-up that promised it.
    pub follow_up: RecordId,
    /// When it was due.
    pub on: Date,
    /// How it stands.
    pub kept: Kept,
}

/// The month of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Trips that he led or went along on and that touch the month.
    pub trips: Vec<Trip>,
    /// Companies visited on trips that began in the month, each once.
    pub companies: Vec<RecordId>,
    /// Receptions that he led or follows up.
    pub receptions: Vec<RecordId>,
    /// Projects registered in the month that he follows.
    pub leads: Vec<RecordId>,
    /// Follow-ups that he wrote.
    pub follow_ups: Vec<RecordId>,
    /// Next steps of his that fell due.
    pub promises: Vec<Promise>,
    /// Trainings he took part in.
    pub trainings: Vec<RecordId>,
    /// Hours of them.
    pub hours: i64,
    /// What he declared.
    pub duty: Option<Duty>,
}

impl Card {
    /// Days out in tenths. Two trips of one day count twice in no month: never more than the month has days.
    pub fn days_out(&self, month: Month) -> i64 {
        let days = month.days();
        let length = days.from.zip(days.to).map_or(0, |(from, to)| i64::from(to.since(from)) + 1);
        self.trips.iter().map(|trip| trip.tenths).sum::<i64>().min(length * 10)
    }

    /// How many promises stand so.
    pub fn promised(&self, kept: Kept) -> usize {
        self.promises.iter().filter(|promise| promise.kept == kept).count()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What the month's cards are made of, beside the records.
pub struct Asked<'a> {
    /// Which month.
    pub month: Month,
    /// Days after it have not happened.
    pub today: Date,
    /// The day of a moment where the user is.
    pub local: &'a dyn Fn(u64) -> Option<Date>,
}

/// The cards of a month, by person; who did nothing recorded has none.
pub fn cards(state: &State, asked: &Asked<'_>) -> FxHashMap<RecordId, Card> {
    let mut cards: FxHashMap<RecordId, Card> = FxHashMap::default();
    let range = asked.month.days();
    let within = |day: Option<Date>| day.filter(|&day| range.holds(day) && day <= asked.today);
    let person = |record: &Record, field: crate::domain::Field| {
        record.get(field).as_ref_id().map(|id| state.resolve(id))
    };
    for (id, trip) in state.live(Kind::OutboundTrip) {
        let tenths = out::tenths_in(trip, range, asked.today);
        if tenths == 0 {
            continue;
        }
        let leader = person(trip, G::Leader.field());
        let begins = within(trip.get(G::Start).as_date()).is_some();
        let mut people = members(state, trip, G::Members);
        people.extend(leader);
        people.sort_unstable();
        people.dedup();
        for who in people {
            let card = cards.entry(who).or_default();
            card.trips.push(Trip { id, tenths, led: leader == Some(who) });
            if begins {
                card.companies.extend(members(state, trip, G::Companies));
            }
        }
    }
    for card in cards.values_mut() {
        card.companies.sort_unstable();
        card.companies.dedup();
    }
    for (id, reception) in state.live(Kind::Reception) {
        if within(reception.get(V::On).as_date()).is_none() {
            continue;
        }
        let mut people: Vec<RecordId> =
            [V::Leader, V::Owner].iter().filter_map(|&field| person(reception, field.field())).collect();
        people.dedup();
        people.into_iter().for_each(|who| cards.entry(who).or_default().receptions.push(id));
    }
    for (id, project) in state.live(Kind::Project) {
        let Some(owner) = person(project, P::Owner.field()).filter(|_| !is_older(project, range)) else {
            continue;
        };
        if within(entered(state, asked.local, id, project)).is_some() {
            cards.entry(owner).or_default().leads.push(id);
        }
    }
    follow_ups(state, asked, &mut cards);
    for (id, training) in state.live(Kind::Training) {
        if within(training.get(N::On).as_date()).is_none() {
            continue;
        }
        for who in members(state, training, N::People) {
            let card = cards.entry(who).or_default();
            card.trainings.push(id);
            card.hours = card.hours.saturating_add(training.get(N::Hours).as_int().unwrap_or(0));
        }
    }
    for (id, record) in state.live(Kind::DutyMonth) {
        let is_this = record.get(D::Month).as_text().and_then(read_month) == Some(asked.month);
        if let Some(who) = person(record, D::Person.field()).filter(|_| is_this) {
            let duty = &mut cards.entry(who).or_default().duty;
            // Of two records of one month, the one that was written later.
            let found = Duty::read(id, record);
            if duty.as_ref().is_none_or(|other| other.written < found.written) {
                *duty = Some(found);
            }
        }
    }
    cards.values_mut().for_each(|card| sort(state, card));
    cards
}

/// Whether a project was surely registered before a range: nobody says when, and a cell of it is older by more than
/// the hours between any place and Greenwich. It spares looking through the history of most projects.
fn is_older(project: &Record, range: DayRange) -> bool {
    const DAY: u64 = 86_400_000;
    let begins = range.from.and_then(|from| u64::try_from(from.days()).ok()).unwrap_or(0);
    let oldest = project.cells().iter().map(|cell| cell.stamp.millis()).min().unwrap_or(u64::MAX);
    project.get(P::EnteredOn).is_empty() && oldest.saturating_add(2 * DAY) < begins * DAY
}

/// The day a project was registered: as stated, else the day its first cell was written.
pub(super) fn entered(
    state: &State,
    local: &dyn Fn(u64) -> Option<Date>,
    id: RecordId,
    project: &Record,
) -> Option<Date> {
    let stated = project.get(P::EnteredOn).as_date();
    stated.or_else(|| local(state.born(id)?.millis()))
}

/// Follow-ups and promises, in one pass over the follow-ups of all projects. Whose a follow-up is, it says itself;
/// else it is the owner's of its project.
fn follow_ups(state: &State, asked: &Asked<'_>, cards: &mut FxHashMap<RecordId, Card>) {
    let range = asked.month.days();
    // The days on which somebody followed up, by project: only of those that have a promise to be judged.
    let mut due: Vec<(RecordId, RecordId, Promise, Date)> = Vec::new();
    let mut talked: FxHashMap<RecordId, Vec<Date>> = FxHashMap::default();
    for (id, entry) in state.live(Kind::FollowUp) {
        let on = entry.get(W::On).as_date();
        let next = entry.get(W::NextOn).as_date().filter(|&day| range.holds(day));
        let written = on.is_some_and(|day| range.holds(day) && day <= asked.today);
        if !written && next.is_none() {
            continue;
        }
        let project = entry.get(W::Project).as_ref_id().map(|id| state.resolve(id));
        let owner = || state.get(project?, P::Owner).as_ref_id();
        let Some(who) = entry.get(W::Person).as_ref_id().or_else(owner).map(|id| state.resolve(id)) else {
            continue;
        };
        if written {
            cards.entry(who).or_default().follow_ups.push(id);
        }
        let Some(day) = next else { continue };
        let kept = match entry.cell(W::NextDone).filter(|cell| cell.value.is_true()) {
            // The step was ticked off on the day of that change.
            Some(cell) if (asked.local)(cell.stamp.millis()).is_some_and(|done| done <= day) => Kept::InTime,
            Some(_) => Kept::Late,
            None if day < asked.today => Kept::Missed,
            None => Kept::Open,
        };
        let promise = Promise { follow_up: id, on: day, kept };
        match project.zip(on).filter(|_| kept == Kept::Late) {
            Some((project, on)) => {
                talked.entry(project).or_default();
                due.push((who, project, promise, on));
            }
            None => cards.entry(who).or_default().promises.push(promise),
        }
    }
    // Ticked off late, but a talk of the days between shows that it was done: the promise was kept. It matters where
    // a ledger was imported after the fact.
    if !due.is_empty() {
        for (_, entry) in state.live(Kind::FollowUp) {
            let project = entry.get(W::Project).as_ref_id().map(|id| state.resolve(id));
            if let Some(days) = project.and_then(|project| talked.get_mut(&project)) {
                days.extend(entry.get(W::On).as_date());
            }
        }
    }
    for (who, project, mut promise, promised) in due {
        let between = |day: &Date| promised < *day && *day <= promise.on;
        if talked.get(&project).is_some_and(|days| days.iter().any(between)) {
            promise.kept = Kept::InTime;
        }
        cards.entry(who).or_default().promises.push(promise);
    }
}

/// Oldest first.
fn sort(state: &State, card: &mut Card) {
    let day = |id: RecordId, field: crate::domain::Field| (state.get(id, field).as_date(), id);
    card.trips.sort_by_key(|trip| day(trip.id, G::Start.field()));
    card.receptions.sort_by_key(|&id| day(id, V::On.field()));
    card.leads.sort_by_key(|&id| day(id, P::EnteredOn.field()));
    card.follow_ups.sort_by_key(|&id| day(id, W::On.field()));
    card.promises.sort_by_key(|promise| (promise.on, promise.follow_up));
    card.trainings.sort_by_key(|&id| day(id, N::On.field()));
}

/// The people of a month's table: whoever did something, and whoever is no leader by his level (领导类别 empty or
/// 招商员), by unit and name.
pub fn roster(state: &State, cards: &FxHashMap<RecordId, Card>) -> Vec<RecordId> {
    let is_recruiter =
        |person: &Record| person.get(R::LeaderLevel).as_text().is_none_or(|level| level == RECRUITER);
    let people =
        state.live(Kind::Person).filter(|(id, person)| cards.contains_key(id) || is_recruiter(person));
    let mut people: Vec<RecordId> = people.map(|(id, _)| id).collect();
    people.sort_by_cached_key(|&id| {
        let unit = state.get(id, R::Unit).as_ref_id().map(|unit| state.resolve(unit));
        let order = |unit| state.get(unit, UnitField::Order).as_int().unwrap_or(i64::MAX);
        let name = state.get(id, R::Name).as_text().unwrap_or_default();
        (unit.is_none(), unit.map(order), unit, places(name).collect::<Box<[u32]>>(), id)
    });
    people
}

/// The level of one who is no leader, in the list shipped.
const RECRUITER: &str = "招商员";

#[cfg(test)]
mod tests;
