//! The look at a paste before it is written.

use super::clipboard::carry_out;
use super::grid::Grid;
use crate::domain::Value;
use crate::i18n::{marks, table as words, values, widgets};
use crate::rules::query::paste::{Plan, PlannedCell};
use crate::rules::query::{Column, Input, Refusal, name_of};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Button, ButtonKind, Dialog};
use leptos::prelude::*;

/// The most doubtful cells listed: who pastes more of them should import the file.
const LISTED: usize = 200;

/// The dialog, open while a paste waits.
#[component]
pub fn PasteDialog(grid: Grid) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(grid.pasting.read().is_some()));
    let writable = move || grid.pasting.read().as_ref().map_or(0, Plan::writable);
    let apply = move || {
        if let Some(plan) = grid.pasting.get_untracked() {
            carry_out(grid, &plan);
        }
        open.set(false);
    };
    let footer = move || {
        view! {
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button
                label=Signal::derive(move || words::paste_apply(lang(), writable()))
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || writable() == 0)
                on_press=apply
            />
        }
    };
    let closed = move || {
        grid.pasting.try_set(None);
        grid.focus();
    };
    view! {
        <Dialog open title=words::PASTE footer wide=true on_close=Callback::new(move |()| closed())>
            {move || grid.pasting.get().map(|plan| preview(grid, &plan))}
        </Dialog>
    }
    .into_any()
}

fn preview(grid: Grid, plan: &Plan) -> impl IntoView + use<> {
    let l = lang();
    let doubtful: Vec<&PlannedCell> = plan.cells.iter().filter(|cell| cell.parsed.is_doubtful()).collect();
    let said = words::paste_summary(l, plan.cells.len(), doubtful.len());
    let beyond = (plan.rows_beyond > 0).then(|| view! { <p>{words::rows_beyond(l, plan.rows_beyond)}</p> });
    let wide =
        (plan.columns_beyond > 0).then(|| view! { <p>{words::columns_beyond(l, plan.columns_beyond)}</p> });
    let rows = doubtful.into_iter().take(LISTED).map(|cell| line(grid, cell)).collect_view();
    view! {
        <p>{said}</p>
        {beyond}
        {wide}
        <table class="paste-preview">
            <thead>
                <tr>
                    <th scope="col">{t(words::PASTE_CELL)}</th>
                    <th scope="col">{t(words::PASTED)}</th>
                    <th scope="col">{t(words::READ_AS)}</th>
                    <th scope="col">{t(words::DOUBT)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// One doubtful cell: where, what was pasted, what was read, why it is doubtful.
fn line(grid: Grid, cell: &PlannedCell) -> impl IntoView + use<> {
    let l = lang();
    let row = session::read(|store| name_of(store.state(), cell.record).to_owned()).unwrap_or_default();
    let place = format!("{row} · {}", grid.name(cell.column));
    let read = match &cell.parsed.input {
        Input::Value(value) => shown(cell, value),
        Input::Words(words) => words.join(marks::listing(l)),
        Input::NewRecord(_, name) => name.clone(),
        Input::Refused(_) => String::new(),
    };
    let why = match &cell.parsed.input {
        Input::Refused(Refusal::ReadOnly) => words::READ_ONLY,
        Input::Refused(Refusal::Unreadable) => words::WILL_SKIP,
        Input::NewRecord(..) => words::WILL_CREATE,
        _ => words::PLEASE_CHECK,
    };
    view! {
        <tr>
            <th scope="row">{place}</th>
            <td>{cell.pasted.clone()}</td>
            <td>{read}</td>
            <td>{t(why)}</td>
        </tr>
    }
}

fn shown(cell: &PlannedCell, value: &Value) -> String {
    let Column::Cell(key) = cell.column else { return String::new() };
    session::read(|store| values::shown(lang(), store.state(), cell.record.kind, key, value))
        .unwrap_or_default()
}
