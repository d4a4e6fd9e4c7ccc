//! The third step: every row as it was and as it was read, and what will become of it.

use super::cell;
use super::printed::Printed;
use super::work::{self, Step, signals};
use crate::exchange::import::{Counts, Job, Show};
use crate::i18n::{Text, import as words};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, ButtonKind, Choice, EmptyState, ListRole, Segmented, VirtualList};
use crate::web::page;
use leptos::prelude::*;

/// The height of a row with two lines in each cell, and of a card on a phone.
const ROW: f64 = 44.0;
const CARD: f64 = 116.0;

/// The step.
#[component]
pub fn CheckStep() -> impl IntoView {
    if work::read(Job::is_trips) == Some(true) {
        return view! { <div class="import-check"><super::trips::TripRows/> <Bar/></div> }.into_any();
    }
    let shown = Memo::new(move |_| {
        let show = signals().show.get();
        work::watch(|job| job.shown(show)).unwrap_or_default()
    });
    let columns = Memo::new(move |_| work::watch(cell::columns).unwrap_or_default());
    let narrow = RwSignal::new(page::is_narrow());
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        narrow.try_set(page::is_narrow());
    });
    on_cleanup(move || resized.remove());
    let height = Signal::derive(move || if narrow.get() { CARD } else { ROW });
    let editing = RwSignal::new(None::<(usize, &'static str)>);
    let total = Signal::derive(move || shown.read().len());
    let key = move |at: usize| shown.read().get(at).map(ToString::to_string).unwrap_or_default();
    let render = move |at: usize| match shown.read_untracked().get(at).copied() {
        Some(row) => cell::row(row, columns, editing),
        None => ().into_any(),
    };
    let list = move || {
        // Other columns are another grid.
        let tracks = cell::tracks(&columns.read());
        if total.get() == 0 {
            return view! { <EmptyState title=words::NONE_SUCH text=words::INTRO/> }.into_any();
        }
        view! {
            <div class="import-grid" style=tracks>
                <VirtualList
                    label=words::ROWS
                    total
                    row_height=height
                    key
                    role=ListRole::Table
                    head=move || cell::head(columns)
                    render
                />
            </div>
        }
        .into_any()
    };
    let shape = Memo::new(move |_| (total.get() == 0, columns.get()));
    view! {
        <div class="import-check">
            <Filter/>
            {move || shape.with(|_| untrack(list))}
            <Printed/>
            <Bar/>
        </div>
    }
    .into_any()
}

/// What the filter calls each kind of row, and how many there are.
fn counted(show: Show, counts: &Counts, doubtful: usize) -> (Text, usize) {
    let all = counts.new + counts.update + counts.same + counts.duplicate + counts.rejected;
    match show {
        Show::All => (words::ALL, all),
        Show::New => (words::NEW_ROWS, counts.new),
        Show::Updates => (words::UPDATES, counts.update),
        Show::Doubtful => (words::DOUBTFUL, doubtful),
        Show::Duplicates => (words::DUPLICATES, counts.duplicate),
        Show::Rejected => (words::REJECTED, counts.rejected),
    }
}

/// Which rows are shown, with their counts.
#[component]
fn Filter() -> impl IntoView {
    let s = signals();
    let word = |show: Show| Show::ALL.iter().position(|s| *s == show).unwrap_or(0).to_string();
    let value = RwSignal::new(word(s.show.get_untracked()));
    let choices = Memo::new(move |_| {
        let l = lang();
        let (counts, doubtful) = work::watch(|job| {
            let counts = job.plan().map(|plan| plan.counts()).unwrap_or_default();
            (counts, job.shown(Show::Doubtful).len())
        })
        .unwrap_or_default();
        let choice = |show: &Show| {
            let (label, n) = counted(*show, &counts, doubtful);
            Choice::new(word(*show), words::counted(l, label, n))
        };
        Show::ALL.iter().map(choice).collect::<Vec<_>>()
    });
    let set = move |at: String| {
        let show = at.parse::<usize>().ok().and_then(|at| Show::ALL.get(at).copied());
        s.show.set(show.unwrap_or_default());
    };
    view! {
        <div class="import-filter">
            {move || view! { <Segmented label=words::SHOW options=choices.get() value on_change=set/> }}
            <p class="quiet">{move || work::watch(Job::as_of).map(|day| words::as_of(lang(), &day.to_string()))}</p>
        </div>
    }
    .into_any()
}

/// What will be written, and the button that writes it.
#[component]
fn Bar() -> impl IntoView {
    let tally = Memo::new(move |_| work::tally_now());
    let nothing = Memo::new(move |_| {
        work::watch(|_| ()).is_some() && words::tally(lang(), false, &tally.get()).is_empty()
    });
    let text = move || match nothing.get() {
        true => t(words::NOTHING_TO_CHANGE).to_owned(),
        false => words::tally(lang(), false, &tally.get()),
    };
    let out = move || words::stays_out(lang(), &tally.get());
    let has_open = move || tally.with(|tally| tally.undecided > 0);
    let next_open = move || {
        let s = signals();
        let after = s.open.get_untracked().unwrap_or(usize::MAX - 1);
        if let Some(row) = work::read(|job| job.next_open(after)).flatten() {
            s.open.set(Some(row));
        }
    };
    view! {
        <footer class="import-bar">
            <p data-test="tally"><span>{text}</span> <span class="quiet">{out}</span></p>
            <Show when=has_open><Button label=words::NEXT_OPEN kind=ButtonKind::Quiet on_press=next_open/></Show>
            <Button label=words::BACK on_press=move || signals().step.set(Step::Columns)/>
            <Button
                label=words::IMPORT
                kind=ButtonKind::Primary
                busy=Signal::derive(move || signals().busy.with(Option::is_some))
                disabled=Signal::derive(move || nothing.get())
                on_press=work::import
            />
        </footer>
    }
    .into_any()
}
