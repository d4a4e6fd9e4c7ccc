//! 线索时钟: the reply, the assessment and the feedback that a lead waits for, each with its last day.

use crate::domain::field::ProjectField as P;
use crate::domain::{Date, RecordId, Value};
use crate::i18n::{format, warnings as words};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::warnings::{LeadClock, LeadStep, Taken, Watch};
use crate::ui::forms::warnings::lamp;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Level, Light};
use leptos::prelude::*;

/// The panel; nothing from 洽谈 on once all is answered, nor of a project that left.
#[component]
pub fn Lead(id: RecordId) -> impl IntoView {
    let clock = Memo::new(move |_| {
        let today = session::today();
        session::watch(|store| Watch::new(store, today).lead_clock(id)).flatten()
    });
    let body = move |clock: LeadClock| {
        match clock {
        LeadClock::NotBegun => view! {
            <p class="help">{move || t(words::CLOCK_NOT_BEGUN)}</p>
            {session::is_now().then(|| view! { <Button label=words::CONTACTED_TODAY on_press=move || take(id, P::ContactedOn)/> })}
        }
        .into_any(),
        LeadClock::Runs(contacted, steps) => view! {
            <p class="help">{move || words::clock_from(lang(), &contacted.to_string())}</p>
            <ol>{steps.into_iter().map(|step| line(id, step)).collect_view()}</ol>
        }
        .into_any(),
    }
    };
    move || {
        clock.get().map(|clock| {
            view! {
                <section class="panel lead-clock" aria-label=move || t(words::LEAD_CLOCK)>
                    <h2>{move || t(words::LEAD_CLOCK)}</h2>
                    {body(clock)}
                </section>
            }
        })
    }
}

/// Says that something was done today.
fn take(id: RecordId, field: P) {
    session::run(Action::Edit, vec![Edit::new(id, CellKey::one(field), Value::Date(session::today()))]);
}

fn line(id: RecordId, step: LeadStep) -> AnyView {
    let LeadStep { rule, field, taken, due, level } = step;
    let name = move || t(words::lead_step(rule));
    let stands = match taken {
        Taken::Yes(day) => view! {
            <span class="quiet">{move || words::taken(lang(), day.map(format::date).as_deref())}</span>
        }
        .into_any(),
        Taken::No => {
            let left = move |today: Date| words::lead_left(lang(), due.since(today));
            let words = Signal::derive(move || left(session::today()));
            let level = level.map_or(Level::Green, lamp);
            view! { <Light level words/> " " <small class="quiet">{move || words::until(lang(), &due.to_string())}</small> }
                .into_any()
        }
    };
    let label = Signal::derive(move || words::take(lang(), field));
    let act = (taken == Taken::No && session::is_now())
        .then(|| view! { <Button label kind=ButtonKind::Quiet on_press=move || take(id, field)/> });
    view! { <li data-taken=matches!(taken, Taken::Yes(_)).then_some("true")><b>{name}</b> <span>{stands}</span> {act}</li> }
        .into_any()
}
