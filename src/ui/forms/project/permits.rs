//! 审批 of one project: planned back from the promised start (倒排工期), with what was done of it.

use super::belonging::{Belonging, Panel, Step, as_given, beneath};
use super::permit_chart::PermitChart;
use crate::domain::field::{PermitField as F, ProjectField as P};
use crate::domain::{Date, Field, Kind, RecordId};
use crate::i18n::{service as words, values};
use crate::ledger::Action;
use crate::rules::permits::{Permit, Template, critical, of_project, plan_edits, read, replanned, templates};
use crate::store::Store;
use crate::ui::forms::CellField;
use crate::ui::forms::ask::Asked;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Badge, Button, ButtonKind, Level, Light};
use leptos::prelude::*;

/// Days before the critical date from which its light is yellow.
const NEAR: i32 = 7;

const PANEL: Panel = Panel {
    kind: Kind::Permit,
    class: "permits",
    title: words::PERMITS,
    none: words::NO_PERMITS,
    add: words::ADD_PERMIT,
    asked: || [F::Name, F::Phase, F::Days, F::Department].map(Asked::new).into(),
    order: |store, project| permits_of(store, project).into_iter().map(|permit| permit.id).collect(),
    line,
    steps,
};

fn permits_of(store: &Store, project: RecordId) -> Vec<Permit> {
    of_project(store.state(), store.index().of(Kind::Permit, project))
}

/// The permits of a project, what it needs by the templates, and when it promised to start.
fn planned(store: &Store, project: RecordId) -> Option<(Vec<Permit>, Vec<Template>, Option<Date>)> {
    let state = store.state();
    let record = state.record(project)?;
    let needed = templates(state).into_iter().filter(|template| template.is_for(record)).collect();
    Some((permits_of(store, project), needed, record.get(P::PromisedStart).as_date()))
}

/// The panel.
#[component]
pub fn Permits(id: RecordId) -> impl IntoView {
    let permits = Memo::new(move |_| session::watch(|store| permits_of(store, id)).unwrap_or_default());
    let start = Memo::new(move |_| {
        session::watch(|store| store.state().get(id, P::PromisedStart).as_date()).flatten()
    });
    let any = Memo::new(move |_| permits.read().iter().any(|permit| permit.times.due.is_some()));
    let above = move || {
        let field = Field::from(P::PromisedStart);
        let field = field.def(Kind::Project).map(|def| view! { <CellField id field def/> });
        view! {
            <div class="promised">{field} {session::is_now().then(|| view! { <Plans id permits start/> })}</div>
            <Critical permits/>
            {move || any.get().then(|| view! { <PermitChart permits start/> })}
        }
    };
    view! { <Belonging id panel=PANEL above/> }
}

/// What can be done with a permit at once, under its fields.
pub fn permit_steps(id: RecordId) -> AnyView {
    if id.kind == Kind::Permit { beneath(id, PANEL) } else { ().into_any() }
}

/// The buttons that plan.
#[component]
fn Plans(id: RecordId, permits: Memo<Vec<Permit>>, start: Memo<Option<Date>>) -> impl IntoView {
    // How many permits the templates would add, and how many would be given another day.
    let counts = Memo::new(move |_| {
        let planned = session::watch(|store| planned(store, id)).flatten()?;
        let (permits, needed, start) = planned;
        let missing = needed.iter().filter(|wanted| !permits.iter().any(|permit| permit.name == wanted.name));
        Some((missing.count(), replanned(&permits, start?).len()))
    });
    let plan = move |with_templates: bool| {
        let edits = session::read(|store| {
            let (permits, needed, start) = planned(store, id)?;
            let needed = if with_templates { needed } else { Vec::new() };
            Some(plan_edits(id, &permits, &needed, start?, || session::new_id(Kind::Permit)))
        });
        session::run(Action::Edit, edits.flatten().unwrap_or_default());
    };
    move || {
        start.get()?;
        let (missing, moved) = counts.get()?;
        let none = permits.read().is_empty();
        let first = (none && missing > 0).then(|| {
            let label = Signal::derive(move || words::plan(lang(), missing));
            view! { <Button label kind=ButtonKind::Primary on_press=move || plan(true)/> }
        });
        let again = (!none && moved > 0).then(|| {
            let label = Signal::derive(move || words::plan_again(lang(), moved));
            view! { <Button label kind=ButtonKind::Primary on_press=move || plan(false)/> }
        });
        let more = (!none && missing > 0).then(|| {
            let label = Signal::derive(move || words::plan_missing(lang(), missing));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || plan(true)/> }
        });
        Some(view! {
            <div class="plans">{first} {again} {more}</div>
            <p class="quiet rule-of-plan">{t(words::RULE_OF_PLAN)}</p>
        })
    }
}

