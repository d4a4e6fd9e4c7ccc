//! Whether somebody answers for it: leader, unit and owner of every project (domain notes, rows 13 and 37).

use super::case::Case;
use super::{Amount, Measure, Remedy, Rule, Warning, Watch};
use crate::domain::Stage;
use crate::domain::field::ProjectField as P;

/// What must be named, by rule, and from which stage on.
pub const DUTIES: [(Rule, P, Stage); 3] = [
    (Rule::NoOwner, P::Owner, Stage::Signed),
    (Rule::NoLeader, P::Leader, Stage::Planned),
    (Rule::NoUnit, P::Unit, Stage::Planned),
];

pub(super) fn judge(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    for (rule, field, from) in DUTIES {
        let Measure::Fixed(level) = rule.measure() else { continue };
        let is_missing = case.record.get(field).as_ref_id().is_none();
        if watch.uses(rule) && case.stage >= from && is_missing {
            // Nobody noted the day on which nobody was named: since it entered the stage where it matters.
            let since = case.day_of(from.milestone()).or(case.first_day()).unwrap_or(watch.today);
            let since = since.min(watch.today);
            found.push(watch.warning(case, rule, (level, since), Amount::Plain, Remedy::Assign(field)));
        }
    }
}
