//! 观摩 and 集中开工: the stops of an event in their order.

use crate::domain::field::PromotionEventField as H;
use crate::domain::sort::Arrange;
use crate::domain::{RecordId, Value};
use crate::ledger::{CellKey, Edit, State};

/// The projects that an event goes to, in their order, after merges of duplicates, each once. Two offices that gave
/// two projects one place get them by their ids.
pub fn stops(state: &State, event: RecordId) -> Vec<RecordId> {
    let Some(record) = state.record(event) else { return Vec::new() };
    let cells = record.family(H::Stop.field()).iter();
    let mut placed: Vec<(i64, RecordId)> = cells
        .filter_map(|cell| {
            let named = state.names().element_word(cell.key.element).parse().ok()?;
            Some((cell.value.as_int()?, state.resolve(named)))
        })
        .collect();
    placed.arrange();
    let mut stops: Vec<RecordId> = Vec::with_capacity(placed.len());
    for (_, project) in placed {
        if !stops.contains(&project) {
            stops.push(project);
        }
    }
    stops
}

/// Whether an event of its kind goes from project to project: 项目观摩 and 集中开工, the words of the list as it is
/// shipped.
pub fn is_tour(state: &State, event: RecordId) -> bool {
    matches!(state.get(event, H::EventKind).as_text(), Some("项目观摩" | "集中开工"))
}

/// What is to be told at a stop; empty if nothing was written.
pub fn note(state: &State, event: RecordId, stop: RecordId) -> &str {
    let element = state.names().find_element(&stop.to_string());
    let cell = element.map(|element| state.get(event, CellKey::of(H::StopNote, element)));
    cell.and_then(Value::as_text).unwrap_or_default()
}

/// The edits that give an event these stops in this order. What is no stop any more loses its note too. A new one needs
/// its id among the names of elements.
pub fn arrange(state: &State, event: RecordId, order: &[RecordId]) -> Vec<Edit> {
    let names = state.names();
    let mut edits = Vec::new();
    let family = |field: H| state.record(event).map_or(&[][..], |record| record.family(field.field()));
    for cell in family(H::Stop).iter().chain(family(H::StopNote)) {
        let named = names.element_word(cell.key.element).parse::<RecordId>();
        if named.is_ok_and(|named| !order.contains(&named)) && !cell.value.is_empty() {
            edits.push(Edit::new(event, cell.key, Value::Empty));
        }
    }
    for (place, stop) in (1..).zip(order) {
        if let Some(element) = names.find_element(&stop.to_string()) {
            edits.push(Edit::new(event, CellKey::of(H::Stop, element), Value::Int(place)));
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Field, Kind};
    use crate::ledger::{NodeId, Stamp};

    const EVENT: RecordId = RecordId::new(Kind::PromotionEvent, 1);

    fn project(n: u64) -> RecordId {
        RecordId::new(Kind::Project, n)
    }

    fn put(state: &mut State, millis: u64, edits: Vec<Edit>) {
        for change in state.changes_for(edits, Stamp::new(millis, 0, NodeId(1))) {
            state.apply(change);
        }
    }

    fn toured(order: &[u64]) -> State {
        let mut state = State::default();
        for n in 1..=4 {
            state.names_mut().element(&project(n).to_string());
        }
        let order: Vec<RecordId> = order.iter().map(|&n| project(n)).collect();
        let edits = arrange(&state, EVENT, &order);
        put(&mut state, 1, edits);
        state
    }

    #[test]
    fn stops_come_in_their_order_and_can_be_moved_and_left_out() {
        let mut state = toured(&[3, 1, 2]);
        assert_eq!(stops(&state, EVENT), [3, 1, 2].map(project));
        let third = state.names().find_element(&project(3).to_string()).expect("it is named");
        put(&mut state, 2, vec![Edit::new(EVENT, CellKey::of(H::StopNote, third), Value::text("提速"))]);
        assert_eq!(note(&state, EVENT, project(3)), "提速");
        let edits = arrange(&state, EVENT, &[2, 1, 4].map(project));
        put(&mut state, 3, edits);
        assert_eq!(stops(&state, EVENT), [2, 1, 4].map(project));
        assert_eq!(note(&state, EVENT, project(3)), "", "a stop that is left out takes its note along");
        assert!(arrange(&state, EVENT, &[]).len() == 3);
    }

    #[test]
    fn one_place_given_twice_and_a_merged_project_do_no_harm() {
        let mut state = toured(&[1, 2, 3]);
        let second = state.names().find_element(&project(2).to_string()).expect("it is named");
        put(
            &mut state,
            2,
            vec![
                Edit::new(EVENT, CellKey::of(H::Stop, second), Value::Int(1)),
                Edit::new(project(3), Field::MERGED_INTO, Value::Ref(project(1))),
            ],
        );
        assert_eq!(stops(&state, EVENT), [1, 2].map(project));
    }
}
