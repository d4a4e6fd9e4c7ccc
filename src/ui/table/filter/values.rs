//! Conditions on one of several values: words, stages, records.

use super::fields::{Draft, On};
use crate::domain::milestone::Review;
use crate::domain::sort::Arrange;
use crate::domain::{Exit, RecordId, Stage};
use crate::i18n::{labels, table as words};
use crate::rules::lists;
use crate::rules::query::{CellValue, ColumnType, Test, cell, name_of};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Checkbox, Choice, Segmented, TextInput};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// From how many values on they can be searched.
const MANY: usize = 12;

/// The most values listed at once.
const LISTED: usize = 200;

/// The value of the choice that leaves the chosen values out.
const BUT: &str = "but";

/// The values chosen, and whether they are left out.
fn held(test: Option<&Test>) -> (&[String], bool) {
    match test {
        Some(Test::AnyOf(words)) => (words, false),
        Some(Test::NoneOf(words)) => (words, true),
        _ => (&[], false),
    }
}

fn test(words: Vec<String>, is_but: bool) -> Option<Test> {
    (!words.is_empty()).then_some(if is_but { Test::NoneOf(words) } else { Test::AnyOf(words) })
}

/// A box for each value, and whether those chosen are wanted or left out.
#[component]
pub fn ValuesTest(on: On, draft: Draft) -> impl IntoView {
    let all = StoredValue::new(values(on));
    let find = RwSignal::new(String::new());
    let is_but = draft.with_untracked(|test| held(test.as_ref()).1);
    let mode = RwSignal::new(if is_but { BUT } else { "" }.to_owned());
    let entries = move || {
        let wanted = find.read().trim().to_lowercase();
        all.with_value(|all| {
            let fits = all.iter().filter(|(_, name)| name.to_lowercase().contains(&wanted)).take(LISTED);
            fits.map(|(value, name)| view! { <Tick draft mode value=value.clone() name=name.clone()/> })
                .collect_view()
        })
    };
    let many = all.with_value(|all| all.len() > MANY);
    let modes = vec![Choice::new("", words::WANTED), Choice::new(BUT, words::UNWANTED)];
    let turn = move |to: String| {
        draft.update(|draft| *draft = test(held(draft.as_ref()).0.to_vec(), to == BUT));
    };
    let legend = move || t(if *mode.read() == BUT { words::NONE_OF } else { words::ONE_OF });
    view! {
        <p><Segmented label=words::WANTED_OR_NOT value=mode options=Signal::stored(modes) on_change=turn/></p>
        {many.then(|| view! { <TextInput value=find kind="search" label=words::FIND placeholder=words::FIND/> })}
        <fieldset class="values">
            <legend>{legend}</legend>
            {entries}
        </fieldset>
    }
    .into_any()
}

#[component]
fn Tick(draft: Draft, mode: RwSignal<String>, value: String, name: String) -> impl IntoView {
    let checked = RwSignal::new(draft.with_untracked(|test| held(test.as_ref()).0.contains(&value)));
    let change = move |on: bool| {
        let is_but = *mode.read_untracked() == BUT;
        draft.update(|draft| {
            let mut words = held(draft.as_ref()).0.to_vec();
            words.retain(|word| *word != value);
            if on {
                words.push(value.clone());
            }
            *draft = test(words, is_but);
        });
    };
    view! { <Checkbox checked label=name on_change=change/> }.into_any()
}

/// The values a condition can name, with their words: those of the list, and those in use; last the
/// empty cell.
fn values(on: On) -> Vec<(String, String)> {
    let l = lang();
    let ty = on.column.ty(on.kind);
    let named = |value: &str, text: crate::i18n::Text| (value.to_owned(), text.get(l).to_owned());
    let mut all: Vec<(String, String)> = match ty {
        ColumnType::Stage => Stage::ALL.iter().map(|&s| named(s.word(), labels::stage(s))).collect(),
        ColumnType::Exit => Exit::ALL.iter().map(|&e| named(e.word(), labels::exit(e))).collect(),
        ColumnType::Review => Review::ALL.iter().map(|&r| named(r.word(), labels::review(r))).collect(),
        ColumnType::Closed(of) => {
            of.words().into_iter().map(|word| named(word, crate::i18n::trips::closed(of, word))).collect()
        }
        _ => session::read(|store| in_use(store, on)).unwrap_or_default(),
    };
    if ty != ColumnType::Stage {
        all.push(named("", if ty == ColumnType::Exit { words::NOT_LEFT } else { words::BLANK }));
    }
    all
}

/// The words of a list and those that records use besides; the records that are pointed to, by name.
fn in_use(store: &crate::store::Store, on: On) -> Vec<(String, String)> {
    let (l, state, today) = (lang(), store.state(), session::today());
    let list = match on.column.ty(on.kind) {
        ColumnType::Choice(list) | ColumnType::Words(Some(list)) => Some(list),
        _ => None,
    };
    let offered = list.map(|list| lists::entries(state, list)).unwrap_or_default();
    let unlisted = |word: &str| (!offered.iter().any(|offered| offered == word)).then(|| word.to_owned());
    let (mut words, mut records): (BTreeSet<String>, BTreeMap<RecordId, String>) = Default::default();
    for (id, _) in state.live(on.kind) {
        match cell(store, id, on.column, today) {
            CellValue::Text(word) => words.extend(unlisted(word)),
            CellValue::Words(held) => words.extend(held.into_iter().filter_map(unlisted)),
            CellValue::Ref { id, .. } => {
                records.entry(id).or_insert_with(|| name_of(state, id).to_owned());
            }
            _ => {}
        }
    }
    let word = |word: String| {
        let shown =
            list.map_or_else(|| word.clone(), |list| crate::i18n::values::list_word(l, state, list, &word));
        (word, shown)
    };
    let mut by_name: Vec<(String, String)> =
        records.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    by_name.arrange_by(|a, b| a.1.cmp(&b.1));
    offered.into_iter().chain(words).map(word).chain(by_name).collect()
}
