//! The other groups of the form, while the project is still a draft.

use super::draft::{Draft, read};
use crate::domain::field::{Elements, FieldDef, Group};
use crate::domain::{Field, FieldType, Kind};
use crate::i18n::{labels, project as words, values};
use crate::rules::form::{GROUPS, fields};
use crate::ui::forms::money;
use crate::ui::forms::records::{list_choices, name_of, record_choices};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{
    Choice, Combo, DateInput, Field as FormField, MoneyInput, Select, TextArea, TextInput,
};
use leptos::prelude::*;

/// All groups but the first, folded. Sets of words are left to the project's page.
#[component]
pub fn MoreGroups(draft: Draft) -> impl IntoView {
    let group = move |group: Group| {
        let asked = fields(group).filter(|(_, def)| def.elements == Elements::One);
        view! {
            <details class="fact-group">
                <summary><span>{move || t(labels::group(group))}</span></summary>
                <div class="cells">{asked.map(|(field, def)| view! { <DraftField draft field def/> }).collect_view()}</div>
            </details>
        }
    };
    GROUPS.iter().copied().filter(|group| *group != Group::First).map(group).collect_view().into_any()
}

/// One field, kept as text until the project is registered.
#[component]
fn DraftField(draft: Draft, field: Field, def: &'static FieldDef) -> impl IntoView {
    let value =
        RwSignal::new(draft.more.with_untracked(|more| more.get(&field).cloned().unwrap_or_default()));
    let error = RwSignal::new(String::new());
    // Kept while it is typed, judged when it is left.
    Effect::new(move |last: Option<String>| {
        let text = value.get();
        if last.is_some_and(|last| last != text) {
            draft.more.update(|more| match text.trim().is_empty() {
                true => _ = more.remove(&field),
                false => _ = more.insert(field, text.clone()),
            });
        }
        text
    });
    let keep = move |text: String| {
        let unreadable = read(field, &text).is_unreadable();
        error.set(if unreadable { t(words::WRONG_VALUE).to_owned() } else { String::new() });
    };
    let name = labels::field(Kind::Project, field).unwrap_or(words::NOT_STATED);
    // Made inside the field, so that the two find each other.
    let input = move || match def.ty {
        FieldType::LongText => view! { <TextArea value rows=2 on_commit=keep/> }.into_any(),
        FieldType::Date => view! { <DateInput value on_commit=keep/> }.into_any(),
        FieldType::Money => {
            view! { <MoneyInput value unit=money::unit() parse=money::reading on_commit=keep/> }.into_any()
        }
        FieldType::Choice(list) => {
            let options = Signal::derive(move || list_choices(list));
            view! { <Combo value options on_change=keep/> }.into_any()
        }
        FieldType::Ref(kind) => {
            let search = move |typed: String| record_choices(kind, &typed);
            let shown = Signal::derive(move || name_of(&value.get()));
            view! { <Combo value search shown on_change=keep/> }.into_any()
        }
        FieldType::Bool => {
            let options = Signal::derive(|| {
                let l = lang();
                // The words that the reader of typed values takes for yes and no.
                vec![
                    Choice::new("", words::NOT_STATED),
                    Choice::new("yes", values::yes_no(l, true)),
                    Choice::new("no", values::yes_no(l, false)),
                ]
            });
            view! { <Select value options on_change=keep/> }.into_any()
        }
        FieldType::Area => {
            view! { <TextInput value suffix=words::MU inputmode="decimal" on_commit=keep/> }.into_any()
        }
        FieldType::Percent => {
            view! { <TextInput value suffix=words::PERCENT inputmode="decimal" on_commit=keep/> }.into_any()
        }
        FieldType::Phone => view! { <TextInput value kind="tel" on_commit=keep/> }.into_any(),
        _ => view! { <TextInput value on_commit=keep/> }.into_any(),
    };
    view! { <FormField label=name error>{input()}</FormField> }.into_any()
}
