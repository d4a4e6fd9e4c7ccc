//! 问题要素: all problems, how the departments respond, and which project waits for what.

use crate::domain::lists::List;
use crate::domain::{Date, Kind, RecordId};
use crate::i18n::{Lang, Text, format, service as words, values};
use crate::rules::issues::{self, Issue, Response, Standing, by_department, factor_matrix};
use crate::rules::lists;
use crate::rules::query::{Filter, Test};
use crate::store::Store;
use crate::ui::forms::project::issue_steps;
use crate::ui::lang::{lang, t};
use crate::ui::records::RecordsPage;
use crate::ui::records::sums::{
    Cell, Head, Holds, SHOW, Strip, Sums, SumsPage, To, any_of, at_least, where_,
};
use crate::ui::routes::{Route, Work, use_query};
use crate::ui::session::{self, Question};
use crate::ui::widgets::Level;
use leptos::prelude::*;

const TABLES: &[(&str, Text)] = &[("response", words::RESPONSE), ("factors", words::FACTORS)];
/// Neither solved nor put off.
const OPEN: [&str; 2] = [Standing::Waiting.word(), Standing::InHand.word()];

/// The page.
#[component]
pub fn IssuesPage() -> impl IntoView {
    let show = use_query(SHOW);
    let strip = || view! { <Figures/> };
    move || match show.read().as_str() {
        "response" => {
            let sums = Memo::new(|_| (*session::ask(Summed { what: What::Response, l: lang() })).clone());
            view! {
                <SumsPage work=Work::Issues kind=Kind::Issue title=words::RESPONSE rule=words::RESPONSE_RULE strip sums/>
            }
            .into_any()
        }
        "factors" => {
            let sums = Memo::new(|_| (*session::ask(Summed { what: What::Factors, l: lang() })).clone());
            view! {
                <SumsPage work=Work::Issues kind=Kind::Issue title=words::FACTORS rule=words::MATRIX_RULE strip sums/>
            }
            .into_any()
        }
        _ => view! { <RecordsPage work=Work::Issues kinds=&[Kind::Issue] summary=strip beyond=issue_steps/> }
            .into_any(),
    }
}

fn list(filters: Vec<Filter>) -> To {
    To::List(Work::Issues, Kind::Issue, filters)
}

fn standing(words: &[&str]) -> Filter {
    where_("standing", any_of(words))
}

/// How many problems stand how, and how long has the longest been with one department?
#[derive(PartialEq)]
struct Counted;

#[derive(Clone, Copy, Default)]
struct Counts {
    /// By [`Standing`].
    of: [usize; 4],
    overdue: usize,
    longest: i32,
}

impl Question for Counted {
    type Answer = Counts;

    fn answer(&self, store: &Store, today: Date) -> Counts {
        let mut counts = Counts::default();
        for issue in issues::all(store.state()) {
            counts.of[issue.standing as usize] += 1;
            counts.overdue += usize::from(issue.overdue(today).is_some());
            if issue.is_open() {
                counts.longest = counts.longest.max(issue.held_days(today).unwrap_or(0));
            }
        }
        counts
    }
}

/// One of the tables of sums?
#[derive(PartialEq)]
struct Summed {
    what: What,
    l: Lang,
}

#[derive(PartialEq)]
enum What {
    Response,
    Factors,
}

impl Question for Summed {
    type Answer = Sums;

    fn answer(&self, store: &Store, today: Date) -> Sums {
        match self.what {
            What::Response => response(self.l, store, today),
            What::Factors => matrix(self.l, store, today),
        }
    }
}

/// Answers the questions of the page before anybody asks (see [`crate::ui::unasked`]).
pub(super) fn prepare(n: usize) -> bool {
    let l = untrack(lang);
    match n {
        0 => session::prepare(Counted),
        1 => session::prepare(Summed { what: What::Response, l }),
        _ => session::prepare(Summed { what: What::Factors, l }),
    }
    n < 2
}

/// What [`Counted`] says.
#[component]
fn Figures() -> impl IntoView {
    let figures = Memo::new(|_| {
        let Counts { of: n, overdue, longest } = *session::ask(Counted);
        let of = |standing: Standing| {
            let name = t(words::issue_standing(standing)).to_owned();
            (name, Cell::count(n[standing as usize]).to(list(vec![self::standing(&[standing.word()])])))
        };
        let late = vec![where_("overdue_days", at_least(1))];
        let held = vec![standing(&OPEN), where_("held_days", at_least(i64::from(longest)))];
        vec![
            (t(words::OVERDUE).to_owned(), Cell::count(overdue).to(list(late)).lit(Level::Red)),
            of(Standing::Waiting),
            of(Standing::InHand),
            of(Standing::Suspended),
            of(Standing::Solved),
            (t(words::LONGEST_HELD).to_owned(), Cell::days(longest).to(list(held))),
        ]
    });
    view! { <Strip figures tables=TABLES/> }
}

