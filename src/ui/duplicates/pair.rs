//! One pair: what differs, and the choice.

use super::sides::{Line, Sides, sides};
use crate::domain::field::ProjectField as P;
use crate::domain::{RecordId, Value};
use crate::i18n::duplicates as words;
use crate::ledger::{Action, Edit};
use crate::rules::duplicates::Pair;
use crate::rules::merge::merge;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Field, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The pair as an article.
#[component]
pub(super) fn PairCard(pair: Pair) -> impl IntoView {
    let Pair { first, second, likeness, .. } = pair;
    let ids = [first, second];
    let read = Memo::new(move |_| session::watch(|store| sides(lang(), store, ids)).unwrap_or_default());
    let head = move |at: usize| {
        let name = move || read.read().names[at].clone();
        let is_first = move || (read.read().first == at).then(|| view! { <small>{t(words::FIRST)}</small> });
        view! { <th scope="col"><A to=Route::Project(ids[at])>{name}</A> " " {is_first}</th> }
    };
    let row = |line: Line| {
        let [left, right] = line.values;
        let mark = (line.differs && !left.is_empty() && !right.is_empty())
            .then(|| view! { <small class="differs">{move || t(words::DIFFERS)}</small> });
        view! { <tr><th scope="row">{line.label} " " {mark}</th><td>{left}</td><td>{right}</td></tr> }
    };
    let different = move || read.get().different.into_iter().map(row).collect_view();
    let opened = RwSignal::new(false);
    let same = move || {
        let Sides { same, .. } = read.get();
        let n = same.len();
        (n > 0).then(|| {
            let rows = move || opened.get().then(|| same.clone().into_iter().map(row).collect_view());
            view! {
                <details open=opened.get_untracked() on:toggle=heard(ev::toggle, move |_| opened.set(true))>
                    <summary>{move || words::same(lang(), n)}</summary>
                    <table class="compare"><tbody>{rows}</tbody></table>
                </details>
            }
        })
    };
    let keep = move |at: usize| {
        let label = if at == 0 { words::KEEP_LEFT } else { words::KEEP_RIGHT };
        view! { <Button label on_press=move || merge_into(ids[1 - at], ids[at])/> }
    };
    let why = move || words::likeness(lang(), &likeness);
    view! {
        <article class="pair" aria-label=move || read.read().names.join(" / ")>
            <p class="why">{why}</p>
            <table class="compare">
                <thead><tr><td></td>{head(0)}{head(1)}</tr></thead>
                <tbody>{different}</tbody>
            </table>
            {same}
            <div class="buttons">
                {keep(0)}
                {keep(1)}
                <Apart id=second/>
            </div>
        </article>
    }
    .into_any()
}

/// The way to say that they are two, with the reason.
#[component]
fn Apart(id: RecordId) -> impl IntoView {
    let asking = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let is_empty = Signal::derive(move || reason.read().trim().is_empty());
    let keep = move || {
        let reason = reason.get_untracked();
        if !reason.trim().is_empty() {
            session::run(Action::Edit, vec![Edit::new(id, P::KeptApart, Value::text(reason.trim()))]);
        }
    };
    let form = move || {
        if !asking.get() {
            return view! {
                <Button label=words::APART kind=ButtonKind::Quiet on_press=move || asking.set(true)/>
            }
            .into_any();
        }
        let submit = move |event: ev::SubmitEvent| {
            event.prevent_default();
            keep();
        };
        view! {
            <form class="apart" on:submit=heard(ev::submit, submit)>
                <Field label=words::REASON>
                    <TextInput value=reason placeholder=words::REASON_HINT autofocus=true/>
                </Field>
                <Button label=words::KEEP_BOTH disabled=is_empty on_press=keep/>
            </form>
        }
        .into_any()
    };
    view! { {form} }.into_any()
}

fn merge_into(goes: RecordId, stays: RecordId) {
    let edits = session::read(|store| merge(store.state(), goes, stays)).unwrap_or_default();
    session::run(Action::MergeDuplicates, edits);
}
