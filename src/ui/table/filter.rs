//! The dialog that sets the condition on one column.

pub mod fields;
mod range;
mod values;

use super::grid::Grid;
use crate::i18n::{table as words, widgets};
use crate::rules::query::Test;
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::ui::widgets::{Button, ButtonKind, Dialog};
use fields::{ConditionFields, Draft, On};
use leptos::ev;
use leptos::prelude::*;

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
                {move || grid.filtering.get().map(|column| {
                    let unit = Signal::derive(move || grid.unit());
                    view! { <ConditionFields on=On { kind: grid.kind, column, unit } draft/> }
                })}
            </form>
        </Dialog>
    }
    .into_any()
}
