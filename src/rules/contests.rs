//! 竞赛: rounds of a contest, and the ox and the snail (domain notes §2.4, rows 26 to 29, 40).
//!
//! A flag goes by the rules of the contest's sheet ([`crate::rules::scoring::award`]). An ox or a snail is for one task
//! and one phase, no appraisal of a unit as a whole (R21), so one unit may have both; who is proposed follows from the
//! tasks, and whether it is given is decided by people and recorded as a [`Kind::Nomination`].

use crate::domain::field::{ContestField as C, KeyTaskField as K};
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};
use crate::rules::metrics::Window;

/// One round of a contest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Its record.
    pub id: RecordId,
    /// 名称
    pub name: String,
    /// 轮次
    pub round: Option<i64>,
    /// Its days.
    pub window: Window,
    /// 考核办法
    pub rules: Option<RecordId>,
}

/// Where a round stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It begins in so many days.
    Ahead(i32),
    /// 第 n 天 of so many.
    Day(i32, i32),
    /// It is over since so many days.
    Over(i32),
}

impl Round {
    /// Reads a round; `None` without both of its days.
    pub fn read(state: &State, id: RecordId, record: &Record) -> Option<Self> {
        let (from, to) = (record.get(C::Start).as_date()?, record.get(C::End).as_date()?);
        Some(Self {
            id,
            name: record.get(C::Name).as_text().unwrap_or_default().to_owned(),
            round: record.get(C::Round).as_int(),
            window: Window::new(from, to),
            rules: record.get(C::Rules).as_ref_id().map(|id| state.resolve(id)),
        })
    }

    /// Where it stands: its first day is day 1.
    pub fn stands(&self, today: Date) -> Stands {
        let Window { from, to } = self.window;
        if today < from {
            Stands::Ahead(from.since(today))
        } else if today > to {
            Stands::Over(today.since(to))
        } else {
            Stands::Day(today.since(from) + 1, self.window.days())
        }
    }
}

/// Every round with its days, the latest first.
pub fn rounds(state: &State) -> Vec<Round> {
    let mut found: Vec<Round> =
        state.live(Kind::Contest).filter_map(|(id, record)| Round::read(state, id, record)).collect();
    found.sort_by_key(|round| (std::cmp::Reverse(round.window.from), round.round, round.id));
    found
}

/// The round to look at on a day: one that is on; else the one that was over last; else the one that begins first. The
/// later begun of two that are on. `rounds` stand as [`rounds`] gives them.
pub fn current(rounds: &[Round], today: Date) -> Option<&Round> {
    let on = rounds.iter().find(|round| round.window.holds(today));
    let over = || rounds.iter().filter(|round| round.window.to < today).max_by_key(|round| round.window.to);
    on.or_else(over).or_else(|| rounds.last())
}

/// The number of the next round: one more than the highest, or than how many there are.
pub fn next_round(rounds: &[Round]) -> i64 {
    let highest = rounds.iter().filter_map(|round| round.round).max().unwrap_or(0);
    highest.max(i64::try_from(rounds.len()).unwrap_or(0)) + 1
}

/// The phases of a contest's tasks, in the order of their first day due.
pub fn phases(state: &State, contest: RecordId) -> Vec<String> {
    let mut found: Vec<(Option<Date>, &str)> = Vec::new();
    for (_, record) in state.live(Kind::KeyTask) {
        let of = record.get(K::Contest).as_ref_id().map(|id| state.resolve(id)) == Some(contest);
        if let Some(phase) = record.get(K::Phase).as_text().filter(|_| of) {
            found.push((record.get(K::DueOn).as_date(), phase));
        }
    }
    found.sort_unstable();
    let mut phases: Vec<String> = Vec::new();
    for (_, phase) in found {
        if phases.iter().all(|known| known != phase) {
            phases.push(phase.to_owned());
        }
    }
    phases
}

