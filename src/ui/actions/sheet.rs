//! A table that sums records up: its lines as data, each number with the records behind it, and the same as a file.

use crate::domain::{Date, Kind, RecordId};
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::format::{self, DASH, MoneyUnit};
use crate::i18n::{Lang, Text, actions as words};
use crate::rules::query::{Filter, Test, View};
use crate::ui::lang::lang;
use crate::ui::routes::{Location, Route, TABLE_VIEW, Work};
use crate::ui::sheet_file::{self, Form};
use crate::ui::widgets::Growing;
use leptos::prelude::*;

/// A head of a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    /// What it stands under together with its neighbours; empty for nothing.
    pub group: String,
    /// Its words, the unit included.
    pub text: String,
    /// Whether numbers stand under it.
    pub number: bool,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words, with what they lead to.
    Text(String, Option<String>),
    /// Quiet words in the place of a number.
    Instead(String),
    /// `value / 10^places`, and the address of the records behind it.
    Number { value: i64, places: u32, to: Option<String> },
    /// An amount in yuan, shown in 万元, and the address of the records behind it.
    Wan(i64, Option<String>),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// Its title, as it is printed and saved.
    pub title: String,
    /// The most important numbers in one sentence.
    pub line: String,
    /// The heads.
    pub heads: Vec<Head>,
    /// The lines.
    pub rows: Vec<Vec<Cell>>,
    /// The last line.
    pub total: Vec<Cell>,
    /// How it is counted, and what is not in it.
    pub notes: Vec<String>,
    /// Whether there is nothing in it.
    pub is_empty: bool,
}

impl Sheet {
    /// An empty table with a title.
    pub fn new(l: Lang, title: Text) -> Self {
        Self { title: title.get(l).to_owned(), ..Self::default() }
    }

    /// Adds a column of words.
    pub fn words(&mut self, text: impl Into<String>) {
        self.heads.push(Head { group: String::new(), text: text.into(), number: false });
    }

    /// Adds a column of numbers.
    pub fn numbers(&mut self, group: &str, text: impl Into<String>) {
        self.heads.push(Head { group: group.to_owned(), text: text.into(), number: true });
    }

    /// How many decimals the amounts of a column want: none where all are whole 万元.
    fn decimals(&self, at: usize) -> u32 {
        let mut cells = self.rows.iter().chain([&self.total]).filter_map(|line| line.get(at));
        let is_whole = |cell: &Cell| !matches!(cell, Cell::Wan(yuan, _) if yuan % MoneyUnit::Wan.yuan() != 0);
        if cells.all(is_whole) { 0 } else { 2 }
    }

    /// Saves the table.
    pub fn save(&self, kind: Kind, form: Form) {
        let l = untrack(lang);
        let head = |head: &Head| match head.group.as_str() {
            "" => ColumnOut::new(&head.text),
            group => ColumnOut::new(words::grouped(l, group, &head.text)),
        };
        let line = |cells: &Vec<Cell>| cells.iter().map(Cell::out).collect::<Vec<_>>();
        let table = TableOut {
            title: Some(self.title.clone()),
            columns: self.heads.iter().map(head).collect(),
            rows: self.rows.iter().map(line).collect(),
            totals: Some(line(&self.total)).filter(|total| !total.is_empty()),
        };
        sheet_file::save(kind, &table, form);
    }
}

impl Cell {
    /// Words that lead nowhere.
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into(), None)
    }

    /// A count with the records behind it.
    pub fn count(value: usize, to: &Behind) -> Self {
        Cell::number(i64::try_from(value).unwrap_or(i64::MAX), 0, to)
    }

    /// A number with the records behind it; zero leads nowhere.
    pub fn number(value: i64, places: u32, to: &Behind) -> Self {
        Cell::Number { value, places, to: (value != 0).then(|| to.href()) }
    }

    /// An amount with the records behind it.
    pub fn wan(yuan: i64, to: &Behind) -> Self {
        Cell::Wan(yuan, (yuan != 0).then(|| to.href()))
    }

    fn out(&self) -> CellOut {
        match self {
            Cell::Text(text, _) | Cell::Instead(text) if text.is_empty() => CellOut::Empty,
            Cell::Text(text, _) | Cell::Instead(text) => CellOut::Text(text.clone()),
            Cell::Number { value, places, .. } => CellOut::Number { value: *value, places: *places },
            Cell::Wan(yuan, _) => CellOut::Wan(*yuan),
        }
    }

    /// What is shown of it: as the head of its line, and with so many decimals of an amount.
    fn view(&self, head: bool, decimals: u32) -> AnyView {
        let (text, to) = match self {
            Cell::Text(text, to) => (text.clone(), to.clone()),
            Cell::Instead(text) => return view! { <td class="num quiet">{text.clone()}</td> }.into_any(),
            Cell::Number { value: 0, .. } => (DASH.to_owned(), None),
            Cell::Number { value, places: 0, to } => (format::grouped(*value), to.clone()),
            Cell::Number { value, places, to } => (format::exact(*value, *places), to.clone()),
            Cell::Wan(yuan, to) => (format::money_cell(MoneyUnit::Wan, *yuan, decimals), to.clone()),
        };
        let inner = match to {
            Some(to) => view! { <a href=to>{text}</a> }.into_any(),
            None => text.into_any(),
        };
        match (self, head) {
            (Cell::Text(..), true) => view! { <th scope="row">{inner}</th> }.into_any(),
            (Cell::Text(..), false) => view! { <td>{inner}</td> }.into_any(),
            _ => view! { <td class="num">{inner}</td> }.into_any(),
        }
    }
}

