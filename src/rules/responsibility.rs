//! 责任: who answers for which projects, and how they stand (domain notes, rows 13, 14 and 37).

use super::query::Facts;
use super::warnings::Level;
use crate::domain::field::ProjectField as P;
use crate::domain::{RecordId, Stage};
use rustc_hash::FxHashMap;

/// The projects of one leader or unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Who; `None` for projects that name nobody.
    pub who: Option<RecordId>,
    /// Open projects.
    pub projects: usize,
    /// Of them, by stage.
    pub stages: [usize; Stage::ALL.len()],
    /// Their total investment in yuan; amounts without a known rate are left out.
    pub total_yuan: i64,
    /// The money that arrived.
    pub arrived_yuan: i64,
    /// Projects with a red light.
    pub red: usize,
    /// Projects with a yellow light.
    pub yellow: usize,
}

/// Adds up the open projects by whom a field names: most projects first, those that name nobody last. `lights` are
/// the lights of projects that are not green.
pub fn lines(facts: &dyn Facts, field: P, lights: &FxHashMap<RecordId, Level>) -> Vec<Line> {
    let state = facts.state();
    let mut lines: FxHashMap<Option<RecordId>, Line> = FxHashMap::default();
    for (id, record) in state.live(crate::domain::Kind::Project) {
        let Some(summary) = facts.summary(id).filter(|summary| summary.exit.is_none()) else { continue };
        let who = record.get(field).as_ref_id().map(|who| state.resolve(who));
        let line = lines.entry(who).or_default();
        line.projects += 1;
        line.stages[summary.stage as usize] += 1;
        line.total_yuan = line.total_yuan.saturating_add(summary.total_yuan.unwrap_or(0));
        line.arrived_yuan = line.arrived_yuan.saturating_add(summary.arrived_yuan);
        match lights.get(&id) {
            Some(Level::Red) => line.red += 1,
            Some(Level::Yellow) => line.yellow += 1,
            None => {}
        }
    }
    let mut lines: Vec<Line> = lines.into_iter().map(|(who, line)| Line { who, ..line }).collect();
    lines.sort_unstable_by_key(|line| (line.who.is_none(), std::cmp::Reverse(line.projects), line.who));
    lines
}

/// The sum of lines.
pub fn total(lines: &[Line]) -> Line {
    let mut total = Line::default();
    for line in lines {
        total.projects += line.projects;
        total.stages.iter_mut().zip(line.stages).for_each(|(sum, n)| *sum += n);
        total.total_yuan = total.total_yuan.saturating_add(line.total_yuan);
        total.arrived_yuan = total.arrived_yuan.saturating_add(line.arrived_yuan);
        total.red += line.red;
        total.yellow += line.yellow;
    }
    total
}

/// An open project for which somebody is not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The project.
    pub project: RecordId,
    /// Its stage.
    pub stage: Stage,
    /// 责任领导 is missing.
    pub leader: bool,
    /// 责任单位 is missing.
    pub unit: bool,
    /// 跟踪负责人 is missing; from 签约 on a defect (row 37).
    pub owner: bool,
}

/// The open projects for which somebody is not named: signed ones without an owner first, then the furthest.
pub fn gaps(facts: &dyn Facts) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (project, record) in facts.state().live(crate::domain::Kind::Project) {
        let Some(summary) = facts.summary(project).filter(|summary| summary.exit.is_none()) else { continue };
        let is_missing = |field: P| record.get(field).as_ref_id().is_none();
        let [leader, unit, owner] = [P::Leader, P::Unit, P::Owner].map(is_missing);
        if leader || unit || owner {
            gaps.push(Gap { project, stage: summary.stage, leader, unit, owner });
        }
    }
    gaps.sort_unstable_by_key(|gap| {
        let is_defect = gap.owner && gap.stage >= Stage::Signed;
        (!is_defect, std::cmp::Reverse(gap.stage), gap.project)
    });
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Milestone, Money, Value};
    use crate::rules::warnings::fixture::Office;

    #[test]
    fn projects_are_added_up_by_leader_and_what_names_nobody_comes_last() {
        let [a, b, c, gone] = [1, 2, 3, 4].map(|key| RecordId::new(Kind::Project, key));
        let leader = RecordId::new(Kind::Person, 1);
        let mut office = Office::default();
        for (id, amount) in [(a, 1_000_000), (b, 2_500_000), (c, 4_000_000), (gone, 9_000_000)] {
            office.set(id, P::TotalInvestment, Value::Money(Money::yuan(amount)));
        }
        for id in [a, b, gone] {
            office.set(id, P::Leader, Value::Ref(leader));
        }
        office.reach(b, Milestone::Signed, "2026-03-01");
        office.reach(c, Milestone::Signed, "2026-03-01");
        office.set(gone, P::Exit, Value::text("lost"));
        office.set(b, P::Owner, Value::Ref(RecordId::new(Kind::Person, 2)));
        let lights = FxHashMap::from_iter([(b, Level::Red), (c, Level::Yellow)]);
        office.with(|facts| {
            let lines = lines(facts, P::Leader, &lights);
            // The leader has a (planned, 100万) and b (signed, 250万): 350万; the one that was lost does not count.
            assert_eq!(lines.iter().map(|line| line.who).collect::<Vec<_>>(), [Some(leader), None]);
            assert_eq!((lines[0].projects, lines[0].total_yuan), (2, 3_500_000));
            assert_eq!((lines[0].red, lines[0].yellow), (1, 0));
            assert_eq!(lines[0].stages[..3], [1, 0, 1]);
            let total = total(&lines);
            assert_eq!((total.projects, total.total_yuan, total.red, total.yellow), (3, 7_500_000, 1, 1));
            let gaps = gaps(facts);
            // c is signed and has nobody: first. b has all but a unit. a is planned.
            assert_eq!(gaps.iter().map(|gap| gap.project).collect::<Vec<_>>(), [c, b, a]);
            assert!(gaps[0].owner && gaps[0].leader && !gaps[1].owner && gaps[1].unit);
        });
    }
}
