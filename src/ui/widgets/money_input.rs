//! An amount of money, written as people write it.

use super::TextInput;
use super::field::FieldLinks;
use leptos::prelude::*;

/// A line for an amount: "3.5亿", "35000万", "1200万美元". Under it stands how it was understood, so
/// that a slip of a unit is seen before it is saved.
///
/// ```ignore
/// <MoneyInput value=amount unit=project::WAN parse=move |text: String| read_money(&text) on_commit=move |text| save(text)/>
/// ```
#[component]
pub fn MoneyInput(
    /// The draft, as typed.
    value: RwSignal<String>,
    /// The unit a bare number is taken in, shown inside the field.
    #[prop(into)]
    unit: Signal<String>,
    /// Reads an amount: how it was understood ("3.5亿元"; empty for nothing), or what is wrong with it.
    #[prop(into)]
    parse: Callback<String, Result<String, String>>,
    /// Called with the text when it was changed and is left, whether it can be read or not.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
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
    let reading = Memo::new(move |_| parse.try_run(value.get()).unwrap_or(Ok(String::new())));
    let words = move || match reading.get() {
        Ok(words) | Err(words) => words,
    };
    let is_wrong = move || reading.read().is_err().then_some("true");
    let label = label.unwrap_or_default();
    let links = FieldLinks::here();
    let commit = move |text: String| {
        if let Some(on_commit) = on_commit {
            on_commit.try_run(text);
        }
    };
    view! {
        <span class="money-input" data-invalid=is_wrong>
            <leptos::context::Provider value=links>
                <TextInput
                    value
                    suffix=unit
                    inputmode="decimal"
                    label
                    placeholder=move || placeholder.map(|p| p.get()).unwrap_or_default()
                    disabled
                    on_commit=commit
                />
            </leptos::context::Provider>
            <output class="reading">{words}</output>
        </span>
    }
    .into_any()
}
