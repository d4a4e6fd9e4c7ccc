//! The editor of one field of one record: the right input for its type, saved when it is left.

mod choice;
mod members;
mod set;
mod text;
mod unsaved;

pub use unsaved::is_kept;

use crate::domain::field::{Elements, FieldDef};
use crate::domain::{Field, FieldType, Kind, RecordId, Value};
use crate::i18n::{labels, project as words, values};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::form::is_filled;
use crate::rules::query::{Closed, Column, ColumnType};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use leptos::prelude::*;

/// One field of a record, edited in place.
///
/// ```ignore
/// <CellField id=project field=P::Summary.into() def/>
/// ```
#[component]
pub fn CellField(
    /// The record.
    id: RecordId,
    /// The field.
    field: Field,
    /// Its declaration.
    def: &'static FieldDef,
) -> impl IntoView {
    let key = CellKey::one(field);
    let editor = match (def.elements, def.ty) {
        (Elements::Set(list), _) => view! { <set::SetField id field list/> }.into_any(),
        (Elements::Records(kind), FieldType::Bool) => {
            view! { <members::MembersField id field kind/> }.into_any()
        }
        (Elements::Free, _) => view! { <set::TagsField id field/> }.into_any(),
        (_, FieldType::Bool) => view! { <choice::YesNoField id key/> }.into_any(),
        (_, FieldType::Text) if closed(id.kind, field).is_some() => {
            let of = closed(id.kind, field).unwrap_or(Closed::Award);
            view! { <choice::ClosedField id key of/> }.into_any()
        }
        (_, FieldType::Choice(list)) => view! { <choice::WordField id key list/> }.into_any(),
        (_, FieldType::Ref(kind)) => view! { <choice::RecordField id key kind/> }.into_any(),
        (_, FieldType::Date) => view! { <text::DateField id key/> }.into_any(),
        (_, FieldType::Money) => view! { <text::MoneyField id key/> }.into_any(),
        (_, ty) => view! { <text::TypedField id key ty/> }.into_any(),
    };
    let in_conflict = Memo::new(move |_| {
        session::watch(|store| {
            let family = store.state().record(id).map(|r| r.family(field).to_vec()).unwrap_or_default();
            family.iter().any(|cell| store.state().is_conflicting(id, cell.key))
        })
        .unwrap_or(false)
    });
    // Nothing is printed of a field that says nothing.
    let filled = Memo::new(move |_| {
        session::watch(|store| store.state().record(id).is_some_and(|record| is_filled(record, field, def)))
            .unwrap_or(false)
    });
    let long = matches!(def.ty, FieldType::LongText) || !matches!(def.elements, Elements::One);
    view! {
        <div class="cell" data-field=def.word data-long=long.then_some("true") data-filled=move || filled.get().to_string()>
            {editor}
            {move || in_conflict.get().then(|| view! {
                <p class="conflict"><A to=Route::Conflicts>{move || t(words::IN_CONFLICT)}</A></p>
            })}
        </div>
    }
    .into_any()
}

/// The name of the field of a cell, in the current language.
fn name(id: RecordId, key: CellKey) -> Signal<String> {
    Signal::derive(move || {
        let label = labels::field(id.kind, key.field).map(|text| t(text).to_owned());
        label.unwrap_or_else(|| {
            session::read(|store| values::cell_name(lang(), store.state(), id.kind, key)).unwrap_or_default()
        })
    })
}

/// Reads something of a cell's value and follows its changes.
fn follow<T>(id: RecordId, key: CellKey, reader: impl Fn(&Value) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Default + Send + Sync + 'static,
{
    Memo::new(move |_| session::watch(|store| reader(store.state().get(id, key))).unwrap_or_default())
}

/// A draft that starts as the stored text and takes over what is stored later: from undo, from
/// another tab, from another editor of the same cell.
fn draft_of(stored: Memo<String>) -> RwSignal<String> {
    let draft = RwSignal::new(stored.get_untracked());
    Effect::new(move || {
        draft.try_set(stored.get());
    });
    draft
}

/// Saves one cell.
fn save(id: RecordId, key: CellKey, value: Value) {
    session::run(Action::Edit, vec![Edit::new(id, key, value)]);
}

/// The closed words that a field of text holds, if it does.
fn closed(kind: Kind, field: Field) -> Option<Closed> {
    match Column::field(field).ty(kind) {
        ColumnType::Closed(of) => Some(of),
        _ => None,
    }
}
