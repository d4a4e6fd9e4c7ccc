//! Conditions with two ends: numbers, amounts, days.

use super::fields::{Draft, FilledTest, On};
use crate::domain::{FieldType, Value};
use crate::i18n::table as words;
use crate::rules::query::{ColumnType, Relative, Test};
use crate::rules::typed::{self, Typing};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Choice, DateInput, Field, Select, TextInput};
use leptos::prelude::*;

/// The type of field that reads and writes the ends of a range.
fn field_type(ty: ColumnType) -> FieldType {
    match ty {
        ColumnType::Money => FieldType::Money,
        ColumnType::Area => FieldType::Area,
        ColumnType::Percent => FieldType::Percent,
        ColumnType::Days => FieldType::Days,
        ColumnType::Number => FieldType::Number,
        _ => FieldType::Int,
    }
}

/// Reads an end of a range; `None` for nothing and for what is no number.
fn number(ty: FieldType, text: &str, typing: &Typing) -> Option<i64> {
    match typed::read(ty, text, typing).value? {
        Value::Int(number) => Some(number),
        Value::Money(money) => Some(money.units),
        _ => None,
    }
}

fn text(ty: FieldType, number: Option<i64>, typing: &Typing) -> String {
    let value = number.map(|number| match ty {
        FieldType::Money => Value::Money(crate::domain::Money::yuan(number)),
        _ => Value::Int(number),
    });
    value.map(|value| typed::write(ty, &value, typing)).unwrap_or_default()
}

/// A number between two ends.
#[component]
pub fn NumberTest(on: On, draft: Draft) -> impl IntoView {
    let ty = field_type(on.column.ty(on.kind));
    let mut typing = Typing::on(untrack(session::today));
    typing.money.scale = on.unit.get_untracked().yuan();
    let held = match draft.get_untracked() {
        Some(Test::Between { min, max }) => (min, max),
        _ => (None, None),
    };
    let (from, to) = (RwSignal::new(text(ty, held.0, &typing)), RwSignal::new(text(ty, held.1, &typing)));
    Effect::new(move |first: Option<()>| {
        let (min, max) = (number(ty, &from.read(), &typing), number(ty, &to.read(), &typing));
        if first.is_some() {
            draft.set((min.is_some() || max.is_some()).then_some(Test::Between { min, max }));
        }
    });
    let unit = move || words::unit_of(lang(), on.kind, on.column, on.unit.get()).to_owned();
    view! {
        <div class="range">
            <Field label=words::FROM><TextInput value=from inputmode="decimal" suffix=Signal::derive(unit) autofocus=true/></Field>
            <Field label=words::TO><TextInput value=to inputmode="decimal" suffix=Signal::derive(unit)/></Field>
        </div>
        <FilledTest draft/>
    }
    .into_any()
}

/// The value of the entry for days given by hand.
const OWN: &str = "own";

/// A day in a period that moves with today, or between two days.
#[component]
pub fn DayTest(draft: Draft) -> impl IntoView {
    let word = |relative: Relative| format!("{relative:?}");
    let (period, from, to) = match draft.get_untracked() {
        Some(Test::When(relative)) => (word(relative), None, None),
        Some(Test::Days { from, to }) => (OWN.to_owned(), from, to),
        _ => (String::new(), None, None),
    };
    let period = RwSignal::new(period);
    let (from, to) = (RwSignal::new(from.unwrap_or_default()), RwSignal::new(to.unwrap_or_default()));
    let options = move || {
        let relative = Relative::ALL.iter().map(|&r| Choice::new(word(r), words::relative(r)));
        let any = Choice::new("", t(words::ANY_VALUE));
        std::iter::once(any).chain(relative).chain([Choice::new(OWN, t(words::OWN_DAYS))]).collect::<Vec<_>>()
    };
    Effect::new(move |first: Option<()>| {
        let (chosen, from, to) = (period.get(), from.get(), to.get());
        let end = |day: String| (!day.is_empty()).then_some(day);
        let test = match Relative::ALL.iter().find(|&&relative| word(relative) == chosen) {
            Some(&relative) => Some(Test::When(relative)),
            None if chosen == OWN => Some(Test::Days { from: end(from), to: end(to) }),
            None => None,
        };
        if first.is_some() {
            draft.set(test);
        }
    });
    view! {
        <Field label=words::PERIOD><Select value=period options=Signal::derive(options)/></Field>
        {move || (*period.read() == OWN).then(|| view! {
            <div class="range">
                <Field label=words::FROM><DateInput value=from/></Field>
                <Field label=words::TO><DateInput value=to/></Field>
            </div>
        })}
        <FilledTest draft/>
    }
    .into_any()
}
