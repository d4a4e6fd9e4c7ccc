//! 审批: all permits, the projects by their next critical date, and the templates.

use crate::domain::{Date, Kind};
use crate::i18n::{Lang, Text, format, service as words, values};
use crate::ledger::Action;
use crate::rules::permits::{Standing, Times, restore, standings};
use crate::rules::query::{Filter, Test};
use crate::store::Store;
use crate::ui::forms::project::permit_steps;
use crate::ui::lang::{lang, t};
use crate::ui::records::RecordsPage;
use crate::ui::records::sums::{Cell, Head, SHOW, Strip, Sums, SumsPage, To, at_least, where_};
use crate::ui::routes::{Route, Work, use_query};
use crate::ui::session::{self, Question};
use crate::ui::widgets::{Button, Level};
use leptos::prelude::*;

const TABLES: &[(&str, Text)] = &[("critical", words::CRITICAL)];
/// Days before a permit has to be applied for from which it is coming.
const SOON: i32 = 30;

/// The page.
#[component]
pub fn PermitsPage() -> impl IntoView {
    let show = use_query(SHOW);
    // The templates have no days to be late.
    let kind = use_query("kind");
    let strip = move || (*kind.read() != Kind::PermitTemplate.word()).then(|| view! { <Figures/> });
    move || {
        match show.read().as_str() {
        "critical" => {
            let sums = Memo::new(|_| (*session::ask(Critical { l: lang() })).clone());
            view! { <SumsPage work=Work::Permits kind=Kind::Permit title=words::CRITICAL strip sums/> }
                .into_any()
        }
        _ => view! {
            <RecordsPage work=Work::Permits kinds=&[Kind::Permit, Kind::PermitTemplate] summary=strip beyond=permit_steps offer/>
        }
        .into_any(),
    }
    }
}

/// The way back to the templates that are shipped.
fn offer(kind: Kind) -> AnyView {
    let bring = || {
        let edits = session::read(|store| restore(store.state())).unwrap_or_default();
        let edits = edits.into_iter().map(|edit| edit.numbered(session::element)).collect();
        session::run(Action::Restore, edits);
    };
    (kind == Kind::PermitTemplate).then(|| view! { <Button label=words::RESTORE on_press=bring/> }).into_any()
}

fn list(filters: Vec<Filter>) -> To {
    To::List(Work::Permits, Kind::Permit, filters)
}

fn between(from: Option<Date>, to: Option<Date>) -> Test {
    Test::Days { from: from.map(|day| day.to_string()), to: to.map(|day| day.to_string()) }
}

/// How many permits stand how?
#[derive(PartialEq)]
struct Counted;

#[derive(Clone, Copy, Default)]
struct Counts {
    open: usize,
    overdue: usize,
    late: usize,
    soon: usize,
}

impl Question for Counted {
    type Answer = Counts;

    fn answer(&self, store: &Store, today: Date) -> Counts {
        let mut counts = Counts::default();
        for (_, record) in store.state().live(Kind::Permit) {
            let times = Times::read(record);
            counts.open += usize::from(times.done.is_none());
            counts.overdue += usize::from(times.overdue(today).is_some());
            counts.late += usize::from(times.begins_late(today).is_some());
            let begin = times.begin().filter(|_| times.is_ahead()).map(|begin| begin.since(today));
            counts.soon += usize::from(begin.is_some_and(|left| (0..=SOON).contains(&left)));
        }
        counts
    }
}

/// Which projects have to apply for what next?
#[derive(PartialEq)]
struct Critical {
    l: Lang,
}

impl Question for Critical {
    type Answer = Sums;

    fn answer(&self, store: &Store, today: Date) -> Sums {
        critical(self.l, store, today)
    }
}

/// Answers the questions of the page before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    match n {
        0 => session::prepare(Counted),
        _ => session::prepare(Critical { l: untrack(lang) }),
    }
    n < 1
}

#[component]
fn Figures() -> impl IntoView {
    let figures = Memo::new(|_| {
        let today = session::today();
        let Counts { open, overdue, late, soon } = *session::ask(Counted);
        let open_ = || where_("done_on", Test::Empty);
        let ahead = |test| list(vec![open_(), where_("applied_on", Test::Empty), where_("begin_by", test)]);
        let late_now = where_("overdue_days", at_least(1));
        let before = between(None, Some(today.plus(-1)));
        let coming = between(Some(today), Some(today.plus(SOON)));
        vec![
            (t(words::OVERDUE).to_owned(), Cell::count(overdue).to(list(vec![late_now])).lit(Level::Red)),
            (t(words::BEGINS_LATE).to_owned(), Cell::count(late).to(ahead(before)).lit(Level::Red)),
            (t(words::BEGINS_SOON).to_owned(), Cell::count(soon).to(ahead(coming)).lit(Level::Yellow)),
            (t(words::OPEN).to_owned(), Cell::count(open).to(list(vec![open_()]))),
        ]
    });
    view! { <Strip figures tables=TABLES/> }
}

fn critical(l: Lang, store: &Store, today: Date) -> Sums {
    let state = store.state();
    let heads = vec![
        Head::words(words::PROJECT.get(l)),
        Head::words(words::NEXT_DATE.get(l)),
        Head::words(words::NEXT_PERMIT.get(l)),
        Head::words(words::STATE.get(l)),
        Head::number(words::OVERDUE_PERMITS.get(l)),
        Head::number(words::PROGRESS.get(l)),
        Head::words(words::START.get(l)),
    ];
    let row = |standing: Standing| {
        let Standing { project, start, all, done, overdue, critical, .. } = standing;
        let of = || where_("project", Test::AnyOf(vec![project.to_string()]));
        let page = || To::Page(Route::Project(project));
        let day = |day: Option<Date>| day.map(|day| Cell::words(format::date(day))).unwrap_or_default();
        let left = critical.as_ref().map(|(_, _, begin)| begin.since(today));
        let state_cell = left.map(|left| {
            let cell = Cell::words(words::days_left(l, left));
            match left {
                ..0 => cell.lit(Level::Red),
                0..=7 => cell.lit(Level::Yellow),
                _ => cell,
            }
        });
        let name = critical.as_ref().map(|(_, name, _)| Cell::words(words::permit_name(l, name)));
        let progress = format!("{} / {}", format::count(done), format::count(all));
        vec![
            Cell::words(values::record_name(l, state, project)).to(page()),
            day(critical.as_ref().map(|(_, _, begin)| *begin)),
            name.unwrap_or_else(|| Cell::words(words::ALL_APPLIED.get(l))),
            state_cell.unwrap_or_default(),
            Cell::count(overdue).to(list(vec![of(), where_("overdue_days", at_least(1))])).lit(Level::Red),
            Cell::words(progress).to(list(vec![of()])),
            day(start),
        ]
    };
    Sums { heads, rows: standings(state, today).into_iter().map(row).collect(), total: None }
}
