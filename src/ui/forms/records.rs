//! Choosing a record by its name, by pinyin or by initials.

use crate::domain::field::{ContactField, ProjectField};
use crate::domain::lists::List;
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::values;
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::lists;
use crate::rules::search::{Query, Searched, places};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::Choice;

/// The most records offered at once.
const OFFERED: usize = 60;

/// The records of a kind that answer to what was typed, by name; all of them, up to a limit, where
/// nothing was.
pub fn record_choices(kind: Kind, typed: &str) -> Vec<Choice> {
    session::watch(|store| {
        let ids = store.state().live(kind).map(|(id, _)| id).collect();
        named(store, ids, typed)
    })
    .unwrap_or_default()
}

/// The contacts of a company that answer to what was typed.
pub fn contact_choices(company: Option<RecordId>, typed: &str) -> Vec<Choice> {
    session::watch(|store| match company {
        Some(company) => named(store, store.index().of(Kind::Contact, company).to_vec(), typed),
        None => Vec::new(),
    })
    .unwrap_or_default()
}

fn named(store: &crate::store::Store, ids: Vec<RecordId>, typed: &str) -> Vec<Choice> {
    let query = Query::new(typed);
    let answers = |name: &str| {
        let Some(query) = &query else { return true };
        let searched = Searched::new(name);
        (0..query.terms()).all(|term| query.term_match(term, &searched).is_some())
    };
    let state = store.state();
    let names = ids.into_iter().map(|id| (values::record_name(lang(), state, id), id));
    let found = names.filter(|(name, _)| answers(name));
    let placed = |(name, id): (String, RecordId)| (places(&name).collect::<Box<[u32]>>(), id, name);
    let mut found: Vec<(Box<[u32]>, RecordId, String)> = found.map(placed).collect();
    found.arrange();
    found.truncate(OFFERED);
    found.into_iter().map(|(_, id, name)| Choice::new(id.to_string(), name)).collect()
}

/// The words of an editable list, in the reader's language; the stored word is the value.
pub fn list_choices(list: List) -> Vec<Choice> {
    session::watch(|store| {
        let state = store.state();
        let words = lists::entries(state, list).into_iter();
        words.map(|word| Choice::new(word.clone(), values::list_word(lang(), state, list, &word))).collect()
    })
    .unwrap_or_default()
}

/// The edits that put a word typed into a field on the list it is chosen from; none for a word that is
/// there already or cannot stand there.
pub fn new_word(list: List, word: &str) -> Vec<Edit> {
    session::read(|store| lists::add(store.state(), list, word, "").unwrap_or_default()).unwrap_or_default()
}

/// The name of the record an id in text form points to; empty if there is none.
pub fn name_of(id: &str) -> String {
    let Ok(id) = id.parse::<RecordId>() else { return String::new() };
    session::watch(|store| values::record_name(lang(), store.state(), id)).unwrap_or_default()
}

/// Makes a record named as typed, for a form that is still open; its id in text form, empty if it could not be made.
pub fn create_named(kind: Kind, name: &str) -> String {
    let Some(field) = values::name_field(kind) else { return String::new() };
    let id = session::new_id(kind);
    let made = session::run(Action::Create, vec![Edit::new(id, field, Value::text(name))]);
    if made { id.to_string() } else { String::new() }
}

/// The edits that make a record named as typed and let `of`'s cell point to it, and its id. A new
/// contact belongs to the investor of the project it is made for.
pub fn create_for(of: RecordId, cell: CellKey, kind: Kind, name: &str) -> Vec<Edit> {
    let id = session::new_id(kind);
    let mut edits = vec![Edit::new(of, cell, Value::Ref(id))];
    let name_field: Option<Field> = values::name_field(kind);
    edits.extend(name_field.map(|field| Edit::new(id, field, Value::text(name))));
    if kind == Kind::Contact && of.kind == Kind::Project {
        let investor = session::read(|store| store.state().get(of, ProjectField::Investor).clone());
        edits.extend(investor.map(|investor| Edit::new(id, ContactField::Company, investor)));
    }
    edits
}
