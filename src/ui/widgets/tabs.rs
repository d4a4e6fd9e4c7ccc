//! Tabs: several views of one thing in the same place.

use super::Choice;
use super::id::unique_id;
use crate::ui::heard::heard;
use crate::web::page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A row of tabs and the panel of the chosen one. Arrow keys, Home and End move.
///
/// ```ignore
/// <Tabs label=project::PARTS selected=tab tabs=tabs panel=move |tab: String| match tab.as_str() { … }/>
/// ```
#[component]
pub fn Tabs(
    /// What the tabs divide, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The chosen tab's `value`.
    selected: RwSignal<String>,
    /// The tabs; a hint is shown as a count behind the label.
    #[prop(into)]
    tabs: Signal<Vec<Choice>>,
    /// The content of a tab.
    #[prop(into)]
    panel: Callback<String, AnyView>,
) -> impl IntoView {
    let stem = unique_id("tabs");
    let panel_id = format!("{stem}-panel");
    let row: NodeRef<html::Div> = NodeRef::new();
    let choose = move |step: Option<i32>, end: Option<usize>| {
        let (Some(tabs), Some(selected_now)) = (tabs.try_get_untracked(), selected.try_get_untracked())
        else {
            return;
        };
        let here = tabs.iter().position(|tab| tab.value == selected_now).unwrap_or(0);
        let count = tabs.len().max(1) as i32;
        let next = match (step, end) {
            (Some(step), _) => (here as i32 + step).rem_euclid(count) as usize,
            (None, Some(end)) => end.min(tabs.len().saturating_sub(1)),
            (None, None) => here,
        };
        if let Some(tab) = tabs.get(next) {
            selected.try_set(tab.value.clone());
        }
        if let Some(row) = row.get_untracked() {
            page::focus_first(&row, "[aria-selected=true]");
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" => choose(Some(1), None),
            "ArrowLeft" => choose(Some(-1), None),
            "Home" => choose(None, Some(0)),
            "End" => choose(None, Some(usize::MAX)),
            _ => return,
        }
        event.prevent_default();
    };
    let controls = panel_id.clone();
    let list = move || {
        let entry = |tab: Choice| {
            let (this, target) = (tab.value.clone(), tab.value.clone());
            let is_selected = Memo::new(move |_| *selected.read() == this);
            let hint = tab.hint.clone();
            view! {
                <button
                    type="button"
                    role="tab"
                    aria-selected=move || is_selected.get().to_string()
                    aria-controls=controls.clone()
                    tabindex=move || if is_selected.get() { "0" } else { "-1" }
                    on:click=heard(ev::click, move |_| { selected.try_set(target.clone()); })
                >
                    {move || tab.label.show()}
                    {move || Some(hint.show()).filter(|h| !h.is_empty()).map(|h| view! { <small>{h}</small> })}
                </button>
            }
        };
        tabs.get().into_iter().map(entry).collect_view()
    };
    view! {
        <div class="tabs">
            <div role="tablist" aria-label=label node_ref=row on:keydown=heard(ev::keydown, on_key)>{list}</div>
            <div role="tabpanel" id=panel_id tabindex="-1">{move || panel.try_run(selected.get())}</div>
        </div>
    }
    .into_any()
}
