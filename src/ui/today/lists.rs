//! The lists of a day.

use super::model::{Scope, Shown};
use crate::domain::field::{FollowUpField as W, ProjectField as P};
use crate::domain::{Date, RecordId, Value};
use crate::i18n::{Text, format, labels, today as words, values, warnings};
use crate::ledger::{Action, Edit};
use crate::rules::today::{Day, Due, Stale};
use crate::ui::lang::{lang, t};
use crate::ui::later::{self, Red};
use crate::ui::routes::{A, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Level, Light};
use leptos::prelude::*;

/// How many rows a list shows before it offers the rest.
const SHOWN_AT_FIRST: usize = 12;

/// All lists that have something on them. A row that stays is not made again.
pub fn lists(shown: Memo<Shown>) -> AnyView {
    let mine = Memo::new(move |_| shown.read().scope == Scope::Mine);
    let reds = Memo::new(move |_| later::ask(|later| (later.reds)(mine.get())));
    let nothing = Memo::new(move |_| {
        let day = &shown.read().day;
        reds.read().0 == 0
            && day.overdue.is_empty()
            && day.today.is_empty()
            && day.week.is_empty()
            && day.stale.is_empty()
    });
    let calm = move || {
        nothing.get().then(|| view! { <EmptyState title=words::ALL_DONE text=words::ALL_DONE_HINT/> })
    };
    view! {
        {calm}
        {list(shown, words::OVERDUE, |day| &day.overdue, due_row)}
        {list(shown, words::DUE_TODAY, |day| &day.today, due_row)}
        {red_list(reds)}
        {list(shown, words::THIS_WEEK, |day| &day.week, due_row)}
        {list(shown, words::STALE, |day| &day.stale, stale_row)}
        {list(shown, words::WITHOUT_NEXT, |day| &day.without_next, plain_row)}
    }
    .into_any()
}

/// One list, or nothing while it is empty. Rows are made only when they are shown.
fn list<T: 'static>(
    shown: Memo<Shown>,
    title: Text,
    of: fn(&Day) -> &Vec<T>,
    line: fn(&T) -> Row,
) -> AnyView {
    let count = Memo::new(move |_| of(&shown.read().day).len());
    let all = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        let limit = if all.get() { usize::MAX } else { SHOWN_AT_FIRST };
        of(&shown.read().day).iter().take(limit).map(line).collect()
    });
    named_list(title, count, rows, all)
}

fn named_list(title: Text, count: Memo<usize>, rows: Memo<Vec<Row>>, all: RwSignal<bool>) -> AnyView {
    let is_any = Memo::new(move |_| count.get() > 0);
    let has_more = move || !all.get() && count.get() > SHOWN_AT_FIRST;
    let section = move || {
        is_any.get().then(|| {
            view! {
                <section class="day-list">
                    <h2>{move || t(title)} <span class="count">{count}</span></h2>
                    <ul><For each=move || rows.get() key=|row| *row children=row/></ul>
                    <Show when=has_more>
                        <Button label=words::SEE_ALL kind=ButtonKind::Quiet on_press=move || all.set(true)/>
                    </Show>
                </section>
            }
        })
    };
    section.into_any()
}

/// What is red besides follow-ups; the second part of the program finds it.
fn red_list(reds: Memo<(usize, Vec<Red>)>) -> AnyView {
    let line = |red: Red| {
        let Red { project, name, reason, clears, href } = red;
        view! {
            <li class="red">
                <div class="what"><A to=Route::Project(project)>{name}</A></div>
                <p class="step"><Light level=Level::Red words=Signal::stored(reason)/></p>
                <p class="when"><a href=href>{clears}</a></p>
            </li>
        }
    };
    let is_any = Memo::new(move |_| reds.read().0 > 0);
    let section = move || {
        is_any.get().then(|| {
            view! {
                <section class="day-list">
                    <h2>{move || t(warnings::ON_TODAY)} <span class="count">{move || reds.read().0}</span></h2>
                    <ul><For each=move || reds.get().1 key=Clone::clone children=line/></ul>
                    <A to=Route::Work(Work::Warnings)>{move || t(warnings::SEE_ALL)}</A>
                </section>
            }
        })
    };
    section.into_any()
}

/// One line: a project and what is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Row {
    project: RecordId,
    /// The follow-up whose step is due, and when.
    due: Option<(RecordId, Date)>,
    /// Days beyond the limit.
    over: Option<i32>,
}

fn due_row(due: &Due) -> Row {
    Row { project: due.project, due: Some((due.follow_up, due.on)), over: None }
}

fn stale_row(stale: &Stale) -> Row {
    Row { project: stale.project, due: None, over: Some(stale.over) }
}

fn plain_row(project: &RecordId) -> Row {
    Row { project: *project, due: None, over: None }
}

fn row(row: Row) -> AnyView {
    let Row { project, due, over } = row;
    let name =
        move || session::watch(|s| values::record_name(lang(), s.state(), project)).unwrap_or_default();
    let facts = move || facts(project);
    let step = due.map(|(follow_up, on)| {
        let late = usize::try_from(session::today().since(on)).ok().filter(|days| *days > 0);
        let text = move || step_text(follow_up);
        let when = move || match late {
            Some(days) => words::overdue_by(lang(), days),
            None => format::relative_day(lang(), on, session::today()),
        };
        view! {
            <p class="step">{text}</p>
            <p class="when">
                {late.map(|_| view! { <Light level=Level::Red/> })}
                <time datetime=on.to_string() title=on.to_string()>{when}</time>
            </p>
            <Button
                label=words::TICK
                on_press=move || {
                    session::run(Action::Tick, vec![Edit::new(follow_up, W::NextDone, Value::Bool(true))]);
                }
            />
        }
    });
    let stale = over.map(|days| {
        view! { <p class="when"><Light level=Level::Red words=Signal::derive(move || words::over_by(lang(), days))/></p> }
    });
    view! {
        <li>
            <div class="what">
                <A to=Route::Project(project)>{name}</A>
                <p class="quiet">{facts}</p>
            </div>
            {step}
            {stale}
        </li>
    }
    .into_any()
}

/// What is to be done, as the follow-up says.
fn step_text(follow_up: RecordId) -> String {
    let text = session::watch(|s| s.state().get(follow_up, W::NextStep).as_text().map(str::to_owned));
    text.flatten().unwrap_or_else(|| t(words::STEP_UNNAMED).to_owned())
}

/// Stage, owner and latest follow-up, on one quiet line.
fn facts(project: RecordId) -> String {
    let l = lang();
    let read = session::watch(|store| {
        let summary = store.index().project(project)?;
        let mut parts = vec![labels::stage(summary.stage).get(l).to_owned()];
        if let Some(owner) = store.state().get(project, P::Owner).as_ref_id() {
            parts.push(values::record_name(l, store.state(), owner));
        }
        if let Some(last) = summary.last_follow_up {
            parts.push(words::followed_up(l, &format::stream_date(l, last, session::today())));
        }
        Some(parts.join(" · "))
    });
    read.flatten().unwrap_or_default()
}
