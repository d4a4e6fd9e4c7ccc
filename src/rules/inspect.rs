//! 督查: which findings are open, which of them too long.

use crate::domain::field::InspectionField as Y;
use crate::domain::{Date, Kind, RecordId};
use crate::ledger::{Record, State};

/// How far the correction of a finding has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not corrected, and the day for it is over.
    Overdue,
    /// Not corrected yet.
    Open,
    /// Corrected.
    Corrected,
}

/// How far a finding has come. The day it is due is not overdue yet.
pub fn standing(finding: &Record, today: Date) -> Standing {
    match (finding.get(Y::CorrectedOn).as_date(), finding.get(Y::DueOn).as_date()) {
        (Some(_), _) => Standing::Corrected,
        (None, Some(due)) if due < today => Standing::Overdue,
        (None, _) => Standing::Open,
    }
}

/// How many findings stand so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All findings.
    pub all: usize,
    /// Not corrected, those overdue among them.
    pub open: usize,
    /// Not corrected in time.
    pub overdue: usize,
}

/// Counts the findings.
pub fn counts(state: &State, today: Date) -> Counts {
    let mut counts = Counts::default();
    for (_, finding) in state.live(Kind::Inspection) {
        let standing = standing(finding, today);
        counts.all += 1;
        counts.open += usize::from(standing != Standing::Corrected);
        counts.overdue += usize::from(standing == Standing::Overdue);
    }
    counts
}

/// The rounds of inspections, the latest first.
pub fn rounds(state: &State) -> Vec<String> {
    let mut rounds: Vec<(Option<Date>, String)> = Vec::new();
    for (_, finding) in state.live(Kind::Inspection) {
        let Some(round) = finding.get(Y::Round).as_text() else { continue };
        let on = finding.get(Y::On).as_date();
        match rounds.iter_mut().find(|(_, other)| other == round) {
            Some((latest, _)) => *latest = (*latest).max(on),
            None => rounds.push((on, round.to_owned())),
        }
    }
    rounds.sort_by(|a, b| b.cmp(a));
    rounds.into_iter().map(|(_, round)| round).collect()
}

/// The findings of a round, or all, in the order of their days; within a day as they were written down.
pub fn findings(state: &State, round: Option<&str>) -> Vec<RecordId> {
    let is_of = |finding: &Record| round.is_none_or(|round| finding.get(Y::Round).as_text() == Some(round));
    let found = state.live(Kind::Inspection).filter(|(_, finding)| is_of(finding));
    let born = |finding: &Record| finding.cells().iter().map(|cell| cell.stamp).min();
    let mut found: Vec<_> =
        found.map(|(id, finding)| (finding.get(Y::On).as_date(), born(finding), id)).collect();
    found.sort_unstable();
    found.into_iter().map(|(.., id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::ledger::{Edit, NodeId, Stamp};

    fn day(text: &str) -> Date {
        Date::parse_iso(text).expect("a day")
    }

    fn finding(n: u64, round: &str, on: &str, due: &str, corrected: Option<&str>) -> Vec<Edit> {
        let id = RecordId::new(Kind::Inspection, n);
        let corrected = corrected.map(|on| Edit::new(id, Y::CorrectedOn, Value::Date(day(on))));
        let edits = [
            Edit::new(id, Y::Round, Value::text(round)),
            Edit::new(id, Y::On, Value::Date(day(on))),
            Edit::new(id, Y::DueOn, Value::Date(day(due))),
        ];
        edits.into_iter().chain(corrected).collect()
    }

    fn state() -> State {
        let edits = [
            // Due the day before, on the day, the day after; one was corrected, too late.
            finding(1, "一季度", "2026-03-02", "2026-03-14", None),
            finding(2, "二季度", "2026-06-01", "2026-03-15", None),
            finding(3, "一季度", "2026-03-01", "2026-03-16", None),
            finding(4, "一季度", "2026-03-02", "2026-03-10", Some("2026-03-12")),
        ];
        let mut state = State::default();
        for change in state.changes_for(edits.concat(), Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        state
    }

    #[test]
    fn a_finding_is_overdue_from_the_day_after_until_it_is_corrected() {
        let counts = counts(&state(), day("2026-03-15"));
        assert_eq!((counts.all, counts.open, counts.overdue), (4, 3, 1));
        let counts = super::counts(&state(), day("2026-03-17"));
        assert_eq!((counts.all, counts.open, counts.overdue), (4, 3, 3));
    }

    #[test]
    fn rounds_come_latest_first_and_findings_by_day() {
        let state = state();
        assert_eq!(rounds(&state), ["二季度", "一季度"]);
        let keys = |round| findings(&state, round).iter().map(|id| id.key).collect::<Vec<_>>();
        assert_eq!(keys(Some("一季度")), [3, 1, 4]);
        assert_eq!(keys(None), [3, 1, 4, 2]);
        assert!(keys(Some("")).is_empty());
    }
}
