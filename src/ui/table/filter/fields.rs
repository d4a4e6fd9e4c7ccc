//! The fields of a condition on one column: for the dialog of a table, and for whoever writes conditions down.

use super::{range, values};
use crate::domain::Kind;
use crate::i18n::format::MoneyUnit;
use crate::i18n::table as words;
use crate::rules::query::{Column, ColumnType, Test};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Choice, Field, Segmented, TextInput};
use leptos::prelude::*;

/// The condition being set, shared by its fields; `None` is no condition.
pub type Draft = RwSignal<Option<Test>>;

/// What a condition is on.
#[derive(Clone, Copy)]
pub struct On {
    /// Records of which kind.
    pub kind: Kind,
    /// The column.
    pub column: Column,
    /// The unit in which amounts are typed.
    pub unit: Signal<MoneyUnit>,
}

/// The fields for what the column holds.
#[component]
pub fn ConditionFields(
    /// What the condition is on.
    on: On,
    /// The condition.
    draft: Draft,
) -> impl IntoView {
    match on.column.ty(on.kind) {
        ColumnType::Text | ColumnType::LongText => view! { <TextTest draft/> }.into_any(),
        ColumnType::Bool => view! { <YesNoTest draft/> }.into_any(),
        ColumnType::Date => view! { <range::DayTest draft/> }.into_any(),
        ColumnType::Moment => view! { <FilledTest draft/> }.into_any(),
        ColumnType::Int
        | ColumnType::Year
        | ColumnType::Area
        | ColumnType::Percent
        | ColumnType::Days
        | ColumnType::Number
        | ColumnType::Money => view! { <range::NumberTest on draft/> }.into_any(),
        _ => view! { <values::ValuesTest on draft/> }.into_any(),
    }
}

/// A text the cell contains, or whether it is filled at all.
#[component]
fn TextTest(draft: Draft) -> impl IntoView {
    let held = match draft.get_untracked() {
        Some(Test::Contains(text)) => text,
        _ => String::new(),
    };
    let text = RwSignal::new(held);
    Effect::new(move |first: Option<()>| {
        let typed = text.read().trim().to_owned();
        if first.is_some() {
            draft.set((!typed.is_empty()).then_some(Test::Contains(typed)));
        }
    });
    view! {
        <Field label=words::CONTAINS><TextInput value=text autofocus=true/></Field>
        <FilledTest draft/>
    }
    .into_any()
}

/// Whether the cell is filled.
#[component]
pub(super) fn FilledTest(draft: Draft) -> impl IntoView {
    let value = RwSignal::new(String::new());
    Effect::new(move || {
        let now = match *draft.read() {
            Some(Test::Empty) => "empty",
            Some(Test::Filled) => "filled",
            _ => "",
        };
        value.set(now.to_owned());
    });
    let options = vec![
        Choice::new("", words::ANY_VALUE),
        Choice::new("filled", words::ONLY_FILLED),
        Choice::new("empty", words::ONLY_EMPTY),
    ];
    let change = move |chosen: String| {
        draft.set(match chosen.as_str() {
            "empty" => Some(Test::Empty),
            "filled" => Some(Test::Filled),
            _ => None,
        });
    };
    view! { <p><Segmented label=words::FILLED_OR_NOT value options=Signal::stored(options) on_change=change/></p> }
        .into_any()
}

/// Yes, no, or either.
#[component]
fn YesNoTest(draft: Draft) -> impl IntoView {
    let held = match draft.get_untracked() {
        Some(Test::Is(yes)) => yes.to_string(),
        _ => String::new(),
    };
    let value = RwSignal::new(held);
    let options = || {
        let yes_no = |yes: bool| Choice::new(yes.to_string(), crate::i18n::values::yes_no(lang(), yes));
        vec![Choice::new("", t(words::ANY_VALUE)), yes_no(true), yes_no(false)]
    };
    let change = move |chosen: String| draft.set(chosen.parse().ok().map(Test::Is));
    view! { <Segmented label=words::ONE_OF value options=Signal::derive(options) on_change=change/> }
        .into_any()
}
