//! One field set for all ticked rows.

use super::editor::narrowed;
use super::grid::Grid;
use crate::i18n::{table as words, widgets};
use crate::ledger::Action;
use crate::rules::query::{Column, ColumnType, Input, Refs, read_cell};
use crate::ui::forms::records::{list_choices, name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Choice, Combo, Dialog, Field, TextInput};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn BulkEdit(grid: Grid, open: RwSignal<bool>) -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    // What the input holds: the text typed, the word or the record chosen.
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let column = Memo::new(move |_| {
        session::watch(|store| Column::from_key(grid.kind, &chosen.read(), store.state().names())).flatten()
    });
    let count = move || grid.selected.read().len();
    let columns = move || {
        let all = session::watch(|store| {
            let state = store.state();
            let all = Column::all(grid.kind, state).into_iter().filter(|c| c.is_editable(grid.kind));
            let choice = |c: Column| {
                Choice::new(c.key(grid.kind, state.names()), words::column_name(lang(), state, grid.kind, c))
            };
            all.map(choice).collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    };
    let apply = move || {
        let Some(column) = column.get_untracked() else { return };
        let ids: Vec<_> = grid.selected.with_untracked(|ids| ids.iter().copied().collect());
        let typed = typed(column.ty(grid.kind), &text.read_untracked());
        let cells = session::read(|store| {
            let (mut refs, typing) = (Refs::default(), grid.typing());
            let input = |&id| (id, column, read_cell(store, &mut refs, id, column, &typed, &typing).input);
            ids.iter().map(input).collect::<Vec<_>>()
        });
        let cells = cells.unwrap_or_default();
        if cells.iter().any(|(_, _, input)| matches!(input, Input::Refused(_))) {
            wrong.set(true);
        } else if grid.store(Action::BulkEdit, &cells) {
            open.set(false);
        }
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=Signal::derive(move || words::bulk_apply(lang(), count()))
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || column.get().is_none())
                on_press=apply
            />
        }
    };
    let changed = move |_: String| {
        text.set(String::new());
        wrong.set(false);
    };
    view! {
        <Dialog open title=words::BULK_EDIT footer>
            <Field label=words::BULK_FIELD>
                <Combo value=chosen options=Signal::derive(columns) on_change=changed/>
            </Field>
            {move || column.get().map(|column| view! {
                <Field
                    label=words::BULK_VALUE
                    help=words::BULK_HELP
                    error=Signal::derive(move || if wrong.get() { t(words::UNREADABLE).to_owned() } else { String::new() })
                >
                    {value_input(grid, column, text)}
                </Field>
            })}
        </Dialog>
    }
    .into_any()
}

/// What a chosen value is called when read as text: a record by its name.
fn typed(ty: ColumnType, held: &str) -> String {
    match ty {
        ColumnType::Ref(_) => name_of(held),
        _ => held.to_owned(),
    }
}

fn value_input(grid: Grid, column: Column, text: RwSignal<String>) -> AnyView {
    match column.ty(grid.kind) {
        ColumnType::Choice(list) => {
            let options = Signal::derive(move || list_choices(list));
            view! { <Combo value=text options/> }.into_any()
        }
        ColumnType::Ref(kind) => {
            let search = Callback::new(move |typed: String| record_choices(kind, &typed));
            view! { <Combo value=text search shown=Signal::derive(move || name_of(&text.get()))/> }.into_any()
        }
        ColumnType::Bool => {
            let options = Signal::derive(|| {
                [true, false]
                    .map(|yes| crate::i18n::values::yes_no(lang(), yes))
                    .map(|w| Choice::new(w, w))
                    .to_vec()
            });
            let search = Callback::new(move |typed: String| narrowed(options.get(), &typed));
            view! { <Combo value=text search shown=text/> }.into_any()
        }
        _ => view! { <TextInput value=text/> }.into_any(),
    }
}
