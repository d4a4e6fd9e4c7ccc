//! 往来: which trips, receptions, events and acts of leaders name a project.

use super::references::names;
use crate::domain::field::{
    LeaderActivityField as N, OutboundTripField as G, PromotionEventField as H, ReceptionField as J,
};
use crate::domain::{Date, Field, Kind, RecordId};
use crate::ledger::State;

/// The kinds of record by which a project is met, each with the field of its day.
const KINDS: [(Kind, Field); 4] = [
    (Kind::OutboundTrip, G::Start.field()),
    (Kind::Reception, J::On.field()),
    (Kind::PromotionEvent, H::On.field()),
    (Kind::LeaderActivity, N::On.field()),
];

/// The live records that name a project, with their days: the latest first, those without a day last.
pub fn meetings(state: &State, project: RecordId) -> Vec<(RecordId, Option<Date>)> {
    let mut found: Vec<(RecordId, Option<Date>)> = Vec::new();
    for (kind, day) in KINDS {
        let naming = state.live(kind).filter(|(_, record)| names(state, kind, record, project));
        found.extend(naming.map(|(id, record)| (id, record.get(day).as_date())));
    }
    found.sort_unstable_by_key(|(id, on)| (std::cmp::Reverse(*on), *id));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Value;
    use crate::ledger::{CellKey, Edit, NodeId, Stamp};

    #[test]
    fn what_names_a_project_is_listed_latest_first() {
        let id = RecordId::new;
        let (project, other) = (id(Kind::Project, 1), id(Kind::Project, 2));
        let mut state = State::default();
        let element = state.names_mut().element(&project.to_string());
        let of = |kind, field: Field| Edit::new(id(kind, 1), CellKey::of(field, element), Value::Bool(true));
        let on =
            |id, field: Field, text| Edit::new(id, field, Value::Date(Date::parse_iso(text).expect("a day")));
        let edits = vec![
            of(Kind::OutboundTrip, G::Projects.field()),
            on(id(Kind::OutboundTrip, 1), G::Start.field(), "2026-09-01"),
            Edit::new(id(Kind::Reception, 1), J::Project, Value::Ref(project)),
            on(id(Kind::Reception, 1), J::On.field(), "2026-09-02"),
            Edit::new(id(Kind::Reception, 2), J::Project, Value::Ref(other)),
            of(Kind::PromotionEvent, H::Signings.field()),
            // Taken back: a plain no names nobody.
            Edit::new(id(Kind::OutboundTrip, 2), CellKey::of(G::Projects, element), Value::Bool(false)),
        ];
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let kinds: Vec<Kind> = meetings(&state, project).into_iter().map(|(id, _)| id.kind).collect();
        assert_eq!(kinds, [Kind::Reception, Kind::OutboundTrip, Kind::PromotionEvent]);
        assert_eq!(meetings(&state, other).len(), 1);
    }
}
