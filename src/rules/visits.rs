//! 来访接待, 招商活动 and 领导五事 of a period, counted.

use super::OfficeRules;
use super::leaders::is_county_leader;
use super::references::members;
use super::units::units_in_order;
use crate::domain::field::{
    LeaderActivityField as N, PersonField as R, PromotionEventField as H, ReceptionField as J,
};
use crate::domain::sort::Arrange;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};
use rustc_hash::{FxHashMap, FxHashSet};

/// What some receptions come to. 批次 and 人次 are counted apart (domain notes §3.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits {
    /// 批次.
    pub batches: usize,
    /// 人次.
    pub people: i64,
    /// 新增意向: visits with an intention or an amount.
    pub intents: usize,
    /// 意向投资额 in yuan.
    pub amount: i64,
    /// 已登记项目: visits that became a project.
    pub projects: usize,
}

impl Visits {
    fn add(&mut self, state: &State, rules: &OfficeRules, record: &Record) {
        let amount = record.get(J::Amount).as_money().and_then(|money| rules.rates.to_yuan(money));
        let project = record.get(J::Project).as_ref_id().map(|id| state.resolve(id));
        self.batches += 1;
        self.people = self.people.saturating_add(record.get(J::Headcount).as_int().unwrap_or(0).max(0));
        self.intents += usize::from(has_intent(record));
        self.amount = self.amount.saturating_add(amount.unwrap_or(0));
        self.projects += usize::from(project.is_some());
    }
}

/// Whether a reception came to an intention to invest: in words, or as an amount.
pub fn has_intent(record: &Record) -> bool {
    !record.get(J::Intent).is_empty() || !record.get(J::Amount).is_empty()
}

/// Counts of one unit or person; `None` for records that name none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<T> {
    /// Whose.
    pub of: Option<RecordId>,
    /// How much.
    pub tally: T,
}

/// Lines and their total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted<T> {
    /// The lines.
    pub rows: Vec<Line<T>>,
    /// Everything, each record once.
    pub total: T,
    /// Records without a day, which no period counts.
    pub undated: usize,
}

/// Whether a record's day lies in a period; notes one that has none.
fn is_within(day: Option<Date>, (from, to): (Date, Date), undated: &mut usize) -> bool {
    *undated += usize::from(day.is_none());
    day.is_some_and(|day| from <= day && day <= to)
}

/// The receptions of a period by leading unit (牵头单位): every live unit, those without any too.
pub fn receptions_by_unit(state: &State, rules: &OfficeRules, days: (Date, Date)) -> Counted<Visits> {
    let (mut found, counted) = receptions(state, rules, days, J::Unit);
    let mut line = |of| Line { of, tally: found.remove(&of).unwrap_or_default() };
    let mut rows: Vec<Line<Visits>> =
        units_in_order(state).into_iter().map(|unit| line(Some(unit))).collect();
    rows.extend(Some(line(None)).filter(|line| line.tally.batches > 0));
    Counted { rows, ..counted }
}

/// The receptions of a period by receiving leader (接待领导), the most batches first.
pub fn receptions_by_leader(state: &State, rules: &OfficeRules, days: (Date, Date)) -> Counted<Visits> {
    let (found, counted) = receptions(state, rules, days, J::Leader);
    let mut rows: Vec<Line<Visits>> = found.into_iter().map(|(of, tally)| Line { of, tally }).collect();
    rows.arrange_by_key(|line| (line.of.is_none(), std::cmp::Reverse(line.tally.batches), line.of));
    Counted { rows, ..counted }
}

fn receptions(
    state: &State,
    rules: &OfficeRules,
    days: (Date, Date),
    by: J,
) -> (FxHashMap<Option<RecordId>, Visits>, Counted<Visits>) {
    let mut found: FxHashMap<Option<RecordId>, Visits> = FxHashMap::default();
    let mut counted: Counted<Visits> = Counted::default();
    for (_, record) in state.live(Kind::Reception) {
        if is_within(record.get(J::On).as_date(), days, &mut counted.undated) {
            let of = record.get(by).as_ref_id().map(|id| state.resolve(id));
            found.entry(of).or_default().add(state, rules, record);
            counted.total.add(state, rules, record);
        }
    }
    (found, counted)
}

