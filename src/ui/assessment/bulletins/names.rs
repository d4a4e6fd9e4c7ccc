//! The names that a text may use, with what they stand for now; a click inserts one.

use crate::i18n::assess_bulletins as words;
use crate::rules::bulletin::{Known, Material, Name};
use crate::ui::lang::t;
use crate::ui::widgets::{Checkbox, Field, TextInput};
use leptos::prelude::*;

/// How many are listed at once.
const MOST: usize = 60;

/// The list.
#[component]
pub(super) fn Names(
    made: Memo<Option<(Material, Known)>>,
    insert: Callback<String>,
    disabled: Signal<bool>,
) -> impl IntoView {
    let (find, all) = (RwSignal::new(String::new()), RwSignal::new(false));
    let shown = Memo::new(move |_| {
        let wanted = find.get().to_lowercase();
        let all = all.get() || !wanted.trim().is_empty();
        let fits = |name: &&Name| (all || name.is_usual) && name.name.to_lowercase().contains(wanted.trim());
        made.with(|made| {
            let names = made.as_ref().map(|(_, known)| known.names.as_slice()).unwrap_or_default();
            names
                .iter()
                .filter(fits)
                .take(MOST)
                .map(|n| (n.name.clone(), n.value.clone()))
                .collect::<Vec<_>>()
        })
    });
    let row = move |(name, value): (String, String)| {
        let chosen = name.clone();
        view! {
            <li>
                <button type="button" disabled=move || disabled.get() on:click=move |_| insert.run(chosen.clone())>
                    {name}
                </button>
                <span>{value}</span>
            </li>
        }
    };
    view! {
        <details class="names" open=true>
            <summary>{move || t(words::NAMES)}</summary>
            <Field label=words::FIND_NAME><TextInput value=find/></Field>
            <Checkbox checked=all label=words::ALL_NAMES/>
            <ul>{move || shown.get().into_iter().map(row).collect_view()}</ul>
        </details>
    }
    .into_any()
}
