//! Trips of a period by unit, by person, and the days of 党政主职.
//!
//! A trip belongs to the period in which it left, with all its days: so every number is the number of the records
//! behind it. The tables say so.

use super::{Trip, TripKind, unit_of};
use crate::domain::field::{OutboundTripField as G, PersonField as R};
use crate::domain::sort::Arrange;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::State;
use crate::rules::OfficeRules;
use crate::rules::leaders::{is_head, is_head_by_post};
use crate::rules::references::members;
use crate::rules::span::{first_day, last_day};
use crate::rules::units::units_in_order;
use chrono::Datelike;
use rustc_hash::{FxHashMap, FxHashSet};

/// What some trips come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 次数.
    pub trips: usize,
    /// 带队.
    pub led: usize,
    /// 跟随.
    pub accompanied: usize,
    /// 独立外出.
    pub independent: usize,
    /// 人次.
    pub people: usize,
    /// 天数 in tenths.
    pub days: i64,
    /// 拜访企业, in visits.
    pub companies: usize,
    /// 新增线索.
    pub leads: i64,
    /// 签约项目: projects that the trips name and that are signed, each once.
    pub signed: usize,
    /// 费用 in yuan.
    pub cost: i64,
    /// Where they went, each place once, the most visited first.
    pub places: Vec<String>,
}

impl Tally {
    /// 单个签约项目费用: trip money for each project signed (domain notes §5.3), in yuan; `None` without one.
    pub fn cost_per_signed(&self) -> Option<i64> {
        let signed = i64::try_from(self.signed).ok().filter(|&signed| signed > 0)?;
        Some((self.cost + signed / 2) / signed)
    }
}

/// One line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The unit or person; `None` for trips that name no unit.
    pub of: Option<RecordId>,
    /// What its trips come to.
    pub tally: Tally,
}

/// A report on a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Its lines.
    pub rows: Vec<Row>,
    /// All trips of the period, each once.
    pub total: Tally,
    /// Live trips without a day of departure, which no period counts.
    pub undated: usize,
}

/// A tally being made.
#[derive(Default)]
struct Making {
    tally: Tally,
    signed: FxHashSet<RecordId>,
    places: FxHashMap<String, usize>,
}

/// What a trip gives to a tally.
struct Share<'a> {
    trip: &'a Trip,
    kind: TripKind,
    people: usize,
    signed: &'a [RecordId],
    place: &'a str,
    /// Whether it is the trip's own: what was met, found and spent counts once.
    own: bool,
}

impl Making {
    fn add(&mut self, share: &Share<'_>) {
        let (tally, trip) = (&mut self.tally, share.trip);
        tally.trips += 1;
        match share.kind {
            TripKind::Led => tally.led += 1,
            TripKind::Accompanied => tally.accompanied += 1,
            TripKind::Independent => tally.independent += 1,
        }
        tally.people += share.people;
        tally.days += trip.days.unwrap_or(0);
        if !share.place.is_empty() {
            *self.places.entry(share.place.to_owned()).or_default() += 1;
        }
        if share.own {
            tally.companies += trip.companies;
            tally.leads = tally.leads.saturating_add(trip.leads);
            tally.cost = tally.cost.saturating_add(trip.cost.unwrap_or(0));
            self.signed.extend(share.signed);
        }
    }

    fn done(mut self) -> Tally {
        let mut places: Vec<(String, usize)> = self.places.into_iter().collect();
        places.arrange_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        self.tally.places = places.into_iter().map(|(place, _)| place).collect();
        self.tally.signed = self.signed.len();
        self.tally
    }
}

/// Every trip that left on one of these days, with what is needed of it.
fn each(
    state: &State,
    rules: &OfficeRules,
    signed: &dyn Fn(RecordId) -> bool,
    (from, to): (Date, Date),
    mut take: impl FnMut(&Trip, &[RecordId], &str),
) -> usize {
    let mut undated = 0;
    for (_, record) in state.live(Kind::OutboundTrip) {
        let Some(start) = record.get(G::Start).as_date() else {
            undated += 1;
            continue;
        };
        if start < from || start > to {
            continue;
        }
        let trip = Trip::read(state, rules, record);
        let mut named = members(state, record, G::Projects);
        named.extend(members(state, record, G::LeadProjects));
        named.retain(|&project| signed(project));
        take(&trip, &named, record.get(G::Place).as_text().unwrap_or_default().trim());
    }
    undated
}

