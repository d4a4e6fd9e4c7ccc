//! The metrics that an office begins with (domain notes §2.1, §3.7), and those that it has.
//!
//! They are data: an office edits, adds and retires them. One that was not touched yet has no record, and gets one
//! when something refers to it ([`adopt`]).

use super::Metric;
use crate::domain::field::MetricField as M;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, Label, RecordId, Value};
use crate::ledger::{Edit, Record, State};

const STANDARD: &str = include_str!("standard.json");

/// The metrics that an office begins with.
pub fn standard() -> Vec<Metric> {
    serde_json::from_str(STANDARD).unwrap_or_default()
}

/// The record of the metric with this word: the same in every office.
pub fn id(word: &str) -> RecordId {
    RecordId::derived(Kind::Metric, &[word])
}

/// The metrics in force, in their order: those of the office, and the standard ones that it neither changed nor
/// retired.
pub fn in_force(state: &State) -> Vec<Metric> {
    let mut found: Vec<(i64, Metric)> = Vec::new();
    for (n, metric) in (0..).zip(standard()) {
        if state.record(id(&metric.word)).is_none_or(|record| record.get(M::Word).is_empty()) {
            found.push((n, metric));
        }
    }
    let live = state.live(Kind::Metric).filter(|(_, record)| !record.get(M::Retired).is_true());
    found.extend(
        live.filter_map(|(_, record)| {
            Some((record.get(M::Order).as_int().unwrap_or(i64::MAX), read(record)?))
        }),
    );
    found.arrange_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.word.cmp(&other.word)));
    found.into_iter().map(|(_, metric)| metric).collect()
}

/// Reads a metric from its record; `None` for one without a word or with a definition that is not understood.
pub fn read(record: &Record) -> Option<Metric> {
    let text = |field: M| record.get(field).as_text().unwrap_or_default();
    let definition = match text(M::Definition) {
        "" => Metric::default(),
        json => serde_json::from_str(json).ok()?,
    };
    let word = Some(text(M::Word)).filter(|word| !word.is_empty())?;
    Some(Metric { word: word.to_owned(), name: Label::new(text(M::Name), text(M::English)), ..definition })
}

/// The edits that write a metric.
pub fn write(metric: &Metric, order: i64) -> Vec<Edit> {
    let id = id(&metric.word);
    let definition = Metric { word: String::new(), name: Label::default(), ..metric.clone() };
    let definition = serde_json::to_value(&definition).map(|mut json| {
        if let Some(fields) = json.as_object_mut() {
            fields.remove("word");
            fields.remove("name");
        }
        json.to_string()
    });
    vec![
        Edit::new(id, M::Word, Value::text(&metric.word)),
        Edit::new(id, M::Name, Value::text(&metric.name.zh)),
        Edit::new(id, M::English, Value::text(&metric.name.en)),
        Edit::new(id, M::Definition, Value::text(&definition.unwrap_or_default())),
        Edit::new(id, M::Order, Value::Int(order)),
    ]
}

/// The edits that give a standard metric its record, if it has none yet.
pub fn adopt(state: &State, word: &str) -> Vec<Edit> {
    let known = state.record(id(word)).is_some_and(|record| !record.get(M::Word).is_empty());
    let all = (0..).zip(standard());
    let found = all.into_iter().find(|(_, metric)| !known && metric.word == word);
    found.map(|(order, metric)| write(&metric, order)).unwrap_or_default()
}
