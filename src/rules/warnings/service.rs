//! Whether what was promised to the investor is done: policy, permits, problems.

use super::case::Case;
use super::{Amount, Level, Remedy, Rule, Warning, Watch};
use crate::domain::field::PermitField as K;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::Record;
use crate::rules::{issues, promises};

pub(super) fn judge(watch: &Watch<'_>, case: &Case<'_>, found: &mut Vec<Warning>) {
    each(watch, case, Rule::Promise, Kind::PolicyPromise, promise, found);
    each(watch, case, Rule::Permit, Kind::Permit, permit, found);
    each(watch, case, Rule::Issue, Kind::Issue, issue, found);
}

/// The day by which a record had to be done and was not, and the department that has it.
type Open = fn(&Watch<'_>, RecordId, &Record) -> Option<(Date, Option<RecordId>)>;

fn each(watch: &Watch<'_>, case: &Case<'_>, rule: Rule, kind: Kind, open: Open, found: &mut Vec<Warning>) {
    if !watch.uses(rule) {
        return;
    }
    let state = watch.facts.state();
    for &id in watch.facts.children(kind, case.id) {
        let Some((due, department)) = state.record(id).and_then(|record| open(watch, id, record)) else {
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

/// 政策兑现: earned, due and not kept.
fn promise(watch: &Watch<'_>, id: RecordId, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let promise = promises::read(watch.facts.state(), watch.facts.rules(), id, record);
    let is_kept = if watch.back { promise.was_kept(watch.today) } else { promise.is_kept };
    (promise.is_met && !is_kept).then_some((promise.due?, promise.department))
}

/// 审批: planned to be granted by a day, and not granted.
fn permit(watch: &Watch<'_>, _: RecordId, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let due = record.get(K::DueOn).as_date()?;
    (!is_done(watch, record.get(K::DoneOn))).then(|| (due, record.get(K::Department).as_ref_id()))
}

/// 问题要素: to be solved by a day, and open still. It is with the department that has it.
fn issue(watch: &Watch<'_>, id: RecordId, record: &Record) -> Option<(Date, Option<RecordId>)> {
    let issue = issues::read(watch.facts.state(), id, record);
    let (is_open, turn) = match watch.back {
        true => (issue.was_open(watch.today), issue.turn_on(watch.today)),
        false => (issue.is_open(), issue.last()),
    };
    is_open.then_some((issue.due?, turn.department))
}
