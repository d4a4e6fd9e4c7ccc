//! Which days are shown, and what is on them.

use crate::domain::field::PersonField;
use crate::domain::{Date, RecordId};
use crate::i18n::{Lang, calendar as words, values};
use crate::ledger::State;
use crate::rules::calendar::{Asked, Entry, Kept, What};
use crate::rules::me::me;
use crate::rules::today::Whose;
use crate::store::Store;
use crate::ui::lang::lang;
use crate::ui::routes::{Location, Route};
use crate::ui::session::{self, Question};
use crate::ui::table::page_of;
use chrono::{Datelike, Months};
use leptos::prelude::untrack;
use std::cell::RefCell;

/// How much is shown at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Span {
    #[default]
    Month,
    Week,
}

impl Span {
    pub const fn word(self) -> &'static str {
        match self {
            Span::Month => "month",
            Span::Week => "week",
        }
    }

    pub fn from_word(word: &str) -> Span {
        if word == Span::Week.word() { Span::Week } else { Span::Month }
    }

    /// The first and last day shown around a day: whole weeks.
    pub fn around(self, on: Date) -> (Date, Date) {
        match self {
            Span::Week => (on.monday(), on.monday().plus(6)),
            Span::Month => {
                let first = on.plus(1 - on.naive().day() as i32);
                let last = self.step(first, 1).plus(-1);
                (first.monday(), last.monday().plus(6))
            }
        }
    }

    /// The same day so many spans later.
    pub fn step(self, on: Date, by: i32) -> Date {
        match self {
            Span::Week => on.plus(7 * by),
            Span::Month => {
                let months = Months::new(by.unsigned_abs());
                let day = on.naive();
                let to = if by < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
                to.and_then(Date::from_naive).unwrap_or(on)
            }
        }
    }
}

/// Whose calendar is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scope {
    Mine,
    Unit,
    #[default]
    Everyone,
}

impl Scope {
    pub const ALL: [Scope; 3] = [Scope::Mine, Scope::Unit, Scope::Everyone];

    pub const fn word(self) -> &'static str {
        match self {
            Scope::Mine => "mine",
            Scope::Unit => "unit",
            Scope::Everyone => "everyone",
        }
    }
}

/// One entry as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub what: What,
    pub is_overdue: bool,
    pub title: String,
    /// The project, company or person, where the title does not name it.
    pub about: String,
    pub to: Location,
}

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Day {
    pub on: Date,
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
}

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub days: Vec<Day>,
    pub count: usize,
    pub overdue: usize,
    pub scope: Scope,
    /// Whether I am among the people of the office, and can ask for my own.
    pub is_known: bool,
}

/// What is on the days of a span, at most `limit` lines a day?
#[derive(PartialEq)]
pub(super) struct On {
    /// The first and the last day.
    pub days: (Date, Date),
    /// Whose, as the address says it.
    pub whose: String,
    pub limit: usize,
    pub l: Lang,
}

impl Question for On {
    type Answer = Shown;

    fn answer(&self, store: &Store, today: Date) -> Shown {
        let (l, limit, (from, until)) = (self.l, self.limit, self.days);
        let (scope, whose) = whose(store, &self.whose);
        let state = store.state();
        let found = found(store, Asked { whose, from, until, today });
        let mut days: Vec<Day> =
            (0..=until.since(from)).map(|n| Day { on: from.plus(n), lines: Vec::new(), more: 0 }).collect();
        for entry in &found {
            let (first, last) = (entry.from.max(from).since(from), entry.until.min(until).since(from));
            for day in days.iter_mut().take(last as usize + 1).skip(first as usize) {
                if day.lines.len() < limit {
                    day.lines.push(line(l, state, entry));
                } else {
                    day.more += 1;
                }
            }
        }
        let overdue = found.iter().filter(|entry| entry.is_overdue).count();
        let is_known = me(state, store.node()).is_some();
        Shown { days, count: found.len(), overdue, scope, is_known }
    }
}

thread_local! {
    /// The days of all records, and the revision of the store that they are of.
    static KEPT: RefCell<(u64, Kept)> = {
        session::on_other_records(|| drop(KEPT.take()));
        RefCell::default()
    };
}

/// Asks the days of all records as they are now.
fn with_kept<T>(store: &Store, ask: impl FnOnce(&Kept) -> T) -> T {
    KEPT.with_borrow_mut(|(revision, kept)| {
        kept.refresh(store.state(), store.touched_unseen(revision).as_deref());
        ask(kept)
    })
}

/// The entries of some days.
pub(super) fn found(store: &Store, asked: Asked) -> Vec<Entry> {
    with_kept(store, |kept| kept.entries(store.state(), asked))
}

/// Reads the days of all records, then this month's, before anybody asks (see [`crate::ui::unasked`]).
pub fn prepare(n: usize) -> bool {
    match n {
        0 => drop(session::read(|store| with_kept(store, |_| ()))),
        _ => session::prepare(On {
            days: Span::Month.around(session::today()),
            whose: String::new(),
            limit: super::IN_MONTH,
            l: untrack(lang),
        }),
    }
    n < 1
}

/// Whose calendar is asked for: mine where nothing else is, if I am known.
pub(super) fn whose(store: &Store, asked: &str) -> (Scope, Whose) {
    let me: Option<RecordId> = me(store.state(), store.node());
    let unit = me.and_then(|me| store.state().get(me, PersonField::Unit).as_ref_id());
    match (Scope::ALL.into_iter().find(|scope| scope.word() == asked), me, unit) {
        (Some(Scope::Unit), _, Some(unit)) => (Scope::Unit, Whose::Unit(unit)),
        (Some(Scope::Mine) | None, Some(me), _) => (Scope::Mine, Whose::Person(me)),
        _ => (Scope::Everyone, Whose::All),
    }
}

/// An entry in words.
pub(super) fn line(l: Lang, state: &State, entry: &Entry) -> Line {
    let name = entry.about.map(|about| values::record_name(l, state, about));
    let (title, about) = match (entry.words.is_empty(), name) {
        (false, name) => (entry.words.clone(), name.unwrap_or_default()),
        (true, Some(name)) => (name, String::new()),
        (true, None) => (words::what(entry.what).get(l).to_owned(), String::new()),
    };
    Line { what: entry.what, is_overdue: entry.is_overdue, title, about, to: place(entry) }
}

/// Where an entry is opened: a step on its project.
fn place(entry: &Entry) -> Location {
    let of = match entry.what {
        What::NextStep => entry.about.unwrap_or(entry.record),
        _ => entry.record,
    };
    page_of(of).unwrap_or_else(|| Route::Today.into())
}
