//! 政策兑现: all promises, and what is due and unpaid by department and by project.

use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{Lang, Text, format, service as words, values};
use crate::rules::promises::{self, Promise, Standing, Totals, totals};
use crate::rules::query::{Filter, Test};
use crate::store::Store;
use crate::ui::forms::project::promise_steps;
use crate::ui::lang::{lang, t};
use crate::ui::records::RecordsPage;
use crate::ui::records::sums::{Cell, Head, SHOW, Strip, Sums, SumsPage, To, any_of, at_least, where_};
use crate::ui::routes::{Route, Work, use_query};
use crate::ui::session::{self, Question};
use crate::ui::widgets::Level;
use leptos::prelude::*;

const TABLES: &[(&str, Text)] = &[("department", words::BY_DEPARTMENT), ("project", words::BY_PROJECT)];

/// The page.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let show = use_query(SHOW);
    let strip = || view! { <Figures/> };
    let page = move |what: What| {
        let title = what.title();
        let sums = Memo::new(move |_| (*session::ask(Summed { what, l: lang() })).clone());
        view! { <SumsPage work=Work::Promises kind=Kind::PolicyPromise title strip sums/> }.into_any()
    };
    move || match show.read().as_str() {
        "department" => page(What::Departments),
        "project" => page(What::Projects),
        _ => view! {
            <RecordsPage work=Work::Promises kinds=&[Kind::PolicyPromise] summary=strip beyond=promise_steps/>
        }
        .into_any(),
    }
}

/// What is due and unpaid in all?
#[derive(PartialEq)]
struct Due;

impl Question for Due {
    type Answer = Totals;

    fn answer(&self, store: &Store, today: Date) -> Totals {
        totals(promises::all(store.state(), store.index().rules()), |_| (), today).1
    }
}

/// One of the tables of sums?
#[derive(PartialEq)]
struct Summed {
    what: What,
    l: Lang,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Departments,
    Projects,
}

impl What {
    const fn title(self) -> Text {
        match self {
            What::Departments => words::BY_DEPARTMENT,
            What::Projects => words::BY_PROJECT,
        }
    }
}

impl Question for Summed {
    type Answer = Sums;

    fn answer(&self, store: &Store, today: Date) -> Sums {
        added(self.l, store, today, self.what)
    }
}

/// Answers the questions of the page before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    let l = untrack(lang);
    match n {
        0 => session::prepare(Due),
        1 => session::prepare(Summed { what: What::Departments, l }),
        _ => session::prepare(Summed { what: What::Projects, l }),
    }
    n < 2
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
    let figures = move || {
        let (l, sum) = (lang(), session::ask(Due));
        let amount = |text, yuan: i64, n: usize, of, level| {
            let cell = match n {
                0 => Cell::count(0),
                _ => Cell::words(format::money(l, yuan)).to(list(vec![standing(of)])).lit(level),
            };
            (words::counted(l, text, n), cell)
        };
        let part = vec![where_("paid", at_least(1)), where_("unpaid", at_least(1))];
        let mut figures = vec![
            amount(words::OWED, sum.owed, sum.owed_count, Standing::Owed, Level::Red),
            amount(words::SOON, sum.soon, sum.soon_count, Standing::Soon, Level::Yellow),
            (
                t(words::UNMET).to_owned(),
                Cell::count(sum.waiting).to(list(vec![standing(Standing::Waiting)])),
            ),
            (t(words::IN_PART).to_owned(), Cell::count(sum.in_part).to(list(part))),
            (t(words::NOT_REVIEWED).to_owned(), Cell::count(sum.unreviewed).to(list(vec![unreviewed()]))),
        ];
        // Rare, and only then to be seen: an amount that is in no sum.
        if sum.no_rate > 0 {
            let them = list(vec![where_("no_rate", Test::Filled)]);
            figures.push((t(words::WITHOUT_RATE).to_owned(), Cell::count(sum.no_rate).to(them)));
        }
        figures
    };
    view! { <Strip figures=Signal::derive(figures) tables=TABLES/> }
}

fn added(l: Lang, store: &Store, today: Date, what: What) -> Sums {
    let state = store.state();
    let by = |promise: &Promise| match what {
        What::Departments => promise.department,
        What::Projects => promise.project,
    };
    let (first, key) = match what {
        What::Departments => (words::DEPARTMENT, "department"),
        What::Projects => (words::PROJECT, "project"),
    };
    let heads = vec![
        Head::words(first.get(l)),
        Head::money(words::OWED.get(l)),
        Head::number(words::OWED_LONGEST.get(l)),
        Head::money(words::SOON.get(l)),
        Head::money(words::AMOUNT.get(l)),
        Head::money(words::PAID.get(l)),
        Head::number(words::COUNT.get(l)),
        Head::number(words::UNMET.get(l)),
        Head::number(words::NOT_REVIEWED.get(l)),
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
    let (lines, sum) = totals(all, by, today);
    let row = |(id, sum): &(Option<RecordId>, Totals)| {
        let name = id.map_or_else(|| words::NOBODY.get(l).to_owned(), |id| values::record_name(l, state, id));
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
        total: (!lines.is_empty()).then(|| cells(Cell::words(words::TOTAL.get(l)), None, &sum)),
    }
}
