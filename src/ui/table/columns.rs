//! Choosing which columns are shown.

use super::grid::Grid;
use crate::i18n::{Text, labels, table as words, widgets};
use crate::rules::query::{Column, View};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Checkbox, Dialog, TextInput};
use leptos::prelude::*;

/// The column chooser.
#[component]
pub fn ColumnsDialog(grid: Grid) -> impl IntoView {
    let find = RwSignal::new(String::new());
    let usual = move || {
        grid.arrange(|view| {
            let usual = View::standard(grid.kind);
            view.columns = usual.columns;
            view.frozen = usual.frozen;
        });
    };
    let footer = move || {
        view! {
            <Button label=words::USUAL_COLUMNS kind=ButtonKind::Quiet on_press=usual/>
            <Button label=widgets::OK kind=ButtonKind::Primary on_press=move || grid.choosing.set(false)/>
        }
    };
    view! {
        <Dialog open=grid.choosing title=words::CHOOSE_COLUMNS footer wide=true>
            <TextInput value=find kind="search" label=words::FIND_COLUMN placeholder=words::FIND_COLUMN/>
            <div class="column-groups">
                {move || groups(grid, find.read().trim()).into_iter().map(|(title, columns)| view! {
                    <fieldset>
                        <legend>{move || t(title)}</legend>
                        {columns.into_iter().map(|(key, name)| view! { <Tick grid key name/> }).collect_view()}
                    </fieldset>
                }).collect_view()}
            </div>
        </Dialog>
    }
    .into_any()
}

/// One column: shown or not.
#[component]
fn Tick(grid: Grid, key: String, name: String) -> impl IntoView {
    let shown = grid.view.with_untracked(|view| view.columns.iter().any(|column| column.key == key));
    let checked = RwSignal::new(shown);
    let watched = key.clone();
    Effect::new(move || {
        checked.set(grid.view.read().columns.iter().any(|column| column.key == watched));
    });
    let change = move |on: bool| grid.arrange(|view| view.show_column(&key, on));
    view! { <Checkbox checked label=name on_change=change/> }.into_any()
}

/// Every column whose name holds what is looked for, by the part of the form it belongs to: its key and
/// its name.
fn groups(grid: Grid, find: &str) -> Vec<(Text, Vec<(String, String)>)> {
    let (l, wanted) = (lang(), find.to_lowercase());
    let read = |store: &crate::store::Store| {
        let state = store.state();
        let mut groups: Vec<(Text, Vec<(String, String)>)> = Vec::new();
        for column in Column::all(grid.kind, state) {
            let name = words::column_name(l, state, grid.kind, column);
            if !name.to_lowercase().contains(&wanted) {
                continue;
            }
            let title = title_of(grid, column);
            let entry = (column.key(grid.kind, state.names()), name);
            match groups.iter_mut().find(|(other, _)| *other == title) {
                Some((_, columns)) => columns.push(entry),
                None => groups.push((title, vec![entry])),
            }
        }
        groups
    };
    session::watch(read).unwrap_or_default()
}

fn title_of(grid: Grid, column: Column) -> Text {
    match (column, column.group(grid.kind)) {
        (_, Some(group)) => labels::group(group),
        (Column::Computed(_), None) => words::COMPUTED,
        (_, None) => words::OTHER_COLUMNS,
    }
}

/// The columns that a short menu offers: those shown.
pub fn shown(grid: Grid) -> Vec<(Column, String)> {
    let columns = grid.columns.read_untracked();
    columns.iter().map(|(column, _)| (*column, untrack(|| grid.name(*column)))).collect()
}
