//! How many warnings each unit, person or rule has; each line narrows the list.

use super::chosen::{Chosen, LEVEL, PERSON, RULE, UNIT, word_of};
use crate::domain::Date;
use crate::i18n::format::number_cell;
use crate::i18n::{Lang, Text, values, warnings as words};
use crate::rules::warnings::{Level, Tally, tally};
use crate::store::Store;
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, Work, set_query, use_query};
use crate::ui::session::{self, Question};
use crate::ui::widgets::{Choice, Segmented};
use leptos::prelude::*;

/// What the address calls what is counted by.
const BY: &str = "by";

/// A line of the counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Line {
    /// The condition that the line stands for.
    name: &'static str,
    word: String,
    label: String,
    red: usize,
    yellow: usize,
    projects: usize,
}

/// How many warnings has each unit, person or rule?
#[derive(PartialEq)]
pub(super) struct By {
    /// As the address says it.
    by: String,
    l: Lang,
}

impl By {
    /// By unit.
    pub fn usual() -> Self {
        Self { by: String::new(), l: untrack(lang) }
    }
}

impl Question for By {
    type Answer = Vec<Line>;

    fn answer(&self, store: &Store, today: Date) -> Vec<Line> {
        let l = self.l;
        let name = |id: Option<_>, nobody: Text| match id {
            None => nobody.get(l).to_owned(),
            Some(id) => values::record_name(l, store.state(), id),
        };
        let line = |name, word, label, tally: Tally| {
            let Tally { red, yellow, projects } = tally;
            Line { name, word, label, red, yellow, projects }
        };
        with_all(store, today, |kept| match self.by.as_str() {
            PERSON => tally(kept.all(), |warning| warning.person)
                .into_iter()
                .map(|(id, tally)| line(PERSON, word_of(id), name(id, words::NO_PERSON), tally))
                .collect(),
            RULE => tally(kept.all(), |warning| warning.rule)
                .into_iter()
                .map(|(rule, tally)| {
                    line(RULE, rule.word().to_owned(), words::rule(rule).get(l).to_owned(), tally)
                })
                .collect(),
            _ => tally(kept.all(), |warning| warning.unit)
                .into_iter()
                .map(|(id, tally)| line(UNIT, word_of(id), name(id, words::NO_UNIT), tally))
                .collect(),
        })
    }
}

/// The counts.
#[component]
pub(super) fn Counts(chosen: Chosen) -> impl IntoView {
    let by = use_query(BY);
    let value = RwSignal::new(by.get_untracked());
    Effect::new(move || {
        value.try_set(by.get());
    });
    let options = || {
        vec![
            Choice::new("", words::BY_UNIT),
            Choice::new(PERSON, words::BY_PERSON),
            Choice::new(RULE, words::BY_RULE),
        ]
    };
    let lines = Memo::new(move |_| session::ask(By { by: by.get(), l: lang() }));
    let who = move || match by.read().as_str() {
        PERSON => t(words::PERSON),
        RULE => t(words::RULE),
        _ => t(words::UNIT),
    };
    let word_by = move || match by.read_untracked().as_str() {
        PERSON => PERSON,
        RULE => RULE,
        _ => "",
    };
    view! {
        <section class="counts" aria-label=move || t(words::COUNTED_BY)>
            <Segmented
                label=words::COUNTED_BY
                value
                options=Signal::derive(options)
                on_change=move |word: String| set_query(BY, &word)
            />
            <div class="table-wrap">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{who}</th>
                            <th scope="col" class="number">{move || t(words::RED)}</th>
                            <th scope="col" class="number">{move || t(words::YELLOW)}</th>
                            <th scope="col" class="number">{move || t(words::PROJECTS)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || lines.get().to_vec() key=Clone::clone children=move |line| row(line, word_by(), chosen)/>
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(line: Line, by: &'static str, chosen: Chosen) -> AnyView {
    let Line { name, word, label, red, yellow, projects } = line;
    let is_chosen = {
        let word = word.clone();
        Memo::new(move |_| chosen.is(name, &word))
    };
    // Plain links: all of them lead to this very page, and none of them is where the reader is.
    let href = move |word: &str, level: &str| {
        Route::Work(Work::Warnings).with_query([(BY, by), (name, word), (LEVEL, level)]).href()
    };
    let number = |n: usize, level: &str, title: Text| {
        let text = number_cell(i64::try_from(n).unwrap_or(i64::MAX));
        if n == 0 {
            return view! { <td class="number">{text}</td> }.into_any();
        }
        let (name, href) = (label.clone(), href(&word, level));
        let spoken = move || format!("{name} {} {n}", t(title));
        view! { <td class="number"><a href=href aria-label=spoken>{text}</a></td> }.into_any()
    };
    let numbers = view! {
        {number(red, Level::Red.word(), words::RED)}
        {number(yellow, Level::Yellow.word(), words::YELLOW)}
        {number(projects, "", words::PROJECTS)}
    };
    // Of the line that is chosen the name leads back to all.
    let all = move || href(if is_chosen.get() { "" } else { &word }, "");
    view! {
        <tr data-chosen=move || is_chosen.get().then_some("true")>
            <th scope="row">
                <a href=all aria-current=move || is_chosen.get().then_some("true")>{label.clone()}</a>
            </th>
            {numbers}
        </tr>
    }
    .into_any()
}
