//! One of many things: type to narrow the list, or to create what is missing.

use super::Choice;
use super::combo_list::{ComboList, Row};
use super::field::FieldLinks;
use super::id::unique_id;
use crate::ui::heard::heard;
use crate::ui::lang::lang;
use crate::web::page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The most entries shown at once: who does not find theirs types another letter.
const SHOWN: usize = 60;

/// A combo box. Give it `options` to be narrowed by what is typed, or `search` to be asked for the
/// matches. Enter takes the entry that is marked: the best for what is typed, or the one the arrows
/// reached; a list that was only opened has the chosen entry marked, so that looking changes nothing.
/// Tab takes what was typed for as well. Leaving the field otherwise brings the chosen entry back;
/// leaving it empty chooses nothing (`""`).
///
/// ```ignore
/// <Combo value=unit options=move || units.get() on_change=move |id| save(id) on_create=move |name| new_unit(name)/>
/// ```
#[component]
pub fn Combo(
    /// The chosen entry's `value`; empty for none.
    value: RwSignal<String>,
    /// All entries.
    #[prop(optional, into)]
    options: Signal<Vec<Choice>>,
    /// Finds the entries for what is typed, instead of `options`. Called again as the signals it reads
    /// change.
    #[prop(optional, into)]
    search: Option<Callback<String, Vec<Choice>>>,
    /// The words for the chosen value, needed with `search`; otherwise its label among `options`.
    #[prop(optional, into)]
    shown: Option<Signal<String>>,
    /// Called after the user chose.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
    /// Makes a new entry named as typed. Without it nothing can be created.
    #[prop(optional, into)]
    on_create: Option<Callback<String>>,
    /// Called on Escape while the list is open, which closes it: for a place that one Escape leaves.
    #[prop(optional, into)]
    on_escape: Option<Callback<()>>,
    /// Name for screen readers where no `Field` stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let links = FieldLinks::here();
    let described_by = links.description();
    let list_id = unique_id("list");
    let input: NodeRef<html::Input> = NodeRef::new();
    // What is typed, or nothing while the chosen entry is shown.
    let typed = RwSignal::new(None::<String>);
    let open = RwSignal::new(false);
    // The marked entry; none in a list that was only opened and does not show what is chosen.
    let active = RwSignal::new(None::<usize>);

    let chosen_words = Memo::new(move |_| match shown {
        Some(shown) => shown.get(),
        None => {
            let value = value.read();
            let options = options.read();
            options.iter().find(|o| o.value == *value).map(|o| o.label.show()).unwrap_or_default()
        }
    });
    let rows = Memo::new(move |_| {
        if open.get() {
            rows(&typed.get().unwrap_or_default(), options, search, on_create.is_some())
        } else {
            vec![]
        }
    });
    let has_typed = move || typed.read().as_ref().is_some_and(|typed| !typed.trim().is_empty());
    let look = move || {
        open.try_set(true);
        let chosen = value.try_get_untracked().unwrap_or_default();
        let is_chosen = |row: &Row| matches!(row, Row::Choice(choice) if choice.value == chosen);
        active.try_set(rows.try_with_untracked(|rows| rows.iter().position(is_chosen)).flatten());
    };
    // That nothing matches is only said of what was typed.
    let shows = Signal::derive(move || open.get() && (has_typed() || !rows.read().is_empty()));
    let close = move || {
        open.try_set(false);
        typed.try_set(None);
    };
    let set = move |chosen: String| {
        if value.try_get_untracked().is_some_and(|value| value != chosen) {
            value.try_set(chosen.clone());
            if let Some(on_change) = on_change {
                on_change.try_run(chosen);
            }
        }
    };
    let choose = move |row: Row| {
        close();
        match row {
            Row::Choice(choice) => set(choice.value),
            Row::Create(name) => {
                if let Some(on_create) = on_create {
                    on_create.try_run(name);
                }
            }
        }
    };
    let leave = move |_| {
        if typed.try_get_untracked().flatten().is_some_and(|typed| typed.trim().is_empty()) {
            set(String::new());
        }
        close();
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let is_open = open.try_get_untracked().unwrap_or(false);
        let count = rows.try_with_untracked(Vec::len).unwrap_or(0);
        let step = |from_none: usize, by: usize| {
            active.try_update(|at| {
                *at = (count > 0).then(|| at.map_or(from_none, |at| at + by) % count);
            });
        };
        let marked = || rows.try_with_untracked(|r| r.get(active.try_get_untracked()??).cloned()).flatten();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !is_open => look(),
            "ArrowDown" => step(0, 1),
            "ArrowUp" => step(count.saturating_sub(1), count.saturating_sub(1)),
            "Enter" if is_open => match marked() {
                Some(row) => choose(row),
                None => close(),
            },
            // The focus goes on to the next field.
            "Tab" if is_open && untrack(has_typed) => return marked().into_iter().for_each(choose),
            "Escape" if is_open => {
                event.stop_propagation();
                close();
                if let Some(on_escape) = on_escape {
                    on_escape.try_run(());
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let press = move |_| {
        if input.try_get_untracked().flatten().is_some_and(|i| page::focused().is_some_and(|f| f == *i)) {
            look();
        }
    };
    let controls = list_id.clone();
    let active_id = {
        let list_id = list_id.clone();
        move || active.get().filter(|_| open.get()).map(|at| format!("{list_id}-{at}"))
    };
    view! {
        <span class="combo">
            <input
                id=links.input
                type="text"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=move || open.get().to_string()
                aria-controls=controls
                aria-activedescendant=active_id
                aria-label=move || label.map(|l| l.get())
                aria-describedby=described_by
                aria-invalid=move || links.invalid.get().then_some("true")
                aria-required=links.required.then_some("true")
                placeholder=move || placeholder.map(|p| p.get())
                disabled=move || disabled.get()
                prop:value=move || typed.get().unwrap_or_else(|| chosen_words.get())
                node_ref=input
                on:focus=heard(ev::focus, move |_| if let Some(Some(input)) = input.try_get_untracked() { input.select() })
                on:click=heard(ev::click, press)
                on:input=heard(ev::input, move |event| {
                    let text = event_target_value(&event);
                    active.try_set((!text.trim().is_empty()).then_some(0));
                    typed.try_set(Some(text));
                    open.try_set(true);
                })
                on:blur=heard(ev::blur, leave)
                on:keydown=heard(ev::keydown, on_key)
            />
            <ComboList id=list_id anchor=input open=shows rows active on_choose=Callback::new(choose)/>
        </span>
    }
    .into_any()
}

/// The rows of the list for what is typed.
fn rows(
    typed: &str,
    options: Signal<Vec<Choice>>,
    search: Option<Callback<String, Vec<Choice>>>,
    can_create: bool,
) -> Vec<Row> {
    let wanted = typed.trim().to_lowercase();
    let l = lang();
    let found: Vec<Choice> = match search {
        Some(search) => search.try_run(typed.to_owned()).unwrap_or_default(),
        None => {
            let fits = |choice: &&Choice| {
                choice.label.get(l).to_lowercase().contains(&wanted)
                    || choice.hint.get(l).to_lowercase().contains(&wanted)
            };
            options.read().iter().filter(fits).take(SHOWN).cloned().collect()
        }
    };
    let exact = found.iter().any(|choice| choice.label.get(l).to_lowercase() == wanted);
    let create = (can_create && !exact && !wanted.is_empty()).then(|| Row::Create(typed.trim().to_owned()));
    found.into_iter().take(SHOWN).map(Row::Choice).chain(create).collect()
}
