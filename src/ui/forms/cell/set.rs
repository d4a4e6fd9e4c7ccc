//! Cells that are a set: several words of a list, and free labels.

use super::{draft_of, name, save};
use crate::domain::lists::List;
use crate::domain::{Field, RecordId, Value};
use crate::i18n::project as words;
use crate::ledger::{Action, CellKey, Edit};
use crate::ui::forms::records::list_choices;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Checkbox, Choice, Field as FormField, TextInput};
use leptos::prelude::*;

/// The words of a family that are set, in the order of the ledger.
fn chosen(id: RecordId, field: Field) -> Vec<String> {
    session::watch(|store| {
        let state = store.state();
        let cells = state.record(id).map_or(&[][..], |record| record.family(field));
        let set = cells.iter().filter(|cell| cell.value.is_true());
        set.map(|cell| state.names().element_word(cell.key.element).to_owned()).collect()
    })
    .unwrap_or_default()
}

/// A box for each word of a list.
#[component]
pub fn SetField(id: RecordId, field: Field, list: List) -> impl IntoView {
    let set = Memo::new(move |_| chosen(id, field));
    let entry = move |choice: Choice| {
        let word = StoredValue::new(choice.value);
        let checked = RwSignal::new(false);
        Effect::new(move || {
            let on = word.with_value(|word| set.read().contains(word));
            checked.try_set(on);
        });
        let change = move |on: bool| {
            let element = word.with_value(|word| session::element(word));
            save(id, CellKey::of(field, element), Value::Bool(on));
        };
        view! { <Checkbox checked label=choice.label on_change=change/> }
    };
    // A word that is set is shown also where the list no longer offers it.
    let choices = Memo::new(move |_| {
        let mut choices = list_choices(list);
        for word in set.read().iter() {
            if !choices.iter().any(|choice| choice.value == *word) {
                choices.push(Choice::new(word.clone(), word.clone()));
            }
        }
        choices
    });
    view! {
        <fieldset class="set">
            <legend>{name(id, CellKey::one(field))}</legend>
            <For each=move || choices.get() key=|choice| choice.value.clone() children=entry/>
        </fieldset>
    }
    .into_any()
}

/// Free labels on one line, parted by commas.
#[component]
pub fn TagsField(id: RecordId, field: Field) -> impl IntoView {
    let stored = Memo::new(move |_| chosen(id, field));
    let value = draft_of(Memo::new(move |_| stored.read().join(t(words::JOINT))));
    let commit = move |text: String| {
        let wanted: Vec<&str> =
            text.split(words::TAG_BREAKS).map(str::trim).filter(|tag| !tag.is_empty()).collect();
        let before = stored.get_untracked();
        let dropped = before.iter().filter(|tag| !wanted.contains(&tag.as_str()));
        let dropped = dropped.map(|tag| (tag.as_str(), Value::Bool(false)));
        let kept = wanted.iter().map(|tag| (*tag, Value::Bool(true)));
        let edits = dropped.chain(kept);
        let edits = edits.map(|(tag, value)| Edit::new(id, CellKey::of(field, session::element(tag)), value));
        session::run(Action::Edit, edits.collect());
    };
    view! {
        <FormField label=name(id, CellKey::one(field)) help=words::TAGS_HELP>
            <TextInput value on_commit=commit/>
        </FormField>
    }
    .into_any()
}
