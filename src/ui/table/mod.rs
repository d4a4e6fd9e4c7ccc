//! The table: records of one kind as rows, worked on as in a spreadsheet.
//!
//! What is shown is a [`View`](crate::rules::query::View) run over the ledger; this folder only renders
//! it and forwards events. [`grid::Grid`] holds the signals that all parts share. The focus stays on the
//! grid itself, whose active cell is told by `aria-activedescendant`, so that rows may come and go while
//! it scrolls.

pub mod address;
mod body;
mod bulk;
mod bulk_edit;
mod cards;
mod cells;
mod clipboard;
mod columns;
mod editor;
pub mod export;
pub mod filter;
mod foot;
pub mod grid;
mod head;
mod head_menu;
mod keys;
mod narrow;
mod paste;
mod pen;
mod printed;
mod ran;
mod rows;
mod toolbar;
pub mod views;

pub use ran::prepare;
pub use rows::page_of;

use crate::domain::Kind;
use crate::i18n::{shell, table as words};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Route, navigate};
use crate::ui::session;
use crate::ui::shell::{Page, ProjectsSwitch};
use crate::ui::shortcuts;
use crate::ui::widgets::{Button, ButtonKind, EmptyState, Glyph};
use grid::Grid;
use leptos::prelude::*;

/// The page of the projects' table.
#[component]
pub fn TablePage() -> impl IntoView {
    let grid = Grid::new(Kind::Project);
    address::follow(grid);
    shortcuts::register("n", words::NEW, || navigate(Route::NewProject));
    let lead = move || {
        let count = move || {
            let table = grid.table.read();
            words::n_of_all(lang(), table.matched, table.all)
        };
        view! { <ProjectsSwitch/> <span role="status">{count}</span> }
    };
    let add = || {
        view! {
            <Button label=shell::IMPORT icon=Glyph::Upload on_press=|| navigate(Route::Import)/>
            <Button label=words::NEW kind=ButtonKind::Primary icon=Glyph::Plus on_press=|| navigate(Route::NewProject)/>
        }
    };
    let actions = move || {
        view! {
            <views::ViewsMenu grid/>
            <export::ExportMenu grid/>
            {session::is_now().then(add)}
        }
    };
    view! {
        <Page title=shell::TABLE lead actions fill=true>
            <RecordTable grid/>
        </Page>
    }
    .into_any()
}

/// The table of a grid with its tools: for any page that shows records of one kind.
#[component]
pub fn RecordTable(
    /// The signals of the table.
    grid: Grid,
) -> impl IntoView {
    shortcuts::tell(&words::GRID_KEYS);
    let is_empty = Memo::new(move |_| grid.table.read().all == 0);
    let no_match = Memo::new(move |_| grid.rows.read().is_empty());
    let narrow = narrow::is_narrow();
    let content = move || match (is_empty.get(), no_match.get(), narrow.get()) {
        (true, ..) => view! { <NoRecords/> }.into_any(),
        (_, true, _) => view! { <NoMatch grid/> }.into_any(),
        (.., true) => view! { <cards::Cards grid/> }.into_any(),
        _ => view! { <body::Body grid/> }.into_any(),
    };
    view! {
        <div class="record-table">
            {move || (!is_empty.get()).then(|| view! { <toolbar::Toolbar grid/> })}
            {content}
            <filter::FilterDialog grid/>
            <columns::ColumnsDialog grid/>
            <paste::PasteDialog grid/>
            <printed::Printed grid/>
            <p class="visually-hidden" role="status">{move || grid.spoken.get()}</p>
        </div>
    }
    .into_any()
}

/// A workspace without a record of the kind.
#[component]
fn NoRecords() -> impl IntoView {
    let ways = || {
        view! {
            <p>
                <A to=Route::Import>{move || t(shell::IMPORT)}</A>
                " · "
                <A to=Route::NewProject>{move || t(words::NEW)}</A>
            </p>
        }
    };
    view! { <EmptyState title=words::EMPTY text=words::EMPTY_TEXT>{session::is_now().then(ways)}</EmptyState> }
    .into_any()
}

/// Conditions that nothing meets.
#[component]
fn NoMatch(grid: Grid) -> impl IntoView {
    view! {
        <EmptyState title=words::NO_MATCH text=words::NO_MATCH_TEXT>
            <Button label=words::CLEAR_FILTERS on_press=move || grid.clear_filters()/>
        </EmptyState>
    }
    .into_any()
}
