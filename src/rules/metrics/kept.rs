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
use std::sync::Arc;

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

/// How many metrics are kept: more than an office has. While a definition is being written, each letter makes another.
const KEPT: usize = 64;

/// What measures metrics: by reading all records, or from what is kept of them.
pub type Measurer<'a> = dyn Fn(&[Metric], Date) -> Vec<Arc<Measured>> + 'a;

/// Measures by reading all records.
pub fn reading<'a>(facts: &'a dyn Facts) -> impl Fn(&[Metric], Date) -> Vec<Arc<Measured>> + 'a {
    move |metrics, today| measure(facts, metrics, today)
}

/// Metrics as they were measured on a day, those asked last at the end.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// What holds for all records: with another of these, everything is measured anew. `None` before the first time.
    by: Option<(Date, OfficeRules)>,
    held: Vec<(Metric, Arc<Measured>)>,
}

impl Kept {
    /// Measures metrics on a day. `touched` are the records touched since the last time, or `None` if that is not known.
    pub fn measured(
        &mut self,
        facts: &dyn Facts,
        touched: Option<&[RecordId]>,
        metrics: &[Metric],
        today: Date,
    ) -> Vec<Arc<Measured>> {
        let is_kept = self.by.as_ref().is_some_and(|(day, rules)| *day == today && rules == facts.rules());
        match touched.filter(|_| is_kept).and_then(|touched| concerned(facts, touched)) {
            Some(concerned) if concerned.is_empty() => {}
            Some(concerned) => {
                for (metric, measured) in &mut self.held {
                    let before = Arc::unwrap_or_clone(std::mem::take(measured));
                    *measured = Arc::new(Maker::again(facts, metric, today, before, &concerned));
                }
            }
            None => {
                self.held.clear();
                self.by = Some((today, facts.rules().clone()));
            }
        }
        let is_held = |metric: &&Metric| self.held.iter().any(|(held, _)| held == *metric);
        let lacking: Vec<Metric> = metrics.iter().filter(|metric| !is_held(metric)).cloned().collect();
        let new = measure(facts, &lacking, today);
        self.held.extend(lacking.into_iter().zip(new));
        self.held.sort_by_key(|(metric, _)| metrics.contains(metric));
        self.held.drain(..self.held.len().saturating_sub(KEPT.max(metrics.len())));
        let find = |metric: &Metric| self.held.iter().find(|(held, _)| held == metric);
        metrics.iter().filter_map(find).map(|(_, measured)| Arc::clone(measured)).collect()
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
