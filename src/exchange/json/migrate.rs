//! Brings files of older versions up to date, one version at a time.
//!
//! A step knows only the two versions it joins and is never changed again; it does not use the field
//! tables, which go on changing. What is missing or wrong it leaves so: the reader then says what.

use super::authors::Authors;
use super::moment::write_moment;
use super::{Expected, Fault, Place, Problem, VERSION};
use crate::ledger::{NodeId, Stamp};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The step from each version to the next.
const STEPS: [fn(&mut Map<String, Value>); VERSION as usize] = [from_0];

/// The text of a file of an older `version`, in the form of this version.
///
/// # Errors
/// If the file is nested too deeply or holds numbers beyond all range.
pub(super) fn to_current(text: &str, version: u32) -> Result<String, Problem> {
    let unreadable = |_| Problem { place: Place::default(), fault: Fault::Wrong(Expected::Readable) };
    let mut file: Map<String, Value> = serde_json::from_str(text).map_err(unreadable)?;
    for step in STEPS.iter().skip(version as usize) {
        step(&mut file);
    }
    Ok(Value::Object(file).to_string())
}

/// Version 0, used before the first release: moments were numbers, stamps `milliseconds.counter@node`,
/// the cells of a family an object inside the record, and there was no history and no version vector.
fn from_0(file: &mut Map<String, Value>) {
    if let Some(moment) = file.get("made").and_then(Value::as_u64) {
        let mut text = String::new();
        write_moment(&mut text, moment.min(Stamp::MAX_MILLIS));
        file.insert("made".into(), text.into());
    }
    let part = |key: &str| file.get(key).cloned().unwrap_or_default();
    let from = json!({ "node": part("node"), "name": part("name"), "unit": part("unit") });
    for key in ["node", "name", "unit"] {
        file.remove(key);
    }
    file.insert("from".into(), from);
    file.insert("scope".into(), json!({ "kind": "all" }));
    file.insert("have".into(), json!([]));

    let mut none = Vec::new();
    let records = file.get_mut("records").and_then(Value::as_array_mut).unwrap_or(&mut none);
    let stamps = records.iter().filter_map(old_stamp);
    let authors = Authors::new(stamps.map(|stamp| stamp.node).collect::<BTreeSet<NodeId>>());
    for record in records {
        if let Some(stamp) = old_stamp(record) {
            let mut text = String::new();
            authors.write(&mut text, stamp);
            record["stamp"] = text.into();
        }
        if let Some(fields) = record.get_mut("fields").and_then(Value::as_object_mut) {
            flatten(fields);
        }
    }
    let author = |(i, node): (usize, &NodeId)| (format!("a{}", i + 1), json!({ "node": node.to_string() }));
    let authors: Map<String, Value> = authors.nodes().iter().enumerate().map(author).collect();
    file.insert("authors".into(), authors.into());
}

fn old_stamp(record: &Value) -> Option<Stamp> {
    record.get("stamp")?.as_str()?.parse().ok()
}

/// `{"milestone_date": {"signed": …}}` becomes `{"milestone_date/signed": …}`.
fn flatten(fields: &mut Map<String, Value>) {
    const FAMILIES: [&str; 15] = [
        "channel",
        "evidence",
        "extra",
        "milestone_date",
        "milestone_note",
        "milestone_other_date",
        "milestone_recognised",
        "milestone_review",
        "milestone_reviewer",
        "priority",
        "problem_types",
        "rate",
        "rate_date",
        "tags",
        "tier",
    ];
    for family in FAMILIES {
        if let Some(Value::Object(cells)) = fields.remove(family) {
            for (element, value) in cells {
                fields.insert(format!("{family}/{element}"), value);
            }
        }
    }
}
