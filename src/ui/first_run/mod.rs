//! The first run: language, who works here, and how to begin.

use crate::i18n::{Lang, Text, first_run as words, shell};
use crate::rules::introduce::Identity;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::routes::Route;
use crate::ui::session;
use crate::ui::shell::page_title;
use crate::ui::startup;
use crate::ui::state::{page_lived, prefs};
use crate::ui::widgets::{Choice, Field, Glyph, Icon, Segmented, TextInput};
use leptos::ev;
use leptos::prelude::*;

thread_local! {
    /// Name and unit as they are typed. The page may be made again while a workspace is still being read from its second
    /// place, and what was typed by then stays.
    static TYPED: (RwSignal<String>, RwSignal<String>) = {
        session::on_open(|| TYPED.with(|(name, unit)| [name, unit].into_iter().for_each(|typed| typed.set(String::new()))));
        page_lived(|| (RwSignal::new(String::new()), RwSignal::new(String::new())))
    };
}

/// The page.
#[component]
pub fn FirstRunPage() -> impl IntoView {
    page_title(shell::FIRST_RUN.into());
    let known = startup::identity();
    let (name, unit) = TYPED.with(|typed| *typed);
    for (typed, known) in [(name, known.name), (unit, known.unit)] {
        if typed.read_untracked().is_empty() {
            typed.set(known);
        }
    }
    // Nothing is found missing before the user chose how to begin.
    let asked = RwSignal::new(false);
    let missing = move |value: RwSignal<String>, words: Text| {
        let is_missing = move || asked.get() && value.read().trim().is_empty();
        Signal::derive(move || if is_missing() { t(words).to_owned() } else { String::new() })
    };
    let begin = move |to: Route| {
        asked.set(true);
        let who = Identity { name: name.get_untracked(), unit: unit.get_untracked(), device: String::new() };
        let complete = !who.name.trim().is_empty() && !who.unit.trim().is_empty();
        if complete {
            startup::begin(who, to);
        }
    };
    view! {
        <div class="first-run">
            <header>
                <h1>{move || t(shell::APP)}</h1>
                <Language/>
                <p class="quiet">{move || t(words::PROMISE)}</p>
            </header>
            <section>
                <h2>{move || t(words::WHO)}</h2>
                <div class="who">
                    <Field label=words::NAME required=true error=missing(name, words::NAME_NEEDED)>
                        <TextInput value=name autofocus=true/>
                    </Field>
                    <Field label=words::UNIT required=true error=missing(unit, words::UNIT_NEEDED)>
                        <TextInput value=unit placeholder=words::UNIT_HINT/>
                    </Field>
                </div>
                <p class="help">{move || t(words::WHO_HELP)}</p>
            </section>
            <section>
                <h2>{move || t(words::HOW)}</h2>
                <div class="ways">
                    {way(Glyph::Upload, words::IMPORT, words::IMPORT_TEXT, move || begin(Route::Import))}
                    {way(Glyph::Plus, words::EMPTY, words::EMPTY_TEXT, move || begin(Route::Board))}
                    {way(Glyph::Exchange, words::RECEIVE, words::RECEIVE_TEXT, move || begin(Route::Exchange))}
                    {way(Glyph::Board, words::SAMPLE, words::SAMPLE_TEXT, startup::open_sample)}
                </div>
            </section>
        </div>
    }
    .into_any()
}

/// One way to begin.
fn way(glyph: Glyph, title: Text, text: Text, go: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="way" on:click=heard(ev::click, move |_| go())>
            <Icon glyph/>
            <strong>{move || t(title)}</strong>
            <span>{move || t(text)}</span>
        </button>
    }
    .into_any()
}

/// Both languages, each by its own name.
#[component]
fn Language() -> impl IntoView {
    let value = RwSignal::new(prefs::language().get_untracked().tag().to_owned());
    let options: Vec<Choice> = Lang::ALL.iter().map(|l| Choice::new(l.tag(), l.own_name())).collect();
    let choose = move |tag: String| {
        if let Some(l) = Lang::ALL.into_iter().find(|l| l.tag() == tag) {
            prefs::set_language(l);
        }
    };
    // The top bar can change the language too.
    Effect::new(move || value.set(prefs::language().get().tag().to_owned()));
    view! { <Segmented label=shell::LANGUAGE value options=Signal::stored(options) on_change=choose/> }
}