/// What a task speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speaks {
    /// 奔牛奖: done so many days before its time.
    Ox(i32),
    /// 蜗牛奖: so many days late, done or not.
    Snail(i32),
}

/// A task that speaks for an award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The task.
    pub task: RecordId,
    /// Its unit.
    pub unit: Option<RecordId>,
    /// What it speaks for.
    pub speaks: Speaks,
}

/// The tasks of a contest (and a phase, if one is named) that speak for an award on a day: done at least `early` days
/// before their time, or late by at least `late` days. Tasks of which all were done in time, and those without a day, are
/// left out, as R21 does. The most early first, then the latest.
pub fn proposals(
    state: &State,
    contest: RecordId,
    phase: Option<&str>,
    today: Date,
    (early, late): (i32, i32),
) -> Vec<Proposal> {
    let of = |(task, record): (RecordId, &Record)| {
        let to = |field: K| record.get(field).as_ref_id().map(|id| state.resolve(id));
        let named = phase.is_none_or(|phase| record.get(K::Phase).as_text() == Some(phase));
        if to(K::Contest) != Some(contest) || !named {
            return None;
        }
        let due = record.get(K::DueOn).as_date()?;
        // Work that lies ahead is not done yet.
        let done = record.get(K::DoneOn).as_date().filter(|done| *done <= today);
        let behind = done.unwrap_or(today).since(due);
        let speaks = match done {
            Some(_) if -behind >= early.max(1) => Speaks::Ox(-behind),
            _ if behind >= late.max(1) => Speaks::Snail(behind),
            _ => return None,
        };
        Some(Proposal { task, unit: to(K::Unit), speaks })
    };
    let mut found: Vec<Proposal> = state.live(Kind::KeyTask).filter_map(of).collect();
    found.sort_by_key(|proposal| match proposal.speaks {
        Speaks::Ox(days) => (0, -days, proposal.task),
        Speaks::Snail(days) => (1, -days, proposal.task),
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::rules::metrics::tests::fixture::{day, office, on, set, unit};
    use crate::rules::query::Facts;

    const CONTEST: RecordId = RecordId::new(Kind::Contest, 1);

    #[test]
    fn a_hundred_days_have_a_first_and_a_hundredth() {
        let office = office(vec![on(CONTEST, C::Start, "2026-03-20"), on(CONTEST, C::End, "2026-06-27")]);
        let round = rounds(office.state()).remove(0);
        let stands = |on| round.stands(day(on));
        assert_eq!(stands("2026-03-19"), Stands::Ahead(1));
        assert_eq!(stands("2026-03-20"), Stands::Day(1, 100));
        assert_eq!(stands("2026-06-27"), Stands::Day(100, 100));
        assert_eq!(stands("2026-06-28"), Stands::Over(1));
    }

    #[test]
    fn a_round_without_days_is_none() {
        assert_eq!(rounds(office(vec![on(CONTEST, C::Start, "2026-03-20")]).state()), []);
    }

    #[test]
    fn the_current_round_is_the_one_that_is_on_or_was_last() {
        let of = |key: u64, from: &str, to: &str| {
            let id = RecordId::new(Kind::Contest, key);
            vec![on(id, C::Start, from), on(id, C::End, to)]
        };
        let edits = [
            of(1, "2026-01-01", "2026-04-10"),
            of(2, "2026-05-01", "2026-08-08"),
            of(3, "2026-09-01", "2026-12-09"),
        ];
        let office = office(edits.concat());
        let all = rounds(office.state());
        let at = |on| current(&all, day(on)).map(|round| round.id.key);
        assert_eq!([at("2025-12-31"), at("2026-01-01"), at("2026-04-10")], [Some(1), Some(1), Some(1)]);
        assert_eq!([at("2026-04-11"), at("2026-04-30"), at("2026-05-01")], [Some(1), Some(1), Some(2)]);
        assert_eq!([at("2026-12-09"), at("2026-12-10")], [Some(3), Some(3)]);
        assert_eq!(current(&[], day("2026-01-01")), None);
        assert_eq!((next_round(&all), next_round(&[])), (4, 1));
        let named = Round { round: Some(7), ..all[0].clone() };
        assert_eq!(next_round(&[named]), 8);
    }

    #[test]
    fn phases_stand_in_the_order_of_their_days() {
        let task = |key: u64, phase: &str, due: &str| {
            let id = RecordId::new(Kind::KeyTask, key);
            vec![
                set(id, K::Contest, Value::Ref(CONTEST)),
                set(id, K::Phase, Value::text(phase)),
                on(id, K::DueOn, due),
            ]
        };
        let edits = [
            task(1, "第二期", "2026-06-01"),
            task(2, "第一期", "2026-05-10"),
            task(3, "第二期", "2026-05-20"),
        ];
        let office = office(edits.concat());
        assert_eq!(phases(office.state(), CONTEST), ["第一期", "第二期"]);
        assert!(phases(office.state(), RecordId::new(Kind::Contest, 2)).is_empty());
    }

    fn proposed(due: &str, done: Option<&str>, today: &str) -> Option<Speaks> {
        let task = RecordId::new(Kind::KeyTask, 1);
        let mut edits = vec![
            set(task, K::Contest, Value::Ref(CONTEST)),
            set(task, K::Unit, Value::Ref(unit(1))),
            set(task, K::Phase, Value::text("第一期")),
            on(task, K::DueOn, due),
        ];
        edits.extend(done.map(|done| on(task, K::DoneOn, done)));
        let office = office(edits);
        let of = |phase| proposals(office.state(), CONTEST, phase, day(today), (5, 3));
        assert_eq!(of(Some("第二期")), [], "another phase");
        assert_eq!(of(None), of(Some("第一期")));
        of(None).first().map(|proposal| proposal.speaks)
    }

    #[test]
    fn an_ox_is_early_and_a_snail_is_late() {
        assert_eq!(proposed("2026-05-10", Some("2026-05-05"), "2026-05-20"), Some(Speaks::Ox(5)));
        assert_eq!(
            proposed("2026-05-10", Some("2026-05-06"), "2026-05-20"),
            None,
            "four days early are not five"
        );
        assert_eq!(proposed("2026-05-10", Some("2026-05-10"), "2026-05-20"), None, "in time");
        assert_eq!(
            proposed("2026-05-10", Some("2026-05-12"), "2026-05-20"),
            None,
            "two days late are not three"
        );
        assert_eq!(proposed("2026-05-10", Some("2026-05-13"), "2026-05-20"), Some(Speaks::Snail(3)));
        assert_eq!(proposed("2026-05-10", None, "2026-05-12"), None);
        assert_eq!(proposed("2026-05-10", None, "2026-05-13"), Some(Speaks::Snail(3)));
        assert_eq!(
            proposed("2026-05-10", Some("2026-06-01"), "2026-05-13"),
            Some(Speaks::Snail(3)),
            "not done yet"
        );
    }

    #[test]
    fn one_unit_may_have_both() {
        let task = |key| RecordId::new(Kind::KeyTask, key);
        let edits = [(1, Some("2026-05-01")), (2, None), (3, Some("2026-04-20"))].map(|(key, done)| {
            let mut edits = vec![
                set(task(key), K::Contest, Value::Ref(CONTEST)),
                set(task(key), K::Unit, Value::Ref(unit(1))),
                on(task(key), K::DueOn, "2026-05-10"),
            ];
            edits.extend(done.map(|done| on(task(key), K::DoneOn, done)));
            edits
        });
        let office = office(edits.concat());
        let found = proposals(office.state(), CONTEST, None, day("2026-05-20"), (5, 3));
        let found: Vec<_> = found.iter().map(|proposal| (proposal.task, proposal.speaks)).collect();
        assert_eq!(
            found,
            [(task(3), Speaks::Ox(20)), (task(1), Speaks::Ox(9)), (task(2), Speaks::Snail(10))]
        );
    }
}
