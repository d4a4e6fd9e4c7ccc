//! 评选: the tasks that speak for an ox or a snail, what waits for approval, and what was decided.

use super::decide::{DecideDialog, Pick};
use super::{CERTIFICATES, Shown, award_name, nothing, record_at};
use crate::domain::field::KeyTaskField as K;
use crate::domain::{Kind, RecordId};
use crate::i18n::{assess_contests as words, format, values, widgets as widget_words};
use crate::ledger::Action;
use crate::rules::contests::{Speaks, phases, proposals};
use crate::rules::nominations::{Decision, Nomination, Proposed, award_of, nominate, nominations};
use crate::store::Store;
use crate::ui::assessment::period::follow;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, location, set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Dialog, Field, Glyph, Select, TextArea, TextInput};
use leptos::prelude::*;

/// What the address calls the phase, and from how many days on a task speaks for an award.
const PHASE: &str = "phase";
const EARLY: &str = "early";
const LATE: &str = "late";

/// A task that speaks for an award, as it is shown.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    task: RecordId,
    name: String,
    unit: Option<RecordId>,
    unit_name: String,
    person: Option<RecordId>,
    phase: String,
    due: String,
    done: String,
    speaks: Speaks,
    reason: String,
    stands: Option<Decision>,
}

/// A nomination, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub one: Nomination,
    pub unit: String,
}

/// The nominations of the round with the names of their units.
pub(super) fn told(shown: Shown) -> Memo<Vec<Told>> {
    Memo::new(move |_| {
        let l = lang();
        let Some(round) = shown.round.get() else { return Vec::new() };
        let read = |store: &Store| {
            let state = store.state();
            let all = nominations(state, round.id).into_iter();
            let name = |id: RecordId| values::record_name(l, state, id);
            all.map(|one| Told { unit: one.unit.map(name).unwrap_or_default(), one }).collect::<Vec<_>>()
        };
        session::watch(read).unwrap_or_default()
    })
}

/// The awards of a round.
#[component]
pub(super) fn Awards(shown: Shown) -> impl IntoView {
    let all = told(shown);
    let pick = RwSignal::new(None::<Pick>);
    view! {
        <Proposals shown/>
        <Waiting shown all pick/>
        <Decided shown all/>
        <DecideDialog pick/>
    }
    .into_any()
}

