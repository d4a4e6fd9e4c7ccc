//! 政策兑现 of one project: what was promised, what is due, what was paid.

use super::belonging::{Belonging, Given, Panel, Step, as_given, beneath};
use crate::domain::field::PolicyPromiseField as F;
use crate::domain::money::Money;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{format, labels, service as words, values};
use crate::ledger::Edit;
use crate::rules::promises::{Promise, Standing, pay, read};
use crate::store::Store;
use crate::ui::forms::ask::Asked;
use crate::ui::forms::money;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Badge, Level, Light, toast};
use leptos::prelude::*;

const PANEL: Panel = Panel {
    kind: Kind::PolicyPromise,
    class: "promises",
    title: words::PROMISES,
    none: words::NO_PROMISES,
    add: words::ADD_PROMISE,
    asked: || {
        [F::Name, F::Condition, F::Amount, F::DueOn, F::Department, F::FairReview].map(Asked::new).into()
    },
    order,
    line,
    steps,
};

/// The panel.
#[component]
pub fn Promises(id: RecordId) -> impl IntoView {
    view! { <Belonging id panel=PANEL/> }
}

/// What can be done with a promise at once, under its fields.
pub fn promise_steps(id: RecordId) -> AnyView {
    beneath(id, PANEL)
}

fn promise(store: &Store, id: RecordId) -> Option<Promise> {
    store.state().record(id).map(|record| read(store.state(), store.index().rules(), id, record))
}

/// What is due first comes first; what was paid, last.
fn order(store: &Store, project: RecordId) -> Vec<RecordId> {
    let mut ids = store.index().of(Kind::PolicyPromise, project).to_vec();
    let today = session::today();
    ids.sort_by_cached_key(|&id| {
        let promise = promise(store, id);
        let paid = promise.as_ref().is_none_or(|promise| promise.standing(today) == Standing::Paid);
        let due = promise.and_then(|promise| promise.due);
        (paid, due.is_none(), due)
    });
    ids
}

/// What is said of one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    name: String,
    amount: String,
    due: String,
    standing: Option<Standing>,
    /// Days until it is due.
    left: Option<i32>,
    condition: String,
    department: String,
    proof: String,
    is_reviewed: bool,
    /// Why its amount is in no sum; empty where it is.
    no_rate: String,
}

fn said(id: RecordId) -> Said {
    let (l, today) = (lang(), session::today());
    let read = |store: &Store| {
        let (state, promise) = (store.state(), promise(store, id)?);
        let text = |field: F| state.get(id, field).as_text().unwrap_or_default().to_owned();
        let money = |field: F| {
            state.get(id, field).as_money().map(|money| values::money(l, money)).unwrap_or_default()
        };
        let condition = text(F::Condition);
        let paid_on = state.get(id, F::PaidOn).as_date().map(format::date);
        let proof = [paid_on.unwrap_or_default(), text(F::Proof)];
        Some(Said {
            name: text(F::Name),
            amount: words::paid_of(l, &money(F::Paid), &money(F::Amount)),
            due: promise.due.map(|due| words::due_on(l, due)).unwrap_or_default(),
            standing: Some(promise.standing(today)),
            left: promise.due.map(|due| due.since(today)),
            condition: if condition.is_empty() { condition } else { words::on_condition(l, &condition) },
            department: promise
                .department
                .map(|unit| values::record_name(l, state, unit))
                .unwrap_or_default(),
            proof: proof.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            is_reviewed: promise.is_reviewed,
            no_rate: promise
                .no_rate
                .map(|currency| words::without_rate(l, labels::currency(currency).get(l)))
                .unwrap_or_default(),
        })
    };
    session::watch(read).flatten().unwrap_or_default()
}

fn line(id: RecordId) -> AnyView {
    let said = Memo::new(move |_| said(id));
    let view = move || {
        let Said { name, amount, due, standing, left, condition, department, proof, .. } = said.get();
        let (is_reviewed, no_rate) = said.with(|said| (said.is_reviewed, said.no_rate.clone()));
        let badge = standing.map(|standing| {
            let text = Signal::derive(move || t(words::promise_standing(standing)).to_owned());
            view! { <Badge text accent=standing == Standing::Owed/> }
        });
        let light = left.and_then(|left| {
            let said = Signal::derive(move || words::days_left(lang(), left));
            match standing? {
                // On the day itself it is owed, and not late: as in the warnings.
                Standing::Owed if left < 0 => Some(view! { <Light level=Level::Red words=said/> }.into_any()),
                Standing::Owed | Standing::Soon => {
                    Some(view! { <Light level=Level::Yellow words=said/> }.into_any())
                }
                _ => None,
            }
        });
        let quiet = |text: String| (!text.is_empty()).then(|| view! { <span class="quiet">{text}</span> });
        let unreviewed = (!is_reviewed && standing.is_some())
            .then(|| view! { <p class="more"><strong>{t(words::UNREVIEWED)}</strong></p> });
        let no_rate = (!no_rate.is_empty()).then(|| view! { <p class="more">{no_rate}</p> });
        let condition = (!condition.is_empty()).then(|| view! { <p class="more">{condition}</p> });
        view! {
            <p><strong>{name}</strong> <span class="amount">{amount}</span> {badge}</p>
            <p>{quiet(department)} {quiet(due)} {light} {quiet(proof)}</p>
            {condition}
            {no_rate}
            {unreviewed}
        }
    };
    view.into_any()
}

fn steps(id: RecordId) -> Vec<Step> {
    let promise = session::watch(|store| promise(store, id)).flatten();
    let Some(promise) = promise else { return Vec::new() };
    if promise.standing(session::today()) == Standing::Paid {
        return Vec::new();
    }
    let left = Signal::derive(move || {
        let left = session::watch(|store| {
            let state = store.state();
            let amount = state.get(id, F::Amount).as_money()?;
            let paid = state.get(id, F::Paid).as_money();
            let paid = paid.filter(|paid| paid.currency == amount.currency).map_or(0, |paid| paid.units);
            Some(Money { units: amount.units.saturating_sub(paid).max(0), ..amount })
        });
        money::text(left.flatten())
    });
    let day = Asked::new(F::PaidOn).from(session::today().to_string());
    let amount = Asked::new(F::Paid).from(left.get()).called(words::PAID_NOW);
    let asked = match promise.is_money() {
        true => vec![amount, day, Asked::new(F::Proof)],
        false => vec![day, Asked::new(F::Proof)],
    };
    let pay = Step { label: words::PAY, asked, is_rare: false, edits: paid };
    let met = Step { label: words::CONDITION_MET, asked: Vec::new(), is_rare: false, edits: met };
    if promise.is_met { vec![pay] } else { vec![met, Step { is_rare: true, ..pay }] }
}

fn met(id: RecordId, _: Given) -> Option<Vec<Edit>> {
    as_given(id, vec![(F::ConditionMet.into(), Value::Bool(true))])
}

fn paid(id: RecordId, given: Given) -> Option<Vec<Edit>> {
    let amount = given.iter().find_map(|(_, value)| value.as_money());
    let on = given.iter().find_map(|(_, value)| value.as_date()).unwrap_or_else(session::today);
    let proof = given.iter().find_map(|(_, value)| value.as_text()).unwrap_or_default();
    let edits =
        session::read(|store| pay(store.state(), store.index().rules(), id, amount, on, proof)).flatten();
    if edits.is_none() {
        toast(words::NO_RATE);
    }
    edits
}
