//! The first rows of the file as they stand, with what each was taken for.

use super::work;
use crate::exchange::sheet::table::RowKind;
use crate::i18n::{Text, import as words};
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::{Choice, Field, Select};
use leptos::prelude::*;

/// Rows shown from the top of the file.
const ROWS: usize = 9;
/// The most header rows a table is given.
const MAX_HEADER_ROWS: usize = 4;

/// A row of the file: its number, what it is taken for, and its cells.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    number: usize,
    mark: Text,
    cells: Vec<String>,
}

/// The grid, and the choice of header rows.
#[component]
pub fn FirstRows() -> impl IntoView {
    let rows = Memo::new(move |_| shown().unwrap_or_default());
    let grid = move || rows.get().into_iter().map(row).collect_view();
    view! {
        <details class="first-rows" open>
            <summary>{move || t(words::FIRST_ROWS)}</summary>
            {header_choice}
            <div class="sheet" role="region" tabindex="0" aria-label=move || t(words::FIRST_ROWS)>
                <table><tbody>{grid}</tbody></table>
            </div>
        </details>
    }
    .into_any()
}

fn row(shown: Shown) -> AnyView {
    let Shown { number, mark, cells } = shown;
    let kind = if mark == words::MARK_HEADER {
        "header"
    } else if mark == words::MARK_DATA {
        "data"
    } else {
        "other"
    };
    let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
    view! {
        <tr data-kind=kind>
            <th scope="row">{number} " " <small>{move || t(mark)}</small></th>
            {cells}
        </tr>
    }
    .into_any()
}

fn shown() -> Option<Vec<Shown>> {
    work::watch(|job| {
        let table = job.table()?;
        let sheet = job.book().sheets.get(table.layout.sheet)?;
        let layout = table.layout;
        let from = layout.header_from.saturating_sub(ROWS / 2);
        let width = table.columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
        let of = |at: usize| {
            let is_header = (layout.header_from..layout.first_data_row).contains(&at);
            let is_data = table.rows.iter().any(|row| row.index == at && row.kind == RowKind::Data);
            let mark = match (is_header, is_data) {
                (true, _) => words::MARK_HEADER,
                (_, true) => words::MARK_DATA,
                _ => words::MARK_OTHER,
            };
            let cells = (0..width).map(|column| sheet.cell(at, column).shown.clone()).collect();
            Shown { number: at + 1, mark, cells }
        };
        Some((from..sheet.rows.len().min(from + ROWS)).map(of).collect())
    })
    .flatten()
}

/// Which rows are the header: read again at once when changed.
fn header_choice() -> AnyView {
    let layout = Memo::new(move |_| {
        work::watch(|job| job.table().map(|t| (t.layout.header_from, t.layout.header_rows))).flatten()
    });
    let (from, count) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    Effect::new(move || {
        if let Some((first, rows)) = layout.get() {
            from.set((first + 1).to_string());
            count.set(rows.to_string());
        }
    });
    let set = move |_: String| {
        let read = |signal: RwSignal<String>| signal.get_untracked().parse::<usize>().ok();
        if let (Some(first), Some(rows)) = (read(from), read(count)) {
            work::change(|job| {
                session::read(|store| job.choose_header(first.saturating_sub(1), rows, store.state()))
            });
        }
    };
    let numbers = |to: usize| (1..=to).map(|n| Choice::new(n.to_string(), n.to_string())).collect::<Vec<_>>();
    view! {
        <div class="header-choice">
            <Field label=words::HEADER_ROW><Select value=from options=numbers(ROWS * 2) on_change=set/></Field>
            <Field label=words::HEADER_ROWS><Select value=count options=numbers(MAX_HEADER_ROWS) on_change=set/></Field>
        </div>
    }
    .into_any()
}
