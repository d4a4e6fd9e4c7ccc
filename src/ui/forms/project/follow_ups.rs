//! The follow-ups of a project, newest first, by month.

use super::follow_up::FollowUpEntry;
use crate::domain::field::FollowUpField as W;
use crate::domain::{Kind, RecordId};
use crate::i18n::{format, project as words};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use chrono::Datelike;
use leptos::prelude::*;

/// How many entries are shown before the rest is asked for.
const SHOWN_AT_FIRST: usize = 12;

/// The list.
#[component]
pub fn FollowUps(id: RecordId) -> impl IntoView {
    let ids = Memo::new(move |_| {
        session::watch(|store| store.index().of(Kind::FollowUp, id).to_vec()).unwrap_or_default()
    });
    let all = RwSignal::new(false);
    // Each entry with the month it opens, where it is the first of one.
    let rows = Memo::new(move |_| {
        let limit = if all.get() { usize::MAX } else { SHOWN_AT_FIRST };
        let l = lang();
        session::watch(|store| {
            let mut before = None;
            let row = |entry: &RecordId| {
                let on = store.state().get(*entry, W::On).as_date();
                let month = on.map(|on| (on.naive().year(), on.naive().month()));
                let heading =
                    (month != before).then(|| on.map(|on| format::month(l, on)).unwrap_or_default());
                before = month;
                (*entry, heading)
            };
            ids.read().iter().take(limit).map(row).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let entry = |(id, month): (RecordId, Option<String>)| {
        view! {
            {month.map(|month| view! { <h3>{month}</h3> })}
            <FollowUpEntry id/>
        }
    };
    let rest = move || {
        let total = ids.read().len();
        (total > rows.read().len()).then(|| {
            let label = Signal::derive(move || words::show_all(lang(), total));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    view! {
        <div class="stream">
            <For each=move || rows.get() key=Clone::clone children=entry/>
            {rest}
            {move || ids.read().is_empty().then(|| view! { <p class="quiet">{t(words::NO_FOLLOW_UPS)}</p> })}
        </div>
    }
    .into_any()
}
