//! Saved views: kept in the ledger, so that colleagues receive them.

use super::address::VIEW;
use super::grid::Grid;
use crate::domain::field::SavedViewField as F;
use crate::domain::sort::Arrange;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{table as words, widgets};
use crate::ledger::{Action, Edit, State};
use crate::rules::query::View;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::routes::{set_query, use_query};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Dialog, Field, Glyph, Menu, MenuItem, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The saved views of a table, in their order: id and name.
fn saved(state: &State, kind: Kind) -> Vec<(RecordId, String)> {
    let of_table = |record: &crate::ledger::Record| record.get(F::Table).as_text() == Some(kind.word());
    let mut views: Vec<(Option<i64>, String, RecordId)> = state
        .live(Kind::SavedView)
        .filter(|(_, record)| of_table(record))
        .map(|(id, record)| {
            (record.get(F::Order).as_int(), record.get(F::Name).as_text().unwrap_or_default().to_owned(), id)
        })
        .collect();
    views.arrange();
    views.into_iter().map(|(_, name, id)| (id, name)).collect()
}

/// The view saved as `id`; `None` where there is none or it cannot be read.
pub fn load(state: &State, kind: Kind, id: &str) -> Option<View> {
    let id = id.parse::<RecordId>().ok().filter(|id| id.kind == Kind::SavedView)?;
    let record = state.record(id).filter(|record| record.is_live())?;
    let view = View::from_json(record.get(F::Definition).as_text()?)?;
    Some(view.or_columns_of(&View::standard(kind)))
}

/// What the name dialog is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    New,
    Old(RecordId),
}

/// The menu of views.
#[component]
pub fn ViewsMenu(grid: Grid) -> impl IntoView {
    let current = use_query(VIEW);
    let naming = RwSignal::new(None::<Naming>);
    let id = Memo::new(move |_| current.read().parse::<RecordId>().ok());
    let name = Memo::new(move |_| {
        let of = |id: RecordId| session::watch(|s| s.state().get(id, F::Name).as_text().map(str::to_owned));
        id.get().and_then(of).flatten()
    });
    let label = move || name.get().unwrap_or_else(|| t(words::VIEWS).to_owned());
    let items = move || items(grid, id.get_untracked(), naming);
    view! {
        <Menu label=Signal::derive(label) icon=Glyph::Table align_end=true items=Callback::new(move |()| items())/>
        <NameDialog grid naming/>
    }
    .into_any()
}

fn items(grid: Grid, current: Option<RecordId>, naming: RwSignal<Option<Naming>>) -> Vec<MenuItem> {
    let views = session::read(|store| saved(store.state(), grid.kind)).unwrap_or_default();
    let show = move |id: String| {
        set_query(VIEW, &id);
        let view = session::read(|store| load(store.state(), grid.kind, &id)).flatten();
        grid.view.try_set(view.unwrap_or_else(|| View::standard(grid.kind)));
    };
    let mut items =
        vec![MenuItem::new(words::USUAL_VIEW, move || show(String::new())).checked(current.is_none())];
    items.extend(
        views
            .into_iter()
            .map(|(id, name)| MenuItem::new(name, move || show(id.to_string())).checked(current == Some(id))),
    );
    if !session::is_now() {
        return items;
    }
    items.push(MenuItem::heading(""));
    if let Some(id) = current {
        let changed = session::read(|store| load(store.state(), grid.kind, &id.to_string())).flatten()
            != Some(grid.view.get_untracked());
        items.push(MenuItem::new(words::SAVE_VIEW, move || save(grid, id, None)).disabled(!changed));
    }
    items.push(MenuItem::new(words::SAVE_VIEW_AS, move || {
        naming.try_set(Some(Naming::New));
    }));
    if let Some(id) = current {
        items.push(MenuItem::new(words::RENAME_VIEW, move || {
            naming.try_set(Some(Naming::Old(id)));
        }));
        let delete = move || {
            if session::run(Action::Settings, vec![Edit::delete(id)]) {
                show(String::new());
            }
        };
        items.push(MenuItem::new(words::DELETE_VIEW, delete).danger());
    }
    items
}

/// Stores the view as it is now, under its old name or a new one.
fn save(grid: Grid, id: RecordId, name: Option<&str>) {
    let mut edits = vec![
        Edit::new(id, F::Table, Value::text(grid.kind.word())),
        Edit::new(id, F::Definition, Value::text(&grid.view.with_untracked(View::to_json))),
    ];
    edits.extend(name.map(|name| Edit::new(id, F::Name, Value::text(name))));
    if session::run(Action::Settings, edits) {
        set_query(VIEW, &id.to_string());
    }
}

/// Asks for the name of a view.
#[component]
fn NameDialog(grid: Grid, naming: RwSignal<Option<Naming>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    Effect::new(move || {
        if let Some(asked) = naming.get() {
            let held = match asked {
                Naming::New => None,
                Naming::Old(id) => {
                    session::read(|s| s.state().get(id, F::Name).as_text().map(str::to_owned)).flatten()
                }
            };
            name.set(held.unwrap_or_default());
            open.set(true);
        }
    });
    let apply = move || {
        let text = name.get_untracked().trim().to_owned();
        match naming.get_untracked() {
            _ if text.is_empty() => return,
            Some(Naming::New) => save(grid, session::new_id(Kind::SavedView), Some(&text)),
            Some(Naming::Old(id)) => {
                session::run(Action::Settings, vec![Edit::new(id, F::Name, Value::text(&text))]);
            }
            None => {}
        }
        open.set(false);
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=words::SAVE
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || name.read().trim().is_empty())
                on_press=apply
            />
        }
    };
    let closed = move |()| {
        naming.try_set(None);
    };
    let title = move || match naming.get() {
        Some(Naming::Old(_)) => t(words::RENAMES_VIEW).to_owned(),
        Some(Naming::New) | None => t(words::SAVE_VIEW_AS).to_owned(),
    };
    view! {
        <Dialog open title=Signal::derive(title) footer on_close=Callback::new(closed)>
            <form on:submit=heard(ev::submit, move |event| { event.prevent_default(); apply(); })>
                <Field label=words::VIEW_NAME help=words::VIEW_HELP>
                    <TextInput value=name autofocus=true/>
                </Field>
            </form>
        </Dialog>
    }
    .into_any()
}
