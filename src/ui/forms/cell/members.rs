//! Cells that are a set of records: people who went along, companies visited.

use super::{name, save};
use crate::domain::sort::Arrange;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::{project as words, values};
use crate::ledger::{CellKey, Edit};
use crate::rules::query::name_of;
use crate::rules::references::members;
use crate::ui::forms::records::{create_named, record_choices};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Combo, Field as FormField, Glyph, IconButton};
use leptos::prelude::*;

/// The records chosen, each with a button that drops it, and a box that adds one.
#[component]
pub fn MembersField(id: RecordId, field: Field, kind: Kind) -> impl IntoView {
    let chosen = Memo::new(move |_| {
        session::watch(|store| {
            let state = store.state();
            let mut ids = state.record(id).map(|record| members(state, record, field)).unwrap_or_default();
            // By name: ids have an order that means nothing.
            ids.arrange_by_key(|&id| (name_of(state, id).to_owned(), id));
            ids
        })
        .unwrap_or_default()
    });
    let value = RwSignal::new(String::new());
    let put = move |word: String| {
        if !word.is_empty() {
            save(id, CellKey::of(field, session::element(&word)), Value::Bool(true));
        }
        value.set(String::new());
    };
    let search = move |typed: String| {
        let chosen = chosen.read();
        let is_new = |value: &str| value.parse::<RecordId>().is_ok_and(|id| !chosen.contains(&id));
        record_choices(kind, &typed).into_iter().filter(|choice| is_new(&choice.value)).collect::<Vec<_>>()
    };
    let create = move |name: String| put(create_named(kind, name.trim()));
    let one = move |of: RecordId| {
        let text = move || {
            session::watch(|store| values::record_name(lang(), store.state(), of)).unwrap_or_default()
        };
        let drop = move || drop_member(id, field, of);
        let label = Signal::derive(move || words::take_out(lang(), &text()));
        view! { <li>{text} {session::is_now().then(|| view! { <IconButton glyph=Glyph::Close label on_press=drop/> })}</li> }
    };
    view! {
        <FormField label=name(id, CellKey::one(field))>
            <Combo value search=search shown=Signal::stored(String::new()) on_change=put on_create=create/>
        </FormField>
        <ul class="members"><For each=move || chosen.get() key=|id| *id children=one/></ul>
    }
    .into_any()
}

/// Drops a record from the set, under every id that stands for it.
fn drop_member(id: RecordId, field: Field, of: RecordId) {
    let edits = session::read(|store| {
        let state = store.state();
        let cells = state.record(id).map_or(&[][..], |record| record.family(field));
        let stands = |cell: &&crate::ledger::Cell| {
            let named = state.names().element_word(cell.key.element).parse::<RecordId>();
            named.is_ok_and(|named| state.resolve(named) == of) && cell.value.is_true()
        };
        cells.iter().filter(stands).map(|cell| Edit::new(id, cell.key, Value::Bool(false))).collect()
    });
    session::run(crate::ledger::Action::Edit, edits.unwrap_or_default());
}
