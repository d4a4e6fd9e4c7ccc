//! A ledger of trips: from its rows to records of trips, and of the units, people and companies they name.
//!
//! The record of a trip follows from unit, leader, day of departure and destination. So the same ledger imported
//! twice, or in two offices, makes no second trip, and a fuller copy of it fills in what the first one lacked. The
//! rules of projects hold: an empty cell erases nothing, and what the records have moved on from stays.

mod said;

use super::difference::{Effect, Overlay, difference};
use super::directory::Directory;
use super::draft::Fact;
use super::edits::{Changes, Write};
use super::heard::Heard;
use super::take::Columns;
use crate::domain::field::{CompanyField as C, OutboundTripField as G, PersonField as R, UnitField as U};
use crate::domain::read::Person;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::exchange::sheet::rows::ReadRow;
use crate::ledger::{Record, State};
use crate::rules::duplicates::plain;
use crate::rules::leaders::{is_county_leader, is_county_post};
use crate::rules::trips::{TripKind, days_between};
use rustc_hash::FxHashMap;
use said::Said;

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TripRefusal {
    /// It names neither a unit nor who led.
    Nobody,
    /// It has no day of departure that can be read.
    NoStart,
    /// It is back before it left.
    EndBeforeStart,
    /// It tells of the same trip as an earlier line of the file: unit, leader, departure and destination are alike.
    Repeats(usize),
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TripOutcome {
    /// A trip that is not on record.
    New,
    /// A trip on record, with so many cells to fill in or replace.
    Update(usize),
    /// A trip on record, with nothing to change.
    Same,
    /// Left out.
    Refused(TripRefusal),
}

/// A row of a ledger of trips, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TripRow {
    /// The line in the sheet, from 1.
    pub line: usize,
    /// What becomes of it.
    pub outcome: TripOutcome,
    /// 带队, 跟随 or 独立, as it will count.
    pub kind: TripKind,
    /// 单位.
    pub unit: String,
    /// 带队领导.
    pub leader: String,
    /// 出发日期.
    pub start: Option<Date>,
    /// 返回日期.
    pub end: Option<Date>,
    /// 天数 in tenths, stated or between the days.
    pub days: Option<i64>,
    /// 目的地.
    pub place: String,
    /// 拜访企业.
    pub companies: Vec<String>,
    /// 新增线索.
    pub leads: Option<i64>,
    /// Whether a cell should be looked at: the words of the file are kept beside what was read.
    pub doubtful: bool,
    pub(super) id: RecordId,
    own: Vec<Fact>,
    others: Vec<(RecordId, Fact)>,
}

impl TripRow {
    /// Whether it is left out.
    pub fn is_refused(&self) -> bool {
        matches!(self.outcome, TripOutcome::Refused(_))
    }
}

/// The plan of a ledger of trips.
#[derive(Clone, Debug)]
pub struct TripPlan {
    /// The rows in the file's order.
    pub rows: Vec<TripRow>,
}

impl TripPlan {
    /// Compares rows with the records.
    pub fn new(rows: &[ReadRow], columns: &Columns, state: &State) -> Self {
        let mut planner = Planner {
            state,
            directory: Directory::read(state),
            county: county_leaders(state),
            seen: FxHashMap::default(),
        };
        let mut plan = Self { rows: rows.iter().map(|row| planner.row(row, columns)).collect() };
        let changes = plan.changes(state);
        let mut cells: FxHashMap<RecordId, usize> = FxHashMap::default();
        for write in &changes.writes {
            *cells.entry(write.record).or_default() += 1;
        }
        for row in plan.rows.iter_mut().filter(|row| row.outcome == TripOutcome::New) {
            if !changes.created.contains(&row.id) {
                let n = cells.get(&row.id).copied().unwrap_or(0);
                row.outcome = if n == 0 { TripOutcome::Same } else { TripOutcome::Update(n) };
            }
        }
        plan
    }

