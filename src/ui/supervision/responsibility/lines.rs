//! Projects by leader or by unit.

use super::super::warnings::{HOME, LEADER, LEVEL, word_of};
use crate::domain::field::ProjectField as P;
use crate::domain::{Date, Field, Kind, RecordId, Stage};
use crate::i18n::format::{MoneyUnit, money_cell, number_cell};
use crate::i18n::{labels, values, warnings as words};
use crate::rules::query::{Computed, Filter, Test};
use crate::rules::responsibility::{Gap, Line, gaps, lines, total};
use crate::rules::warnings::{Kept, Level};
use crate::store::Store;
use crate::ui::forms::warnings::with_all;
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location, Route, Work, table_link};
use crate::ui::session;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    pub lines: Vec<Line>,
    pub total: Line,
    pub gaps: Vec<Gap>,
}

/// Projects added up by a field, and those that nobody answers for.
pub(super) fn shown(store: &Store, field: P, today: Date) -> Shown {
    let lights = with_all(store, today, Kept::lights);
    let lines = lines(store, field, &lights);
    Shown { total: total(&lines), lines, gaps: gaps(store) }
}

/// What leads to the projects of a line: open ones, of a stage if one is asked for.
pub(super) fn projects(field: P, who: Option<RecordId>, stage: Option<Stage>) -> Location {
    let word = |field: P| Field::from(field).def(Kind::Project).map_or("", |def| def.word).to_owned();
    let of = Test::AnyOf(vec![who.map(|who| who.to_string()).unwrap_or_default()]);
    let open = Filter { key: word(P::Exit), test: Test::Empty };
    let stage = stage.map(|stage| Filter {
        key: Computed::Stage.word().to_owned(),
        test: Test::AnyOf(vec![stage.word().to_owned()]),
    });
    table_link([Filter { key: word(field), test: of }, open].into_iter().chain(stage).collect())
}

/// The table.
#[component]
pub(super) fn Lines(field: Memo<P>, found: Memo<Shown>) -> impl IntoView {
    let who = move || t(if field.get() == P::Unit { words::UNIT } else { words::LEADER });
    let stages = Stage::ALL.iter().map(|&stage| {
        view! { <th scope="col" class="number">{move || t(labels::stage(stage))}</th> }
    });
    let more = [words::TOTAL_MONEY, words::ARRIVED_MONEY, words::RED_PROJECTS, words::YELLOW_PROJECTS];
    let more = more.map(|head| view! { <th scope="col" class="number">{move || t(head)}</th> });
    let rows = move || {
        let field = field.get();
        found.read().lines.iter().map(|line| row(field, line.clone())).collect_view()
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
    }
    .into_any()
}

fn sum(total: &Line) -> AnyView {
    let number = |n: usize| view! { <td class="number">{number_cell(n as i64)}</td> };
    view! {
        <tfoot>
            <tr>
                <th scope="row">{t(words::SUM)}</th>
                {number(total.projects)}
                {total.stages.iter().map(|&n| number(n)).collect_view()}
                <td class="number">{wan(total.total_yuan)}</td>
                <td class="number">{wan(total.arrived_yuan)}</td>
                {number(total.red)}
                {number(total.yellow)}
            </tr>
        </tfoot>
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
    let number = |n: usize, to: Location| {
        let text = number_cell(n as i64);
        let linked =
            if n == 0 { text.into_any() } else { view! { <A to=Signal::stored(to)>{text}</A> }.into_any() };
        view! { <td class="number">{linked}</td> }
    };
    let lights = |level: Level| {
        let name = if field == P::Unit { HOME } else { LEADER };
        let word = word_of(who);
        Route::Work(Work::Warnings).with_query([(name, word.as_str()), (LEVEL, level.word())])
    };
    let stages = Stage::ALL
        .iter()
        .map(|&stage| number(line.stages[stage as usize], projects(field, who, Some(stage))));
    view! {
        <tr data-nobody=who.is_none().then_some("true")>
            <th scope="row">{name}</th>
            {number(line.projects, projects(field, who, None))}
            {stages.collect_view()}
            <td class="number">{wan(line.total_yuan)}</td>
            <td class="number">{wan(line.arrived_yuan)}</td>
            {number(line.red, lights(Level::Red))}
            {number(line.yellow, lights(Level::Yellow))}
        </tr>
    }
    .into_any()
}
