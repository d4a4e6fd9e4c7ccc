//! The follow-ups of a project, newest first, by month, with the reasons of months without any.

use super::follow_up::FollowUpEntry;
use crate::domain::field::FollowUpField as W;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{format, project as words, quick};
use crate::rules::quiet::reasons;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use chrono::Datelike;
use leptos::prelude::*;

/// How many entries are shown before the rest is asked for.
const SHOWN_AT_FIRST: usize = 12;

/// One row, with the month it opens where it is the first of one.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Row {
    Entry(RecordId, Option<String>),
    /// Why nothing happened in a month.
    Reason(String, String),
}

/// The list.
#[component]
pub fn FollowUps(id: RecordId) -> impl IntoView {
    let ids = Memo::new(move |_| {
        session::watch(|store| store.index().of(Kind::FollowUp, id).to_vec()).unwrap_or_default()
    });
    let all = RwSignal::new(false);
    let limit = move || if all.get() { usize::MAX } else { SHOWN_AT_FIRST };
    let rows = Memo::new(move |_| {
        let l = lang();
        session::watch(|store| {
            let state = store.state();
            let mut reasons = reasons(state, id).into_iter().peekable();
            let told = |(month, reason): (Date, String)| Row::Reason(format::month(l, month), reason);
            let mut rows = Vec::new();
            let mut before = None;
            for &entry in ids.read().iter().take(limit()) {
                let on = state.get(entry, W::On).as_date();
                // A reason is told under its month, above what was talked about in earlier ones.
                while let Some(reason) = reasons.next_if(|(month, _)| Some(*month) > on) {
                    rows.push(told(reason));
                }
                let month = on.map(|on| (on.naive().year(), on.naive().month()));
                let heading =
                    (month != before).then(|| on.map(|on| format::month(l, on)).unwrap_or_default());
                before = month;
                rows.push(Row::Entry(entry, heading));
            }
            if ids.read().len() <= limit() {
                rows.extend(reasons.map(told));
            }
            rows
        })
        .unwrap_or_default()
    });
    let entry = |row: Row| match row {
        Row::Entry(id, month) => view! {
            {month.map(|month| view! { <h3>{month}</h3> })}
            <FollowUpEntry id/>
        }
        .into_any(),
        Row::Reason(month, reason) => view! {
            <h3>{month}</h3>
            <p class="no-progress"><span class="kind">{move || t(quick::NO_PROGRESS)}</span> {reason}</p>
        }
        .into_any(),
    };
    let rest = move || {
        let total = ids.read().len();
        (total > limit()).then(|| {
            let label = Signal::derive(move || words::show_all(lang(), total));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    view! {
        <div class="stream">
            <For each=move || rows.get() key=Clone::clone children=entry/>
            {rest}
            {move || rows.read().is_empty().then(|| view! { <p class="quiet">{t(words::NO_FOLLOW_UPS)}</p> })}
        </div>
    }
    .into_any()
}
