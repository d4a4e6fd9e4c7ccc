//! The light of a project over time, from what its records date.
//!
//! Follow-ups, milestones, the lead clock, permits, promises, issues and months without progress are dated, and are
//! judged on each past day by today's limits. Who answered for the project, how far the works were and which evidence
//! was there is not dated, and is left out of what is past.

use super::case::Case;
use super::{Level, Limits, Rule, Watch, worst};
use crate::domain::{Date, RecordId};
use crate::rules::query::Facts;
use chrono::Datelike;

/// How it stood at the end of a month, or today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stood {
    /// Nothing is known of it yet.
    Unknown,
    /// It had left the pipeline.
    Left,
    /// It was in the pipeline; without a level, all was in order.
    In(Option<Level>, Vec<Rule>),
}

/// Days with how the project stood at their ends, the oldest first.
pub type Months = Vec<(Date, Stood)>;

/// How a project stood at the ends of the eleven months before, and how it stands today.
pub fn months(facts: &dyn Facts, project: RecordId, today: Date) -> Months {
    let limits = Limits::read(facts.state());
    let mut days = vec![today];
    let mut first = today.plus(1 - today.naive().day() as i32);
    for _ in 1..12 {
        let end = first.plus(-1);
        days.push(end);
        first = end.plus(1 - end.naive().day() as i32);
    }
    let past = |day: Date| {
        let Some(case) = Case::at(facts, project, day) else { return Stood::Unknown };
        match () {
            () if case.left => Stood::Left,
            () if case.first_day().is_none_or(|first| first > day) => Stood::Unknown,
            () => {
                let mut found = Vec::new();
                Watch::back(facts, limits.clone(), day).judge(&case, &mut found);
                stood(&found)
            }
        }
    };
    let now = match Case::now(facts, project) {
        None => Stood::Unknown,
        Some(case) if case.left => Stood::Left,
        Some(_) => stood(&Watch::new(facts, today).of(project)),
    };
    let mut months: Months = days.iter().skip(1).rev().map(|&day| (day, past(day))).collect();
    months.push((today, now));
    months
}

/// The worst of warnings, and the rules that are as bad, each once.
fn stood(found: &[super::Warning]) -> Stood {
    let level = worst(found);
    let mut rules: Vec<Rule> =
        found.iter().filter(|warning| Some(warning.level) == level).map(|warning| warning.rule).collect();
    rules.dedup();
    Stood::In(level, rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::PermitField as K;
    use crate::domain::{Kind, Milestone};
    use crate::rules::warnings::fixture::{PROJECT, day, office};

    #[test]
    fn the_light_over_time_follows_the_dates() {
        let mut office = office();
        office.reach(PROJECT, Milestone::Negotiating, "2026-03-10");
        office.reach(PROJECT, Milestone::Signed, "2026-05-20");
        for on in ["2026-03-25", "2026-04-25", "2026-05-20", "2026-08-20"] {
            office.follow_up(PROJECT, on);
        }
        let permit = office.child(Kind::Permit, K::Project, PROJECT);
        office.date(permit, K::DueOn, "2026-08-25");
        office.date(permit, K::DoneOn, "2026-09-10");
        let months = office.with(|facts| months(facts, PROJECT, day("2026-10-15")));
        let shown: Vec<(String, Stood)> =
            months.into_iter().map(|(day, stood)| (day.to_string(), stood)).collect();
        let expect = |at: usize, on: &str, stood: Stood| assert_eq!(shown[at], (on.to_owned(), stood));
        assert_eq!(shown.len(), 12);
        expect(0, "2025-11-30", Stood::Unknown);
        expect(3, "2026-02-28", Stood::Unknown);
        expect(4, "2026-03-31", Stood::In(None, Vec::new()));
        expect(6, "2026-05-31", Stood::In(None, Vec::new()));
        // Nothing after 05-20: with 20 days of 签约 red from 06-10; June and July without progress are yellow besides.
        expect(7, "2026-06-30", Stood::In(Some(Level::Red), vec![Rule::Stale]));
        expect(8, "2026-07-31", Stood::In(Some(Level::Red), vec![Rule::Stale]));
        // Followed up on 08-20, but the permit was due on 08-25 and came on 09-10.
        expect(9, "2026-08-31", Stood::In(Some(Level::Red), vec![Rule::Permit]));
        // 09-30 is 41 days after the last follow-up.
        expect(10, "2026-09-30", Stood::In(Some(Level::Red), vec![Rule::Stale]));
        expect(11, "2026-10-15", Stood::In(Some(Level::Red), vec![Rule::Stale]));
    }
}
