//! The second part of the program, which comes after the first page.
//!
//! The release build is cut in two (`xtask/src/split.rs`): Today, the board and the first run are in the
//! part that is loaded first, everything else comes while the user looks at them; so does the search, which
//! knows how Chinese sounds. Screens of the first part reach the second through [`later`] and [`ask`];
//! screens of the second use each other as usual.

mod part;

use crate::domain::{Date, Kind, RecordId};
use crate::i18n::shell;
use crate::ledger::Names;
use crate::store::sample::Recorded;
use crate::ui::forms::Moves;
use crate::ui::routes::Route;
use crate::ui::state::page_lived;
use crate::ui::widgets::{Button, Choice, EmptyState};
use leptos::prelude::*;
use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};
use wasm_bindgen_futures::spawn_local;

/// What the second part gives to the first.
#[derive(Clone, Copy)]
pub struct Later {
    /// Begins what goes on by itself. Called once, when the part is here.
    pub begin: fn(),
    /// Takes note that something was changed that is in no backup yet.
    pub changed: fn(),
    /// The screen of a route that is not in the first part.
    pub screen: fn(Route) -> AnyView,
    /// Everything about one project, for the panel beside the board.
    pub project_sheet: fn(RecordId, Moves) -> AnyView,
    /// What the search box answers to what is typed, best first.
    pub answers: fn(&str) -> Vec<Choice>,
    /// The records of a kind that answer to words; none if there are no words.
    pub answering: fn(Kind, &str) -> Option<Vec<RecordId>>,
    /// The records of a kind to choose from, by what was typed.
    pub record_choices: fn(Kind, &str) -> Vec<Choice>,
    /// What stands above every page for as long as it holds: the past day looked at, and what is the matter
    /// with backups.
    pub above: fn() -> AnyView,
    /// Opens the dialog that notes a follow-up of any project.
    pub follow_up: fn(),
    /// Everything in the sample county, by the day on which it was recorded.
    pub county: fn(&mut Names, Date) -> Vec<Recorded>,
    /// The page that asks for the passphrase.
    pub lock_screen: fn() -> AnyView,
    /// The dialogs that move projects.
    pub move_dialogs: fn(Moves) -> AnyView,
    /// What is red besides follow-ups, of my projects alone or of all: how many warnings, and the worst.
    pub reds: fn(bool) -> (usize, Vec<Red>),
}

/// A red warning as Today shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Red {
    /// The project.
    pub project: RecordId,
    /// What it is called.
    pub name: String,
    /// Why it is lit.
    pub reason: String,
    /// What clears it.
    pub clears: String,
    /// The link to where that is done.
    pub href: String,
}

/// The second part did not arrive: the network or the server is gone, and no offline copy is kept yet.
#[derive(Debug)]
pub struct Missing;

/// Where the second part is.
#[derive(Clone, Copy)]
enum Arrival {
    OnItsWay,
    Here(Later),
    Missing,
}

thread_local! {
    static ARRIVAL: RwSignal<Arrival> = page_lived(|| RwSignal::new(Arrival::OnItsWay));
    /// Who waits for it.
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
}

fn arrival() -> RwSignal<Arrival> {
    ARRIVAL.with(|arrival| *arrival)
}

/// Begins to load the second part. Called when the first page stands, and again when that failed.
pub fn load() {
    arrival().set(Arrival::OnItsWay);
    spawn_local(async {
        let outcome = part::fetch().await;
        if let Ok(later) = &outcome {
            (later.begin)();
        }
        arrival().set(outcome.map_or(Arrival::Missing, Arrival::Here));
        WAITING.take().into_iter().for_each(Waker::wake);
    });
}

/// The second part, once it is here; `None` if it did not arrive.
pub async fn arrived() -> Option<Later> {
    poll_fn(|context| match arrival().get_untracked() {
        Arrival::Here(later) => Poll::Ready(Some(later)),
        Arrival::Missing => Poll::Ready(None),
        Arrival::OnItsWay => {
            WAITING.with_borrow_mut(|all| all.push(context.waker().clone()));
            Poll::Pending
        }
    })
    .await
}

/// Asks the second part; the default until it is here. Followed.
pub fn ask<T: Default>(question: impl FnOnce(Later) -> T) -> T {
    match arrival().get() {
        Arrival::Here(later) => question(later),
        Arrival::OnItsWay | Arrival::Missing => T::default(),
    }
}

/// Has the second part do something, if it is here.
pub fn tell(what: impl FnOnce(Later)) {
    if let Arrival::Here(later) = arrival().get_untracked() {
        what(later);
    }
}

/// What the search box answers to what is typed; or why it cannot, while the second part is not here.
pub fn answers(typed: &str) -> Vec<Choice> {
    match arrival().get() {
        Arrival::Here(later) => (later.answers)(typed),
        Arrival::OnItsWay => vec![Choice::new(String::new(), shell::PART_COMING)],
        Arrival::Missing => vec![Choice::new(String::new(), shell::PART_MISSING)],
    }
}

/// Shows something of the second part as soon as it is here; at once if it is.
pub fn later(show: impl Fn(Later) -> AnyView + Send + 'static) -> AnyView {
    let view = move || match arrival().get() {
        Arrival::Here(later) => show(later),
        Arrival::OnItsWay => ().into_any(),
        Arrival::Missing => view! { <NotArrived/> }.into_any(),
    };
    view.into_any()
}

/// What stands in the place of a part that did not arrive.
#[component]
fn NotArrived() -> impl IntoView {
    view! {
        <EmptyState title=shell::PART_MISSING text=shell::PART_MISSING_TEXT>
            <Button label=shell::PART_RETRY on_press=load/>
        </EmptyState>
    }
    .into_any()
}
