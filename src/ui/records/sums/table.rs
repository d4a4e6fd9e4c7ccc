//! Tables of sums on the page, on paper and as a file.

use super::{Cell, Head, SHOW, Sums};
use crate::domain::Kind;
use crate::exchange::sheet::write::{ColumnOut, TableOut};
use crate::i18n::format::MoneyUnit;
use crate::i18n::{Lang, Text, labels, service as words, table as table_words};
use crate::ui::lang::{lang, t};
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Work, link, set_query, use_query};
use crate::ui::sheet_file::{self, Form};
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, EmptyState, Glyph, Growing, Menu, MenuItem, MoreRows, Segmented, lit};
use crate::web::page;
use leptos::prelude::*;

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
pub fn shown(cell: &Cell, l: Lang) -> AnyView {
    let text = cell.text(l);
    let body = match cell.level {
        Some(level) => lit(level, text),
        None => text.into_any(),
    };
    match &cell.to {
        Some(to) => link(&to.clone().location(), body),
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
    let stem = move |l| table_words::file_stem(l, labels::kind(kind).get(l), "");
    let actions = move || {
        view! { <SumsMenu title=Signal::derive(move || t(title).to_owned()) stem=Signal::derive(move || stem(lang())) sums/> }
    };
    let lead = move || view! { <WorkSwitch place=work.place()/> };
    let body = move || {
        if sums.with(|sums| sums.rows.is_empty()) {
            view! { <EmptyState title=words::NOTHING text=words::NOTHING_TEXT/> }.into_any()
        } else {
            view! { <SumsTable title=Signal::derive(move || t(title).to_owned()) sums/> }.into_any()
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

/// Saves a table of sums, or prints the page.
#[component]
pub fn SumsMenu(
    /// What stands above it in the file.
    title: Signal<String>,
    /// What the file is called, besides the day.
    stem: Signal<String>,
    /// The table.
    sums: Signal<Sums>,
) -> impl IntoView {
    let items = move |()| {
        let save = move |form| {
            move || {
                let (title, stem) = (title.get_untracked(), stem.get_untracked());
                save(&title, &stem, &sums.read_untracked(), form);
            }
        };
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, save(Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, save(Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, page::print).icon(Glyph::Print),
        ]
    };
    view! { <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/> }
        .into_any()
}

/// A table of sums.
#[component]
pub fn SumsTable(
    /// What it is, for screen readers.
    title: Signal<String>,
    /// The table.
    sums: Signal<Sums>,
) -> impl IntoView {
    let growing = Growing::begin();
    let numbers =
        Memo::new(move |_| sums.with(|s| s.heads.iter().map(|head| head.is_number).collect::<Vec<_>>()));
    let cells = move |row: &Vec<Cell>| {
        let (l, numbers) = (lang(), numbers.get());
        let cell = |(at, cell): (usize, &Cell)| {
            let body = shown(cell, l);
            match at {
                0 => view! { <th scope="row">{body}</th> }.into_any(),
                _ => {
                    let number = numbers.get(at).copied().unwrap_or(false);
                    view! { <td class:number=number>{body}</td> }.into_any()
                }
            }
        };
        view! { <tr>{row.iter().enumerate().map(cell).collect_view()}</tr> }.into_any()
    };
    let heads = move || {
        let l = lang();
        let head = |head: &Head| {
            view! { <th scope="col" class:number=head.is_number>{head.shown(l)}</th> }
        };
        sums.with(|sums| sums.heads.iter().map(head).collect_view())
    };
    let rows = move || sums.with(|sums| growing.rows(&sums.rows, cells));
    let total =
        move || sums.with(|sums| sums.total.as_ref().map(|row| view! { <tfoot>{cells(row)}</tfoot> }));
    let total_rows = move || sums.with(|sums| sums.rows.len());
    view! {
        <div class="table-wrap">
            <table class="sums" aria-label=title>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
        <MoreRows growing total=Signal::derive(total_rows)/>
    }
    .into_any()
}

/// Saves the table; files hold amounts in 万元.
fn save(title: &str, stem: &str, sums: &Sums, form: Form) {
    let l = untrack(lang);
    let table = TableOut {
        title: Some(title.to_owned()),
        columns: sums.heads.iter().map(|head| ColumnOut::new(head.text(l, MoneyUnit::Wan))).collect(),
        rows: sums.rows.iter().map(|row| row.iter().map(Cell::out).collect()).collect(),
        totals: sums.total.as_ref().map(|row| row.iter().map(Cell::out).collect()),
    };
    sheet_file::save_as(stem, &table, form);
}