fn response(l: Lang, store: &Store, today: Date) -> Sums {
    let state = store.state();
    let heads = vec![
        Head::words(words::DEPARTMENT.get(l)),
        Head::number(words::OVERDUE.get(l)),
        Head::number(words::HOLDS.get(l)),
        Head::number(words::LONGEST.get(l)),
        Head::number(words::HAD.get(l)),
        Head::number(words::SOLVED.get(l)),
        Head::number(words::IN_TIME.get(l)),
        Head::number(words::MEDIAN.get(l)),
        Head::number(words::HANDED_ON.get(l)),
    ];
    let row = |line: Response| {
        let name = line
            .department
            .map_or_else(|| words::NOBODY.get(l).to_owned(), |id| values::record_name(l, state, id));
        let holder = || {
            let id = line.department.map(|id| id.to_string()).unwrap_or_default();
            where_("holder", any_of(&[id.as_str()]))
        };
        let had = || match line.department {
            Some(_) => where_("departments", any_of(&[name.as_str()])),
            None => where_("department", Test::Empty),
        };
        let late = || where_("overdue_days", at_least(1));
        let solved = || standing(&[Standing::Solved.word()]);
        let holds = vec![holder(), standing(&OPEN)];
        // Of how many it is a share stands beside it: three in time of four is not three of thirty.
        let in_time = (line.with_day > 0).then(|| {
            let share = format!("{} / {}", format::count(line.in_time), format::count(line.with_day));
            Cell::words(share).to(list(vec![holder(), solved(), where_("due_on", Test::Filled)]))
        });
        vec![
            Cell::words(name.clone()),
            Cell::count(line.overdue).to(list(vec![holder(), late()])).lit(Level::Red),
            Cell::count(line.holds).to(list(holds.clone())),
            Cell::days(line.longest).to(list(holds)),
            Cell::count(line.had).to(list(vec![had()])),
            Cell::count(line.solved).to(list(vec![holder(), solved()])),
            in_time.unwrap_or_default(),
            Cell { holds: line.median_tenths.map_or(Holds::Nothing, Holds::Tenths), ..Cell::default() },
            Cell::count(line.handed_on).to(list(vec![had(), where_("hand_overs", at_least(1))])),
        ]
    };
    let lines = by_department(issues::all(state), today);
    Sums { heads, rows: lines.into_iter().map(row).collect(), total: None }
}

fn matrix(l: Lang, store: &Store, today: Date) -> Sums {
    let state = store.state();
    let order = lists::entries(state, List::Factor);
    let live = |issue: &Issue| {
        issue.project.and_then(|project| state.record(project)).is_some_and(|record| record.is_live())
    };
    let found = factor_matrix(issues::all(state).filter(live), &order, today);
    let name = |factor: &String| match factor.as_str() {
        "" => words::NOBODY.get(l).to_owned(),
        word => values::list_word(l, state, List::Factor, word),
    };
    let heads = [Head::words(words::PROJECT.get(l)), Head::number(words::OLDEST.get(l))];
    let heads =
        heads.into_iter().chain(found.factors.iter().map(|factor| Head::number(name(factor)))).collect();
    let row = |(project, cells, oldest): (RecordId, Vec<issues::Open>, i32)| {
        let of = || where_("project", any_of(&[project.to_string().as_str()]));
        let cell = |(open, factor): (&issues::Open, &String)| {
            let to = list(vec![of(), standing(&OPEN), where_("factor", any_of(&[factor.as_str()]))]);
            match open.count {
                0 => Cell::count(0),
                n => {
                    let cell = Cell::words(words::open_for(l, n, open.oldest)).to(to);
                    if open.overdue > 0 { cell.lit(Level::Red) } else { cell }
                }
            }
        };
        let first = [
            Cell::words(values::record_name(l, state, project)).to(To::Page(Route::Project(project))),
            Cell::days(oldest).to(list(vec![of(), standing(&OPEN)])),
        ];
        first.into_iter().chain(cells.iter().zip(&found.factors).map(cell)).collect()
    };
    Sums { heads, rows: found.rows.iter().cloned().map(row).collect(), total: None }
}
