//! 倒排工期: by when each permit has to be applied for and granted, worked back from the promised start of works.

use super::{Permit, Template, Times};
use crate::domain::field::PermitField as F;
use crate::domain::{Date, RecordId, Value};
use crate::ledger::Edit;
use std::collections::BTreeMap;

/// When one permit has its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// 最迟申报.
    pub begin: Date,
    /// 最迟办结.
    pub end: Date,
}

/// The turns of permits of which phase and days are known. All of a phase is granted before the next begins, so the
/// latest end of a phase is the promised start less the longest of each later phase, and the latest beginning of a
/// permit is that end less its own days.
pub fn backwards(permits: &[(i64, i32)], start: Date) -> Vec<Slot> {
    let mut longest: BTreeMap<i64, i32> = BTreeMap::new();
    for &(phase, days) in permits {
        let of = longest.entry(phase).or_default();
        *of = days.max(*of);
    }
    let mut ends: BTreeMap<i64, Date> = BTreeMap::new();
    let mut end = start;
    for (&phase, &days) in longest.iter().rev() {
        ends.insert(phase, end);
        end = end.plus(-days);
    }
    let slot = |&(phase, days): &(i64, i32)| {
        let end = ends.get(&phase).copied().unwrap_or(start);
        Slot { begin: end.plus(-days), end }
    };
    permits.iter().map(slot).collect()
}

/// What the plan says of permits that are there already, for a promised start: the new 计划办结 of each one whose day
/// changes.
///
/// The rule: a permit that was granted keeps its days and takes no more time; one whose day was set by hand keeps that
/// day, and its days still count for the others; every other gets the day of the plan.
pub fn replanned(permits: &[Permit], start: Date) -> Vec<(RecordId, Date)> {
    let open: Vec<&Permit> = permits.iter().filter(|permit| permit.times.done.is_none()).collect();
    let slots =
        backwards(&open.iter().map(|permit| (permit.phase, permit.times.days)).collect::<Vec<_>>(), start);
    let moved = open.iter().zip(slots).filter(|(permit, slot)| {
        !permit.is_by_hand() && (permit.times.due, permit.planned_for) != (Some(slot.end), Some(slot.end))
    });
    moved.map(|(permit, slot)| (permit.id, slot.end)).collect()
}

/// The edits that plan a project's permits for a promised start: those of its templates that it does not have yet, by
/// name, and new days for those that [`replanned`] moves. `templates` are those that the project needs.
pub fn plan_edits(
    project: RecordId,
    permits: &[Permit],
    templates: &[Template],
    start: Date,
    mut new_id: impl FnMut() -> RecordId,
) -> Vec<Edit> {
    let missing = templates.iter().filter(|wanted| !permits.iter().any(|permit| permit.name == wanted.name));
    let new = missing.map(|template| Permit {
        id: new_id(),
        project: Some(project),
        name: template.name.clone(),
        phase: template.phase,
        department: template.department,
        times: Times { days: super::whole_days(Some(template.days)), ..Times::default() },
        planned_for: None,
    });
    let new: Vec<Permit> = new.collect();
    let mut edits = Vec::new();
    for permit in &new {
        let mut put = |field: F, value: Value| edits.push(Edit::new(permit.id, field, value));
        put(F::Project, Value::Ref(project));
        put(F::Name, Value::text(&permit.name));
        put(F::Phase, Value::Int(permit.phase));
        put(F::Days, Value::Int(i64::from(permit.times.days)));
        if let Some(department) = permit.department {
            put(F::Department, Value::Ref(department));
        }
    }
    let all: Vec<Permit> = permits.iter().cloned().chain(new).collect();
    for (id, end) in replanned(&all, start) {
        edits.push(Edit::new(id, F::DueOn, Value::Date(end)));
        edits.push(Edit::new(id, F::PlannedFor, Value::Date(end)));
    }
    edits
}
