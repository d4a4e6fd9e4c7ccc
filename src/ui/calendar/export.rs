//! The calendar as a file that other programs read.

use super::model::{found, line, whose};
use crate::exchange::ics::{Event, calendar};
use crate::i18n::{Lang, calendar as words, marks};
use crate::ledger::State;
use crate::rules::calendar::{Asked, Entry};
use crate::ui::lang::lang;
use crate::ui::session;
use crate::web::{clock, files};
use leptos::prelude::*;

/// How many days ahead the file holds.
const AHEAD: i32 = 366;

/// Saves what is to come in the year ahead, of whom the calendar is shown.
pub(super) fn save(scope: &str) {
    let l = untrack(lang);
    let today = session::today();
    let events = session::read(|store| {
        let (_, whose) = whose(store, scope);
        let found = found(store, Asked { whose, from: today, until: today.plus(AHEAD), today });
        found.iter().map(|entry| event(l, store.state(), entry)).collect::<Vec<_>>()
    });
    let name = words::FILE_NAME.get(l);
    let text = calendar(name, clock::now_millis(), &events.unwrap_or_default());
    files::save(&format!("{name} {today}.ics"), "text/calendar", text.as_bytes());
}

fn event(l: Lang, state: &State, entry: &Entry) -> Event {
    let line = line(l, state, entry);
    let category = words::what(entry.what).get(l).to_owned();
    Event {
        uid: format!("{}-{}@zhaoshang", entry.record, entry.what.word()),
        from: entry.from,
        until: entry.until,
        summary: format!("{category}{}{}", marks::colon(l), line.title),
        description: line.about,
        category,
        takes_time: !entry.what.is_due(),
    }
}
