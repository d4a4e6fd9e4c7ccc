//! The table on paper: every row of the view, the head on each page. Made only when the page is
//! printed, because on the screen only the rows in sight exist.

use super::foot::sum_text;
use super::grid::Grid;
use super::rows::{faces, label};
use crate::i18n::{format, table as words};
use crate::rules::query::{Align, ColumnType, Row, Sum};
use crate::ui::lang::{lang, t};
use crate::ui::shell::printing;
use leptos::prelude::*;

/// The table, while printing.
#[component]
pub fn Printed(grid: Grid) -> impl IntoView {
    let printing = printing();
    move || printing.get().then(|| untrack(|| paper(grid)))
}

fn is_number(grid: Grid, at: usize) -> bool {
    grid.columns.read().get(at).is_some_and(|(column, _)| column.align(grid.kind) == Align::End)
}

fn is_day(grid: Grid, at: usize) -> bool {
    grid.columns.read().get(at).is_some_and(|(column, _)| column.ty(grid.kind) == ColumnType::Date)
}

fn paper(grid: Grid) -> impl IntoView {
    let columns = grid.columns.read();
    let head = columns.iter().enumerate().map(|(at, &(column, _))| {
        let unit = words::unit_of(lang(), grid.kind, column, grid.unit());
        view! { <th scope="col" class:number=is_number(grid, at)>{grid.name(column)}" "<small>{unit}</small></th> }
    });
    let row = |row: &Row| match row {
        Row::Record(id) => {
            let cell = |(at, face): (usize, super::rows::Face)| {
                view! { <td class:number=is_number(grid, at) class:day=is_day(grid, at)>{face.text}</td> }
            };
            view! { <tr>{faces(grid, *id).into_iter().enumerate().map(cell).collect_view()}</tr> }.into_any()
        }
        Row::Group(at) => match grid.table.read().groups.get(*at) {
            Some(group) => {
                let title = format!("{} {}", label(grid, group), format::count(group.count));
                view! { <tr class="group">{sums(grid, title, &group.sums)}</tr> }.into_any()
            }
            None => ().into_any(),
        },
    };
    let table = grid.table.read();
    view! {
        <table class="printed-table">
            <thead><tr>{head.collect_view()}</tr></thead>
            <tbody>{table.rows.iter().map(row).collect_view()}</tbody>
            <tfoot><tr>{sums(grid, t(words::TOTAL).to_owned(), &table.totals)}</tr></tfoot>
        </table>
    }
}

/// A row of sums: its title under the first column.
fn sums(grid: Grid, title: String, sums: &[Sum]) -> impl IntoView + use<> {
    let cell = |(at, sum): (usize, &Sum)| {
        view! { <td class:number=is_number(grid, at)>{sum_text(grid, at, sum)}</td> }
    };
    view! {
        <th scope="row">{title}</th>
        {sums.iter().enumerate().skip(1).map(cell).collect_view()}
    }
}
