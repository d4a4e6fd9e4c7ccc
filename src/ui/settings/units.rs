//! The units: kind, parent, ranking group, and how many projects each has.

use super::records::{Listed, is_taken, section};
use crate::domain::field::UnitField as U;
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::{Text, settings as words};
use crate::ledger::{Action, Edit, State};
use crate::ui::routes::set_query;
use crate::ui::session;
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn Units() -> impl IntoView {
    section(Listed {
        kind: Kind::Unit,
        columns: [U::Name, U::UnitKind, U::Parent, U::RankGroup].map(Field::from).to_vec(),
        order,
        adding: (words::NEW_UNIT, words::ADD_UNIT),
        add,
        nothing: (words::NO_UNITS, words::NO_UNITS_TEXT),
    })
}

/// By their place, then by name.
fn order(state: &State) -> Vec<RecordId> {
    let place = |(id, unit): (RecordId, &crate::ledger::Record)| {
        let order = unit.get(U::Order).as_int().unwrap_or(i64::MAX);
        (order, unit.get(U::Name).as_text().unwrap_or_default().to_owned(), id)
    };
    let mut units: Vec<_> = state.live(Kind::Unit).map(place).collect();
    units.arrange();
    units.into_iter().map(|(.., id)| id).collect()
}

/// A unit's id follows from its name, so that two offices that add it agree.
fn add(name: String) -> Result<(), Text> {
    if name.is_empty() || is_taken(Kind::Unit, &name) {
        return Err(words::NAME_TAKEN);
    }
    let id = RecordId::derived(Kind::Unit, &[&name]);
    let edits = vec![
        Edit::new(id, U::Name, Value::text(&name)),
        Edit::new(id, Field::DELETED, Value::Empty),
        Edit::new(id, Field::MERGED_INTO, Value::Empty),
    ];
    session::run(Action::Create, edits);
    set_query("open", &id.to_string());
    Ok(())
}