/// The trips of a period by unit: every live unit, those that did not go out too. A unit whose people went along on
/// another's trip is told as having followed; what was met, found and spent counts for the trip's own unit. `signed`
/// says whether a project is signed.
pub fn by_unit(
    state: &State,
    rules: &OfficeRules,
    signed: &dyn Fn(RecordId) -> bool,
    days: (Date, Date),
) -> Report {
    let mut units: FxHashMap<Option<RecordId>, Making> = FxHashMap::default();
    let mut total = Making::default();
    let undated = each(state, rules, signed, days, |trip, signed, place| {
        let whole = Share { trip, kind: trip.kind, people: trip.party.len(), signed, place, own: true };
        total.add(&whole);
        let took_part = trip.units(state);
        if took_part.is_empty() {
            units.entry(None).or_default().add(&whole);
        }
        for unit in took_part {
            let own = trip.unit == Some(unit);
            let of_unit = |person: &&RecordId| unit_of(state, **person).map_or(own, |of| of == unit);
            let people = trip.party.iter().filter(of_unit).count();
            let kind = if own { trip.kind } else { TripKind::Accompanied };
            units.entry(Some(unit)).or_default().add(&Share { kind, people, own, ..whole });
        }
    });
    let mut row = |of: Option<RecordId>| Row { of, tally: units.remove(&of).unwrap_or_default().done() };
    let mut rows: Vec<Row> = units_in_order(state).into_iter().map(|unit| row(Some(unit))).collect();
    rows.extend(Some(row(None)).filter(|row| row.tally.trips > 0));
    Report { rows, total: total.done(), undated }
}

/// The trips of a period by person: everybody who went, the longest out first.
pub fn by_person(
    state: &State,
    rules: &OfficeRules,
    signed: &dyn Fn(RecordId) -> bool,
    days: (Date, Date),
) -> Report {
    let mut people: FxHashMap<RecordId, Making> = FxHashMap::default();
    let mut total = Making::default();
    let undated = each(state, rules, signed, days, |trip, signed, place| {
        let whole = Share { trip, kind: trip.kind, people: trip.party.len(), signed, place, own: true };
        total.add(&whole);
        for &person in &trip.party {
            let own = trip.leader == Some(person);
            people.entry(person).or_default().add(&Share { people: 1, own, ..whole });
        }
    });
    let mut rows: Vec<Row> =
        people.into_iter().map(|(person, making)| Row { of: Some(person), tally: making.done() }).collect();
    rows.arrange_by_key(|row| (std::cmp::Reverse((row.tally.days, row.tally.trips)), row.of));
    Report { rows, total: total.done(), undated }
}

/// 党政主职驻外天数 of one unit (domain notes §3.7, R33).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadsRow {
    /// 责任单位.
    pub unit: RecordId,
    /// Its heads, in the order of their ids.
    pub heads: Vec<RecordId>,
    /// 本月, in tenths of a day.
    pub month: i64,
    /// 累计 since the first of January, in tenths of a day.
    pub year: i64,
}

/// 党政主职驻外招商进度汇总表.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// A line for every unit, those whose heads did not go out too.
    pub rows: Vec<HeadsRow>,
    /// 合计: 本月 and 累计.
    pub total: (i64, i64),
    /// How many heads are told only by their post.
    pub by_post: usize,
    /// The month told of: its first day and the last that counts.
    pub month: (Date, Date),
    /// The first day that counts.
    pub from: Date,
}

/// The days on which heads of units were out in the month of `on`, and in its year until then. Two heads on one trip
/// are two times its days.
pub fn heads(state: &State, rules: &OfficeRules, on: Date, today: Date) -> Heads {
    let month = (first_day(on), last_day(on).min(today));
    let from = Date::ymd(on.naive().year(), 1, 1).unwrap_or(on);
    let mut by_unit: FxHashMap<RecordId, Vec<RecordId>> = FxHashMap::default();
    let mut by_post = 0;
    for (person, record) in state.live(Kind::Person).filter(|(person, _)| is_head(state, *person)) {
        let Some(unit) = record.get(R::Unit).as_ref_id() else { continue };
        by_unit.entry(state.resolve(unit)).or_default().push(person);
        by_post += usize::from(is_head_by_post(state, person));
    }
    let mut days: FxHashMap<RecordId, (i64, i64)> = FxHashMap::default();
    each(state, rules, &|_| false, (from, month.1), |trip, _, _| {
        let (of_trip, in_month) = (trip.days.unwrap_or(0), trip.start.is_some_and(|start| start >= month.0));
        for &person in &trip.party {
            let (of_month, of_year) = days.entry(person).or_default();
            *of_month += if in_month { of_trip } else { 0 };
            *of_year += of_trip;
        }
    });
    let mut result = Heads { rows: Vec::new(), total: (0, 0), by_post, month, from };
    for unit in units_in_order(state) {
        let mut heads = by_unit.remove(&unit).unwrap_or_default();
        heads.arrange();
        let of = |person: &RecordId| days.get(person).copied().unwrap_or_default();
        let (month, year) = heads.iter().map(of).fold((0, 0), |(month, year), (m, y)| (month + m, year + y));
        result.total = (result.total.0 + month, result.total.1 + year);
        result.rows.push(HeadsRow { unit, heads, month, year });
    }
    result
}
