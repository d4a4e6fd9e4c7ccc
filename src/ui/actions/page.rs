//! A page of records with the tables that sum them up, one of which is shown at a time.

use super::period::{PeriodChoice, span};
use super::sheet::{Sheet, table};
use crate::domain::{Date, Kind};
use crate::i18n::{Lang, Text, actions as words, table as table_words, trips as trip_words};
use crate::rules::span::Span;
use crate::store::Store;
use crate::ui::lang::lang;
use crate::ui::records::WorkSwitch;
use crate::ui::routes::{Route, Work, navigate, use_query};
use crate::ui::session::{self, Question};
use crate::ui::sheet_file::Form;
use crate::ui::shell::Page;
use crate::ui::widgets::{Choice, EmptyState, Glyph, Growing, Menu, MenuItem, MoreRows, Segmented};
use crate::web::page as window;
use leptos::prelude::*;

/// What the address calls the table that is shown; nothing for the records themselves.
const SHOW: &str = "show";
/// What a table is made from.
pub(super) struct Asked<'a> {
    pub l: Lang,
    pub store: &'a Store,
    pub span: Span,
    pub today: Date,
}

impl Asked<'_> {
    /// The first day of the period and the last that counts.
    pub fn days(&self) -> (Date, Date) {
        self.span.days(self.today)
    }
}

/// A table that sums records up.
#[derive(Clone, Copy)]
pub(super) struct Summing {
    /// What it is called.
    pub name: Text,
    /// Makes it.
    pub make: fn(&Asked<'_>) -> Sheet,
}

/// A page with its tables, each with its word in the address.
#[derive(Clone, Copy)]
pub(super) struct Summed {
    pub work: Work,
    pub kind: Kind,
    pub tables: &'static [(&'static str, Summing)],
}

/// What does a table of a page say?
struct Summary {
    summed: Summed,
    at: usize,
    l: Lang,
    span: Span,
}

impl PartialEq for Summary {
    fn eq(&self, other: &Self) -> bool {
        let of = |asked: &Self| (asked.summed.work, asked.at, asked.l, asked.span);
        of(self) == of(other)
    }
}

impl Question for Summary {
    type Answer = Sheet;

    fn answer(&self, store: &Store, today: Date) -> Sheet {
        let Self { summed, at, l, span } = *self;
        summed
            .tables
            .get(at)
            .map(|(_, summing)| (summing.make)(&Asked { l, store, span, today }))
            .unwrap_or_default()
    }
}

/// Makes a table of this month before anybody asks; whether there is another.
pub(super) fn prepare(summed: Summed, at: usize) -> bool {
    session::prepare(Summary { summed, at, l: untrack(lang), span: Span::default() });
    at + 1 < summed.tables.len()
}

/// The records, or one of the tables.
pub(super) fn page(summed: Summed, list: fn() -> AnyView) -> impl IntoView {
    let asked = use_query(SHOW);
    let shown = Memo::new(move |_| {
        let asked = asked.read();
        summed.tables.iter().position(|(word, _)| *word == asked.as_str())
    });
    move || match shown.get() {
        Some(at) => summary(summed, at),
        None => list(),
    }
}

/// Records or tables, all in sight.
#[component]
pub(super) fn Switch(summed: Summed) -> impl IntoView {
    let asked = use_query(SHOW);
    let value = RwSignal::new(asked.get_untracked());
    Effect::new(move || value.set(asked.get()));
    let tables = summed.tables.iter().map(|(word, summing)| Choice::new(*word, summing.name));
    let options: Vec<Choice> = std::iter::once(Choice::new("", trip_words::LIST)).chain(tables).collect();
    let choose = move |word: String| navigate(Route::Work(summed.work).with_query([(SHOW, word.as_str())]));
    view! {
        <div class="summed-switch">
            <Segmented label=words::VIEW value options=Signal::stored(options) on_change=choose/>
        </div>
    }
    .into_any()
}

fn summary(summed: Summed, at: usize) -> AnyView {
    let span = span();
    let sheet = Memo::new(move |_| session::ask(Summary { summed, at, l: lang(), span: span.get() }));
    let growing = Growing::begin();
    let items = move |()| {
        let save = move |form| move || sheet.with_untracked(|sheet| sheet.save(summed.kind, form));
        vec![
            MenuItem::new(table_words::EXPORT_XLSX, save(Form::Xlsx)).icon(Glyph::Download),
            MenuItem::new(table_words::EXPORT_CSV, save(Form::Csv)),
            MenuItem::heading(""),
            MenuItem::new(table_words::PRINT, window::print).icon(Glyph::Print),
        ]
    };
    let actions = move || {
        view! { <Menu label=table_words::EXPORT icon=Glyph::Download align_end=true items=Callback::new(items)/> }
    };
    let days = move || {
        let (from, to) = span.get().days(session::today());
        words::days(lang(), &from.to_string(), &to.to_string())
    };
    let body = move || {
        if sheet.with(|sheet| sheet.is_empty) {
            view! { <EmptyState title=words::NONE text=words::NONE_TEXT/> }.into_any()
        } else {
            sheet.with(|sheet| table(sheet, growing))
        }
    };
    let notes = move || {
        sheet.with(|sheet| sheet.notes.iter().map(|note| view! { <p>{note.clone()}</p> }).collect_view())
    };
    let lead = move || view! { <WorkSwitch place=summed.work.place()/> };
    view! {
        <Page title=summed.work.title() lead actions>
            <div class="summed-page">
                <div class="tools"><Switch summed/> <PeriodChoice/></div>
                <p class="line"><strong>{move || sheet.with(|sheet| sheet.line.clone())}</strong> " " <span class="quiet">{days}</span></p>
                {body}
                <MoreRows growing total=Signal::derive(move || sheet.with(|sheet| sheet.rows.len()))/>
                <div class="notes quiet">{notes}</div>
            </div>
        </Page>
    }
    .into_any()
}
