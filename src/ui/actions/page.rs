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
use crate::ui::session;
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

/// The records, or one of the tables.
pub(super) fn page(summed: Summed, list: fn() -> AnyView) -> impl IntoView {
    let asked = use_query(SHOW);
    let shown = Memo::new(move |_| {
        let asked = asked.read();
        summed.tables.iter().position(|(word, _)| *word == asked.as_str())
    });
    move || match shown.get().and_then(|at| summed.tables.get(at)) {
        Some((_, summing)) => summary(summed, *summing),
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

fn summary(summed: Summed, summing: Summing) -> AnyView {
    let span = span();
    let sheet = Memo::new(move |_| {
        let (l, span) = (lang(), span.get());
        let today = session::today();
        session::watch(|store| (summing.make)(&Asked { l, store, span, today })).unwrap_or_default()
    });
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
