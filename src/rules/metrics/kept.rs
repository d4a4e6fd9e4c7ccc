//! Metrics measured once and kept from one edit to the next: only what was touched is measured again, so that scores of a
//! large county follow an edit at once.

use super::attribution::attribution;
use super::measure::Maker;
use super::{Measured, Metric, measure};
use crate::domain::field::{FundTrancheField, TransferField};
use crate::domain::{Date, Field, Kind, RecordId};
use crate::rules::OfficeRules;
use crate::rules::query::Facts;
use crate::rules::touched::{any_merged, projects_of};
use rustc_hash::FxHashSet;

/// Records that no metric is made of, whatever happens to them.
const BESIDE: [Kind; 11] = [
    Kind::Target,
    Kind::RuleSheet,
    Kind::Published,
    Kind::Contest,
    Kind::KeyTask,
    Kind::Nomination,
    Kind::Hearing,
    Kind::Pledge,
    Kind::FirstReport,
    Kind::Attachment,
    Kind::Contact,
];

/// Some metrics, measured.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// What holds for all records: with another of these, everything is measured anew. `None` before the first time.
    by: Option<(Date, OfficeRules, Vec<Metric>)>,
    measured: Vec<Measured>,
}

impl Kept {
    /// Measures metrics on a day. `touched` are the records touched since the last time, or `None` if that is not known.
    pub fn refresh(
        &mut self,
        facts: &dyn Facts,
        touched: Option<&[RecordId]>,
        metrics: &[Metric],
        today: Date,
    ) -> &[Measured] {
        let is_by = |(day, rules, of): &(Date, OfficeRules, Vec<Metric>)| {
            *day == today && rules == facts.rules() && of == metrics
        };
        let is_kept = self.by.as_ref().is_some_and(is_by);
        match touched.filter(|_| is_kept).and_then(|touched| concerned(facts, touched)) {
            Some(concerned) if concerned.is_empty() => {}
            Some(concerned) => {
                let again = |(measured, metric): (Measured, &Metric)| {
                    Maker::again(facts, metric, today, measured, &concerned)
                };
                self.measured =
                    std::mem::take(&mut self.measured).into_iter().zip(metrics).map(again).collect();
            }
            None => {
                self.measured = measure(facts, metrics, today);
                self.by = Some((today, facts.rules().clone(), metrics.to_vec()));
            }
        }
        &self.measured
    }
}

/// The records whose part in a metric may be another once these were touched; `None` where it may be any record's.
fn concerned(facts: &dyn Facts, touched: &[RecordId]) -> Option<FxHashSet<RecordId>> {
    let state = facts.state();
    if any_merged(state, touched) {
        return None;
    }
    let touched: Vec<RecordId> = touched.iter().copied().filter(|id| !BESIDE.contains(&id.kind)).collect();
    let belonging = belonging();
    let counted = |kind: Kind| {
        attribution(kind).is_some()
            || matches!(kind, Kind::Project | Kind::Figure | Kind::FundTranche | Kind::Transfer)
    };
    if !touched.iter().all(|id| counted(id.kind)) {
        return None;
    }
    let projects = projects_of(state, &touched, &belonging);
    let mut concerned: FxHashSet<RecordId> = touched.into_iter().collect();
    for &project in &projects {
        for (kind, _) in &belonging {
            concerned.extend(facts.children(*kind, project));
        }
    }
    concerned.extend(projects);
    Some(concerned)
}

/// The kinds that count for the unit of a project, or with it, and the field that says of which.
fn belonging() -> Vec<(Kind, Field)> {
    let by_project = |&kind: &Kind| Some((kind, attribution(kind)?.project?));
    let own = [
        (Kind::FundTranche, FundTrancheField::Project.field()),
        (Kind::Transfer, TransferField::Project.field()),
    ];
    Kind::ALL.iter().filter_map(by_project).chain(own).collect()
}
