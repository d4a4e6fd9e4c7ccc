//! 政策兑现: all promises, and what is due and unpaid by department and by project.

use crate::domain::{Kind, RecordId};
use crate::i18n::{Text, format, service as words, values};
use crate::rules::promises::{self, Promise, Standing, Totals, totals};
use crate::rules::query::{Filter, Test};
use crate::store::Store;
use crate::ui::forms::project::promise_steps;
use crate::ui::lang::{lang, t};
use crate::ui::records::RecordsPage;
use crate::ui::records::sums::{Cell, Head, SHOW, Strip, Sums, SumsPage, To, any_of, at_least, where_};
use crate::ui::routes::{Route, Work, use_query};
use crate::ui::session;
use crate::ui::widgets::Level;
use leptos::prelude::*;

const TABLES: &[(&str, Text)] = &[("department", words::BY_DEPARTMENT), ("project", words::BY_PROJECT)];

/// The page.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let show = use_query(SHOW);
    let strip = || view! { <Figures/> };
    let page = move |title, by: fn(&Promise) -> Option<RecordId>, key: &'static str| {
        let sums =
            Memo::new(move |_| session::watch(|store| added(store, title, by, key)).unwrap_or_default());
        view! { <SumsPage work=Work::Promises kind=Kind::PolicyPromise title strip sums/> }.into_any()
    };
    move || {
        match show.read().as_str() {
        "department" => page(words::BY_DEPARTMENT, |promise| promise.department, "department"),
        "project" => page(words::BY_PROJECT, |promise| promise.project, "project"),
        _ => {
            view! { <RecordsPage work=Work::Promises kinds=&[Kind::PolicyPromise] summary=strip beyond=promise_steps/> }.into_any()
        }
    }
    }
}

fn list(filters: Vec<Filter>) -> To {
    To::List(Work::Promises, Kind::PolicyPromise, filters)
}

fn standing(standing: Standing) -> Filter {
    where_("standing", any_of(&[standing.word()]))
}

/// Not reviewed for fair competition: the words that ask for nothing more are left out.
fn unreviewed() -> Filter {
    where_("fair_review", any_of(&promises::UNREVIEWED))
}

#[component]
fn Figures() -> impl IntoView {
    let sum = Memo::new(|_| {
        let today = session::today();
        let sum = |store: &Store| {
            let all = promises::all(store.state(), store.index().rules());
            totals(all, |_| (), today).1
        };
        session::watch(sum).unwrap_or_default()
    });
    let figures = move || {
        let (l, sum) = (lang(), sum.get());
        let amount = |text, yuan: i64, n: usize, of, level| {
            let cell = match n {
                0 => Cell::count(0),
                _ => Cell::words(format::money(l, yuan)).to(list(vec![standing(of)])).lit(level),
            };
            (words::counted(l, text, n), cell)
        };
        let part = vec![where_("paid", at_least(1)), where_("unpaid", at_least(1))];
        vec![
            amount(words::OWED, sum.owed, sum.owed_count, Standing::Owed, Level::Red),
            amount(words::SOON, sum.soon, sum.soon_count, Standing::Soon, Level::Yellow),
            (
                t(words::UNMET).to_owned(),
                Cell::count(sum.waiting).to(list(vec![standing(Standing::Waiting)])),
            ),
            (t(words::IN_PART).to_owned(), Cell::count(sum.in_part).to(list(part))),
            (t(words::NOT_REVIEWED).to_owned(), Cell::count(sum.unreviewed).to(list(vec![unreviewed()]))),
        ]
    };
    view! { <Strip figures=Signal::derive(figures) tables=TABLES/> }
}

fn added(store: &Store, title: Text, by: fn(&Promise) -> Option<RecordId>, key: &'static str) -> Sums {
    let (l, state) = (lang(), store.state());
    let first = if title == words::BY_PROJECT { words::PROJECT } else { words::DEPARTMENT };
    let heads = vec![
        Head::words(t(first)),
        Head::money(t(words::OWED)),
        Head::number(t(words::OWED_LONGEST)),
        Head::money(t(words::SOON)),
        Head::money(t(words::AMOUNT)),
        Head::money(t(words::PAID)),
        Head::number(t(words::COUNT)),
        Head::number(t(words::UNMET)),
        Head::number(t(words::NOT_REVIEWED)),
    ];
    let cells = |name: Cell, of: Option<Filter>, sum: &Totals| {
        let to = |filters: Vec<Filter>| list(of.iter().cloned().chain(filters).collect());
        let owed = || to(vec![standing(Standing::Owed)]);
        let soon = to(vec![standing(Standing::Soon)]);
        vec![
            name,
            Cell::yuan(sum.owed).to(owed()).lit(Level::Red),
            Cell::days(sum.longest).to(owed()),
            Cell::yuan(sum.soon).to(soon),
            Cell::yuan(sum.amount).to(to(Vec::new())),
            Cell::yuan(sum.paid).to(to(vec![where_("paid", Test::Filled)])),
            Cell::count(sum.count).to(to(Vec::new())),
            Cell::count(sum.waiting).to(to(vec![standing(Standing::Waiting)])),
            Cell::count(sum.unreviewed).to(to(vec![unreviewed()])),
        ]
    };
    let all = promises::all(state, store.index().rules());
    let (lines, sum) = totals(all, by, session::today());
    let row = |(id, sum): &(Option<RecordId>, Totals)| {
        let name = id.map_or_else(|| t(words::NOBODY).to_owned(), |id| values::record_name(l, state, id));
        let of = where_(key, any_of(&[id.map(|id| id.to_string()).unwrap_or_default().as_str()]));
        let name = Cell::words(name);
        let name = match id {
            Some(id) if id.kind == Kind::Project => name.to(To::Page(Route::Project(*id))),
            _ => name,
        };
        cells(name, Some(of), sum)
    };
    Sums {
        heads,
        rows: lines.iter().map(row).collect(),
        total: (!lines.is_empty()).then(|| cells(Cell::words(t(words::TOTAL)), None, &sum)),
    }
}
