//! 问题要素: who has a problem now and for how long, and how the departments respond (domain notes §1b, rows 51, 55
//! and 56).

pub mod response;

pub use response::{Matrix, Open, Response, by_department, factor_matrix};

use crate::domain::field::IssueField as Q;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Edit, Record, State};
use crate::rules::lists::NamedEdit;

/// How a problem stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// 未办: nobody has taken it up.
    Waiting,
    /// 在办: the department that has it took it up.
    InHand,
    /// 挂起: put off, with nobody to blame for the time.
    Suspended,
    /// 已办.
    Solved,
}

impl Standing {
    /// Every standing, in the order in which a problem goes through them.
    pub const ALL: [Standing; 4] =
        [Standing::Waiting, Standing::InHand, Standing::Suspended, Standing::Solved];

    /// Its word in views and addresses.
    pub const fn word(self) -> &'static str {
        match self {
            Standing::Waiting => "waiting",
            Standing::InHand => "in_hand",
            Standing::Suspended => "suspended",
            Standing::Solved => "solved",
        }
    }

    /// The standing with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.word() == word)
    }
}

/// One department's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Whose; `None` where nobody was named.
    pub department: Option<RecordId>,
    /// From when; `None` where the day on which it was raised is not stated.
    pub from: Option<Date>,
}

/// A problem or a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Its record.
    pub id: RecordId,
    /// 项目, after merges of duplicates.
    pub project: Option<RecordId>,
    /// 类别; empty where none is given.
    pub factor: String,
    /// How it stands.
    pub standing: Standing,
    /// 提出日期.
    pub raised: Option<Date>,
    /// 办理期限.
    pub due: Option<Date>,
    /// 办结日期.
    pub solved: Option<Date>,
    /// Who had it, one after another; never empty.
    pub turns: Vec<Turn>,
}

impl Issue {
    /// Whether something is still to be done by somebody: it is neither solved nor put off.
    pub fn is_open(&self) -> bool {
        matches!(self.standing, Standing::Waiting | Standing::InHand)
    }

    /// Whether it was open at the end of a day that is over. That it was put off is not dated, so what is put off now
    /// is taken to have been so then.
    pub fn was_open(&self, day: Date) -> bool {
        self.standing != Standing::Suspended
            && self.raised.is_none_or(|on| on <= day)
            && self.solved.is_none_or(|on| on > day)
    }

    /// The turn of the department that had it at the end of a day.
    pub fn turn_on(&self, day: Date) -> Turn {
        let began = |turn: &&Turn| turn.from.is_none_or(|from| from <= day);
        self.turns.iter().rev().find(began).or(self.turns.first()).copied().unwrap_or_else(|| self.last())
    }

    /// The turn of the department that has it, or that solved it.
    pub fn last(&self) -> Turn {
        self.turns.last().copied().unwrap_or(Turn { department: None, from: self.raised })
    }

    /// How often it was handed from one department to another; who gets what nobody had, gets it from nobody.
    pub fn hand_overs(&self) -> usize {
        let named = self.turns.iter().filter(|turn| turn.department.is_some()).count();
        named.saturating_sub(1)
    }

    /// The days the department that has it has had it; `None` once it is solved, and where nothing says since when.
    /// Who gets it today has had it 0 days.
    pub fn held_days(&self, today: Date) -> Option<i32> {
        let from = self.last().from.filter(|_| self.standing != Standing::Solved)?;
        Some(today.since(from).max(0))
    }

    /// The days of each turn: until the next one began, it was solved, or today. They add up to its age.
    pub fn turn_days(&self, today: Date) -> Vec<(Option<RecordId>, Option<i32>)> {
        let ends = self.turns.iter().skip(1).map(|turn| turn.from);
        let ends = ends.chain([Some(self.solved.unwrap_or(today))]);
        let days = |(turn, end): (&Turn, Option<Date>)| {
            (turn.department, turn.from.zip(end).map(|(from, end)| end.since(from).max(0)))
        };
        self.turns.iter().zip(ends).map(days).collect()
    }

    /// The days it is overdue while it is open; `None` before, on the day itself, and where no day was set.
    pub fn overdue(&self, today: Date) -> Option<i32> {
        let due = self.due.filter(|_| self.is_open())?;
        Some(today.since(due)).filter(|&days| days > 0)
    }

    /// The days from the day it was raised until it was solved, or until today.
    pub fn age(&self, today: Date) -> Option<i32> {
        Some(self.solved.unwrap_or(today).since(self.raised?).max(0))
    }

