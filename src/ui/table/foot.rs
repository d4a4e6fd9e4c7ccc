//! The totals under the table, and sums in general.

use super::grid::Grid;
use crate::i18n::table as words;
use crate::rules::query::{Align, Sum};
use crate::ui::lang::{lang, t};
use leptos::prelude::*;

/// The row of totals.
#[component]
pub fn Foot(grid: Grid) -> impl IntoView {
    let covered = move || grid.view.read().frozen.max(1);
    view! {
        <div role="row" class="row totals">
            <div
                role="gridcell"
                class="frozen"
                aria-colindex="1"
                style:grid-column=move || format!("1 / span {}", covered() + 1)
            >
                {move || t(words::TOTAL)}
            </div>
            {move || sum_cells(grid, &grid.table.read().totals, covered())}
        </div>
    }
    .into_any()
}

/// The text of a sum; empty where it has no meaning. Followed.
pub fn sum_text(grid: Grid, at: usize, sum: &Sum) -> String {
    let columns = grid.columns.read();
    let Some((column, _)) = columns.get(at) else { return String::new() };
    let unit = grid.unit();
    sum.value.map(|value| words::sum_text(value, column.ty(grid.kind), unit)).unwrap_or_default()
}

/// One cell for each sum from the column `from` on.
pub fn sum_cells(grid: Grid, sums: &[Sum], from: usize) -> impl IntoView + use<> {
    let cell = |(at, sum): (usize, &Sum)| {
        let text = sum_text(grid, at, sum);
        let left_out = (sum.left_out > 0).then(|| words::left_out(lang(), sum.left_out));
        let hint = left_out.clone();
        let is_number = grid.columns.read().get(at).is_some_and(|(c, _)| c.align(grid.kind) == Align::End);
        view! {
            <div role="gridcell" class:number=is_number aria-colindex=(at + 2).to_string() title=hint>
                <span>{text}</span>
                {left_out.map(|said| view! { <span aria-hidden="true">"*"</span><span class="visually-hidden">{said}</span> })}
            </div>
        }
    };
    sums.iter().enumerate().skip(from).map(cell).collect_view()
}
