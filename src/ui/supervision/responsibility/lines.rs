//! Projects by leader or by unit.

use super::super::warnings::{HOME, LEADER, LEVEL, word_of};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Field, Kind, RecordId, Stage};
use crate::i18n::format::{DASH, MoneyUnit, money_cell, number_cell};
use crate::i18n::{labels, values, warnings as words};
use crate::rules::query::{Computed, Filter, Test};
use crate::rules::responsibility::{Gap, Line, gaps, lines, total};
use crate::rules::warnings::{Kept, Level};
use crate::store::Store;
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{Location, Route, Work, link, table_link};
use crate::ui::session::{self, Question};
use crate::ui::widgets::{Growing, MoreRows};
use leptos::prelude::*;
use std::sync::Arc;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub lines: Vec<Line>,
    pub total: Line,
    pub gaps: Vec<Gap>,
}

/// Who answers for what, by a field, and for what does nobody?
#[derive(PartialEq)]
pub(super) struct By(pub P);

impl Question for By {
    type Answer = Shown;

    fn answer(&self, store: &Store, today: Date) -> Shown {
        let lights = with_all(store, today, Kept::lights);
        let lines = lines(store, self.0, &lights);
        Shown { total: total(&lines), lines, gaps: gaps(store) }
    }
}

/// The open projects of a line; those of all lines where none is given.
fn open_projects(line: Option<(P, Option<RecordId>)>) -> Vec<Filter> {
    let word = |field: P| Field::from(field).def(Kind::Project).map_or("", |def| def.word).to_owned();
    let open = Filter { key: word(P::Exit), test: Test::Empty };
    let of = line.map(|(field, who)| Filter {
        key: word(field),
        test: Test::AnyOf(vec![who.map(|who| who.to_string()).unwrap_or_default()]),
    });
    of.into_iter().chain([open]).collect()
}

fn with(mut filters: Vec<Filter>, column: Computed, test: Test) -> Location {
    filters.push(Filter { key: column.word().to_owned(), test });
    table_link(filters)
}

/// What leads to the open projects for which a field names nobody.
pub(super) fn lacking(field: P) -> Location {
    table_link(open_projects(Some((field, None))))
}

/// The table.
#[component]
pub(super) fn Lines(field: Memo<P>, found: Memo<Arc<Shown>>) -> impl IntoView {
    let who = move || t(if field.get() == P::Unit { words::UNIT } else { words::LEADER });
    let stages = Stage::ALL.iter().map(|&stage| {
        view! { <th scope="col" class="number">{move || t(labels::stage(stage))}</th> }
    });
    let more = [words::TOTAL_MONEY, words::ARRIVED_MONEY, words::RED_PROJECTS, words::YELLOW_PROJECTS];
    let more = more.map(|head| view! { <th scope="col" class="number">{move || t(head)}</th> });
    let growing = Growing::begin();
    let rows = move || {
        let field = field.get();
        growing.rows(&found.read().lines, move |line| row(field, line.clone()))
    };
    view! {
        <div class="table-wrap">
            <table class="responsibility-table">
                <thead>
                    <tr>
                        <th scope="col">{who}</th>
                        <th scope="col" class="number">{move || t(words::OPEN_PROJECTS)}</th>
                        {stages.collect_view()}
                        {more.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                {move || sum(&found.read().total)}
            </table>
        </div>
        <MoreRows growing total=Signal::derive(move || found.read().lines.len())/>
    }
    .into_any()
}

fn sum(total: &Line) -> AnyView {
    let lights = |level: Level| Route::Work(Work::Warnings).with_query([(LEVEL, level.word())]);
    view! {
        <tfoot>
            <tr>
                <th scope="row">{t(words::SUM)}</th>
                {numbers(total, &open_projects(None), lights)}
            </tr>
        </tfoot>
    }
    .into_any()
}

/// A number that leads to the records behind it unless there are none.
fn number(text: String, to: Location) -> AnyView {
    let linked = match text.as_str() {
        DASH => text.into_any(),
        _ => link(&to, text),
    };
    view! { <td class="number">{linked}</td> }.into_any()
}

/// The numbers of a line: projects, by stage, money, lights.
fn numbers(line: &Line, of: &[Filter], lights: impl Fn(Level) -> Location) -> AnyView {
    let count = |n: usize| number_cell(i64::try_from(n).unwrap_or(i64::MAX));
    let stages = Stage::ALL.iter().map(|&stage| {
        let test = Test::AnyOf(vec![stage.word().to_owned()]);
        number(count(line.stages[stage as usize]), with(of.to_vec(), Computed::Stage, test))
    });
    view! {
        {number(count(line.projects), table_link(of.to_vec()))}
        {stages.collect_view()}
        {number(wan(line.total_yuan), with(of.to_vec(), Computed::TotalYuan, Test::Filled))}
        {number(wan(line.arrived_yuan), with(of.to_vec(), Computed::Arrived, Test::Filled))}
        {number(count(line.red), lights(Level::Red))}
        {number(count(line.yellow), lights(Level::Yellow))}
    }
    .into_any()
}

/// Whole 万元.
pub(super) fn wan(yuan: i64) -> String {
    money_cell(MoneyUnit::Wan, yuan, 0)
}

fn row(field: P, line: Line) -> AnyView {
    let who = line.who;
    let name = move || match who {
        Some(who) => {
            session::watch(|store| values::record_name(lang(), store.state(), who)).unwrap_or_default()
        }
        None => t(words::NOBODY).to_owned(),
    };
    let lights = |level: Level| {
        let name = if field == P::Unit { HOME } else { LEADER };
        let word = word_of(who);
        Route::Work(Work::Warnings).with_query([(name, word.as_str()), (LEVEL, level.word())])
    };
    view! {
        <tr data-nobody=who.is_none().then_some("true")>
            <th scope="row">{name}</th>
            {numbers(&line, &open_projects(Some((field, who))), lights)}
        </tr>
    }
    .into_any()
}