/// What some events come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events {
    /// 场次.
    pub events: usize,
    /// 对接客商.
    pub contacts: i64,
    /// 新增线索: projects named, each once.
    pub leads: usize,
    /// 签约项目, each once.
    pub signings: usize,
    /// 签约金额 in yuan: the total investment of the projects signed.
    pub signed_yuan: i64,
    /// 费用 in yuan.
    pub cost: i64,
}

/// The events of a period (domain notes, row 10: leads and signed ¥ per event), the latest first; a line's record is
/// the event. `yuan` gives the total investment of a project.
pub fn events(
    state: &State,
    rules: &OfficeRules,
    yuan: &dyn Fn(RecordId) -> i64,
    days: (Date, Date),
) -> Counted<Events> {
    let mut counted: Counted<Events> = Counted::default();
    let (mut leads, mut signings) = (FxHashSet::default(), FxHashSet::default());
    let mut dated: Vec<(Date, Line<Events>)> = Vec::new();
    for (id, record) in state.live(Kind::PromotionEvent) {
        let day = record.get(H::On).as_date();
        if !is_within(day, days, &mut counted.undated) {
            continue;
        }
        let (led, signed) = (members(state, record, H::LeadProjects), members(state, record, H::Signings));
        let cost = record.get(H::Cost).as_money().and_then(|money| rules.rates.to_yuan(money));
        let tally = Events {
            events: 1,
            contacts: record.get(H::Contacts).as_int().unwrap_or(0),
            leads: led.len(),
            signings: signed.len(),
            signed_yuan: signed.iter().map(|&id| yuan(id)).fold(0, i64::saturating_add),
            cost: cost.unwrap_or(0),
        };
        counted.total.events += 1;
        counted.total.contacts = counted.total.contacts.saturating_add(tally.contacts);
        counted.total.cost = counted.total.cost.saturating_add(tally.cost);
        leads.extend(led);
        signings.extend(signed);
        dated.extend(day.map(|day| (day, Line { of: Some(id), tally })));
    }
    counted.total.leads = leads.len();
    counted.total.signings = signings.len();
    counted.total.signed_yuan = signings.iter().map(|&id| yuan(id)).fold(0, i64::saturating_add);
    dated.arrange_by_key(|(day, line)| (std::cmp::Reverse(*day), line.of));
    counted.rows = dated.into_iter().map(|(_, line)| line).collect();
    counted
}

/// 领导五事: how often a leader did each of the five things in a period (domain notes, row 18).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Works {
    /// By place in `works`.
    pub each: Vec<usize>,
    /// All of them.
    pub all: usize,
}

impl Works {
    fn add(&mut self, at: Option<usize>, kinds: usize) {
        self.each.resize(kinds, 0);
        self.all += 1;
        if let Some(n) = at.and_then(|at| self.each.get_mut(at)) {
            *n += 1;
        }
    }
}

/// What leaders did in a period: every county leader, those without any too, and everybody else who did something;
/// who did most first. `works` are the words of the list, in order.
pub fn leader_works(state: &State, works: &[String], days: (Date, Date)) -> Counted<Works> {
    let mut counted: Counted<Works> = Counted::default();
    let mut found: FxHashMap<Option<RecordId>, Works> = FxHashMap::default();
    for (id, _) in state.live(Kind::Person).filter(|(id, _)| is_county_leader(state, *id)) {
        found.entry(Some(id)).or_default();
    }
    for (_, record) in state.live(Kind::LeaderActivity) {
        if is_within(record.get(N::On).as_date(), days, &mut counted.undated) {
            let work = record.get(N::Work).as_text();
            let at = work.and_then(|work| works.iter().position(|known| known == work));
            let of = record.get(N::Person).as_ref_id().map(|id| state.resolve(id));
            found.entry(of).or_default().add(at, works.len());
            counted.total.add(at, works.len());
        }
    }
    counted.total.each.resize(works.len(), 0);
    counted.rows = found
        .into_iter()
        .map(|(of, mut tally)| {
            tally.each.resize(works.len(), 0);
            Line { of, tally }
        })
        .collect();
    let name = |id: Option<RecordId>| -> Vec<u32> {
        let name = id.and_then(|id| state.get(id, R::Name).as_text()).unwrap_or_default();
        super::search::places(name).collect()
    };
    counted.rows.sort_by_cached_key(|line| {
        (line.of.is_none(), std::cmp::Reverse(line.tally.all), name(line.of), line.of)
    });
    counted
}

#[cfg(test)]
mod tests;
