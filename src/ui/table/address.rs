//! The view in the address: a saved view by its id, and what was changed since as JSON.

use super::grid::Grid;
use super::views::load;
use crate::domain::Kind;
use crate::rules::query::View;
use crate::ui::routes::{TABLE_VIEW, set_query, use_query};
use crate::ui::session;
use leptos::prelude::*;
use std::cell::RefCell;

/// The part of the address with the id of a saved view.
pub const VIEW: &str = "view";

thread_local! {
    /// The view a table was left with, so that it is found again: kind, saved view, JSON.
    static LEFT: RefCell<Vec<(Kind, String, String)>> = {
        session::on_open(|| drop(LEFT.take()));
        RefCell::default()
    };
}

/// Keeps the view and the address in step from now on.
pub fn follow(grid: Grid) {
    let (saved, changed) = (use_query(VIEW), use_query(TABLE_VIEW));
    if saved.read_untracked().is_empty() && changed.read_untracked().is_empty() {
        let left = LEFT.with_borrow(|left| left.iter().find(|(kind, ..)| *kind == grid.kind).cloned());
        if let Some((_, view, json)) = left {
            set_query(VIEW, &view);
            set_query(TABLE_VIEW, &json);
        }
    }
    // A page may stand before its workspace is open, and no saved view can be found until then.
    let open = Memo::new(|_| session::is_open());
    // What this table wrote itself says nothing new. Nothing is written before the address was read.
    let written = StoredValue::new(None::<String>);
    Effect::new(move || {
        let json = changed.get();
        if !open.get() {
            return;
        }
        if written.get_value().as_ref() != Some(&json) {
            let base = base(grid, &saved.read_untracked());
            let read = View::from_json(&json).filter(|_| !json.is_empty());
            written.set_value(Some(json));
            grid.view.set(read.map_or(base.clone(), |view| view.or_columns_of(&base)));
        }
    });
    Effect::new(move || {
        let view = grid.view.get();
        let base = base(grid, &saved.get());
        if written.with_value(Option::is_none) {
            return;
        }
        let json = if view == base { String::new() } else { view.to_json() };
        LEFT.with_borrow_mut(|left| {
            left.retain(|(kind, ..)| *kind != grid.kind);
            left.push((grid.kind, saved.get_untracked(), json.clone()));
        });
        if *changed.read_untracked() != json {
            written.set_value(Some(json.clone()));
            set_query(TABLE_VIEW, &json);
        }
    });
}

/// The saved view of this id, else the usual one.
fn base(grid: Grid, id: &str) -> View {
    let saved = session::watch(|store| load(store.state(), grid.kind, id)).flatten();
    saved.unwrap_or_else(|| View::standard(grid.kind))
}
