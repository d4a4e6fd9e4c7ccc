//! What one unit of each foreign currency is worth, as of a day.

use crate::domain::field::OfficeField as O;
use crate::domain::{Currency, Date, Field, FieldType, RecordId, Value};
use crate::i18n::{labels, settings as words};
use crate::ledger::{Action, CellKey, Edit, State};
use crate::rules::typed::{self, Typing};
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{DateInput, TextInput};
use leptos::prelude::*;

/// A row a currency.
#[component]
pub(super) fn Rates() -> impl IntoView {
    let foreign = Currency::ALL.iter().filter(|&&currency| currency != Currency::CNY);
    let rows = foreign.map(|&currency| view! { <Rate currency/> }).collect_view();
    view! {
        <p class="help">{move || t(words::RATES_HELP)}</p>
        <table class="rates">
            <thead>
                <tr>
                    <th>{move || t(words::CURRENCY)}</th>
                    <th>{move || t(words::RATE)}</th>
                    <th>{move || t(words::RATE_DATE)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The stored value of one currency; empty before the office gave one.
fn stored(state: &State, field: O, currency: Currency) -> Value {
    let element = state.names().find_element(currency.code());
    element.map_or(Value::Empty, |element| state.get(RecordId::OFFICE, CellKey::of(field, element)).clone())
}

/// Follows a cell of a currency as the text its editor shows.
fn text(field: O, ty: FieldType, currency: Currency) -> RwSignal<String> {
    let typing = Typing::on(session::today());
    let stored = Memo::new(move |_| {
        session::watch(|store| typed::write(ty, &stored(store.state(), field, currency), &typing))
            .unwrap_or_default()
    });
    let value = RwSignal::new(stored.get_untracked());
    Effect::new(move || value.set(stored.get()));
    value
}

#[component]
fn Rate(currency: Currency) -> impl IntoView {
    let rate = text(O::Rate, FieldType::Rate, currency);
    let date = text(O::RateDate, FieldType::Date, currency);
    let wrong = RwSignal::new(false);
    let cell = move |field: Field| CellKey::of(field, session::element(currency.code()));
    let save_rate = move |typed: String| {
        let read = typed::read(FieldType::Rate, &typed, &Typing::on(session::today())).value;
        let read = read.filter(|value| value.as_int().is_none_or(|rate| rate > 0));
        wrong.set(read.is_none());
        let Some(read) = read else { return };
        // A new rate is of today; its day can be set back.
        let day = if read.is_empty() { Value::Empty } else { Value::Date(session::today()) };
        session::run(
            Action::Settings,
            vec![
                Edit::new(RecordId::OFFICE, cell(O::Rate.into()), read),
                Edit::new(RecordId::OFFICE, cell(O::RateDate.into()), day),
            ],
        );
    };
    let save_date = move |iso: String| {
        let day = Date::parse_iso(&iso).map_or(Value::Empty, Value::Date);
        session::run(Action::Settings, vec![Edit::new(RecordId::OFFICE, cell(O::RateDate.into()), day)]);
    };
    let name = move || labels::currency(currency).get(lang());
    let label = move |column| Signal::derive(move || words::of(lang(), column, name()));
    view! {
        <tr>
            <td>{name} " " <small>{currency.code()}</small></td>
            <td>
                <TextInput value=rate inputmode="decimal" label=label(words::RATE) on_commit=save_rate/>
                {move || wrong.get().then(|| view! { <p class="error" role="alert">{t(words::WRONG_RATE)}</p> })}
            </td>
            <td><DateInput value=date label=label(words::RATE_DATE) on_commit=save_date/></td>
        </tr>
    }
}
