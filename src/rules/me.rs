//! Which person of the office works here.

use crate::domain::field::{AuthorField, PersonField};
use crate::domain::{Kind, RecordId};
use crate::ledger::{NodeId, State};

/// The person who writes as `node`, found by the name given on first run among the people of the
/// office; `None` if that name is not among them.
pub fn me(state: &State, node: NodeId) -> Option<RecordId> {
    let author = RecordId::new(Kind::Author, node.0);
    let name = state.get(author, AuthorField::Name).as_text()?;
    let mut people = state.live(Kind::Person);
    people.find(|(_, person)| person.get(PersonField::Name).as_text() == Some(name)).map(|(id, _)| id)
}
