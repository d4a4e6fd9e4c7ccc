//! 全市位次: the county's number among those that other places published.

use crate::domain::field::FigureField as F;
use crate::domain::{Date, Decimal, Kind, RecordId};
use crate::rules::metrics::{Window, standard, stated};
use crate::rules::query::Facts;
use rustc_hash::FxHashMap;

/// One place in the city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCity {
    /// Its name; `None` for the county itself.
    pub name: Option<String>,
    /// Its number.
    pub number: Decimal,
    /// Its rank, the highest number first; equal ones share it.
    pub rank: usize,
    /// The day it is of.
    pub on: Date,
    /// Where it was published.
    pub source: String,
    /// The record.
    pub record: Option<RecordId>,
}

/// The county's own number of a metric on a day among the latest that each other place published for the same period
/// until then. Without any other place the list is empty.
pub fn places(facts: &dyn Facts, metric: &str, own: Decimal, window: Window, day: Date) -> Vec<InCity> {
    let state = facts.state();
    let metric = standard::id(metric);
    let mut latest: FxHashMap<String, InCity> = FxHashMap::default();
    for (id, record) in state.live(Kind::Figure) {
        let is_of = record.get(F::Metric).as_ref_id().map(|metric| state.resolve(metric)) == Some(metric);
        let name = record.get(F::Place).as_text().filter(|_| is_of);
        let on = record.get(F::On).as_date().filter(|on| window.holds(*on) && *on <= day);
        let number = stated(facts.rules(), record, F::Amount, F::Number);
        let (Some(name), Some(on), Some(number)) = (name, on, number) else { continue };
        let source = record.get(F::Source).as_text().unwrap_or_default().to_owned();
        let found = InCity { name: Some(name.to_owned()), number, rank: 0, on, source, record: Some(id) };
        let newer = |known: &InCity| (known.on, known.record) < (found.on, found.record);
        if latest.get(name).is_none_or(newer) {
            latest.insert(name.to_owned(), found);
        }
    }
    if latest.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<InCity> = latest.into_values().collect();
    all.push(InCity { name: None, number: own, rank: 0, on: day, source: String::new(), record: None });
    all.sort_by(|a, b| b.number.cmp(&a.number).then_with(|| a.name.cmp(&b.name)));
    let numbers: Vec<Decimal> = all.iter().map(|place| place.number).collect();
    for place in &mut all {
        place.rank = numbers.iter().filter(|other| **other > place.number).count() + 1;
    }
    all
}
