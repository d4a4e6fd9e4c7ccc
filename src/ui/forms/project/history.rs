//! The history of a project: who changed what, from what to what, and when.

use crate::domain::field::ImportRunField;
use crate::domain::{Date, Field, RecordId, Value};
use crate::i18n::{Lang, format, past, project as words, values};
use crate::ledger::history::HistoryItem;
use crate::ledger::{Action, CellKey, Edit, Stamp, State};
use crate::rules::form::{Happening, happenings};
use crate::rules::introduce::identity_at;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind};
use crate::web::clock;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How many commands are shown before the rest is asked for, and how many changes of one command.
const SHOWN_AT_FIRST: usize = 20;
const CHANGES_SHOWN: usize = 8;

/// One change, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    cell: CellKey,
    words: String,
    /// Whether the cell holds another value now, so that this one can be restored.
    can_restore: bool,
}

/// One command, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    stamp: Stamp,
    when: String,
    /// The day it was made on, if that is over.
    past_day: Option<Date>,
    who: String,
    from: String,
    lines: Vec<Line>,
    more: usize,
}

/// The panel. It is read only while it is open: a history can be long.
#[component]
pub fn History(id: RecordId) -> impl IntoView {
    let open = RwSignal::new(false);
    let all = RwSignal::new(false);
    let told = Memo::new(move |_| {
        if !open.get() {
            return (Vec::new(), 0);
        }
        let l = lang();
        let limit = if all.get() { usize::MAX } else { SHOWN_AT_FIRST };
        session::watch(|store| {
            let found = happenings(store.state(), id);
            let total = found.len();
            (found.into_iter().take(limit).map(|h| tell(l, store.state(), id, h)).collect(), total)
        })
        .unwrap_or_default()
    });
    let toggled = move |event: leptos::ev::Event| {
        let details = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        open.try_set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let rest = move || {
        let (shown, total) = (told.read().0.len(), told.read().1);
        (shown < total).then(|| {
            let label = Signal::derive(move || words::show_all(lang(), total));
            view! { <Button label kind=ButtonKind::Quiet on_press=move || all.set(true)/> }
        })
    };
    view! {
        <details class="panel history" on:toggle=heard(ev::toggle, toggled)>
            <summary><h2>{move || t(words::HISTORY)}</h2></summary>
            <ol>{move || told.get().0.into_iter().map(|told| entry(id, told)).collect_view()}</ol>
            {rest}
        </details>
    }
    .into_any()
}

fn tell(l: Lang, state: &State, id: RecordId, happening: Happening) -> Told {
    let who = identity_at(state, happening.stamp).name;
    let who = if who.is_empty() { words::SOMEONE.get(l).to_owned() } else { who };
    let file = happening.import.and_then(|run| state.get(run, ImportRunField::File).as_text());
    let moment = clock::local(happening.stamp.millis());
    let past_day = moment.map(|(day, ..)| day).filter(|day| *day < session::today());
    let when = moment.map(|(day, hour, minute)| format!("{} {hour:02}:{minute:02}", format::date(day)));
    let of = happening.of;
    let merged = (of != id).then(|| words::of_merged(l, &values::record_name(l, state, of)));
    let mut lines = Vec::new();
    if happening.birth {
        let cell = CellKey::one(Field::DELETED);
        lines.push(Line { cell, words: words::REGISTERED.get(l).to_owned(), can_restore: false });
    }
    let total = happening.items.len();
    let told = happening.items.into_iter().take(CHANGES_SHOWN);
    lines.extend(told.map(|item| line(l, state, of, &item, of == id)));
    Told {
        stamp: happening.stamp,
        when: when.unwrap_or_default(),
        past_day,
        who,
        from: file
            .map(|file| words::from_file(l, file))
            .into_iter()
            .chain(merged)
            .collect::<Vec<_>>()
            .join(" "),
        lines,
        more: total.saturating_sub(CHANGES_SHOWN),
    }
}

/// A change as a sentence. Only a value of the record itself can be restored, not one of a merged record.
fn line(l: Lang, state: &State, id: RecordId, item: &HistoryItem, is_own: bool) -> Line {
    let shown = |value: &Value| values::shown(l, state, id.kind, item.cell, value);
    let words = match (item.cell.field, item.after.is_true()) {
        (Field::MERGED_INTO, _) => words::WAS_MERGED.get(l).to_owned(),
        (Field::DELETED, true) => words::DELETED.get(l).to_owned(),
        (Field::DELETED, false) => words::RESTORED.get(l).to_owned(),
        _ => {
            let field = values::cell_name(l, state, id.kind, item.cell);
            words::changed(l, &field, &shown(&item.before), &shown(&item.after))
        }
    };
    Line {
        cell: item.cell,
        words,
        can_restore: is_own && session::is_now() && *state.get(id, item.cell) != item.after,
    }
}

fn entry(id: RecordId, told: Told) -> AnyView {
    let stamp = told.stamp;
    let line = move |line: Line| {
        let cell = line.cell;
        let restore = line.can_restore.then(|| {
            let press = move || restore(id, cell, stamp);
            view! { <Button label=words::RESTORE_VALUE kind=ButtonKind::Quiet on_press=press/> }
        });
        view! { <p>{line.words}" "{restore}</p> }
    };
    let more = told.more;
    let that_day = told.past_day.map(|day| {
        let press = move || session::look_back(day);
        view! { <Button label=past::THAT_DAY kind=ButtonKind::Quiet on_press=press/> }
    });
    view! {
        <li>
            <header>
                <strong>{told.who}</strong>
                <time>{told.when}</time>
                {(!told.from.is_empty()).then(|| view! { <span class="quiet">{told.from}</span> })}
                {that_day}
            </header>
            {told.lines.into_iter().map(line).collect_view()}
            {(more > 0).then(|| view! { <p class="quiet">{move || words::and_more(lang(), more)}</p> })}
        </li>
    }
    .into_any()
}

/// Gives a cell the value that one command gave it.
fn restore(id: RecordId, cell: CellKey, stamp: Stamp) {
    let value = session::read(|store| {
        let changes = store.state().changes_of_cell(id, cell);
        changes.into_iter().find(|change| change.stamp == stamp).map(|change| change.value)
    });
    if let Some(value) = value.flatten() {
        session::run(Action::Restore, vec![Edit::new(id, cell, value)]);
    }
}
