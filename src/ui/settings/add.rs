//! A line to add something by its name.

use crate::i18n::Text;
use crate::ui::heard::heard;
use crate::ui::lang::t;
use crate::ui::widgets::{Button, Field, Glyph, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// A field for a name and a button. `add` says what is wrong with the name, if anything is; otherwise
/// the field is emptied for the next one.
#[component]
pub(super) fn AddLine(
    /// What is typed.
    label: Text,
    /// The button.
    action: Text,
    /// Adds it.
    #[prop(into)]
    add: Callback<String, Result<(), Text>>,
) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<Text>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match add.try_run(name.get_untracked().trim().to_owned()) {
            Some(Ok(())) => {
                name.set(String::new());
                error.set(None);
            }
            Some(Err(why)) => error.set(Some(why)),
            None => {}
        }
    };
    let words = move || error.get().map(t).unwrap_or_default().to_owned();
    view! {
        <form class="add-line" on:submit=heard(ev::submit, submit)>
            <Field label=label error=Signal::derive(words)><TextInput value=name/></Field>
            <Button label=action icon=Glyph::Plus submit=true/>
        </form>
    }
    .into_any()
}
