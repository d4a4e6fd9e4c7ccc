//! A field of a form: label above, help below, error beside.

use super::id::unique_id;
use crate::i18n::widgets;
use crate::ui::lang::t;
use leptos::context::Provider;
use leptos::prelude::*;

/// What an input needs to know of the field around it.
#[derive(Clone)]
pub(super) struct FieldLinks {
    /// The id the input takes, to which the label points.
    pub input: String,
    /// The ids of help and error, for `aria-describedby`.
    pub described_by: String,
    /// Whether there is an error, for `aria-invalid`.
    pub invalid: Signal<bool>,
    /// Whether it must be filled in.
    pub required: bool,
}

impl FieldLinks {
    /// The links of the field around the current component; for an input that stands alone and has
    /// its own `aria-label`, links to nothing.
    pub fn here() -> FieldLinks {
        use_context().unwrap_or_else(|| FieldLinks {
            input: unique_id("input"),
            described_by: String::new(),
            invalid: Signal::stored(false),
            required: false,
        })
    }

    /// The value of `aria-describedby`; none outside a field.
    pub fn description(&self) -> Option<String> {
        (!self.described_by.is_empty()).then(|| self.described_by.clone())
    }
}

/// A field: its label, one input inside, and what helps to fill it in.
///
/// ```ignore
/// <Field label=project::NAME help=project::NAME_HELP error=move || name_error.get() required=true>
///     <TextInput value=name/>
/// </Field>
/// ```
#[component]
pub fn Field(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it in.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
    /// What is wrong and what to do about it; empty if nothing is.
    #[prop(optional, into)]
    error: Signal<String>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// One input.
    children: Children,
) -> impl IntoView {
    let input = unique_id("field");
    let (help_id, error_id) = (format!("{input}-help"), format!("{input}-error"));
    let links = FieldLinks {
        input: input.clone(),
        described_by: format!("{error_id} {help_id}"),
        invalid: Signal::derive(move || !error.read().is_empty()),
        required,
    };
    let mark = required.then(|| view! { <em>{move || t(widgets::REQUIRED)}</em> });
    view! {
        <div class="field" data-invalid=move || (!error.read().is_empty()).then_some("true")>
            <label for=input>{label} {mark}</label>
            <Provider value=links>{children()}</Provider>
            // Always there, so that a new error is spoken.
            <p class="error" id=error_id aria-live="polite">{error}</p>
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
        </div>
    }
    .into_any()
}
