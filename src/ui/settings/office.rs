//! The office: where it is, how stages count, what its year is, rates.

use super::{counting_year::CountingYear, rates::Rates, stale::StaleDays};
use crate::domain::field::OfficeField as O;
use crate::domain::{Field, Kind, RecordId, Value};
use crate::i18n::{labels, settings as words};
use crate::ledger::{Action, Edit};
use crate::ui::forms::CellField;
use crate::ui::lang::t;
use crate::ui::session;
use crate::ui::widgets::Checkbox;
use leptos::prelude::*;

/// The section.
#[component]
pub(super) fn Office() -> impl IntoView {
    let field = |field: O| {
        let def = Field::from(field).def(Kind::Office)?;
        Some(view! { <CellField id=RecordId::OFFICE field=field.into() def/> })
    };
    view! {
        <p class="help">{move || t(words::OFFICE_TEXT)}</p>
        <div class="office-name">{[O::Name, O::Province, O::City].map(field).collect_view()}</div>
        <h3>{move || t(words::STAGE_RULES)}</h3>
        <Strict/>
        <StaleDays/>
        <h3>{move || t(words::COUNTING_YEAR)}</h3>
        <CountingYear/>
        <h3>{move || t(words::RATES)}</h3>
        <Rates/>
    }
    .into_any()
}

#[component]
fn Strict() -> impl IntoView {
    let stored = Memo::new(move |_| {
        session::watch(|store| store.state().get(RecordId::OFFICE, O::StrictStage).is_true()).unwrap_or(false)
    });
    let checked = RwSignal::new(stored.get_untracked());
    Effect::new(move || checked.set(stored.get()));
    let save = |on: bool| {
        session::run(Action::Settings, vec![Edit::new(RecordId::OFFICE, O::StrictStage, Value::Bool(on))]);
    };
    let label = labels::field(Kind::Office, O::StrictStage.into());
    let label = Signal::derive(move || label.map(t).unwrap_or_default().to_owned());
    view! {
        <Checkbox checked label on_change=save/>
        <p class="help">{move || t(words::STRICT_HELP)}</p>
    }
}
