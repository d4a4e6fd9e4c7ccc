//! What a record begins with when somebody adds it by hand: the day, and his unit or himself.

use crate::domain::field::PersonField;
use crate::domain::{Date, Field, FieldType, Kind, RecordId, Value};
use crate::ledger::{Edit, State};

/// The day a record is of.
const DAYS: [&str; 4] = ["on", "start", "raised_on", "from"];
/// Whose record it is.
const PEOPLE: [&str; 3] = ["raised_by", "owner", "person"];

/// The first cells of a new record, of the kind of `id`. `me` is the person at work, where he is among the people
/// of the office.
pub fn fresh(state: &State, id: RecordId, me: Option<RecordId>, today: Date) -> Vec<Edit> {
    let field = |word: &&str| Field::from_word(id.kind, word);
    let day = DAYS.iter().find_map(field).map(|field| Edit::new(id, field, Value::Date(today)));
    let is_person =
        |field: &Field| field.def(id.kind).is_some_and(|def| def.ty == FieldType::Ref(Kind::Person));
    let person = PEOPLE.iter().find_map(field).filter(is_person).filter(|_| id.kind != Kind::LeaderActivity);
    let person = person.zip(me).map(|(field, me)| Edit::new(id, field, Value::Ref(me)));
    let unit = me.and_then(|me| state.get(me, PersonField::Unit).as_ref_id());
    let unit = Field::from_word(id.kind, "unit").zip(unit);
    let unit = unit.map(|(field, unit)| Edit::new(id, field, Value::Ref(unit)));
    [day, person, unit].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::{IssueField as Q, OutboundTripField as G};
    use crate::ledger::{NodeId, Stamp};

    #[test]
    fn a_trip_begins_today_and_is_of_my_unit() {
        let (me, unit) = (RecordId::new(Kind::Person, 1), RecordId::new(Kind::Unit, 1));
        let mut state = State::default();
        let edits = vec![Edit::new(me, PersonField::Unit, Value::Ref(unit))];
        for change in state.changes_for(edits, Stamp::new(1, 0, NodeId(1))) {
            state.apply(change);
        }
        let today = Date::ymd(2026, 9, 30).expect("a day");
        let trip = RecordId::new(Kind::OutboundTrip, 1);
        let expected =
            [Edit::new(trip, G::Start, Value::Date(today)), Edit::new(trip, G::Unit, Value::Ref(unit))];
        assert_eq!(fresh(&state, trip, Some(me), today), expected);
        let issue = RecordId::new(Kind::Issue, 1);
        let expected = [
            Edit::new(issue, Q::RaisedOn, Value::Date(today)),
            Edit::new(issue, Q::RaisedBy, Value::Ref(me)),
        ];
        assert_eq!(fresh(&state, issue, Some(me), today), expected);
        assert_eq!(fresh(&state, trip, None, today).len(), 1);
    }
}
