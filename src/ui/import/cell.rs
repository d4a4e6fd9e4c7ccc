//! One row of the preview: its line, what becomes of it, and each value as it was and as it was read.

use super::work::{self, signals};
use crate::domain::sort::Arrange;
use crate::exchange::import::Job;
use crate::exchange::sheet::Reader;
use crate::exchange::sheet::rows::ReadValue;
use crate::exchange::sheet::targets::PROJECT;
use crate::i18n::{Lang, errors, import as words, marks};
use crate::ui::heard::heard;
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Glyph, Icon, TextInput};
use leptos::ev;
use leptos::prelude::*;

/// A column of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The target's key.
    pub key: &'static str,
    /// How its cells are read.
    pub reader: Reader,
}

/// A value as the preview shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// As it was read; empty for nothing.
    pub read: String,
    /// As it was, where that looks otherwise.
    pub was: String,
    /// What should be confirmed.
    pub doubts: Vec<String>,
    /// What an editor opens with.
    pub text: String,
}

/// The columns, the name first and the rest as in the file.
pub fn columns(job: &Job) -> Vec<Column> {
    let mut mapped = job.mapping().columns.clone();
    mapped.arrange_by_key(|(column, key)| (*key != "name", *column));
    let of = |(_, key): (usize, &'static str)| Some(Column { key, reader: job.target(key)?.reader });
    mapped.into_iter().filter_map(of).filter(|column| column.reader != Reader::Serial).collect()
}

/// The width of the column that says what becomes of a row, in CSS pixels.
const STATUS: u32 = 120;

const fn width(column: &Column) -> u32 {
    match column.reader {
        Reader::LongText => 240,
        Reader::Name => 220,
        Reader::NamePhone => 160,
        Reader::Money | Reader::Date => 112,
        _ => 104,
    }
}

/// The tracks of the grid and the least width of a row: the same for head and rows, so that columns
/// stand under their heads. The name takes what room is left.
pub fn tracks(columns: &[Column]) -> String {
    let mut tracks = format!("{STATUS}px");
    for column in columns {
        let width = width(column);
        let track =
            if column.key == "name" { format!(" minmax({width}px, 1fr)") } else { format!(" {width}px") };
        tracks.push_str(&track);
    }
    let least = STATUS + columns.iter().map(width).sum::<u32>();
    format!("--tracks: {tracks}; --least: {least}px")
}

/// The head of the grid.
pub fn head(columns: Memo<Vec<Column>>) -> AnyView {
    let cell = |column: Column| {
        view! { <span role="columnheader" data-reader=align(column.reader)>{move || words::target(lang(), column.key)}</span> }
    };
    view! {
        <div class="import-row import-head" role="row">
            <span role="columnheader">{move || t(words::PROPOSED)}</span>
            {move || columns.get().into_iter().map(cell).collect_view()}
        </div>
    }
    .into_any()
}

const fn align(reader: Reader) -> Option<&'static str> {
    match reader {
        Reader::Money | Reader::Area | Reader::Int | Reader::Decimal | Reader::Percent => Some("number"),
        _ => None,
    }
}

/// A value in words.
pub fn shown(l: Lang, value: Option<&ReadValue>) -> Shown {
    let Some(value) = value else { return Shown::default() };
    let reader = PROJECT.get(value.key).map(|target| target.reader);
    let read = value.read.as_ref().map(|read| words::read_value(l, read)).unwrap_or_default();
    let doubts =
        value.doubts.iter().map(|doubt| errors::doubt(l, doubt, reader == Some(Reader::Money))).collect();
    let was = value.as_it_was.trim();
    let was = if was == read { String::new() } else { was.to_owned() };
    Shown {
        text: if value.read.is_none() || was.is_empty() { value.as_it_was.clone() } else { read.clone() },
        read,
        was,
        doubts,
    }
}

