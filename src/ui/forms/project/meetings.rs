//! 往来: the trips, receptions, events and acts of leaders that name a project, latest first.

use crate::domain::RecordId;
use crate::i18n::{format, labels, project as words, values};
use crate::rules::meetings::meetings;
use crate::ui::lang::{lang, t};
use crate::ui::records::OPEN;
use crate::ui::routes::{A, Location, Route, Work};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;

/// How many are shown before more are asked for.
const SHOWN: usize = 5;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    id: RecordId,
    on: String,
    title: String,
}

/// The panel; nothing of a project that nobody met.
#[component]
pub fn Meetings(id: RecordId) -> impl IntoView {
    let lines = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            let state = store.state();
            let line = |(id, on): (RecordId, Option<crate::domain::Date>)| {
                let on = on.map(format::date).unwrap_or_default();
                let title = values::record_title(l, state, id);
                // The day stands before it.
                let title = title.strip_suffix(&format!(" · {on}")).map(str::to_owned).unwrap_or(title);
                Line { id, on, title }
            };
            meetings(state, id).into_iter().map(line).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let any = Memo::new(move |_| !lines.read().is_empty());
    let all = RwSignal::new(false);
    let shown = move || {
        let limit = if all.get() { usize::MAX } else { SHOWN };
        lines.read().iter().take(limit).cloned().collect::<Vec<_>>()
    };
    let more = move || {
        (!all.get() && lines.read().len() > SHOWN).then(|| {
            let all_of_them = move || words::all_meetings(lang(), lines.read().len());
            view! { <Button label=Signal::derive(all_of_them) kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    move || {
        any.get().then(|| {
            view! {
                <section class="panel meetings" aria-label=move || t(words::MEETINGS)>
                    <h2>{move || t(words::MEETINGS)}</h2>
                    <ul><For each=shown key=Clone::clone children=line/></ul>
                    {more}
                </section>
            }
        })
    }
}

fn line(line: Line) -> AnyView {
    let Line { id, on, title } = line;
    view! {
        <li>
            <time datetime=on.clone()>{on.clone()}</time> " "
            <span class="quiet">{move || t(labels::kind(id.kind))}</span> " "
            <A to=Signal::stored(place(id))>{title}</A>
        </li>
    }
    .into_any()
}

/// The record, opened beside the others of its kind.
fn place(id: RecordId) -> Location {
    let work = Work::of_kind(id.kind).unwrap_or(Work::Trips);
    Route::Work(work).with_query([(OPEN, id.to_string().as_str())])
}
