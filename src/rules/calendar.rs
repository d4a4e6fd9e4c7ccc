//! 日历: everything with a day in a span of days: steps, trips, visits, nodes, dates due.
//!
//! What is done and was only due is left out; what took place (trips, receptions, events, leaders' activities)
//! stays. What belongs to a project that left the pipeline is left out, as on Today.

mod kept;
mod whose;

pub use kept::Kept;

use super::today::Whose;
use crate::domain::field::{
    AmbassadorField as M, FollowUpField as W, InspectionField as Y, IssueField as I,
    LeaderActivityField as N, OutboundTripField as G, PermitField as S, PolicyPromiseField as D,
    ProjectField as P, PromotionEventField as H, ReceptionField as J,
};
use crate::domain::milestone::{Exit, Reached};
use crate::domain::{Date, Field, Kind, Milestone, RecordId};
use crate::ledger::{Record, State};
use crate::rules::trips::calendar_days;
use crate::rules::{OfficeRules, issues, promises, reached};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// 招商活动.
    Event,
    /// 外出招商, from its first day to its last.
    Trip,
    /// 来访接待.
    Reception,
    /// 领导招商活动.
    LeaderActivity,
    /// 下一步 of a follow-up.
    NextStep,
    /// 承诺开工.
    PromisedStart,
    /// 计划竣工.
    PlannedCompletion,
    /// 计划投产.
    PlannedProduction,
    /// 审批到期.
    Permit,
    /// 政策应兑现.
    Promise,
    /// 问题要素办理期限.
    Issue,
    /// 督查整改期限.
    Correction,
    /// 招商大使聘期届满.
    TermEnd,
}

impl What {
    /// Every sort of entry, in the order in which those of one day stand.
    pub const ALL: [What; 13] = [
        What::Event,
        What::Trip,
        What::Reception,
        What::LeaderActivity,
        What::NextStep,
        What::PromisedStart,
        What::PlannedCompletion,
        What::PlannedProduction,
        What::Permit,
        What::Promise,
        What::Issue,
        What::Correction,
        What::TermEnd,
    ];

    /// Whether it is something to be done by a day, and not something that takes place.
    pub const fn is_due(self) -> bool {
        !matches!(self, What::Event | What::Trip | What::Reception | What::LeaderActivity)
    }

    /// Its word in the id that other calendars know it by; never changed.
    pub const fn word(self) -> &'static str {
        match self {
            What::Event => "event",
            What::Trip => "trip",
            What::Reception => "reception",
            What::LeaderActivity => "leader",
            What::NextStep => "step",
            What::PromisedStart => "start",
            What::PlannedCompletion => "completion",
            What::PlannedProduction => "production",
            What::Permit => "permit",
            What::Promise => "promise",
            What::Issue => "issue",
            What::Correction => "correction",
            What::TermEnd => "term",
        }
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub what: What,
    /// The record that says so.
    pub record: RecordId,
    /// Its first day.
    pub from: Date,
    /// Its last day, the same for all but trips and long events.
    pub until: Date,
    /// Its own words, as they were written; empty where there are none.
    pub words: String,
    /// The project, company or person it is about.
    pub about: Option<RecordId>,
    /// It was to be done before today and is not.
    pub is_overdue: bool,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose.
    pub whose: Whose,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// The day it is.
    pub today: Date,
}

/// The kinds that have entries.
const DATED: [Kind; 11] = [
    Kind::Project,
    Kind::FollowUp,
    Kind::OutboundTrip,
    Kind::Reception,
    Kind::PromotionEvent,
    Kind::LeaderActivity,
    Kind::Permit,
    Kind::PolicyPromise,
    Kind::Issue,
    Kind::Inspection,
    Kind::Ambassador,
];

/// The entries of a span of days, read once: see [`Kept`] for who asks again and again.
pub fn entries(state: &State, asked: Asked) -> Vec<Entry> {
    let mut kept = Kept::default();
    kept.refresh(state, None);
    kept.entries(state, asked)
}

/// What was found so far.
struct Found<'a> {
    state: &'a State,
    asked: Asked,
    entries: Vec<Entry>,
}

