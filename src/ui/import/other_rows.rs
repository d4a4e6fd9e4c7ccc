//! The rows of the file that are not taken for projects, or trips, and a tick for each that is one.

use super::work;
use crate::exchange::import::{Job, OtherRow};
use crate::i18n::import as words;
use crate::ui::lang::{lang, t};
use leptos::prelude::*;

/// The list; nothing where every row is a project.
#[component]
pub fn OtherRows() -> impl IntoView {
    let rows = Memo::new(move |_| work::watch(Job::other_rows).unwrap_or_default());
    let count = Memo::new(move |_| rows.read().iter().filter(|row| !row.is_project).count());
    let is_trips = Memo::new(move |_| work::watch(Job::is_trips).unwrap_or_default());
    let title = move || words::other_rows(lang(), is_trips.get(), count.get());
    let list = move || rows.get().into_iter().map(|row| line(row, is_trips.get())).collect_view();
    let any = move || !rows.read().is_empty();
    view! {
        <Show when=any>
            <details class="other-rows">
                <summary>{title}</summary>
                <p class="quiet">{move || t(words::other_rows_help(is_trips.get()))}</p>
                <ul>{list}</ul>
            </details>
        </Show>
    }
    .into_any()
}

fn line(row: OtherRow, is_trips: bool) -> AnyView {
    let OtherRow { at, kind, words: cells, is_project } = row;
    let take = move |ev| {
        let is_project = event_target_checked(&ev);
        work::change(|job| job.take_for_project(at, is_project));
    };
    let as_what = if is_trips { words::AS_TRIP } else { words::AS_PROJECT };
    view! {
        <li>
            <span class="num">{move || words::line(lang(), at + 1)}</span>
            <span class="quiet">{move || t(words::row_kind(is_trips, &kind))}</span>
            <span class="words" title=cells.clone()>{cells.clone()}</span>
            <label><input type="checkbox" prop:checked=is_project on:change=take/>{move || t(as_what)}</label>
        </li>
    }
    .into_any()
}
