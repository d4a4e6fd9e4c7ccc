//! Cells that are typed: words, numbers, amounts and dates.

use super::unsaved::Offer;
use super::{draft_of, follow, name, save};
use crate::domain::{Date, FieldType, Money, RecordId, Value};
use crate::i18n::{Text, project as words, values};
use crate::ledger::CellKey;
use crate::rules::typed::{self, Typing};
use crate::ui::forms::money;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{DateInput, Field, MoneyInput, TextArea, TextInput};
use leptos::prelude::*;

/// Words or a number.
#[component]
pub fn TypedField(id: RecordId, key: CellKey, ty: FieldType) -> impl IntoView {
    let typing = Typing::on(session::today());
    let stored = follow(id, key, move |value| typed::write(ty, value, &typing));
    let value = draft_of(stored);
    let error = RwSignal::new(String::new());
    let commit = move |text: String| {
        let read = typed::read(ty, &text, &typing);
        match read.value {
            Some(read) => {
                error.set(String::new());
                // The editor opens with the same text again, also where nothing changed.
                value.set(typed::write(ty, &read, &typing));
                save(id, key, read);
            }
            None => error.set(t(wrong(ty)).to_owned()),
        }
    };
    // Made inside the field, so that it finds its label.
    let input = move || match (ty, unit(ty)) {
        (FieldType::LongText, _) => view! { <TextArea value rows=2 on_commit=commit/> }.into_any(),
        (FieldType::Phone, _) => view! { <TextInput value kind="tel" on_commit=commit/> }.into_any(),
        (_, Some(suffix)) => {
            view! { <TextInput value suffix inputmode="decimal" on_commit=commit/> }.into_any()
        }
        (FieldType::Int, None) => {
            view! { <TextInput value inputmode="numeric" on_commit=commit/> }.into_any()
        }
        _ => view! { <TextInput value on_commit=commit/> }.into_any(),
    };
    view! {
        <Field label=name(id, key) error>{input()}</Field>
        <Offer id key value stored on_commit=Callback::new(commit)/>
    }
    .into_any()
}

/// A day.
#[component]
pub fn DateField(id: RecordId, key: CellKey) -> impl IntoView {
    let text = |value: &Value| value.as_date().map(|day| day.to_string()).unwrap_or_default();
    let value = draft_of(follow(id, key, text));
    let commit = move |iso: String| save(id, key, Date::parse_iso(&iso).map_or(Value::Empty, Value::Date));
    view! { <Field label=name(id, key)><DateInput value on_commit=commit/></Field> }.into_any()
}

/// An amount; of a foreign currency, with what it is in yuan at the office's rate.
#[component]
pub fn MoneyField(id: RecordId, key: CellKey) -> impl IntoView {
    let stored = follow(id, key, |value| value.as_money());
    let text = Memo::new(move |_| money::text(stored.get()));
    let value = draft_of(text);
    let commit = move |typed: String| {
        if let Some(read) = money::read(&typed) {
            value.set(money::text(read.as_money()));
            save(id, key, read);
        }
    };
    let equivalent = move || stored.get().map(equivalent).unwrap_or_default();
    view! {
        <Field label=name(id, key) help=equivalent>
            <MoneyInput value unit=money::unit() parse=money::reading on_commit=commit/>
        </Field>
        <Offer id key value stored=text on_commit=Callback::new(commit)/>
    }
    .into_any()
}

/// "≈ 8548.08万元,按 2026-09-01 汇率 7.1234"; empty for yuan.
fn equivalent(amount: Money) -> String {
    session::watch(|store| {
        let rates = &store.index().rules().rates;
        let day = money::rate_day(store.state(), amount.currency);
        (rates.to_yuan(amount), rates.get(amount.currency), day)
    })
    .map(|(yuan, rate, day)| match (yuan, rate) {
        _ if typed::foreign(&Value::Money(amount)).is_none() => String::new(),
        (Some(yuan), Some(rate)) => {
            words::equivalent(lang(), &values::money(lang(), Money::yuan(yuan)), rate, day)
        }
        _ => t(words::NO_RATE).to_owned(),
    })
    .unwrap_or_default()
}

fn unit(ty: FieldType) -> Option<Text> {
    match ty {
        FieldType::Area => Some(words::MU),
        FieldType::Percent => Some(words::PERCENT),
        _ => None,
    }
}

fn wrong(ty: FieldType) -> Text {
    match ty {
        FieldType::Int => words::WRONG_NUMBER,
        FieldType::Area => words::WRONG_AREA,
        FieldType::Percent => words::WRONG_PERCENT,
        _ => words::WRONG_VALUE,
    }
}
