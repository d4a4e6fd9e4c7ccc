//! What follows from all problems together: how each department responds, and which project waits for what.

use super::Issue;
use crate::domain::{Date, RecordId};
use crate::rules::median::median_tenths;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// 部门响应: one department's line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Which; `None` for problems that nobody has.
    pub department: Option<RecordId>,
    /// 经手: problems it had, once each.
    pub had: usize,
    /// 办结: those it solved.
    pub solved: usize,
    /// 按期办结: solved by the day set.
    pub in_time: usize,
    /// Those it solved for which a day had been set: what `in_time` is a share of.
    pub with_day: usize,
    /// 转出: times it handed one on to another.
    pub handed_on: usize,
    /// 在手: open ones that it has now.
    pub holds: usize,
    /// 超期: of these, overdue.
    pub overdue: usize,
    /// 最长在手: days of the one of these that it has had longest.
    pub longest: i32,
    /// 办结用时: the median of the days from getting a problem to solving it, in tenths of a day; `None` where it solved
    /// none of which the days are known.
    pub median_tenths: Option<i64>,
}

/// The lines of all departments: most overdue first, then most in hand, then most had.
///
/// Days count from the day a department got the problem, so that nobody answers for the time of another.
pub fn by_department(issues: impl Iterator<Item = Issue>, today: Date) -> Vec<Response> {
    let mut lines: FxHashMap<Option<RecordId>, (Response, Vec<i32>)> = FxHashMap::default();
    for issue in issues {
        let last = issue.last();
        for (at, turn) in issue.turns.iter().enumerate() {
            let line = &mut lines.entry(turn.department).or_default().0;
            line.handed_on += usize::from(turn.department.is_some() && at + 1 < issue.turns.len());
            // One that comes back to it is still one.
            let before = issue.turns.get(..at).unwrap_or_default();
            line.had += usize::from(!before.iter().any(|earlier| earlier.department == turn.department));
        }
        let (line, days) = lines.entry(last.department).or_default();
        if let Some(solved) = issue.solved {
            line.solved += 1;
            line.with_day += usize::from(issue.in_time().is_some());
            line.in_time += usize::from(issue.in_time() == Some(true));
            days.extend(last.from.map(|from| solved.since(from).max(0)));
        } else if issue.is_open() {
            line.holds += 1;
            line.overdue += usize::from(issue.overdue(today).is_some());
            line.longest = line.longest.max(issue.held_days(today).unwrap_or(0));
        }
    }
    let closed = |(department, (line, mut days)): (_, (Response, Vec<i32>))| {
        days.sort_unstable();
        Response { department, median_tenths: median_tenths(&days), ..line }
    };
    let mut all: Vec<Response> = lines.into_iter().map(closed).collect();
    all.sort_unstable_by_key(|line| {
        (Reverse(line.overdue), Reverse(line.holds), Reverse(line.had), line.department)
    });
    all
}

/// The open requests of one project of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// How many.
    pub count: usize,
    /// Days since the oldest of them was raised.
    pub oldest: i32,
    /// How many of them are overdue.
    pub overdue: usize,
}

/// 要素保障: projects by kinds of request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The kinds of which there is an open request, in the order given; those that it did not name at the end.
    pub factors: Vec<String>,
    /// Each project with its requests, one entry for each of the factors, and the days of the oldest. The project that
    /// has waited longest is first.
    pub rows: Vec<(RecordId, Vec<Open>, i32)>,
}

/// The matrix of the open problems. `order` is the office's list of kinds.
pub fn factor_matrix(issues: impl Iterator<Item = Issue>, order: &[String], today: Date) -> Matrix {
    let mut cells: FxHashMap<RecordId, FxHashMap<String, Open>> = FxHashMap::default();
    let mut used: FxHashMap<String, ()> = FxHashMap::default();
    for issue in issues.filter(Issue::is_open) {
        let Some(project) = issue.project else { continue };
        let (age, overdue) = (issue.age(today).unwrap_or(0), issue.overdue(today).is_some());
        used.entry(issue.factor.clone()).or_default();
        let cell = cells.entry(project).or_default().entry(issue.factor).or_default();
        cell.count += 1;
        cell.oldest = cell.oldest.max(age);
        cell.overdue += usize::from(overdue);
    }
    let mut factors: Vec<String> = used.into_keys().collect();
    let place = |factor: &String| order.iter().position(|word| word == factor).unwrap_or(order.len());
    factors.sort_by_cached_key(|factor| (place(factor), factor.clone()));
    let row = |(project, cells): (RecordId, FxHashMap<String, Open>)| {
        let row: Vec<Open> =
            factors.iter().map(|factor| cells.get(factor).copied().unwrap_or_default()).collect();
        let oldest = row.iter().map(|cell| cell.oldest).max().unwrap_or(0);
        (project, row, oldest)
    };
    let mut rows: Vec<_> = cells.into_iter().map(row).collect();
    rows.sort_unstable_by_key(|(project, row, oldest)| {
        (Reverse(*oldest), Reverse(row.iter().map(|cell| cell.count).sum::<usize>()), *project)
    });
    Matrix { factors, rows }
}
