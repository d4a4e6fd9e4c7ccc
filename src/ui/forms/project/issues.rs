//! 问题要素 of one project: who has each of them and for how long.

use super::belonging::{Belonging, Given, Panel, Step, as_given, beneath};
use crate::domain::field::IssueField as Q;
use crate::domain::lists::List;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{Lang, service as words, values};
use crate::ledger::{Edit, State};
use crate::rules::issues::{Issue, Standing, hand_over, read, solve};
use crate::store::Store;
use crate::ui::forms::ask::Asked;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Badge, Level, Light};
use leptos::prelude::*;

/// Days before the day set from which a light is yellow.
const NEAR: i32 = 3;

const PANEL: Panel = Panel {
    kind: Kind::Issue,
    class: "issues",
    title: words::ISSUES,
    none: words::NO_ISSUES,
    add: words::RAISE,
    asked: || [Q::Name, Q::Factor, Q::Wanted, Q::Department, Q::DueOn].map(Asked::new).into(),
    order,
    line,
    steps,
};

/// The panel.
#[component]
pub fn Issues(id: RecordId) -> impl IntoView {
    view! { <Belonging id panel=PANEL/> }
}

/// What can be done with a problem at once, under its fields.
pub fn issue_steps(id: RecordId) -> AnyView {
    beneath(id, PANEL)
}

/// What is open comes first, by the day on which it is due.
fn order(store: &Store, project: RecordId) -> Vec<RecordId> {
    let state = store.state();
    let mut ids = store.index().of(Kind::Issue, project).to_vec();
    ids.sort_by_key(|&id| {
        let due = state.get(id, Q::DueOn).as_date();
        (!state.get(id, Q::SolvedOn).is_empty(), due.is_none(), due)
    });
    ids
}

fn issue(store: &Store, id: RecordId) -> Option<Issue> {
    store.state().record(id).map(|record| read(store.state(), id, record))
}

/// What is said of one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    name: String,
    factor: String,
    standing: Option<Standing>,
    who: String,
    handed: usize,
    /// Who had it and for how long, where more than one had it.
    turns: String,
    /// Days left, while it is open.
    left: Option<i32>,
    solution: String,
}

fn said(id: RecordId) -> Said {
    let (l, today) = (lang(), session::today());
    let read = |store: &Store| {
        let (state, issue) = (store.state(), issue(store, id)?);
        let text = |field: Q| state.get(id, field).as_text().unwrap_or_default().to_owned();
        let last = issue.last();
        let department = last.department.map(|unit| values::record_name(l, state, unit)).unwrap_or_default();
        let factor = values::list_word(l, state, List::Factor, &issue.factor);
        let factor = [factor, text(Q::Wanted)].into_iter().filter(|part| !part.is_empty());
        Some(Said {
            name: text(Q::Name),
            factor: factor.collect::<Vec<_>>().join(" "),
            standing: Some(issue.standing),
            who: match issue.solved {
                Some(on) => words::solved(l, &department, on, issue.age(today)),
                None => words::held(l, &department, issue.held_days(today)),
            },
            handed: issue.hand_overs(),
            turns: turns(l, state, &issue),
            left: issue.due.filter(|_| issue.is_open()).map(|due| due.since(today)),
            solution: text(Q::Solution),
        })
    };
    session::watch(read).flatten().unwrap_or_default()
}

/// `自然资源局 4 天 → 发展改革局 11 天`; nothing where one alone had it.
fn turns(l: Lang, state: &State, issue: &Issue) -> String {
    if issue.hand_overs() == 0 {
        return String::new();
    }
    let last = issue.turns.len().saturating_sub(1);
    let turns = issue.turn_days(session::today()).into_iter().enumerate();
    let said = turns.map(|(at, (department, days))| {
        let name = department.map(|unit| values::record_name(l, state, unit));
        words::turn(l, &name.unwrap_or_else(|| words::NOBODY.get(l).to_owned()), days, at == last)
    });
    said.collect::<Vec<_>>().join(" → ")
}

fn line(id: RecordId) -> AnyView {
    let said = Memo::new(move |_| said(id));
    let view = move || {
        let Said { name, factor, standing, who, handed, turns, left, solution } = said.get();
        let badge = standing.map(|standing| {
            let text = Signal::derive(move || t(words::issue_standing(standing)).to_owned());
            view! { <Badge text accent=standing == Standing::Waiting/> }
        });
        let due = left.map(|left| {
            let said = Signal::derive(move || words::days_left(lang(), left));
            match left {
                ..0 => view! { <Light level=Level::Red words=said/> }.into_any(),
                0..=NEAR => view! { <Light level=Level::Yellow words=said/> }.into_any(),
                _ => view! { <span class="quiet">{said}</span> }.into_any(),
            }
        });
        let handed =
            (handed > 0).then(|| view! { <span class="quiet">{words::hand_overs(lang(), handed)}</span> });
        let factor = (!factor.is_empty()).then(|| view! { <span class="quiet">{factor}</span> });
        let turns = (!turns.is_empty()).then(|| view! { <p class="more">{turns}</p> });
        let solution = (!solution.is_empty()).then(|| view! { <p class="more">{solution}</p> });
        view! {
            <p><strong>{name}</strong> {factor} {badge}</p>
            <p><span>{who}</span> {handed} {due}</p>
            {turns}
            {solution}
        }
    };
    view.into_any()
}

fn steps(id: RecordId) -> Vec<Step> {
    let standing = session::watch(|store| issue(store, id).map(|issue| issue.standing)).flatten();
    let today = session::today().to_string();
    let step = |label, edits| Step { label, asked: Vec::new(), is_rare: false, edits };
    let hand = Step {
        asked: vec![Asked::new(Q::Department).called(words::HAND_OVER)],
        ..step(words::HAND_OVER, handed)
    };
    let close = Step {
        asked: vec![Asked::new(Q::SolvedOn).from(today), Asked::new(Q::Solution)],
        ..step(words::SOLVE, solved)
    };
    let off =
        Step { is_rare: true, ..step(words::SUSPEND, |id, _| set(id, Q::Suspended, Value::Bool(true))) };
    match standing {
        None => Vec::new(),
        Some(Standing::Waiting) => vec![step(words::ACCEPT, accepted), hand, close, off],
        Some(Standing::InHand) => vec![hand, close, off],
        Some(Standing::Suspended) => {
            vec![step(words::RESUME, |id, _| set(id, Q::Suspended, Value::Empty)), close]
        }
        Some(Standing::Solved) => {
            vec![Step { is_rare: true, ..step(words::REOPEN, |id, _| set(id, Q::SolvedOn, Value::Empty)) }]
        }
    }
}

fn set(id: RecordId, field: Q, value: Value) -> Option<Vec<Edit>> {
    as_given(id, vec![(field.into(), value)])
}

fn accepted(id: RecordId, _: Given) -> Option<Vec<Edit>> {
    set(id, Q::AcceptedOn, Value::Date(session::today()))
}

fn handed(id: RecordId, given: Given) -> Option<Vec<Edit>> {
    let to = given.iter().find_map(|(_, value)| value.as_ref_id())?;
    let edits = session::read(|store| hand_over(store.state(), id, to, session::today()))?;
    Some(edits.into_iter().map(|edit| edit.numbered(session::element)).collect())
}

fn solved(id: RecordId, given: Given) -> Option<Vec<Edit>> {
    let on = given.iter().find_map(|(_, value)| value.as_date())?;
    let solution = given.iter().find_map(|(_, value)| value.as_text()).unwrap_or_default();
    session::read(|store| solve(store.state(), id, on, solution))
}
