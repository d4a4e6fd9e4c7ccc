//! What a page adds up: figures in a strip above the records, and tables of sums whose numbers open the
//! records behind them.

use super::WorkSwitch;
use crate::domain::Kind;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::format::{self, MoneyUnit};
use crate::i18n::{Lang, Text, service as words, table as table_words};
use crate::rules::query::{Filter, Test, View};
use crate::ui::lang::{lang, t};
use crate::ui::routes::{A, Location, Route, TABLE_VIEW, Work, set_query, use_query};
use crate::ui::sheet_file::{self, Form};
use crate::ui::shell::Page;
use crate::ui::widgets::{
    Button, ButtonKind, Choice, EmptyState, Glyph, Level, Light, Menu, MenuItem, Segmented,
};
use crate::web::page;
use leptos::prelude::*;

/// What the address calls the table of sums that is shown instead of the records.
pub const SHOW: &str = "show";
/// How many rows are shown before more are asked for.
const SHOWN: usize = 100;

/// Where a cell leads. Its address is written when the cell is shown: a table of all projects has too many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// To a page.
    Page(Route),
    /// To the records of a page under conditions.
    List(Work, Kind, Vec<Filter>),
}

impl To {
    fn location(self) -> Location {
        match self {
            To::Page(route) => route.into(),
            To::List(work, kind, filters) => {
                let view = View::of_filters(filters).to_json();
                Route::Work(work).with_query([("kind", kind.word()), (TABLE_VIEW, view.as_str())])
            }
        }
    }
}

/// A condition on a column.
pub fn where_(key: &str, test: Test) -> Filter {
    Filter { key: key.to_owned(), test }
}

/// The cell is one of these.
pub fn any_of(words: &[&str]) -> Test {
    Test::AnyOf(words.iter().map(|&word| word.to_owned()).collect())
}

/// The number is at least this.
pub fn at_least(min: i64) -> Test {
    Test::Between { min: Some(min), max: None }
}

/// What one cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Nothing.
    #[default]
    Nothing,
    /// Words.
    Words(String),
    /// A count, or days.
    Count(i64),
    /// Days in tenths.
    Tenths(i64),
    /// Yuan.
    Yuan(i64),
}

/// One cell of a table of sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub holds: Holds,
    /// The records behind it.
    pub to: Option<To>,
    /// The light before it.
    pub level: Option<Level>,
}

impl Cell {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self { holds: Holds::Words(words.into()), ..Self::default() }
    }

    /// A count.
    pub fn count(n: usize) -> Self {
        Self { holds: Holds::Count(i64::try_from(n).unwrap_or(i64::MAX)), ..Self::default() }
    }

    /// Days.
    pub fn days(days: i32) -> Self {
        Self { holds: Holds::Count(i64::from(days)), ..Self::default() }
    }

    /// Yuan.
    pub fn yuan(yuan: i64) -> Self {
        Self { holds: Holds::Yuan(yuan), ..Self::default() }
    }

    /// The same, leading to the records behind it unless there are none.
    pub fn to(self, to: To) -> Self {
        let nothing = matches!(self.holds, Holds::Nothing | Holds::Count(0) | Holds::Yuan(0));
        Self { to: (!nothing).then_some(to), ..self }
    }

    /// The same under a light unless it counts nothing.
    pub fn lit(self, level: Level) -> Self {
        let nothing = matches!(self.holds, Holds::Nothing | Holds::Count(0) | Holds::Yuan(0));
        Self { level: (!nothing).then_some(level), ..self }
    }

    fn text(&self, l: Lang) -> String {
        match &self.holds {
            Holds::Nothing => String::new(),
            Holds::Words(words) => words.clone(),
            Holds::Count(n) => format::number_cell(*n),
            Holds::Tenths(n) => format::exact(*n, 1),
            Holds::Yuan(yuan) => format::money_cell(unit(l), *yuan, unit(l).decimals()),
        }
    }

    fn out(&self) -> CellOut {
        match &self.holds {
            Holds::Nothing => CellOut::Empty,
            Holds::Words(words) => CellOut::Text(words.clone()),
            Holds::Count(value) => CellOut::Number { value: *value, places: 0 },
            Holds::Tenths(value) => CellOut::Number { value: *value, places: 1 },
            Holds::Yuan(yuan) => CellOut::Wan(*yuan),
        }
    }
}

/// The unit of amounts in these tables: 万元, or a million yuan for an English reader.
pub const fn unit(l: Lang) -> MoneyUnit {
    match l {
        Lang::Zh => MoneyUnit::Wan,
        Lang::En => MoneyUnit::Million,
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// It holds amounts: the unit stands beside the name.
    pub is_money: bool,
    /// It holds numbers, which stand at the right.
    pub is_number: bool,
}

impl Head {
    /// Of words.
    pub fn words(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_money: false, is_number: false }
    }

    /// Of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self { is_number: true, ..Self::words(name) }
    }

    /// Of amounts.
    pub fn money(name: impl Into<String>) -> Self {
        Self { is_money: true, ..Self::number(name) }
    }

    fn text(&self, l: Lang, unit: MoneyUnit) -> String {
        if self.is_money { words::with_unit(l, &self.name, unit) } else { self.name.clone() }
    }
}

/// A table of sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// The columns; the first one names the row.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// The sum of all rows.
    pub total: Option<Vec<Cell>>,
}

