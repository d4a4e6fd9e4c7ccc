//! Projects on red and problems that wait for the unit; each opens beside the page.

use super::Floor;
use crate::domain::RecordId;
use crate::i18n::{assess_hearings as words, format, marks, values, warnings};
use crate::rules::hearing::{Late, Waiting};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::records::OPEN;
use crate::ui::routes::{A, location};
use crate::ui::session;
use crate::ui::widgets::{Level, Light};
use leptos::prelude::*;

/// One line of a list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    id: RecordId,
    name: String,
    said: String,
    is_red: bool,
}

#[component]
pub(super) fn LateProjects(floor: Floor) -> impl IntoView {
    let late = Memo::new(move |_| {
        let late = floor.with(|_, page| page.late.clone()).unwrap_or_default();
        session::watch(|store| late.iter().map(|late| project(store, late)).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let waiting = Memo::new(move |_| {
        let waiting = floor.with(|_, page| page.waiting.clone()).unwrap_or_default();
        session::watch(|store| waiting.iter().map(|waiting| problem(store, waiting)).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let problems = move || {
        (!waiting.read().is_empty()).then(|| {
            view! {
                <section class="waiting">
                    <h2>{move || t(words::WAITING)} " " <b>{move || format::count(waiting.read().len())}</b></h2>
                    <ul><For each=move || waiting.get() key=Clone::clone children=line/></ul>
                </section>
            }
        })
    };
    view! {
        <section class="late">
            <h2>{move || t(words::LATE)} " " <b>{move || format::count(late.read().len())}</b></h2>
            {move || late.read().is_empty().then(|| view! { <p class="nothing">{t(words::NO_LATE)}</p> })}
            <ul><For each=move || late.get() key=Clone::clone children=line/></ul>
        </section>
        {problems}
    }
    .into_any()
}

fn line(of: Line) -> AnyView {
    // The same page with the record beside it.
    let mut to = untrack(location);
    to.query.set(OPEN, &of.id.to_string());
    let said = match of.is_red {
        true => view! { <Light level=Level::Red words=Signal::stored(of.said)/> }.into_any(),
        false => of.said.into_any(),
    };
    view! { <li><A to=Signal::stored(to)>{of.name}</A> <span>{said}</span></li> }.into_any()
}

/// The oldest of what is red, and how long nobody followed up.
fn project(store: &Store, late: &Late) -> Line {
    let l = lang();
    let state = store.state();
    let reason = |warning: &crate::rules::warnings::Warning| {
        let about = warning.about.map(|id| values::record_title(l, state, id)).unwrap_or_default();
        warnings::reason(l, warning, &about)
    };
    let said = warnings::and_more(l, &reason(&late.oldest), late.more);
    Line {
        id: late.project,
        name: values::record_name(l, state, late.project),
        said: format!("{said}{}{}", marks::comma(l), words::idle(l, late.idle)),
        is_red: true,
    }
}

fn problem(store: &Store, waiting: &Waiting) -> Line {
    let l = lang();
    let state = store.state();
    let project = waiting.project.map(|id| values::record_name(l, state, id)).unwrap_or_default();
    let held = words::held(l, waiting.held, waiting.overdue);
    let parts: Vec<String> = [project, held].into_iter().filter(|part| !part.is_empty()).collect();
    Line {
        id: waiting.issue,
        name: values::record_title(l, state, waiting.issue),
        said: parts.join(marks::comma(l)),
        is_red: waiting.overdue.is_some(),
    }
}
