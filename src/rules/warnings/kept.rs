//! The warnings of all projects, kept from one edit to the next: only what was touched is judged again.

use super::{Level, Limits, Warning, Watch};
use crate::domain::field::{
    AttachmentField, FollowUpField, FundTrancheField, IssueField, PermitField, PolicyPromiseField,
};
use crate::domain::{Date, Field, Kind, RecordId};
use crate::rules::OfficeRules;
use crate::rules::query::Facts;
use crate::rules::touched::{any_merged, projects_of};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the warnings of a project are judged by besides the project itself, and the field that says whose it is.
const JUDGED: [(Kind, Field); 6] = [
    (Kind::FollowUp, FollowUpField::Project.field()),
    (Kind::FundTranche, FundTrancheField::Project.field()),
    (Kind::Attachment, AttachmentField::Project.field()),
    (Kind::PolicyPromise, PolicyPromiseField::Project.field()),
    (Kind::Permit, PermitField::Project.field()),
    (Kind::Issue, IssueField::Project.field()),
];

/// So many warnings are put in their places each; for more, sorting all is quicker.
const PUT_EACH: usize = 32;

/// Every warning of the pipeline on a day, the worst first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What holds for all projects: with another of these, all are judged anew. `None` before the first time.
    by: Option<(Date, Limits, OfficeRules)>,
    sorted: Vec<Warning>,
}

impl Kept {
    /// Brings the warnings up to date. `touched` are the records touched since the last time, or `None` if that is not
    /// known. All projects are judged anew on another day, by other limits or rules of the office, and when duplicates
    /// were made one: then everything that points to one of them means the other.
    pub fn refresh(&mut self, facts: &dyn Facts, touched: Option<&[RecordId]>, today: Date) {
        let watch = Watch::new(facts, today);
        let by = Some((today, watch.limits().clone(), facts.rules().clone()));
        let state = facts.state();
        match touched.filter(|touched| by == self.by && !any_merged(state, touched)) {
            Some(touched) => self.judge_again(&watch, &projects_of(state, touched, &JUDGED)),
            None => {
                self.sorted.clear();
                state.live(Kind::Project).for_each(|(project, _)| watch.add(project, &mut self.sorted));
                self.sorted.sort_unstable_by_key(Warning::order);
                self.by = by;
            }
        }
    }

    fn judge_again(&mut self, watch: &Watch<'_>, projects: &FxHashSet<RecordId>) {
        if projects.is_empty() {
            return;
        }
        // Nearly always one: to compare is quicker than to look it up.
        match projects.iter().next().filter(|_| projects.len() == 1) {
            Some(one) => self.sorted.retain(|warning| warning.project != *one),
            None => self.sorted.retain(|warning| !projects.contains(&warning.project)),
        }
        let mut judged = Vec::new();
        projects.iter().for_each(|&project| watch.add(project, &mut judged));
        // An edit touches one project: its few warnings are put where they belong, and nothing is sorted.
        if judged.len() > PUT_EACH {
            self.sorted.append(&mut judged);
            self.sorted.sort_by_key(Warning::order);
        }
        for warning in judged {
            let at = self.sorted.partition_point(|other| other.order() < warning.order());
            self.sorted.insert(at, warning);
        }
    }

    /// All of them, the worst first.
    pub fn all(&self) -> &[Warning] {
        &self.sorted
    }

    /// The red ones.
    pub fn red(&self) -> &[Warning] {
        &self.sorted[..self.sorted.partition_point(|warning| warning.level == Level::Red)]
    }

    /// The light of each project that has a warning: the worst.
    pub fn lights(&self) -> FxHashMap<RecordId, Level> {
        let mut lights = FxHashMap::default();
        for warning in &self.sorted {
            lights.entry(warning.project).or_insert(warning.level);
        }
        lights
    }
}
