//! 外出招商: what kind of trip it was, how far it has come, and what is missing or contradicts itself.
//!
//! A trip is led (带队), accompanied (跟随) or independent (独立外出) by who took part, as S3 asks (domain notes, row
//! 62, and §3.2). Who is a county leader is said in [`leaders`](super::leaders).

mod tally;

pub use tally::{Heads, HeadsRow, Report, Row, Tally, by_person, by_unit, heads};

use super::OfficeRules;
use super::leaders::is_county_leader;
use super::references::members;
use crate::domain::field::{OutboundTripField as G, PersonField as R, UnitField as U};
use crate::domain::{Date, RecordId};
use crate::ledger::{Record, State};

/// Who led, in the words of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TripKind {
    /// 带队: a county leader led it, for the county or for his own unit.
    Led,
    /// 跟随: a county leader took part in the trip of a unit, or the unit says that it followed one.
    Accompanied,
    /// 独立外出: the unit went by itself.
    Independent,
}

impl TripKind {
    /// Every kind.
    pub const ALL: [TripKind; 3] = [TripKind::Led, TripKind::Accompanied, TripKind::Independent];

    /// The word for it in conditions.
    pub const fn word(self) -> &'static str {
        match self {
            TripKind::Led => "led",
            TripKind::Accompanied => "accompanied",
            TripKind::Independent => "independent",
        }
    }
}

/// How far a trip has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TripState {
    /// 待备案: not left yet, and not filed.
    ToFile,
    /// 已备案: filed, and not left yet.
    Filed,
    /// 在外: left and not back.
    Out,
    /// 待销假: back, and not closed.
    ToClose,
    /// 已销假.
    Closed,
}

impl TripState {
    /// Every state in order.
    pub const ALL: [TripState; 5] =
        [TripState::ToFile, TripState::Filed, TripState::Out, TripState::ToClose, TripState::Closed];

    /// The word for it in conditions.
    pub const fn word(self) -> &'static str {
        match self {
            TripState::ToFile => "to_file",
            TripState::Filed => "filed",
            TripState::Out => "out",
            TripState::ToClose => "to_close",
            TripState::Closed => "closed",
        }
    }
}

/// What is missing from a trip, or contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// It names no unit.
    NoUnit,
    /// It names nobody who led.
    NoLeader,
    /// It has no day of departure, so no period counts it.
    NoStart,
    /// It is back before it left.
    EndBeforeStart,
    /// It says that it did not follow a county leader, and one took part.
    NotFollowed,
    /// 未备案: it left without being filed, or was filed only afterwards.
    FiledLate,
    /// It was closed without a day of return.
    NoEnd,
    /// It was closed without results.
    NoResults,
}

impl Fault {
    /// Every fault, the gravest first.
    pub const ALL: [Fault; 8] = [
        Fault::NotFollowed,
        Fault::EndBeforeStart,
        Fault::NoStart,
        Fault::NoUnit,
        Fault::NoLeader,
        Fault::FiledLate,
        Fault::NoEnd,
        Fault::NoResults,
    ];

    /// The word for it in conditions.
    pub const fn word(self) -> &'static str {
        match self {
            Fault::NoUnit => "no_unit",
            Fault::NoLeader => "no_leader",
            Fault::NoStart => "no_start",
            Fault::EndBeforeStart => "end_before_start",
            Fault::NotFollowed => "not_followed",
            Fault::FiledLate => "filed_late",
            Fault::NoEnd => "no_end",
            Fault::NoResults => "no_results",
        }
    }
}

/// One trip as its rules read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// 单位.
    pub unit: Option<RecordId>,
    /// 带队领导.
    pub leader: Option<RecordId>,
    /// Everybody who went, the leader first, each once.
    pub party: Vec<RecordId>,
    /// 带队, 跟随 or 独立.
    pub kind: TripKind,
    /// 出发日期.
    pub start: Option<Date>,
    /// 返回日期.
    pub end: Option<Date>,
    /// 天数 in tenths, see [`days_out`]; `None` while nothing tells them.
    pub days: Option<i64>,
    /// 拜访企业, how many.
    pub companies: usize,
    /// 新增线索: as declared, or the projects named if those are more.
    pub leads: i64,
    /// 费用 in yuan; `None` where not stated or no rate is known.
    pub cost: Option<i64>,
}

impl Trip {
    /// Reads a trip from its record.
    pub fn read(state: &State, rules: &OfficeRules, record: &Record) -> Self {
        let refer = |field: G| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let (unit, leader) = (refer(G::Unit), refer(G::Leader));
        let mut party = members(state, record, G::Members);
        party.retain(|&person| Some(person) != leader);
        party.splice(0..0, leader);
        let (start, end) = (record.get(G::Start).as_date(), record.get(G::End).as_date());
        let named = i64::try_from(members(state, record, G::LeadProjects).len()).unwrap_or(i64::MAX);
        let declared = record.get(G::Leads).as_int().unwrap_or(0);
        Self {
            kind: kind_of(state, unit, leader, &party, record.get(G::Followed).is_true()),
            days: days_out(record),
            companies: members(state, record, G::Companies).len(),
            leads: declared.max(named),
            cost: record.get(G::Cost).as_money().and_then(|money| rules.rates.to_yuan(money)),
            unit,
            leader,
            party,
            start,
            end,
        }
    }

