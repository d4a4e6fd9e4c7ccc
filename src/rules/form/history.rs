//! The history of a record as what happened: one entry a command.

use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId};
use crate::ledger::history::HistoryItem;
use crate::ledger::{Stamp, State};
use rustc_hash::FxHashMap;

/// One command as far as it touched a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The record it happened to: the one asked for, or one that was merged into it.
    pub of: RecordId,
    /// When and by whom.
    pub stamp: Stamp,
    /// The import it came with, if any.
    pub import: Option<RecordId>,
    /// Whether it brought the record into being.
    pub birth: bool,
    /// The cells it changed.
    pub items: Vec<HistoryItem>,
}

/// What happened to a record and to those that were merged into it, newest first.
pub fn happenings(state: &State, id: RecordId) -> Vec<Happening> {
    let imports = imports(state);
    let merged = state.records(id.kind).filter(|(_, record)| record.merged_into().is_some());
    let merged = merged.map(|(other, _)| other).filter(|&other| other != id && state.resolve(other) == id);
    let mut found: Vec<Happening> =
        [id].into_iter().chain(merged).flat_map(|of| happened_to(state, of, &imports)).collect();
    found
        .arrange_by(|a, b| b.stamp.cmp(&a.stamp).then((a.of != id).cmp(&(b.of != id))).then(a.of.cmp(&b.of)));
    found
}

fn happened_to(state: &State, of: RecordId, imports: &FxHashMap<Stamp, RecordId>) -> Vec<Happening> {
    let mut found: Vec<Happening> = Vec::new();
    for item in state.history(of) {
        match found.last_mut() {
            Some(last) if last.stamp == item.stamp => last.items.push(item),
            _ => found.push(Happening {
                of,
                stamp: item.stamp,
                import: imports.get(&item.stamp).copied(),
                birth: false,
                items: vec![item],
            }),
        }
    }
    if let Some(first) = found.last_mut() {
        first.birth = true;
    }
    found
}

/// Runs of imports by the command that each was.
fn imports(state: &State) -> FxHashMap<Stamp, RecordId> {
    let runs = state.records(Kind::ImportRun);
    runs.filter_map(|(id, run)| Some((run.cells().iter().map(|cell| cell.stamp).min()?, id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::domain::field::{ImportRunField, ProjectField as P};
    use crate::ledger::{Edit, NodeId};

    #[test]
    fn one_entry_a_command_newest_first() {
        let id = RecordId::new(Kind::Project, 1);
        let run = RecordId::new(Kind::ImportRun, 9);
        let mut state = State::default();
        let text = |text| Value::text(text);
        let born = vec![
            Edit::new(id, P::Name, text("一号")),
            Edit::new(id, P::Remark, text("甲")),
            Edit::new(run, ImportRunField::File, text("台账.xlsx")),
        ];
        for (time, edits) in (1u64..).zip([born, vec![Edit::new(id, P::Remark, text("乙"))]]) {
            for change in state.changes_for(edits, Stamp::new(time, 0, NodeId(1))) {
                state.apply(change);
            }
        }
        let found = happenings(&state, id);
        let shape: Vec<_> = found.iter().map(|h| (h.items.len(), h.birth, h.import)).collect();
        assert_eq!(shape, [(1, false, None), (2, true, Some(run))]);
        assert_eq!((&found[0].items[0].before, &found[0].items[0].after), (&text("甲"), &text("乙")));
    }

    #[test]
    fn a_record_keeps_the_history_of_those_merged_into_it() {
        let (stays, goes) = (RecordId::new(Kind::Project, 1), RecordId::new(Kind::Project, 2));
        let mut state = State::default();
        let commands = [
            vec![Edit::new(stays, P::Name, Value::text("一号"))],
            vec![Edit::new(goes, P::Name, Value::text("又是一号"))],
            vec![Edit::new(stays, P::Remark, Value::text("改"))],
        ];
        for (time, edits) in (1u64..).zip(commands) {
            for change in state.changes_for(edits, Stamp::new(time, 0, NodeId(1))) {
                state.apply(change);
            }
        }
        assert_eq!(happenings(&state, stays).len(), 2);
        let edits = crate::rules::merge::merge(&state, goes, stays);
        for change in state.changes_for(edits, Stamp::new(4, 0, NodeId(1))) {
            state.apply(change);
        }
        let found: Vec<_> =
            happenings(&state, stays).iter().map(|h| (h.of, h.stamp.millis(), h.birth)).collect();
        assert_eq!(found, [(goes, 4, false), (stays, 3, false), (goes, 2, true), (stays, 1, true)]);
    }
}