/// The records behind a number: those of a page that meet these conditions.
#[derive(Clone, Debug)]
pub(super) struct Behind {
    page: Route,
    filters: Vec<Filter>,
}

impl Behind {
    /// The records whose `day` lies in a period.
    pub fn within(work: Work, day: &str, (from, to): (Date, Date)) -> Self {
        let test = Test::Days { from: Some(from.to_string()), to: Some(to.to_string()) };
        Self { page: Route::Work(work), filters: vec![Filter { key: day.to_owned(), test }] }
    }

    /// Exactly these records.
    pub fn these(work: Work, ids: &[RecordId]) -> Self {
        Self { page: Route::Work(work), filters: vec![Filter::these(ids)] }
    }

    /// Exactly these projects.
    pub fn projects(ids: &[RecordId]) -> Self {
        Self { page: Route::Table, filters: vec![Filter::these(ids)] }
    }

    /// Those whose column is one of these.
    pub fn one_of(&self, key: &str, words: Vec<String>) -> Self {
        self.with(key, Test::AnyOf(words))
    }

    /// Those whose column points to a record, or to none.
    pub fn of(&self, key: &str, record: Option<RecordId>) -> Self {
        self.with(key, record.map_or(Test::Empty, |id| Test::AnyOf(vec![id.to_string()])))
    }

    /// Those that meet one condition more.
    pub fn with(&self, key: &str, test: Test) -> Self {
        let mut behind = self.clone();
        behind.filters.push(Filter { key: key.to_owned(), test });
        behind
    }

    fn href(&self) -> String {
        narrowed(self.page, self.filters.clone()).href()
    }
}

/// The page of records with these conditions.
pub(super) fn records(work: Work, filters: Vec<Filter>) -> Location {
    narrowed(Route::Work(work), filters)
}

fn narrowed(page: Route, filters: Vec<Filter>) -> Location {
    page.with_query([(TABLE_VIEW, View::of_filters(filters).to_json().as_str())])
}

/// The table on screen and on paper.
pub(super) fn table(sheet: &Sheet, growing: Growing) -> AnyView {
    let is_grouped = sheet.heads.iter().any(|head| !head.group.is_empty());
    let class = |number: bool| number.then_some("num");
    let mut upper = Vec::new();
    let mut lower = Vec::new();
    let mut heads = sheet.heads.iter().peekable();
    while let Some(head) = heads.next() {
        if head.group.is_empty() {
            let rows = if is_grouped { 2 } else { 1 };
            upper.push(
                view! { <th scope="col" rowspan=rows class=class(head.number)>{head.text.clone()}</th> }
                    .into_any(),
            );
            continue;
        }
        let mut under = vec![head];
        while let Some(next) = heads.next_if(|next| next.group == head.group) {
            under.push(next);
        }
        let columns = under.len();
        upper.push(
            view! { <th scope="colgroup" colspan=columns class="group">{head.group.clone()}</th> }.into_any(),
        );
        lower.extend(
            under
                .into_iter()
                .map(|head| view! { <th scope="col" class=class(head.number)>{head.text.clone()}</th> }),
        );
    }
    let decimals: Vec<u32> = (0..sheet.heads.len()).map(|at| sheet.decimals(at)).collect();
    let line = move |cells: &Vec<Cell>| {
        let decimals = |at: usize| decimals.get(at).copied().unwrap_or(2);
        let cells = cells.iter().enumerate();
        let cells = cells.map(|(at, cell)| cell.view(at == 1, decimals(at))).collect_view();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let total = (!sheet.total.is_empty()).then(|| view! { <tfoot>{line(&sheet.total)}</tfoot> });
    let rows = growing.rows(&sheet.rows, line);
    view! {
        <div class="table-wrap">
            <table class="summed">
                <caption>{sheet.title.clone()}</caption>
                <thead>
                    <tr>{upper}</tr>
                    {is_grouped.then(|| view! { <tr>{lower}</tr> })}
                </thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
    }
    .into_any()
}
