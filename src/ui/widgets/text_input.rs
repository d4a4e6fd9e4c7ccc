//! Text on one line and on several.

use super::draft::Draft;
use super::field::FieldLinks;
use crate::ui::heard::heard;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A line of text. `Enter` or leaving it commits; `Esc` takes back what was typed since.
///
/// ```ignore
/// <TextInput value=area suffix=project::MU on_commit=move |text| save(text)/>
/// ```
#[component]
pub fn TextInput(
    /// The draft: follows every keystroke.
    value: RwSignal<String>,
    /// Called with the text when it was changed and is left.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Name for screen readers where no `Field` stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// A unit, shown inside at the end.
    #[prop(optional, into)]
    suffix: Option<Signal<String>>,
    /// `text`, `search`, `tel`, `url` or `email`: chooses the keyboard of a phone.
    #[prop(default = "text")]
    kind: &'static str,
    /// `decimal` or `numeric` for a number pad.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Takes the focus when shown.
    #[prop(optional)]
    autofocus: bool,
    /// The element, for a caller that moves the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let links = FieldLinks::here();
    let described_by = links.description();
    let draft = Draft::new(value, on_commit);
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => draft.commit(),
        "Escape" if draft.revert() => {
            // Only the text is given up, not the dialog around it.
            event.stop_propagation();
            event.prevent_default();
        }
        _ => {}
    };
    if autofocus {
        Effect::new(move || {
            if let Some(input) = node_ref.get() {
                let _ = input.focus();
            }
        });
    }
    let input = view! {
        <input
            id=links.input
            type=kind
            inputmode=inputmode
            prop:value=move || value.get()
            placeholder=move || placeholder.map(|p| p.get())
            aria-label=move || label.map(|l| l.get())
            aria-describedby=described_by
            aria-invalid=move || links.invalid.get().then_some("true")
            aria-required=links.required.then_some("true")
            disabled=move || disabled.get()
            autocomplete="off"
            node_ref=node_ref
            on:focus=heard(ev::focus, move |_| draft.enter())
            on:input=heard(ev::input, move |event| draft.typed(event_target_value(&event)))
            on:blur=heard(ev::blur, move |_| draft.commit())
            on:keydown=heard(ev::keydown, on_key)
        />
    };
    match suffix {
        None => input.into_any(),
        Some(suffix) => {
            view! { <span class="with-suffix">{input}<span aria-hidden="true">{suffix}</span></span> }
                .into_any()
        }
    }
}

/// Several lines of text, growing with what is written.
///
/// ```ignore
/// <TextArea value=note rows=3 on_commit=move |text| save(text)/>
/// ```
#[component]
pub fn TextArea(
    /// The draft: follows every keystroke.
    value: RwSignal<String>,
    /// Called with the text when it was changed and is left, or at Ctrl+Enter.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// Name for screen readers where no `Field` stands around it.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// An example, shown while it is empty.
    #[prop(optional, into)]
    placeholder: Option<Signal<String>>,
    /// Lines shown at first.
    #[prop(default = 3)]
    rows: u32,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// The element, for a caller that moves the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let links = FieldLinks::here();
    let described_by = links.description();
    let draft = Draft::new(value, on_commit);
    view! {
        <textarea
            id=links.input
            rows=rows
            prop:value=move || value.get()
            placeholder=move || placeholder.map(|p| p.get())
            aria-label=move || label.map(|l| l.get())
            aria-describedby=described_by
            aria-invalid=move || links.invalid.get().then_some("true")
            aria-required=links.required.then_some("true")
            disabled=move || disabled.get()
            node_ref=node_ref
            on:focus=heard(ev::focus, move |_| draft.enter())
            on:input=heard(ev::input, move |event| draft.typed(event_target_value(&event)))
            on:blur=heard(ev::blur, move |_| draft.commit())
            on:keydown=heard(ev::keydown, move |event| {
                if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    draft.commit();
                }
            })
        ></textarea>
    }
    .into_any()
}
