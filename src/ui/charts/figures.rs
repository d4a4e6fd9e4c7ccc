//! Tables of computed figures: on the page, on paper, as a file.

use crate::domain::Date;
use crate::exchange::sheet::write::{CellOut, ColumnOut, TableOut};
use crate::i18n::format::{self, MoneyUnit};
use crate::i18n::{charts as words, table};
use crate::ui::lang::lang;
use crate::ui::routes::{Location, link};
use crate::ui::sheet_file::{self, Form};
use crate::ui::widgets::{Glyph, Growing, Level, Menu, MenuItem, MoreRows, lit};
use crate::web::page;
use leptos::prelude::*;
use std::sync::Arc;

/// A column's head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What stands in it, the unit included.
    pub text: String,
    /// Its cells are numbers.
    pub number: bool,
}

impl Head {
    /// Over words.
    pub fn words(text: &str) -> Self {
        Self { text: text.to_owned(), number: false }
    }

    /// Over numbers.
    pub fn number(text: &str) -> Self {
        Self { text: text.to_owned(), number: true }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The columns; the first one names the row.
    pub heads: Vec<Head>,
    /// The rows.
    pub rows: Arc<[Vec<Figure>]>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    text: String,
    out: CellOut,
    to: Option<Location>,
    level: Option<Level>,
}

impl Figure {
    /// Words.
    pub fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        let out = if text.is_empty() { CellOut::Empty } else { CellOut::Text(text.clone()) };
        Self { text, out, ..Self::default() }
    }

    /// A number; a dash for none.
    pub fn count(n: usize) -> Self {
        let value = i64::try_from(n).unwrap_or(i64::MAX);
        Self { text: format::number_cell(value), out: number(value, 0), ..Self::default() }
    }

    /// An amount in a unit; a dash for none. A file has it in 万元.
    pub fn money(yuan: i64, unit: MoneyUnit) -> Self {
        let out = if yuan == 0 { CellOut::Empty } else { CellOut::Wan(yuan) };
        Self { text: format::money_cell(unit, yuan, words::places(unit)), out, ..Self::default() }
    }

    /// A share of a whole in percent; a dash where it is not told.
    pub fn rate(of: Option<(usize, usize)>) -> Self {
        let Some((part, whole)) = of else { return Self::none() };
        let (part, whole) =
            (i64::try_from(part).unwrap_or(i64::MAX), i64::try_from(whole).unwrap_or(i64::MAX));
        let text = format::percent_of(part, whole);
        Self { out: CellOut::Text(text.clone()), text, ..Self::default() }
    }

    /// Tenths of a day; a dash for none.
    pub fn tenths(tenths: i64) -> Self {
        let text = if tenths == 0 { format::DASH.to_owned() } else { format::exact(tenths, 1) };
        Self { text, out: number(tenths, 1), ..Self::default() }
    }

    /// A number that may be missing; unlike a count, 0 is told.
    pub fn known(value: Option<i64>) -> Self {
        let Some(value) = value else { return Self::none() };
        Self { text: format::grouped(value), out: CellOut::Number { value, places: 0 }, ..Self::default() }
    }

    /// A day, or nothing.
    pub fn date(day: Option<Date>) -> Self {
        day.map_or_else(Self::none, |day| Self {
            text: day.to_string(),
            out: CellOut::Date(day.naive()),
            ..Self::default()
        })
    }

    /// Nothing is known.
    pub fn none() -> Self {
        Self { text: format::DASH.to_owned(), ..Self::default() }
    }

    /// Leads to the records behind it. What is nothing leads nowhere.
    pub fn to(mut self, to: impl Into<Location>) -> Self {
        if self.text != format::DASH {
            self.to = Some(to.into());
        }
        self
    }

    /// The same, where there is something to lead to.
    pub fn to_any(self, to: Option<Location>) -> Self {
        match to {
            Some(to) => self.to(to),
            None => self,
        }
    }

    /// With a warning light before it.
    pub fn light(mut self, level: Option<Level>) -> Self {
        self.level = level;
        self
    }
}

fn number(value: i64, places: u32) -> CellOut {
    if value == 0 { CellOut::Empty } else { CellOut::Number { value, places } }
}

/// The table on the page.
#[component]
pub fn FiguresTable(
    /// What it holds.
    figures: Signal<Figures>,
) -> impl IntoView {
    let growing = Growing::begin();
    let heads = move || {
        let head = |head: &Head| {
            let class = head.number.then_some("number");
            view! { <th scope="col" class=class>{head.text.clone()}</th> }
        };
        figures.with(|figures| figures.heads.iter().map(head).collect_view())
    };
    let rows = move || {
        figures.with(|figures| {
            let heads = figures.heads.clone();
            let row = move |row: &Vec<Figure>| {
                let cells = row.iter().zip(&heads).enumerate().map(|(at, (cell, head))| face(at, cell, head));
                view! { <tr>{cells.collect_view()}</tr> }.into_any()
            };
            growing.rows(&figures.rows, row)
        })
    };
    view! {
        <div class="figures-wrap">
            <table class="figures"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        <MoreRows growing total=Signal::derive(move || figures.with(|figures| figures.rows.len()))/>
    }
    .into_any()
}

fn face(at: usize, cell: &Figure, head: &Head) -> AnyView {
    let text = cell.text.clone();
    let shown = match cell.level {
        Some(level) => lit(level, text),
        None => text.into_any(),
    };
    let shown = match &cell.to {
        Some(to) => link(to, shown),
        None => shown,
    };
    let class = head.number.then_some("number");
    if at == 0 {
        view! { <th scope="row" class=class>{shown}</th> }.into_any()
    } else {
        view! { <td class=class>{shown}</td> }.into_any()
    }
}

/// What can be done with a table: a file, paper, and the picture of its chart.
#[component]
pub fn FiguresMenu(
    /// Its name, also of the file.
    title: Signal<String>,
    /// What it holds.
    figures: Signal<Figures>,
    /// Saves the picture, where there is one.
    #[prop(optional, into)]
    picture: Option<Callback<()>>,
) -> impl IntoView {
    let items = move |()| {
        let file =
            move |form| move || figures.with_untracked(|figures| save(&title.get_untracked(), figures, form));
        let drawn = picture
            .map(|picture| MenuItem::new(words::SAVE_PICTURE, move || picture.run(())).icon(Glyph::Download));
        let files = [
            MenuItem::new(table::EXPORT_XLSX, file(Form::Xlsx)),
            MenuItem::new(table::EXPORT_CSV, file(Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table::PRINT, page::print).icon(Glyph::Print),
        ];
        drawn.into_iter().chain(files).collect::<Vec<_>>()
    };
    let label = Signal::derive(move || words::export_of(lang(), &title.get()));
    view! { <Menu label bare=true icon=Glyph::More align_end=true items=Callback::new(items)/> }.into_any()
}

/// Saves a table under its title and the day.
fn save(title: &str, figures: &Figures, form: Form) {
    let column = |head: &Head| ColumnOut::new(head.text.clone());
    let table = TableOut {
        title: Some(title.to_owned()),
        columns: figures.heads.iter().map(column).collect(),
        rows: figures.rows.iter().map(|row| row.iter().map(|cell| cell.out.clone()).collect()).collect(),
        totals: None,
    };
    sheet_file::save_as(title, &table, form);
}
