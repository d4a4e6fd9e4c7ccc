//! 考核年度: the year that targets and results are counted by. It begins in January, or in the month that the office
//! sets (domain notes §2.1, 鄞州 2008: 1 December to 30 November); it is called after the calendar year it ends in.

use crate::domain::field::OfficeField;
use crate::domain::{RecordId, Value};
use crate::ledger::State;

/// The month that a counting year begins with where nothing is said.
pub const JANUARY: u32 = 1;

/// The month, 1 to 12, that the counting year of the office begins with: January unless it says otherwise.
pub fn first_month(state: &State) -> u32 {
    month_of(state.get(RecordId::OFFICE, OfficeField::FirstMonth))
}

/// The month that a cell names: January for an empty one, and for what is no month.
pub fn month_of(value: &Value) -> u32 {
    value
        .as_int()
        .and_then(|month| u32::try_from(month).ok())
        .filter(|month| (1..=12).contains(month))
        .unwrap_or(JANUARY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Edit, NodeId, Stamp};

    #[test]
    fn the_year_begins_in_january_unless_the_office_names_a_month() {
        let with = |month: Option<i64>| {
            let mut state = State::default();
            let edits =
                month.map(|month| Edit::new(RecordId::OFFICE, OfficeField::FirstMonth, Value::Int(month)));
            for change in state.changes_for(edits.into_iter().collect(), Stamp::new(1, 0, NodeId(1))) {
                state.apply(change);
            }
            first_month(&state)
        };
        assert_eq!([with(None), with(Some(12)), with(Some(1))], [1, 12, 1]);
        assert_eq!([with(Some(0)), with(Some(13)), with(Some(-1))], [1, 1, 1], "what is no month");
    }
}
