//! 预警: every light of the pipeline that is not green, with its reason, who is to act and what clears it.

mod chosen;
mod counts;
mod export;
mod list;
mod rules;

pub(super) use chosen::{HOME, LEADER, LEVEL, word_of};

use crate::domain::Kind;
use crate::i18n::{table as table_words, warnings as words};
use crate::rules::warnings::{Level, Rule};
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, Glyph, Menu, MenuItem, Segmented, Select};
use crate::web::page;
use chosen::{Chosen, Listed, Narrowed, RULE, RULES};
use leptos::prelude::*;
use std::sync::Arc;

/// Lists and counts the warnings before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(_: usize) -> bool {
    session::prepare(Narrowed::default());
    session::prepare(counts::By::usual());
    false
}

/// The page.
#[component]
pub fn WarningsPage() -> impl IntoView {
    let is_any = Memo::new(|_| {
        let today = session::today();
        session::watch(|store| with_all(store, today, |kept| !kept.all().is_empty())).unwrap_or_default()
    });
    let shows_rules = use_query(RULES);
    let shows_rules = Memo::new(move |_| !shows_rules.read().is_empty());
    let chosen = Chosen::new();
    let listed = Memo::new(move |_| session::ask(chosen.asked()));
    let lead = move || {
        view! { <WorkSwitch place=Place::Supervision/> }
    };
    let items = move |()| {
        let save = move |form| move || export::save(&listed.read_untracked().shown, form);
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, save(export::Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, save(export::Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    let actions = move || {
        let turn = move || set_query(RULES, if shows_rules.get_untracked() { "" } else { "1" });
        let label = Signal::derive(move || {
            t(if shows_rules.get() { words::SHOW_LIST } else { words::SHOW_RULES }).to_owned()
        });
        view! {
            <Button label on_press=turn/>
            <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/>
        }
    };
    let has_projects =
        Memo::new(|_| session::watch(|store| store.state().count(Kind::Project) > 0).unwrap_or(false));
    let body = move || match () {
        () if shows_rules.get() => view! { <rules::RulesTable/> }.into_any(),
        () if !is_any.get() => {
            let text = if has_projects.get() { words::NONE_TEXT } else { words::NO_PROJECTS_TEXT };
            view! { <EmptyState title=words::NONE text/> }.into_any()
        }
        () => view! { <Found listed chosen/> }.into_any(),
    };
    view! { <Page title=words::WARNINGS lead actions>{body}</Page> }.into_any()
}

/// The counts and the list beside them.
#[component]
fn Found(listed: Memo<Arc<Listed>>, chosen: Chosen) -> impl IntoView {
    let none = Memo::new(move |_| listed.with(|listed| listed.shown.is_empty()));
    let body = move || {
        if none.get() {
            return view! {
                <EmptyState title=words::NONE_CHOSEN text=words::NONE_CHOSEN_TEXT>
                    <Button label=words::CLEAR on_press=move || chosen.clear()/>
                </EmptyState>
            }
            .into_any();
        }
        view! { <list::WarningList listed/> }.into_any()
    };
    view! {
        <div class="warnings-page">
            <counts::Counts chosen/>
            <section class="listed" aria-label=move || t(words::FILE_NAME)>
                <Tools listed chosen/>
                {body}
            </section>
        </div>
    }
    .into_any()
}

/// What the list is narrowed to.
#[component]
fn Tools(listed: Memo<Arc<Listed>>, chosen: Chosen) -> impl IntoView {
    let level = chosen.follow(LEVEL);
    let rule = chosen.follow(RULE);
    let levels = move || {
        let [red, yellow] = listed.with(|listed| listed.of_any_level);
        vec![
            Choice::new("", words::counted(lang(), words::ALL, red + yellow)),
            Choice::new(Level::Red.word(), words::counted(lang(), words::RED, red)),
            Choice::new(Level::Yellow.word(), words::counted(lang(), words::YELLOW, yellow)),
        ]
    };
    let rules = move || {
        let every = [Choice::new("", words::EVERY_RULE)].into_iter();
        every
            .chain(Rule::ALL.iter().map(|&rule| Choice::new(rule.word(), words::rule(rule))))
            .collect::<Vec<_>>()
    };
    let chips = move || {
        let chip = |(name, label): (&'static str, String)| {
            let clear = move || set_query(name, "");
            view! { <Button label icon=Glyph::Close kind=ButtonKind::Quiet title=words::CLEAR on_press=clear/> }
        };
        chosen.named().into_iter().map(chip).collect_view()
    };
    // From a number that was pressed, one press leads back to all.
    let is_narrowed = Memo::new(move |_| chosen.any());
    let clear = move || {
        is_narrowed.get().then(|| {
            view! { <Button label=words::CLEAR kind=ButtonKind::Quiet on_press=move || chosen.clear()/> }
        })
    };
    let gist = move || {
        let listed = listed.read();
        let red = listed.shown.iter().filter(|warning| warning.level == Level::Red).count();
        words::gist(lang(), red, listed.shown.len() - red, listed.projects)
    };
    view! {
        <div class="tools">
            <Segmented
                label=words::LIGHTS
                value=level
                options=Signal::derive(levels)
                on_change=move |word: String| set_query(LEVEL, &word)
            />
            <Select
                value=rule
                options=Signal::derive(rules)
                label=words::RULE
                on_change=move |word: String| set_query(RULE, &word)
            />
            {chips}
            {clear}
            <p class="gist" role="status">{gist}</p>
        </div>
    }
    .into_any()
}