/// The critical date in words.
#[component]
fn Critical(permits: Memo<Vec<Permit>>) -> impl IntoView {
    let next = Memo::new(move |_| {
        permits.with(|permits| critical(permits).map(|(permit, begin)| (permit.name.clone(), begin)))
    });
    move || {
        let Some((name, begin)) = next.get() else {
            let permits = permits.read();
            let done = permits.iter().all(|permit| permit.times.done.is_some());
            let ahead = permits.iter().any(|permit| permit.times.is_ahead());
            let words = if done { words::ALL_GRANTED } else { words::ALL_APPLIED };
            return (!permits.is_empty() && !ahead)
                .then(|| view! { <p class="critical">{t(words)}</p> }.into_any());
        };
        let left = begin.since(session::today());
        let level = match left {
            ..0 => Level::Red,
            0..=NEAR => Level::Yellow,
            _ => Level::Green,
        };
        let words = Signal::derive(move || {
            let l = lang();
            words::critical(l, &words::permit_name(l, &name), begin, left)
        });
        Some(view! { <p class="critical"><Light level words/></p> }.into_any())
    }
}

/// What is said of one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    name: String,
    department: String,
    planned: String,
    happened: String,
    standing: Option<crate::i18n::Text>,
    by_hand: bool,
    /// The light and its words.
    light: Option<(bool, String)>,
    number: String,
}

fn said(id: RecordId) -> Said {
    let (l, today) = (lang(), session::today());
    let read = |store: &Store| {
        let state = store.state();
        let permit = read(state, id, state.record(id)?);
        let standing = match (permit.times.applied, permit.times.done) {
            (_, Some(_)) => words::GRANTED,
            (Some(_), None) => words::APPLIED,
            (None, None) => words::AHEAD,
        };
        let late = permit.times.overdue(today).map(|days| (true, words::days_left(l, -days)));
        let begins = permit.times.begins_late(today).map(|days| (true, words::days_left(l, -days)));
        let near = permit.times.due.filter(|_| permit.times.done.is_none()).map(|due| due.since(today));
        let near =
            near.filter(|left| (0..=NEAR).contains(left)).map(|left| (false, words::days_left(l, left)));
        Some(Said {
            name: words::permit_name(l, &permit.name),
            department: permit.department.map(|unit| values::record_name(l, state, unit)).unwrap_or_default(),
            planned: permit
                .times
                .due
                .map(|due| words::planned(l, permit.times.begin(), due))
                .unwrap_or_default(),
            happened: words::happened(l, permit.times.applied, permit.times.done),
            standing: Some(standing),
            by_hand: permit.is_by_hand(),
            light: late.or(begins).or(near),
            number: [
                permit.times.granted_late().map(|days| words::late_by(l, days)).unwrap_or_default(),
                state.get(id, F::Number).as_text().unwrap_or_default().to_owned(),
            ]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        })
    };
    session::watch(read).flatten().unwrap_or_default()
}

fn line(id: RecordId) -> AnyView {
    let said = Memo::new(move |_| said(id));
    let view = move || {
        let Said { name, department, planned, happened, standing, by_hand, light, number } = said.get();
        let badge = standing.map(|standing| {
            let text = Signal::derive(move || t(standing).to_owned());
            view! { <Badge text accent=standing == words::APPLIED/> }
        });
        let light = light.map(|(is_late, said)| {
            let level = if is_late { Level::Red } else { Level::Yellow };
            view! { <Light level words=Signal::stored(said)/> }
        });
        let quiet = |text: String| (!text.is_empty()).then(|| view! { <span class="quiet">{text}</span> });
        let by_hand = by_hand.then(|| view! { <span class="quiet">{t(words::BY_HAND)}</span> });
        view! {
            <p><strong>{name}</strong> {quiet(department)} {badge}</p>
            <p><span>{planned}</span> {by_hand} <span>{happened}</span> {light} {quiet(number)}</p>
        }
    };
    view.into_any()
}

fn steps(id: RecordId) -> Vec<Step> {
    let permit = session::watch(|store| Some(read(store.state(), id, store.state().record(id)?))).flatten();
    let today = session::today().to_string();
    let apply = Step {
        label: words::APPLY,
        asked: vec![Asked::new(F::AppliedOn).from(today.clone())],
        is_rare: false,
        edits: as_given,
    };
    let grant = Step {
        label: words::GRANT,
        asked: vec![Asked::new(F::DoneOn).from(today), Asked::new(F::Number)],
        is_rare: false,
        edits: as_given,
    };
    match permit {
        Some(permit) if permit.times.done.is_some() => Vec::new(),
        Some(permit) if permit.times.applied.is_some() => vec![grant],
        Some(_) => vec![apply, grant],
        None => Vec::new(),
    }
}
