//! The hearings: when each was, how many units were heard, and how what they promised stands.

use super::new::NewHearing;
use super::pledges::pledges_of;
use super::{FIRST, View, hearing_at};
use crate::domain::RecordId;
use crate::i18n::{assess_hearings as words, format};
use crate::rules::counting_year::first_month;
use crate::rules::hearing::{Hearing, Held, called, held, pledged};
use crate::rules::pledges::Standing;
use crate::store::Store;
use crate::ui::assessment::measured::measurer;
use crate::ui::lang::{lang, t};
use crate::ui::records::sums::{Cell, Head, Sums, To};
use crate::ui::routes::{A, navigate};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph, Level};
use crate::web::fullscreen;
use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn HearingsView() -> impl IntoView {
    let all = Memo::new(|_| {
        session::watch(|store| {
            let today = session::today();
            held(store, &pledged(store, &measurer(store), today, first_month(store.state())).all)
        })
        .unwrap_or_default()
    });
    let sums = Memo::new(move |_| all.with(|all| table(all)));
    let asking = RwSignal::new(false);
    let new = move || {
        session::is_now().then(|| {
            let ask = move || asking.set(true);
            view! { <Button label=words::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=ask/> }
        })
    };
    let above = move || {
        view! {
            <Next all/>
            <NewHearing open=asking/>
        }
        .into_any()
    };
    view! { <View word="" title=words::HEARINGS sums above rule=None empty=none buttons=new/> }.into_any()
}

fn none() -> AnyView {
    view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any()
}

fn table(all: &[Held]) -> Sums {
    let number = |name| Head::number(t(name));
    let heads = vec![
        Head::words(t(words::HEARING)),
        Head::words(t(words::DATE)),
        Head::words(t(words::CHAIR)),
        Head::words(t(words::PLACE)),
        number(words::HEARD),
        number(words::GIVEN),
        number(words::KEPT),
        number(words::BROKEN),
        number(words::OPEN),
        number(words::UNJUDGED),
    ];
    let row = |held: &Held| {
        let id = held.hearing.id;
        let name = match held.hearing.name.as_str() {
            "" => t(words::HEARING).to_owned(),
            name => name.to_owned(),
        };
        let given = |n, standing| Cell::count(n).to(To::At(pledges_of(None, standing, Some(id))));
        let count = held.count;
        vec![
            Cell::words(name).to(To::At(hearing_at(id, ""))),
            Cell::words(held.hearing.on.map(format::date).unwrap_or_default()),
            Cell::words(held.hearing.chair.clone()),
            Cell::words(held.hearing.place.clone()),
            Cell::count(held.heard).to(To::At(hearing_at(id, ""))),
            given(count.given, None),
            given(count.kept, Some(Standing::Kept)).lit(Level::Green),
            given(count.broken, Some(Standing::Broken)).lit(Level::Red),
            given(count.open, Some(Standing::Open)),
            given(count.unjudged, Some(Standing::Unjudged)).lit(Level::Yellow),
        ]
    };
    Sums { heads, rows: all.iter().map(row).collect(), total: None }
}

/// The hearing that comes next, or is today, with the way into it.
#[component]
fn Next(all: Memo<Vec<Held>>) -> impl IntoView {
    let next = Memo::new(move |_| {
        let today = session::today();
        all.with(|all| {
            let ahead = all.iter().rev().find(|held| held.hearing.on.is_some_and(|on| on >= today));
            ahead.map(|held| (held.hearing.id, held.heard))
        })
    });
    move || {
        let (id, heard) = next.get()?;
        let (name, said) = session::watch(|store| told(store, id, heard)).flatten()?;
        let enter = move || {
            fullscreen::enter();
            navigate(hearing_at(id, FIRST));
        };
        Some(view! {
            <section class="next-hearing">
                <h2><A to=Signal::stored(hearing_at(id, ""))>{name}</A></h2>
                <p>{said}</p>
                <Button label=words::ENTER icon=Glyph::Open on_press=enter/>
            </section>
        })
    }
}

/// The name of a hearing, and when, where and with whom it is.
fn told(store: &Store, id: RecordId, heard: usize) -> Option<(String, String)> {
    let l = lang();
    let today = session::today();
    let state = store.state();
    let hearing = Hearing::read(state, id, state.record(id)?);
    let called = called(state, store.index().rules(), hearing.as_of(today), hearing.first_month);
    let name = if hearing.name.is_empty() { t(words::HEARING).to_owned() } else { hearing.name };
    let on = hearing.on.map(|on| format!("{} {}", on, format::relative_day(l, on, today)));
    let heard = words::named(l, t(words::HEARD), &words::heard_of(heard, called));
    let parts = [on.unwrap_or_default(), hearing.place, hearing.chair, heard];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some((name, parts.join(" · ")))
}
