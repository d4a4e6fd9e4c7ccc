//! What the project page shows and asks for: groups of fields, computed yields, a new project, dates in
//! words, and its history in commands.

pub mod create;
pub mod history;
pub mod when;
pub mod yields;

pub use create::{Named, NewProject};
pub use history::{Happening, happenings};
pub use when::split_date;
pub use yields::{Yields, yields};

use crate::domain::field::{Elements, FieldDef, Group, ProjectField as P};
use crate::domain::{Field, Kind};
use crate::ledger::Record;

/// The groups of the project form in order. Milestones have a panel of their own.
pub const GROUPS: &[Group] = &[
    Group::First,
    Group::Description,
    Group::Investor,
    Group::Amounts,
    Group::Industry,
    Group::Land,
    Group::Approvals,
    Group::Source,
    Group::Responsibility,
    Group::Assessment,
];

/// Fields that stand elsewhere on the page: the exit has its own panel.
const ELSEWHERE: [P; 4] = [P::Exit, P::ExitDate, P::ExitReason, P::ExitNote];

/// The fields of a group of the project form, in order.
pub fn fields(group: Group) -> impl Iterator<Item = (Field, &'static FieldDef)> {
    let own = Field::of(Kind::Project).filter(move |(field, def)| def.group == group && in_form(*field, def));
    // Labels are common to all kinds; the form of a project asks for them last.
    own.filter(|(field, _)| *field != Field::TAGS).chain(
        (group == Group::Assessment)
            .then(|| Field::TAGS.def(Kind::Project).map(|d| (Field::TAGS, d)))
            .flatten(),
    )
}

fn in_form(field: Field, def: &FieldDef) -> bool {
    def.group != Group::Internal && !ELSEWHERE.iter().any(|&other| Field::from(other) == field)
}

/// Whether a field of the record holds anything.
pub fn is_filled(record: &Record, field: Field, def: &FieldDef) -> bool {
    match def.elements {
        Elements::One => !record.get(field).is_empty(),
        // A set that was cleared holds a plain no.
        _ => record
            .family(field)
            .iter()
            .any(|cell| !cell.value.is_empty() && cell.value != crate::domain::Value::Bool(false)),
    }
}

/// How many fields of a group hold something.
pub fn filled(record: &Record, group: Group) -> usize {
    fields(group).filter(|(field, def)| is_filled(record, *field, def)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_field_is_asked_for_once_or_stands_elsewhere() {
        let mut seen = BTreeSet::new();
        for &group in GROUPS {
            for (field, def) in fields(group) {
                assert!(seen.insert(field), "{} twice", def.word);
            }
        }
        for (field, def) in Field::of(Kind::Project) {
            let apart = matches!(def.group, Group::Internal | Group::Milestones)
                || ELSEWHERE.iter().any(|&other| Field::from(other) == field);
            assert_eq!(seen.contains(&field), !apart, "{}", def.word);
        }
    }

    #[test]
    fn the_first_group_has_seven_fields() {
        assert_eq!(fields(Group::First).count(), 7);
    }
}
