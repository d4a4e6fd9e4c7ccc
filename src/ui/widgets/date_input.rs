//! A date, typed in any form the ledgers use or picked from the browser's calendar.

use super::draft::Draft;
use super::field::FieldLinks;
use super::{Glyph, IconButton};
use crate::domain::{Date, read};
use crate::i18n::widgets;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::web::clock;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A line for a date: "2026-09-30", "9月30日", "26.9.30". Leaving it writes the date out as
/// 2026-09-30; what is no date stays, with a hint, and is not committed.
///
/// ```ignore
/// <DateInput value=signed_on on_commit=move |iso| save(iso)/>
/// ```
#[component]
pub fn DateInput(
    /// The draft: 2026-09-30, or what is being typed, or empty.
    value: RwSignal<String>,
    /// Called with 2026-09-30 or empty when it was changed and is left.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Name for screen readers where no `Field` stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let links = FieldLinks::here();
    let described_by = links.description();
    let picker: NodeRef<html::Input> = NodeRef::new();
    let unreadable = RwSignal::new(false);
    let draft = Draft::new(value, on_commit);
    let commit = move || {
        let Some(text) = value.try_get_untracked() else { return };
        match read_date(&text) {
            Some(iso) => {
                unreadable.try_set(false);
                if iso != text {
                    value.try_set(iso);
                }
                draft.commit();
            }
            None => {
                unreadable.try_set(true);
            }
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => commit(),
        "Escape" if draft.revert() => {
            unreadable.try_set(false);
            event.stop_propagation();
            event.prevent_default();
        }
        _ => {}
    };
    let pick = move || {
        if let Some(Some(picker)) = picker.try_get_untracked() {
            draft.enter();
            picker.set_value(&value.try_get_untracked().unwrap_or_default());
            // Refused where the browser has no calendar; typing works everywhere.
            let _ = picker.show_picker();
        }
    };
    view! {
        <span class="date-input" data-invalid=move || unreadable.get().then_some("true")>
            <input
                id=links.input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                placeholder=move || t(widgets::DATE_EXAMPLE)
                prop:value=move || value.get()
                aria-label=move || label.map(|l| l.get())
                aria-describedby=described_by
                aria-invalid=move || (links.invalid.get() || unreadable.get()).then_some("true")
                aria-required=links.required.then_some("true")
                disabled=move || disabled.get()
                on:focus=heard(ev::focus, move |_| draft.enter())
                on:input=heard(ev::input, move |event| draft.typed(event_target_value(&event)))
                on:blur=heard(ev::blur, move |_| commit())
                on:keydown=heard(ev::keydown, on_key)
            />
            <IconButton glyph=Glyph::Today label=widgets::OPEN_CALENDAR disabled on_press=pick/>
            <input
                type="date"
                class="picker"
                tabindex="-1"
                aria-hidden="true"
                min="1900-01-01"
                max="2199-12-31"
                node_ref=picker
                on:change=heard(ev::change, move |event| {
                    value.try_set(event_target_value(&event));
                    commit();
                })
            />
            <output class="reading">{move || unreadable.get().then(|| t(widgets::DATE_UNREADABLE))}</output>
        </span>
    }
    .into_any()
}

/// What was typed as 2026-09-30; empty for nothing; `None` for what is no date.
fn read_date(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some(String::new());
    }
    if let Some(date) = Date::parse_iso(text) {
        return Some(date.to_string());
    }
    let hints = read::DateHints::on(clock::today().naive());
    read::date(text, &hints).value.and_then(Date::from_naive).map(|date| date.to_string())
}
