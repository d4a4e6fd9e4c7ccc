//! What of a definition is not known here: a newer version may know more.

use super::attribution::attribution;
use super::metric::{Metric, Source};
use crate::domain::{Field, Kind, Milestone, Stage};

/// The words of a definition, besides its conditions, that are not known here.
pub(super) fn unknown_words(metric: &Metric) -> Vec<String> {
    let milestone = |word: &&String| Milestone::from_word(word).is_none();
    let mut words: Vec<String> = Vec::new();
    match &metric.source {
        Source::Milestone { milestone: own, dated_by, within, .. } => {
            let others = dated_by.iter().chain(within.iter().map(|within| &within.of));
            words.extend([own].into_iter().chain(others).filter(milestone).cloned());
        }
        Source::Standing { stages, .. } => {
            let unknown = |word: &&String| Stage::ALL.iter().all(|stage| stage.word() != word.as_str());
            words.extend(stages.iter().filter(unknown).cloned());
        }
        Source::Records { records, field } => {
            let kind = Kind::from_word(records).filter(|kind| attribution(*kind).is_some());
            match kind {
                None => words.push(records.clone()),
                Some(kind) => {
                    words.extend(field.iter().filter(|word| Field::from_word(kind, word).is_none()).cloned());
                }
            }
        }
        Source::Funds { .. } | Source::Entered { .. } => {}
    }
    words
}
