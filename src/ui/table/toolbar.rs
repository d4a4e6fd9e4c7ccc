//! The tools above the table: search, conditions, groups, columns, unit.

use super::bulk::BulkBar;
use super::columns::shown;
use super::grid::Grid;
use super::head_menu::{can_group, group_by};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, table as words};
use crate::rules::query::{Column, ColumnType, Filter, Step};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Glyph, IconButton, Menu, MenuItem, Segmented, TextInput,
};
use leptos::ev;
use leptos::prelude::*;

/// The tools, or the bar of the ticked rows.
#[component]
pub fn Toolbar(grid: Grid) -> impl IntoView {
    let any = Memo::new(move |_| !grid.selected.read().is_empty());
    move || match any.get() {
        true => view! { <BulkBar grid/> }.into_any(),
        false => view! { <Tools grid/> }.into_any(),
    }
}

#[component]
fn Tools(grid: Grid) -> impl IntoView {
    let typed = RwSignal::new(grid.view.with_untracked(|view| view.text.clone()));
    Effect::new(move || {
        let text = typed.get();
        if grid.view.with_untracked(|view| view.text != text) {
            grid.arrange(|view| view.text = text);
        }
    });
    Effect::new(move || {
        let now = grid.view.with(|view| view.text.clone());
        if *typed.read_untracked() != now {
            typed.set(now);
        }
    });
    let filters = Memo::new(move |_| grid.view.with(|view| view.filters.clone()));
    let filter_items = move || {
        let item = |(column, name): (Column, String)| {
            MenuItem::new(name, move || {
                grid.filtering.try_set(Some(column));
            })
        };
        shown(grid).into_iter().map(item).collect()
    };
    let narrowed = Memo::new(move |_| grid.view.with(crate::rules::query::View::is_narrowed));
    view! {
        <div class="tools">
            <TextInput value=typed kind="search" label=words::FIND placeholder=words::FIND/>
            <Menu label=words::FILTER icon=Glyph::Filter items=Callback::new(move |()| filter_items())/>
            <GroupMenu grid/>
            <Button label=words::COLUMNS icon=Glyph::Columns on_press=move || grid.choosing.set(true)/>
            <UnitChoice grid/>
            <ul class="chips" aria-label=move || t(words::FILTER)>
                {move || filters.get().into_iter().map(|filter| view! { <Chip grid filter/> }).collect_view()}
            </ul>
            {move || narrowed.get().then(|| view! {
                <Button label=words::CLEAR_FILTERS kind=ButtonKind::Quiet on_press=move || grid.clear_filters()/>
            })}
        </div>
    }
    .into_any()
}

/// One condition: opens to be changed, or is taken away.
#[component]
fn Chip(grid: Grid, filter: Filter) -> impl IntoView {
    let key = StoredValue::new(filter.key.clone());
    let column =
        session::read(|store| Column::from_key(grid.kind, &filter.key, store.state().names())).flatten();
    let said = move || {
        let ty = column.map_or(ColumnType::Text, |column| column.ty(grid.kind));
        let name = column.map_or_else(|| filter.key.clone(), |column| grid.name(column));
        let l = lang();
        if let Some(n) = filter.named() {
            return words::these(l, n);
        }
        session::watch(|store| words::condition(l, store.state(), &name, ty, &filter.test))
            .unwrap_or_default()
    };
    let change = move |_| {
        grid.filtering.try_set(column);
    };
    let remove = move || key.with_value(|key| grid.arrange(|view| view.set_filter(key, None)));
    // What is no column cannot be chosen otherwise, only taken away.
    let said = match column {
        Some(_) => {
            view! { <button type="button" data-kind="quiet" on:click=heard(ev::click, change)>{said}</button> }
                .into_any()
        }
        None => view! { <span>{said}</span> }.into_any(),
    };
    view! {
        <li class="chip">
            {said}
            <IconButton glyph=Glyph::Close label=words::REMOVE_FILTER on_press=remove/>
        </li>
    }
    .into_any()
}

/// By which column records are grouped.
#[component]
fn GroupMenu(grid: Grid) -> impl IntoView {
    let items = move || {
        let groups = grid.view.with_untracked(|view| view.groups.clone());
        let is = |key: &str| groups.first().is_some_and(|group| group.key == key);
        let none = MenuItem::new(words::NO_GROUP, move || grid.arrange(|view| view.groups.clear()));
        let mut items = vec![none.checked(groups.is_empty())];
        for (column, name) in shown(grid).into_iter().filter(|(column, _)| can_group(column.ty(grid.kind))) {
            let key = grid.key(column);
            let on = is(&key);
            items.push(MenuItem::new(name, move || grid.arrange(|view| group_by(view, &key))).checked(on));
            if on && column.ty(grid.kind) == ColumnType::Date {
                items.extend(Step::ALL.iter().map(|&step| {
                    let set = move || {
                        grid.arrange(|view| view.groups.iter_mut().for_each(|group| group.step = step))
                    };
                    MenuItem::new(words::step(step), set)
                        .checked(groups.first().is_some_and(|g| g.step == step))
                }));
            }
        }
        if !groups.is_empty() {
            let all =
                move || grid.table.with_untracked(|t| t.groups.iter().map(|g| g.path.clone()).collect());
            items.extend([
                MenuItem::heading(""),
                MenuItem::new(words::FOLD_ALL, move || {
                    grid.folded.try_set(all());
                }),
                MenuItem::new(words::UNFOLD_ALL, move || {
                    grid.folded.try_update(std::collections::BTreeSet::clear);
                }),
            ]);
        }
        items
    };
    view! { <Menu label=words::GROUP icon=Glyph::Group items=Callback::new(move |()| items())/> }.into_any()
}

/// Amounts in 万元 or 亿元.
#[component]
fn UnitChoice(grid: Grid) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || value.set(if grid.view.with(|view| view.in_yi) { "yi" } else { "wan" }.to_owned()));
    let options = move || {
        let l = lang();
        let small = if l == Lang::Zh { MoneyUnit::Wan } else { MoneyUnit::Million };
        vec![Choice::new("wan", small.name(l)), Choice::new("yi", MoneyUnit::Yi.name(l))]
    };
    let change = move |chosen: String| grid.arrange(|view| view.in_yi = chosen == "yi");
    view! { <Segmented label=words::UNIT value options=Signal::derive(options) on_change=change/> }.into_any()
}
