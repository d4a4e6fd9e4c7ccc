//! Whom records of each kind count for, and on which day.

use crate::domain::field::{
    DutyMonthField as D, FollowUpField as W, InspectionField as Y, IssueField as Q, LeaderActivityField as N,
    OutboundTripField as G, PermitField as S, PolicyPromiseField as V, PromotionEventField as H,
    ReceptionField as J, TrainingField as T,
};
use crate::domain::{Date, Field, Kind};
use crate::ledger::Record;
use crate::rules::span::last_day;

/// Where a record says when it was and whose it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    /// Its day.
    pub on: Field,
    /// Its unit; without it, that of its person, or else of its project.
    pub unit: Option<Field>,
    /// Its people; each of them has all of it.
    pub people: &'static [Field],
    /// Its project.
    pub project: Option<Field>,
}

/// What is known of a kind; `None` for kinds that no metric counts.
pub(super) fn attribution(kind: Kind) -> Option<Attribution> {
    const fn of(
        on: Field,
        unit: Option<Field>,
        people: &'static [Field],
        project: Option<Field>,
    ) -> Attribution {
        Attribution { on, unit, people, project }
    }
    Some(match kind {
        Kind::OutboundTrip => of(
            G::Start.field(),
            Some(G::Unit.field()),
            const { &[G::Leader.field(), G::Members.field()] },
            None,
        ),
        Kind::Reception => of(
            J::On.field(),
            Some(J::Unit.field()),
            const { &[J::Leader.field(), J::Owner.field()] },
            Some(J::Project.field()),
        ),
        Kind::PromotionEvent => of(H::On.field(), Some(H::Unit.field()), &[], None),
        Kind::LeaderActivity => {
            of(N::On.field(), None, const { &[N::Person.field()] }, Some(N::Project.field()))
        }
        Kind::FollowUp => of(W::On.field(), None, const { &[W::Person.field()] }, Some(W::Project.field())),
        Kind::Issue => of(Q::RaisedOn.field(), None, &[], Some(Q::Project.field())),
        Kind::Permit => of(S::DoneOn.field(), None, &[], Some(S::Project.field())),
        Kind::PolicyPromise => of(V::PaidOn.field(), None, &[], Some(V::Project.field())),
        Kind::Inspection => of(Y::On.field(), Some(Y::Unit.field()), &[], Some(Y::Project.field())),
        Kind::DutyMonth => of(D::Month.field(), None, const { &[D::Person.field()] }, None),
        Kind::Training => of(T::On.field(), Some(T::Unit.field()), const { &[T::People.field()] }, None),
        _ => return None,
    })
}

/// The day of a record: that of the field, or the last day of a month written such as 2026-09.
pub(super) fn day(record: &Record, field: Field) -> Option<Date> {
    let value = record.get(field);
    value.as_date().or_else(|| Date::parse_iso(&format!("{}-01", value.as_text()?)).map(last_day))
}
