//! Cells that are chosen: a word of a list, another record, yes or no.

use super::{draft_of, follow, name, save};
use crate::domain::field::ProjectField;
use crate::domain::lists::List;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::trips::closed;
use crate::i18n::{project as words, values};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::query::Closed;
use crate::ui::forms::records::{
    contact_choices, create_for, list_choices, name_of, new_word, record_choices,
};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::ui::widgets::{Choice, Combo, Field, Select};
use leptos::prelude::*;

/// A word of an editable list. A word that is not on it may be typed, and is on it from then on.
#[component]
pub fn WordField(id: RecordId, key: CellKey, list: List) -> impl IntoView {
    let stored = follow(id, key, |value| value.as_text().unwrap_or_default().to_owned());
    let value = draft_of(stored);
    let shown = move || {
        let word = value.get();
        session::watch(|store| values::list_word(lang(), store.state(), list, &word)).unwrap_or(word)
    };
    let search = move |typed: String| matching(list_choices(list), &typed);
    let choose = move |word: String| save(id, key, Value::text(word.trim()));
    let create = move |word: String| {
        let mut edits = new_word(list, &word);
        edits.push(Edit::new(id, key, Value::text(word.trim())));
        session::run(Action::Edit, edits);
    };
    view! {
        <Field label=name(id, key)>
            <Combo value search shown=Signal::derive(shown) on_change=choose on_create=create/>
        </Field>
    }
    .into_any()
}

/// The entries that hold what was typed.
fn matching(choices: Vec<Choice>, typed: &str) -> Vec<Choice> {
    let wanted = typed.trim().to_lowercase();
    let l = lang();
    let fits = |c: &Choice| {
        c.value.to_lowercase().contains(&wanted) || c.label.get(l).to_lowercase().contains(&wanted)
    };
    choices.into_iter().filter(fits).collect()
}

/// Another record, found by its name or created under it.
#[component]
pub fn RecordField(id: RecordId, key: CellKey, kind: Kind) -> impl IntoView {
    let stored = follow(id, key, |value| value.as_ref_id().map(|id| id.to_string()).unwrap_or_default());
    let value = draft_of(stored);
    let search = move |typed: String| {
        if kind != Kind::Contact || id.kind != Kind::Project {
            return record_choices(kind, &typed);
        }
        let investor = session::watch(|store| {
            let state = store.state();
            state.get(id, ProjectField::Investor).as_ref_id().map(|company| state.resolve(company))
        });
        contact_choices(investor.flatten(), &typed)
    };
    let choose = move |chosen: String| save(id, key, chosen.parse().map_or(Value::Empty, Value::Ref));
    let create = move |name: String| {
        session::run(Action::Edit, create_for(id, key, kind, name.trim()));
    };
    view! {
        <Field label=name(id, key)>
            <Combo value search shown=Signal::derive(move || name_of(&value.get())) on_change=choose on_create=create/>
        </Field>
    }
    .into_any()
}

/// Yes, no, or not stated.
#[component]
pub fn YesNoField(id: RecordId, key: CellKey) -> impl IntoView {
    let stored = follow(id, key, |value| match value {
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        _ => String::new(),
    });
    let value = draft_of(stored);
    let options = move || {
        let l = lang();
        vec![
            Choice::new("", words::NOT_STATED),
            Choice::new("yes", values::yes_no(l, true)),
            Choice::new("no", values::yes_no(l, false)),
        ]
    };
    let choose = move |chosen: String| {
        save(
            id,
            key,
            match chosen.as_str() {
                "yes" => Value::Bool(true),
                "no" => Value::Bool(false),
                _ => Value::Empty,
            },
        );
    };
    view! { <Field label=name(id, key)><Select value options=Signal::derive(options) on_change=choose/></Field> }.into_any()
}

/// One of the program's own words, or the word of the office's rules that stands there.
#[component]
pub fn ClosedField(id: RecordId, key: CellKey, of: Closed) -> impl IntoView {
    let stored = follow(id, key, |value| value.as_text().unwrap_or_default().to_owned());
    let value = draft_of(stored);
    let options = move || {
        let known = of.words().into_iter().map(|word| Choice::new(word, closed(of, word)));
        let held = stored.get();
        let own = (!held.is_empty() && !of.words().contains(&held.as_str()))
            .then(|| Choice::new(held.clone(), held));
        std::iter::once(Choice::new("", words::NOT_STATED)).chain(known).chain(own).collect::<Vec<_>>()
    };
    let choose = move |word: String| save(id, key, Value::text(&word));
    view! { <Field label=name(id, key)><Select value options=Signal::derive(options) on_change=choose/></Field> }.into_any()
}