impl Found<'_> {
    /// The nodes that a project promised and did not reach.
    fn nodes(&mut self, id: RecordId, project: &Record) {
        let nodes = [
            (P::PromisedStart, What::PromisedStart, Milestone::Started),
            (P::PlannedCompletion, What::PlannedCompletion, Milestone::Completed),
            (P::PlannedProduction, What::PlannedProduction, Milestone::InProduction),
        ];
        for (field, what, milestone) in nodes {
            let Some(on) = self.within(project.get(field).as_date()) else { continue };
            if !has_left(project) && !has_reached(&reached(project), milestone) {
                self.due(what, id, project, on, (String::new(), Some(id)));
            }
        }
    }

    fn look(&mut self, rules: &OfficeRules, id: RecordId, record: &Record) {
        let text = |field: Field| record.get(field).as_text().unwrap_or_default().to_owned();
        let date = |field: Field| record.get(field).as_date();
        let to = |field: Field| record.get(field).as_ref_id();
        match id.kind {
            Kind::Project => self.nodes(id, record),
            Kind::FollowUp => {
                let Some(on) = self.within(date(W::NextOn.field())) else { return };
                if !record.get(W::NextDone).is_true() {
                    let told = (text(W::NextStep.field()), to(W::Project.field()));
                    self.due(What::NextStep, id, record, on, told);
                }
            }
            Kind::Permit => {
                let Some(on) = self.within(date(S::DueOn.field())) else { return };
                if date(S::DoneOn.field()).is_none() {
                    self.due(What::Permit, id, record, on, (text(S::Name.field()), to(S::Project.field())));
                }
            }
            Kind::PolicyPromise => {
                let Some(on) = self.within(date(D::DueOn.field())) else { return };
                // Nothing is owed before its condition is met.
                let promise = promises::read(self.state, rules, id, record);
                if promise.is_met && !promise.is_kept {
                    self.due(What::Promise, id, record, on, (text(D::Name.field()), to(D::Project.field())));
                }
            }
            Kind::Issue => {
                let Some(on) = self.within(date(I::DueOn.field())) else { return };
                if issues::read(self.state, id, record).is_open() {
                    self.due(What::Issue, id, record, on, (text(I::Name.field()), to(I::Project.field())));
                }
            }
            Kind::Inspection => {
                let Some(on) = self.within(date(Y::DueOn.field())) else { return };
                if date(Y::CorrectedOn.field()).is_none() {
                    self.due(
                        What::Correction,
                        id,
                        record,
                        on,
                        (text(Y::Name.field()), to(Y::Project.field())),
                    );
                }
            }
            Kind::Ambassador => {
                let Some(on) = self.within(date(M::Until.field())) else { return };
                // A term that is over is no task.
                self.held(What::TermEnd, id, record, (on, on), (text(M::Name.field()), None));
            }
            Kind::OutboundTrip => {
                let Some(start) = date(G::Start.field()) else { return };
                let days = i32::try_from(calendar_days(record).unwrap_or(1)).unwrap_or(1);
                let span = (start, start.plus(days - 1));
                self.held(What::Trip, id, record, span, (text(G::Place.field()), to(G::Leader.field())));
            }
            Kind::Reception => {
                let Some(span) = span(date(J::On.field()), None) else { return };
                self.held(
                    What::Reception,
                    id,
                    record,
                    span,
                    (text(J::Purpose.field()), to(J::Company.field())),
                );
            }
            Kind::PromotionEvent => {
                let Some(span) = span(date(H::On.field()), date(H::Until.field())) else { return };
                self.held(What::Event, id, record, span, (text(H::Name.field()), None));
            }
            Kind::LeaderActivity => {
                let Some(span) = span(date(N::On.field()), None) else { return };
                let told = (text(N::Content.field()), to(N::Person.field()));
                self.held(What::LeaderActivity, id, record, span, told);
            }
            _ => {}
        }
    }

    fn within(&self, on: Option<Date>) -> Option<Date> {
        on.filter(|on| (self.asked.from..=self.asked.until).contains(on))
    }

    /// Something to be done by a day, of a project unless that left.
    fn due(&mut self, what: What, id: RecordId, record: &Record, on: Date, told: (String, Option<RecordId>)) {
        let project = told.1.map(|project| self.state.resolve(project));
        let project = project.and_then(|project| Some((project, self.state.record(project)?)));
        if project.is_some_and(|(_, project)| !project.is_live() || has_left(project)) {
            return;
        }
        let is_overdue = on < self.asked.today;
        self.add(
            Entry { what, record: id, from: on, until: on, words: told.0, about: told.1, is_overdue },
            record,
        );
    }

    /// Something that takes place.
    fn held(
        &mut self,
        what: What,
        id: RecordId,
        record: &Record,
        (from, until): (Date, Date),
        (words, about): (String, Option<RecordId>),
    ) {
        if from <= self.asked.until && until >= self.asked.from {
            self.add(Entry { what, record: id, from, until, words, about, is_overdue: false }, record);
        }
    }

    fn add(&mut self, mut entry: Entry, record: &Record) {
        if whose::is_of(self.state, self.asked.whose, entry.record, record) {
            entry.about = entry.about.map(|about| self.state.resolve(about));
            self.entries.push(entry);
        }
    }
}

/// From a day to another; a missing or earlier end is the day itself.
fn span(from: Option<Date>, until: Option<Date>) -> Option<(Date, Date)> {
    from.map(|from| (from, until.map_or(from, |until| until.max(from))))
}

fn has_left(project: &Record) -> bool {
    project.get(P::Exit).as_text().and_then(Exit::from_word).is_some()
}

/// Whether a milestone, or one behind it, happened.
fn has_reached(all: &[Reached], milestone: Milestone) -> bool {
    all.iter().skip(milestone as usize).any(|reached| reached.event.is_some())
}

#[cfg(test)]
mod tests;
