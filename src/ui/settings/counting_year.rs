//! 考核年度起始月: the month that targets and results count from.

use crate::domain::field::OfficeField as O;
use crate::domain::{Kind, RecordId, Value};
use crate::i18n::{assess_words, labels, settings as words};
use crate::ledger::{Action, Edit};
use crate::rules::counting_year::{JANUARY, first_month};
use crate::rules::metrics::Cycle;
use crate::rules::targets::Period;
use crate::ui::lang::{lang, t};
use crate::ui::session;
use crate::ui::widgets::{Choice, Field, Select};
use leptos::prelude::*;

/// The choice of a month, and what the year is called by it.
#[component]
pub(super) fn CountingYear() -> impl IntoView {
    let stored = Memo::new(|_| session::watch(|store| first_month(store.state())).unwrap_or(JANUARY));
    let value = RwSignal::new(stored.get_untracked().to_string());
    Effect::new(move || value.set(stored.get().to_string()));
    let options = Signal::derive(|| {
        let l = lang();
        (1..=12).map(|month| Choice::new(month.to_string(), words::month(l, month))).collect::<Vec<_>>()
    });
    let save = |month: String| {
        let month = month.parse().unwrap_or(i64::from(JANUARY));
        session::run(Action::Settings, vec![Edit::new(RecordId::OFFICE, O::FirstMonth, Value::Int(month))]);
    };
    let label = labels::field(Kind::Office, O::FirstMonth.into());
    let label = Signal::derive(move || label.map(t).unwrap_or_default().to_owned());
    // What this year is by the choice: the sentence is easier to believe with an example.
    let year = move || {
        let (l, first_month) = (lang(), stored.get());
        let year = Period::of(Cycle::Year, session::today(), first_month);
        let window = year.days(first_month)?;
        let name = assess_words::period(l, year, JANUARY);
        Some(words::this_year(l, &name, &assess_words::months(l, window)))
    };
    view! {
        <p class="help">{move || t(words::FIRST_MONTH_HELP)}</p>
        <Field label help=Signal::derive(move || year().unwrap_or_default())>
            <Select value options on_change=save/>
        </Field>
    }
    .into_any()
}
