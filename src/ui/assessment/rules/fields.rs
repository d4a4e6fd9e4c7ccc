//! Fields of the editor: each follows every keystroke, so that sentence and scores beside it move at once.

use crate::domain::Decimal;
use crate::i18n::{Text, assess_rules as words};
use crate::ui::lang::t;
use crate::ui::widgets::{Checkbox, Choice, Field, Select, TextArea, TextInput};
use leptos::prelude::*;

/// Runs `then` with what a draft holds after every change of it, but not at first.
fn follow<T: Clone + PartialEq + Send + Sync + 'static>(value: RwSignal<T>, then: impl Fn(T) + 'static) {
    Effect::new(move |before: Option<T>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            untrack(|| then(now.clone()));
        }
        now
    });
}

/// A line of text.
pub(super) fn text(label: Text, first: &str, then: impl Fn(String) + 'static) -> AnyView {
    let value = RwSignal::new(first.to_owned());
    follow(value, then);
    view! { <Field label><TextInput value/></Field> }.into_any()
}

/// Several lines of text.
pub(super) fn lines(label: Text, first: &str, then: impl Fn(String) + 'static) -> AnyView {
    let value = RwSignal::new(first.to_owned());
    follow(value, then);
    view! { <Field label><TextArea value rows=2/></Field> }.into_any()
}

/// A line of text with how to fill it in.
pub(super) fn helped(label: Text, help: Text, first: &str, then: impl Fn(String) + 'static) -> AnyView {
    let value = RwSignal::new(first.to_owned());
    follow(value, then);
    view! { <Field label help=Signal::derive(move || t(help).to_owned())><TextInput value/></Field> }
        .into_any()
}

/// A number, shown as `by` times what it is; nothing where it may be left out.
pub(super) fn number(
    label: Text,
    suffix: String,
    first: Option<Decimal>,
    by: Decimal,
    may_be_none: bool,
    then: impl Fn(Option<Decimal>) + 'static,
) -> AnyView {
    let shown = first.map(|first| first.times(by).to_string()).unwrap_or_default();
    let value = RwSignal::new(shown);
    let read = move |text: &str| match text.trim() {
        "" if may_be_none => Some(None),
        text => Decimal::parse(text).and_then(|number| number.over(by)).map(Some),
    };
    let error = Signal::derive(move || match read(&value.read()) {
        Some(_) => String::new(),
        None => t(words::NOT_A_NUMBER).to_owned(),
    });
    follow(value, move |text| {
        if let Some(number) = read(&text) {
            then(number);
        }
    });
    view! {
        <Field label error><TextInput value suffix=Signal::stored(suffix) inputmode="decimal"/></Field>
    }
    .into_any()
}

/// A choice of words.
pub(super) fn choice(
    label: Text,
    options: Signal<Vec<Choice>>,
    first: String,
    then: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let value = RwSignal::new(first);
    view! { <Field label><Select value options on_change=then/></Field> }.into_any()
}

/// Yes or no.
pub(super) fn flag(label: Text, first: bool, then: impl Fn(bool) + Send + Sync + 'static) -> AnyView {
    let checked = RwSignal::new(first);
    view! { <Checkbox checked label on_change=then/> }.into_any()
}

/// Choices with fixed words.
pub(super) fn fixed<const N: usize>(all: [(&'static str, Text); N]) -> Signal<Vec<Choice>> {
    Signal::stored(all.map(|(word, text)| Choice::new(word, text)).to_vec())
}

/// Words parted by commas.
pub(super) fn parted(text: &str) -> Vec<String> {
    let parts = text.split(words::MARKS).map(str::trim);
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
