//! The eight stages as a row of steps, with dates and the warning light.

use super::warnings::ProjectLight;
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Field, Kind, RecordId, Stage};
use crate::i18n::{format, labels, project as words, values};
use crate::rules::reached;
use crate::ui::forms::Moves;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use leptos::ev;
use leptos::prelude::*;

/// The track. A step is a button that moves the project there.
#[component]
pub fn StageTrack(id: RecordId, moves: Moves) -> impl IntoView {
    let at = Memo::new(move |_| session::watch(|store| store.index().project(id).map(|s| s.stage)).flatten());
    let step = move |&stage: &Stage| {
        let date = Memo::new(move |_| {
            session::watch(|store| {
                let reached = reached(store.state().record(id)?);
                reached[stage.milestone() as usize].event
            })
            .flatten()
        });
        let state = move || match at.get() {
            Some(now) if now == stage => "now",
            Some(now) if now > stage => "past",
            _ => "ahead",
        };
        let current = move || (at.get() == Some(stage)).then_some("step");
        view! {
            <li data-state=state>
                <button
                    type="button"
                    aria-current=current
                    disabled=!session::is_now()
                    on:click=heard(ev::click, move |_| match at.get_untracked() {
                        Some(now) if now == stage => moves.milestone(id, stage.milestone()),
                        _ => moves.to_stage(id, stage, None),
                    })
                >
                    <span>{move || t(labels::stage(stage))}</span>
                    {move || date.get().map(step_date)}
                </button>
            </li>
        }
    };
    view! {
        <div class="track">
            <ol aria-label=move || t(words::STAGES)>{Stage::ALL.iter().map(step).collect_view()}</ol>
            <Gist id/>
            <ProjectLight id/>
        </div>
    }
    .into_any()
}

/// A date whose year goes where there is no room for it.
fn step_date(on: Date) -> impl IntoView {
    let iso = format::date(on);
    let (year, rest) = iso.split_at_checked(5).unwrap_or(("", &iso));
    view! { <time datetime=iso.clone()><span class="year">{year.to_owned()}</span>{rest.to_owned()}</time> }
}

/// What a project is, in a line: its total investment, its investor and who follows it.
#[component]
fn Gist(id: RecordId) -> impl IntoView {
    let said = Memo::new(move |_| {
        session::watch(|store| {
            let (l, state) = (lang(), store.state());
            let name =
                |field: P| state.get(id, field).as_ref_id().map(|to| values::record_name(l, state, to));
            let amount = state.get(id, P::TotalInvestment).as_money().map(|amount| values::money(l, amount));
            let others = [P::Investor, P::Owner].into_iter().filter_map(name).collect::<Vec<_>>();
            (amount, others)
        })
        .unwrap_or_default()
    });
    move || {
        let (amount, others) = said.get();
        let others = others.into_iter().map(|name| view! { <span>{name}</span> }).collect_view();
        let total = labels::field(Kind::Project, Field::from(P::TotalInvestment)).map(t);
        view! { <p class="gist"><span class="visually-hidden">{total}</span><strong>{amount}</strong>{others}</p> }
    }
}
