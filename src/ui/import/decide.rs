//! The choices about a duplicate: by button or by the keys 1 to 4.

use super::work::{self, signals};
use crate::exchange::import::{Decision, RowPlan};
use crate::i18n::import as words;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, ButtonKind, Field, Kbd, TextInput, toast};
use crate::web::page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The choices, in the order of their keys.
fn choices() -> [Decision; 4] {
    [Decision::Merge, Decision::Update, Decision::KeepBoth(String::new()), Decision::Skip]
}

/// The place of keeping both among them.
const KEEP_BOTH: usize = 2;

/// The choices for a row, with the reason for keeping both.
pub fn decide(row: usize) -> AnyView {
    let decided = Memo::new(move |_| {
        let plan = |plan: &crate::exchange::import::Plan| plan.rows.get(row).map(|row| kind(&row.decision));
        work::watch(|job| job.plan().and_then(plan)).flatten().flatten()
    });
    let reason = RwSignal::new(String::new());
    let asking = RwSignal::new(false);
    let field: NodeRef<html::Input> = NodeRef::new();
    let settle = move |decision: Decision| {
        asking.set(false);
        set(row, decision);
        go_on(row);
    };
    let choose = move |at: usize| match choices().into_iter().nth(at) {
        Some(Decision::KeepBoth(_)) => {
            asking.set(true);
            if let Some(Some(field)) = field.try_get_untracked() {
                let _ = field.focus();
            }
        }
        Some(decision) => settle(decision),
        None => {}
    };
    let keep = move |text: String| {
        if !text.trim().is_empty() {
            settle(Decision::KeepBoth(text.trim().to_owned()));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let typing =
            event.target().and_then(|target| target.dyn_into().ok()).is_some_and(|e| page::is_typing(&e));
        let digit = event.key().parse::<usize>().ok().filter(|n| (1..=4).contains(n));
        if let (Some(digit), false) =
            (digit, typing || event.ctrl_key() || event.alt_key() || event.meta_key())
        {
            event.prevent_default();
            choose(digit - 1);
        }
    };
    let listener = window_event_listener(leptos::ev::keydown, on_key);
    on_cleanup(move || listener.remove());
    let button = move |(at, decision): (usize, Decision)| {
        let (name, what) = words::decision(&decision);
        // While the reason is asked for, keeping both is what was chosen.
        let pressed =
            move || (if asking.get() { at == KEEP_BOTH } else { decided.get() == Some(at) }).to_string();
        view! {
            <li>
                <button type="button" aria-pressed=pressed on:click=heard(ev::click, move |_| choose(at))>
                    <Kbd keys=["1", "2", "3", "4"][at]/>
                    <span><strong>{move || t(name)}</strong> <small>{move || t(what)}</small></span>
                </button>
            </li>
        }
    };
    let why = move || {
        asking.get().then(|| {
            view! {
                <Field label=words::REASON help=words::REASON_MISSING>
                    <TextInput
                        value=reason
                        placeholder=Signal::derive(move || t(words::REASON_EXAMPLE).to_owned())
                        on_commit=keep
                        autofocus=true
                        node_ref=field
                    />
                </Field>
                <Button label=words::KEEP_BOTH_NOW kind=ButtonKind::Primary on_press=move || keep(reason.get_untracked())/>
            }
        })
    };
    let all_like = move || {
        let decision = work::read(|job| job.plan()?.rows.get(row).map(|row| row.decision.clone())).flatten();
        if let Some(decision) = decision.filter(|decision| *decision != Decision::Open) {
            let alike = work::change(|job| job.plan_mut().map(|plan| plan.decide_all_like(row, &decision)));
            toast(words::decided_alike(lang(), alike.flatten().unwrap_or(0)));
        }
    };
    view! {
        <section class="decide">
            <h3>{move || t(words::DECIDE)}</h3>
            <ul>{choices().into_iter().enumerate().map(button).collect_view()}</ul>
            {why}
            <p class="quiet by-keys">{move || t(words::DECIDE_HELP)}</p>
            <Button
                label=words::ALL_LIKE_THIS
                kind=ButtonKind::Quiet
                disabled=Signal::derive(move || decided.get().is_none())
                on_press=all_like
            />
        </section>
    }
    .into_any()
}

/// The place of a decision among the choices; `None` while open.
fn kind(decision: &Decision) -> Option<usize> {
    match decision {
        Decision::Open => None,
        Decision::Merge => Some(0),
        Decision::Update => Some(1),
        Decision::KeepBoth(_) => Some(2),
        Decision::Skip => Some(3),
    }
}

/// Decides on a row.
pub fn set(row: usize, decision: Decision) {
    work::change(|job| job.plan_mut().map(|plan| plan.decide(row, decision)));
}

/// Opens the next undecided row; without one, uncovers the rest of the page.
fn go_on(row: usize) {
    let open = |job: &crate::exchange::import::Job| job.next_open(row);
    match work::read(open).flatten().filter(|next| *next != row) {
        Some(next) => signals().open.set(Some(next)),
        // On a phone the panel covers the button that imports.
        None if page::is_narrow() => signals().open.set(None),
        None => {}
    }
}

/// Whether a row asks for a decision, or was decided on.
pub fn asks(row: &RowPlan) -> bool {
    matches!(row.outcome, crate::exchange::import::Outcome::Duplicate(_))
}
