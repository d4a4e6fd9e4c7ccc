//! The people: leaders and recruiters, with their unit and region.

use super::records::{Listed, section};
use crate::domain::field::PersonField as R;
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::Lang;
use crate::i18n::{Text, settings as words, values};
use crate::ledger::{Action, Edit, Record, State};
use crate::ui::routes::set_query;
use crate::ui::session;
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn People() -> impl IntoView {
    section(Listed {
        kind: Kind::Person,
        columns: [R::Name, R::Unit, R::Post, R::LeaderLevel, R::Region].map(Field::from).to_vec(),
        order,
        adding: (words::NEW_PERSON, words::ADD_PERSON),
        add,
        nothing: (words::NO_PEOPLE, words::NO_PEOPLE_TEXT),
    })
}

/// By unit, then by name.
fn order(state: &State) -> Vec<RecordId> {
    let place = |(id, person): (RecordId, &Record)| {
        let unit = person.get(R::Unit).as_ref_id().map(|unit| values::record_name(Lang::Zh, state, unit));
        (unit, person.get(R::Name).as_text().unwrap_or_default().to_owned(), id)
    };
    let mut people: Vec<_> = state.live(Kind::Person).map(place).collect();
    people.arrange();
    people.into_iter().map(|(.., id)| id).collect()
}

/// Two people may share a name, so that a name is never taken.
fn add(name: String) -> Result<(), Text> {
    if name.is_empty() {
        return Err(words::NAME_NEEDED);
    }
    let id = session::new_id(Kind::Person);
    session::run(Action::Create, vec![Edit::new(id, R::Name, Value::text(&name))]);
    set_query("open", &id.to_string());
    Ok(())
}