/// The tasks that speak for an award.
#[component]
fn Proposals(shown: Shown) -> impl IntoView {
    let (phase, early, late) = (use_query(PHASE), use_query(EARLY), use_query(LATE));
    let days = |text: &str| text.parse::<i32>().ok().filter(|days| *days > 0).unwrap_or(1);
    let lines = Memo::new(move |_| {
        let Some(round) = shown.round.get() else { return Vec::new() };
        let (phase, edges) = (phase.get(), (days(&early.read()), days(&late.read())));
        session::watch(|store| lines(store, round.id, &phase, edges)).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let id = shown.round.with(|round| round.as_ref().map(|round| round.id));
        let all = id.and_then(|id| session::watch(|store| phases(store.state(), id))).unwrap_or_default();
        let each = all.into_iter().map(|phase| Choice::new(phase.clone(), phase));
        std::iter::once(Choice::new("", words::ALL_PHASES)).chain(each).collect::<Vec<_>>()
    });
    let picked = RwSignal::new(None::<Line>);
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let row = move |line: Line| {
        let l = lang();
        let award = words::award(l, award_of(line.speaks));
        let label = words::nominate(l, &award, &line.name);
        let asked = line.clone();
        let ask = move || {
            reason.set(asked.reason.clone());
            picked.set(Some(asked.clone()));
            open.set(true);
        };
        let state = match line.stands {
            Some(Decision::Approved) => t(words::APPROVED).into_any(),
            Some(_) => t(words::OPEN).into_any(),
            None => session::is_now()
                .then(|| view! { <Button label=words::NOMINATE title=Signal::stored(label) on_press=ask/> })
                .into_any(),
        };
        view! {
            <tr>
                <th scope="row"><A to=Signal::stored(record_at(line.task))>{line.name}</A></th>
                <td>{line.unit_name}</td>
                <td>{line.phase}</td>
                <td class="day">{line.due}</td>
                <td class="day">{line.done}</td>
                <td>{words::speaks(l, line.speaks)}</td>
                <td>{award}</td>
                <td class="do">{state}</td>
            </tr>
        }
    };
    let body = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return nothing(words::NO_PROPOSALS);
        }
        let heads =
            [words::TASK, words::UNIT, words::PHASE, words::DUE, words::DONE, words::DAYS_OFF, words::AWARD];
        view! {
            <div class="table-wrap"><table class="proposals">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view()}<td></td></tr></thead>
                <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    let nominate_it = move || {
        let (Some(line), Some(round)) = (picked.get_untracked(), shown.round.get_untracked()) else { return };
        let proposed = Proposed {
            award: award_of(line.speaks).to_owned(),
            unit: line.unit,
            person: line.person,
            task: Some(line.task),
            phase: line.phase,
            reason: reason.get_untracked(),
        };
        let edits = nominate(session::new_id(Kind::Nomination), round.id, &proposed, session::today());
        if session::run(Action::Create, edits) {
            open.set(false);
        }
    };
    let title = Signal::derive(move || {
        let l = lang();
        picked
            .with(|line| {
                line.as_ref()
                    .map(|line| words::nominate(l, &words::award(l, award_of(line.speaks)), &line.name))
            })
            .unwrap_or_default()
    });
    let footer = move || {
        view! {
            <Button label=widget_words::CANCEL on_press=move || open.set(false)/>
            <Button label=words::NOMINATE kind=ButtonKind::Primary on_press=nominate_it/>
        }
    };
    let edge = |name: &'static str, label, value: Memo<String>| {
        let shown = follow(move || days(&value.read()).to_string());
        view! {
            <Field label><TextInput value=shown inputmode="numeric" on_commit=move |text: String| set_query(name, text.trim())/></Field>
        }
    };
    view! {
        <section class="award-part">
            <h2>{move || t(words::PROPOSALS)}</h2>
            <p class="help">{move || t(words::PROPOSALS_NOTE)}</p>
            <div class="pickers">
                <Field label=words::PHASE>
                    <Select value=follow(move || phase.get()) options on_change=|phase: String| set_query(PHASE, &phase)/>
                </Field>
                {edge(EARLY, words::EARLY, early)}
                {edge(LATE, words::LATE, late)}
            </div>
            {body}
        </section>
        <Dialog open title footer><Field label=words::REASON><TextArea value=reason rows=4/></Field></Dialog>
    }
    .into_any()
}

fn lines(store: &Store, round: RecordId, phase: &str, edges: (i32, i32)) -> Vec<Line> {
    let (l, state) = (lang(), store.state());
    let known = nominations(state, round);
    let today = session::today();
    let found = proposals(state, round, Some(phase).filter(|phase| !phase.is_empty()), today, edges);
    let line = |proposal: crate::rules::contests::Proposal| {
        let record = state.record(proposal.task)?;
        let text = |field: K| record.get(field).as_text().unwrap_or_default();
        let due = record.get(K::DueOn).as_date()?;
        // What lies ahead is not done yet.
        let done = record.get(K::DoneOn).as_date().filter(|done| *done <= today);
        let award = award_of(proposal.speaks);
        let same = |one: &&Nomination| one.stands_for(award, proposal.unit, Some(proposal.task));
        Some(Line {
            task: proposal.task,
            name: text(K::Name).to_owned(),
            unit: proposal.unit,
            unit_name: proposal.unit.map(|unit| values::record_name(l, state, unit)).unwrap_or_default(),
            person: record.get(K::Owner).as_ref_id().map(|id| state.resolve(id)),
            phase: text(K::Phase).to_owned(),
            due: format::date(due),
            done: done.map(format::date).unwrap_or_default(),
            speaks: proposal.speaks,
            reason: words::reason(l, text(K::Name), text(K::Node), due, done, proposal.speaks),
            stands: known.iter().find(same).map(|one| one.decision),
        })
    };
    found.into_iter().filter_map(line).collect()
}

