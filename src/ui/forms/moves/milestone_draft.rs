//! The draft of a milestone while its dialog is open.

use super::{Asked, rank_edit};
use crate::domain::field::ProjectField as P;
use crate::domain::milestone::Review;
use crate::domain::{Date, Kind, Milestone, Stage};
use crate::ledger::{Action, Edit};
use crate::rules::advance::{self, Advance, DateDoubt, Verdict, date_doubt, evidence, passed_open};
use crate::rules::attachments::attached_to;
use crate::rules::reached;
use crate::ui::forms::unsaved::{self, Texts};
use crate::ui::session;
use leptos::prelude::*;

/// The name under which the date of a milestone passed on the way is kept.
fn passed_name(milestone: Milestone) -> String {
    format!("passed-{}", milestone as u8)
}

/// What is being entered. The signals live as long as the dialog's host; [`MilestoneDraft::fill`]
/// begins anew.
#[derive(Clone, Copy)]
pub struct MilestoneDraft {
    pub date: RwSignal<String>,
    /// Milestones passed on the way, with the date typed for each.
    pub passed: RwSignal<Vec<(Milestone, String)>>,
    /// Evidence: kind and text.
    pub evidence: RwSignal<Vec<(String, String)>>,
    pub agreement: RwSignal<String>,
    pub note: RwSignal<String>,
    /// Another bureau's date.
    pub other: RwSignal<String>,
    /// The word of the review's state.
    pub review: RwSignal<String>,
    pub recognised_on: RwSignal<String>,
    pub reviewer: RwSignal<String>,
    /// Whether the office counts only what a reviewer recognised.
    pub strict: RwSignal<bool>,
}

impl MilestoneDraft {
    pub fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            date: text(),
            passed: RwSignal::new(Vec::new()),
            evidence: RwSignal::new(Vec::new()),
            agreement: text(),
            note: text(),
            other: text(),
            review: text(),
            recognised_on: text(),
            reviewer: text(),
            strict: RwSignal::new(false),
        }
    }

    /// Begins with what is recorded of the milestone, and today where nothing is.
    pub fn fill(self, asked: &Asked) {
        let today = session::today().to_string();
        let Asked { project, milestone, .. } = *asked;
        session::read(|store| {
            let state = store.state();
            let Some(record) = state.record(project) else { return };
            let now = reached(record)[milestone as usize];
            let text = |field: P| {
                record.get(advance::cell(field, milestone)).as_text().unwrap_or_default().to_owned()
            };
            let day = |date: Option<Date>| date.map_or_else(|| today.clone(), |date| date.to_string());
            self.date.set(day(now.event));
            self.note.set(text(P::MilestoneNote));
            self.reviewer.set(text(P::MilestoneReviewer));
            let other = record.get(advance::cell(P::MilestoneOtherDate, milestone)).as_date();
            self.other.set(other.map(|date| date.to_string()).unwrap_or_default());
            // A card that is moved forward anew waits for its review again.
            let review =
                if asked.anew && now.review == Review::Returned { Review::Pending } else { now.review };
            self.review.set(review.word().to_owned());
            self.recognised_on.set(day(now.recognised));
            self.agreement.set(record.get(P::AgreementType).as_text().unwrap_or_default().to_owned());
            self.strict.set(store.index().rules().strict_stage);
            let held = evidence(state, project, milestone);
            let attached = attached_to(state, store.index().of(Kind::Attachment, project), milestone);
            let attached: Vec<String> = attached.into_iter().map(|file| file.category).collect();
            let missing = advance::missing(&held, &attached, milestone)
                .into_iter()
                .map(|kind| (kind.to_owned(), String::new()));
            self.evidence.set(held.into_iter().map(|e| (e.kind, e.text)).chain(missing).collect());
            let from = store.index().project(project).map_or(Stage::Planned, |s| s.stage);
            let passed = milestone.stage().map(|to| passed_open(record, from, to)).unwrap_or_default();
            self.passed.set(passed.into_iter().map(|m| (m, String::new())).collect());
        });
    }

    fn fields(self) -> [(&'static str, RwSignal<String>); 7] {
        let Self { date, agreement, note, other, review, recognised_on, reviewer, .. } = self;
        [
            ("date", date),
            ("agreement", agreement),
            ("note", note),
            ("other", other),
            ("review", review),
            ("recognised-on", recognised_on),
            ("reviewer", reviewer),
        ]
    }

    /// What is entered, to be kept. Followed.
    pub fn texts(self) -> Texts {
        let mut texts = unsaved::texts(&self.fields());
        for (at, (kind, text)) in self.evidence.read().iter().enumerate() {
            texts.insert(format!("kind-{at}"), kind.clone());
            texts.insert(format!("text-{at}"), text.clone());
        }
        let passed = self.passed.read();
        texts.extend(passed.iter().map(|(milestone, text)| (passed_name(*milestone), text.clone())));
        texts
    }

    /// Fills in what was kept.
    pub fn fill_in(self, texts: &Texts) {
        unsaved::fill(&self.fields(), texts);
        let piece = |at: usize| {
            let text = texts.get(&format!("text-{at}")).cloned().unwrap_or_default();
            Some((texts.get(&format!("kind-{at}"))?.clone(), text))
        };
        self.evidence.set((0..).map_while(piece).collect());
        self.passed.update(|passed| {
            for (milestone, text) in passed {
                *text = texts.get(&passed_name(*milestone)).cloned().unwrap_or_default();
            }
        });
    }

    /// The date, if it can be read.
    pub fn day(self) -> Option<Date> {
        Date::parse_iso(self.date.read().trim())
    }

    /// What is odd about the date.
    pub fn doubt(self, asked: &Asked) -> Option<DateDoubt> {
        let day = self.day()?;
        let today = session::today();
        session::watch(|store| date_doubt(store.state().record(asked.project)?, asked.milestone, day, today))
            .flatten()
    }

    /// Records it; whether that was possible.
    pub fn save(self, asked: &Asked) -> bool {
        let Some(date) = Date::parse_iso(self.date.get_untracked().trim()) else { return false };
        let passed = self.passed.get_untracked();
        let passed = passed.into_iter().filter_map(|(m, text)| Some((m, Date::parse_iso(text.trim())?)));
        let by = self.reviewer.get_untracked();
        let on = Date::parse_iso(self.recognised_on.get_untracked().trim()).unwrap_or(date);
        let verdict = match Review::from_word(&self.review.read_untracked()) {
            Some(Review::Recognised) => Verdict::Recognised { on, by },
            Some(Review::Returned) => Verdict::Returned { by },
            _ => Verdict::Pending,
        };
        let agreement = self.agreement.get_untracked();
        let advance = Advance {
            milestone: asked.milestone,
            date,
            other: Date::parse_iso(self.other.get_untracked().trim()),
            passed: passed.collect(),
            evidence: self.evidence.get_untracked(),
            agreement: (asked.milestone == Milestone::Signed).then_some(agreement),
            note: self.note.get_untracked(),
            verdict,
        };
        let Some(record) = session::read(|store| store.state().record(asked.project).cloned()).flatten()
        else {
            return false;
        };
        let mut edits: Vec<Edit> = advance.edits(asked.project, &record, &mut session::element);
        edits.extend(rank_edit(asked.project, asked.rank.clone()));
        session::run(Action::Advance, edits)
    }
}
