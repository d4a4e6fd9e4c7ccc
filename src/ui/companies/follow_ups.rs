//! What was said with a company, through all its projects.

use crate::domain::field::FollowUpField as W;
use crate::domain::sort::Arrange;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{companies as words, values};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use leptos::prelude::*;
use std::cmp::Reverse;

/// How many entries are shown at first.
const SHOWN_AT_FIRST: usize = 10;

/// One follow-up.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    on: Option<Date>,
    id: RecordId,
    project: RecordId,
    name: String,
    method: String,
    content: String,
}

fn lines(store: &Store, company: RecordId) -> Vec<Line> {
    let l = lang();
    let state = store.state();
    let mut lines = Vec::new();
    for &project in store.index().of(Kind::Project, company) {
        let name = values::record_name(l, state, project);
        for &id in store.index().of(Kind::FollowUp, project) {
            let Some(entry) = state.record(id) else { continue };
            let text = |field: W| entry.get(field).as_text().unwrap_or_default();
            lines.push(Line {
                on: entry.get(W::On).as_date(),
                id,
                project,
                name: name.clone(),
                method: values::list_word(
                    l,
                    state,
                    crate::domain::lists::List::FollowUpMethod,
                    text(W::Method),
                ),
                content: text(W::Content).to_owned(),
            });
        }
    }
    lines.arrange_by_key(|line| (Reverse(line.on), line.id));
    lines
}

/// The stream, newest first.
#[component]
pub(super) fn FollowUps(id: RecordId) -> impl IntoView {
    let lines = Memo::new(move |_| session::watch(|store| lines(store, id)).unwrap_or_default());
    let all = RwSignal::new(false);
    let entry = |line: Line| {
        view! {
            <li>
                <header>
                    <time>{line.on.map(|on| on.to_string())}</time>
                    <span class="quiet">{line.method}</span>
                    <A to=Route::Project(line.project)>{line.name}</A>
                </header>
                <p>{line.content}</p>
            </li>
        }
    };
    let shown = move || {
        let limit = if all.get() { usize::MAX } else { SHOWN_AT_FIRST };
        lines.read().iter().take(limit).cloned().map(entry).collect_view()
    };
    let rest = move || {
        let total = lines.read().len();
        (total > SHOWN_AT_FIRST && !all.get()).then(|| {
            let label = Signal::derive(move || words::show_all(lang(), total));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    let nothing = move || {
        lines.read().is_empty().then(|| view! { <p class="quiet">{move || t(words::NO_FOLLOW_UPS)}</p> })
    };
    view! {
        <h2>{move || t(words::FOLLOW_UPS)}</h2>
        {nothing}
        <ol class="stream">{shown}</ol>
        {rest}
    }
    .into_any()
}
