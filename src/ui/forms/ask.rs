//! A few fields of a record asked for on one line: to add a record, or to take a step with it.

use super::money;
use super::records::{create_named, list_choices, name_of, record_choices};
use super::unsaved::{Note, keep_fields};
use crate::domain::{Date, Field, FieldType, Kind, Value};
use crate::i18n::{Text, labels, project, widgets};
use crate::ui::heard::heard;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, Combo, DateInput, Field as Labelled, MoneyInput, Select, TextInput,
};
use leptos::ev;
use leptos::prelude::*;

/// One field that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Which.
    pub field: Field,
    /// What it begins with.
    pub begins: String,
    /// What it is called here, where that is not the field's own name.
    pub label: Option<Text>,
}

impl Asked {
    /// A field that begins empty.
    pub fn new(field: impl Into<Field>) -> Self {
        Self { field: field.into(), begins: String::new(), label: None }
    }

    /// The field beginning with a text, as it is typed.
    pub fn from(self, begins: impl Into<String>) -> Self {
        Self { begins: begins.into(), ..self }
    }

    /// The field under another name.
    pub fn called(self, label: Text) -> Self {
        Self { label: Some(label), ..self }
    }
}

/// The form; the first field has to be filled in. Gives the values that were, to whoever says whether they were taken.
#[component]
pub fn AskFields(
    /// Whose fields they are.
    kind: Kind,
    /// Which, in order.
    asked: Vec<Asked>,
    /// What the button says.
    label: Text,
    /// What the note of what is half typed is called.
    note: String,
    /// Takes the values; whether they were written.
    #[prop(into)]
    on_done: Callback<Vec<(Field, Value)>, bool>,
    /// The form is done with.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let drafts: Vec<(Asked, RwSignal<String>)> =
        asked.into_iter().map(|asked| (asked.clone(), RwSignal::new(asked.begins))).collect();
    let words = |field: Field| field.def(kind).map_or("", |def| def.word);
    let noted =
        keep_fields(&note, drafts.iter().map(|(asked, draft)| (words(asked.field), *draft)).collect());
    let noted = StoredValue::new(noted);
    let close = move || {
        noted.with_value(|note| note.iter().for_each(Note::forget));
        on_close.run(());
    };
    let first = drafts.first().map(|(_, draft)| *draft);
    let is_empty =
        Signal::derive(move || first.is_some_and(|draft| draft.with(|text| text.trim().is_empty())));
    let fields = drafts.iter().enumerate().map(|(at, (asked, draft))| input(kind, asked, *draft, at == 0));
    let fields = fields.collect_view();
    let drafts = StoredValue::new(drafts);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let read = |(asked, draft): &(Asked, RwSignal<String>)| {
            draft.with_untracked(|text| Some((asked.field, read(kind, asked.field, text)?)))
        };
        // What cannot be read is said beside its field; nothing is written until it can.
        let values = drafts.with_value(|drafts| drafts.iter().map(read).collect::<Option<Vec<_>>>());
        let Some(values) = values else { return };
        let filled = values.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if on_done.run(filled) {
            close();
        }
    };
    view! {
        <form class="ask" on:submit=heard(ev::submit, submit)>
            {fields}
            <div class="buttons">
                <Button label kind=ButtonKind::Primary submit=true disabled=is_empty/>
                <Button label=widgets::CANCEL kind=ButtonKind::Quiet on_press=close/>
            </div>
        </form>
    }
    .into_any()
}

fn input(kind: Kind, asked: &Asked, value: RwSignal<String>, required: bool) -> AnyView {
    let Some(def) = asked.field.def(kind) else { return ().into_any() };
    let name = asked.label.or_else(|| labels::field(kind, asked.field)).unwrap_or(project::NOT_STATED);
    // Made inside the field, so that the two find each other.
    let input = move || match def.ty {
        FieldType::Date => view! { <DateInput value/> }.into_any(),
        FieldType::Money => view! { <MoneyInput value unit=money::unit() parse=money::reading/> }.into_any(),
        FieldType::Choice(list) => {
            let options = Signal::derive(move || {
                let none = Choice::new("", project::NOT_STATED);
                [none].into_iter().chain(list_choices(list)).collect::<Vec<_>>()
            });
            view! { <Select value options/> }.into_any()
        }
        FieldType::Ref(to) => {
            let search = move |typed: String| record_choices(to, &typed);
            let shown = Signal::derive(move || name_of(&value.read()));
            let create = move |name: String| value.set(create_named(to, &name));
            view! { <Combo value search shown on_create=create/> }.into_any()
        }
        FieldType::Int => view! { <TextInput value inputmode="numeric"/> }.into_any(),
        _ => view! { <TextInput value/> }.into_any(),
    };
    view! { <Labelled label=name required>{input()}</Labelled> }.into_any()
}

/// The value typed; `None` where it cannot be read.
fn read(kind: Kind, field: Field, text: &str) -> Option<Value> {
    let text = text.trim();
    match field.def(kind)?.ty {
        _ if text.is_empty() => Some(Value::Empty),
        FieldType::Date => Date::parse_iso(text).map(Value::Date),
        FieldType::Money => money::read(text),
        FieldType::Ref(_) => text.parse().ok().map(Value::Ref),
        FieldType::Int => crate::domain::read::whole(text).value.map(Value::Int),
        _ => Some(Value::text(text)),
    }
}
