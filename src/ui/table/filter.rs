//! The dialog that sets the condition on one column.

mod range;
mod values;

use super::grid::Grid;
use crate::i18n::{table as words, widgets};
use crate::rules::query::{Column, ColumnType, Test};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, ButtonKind, Choice, Dialog, Field, Segmented, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// The condition being set, shared by the parts of the dialog; `None` is no condition.
pub type Draft = RwSignal<Option<Test>>;

/// The dialog, open while a column is named.
#[component]
pub fn FilterDialog(grid: Grid) -> impl IntoView {
    let open = RwSignal::new(false);
    let draft: Draft = RwSignal::new(None);
    Effect::new(move || {
        if let Some(column) = grid.filtering.get() {
            let key = grid.key(column);
            draft.set(grid.view.with_untracked(|view| {
                view.filters.iter().find(|filter| filter.key == key).map(|filter| filter.test.clone())
            }));
            open.set(true);
        }
    });
    let set = move |test: Option<Test>| {
        if let Some(column) = grid.filtering.get_untracked() {
            let key = grid.key(column);
            grid.arrange(|view| view.set_filter(&key, test));
        }
        open.set(false);
    };
    let apply = move || set(draft.get_untracked());
    let footer = move || {
        view! {
            <Button label=words::REMOVE_FILTER kind=ButtonKind::Quiet on_press=move || set(None)/>
            <Button label=widgets::CANCEL on_press=move || open.set(false)/>
            <Button label=words::APPLY kind=ButtonKind::Primary on_press=apply/>
        }
    };
    let title = move || {
        let name = grid.filtering.get().map(|column| grid.name(column)).unwrap_or_default();
        words::filter_title(lang(), &name)
    };
    let closed = move |()| {
        grid.filtering.try_set(None);
    };
    view! {
        <Dialog open title=Signal::derive(title) footer on_close=Callback::new(closed)>
            <form on:submit=heard(ev::submit, move |event| { event.prevent_default(); apply(); })>
                {move || grid.filtering.get().map(|column| editor(grid, column, draft))}
            </form>
        </Dialog>
    }
    .into_any()
}

fn editor(grid: Grid, column: Column, draft: Draft) -> AnyView {
    match column.ty(grid.kind) {
        ColumnType::Text | ColumnType::LongText => view! { <TextTest draft/> }.into_any(),
        ColumnType::Bool => view! { <YesNoTest draft/> }.into_any(),
        ColumnType::Date => view! { <range::DayTest draft/> }.into_any(),
        ColumnType::Moment => view! { <FilledTest draft/> }.into_any(),
        ColumnType::Int
        | ColumnType::Year
        | ColumnType::Area
        | ColumnType::Percent
        | ColumnType::Days
        | ColumnType::Number
        | ColumnType::Money => view! { <range::NumberTest grid column draft/> }.into_any(),
        _ => view! { <values::ValuesTest grid column draft/> }.into_any(),
    }
}

/// A text the cell contains, or whether it is filled at all.
#[component]
fn TextTest(draft: Draft) -> impl IntoView {
    let held = match draft.get_untracked() {
        Some(Test::Contains(text)) => text,
        _ => String::new(),
    };
    let text = RwSignal::new(held);
    Effect::new(move |first: Option<()>| {
        let typed = text.read().trim().to_owned();
        if first.is_some() {
            draft.set((!typed.is_empty()).then_some(Test::Contains(typed)));
        }
    });
    view! {
        <Field label=words::CONTAINS><TextInput value=text autofocus=true/></Field>
        <FilledTest draft/>
    }
    .into_any()
}

/// Whether the cell is filled.
#[component]
pub fn FilledTest(draft: Draft) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || {
        let now = match *draft.read() {
            Some(Test::Empty) => "empty",
            Some(Test::Filled) => "filled",
            _ => "",
        };
        value.set(now.to_owned());
    });
    let options = vec![
        Choice::new("", words::ANY_VALUE),
        Choice::new("filled", words::ONLY_FILLED),
        Choice::new("empty", words::ONLY_EMPTY),
    ];
    let change = move |chosen: String| {
        draft.set(match chosen.as_str() {
            "empty" => Some(Test::Empty),
            "filled" => Some(Test::Filled),
            _ => None,
        });
    };
    view! { <p><Segmented label=words::FILLED_OR_NOT value options=Signal::stored(options) on_change=change/></p> }
        .into_any()
}

/// Yes, no, or either.
#[component]
fn YesNoTest(draft: Draft) -> impl IntoView {
    let held = match draft.get_untracked() {
        Some(Test::Is(yes)) => yes.to_string(),
        _ => String::new(),
    };
    let value = RwSignal::new(held);
    let options = || {
        let yes_no = |yes: bool| Choice::new(yes.to_string(), crate::i18n::values::yes_no(lang(), yes));
        vec![Choice::new("", t(words::ANY_VALUE)), yes_no(true), yes_no(false)]
    };
    let change = move |chosen: String| draft.set(chosen.parse().ok().map(Test::Is));
    view! { <Segmented label=words::ONE_OF value options=Signal::derive(options) on_change=change/> }
        .into_any()
}
