//! How a trip stands: what it counts as, what is missing, filing and closing; and how many trips stand so.

use super::sheet::records;
use crate::domain::field::OutboundTripField as G;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::i18n::{format, shell, trips as words};
use crate::ledger::{Action, Edit};
use crate::rules::query::{Filter, Test};
use crate::rules::trips::{Fault, Trip, TripState, faults, state_of};
use crate::store::Store;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Route, Work, navigate};
use crate::ui::session::{self, Question};
use crate::ui::widgets::{Button, ButtonKind, Glyph, Level, Light};
use leptos::prelude::*;

/// Leads to the import of ledgers.
pub(super) fn import_link(_: Kind) -> AnyView {
    session::is_now()
        .then(
            || view! { <Button label=shell::IMPORT icon=Glyph::Upload on_press=|| navigate(Route::Import)/> },
        )
        .into_any()
}

/// The states of a trip that ask for something, or say who is out.
const STATES: [TripState; 4] = [TripState::ToFile, TripState::Filed, TripState::Out, TripState::ToClose];

/// How many trips are in each of [`STATES`], and of how many something has to be put right?
#[derive(PartialEq)]
struct Counted;

impl Question for Counted {
    type Answer = ([usize; STATES.len()], usize);

    fn answer(&self, store: &Store, today: Date) -> Self::Answer {
        let state = store.state();
        let (mut at, mut faulty) = ([0; STATES.len()], 0);
        for (_, record) in state.live(Kind::OutboundTrip) {
            let now = state_of(record, today);
            if let Some(n) = STATES.iter().position(|state| *state == now) {
                at[n] += 1;
            }
            faulty += usize::from(!faults(state, record, today).is_empty());
        }
        (at, faulty)
    }
}

/// Counts them before anybody asks.
pub(super) fn prepare(_: usize) -> bool {
    session::prepare(Counted);
    false
}

/// How many trips are to be filed, are out, are to be closed, or need something put right: each leads to them.
#[component]
pub(super) fn States() -> impl IntoView {
    let counts = Memo::new(move |_| *session::ask(Counted));
    let link = |key: &str, test: Test, label: crate::i18n::Text, n: usize| {
        let to = records(Work::Trips, vec![Filter { key: key.to_owned(), test }]).href();
        view! { <li><a href=to>{move || t(label)} " " <b>{format::count(n)}</b></a></li> }
    };
    let list = move || {
        let (at, faulty) = counts.get();
        let states = STATES.into_iter().zip(at).filter(|(_, n)| *n > 0).map(|(state, n)| {
            link("trip_state", Test::AnyOf(vec![state.word().to_owned()]), words::state(state), n)
        });
        let faulty = (faulty > 0).then(|| link("trip_faults", Test::Filled, words::TO_PUT_RIGHT, faulty));
        states.chain(faulty).collect_view()
    };
    view! { <ul class="trip-states" aria-label=move || t(words::STATES)>{list}</ul> }.into_any()
}

/// What a trip counts as.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stands {
    line: String,
    faults: Vec<Fault>,
    filed: Option<String>,
    closed: Option<String>,
    can_close: bool,
}

/// The panel under the fields of a trip.
pub(super) fn standing(id: RecordId) -> AnyView {
    let stands = Memo::new(move |_| {
        let (l, today) = (lang(), session::today());
        session::watch(|store| {
            let (state, rules) = (store.state(), store.index().rules());
            let record = state.record(id)?;
            let trip = Trip::read(state, rules, record);
            let at = state_of(record, today);
            // Who is still out is counted for the day he left; how long it will be nobody knows yet.
            let is_told = trip.end.is_some() || !record.get(G::Days).is_empty();
            let days = trip.days.filter(|_| is_told).map(|days| format::exact(days, 1));
            let day = |field: G| record.get(field).as_date().map(|day| day.to_string());
            Some(Stands {
                line: words::counts_as(l, trip.kind, days.as_deref(), at),
                faults: faults(state, record, today),
                filed: day(G::FiledOn).map(|day| words::filed(l, &day)),
                closed: day(G::ClosedOn).map(|day| words::closed_on(l, &day)),
                can_close: matches!(at, TripState::Out | TripState::ToClose),
            })
        })
        .flatten()
        .unwrap_or_default()
    });
    let set = move |field: G| {
        session::run(Action::Edit, vec![Edit::new(id, Field::from(field), Value::Date(session::today()))]);
    };
    let buttons = move || {
        let stands = stands.read();
        session::is_now().then(|| {
            let file = stands.filed.is_none().then(|| view! { <Button label=words::FILE on_press=move || set(G::FiledOn)/> });
            let close = stands
                .can_close
                .then(|| view! { <Button label=words::CLOSE kind=ButtonKind::Primary on_press=move || set(G::ClosedOn)/> });
            view! { {file} {close} }
        })
    };
    let done = move || {
        let stands = stands.read();
        let days = [stands.filed.clone(), stands.closed.clone()].into_iter().flatten();
        days.map(|day| view! { <li class="quiet">{day}</li> }).collect_view()
    };
    let missing = move || {
        let faults = stands.read().faults.clone();
        let line = |fault: Fault| {
            let level = if fault == Fault::NotFollowed { Level::Red } else { Level::Yellow };
            view! { <li><Light level words=Signal::derive(move || t(words::remedy(fault)).to_owned())/></li> }
        };
        faults.into_iter().map(line).collect_view()
    };
    view! {
        <section class="trip-standing" aria-label=move || t(words::STANDING)>
            <h3>{move || t(words::STANDING)}</h3>
            <p aria-label=move || t(words::COUNTS_AS)>{move || stands.read().line.clone()}</p>
            <ul class="done">{done}</ul>
            <ul class="missing">{missing}</ul>
            <p class="buttons">{buttons}</p>
        </section>
    }
    .into_any()
}
