//! Whether what was promised to the investor is done: policy, permits, problems.

use super::case::Case;
use super::{Amount, Level, Remedy, Rule, Warning, Watch};
use crate::domain::field::{IssueField as Q, PermitField as K, PolicyPromiseField as Y};
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::Record;

pub(super) fn judge(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    each(watch, case, Rule::Promise, Kind::PolicyPromise, promise, found);
    each(watch, case, Rule::Permit, Kind::Permit, permit, found);
    each(watch, case, Rule::Issue, Kind::Issue, issue, found);
}

/// The day by which a record had to be done and was not, and the department that has it.
type Open = fn(&Watch<'_>, &Record) -> Option<(Date, Option<RecordId>)>;

fn each(watch: &Watch<'_>, case: &Case<'_>, rule: Rule, kind: Kind, open: Open, found: &mut Vec<Warning>) {
    if !watch.uses(rule) {
        return;
    }
    let state = watch.facts.state();
    for &id in watch.facts.children(kind, case.id) {
        let Some((due, department)) = state.record(id).and_then(|record| open(watch, record)) else {
            continue;
        };
        let Some((level, since)) = watch.limits.due(rule, due, watch.today) else { continue };
        let days = watch.today.since(due);
        let amount = if level == Level::Red { Amount::Late(days) } else { Amount::Left(-days) };
        let mut warning = watch.warning(case, rule, (level, since), amount, Remedy::See(id));
        warning.about = Some(id);
        if let Some(department) = department {
            warning.unit = Some(state.resolve(department));
            warning.person = None;
        }
        found.push(warning);
    }
}

/// Whether a day is stated and has come.
fn is_done(watch: &Watch<'_>, day: &Value) -> bool {
    day.as_date().is_some_and(|on| !watch.back || on <= watch.today)
}

/// 政策兑现: due and not paid in full. One whose condition is stated not to be met is not due.
fn promise(watch: &Watch<'_>, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let due = record.get(Y::DueOn).as_date()?;
    let not_earned = *record.get(Y::ConditionMet) == Value::Bool(false);
    let rates = &watch.facts.rules().rates;
    let yuan = |field: Y| record.get(field).as_money().and_then(|money| rates.to_yuan(money));
    let is_paid = is_done(watch, record.get(Y::PaidOn));
    let is_paid = match (yuan(Y::Amount), yuan(Y::Paid)) {
        // Payments in parts have one day: looking back, none is known before it.
        (Some(amount), Some(paid)) => paid >= amount && (is_paid || !watch.back),
        (Some(_), None) => false,
        (None, _) => is_paid,
    };
    (!not_earned && !is_paid).then(|| (due, record.get(Y::Department).as_ref_id()))
}

/// 审批: planned to be granted by a day, and not granted.
fn permit(watch: &Watch<'_>, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let due = record.get(K::DueOn).as_date()?;
    (!is_done(watch, record.get(K::DoneOn))).then(|| (due, record.get(K::Department).as_ref_id()))
}

/// 问题要素: to be solved by a day, not solved and not suspended. It is with the department it was handed to last.
fn issue(watch: &Watch<'_>, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let due = record.get(Q::DueOn).as_date()?;
    let was_raised = record.get(Q::RaisedOn).as_date().is_none_or(|on| on <= watch.today);
    let is_open =
        was_raised && !record.get(Q::Suspended).is_true() && !is_done(watch, record.get(Q::SolvedOn));
    let names = watch.facts.state().names();
    let handed = record.family(Q::HandedTo).iter();
    let handed =
        handed.filter_map(|cell| Some((names.element_word(cell.key.element), cell.value.as_ref_id()?)));
    let holder = handed.max_by_key(|(day, _)| *day).map(|(_, unit)| unit);
    is_open.then(|| (due, holder.or_else(|| record.get(Q::Department).as_ref_id())))
}
