//! Whether somebody keeps at it: follow-ups, the lead clock, the month's progress.

use super::case::Case;
use super::lead::Lead;
use super::{Amount, Level, Remedy, Rule, Warning, Watch};
use crate::domain::field::{FollowUpField as W, FundTrancheField as T, ProjectField as P};
use crate::domain::{Date, Field, Kind, Stage};
use crate::ledger::CellKey;

pub(super) fn judge(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    let stale = watch.uses(Rule::Stale).then(|| stale(watch, case)).flatten();
    let clock = lead_clock(watch, case);
    // A report that is due is a follow-up that is due: the worse of the two is said, once.
    let clock = clock
        .filter(|clock| clock.rule != Rule::Report || stale.is_none_or(|stale| clock.level > stale.level));
    let stale = stale.filter(|_| clock.is_none_or(|clock| clock.rule != Rule::Report));
    found.extend(stale);
    found.extend(clock);
}

/// 超期未跟进: agrees with the light of the board (`rules::board::light`), which is red from the day after the
/// limit of the stage and yellow from seven days before that.
fn stale(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    let last = case.last.max(case.stage_since())?;
    let due = last.plus(watch.facts.rules().stale.get(case.stage)?);
    let before = watch.limits.get(Rule::Stale, Level::Yellow).and_then(|days| i32::try_from(days).ok())?;
    let days = watch.today.since(due);
    let turned = match days {
        1.. => (Level::Red, due.plus(1)),
        _ if days > -before => (Level::Yellow, due.plus(1 - before)),
        _ => return None,
    };
    let amount = if days > 0 { Amount::Late(days) } else { Amount::Left(-days) };
    Some(watch.warning(case, Rule::Stale, turned, amount, Remedy::FollowUp))
}

/// The first step of the lead clock that is open and late (domain notes R31), or that nobody reported since the last.
fn lead_clock(watch: &Watch<'_>, case: &Case<'_>) -> Option<Warning> {
    let lead = Lead::read(watch, case)?;
    let (rule, base, remedy) = match lead.next() {
        Some((rule, field)) => (rule, lead.contacted, Remedy::Step(field)),
        None => (Rule::Report, lead.told.max(case.last)?, Remedy::FollowUp),
    };
    if !watch.uses(rule) {
        return None;
    }
    let turned = watch.limits.after(rule, base, watch.today)?;
    Some(watch.warning(case, rule, turned, Amount::Since(watch.today.since(base)), remedy))
}

/// 月度无进展: in the month that was over last nobody followed up, no milestone was reached, no money arrived, and
/// nobody said why. Of projects that were known before that month, until they produce.
pub(super) fn no_progress(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    let (first, next) = watch.month;
    if !watch.uses(Rule::NoProgress) || case.stage >= Stage::InProduction {
        return;
    }
    let is_known = case.first_day().is_some_and(|day| day < first);
    let within = |on: Date| first <= on && on < next;
    let is_reached = case.milestones.iter().any(|reached| reached.event.is_some_and(within));
    let explained = || {
        let cell = watch.reason.map(|month| CellKey::of(P::NoProgress, month));
        cell.is_some_and(|cell| !case.record.get(cell).is_empty())
    };
    // The children are in order, newest first, so that few are looked at.
    let any_in_month = |kind: Kind, day: Field| {
        let state = watch.facts.state();
        let days = watch.facts.children(kind, case.id).iter().map(|&id| state.get(id, day).as_date());
        days.take_while(|on| on.is_some_and(|on| on >= first)).flatten().any(within)
    };
    let is_active = is_reached
        || any_in_month(Kind::FollowUp, W::On.into())
        || any_in_month(Kind::FundTranche, T::ArrivedOn.into());
    if is_known && !is_active && !explained() {
        let turned = (Level::Yellow, next);
        let amount = Amount::Month(first);
        found.push(watch.warning(case, Rule::NoProgress, turned, amount, Remedy::Explain(first)));
    }
}
