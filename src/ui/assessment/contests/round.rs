//! Which round, and what is known of it before anybody is ranked.

use super::super::scored::numbers::Asked;
use super::super::scored::worked::Worked;
use super::{Parts, ROUND, Shown, record_at};
use crate::domain::field::ContestField as C;
use crate::domain::{Date, RecordId};
use crate::i18n::{assess_contests as words, assess_scores, scoring};
use crate::ledger::State;
use crate::rules::contests::{Round, Stands, rounds};
use crate::rules::counting_year::first_month;
use crate::rules::scoring::office;
use crate::rules::targets::Period;
use crate::ui::assessment::period::follow;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, set_query};
use crate::ui::session;
use crate::ui::widgets::{Choice, Field, Select};
use leptos::prelude::*;

/// What a round asks of its rules on a day; nothing where it has none that are understood.
pub(super) fn asked_of(state: &State, round: &Round, today: Date) -> Option<Asked> {
    let kept = office::one(state, round.rules?)?;
    Some(Asked {
        sheet: kept.sheet.ok()?,
        record: Some(kept.id),
        version: kept.version,
        period: Period::Contest(round.id),
        window: round.window,
        day: today.min(round.window.to),
        first_month: first_month(state),
    })
}

/// Which round, and which part of it.
#[component]
pub(super) fn RoundPicker(shown: Shown) -> impl IntoView {
    let value = follow(move || {
        shown.round.with(|round| round.as_ref().map(|r| r.id.to_string())).unwrap_or_default()
    });
    let options = Signal::derive(|| {
        let all = session::watch(|store| rounds(store.state())).unwrap_or_default();
        all.into_iter().map(|round| Choice::new(round.id.to_string(), round.name)).collect::<Vec<_>>()
    });
    view! {
        <div class="pickers">
            <Field label=words::ROUND>
                <Select value options on_change=|id: String| set_query(ROUND, &id)/>
            </Field>
            <Parts/>
        </div>
    }
    .into_any()
}

/// The day of the round, its slogan, its units and rules.
#[component]
pub(super) fn RoundHead(shown: Shown, on_wall: bool) -> impl IntoView {
    let slogan = Memo::new(move |_| {
        let id: RecordId = shown.round.with(|round| round.as_ref().map(|round| round.id))?;
        session::watch(|store| store.state().get(id, C::Slogan).as_text().map(str::to_owned)).flatten()
    });
    move || {
        let l = lang();
        let round = shown.round.get()?;
        let stands = round.stands(session::today());
        let (over, all) = match stands {
            Stands::Ahead(_) => (0, round.window.days()),
            Stands::Day(day, all) => (day, all),
            Stands::Over(_) => (round.window.days(), round.window.days()),
        };
        let tenths = i64::from(over) * 1000 / i64::from(all.max(1));
        let width = format!("{}.{}%", tenths / 10, tenths % 10);
        let said = words::stands(l, stands);
        let count = shown.worked.with(|worked: &Worked| worked.figures.subjects.len());
        let rules = shown.asked.with(|asked| {
            asked.as_ref().map(|asked| {
                let name = scoring::label(l, &asked.sheet.name);
                words::by_rules(l, &assess_scores::with_version(l, &name, &asked.version))
            })
        });
        let compared = shown.measured.with(|measured| {
            let earlier = measured.as_ref().and_then(|measured| measured.earlier.as_ref());
            earlier.map(|(day, _)| words::compared(l, *day))
        });
        let days = words::days(l, round.window.from, round.window.to);
        let facts = [Some(days), (count > 0).then(|| words::units(l, count)), rules, compared];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        let edit = (!on_wall).then(|| {
            view! { <A to=Signal::stored(record_at(round.id))>{t(words::OPEN_RECORD)}</A> }
        });
        Some(view! {
            <section class="round">
                <p class="stands"><b>{said.clone()}</b>{slogan.get().map(|slogan| view! { <span>{slogan}</span> })}</p>
                <div class="meter" role="img" aria-label=said><i style:width=width></i></div>
                <p class="quiet">{facts.join(" · ")}" "{edit}</p>
            </section>
        })
    }
}
