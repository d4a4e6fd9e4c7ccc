//! The editable lists: which words are offered, in what order.

use super::add::AddLine;
use crate::domain::lists::List;
use crate::i18n::{Text, format, labels, settings as words};
use crate::ledger::Action;
use crate::rules::lists::{self, Entry};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Checkbox, Choice, Field, Glyph, IconButton, Select, TextInput};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The section.
#[component]
pub(super) fn Lists() -> impl IntoView {
    let query = use_query("list");
    let list = Memo::new(move |_| List::from_word(&query.read()).unwrap_or(List::Industry));
    let chosen = RwSignal::new(list.get_untracked().word().to_owned());
    Effect::new(move || chosen.set(list.get().word().to_owned()));
    let options: Vec<Choice> =
        List::ALL.iter().map(|&list| Choice::new(list.word(), labels::list(list))).collect();
    let add = move |word: String| {
        let edits = session::read(|store| lists::add(store.state(), list.get_untracked(), &word, ""));
        let edits = edits.unwrap_or_else(|| Ok(Vec::new())).map_err(words::not_a_word)?;
        session::run(Action::Settings, edits);
        Ok(())
    };
    view! {
        <p class="help">{move || t(words::LISTS_TEXT)}</p>
        <Field label=words::WHICH_LIST>
            <Select value=chosen options=Signal::stored(options) on_change=|word: String| set_query("list", &word)/>
        </Field>
        {move || table(list.get())}
        <AddLine label=words::NEW_WORD action=words::ADD add=add/>
    }
    .into_any()
}

fn table(list: List) -> AnyView {
    let entries =
        Memo::new(move |_| session::watch(|store| lists::all(store.state(), list)).unwrap_or_default());
    let used =
        Memo::new(move |_| session::watch(|store| lists::counts(store.state(), list)).unwrap_or_default());
    let row = move |word: String| view! { <Row list word entries used/> };
    let order = move || entries.read().iter().map(|entry| entry.word.clone()).collect::<Vec<_>>();
    view! {
        <div class="table-scroll">
            <table class="words">
                <thead>
                    <tr>
                        <th>{move || t(words::WORD)}</th>
                        <th>{move || t(words::ENGLISH)}</th>
                        <th class="number">{move || t(words::USED)}</th>
                        <th>{move || t(words::OFFERED)}</th>
                        <th>{move || t(words::PLACE)}</th>
                    </tr>
                </thead>
                <tbody><For each=order key=String::clone children=row/></tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(
    list: List,
    word: String,
    entries: Memo<Vec<Entry>>,
    used: Memo<BTreeMap<String, usize>>,
) -> impl IntoView {
    let word = StoredValue::new(word);
    let entry =
        Memo::new(move |_| entries.read().iter().find(|e| word.with_value(|w| e.word == *w)).cloned());
    let place = Memo::new(move |_| entries.read().iter().position(|e| word.with_value(|w| e.word == *w)));
    let last = Memo::new(move |_| place.get().is_some_and(|at| at + 1 == entries.read().len()));
    let count = move || {
        let count = word.with_value(|word| used.read().get(word).copied()).unwrap_or(0);
        format::number_cell(i64::try_from(count).unwrap_or(i64::MAX))
    };
    let step = move |to: Option<usize>| {
        let edits = to.and_then(|to| {
            session::read(|store| word.with_value(|word| lists::move_to(store.state(), list, word, to)))
        });
        session::run(Action::Settings, edits.unwrap_or_default());
    };
    let offered = RwSignal::new(true);
    Effect::new(move || {
        offered.set(entry.read().as_ref().is_none_or(|entry| !entry.retired));
    });
    let retire = move |on: bool| {
        session::run(Action::Settings, word.with_value(|word| lists::set_retired(list, word, !on)));
    };
    let label =
        move |what: Text| Signal::derive(move || word.with_value(|word| words::of(lang(), what, word)));
    view! {
        <tr data-retired=move || (!offered.get()).then_some("true")>
            <td>{name(list, word, label(words::WORD))}</td>
            <td>{english(list, word, entry, label(words::ENGLISH))}</td>
            <td class="number">{count}</td>
            <td><Checkbox checked=offered label=label(words::OFFERED) bare=true on_change=retire/></td>
            <td class="order">
                <IconButton
                    glyph=Glyph::Up
                    label=label(words::UP)
                    disabled=Signal::derive(move || place.get() == Some(0))
                    on_press=move || step(place.get_untracked().and_then(|at| at.checked_sub(1)))
                />
                <IconButton
                    glyph=Glyph::Down
                    label=label(words::DOWN)
                    disabled=last
                    on_press=move || step(place.get_untracked().map(|at| at + 1))
                />
            </td>
        </tr>
    }
}

/// The word itself; another one renames it everywhere.
fn name(list: List, word: StoredValue<String>, label: Signal<String>) -> impl IntoView {
    let value = RwSignal::new(word.get_value());
    let error = RwSignal::new(None::<Text>);
    let rename = move |to: String| {
        let renamed = session::read(|store| lists::rename(store.state(), list, &word.get_value(), &to));
        match renamed {
            Some(Ok(edits)) => {
                let numbered = edits.into_iter().map(|edit| edit.numbered(session::element)).collect();
                session::run(Action::BulkEdit, numbered);
            }
            Some(Err(why)) => {
                error.set(Some(words::not_a_word(why)));
                value.set(word.get_value());
            }
            None => {}
        }
    };
    let wrong = move || error.get().map(|why| view! { <p class="error" role="alert">{t(why)}</p> });
    view! { <TextInput value label on_commit=rename/> {wrong} }
}

fn english(
    list: List,
    word: StoredValue<String>,
    entry: Memo<Option<Entry>>,
    label: Signal<String>,
) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(entry.get().map(|entry| entry.english).unwrap_or_default()));
    let save = move |english: String| {
        session::run(Action::Settings, word.with_value(|word| lists::change(list, word, &english)));
    };
    view! { <TextInput value label on_commit=save/> }
}