    /// What taking the rows changes.
    pub fn changes(&self, state: &State) -> Changes {
        let mut taking = Taking {
            state,
            overlay: Overlay::default(),
            heard: Heard::default(),
            changes: Changes::default(),
        };
        for (at, row) in self.rows.iter().enumerate() {
            if row.is_refused() {
                taking.changes.left_out.push(at);
                continue;
            }
            for (id, fact) in &row.others {
                taking.create(*id);
                // What several rows say of one person is one word: the first holds. What is on record stays.
                if let Some(fact) = taking.heard.hear(*id, fact) {
                    taking.write(*id, &fact, |effect| effect == Effect::Fill);
                }
            }
            taking.create(row.id);
            for fact in &row.own {
                taking.write(row.id, fact, |effect| effect != Effect::Older);
            }
        }
        taking.changes
    }

    /// How many rows are new, change a trip, change nothing, and are left out.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for row in &self.rows {
            counts[match row.outcome {
                TripOutcome::New => 0,
                TripOutcome::Update(_) => 1,
                TripOutcome::Same => 2,
                TripOutcome::Refused(_) => 3,
            }] += 1;
        }
        counts
    }
}

/// County leaders by name. Of two with one name neither is taken for the one a ledger names.
fn county_leaders(state: &State) -> FxHashMap<String, Option<RecordId>> {
    let mut found: FxHashMap<String, Option<RecordId>> = FxHashMap::default();
    for (id, person) in state.live(Kind::Person).filter(|(id, _)| is_county_leader(state, *id)) {
        let name = plain(person.get(R::Name).as_text().unwrap_or_default());
        found.entry(name).and_modify(|known| *known = None).or_insert(Some(id));
    }
    found
}

struct Planner<'a> {
    state: &'a State,
    directory: Directory,
    county: FxHashMap<String, Option<RecordId>>,
    /// The line that told of each trip.
    seen: FxHashMap<RecordId, usize>,
}