/// What waits for approval.
#[component]
fn Waiting(shown: Shown, all: Memo<Vec<Told>>, pick: RwSignal<Option<Pick>>) -> impl IntoView {
    let row = move |told: Told| {
        let l = lang();
        let award = shown.worked.with(|worked| award_name(worked, &told.one.award));
        let button = |text, approved: bool, icon| {
            let id = told.one.id;
            let title = format!("{} · {award}", told.unit);
            let label = words::of_whom(l, text, &award, &told.unit);
            let press = move || pick.set(Some(Pick { id, approved, title: title.clone() }));
            view! { <Button label=text icon title=Signal::stored(label) on_press=press/> }
        };
        let buttons = session::is_now().then(|| {
            view! { {button(words::APPROVE, true, Glyph::Check)} {button(words::REFUSE, false, Glyph::Close)} }
        });
        view! {
            <tr>
                <th scope="row"><A to=Signal::stored(record_at(told.one.id))>{award.clone()}</A></th>
                <td>{told.unit.clone()}</td>
                <td class="reason">{told.one.reason.clone()}</td>
                <td class="day">{told.one.on.map(format::date)}</td>
                <td class="do">{buttons}</td>
            </tr>
        }
    };
    let body = move || {
        let open: Vec<Told> =
            all.get().into_iter().filter(|told| told.one.decision == Decision::Open).collect();
        if open.is_empty() {
            return nothing(words::NONE_OPEN);
        }
        let heads = [words::AWARD, words::UNIT, words::REASON, words::PROPOSED_ON];
        view! {
            <div class="table-wrap"><table class="waiting">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view()}<td></td></tr></thead>
                <tbody>{open.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    view! { <section class="award-part"><h2>{move || t(words::OPEN)}</h2>{body}</section> }.into_any()
}

/// What was decided.
#[component]
fn Decided(shown: Shown, all: Memo<Vec<Told>>) -> impl IntoView {
    let row = move |told: Told| {
        let award = shown.worked.with(|worked| award_name(worked, &told.one.award));
        let is_approved = told.one.decision == Decision::Approved;
        let paper = is_approved.then(|| {
            let word = if words::is_honour(&told.one.award) { words::CERTIFICATE } else { words::NOTICE };
            let id = told.one.id.to_string();
            let to = Signal::derive(move || {
                let mut here = location();
                here.query.set(super::SHOW, CERTIFICATES);
                here.query.set(super::certificates::ONE, &id);
                here
            });
            view! { <A to>{t(word)}</A> }
        });
        view! {
            <tr>
                <th scope="row"><A to=Signal::stored(record_at(told.one.id))>{award}</A></th>
                <td>{told.unit}</td>
                <td class="reason">{told.one.reason}</td>
                <td>{t(if is_approved { words::APPROVED } else { words::REFUSED })}</td>
                <td>{told.one.decided_by}</td>
                <td class="day">{told.one.decided_on.map(format::date)}</td>
                <td class="do">{paper}</td>
            </tr>
        }
    };
    let decided = move || -> Vec<Told> {
        all.get().into_iter().filter(|told| told.one.decision != Decision::Open).collect()
    };
    let body = move || {
        let decided = decided();
        if decided.is_empty() {
            return nothing(words::NONE_DECIDED);
        }
        let heads =
            [words::AWARD, words::UNIT, words::REASON, words::DECISION, words::DECIDED_BY, words::DECIDED_ON];
        view! {
            <div class="table-wrap"><table class="decided">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view()}<td></td></tr></thead>
                <tbody>{decided.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        }
        .into_any()
    };
    let any =
        Memo::new(move |_| all.with(|all| all.iter().any(|told| told.one.decision == Decision::Approved)));
    let print = move || {
        any.get().then(|| {
            let go = || set_query(super::SHOW, CERTIFICATES);
            view! { <Button label=words::CERTIFICATES icon=Glyph::Print on_press=go/> }
        })
    };
    view! {
        <section class="award-part">
            <header><h2>{move || t(words::DECIDED)}</h2>{print}</header>
            {body}
        </section>
    }
    .into_any()
}