/// The row at a place of the plan.
pub fn row(
    row: usize,
    columns: Memo<Vec<Column>>,
    editing: RwSignal<Option<(usize, &'static str)>>,
) -> AnyView {
    let values = Memo::new(move |_| {
        let l = lang();
        let all = work::watch(|job| {
            let read = job.rows().get(row)?;
            Some(
                columns
                    .read()
                    .iter()
                    .map(|column| (*column, shown(l, read.get(column.key))))
                    .collect::<Vec<_>>(),
            )
        });
        all.flatten().unwrap_or_default()
    });
    let is_open = move || signals().open.get() == Some(row);
    let cells = move || {
        values.get().into_iter().map(|(column, shown)| cell(row, column, shown, editing)).collect_view()
    };
    view! {
        <div class="import-row" data-open=move || is_open().then_some("true")>
            {status(row)}
            {cells}
        </div>
    }
    .into_any()
}

/// The line in the file and what becomes of the row; opens its details.
fn status(row: usize) -> AnyView {
    let line = work::read(|job| job.rows().get(row).map(|row| row.source_row)).flatten().unwrap_or(0);
    let state = Memo::new(move |_| {
        let l = lang();
        work::watch(|job| {
            let plan = job.plan()?.rows.get(row)?;
            let alarm =
                plan.is_undecided() || matches!(plan.outcome, crate::exchange::import::Outcome::Rejected(_));
            let notes =
                !plan.notes.is_empty() || job.rows().get(row).is_some_and(|row| !row.doubts.is_empty());
            Some((words::outcome(l, &plan.outcome, &plan.decision), alarm, notes))
        })
        .flatten()
        .unwrap_or_default()
    });
    let open = move |_| signals().open.set(Some(row));
    let expanded = move || (signals().open.get() == Some(row)).to_string();
    let mark = move || {
        state.with(|(_, alarm, notes)| (*alarm || *notes).then(|| view! { <Icon glyph=Glyph::Warning/> }))
    };
    view! {
        <span role="cell" class="status" data-alarm=move || state.with(|s| s.1).then_some("true")>
            <button type="button" data-kind="quiet" aria-expanded=expanded on:click=heard(ev::click, open) title=move || t(words::OPEN_ROW)>
                <small>{move || words::line(lang(), line)}</small>
                <span>{mark} {move || state.with(|s| s.0.clone())}</span>
            </button>
        </span>
    }
    .into_any()
}

/// One value: pressed, it becomes a field.
pub fn cell(
    row: usize,
    column: Column,
    shown: Shown,
    editing: RwSignal<Option<(usize, &'static str)>>,
) -> AnyView {
    let here = Memo::new(move |_| editing.get() == Some((row, column.key)));
    let Shown { read, was, doubts, text } = shown;
    let reasons = doubts.join(marks::semicolon(lang()));
    let doubtful = !doubts.is_empty();
    let label = {
        let (read, reasons) = (read.clone(), reasons.clone());
        Signal::derive(move || {
            let words = [words::target(lang(), column.key), read.clone(), reasons.clone()];
            words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(marks::colon(lang()))
        })
    };
    let value = move || {
        if here.get() {
            let draft = RwSignal::new(text.clone());
            let commit = move |text: String| work::retype(row, column.key, &text);
            let leave = move |_| {
                editing.try_set(None);
            };
            view! {
                <span class="edit" on:focusout=heard(ev::focusout, leave)>
                    <TextInput value=draft label on_commit=commit autofocus=true/>
                </span>
            }
            .into_any()
        } else {
            let mark = doubtful.then(|| view! { <Icon glyph=Glyph::Warning/> });
            let was = (!was.is_empty()).then(|| view! { <small class="was">{was.clone()}</small> });
            let reason = doubtful.then(|| view! { <small class="reason">{reasons.clone()}</small> });
            view! {
                <button
                    type="button"
                    class="value"
                    aria-label=label
                    title=label
                    on:click=heard(ev::click, move |_| editing.set(Some((row, column.key))))
                >
                    <span class="read">{mark} {read.clone()}</span>
                    {was}
                    {reason}
                </button>
            }
            .into_any()
        }
    };
    view! {
        <span role="cell" data-key=column.key data-reader=align(column.reader) data-doubt=doubtful.then_some("true")>
            {value}
        </span>
    }
    .into_any()
}
