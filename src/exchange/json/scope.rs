//! Which records belong to a part of the pipeline.

use super::Scope;
use super::authors::author_record;
use crate::domain::field::{
    AttachmentField, DutyMonthField, Elements, FigureField, InspectionField, KeyTaskField,
    LeaderActivityField, NominationField, OutboundTripField, PersonField, PledgeField, ProjectField,
    PromotionEventField, ReceptionField, StationField, TargetField, TrainingField, owner_field,
};
use crate::domain::{Field, Kind, RecordId};
use crate::ledger::{CellKey, NodeId, State, VersionVector};
use rustc_hash::{FxHashMap, FxHashSet};

/// The records of a scope; `None` means all of them.
pub(super) fn records(state: &State, scope: &Scope) -> Option<FxHashSet<RecordId>> {
    let seeds = match scope {
        Scope::All | Scope::Since { .. } => return None,
        Scope::Unit(unit) => of_unit(state, *unit),
        Scope::Selection(records) => records.clone(),
    };
    Some(close(state, seeds))
}

/// What was made before a moment, in milliseconds since 1970, of each author the last of it: a file since then holds
/// one day's work.
pub fn made_before(state: &State, millis: u64) -> VersionVector {
    let ids = Kind::ALL.iter().flat_map(|&kind| state.records(kind).map(|(id, _)| id));
    let stamps = ids.flat_map(|id| state.changes_of(id)).map(|change| change.stamp);
    stamps.filter(|stamp| stamp.millis() < millis).collect()
}

/// The unit, its trips, receptions and other work, and every project it answers for, hosts or was the first to talk to, now or earlier: a
/// unit must learn that a project was given to another.
fn of_unit(state: &State, unit: RecordId) -> Vec<RecordId> {
    let stands_for = state.resolve(unit);
    let roles = [ProjectField::Unit, ProjectField::HostUnit, ProjectField::FirstTalkUnit].map(CellKey::one);
    let projects = state.records(Kind::Project).map(|(id, _)| id).filter(|&id| {
        roles.iter().any(|&role| {
            let mut found = false;
            ever(state, id, role, |to| found |= to == unit || state.resolve(to) == stands_for);
            found
        })
    });
    let its_own = OF_UNIT.into_iter().flat_map(|(kind, field)| {
        let key = CellKey::one(field);
        state.records(kind).map(|(id, _)| id).filter(move |&id| {
            let mut found = false;
            ever(state, id, key, |to| {
                // A person counts for his unit.
                let of = if to.kind == Kind::Person {
                    state.get(to, PersonField::Unit).as_ref_id()
                } else {
                    Some(to)
                };
                found |= of.is_some_and(|of| of == unit || state.resolve(of) == stands_for);
            });
            found
        })
    });
    projects.chain(its_own).chain([unit]).collect()
}

/// The records that stand by themselves and whose they are: a unit's, or a person's.
const OF_UNIT: [(Kind, Field); 13] = [
    (Kind::OutboundTrip, OutboundTripField::Unit.field()),
    (Kind::Reception, ReceptionField::Unit.field()),
    (Kind::PromotionEvent, PromotionEventField::Unit.field()),
    (Kind::LeaderActivity, LeaderActivityField::Person.field()),
    (Kind::Station, StationField::Unit.field()),
    (Kind::Training, TrainingField::Unit.field()),
    (Kind::DutyMonth, DutyMonthField::Person.field()),
    (Kind::Inspection, InspectionField::Unit.field()),
    (Kind::Target, TargetField::Unit.field()),
    (Kind::Figure, FigureField::Unit.field()),
    (Kind::KeyTask, KeyTaskField::Unit.field()),
    (Kind::Nomination, NominationField::Unit.field()),
    (Kind::Pledge, PledgeField::Unit.field()),
];

/// Adds to the seeds all that belongs to them or that they refer to, the lists, and the authors.
fn close(state: &State, seeds: Vec<RecordId>) -> FxHashSet<RecordId> {
    let belonging = belonging(state);
    let mut chosen = FxHashSet::default();
    let mut open = seeds;
    open.extend(state.records(Kind::ListItem).map(|(id, _)| id));
    while let Some(id) = open.pop() {
        let Some(record) = state.record(id) else { continue };
        if !chosen.insert(id) {
            continue;
        }
        open.extend(belonging.get(&id).into_iter().flatten());
        for cell in record.cells() {
            // A follow-up that was once noted under another project does not bring that project along.
            let merged = cell.key.field == Field::MERGED_INTO;
            ever(state, id, cell.key, |to| open.extend((merged || to.kind != Kind::Project).then_some(to)));
            let named =
                cell.key.field.def(id.kind).is_some_and(|def| matches!(def.elements, Elements::Records(_)));
            let named = named.then(|| state.names().element_word(cell.key.element).parse::<RecordId>().ok());
            open.extend(named.flatten().filter(|to| to.kind != Kind::Project));
        }
    }
    let authors: FxHashSet<NodeId> =
        chosen.iter().flat_map(|&id| state.changes_of(id)).map(|change| change.stamp.node).collect();
    chosen.extend(authors.into_iter().map(author_record).filter(|&id| state.record(id).is_some()));
    chosen
}

/// For each record those that belong to it, such as follow-ups and contacts, and merged duplicates.
fn belonging(state: &State) -> FxHashMap<RecordId, Vec<RecordId>> {
    let mut found: FxHashMap<RecordId, Vec<RecordId>> = FxHashMap::default();
    for &kind in Kind::ALL {
        let owner = owner_field(kind).map(CellKey::one);
        // A photo belongs to a project or to a finding.
        let shown = (kind == Kind::Attachment).then(|| CellKey::one(AttachmentField::Inspection));
        for (id, _) in state.records(kind) {
            for key in owner.into_iter().chain(shown).chain([CellKey::one(Field::MERGED_INTO)]) {
                ever(state, id, key, |to| found.entry(to).or_default().push(id));
            }
        }
    }
    found
}

/// Every record that a cell refers to or ever did.
fn ever(state: &State, id: RecordId, key: CellKey, mut see: impl FnMut(RecordId)) {
    if state.has_past(id, key) {
        state.changes_of_cell(id, key).iter().filter_map(|change| change.value.as_ref_id()).for_each(see);
    } else if let Some(to) = state.get(id, key).as_ref_id() {
        see(to);
    }
}
