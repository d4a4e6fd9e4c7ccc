//! One follow-up: what was said, what comes next, and its editor.

use crate::domain::field::FollowUpField as W;
use crate::domain::lists::List;
use crate::domain::{Date, Field, Kind, RecordId, Value};
use crate::i18n::{format, project as words, values};
use crate::ledger::{Action, Edit};
use crate::ui::forms::CellField;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, Checkbox, Glyph, Level, Light, Menu, MenuItem};
use leptos::prelude::*;

/// What is shown of an entry.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    on: Option<Date>,
    method: String,
    content: String,
    person: String,
    next: String,
    next_on: Option<Date>,
    done: bool,
}

fn shown(id: RecordId) -> Shown {
    let l = lang();
    session::watch(|store| {
        let state = store.state();
        let text = |field: W| state.get(id, field).as_text().unwrap_or_default().to_owned();
        let person = state.get(id, W::Person).as_ref_id();
        Shown {
            on: state.get(id, W::On).as_date(),
            method: values::list_word(l, state, List::FollowUpMethod, &text(W::Method)),
            content: text(W::Content),
            person: person.map(|person| values::record_name(l, state, person)).unwrap_or_default(),
            next: text(W::NextStep),
            next_on: state.get(id, W::NextOn).as_date(),
            done: state.get(id, W::NextDone).is_true(),
        }
    })
    .unwrap_or_default()
}

/// One entry of the stream.
#[component]
pub fn FollowUpEntry(id: RecordId) -> impl IntoView {
    let shown = Memo::new(move |_| shown(id));
    let editing = RwSignal::new(false);
    let delete = move || {
        session::run(Action::Delete, vec![Edit::delete(id)]);
    };
    let items = move |()| {
        vec![
            MenuItem::new(words::EDIT, move || editing.set(true)).icon(Glyph::Edit),
            MenuItem::new(words::DELETE, delete).icon(Glyph::Trash).danger(),
        ]
    };
    let head = move || {
        let now = shown.read();
        let l = lang();
        let date = now.on.map(|on| {
            let full = format::date(on);
            view! { <time datetime=full.clone() title=full>{format::stream_date(l, on, session::today())}</time> }
        });
        let parts = [now.method.clone(), now.person.clone()];
        let parts = parts.into_iter().filter(|p| !p.is_empty()).map(|part| view! { <span>{part}</span> });
        view! { {date} {parts.collect_view()} }
    };
    view! {
        <article class="follow-up">
            <header>
                {head}
                {session::is_now().then(|| view! {
                    <Menu label=words::ENTRY_MENU icon=Glyph::More bare=true align_end=true items/>
                })}
            </header>
            {move || if editing.get() {
                editor(id, editing)
            } else {
                view! {
                    <p class="content">{move || shown.read().content.clone()}</p>
                    <NextStep id shown/>
                }
                .into_any()
            }}
        </article>
    }
    .into_any()
}

/// What comes next, to be ticked off.
#[component]
fn NextStep(id: RecordId, shown: Memo<Shown>) -> impl IntoView {
    let done = RwSignal::new(false);
    Effect::new(move || {
        done.try_set(shown.read().done);
    });
    let there = Memo::new(move |_| !shown.read().next.is_empty() || shown.read().next_on.is_some());
    let tick = move |on: bool| {
        let value = if on { Value::Bool(true) } else { Value::Empty };
        session::run(Action::Tick, vec![Edit::new(id, W::NextDone, value)]);
    };
    let label = move || {
        let now = shown.read();
        let step = if now.next.is_empty() { t(words::ADD_NEXT) } else { now.next.as_str() };
        step.to_owned()
    };
    let due = move || {
        let now = shown.read();
        let on = now.next_on?;
        let late = usize::try_from(session::today().since(on)).ok().filter(|days| *days > 0 && !now.done);
        Some(match late {
            Some(days) => {
                let words = crate::i18n::today::overdue_by(lang(), days);
                view! { <span title=format::date(on)><Light level=Level::Red words=Signal::stored(words)/></span> }.into_any()
            }
            None => {
                let words = format::stream_date(lang(), on, session::today());
                view! { <time title=format::date(on)>{words}</time> }.into_any()
            }
        })
    };
    move || {
        there.get().then(|| {
            view! {
                <p class="next" data-done=move || shown.read().done.then_some("true")>
                    <Checkbox checked=done label=Signal::derive(label) on_change=tick disabled=!session::is_now()/>
                    {due}
                </p>
            }
        })
    }
}

/// Every field of the entry, saved as it is left.
fn editor(id: RecordId, editing: RwSignal<bool>) -> AnyView {
    let asked = [W::On, W::Method, W::Content, W::NextStep, W::NextOn, W::Person, W::Contact];
    let cell = move |field: W| {
        let field = Field::from(field);
        field.def(Kind::FollowUp).map(|def| view! { <CellField id field def/> })
    };
    view! {
        <div class="cells">{asked.map(cell).collect_view()}</div>
        <Button label=words::DONE on_press=move || editing.set(false)/>
    }
    .into_any()
}
