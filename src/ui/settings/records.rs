//! A table of the units or the people, and beside it the one being edited.

use super::add::AddLine;
use super::row_menu::{MergeDialog, menu};
use crate::domain::{Field, Kind, RecordId};
use crate::i18n::{Text, format, labels, settings as words, values};
use crate::ledger::{CellKey, State};
use crate::rules::references;
use crate::ui::forms::CellField;
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{EmptyState, SidePanel};
use leptos::ev;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What one kind of record needs to be listed.
pub(super) struct Listed {
    /// The kind.
    pub kind: Kind,
    /// The columns; the first is the name.
    pub columns: Vec<Field>,
    /// The ids in order.
    pub order: fn(&State) -> Vec<RecordId>,
    /// The label of the line that adds one, and its button.
    pub adding: (Text, Text),
    /// Adds one by its name, or says what is wrong with it.
    pub add: fn(String) -> Result<(), Text>,
    /// What is said where there is none.
    pub nothing: (Text, Text),
}

/// The section of one kind.
pub(super) fn section(listed: Listed) -> AnyView {
    let Listed { kind, columns, order, adding, add, nothing } = listed;
    let merging = RwSignal::new(None);
    let ids = Memo::new(move |_| session::watch(|store| order(store.state())).unwrap_or_default());
    let projects =
        Memo::new(move |_| session::watch(|store| projects(store.state(), kind)).unwrap_or_default());
    let is_empty = Memo::new(move |_| ids.read().is_empty());
    let columns = StoredValue::new(columns);
    let table = move || {
        if is_empty.get() {
            return view! { <EmptyState title=nothing.0 text=nothing.1/> }.into_any();
        }
        let head = move |field: Field| {
            let label = labels::field(kind, field);
            view! { <th>{move || label.map(t)}</th> }
        };
        let row = move |id: RecordId| row(id, columns.get_value(), projects, merging);
        view! {
            <table class="records">
                <thead>
                    <tr>
                        {columns.get_value().into_iter().map(head).collect_view()}
                        <th class="number">{move || t(words::PROJECTS)}</th>
                        <th><span class="visually-hidden">{move || t(words::EDIT)}</span></th>
                    </tr>
                </thead>
                <tbody><For each=move || ids.get() key=|id| *id children=row/></tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <AddLine label=adding.0 action=adding.1 add=add/>
        <div class="with-panel">
            <div class="table-scroll">{table}</div>
            {editor(ids)}
        </div>
        <MergeDialog merging/>
    }
    .into_any()
}

/// How many projects point to each.
fn projects(state: &State, kind: Kind) -> BTreeMap<RecordId, usize> {
    let counts = references::counts(state, kind).into_iter();
    counts.filter_map(|(id, kinds)| Some((id, *kinds.get(&Kind::Project)?))).collect()
}

fn row(
    id: RecordId,
    columns: Vec<Field>,
    projects: Memo<BTreeMap<RecordId, usize>>,
    merging: RwSignal<Option<RecordId>>,
) -> AnyView {
    let shown = move |field: Field| {
        session::watch(|store| {
            let (state, cell) = (store.state(), CellKey::one(field));
            values::shown(lang(), state, id.kind, cell, state.get(id, cell))
        })
        .unwrap_or_default()
    };
    let open = move |_| set_query("open", &id.to_string());
    let cell = |(at, field): (usize, Field)| {
        match at {
        0 => view! {
            <th scope="row"><button type="button" class="link" on:click=heard(ev::click, open)>{move || shown(field)}</button></th>
        }
        .into_any(),
        _ => {
            let label = labels::field(id.kind, field);
            view! { <td data-label=move || label.map(t)>{move || shown(field)}</td> }.into_any()
        }
    }
    };
    let count = move || format::count(projects.read().get(&id).copied().unwrap_or(0));
    view! {
        <tr>
            {columns.into_iter().enumerate().map(cell).collect_view()}
            <td class="number" data-label=move || t(words::PROJECTS)>{count}</td>
            <td class="row-menu">{menu(id, merging)}</td>
        </tr>
    }
    .into_any()
}

/// The record named in the address, beside the table.
fn editor(ids: Memo<Vec<RecordId>>) -> impl IntoView {
    let open = use_query("open");
    let shown = Memo::new(move |_| open.get().parse().ok().filter(|id: &RecordId| ids.read().contains(id)));
    move || {
        let id = shown.get()?;
        let name = move || session::watch(|store| values::record_name(lang(), store.state(), id));
        let title = Signal::derive(move || name().unwrap_or_default());
        let fields = Field::of(id.kind).filter(|(_, def)| def.group == crate::domain::field::Group::First);
        let fields = fields.map(|(field, def)| view! { <CellField id field def/> }).collect_view();
        Some(view! { <SidePanel title on_close=move || set_query("open", "")>{fields}</SidePanel> })
    }
}

/// Whether a live record of a kind has this name.
pub(super) fn is_taken(kind: Kind, name: &str) -> bool {
    let taken = session::read(|store| {
        let field = values::name_field(kind)?;
        let named = |record: &crate::ledger::Record| record.get(field).as_text() == Some(name);
        Some(store.state().live(kind).any(|(_, record)| named(record)))
    });
    // Without a workspace there is nothing to add to.
    taken.flatten().unwrap_or(true)
}
