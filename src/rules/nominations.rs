//! 评选: who is proposed for an award of a contest, and what came of it (domain notes §2.4: an approval step stands at
//! the end of every published rule). A rule proposes; people decide, and that is recorded.

use crate::domain::field::NominationField as N;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::contests::Speaks;
use std::cmp::Reverse;

/// 红旗.
pub const RED_FLAG: &str = "red_flag";
/// 蓝旗.
pub const BLUE_FLAG: &str = "blue_flag";
/// 奔牛奖.
pub const OX: &str = "ox";
/// 蜗牛奖.
pub const SNAIL: &str = "snail";
/// Every award that is known without a rule sheet.
pub const AWARDS: [&str; 4] = [RED_FLAG, BLUE_FLAG, OX, SNAIL];
/// The words of a decision, as they are stored.
pub const DECISIONS: [&str; 2] = [APPROVED, REFUSED];
const APPROVED: &str = "approved";
const REFUSED: &str = "refused";

/// What came of a nomination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decision {
    /// Nobody decided yet.
    Open,
    /// 通过
    Approved,
    /// 不通过
    Refused,
}

/// One nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Its record.
    pub id: RecordId,
    /// Which award: one of the words above, or the key of an award of the rules.
    pub award: String,
    /// 单位
    pub unit: Option<RecordId>,
    /// 重点任务
    pub task: Option<RecordId>,
    /// 阶段
    pub phase: String,
    /// 事由
    pub reason: String,
    /// 提名日期
    pub on: Option<Date>,
    /// What came of it.
    pub decision: Decision,
    /// 审定日期
    pub decided_on: Option<Date>,
    /// 审定机构
    pub decided_by: String,
}

impl Nomination {
    fn read(state: &State, id: RecordId, record: &Record) -> Self {
        let text = |field: N| record.get(field).as_text().unwrap_or_default().to_owned();
        let to = |field: N| record.get(field).as_ref_id().map(|id| state.resolve(id));
        Self {
            id,
            award: text(N::Award),
            unit: to(N::Unit),
            task: to(N::Task),
            phase: text(N::Phase),
            reason: text(N::Reason),
            on: record.get(N::On).as_date(),
            decision: match record.get(N::Decision).as_text() {
                Some(APPROVED) => Decision::Approved,
                Some(REFUSED) => Decision::Refused,
                _ => Decision::Open,
            },
            decided_on: record.get(N::DecidedOn).as_date(),
            decided_by: text(N::DecidedBy),
        }
    }

    /// Whether it is for the same thing: the same award for the same task, or where no task is named, the same unit.
    /// One that was refused does not stand in the way of another.
    pub fn stands_for(&self, award: &str, unit: Option<RecordId>, task: Option<RecordId>) -> bool {
        let same = if task.is_some() { self.task == task } else { self.task.is_none() && self.unit == unit };
        self.decision != Decision::Refused && self.award == award && same
    }
}

/// The nominations of a contest: those that wait for a decision first, the latest first, then those decided, the latest
/// first.
pub fn nominations(state: &State, contest: RecordId) -> Vec<Nomination> {
    let of =
        |record: &Record| record.get(N::Contest).as_ref_id().map(|id| state.resolve(id)) == Some(contest);
    let mut found: Vec<Nomination> = state
        .live(Kind::Nomination)
        .filter(|(_, record)| of(record))
        .map(|(id, record)| Nomination::read(state, id, record))
        .collect();
    found.sort_by_key(|one| {
        (one.decision != Decision::Open, Reverse(one.decided_on), Reverse(one.on), one.id)
    });
    found
}

/// The award that a task speaks for.
pub const fn award_of(speaks: Speaks) -> &'static str {
    match speaks {
        Speaks::Ox(_) => OX,
        Speaks::Snail(_) => SNAIL,
    }
}

/// What is proposed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// Which award.
    pub award: String,
    /// Whom.
    pub unit: Option<RecordId>,
    /// Who answers for it.
    pub person: Option<RecordId>,
    /// For which task.
    pub task: Option<RecordId>,
    /// In which phase.
    pub phase: String,
    /// Why.
    pub reason: String,
}