/// The switch between the records and the tables of sums of a page, under its figures.
#[component]
pub fn Strip(
    /// The figures: what each counts, how many, where they are, and how pressing that is.
    #[prop(into)]
    figures: Signal<Vec<(String, Cell)>>,
    /// The tables of sums with their words in the address.
    tables: &'static [(&'static str, Text)],
) -> impl IntoView {
    let asked = use_query(SHOW);
    let value = RwSignal::new(asked.get_untracked());
    Effect::new(move || {
        value.set(asked.get());
    });
    let options: Vec<Choice> = [("", words::DETAIL)]
        .into_iter()
        .chain(tables.iter().copied())
        .map(|(word, text)| Choice::new(word, text))
        .collect();
    let figure = |(name, cell): (String, Cell)| {
        view! { <div><dt>{name}</dt><dd>{shown(&cell, lang())}</dd></div> }
    };
    view! {
        <div class="strip">
            <Segmented
                label=words::SHOW
                value
                options
                on_change=move |word: String| set_query(SHOW, &word)
            />
            <dl class="figures">{move || figures.get().into_iter().map(figure).collect_view()}</dl>
        </div>
    }
    .into_any()
}

/// A cell with its light, leading to the records behind it.
fn shown(cell: &Cell, l: Lang) -> AnyView {
    let text = cell.text(l);
    let body = match cell.level {
        Some(level) => view! { <Light level words=Signal::stored(text)/> }.into_any(),
        None => text.into_any(),
    };
    match cell.to.clone() {
        Some(to) => view! { <A to=Signal::stored(to.location())>{body}</A> }.into_any(),
        None => body,
    }
}

/// A page with a table of sums in the place of the records.
#[component]
pub fn SumsPage(
    /// Which page.
    work: Work,
    /// The kind of record that is added up.
    kind: Kind,
    /// What the table is called, in its file.
    title: Text,
    /// How it is counted.
    #[prop(optional)]
    rule: Option<Text>,
    /// The strip above it.
    #[prop(into)]
    strip: ViewFn,
    /// The table.
    #[prop(into)]
    sums: Signal<Sums>,
) -> impl IntoView {
    let items = move |()| {
        let save = move |form| move || save(kind, title, &sums.read_untracked(), form);
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, save(Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, save(Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    let actions = move || {
        view! { <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/> }
    };
    let lead = move || view! { <WorkSwitch place=work.place()/> };
    let limit = RwSignal::new(SHOWN);
    let print = move |_: web_sys::Event| limit.set(usize::MAX);
    let printing = window_event_listener_untyped("beforeprint", print);
    on_cleanup(move || printing.remove());
    let body = move || {
        if sums.with(|sums| sums.rows.is_empty()) {
            view! { <EmptyState title=words::NOTHING text=words::NOTHING_TEXT/> }.into_any()
        } else {
            view! { <SumsTable title sums limit/> }.into_any()
        }
    };
    view! {
        <Page title=work.title() lead actions>
            <div class="sums-page">
                {strip.run()}
                {rule.map(|rule| view! { <p class="help">{move || t(rule)}</p> })}
                {body}
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn SumsTable(title: Text, sums: Signal<Sums>, limit: RwSignal<usize>) -> impl IntoView {
    let numbers =
        Memo::new(move |_| sums.with(|s| s.heads.iter().map(|head| head.is_number).collect::<Vec<_>>()));
    let cells = move |row: Vec<Cell>| {
        let (l, numbers) = (lang(), numbers.get());
        let cell = |(at, cell): (usize, Cell)| {
            let body = shown(&cell, l);
            match at {
                0 => view! { <th scope="row">{body}</th> }.into_any(),
                _ => {
                    let number = numbers.get(at).copied().unwrap_or(false);
                    view! { <td class:number=number>{body}</td> }.into_any()
                }
            }
        };
        view! { <tr>{row.into_iter().enumerate().map(cell).collect_view()}</tr> }
    };
    let heads = move || {
        let l = lang();
        let head = |head: &Head| {
            view! { <th scope="col" class:number=head.is_number>{head.text(l, unit(l))}</th> }
        };
        sums.with(|sums| sums.heads.iter().map(head).collect_view())
    };
    let rows = move || {
        let rows = sums.with(|sums| sums.rows.iter().take(limit.get()).cloned().collect::<Vec<_>>());
        rows.into_iter().map(cells).collect_view()
    };
    let total = move || sums.with(|sums| sums.total.clone()).map(|row| view! { <tfoot>{cells(row)}</tfoot> });
    let more = move || {
        (sums.with(|sums| sums.rows.len()) > limit.get()).then(|| {
            let more = move || limit.update(|limit| *limit += SHOWN);
            view! { <Button label=words::MORE kind=ButtonKind::Quiet on_press=more/> }
        })
    };
    view! {
        <div class="table-wrap">
            <table class="sums" aria-label=move || t(title)>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
        {more}
    }
    .into_any()
}

/// Saves the table; files hold amounts in 万元.
fn save(kind: Kind, title: Text, sums: &Sums, form: Form) {
    let l = untrack(lang);
    let table = TableOut {
        title: Some(title.get(l).to_owned()),
        columns: sums.heads.iter().map(|head| ColumnOut::new(head.text(l, MoneyUnit::Wan))).collect(),
        rows: sums.rows.iter().map(|row| row.iter().map(Cell::out).collect()).collect(),
        totals: sums.total.as_ref().map(|row| row.iter().map(Cell::out).collect()),
    };
    sheet_file::save(kind, &table, form);
}
