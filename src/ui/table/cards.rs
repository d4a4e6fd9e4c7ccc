//! The table on a phone: a card for each record, with the first columns of the view.

use super::grid::Grid;
use super::rows::{Face, faces, label, page_of};
use crate::domain::RecordId;
use crate::i18n::{format, labels, table as words};
use crate::rules::query::{Column, ColumnType, Row};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Glyph, Icon, VirtualList};
use leptos::ev;
use leptos::prelude::*;

/// The height of a card with its gap, in CSS pixels.
const PITCH: f64 = 104.0;

/// How many columns a card shows besides its name.
const FACTS: usize = 5;

/// The list of cards.
#[component]
pub fn Cards(grid: Grid) -> impl IntoView {
    let total = Memo::new(move |_| grid.rows.read().len());
    let key = move |at: usize| match grid.rows.read().get(at) {
        Some(Row::Record(id)) => id.to_string(),
        Some(Row::Group(group)) => {
            grid.table.read().groups.get(*group).map(|g| g.path.clone()).unwrap_or_default()
        }
        None => String::new(),
    };
    let render = move |at: usize| match grid.rows.read_untracked().get(at) {
        Some(Row::Record(id)) => view! { <Card grid id=*id/> }.into_any(),
        Some(Row::Group(group)) => view! { <GroupCard grid group=*group/> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <div class="table-cards">
            <VirtualList
                label=labels::kind(grid.kind)
                total=total
                row_height=Signal::stored(PITCH)
                key=Callback::new(key)
                render=Callback::new(render)
            />
        </div>
    }
    .into_any()
}

/// One record.
#[component]
fn Card(grid: Grid, id: RecordId) -> impl IntoView {
    let faces = Memo::new(move |_| faces(grid, id));
    let name = move || faces.read().first().map(|face| face.text.clone()).unwrap_or_default();
    let facts = move || {
        let columns = grid.columns.read();
        let is_day = |fact: &(Face, &(Column, u16))| fact.1.0.ty(grid.kind) == ColumnType::Date;
        let filled =
            faces.get().into_iter().zip(columns.iter()).skip(1).filter(|(face, _)| !face.empty).take(FACTS);
        let filled: Vec<(Face, &(Column, u16))> = filled.collect();
        let days = filled.iter().filter(|fact| is_day(fact)).count();
        let fact = |(face, &(column, _)): (Face, &(Column, u16))| {
            let l = lang();
            let text = words::with_unit(l, &face.text, words::unit_of(l, grid.kind, column, grid.unit()));
            // Numbers and days beside each other say nothing without their names.
            let is_bare = match column.ty(grid.kind) {
                ColumnType::Money | ColumnType::Int | ColumnType::Year | ColumnType::Days => true,
                ColumnType::Date => days > 1,
                _ => false,
            };
            let name = is_bare.then(|| view! { <i>{grid.name(column)}</i> " " });
            view! { <span title=grid.name(column)>{name}{text}</span> }
        };
        filled.into_iter().map(fact).collect_view()
    };
    let body = move || view! { <b>{name}</b> <span class="facts">{facts}</span> };
    match page_of(id) {
        Some(place) => view! { <a class="record-card" href=place.href()>{body()}</a> }.into_any(),
        None => view! { <div class="record-card">{body()}</div> }.into_any(),
    }
}

/// The heading of a group.
#[component]
fn GroupCard(grid: Grid, group: usize) -> impl IntoView {
    let group = Memo::new(move |_| grid.table.read().groups.get(group).cloned());
    let words = move || group.read().as_ref().map(|group| label(grid, group)).unwrap_or_default();
    let count = move || group.read().as_ref().map(|group| format::count(group.count)).unwrap_or_default();
    let path = move || group.read().as_ref().map(|group| group.path.clone()).unwrap_or_default();
    let folded = move || grid.folded.read().contains(&path());
    view! {
        <button
            type="button"
            class="record-card"
            data-kind="quiet"
            aria-expanded=move || (!folded()).to_string()
            title=move || t(crate::i18n::table::GROUP)
            on:click=heard(ev::click, move |_| grid.toggle_fold(&untrack(path)))
        >
            <Icon glyph=Glyph::ChevronDown/>
            <b>{words}</b>
            <small>{count}</small>
        </button>
    }
    .into_any()
}