    /// The units that took part: its own first, then those of the people who went, each once. The unit of a county
    /// leader is not one that followed.
    pub fn units(&self, state: &State) -> Vec<RecordId> {
        let mut units: Vec<RecordId> = self.unit.into_iter().collect();
        for &person in self.party.iter().filter(|&&person| !is_county_leader(state, person)) {
            units.extend(unit_of(state, person).filter(|unit| !units.contains(unit)));
        }
        units
    }

    /// The units for which the trip counts as 跟随: its own where it followed a county leader, and every other that
    /// went along.
    pub fn followers(&self, state: &State) -> Vec<RecordId> {
        let followed = |unit: &RecordId| self.unit != Some(*unit) || self.kind == TripKind::Accompanied;
        self.units(state).into_iter().filter(followed).collect()
    }
}

/// 带队, 跟随 or 独立外出 by who took part; `followed` is what the unit declares.
pub fn kind_of(
    state: &State,
    unit: Option<RecordId>,
    leader: Option<RecordId>,
    party: &[RecordId],
    followed: bool,
) -> TripKind {
    let leads = leader.filter(|&leader| is_county_leader(state, leader));
    let own = |leader: RecordId| {
        unit.is_none_or(|unit| is_county_unit(state, unit) || unit_of(state, leader) == Some(unit))
    };
    if leads.is_some_and(own) {
        TripKind::Led
    } else if followed || party.iter().any(|&person| is_county_leader(state, person)) {
        TripKind::Accompanied
    } else {
        TripKind::Independent
    }
}

/// The days of a trip in tenths, for every table and every card; `None` while nothing tells them.
///
/// - As declared, for half days occur (domain notes §3.2). 0 or less is no declaration: it is what a ledger has where
///   nobody wrote a number, and who went was out.
/// - Else the calendar days from departure to return, both counted.
/// - A trip whose return nobody noted, or noted before the departure, is of the one day on which it left: no more is
///   known, and what is missing is said in its [faults](faults).
pub fn days_out(record: &Record) -> Option<i64> {
    declared(record).or_else(|| Some(calendar_days(record)? * 10))
}

/// The calendar days that a trip touches, from its departure on; `None` without one. Where the return is open, as many
/// as were declared, begun ones included.
pub(super) fn calendar_days(record: &Record) -> Option<i64> {
    let start = record.get(G::Start).as_date()?;
    Some(match record.get(G::End).as_date() {
        Some(end) => days_between(start, end).map_or(1, |tenths| tenths / 10),
        None => declared(record).map_or(1, |tenths| (tenths + 9) / 10),
    })
}

/// 天数 as it is declared, in tenths.
fn declared(record: &Record) -> Option<i64> {
    record.get(G::Days).as_int().filter(|&tenths| tenths > 0)
}

/// Whole days from one day to another, both counted, in tenths; `None` if the second is before the first.
pub fn days_between(start: Date, end: Date) -> Option<i64> {
    (end >= start).then(|| i64::from(end.since(start) + 1) * 10)
}

/// The unit somebody belongs to.
pub(super) fn unit_of(state: &State, person: RecordId) -> Option<RecordId> {
    state.get(person, R::Unit).as_ref_id().map(|unit| state.resolve(unit))
}

/// Whether a unit stands for the county itself: towns, parks, bureaus, companies and teams go for themselves.
fn is_county_unit(state: &State, unit: RecordId) -> bool {
    const COUNTY: [&str; 2] = ["招商服务中心", "其他"];
    state.get(unit, U::UnitKind).as_text().is_some_and(|kind| COUNTY.contains(&kind))
}

/// How far a trip has come on a day. A trip without a day of departure is still to be filed; one without a day of
/// return is out until it is closed. On the last day it is still out.
pub fn state_of(record: &Record, today: Date) -> TripState {
    let day = |field: G| record.get(field).as_date();
    if day(G::ClosedOn).is_some() {
        return TripState::Closed;
    }
    let left = day(G::Start).is_some_and(|start| start <= today);
    match (left, day(G::End)) {
        (true, Some(end)) if end < today => TripState::ToClose,
        (true, _) => TripState::Out,
        (false, _) if day(G::FiledOn).is_some() => TripState::Filed,
        (false, _) => TripState::ToFile,
    }
}

/// What is missing from a trip on a day or contradicts itself, the gravest first.
pub fn faults(state: &State, record: &Record, today: Date) -> Vec<Fault> {
    let day = |field: G| record.get(field).as_date();
    let (start, end, filed, closed) = (day(G::Start), day(G::End), day(G::FiledOn), day(G::ClosedOn));
    let has = |fault: &Fault| match fault {
        Fault::NoUnit => record.get(G::Unit).is_empty(),
        Fault::NoLeader => record.get(G::Leader).is_empty(),
        Fault::NoStart => start.is_none(),
        Fault::EndBeforeStart => start.zip(end).is_some_and(|(start, end)| end < start),
        Fault::NotFollowed => is_contradicted(state, record),
        Fault::FiledLate => start.is_some_and(|start| match filed {
            Some(filed) => filed > start,
            None => start <= today,
        }),
        Fault::NoEnd => closed.is_some() && end.is_none(),
        Fault::NoResults => closed.is_some() && record.get(G::Results).is_empty(),
    };
    Fault::ALL.into_iter().filter(has).collect()
}

/// Whether a trip says that it followed no county leader, and one took part in it without leading it for the county.
fn is_contradicted(state: &State, record: &Record) -> bool {
    use crate::domain::Value;
    *record.get(G::Followed) == Value::Bool(false)
        && Trip::read(state, &OfficeRules::default(), record).kind == TripKind::Accompanied
}

#[cfg(test)]
mod tests;