/// The edits that propose somebody for an award of a contest.
pub fn nominate(id: RecordId, contest: RecordId, proposed: &Proposed, on: Date) -> Vec<Edit> {
    let to = |id: Option<RecordId>| id.map_or(Value::Empty, Value::Ref);
    let all = [
        Edit::new(id, N::Award, Value::text(&proposed.award)),
        Edit::new(id, N::Unit, to(proposed.unit)),
        Edit::new(id, N::Person, to(proposed.person)),
        Edit::new(id, N::Task, to(proposed.task)),
        Edit::new(id, N::Contest, Value::Ref(contest)),
        Edit::new(id, N::Phase, Value::text(&proposed.phase)),
        Edit::new(id, N::Reason, Value::text(proposed.reason.trim())),
        Edit::new(id, N::On, Value::Date(on)),
    ];
    all.into_iter().filter(|edit| !edit.value.is_empty()).collect()
}

/// The edits that record a decision on a nomination.
pub fn decide(id: RecordId, approved: bool, by: &str, on: Date) -> Vec<Edit> {
    vec![
        Edit::new(id, N::Decision, Value::text(if approved { APPROVED } else { REFUSED })),
        Edit::new(id, N::DecidedBy, Value::text(by.trim())),
        Edit::new(id, N::DecidedOn, Value::Date(on)),
    ]
}

/// Who decided last, to be offered again; empty where nobody did.
pub fn decided_by_last(state: &State) -> String {
    let decided = state.live(Kind::Nomination).filter_map(|(id, record)| {
        let by = record.get(N::DecidedBy).as_text()?;
        Some((record.get(N::DecidedOn).as_date(), id, by))
    });
    decided.max().map(|(_, _, by)| by.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::metrics::tests::fixture::{day, office, unit};
    use crate::rules::query::Facts;

    const CONTEST: RecordId = RecordId::new(Kind::Contest, 1);
    const TASK: RecordId = RecordId::new(Kind::KeyTask, 1);

    fn one(key: u64) -> RecordId {
        RecordId::new(Kind::Nomination, key)
    }

    fn proposed(award: &str, of: u64, task: Option<RecordId>) -> Proposed {
        let (award, reason) = (award.to_owned(), " 提前 5 天 ".to_owned());
        Proposed { award, unit: Some(unit(of)), task, reason, ..Proposed::default() }
    }

    #[test]
    fn what_waits_for_a_decision_stands_first_and_other_contests_elsewhere() {
        let on = |text| day(text);
        let edits = [
            nominate(one(1), CONTEST, &proposed(OX, 1, Some(TASK)), on("2026-05-01")),
            nominate(one(2), CONTEST, &proposed(SNAIL, 1, None), on("2026-05-02")),
            nominate(one(3), CONTEST, &proposed(RED_FLAG, 2, None), on("2026-05-03")),
            nominate(one(4), RecordId::new(Kind::Contest, 2), &proposed(OX, 1, None), on("2026-05-04")),
            decide(one(3), true, " 县委常委会 ", on("2026-05-10")),
            decide(one(1), false, "县委常委会", on("2026-05-11")),
        ];
        let office = office(edits.concat());
        let found = nominations(office.state(), CONTEST);
        let told: Vec<_> = found.iter().map(|one| (one.id.key, one.decision)).collect();
        assert_eq!(told, [(2, Decision::Open), (1, Decision::Refused), (3, Decision::Approved)]);
        assert_eq!(
            (found[2].decided_by.as_str(), found[2].decided_on),
            ("县委常委会", Some(day("2026-05-10")))
        );
        assert_eq!(found[0].reason, "提前 5 天");
        assert_eq!(decided_by_last(office.state()), "县委常委会");
    }

    #[test]
    fn the_same_unit_may_have_an_ox_for_one_task_and_a_snail_for_another() {
        let ox = nominate(one(1), CONTEST, &proposed(OX, 1, Some(TASK)), day("2026-05-01"));
        let made = office(ox.clone());
        let found = nominations(made.state(), CONTEST).remove(0);
        assert!(found.stands_for(OX, Some(unit(1)), Some(TASK)));
        let other = Some(RecordId::new(Kind::KeyTask, 2));
        assert!(
            !found.stands_for(SNAIL, Some(unit(1)), other) && !found.stands_for(OX, Some(unit(1)), other)
        );
        assert!(!found.stands_for(OX, Some(unit(1)), None), "a flag is for no task");
        let refused = office([ox, decide(one(1), false, "县委常委会", day("2026-05-02"))].concat());
        assert!(!nominations(refused.state(), CONTEST)[0].stands_for(OX, Some(unit(1)), Some(TASK)));
    }
}