impl Planner<'_> {
    fn row(&mut self, row: &ReadRow, columns: &Columns) -> TripRow {
        let said = Said::of(row, columns);
        let state = self.state;
        let mut others = Vec::new();
        let unit_id = (!said.unit.is_empty()).then(|| self.directory.unit(state, &said.unit));
        let unit = unit_id.map(|id| (id, said.unit.as_str()));
        let leader = said.leader.as_ref().map(|who| self.person(who, unit));
        let members: Vec<RecordId> = said.members.iter().map(|who| self.person(who, unit)).collect();
        let companies: Vec<RecordId> =
            said.companies.iter().map(|name| self.directory.company(state, name, "")).collect();
        for &id in unit_id.iter().chain(&leader).chain(&members).chain(&companies) {
            self.tell(id, &mut others);
        }
        for (who, &id) in said.leader.iter().zip(&leader).chain(said.members.iter().zip(&members)) {
            let post = who.title.as_deref().unwrap_or_default();
            others.extend((!post.is_empty()).then(|| (id, Fact::one(R::Post, Value::text(post)))));
        }
        if let (Some(level), Some(id)) = (&said.leader_level, leader) {
            others.push((id, Fact::one(R::LeaderLevel, Value::text(level))));
        }
        let names = [
            plain(&said.unit),
            plain(said.leader.as_ref().map_or("", |who| &who.name)),
            said.start.map(|day| day.to_string()).unwrap_or_default(),
            plain(&said.place),
        ];
        let id = RecordId::derived(Kind::OutboundTrip, &names.each_ref().map(String::as_str));
        let refusal = if unit_id.is_none() && leader.is_none() {
            Some(TripRefusal::Nobody)
        } else if said.start.is_none() {
            Some(TripRefusal::NoStart)
        } else if said.start.zip(said.end).is_some_and(|(start, end)| end < start) {
            Some(TripRefusal::EndBeforeStart)
        } else {
            let first = *self.seen.entry(id).or_insert(row.source_row);
            (first != row.source_row).then_some(TripRefusal::Repeats(first))
        };
        let kind = self.kind(&said, unit_id, leader, &members);
        let mut own = said.facts;
        own.extend(unit_id.map(|id| Fact::one(G::Unit, Value::Ref(id))));
        own.extend(leader.map(|id| Fact::one(G::Leader, Value::Ref(id))));
        let one = |field: G, id: &RecordId| Fact::of(field, &id.to_string(), Value::Bool(true));
        own.extend(members.iter().map(|id| one(G::Members, id)));
        own.extend(companies.iter().map(|id| one(G::Companies, id)));
        let between = said.start.zip(said.end).and_then(|(start, end)| days_between(start, end));
        own.extend(
            said.days.filter(|days| Some(*days) != between).map(|days| Fact::one(G::Days, Value::Int(days))),
        );
        TripRow {
            line: row.source_row,
            outcome: refusal.map_or(TripOutcome::New, TripOutcome::Refused),
            kind,
            unit: said.unit,
            leader: said.leader.map(|who| who.name).unwrap_or_default(),
            start: said.start,
            end: said.end,
            days: said.days.or(between),
            place: said.place,
            companies: said.companies,
            leads: said.leads,
            doubtful: row.values.iter().any(|value| !value.doubts.is_empty()) || !row.extra.is_empty(),
            id,
            own,
            others,
        }
    }

    /// The person of this name in the unit, unless the ledger means a county leader: by his post, or because the unit
    /// has nobody of the name and the county has.
    fn person(&mut self, who: &Person, unit: Option<(RecordId, &str)>) -> RecordId {
        let post = who.title.as_deref().unwrap_or_default();
        let leader = self.county.get(&plain(&who.name)).copied().flatten();
        let may_be = post.is_empty() || is_county_post(post);
        // A county leader is none of the unit's own people.
        let unit = unit.filter(|_| !is_county_post(post));
        match leader.filter(|_| may_be) {
            Some(leader)
                if is_county_post(post) || !self.directory.has_person(&who.name, unit.map(|(id, _)| id)) =>
            {
                leader
            }
            _ => self.directory.person(self.state, &who.name, unit),
        }
    }

    /// The name of a record that is not there yet, and where a new person belongs.
    fn tell(&self, id: RecordId, others: &mut Vec<(RecordId, Fact)>) {
        let Some(name) = self.directory.born(id) else { return };
        let field = match id.kind {
            Kind::Unit => U::Name.field(),
            Kind::Company => C::Name.field(),
            _ => R::Name.field(),
        };
        others.push((id, Fact::one(field, Value::text(name))));
        if let Some((field, home)) = self.directory.home(id) {
            others.push((id, Fact::one(field, Value::Ref(home))));
        }
    }

    fn kind(
        &self,
        said: &Said,
        unit: Option<RecordId>,
        leader: Option<RecordId>,
        members: &[RecordId],
    ) -> TripKind {
        let mut party: Vec<RecordId> = leader.into_iter().collect();
        party.extend(members);
        // Who is new is a county leader if his post says so.
        let is_new = |who: &Person| is_county_post(who.title.as_deref().unwrap_or_default());
        let county_led = said.leader.as_ref().is_some_and(is_new);
        let county_went = county_led || said.members.iter().any(is_new);
        match crate::rules::trips::kind_of(self.state, unit, leader, &party, said.followed == Some(true)) {
            TripKind::Independent if county_led && unit.is_none() => TripKind::Led,
            TripKind::Independent if county_went => TripKind::Accompanied,
            kind => kind,
        }
    }
}

/// Cells on their way to the ledger.
struct Taking<'a> {
    state: &'a State,
    overlay: Overlay,
    heard: Heard,
    changes: Changes,
}

impl Taking<'_> {
    /// Notes that a record comes into being, or back from deletion.
    fn create(&mut self, id: RecordId) {
        let known = self.state.record(id);
        if known.is_some_and(|record| !record.is_deleted()) || !self.changes.created.insert(id) {
            return;
        }
        if known.is_some_and(Record::is_deleted) {
            self.put(id, Fact::one(Field::DELETED, Value::Bool(false)));
        }
    }

    fn write(&mut self, id: RecordId, fact: &Fact, takes: impl Fn(Effect) -> bool) {
        let Some(found) = difference(self.state, &self.overlay, id, fact) else { return };
        let is_new = self.changes.created.contains(&id);
        if !is_new && !takes(found.effect) {
            return;
        }
        if id.kind == Kind::OutboundTrip && !is_new {
            self.changes.updated.insert(id);
        }
        self.put(id, Fact { field: found.field, element: found.element, value: found.new });
    }

    fn put(&mut self, record: RecordId, fact: Fact) {
        self.overlay.insert((record, fact.field, fact.element.clone()), fact.value.clone());
        self.changes.writes.push(Write { record, fact });
    }
}
