//! 日历: steps, trips, visits, nodes and what is due, by month or by week.

mod days;
mod export;
mod model;

use crate::domain::Date;
use crate::i18n::{calendar as words, format, table as table_words, work};
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Place, set_query, use_query};
use crate::ui::session;
use crate::ui::shell::Page;
use crate::ui::shortcuts;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, EmptyState, Glyph, IconButton, Level, Light, Menu, MenuItem, Segmented,
};
use crate::web::page;
use leptos::prelude::*;
pub use model::prepare;
use model::{Scope, Span};
use std::sync::Arc;

/// How many lines of a day a month has room for.
const IN_MONTH: usize = 4;
/// How many lines of a day a week shows at first, and how many more at each asking.
const IN_WEEK: usize = 40;
/// How many lines of a day are printed.
const ON_PAPER: usize = 60;

/// The page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let (asked_on, asked_span, asked_scope) = (use_query("on"), use_query("view"), use_query("whose"));
    let on = Memo::new(move |_| Date::parse_iso(&asked_on.read()).unwrap_or_else(session::today));
    let span = Memo::new(move |_| Span::from_word(&asked_span.read()));
    let bounds = Memo::new(move |_| span.get().around(on.get()));
    let limit = RwSignal::new(None::<usize>);
    let usual = move || if span.get() == Span::Week { IN_WEEK } else { IN_MONTH };
    let shown = Memo::new(move |_| {
        let limit = limit.get().unwrap_or_else(usual);
        session::ask(model::On { days: bounds.get(), whose: asked_scope.get(), limit, l: lang() })
    });
    Effect::new(move || {
        bounds.track();
        limit.set(None);
    });
    let go = move |by: i32| days::choose(span.get_untracked().step(on.get_untracked(), by));
    let today = || days::choose(session::today());
    shortcuts::register("t", words::TODAY, today);
    shortcuts::register("PageUp", words::BEFORE, move || go(-1));
    shortcuts::register("PageDown", words::AFTER, move || go(1));
    shortcuts::tell(&[("ArrowLeft", words::MOVE), ("ArrowUp", words::MOVE)]);
    let printing = window_event_listener_untyped("beforeprint", move |_| limit.set(Some(ON_PAPER)));
    on_cleanup(move || printing.remove());

    let period = move || match span.get() {
        Span::Month => format::month(lang(), on.get()),
        Span::Week => {
            let (from, until) = bounds.get();
            format!("{} – {}", format::day(lang(), from), format::day(lang(), until))
        }
    };
    let counts = move || {
        let (count, overdue) = shown.with(|shown| (shown.count, shown.overdue));
        let late = (overdue > 0).then(|| {
            let late = Signal::derive(move || words::overdue(lang(), overdue));
            view! { <Light level=Level::Red words=late/> }
        });
        view! { <span class="counts">{words::counted(lang(), count)} " " {late}</span> }
    };
    let lead = move || {
        view! {
            <WorkSwitch place=Place::Actions/>
            <div class="calendar-period">
                <IconButton glyph=Glyph::ChevronLeft label=words::BEFORE on_press=move || go(-1)/>
                <strong>{period}</strong>
                <IconButton glyph=Glyph::ChevronRight label=words::AFTER on_press=move || go(1)/>
                <Button label=words::TODAY kind=ButtonKind::Quiet on_press=today/>
            </div>
            {counts}
        }
    };
    let actions = move || view! { <SpanSwitch span/> <ScopeSwitch shown/> <Export asked_scope/> };
    // Each day shows its first lines; a month leads to the week, which has room for more.
    let more = move |day: Date| match span.get_untracked() {
        Span::Month => {
            days::choose(day);
            set_query("view", Span::Week.word());
        }
        Span::Week => limit.update(|limit| *limit = Some(limit.unwrap_or(IN_WEEK) + IN_WEEK)),
    };
    let is_empty = Memo::new(move |_| shown.read().count == 0);
    let body = move || {
        if is_empty.get() {
            view! { <EmptyState title=words::NOTHING text=words::NOTHING_TEXT/> }.into_any()
        } else {
            days::days(shown, span, on, Callback::new(more)).into_any()
        }
    };
    let is_known = Memo::new(move |_| shown.read().is_known);
    let note =
        move || (!is_known.get()).then(|| view! { <p class="quiet" role="note">{t(words::NOT_ME)}</p> });
    view! {
        <Page title=work::CALENDAR lead actions>
            <div class="calendar-page">{body} {note}</div>
        </Page>
    }
    .into_any()
}

/// Month or week.
#[component]
fn SpanSwitch(span: Memo<Span>) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(span.get().word().to_owned()));
    let options =
        vec![Choice::new(Span::Month.word(), words::MONTH), Choice::new(Span::Week.word(), words::WEEK)];
    let choose = |word: String| set_query("view", if word == Span::Week.word() { &word } else { "" });
    view! { <Segmented label=words::SPAN value options on_change=choose/> }
}

/// Mine, my unit's or everyone's; nothing where I am not among the people.
#[component]
fn ScopeSwitch(shown: Memo<Arc<model::Shown>>) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(shown.read().scope.word().to_owned()));
    let is_known = Memo::new(move |_| shown.read().is_known);
    move || {
        is_known.get().then(|| {
            let name = |scope| match scope {
                Scope::Mine => words::MINE,
                Scope::Unit => words::UNIT,
                Scope::Everyone => words::EVERYONE,
            };
            let options = Scope::ALL.map(|scope| Choice::new(scope.word(), name(scope))).to_vec();
            let choose = |word: String| set_query("whose", &word);
            view! { <Segmented label=words::WHOSE value options on_change=choose/> }
        })
    }
}

/// The file for other calendars, and paper.
#[component]
fn Export(asked_scope: Memo<String>) -> impl IntoView {
    let items = move |()| {
        let save = move || export::save(&asked_scope.get_untracked());
        vec![
            MenuItem::new(words::EXPORT_ICS, save).icon(Glyph::Download),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    view! { <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/> }
}
