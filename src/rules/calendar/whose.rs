//! Whose an entry is.

use crate::domain::field::{
    FollowUpField as W, InspectionField as Y, IssueField as I, LeaderActivityField as N,
    OutboundTripField as G, PersonField as R, ProjectField as P, PromotionEventField as H,
    ReceptionField as J, owner_field,
};
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{Record, State};
use crate::rules::issues;
use crate::rules::references::members;
use crate::rules::today::Whose;

/// Whether a record is one's own: by its project, as on Today, or because he or his unit takes part. An event is of
/// everybody in the unit that holds it.
pub(super) fn is_of(state: &State, whose: Whose, id: RecordId, record: &Record) -> bool {
    let (person, unit) = match whose {
        Whose::All => return true,
        Whose::Person(person) => (Some(person), state.get(person, R::Unit).as_ref_id()),
        Whose::Unit(unit) => (None, Some(unit)),
    };
    let named = |record: &Record, field: Field, wanted: Option<RecordId>| {
        let is_wanted =
            |id: RecordId| wanted.is_some_and(|wanted| state.resolve(wanted) == state.resolve(id));
        record.get(field).as_ref_id().is_some_and(is_wanted)
    };
    let among = |field: Field, wanted: Option<RecordId>| {
        wanted.is_some_and(|wanted| members(state, record, field).contains(&state.resolve(wanted)))
    };
    let mine: &[Field] = match id.kind {
        // Who noted the step means to take it, whoever the project's owner is.
        Kind::FollowUp => &[W::Person.field()],
        Kind::OutboundTrip => &[G::Leader.field()],
        Kind::Reception => &[J::Leader.field(), J::Owner.field()],
        Kind::LeaderActivity => &[N::Person.field()],
        Kind::Issue => &[I::RaisedBy.field()],
        _ => &[],
    };
    let ours: &[Field] = match id.kind {
        Kind::OutboundTrip => &[G::Unit.field()],
        Kind::Reception => &[J::Unit.field()],
        Kind::PromotionEvent => &[H::Unit.field()],
        Kind::Inspection => &[Y::Unit.field()],
        _ => &[],
    };
    let of_project = project_of(id, record).and_then(|project| state.record(state.resolve(project)));
    if person.is_some() {
        return mine.iter().any(|&field| named(record, field, person))
            || id.kind == Kind::OutboundTrip && among(G::Members.field(), person)
            || id.kind == Kind::PromotionEvent && named(record, H::Unit.field(), unit)
            || of_project.is_some_and(|project| named(project, P::Owner.field(), person));
    }
    // A problem is with the department that has it now, not with all that had it.
    let has_issue = || {
        let holder = issues::read(state, id, record).last().department;
        holder.is_some_and(|holder| unit.is_some_and(|unit| state.resolve(unit) == holder))
    };
    ours.iter().any(|&field| named(record, field, unit))
        || id.kind == Kind::Issue && has_issue()
        || id.kind == Kind::Reception && among(J::Units.field(), unit)
        || of_project.is_some_and(|project| named(project, P::Unit.field(), unit))
}

/// The project a record is of.
fn project_of(id: RecordId, record: &Record) -> Option<RecordId> {
    let field = match id.kind {
        Kind::Project => return Some(id),
        Kind::Reception => J::Project.field(),
        Kind::LeaderActivity => N::Project.field(),
        Kind::Inspection => Y::Project.field(),
        kind => owner_field(kind)?,
    };
    record.get(field).as_ref_id()
}
