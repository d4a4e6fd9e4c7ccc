//! The numbers that a rule sheet is worked out with: plain data, so that a result can be frozen and worked out again.

use crate::domain::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known of everybody in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Figures {
    /// Who is scored.
    pub subjects: Vec<Participant>,
    /// The numbers, by the word of the metric.
    pub metrics: BTreeMap<String, Column>,
    /// The elapsed share of the period; 1 when it is over.
    pub elapsed: Decimal,
    /// The place of each in its group on the earlier day that places are compared with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Option<usize>>,
    /// The place of each by everything but gains of places; worked out on the way.
    #[serde(skip)]
    pub(super) now: Vec<Option<usize>>,
}

/// One who is scored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    /// The id of the unit or person, or the word of the chain.
    pub key: String,
    /// The name as of then.
    pub name: String,
    /// 考核组别
    pub group: String,
}

/// One metric: a number for each subject, in the order of [`Figures::subjects`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Column {
    /// What was done; `None` where nothing was entered.
    pub done: Vec<Option<Decimal>>,
    /// What was to be done.
    pub target: Vec<Option<Decimal>>,
    /// The marks of graders.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Vec<Mark>>,
}

/// What one grader gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The class of the grader, such as 县领导.
    pub grader: String,
    /// The mark.
    pub mark: Decimal,
}
