//! When what people do, and what is done for projects, was written down.

use super::Known;
use crate::domain::field::{
    AmbassadorField as M, ContestField as C, FigureField as F, HearingField as Q, InspectionField as Y,
    IssueField as I, KeyTaskField as K, LeaderActivityField as N, OutboundTripField as G, PermitField as S,
    PledgeField as L, PolicyPromiseField as D, PromotionEventField as H, ReceptionField as J,
    StationField as Z, TrainingField as T,
};
use crate::domain::{Date, Field, Kind};
use crate::ledger::{CellKey, Edit, Names};

/// How long before an event it is planned, in days.
const PLANNED: i32 = 20;
/// How long before a hearing it is called, in days.
const CALLED: i32 = 7;
/// How long before its first day a contest is announced.
const ANNOUNCED: i32 = 10;
/// By which day of the next month a recruiter declares a month (domain notes R32), counted from its first.
const DECLARED: i32 = 33;

impl Known {
    /// When a cell of such a record was written down; `None` with the record's project, or with the office.
    pub(super) fn day_of_act(&self, edit: &Edit, names: &Names) -> Option<Date> {
        let field = edit.cell.field;
        let of = |field: Field| self.date(edit.record, CellKey::one(field));
        match edit.record.kind {
            Kind::OutboundTrip => match G::from_field(field)? {
                G::ClosedOn
                | G::Cost
                | G::Days
                | G::Leads
                | G::LeadProjects
                | G::Met
                | G::Results
                | G::NextStep => of(G::ClosedOn.field()).or(of(G::End.field())),
                _ => of(G::FiledOn.field()).or(of(G::Start.field())),
            },
            Kind::Reception => of(J::On.field()),
            Kind::PromotionEvent => match H::from_field(field)? {
                H::Contacts | H::Cost | H::LeadProjects | H::Signings | H::Summary => of(H::On.field()),
                _ => of(H::On.field()).map(|on| on.plus(-PLANNED)),
            },
            Kind::LeaderActivity => of(N::On.field()),
            Kind::Station => of(Z::From.field()),
            Kind::Ambassador => of(M::From.field()),
            Kind::Training => of(T::On.field()),
            Kind::DutyMonth => self.month(edit.record).map(|first| first.plus(DECLARED)),
            Kind::Issue => match I::from_field(field)? {
                I::AcceptedOn => of(I::AcceptedOn.field()),
                I::SolvedOn | I::Solution => of(I::SolvedOn.field()),
                I::HandedTo => names.element_word(edit.cell.element).get(..10).and_then(Date::parse_iso),
                I::Suspended => of(I::DueOn.field()),
                _ => of(I::RaisedOn.field()),
            },
            Kind::Permit => match S::from_field(field)? {
                S::AppliedOn => of(S::AppliedOn.field()),
                S::DoneOn | S::Number => of(S::DoneOn.field()),
                _ => None,
            },
            Kind::PolicyPromise => match D::from_field(field)? {
                D::Paid | D::PaidOn | D::Proof => of(D::PaidOn.field()),
                D::ConditionMet => of(D::DueOn.field()),
                _ => None,
            },
            Kind::Inspection => match Y::from_field(field)? {
                Y::CorrectedOn | Y::Correction => of(Y::CorrectedOn.field()),
                _ => of(Y::On.field()),
            },
            Kind::Figure => of(F::On.field()),
            Kind::KeyTask => match K::from_field(field)? {
                K::DoneOn | K::Progress => of(K::DoneOn.field()),
                K::Contest => self.announced(edit.value.as_ref_id()?),
                _ => None,
            },
            Kind::Hearing => match Q::from_field(field)? {
                Q::Minutes | Q::UnitMinutes => of(Q::On.field()),
                _ => of(Q::On.field()).map(|on| on.plus(-CALLED)),
            },
            Kind::Pledge => match L::from_field(field)? {
                L::Outcome => of(L::DueOn.field()),
                _ => of(L::On.field()),
            },
            Kind::Contest => self.announced(edit.record),
            _ => None,
        }
    }

    /// When a contest was announced.
    fn announced(&self, contest: crate::domain::RecordId) -> Option<Date> {
        self.date(contest, CellKey::one(C::Start)).map(|start| start.plus(-ANNOUNCED))
    }
}
