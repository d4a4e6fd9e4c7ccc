//! Which sheet, which period and which day the address asks for, and what may be chosen.

use super::period_name;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{assess_scores as words, assess_words, scoring};
use crate::ledger::State;
use crate::rules::counting_year::{JANUARY, first_month};
use crate::rules::metrics::{Cycle, Window};
use crate::rules::scoring::examples::EXAMPLES;
use crate::rules::scoring::{RuleSheet, fitted, office};
use crate::rules::targets::Period;
use crate::store::Store;
use crate::ui::assessment::scored::numbers::Asked;
use crate::ui::lang::lang;
use crate::ui::routes::use_query;
use crate::ui::session;
use crate::ui::widgets::Choice;
use leptos::prelude::*;
use std::str::FromStr;

/// What the address calls the sheet: the id of a record, or the word of an example.
pub(super) const SHEET: &str = "rules";
/// What it calls the period.
pub(super) const PERIOD: &str = "period";
/// What it calls the day.
pub(super) const DAY: &str = "day";
/// How many periods back may be chosen.
const PERIODS: usize = 9;

/// What the address asks for; the first sheet of the office, the current period and today where it says nothing.
/// Nothing where there is no sheet.
pub(super) fn asked() -> Memo<Option<Asked>> {
    let (sheet, period, day) = (use_query(SHEET), use_query(PERIOD), use_query(DAY));
    Memo::new(move |_| {
        let (sheet, period, day) = (sheet.read(), period.read(), day.read());
        session::watch(|store| read(store, [&sheet, &period, &day])).flatten()
    })
}

/// The same of what the address says of sheet, period and day.
pub(super) fn read(store: &Store, [sheet, period, day]: [&str; 3]) -> Option<Asked> {
    let (state, today) = (store.state(), session::today());
    let (record, version, sheet) = chosen(state, sheet)?;
    let day = Date::parse_iso(day).unwrap_or(today).min(today);
    let fallback = || current(state, &sheet, day);
    let asked = Period::from_str(period).ok();
    let (period, window) = asked
        .and_then(|period| Some((period, period.window(state, first_month(state))?)))
        .or_else(fallback)?;
    let first_month = first_month(state);
    Some(Asked { sheet, record, version, period, window, day, first_month })
}

/// The period that a sheet asks for on a day; a contest that is on, or was last.
fn current(state: &State, sheet: &RuleSheet, day: Date) -> Option<(Period, Window)> {
    let contest = contests(state).into_iter().find(|(_, window)| window.from <= day);
    if let (Cycle::Contest, Some((id, window))) = (sheet.period, contest) {
        return Some((Period::Contest(id), window));
    }
    let first_month = first_month(state);
    let period = Period::of(sheet.period, day, first_month);
    Some((period, period.window(state, first_month)?))
}

/// The contests with their days, the latest first.
fn contests(state: &State) -> Vec<(RecordId, Window)> {
    // A contest has its own days.
    let days = |id| Period::Contest(id).window(state, JANUARY);
    let mut found: Vec<(RecordId, Window)> =
        state.live(Kind::Contest).filter_map(|(id, _)| Some((id, days(id)?))).collect();
    found.sort_by_key(|(id, window)| (std::cmp::Reverse(window.from), *id));
    found
}

/// The sheet of a word of the address, with its record and version.
fn chosen(state: &State, word: &str) -> Option<(Option<RecordId>, String, RuleSheet)> {
    if let Some(example) = EXAMPLES.iter().find(|example| example.word == word) {
        return Some((None, String::new(), fitted(example.sheet(), &office::groups(state))));
    }
    let asked = word.parse::<RecordId>().ok().and_then(|id| office::one(state, id));
    let of = |kept: office::Kept| Some((Some(kept.id), kept.version, kept.sheet.ok()?));
    asked.and_then(of).or_else(|| {
        let kept = office::kept(state).into_iter();
        kept.filter(|kept| !kept.retired && kept.sheet.is_ok()).find_map(of)
    })
}

/// The sheets that may be chosen: the office's own, then the examples.
pub(super) fn sheets() -> Vec<Choice> {
    let l = lang();
    let own = session::watch(|store| office::kept(store.state())).unwrap_or_default();
    let own = own.into_iter().filter_map(|kept| {
        let name = words::with_version(l, &scoring::label(l, &kept.sheet.as_ref().ok()?.name), &kept.version);
        Some(Choice::new(kept.id.to_string(), name))
    });
    let example = |example: &crate::rules::scoring::examples::Example| {
        Choice::new(example.word, words::example(l, &scoring::label(l, &example.sheet().name)))
    };
    own.chain(EXAMPLES.iter().map(example)).collect()
}

/// The periods that may be chosen with a sheet on a day: its own kind, the latest first, then years and contests.
pub(super) fn periods(asked: &Asked) -> Vec<Choice> {
    let mut found = vec![asked.period];
    let first_month = asked.first_month;
    if asked.sheet.period != Cycle::Contest {
        let mut day = session::today();
        for _ in 0..PERIODS {
            let period = Period::of(asked.sheet.period, day, first_month);
            found.push(period);
            day = Window::of(asked.sheet.period, day, first_month).from.plus(-1);
        }
    }
    found.push(Period::of(Cycle::Year, session::today(), first_month));
    let mut choice = |state: &State| {
        found.extend(contests(state).into_iter().map(|(id, _)| Period::Contest(id)));
        let mut seen: Vec<Period> = Vec::new();
        found.retain(|period| {
            let new = !seen.contains(period);
            seen.push(*period);
            new
        });
        // In the order of time, whatever is chosen.
        found.sort_by_key(|period| {
            std::cmp::Reverse(period.window(state, first_month).map(|window| (window.to, window.from)))
        });
        // The days stand in the line below the choice.
        let name = |period: &Period| match first_month {
            JANUARY => period_name(state, *period),
            _ if period.is_contest() => period_name(state, *period),
            _ => assess_words::period_name(lang(), *period, first_month),
        };
        found.iter().map(|period| Choice::new(period.to_string(), name(period))).collect()
    };
    session::watch(|store| choice(store.state())).unwrap_or_default()
}