    /// Whether it was solved by the day set; `None` where it is not solved or no day was set.
    pub fn in_time(&self) -> Option<bool> {
        Some(self.solved? <= self.due?)
    }
}

/// Reads one problem.
pub fn read(state: &State, id: RecordId, record: &Record) -> Issue {
    let day = |field: Q| record.get(field).as_date();
    let unit = |value: &Value| value.as_ref_id().map(|unit| state.resolve(unit));
    let (raised, solved) = (day(Q::RaisedOn), day(Q::SolvedOn));
    let standing = if solved.is_some() {
        Standing::Solved
    } else if record.get(Q::Suspended).is_true() {
        Standing::Suspended
    } else if day(Q::AcceptedOn).is_some() {
        Standing::InHand
    } else {
        Standing::Waiting
    };
    let mut turns = vec![Turn { department: unit(record.get(Q::Department)), from: raised }];
    for (on, _, to) in hand_overs(state, record) {
        let last = turns.last().copied();
        // To whom has it already, nothing is handed over.
        if last.is_some_and(|turn| turn.department == Some(to)) {
            continue;
        }
        // Handed over before it was raised: somebody mistook a day; time does not run backwards.
        let from = last.and_then(|turn| turn.from).map_or(on, |from| on.max(from));
        turns.push(Turn { department: Some(to), from: Some(from) });
    }
    Issue {
        id,
        project: unit(record.get(Q::Project)),
        factor: record.get(Q::Factor).as_text().unwrap_or_default().to_owned(),
        standing,
        raised,
        due: day(Q::DueOn),
        solved,
        turns,
    }
}

/// Every live problem, in no particular order.
pub fn all(state: &State) -> impl Iterator<Item = Issue> {
    state.live(Kind::Issue).map(|(id, record)| read(state, id, record))
}

/// When it was handed over and to whom, in order. The element of a cell is the day, with a number after a point for
/// the second of a day: `2026-09-01`, `2026-09-01.2`.
fn hand_overs(state: &State, record: &Record) -> Vec<(Date, u32, RecordId)> {
    let read = |word: &str| {
        let (day, number) = word.split_once('.').unwrap_or((word, "1"));
        Some((Date::parse_iso(day)?, number.parse().ok()?))
    };
    let family = record.family(Q::HandedTo).iter();
    let mut found: Vec<(Date, u32, RecordId)> = family
        .filter_map(|cell| {
            let (on, number) = read(state.names().element_word(cell.key.element))?;
            Some((on, number, state.resolve(cell.value.as_ref_id()?)))
        })
        .collect();
    found.sort_unstable();
    found
}

/// 转办: the edits that hand a problem to another department on a day. Whoever gets it has to take it up anew, so the
/// day of acceptance is taken back. Nothing, where that department has it already.
pub fn hand_over(state: &State, id: RecordId, to: RecordId, on: Date) -> Vec<NamedEdit> {
    let Some(record) = state.record(id) else { return Vec::new() };
    if read(state, id, record).last().department == Some(state.resolve(to)) {
        return Vec::new();
    }
    let later = hand_overs(state, record).iter().filter(|(day, ..)| *day == on).map(|(_, n, _)| *n).max();
    let word = later.map_or_else(|| on.to_string(), |number| format!("{on}.{}", number.saturating_add(1)));
    let handed = NamedEdit { record: id, field: Q::HandedTo.into(), element: word, value: Value::Ref(to) };
    let accepted = !record.get(Q::AcceptedOn).is_empty();
    let again = accepted.then(|| Edit::new(id, Q::AcceptedOn, Value::Empty).into());
    [Some(handed), again].into_iter().flatten().collect()
}

/// 办结: the edits that close a problem on a day. One that was put off is no longer; one that nobody took up was taken
/// up on that day.
pub fn solve(state: &State, id: RecordId, on: Date, solution: &str) -> Vec<Edit> {
    let mut edits = vec![Edit::new(id, Q::SolvedOn, Value::Date(on))];
    if !solution.is_empty() {
        edits.push(Edit::new(id, Q::Solution, Value::text(solution)));
    }
    if state.get(id, Q::Suspended).is_true() {
        edits.push(Edit::new(id, Q::Suspended, Value::Empty));
    }
    if state.get(id, Q::AcceptedOn).is_empty() {
        edits.push(Edit::new(id, Q::AcceptedOn, Value::Date(on)));
    }
    edits
}

#[cfg(test)]
mod tests;
